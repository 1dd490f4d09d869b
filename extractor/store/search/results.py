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
from extractor.store.search.query import Term, highlights, parse, unwanted, wanted_words
from extractor.store.search.ranking import Chosen, ranked_articles, ranked_facts
from extractor.store.search.vectors import Near
from extractor.store.search.vocabulary import outlets_like


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that the words occur in, with the stretch that shows them.

    Of one that only means what was asked (`by_meaning`), it is the passage that does.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    passage: Passage
    by_meaning: bool = False


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
    worded = ranked_articles(db, terms, chosen, values)
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
    return ArticleHit(row["id"], row["title"], row["outlet"], row["published"], row["url"], shown, near is not None)


def search_facts(
    db: sqlite3.Connection,
    words: str,
    queries: Sequence[FactQuery] | None = None,
    *,
    model: Embedder | None = None,
    limit: int = 20,
) -> list[Answer]:
    """The facts whose slots, quote or place hold the words, best first; what fits the query of its kind, if any.

    With a model also those whose passage tells what the words mean. Raises QueryError where no article has vectors.
    """
    terms = parse(words)
    chosen = None if queries is None else {query.kind: conditions(db, query) for query in queries}
    worded = _facts_worded(db, terms, chosen)
    if model is None or not wanted_words(terms):
        return _answers(db, islice(worded, limit))
    near = facts_near(db, model.query(wanted_words(terms)), chosen, unwanted(terms))
    keys = fused(list(islice(worded, max(limit, POOL))), near)
    return _answers(db, keys[:limit])


def _answers(db: sqlite3.Connection, keys: Iterable[int]) -> list[Answer]:
    """The facts with these keys, of whatever kinds, in this order."""
    return [answer for key in keys if (kind := kind_of(db, key)) for answer in answers(db, kind, [key])]


def _facts_worded(db: sqlite3.Connection, terms: tuple[Term, ...], chosen: Chosen | None) -> Iterator[int]:
    """Keys of the facts of the latest articles that hold the words."""
    if chosen is not None:
        yield from ranked_facts(db, terms, chosen)
        return
    for key in ranked_facts(db, terms):
        kind = kind_of(db, key)
        if kind is not None and _is_latest(db, key // FACTS_PER_ARTICLE) and _holds(db, kind, key):
            yield key


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


def _holds(db: sqlite3.Connection, kind: Kind, key: int) -> bool:
    return db.execute(f"SELECT 1 FROM {kind} AS f WHERE f.key = ? AND {HOLDS}", (key,)).fetchone() is not None


def _is_latest(db: sqlite3.Connection, article: int) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE key = ? AND latest", (article,)).fetchone() is not None
