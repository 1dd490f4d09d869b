"""`extractor failures` and `extractor stats`: what a database holds, and what it could not take in."""

from pathlib import Path

import click

from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import console, counted, print_json, table
from extractor.settings import settings
from extractor.store import read
from extractor.store.overview import overview
from extractor.store.write import forget_failures


@click.command()
@click.option("--clear", is_flag=True, help="Forget them; what fails again is listed again.")
@database_option
@json_option
def failures(clear: bool, db: Path | None, as_json: bool) -> None:
    """List what could not be read or extracted, why, and when it was tried last.

    What can be read the next time, or is there no more, goes from the list by itself.
    """
    with database(db, write=clear and (db or settings().db).exists()) as store:
        found = read.failed_at(store)
        if clear:
            forget_failures(store)
    if as_json:
        print_json([{**failure.model_dump(), "tried": tried} for failure, tried in found])
    elif clear:
        click.echo(f"{counted(len(found), 'failure')} forgotten")
    elif found:
        rows = [(tried.removesuffix("+00:00"), f.source, f.stage, f.reason) for f, tried in found]
        console().print(table(("tried (UTC)", "source", "stage", "reason"), rows))
    else:
        click.echo("no failures")


@click.command()
@database_option
@json_option
def stats(db: Path | None, as_json: bool) -> None:
    """Sum up what a database holds."""
    with database(db) as store:
        found = overview(store)
    if as_json:
        print_json(found)
        return
    rows = [(name, f"{value:,}" if isinstance(value, int) else value or "–") for name, value in found.items()]
    console().print(table(("", ""), rows))
