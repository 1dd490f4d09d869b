"""Laws that hold for any text: tokens are lossless, records are grounded, spelling of letters does not matter."""

import random
import re
import time
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.evaluation.gold import SHIPPED
from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.pipeline import extract
from extractor.reading.tokens import read_tokens
from extractor.records import Article, CountFact, Extraction
from extractor.vietnamese.letters import canonical, fold, tone_key

TEXTS = SHIPPED / "authored" / "texts"
ODD_WORDS = (
    "Công an xã Ðồng TP. Hội An 12 1.250 36,6 triệu 51/38 ( ” “ … . hoà hòa ./. cao.Tại 28-6 😀 ﬁ 日本 km² %"
)
ODD_LETTERS = ("!\n", "\n\n", "\t", "\u00a0", "\u200b", "\x00", "ho\u0300a", "a\u0301")
PIECES = (*ODD_WORDS.split(), *ODD_LETTERS)
vietnamese = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=25).map(" ".join)
slow = settings(max_examples=25)


@given(vietnamese | st.text(max_size=80))
@settings(max_examples=150)
def test_law_1_tokens_cover_the_text_exactly(text: str) -> None:
    doc = read_tokens(text)
    assert doc.text == text
    at = 0
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
        assert text[at : token.idx].strip() == ""
        at = token.idx + len(token)


@given(vietnamese | st.text())
def test_law_6_folding_keeps_the_length_and_the_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    folded = fold(composed)
    assert len(folded) == len(composed)
    assert [c.isspace() for c in folded] == [c.isspace() for c in composed]


@pytest.mark.parametrize(
    "piece",
    ["(", "“", "…", "và ", "12 ", "1.", "12/", "5 vụ, ", "xã Mẫu, ", "mô hình “", "\n"],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    short, long = (seconds(piece, length) for length in (2000, 8000))
    assert long < 2 + 10 * short


def seconds(piece: str, length: int) -> float:
    article = Article(id="x", text=(piece * length)[:length], published="2024-09-06")
    begun = time.process_time()
    extract(article)
    return time.process_time() - begun


@cache
def pages() -> dict[str, RawPage]:
    return {page.id: page for page in read_sources([str(TEXTS)]) if isinstance(page, RawPage)}


@cache
def extraction(name: str) -> Extraction:
    return extract(to_article(pages()[name]))


NAMES = sorted(path.stem for path in TEXTS.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_law_2_records_quote_the_text(name: str) -> None:
    assert_grounded(extraction(name))


@given(st.integers(min_value=0))
@example(165)  # an office right before half a word, with nothing between
@slow
def test_law_2_holds_for_shuffled_lines(seed: int) -> None:
    chance = random.Random(seed)
    lines = [line for page in pages().values() if page.text for line in page.text.splitlines()]
    text = chance.choice(["\n", "\n\n", " ", "  "]).join(chance.sample(lines, 8))
    assert_grounded(extract(Article(id="x", text=canonical(text), published="2024-09-06")))


@pytest.mark.parametrize(("blank", "name"), [("\u00a0", "a01"), ("\u202f", "a05"), ("\u200b ", "a08")])
def test_blanks_of_a_layout_change_nothing(blank: str, name: str) -> None:
    page = pages()[name]
    laid_out = replace(page, text=re.sub(r"(?<=\d) (?=[^\W\d_])", blank, page.text or ""))
    plain, found = extraction(name).counts, extract(to_article(laid_out)).counts
    assert [(fact.value, fact.what, fact.period) for fact in found] == [(f.value, f.what, f.period) for f in plain]


@given(vietnamese)
@slow
def test_odd_text_raises_nothing_and_is_grounded(text: str) -> None:
    assert_grounded(extract(Article(id="x", text=canonical(text), published="2024-09-06")))


def assert_grounded(found: Extraction) -> None:
    for record in found.records:
        assert found.article.text[record.start : record.end] == record.quote
    for fact in found.counts:
        assert digits_held(fact), fact
    assert len({record.id for record in found.records}) == len(found.records)


def digits_held(fact: CountFact) -> bool:
    """Whether the quote's digits hold the significant digits of each number that is written in digits."""
    written = re.sub(r"(?<=\d)[.,\s](?=\d)", "", fact.quote)
    in_words = fact.rule.startswith("words") or not re.search(r"\d", written)
    return in_words or all(significant(number) in written for number in numbers(fact))


def numbers(fact: CountFact) -> list[Decimal]:
    return [number for number in (fact.value, fact.denominator) if number is not None]


def significant(number: Decimal) -> str:
    return f"{number:f}".replace(".", "").strip("0")


TONE_PLACES = ("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy", "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ")
NEW_STYLE = dict(zip(*(places.split() for places in TONE_PLACES), strict=True))
OTHER_STYLE = NEW_STYLE | {new: old for old, new in NEW_STYLE.items()}
TONED = re.compile(rf"(?<![qQ])(?:{'|'.join(OTHER_STYLE)})(?!\w)")
SPELLINGS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "tone mark on the other vowel": lambda text: TONED.sub(lambda found: OTHER_STYLE[found.group()], text),
    "eth for đ": lambda text: text.replace("Đ", "\u00d0"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("name", NAMES)
def test_law_5_spelling_of_letters_gives_the_same_facts(name: str, spelling: str) -> None:
    page, respell = pages()[name], SPELLINGS[spelling]
    respelt = replace(page, text=page.text and respell(page.text), html=page.html and respell(page.html))
    assert facts(extract(to_article(respelt))) == facts(extraction(name))


def facts(found: Extraction) -> list[object]:
    """What the records say and where, whatever way their letters are toned."""
    said = [record.model_dump(exclude={"id", "part_of", "rule", "reasons"}) for record in found.records]
    return [toneless(record) for record in said]


def toneless(value: object) -> object:
    if isinstance(value, dict):
        return {name: toneless(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return tuple(toneless(part) for part in value)
    return tone_key(value) if isinstance(value, str) else value
