"""Words to articles and facts: with diacritics, without, and mixed; exact spelling first; with a model, meaning."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.records import Kind
from extractor.store.answers.facts import HOLDS, Answer, FactQuery, answers, conditions, kind_of, published_bounds
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.search.embedding import Embedder
from extractor.store.search.meaning import POOL, articles_near, facts_near, fused
from extractor.store.search.passages import Passage, around, on_one_line
from extractor.store.search.query import Term, expressions, highlights, parse, unwanted, wanted_words
from extractor.store.search.vectors import Near
from extractor.store.search.vocabulary import outlets_like

MANY = 1000
"""So many matches are not ranked any further: the words are too common to tell, and it would take too long."""


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that the words occur in, with the stretch that shows them."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passage: Passage


def search_articles(
    db: sqlite3.Connection,
    words: str,
    query: FactQuery | None = None,
    *,
    model: Embedder | None = None,
    limit: int = 20,
) -> list[ArticleHit]:
    """The articles that the words occur in, best first; of the query only outlet and dates are asked.

    With a model also those that tell what the words mean. Raises QueryError where no article has vectors.
    """
    terms = parse(words)
    chosen, values = _of_articles(db, query)
    worded = ranked(db, "article_search", terms, f"+rowid IN ({chosen})", values)
    if model is None or not wanted_words(terms):
        return [_hit(db, key, terms, None) for key in islice(worded, limit)]
    near = articles_near(db, model.query(wanted_words(terms)), chosen, values, unwanted(terms))
    by_words = list(islice(worded, max(limit, POOL)))
    keys = fused(by_words, list(near))
    return [_hit(db, key, terms, None if key in by_words else near[key]) for key in keys[:limit]]


def _hit(db: sqlite3.Connection, key: int, terms: tuple[Term, ...], near: Near | None) -> ArticleHit:
    """The article with the stretch that holds the words, or the passage that means them."""
    row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
    text = row["text"]
    shown = Passage(on_one_line(text[near.start : near.end])) if near else around(text, highlights(text, terms))
    return ArticleHit(row["id"], row["title"], row["outlet"], row["published"], row["url"], shown)


def search_facts(
    db: sqlite3.Connection,
    words: str,
    queries: Sequence[FactQuery] | None = None,
    *,
    model: Embedder | None = None,
    limit: int = 20,
) -> list[Answer]:
    """The facts whose slots, quote or place hold the words, best first; where there are queries, what fits one.

    With a model also those whose passage tells what the words mean. Raises QueryError where no article has vectors.
    """
    terms = parse(words)
    worded = _facts_worded(db, terms, queries)
    if model is None or not wanted_words(terms):
        return _answers(db, islice(worded, limit))
    near = facts_near(db, model.query(wanted_words(terms)), queries, unwanted(terms))
    keys = fused(list(islice(worded, max(limit, POOL))), near)
    return _answers(db, keys[:limit])


def _answers(db: sqlite3.Connection, keys: Iterable[int]) -> list[Answer]:
    """The facts with these keys, of whatever kinds, in this order."""
    return [answer for key in keys if (kind := kind_of(db, key)) for answer in answers(db, kind, [key])]


def _facts_worded(
    db: sqlite3.Connection, terms: tuple[Term, ...], queries: Sequence[FactQuery] | None
) -> Iterator[int]:
    """Keys of the facts of the latest articles that hold the words."""
    any_of_kind = _any_of_kind(queries)
    for key in ranked(db, "fact_search", terms, *_of_facts(db, queries)):
        kind = kind_of(db, key)
        if kind is None or not _is_latest(db, key // FACTS_PER_ARTICLE):
            continue
        if not any_of_kind or _holds(db, kind, key):
            yield key


def ranked(
    db: sqlite3.Connection, index: str, terms: tuple[Term, ...], condition: str, values: Sequence[object]
) -> Iterator[int]:
    """Keys of the rows of an index that match and fulfil the condition, the best first; superseded ones too."""
    seen: set[int] = set()
    for match in expressions(terms):
        for key in _matching(db, index, match, condition, values):
            if key not in seen:
                seen.add(key)
                yield key


def _matching(
    db: sqlite3.Connection, index: str, match: str, condition: str, values: Sequence[object]
) -> list[int]:
    """Keys of the rows that match, the newest first; articles by bm25, unless very many match."""
    statement = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND {condition} ORDER BY"
    rows = db.execute(f"{statement} rowid DESC LIMIT ?", (match, *values, MANY)).fetchall()
    if index == "article_search" and 1 < len(rows) < MANY:
        rows = db.execute(f"{statement} bm25({index}, 5.0, 1.0, 1.0), rowid DESC", (match, *values)).fetchall()
    return [row["rowid"] for row in rows]


def _of_articles(db: sqlite3.Connection, query: FactQuery | None) -> tuple[str, list[object]]:
    """A selection of the keys of the articles that may be found, with its values."""
    condition = "latest"
    values: list[object] = []
    if query and query.outlet is not None:
        condition += " AND outlet IN (SELECT value FROM json_each(?))"
        values.append(outlets_like(db, query.outlet))
    for bound, test in published_bounds(query) if query else ():
        condition += f" AND {test}"
        values.append(bound)
    return f"SELECT key FROM articles WHERE {condition}", values


def _of_facts(db: sqlite3.Connection, queries: Sequence[FactQuery] | None) -> tuple[str, list[object]]:
    """The condition on the rows of `fact_search`, with its values."""
    if queries is None:
        return "TRUE", []
    if _any_of_kind(queries):
        return f"({' OR '.join(f'+rowid IN (SELECT key FROM {query.kind})' for query in queries)})", []
    fitting = [(query.kind, conditions(db, query)) for query in queries]
    chosen = " UNION ALL ".join(f"SELECT f.key FROM {kind} AS f WHERE {where.sql}" for kind, where in fitting)
    return f"+rowid IN ({chosen})", [value for _, where in fitting for value in where.values]


def _any_of_kind(queries: Sequence[FactQuery] | None) -> bool:
    """Whether nothing is asked but kinds; what people rejected is then left out one by one."""
    return queries is None or all(query == FactQuery(kind=query.kind) for query in queries)


def _holds(db: sqlite3.Connection, kind: Kind, key: int) -> bool:
    return db.execute(f"SELECT 1 FROM {kind} AS f WHERE f.key = ? AND {HOLDS}", (key,)).fetchone() is not None


def _is_latest(db: sqlite3.Connection, article: int) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE key = ? AND latest", (article,)).fetchone() is not None
