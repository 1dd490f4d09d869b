"""Options that several commands share, and the database that they name."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extractor.records import is_date
from extractor.settings import settings
from extractor.store.database import open_database
from extractor.vietnamese.gazetteer import bounds

database_option = click.option(
    "--db", type=click.Path(path_type=Path), help="The fact database.  [default: $EXTRACTOR_DB or facts.db]"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class PartialDate(click.ParamType[str]):
    """A date as precise as it is known: 2024, 2024-09, 2024-09-06."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself. Fails for another notation, and for a day that no calendar has."""
        if not is_date(value):
            self.fail(f"{value!r} is no date like 2024, 2024-09 or 2024-09-06", param, ctx)
        return value


def in_order(since: str | None, until: str | None) -> None:
    """Raises a usage error where --from is after --to, which no fact can fit."""
    if since and until and bounds(since)[0] > bounds(until)[1]:
        raise click.UsageError(f"--from {since} is after --to {until}")


class Words(click.ParamType[str]):
    """Words, at least one: nothing finds neither everything nor nothing."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself. Fails where it holds no letter and no digit."""
        if not any(letter.isalnum() for letter in value):
            self.fail("it holds no word", param, ctx)
        return value


def database(db: Path | None, *, write: bool = False) -> AbstractContextManager[sqlite3.Connection]:
    """The database that was named, or the one of the settings. Raises StoreError."""
    now = settings()
    return open_database(db or now.db, write=write, wait=now.wait)
