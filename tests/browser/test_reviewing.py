"""The review page by keyboard: each key, and what it leaves in the log."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Reviewer
from examples import EXTRACTIONS, HOA, count
from stored import write_database

from extractor.records import KINDS, Extraction
from extractor.store.answers.reprints import save_clusters
from extractor.store.database import open_database
from extractor.store.review.log import Review, each_review


def log(db: Path) -> list[Review]:
    with open_database(db) as opened:
        return list(each_review(opened))


def fact(page: Any) -> str:
    return str(page.get_attribute("#desk", "data-fact"))


def press(page: Any, *keys: str) -> None:
    """Press the keys; the last one brings another fact."""
    before = page.get_attribute("#desk", "data-page")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector(f'#desk:not([data-page="{before}"])')


def select(page: Any, words: str) -> None:
    """Select words of the article, as a mouse would."""
    page.evaluate(
        """words => {
          const text = document.getElementById("text");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let at = text.textContent.indexOf(words), end = at + words.length;
          const range = document.createRange();
          for (let node = walker.nextNode(), start = 0; node; start += node.length, node = walker.nextNode()) {
            if (start <= at && at < start + node.length) range.setStart(node, at - start);
            if (start < end && end <= start + node.length) range.setEnd(node, end - start);
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


@pytest.fixture
def page(reviewer: Reviewer) -> Any:
    return reviewer()


def test_accepting_is_one_key_and_one_request(page: Any, db: Path) -> None:
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    first = fact(page)
    press(page, "a")
    assert fact(page) != first
    assert [url.rsplit("/", 1)[-1] for url in requests] == ["decide"]
    assert [(review.fact, review.decision) for review in log(db)] == [(first, "accept")]
    assert page.evaluate("document.activeElement.id") == "statement"
    assert page.text_content("#announce").startswith("đã xác nhận.")


def test_rejecting_takes_one_more_key(page: Any, db: Path) -> None:
    press(page, "x", "2")
    (review,) = log(db)
    assert (review.decision, review.reason) == ("reject", "wrong place")


def test_escape_leaves_the_reasons(page: Any, db: Path) -> None:
    page.keyboard.press("x")
    assert page.is_visible("#reasons")
    page.keyboard.press("Escape")
    assert page.is_hidden("#reasons")
    assert log(db) == []


def test_editing_and_saving(reviewer: Reviewer, db: Path) -> None:
    page = reviewer("/review?kind=models")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "name"
    page.keyboard.press("Control+a")
    page.keyboard.type("Cổng sáng an toàn")
    press(page, "Enter")
    (review,) = log(db)
    assert (review.decision, review.correction) == ("correct", {"name": "Cổng sáng an toàn"})


def test_what_is_typed_is_checked_at_once(reviewer: Reviewer, db: Path) -> None:
    page = reviewer("/review?kind=counts&article=hoa")
    page.fill('#slots [name="value"]', "nhiều")
    page.wait_for_selector('#slots [name="value"][aria-invalid="true"]')
    assert "Cần một số" in page.text_content("#problems")
    page.fill('#slots [name="value"]', "12")
    page.wait_for_selector('#slots [name="value"]:not([aria-invalid])')
    page.fill('#slots [name="value"]', "31")
    page.keyboard.press("Enter")
    page.wait_for_selector("#notice .problems")
    assert log(db) == []


def test_undo_brings_the_fact_back(page: Any, db: Path) -> None:
    first = fact(page)
    press(page, "a")
    press(page, "u")
    assert fact(page) == first
    assert [review.decision for review in log(db)] == ["accept", "undo"]


def test_next_previous_and_later(page: Any, db: Path) -> None:
    first = fact(page)
    press(page, "j")
    second = fact(page)
    press(page, "k")
    assert fact(page) == first != second
    press(page, "j")
    assert fact(page) == second
    press(page, " ")
    assert fact(page) not in (first, second)
    assert [(review.fact, review.decision) for review in log(db)] == [(second, "skip")]


def test_splitting(reviewer: Reviewer, db: Path) -> None:
    page = reviewer("/review?kind=awards")
    page.keyboard.press("s")
    page.fill('#panel [name="0.giver"]', "UBND xã")
    page.fill('#panel [name="1.recipient"]', "individual")
    select(page, "3 tập thể")
    page.click('#panel [data-do="quote"]')
    page.click("#panel button.main")
    page.wait_for_function("() => !document.querySelector('#panel form')")
    (review,) = log(db)
    assert [part["recipient"] for part in review.correction] == ["collective", "individual"]
    assert [part["quote"] for part in review.correction] == ["trao giấy khen cho 3 tập thể", "3 tập thể"]


def test_a_new_fact_from_selected_words(page: Any, db: Path) -> None:
    shown = fact(page)
    article = str(page.get_attribute("#desk", "data-article"))
    words = {"hoa": "người dân", "dong": "nhiều người", "plain": "nguoi dan"}[article]
    page.keyboard.press("n")
    assert page.text_content("#announce").startswith("Hãy chọn chữ")
    select(page, words)
    page.keyboard.press("n")
    page.wait_for_selector("#panel form")
    assert page.text_content("#panel blockquote") == words
    page.fill('#panel [name="0.what"]', words)
    press(page, "Enter")
    assert fact(page) == shown
    (review,) = log(db)
    text = next(one.article.text for one in EXTRACTIONS if one.article.id == article)
    assert review.correction["quote"] == words == text[review.correction["start"] : review.correction["end"]]


def test_letters_beyond_the_basic_plane_are_counted_as_one(reviewer: Reviewer, db: Path) -> None:
    article = HOA.model_copy(update={"text": "😀😀 " + HOA.text, "id": "smile"})
    found = count(article, "duy trì 12 mô hình", 12, "mô hình")
    write_database(db, (Extraction(article=article, counts=(found,)),))
    page = reviewer("/review?article=smile")
    select(page, "người dân")
    page.keyboard.press("n")
    page.wait_for_selector("#panel form")
    assert page.text_content("#panel blockquote") == "người dân"


def test_identical_facts_are_decided_together(reviewer: Reviewer, db: Path) -> None:
    again = HOA.model_copy(update={"id": "again"})
    copy = EXTRACTIONS[0].model_copy(update={"article": again, "checks": ()})
    records = {kind: [r.model_copy(update={"article_id": "again"}) for r in getattr(copy, kind)] for kind in KINDS}
    write_database(db, (copy.model_copy(update=records),))
    with open_database(db, write=True) as opened:
        save_clusters(opened, [(("hoa", "again"), 1.0)])
    page = reviewer("/review?kind=events")
    page.keyboard.press("t")
    assert page.is_checked("#together")
    press(page, "a")
    assert sorted(review.article for review in log(db)) == ["again", "hoa"]
    assert not page.query_selector("#slots")


def test_help_tells_the_keys(page: Any) -> None:
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help")


def test_keys_are_letters_in_a_field(page: Any, db: Path) -> None:
    page.focus("#slots [data-of]:is(input)")
    page.keyboard.type("axu j?")
    assert log(db) == []
    assert "axu j?" in page.input_value("#slots [data-of]:is(input)")
