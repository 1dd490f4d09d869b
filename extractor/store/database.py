"""Opening a fact database, and saying clearly why one cannot be opened, read or written."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import StoreError
from extractor.store.migrations import migrate, newest, version
from extractor.vietnamese.indicators import is_result, one_happening, one_thing

WAIT = 5.0  # seconds to wait for another writer


@contextmanager
def open_database(path: Path, *, write: bool = False, wait: float = WAIT) -> Iterator[sqlite3.Connection]:
    """A connection to the database at `path`, at the newest schema; closed at the end.

    Creates the file with `write`. Every database error inside the block leaves it as StoreError, one sentence
    that names the file.
    """
    db: sqlite3.Connection | None = None
    try:
        with blaming(path, wait=wait):
            db = _connect(path, write, wait)
            yield db
    finally:
        if db is not None:
            db.close()


@contextmanager
def blaming(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Every database error inside the block leaves it as StoreError that names this file, or the one it names."""
    try:
        yield
    except StoreError as error:
        if error.named:
            raise
        raise StoreError(_named(path, str(error)), named=True) from error
    except sqlite3.Error as error:
        raise StoreError(_named(path, _reason(error, wait)), named=True) from error


def writable(path: Path) -> bool:
    """Whether the database, or one yet to be made, can be written to: in its folder SQLite keeps its journal."""
    return os.access(path.absolute().parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect(path: Path, write: bool, wait: float) -> sqlite3.Connection:
    if path.is_dir():
        raise StoreError("a folder, not a database")
    if not write and not path.exists():
        raise StoreError("no such database (`extractor extract` makes one)")
    if write and not path.parent.is_dir():
        raise StoreError("its folder does not exist")
    db = _opened(path, "rwc" if write else "rw", wait)
    if write:
        version(db)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        migrate(db)
        db.execute("PRAGMA foreign_keys = ON")
        return db
    return _readable(db, path, wait)


def _readable(db: sqlite3.Connection, path: Path, wait: float) -> sqlite3.Connection:
    """For reading: migrated if it is older, and then closed to writing."""
    try:
        if version(db) == 0:
            raise StoreError("an empty database (`extractor extract` fills one)")
        migrate(db)
    except sqlite3.OperationalError as error:
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        db.close()
        # A database in WAL mode in a folder without write permission: nobody else writes it either.
        db = _opened(path, "ro&immutable=1", wait)
        if version(db) < newest():
            raise StoreError("an older database that cannot be migrated: it is read-only") from error
    db.execute("PRAGMA query_only = ON")
    return db


def _opened(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.create_function("one_thing", 1, one_thing, deterministic=True)
    db.create_function("one_happening", 2, one_happening, deterministic=True)
    db.create_function("is_result", 1, is_result, deterministic=True)
    return db


def _named(path: Path, reason: str) -> str:
    return reason if reason.startswith(f"{path}:") else f"{path}: {reason}"


def _reason(error: sqlite3.Error, wait: float) -> str:
    message = str(error)
    if "locked" in message or "busy" in message:
        return f"locked by another program (waited {wait:g} s)"
    if "readonly" in message:
        return "read-only"
    if "not a database" in message or "malformed" in message:
        return "not a readable SQLite database" if "malformed" in message else "not a SQLite database"
    if "full" in message:
        return "the disk is full; what was written before is kept"
    return message
