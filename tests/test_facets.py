"""Search page by page: facets count what their filters then find, pages neither skip nor repeat."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS, count

from extractor.records import Article, Extraction
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.search import facets
from extractor.store.search.facets import FACETS, Filters, search_page
from extractor.store.write import save, start_run

COUNTS = 30


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        for extraction in (*EXTRACTIONS, village(), village()):
            save(opened, extraction, content_hash=str(len(extraction.counts)), extractor="1", run=run)
        yield opened


def village() -> Extraction:
    text = " ".join(
        f"Hội An có {number} mô hình {'cũ' if number % 2 else 'mới'}." for number in range(1, COUNTS + 1)
    )
    article = Article(id="village", text=text, published="2022-05-01", outlet="Đài Đồng Bằng", source="v")
    counts = tuple(
        count(
            article, f"có {number} mô hình", number, "mô hình", category="model", aspect="stock",
            locality=("Quảng Nam", "Hội An"), period=("2021", "2021") if number % 3 == 0 else None,
        )
        for number in range(1, COUNTS + 1)
    )  # fmt: skip
    return Extraction(article=article, counts=counts)


def test_facets_count_all_hits(db: sqlite3.Connection) -> None:
    found = search_page(db, "mo hinh", limit=5)
    assert len(found.hits) == 5
    assert not found.more
    assert dict(found.facets["province"]) == {"Đà Nẵng": COUNTS}
    assert found.facets["year"][:2] == [("2022", COUNTS - COUNTS // 3), ("2021", COUNTS // 3)]
    assert dict(found.facets["kind"]) == {"counts": COUNTS + 3, "models": 1}
    assert dict(found.facets["review"]) == {"none": found.total}


@pytest.mark.parametrize("words", ["", "mo hinh", "Đồng Nai"])
def test_a_facet_leads_to_as_many_hits_as_it_says(db: sqlite3.Connection, words: str) -> None:
    for facet in FACETS:
        for value, hits in search_page(db, words).facets[facet]:
            narrowed = search_page(db, words, Filters(**{facet: value}))
            assert (narrowed.total, narrowed.facets[facet]) == (hits, [(value, hits)]), (facet, value)


@pytest.mark.parametrize("words", ["", "mo hinh"])
def test_of_many_hits_the_first_are_counted(
    db: sqlite3.Connection, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MANY", 5)
    found = search_page(db, words, Filters(kind="counts"))
    assert (found.total, found.more, found.facets["kind"]) == (5, True, [("counts", 5)])


@pytest.mark.parametrize("words", ["", "mô hình"])
def test_pages_hold_every_hit_once(db: sqlite3.Connection, words: str) -> None:
    after, seen = None, []
    while True:
        found = search_page(db, words, after=after, limit=7)
        seen += [hit.key for hit in found.hits]
        if (after := found.following) is None:
            break
    assert len(seen) == len(set(seen)) == found.total


def test_words_are_marked_in_the_passage(db: sqlite3.Connection) -> None:
    (hit,) = search_page(db, "gay khen").hits[:1] or search_page(db, "giay khen").hits[:1]
    assert [hit.answer.passage.text[start:end] for start, end in hit.words] == ["giấy khen"]


def test_what_cannot_be_is_not_found(db: sqlite3.Connection) -> None:
    assert search_page(db, "mô hình", Filters(kind="awards", category="model")).total == 0
    assert search_page(db, "", Filters(kind="roles", province="Đà Nẵng")).total == 0
    assert search_page(db, "'; DROP TABLE counts; --").total == 0
    assert find_facts(db, FactQuery())
