"""The schema in numbered steps: `migrations/0001_*.sql`, `0002_*.sql`, ... each applied once, whole or not at all.

sqlite-utils applies them and keeps in `_sqlite_migrations` when that was. The number of the last one is also the
database's `user_version`, so that an up-to-date database is opened without it; `application_id` marks it as ours.
The steps are SQL: tables that sqlite-utils creates carry no comments, constraints of rows or partial indexes.
"""

import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import StoreError
from extractor.store.transactions import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

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
    """Bring the database to the newest schema, and what derives from its reviews, in one transaction.

    Raises StoreError.
    """
    if version(db) == newest():
        return
    # Here, because nearly every database is at the newest schema, and sqlite-utils takes 0.1 s to load.
    from sqlite_utils import Database, Migrations

    from extractor.store.review.standing import rederive

    missing = Migrations("extractor")
    with transaction(db):
        reached = version(db)  # another process may have been faster
        for number, file in steps():
            if number > reached:
                missing(name=file.stem)(_step(number, file.read_text(encoding="utf-8")))
        missing.apply(Database(db, recursive_triggers=False, execute_plugins=False))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        rederive(db)


def _step(number: int, script: str) -> "Callable[[Database], None]":
    def apply(db: "Database") -> None:
        db.executescript(script)
        db.execute(f"PRAGMA user_version = {number}")

    return apply
