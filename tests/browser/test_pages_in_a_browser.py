"""Every page in Chromium: on a phone, in the dark, with hostile text, and without a complaint of the browser."""

from pathlib import Path

import pytest
from conftest import Reviewer
from examples import HOA, count
from stored import write_database
from test_reviewing import fact, log, press

from extractor.records import Article, Extraction

PHONE = {"viewport": {"width": 390, "height": 800}, "is_mobile": True, "has_touch": True}
PAGES = ("/", "/search?q=mo+hinh", "/articles/hoa", "/review", "/queues", "/none")
HOSTILE = (
    "</div><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
    '"><a href="javascript:alert(4)">12 hộ</a>{{7*7}}${7*7}<!-- <style>*{display:none}</style> \u202e\x07'
)


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_all_without_scrolling_sideways(reviewer: Reviewer, path: str) -> None:
    page = reviewer(path, **PHONE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_phone_is_reviewed_with_by_touch(reviewer: Reviewer, db: Path) -> None:
    page = reviewer(**PHONE)
    buttons = page.query_selector_all(".actions button, .save button")
    assert min(button.bounding_box()["height"] for button in buttons if button.is_visible()) >= 44
    before = page.get_attribute("#desk", "data-page")
    page.tap('[data-do="accept"]')
    page.wait_for_selector(f'#desk:not([data-page="{before}"])')
    page.tap('[data-do="reject"]')
    page.tap('[data-reason="duplicate"]')
    page.wait_for_function("() => document.getElementById('announce')?.textContent.startsWith('đã loại')")
    assert [(review.decision, review.reason) for review in log(db)] == [("accept", None), ("reject", "duplicate")]


@pytest.mark.parametrize("path", PAGES)
def test_every_control_has_a_name(reviewer: Reviewer, path: str) -> None:
    page = reviewer(path)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea")]
          .filter(one => !(one.textContent.trim() || one.ariaLabel || one.labels?.length || one.title))
          .map(one => one.outerHTML)"""
    )
    assert nameless == []
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert len(page.query_selector_all("h1")) == 1


def test_hostile_text_is_text(reviewer: Reviewer, db: Path) -> None:
    article = Article(
        id="<b>evil</b>&'\"", title=HOSTILE, text=HOSTILE + HOA.text, outlet=HOSTILE, author=HOSTILE,
        url="javascript:alert(5)", published="2024", source="x",
    )  # fmt: skip
    evil = count(article, HOSTILE, 12, HOSTILE, name=HOSTILE, locality=(HOSTILE,), reasons={"what": HOSTILE})
    write_database(db, (Extraction(article=article, counts=(evil,)),))
    page = reviewer("/review?kind=counts&order=article&since=2024&until=2024", name="<i>An</i>")
    for path in ("/", "/search?q=ho", f"/review?article=%3Cb%3Eevil%3C%2Fb%3E%26%27%22&fact={evil.id}"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.querySelectorAll('img, svg [onload], a[href^=\"javascript\"]').length") == 0
    assert "<script>alert(1)</script>" in page.text_content("#text")
    press(page, "x", "7")
    assert [review.fact for review in log(db)] == [evil.id]


def test_the_language_is_remembered(reviewer: Reviewer) -> None:
    page = reviewer()
    shown = fact(page)
    page.click('button[value="en"]')
    page.wait_for_selector('html[lang="en"]')
    assert page.inner_text('[data-do="accept"]').startswith("Right")
    assert fact(page) == shown


def test_a_mark_is_opened_by_a_click(reviewer: Reviewer) -> None:
    page = reviewer("/review?article=hoa")
    before = page.get_attribute("#desk", "data-page")
    page.click("#text a.mark:not(.current)")
    page.wait_for_selector(f'#desk:not([data-page="{before}"])')
    assert page.is_visible("#text a.mark.current")
