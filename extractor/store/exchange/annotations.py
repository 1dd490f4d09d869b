"""Annotated regions as decisions: a region that stayed is a fact accepted, one taken away a fact rejected."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.errors import InputError
from extractor.interchange import slots_to_json
from extractor.records import KINDS, Record
from extractor.store.review.decisions import Decision
from extractor.store.review.fact_rows import FactRow, find_fact

_NOT_SHOWN = frozenset({"quote", "start", "end", "rule", "reasons", "confidence", "part_of"})


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of an article as an annotator left it; `slots` are None where they were not shown."""

    kind: str
    start: int
    end: int
    slots: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """What came back: the decisions, how many regions are new facts that lack slots, and how many articles nobody
    touched.
    """

    decisions: tuple[Decision, ...] = ()
    additions: int = 0
    untouched: int = 0


def judged(
    db: sqlite3.Connection, article: str, shown: Sequence[str], regions: Mapping[str, Region], who: str, at: str
) -> Annotated:
    """What the annotator decided about each fact that was shown. `regions` are by the id of the fact.

    Raises InputError for a fact that the database does not know.
    """
    by: dict[str, Any] = {"article": article, "reviewer": who, "at": at, "blind": True}
    decisions: list[Decision] = []
    for fact in shown:
        row = find_fact(db, article, fact)
        if row is None:
            raise InputError(f"no fact {fact!r} of the article {article!r} in the database")
        told = {**by, "fact": fact, "kind": row.kind, "source": f"fact {fact} of {article}"}
        decisions.append(_decision(row, regions.get(fact), told))
    new = [region for name, region in regions.items() if name not in set(shown)]
    decisions += [
        Decision(**by, action="create", kind=kind, changes=_whole(region), source=f"the new region in {article}")
        for region in new
        if region.slots is not None
        for kind in KINDS
        if kind == region.kind
    ]
    return Annotated(tuple(decisions), sum(region.slots is None for region in new))


def united(parts: Iterable[Annotated]) -> Annotated:
    """All of the parts as one."""
    found = list(parts)
    return Annotated(
        tuple(decision for one in found for decision in one.decisions),
        sum(one.additions for one in found),
        sum(one.untouched for one in found),
    )


def shown_slots(record: Record) -> dict[str, object]:
    """What an annotator may correct: the slots that are known."""
    slots = slots_to_json(record)
    return {name: value for name, value in slots.items() if name not in _NOT_SHOWN and value not in (None, [])}


def _decision(row: FactRow, region: Region | None, told: Mapping[str, Any]) -> Decision:
    """What became of one fact. Who sees what others made of it, and leaves that, accepts it."""
    if region is None:
        return Decision(**told, action="reject")
    if region.kind != row.kind:
        if region.slots is None:
            return Decision(**told, action="reject", reason="wrong thing", note=f"said to be of {region.kind}")
        return Decision(**told, action="split", parts=({**_whole(region), "kind": region.kind},))
    if not _changes(row.stands, region):
        return Decision(**{**told, "blind": False}, action="accept")
    changes = _changes(row.machine or row.stands, region)
    return Decision(**told, action="correct" if changes else "accept", changes=changes or None)


def _whole(region: Region) -> dict[str, object]:
    return {**(region.slots or {}), "start": region.start, "end": region.end}


def _changes(record: Record, region: Region) -> dict[str, object]:
    """What the annotator changed of a fact: its place in the text, or its slots."""
    moved = (region.start, region.end) != (record.start, record.end)
    place: dict[str, object] = {"start": region.start, "end": region.end} if moved else {}
    return {**place, **dict(_changed_slots(record, region))}


def _changed_slots(record: Record, region: Region) -> Iterator[tuple[str, object]]:
    shown = shown_slots(record)
    told = shown if region.slots is None else region.slots
    for name in {**shown, **told}:
        if told.get(name) != shown.get(name):
            empty: object = [] if isinstance(getattr(record, name, None), tuple) else None
            yield name, told.get(name, empty)
