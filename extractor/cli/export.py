"""`extractor export`: facts for other programs."""

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, get_args

import click

from extractor.cli.options import database, database_option
from extractor.records import KINDS, Kind
from extractor.store.export import write_csv, write_jsonl
from extractor.store.facts import FactQuery
from extractor.store.indicator_export import write_geojson, write_wide

FORMATS = ("jsonl", "csv", "wide", "geojson")


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What to write."
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Facts of this kind only (jsonl, csv).")
@click.option(
    "--what", "whats", multiple=True, help="The thing whose numbers to write (wide: several; geojson: one)."
)
@click.option("--place", help="Numbers of this unit with all that lies in it (wide, geojson).")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write.  [default: standard output]"
)
@database_option
def export(
    form: str, kind: Kind | None, whats: tuple[str, ...], place: str | None, out: Path | None, db: Path | None
) -> None:
    """Write the facts of the latest version of each article.

    jsonl: one article a line with its text and facts, as the gold files have it. csv: one fact a line.
    wide: one place and period a line, one column for each --what. geojson: the numbers of --what as points.
    """
    if form in ("wide", "geojson") and not whats:
        raise click.UsageError(f"--format {form} needs --what")
    if form == "geojson" and len(whats) > 1:
        raise click.UsageError("--format geojson takes one --what")
    with database(db) as store:
        if out is None:
            _write(store, sys.stdout, form, kind, whats, place)
        else:
            with out.open("w", encoding="utf-8", newline="") as file:
                _write(store, file, form, kind, whats, place)


def _write(
    store: sqlite3.Connection, file: TextIO, form: str, kind: Kind | None, whats: Sequence[str], place: str | None
) -> None:
    kinds = (kind,) if kind else KINDS
    match form:
        case "csv":
            write_csv(store, file, kinds)
        case "wide":
            write_wide(store, file, whats, FactQuery(place=place))
        case "geojson":
            write_geojson(store, file, whats[0], FactQuery(place=place))
        case _:
            write_jsonl(store, file, kinds)
