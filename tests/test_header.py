"""Headers that a scraper wrote above a text: their fields are metadata, their lines are no text."""

import pytest

from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage

TITLE = "Xã Đồng Mẫu: 31 tổ tự quản giữ yên đường làng"
BODY = "Sau ba năm triển khai, xã Đồng Mẫu đã ra mắt 31 tổ tự quản với 415 hộ dân tham gia, an ninh chuyển biến rõ."

ENGLISH = (
    f"Title: {TITLE}\nDate: 14/05/2024\nSource: Báo Thanh Hóa\nAuthor: Lê Mẫu\nURL: https://baothanhhoa.vn/a.htm"
)
VIETNAMESE = f"Tiêu đề: {TITLE}\nNgày đăng: 14/05/2024\nNguồn: Báo Thanh Hóa\nTác giả: Lê Mẫu\nNội dung:"
RULED = (
    f'---\ntitle: "{TITLE} - Báo Thanh Hóa"\ndate: 2024-05-14T06:30:00+07:00\nauthor: Lê Mẫu\ntags: an ninh\n---'
)


@pytest.mark.parametrize("header", [ENGLISH, VIETNAMESE, RULED])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_fields_above_the_text_are_metadata(header: str, between: str) -> None:
    page = RawPage(id="a", source="a", text=header + between + BODY)
    article = to_article(page)
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert (article.title, article.published, article.author) == (TITLE, "2024-05-14", "Lê Mẫu")
    assert (article.outlet, article.home_province) == ("Báo Thanh Hóa", "Thanh Hóa")
    assert all(
        page.text[at] == letter for letter, at in zip(article.text, article.raw_offsets, strict=True) if at >= 0
    )
    assert {piece.reason for piece in article.removed} == {"header"}


def test_what_is_given_wins_over_the_header() -> None:
    page = RawPage(id="a", source="a", text=f"{ENGLISH}\n{BODY}", given={"published": "2024-05-13"})
    assert to_article(page).published == "2024-05-13"


@pytest.mark.parametrize(
    "text",
    [
        f"Nguồn: Công an xã Mẫu\n{BODY}",
        f"{TITLE}\n{BODY}\nNguồn: Báo Mẫu\nTác giả: Lê Mẫu",
    ],
)
def test_a_single_field_or_one_below_the_text_is_no_header(text: str) -> None:
    article = to_article(RawPage(id="a", source="a", text=text))
    assert all(piece.reason != "header" for piece in article.removed)
    assert BODY in article.text
