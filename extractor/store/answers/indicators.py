"""Counts of the same thing at the same place as series over time, with everyone who says so."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.records import CountFact, Path
from extractor.store.answers.facts import Answer, FactQuery, answers, conditions, find_facts
from extractor.store.rows import path_json
from extractor.store.search.vocabulary import labels_like, units_named
from extractor.store.search.words import speaks_of
from extractor.vietnamese.indicators import one_happening, one_thing
from extractor.vietnamese.queries import without_level

ALL = 1_000_000_000
LONGEST = 120
"""So many counts of a series are looked at, the last read, when only the main ones are asked for."""
_SERIES = """
    SELECT group_concat(f.key) AS keys FROM counts AS f WHERE {where}
    GROUP BY one_thing(f.what), one_thing(f.name), one_thing(f.measured), f.locality, one_thing(f.scope), f.aspect,
      lower(f.per), f.part_of IS NULL, f.denominator IS NULL,
      CASE WHEN f.aspect = 'flow' THEN one_happening(f.predicate, f.category) END
    HAVING {days}
    ORDER BY max(? IN (f.what, f.measured, f.name)) DESC, {order}, count(*) DESC, f.key LIMIT ?
"""
Said = tuple[CountFact, Answer]
"""A count, and the answer that it came in."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value at one time, and everyone who says so; reprints of one text are one voice."""

    fact: CountFact
    day: str
    sources: tuple[Answer, ...]
    voices: int


@dataclass(frozen=True, slots=True)
class Series:
    """What one indicator was at different times: the same thing, place, restriction and aspect.

    Of a flow the happening, too: groups dissolved are not groups founded. The first source's words stand for all.
    """

    what: str
    about: str | None
    locality: Path | None
    scope: str | None
    aspect: str
    per: str | None
    predicate: str | None
    points: tuple[Point, ...]


def timeline(db: sqlite3.Connection, query: FactQuery, *, within: bool = False) -> list[Series]:
    """The series of the counts that fit, longest first; those of places inside the asked one only with `within`."""
    groups: dict[tuple[str | Path | None, ...], list[Said]] = defaultdict(list)
    for fact, answer in said(find_facts(db, replace(query, kind="counts", limit=ALL))):
        if within or query.place is None or _is_at(fact, query.place):
            groups[_indicator(fact)].append((fact, answer))
    clusters = clusters_of(db)
    found = [_series(group, clusters) for group in groups.values()]
    return sorted(found, key=lambda series: (-_days(series), -len(series.points), series.what))


def main_series(
    db: sqlite3.Connection, query: FactQuery, *, at: Path | None = None, over_time: bool = True, limit: int = 12
) -> list[Series]:
    """The series with most points in time, those called just as asked first.

    Not `over_time` are the series of which but one day is told, the latest first. `at` takes only counts about that
    very place, as the articles name it. Quick where `timeline`, which misses nothing, would have to read a hundred
    thousand facts.
    """
    where = conditions(db, query)
    if query.what is not None:
        labels = labels_like(db, query.what)
        slots = ("what", "measured", "name")
        held = (
            f"f.key IN (SELECT key FROM counts WHERE {slot} IN (SELECT value FROM json_each(?)))" for slot in slots
        )
        where.add(f"({' OR '.join(held)})", *[labels] * len(slots))
    if at is not None:
        where.add("f.locality = ?", path_json(at))
    clusters = clusters_of(db)
    days = "count(DISTINCT f.day)"
    wanted = (f"{days} > 1", f"{days} DESC") if over_time else (f"{days} = 1", "max(f.day) DESC")
    statement = _SERIES.format(where=where.sql, days=wanted[0], order=wanted[1])
    rows = db.execute(statement, (*where.values, query.what, limit)).fetchall()
    keys = [sorted(map(int, row["keys"].split(",")))[-LONGEST:] for row in rows]
    return [_series(said(answers(db, "counts", group)), clusters) for group in keys]


def _series(group: list[Said], clusters: dict[str, str]) -> Series:
    """One indicator's points in time order; equal statements are one point."""
    points: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for fact, answer in group:
        points[(_day(fact, answer), fact.value, fact.low, fact.high, fact.denominator)].append((fact, answer))
    first = group[0][0]
    return Series(
        what=first.what,
        about=first.measured or first.name,
        locality=first.locality,
        scope=first.scope,
        aspect=first.aspect,
        per=first.per,
        predicate=_verb(first),
        points=tuple(sorted((_point(told, clusters) for told in points.values()), key=lambda point: point.day)),
    )


def _point(told: list[Said], clusters: dict[str, str]) -> Point:
    ordered = sorted(told, key=lambda one: (one[1].published or "", one[1].article))
    fact, answer = ordered[0]
    voices = len({voice(source, clusters) for _, source in ordered})
    return Point(fact, _day(fact, answer), tuple(source for _, source in ordered), voices)


def said(found: Iterable[Answer]) -> list[Said]:
    """The counts among the answers."""
    return [(answer.record, answer) for answer in found if isinstance(answer.record, CountFact)]


def _days(series: Series) -> int:
    """How many points in time the series has."""
    return len({point.day for point in series.points})


def _day(fact: CountFact, answer: Answer) -> str:
    """The day that a value stands for: its period's end, or else its start or the publication."""
    first, last = fact.period or (None, None)
    return last or first or answer.published or ""


def _indicator(fact: CountFact) -> tuple[str | Path | None, ...]:
    """What makes two counts speak of the same thing, whenever; a part or a share of it is another thing."""
    texts = (fact.what, fact.name, fact.measured, fact.scope, fact.per)
    share = "part" if fact.part_of else "share" if fact.denominator is not None else None
    return (*map(one_thing, texts), one_happening(_verb(fact), fact.category), fact.locality, fact.aspect, share)


def _verb(fact: CountFact) -> str | None:
    return fact.predicate if fact.aspect == "flow" else None


def _is_at(fact: CountFact, place: str) -> bool:
    """Whether the count is about the place itself, not about a unit in it."""
    smallest = (fact.locality or ("",))[-1]
    return any(speaks_of(without_level(unit), smallest) for unit in units_named(place))


def clusters_of(db: sqlite3.Connection) -> dict[str, str]:
    """The cluster of reprints that each article is in, if any."""
    return {row["article"]: row["cluster"] for row in db.execute("SELECT article, cluster FROM article_clusters")}


def voice(answer: Answer, clusters: dict[str, str]) -> str:
    """Who speaks: reprints of one text are one voice."""
    return clusters.get(answer.article, answer.article)
