"""Options that several commands share, and the database that they name."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extractor.settings import settings
from extractor.store.database import open_database

database_option = click.option(
    "--db", type=click.Path(path_type=Path), help="The fact database.  [default: $EXTRACTOR_DB or facts.db]"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def database(db: Path | None, *, write: bool = False) -> AbstractContextManager[sqlite3.Connection]:
    """The database that was named, or the one of the settings. Raises StoreError."""
    now = settings()
    return open_database(db or now.db, write=write, wait=now.wait)
