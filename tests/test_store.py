"""Writing and reading back: versions, repetition, failures, transactions, and databases that are none."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from examples import EXTRACTIONS, HOA

from extractor.errors import StoreError
from extractor.records import Extraction, Failure
from extractor.store import migrations
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.overview import overview
from extractor.store.read import each_latest, failures, load
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.transactions import transaction
from extractor.store.write import finish_run, is_current, save, save_failure, start_run


def fill(
    path: Path, extractions: tuple[Extraction, ...] = EXTRACTIONS, content: str = "a", version: str = "1"
) -> None:
    with open_database(path, write=True) as db:
        run = start_run(db, version, [])
        for extraction in extractions:
            save(db, extraction, content_hash=content, extractor=version, run=run)
        finish_run(db, run, written=len(extractions), unchanged=0, failed=0)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables whose contents must not depend on how often or in how many processes one extracts."""
    with open_database(path) as db:
        return {
            table: [tuple(row)[1:] for row in db.execute(f"SELECT * FROM {table} ORDER BY 1")]
            for table in (
                "counts",
                "awards",
                "models",
                "localities",
                "roles",
                "events",
                "labels",
                "units",
                "failures",
            )
        }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "facts.db")
    return tmp_path / "facts.db"


def test_what_is_written_is_read_back(path: Path) -> None:
    with open_database(path) as db:
        assert list(each_latest(db)) == sorted(EXTRACTIONS, key=lambda extraction: extraction.article.id)


def test_every_quote_stands_at_its_offsets_in_plain_sql(path: Path) -> None:
    with sqlite3.connect(path) as db:
        found = db.execute(
            "SELECT quote, substr(text, start_at + 1, end_at - start_at) FROM facts "
            "JOIN articles ON articles.key = facts.article"
        ).fetchall()
    assert len(found) == sum(len(extraction.records) for extraction in EXTRACTIONS)
    assert all(quote == piece for quote, piece in found)


def test_writing_again_changes_no_fact(path: Path) -> None:
    before = rows(path)
    fill(path, version="2")
    assert [r for table in before.values() for r in table if r] and {
        table: [row[0] for row in found] for table, found in rows(path).items()
    } == {table: [row[0] for row in found] for table, found in before.items()}
    with open_database(path) as db:
        assert overview(db)["superseded versions"] == 0


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(path: Path) -> None:
    changed = Extraction(article=HOA.model_copy(update={"text": "Bản mới."}))
    fill(path, (changed,), content="b")
    with open_database(path) as db:
        assert load(db, "hoa") == changed
        assert load(db, "hoa", version=1) == EXTRACTIONS[0]
        assert db.execute("SELECT count(*) FROM latest_facts WHERE article_id = 'hoa'").fetchone()[0] == 0


def test_an_unchanged_page_is_known_until_the_program_changes(path: Path) -> None:
    with open_database(path) as db:
        assert is_current(db, "hoa", "a", "1")
        assert not is_current(db, "hoa", "b", "1")
        assert not is_current(db, "hoa", "a", "2")
        assert not is_current(db, "neu", "a", "1")


def test_a_failure_is_kept_once_and_settled_by_success(path: Path) -> None:
    failure = Failure(source=HOA.source, stage="clean", reason="no text")
    with open_database(path, write=True) as db:
        for _ in range(2):
            save_failure(db, failure, run=start_run(db, "1", []))
        assert failures(db) == [failure]
    fill(path)
    with open_database(path) as db:
        assert failures(db) == []


def test_a_failed_write_leaves_nothing_of_the_article(path: Path) -> None:
    before = rows(path)
    with pytest.raises(StoreError, match="CHECK constraint"), open_database(path, write=True) as db:
        db.execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON checks BEGIN SELECT raise(ABORT, 'CHECK constraint'); END"
        )
        save(db, EXTRACTIONS[0], content_hash="b", extractor="1", run=1)
    assert rows(path) == before


def test_keys_are_never_used_twice(path: Path) -> None:
    with open_database(path) as db:
        before = db.execute("SELECT max(key) FROM counts").fetchone()[0]
    fill(path, version="2")
    with open_database(path) as db:
        assert db.execute("SELECT min(key) FROM counts").fetchone()[0] > before - FACTS_PER_ARTICLE
        everything = [row[0] for row in db.execute("SELECT key FROM facts")]
    assert len(everything) == len(set(everything))


def test_reviews_are_append_only(path: Path) -> None:
    with open_database(path, write=True) as db:
        db.execute(
            "INSERT INTO reviews (fact, article, kind, decision, reviewer, at) "
            "VALUES ('x', 'hoa', 'counts', 'accept', 'thử', '2026-01-01')"
        )
    for statement in ("DELETE FROM reviews", "UPDATE reviews SET decision = 'reject'"):
        with pytest.raises(StoreError, match="append-only"), open_database(path, write=True) as db:
            db.execute(statement)


