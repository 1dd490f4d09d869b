"""Deciding about facts: what stands, what the answers show, what cannot be decided, and taking it back."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import EXTRACTIONS, HOA
from stored import write_database

from extractor.errors import InputError, ReviewConflictError, SlotError
from extractor.records import CountFact, Event, Extraction
from extractor.store.answers.checks import find_checks
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.answers.indicators import timeline
from extractor.store.database import open_database
from extractor.store.read import load
from extractor.store.review.decisions import Decision, Outcome, decide, decide_all, history, undo
from extractor.store.review.log import each_review
from extractor.store.search.results import search_facts
from extractor.store.write import save

TOTAL, CAMERA, GATE, MONEY = EXTRACTIONS[0].counts
MODEL, EVENT = EXTRACTIONS[0].models[0], EXTRACTIONS[0].events[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db", extractor="1")


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(path, write=True) as opened:
        yield opened


def about(fact: Any = TOTAL, action: Any = "accept", reviewer: str = "An", **more: Any) -> Decision:
    return Decision(article=fact.article_id, fact=fact.id, kind=fact.kind, action=action, reviewer=reviewer, **more)


def found(quote: str, **slots: Any) -> dict[str, Any]:
    """The slots of a fact that a reviewer finds."""
    start = HOA.text.index(quote)
    return {"start": start, "end": start + len(quote), **slots}


def create(reviewer: str = "An") -> Decision:
    changes = found("3 tập thể", value=3, what="tập thể", category="collective")
    return Decision(article="hoa", kind="counts", action="create", reviewer=reviewer, changes=changes)


def counts(db: sqlite3.Connection) -> list[Any]:
    return [fact.value for fact in load(db, "hoa").counts]


def held(db: sqlite3.Connection) -> list[Extraction]:
    return [load(db, extraction.article.id) for extraction in EXTRACTIONS]


def test_what_is_accepted_stands_as_it_is(db: sqlite3.Connection) -> None:
    assert decide(db, about()) == Outcome(1, TOTAL.id, "hoa", "counts", "attached")
    assert held(db) == list(EXTRACTIONS)
    (answer,) = find_facts(db, FactQuery(review="accept"))
    assert answer.record == TOTAL


def test_what_is_rejected_is_in_no_answer_but_can_be_asked_for(db: sqlite3.Connection) -> None:
    decide(db, about(CAMERA, "reject", reason="wrong thing", note="máy quay"))
    assert counts(db) == [12, 5, 1_500_000_000]
    assert [a.record.id for a in find_facts(db, FactQuery(what="mô hình"))] == [TOTAL.id, GATE.id]
    assert CAMERA.id not in [a.record.id for a in search_facts(db, "camera")]
    assert CAMERA.id not in [a.record.id for a in search_facts(db, "mo hinh", [FactQuery(place="Thạch Hòa")])]
    assert [a.record.id for a in search_facts(db, "camera", [FactQuery(review="reject")])] == [CAMERA.id]
    assert [a.record.id for a in find_facts(db, FactQuery(review="reject"))] == [CAMERA.id]
    assert len(find_facts(db, FactQuery(review="all", article="hoa"))) == 4
    assert all(p.fact.id != CAMERA.id for series in timeline(db, FactQuery(what="mô hình")) for p in series.points)
    views = ("facts", len(EXTRACTIONS[0].records)), ("latest_facts", -1), ("present_facts", -1)
    for view, expected in views:
        known = db.execute(f"SELECT count(*) FROM {view} WHERE start_at >= 0 AND article = 1").fetchone()[0]
        assert known == len(EXTRACTIONS[0].records) + min(expected, 0)


def test_a_correction_is_what_every_answer_tells(db: sqlite3.Connection) -> None:
    changes = {"what": "camera an ninh", "locality": ["Hà Thử", "Phố Mới"]}
    decide(db, about(CAMERA, "correct", changes=changes))
    (answer,) = find_facts(db, FactQuery(what="camera an ninh"))
    assert isinstance(answer.record, CountFact)
    assert (answer.record.id, answer.record.what) == (CAMERA.id, "camera an ninh")
    assert answer.record.locality == ("Hà Thử", "Phố Mới")
    assert [a.record.id for a in find_facts(db, FactQuery(place="Phố Mới"))] == [CAMERA.id]
    assert [a.record.id for a in search_facts(db, "pho moi")] == [CAMERA.id]
    assert CAMERA.id not in [a.record.id for a in search_facts(db, "sông mơ")]
    assert load(db, "hoa", reading="machine") == EXTRACTIONS[0]


def test_other_words_of_the_text_can_be_its_proof(db: sqlite3.Connection) -> None:
    decide(db, about(CAMERA, "correct", changes={"end": CAMERA.end - len(" camera")}))
    fact = load(db, "hoa").counts[1]
    assert (fact.id, fact.quote, HOA.text[fact.start : fact.end]) == (CAMERA.id, "7 mô hình", "7 mô hình")


def test_a_fact_that_people_found_is_a_fact(db: sqlite3.Connection) -> None:
    outcome = decide(db, create())
    (answer,) = find_facts(db, FactQuery(review="create"))
    assert (answer.record.id, answer.record.quote, answer.record.rule) == (outcome.fact, "3 tập thể", "review")
    assert [a.record.id for a in search_facts(db, "3 tập thể", [FactQuery()])] == [outcome.fact]
    with pytest.raises(InputError, match="there already"):
        decide(db, create("Bình"))
    undo(db, "An")
    assert held(db) == list(EXTRACTIONS)


def test_a_split_is_one_decision_and_one_undo(db: sqlite3.Connection) -> None:
    parts = (
        found("5 mô hình", value=5, what="mô hình"),
        found("“Cổng sáng”", kind="models", name="Cổng", status="active"),
    )
    decide(db, about(GATE, "split", parts=parts))
    assert counts(db) == [12, 7, 1_500_000_000, 5]
    assert [model.quote for model in load(db, "hoa").models] == [MODEL.quote, "“Cổng sáng”"]
    assert len(list(each_review(db))) == 1
    undo(db, "An")
    assert held(db) == list(EXTRACTIONS)


@pytest.mark.parametrize(
    ("decision", "slot"),
    [
        (about(action="correct", changes={"value": "mười"}), "value"),
        (about(action="correct", changes={"aspect": "often"}), "aspect"),
        (about(action="correct", changes={"colour": "red"}), "colour"),
        (about(action="correct", changes={"value": 13}), "value"),
        (about(action="correct", changes={"confidence": 1}), "confidence"),
        (about(action="correct", changes={"quote": "duy trì 13 mô hình"}), "quote"),
        (about(action="correct", changes={"start": 5, "end": 5}), "start"),
        (about(action="correct", changes={"end": 10**6}), "start"),
        (about(action="split", parts=({"kind": "colours"},)), "kind"),
        (Decision(article="hoa", kind="counts", action="create", reviewer="An", changes={"what": "x"}), "start"),
        (
            Decision(
                article="hoa", kind="events", action="create", reviewer="An", changes=found("hội nghị", name="x")
            ),
            "event",
        ),
    ],
)
def test_what_no_fact_can_be_is_refused_slot_by_slot(db: sqlite3.Connection, decision: Decision, slot: str) -> None:
    with pytest.raises(SlotError) as error:
        decide(db, decision)
    assert slot in error.value.problems
    assert list(each_review(db)) == []
    assert held(db) == list(EXTRACTIONS)


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (about(action="correct", changes={"value": 12}), "nothing was changed"),
        (about(action="correct"), "nothing was changed"),
        (about(action="split"), "needs parts"),
        (about(action="undo"), "taken back"),
        (about(action="reject", reason="because"), "is no reason"),
        (about(reviewer=" "), "needs a reviewer"),
        (Decision(article="hoa", fact="?", kind="counts", action="accept", reviewer="An"), "no fact '\\?'"),
        (Decision(article="?", fact="?", kind="counts", action="accept", reviewer="An"), "no fact '\\?'"),
        (Decision(article="?", kind="counts", action="create", reviewer="An"), "no article '\\?'"),
    ],
)
def test_what_makes_no_decision_is_refused(db: sqlite3.Connection, decision: Decision, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decide(db, decision)
    assert list(each_review(db)) == []


def test_a_number_in_words_needs_no_digits(db: sqlite3.Connection) -> None:
    article = HOA.model_copy(update={"id": "chữ", "text": "Xã có mười hai mô hình."})
    slots = {"start": 6, "end": 22, "value": 12, "what": "mô hình"}
    save(db, Extraction(article=article), content_hash="a", extractor="1", run=1)
    decide(db, Decision(article="chữ", kind="counts", action="create", reviewer="An", changes=slots))
    assert [fact.quote for fact in load(db, "chữ").counts] == ["mười hai mô hình"]


def test_what_is_sent_twice_is_kept_once(db: sqlite3.Connection) -> None:
    first = decide(db, about(token="t"))
    assert (first.repeated, decide(db, about(token="t")).repeated) == (False, True)
    assert decide(db, about(token="another")).repeated
    undone = undo(db, "An", token="u")
    assert undone is not None and undone.state == "pending"
    again = undo(db, "An", token="u")
    assert again is not None and again.repeated
    assert len(list(each_review(db))) == 2


def test_everything_can_be_taken_back_step_by_step(db: sqlite3.Connection) -> None:
    steps = [
        about(),
        about(CAMERA, "correct", changes={"value": 5}),
        about(CAMERA, "reject"),
        create(),
        about(EVENT, "correct", changes={"name": "hội nghị"}),
        about(MONEY, "skip"),
    ]
    states = [held(db)]
    for step in steps:
        decide(db, step)
        states.append(held(db))
    for state in reversed(states[:-1]):
        assert undo(db, "An") is not None
        assert held(db) == state
    assert undo(db, "An") is None
    assert db.execute("SELECT count(*) FROM standing").fetchone()[0] == 0
    db.execute("INSERT INTO fact_search (fact_search) VALUES ('integrity-check')")


def test_the_second_of_two_reviewers_is_told_and_nothing_is_overwritten(db: sqlite3.Connection) -> None:
    decide(db, about(CAMERA, "reject", seen=0))
    with pytest.raises(ReviewConflictError, match="An decided about this fact meanwhile: reject") as error:
        decide(db, about(CAMERA, "accept", "Bình", seen=0))
    assert CAMERA.id not in [fact.id for fact in load(db, "hoa").counts]
    decide(db, about(CAMERA, "accept", "Bình", seen=error.value.review))
    assert CAMERA.id in [fact.id for fact in load(db, "hoa").counts]
    assert [(one.reviewer, one.decision) for one in history(db, "hoa", CAMERA.id)] == [
        ("An", "reject"),
        ("Bình", "accept"),
    ]
    undo(db, "Bình")
    assert CAMERA.id not in [fact.id for fact in load(db, "hoa").counts]


def test_what_others_built_upon_is_not_taken_back(db: sqlite3.Connection) -> None:
    made = decide(db, create())
    seen = Decision(article="hoa", fact=made.fact, kind="counts", action="accept", reviewer="Bình")
    decide(db, seen)
    with pytest.raises(ReviewConflictError, match="Bình decided about a fact that this made"):
        undo(db, "An")
    undo(db, "Bình")
    undo(db, "An")
    assert held(db) == list(EXTRACTIONS)


def test_all_are_kept_or_none(db: sqlite3.Connection) -> None:
    with pytest.raises(InputError, match="row 2: value"):
        decide_all(db, [about(), about(GATE, "correct", changes={"value": 6}, source="row 2")])
    assert list(each_review(db)) == []
    assert [one.repeated for one in decide_all(db, [about(), about(), about(GATE)])] == [False, True, False]


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (about(), (12, 12, "adds up")),
        (about(CAMERA, "correct", changes={"value": 5}), (12, 10, "incomplete")),
        (about(CAMERA, "reject"), (12, 5, "incomplete")),
        (about(TOTAL, "correct", changes={"value": 7}), (7, 12, "overlapping")),
        (about(CAMERA, "correct", changes={"what": "tổ"}), (12, 12, "adds up")),
        (about(TOTAL, "reject"), None),
    ],
)
def test_sums_follow_their_numbers(db: sqlite3.Connection, decision: Decision, told: Any) -> None:
    decide(db, decision)
    checks = [one.check for one in find_checks(db)]
    assert [(int(one.expected), int(one.found), one.verdict) for one in checks] == ([told] if told else [])
    assert load(db, "hoa", reading="machine") == EXTRACTIONS[0]
    undo(db, "An")
    assert held(db) == list(EXTRACTIONS)


def test_an_event_keeps_its_kind_in_a_slot_of_that_name(db: sqlite3.Connection) -> None:
    decide(db, about(EVENT, "correct", changes={"event": "hội nghị"}))
    (fact,) = load(db, "hoa").events
    assert isinstance(fact, Event) and fact.event == "hội nghị"


def test_a_killed_reviewer_loses_nothing(path: Path) -> None:
    """Kill the process between its decisions; every decision that it was told of is there, whole."""
    script = f"""
        import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
        from pathlib import Path
        from examples import EXTRACTIONS
        from extractor.store.database import open_database
        from extractor.store.review.decisions import Decision, decide
        fact = EXTRACTIONS[0].counts[1]
        with open_database(Path({str(path)!r}), write=True) as db:
            for number in range(10**6):
                action, changes = (("correct", {{"scope": f"lần {{number}}"}}), ("reject", None))[number % 2]
                outcome = decide(db, Decision(article="hoa", fact=fact.id, kind="counts", action=action,
                                              changes=changes, reviewer="An"))
                print(outcome.review, flush=True)
    """
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, env=environment
    ) as reviewer:
        assert reviewer.stdout is not None
        told = [int(reviewer.stdout.readline()) for _ in range(20)]
        reviewer.send_signal(signal.SIGKILL)
        told += [int(line) for line in reviewer.stdout.read().split()]
    with open_database(path, write=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        kept = list(each_review(db))
        assert {*told} <= {review.key for review in kept}
        rejected = CAMERA.id not in [fact.id for fact in load(db, "hoa").counts]
        assert rejected == (kept[-1].decision == "reject")
        for _ in kept:
            undo(db, "An")
        assert held(db) == list(EXTRACTIONS)
