"""Reading articles with their facts back, as they were written."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from extractor.errors import StoreError
from extractor.records import KINDS, Article, Extraction, Failure
from extractor.store.rows import row_article, row_check, row_record


def load(db: sqlite3.Connection, article_id: str, version: int | None = None) -> Extraction:
    """The article with its facts: its latest version, or the one asked for. Raises StoreError."""
    chosen = "latest" if version is None else "version = :version"
    row = db.execute(
        f"SELECT * FROM articles WHERE id = :id AND {chosen}", {"id": article_id, "version": version}
    ).fetchone()
    if row is None:
        of_version = "" if version is None else f" in version {version}"
        raise StoreError(f"no article {article_id!r}{of_version}")
    return _extraction(db, row)


def each_latest(db: sqlite3.Connection) -> Iterator[Extraction]:
    """The latest version of each article, in the order of their ids."""
    keys = [row["key"] for row in db.execute("SELECT key FROM articles WHERE latest ORDER BY id")]
    for key in keys:
        yield _extraction(db, db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone())


def article_of(db: sqlite3.Connection, key: int) -> Article:
    """The article with this key."""
    return row_article(db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone())


def has_article(db: sqlite3.Connection, article_id: str) -> bool:
    """Whether an article of this id is in the database."""
    return db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone() is not None


def failures(db: sqlite3.Connection) -> list[Failure]:
    """All that failed and has not been settled since, in the order of the sources."""
    rows = db.execute("SELECT source, stage, reason FROM failures ORDER BY source, stage")
    return [Failure.model_validate(dict(row)) for row in rows]


def _extraction(db: sqlite3.Connection, row: sqlite3.Row) -> Extraction:
    article = row_article(dict(row))
    found: dict[str, Any] = {
        kind: tuple(
            row_record(kind, dict(fact), article.id)
            for fact in db.execute(f"SELECT * FROM {kind} WHERE article = ? ORDER BY key", (row["key"],))
        )
        for kind in KINDS
    }
    checks = db.execute("SELECT * FROM checks WHERE article = ? ORDER BY key", (row["key"],))
    found["checks"] = tuple(row_check(dict(check), article.id) for check in checks)
    return Extraction(article=article, **found)
