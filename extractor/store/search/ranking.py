"""Which articles and facts match, the best first: spelt as typed before other spellings, then the newest."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial

from extractor.records import KINDS, Kind, Record
from extractor.store.answers.facts import Conditions
from extractor.store.rows import row_record
from extractor.store.search.indexing import index_words
from extractor.store.search.query import Term, expressions, widest

MANY = 1000
"""So many matches are not ranked any further: the words are too common to tell, and it would take too long."""
TESTED = 3000
"""So many matches at a time are tested for what else is asked."""
OFTEN = TESTED // 30
"""Where fewer of them pass, what else is asked is sooner listed than met by testing on."""
LISTED = 100_000
"""So many facts are listed at most."""
Chosen = Mapping[Kind, Conditions]
"""The kinds of facts that may be found, with the conditions on each."""
Matching = Callable[[str], list[int]]
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


def ranked_facts(db: sqlite3.Connection, terms: tuple[Term, ...], chosen: Chosen | None = None) -> Iterator[int]:
    """Keys of the facts that match, the best first: those that fulfil the conditions of their kind.

    Without conditions all that match, of superseded articles too.
    """
    return _ranked(terms, partial(_newest, db, None)) if chosen is None else _ranked_among(db, terms, chosen)


def _ranked(terms: tuple[Term, ...], matching: Matching) -> Iterator[int]:
    seen: set[int] = set()
    for match in expressions(terms):
        for key in matching(match):
            if key not in seen:
                seen.add(key)
                yield key


def _ranked_among(db: sqlite3.Connection, terms: tuple[Term, ...], chosen: Chosen) -> Iterator[int]:
    """Each spelling is looked for through all facts with its words, however few of them fulfil the conditions.

    So the widest is asked first, and where few are left, these alone are ranked.
    """
    match = widest(terms)
    if match is None or not chosen:
        return
    tested: dict[int, bool] = {}
    first = _keys(db, f"{_FACTS} ORDER BY rowid DESC LIMIT {TESTED}", match)
    passing = _passing(db, first, chosen, tested)
    matching: Matching = partial(_newest_passing, db, chosen, tested)
    if len(first) == TESTED:
        if len(passing) < OFTEN and (listed := _listed(db, chosen)) is not None:
            matching = partial(_newest, db, listed)
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


def _listed(db: sqlite3.Connection, chosen: Chosen) -> str | None:
    """A JSON list of the keys of all facts that fulfil the conditions; None where they are many."""
    listed = " UNION ALL ".join(
        f"SELECT f.key FROM {kind} AS f WHERE {where.sql}" for kind, where in chosen.items()
    )
    keys = _keys(db, f"{listed} LIMIT {LISTED}", *(value for where in chosen.values() for value in where.values))
    return json.dumps(keys) if len(keys) < LISTED else None


def _newest(db: sqlite3.Connection, among: str | None, match: str) -> list[int]:
    """Keys of the facts that match, the newest first; only those of the JSON list if there is one."""
    # The plus keeps SQLite from asking the index anew for every key.
    listed = "" if among is None else " AND +rowid IN (SELECT value FROM json_each(?))"
    values = () if among is None else (among,)
    return _keys(db, f"{_FACTS}{listed} ORDER BY rowid DESC LIMIT {MANY}", match, *values)


def _newest_passing(db: sqlite3.Connection, chosen: Chosen, tested: dict[int, bool], match: str) -> list[int]:
    """Keys of the facts that match and fulfil the conditions, the newest first, found match by match."""
    found: list[int] = []
    rows = db.execute(f"{_FACTS} ORDER BY rowid DESC", (match,))
    while len(found) < MANY and (keys := [row["rowid"] for row in rows.fetchmany(TESTED)]):
        found += _passing(db, keys, chosen, tested)
    return found[:MANY]


def _passing(db: sqlite3.Connection, keys: Sequence[int], chosen: Chosen, tested: dict[int, bool]) -> list[int]:
    """Those of the keys whose facts fulfil the conditions of their kind; `tested` remembers which do."""
    new = [key for key in keys if key not in tested]
    tested.update(dict.fromkeys(new, False))
    for kind, where in chosen.items() if new else ():
        among = f"FROM json_each(?) AS new CROSS JOIN {kind} AS f ON f.key = new.value"
        passing = _keys(db, f"SELECT f.key {among} WHERE {where.sql}", json.dumps(new), *where.values)
        tested.update(dict.fromkeys(passing, True))
    return [key for key in keys if tested[key]]


def _keys(db: sqlite3.Connection, asked: str, *values: object) -> list[int]:
    return [row[0] for row in db.execute(asked, values)]
