"""Writing articles with their facts: one transaction an article, nothing half-written, nothing written twice."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from extractor.errors import StoreError
from extractor.records import Extraction, Failure, Record
from extractor.store.answers.coverage import cover
from extractor.store.review.standing import settle_article
from extractor.store.rows import FACTS_PER_ARTICLE, article_row, check_row, record_row
from extractor.store.search.indexing import index_article, index_records
from extractor.store.tables import table
from extractor.store.transactions import transaction


def start_run(db: sqlite3.Connection, extractor: str, paths: Sequence[str], folder: str | None = None) -> int:
    """A new row in `runs`; its key. `folder` is where relative paths begin."""
    row = {"started": now(), "extractor": extractor, "paths": list(paths), "folder": folder}
    return int(table(db, "runs").insert(row).last_rowid or 0)


def note_run(db: sqlite3.Connection, run: int, *, written: int, unchanged: int, failed: int) -> None:
    """Keep the figures of the run, as far as it has come."""
    table(db, "runs").update(run, {"written": written, "unchanged": unchanged, "failed": failed})


def finish_run(db: sqlite3.Connection, run: int, *, written: int, unchanged: int, failed: int) -> None:
    """Close the run with its figures."""
    note_run(db, run, written=written, unchanged=unchanged, failed=failed)
    table(db, "runs").update(run, {"finished": now()})


def settle_failures(db: sqlite3.Connection, run: int, tried: Callable[[str, str | None], bool]) -> None:
    """Forget what failed before the run and no more in it, of the sources (each with its folder) that it tried."""
    earlier = db.execute(
        "SELECT f.source, f.stage, r.folder FROM failures AS f JOIN runs AS r ON r.key = f.run WHERE f.run < ?",
        (run,),
    ).fetchall()
    settled = [(row["source"], row["stage"]) for row in earlier if tried(row["source"], row["folder"])]
    db.executemany("DELETE FROM failures WHERE source = ? AND stage = ?", settled)


def was_stopped(db: sqlite3.Connection) -> bool:
    """Whether the run before the newest one did not come to its end."""
    rows = db.execute("SELECT finished FROM runs ORDER BY key DESC LIMIT 1 OFFSET 1").fetchall()
    return any(row["finished"] is None for row in rows)


def holder(db: sqlite3.Connection, article_id: str) -> sqlite3.Row | None:
    """Of the article of this id: `source`, the `folder` that it began at, if known, and `content_hash`."""
    found: sqlite3.Row | None = db.execute(
        "SELECT a.source, r.folder, a.content_hash FROM articles AS a JOIN runs AS r ON r.key = a.run "
        "WHERE a.id = ? AND a.latest",
        (article_id,),
    ).fetchone()
    return found


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
    was read from it before. What people decided about its facts stands again in the new ones. An earlier failure of
    its source is settled.
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
        key = int(table(db, "articles").insert(row).last_rowid or 0)
        _insert_facts(db, extraction, key)
        index_article(db, key, article)
        settle_article(db, article.id)
        cover(db, key)
        db.execute("DELETE FROM failures WHERE source = ?", (article.source,))
    return version


def save_failure(db: sqlite3.Connection, failure: Failure, *, run: int) -> None:
    """Keep what failed; the same failure again only gets the new run."""
    table(db, "failures").upsert({**failure.model_dump(), "run": run})


def forget_failures(db: sqlite3.Connection) -> None:
    """Forget all that failed; what fails again is kept again."""
    db.execute("DELETE FROM failures")


def _insert_facts(db: sqlite3.Connection, extraction: Extraction, article: int) -> None:
    records = _distinct(extraction.records)
    if len(records) > FACTS_PER_ARTICLE:
        raise StoreError(f"{extraction.article.id}: more than {FACTS_PER_ARTICLE} facts in one article")
    rows = [record_row(record, article, number) for number, record in enumerate(records)]
    for kind, found in groupby(zip(records, rows, strict=True), key=lambda one: one[0].kind):
        table(db, kind).insert_all(row for _, row in found)
    index_records(db, zip((row["key"] for row in rows), records, strict=True))
    table(db, "checks").insert_all(check_row(check, article) for check in extraction.checks)


def _distinct(records: Iterable[Record]) -> list[Record]:
    """The records without repetitions of the same fact."""
    return list({(record.kind, record.id): record for record in records}.values())


def now() -> str:
    """The time as the tables keep it: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
