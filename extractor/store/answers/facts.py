"""Questions to the fact tables: which facts of a kind speak of this thing, at this place, in this time."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import QueryError
from extractor.records import KINDS, Kind, Record
from extractor.store.answers.present import paths_today
from extractor.store.rows import RECORDS, row_record
from extractor.store.search.passages import Passage, passage
from extractor.store.search.vocabulary import labels_like, outlets_like, paths_within, units_named

_LABELS: dict[Kind, tuple[str, ...]] = {
    "counts": ("what", "measured", "name"),
    "awards": ("form", "giver"),
    "models": ("name",),
    "localities": ("name",),
    "roles": ("person", "position", "organization"),
    "events": ("event", "name"),
}
PLACE: dict[Kind, str] = {
    "counts": "locality",
    "awards": "locality",
    "models": "locality",
    "localities": "path",
    "events": "locality",
}
_PUBLISHED = "(SELECT published FROM articles WHERE articles.key = f.article)"
_PERIOD: dict[Kind, tuple[str, str]] = {
    "counts": ("coalesce(f.period_start, f.period_end)", "coalesce(f.period_end, f.period_start)"),
    "awards": (f"coalesce(f.date, {_PUBLISHED})",) * 2,
    "models": (f"coalesce(CAST(f.year AS TEXT), {_PUBLISHED})",) * 2,
    "events": (f"coalesce(f.date, {_PUBLISHED})",) * 2,
}
DATE: dict[Kind, str] = {
    "counts": "f.day",
    "awards": "f.date",
    "models": "CAST(f.year AS TEXT)",
    "events": "f.date",
}
"""SQL for the day that a fact itself tells."""
_NUMBER: dict[Kind, str] = {
    "counts": "coalesce(f.value, f.high, f.low)",
    "awards": "f.count",
    "models": "f.members",
}
LATEST = "f.article NOT IN (SELECT key FROM articles WHERE NOT latest)"

_CHECKED = (
    "EXISTS (SELECT 1 FROM checks AS c WHERE c.article = f.article AND c.verdict = ? AND c.holds "
    "AND (c.total = f.id OR instr(c.parts, f.id)))"
)
HOLDS = "f.review IS NOT 'reject'"
"""What people rejected is in no answer, unless it is asked for."""
STANDS = f"{LATEST} AND {HOLDS}"


@dataclass(frozen=True, slots=True)
class FactQuery:
    """What is asked of one kind; None asks nothing.

    `what` are words of the fact's label. `place` is a unit (`Hội An`) or a path (`Quảng Nam, Hội An`), with what
    lies in it: as the article names them or, with `today`, as they lie after the mergers. `year` takes facts of
    that year alone, `since` and `until` (ISO, as precise as wanted) facts whose period touches theirs. A count
    without a period fits no time; other facts without one are dated by their article. `minimum` and `maximum`
    bound the number. `verdict` is of a check that the count takes part in. `review` is what holds of people's
    decisions about the fact, `none` where nobody decided; `all` are all, what was rejected included.
    """

    kind: Kind = "counts"
    what: str | None = None
    place: str | None = None
    today: bool = False
    year: int | None = None
    since: str | None = None
    until: str | None = None
    category: str | None = None
    aspect: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    outlet: str | None = None
    article: str | None = None
    verdict: str | None = None
    review: str | None = None
    level: str | None = None
    status: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact with its proof: the passage of the article that states it, and who published it when.

    `key` is the fact's own in this database; `review` is what holds of people's decisions, None: of nobody's.
    """

    key: int
    record: Record
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passage: Passage
    review: str | None = None


@dataclass
class Conditions:
    """SQL conditions on a fact table `f`, gathered with their values."""

    parts: list[str] = field(default_factory=lambda: [LATEST])
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """One more condition."""
        self.parts.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        """All of them."""
        return " AND ".join(self.parts)


def find_facts(db: sqlite3.Connection, query: FactQuery) -> list[Answer]:
    """The facts that fit, the latest first. Raises QueryError for a question its kind cannot answer."""
    return list(answers(db, query.kind, fact_keys(db, query)))


def fact_keys(db: sqlite3.Connection, query: FactQuery) -> list[int]:
    """The keys of the facts that fit, the latest first. Raises QueryError for a question its kind cannot answer."""
    where = conditions(db, query)
    day = day_of(query.kind)
    asked = [""]
    if query.what is not None:
        where.values.append(labels_like(db, query.what))
        # One question for each slot that may hold the words: each is answered from its own index.
        asked = [f" AND f.{slot} IN (SELECT value FROM json_each(?))" for slot in _LABELS[query.kind]]
    found: set[tuple[int, str | None]] = set()
    for labelled in asked:
        statement = f"SELECT f.key, {day} AS day FROM {query.kind} AS f WHERE {where.sql}{labelled}"
        rows = db.execute(f"{statement} ORDER BY {day} DESC, f.key LIMIT ?", (*where.values, query.limit))
        found.update((row["key"], row["day"]) for row in rows)
    latest_first = sorted(sorted(found), key=lambda one: one[1] or "", reverse=True)
    return [key for key, _ in latest_first[: query.limit]]


