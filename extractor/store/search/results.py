"""Words to articles and facts: with diacritics, without, and mixed; exact spelling first."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.records import Kind
from extractor.store.answers.facts import HOLDS, Answer, FactQuery, answers, conditions, kind_of, published_bounds
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.search.passages import Passage, around
from extractor.store.search.query import Term, expressions, highlights, parse
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
    db: sqlite3.Connection, words: str, query: FactQuery | None = None, *, limit: int = 20
) -> list[ArticleHit]:
    """The articles that the words occur in, best first; of the query only outlet and dates are asked."""
    terms = parse(words)
    hits = []
    for key in islice(ranked(db, "article_search", terms, *_of_articles(db, query)), limit):
        row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        text = row["text"]
        shown = around(text, highlights(text, terms))
        hits.append(ArticleHit(row["id"], row["title"], row["outlet"], row["published"], row["url"], shown))
    return hits


def search_facts(
    db: sqlite3.Connection, words: str, queries: Sequence[FactQuery] | None = None, *, limit: int = 20
) -> list[Answer]:
    """The facts whose slots, quote or place hold the words, best first; where there are queries, what fits one."""
    found: list[Answer] = []
    for key in ranked(db, "fact_search", parse(words), *_of_facts(db, queries)):
        kind = kind_of(db, key)
        if (
            kind is not None
            and _is_latest(db, key // FACTS_PER_ARTICLE)
            and (not _any_of_kind(queries) or _holds(db, kind, key))
        ):
            found.extend(answers(db, kind, [key]))
        if len(found) == limit:
            break
    return found


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
    """The condition on the rows of `article_search`, with its values."""
    condition = "latest"
    values: list[object] = []
    if query and query.outlet is not None:
        condition += " AND outlet IN (SELECT value FROM json_each(?))"
        values.append(outlets_like(db, query.outlet))
    for bound, test in published_bounds(query) if query else ():
        condition += f" AND {test}"
        values.append(bound)
    return f"+rowid IN (SELECT key FROM articles WHERE {condition})", values


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
