"""Questions to the fact tables: which facts of a kind speak of this thing, at this place, in this time."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import StoreError
from extractor.records import KINDS, Kind, Record
from extractor.store.passages import Passage, passage
from extractor.store.rows import RECORDS, row_record
from extractor.store.words import speaks_of, syllables
from extractor.vietnamese.letters import fold

_LABELS: dict[Kind, tuple[str, ...]] = {
    "counts": ("what", "measured", "name"),
    "awards": ("form", "giver"),
    "models": ("name",),
    "localities": ("name",),
    "roles": ("person", "position", "organization"),
    "events": ("event", "name"),
}
_PLACE: dict[Kind, str] = {
    "counts": "locality",
    "awards": "locality",
    "models": "locality",
    "localities": "path",
    "events": "locality",
}
_PERIOD: dict[Kind, tuple[str, str]] = {
    "counts": ("f.period_start", "f.period_end"),
    "awards": ("f.date", "f.date"),
    "models": ("CAST(f.year AS TEXT)", "CAST(f.year AS TEXT)"),
    "events": ("f.date", "f.date"),
}
_NUMBER: dict[Kind, str] = {
    "counts": "coalesce(f.value, f.high, f.low)",
    "awards": "f.count",
    "models": "f.members",
}
_ORDER: dict[Kind, str] = {
    "counts": "coalesce(f.period_end, f.period_start, a.published) DESC, f.key",
    "awards": "coalesce(f.date, a.published) DESC, f.key",
    "events": "coalesce(f.date, a.published) DESC, f.key",
}


@dataclass(frozen=True, slots=True)
class FactQuery:
    """What is asked of one kind; None asks nothing.

    `what` are words of the fact's label, `place` a unit (`Hội An`) or a path (`Quảng Nam, Hội An`), with what lies
    in it. `year` takes facts of that year alone, `since` and `until` (ISO, as precise as wanted) facts whose period
    touches theirs; facts that have no period of their own are dated by their article. `minimum` and `maximum`
    bound the number.
    """

    kind: Kind = "counts"
    what: str | None = None
    place: str | None = None
    year: int | None = None
    since: str | None = None
    until: str | None = None
    category: str | None = None
    aspect: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    outlet: str | None = None
    article: str | None = None
    level: str | None = None
    status: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact with its proof: the passage of the article that states it, and who published it when."""

    record: Record
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passage: Passage


@dataclass
class _Where:
    """Conditions that are gathered with their values."""

    conditions: list[str] = field(default_factory=lambda: ["a.latest"])
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)


def find_facts(db: sqlite3.Connection, query: FactQuery) -> list[Answer]:
    """The facts that fit, the latest first. Raises StoreError for a question its kind cannot answer."""
    where = _conditions(db, query)
    order = _ORDER.get(query.kind, "a.published DESC, f.key")
    rows = db.execute(
        f"SELECT f.key FROM {query.kind} AS f JOIN articles AS a ON a.key = f.article "
        f"WHERE {' AND '.join(where.conditions)} ORDER BY {order} LIMIT ?",
        (*where.values, query.limit),
    )
    return list(answers(db, query.kind, [row["key"] for row in rows]))


def kind_of(db: sqlite3.Connection, key: int) -> Kind:
    """The kind of the fact with this key. Raises StoreError for a key that no fact has."""
    for kind in KINDS:
        if db.execute(f"SELECT 1 FROM {kind} WHERE key = ?", (key,)).fetchone():
            return kind
    raise StoreError(f"no fact with the key {key}")


def answers(db: sqlite3.Connection, kind: Kind, keys: list[int]) -> Iterator[Answer]:
    """The facts of these keys with their proofs, in this order."""
    for key in keys:
        row = db.execute(
            f"SELECT f.*, a.id AS article_id, a.title, a.outlet, a.published, a.url, a.text "
            f"FROM {kind} AS f JOIN articles AS a ON a.key = f.article WHERE f.key = ?",
            (key,),
        ).fetchone()
        record = row_record(kind, dict(row), row["article_id"])
        proof = passage(row["text"], record.start, record.end)
        yield Answer(record, row["article_id"], row["title"], row["outlet"], row["published"], row["url"], proof)


