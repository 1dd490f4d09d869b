"""HTML pages that are hard to read: what is chosen as the article, and pages that hold none."""

import pytest

from extractor.errors import InputError
from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.records import Article

TITLE = "Xã Suối Mẫu nhân rộng mô hình tự quản về an ninh"
ONE = (
    "Theo báo cáo, xã Suối Mẫu hiện duy trì 12 mô hình tự quản với 340 hộ tham gia, trong đó 7 mô hình ở khu dân "
    "cư và 5 mô hình ở trường học."
)
TWO = (
    "Từ đầu năm đến nay, nhân dân đã cung cấp 45 nguồn tin có giá trị, giúp công an xã làm rõ 9 vụ việc, thu hồi "
    "tài sản trị giá 60 triệu đồng."
)
LINK = '<a href="/x.html">Huyện Mẫu bắt giữ 9 đối tượng đánh bạc</a>'


def read(body: str, head: str = "") -> Article:
    html = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return to_article(RawPage(id="x", source="x.html", html=html))


def test_a_line_that_is_one_link_is_another_article() -> None:
    article = read(f"<h1>{TITLE}</h1><div><p>{ONE}</p><p>{LINK}</p><p>{TWO}</p></div>")
    assert article.text == f"{TITLE}\n\n{ONE}\n\n{TWO}"
    assert "Huyện Mẫu bắt giữ 9 đối tượng đánh bạc" in [piece.text for piece in article.removed]


def test_links_within_sentences_stay() -> None:
    linked = ONE.replace("mô hình tự quản", '<a href="/mo-hinh">mô hình <b>tự quản</b></a>')
    assert read(f"<h1>{TITLE}</h1><p>{linked}</p><p>{TWO}</p>").text == f"{TITLE}\n\n{ONE}\n\n{TWO}"


def test_the_lead_is_kept_where_the_container_leaves_it_out() -> None:
    lead = "Sau hai năm, xã Suối Mẫu đã có 12 mô hình tự quản hoạt động hiệu quả ở khắp các thôn."
    body = (
        f"<div><h1>{TITLE}</h1><h2 class='sapo'>{lead}</h2><div class='body'><p>{ONE}</p><p>{TWO}</p></div></div>"
    )
    assert read(body).text == f"{TITLE}\n\n{lead}\n\n{ONE}\n\n{TWO}"
    plain = body.replace("h2 class='sapo'", "div").replace("</h2>", "</div>")
    assert lead in read(plain, f'<meta name="description" content="{lead}">').text


@pytest.mark.parametrize("name", ["nav", "aside", "footer", "form"])
def test_furniture_by_tag_goes_unless_it_holds_the_text(name: str) -> None:
    extra = f"<{name}><p>{LINK.replace('9', '8')} và nhiều tin khác trong ngày của huyện Mẫu vừa qua.</p></{name}>"
    assert "8 đối tượng" not in read(f"<h1>{TITLE}</h1><div><p>{ONE}</p><p>{TWO}</p></div>{extra}").text
    assert read(f"<{name}><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p></{name}>").text.endswith(TWO)


def test_a_table_of_figures_is_rows_and_a_table_of_layout_is_not() -> None:
    table = "<table><tr><th>Thôn</th><th>Số hộ</th></tr><tr><td><p>Mẫu</p></td><td>1.512</td></tr></table>"
    article = read(f"<h1>{TITLE}</h1><div><p>{ONE}</p>{table}<p>{TWO}</p></div>")
    assert "| Thôn | Số hộ |\n| Mẫu | 1.512 |" in article.text
    layout = f"<table><tr><td>Menu</td><td><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p></td></tr></table>"
    assert read(layout).text == f"{TITLE}\n\n{ONE}\n\n{TWO}"


def test_entities_and_broken_tags_are_read() -> None:
    body = f"<h1>{TITLE}</h1><p>{ONE.replace('báo cáo', 'b&aacute;o&nbsp;c&#225;o')}<p>{TWO}<div></p></span>"
    assert read(body).text == f"{TITLE}\n\n{ONE}\n\n{TWO}"


def test_metadata_is_read_from_json_and_survives_its_faults() -> None:
    start = '<script type="application/ld+json">'
    broken = start + '{"@type":"NewsArticle","datePublished":"2024-09-06T01:00:00+07:00",}</script>'
    assert read(f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>", broken).published == "2024-09-06"
    nested = start + "[" * 3000 + "]" * 3000 + "</script>"
    assert read(f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>", nested).published is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div id='app'></div><script>var a = 'Xã Mẫu';</script>",
        "<ul><li><a>Trang chủ</a></li><li><a>Tin tức</a></li></ul>",
        "".join(f"<h3><a href='/{n}'>Xã Mẫu số {n} ra mắt mô hình tự quản</a></h3><p>{ONE}</p>" for n in range(6)),
    ],
    ids=["empty", "script", "menu", "list of articles"],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(InputError, match=r"x\.html: the page holds no"):
        read(body)