def doubtful(db: sqlite3.Connection, limit: int) -> list[Answer]:
    """The facts that nobody has decided about and that are least likely right."""
    rows = [
        (row["confidence"], row["key"], kind)
        for kind in KINDS
        for row in db.execute(
            f"SELECT f.key, f.confidence FROM {kind} AS f WHERE f.review IS NULL AND {LATEST} "
            "ORDER BY f.confidence, f.key LIMIT ?",
            (limit,),
        )
    ]
    return [answer for _, key, kind in sorted(rows)[:limit] for answer in answers(db, kind, [key])]


def kind_of(db: sqlite3.Connection, key: int) -> Kind | None:
    """The kind of the fact with this key, or None where no fact has it."""
    for kind in KINDS:
        if db.execute(f"SELECT 1 FROM {kind} WHERE key = ?", (key,)).fetchone():
            return kind
    return None


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
        told = (row["article_id"], row["title"], row["outlet"], row["published"], row["url"])
        yield Answer(key, record, *told, proof, row["review"])


def conditions(db: sqlite3.Connection, query: FactQuery) -> Conditions:
    """All that is asked but `what`. Raises QueryError for a question the kind cannot answer."""
    where = Conditions()
    if query.place is not None:
        column = PLACE.get(query.kind)
        if column is None:
            raise QueryError(f"{query.kind} have no place")
        within = paths_today(db, units_named(query.place)) if query.today else paths_within(db, query.place)
        where.add(f"f.{column} IN (SELECT value FROM json_each(?))", within)
    _bounded(where, query)
    _timed(where, query)
    for slot in ("category", "aspect", "level", "status"):
        value = getattr(query, slot)
        if value is not None:
            if slot not in RECORDS[query.kind].model_fields:
                raise QueryError(f"{query.kind} have no {slot}")
            where.add(f"f.{slot} = ?", value)
    if query.outlet is not None:
        # The plus: where things or places are asked for, too, they lead to fewer facts than an outlet does.
        led = "" if query.what is None and query.place is None else "+"
        where.add(
            f"{led}f.article IN (SELECT key FROM articles WHERE outlet IN (SELECT value FROM json_each(?)))",
            outlets_like(db, query.outlet),
        )
    if query.verdict is not None:
        where.add(_CHECKED, query.verdict)
    if query.review is None:
        where.add(HOLDS)
    elif query.review != "all":
        where.add("coalesce(f.review, 'none') = ?", query.review)
    if query.article is not None:
        where.add("f.article IN (SELECT key FROM articles WHERE id = ?)", query.article)
    return where


def lacking(db: sqlite3.Connection, place: str | None = None, article: str | None = None) -> str | None:
    """What of a question the database does not have at all, as a sentence; None where it has everything."""
    if article is not None and not db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone():
        return f"no article {article!r}"
    if place is not None and paths_within(db, place) == "[]":
        return f"no fact tells of a place {place!r} (`extractor place` knows the names of units)"
    return None


def day_of(kind: Kind) -> str:
    """SQL for the day that facts `f` of the kind are sorted by."""
    return "f.day" if kind == "counts" else _PERIOD.get(kind, ("NULL", "NULL"))[1]


def published_bounds(query: FactQuery) -> Iterator[tuple[str, str]]:
    """Bounds of an article's date that the query asks, each with its test."""
    if query.year is not None:
        yield f"{query.year:04}", "substr(published, 1, 4) = ?"
    if query.since is not None:
        yield query.since, "published || '~' >= ?"
    if query.until is not None:
        yield query.until, "published <= ? || '~'"


def _bounded(where: Conditions, query: FactQuery) -> None:
    number = _NUMBER.get(query.kind)
    for bound, sign in ((query.minimum, ">="), (query.maximum, "<=")):
        if bound is not None:
            if number is None:
                raise QueryError(f"{query.kind} have no number")
            where.add(f"{number} {sign} ?", bound)


def _timed(where: Conditions, query: FactQuery) -> None:
    first, last = _PERIOD.get(query.kind, (_PUBLISHED, _PUBLISHED))
    if query.year is not None:
        # Both ends: a period of several years says nothing of one of them.
        for end in (last, first):
            where.add(f"{end} >= ? AND {end} < ?", f"{query.year:04}", f"{query.year + 1:04}")
    if query.since is not None:
        # An end as coarse as `2024` reaches to the end of that year: `~` sorts after every digit.
        where.add(f"{last} || '~' >= ?", query.since)
    if query.until is not None:
        where.add(f"{first} <= ? || '~'", query.until)
