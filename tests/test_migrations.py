"""The schema in steps: an older database is brought forward without loss, a broken step changes nothing."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS
from stored import write_database

from extractor.errors import StoreError
from extractor.store import migrations
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.read import each_latest, load
from extractor.store.search.results import search_articles

KEPT = sorted((Path(__file__).parent / "databases").glob("schema_*.db"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db", extractor="1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of steps that a test may add to."""
    copied = tmp_path / "steps"
    shutil.copytree(migrations.FOLDER, copied)
    monkeypatch.setattr(migrations, "FOLDER", copied)
    migrations.steps.cache_clear()
    yield copied
    migrations.steps.cache_clear()


def next_step(folder: Path, script: str) -> int:
    number = migrations.newest() + 1
    (folder / f"{number:04}_next.sql").write_text(script, encoding="utf-8")
    migrations.steps.cache_clear()
    return number


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations.steps()] == list(range(1, migrations.newest() + 1))


@pytest.mark.parametrize("write", [False, True])
def test_an_older_database_is_brought_forward_without_loss(path: Path, folder: Path, write: bool) -> None:
    number = next_step(folder, "-- more\nCREATE TABLE more (x);\nINSERT INTO more VALUES (';');\n")
    with open_database(path, write=write) as db:
        assert db.execute("SELECT x FROM more").fetchone()[0] == ";"
        assert migrations.version(db) == number
        assert sorted(each_latest(db), key=str) == sorted(EXTRACTIONS, key=str)


def test_a_broken_step_changes_nothing(path: Path, folder: Path) -> None:
    next_step(folder, "CREATE TABLE more (x);\nCREATE TABLE more (x);\n")
    with pytest.raises(StoreError, match="already exists"), open_database(path, write=True):
        pass
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.newest() - 1
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone()[0] == 0


def test_a_trigger_is_one_statement(path: Path, folder: Path) -> None:
    trigger = "CREATE TRIGGER t BEFORE DELETE ON more BEGIN\n SELECT 1; SELECT 2;\nEND;\n"
    next_step(folder, f"CREATE TABLE more (x);\n{trigger}CREATE TABLE most (y);\n")
    with open_database(path, write=True) as db:
        names = "SELECT name FROM sqlite_master WHERE name IN ('more', 'most', 't') ORDER BY name"
        assert [row["name"] for row in db.execute(names)] == ["more", "most", "t"]


def test_it_is_kept_when_a_step_was_applied(path: Path) -> None:
    with open_database(path) as db:
        applied = db.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [row["name"] for row in applied] == [file.stem for _, file in migrations.steps()]


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_a_database_of_each_earlier_version_loses_nothing(kept: Path, tmp_path: Path, folder: Path) -> None:
    older = Path(shutil.copy(kept, tmp_path / "older.db"))
    before = contents(older)
    number = next_step(folder, "CREATE TABLE more (x);\n")
    with open_database(older, write=True) as db:
        assert migrations.version(db) == number
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    after = contents(older)
    assert sum(map(len, before.values())) > 30
    for name, rows in before.items():
        for row, now in zip(rows, after[name], strict=True):
            assert as_read(row).items() <= as_read(now).items()


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_a_database_of_each_earlier_version_answers_as_ever(kept: Path, tmp_path: Path) -> None:
    older = Path(shutil.copy(kept, tmp_path / "older.db"))
    with open_database(older) as db:
        for extraction in each_latest(db):
            text = extraction.article.text
            assert all(text[record.start : record.end] == record.quote for record in extraction.records)
        assert [hit.article for hit in search_articles(db, "giu binh yen")] == ["hoa"]
        assert [a.record.quote for a in find_facts(db, FactQuery(what="cau lac bo"))] == ["hiện có 40 câu lạc bộ"]
        decided = [find_facts(db, FactQuery(review=review)) for review in ("accept", "correct", "reject")]
        assert [len(answers) for answers in decided] == [1, 1, 1]
        assert load(db, "hoa", version=1).article.text.startswith("Bản cũ")


def as_read(row: dict[str, object]) -> dict[str, object]:
    """The row as the machine read it: what people corrected stands in the row, and its reading beside it."""
    machine = row.get("machine")
    told = {name: value for name, value in row.items() if name not in ("machine", "review")}
    return {**told, **(json.loads(machine) if isinstance(machine, str) and "fact" not in row else {})}


def contents(path: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables, as plain SQL sees them."""
    with sqlite3.connect(path) as db:
        db.row_factory = sqlite3.Row
        names = [
            row["name"]
            for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not row["name"].startswith(("sqlite_", "_sqlite_", "article_search", "fact_search"))
        ]
        return {name: [dict(row) for row in db.execute(f"SELECT * FROM {name} ORDER BY 1")] for name in names}
