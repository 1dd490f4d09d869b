"""Laws of the whole intake: offsets, letters, idempotence, hostile pages, and the measured corpora."""

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.intake.article import to_article
from extractor.intake.markup import parse
from extractor.intake.sources import RawPage, read_sources
from extractor.records import Article
from extractor.vietnamese.encodings import repair
from extractor.vietnamese.letters import canonical

SHARED = Path(__file__).resolve().parents[2] / "shared"
PAGES = Path(__file__).parent / "pages"
CORPORA = {
    "authored": (SHARED / "dev" / "authored" / "texts", SHARED / "dev" / "authored" / "gold"),
    "seeds": (SHARED / "seeds", SHARED / "gold"),
    "real": (SHARED / "dev" / "real" / "articles.jsonl", SHARED / "dev" / "real" / "gold"),
}
PIECES = (
    "Xã Suối Mẫu nhân rộng mô hình tự quản", "Sáng 5/6/2024, xã họp với 120 đại biểu dự, đạt 98%.", "Tin liên quan",
    "Thu Mẫu", "(BTO) - Ngày 5/6", "15/08/2019 - 09:30", "| a | b |", "./.", "{name}", "Lượt xem: 12", "Ðồng Mẫu",
    "Theo báo cáo, xã hiện duy trì 12 mô hình với 340 hộ tham gia, trong đó 7 mô hình ở khu dân cư thuộc xã.",
    "Trang chủ > Xã hội", "Báo Bình Thuận", "giữ vững trật tự,", "", "  ", "\u00a0", "a\u0301", "Bởi Lê Mẫu",
)  # fmt: skip
# Control characters make broken encodings, several of whose characters become one letter; they have other laws.
letters = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
pages = st.lists(st.sampled_from(PIECES) | letters, max_size=14).map("\n".join)


def article_of(text: str) -> Article | None:
    try:
        return to_article(RawPage(id="x", source="x", text=text))
    except InputError:
        return None


@given(pages)
@settings(max_examples=200)
def test_law_every_character_stands_in_the_raw_text_where_its_offset_says(text: str) -> None:
    article = article_of(text)
    if article is None or repair(text):  # of a broken encoding several characters become one letter
        return
    assert len(article.raw_offsets) == len(article.text)
    for letter, offset in zip(article.text, article.raw_offsets, strict=True):
        if offset < 0:
            assert letter.isspace()
        else:
            came_from = unicodedata.normalize("NFD", canonical(text[offset]))
            # A raw letter may become several: a letter with its point, a ligature.
            assert unicodedata.normalize("NFD", letter)[0] in came_from


@given(pages)
@settings(max_examples=60)
def test_law_composed_and_decomposed_letters_give_the_same_article(text: str) -> None:
    one, two = article_of(unicodedata.normalize("NFC", text)), article_of(unicodedata.normalize("NFD", text))
    assert (one is None) == (two is None)
    if one and two:
        assert (one.text, one.title, one.published, one.author) == (two.text, two.title, two.published, two.author)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_markup_offsets_lead_into_the_source(path: Path) -> None:
    page = next(iter(read_sources([str(path)])))
    assert isinstance(page, RawPage) and page.html
    article = to_article(page)
    at = article.text.index("báo cáo của UBND")
    found = page.html[article.raw_offsets[at] : article.raw_offsets[at] + 400]
    assert found.startswith("b") and "UBND" in found
    placed = [offset for offset in article.raw_offsets[len(article.title or "") :] if offset >= 0]
    assert placed == sorted(placed)


def test_a_clean_article_read_again_stays_as_it_is() -> None:
    for path in sorted(PAGES.glob("*.html")):
        page = next(iter(read_sources([str(path)])))
        assert isinstance(page, RawPage)
        once = to_article(page)
        again = article_of(once.text)
        assert again is not None and again.text == once.text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "<p>Xã Mẫu có 5 tổ tự quản.</p>" + "</div>" * 10_000,
        "<a " * 200_000,
        "<" * 300_000,
        '<a href="' * 50_000,
        "<td>" * 20_000 + "Xã Mẫu có 5 tổ.",
        "<!--" * 100_000,
        "&" * 300_000,
        "<script>" * 100_000,
        "x" * 2_000_000,
        "<p>" + "Xã Mẫu họp. " * 30_000,
    ],
    ids=lambda html: html[:12],
)
def test_a_hostile_page_ends_soon(html: str) -> None:
    start = time.process_time()
    for page in (RawPage(id="x", source="x", html=html), RawPage(id="x", source="x", text=html)):
        try:
            to_article(page)
        except InputError as error:
            assert "holds no" in str(error)
    assert time.process_time() - start < 30


@given(st.text(alphabet="<>/=\"'-!&; apdivtrlbscript\n", max_size=200))
@settings(max_examples=150)
def test_no_markup_breaks_the_parser(html: str) -> None:
    markup = parse(html)
    for block in markup.blocks:
        assert len(block.traced.text) == len(block.traced.offsets)
        assert block.traced.text == block.traced.text.strip()


@pytest.mark.parametrize("name", CORPORA)
def test_the_measured_corpora_keep_their_quotes_and_leak_nothing(name: str) -> None:
    texts, gold = CORPORA[name]
    if not texts.exists():
        pytest.skip(f"needs {texts}")
    for page in read_sources([str(texts)]):
        assert isinstance(page, RawPage)
        expected = json.loads((gold / f"{page.id}.json").read_text(encoding="utf-8"))
        text = " ".join(to_article(page).text.split())
        kinds = ("counts", "awards", "models", "localities", "roles", "events")
        quotes = [record["quote"] for kind in kinds for record in expected[kind]]
        assert [quote for quote in quotes if " ".join(quote.split()) not in text] == [], page.id
        assert [piece for piece in expected["boilerplate"] if " ".join(piece.split()) in text] == [], page.id


@pytest.mark.parametrize(
    "text",
    [
        "Đến nay, xã Mẫu có 5 mô hình tự quản năm 2024, an ninh\n" * 8_000,
        "Đến nay, xã Mẫu có 5 mô hình tự quản năm 2024, an ninh " * 8_000,
        "Trang chủ | Thời sự\nTin liên quan\nÝ kiến bạn đọc\n" * 3_000,
        "\n" * 500_000 + "Đến nay xã Mẫu có 5 mô hình.",
        "Ã¡Â»Â£ áº¿ " * 40_000,
        "# x [a](http://b) ** [[[[ ](/ " * 10_000,
        "Title: " * 40_000,
    ],
    ids=["lines", "one line", "furniture", "blank", "mojibake", "markdown", "fields"],
)
def test_a_long_page_takes_time_as_its_length(text: str) -> None:
    began = time.process_time()
    article_of(text)
    assert time.process_time() - began < 8  # a tenth of that on a quiet machine; quadratic, it was a minute


def test_an_element_with_endless_attributes_takes_no_minutes() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(60_000))
    sentence = "Đến nay, xã Thạch Hòa duy trì 15 mô hình tự quản về an ninh trật tự với hơn 200 hội viên tham gia."
    began = time.process_time()
    page = RawPage(id="a", source="a", html=f"<body><div {attributes}><p>{sentence}</p></div></body>")
    assert sentence in to_article(page).text
    assert time.process_time() - began < 8
