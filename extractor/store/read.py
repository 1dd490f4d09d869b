"""Reading articles with their facts back: as they hold after what people decided, or as the machine read them."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal

from extractor.errors import NotFoundError
from extractor.records import KINDS, Check, Extraction, Failure, Kind, Record
from extractor.store.review.fact_rows import machine_columns, rows_of
from extractor.store.rows import row_article, row_check

Reading = Literal["standing", "reviewed", "machine", "all"]
"""What holds, without what people rejected; what of it they decided; what the machine read; all rows."""


def load(
    db: sqlite3.Connection, article_id: str, version: int | None = None, reading: Reading = "standing"
) -> Extraction:
    """The article with its facts: its latest version, or the one asked for. Raises NotFoundError."""
    chosen = "latest" if version is None else "version = :version"
    row = db.execute(
        f"SELECT * FROM articles WHERE id = :id AND {chosen}", {"id": article_id, "version": version}
    ).fetchone()
    if row is None:
        of_version = "" if version is None else f" in version {version}"
        raise NotFoundError(f"no article {article_id!r}{of_version}")
    return _extraction(db, row, reading)


def each_latest(db: sqlite3.Connection, reading: Reading = "standing") -> Iterator[Extraction]:
    """The latest version of each article, in the order of their ids; if `reviewed`, those with such facts."""
    among = "AND id IN (SELECT article FROM standing)" if reading == "reviewed" else ""
    keys = [row["key"] for row in db.execute(f"SELECT key FROM articles WHERE latest {among} ORDER BY id")]
    for key in keys:
        row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        extraction = _extraction(db, row, reading)
        if reading != "reviewed" or extraction.records:
            yield extraction


def each_version(db: sqlite3.Connection) -> Iterator[tuple[int, list[int], Extraction]]:
    """Every version of every article with its key and the keys of all its records, in the records' order."""
    for (article,) in db.execute("SELECT key FROM articles ORDER BY key").fetchall():
        extraction = _extraction(
            db, db.execute("SELECT * FROM articles WHERE key = ?", (article,)).fetchone(), "all"
        )
        keys = [
            int(row["key"])
            for kind in KINDS
            for row in db.execute(f"SELECT key FROM {kind} WHERE article = ? ORDER BY key", (article,))
        ]
        yield article, keys, extraction


def failures(db: sqlite3.Connection) -> list[Failure]:
    """All that failed and has not been settled since, in the order of the sources."""
    rows = db.execute("SELECT source, stage, reason FROM failures ORDER BY source, stage")
    return [Failure.model_validate(dict(row)) for row in rows]


def failed_at(db: sqlite3.Connection) -> list[tuple[Failure, str]]:
    """Each of the failures with the time of its last run (UTC, ISO 8601), the latest first."""
    rows = db.execute(
        "SELECT source, stage, reason, runs.started FROM failures JOIN runs ON runs.key = failures.run "
        "ORDER BY runs.started DESC, source, stage"
    )
    return [(Failure(source=row[0], stage=row[1], reason=row[2]), row[3]) for row in rows]


def _extraction(db: sqlite3.Connection, row: sqlite3.Row, reading: Reading) -> Extraction:
    article = row_article(dict(row))
    found: dict[str, Any] = {kind: tuple(_facts(db, row["key"], kind, reading)) for kind in KINDS}
    found["checks"] = tuple(_checks(db, row["key"], article.id, reading))
    return Extraction(article=article, **found)


def _facts(db: sqlite3.Connection, article: int, kind: Kind, reading: Reading) -> Iterator[Record]:
    for row in rows_of(db, article, kind):
        record = row.machine if reading == "machine" else row.stands
        hidden = {"standing": ("reject",), "reviewed": ("reject", None)}.get(reading, ())
        if record is not None and row.review not in hidden:
            yield record


def _checks(db: sqlite3.Connection, article: int, article_id: str, reading: Reading) -> Iterator[Check]:
    for row in db.execute("SELECT * FROM checks WHERE article = ? ORDER BY key", (article,)):
        if reading == "machine":
            yield row_check(machine_columns(dict(row)) or row, article_id)
        elif row["holds"]:
            yield row_check(dict(row), article_id)
