"""Counts of one time that two articles tell in nearly the same sentence."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import ceil

from extractor.store.answers.days import days_told
from extractor.store.answers.facts import HOLDS
from extractor.store.search.passages import REACH, passage
from extractor.vietnamese.indicators import narrowed_by
from extractor.vietnamese.statements import ALIKE_OF_ONE, Statement, anchored, read_statement, says_the_same

Pair = tuple[int, int]
"""The keys of two counts."""
NEAR = 31
"""Days by which the beginnings of one time may differ: from early July, from the end of July."""
MANY = 25
"""So many sentences with one word are a form that is filled in every day."""
# A time of its own on both ends: what is told of `now`, or since a day, goes on and comes out differently tomorrow.
_OF_ONE_TIME = f"""
    SELECT group_concat(f.key) AS keys FROM counts AS f
    WHERE f.article NOT IN (SELECT key FROM articles WHERE NOT latest) AND {HOLDS}
      AND f.value IS NOT NULL AND f.modifier = 'exact' AND f.aspect <> 'target' AND f.category <> 'percent'
      AND f.period_start IS NOT NULL AND f.period_end IS NOT NULL
      {{among}}
    GROUP BY one_thing(f.what), one_thing(f.name), f.aspect, lower(f.per), f.denominator, f.period_end,
      CASE WHEN f.category IN ('money', 'area', 'length', 'mass', 'volume') THEN one_thing(f.measured) END,
      CASE WHEN f.aspect = 'flow' THEN one_happening(f.predicate, f.category) END
    HAVING count(DISTINCT f.value) > 1 AND count(DISTINCT f.article) > 1
"""
_TOLD = """
    SELECT f.key, a.id AS article, f.value, f.category, f.period_start, json(f.locality) AS locality,
      f.reasons ->> '$.locality' AS placed, f.end_at - f.start_at AS length,
      min(f.start_at, :reach) AS at,
      substr(a.text, max(1, f.start_at + 1 - :reach), f.end_at - f.start_at + 2 * :reach) AS around
    FROM counts AS f JOIN articles AS a ON a.key = f.article WHERE f.key IN (SELECT value FROM json_each(:keys))
"""


@dataclass(frozen=True, slots=True)
class Telling:
    """A count with the sentence that tells it; `narrowed` is the word behind the counted thing."""

    key: int
    voice: str
    value: Decimal
    money: bool
    since: str
    locality: tuple[str, ...]
    inherited: bool
    narrowed: str
    statement: Statement


def retold(db: sqlite3.Connection, clusters: Mapping[str, str], chosen: str, among: str) -> Iterator[Pair]:
    """Pairs of counts with different values whose sentences say the same of one time.

    `chosen` is a condition on `f`, a count, with the parameter `among`. Of reprints one voice speaks.
    """
    for row in db.execute(_OF_ONE_TIME.format(among=chosen), {"among": among}).fetchall():
        alike = db.execute(_TOLD, {"reach": REACH, "keys": f"[{row['keys']}]"})
        told = [_telling(found, clusters) for found in alike]
        pairs = [(told[one], told[other]) for one, other in _likely(told) if _of_one(told[one], told[other])]
        yield from _two_valued(pairs)


def _telling(row: sqlite3.Row, clusters: Mapping[str, str]) -> Telling:
    sentence = passage(row["around"], row["at"], row["at"] + row["length"])
    ((start, end),) = sentence.marks
    return Telling(
        key=row["key"],
        voice=clusters.get(row["article"], row["article"]),
        value=Decimal(str(row["value"])),
        money=row["category"] == "money",
        since=row["period_start"],
        locality=tuple(json.loads(row["locality"] or "[]")),
        inherited=row["placed"] in ("scene", "article"),
        narrowed=narrowed_by(sentence.text[end:]),
        statement=read_statement(sentence.text, start, end),
    )


def _likely(told: Sequence[Telling]) -> set[Pair]:
    """Index pairs that have enough words in common at least to be looked at.

    Two sets of words that share so large a part share one of the rarest words of either (prefix filtering).
    """
    heard = Counter(word for one in told for word in one.statement.words)
    having: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        rarest = sorted(one.statement.words, key=lambda word: (heard[word], word))
        for word in rarest[: len(rarest) - ceil(ALIKE_OF_ONE * len(rarest)) + 1]:
            having[word].append(index)
    return {pair for indexes in having.values() if len(indexes) <= MANY for pair in combinations(indexes, 2)}


def _of_one(one: Telling, other: Telling) -> bool:
    """Whether both tell of one thing at one place and time."""
    if one.voice == other.voice or one.narrowed != other.narrowed or not _began_together(one, other):
        return False
    named = anchored(one.statement, other.statement)
    if not named and (one.money or one.statement.whose or other.statement.whose):
        return False
    return _at_one_place(one, other) and says_the_same(one.statement, other.statement)


def _began_together(one: Telling, other: Telling) -> bool:
    first, second = days_told(one.since), days_told(other.since)
    return first is not None and second is not None and abs((first[0] - second[0]).days) <= NEAR


def _at_one_place(one: Telling, other: Telling) -> bool:
    """Whether the places are one. `toàn huyện` is of the very district.

    What has no place may have the other's, if that only holds for its paragraph or article: it is not sure.
    """
    if one.locality == other.locality:
        return bool(one.locality) or not (one.statement.here or other.statement.here)
    if one.statement.here or other.statement.here or (one.locality and other.locality):
        return False
    return any(telling.inherited and telling.locality for telling in (one, other))


def _two_valued(pairs: Sequence[tuple[Telling, Telling]]) -> Iterator[Pair]:
    """The pairs that differ by more than rounding, each two values once.

    A third value in such a sentence shows that each tells of something else.
    """
    values: dict[int, set[Decimal]] = defaultdict(set)
    for pair in pairs:
        for one in pair:
            values[one.key] |= {pair[0].value, pair[1].value}
    seen: set[frozenset[Decimal]] = set()
    for one, other in pairs:
        both = values[one.key] | values[other.key]
        if len(both) == 2 and both not in seen and not _rounded(one.value, other.value):
            seen.add(frozenset(both))
            yield one.key, other.key


def _rounded(value: Decimal, other: Decimal) -> bool:
    """Whether one may be the other rounded in its last place: 2,1 tỷ of 2.116.579.441."""
    step = max(Decimal(1).scaleb(int(one.normalize().as_tuple().exponent)) for one in (value, other))
    return abs(value - other) <= step / 2
