"""Lines: split with their offsets, joined again where a scraper wrapped them."""

import pytest

from extractor.intake.lines import Line, split_lines
from extractor.intake.traced import trace, untraced

LONG = "Những năm qua, xã Suối Mẫu lồng ghép nhiều nguồn lực giúp người dân phát triển sản xuất, vươn lên"
WRAPPED = f"""{LONG}
thoát nghèo. Đến nay toàn xã có 12 mô hình với sự tham gia của hơn 340 hộ dân ở các thôn; Chủ tịch
Ủy ban nhân dân xã cho biết mô hình sẽ được nhân rộng ra các thôn còn lại ngay trong năm nay, gắn với
phong trào thi đua ở cơ sở, nhất là trong các đợt cao điểm tuần tra ban đêm dịp lễ, Tết do công an
xã phát động.
Ông Mẫu nói thêm: bà con rất phấn khởi."""


def texts(text: str) -> list[str]:
    return [line.text for line in split_lines(trace(text))]


def test_lines_keep_gaps_and_offsets() -> None:
    lines = split_lines(trace("  Xã Mẫu\r\n\r\n\tCó 5 tổ. \n"))
    assert [(line.text, line.gap) for line in lines] == [("Xã Mẫu", False), ("Có 5 tổ.", True)]
    assert lines[1].traced.offsets[0] == len("  Xã Mẫu\r\n\r\n\t")


def test_wrapped_lines_are_joined_with_a_blank() -> None:
    joined = texts(WRAPPED)
    assert len(joined) == 2
    assert "vươn lên thoát nghèo" in joined[0] and "Chủ tịch Ủy ban" in joined[0] and "gắn với phong" in joined[0]


@pytest.mark.parametrize(
    "lines",
    [
        ["Xã Suối Mẫu ra mắt tổ tự quản", "Sáng 5/6, xã ra mắt tổ tự quản."],
        ["Các mô hình gồm:", "- camera an ninh", "- cổng trường an toàn"],
        ["| Xã | Số hộ |", "| Mẫu | 152 |"],
        ["Đại biểu dự hội nghị", "Lãnh đạo xã trao quà"],
        ["Thời sự", "kinh tế"],
    ],
)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines


def test_a_title_of_two_lines_is_one() -> None:
    title = "Suối Mẫu: Giảm nghèo gắn với\nxây dựng nông thôn mới"
    assert texts(title + "\n\n" + LONG + ".")[0] == "Suối Mẫu: Giảm nghèo gắn với xây dựng nông thôn mới"


def test_what_a_paragraph_is() -> None:
    assert Line(untraced(LONG + ".")).is_paragraph
    assert not Line(untraced(LONG)).is_paragraph
    assert not Line(untraced("Xã Mẫu họp.")).is_paragraph
    assert Line(untraced("| a | b |")).is_row
