"""Several databases as one."""

import sqlite3
from pathlib import Path

import pytest
from examples import EXTRACTIONS, HOA

from extractor.errors import StoreError
from extractor.records import Extraction, Failure
from extractor.store.database import open_database
from extractor.store.merge import merge_databases
from extractor.store.read import each_latest, failures, load
from extractor.store.write import save, save_failure, start_run

HOA_ALONE = Extraction(article=HOA)
CHANGED = Extraction(article=HOA.model_copy(update={"text": "Bản mới."}))


def fill(
    path: Path,
    day: str,
    *extractions: Extraction,
    content: str = "a",
    failed: str | None = None,
    folder: str | None = None,
) -> Path:
    with open_database(path, write=True) as db:
        run = start_run(db, "1", [], folder)
        db.execute("UPDATE runs SET started = ?", (day,))
        for extraction in extractions:
            save(db, extraction, content_hash=content, extractor="1", run=run)
        if failed:
            save_failure(db, Failure(source=failed, stage="read", reason="gone"), run=run)
    return path


def review(path: Path, fact: str, decision: str, reviewer: str) -> None:
    with open_database(path, write=True) as db:
        db.execute(
            "INSERT INTO reviews (fact, article, kind, decision, reviewer, at) "
            "VALUES (?, 'hoa', 'counts', ?, ?, '2025-01-01')",
            (fact, decision, reviewer),
        )


def test_articles_of_all_come_together(tmp_path: Path) -> None:
    first = fill(tmp_path / "a.db", "2025-01-02", *EXTRACTIONS[:2], failed="dong.html")
    second = fill(tmp_path / "b.db", "2025-01-03", *EXTRACTIONS[1:], failed=HOA.source)
    merged = merge_databases([first, second], tmp_path / "all.db")
    assert (merged.articles, merged.versions) == (3, 3)
    with open_database(tmp_path / "all.db") as db:
        assert sorted(each_latest(db), key=lambda e: e.article.id) == sorted(
            EXTRACTIONS, key=lambda e: e.article.id
        )
        assert [failure.source for failure in failures(db)] == ["dong.html"]


def test_a_source_that_is_none_is_blamed_alone_and_nothing_is_left(tmp_path: Path) -> None:
    sound = fill(tmp_path / "a.db", "2025-01-02", EXTRACTIONS[0])
    with pytest.raises(StoreError, match=rf"^{tmp_path}/no\.db: no such database"):
        merge_databases([sound, tmp_path / "no.db"], tmp_path / "all.db")
    broken = fill(tmp_path / "b.db", "2025-01-03", EXTRACTIONS[1])
    with open_database(broken, write=True) as db:
        db.execute("DROP TABLE failures")
    with pytest.raises(StoreError, match=rf"^{tmp_path}/b\.db: no such table"):
        merge_databases([broken, sound], tmp_path / "all.db")
    assert list(tmp_path.glob("all.db*")) == []


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("DROP TABLE reviews", "no such table"),
        ("UPDATE reviews SET correction = '{'", "its reviews cannot be read"),
        ("ALTER TABLE reviews RENAME COLUMN at TO day", "its reviews cannot be read|no such column"),
        ("UPDATE reviews SET undoes = 99", "review 1 does not hold together"),
    ],
)
def test_broken_reviews_are_blamed_on_their_source(tmp_path: Path, damage: str, reason: str) -> None:
    sound, broken = (fill(tmp_path / f"{name}.db", "2025-01-02", EXTRACTIONS[0]) for name in "ab")
    review(broken, EXTRACTIONS[0].counts[0].id, "accept", "An")
    with sqlite3.connect(broken) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(damage)
    with pytest.raises(StoreError, match=rf"^{tmp_path}/b\.db: ({reason})"):
        merge_databases([sound, broken], tmp_path / "all.db")
    assert list(tmp_path.glob("all.db*")) == []


def test_different_files_of_one_id_are_told(tmp_path: Path) -> None:
    """Each goes on being of the folder that it was read from."""
    first = fill(tmp_path / "a.db", "2025-01-02", HOA_ALONE, folder="/news/north")
    second = fill(tmp_path / "b.db", "2025-01-03", CHANGED, content="b", folder="/news/south")
    merged = merge_databases([first, second], tmp_path / "all.db")
    assert merged.shared_ids == (HOA.id,)
    with open_database(tmp_path / "all.db") as db:
        found = db.execute("SELECT r.folder FROM articles AS a JOIN runs AS r ON r.key = a.run ORDER BY a.version")
        assert [row["folder"] for row in found] == ["/news/north", "/news/south"]


@pytest.mark.parametrize("turned", [False, True])
def test_what_was_read_last_is_the_latest_version(tmp_path: Path, turned: bool) -> None:
    old = fill(tmp_path / "a.db", "2025-01-02", EXTRACTIONS[0])
    new = fill(tmp_path / "b.db", "2025-02-01", CHANGED, content="b")
    merge_databases([new, old] if turned else [old, new], tmp_path / "all.db")
    with open_database(tmp_path / "all.db") as db:
        assert load(db, "hoa") == CHANGED
        assert load(db, "hoa", 1) == EXTRACTIONS[0]


def test_reviews_are_united_and_disagreements_told(tmp_path: Path) -> None:
    first = fill(tmp_path / "a.db", "2025-01-02", EXTRACTIONS[0])
    second = fill(tmp_path / "b.db", "2025-01-02", EXTRACTIONS[0])
    one, other = (fact.id for fact in EXTRACTIONS[0].counts[:2])
    for path in (first, second):
        review(path, one, "accept", "An")
    review(first, other, "accept", "An")
    review(second, other, "reject", "Bình")
    merged = merge_databases([first, second], tmp_path / "all.db")
    assert merged.reviews == 3
    assert [(found.fact, found.decisions) for found in merged.disagreements] == [
        (other, (("An", "accept"), ("Bình", "reject")))
    ]


def test_merging_merged_databases_adds_nothing(tmp_path: Path) -> None:
    first = fill(tmp_path / "a.db", "2025-01-02", *EXTRACTIONS)
    merge_databases([first], tmp_path / "b.db")
    merged = merge_databases([first, tmp_path / "b.db"], tmp_path / "c.db")
    assert (merged.articles, merged.versions) == (3, 3)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = fill(tmp_path / "a.db", "2025-01-02", *EXTRACTIONS)
    before = first.read_bytes()
    with pytest.raises(StoreError, match="exists already"):
        merge_databases([first], first)
    assert first.read_bytes() == before
    with pytest.raises(StoreError, match="no such database"):
        merge_databases([first, tmp_path / "no.db"], tmp_path / "all.db")
    assert not (tmp_path / "all.db").exists()
