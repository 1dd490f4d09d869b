"""Coverage by today's provinces and by months."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS, count

from extractor.records import Article, Extraction, NamedModel
from extractor.store import upkeep
from extractor.store.answers.coverage import Month, by_month, by_province
from extractor.store.database import open_database
from extractor.store.review.decisions import Decision, decide, undo
from extractor.store.write import save, start_run


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        for extraction in (*EXTRACTIONS, hoi_an("2024-09-06"), hoi_an("2024-09-06"), hoi_an("2024-10")):
            name = extraction.article.id + str(extraction.article.published)
            save(opened, extraction, content_hash=name, extractor="1", run=run)
        yield opened


def hoi_an(day: str) -> Extraction:
    article = Article(id="hoi-an", text="Hội An có 9 mô hình “Phố xanh”.", published=day, source="a")
    place = ("Quảng Nam", "Hội An")
    start = article.text.index("mô hình")
    model = NamedModel(
        article_id=article.id, start=start, end=len(article.text) - 1, quote=article.text[start:-1], rule="test",
        name="Phố xanh", locality=place,
    )  # fmt: skip
    return Extraction(
        article=article, counts=(count(article, "9 mô hình", 9, "mô hình", locality=place),), models=(model,)
    )


def test_every_province_of_today_is_told(db: sqlite3.Connection) -> None:
    covered = by_province(db)
    assert len(covered) == 34
    assert all(one.position for one in covered)
    told = {one.province: (one.articles, one.facts, one.models) for one in covered if one.articles}
    assert told == {"Đà Nẵng": (1, 2, 1), "Đồng Nai": (1, 3, 0)}


def test_months_hold_the_latest_versions(db: sqlite3.Connection) -> None:
    months, undated = by_month(db)
    assert months == [Month("2023-05", 1), Month("2024-09", 1), Month("2024-10", 1)]
    assert undated == 1


def test_reindexing_keeps_the_coverage(db: sqlite3.Connection) -> None:
    before = by_province(db)
    upkeep.reindex(db)
    assert by_province(db) == before


def test_what_people_reject_is_covered_no_more(db: sqlite3.Connection) -> None:
    def models() -> int:
        return next(one.models for one in by_province(db) if one.province == "Đà Nẵng")

    fact = hoi_an("2024-10").models[0].id
    decide(db, Decision(article="hoi-an", kind="models", action="reject", reviewer="An", fact=fact, reason="other"))
    assert models() == 0
    undo(db, "An")
    assert models() == 1
