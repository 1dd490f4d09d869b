"""The schema in numbered steps: `migrations/0001_*.sql`, `0002_*.sql`, ... each applied once, whole or not at all.

The number of the last applied step is the database's `user_version`; `application_id` marks it as ours.
"""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractor.errors import StoreError

FOLDER = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x56466163  # "VFac"


@cache
def steps() -> tuple[tuple[int, Path], ...]:
    """Number and file of each step, in order."""
    return tuple((int(file.name[:4]), file) for file in sorted(FOLDER.glob("[0-9]*_*.sql")))


def newest() -> int:
    """The schema version this program writes."""
    return steps()[-1][0]


def version(db: sqlite3.Connection) -> int:
    """The database's schema version; 0 for an empty one. Raises StoreError for one that is not ours or too new."""
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours and (found or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()):
        raise StoreError("a database of another program")
    if found > newest():
        raise StoreError(f"written by a newer version of extractor (schema {found}, this one knows {newest()})")
    return found


def migrate(db: sqlite3.Connection) -> None:
    """Bring the database to the newest schema, in one transaction. Raises StoreError."""
    if version(db) == newest():
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        reached = version(db)  # another process may have been faster
        for number, file in steps():
            if number > reached:
                for statement in _statements(file.read_text(encoding="utf-8")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {number}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of an SQL script; a trigger's body stays whole."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
