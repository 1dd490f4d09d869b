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
        # The total stands in the sentence, or in the one that it goes on with.
        ("Xã có 90 hộ. Thôn họp dân. Đội tuần tra gồm 12 hộ.", [(90, None), (12, None)]),
        ("Xã có 90 hồ sơ. Các hồ sơ đều hợp lệ, trong đó 12 hồ sơ nộp qua mạng.", [(90, None), (12, 90)]),
        ("Có 9 vụ cháy. Nguyên nhân gồm 7 vụ do điện và 2 vụ do bếp.", [(9, None), (7, 9), (2, 9)]),
        ("Có 9 tổ mới. Tất cả đều ở thôn. Trong đó, 7 tổ do phụ nữ lập.", [(9, None), (7, 9)]),
        ("Có 9 tổ mới. Xã họp 5 buổi. Trong đó, 7 tổ do phụ nữ lập.", [(9, None), (5, None), (7, None)]),
        ("Xã có 90 hộ mới và 9 tổ. Số hộ nghèo là 70 hộ, trong đó 20 hộ và 50 hộ đã vay vốn.",
         [(90, None), (9, None), (70, None), (20, 70), (50, 70)]),
        # A total in brackets has no parts outside them.
        ("Có 81 nghệ nhân (21 nam, 60 nữ), trong đó 43 nghệ nhân người Tày.",
         [(81, None), (21, None), (60, None), (43, 81)]),
        # A part's own parts are parts of it.
        ("Trong 9 ca nói trên còn 4 ca điều trị, trong đó 3 ca ở tỉnh.", [(9, None), (4, 9), (3, 4)]),
        # Whom a part is for, and what it was before, is none.
        ("Có 8 trợ giúp viên, trong đó 5 trợ giúp viên bênh vực cho 7 phụ nữ.", [(8, None), (5, 8), (7, None)]),
        ("Thi 3 bài, gồm 2 bài bắt buộc và 1 trong 2 bài tự chọn.", [(3, None), (2, 3), (2, None)]),
        ("Xã có 60 hộ nghèo, trong đó thôn Đông giảm từ 20 hộ.", [(60, None), (20, None)]),
        # Communes are no part of provinces.
        ("Dịch có ở 13 tỉnh, trong đó Bắc Giang có 7 xã.", [(13, None), (7, None)]),
        ("Dịch có ở 13 huyện, gồm 7 huyện và 6 thị xã.", [(13, None), (7, 13), (6, 13)]),
        ("Dịch có ở 90 xã, gồm 77 xã và 13 phường.", [(90, None), (77, 90), (13, 90)]),
        # Another noun behind a semicolon ends the breakdown.
        ("Thầy có 18 bài báo, trong đó 15 bài quốc tế; 5 giáo trình.", [(18, None), (15, 18), (5, None)]),
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
        ("Xã có 12 tổ, trong đó 7 tổ ở thôn, 3 tổ của phụ nữ thôn ấy, 5 tổ ở chợ.", "adds up"),
        # What is told as all there is, or lacks next to nothing, differs; else parts may be left out.
        ("Xã có 30 tổ, trong đó 18 tổ ở thôn, 10 tổ ở chợ.", "incomplete"),
        ("Xã có 30 tổ, cụ thể: 18 tổ ở thôn, 10 tổ ở chợ.", "differs"),
        ("Xã có 30 tổ, trong đó có 18 tổ ở thôn, 8 tổ ở chợ; số còn lại nằm ở trường học.", "incomplete"),
        ("Xã có 30 tổ, trong đó thôn Đông có 18 tổ, các thôn khác có 10 tổ.", "differs"),
        ("Xã có 30 tổ, bao gồm 18 tổ ở thôn, 10 tổ ở chợ…", "incomplete"),
        ("Lũ làm hư hỏng 3.264 nhà, trong đó 1.316 nhà sập, 1.938 nhà ngập.", "differs"),
        # The missing part is told, yet not as a count of its own.
        ("Ông được bầu với 69 phiếu, gồm 51 phiếu thuận, 17 phiếu chống (1 phiếu hỏng).", "incomplete"),
        ("Đã xét nghiệm 31 người, gồm 10 người khỏe, 20 người chờ kết quả, một người vắng.", "incomplete"),
        ("Đã hỏi 15 người, gồm 10 người khen, 4 người chê. Duy nhất 1 người không trả lời.", "incomplete"),
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
        "Có 40 tổ, gồm thôn Đông 20 tổ, mỗi thôn còn lại có 5 tổ.",
        "Có 118 ca, gồm Hà Thử 115 ca, ba tỉnh khác mỗi tỉnh có 1 ca.",
        "Máy có cụm camera 12 MP, gồm ống kính góc rộng 10 MP và 8 MP.",
        "Có 1 túi quà, trong đó có 1 hộp mứt và 1 gói kẹo.",
        "Có 117 em đạt điểm cao, trong đó 83 em đạt điểm giỏi (0,19%).",
        "Xảy ra 58 vụ, giảm 11 vụ; số người chết giảm 15%.",
        "Xảy ra 58 vụ trộm, giảm 11 người (50%).",
        "Xảy ra 58 vụ, giảm khoảng 11 vụ (18%).",
        "Có 35 trường, trong đó 14 trường đạt tỷ lệ 100% em tốt nghiệp.",
        "Có 64 suất quà, gồm 40 suất của xã và mỗi trường 8 suất.",
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
        ("Có 74 em tốt nghiệp, trong đó 38 em đạt loại giỏi (chiếm 51,4%).", "percent", "adds up"),
        ("Có 245 lao động học nghề, trong đó 201 lao động có việc làm (82%).", "percent", "adds up"),
        ("Có 74 em tốt nghiệp, trong đó 38 em đạt loại giỏi (chiếm 61,4%).", "percent", "differs"),
        ("Xảy ra 58 vụ, giảm 11 vụ (15,94%) so với cùng kỳ.", "percent", "adds up"),
        ("Xảy ra 58 vụ, giảm 11 vụ (18,97%) so với cùng kỳ.", "percent", "differs"),
        ("Cả xã có 120 hộ vay vốn, tăng 20 hộ, tương đương 20%.", "percent", "adds up"),
        ("Hãng bán 50,4 triệu máy, trong đó dòng mới bán 27,1 triệu máy, chiếm 53,9%.", "percent", "adds up"),
    ],
)
def test_ratios_and_percents(text: str, test: str, verdict: str) -> None:
    assert [(check.test, check.verdict) for check in checks(text)] == [(test, verdict)]


