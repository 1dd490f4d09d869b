"""Options that several commands share, and the database that they name."""

import re
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extractor.settings import settings
from extractor.store.database import open_database

database_option = click.option(
    "--db", type=click.Path(path_type=Path), help="The fact database.  [default: $EXTRACTOR_DB or facts.db]"
)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class PartialDate(click.ParamType[str]):
    """A date as precise as it is known: 2024, 2024-09, 2024-09-06."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself. Fails for another notation."""
        if not _DATE.fullmatch(value):
            self.fail(f"{value!r} is no date like 2024, 2024-09 or 2024-09-06", param, ctx)
        return value


def database(db: Path | None, *, write: bool = False) -> AbstractContextManager[sqlite3.Connection]:
    """The database that was named, or the one of the settings. Raises StoreError."""
    now = settings()
    return open_database(db or now.db, write=write, wait=now.wait)
