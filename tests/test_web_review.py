"""Reviewing by requests: decisions, conflicts, repeated sending, undo, new facts, splits, and what is refused."""

import html
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from examples import HOA
from httpx import Response
from starlette.testclient import TestClient
from stored import write_database
from web_client import client_of, csrf, post

from extractor.records import Extraction
from extractor.store.database import open_database
from extractor.store.review.log import Review, each_review
from extractor.web.queue_address import cursor_of, cursor_text, query_of, queue_of

INPUT = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"')


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


@pytest.fixture
def an(db: Path) -> Iterator[TestClient]:
    with reviewer(db, "An") as client:
        yield client


def reviewer(db: Path, name: str, **site: Any) -> TestClient:
    client = client_of(db, **site)
    post(client, "/name", name=name)
    return client


def form(page: str) -> dict[str, str]:
    """The hidden fields of the fact at hand."""
    slots = page.split('id="slots"', 1)[1]
    return {name: html.unescape(value) for name, value in INPUT.findall(slots)}


def decide(client: TestClient, shown: dict[str, str], action: str, **more: str) -> Response:
    return post(client, "/review/decide", **{**shown, "action": action, **more})


def log(db: Path) -> list[Review]:
    with open_database(db) as opened:
        return list(each_review(opened))


def first(client: TestClient, query: str = "") -> dict[str, str]:
    return form(client.get(f"/review?{query}").text)


def test_a_name_comes_first(db: Path) -> None:
    with client_of(db) as client:
        answer = client.get("/review?kind=counts")
        assert answer.headers["location"] == "/name?next=%2Freview%3Fkind%3Dcounts"
        assert post(client, "/review/decide", action="accept").status_code == 403


def test_accepting_brings_the_next_fact(an: TestClient, db: Path) -> None:
    seen = []
    shown = first(an)
    for _ in range(14):
        seen.append(shown["fact"])
        answer = decide(an, shown, "accept")
        assert answer.status_code == 200
        if 'id="slots"' not in answer.text:
            break
        shown = form(answer.text)
    assert len(set(seen)) == len(seen) == 13
    assert [review.decision for review in log(db)] == ["accept"] * 13
    assert an.get("/review").status_code == 200


def test_a_decision_sent_twice_is_kept_once(an: TestClient, db: Path) -> None:
    shown = first(an)
    for _ in range(2):
        assert decide(an, shown, "accept", token="t1").status_code == 200
    assert len(log(db)) == 1


def test_rejecting_tells_why(an: TestClient, db: Path) -> None:
    decide(an, first(an), "reject", reason="wrong place", note="khác xã")
    (review,) = log(db)
    assert (review.decision, review.reason, review.note, review.reviewer) == (
        "reject",
        "wrong place",
        "khác xã",
        "An",
    )


def test_correcting_keeps_the_changed_slots(an: TestClient, db: Path) -> None:
    shown = first(an, "kind=models")
    decide(an, shown, "correct", name="Cổng sáng an toàn", locality="Thạch Hòa, Sông Mơ, Hà Thử")
    (review,) = log(db)
    assert (review.decision, review.correction) == ("correct", {"name": "Cổng sáng an toàn"})
    page = an.get(f"/review?article=hoa&fact={shown['fact']}").text
    assert "Cổng sáng an toàn" in page