def test_a_percent_of_another_noun_restates_nothing() -> None:
    assert not checks("Mô hình có 860 hộ ở 8/8 thôn, đạt 74% số hộ.")


def test_a_list_by_semicolons_breaks_its_heading_down() -> None:
    found = checks(
        "Huyện có 43 sản phẩm OCOP, gồm:\n\nXã Đoài: 29 sản phẩm;\nXã Đông: 9 sản phẩm;\nXã Nam: 4 sản phẩm."
    )
    assert [(check.verdict, check.expected, check.found) for check in found] == [("differs", 43, 42)]


def test_a_long_list_down_to_small_parts_leaves_nothing_out() -> None:
    text = "Huyện giải quyết 812 vụ, trong đó có 96 vụ trộm, 371 vụ lừa đảo, 329 vụ cháy và 6 vụ đuối nước."
    assert [check.verdict for check in checks(text)] == ["differs"]


def test_headline_against_body() -> None:
    found = checks("Ngày 3/9, cơn bão làm sập 571 ngôi nhà.", title="Bão làm sập 570 ngôi nhà")
    assert [(check.test, check.expected, check.found) for check in found] == [("restatement", 570, 571)]


def test_a_number_with_another_verb_in_its_sentence_is_another_record() -> None:
    text = "Tòa án huyện thụ lý 13 vụ án; đưa ra xét xử 13 vụ án."
    assert [int(fact.value or 0) for fact in counts_of(text)] == [13, 13]


def test_a_number_said_again_is_one_record() -> None:
    text = "Xã có 137 tổ liên gia. Cả 137 tổ đều hoạt động tốt."
    assert [(int(fact.value or 0), fact.what) for fact in counts_of(text)] == [(137, "tổ liên gia")]


def test_equal_numbers_side_by_side_stay_apart() -> None:
    text = "Có 6 ngôi nhà bị sập, trong đó thôn Đông 2 nhà, thôn Tây 2 nhà, thôn Nam 2 nhà."
    assert [int(fact.value or 0) for fact in counts_of(text)] == [6, 2, 2, 2]
