#!/usr/bin/env python3
"""What search by meaning adds to search by words: `scripts/bench meaning`.

Asks the shipped articles the queries of tests/search_suite.tsv, which hold words of the article, and those of
tests/paraphrases.tsv, which hold none of the sentence they mean; prints how often the article is the first hit, and
among the first ten.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.records import Extraction
from extractor.store.database import open_database
from extractor.store.search.embedding import Embedder, embedder
from extractor.store.search.meaning import articles_near
from extractor.store.search.results import search_articles
from extractor.store.search.vectors import embed
from extractor.store.write import save, start_run

ROOT = Path(__file__).resolve().parents[1]
QUERIES = {"words of the article": "search_suite.tsv", "paraphrases": "paraphrases.tsv"}
Search = Callable[[str], list[str]]


def main() -> int:
    """Print the figures."""
    model = embedder()
    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder) / "facts.db", write=True) as db:
        run = start_run(db, "bench", [])
        for page in read_sources([str(texts) for texts in sorted((ROOT / "corpora").glob("*/texts"))]):
            if isinstance(page, RawPage):
                save(db, Extraction(article=to_article(page)), content_hash="bench", extractor="bench", run=run)
        passages = sum(embed(db, model))
        articles = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        print(f"{articles} articles, {passages} passages\n")
        print("| queries | number | words: first, in ten | meaning | both |\n| --- | --: | --: | --: | --: |")
        for name, file in QUERIES.items():
            rows = [line.split("\t") for line in (ROOT / "tests" / file).read_text(encoding="utf-8").splitlines()]
            wanted = {query: set(articles.split()) for query, articles, *_ in rows}
            cells = [figures(wanted, search) for search in searches(db, model)]
            print(f"| {name} | {len(rows)} | {' | '.join(cells)} |")
    return 0


def searches(db: sqlite3.Connection, model: Embedder) -> tuple[Search, Search, Search]:
    """By words, by meaning, and by both: a query to the ids of articles, best first."""
    every = "SELECT key FROM articles"

    def by_meaning(query: str) -> list[str]:
        keys = articles_near(db, model.query(query), every, (), None)
        return [db.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()["id"] for key in keys]

    return (
        lambda query: [hit.article for hit in search_articles(db, query)],
        by_meaning,
        lambda query: [hit.article for hit in search_articles(db, query, model=model)],
    )


def figures(wanted: Mapping[str, set[str]], search: Search) -> str:
    """In how many of a hundred queries a wanted article comes first, and among the first ten."""
    first = ten = 0
    for query, articles in wanted.items():
        found = search(query)
        first += not articles.isdisjoint(found[:1])
        ten += not articles.isdisjoint(found[:10])
    return f"{100 * first / len(wanted):.0f}, {100 * ten / len(wanted):.0f}"


if __name__ == "__main__":
    sys.exit(main())