def test_saving_what_was_not_changed_accepts_it(an: TestClient, db: Path) -> None:
    decide(an, first(an), "correct")
    assert [review.decision for review in log(db)] == ["accept"]


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [("value", "nhiều", "Cần một số"), ("value", "31", "không có trong bài"), ("what", "", "Không được để trống"),
     ("period.start", "hôm qua", "Cần một ngày"), ("period.start", "2025", "đứng trước thời điểm bắt đầu"),
     ("period.start", "31/02/2024", "Cần một ngày")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_and_not_kept(
    an: TestClient, db: Path, slot: str, value: str, told: str
) -> None:
    shown = {**first(an, "kind=counts&article=hoa"), "period.end": "2024"}
    live = post(an, "/review/validate", **{**shown, slot: value})
    assert (live.status_code, told in live.text) == (200, True)
    answer = decide(an, shown, "correct", **{slot: value})
    assert (answer.status_code, told in answer.text) == (422, True)
    assert log(db) == []


def test_a_good_form_has_no_problems(an: TestClient, db: Path) -> None:
    assert post(an, "/review/validate", **first(an)).text.strip() == ""
    assert log(db) == []


def test_a_place_that_the_gazetteer_does_not_know_is_told_and_may_be_kept(an: TestClient, db: Path) -> None:
    shown = first(an, "kind=counts&article=hoa")
    for place, known in (("Land, Nowhere", False), ("Lăng Thành, Yên Thành, Nghệ An", True)):
        live = post(an, "/review/validate", **{**shown, "action": "correct", "locality": place})
        assert (live.status_code, "không có Nowhere, Land ở đó" in live.text) == (200, not known)
    assert decide(an, shown, "correct", locality="Land, Nowhere").status_code == 200
    assert log(db)[0].correction == {"locality": ["Nowhere", "Land"]}


def test_two_reviewers_get_different_facts(an: TestClient, db: Path) -> None:
    with reviewer(db, "Binh") as binh:
        assert first(an)["fact"] != first(binh)["fact"]


def test_the_second_of_two_is_told_and_may_insist(an: TestClient, db: Path) -> None:
    with reviewer(db, "Binh") as binh:
        shown = first(an)
        decide(binh, shown, "reject", reason="not a fact")
        late = decide(an, shown, "accept")
        assert late.status_code == 409
        assert "Binh" in late.text
        assert "Không phải dữ kiện" in late.text
        assert len(log(db)) == 1
        seen = re.search(r'data-seen="(\d+)"', late.text)
        assert seen is not None
        assert decide(an, {**shown, "seen": seen[1]}, "accept").status_code == 200
        assert [review.reviewer for review in log(db)] == ["Binh", "An"]


def test_undo_brings_the_fact_back(an: TestClient, db: Path) -> None:
    shown = first(an)
    decide(an, shown, "reject")
    assert form(post(an, "/review/undo", token="u1").text)["fact"] == shown["fact"]
    post(an, "/review/undo", token="u1")
    assert [review.decision for review in log(db)] == ["reject", "undo"]
    assert "Không có gì để hoàn tác" in post(an, "/review/undo", token="u2").text


def test_a_new_fact_is_made_of_selected_words(an: TestClient, db: Path) -> None:
    start = HOA.text.index("người dân")
    page = an.get(f"/review/new?article=hoa&start={start}&end={start + 9}&kind=counts").text
    assert "người dân</blockquote>" in page
    shown = first(an)
    made = {"0.start": str(start), "0.end": str(start + 9), "0.what": "người dân", "0.value": "12"}
    answer = decide(an, {"article": "hoa", "kind": "counts", "shown": shown["fact"]}, "create", **made)
    assert form(answer.text)["fact"] == shown["fact"]
    (review,) = log(db)
    assert (review.decision, review.correction["quote"]) == ("create", "người dân")
    assert decide(an, {"article": "hoa", "kind": "counts"}, "create", **{**made, "0.end": "0"}).status_code == 422


def test_one_fact_becomes_several(an: TestClient, db: Path) -> None:
    shown = first(an, "kind=awards")
    page = an.get(f"/review/split?article=hoa&fact={shown['fact']}&parts=3").text
    assert page.count('class="part') == 3
    parts = {
        f"{number}.{name}": value
        for number, recipient in enumerate(("collective", "individual"))
        for name, value in {
            "start": shown["start"], "end": shown["end"], "form": "giấy khen", "recipient": recipient, "count": "3",
        }.items()
    }  # fmt: skip
    assert decide(an, shown, "split", **parts).status_code == 200
    (review,) = log(db)
    assert [part["recipient"] for part in review.correction] == ["collective", "individual"]


def test_a_read_only_server_shows_and_writes_nothing(db: Path) -> None:
    with client_of(db, read_only=True) as client:
        page = client.get("/review").text
        assert 'data-do="accept"' not in page
        post(client, "/name", name="An")
        assert decide(client, form(page), "accept").status_code == 403
        assert post(client, "/review/undo").status_code == 403
    assert log(db) == []


def test_a_locked_database_loses_nothing(an: TestClient, db: Path) -> None:
    with reviewer(db, "An", wait=0.01) as client:
        shown = first(client)
        blocker = sqlite3.connect(db, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        assert decide(client, shown, "accept", token="t").status_code == 503
        blocker.close()
        assert decide(client, shown, "accept", token="t").status_code == 200
    assert len(log(db)) == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [("/review?article=hoa&fact=none", 404), ("/review?fact=none", 404), ("/review/split?article=hoa&fact=x", 404),
     ("/review/new?article=none", 404), ("/review/new?article=hoa&start=x&end=99999999999&kind=y", 200),
     ("/review?kind=none&order=x&state=y&doubled=z&after=[&before=1", 200), ("/review?place=Không+Đâu", 200)],
)  # fmt: skip
def test_odd_addresses_are_answered(an: TestClient, address: str, status: int) -> None:
    assert an.get(address).status_code == status


@pytest.mark.parametrize(
    "fields",
    [{}, {"action": "none"}, {"action": "accept"}, {"action": "accept", "kind": "counts"}, {"action": "undo"},
     {"action": "accept", "kind": "counts", "article": "hoa", "fact": "x", "seen": "-1", "cursor": "{}"}],
)  # fmt: skip
def test_odd_decisions_are_refused(an: TestClient, db: Path, fields: dict[str, str]) -> None:
    assert post(an, "/review/decide", **fields).status_code in (400, 404, 422)
    assert log(db) == []


def test_j_and_k_walk_the_queue(an: TestClient) -> None:
    one = first(an)
    two = form(an.get("/review/desk", params={"after": one["cursor"]}).text)
    assert form(an.get("/review/desk", params={"before": two["cursor"]}).text)["fact"] == one["fact"] != two["fact"]


def test_a_queue_is_its_address() -> None:
    query = "order=article&kind=awards&state=all&place=H%E1%BB%99i+An&since=2023&doubled=20"
    queue = queue_of(dict(parse_qsl(query)))
    assert query_of(queue) == query
    assert cursor_of(cursor_text((0.5, 7))) == (0.5, 7)
    assert [cursor_of(text) for text in ("", "[]", "{}", '["x"]', "[true]", "[[1]]")] == [None] * 6


def test_the_queues_are_listed_with_what_lost_its_fact(an: TestClient, db: Path) -> None:
    decide(an, first(an, "kind=events"), "accept")
    article = HOA.model_copy(update={"text": "Bài đã được viết lại, không còn gì như trước."})
    write_database(db, (Extraction(article=article),), "newer")
    page = an.get("/queues").text
    assert "hội nghị tổng kết" in page
    assert csrf(an)
    assert an.get("/queues/row?kind=counts").status_code == 200
