"""Numbers that only a label tells apart count what the total before them does."""

import pytest

from tests.reading_facts import counts_of


@pytest.mark.parametrize(
    ("text", "what", "parts"),
    [
        (
            "Đến tháng 4, huyện có 94 em bỏ học: tiểu học 12, THCS 53, THPT 29.",
            "em",
            {12: "tiểu học", 53: "THCS", 29: "THPT"},
        ),
        (
            "Bão làm 1.240 ngôi nhà hư hại: sập hoàn toàn 40, tốc mái một phần 1.200.",
            "ngôi nhà",
            {40: "sập hoàn toàn", 1200: "tốc mái một phần"},
        ),
        (
            "Năm 2023, công an bắt 31 đối tượng (khởi tố 12, xử phạt 19).",
            "đối tượng",
            {12: "khởi tố", 19: "xử phạt"},
        ),
    ],
)
def test_a_label_is_the_scope_of_a_part(text: str, what: str, parts: dict[int, str]) -> None:
    found = counts_of(text)
    labelled = {int(fact.value or 0): fact for fact in found if fact.part_of}
    assert {value: fact.scope for value, fact in labelled.items()} == parts
    assert {fact.what for fact in labelled.values()} == {what}
    assert {fact.part_of for fact in labelled.values()} == {found[0].id}


def test_a_label_is_what_a_measure_measures() -> None:
    found = counts_of("Xã trồng 96 ha cây dược liệu (đương quy 51, cát cánh 29, cây khác 16).")
    assert [(fact.value, fact.what, fact.measured) for fact in found[1:]] == [
        (51, "ha", "đương quy"),
        (29, "ha", "cát cánh"),
        (16, "ha", "cây khác"),
    ]


def test_parts_at_places_are_of_the_same_works() -> None:
    found = counts_of("Năm 2023, xã làm 12,4 km đường: thôn Hạ B 4,1 km, thôn Trung 3,5 km, còn lại 4,8 km.")
    assert {fact.what for fact in found} == {"km đường"}
    assert [fact.aspect for fact in found] == ["flow"] * 4
    assert all(fact.part_of == found[0].id for fact in found[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Trường có 3 lớp: lớp 6, lớp 7, lớp 8.",
        "Tỉnh có 12 dự án trọng điểm: cao tốc giai đoạn 1, cảng Vĩnh Hạ 2.",
        "Đội có 40 vận động viên (áo số 90, áo số 75).",
    ],
)
def test_numbers_of_names_are_no_parts(text: str) -> None:
    assert not [fact for fact in counts_of(text) if fact.part_of]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Năm 2023, xã làm 12 km đường: thôn Hạ 4 km mương, thôn Trung 3 km, thôn Đông 5 km.", [3, 5]),
        ("Vụ này huyện trồng 90 ha rừng: đồi Mẫu 20 ha, bãi bồi 14 ha ngô, ven suối 35 ha.", [20, 35]),
        ("Hợp tác xã thu 60 tấn nông sản: loại một 25 tấn, loại hai 9 tấn dưa, loại ba 20 tấn.", [25, 20]),
    ],
)
def test_a_part_with_a_thing_of_its_own_is_no_total_of_the_next(text: str, parts: list[int]) -> None:
    total, *others = counts_of(text)
    assert [int(fact.value or 0) for fact in others if fact.part_of == total.id] == parts
    assert [fact.part_of for fact in others if fact.part_of != total.id] == [None]