def test_a_reviewed_fact_is_still_reviewed_after_another_extraction(path: Path) -> None:
    reviewed = EXTRACTIONS[0].counts[0]
    with open_database(path, write=True) as db:
        db.execute(
            "INSERT INTO reviews (fact, article, kind, decision, reviewer, at) "
            "VALUES (?, 'hoa', 'counts', 'accept', 'An', '2026-01-01')",
            (reviewed.id,),
        )
    other_rule = reviewed.model_copy(update={"rule": "better", "confidence": 0.9, "scope": "toàn xã"})
    again = EXTRACTIONS[0].model_copy(update={"counts": (other_rule, *EXTRACTIONS[0].counts[1:])})
    fill(path, (again,), version="2")
    with open_database(path) as db:
        (answer,) = find_facts(db, FactQuery(review="accept"))
        assert answer.record == other_rule


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"this is no database, and long enough to be seen as none" * 20, "not a SQLite database"),
        (b"", "an empty database"),
    ],
)
def test_a_file_that_is_no_fact_database_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=reason) as error, open_database(file):
        pass
    assert str(file) in str(error.value)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "theirs.db"
    with sqlite3.connect(file) as theirs:
        theirs.execute("CREATE TABLE theirs (x)")
    before = file.read_bytes()
    for write in (False, True):
        with pytest.raises(StoreError, match="another program"), open_database(file, write=write):
            pass
    assert file.read_bytes() == before


def test_a_newer_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {migrations.newest() + 1}")
    for write in (False, True):
        with pytest.raises(StoreError, match="newer version"), open_database(path, write=write):
            pass


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"), open_database(tmp_path / "no.db"):
        pass
    with (
        pytest.raises(StoreError, match="folder does not exist"),
        open_database(tmp_path / "no" / "no.db", write=True),
    ):
        pass
    with pytest.raises(StoreError, match="a folder"), open_database(tmp_path, write=True):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_locked_database_says_so(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"), open_database(path, write=True, wait=0.1) as db:
        start_run(db, "1", [])
    with open_database(path, wait=0.1) as db:
        assert load(db, "hoa").article == HOA
    other.close()


def test_reading_cannot_write(path: Path) -> None:
    with pytest.raises(StoreError, match="read-only"), open_database(path) as db:
        db.execute("DELETE FROM failures")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_can_be_read_but_not_written(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_database(path) as db:
            assert load(db, "hoa").article == HOA
        with pytest.raises(StoreError, match="read-only"), open_database(path, write=True) as db:
            start_run(db, "1", [])
    finally:
        path.parent.chmod(0o755)


def test_a_full_disk_keeps_what_was_written(path: Path) -> None:
    with pytest.raises(StoreError, match="disk is full"), open_database(path, write=True) as db:
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 30}")
        for number in range(1000):
            article = HOA.model_copy(update={"id": f"n{number}", "text": HOA.text * 10})
            save(db, Extraction(article=article), content_hash="a", extractor="1", run=1)
    with open_database(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        written = [extraction.article.id for extraction in each_latest(db)]
        assert {"dong", "hoa", "plain", "n0"} <= set(written)
        assert db.execute("SELECT count(*) FROM article_search").fetchone()[0] == len(written)


def test_a_transaction_is_whole_or_nothing(path: Path) -> None:
    with open_database(path, write=True) as db:
        with pytest.raises(KeyError), transaction(db):
            db.execute("DELETE FROM articles")
            raise KeyError
        assert overview(db)["articles"] == len(EXTRACTIONS)


def test_a_killed_writer_leaves_whole_articles(tmp_path: Path) -> None:
    """Kill the process in the middle of writing; what is there is sound and can be written on."""
    file = tmp_path / "facts.db"
    script = f"""
        import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
        from pathlib import Path
        from examples import EXTRACTIONS
        from extractor.store.database import open_database
        from extractor.store.write import save, start_run
        with open_database(Path({str(file)!r}), write=True) as db:
            run = start_run(db, "1", [])
            for number in range(10**6):
                print(number, flush=True)
                save(db, EXTRACTIONS[0], content_hash=str(number), extractor="1", run=run)
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(5):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    with open_database(file, write=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert load(db, "hoa") == EXTRACTIONS[0]
        counted = db.execute("SELECT count(DISTINCT article), count(*) FROM counts").fetchone()
        assert counted[1] == counted[0] * len(EXTRACTIONS[0].counts)
    fill(file)
    with open_database(file) as db:
        assert overview(db)["articles"] == len(EXTRACTIONS)


def test_the_schema_explains_itself(path: Path) -> None:
    with sqlite3.connect(path) as db:
        tables = dict(
            db.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\'"
            )
        )
    assert {"articles", "runs", "counts", "failures", "reviews", "checks"} <= set(tables)
    assert [name for name, sql in tables.items() if "--" not in sql and not name.startswith("sqlite")] == []
