"""Law 8: a reviewed fact is still reviewed after any re-extraction; and what the machine then says otherwise."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from examples import EXTRACTIONS, HOA
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.records import Article, CountFact, Extraction
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.read import load
from extractor.store.review.decisions import Decision, decide, history, undo
from extractor.store.review.log import each_review
from extractor.store.review.orphans import disputed_facts, orphans
from extractor.store.review.standing import rebuild
from extractor.store.upkeep import reindex
from extractor.store.write import save, start_run

TOTAL, CAMERA, GATE, MONEY = EXTRACTIONS[0].counts


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        start_run(opened, "1", [])
        extract(opened, EXTRACTIONS[0])
        yield opened


def extract(db: sqlite3.Connection, extraction: Extraction, content: str = "a") -> None:
    save(db, extraction, content_hash=content, extractor="2", run=1)


def about(fact: CountFact, action: Any, **more: Any) -> Decision:
    return Decision(article=fact.article_id, fact=fact.id, kind="counts", action=action, reviewer="An", **more)


def with_counts(*facts: CountFact) -> Extraction:
    return EXTRACTIONS[0].model_copy(update={"counts": facts, "checks": ()})


def changed(fact: CountFact, **slots: Any) -> CountFact:
    return fact.model_copy(update=slots)


def moved(extraction: Extraction, before: str) -> Extraction:
    """The extraction of the article with words before it."""
    shift = len(before)
    article = extraction.article.model_copy(update={"text": before + extraction.article.text})
    counts = tuple(changed(fact, start=fact.start + shift, end=fact.end + shift) for fact in extraction.counts)
    return Extraction(article=article, counts=counts)


def states(db: sqlite3.Connection) -> dict[str, str]:
    return {row["fact"]: row["state"] for row in db.execute("SELECT fact, state FROM standing")}


CORRECTION = {"value": 5, "scope": "toàn xã"}
SCOPED = changed(CAMERA, scope="thôn Một")
CASES: dict[str, tuple[Decision, Extraction, str, tuple[Any, ...]]] = {
    # the decision, what is extracted then, the state, and what holds of the fact: value, scope
    "accepted, read again": (about(CAMERA, "accept"), with_counts(CAMERA), "attached", (7, None)),
    "accepted, other slots": (about(CAMERA, "accept"), with_counts(SCOPED), "disputed", (7, None)),
    "accepted, other id": (about(CAMERA, "accept"), with_counts(changed(CAMERA, what="tổ")), "disputed", (7, None)),
    "accepted, longer words": (
        about(CAMERA, "accept"),
        with_counts(changed(CAMERA, start=CAMERA.start - 3, quote=f"có {CAMERA.quote}")),
        "attached",
        (7, None),
    ),
    "accepted, no longer read": (about(CAMERA, "accept"), with_counts(TOTAL), "disputed", (7, None)),
    "accepted, text moved": (about(CAMERA, "accept"), moved(with_counts(CAMERA), "Mới: "), "attached", (7, None)),
    "accepted, words gone": (
        about(CAMERA, "accept"),
        Extraction(article=HOA.model_copy(update={"text": "Bản mới."})),
        "orphan",
        (),
    ),
    "corrected, read as before": (
        about(CAMERA, "correct", changes=CORRECTION),
        with_counts(CAMERA),
        "attached",
        (5, "toàn xã"),
    ),
    "corrected, machine has learned": (
        about(CAMERA, "correct", changes=CORRECTION),
        with_counts(changed(CAMERA, value=Decimal(5), scope="toàn xã")),
        "attached",
        (5, "toàn xã"),
    ),
    "corrected, read in a third way": (
        about(CAMERA, "correct", changes=CORRECTION),
        with_counts(SCOPED),
        "disputed",
        (5, "toàn xã"),
    ),
    "rejected, read again": (about(CAMERA, "reject"), with_counts(CAMERA), "attached", ()),
    "rejected, read otherwise": (about(CAMERA, "reject"), with_counts(SCOPED), "disputed", ()),
    "rejected, no longer read": (about(CAMERA, "reject"), with_counts(TOTAL), "settled", ()),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("content", ["a", "b"])
def test_a_decision_finds_its_fact_again(db: sqlite3.Connection, case: str, content: str) -> None:
    decision, extraction, state, holds = CASES[case]
    decide(db, decision)
    extract(db, extraction, content)
    assert states(db) == {CAMERA.id: state}
    told = {"accept": "accept", "correct": "correct", "reject": "reject"}[decision.action]
    reviewed = [a.record for a in find_facts(db, FactQuery(review=told))] if told != "reject" else []
    assert [(r.value, r.scope) for r in reviewed if isinstance(r, CountFact)] == ([holds] if holds else [])
    assert [one.fact for one in orphans(db)] == ([CAMERA.id] if state == "orphan" else [])
    assert [one.review.decision for one in disputed_facts(db)] == ([told] if state == "disputed" else [])
    (known,) = history(db, "hoa", CAMERA.id)
    assert known.before is not None and known.before["quote"] == CAMERA.quote
    undo(db, "An")
    assert load(db, "hoa") == extraction


def test_a_dispute_ends_with_a_decision(db: sqlite3.Connection) -> None:
    decide(db, about(CAMERA, "accept"))
    extract(db, with_counts(SCOPED))
    decide(db, about(CAMERA, "accept"))
    assert states(db) == {CAMERA.id: "attached"}
    extract(db, with_counts(SCOPED))
    rebuild(db)
    assert states(db) == {CAMERA.id: "attached"}
    assert [fact.scope for fact in load(db, "hoa").counts] == [None]


def test_a_fact_under_a_new_id_has_one_history(db: sqlite3.Connection) -> None:
    decide(db, about(CAMERA, "accept"))
    other = changed(CAMERA, what="camera")
    extract(db, with_counts(other))
    decide(db, about(other, "reject"))
    assert load(db, "hoa").counts == ()
    for fact in (CAMERA, other):
        assert [one.decision for one in history(db, "hoa", fact.id)] == ["accept", "reject"]
    undo(db, "An")
    assert [(fact.id, fact.what) for fact in load(db, "hoa").counts] == [(other.id, "mô hình")]


def test_of_equal_words_each_keeps_its_own(db: sqlite3.Connection) -> None:
    text = "Xã có 5 tổ. Huyện cũng có 5 tổ."
    article = Article(id="hai", text=text, source="hai")
    first, second = (
        CountFact(article_id="hai", start=at, end=at + 4, quote="5 tổ", rule="test", value=Decimal(5), what="tổ")
        for at in (text.index("5"), text.rindex("5"))
    )
    extract(db, Extraction(article=article, counts=(first, second)))
    decide(db, about(second, "reject"))
    decide(db, about(first, "accept"))
    extract(db, moved(Extraction(article=article, counts=(first, second)), "Tin mới. "), "b")
    assert [(fact.start, fact.quote) for fact in load(db, "hai").counts] == [(first.start + 9, "5 tổ")]


def test_a_fact_that_people_found_stays_beside_the_machines(db: sqlite3.Connection) -> None:
    start = HOA.text.index("3 tập thể")
    changes = {"start": start, "end": start + 9, "value": 3, "what": "tập thể"}
    made = decide(db, Decision(article="hoa", kind="counts", action="create", reviewer="An", changes=changes))
    extract(db, moved(with_counts(TOTAL), "Tin mới. "), "b")
    assert [(fact.id, fact.quote) for fact in load(db, "hoa").counts[1:]] == [(made.fact, "3 tập thể")]
    read = load(db, "hoa").counts[1].model_copy(update={"rule": "new", "scope": "xã"})
    extract(db, Extraction(article=load(db, "hoa").article, counts=(read,)), "b")
    assert states(db) == {made.fact: "disputed"}
    assert [fact.scope for fact in load(db, "hoa").counts] == [None]


WHATS = ("tổ", "nhóm", "câu lạc bộ")
NUMBERS = st.integers(1, 6)
SENTENCES = st.lists(st.tuples(NUMBERS, st.sampled_from(WHATS)), min_size=1, max_size=4)


def extraction_of(sentences: list[tuple[int, str]], unread: set[int], scope: str | None) -> Extraction:
    """An article with a sentence for each number and thing; those `unread` by the machine have no fact."""
    text, facts = "", []
    for place, (number, what) in enumerate(sentences):
        text += "Xã có "
        quote = f"{number} {what}"
        if place not in unread:
            evidence = {"article_id": "x", "start": len(text), "end": len(text) + len(quote), "quote": quote}
            facts.append(CountFact(**evidence, rule="test", value=Decimal(number), what=what, scope=scope))
        text += f"{quote}. "
    return Extraction(article=Article(id="x", text=text, source="x"), counts=tuple(facts))


def everything(db: sqlite3.Connection) -> list[Any]:
    """What holds, and where; the rows' keys are not the same after a fact was taken out and in again."""
    standing = [tuple(row)[:-1] for row in db.execute("SELECT * FROM standing")]
    facts = db.execute("SELECT id, value, what, scope, review, machine, start_at FROM counts ORDER BY id, article")
    return [standing, [tuple(row) for row in facts]]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_reviewed_fact_is_still_reviewed_after_any_re_extraction(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("law") / "facts.db"
    with open_database(path, write=True) as db:
        start_run(db, "1", [])
        sentences = data.draw(SENTENCES)
        extract(db, extraction_of(sentences, set(), None), "0")
        for version in range(data.draw(st.integers(1, 3))):
            for fact in load(db, "x").counts:
                action = data.draw(st.sampled_from(("accept", "reject", "correct", "skip", "none")))
                changes = {"scope": f"thôn {version}"} if action == "correct" else None
                if action != "none":
                    decide(db, about(fact, action, changes=changes))
            logged = list(each_review(db))
            sentences = data.draw(SENTENCES) + sentences[data.draw(st.integers(0, len(sentences))) :]
            unread = data.draw(st.sets(st.integers(0, len(sentences) - 1)))
            scope = data.draw(st.sampled_from((None, "thôn 9")))
            extract(db, extraction_of(sentences, unread, scope), data.draw(st.sampled_from(("0", "1"))))
            assert list(each_review(db)) == logged
            _check_law(db)
        while undo(db, "An") is not None:
            pass
        assert load(db, "x") == extraction_of(sentences, unread, scope)


def _check_law(db: sqlite3.Connection) -> None:
    """Every decision stands in a fact that says what was decided, or is listed; deriving anew changes nothing."""
    last = {review.fact: review for review in each_review(db) if review.decision != "skip"}
    standing = {row["fact"]: row for row in db.execute("SELECT * FROM standing")}
    assert standing.keys() == last.keys()
    text = load(db, "x").article.text
    rows = {row["key"]: row for row in db.execute("SELECT * FROM counts")}
    for fact, review in last.items():
        row = rows.get(standing[fact]["fact_key"])
        assert review.before is not None
        if row is None:
            assert standing[fact]["state"] == ("settled" if review.decision == "reject" else "orphan")
            continue
        assert review.before["quote"] in text
        assert text[row["start_at"] : row["end_at"]] == row["quote"]
        sharing = [one for one in last if standing[one]["fact_key"] == row["key"]]
        if len(sharing) == 1:
            assert row["review"] == review.decision
            decided = {**review.before, **(review.correction or {})}
            assert review.decision == "reject" or (row["value"], row["scope"]) == (
                decided["value"],
                decided["scope"],
            )
    before = everything(db)
    rebuild(db)
    assert everything(db) == before
    found = [a.record.id for a in find_facts(db, FactQuery(review="all"))]
    reindex(db)
    db.execute("INSERT INTO fact_search (fact_search) VALUES ('integrity-check')")
    assert [a.record.id for a in find_facts(db, FactQuery(review="all"))] == found
