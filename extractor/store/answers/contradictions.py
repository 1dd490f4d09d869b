"""Where articles contradict each other: two values at one time, a stock that cannot follow from the one before."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Literal

from extractor.store.answers.days import days_of
from extractor.store.answers.facts import HOLDS, Answer, answers
from extractor.store.answers.indicators import Said, clusters_of, said, voice
from extractor.store.answers.retold import retold
from extractor.store.transactions import transaction
from extractor.vietnamese.indicators import narrowed_by

Stock = tuple[Decimal, Answer]
"""A value, and the answer that it came in."""
HORIZON = 366
"""Days within which a stock is held against the one before; later anything may have happened."""
FACTOR, GROWTH = 3.0, 7.0
"""A stock may become this many times as large or small at once, and so many times more by the horizon."""
FEW = 10
"""A change by less than this is never too much: 2 groups may well be 8 a month later."""
# A flow needs its verb to be the same thing (`bắt 3 người` is not `cứu 3 người`), a measure what it measures, a
# share of what it is one (not `tỷ lệ` alone), a part of a total its name or restriction. A place that holds for the
# paragraph or the article may be another one's that a general word (`người`, `dự án`) counts.
_COMPARABLE = f"""
    FROM counts AS f
    WHERE f.article NOT IN (SELECT key FROM articles WHERE NOT latest) AND {HOLDS}
      AND f.value IS NOT NULL AND f.modifier = 'exact' AND f.locality IS NOT NULL
      AND coalesce(f.period_end, f.period_start) IS NOT NULL
      AND (f.aspect <> 'flow' OR f.predicate IS NOT NULL)
      AND (f.part_of IS NULL OR f.name IS NOT NULL OR f.scope IS NOT NULL)
      AND (f.category <> 'percent' OR f.measured LIKE '% % %')
      AND (f.measured IS NOT NULL OR f.category NOT IN ('money', 'area', 'length', 'mass', 'volume'))
      AND (f.name IS NOT NULL OR f.what LIKE '% % %' OR f.measured LIKE '% % % %'
        OR f.reasons -> '$.locality' NOT IN ('"scene"', '"article"') OR f.reasons -> '$.locality' IS NULL)
      {{among}}
"""
_THING = """
    one_thing(f.what), one_thing(f.name), one_thing(f.measured), f.locality, one_thing(f.scope), f.aspect,
    lower(f.per), f.denominator
"""
_AT_ONE_TIME = f"""
    SELECT group_concat(f.key) AS keys {_COMPARABLE}
    GROUP BY {_THING}, f.period_start, f.period_end,
      CASE WHEN f.aspect = 'flow' THEN one_happening(f.predicate, f.category) END
    HAVING count(DISTINCT f.value) > 1 AND count(DISTINCT f.article) > 1
"""
_OVER_TIME = f"""
    SELECT group_concat(f.key) AS keys {_COMPARABLE}
      AND f.aspect = 'stock' AND f.value > 0 AND NOT is_result(f.predicate)
    GROUP BY {_THING}
    HAVING max(f.value) > :factor * min(f.value) AND max(f.value) - min(f.value) >= :few
      AND count(DISTINCT f.article) > 1
"""


Cause = Literal["differ", "digit", "swapped", "rise", "fall"]
_REASONS: dict[Cause, str] = {
    "differ": "different values for the same thing, place and time",
    "digit": "ten times the other value: a digit too many or too few",
    "swapped": "the same digits in another order",
    "rise": "the stock rises too far from the one before",
    "fall": "the stock falls too far from the one before",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements about one indicator that cannot both hold.

    `severity` runs from 0 to 1: how far the values are apart, as a share of the larger one; of a stock and the one
    before it less, the more time lies between them: at most `days`, which is None of two values for one time.
    """

    first: Answer
    second: Answer
    cause: Cause
    severity: float
    days: int | None = None

    @property
    def reason(self) -> str:
        """The cause in words."""
        return _REASONS[self.cause] + ("" if self.days is None else f" (at most {self.days} days later)")


def conflicts(db: sqlite3.Connection, *, limit: int = 50, among: Sequence[Answer] | None = None) -> list[Conflict]:
    """Contradictions between articles, the most severe first; only those `among` these counts if given."""
    clusters = clusters_of(db)
    found = [conflict for group in _groups(db, _AT_ONE_TIME, among) for conflict in _differing(group, clusters)]
    found += [conflict for group in _groups(db, _OVER_TIME, among) for conflict in _leaps(group, clusters)]
    known = {_claims(conflict, clusters) for conflict in found}
    retellings = _retellings(db, clusters, among)
    found += [conflict for conflict in retellings if _claims(conflict, clusters) not in known]
    return sorted(found, key=lambda conflict: -conflict.severity)[:limit]


def keep_conflicts(db: sqlite3.Connection, most: int = 1000) -> None:
    """Keep the most severe contradictions, so that a page can show them at once."""
    found = conflicts(db, limit=most)
    with transaction(db):
        db.execute("DELETE FROM conflicts")
        add_conflicts(db, found)


def add_conflicts(db: sqlite3.Connection, found: Sequence[Conflict]) -> None:
    """Keep these contradictions, too, within the transaction that is open."""
    db.executemany(
        "INSERT OR IGNORE INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (one.first.article, one.first.record.id, one.second.article, one.second.record.id, one.cause,
             one.severity, one.days)
            for one in found
        ),
    )  # fmt: skip


