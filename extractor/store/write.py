"""Writing articles with their facts: one transaction an article, nothing half-written, nothing written twice."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from extractor.errors import StoreError
from extractor.records import Extraction, Failure, Record
from extractor.store.indexing import index_article, index_records
from extractor.store.rows import FACTS_PER_ARTICLE, Value, article_row, check_row, record_row
from extractor.store.transactions import transaction


def start_run(db: sqlite3.Connection, extractor: str, paths: Sequence[str]) -> int:
    """A new row in `runs`; its key."""
    cursor = db.execute(
        "INSERT INTO runs (started, extractor, paths) VALUES (?, ?, ?)",
        (_now(), extractor, json.dumps(list(paths), ensure_ascii=False)),
    )
    return int(cursor.lastrowid or 0)


def finish_run(db: sqlite3.Connection, run: int, *, written: int, unchanged: int, failed: int) -> None:
    """Close the run with its figures."""
    db.execute(
        "UPDATE runs SET finished = ?, written = ?, unchanged = ?, failed = ? WHERE key = ?",
        (_now(), written, unchanged, failed, run),
    )


def is_current(db: sqlite3.Connection, article_id: str, content_hash: str, extractor: str) -> bool:
    """Whether the latest version of the article came from this very page and this version of the program."""
    found = db.execute(
        "SELECT 1 FROM articles WHERE id = ? AND latest AND content_hash = ? AND extractor = ?",
        (article_id, content_hash, extractor),
    )
    return found.fetchone() is not None


def save(db: sqlite3.Connection, extraction: Extraction, *, content_hash: str, extractor: str, run: int) -> int:
    """Write an article with its facts; returns its version.

    A page that changed becomes a new version and the old one is kept; the same page read again replaces what
    was read from it before. An earlier failure of its source is settled.
    """
    article = extraction.article
    with transaction(db):
        latest = db.execute(
            "SELECT key, version, content_hash FROM articles WHERE id = ? AND latest", (article.id,)
        ).fetchone()
        version = 1
        if latest and latest["content_hash"] == content_hash:
            version = latest["version"]
            db.execute("DELETE FROM articles WHERE key = ?", (latest["key"],))
        elif latest:
            version = latest["version"] + 1
            db.execute("UPDATE articles SET latest = 0 WHERE key = ?", (latest["key"],))
        row = {
            **article_row(article),
            "version": version,
            "latest": 1,
            "content_hash": content_hash,
            "extractor": extractor,
            "run": run,
        }
        key = _insert(db, "articles", row)
        _insert_facts(db, extraction, key)
        index_article(db, key, article)
        db.execute("DELETE FROM failures WHERE source = ?", (article.source,))
    return version


def save_failure(db: sqlite3.Connection, failure: Failure, *, run: int) -> None:
    """Keep what failed; the same failure again only gets the new run."""
    db.execute(
        "INSERT INTO failures (source, stage, reason, run) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (source, stage) DO UPDATE SET reason = excluded.reason, run = excluded.run",
        (failure.source, failure.stage, failure.reason, run),
    )


def _insert_facts(db: sqlite3.Connection, extraction: Extraction, article: int) -> None:
    records = _distinct(extraction.records)
    if len(records) > FACTS_PER_ARTICLE:
        raise StoreError(f"{extraction.article.id}: more than {FACTS_PER_ARTICLE} facts in one article")
    rows = [record_row(record, article, number) for number, record in enumerate(records)]
    for record, row in zip(records, rows, strict=True):
        _insert(db, record.kind, row)
    index_records(db, zip((row["key"] for row in rows), records, strict=True))
    for check in extraction.checks:
        _insert(db, "checks", check_row(check, article))


def _distinct(records: Iterable[Record]) -> list[Record]:
    """The records without repetitions of the same fact."""
    return list({(record.kind, record.id): record for record in records}.values())


def _insert(db: sqlite3.Connection, table: str, row: Mapping[str, Value]) -> int:
    columns, marks = ", ".join(row), ", ".join(f":{column}" for column in row)
    return int(db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row).lastrowid or 0)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
