"""Counts of the same thing at the same place as series over time, and the places where sources contradict."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from extractor.records import CountFact, Path
from extractor.store.facts import Answer, FactQuery, answers, find_facts
from extractor.store.indexing import exact_form
from extractor.store.vocabulary import units_named
from extractor.store.words import speaks_of
from extractor.vietnamese.queries import without_level

ALL = 1_000_000_000
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
    """What one indicator was at different times: the same thing, place, restriction and aspect."""

    what: str
    about: str | None
    locality: Path | None
    scope: str | None
    aspect: str
    per: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements about one indicator and one time that cannot both hold.

    `severity` runs from 0 to 1: how far the values are apart, as a share of the larger one.
    """

    first: Answer
    second: Answer
    reason: str
    severity: float


def timeline(db: sqlite3.Connection, query: FactQuery, *, within: bool = False) -> list[Series]:
    """The series of the counts that fit, longest first; those of places inside the asked one only with `within`."""
    groups: dict[tuple[str | Path | None, ...], list[Said]] = defaultdict(list)
    for fact, answer in _counts(find_facts(db, replace(query, kind="counts", limit=ALL))):
        if within or query.place is None or _is_at(fact, query.place):
            groups[_indicator(fact)].append((fact, answer))
    clusters = _clusters(db)
    found = [_series(group, clusters) for group in groups.values()]
    return sorted(found, key=lambda series: (-len(series.points), series.what, series.aspect))


def conflicts(db: sqlite3.Connection, *, limit: int = 50) -> list[Conflict]:
    """Contradictions between articles, the most severe first."""
    clusters = _clusters(db)
    groups = [_counts(answers(db, "counts", keys)) for keys in _suspects(db)]
    found = [conflict for group in groups for conflict in _contradictions(group, clusters)]
    return sorted(found, key=lambda conflict: -conflict.severity)[:limit]


def _suspects(db: sqlite3.Connection) -> Iterator[list[int]]:
    """Keys of exact counts that speak of one thing, place and time in more than one article with several values.

    A flow needs its verb to be the same thing (`bắt 3 người` is not `cứu 3 người`), a measure what it measures,
    a part of a total its name or restriction.
    """
    rows = db.execute(
        """
        SELECT group_concat(f.key) AS keys FROM counts AS f JOIN labels AS w ON w.label = f.what
        WHERE f.article NOT IN (SELECT key FROM articles WHERE NOT latest)
          AND f.value IS NOT NULL AND f.modifier = 'exact' AND f.locality IS NOT NULL
          AND coalesce(f.period_end, f.period_start) IS NOT NULL
          AND (f.aspect <> 'flow' OR f.predicate IS NOT NULL)
          AND (f.part_of IS NULL OR f.name IS NOT NULL OR f.scope IS NOT NULL)
          AND (f.measured IS NOT NULL OR f.category NOT IN ('money', 'percent', 'area', 'length', 'mass', 'volume'))
        GROUP BY w.exact, lower(f.name), lower(f.measured), f.locality, lower(f.scope), f.aspect, lower(f.per),
          f.denominator, f.period_start, f.period_end, CASE WHEN f.aspect = 'flow' THEN lower(f.predicate) END
        HAVING count(DISTINCT f.value) > 1 AND count(DISTINCT f.article) > 1
        """
    )
    for row in rows:
        yield sorted(int(key) for key in row["keys"].split(","))


def _contradictions(group: list[Said], clusters: dict[str, str]) -> Iterator[Conflict]:
    by_article: dict[str, dict[Decimal, Answer]] = defaultdict(dict)
    for fact, answer in group:
        if fact.value is not None:
            by_article[answer.article][fact.value] = answer
    if any(len(values) > 1 for values in by_article.values()):
        return  # one article that says both speaks of two things that look alike here
    seen: set[frozenset[Decimal]] = set()
    single = [next(iter(values.items())) for values in by_article.values()]
    for (value, first), (other, second) in combinations(single, 2):
        pair = frozenset((value, other))
        if value != other and pair not in seen and _voice(first, clusters) != _voice(second, clusters):
            seen.add(pair)
            yield Conflict(first, second, _reason(value, other), _distance(value, other))


def _reason(value: Decimal, other: Decimal) -> str:
    low, high = sorted((abs(value), abs(other)))
    if low and high == low * 10:
        return "ten times the other value: a digit too many or too few"
    if sorted(f"{value:f}") == sorted(f"{other:f}"):
        return "the same digits in another order"
    return "different values for the same thing, place and time"


def _distance(value: Decimal, other: Decimal) -> float:
    largest = max(abs(value), abs(other))
    return float(abs(value - other) / largest) if largest else 0.0


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
        points=tuple(sorted((_point(said, clusters) for said in points.values()), key=lambda point: point.day)),
    )


def _point(said: list[Said], clusters: dict[str, str]) -> Point:
    ordered = sorted(said, key=lambda one: (one[1].published or "", one[1].article))
    fact, answer = ordered[0]
    voices = len({_voice(source, clusters) for _, source in ordered})
    return Point(fact, _day(fact, answer), tuple(source for _, source in ordered), voices)


def _counts(found: Iterable[Answer]) -> list[Said]:
    return [(answer.record, answer) for answer in found if isinstance(answer.record, CountFact)]


def _day(fact: CountFact, answer: Answer) -> str:
    """The day that a value stands for: its period's end, or else its start or the publication."""
    first, last = fact.period or (None, None)
    return last or first or answer.published or ""


def _indicator(fact: CountFact) -> tuple[str | Path | None, ...]:
    """What makes two counts speak of the same thing, whenever; a part or a share of it is another thing."""
    texts = (fact.what, fact.name, fact.measured, fact.scope, fact.per)
    share = "part" if fact.part_of else "share" if fact.denominator is not None else None
    return (*(None if text is None else exact_form(text) for text in texts), fact.locality, fact.aspect, share)


def _is_at(fact: CountFact, place: str) -> bool:
    """Whether the count is about the place itself, not about a unit in it."""
    smallest = (fact.locality or ("",))[-1]
    return any(speaks_of(without_level(unit), smallest) for unit in units_named(place))


def _clusters(db: sqlite3.Connection) -> dict[str, str]:
    return {row["article"]: row["cluster"] for row in db.execute("SELECT article, cluster FROM article_clusters")}


def _voice(answer: Answer, clusters: dict[str, str]) -> str:
    """Who speaks: reprints of one text are one voice."""
    return clusters.get(answer.article, answer.article)
