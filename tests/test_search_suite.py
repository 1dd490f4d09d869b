"""Queries over the shipped articles with the one that must come first, as typed and without diacritics."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.records import Extraction
from extractor.store.database import open_database
from extractor.store.search.results import search_articles
from extractor.store.write import save, start_run
from extractor.vietnamese.letters import fold

TESTS = Path(__file__).parent
ROWS = [line.split("\t") for line in (TESTS / "search_suite.tsv").read_text(encoding="utf-8").splitlines()]
OPERATORS = ("OR", "NOT")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    corpora = [str(texts) for texts in (TESTS.parent / "corpora").glob("*/texts")]
    with open_database(tmp_path_factory.mktemp("suite") / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        for page in read_sources(corpora):
            assert isinstance(page, RawPage)
            save(opened, Extraction(article=to_article(page)), content_hash="a", extractor="1", run=run)
        yield opened


@pytest.mark.parametrize(("query", "article"), ROWS)
def test_the_article_is_found_as_typed(db: sqlite3.Connection, query: str, article: str) -> None:
    assert [hit.article for hit in search_articles(db, query)][:1] == [article]


@pytest.mark.parametrize(("query", "article"), ROWS)
def test_the_article_is_found_without_diacritics(db: sqlite3.Connection, query: str, article: str) -> None:
    plain = " ".join(word if word in OPERATORS else fold(word) for word in query.split())
    assert article in [hit.article for hit in search_articles(db, plain)][:3]