def kept_conflicts(db: sqlite3.Connection, limit: int = 20) -> list[Conflict]:
    """The contradictions that were kept and whose counts still stand, the most severe first."""
    rows = db.execute(
        "SELECT c.cause, c.severity, c.days, f.key AS one, g.key AS other FROM conflicts AS c "
        "JOIN articles AS a ON a.id = c.first_article AND a.latest "
        "JOIN counts AS f ON f.article = a.key AND f.id = c.first "
        "JOIN articles AS b ON b.id = c.second_article AND b.latest "
        "JOIN counts AS g ON g.article = b.key AND g.id = c.second "
        "WHERE f.review IS NOT 'reject' AND g.review IS NOT 'reject' ORDER BY c.severity DESC LIMIT ?",
        (limit,),
    ).fetchall()
    pairs = (tuple(answers(db, "counts", [row["one"], row["other"]])) for row in rows)
    return [
        Conflict(first, second, row["cause"], row["severity"], row["days"])
        for (first, second), row in zip(pairs, rows, strict=True)
    ]


def _groups(db: sqlite3.Connection, question: str, among: Sequence[Answer] | None) -> Iterator[list[Said]]:
    """The counts that speak of one thing and place, narrowed by the same word behind it, group by group."""
    known = {answer.key: answer for answer in among or ()}
    values = {"factor": FACTOR, "few": FEW, "among": json.dumps(list(known))}
    for row in db.execute(question.format(among=_chosen(among)), values):
        keys = sorted(int(key) for key in row["keys"].split(","))
        alike: dict[str, list[Said]] = defaultdict(list)
        for fact, answer in said(answers(db, "counts", keys) if among is None else (known[key] for key in keys)):
            ((_, end), *_) = answer.passage.marks
            alike[narrowed_by(answer.passage.text[end:])].append((fact, answer))
        yield from alike.values()


def _claims(conflict: Conflict, clusters: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Who says what; reprints are one voice."""
    told = said((conflict.first, conflict.second))
    return frozenset((voice(answer, clusters), f"{fact.value}") for fact, answer in told)


def _chosen(among: Sequence[Answer] | None) -> str:
    return "" if among is None else "AND f.key IN (SELECT value FROM json_each(:among))"


def _retellings(
    db: sqlite3.Connection, clusters: dict[str, str], among: Sequence[Answer] | None
) -> Iterator[Conflict]:
    """Different values in sentences that say the same of one time."""
    keys = json.dumps([answer.key for answer in among or ()])
    for pair in retold(db, clusters, _chosen(among), keys):
        (fact, first), (other, second) = said(answers(db, "counts", [*pair]))
        if fact.value is not None and other.value is not None:
            cause = _slip(fact.value, other.value) or "differ"
            yield Conflict(first, second, cause, _distance(fact.value, other.value))


def _differing(group: list[Said], clusters: dict[str, str]) -> Iterator[Conflict]:
    """Different values for one time."""
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
        if value != other and pair not in seen and voice(first, clusters) != voice(second, clusters):
            seen.add(pair)
            yield Conflict(first, second, _slip(value, other) or "differ", _distance(value, other))


def _leaps(group: list[Said], clusters: dict[str, str]) -> Iterator[Conflict]:
    """Stocks too far from every value of the time before. A leap that one article tells itself is news."""
    stocks: dict[tuple[date, date], list[Stock]] = defaultdict(list)
    told: dict[str, set[Decimal]] = defaultdict(set)
    for fact, answer in group:
        days = days_of(fact)
        if fact.value is not None and days is not None:
            stocks[days].append((fact.value, answer))
            told[answer.article].add(fact.value)
    for before, now in pairwise(sorted(stocks)):
        gap = (now[1] - before[0]).days
        if before[1] >= now[0] or gap > HORIZON:
            continue  # which comes first is not known, or anything may have happened between
        for value, answer in stocks[now]:
            nearest, earlier = _nearest(value, stocks[before])
            known = any({value, nearest} <= values for values in told.values())
            one_voice = voice(answer, clusters) == voice(earlier, clusters)
            if _too_far(value, nearest, gap) and not known and not one_voice:
                severity = _distance(value, nearest) * (1 - gap / (2 * HORIZON))
                cause = _slip(nearest, value) or ("rise" if value > nearest else "fall")
                yield Conflict(earlier, answer, cause, severity, gap)


def _nearest(value: Decimal, stocks: list[Stock]) -> Stock:
    return min(stocks, key=lambda stock: _distance(value, stock[0]))


def _too_far(value: Decimal, other: Decimal, gap: int) -> bool:
    """Whether a stock cannot become the other within so many days."""
    low, high = sorted((value, other))
    return high - low >= FEW and float(high / low) > FACTOR + GROWTH * gap / HORIZON


def _slip(value: Decimal, other: Decimal) -> Cause | None:
    """How a slip of the pen could have made one value of the other."""
    low, high = sorted((abs(value), abs(other)))
    if low and high == low * 10:
        return "digit"
    if sorted(f"{value:f}") == sorted(f"{other:f}"):
        return "swapped"
    return None


def _distance(value: Decimal, other: Decimal) -> float:
    largest = max(abs(value), abs(other))
    return float(abs(value - other) / largest) if largest else 0.0
