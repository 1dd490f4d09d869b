"""Upkeep of the indexes: nothing is found less or more, and what is outdated goes."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS

from extractor.store import upkeep
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.search.results import search_articles, search_facts
from extractor.store.write import save, start_run


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        for version in "123":
            for extraction in EXTRACTIONS:
                save(opened, extraction, content_hash="a", extractor=version, run=start_run(opened, version, []))
        yield opened


def found(db: sqlite3.Connection) -> tuple[object, ...]:
    return (
        search_articles(db, "mô hình"),
        search_facts(db, "thach hoa"),
        find_facts(db, FactQuery(what="camera OR mo hinh")),
        find_facts(db, FactQuery(place="Đồng Nai", today=True)),
    )


def test_reindexing_changes_no_answer(db: sqlite3.Connection) -> None:
    before = found(db)
    upkeep.reindex(db)
    assert found(db) == before


def test_outdated_entries_go_when_they_are_many(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    def held() -> int:
        return int(db.execute("SELECT count(*) FROM fact_search_docsize").fetchone()[0])

    before = held()
    upkeep.tidy(db)
    assert held() == before
    monkeypatch.setattr(upkeep, "SPARE", 0)
    upkeep.tidy(db)
    assert held() == before // 3
