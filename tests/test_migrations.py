"""The schema in steps: an older database is brought forward without loss, a broken step changes nothing."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS

from extractor.errors import StoreError
from extractor.store import migrations
from extractor.store.database import open_database
from extractor.store.read import each_latest
from extractor.store.write import save, start_run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_database(tmp_path / "facts.db", write=True) as db:
        run = start_run(db, "1", [])
        for extraction in EXTRACTIONS:
            save(db, extraction, content_hash="a", extractor="1", run=run)
    return tmp_path / "facts.db"


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


def test_a_trigger_is_one_statement() -> None:
    script = "CREATE TRIGGER t BEFORE DELETE ON x BEGIN\n SELECT 1; SELECT 2;\nEND;\nCREATE TABLE y (z);\n"
    assert [one.split()[1] for one in migrations._statements(script)] == ["TRIGGER", "TABLE"]
