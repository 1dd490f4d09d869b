"""Which facts go out: of some kinds, of what is asked for, at a place, reviewed or all."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.errors import QueryError
from extractor.records import KINDS, Extraction, Kind, Record
from extractor.store.answers.facts import PLACE, FactQuery, fact_keys
from extractor.store.answers.indicators import ALL
from extractor.store.read import Reading, each_latest


@dataclass(frozen=True, slots=True)
class Selection:
    """Facts of these `kinds`; of any of `whats`, and at `place` with what lies in it, where these are told.

    `tell` learns at the end how many parts go out without the total that their `part_of` names.
    """

    kinds: Sequence[Kind] = KINDS
    whats: Sequence[str] = ()
    place: str | None = None
    reading: Reading = "standing"
    tell: Callable[[int], None] = field(default=lambda parts: None, compare=False)

    @property
    def narrow(self) -> bool:
        """Whether articles without such a fact are left out."""
        return bool(self.whats) or self.place is not None


def selected(db: sqlite3.Connection, selection: Selection) -> Iterator[Extraction]:
    """The latest version of each article with the facts that are asked for.

    Raises QueryError for the place of a kind that has none.
    """
    among = _among(db, selection) if selection.narrow else None

    def asked(record: Record) -> bool:
        return record.kind in selection.kinds and (among is None or record.id in among)

    parts = 0
    for extraction in each_latest(db, selection.reading):
        kept: dict[str, tuple[Record, ...]] = {
            kind: tuple(filter(asked, getattr(extraction, kind))) for kind in KINDS
        }
        if among is None or any(kept.values()):
            whole = extraction.model_copy(update=kept)
            parts += _parts_alone(whole)
            yield whole
    selection.tell(parts)


def _parts_alone(extraction: Extraction) -> int:
    """How many counts are parts of a total that is not among them."""
    ids = {fact.id for fact in extraction.counts}
    return sum(fact.part_of is not None and fact.part_of not in ids for fact in extraction.counts)


def _among(db: sqlite3.Connection, selection: Selection) -> frozenset[str]:
    """The ids of all facts that fit."""
    kinds = [kind for kind in selection.kinds if selection.place is None or kind in PLACE]
    if not kinds:
        raise QueryError(f"{', '.join(selection.kinds)} have no place")
    found: set[str] = set()
    for kind in kinds:
        for what in selection.whats or (None,):
            keys = fact_keys(db, FactQuery(kind=kind, what=what, place=selection.place, limit=ALL))
            rows = db.execute(
                f"SELECT id FROM {kind} WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
            )
            found.update(row["id"] for row in rows)
    return frozenset(found)
