"""Which articles and facts match, the best first: spelt as typed before other spellings, then the newest."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

from extractor.records import KINDS, Kind, Record
from extractor.store.answers.facts import Conditions
from extractor.store.rows import row_record
from extractor.store.search.indexing import index_words
from extractor.store.search.query import Term, expressions, widest

MANY = 1000
"""So many matches are not ranked any further: the words are too common to tell, and it would take too long."""
TESTED = 3000
"""So many matches at a time are tested for what else is asked."""
OFTEN = TESTED // 20
"""Where fewer of them pass, what else is asked is sooner listed than met by testing on."""
Chosen = tuple[Kind, Conditions]
"""A kind of facts with the conditions on them."""
Matching = Callable[[str], Sequence[int]]
"""An FTS5 query to the keys of what matches, in their order; of more than MANY, the newest."""
_FACTS = "SELECT rowid FROM fact_search WHERE fact_search MATCH ?"


def ranked_articles(
    db: sqlite3.Connection, terms: tuple[Term, ...], chosen: str, values: Sequence[object]
) -> Iterator[int]:
    """Keys of the articles that match, the best first; `chosen` selects the keys of those that may be found."""
    asked = f"SELECT rowid FROM article_search WHERE article_search MATCH ? AND +rowid IN ({chosen}) ORDER BY"

    def matching(match: str) -> list[int]:
        keys = _keys(db, f"{asked} rowid DESC LIMIT {MANY}", match, *values)
        if not 1 < len(keys) < MANY:
            return keys
        return _keys(db, f"{asked} bm25(article_search, 5.0, 1.0, 1.0), rowid DESC", match, *values)

    return _ranked(terms, matching)


def ranked_facts(
    db: sqlite3.Connection, terms: tuple[Term, ...], chosen: Sequence[Chosen] | None = None
) -> Iterator[int]:
    """Keys of the facts that match, the best first: those that fulfil the conditions of their kind.

    Without conditions all that match, of superseded articles too.
    """
    return _ranked(terms, lambda match: _newest(db, match)) if chosen is None else _ranked_among(db, terms, chosen)


def _ranked(terms: tuple[Term, ...], matching: Matching) -> Iterator[int]:
    seen: set[int] = set()
    for match in expressions(terms):
        for key in matching(match):
            if key not in seen:
                seen.add(key)
                yield key


def _ranked_among(db: sqlite3.Connection, terms: tuple[Term, ...], chosen: Sequence[Chosen]) -> Iterator[int]:
    """Each spelling is looked for through all facts with its words, however few of them fulfil the conditions.

    So the widest is asked first, and where few are left, these alone are ranked.
    """
    match = widest(terms)
    if match is None or not chosen:
        return
    tested: dict[int, bool] = {}
    first = _keys(db, f"{_FACTS} ORDER BY rowid DESC LIMIT {TESTED}", match)
    passing = _passing(db, first, chosen, tested)

    def matching(match: str) -> list[int]:
        return _newest_passing(db, match, chosen, tested)

    if len(first) == TESTED and len(passing) < OFTEN:
        listed = " UNION ALL ".join(f"SELECT f.key FROM {kind} AS f WHERE {where.sql}" for kind, where in chosen)
        passing = _newest(
            db, match, f"+rowid IN ({listed})", [value for _, where in chosen for value in where.values]
        )
    elif len(first) == TESTED:
        passing = matching(match)
    yield from _few_ranked(db, terms, passing) if len(passing) < MANY else _ranked(terms, matching)


def _few_ranked(db: sqlite3.Connection, terms: tuple[Term, ...], keys: Sequence[int]) -> list[int]:
    """The keys in their order: an index of these facts alone, in memory, tells it at once."""
    if len(keys) < 2:
        return list(keys)
    (index,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'fact_search'").fetchone()
    with closing(sqlite3.connect(":memory:")) as own:
        own.row_factory = sqlite3.Row
        own.execute(index)
        index_words(own, _records(db, keys))
        return list(ranked_facts(own, terms))


def _records(db: sqlite3.Connection, keys: Sequence[int]) -> Iterator[tuple[int, Record]]:
    for kind in KINDS:
        asked = f"SELECT f.* FROM json_each(?) AS chosen CROSS JOIN {kind} AS f ON f.key = chosen.value"
        for row in db.execute(asked, (json.dumps(keys),)):
            yield row["key"], row_record(kind, dict(row), "")


def _listed(chosen: Sequence[Chosen]) -> tuple[str, list[object]]:
    """The conditions as one on the rows of `fact_search`, with its values."""
    listed = " UNION ALL ".join(f"SELECT f.key FROM {kind} AS f WHERE {where.sql}" for kind, where in chosen)
    # The plus keeps SQLite from asking the index anew for every key.
    return f"+rowid IN ({listed})", [value for _, where in chosen for value in where.values]


def _newest(
    db: sqlite3.Connection, match: str, condition: str = "TRUE", values: Sequence[object] = ()
) -> list[int]:
    """Keys of the facts that match and fulfil the condition, the newest first."""
    return _keys(db, f"{_FACTS} AND {condition} ORDER BY rowid DESC LIMIT {MANY}", match, *values)


def _newest_passing(
    db: sqlite3.Connection, match: str, chosen: Sequence[Chosen], tested: dict[int, bool]
) -> list[int]:
    """As `_newest`, of conditions that many fulfil; `tested` remembers which do."""
    found: list[int] = []
    rows = db.execute(f"{_FACTS} ORDER BY rowid DESC", (match,))
    while len(found) < MANY and (keys := [row["rowid"] for row in rows.fetchmany(TESTED)]):
        found += _passing(db, keys, chosen, tested)
    return found[:MANY]


def _passing(
    db: sqlite3.Connection, keys: Sequence[int], chosen: Sequence[Chosen], tested: dict[int, bool]
) -> list[int]:
    """Those of the keys whose facts fulfil the conditions."""
    new = [key for key in keys if key not in tested]
    tested.update(dict.fromkeys(new, False))
    for kind, where in chosen if new else ():
        among = f"FROM json_each(?) AS new CROSS JOIN {kind} AS f ON f.key = new.value"
        passing = _keys(db, f"SELECT f.key {among} WHERE {where.sql}", json.dumps(new), *where.values)
        tested.update(dict.fromkeys(passing, True))
    return [key for key in keys if tested[key]]


def _keys(db: sqlite3.Connection, asked: str, *values: object) -> list[int]:
    return [row[0] for row in db.execute(asked, values)]
