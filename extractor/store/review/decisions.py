"""Deciding about facts, taking it back, and who decided what before."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from extractor.errors import InputError, ReviewConflictError, SlotError
from extractor.interchange import slots_to_json
from extractor.records import KINDS, CountFact, Kind, Record
from extractor.store.review.contradicted import follow
from extractor.store.review.fact_rows import FactRow, current_fact, latest_key, rows_within
from extractor.store.review.grounding import changed_slots, corrected, created
from extractor.store.review.log import (
    Action,
    Review,
    append,
    by_token,
    last_of,
    live_reviews,
    reviews_of,
)
from extractor.store.review.opinions import facts_of
from extractor.store.review.standing import ids_of, settle_facts
from extractor.store.transactions import transaction

REASONS: tuple[str, ...] = (
    "wrong number",
    "wrong place",
    "wrong time",
    "wrong thing",
    "not a fact",
    "duplicate",
    "boilerplate",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer wants to be kept about a fact.

    `changes` are of `correct` the changed slots, of `create` all slots with `start` and `end`, as JSON has them.
    `parts` are the facts that a split makes of one, each with all its slots, `start` and `end`, and its `kind` if
    that is another. `token` names the decision: sent again, it is kept once. `seen` is the key of the fact's last
    review that the reviewer knew of, 0 for none; a later one of someone else is a ReviewConflictError. What is
    decided `blind` is about the machine's reading, whatever others made of it. `at` is UTC, ISO 8601; now, if not
    told. `source` is where the decision was read, for errors.
    """

    article: str
    kind: Kind
    action: Action
    reviewer: str
    fact: str = ""
    changes: Mapping[str, object] | None = None
    parts: tuple[Mapping[str, object], ...] = ()
    reason: str | None = None
    note: str | None = None
    token: str | None = None
    seen: int | None = None
    blind: bool = False
    at: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision: the key of its review, and where the fact's decision now stands.

    `state` is as in the table `standing`, or `pending` where nobody's decision holds. `repeated`: it was known.
    """

    review: int
    fact: str
    article: str
    kind: Kind
    state: str
    repeated: bool = False


def decide(db: sqlite3.Connection, decision: Decision) -> Outcome:
    """Keep a decision; the answers follow at once.

    Raises InputError for what the fact cannot be (SlotError tells the slots), and ReviewConflictError where someone
    else decided since; then nothing is written.
    """
    with transaction(db):
        return _decide(db, decision)


def decide_all(db: sqlite3.Connection, decisions: Iterable[Decision]) -> list[Outcome]:
    """Keep all of the decisions or, where one does not fit, none. Raises InputError and ReviewConflictError."""
    outcomes = []
    with transaction(db):
        for decision in decisions:
            try:
                outcomes.append(_decide(db, decision))
            except InputError as error:
                if decision.source is None:
                    raise
                raise InputError(f"{decision.source}: {error}") from error
    return outcomes


def check(db: sqlite3.Connection, decision: Decision) -> None:
    """Raise what `decide` would of a decision that the fact cannot take; nothing is written. Raises InputError."""
    _review(db, decision, None if decision.action == "create" else _subject(db, decision))


def undo(db: sqlite3.Connection, reviewer: str, *, token: str | None = None) -> Outcome | None:
    """Take back the reviewer's last decision that is not taken back yet; None where there is none.

    Raises ReviewConflictError where someone else decided about a fact that it made.
    """
    with transaction(db):
        known = by_token(db, token) if token else None
        if known is not None:
            return _outcome(db, known, repeated=True)
        last = last_of(db, reviewer)
        if last is None:
            return None
        facts = facts_of(last) or [last.fact]
        _check_made(db, last, facts)
        taken = Review(
            fact=last.fact,
            article=last.article,
            kind=last.kind,
            decision="undo",
            reviewer=reviewer,
            at=_now(),
            undoes=last.key,
            token=token,
        )
        kept = replace(taken, key=append(db, taken))
        _settle(db, last.article, facts)
        return _outcome(db, kept)


def history(db: sqlite3.Connection, article: str, fact: str) -> list[Review]:
    """All that was decided about a fact, under whatever id, undone or not, oldest first."""
    return reviews_of(db, article, ids_of(db, article, fact))


def _decide(db: sqlite3.Connection, decision: Decision) -> Outcome:
    known = by_token(db, decision.token) if decision.token else None
    if known is not None:
        return _outcome(db, known, repeated=True)
    row = None if decision.action == "create" else _subject(db, decision)
    review = _review(db, decision, row)
    earlier = _earlier(db, review)
    _check_seen(decision, earlier)
    own = [one for one in earlier if one.reviewer == review.reviewer and one.at <= review.at]
    if own and _alike(own[-1], review):
        return _outcome(db, own[-1], repeated=True)
    kept = replace(review, key=append(db, review))
    _settle(db, kept.article, facts_of(kept))
    if row is not None:
        db.execute("DELETE FROM holds WHERE fact_key = ?", (row.key,))
    return _outcome(db, kept)


def _settle(db: sqlite3.Connection, article: str, facts: Iterable[str]) -> None:
    """Bring the facts to what the log says, and what contradicts their counts."""
    before = {fact: _count(db, article, fact) for fact in facts}
    settle_facts(db, article, before)
    for fact, was in before.items():
        now = _count(db, article, fact)
        if was != now:
            follow(db, article, fact, [count for count in (was, now) if count])


def _count(db: sqlite3.Connection, article: str, fact: str) -> CountFact | None:
    """The count as it stands in the answers; None of other kinds, and of what people rejected."""
    row = current_fact(db, article, fact)
    return row.stands if row and row.review != "reject" and isinstance(row.stands, CountFact) else None


def _subject(db: sqlite3.Connection, decision: Decision) -> FactRow:
    """The fact that is decided about. Raises InputError for an unknown one."""
    row = current_fact(db, decision.article, decision.fact)
    if row is None:
        raise InputError(f"no fact {decision.fact!r} of the article {decision.article!r} in the database")
    return row


def _review(db: sqlite3.Connection, decision: Decision, row: FactRow | None) -> Review:
    """The entry for the log, checked. Raises InputError."""
    if decision.action == "undo":
        raise InputError("a decision is taken back by its reviewer, not decided")
    if decision.reason is not None and decision.reason not in REASONS:
        raise InputError(f"{decision.reason!r} is no reason ({', '.join(REASONS)})")
    if not decision.reviewer.strip():
        raise InputError("a decision needs a reviewer")
    review = Review(
        fact=decision.fact,
        article=decision.article,
        kind=decision.kind,
        decision=decision.action,
        reviewer=decision.reviewer,
        at=decision.at or _now(),
        reason=decision.reason,
        note=decision.note,
        token=decision.token,
        extractor=_extractor(db, decision.article),
    )
    if row is None:
        made = _made(db, decision, decision.kind, decision.changes or {})
        return replace(review, fact=made.id, correction=slots_to_json(made))
    base = row.machine if decision.blind and row.machine is not None else row.stands
    machine = None if row.machine == base else slots_to_json(row.machine) if row.machine else {}
    seen = replace(review, fact=row.stands.id, kind=row.kind, before=slots_to_json(base), machine=machine)
    return replace(seen, correction=_correction(db, decision, base))


def _correction(db: sqlite3.Connection, decision: Decision, base: Record) -> object:
    """What is changed of the fact, or the facts that it is split into. Raises InputError."""
    if decision.action == "correct":
        whole = corrected(base, decision.changes or {}, _text(db, decision.article))
        changes = changed_slots(base, whole)
        if not changes:
            raise InputError("nothing was changed")
        return changes
    if decision.action == "split":
        if not decision.parts:
            raise InputError("a split needs parts")
        parts = [_made(db, decision, _kind(part, base.kind), part) for part in decision.parts]
        return [{"kind": part.kind, "id": part.id, **slots_to_json(part)} for part in parts]
    return None


def _kind(part: Mapping[str, object], kind: Kind) -> Kind:
    """The kind that a part is of. Raises SlotError."""
    told = part.get("kind", kind)
    for known in KINDS:
        if told == known:
            return known
    raise SlotError({"kind": f"{told!r} is none ({', '.join(KINDS)})"})


def _made(db: sqlite3.Connection, decision: Decision, kind: Kind, slots: Mapping[str, object]) -> Record:
    """A fact that people made. Raises InputError where it is none, or is there already."""
    told = {name: value for name, value in slots.items() if name != "kind"}
    made = created(kind, decision.article, told, _text(db, decision.article))
    latest = latest_key(db, decision.article)
    rows = rows_within(db, latest, kind, made.start, made.end) if latest is not None else []
    if any(row.stands.id == made.id or (row.stands.id != decision.fact and _same_fact(made, row)) for row in rows):
        raise InputError(f"{made.quote!r}: this fact is there already")
    return made


def _same_fact(record: Record, row: FactRow) -> bool:
    """Whether the fact holds and says the same."""
    return record.identity() == row.stands.identity() and row.review != "reject"


def _earlier(db: sqlite3.Connection, review: Review) -> list[Review]:
    """What holds of earlier reviews of the fact."""
    ids = set(ids_of(db, review.article, review.fact))
    return [one for one in live_reviews(db, review.article, sorted(ids)) if ids & {one.fact, *facts_of(one)}]


def _check_seen(decision: Decision, earlier: list[Review]) -> None:
    seen = decision.seen
    if seen is None:
        return
    others = [one for one in earlier if one.reviewer != decision.reviewer and one.decision != "skip"]
    if others and max(one.key for one in others) > seen:
        last = others[-1]
        raise ReviewConflictError(f"{last.reviewer} decided about this fact meanwhile: {last.decision}", last.key)


def _check_made(db: sqlite3.Connection, last: Review, facts: list[str]) -> None:
    """Facts that a review made stay as long as others build upon them. Raises ReviewConflictError."""
    made = {"create": {last.fact}, "split": set(facts) - {last.fact}}.get(last.decision, set())
    for one in live_reviews(db, last.article, sorted(made)):
        if one.key != last.key and one.reviewer != last.reviewer and one.fact in made:
            raise ReviewConflictError(
                f"{one.reviewer} decided about a fact that this made: {one.decision}", one.key
            )


def _alike(known: Review, review: Review) -> bool:
    """Whether someone only repeats themselves."""

    def said(one: Review) -> tuple[object, ...]:
        return (
            one.decision,
            one.reason,
            one.note,
            *(_plain(part) for part in (one.correction, one.before, one.machine)),
        )

    return said(known) == said(review)


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _outcome(db: sqlite3.Connection, review: Review, *, repeated: bool = False) -> Outcome:
    row = db.execute(
        "SELECT state FROM standing WHERE article = ? AND fact = ?", (review.article, review.fact)
    ).fetchone()
    state = row["state"] if row else "pending"
    return Outcome(review.key, review.fact, review.article, review.kind, state, repeated)


def _text(db: sqlite3.Connection, article: str) -> str:
    row = db.execute("SELECT text FROM articles WHERE id = ? AND latest", (article,)).fetchone()
    if row is None:
        raise InputError(f"no article {article!r} in the database")
    return str(row["text"])


def _extractor(db: sqlite3.Connection, article: str) -> str | None:
    row = db.execute("SELECT extractor FROM articles WHERE id = ? AND latest", (article,)).fetchone()
    return row["extractor"] if row else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
