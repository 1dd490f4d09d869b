"""`extractor failures` and `extractor stats`: what a database holds, and what it could not take in."""

from pathlib import Path

import click

from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import console, print_json, table
from extractor.display import number
from extractor.store import read
from extractor.store.overview import overview


@click.command()
@database_option
@json_option
def failures(db: Path | None, as_json: bool) -> None:
    """List what could not be read or extracted, and why."""
    with database(db) as store:
        found = read.failures(store)
    if as_json:
        print_json([failure.model_dump() for failure in found])
    elif found:
        console().print(table(("source", "stage", "reason"), [(f.source, f.stage, f.reason) for f in found]))
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
    rows = [(name, number(value) if isinstance(value, int) else str(value)) for name, value in found.items()]
    console().print(table(("", ""), rows))
