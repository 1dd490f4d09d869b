"""Who receives an award, and where they are."""

import pytest

from tests.reading_facts import extracted

Told = tuple[str, str | None, str, int | None, tuple[str, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "8 tập thể, 15 cá nhân làm tốt công tác hòa giải nhận giấy khen của Chủ tịch UBND huyện.",
            [
                ("giấy khen", "Chủ tịch UBND huyện", "collective", 8, ()),
                ("giấy khen", "Chủ tịch UBND huyện", "individual", 15, ()),
            ],
        ),
        (
            "“Tổ cầu Nghĩa Mẫu” được Chủ tịch UBND tỉnh tặng bằng khen.",
            [("bằng khen", "Chủ tịch UBND tỉnh", "collective", None, ("Tổ cầu Nghĩa Mẫu",))],
        ),
        (
            "UBND tỉnh tặng Bằng khen cho họ Hoàng xã Hạ Mẫu và ông Lý Văn Mẫu.",
            [
                ("Bằng khen", "UBND tỉnh", "collective", None, ("họ Hoàng xã Hạ Mẫu",)),
                ("Bằng khen", "UBND tỉnh", "individual", None, ("Lý Văn Mẫu",)),
            ],
        ),
        (
            "Công ty May Mẫu đón bằng khen của Chủ tịch UBND tỉnh về thành tích chăm lo người lao động.",
            [("bằng khen", "Chủ tịch UBND tỉnh", "organization", None, ("Công ty May Mẫu",))],
        ),
    ],
)
def test_recipients(text: str, expected: list[Told]) -> None:
    found = extracted(text).awards
    assert [(a.form, a.giver, a.recipient, a.count, a.names) for a in found] == expected


def test_a_province_gives_to_the_people_of_the_article() -> None:
    text = "Sáng 5/9, huyện Hàm Thuận Nam, tỉnh Bình Thuận họp. Tỉnh đoàn Bình Thuận tặng giấy khen cho 2 cá nhân."
    assert [award.locality for award in extracted(text).awards] == [("Bình Thuận", "Hàm Thuận Nam")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Về thôn Hạ, hỏi ông Lê Văn Mẫu ai cũng biết. Năm 2015, ông được UBND tỉnh tặng Bằng khen.", "Lê Văn Mẫu"),
        ("Cả thôn quý bà Lê Thị Mẫu. Năm 2015, bà lại được UBND tỉnh tặng Bằng khen.", "Lê Thị Mẫu"),
        ("Tổ tự quản thôn Lộc Đại, xã Quế Hiệp được UBND tỉnh tặng Bằng khen.", "Tổ tự quản thôn Lộc Đại"),
    ],
)
def test_a_pronoun_is_the_one_called_so_and_an_address_is_no_second_name(text: str, names: str) -> None:
    assert [award.names for award in extracted(text).awards] == [(names,)]