def _conditions(db: sqlite3.Connection, query: FactQuery) -> _Where:
    where = _Where()
    if query.what is not None:
        _one_of(where, "label", _LABELS[query.kind], _terms(db, "label", query.what))
    if query.place is not None:
        column = _PLACE.get(query.kind)
        if column is None:
            raise StoreError(f"{query.kind} have no place")
        _one_of(where, "place", (column,), _terms(db, "place", query.place))
    _timed(where, query)
    number = _NUMBER.get(query.kind)
    for bound, sign in ((query.minimum, ">="), (query.maximum, "<=")):
        if bound is not None:
            if number is None:
                raise StoreError(f"{query.kind} have no number")
            where.add(f"{number} {sign} ?", bound)
    for slot in ("category", "aspect", "level", "status"):
        value = getattr(query, slot)
        if value is not None:
            if slot not in RECORDS[query.kind].model_fields:
                raise StoreError(f"{query.kind} have no {slot}")
            where.add(f"f.{slot} = ?", value)
    if query.outlet is not None:
        where.add("speaks_of(?, a.outlet)", query.outlet)
    if query.article is not None:
        where.add("a.id = ?", query.article)
    return where


def _terms(db: sqlite3.Connection, slot: str, wanted: str) -> list[str]:
    """The slot texts (for a place: the paths) that the words name."""
    if slot == "place":
        return _paths(db, [unit for unit in wanted.replace(">", ",").split(",") if unit.strip()])
    parts = [f"%{fold(word)}%" for word in syllables(wanted)]
    holds_all = " AND folded LIKE ?" * len(parts)
    rows = db.execute(f"SELECT DISTINCT holder FROM terms WHERE slot = ?{holds_all}", (slot, *parts))
    return _best_spelled(wanted, [(row["holder"], row["holder"]) for row in rows])


def _paths(db: sqlite3.Connection, units: list[str]) -> list[str]:
    """The paths that hold all of the units, each named in full."""
    found: set[str] | None = None
    for unit in units:
        rows = db.execute(
            "SELECT text, holder FROM terms WHERE slot = 'place' AND folded = ?", (fold(unit.strip()),)
        )
        paths = set(_best_spelled(unit, [(row["text"], row["holder"]) for row in rows]))
        found = paths if found is None else found & paths
    return sorted(found or ())


def _best_spelled(wanted: str, found: list[tuple[str, str]]) -> list[str]:
    """The holders of the texts that are spelled as typed; where there is none, of those that may be meant."""
    exact = [holder for text, holder in found if speaks_of(wanted, text, exactly=True)]
    return exact or [holder for text, holder in found if speaks_of(wanted, text)]


def _one_of(where: _Where, slot: str, columns: tuple[str, ...], texts: list[str]) -> None:
    chosen = "SELECT value FROM json_each(?)"
    where.add(
        "(" + " OR ".join(f"f.{column} IN ({chosen})" for column in columns) + ")",
        *[json.dumps(texts, ensure_ascii=False)] * len(columns),
    )


def _timed(where: _Where, query: FactQuery) -> None:
    first, last = _PERIOD.get(query.kind, ("a.published", "a.published"))
    if query.year is not None:
        # A period of several years says nothing of one of them.
        where.add(
            f"coalesce({first}, {last}) IS NOT NULL AND coalesce(substr({first}, 1, 4), ?) = ? "
            f"AND coalesce(substr({last}, 1, 4), ?) = ?",
            *[str(query.year)] * 4,
        )
    if query.since is not None:
        # An end as coarse as `2024` reaches to the end of that year: `~` sorts after every digit.
        where.add(f"coalesce({last}, {first}, a.published) || '~' >= ?", query.since)
    if query.until is not None:
        where.add(f"coalesce({first}, {last}, a.published) <= ? || '~'", query.until)
