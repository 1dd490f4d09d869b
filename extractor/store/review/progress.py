"""How far the review has come: what is decided, what is left, and how fast a reviewer goes."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from extractor.records import KINDS
from extractor.store.review.filters import filters
from extractor.store.review.queue import Queue

RECENT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """Facts of a queue that people decided about, those left, and a reviewer's own decisions: all, and per hour."""

    decided: int
    left: int
    mine: int
    per_hour: float


def progress(db: sqlite3.Connection, queue: Queue, reviewer: str) -> Progress:
    """The figures of a queue, whatever its order and state."""
    decided = left = 0
    for kind in KINDS:
        where = filters(db, queue, kind) if queue.kind in (None, kind) else None
        if where is not None:
            tables = f"{kind} AS f JOIN articles AS a ON a.key = f.article"
            asked = (
                f"SELECT count(*) FROM {tables} WHERE {' AND '.join(['a.latest', *where.parts])} AND f.review IS"
            )
            decided += db.execute(f"{asked} NOT NULL", where.values).fetchone()[0]
            left += db.execute(f"{asked} NULL", where.values).fetchone()[0]
    return Progress(decided, left, *_own(db, reviewer))


def _own(db: sqlite3.Connection, reviewer: str) -> tuple[int, float]:
    """The reviewer's decisions that nobody took back: all, and so many an hour of late."""
    now = datetime.now(UTC)
    since = (now - RECENT).isoformat(timespec="seconds")
    row = db.execute(
        "SELECT count(*) AS made, count(*) FILTER (WHERE at >= :since) AS recent, "
        "min(at) FILTER (WHERE at >= :since) AS first FROM reviews AS r "
        "WHERE reviewer = :reviewer AND decision NOT IN ('undo', 'skip') "
        "AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.key)",
        {"reviewer": reviewer, "since": since},
    ).fetchone()
    if not row["recent"]:
        return row["made"], 0.0
    spent = max(now - datetime.fromisoformat(row["first"]), timedelta(minutes=1))
    return row["made"], round(row["recent"] * (RECENT / spent), 1)
