"""Totals with their parts, and what the source's own arithmetic says."""

import pytest

from extractor.records import Check
from tests.reading_facts import counts_of, extracted


def parts(text: str) -> list[tuple[int, int | None]]:
    """Each count's value with the value of its total."""
    facts = counts_of(text)
    by_id = {fact.id: fact for fact in facts}
    return [(int(fact.value or 0), int(by_id[fact.part_of].value or 0) if fact.part_of else None) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện có 127 mô hình, trong đó 102 mô hình ở thôn; 18 mô hình ở trường học; 7 mô hình ở cơ quan.",
            [(127, None), (102, 127), (18, 127), (7, 127)],
        ),
        ("Xã có 236 chủ thể, gồm 82 hợp tác xã và 154 hộ kinh doanh.", [(236, None), (82, 236), (154, 236)]),
        ("Dân báo 391 tin báo. Trong đó, có 356 tin có giá trị.", [(391, None), (356, 391)]),
        ("Huyện có 57 tổ, trong đó 41 tổ ở xã; tăng 3 tổ so với năm trước.", [(57, None), (41, 57), (3, None)]),
        ("Huyện có 57 tổ, trong đó có 300 hộ.", [(57, None), (300, None)]),
        ("Xã có 402 tổ. Cụ thể:\n- Khu A: 281 tổ;\n- Khu B: 121 tổ.", [(402, None), (281, 402), (121, 402)]),
        ("Huyện có 214 tổ.\nTrong 214 tổ nói trên có 97 tổ ở chợ.", [(214, None), (97, 214)]),
        ("Tổng kinh phí là 312 triệu đồng, gồm ngân sách 112 triệu đồng và dân góp 200 triệu đồng.",
         [(312_000_000, None), (112_000_000, 312_000_000), (200_000_000, 312_000_000)]),
    ],
)  # fmt: skip
def test_parts_point_to_their_total(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert parts(text) == expected


def test_parts_take_aspect_and_period_of_their_total() -> None:
    total, part = counts_of("Năm 2023, xã xây dựng 12 mô hình, trong đó có 5 mô hình ở thôn.")
    assert (part.aspect, part.period) == (total.aspect, total.period) == ("flow", ("2023-01-01", "2023-12-31"))


def checks(text: str, title: str | None = None) -> list[Check]:
    return list(extracted(text, title=title).checks)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Xã có 64 tổ, trong đó 55 tổ ở thôn, 9 tổ ở chợ.", "adds up"),
        ("Xã có 57 tổ, gồm 31 tổ ở thôn, 17 tổ ở trường, 8 tổ ở cơ quan.", "differs"),
        ("Xã có 57 tổ, trong đó 31 tổ ở thôn, 7 tổ ở trường.", "incomplete"),
        ("Lũ gây thiệt hại 33,9 tỷ đồng, trong đó nhà cửa 20 tỷ đồng, cầu 13,96 tỷ đồng.", "adds up"),
        ("Lũ gây thiệt hại 33,9 tỷ đồng, trong đó nhà cửa 20 tỷ đồng, cầu 13,6 tỷ đồng.", "differs"),
        ("Xã có 20 tổ, gồm 15 tổ ở thôn, 12 tổ của phụ nữ.", "overlapping"),
        ("Xã có 12 tổ, trong đó 7 tổ ở thôn (2 tổ mới), 5 tổ ở chợ.", "adds up"),
        ("Xã có 12 tổ, trong đó 7 tổ ở thôn, 5 tổ ở chợ; có 9 tổ cũ, 3 tổ mới.", "adds up"),
        ("Xã có 12 tổ (trong đó 7 tổ ở thôn, 5 tổ ở chợ), 4 tổ cũ.", "adds up"),
    ],
)
def test_sums(text: str, verdict: str) -> None:
    assert [(check.test, check.verdict) for check in checks(text)] == [("sum", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "Xã có hơn 60 tổ, trong đó 31 tổ ở thôn, 27 tổ ở trường.",  # who knows
        "Xã có 12 tổ (trong đó 3 tổ mới), 8 đội và 2 nhóm.",
        "Chiều 17/10 người dân về xã.",
        "Giá thịt là 130.000 đồng/kg, trong đó sườn 95.000 đồng/kg, nạc 32.000 đồng/kg.",
        "Huyết áp của ông là 120/70 mmHg.",
        "Ông ở 94/19 Trần Khắc Mẫu.",
        "Có 11/29 ngân hàng trả lãi trên 8%.",
        "Có 1/3 số đội vào nhóm 1% nhanh nhất.",
    ],
)
def test_no_sum_is_made_up(text: str) -> None:
    assert checks(text) == []


def test_a_total_may_be_broken_down_twice() -> None:
    text = "Có 4 vụ cháy, gồm 3 vụ do điện và 1 vụ do bếp. Trong 4 vụ nói trên có 2 vụ ở chợ và 2 vụ ở thôn."
    assert {check.verdict for check in checks(text)} == {"adds up"}


@pytest.mark.parametrize(
    ("text", "test", "verdict"),
    [
        ("Công an làm rõ 62/71 vụ (đạt 87,3%).", "percent", "adds up"),
        ("Công an làm rõ 62/71 vụ (đạt 97,3%).", "percent", "differs"),
        ("Công an làm rõ 74/71 vụ.", "ratio", "differs"),
    ],
)
def test_ratios_and_percents(text: str, test: str, verdict: str) -> None:
    assert [(check.test, check.verdict) for check in checks(text)] == [(test, verdict)]


def test_headline_against_body() -> None:
    found = checks("Ngày 3/9, cơn bão làm sập 571 ngôi nhà.", title="Bão làm sập 570 ngôi nhà")
    assert [(check.test, check.expected, check.found) for check in found] == [("restatement", 570, 571)]


def test_a_number_said_again_is_one_record() -> None:
    text = "Xã có 137 tổ liên gia. Cả 137 tổ đều hoạt động tốt."
    assert [(int(fact.value or 0), fact.what) for fact in counts_of(text)] == [(137, "tổ liên gia")]


def test_equal_numbers_side_by_side_stay_apart() -> None:
    text = "Có 6 ngôi nhà bị sập, trong đó thôn Đông 2 nhà, thôn Tây 2 nhà, thôn Nam 2 nhà."
    assert [int(fact.value or 0) for fact in counts_of(text)] == [6, 2, 2, 2]
