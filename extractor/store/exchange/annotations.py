"""Annotated regions as reviews: a region that stayed is a fact accepted, one taken away a fact rejected."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.errors import InputError
from extractor.interchange import record_to_json
from extractor.records import Event, Record
from extractor.store.reviews import Decision, Review, corrected, find_fact

_NOT_SHOWN = frozenset({"quote", "id", "start", "end", "rule", "confidence", "part_of"})


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of an article as an annotator left it; `slots` are None where they were not shown."""

    kind: str
    start: int
    end: int
    text: str
    slots: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """What came back: the reviews, and how many regions are facts that nobody had extracted."""

    reviews: tuple[Review, ...] = ()
    additions: int = 0


def judged(
    db: sqlite3.Connection, article: str, shown: Sequence[str], regions: Mapping[str, Region], who: str, at: str
) -> Annotated:
    """What the annotator decided about each fact that was shown. `regions` are by the id of the fact.

    Raises InputError for a fact that the database does not know.
    """
    reviews = []
    for fact in shown:
        record = find_fact(db, article, fact)
        if record is None:
            raise InputError(f"no fact {fact!r} of the article {article!r} in the database")
        changes = _changes(record, regions[fact]) if fact in regions else {}
        decision: Decision = "correct" if changes else "accept" if fact in regions else "reject"
        reviews.append(Review(fact, article, record.kind, decision, who, at, changes or None))
    return Annotated(tuple(reviews), len(regions.keys() - set(shown)))


def united(parts: Iterable[Annotated]) -> Annotated:
    """All of the parts as one."""
    found = list(parts)
    return Annotated(tuple(review for one in found for review in one.reviews), sum(one.additions for one in found))


def shown_slots(record: Record) -> dict[str, object]:
    """What an annotator may correct: the slots that are known."""
    slots = record_to_json(record, {})
    if isinstance(record, Event):
        slots = {"event": slots.pop("kind"), **slots}
    return {name: value for name, value in slots.items() if name not in _NOT_SHOWN and value not in (None, [])}


def _changes(record: Record, region: Region) -> dict[str, object]:
    """What the annotator changed of a fact: its place in the text, its kind, or its slots."""
    changes: dict[str, object] = {}
    if (region.start, region.end) != (record.start, record.end):
        changes = {"start": region.start, "end": region.end, "quote": region.text}
    if region.kind != record.kind:
        return {**changes, "kind": region.kind}
    shown = shown_slots(record)
    told = shown if region.slots is None else region.slots
    changed = {name: told.get(name) for name in {**shown, **told} if told.get(name) != shown.get(name)}
    return {**changes, **corrected(record, changed)}
