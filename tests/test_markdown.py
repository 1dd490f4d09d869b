"""Markdown that scrapers write: marks go, links to other articles go, headings are known."""

import pytest

from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage

TITLE = "Xã Đồng Mẫu: 31 tổ tự quản giữ yên đường làng"
LEAD = "Sau ba năm triển khai, xã Đồng Mẫu đã ra mắt 31 tổ tự quản với 415 hộ dân tham gia, an ninh chuyển biến rõ."
BODY = "Theo [báo cáo](https://mau.example/bc) của UBND xã, **đến nay** xã duy trì 31 mô hình tự quản ở 9/9 thôn."
READ = "Theo báo cáo của UBND xã, đến nay xã duy trì 31 mô hình tự quản ở 9/9 thôn."
OTHERS = "- [Xã Lân Cận tặng 15 con bò giống](/1)\n- [Bắt quả tang 7 đối tượng](/2)"


STARRED = f"# {TITLE}\n\n*14/05/2024 - Lê Mẫu*\n\n**{LEAD}**\n\n{BODY}\n\n## Tin liên quan\n\n{OTHERS}\n"
LINKED = (
    f"[Trang chủ](/) [Thời sự](/ts)\n\n# [{TITLE}](https://mau.example/0)\n\n14/05/2024\n\nLê Mẫu\n\n_{LEAD}_\n\n"
    f"{BODY}\n\n{OTHERS}"
)


@pytest.mark.parametrize("page", [STARRED, LINKED])
def test_marks_go_and_the_text_stays(page: str) -> None:
    article = to_article(RawPage(id="a", source="a", text=page))
    assert article.text == f"{TITLE}\n\n{LEAD}\n\n{READ}"
    assert (article.title, article.published, article.author) == (TITLE, "2024-05-14", "Lê Mẫu")
    assert all(page[at] == letter for letter, at in zip(article.text, article.raw_offsets, strict=True) if at >= 0)


def test_stars_and_brackets_of_a_plain_text_stay() -> None:
    odd = "* Về xử phạt: [1] phạt 5 triệu đồng; a_b * c. Đây là câu thứ hai của bài viết về an ninh ở xã."
    article = to_article(RawPage(id="a", source="a", text=f"{TITLE}\n\n{LEAD}\n\n{odd}"))
    assert odd in article.text
