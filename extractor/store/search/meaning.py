"""Hits by meaning, beside those by words: passages near what was asked, and the facts that stand in them."""

import json
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.records import Kind
from extractor.store.answers.facts import Conditions, FactQuery, conditions
from extractor.store.search.embedding import Vector
from extractor.store.search.vectors import Near, nearest

POOL = 50
"""So many hits by words and by meaning are merged."""
DEPTH = 1000
"""So many passages are looked through."""
RANK = 60
"""Keeps the first ranks from outweighing all others (Cormack, Clarke and Büttcher 2009)."""
TELLING: tuple[Kind, ...] = ("counts", "awards", "models", "events")
"""Kinds whose facts say what their sentence means; places and people it only mentions."""


def articles_near(
    db: sqlite3.Connection, vector: Vector, chosen: str, values: Sequence[object], excluded: str | None
) -> dict[int, Near]:
    """The articles with a passage near the vector, best first: their keys, and the nearest passage of each.

    `chosen` selects the keys of those that may be found, `excluded` is an FTS5 query that they must not meet.
    """
    condition = f"article IN ({chosen})"
    if excluded:
        condition += " AND article NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)"
        values = [*values, excluded]
    found: dict[int, Near] = {}
    for near in nearest(db, vector, condition, values, limit=DEPTH):
        found.setdefault(near.article, near)
    return dict(list(found.items())[:POOL])


def facts_near(
    db: sqlite3.Connection, vector: Vector, chosen: Mapping[Kind, Conditions] | None, excluded: str | None
) -> list[int]:
    """Keys of the facts in the passages nearest to the vector, best first; what fulfils the conditions, if any."""
    fitting = [(kind, where.sql, where.values) for kind, where in (chosen or _telling(db)).items()]
    told = " UNION ALL ".join(f"SELECT f.article FROM {kind} AS f WHERE {sql}" for kind, sql, _ in fitting)
    condition = "TRUE" if chosen is None else f"article IN ({told})"
    values = [] if chosen is None else [value for _, _, asked in fitting for value in asked]
    passages = nearest(db, vector, condition, values, limit=DEPTH)
    articles = json.dumps(sorted({near.article for near in passages}))
    facts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    among = "f.article IN (SELECT value FROM json_each(?))"
    without = "f.key NOT IN (SELECT rowid FROM fact_search WHERE fact_search MATCH ?)" if excluded else "TRUE"
    for kind, sql, asked in fitting:
        statement = f"SELECT f.article, f.start_at, f.key FROM {kind} AS f WHERE {sql} AND {among} AND {without}"
        rows = db.execute(statement, (*asked, articles, *([excluded] if excluded else ())))
        for article, start, key in rows:
            facts[article].append((start, key))
    return _in_passages(passages, {article: sorted(found) for article, found in facts.items()})


def _telling(db: sqlite3.Connection) -> dict[Kind, Conditions]:
    return {kind: conditions(db, FactQuery(kind)) for kind in TELLING}


def fused(*rankings: Sequence[int]) -> list[int]:
    """Several rankings as one, by the sum of the reciprocal ranks."""
    scores: dict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, key in enumerate(ranking, 1):
            scores[key] += 1 / (RANK + rank)
    return sorted(scores, key=lambda key: -scores[key])


def _in_passages(passages: Sequence[Near], facts: Mapping[int, Sequence[tuple[int, int]]]) -> list[int]:
    """The facts of each passage in turn, in the order of the text."""
    found: list[int] = []
    for near in passages:
        inside = facts.get(near.article, ())
        first, last = (bisect_right(inside, (bound, 0)) for bound in (near.start, near.end))
        found += [key for _, key in inside[first:last]]
        if len(found) >= POOL:
            break
    return found[:POOL]
