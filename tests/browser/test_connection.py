"""Nothing of a reviewer's work is lost: without a connection, without an answer, with somebody else at work."""

from pathlib import Path
from typing import Any

from conftest import Reviewer
from examples import EXTRACTIONS
from stored import write_database
from test_reviewing import fact, log, press


def test_decisions_wait_while_the_connection_is_lost(reviewer: Reviewer, db: Path) -> None:
    page = reviewer()
    first = fact(page)
    page.context.set_offline(True)
    page.keyboard.press("a")
    page.wait_for_selector("#banner:not([hidden])")
    assert "1 quyết định" in page.text_content("#banner-text")
    page.keyboard.press("a")
    assert log(db) == []
    page.context.set_offline(False)
    page.wait_for_selector(f'#desk:not([data-fact="{first}"])')
    page.wait_for_selector("#banner[hidden]", state="attached")
    assert [(review.fact, review.decision) for review in log(db)] == [(first, "accept")]


def test_a_lost_answer_is_asked_for_again_and_kept_once(reviewer: Reviewer, db: Path) -> None:
    page = reviewer()
    first = fact(page)
    lost: list[int] = []

    def lose(route: Any) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    page.route("**/review/decide", lose)
    press(page, "a")
    assert lost == [200]
    assert [review.fact for review in log(db)] == [first]


def test_a_closed_page_sends_what_waits_when_it_is_opened_again(reviewer: Reviewer, db: Path) -> None:
    page = reviewer()
    first = fact(page)
    page.route("**/review/decide", lambda route: route.abort())
    page.keyboard.press("a")
    page.wait_for_selector("#banner:not([hidden])")
    page.unroute("**/review/decide")
    page.goto("/queues")
    page.goto("/review")
    for _ in range(600):  # either of the two pages may be the one that sends it
        if log(db):
            break
        page.wait_for_timeout(100)
    assert [review.fact for review in log(db)] == [first]


def test_an_ended_session_keeps_the_decision(reviewer: Reviewer, db: Path) -> None:
    page = reviewer()
    page.context.clear_cookies()
    page.keyboard.press("a")
    page.wait_for_selector("#banner:not([hidden])")
    assert log(db) == []
    page.click("#banner-again")
    page.fill("#name", "An")
    page.click("form.small button")
    page.wait_for_function("() => document.getElementById('announce')?.textContent")
    assert [review.decision for review in log(db)] == ["accept"]


def test_two_reviewers_get_different_facts(reviewer: Reviewer) -> None:
    assert fact(reviewer(name="An")) != fact(reviewer(name="Bình"))


def test_a_stale_page_overwrites_nothing(reviewer: Reviewer, db: Path) -> None:
    an = reviewer(name="An")
    first = fact(an)
    binh = reviewer(f"/review?article={an.get_attribute('#desk', 'data-article')}&fact={first}", name="Bình")
    press(binh, "x", "5")
    an.keyboard.press("a")
    an.wait_for_selector("#notice .conflict")
    assert "Bình" in an.text_content("#notice")
    assert [review.reviewer for review in log(db)] == ["Bình"]
    an.click('[data-do="reload"]')
    an.wait_for_selector(".tag.reject")
    press(an, "a")
    assert [(review.reviewer, review.decision) for review in log(db)] == [("Bình", "reject"), ("An", "accept")]


def test_a_reviewer_may_insist(reviewer: Reviewer, db: Path) -> None:
    an = reviewer(name="An")
    here = f"/review?article={an.get_attribute('#desk', 'data-article')}&fact={fact(an)}"
    press(reviewer(here, name="Bình"), "x", "5")
    an.keyboard.press("a")
    an.wait_for_selector("#notice .conflict")
    before = an.get_attribute("#desk", "data-page")
    an.click('[data-do="insist"]')
    an.wait_for_selector(f'#desk:not([data-page="{before}"])')
    assert [review.reviewer for review in log(db)] == ["Bình", "An"]


def test_a_reviewed_fact_stays_reviewed_after_another_extraction(reviewer: Reviewer, db: Path) -> None:
    page = reviewer("/review?kind=roles")
    page.fill('#slots [name="position"]', "Chủ tịch xã")
    press(page, "Enter")
    old = EXTRACTIONS[0]
    now = old.roles[0].model_copy(update={"position": "Phó Chủ tịch"})
    text = old.article.text + "\nCập nhật."
    newer = old.model_copy(update={"roles": (now,), "article": old.article.model_copy(update={"text": text})})
    write_database(db, (newer,), "newer")
    page.goto("/review?kind=roles&state=disputed")
    assert page.is_visible(".tag.disputed")
    assert "Phó Chủ tịch" in page.text_content(".machine")
    assert page.input_value('#slots [name="position"]') == "Chủ tịch xã"
    assert "An" in page.text_content(".history")
