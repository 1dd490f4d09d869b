"""`extractor export`: facts for other programs."""

import sqlite3
import sys
from pathlib import Path
from typing import TextIO, get_args

import click

from extractor.cli.options import database, database_option
from extractor.records import KINDS, Kind
from extractor.store.export import write_csv, write_jsonl


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("jsonl", "csv")),
    default="jsonl",
    show_default=True,
    help="What to write.",
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Facts of this kind only.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write.  [default: standard output]"
)
@database_option
def export(form: str, kind: Kind | None, out: Path | None, db: Path | None) -> None:
    """Write the facts of the latest version of each article.

    jsonl: one article a line with its text and facts, as the gold files have it. csv: one fact a line.
    """
    kinds = (kind,) if kind else KINDS
    with database(db) as store:
        if out is None:
            _write(store, sys.stdout, form, kinds)
        else:
            with out.open("w", encoding="utf-8", newline="") as file:
                _write(store, file, form, kinds)


def _write(store: sqlite3.Connection, file: TextIO, form: str, kinds: tuple[Kind, ...]) -> None:
    if form == "jsonl":
        write_jsonl(store, file, kinds)
    else:
        write_csv(store, file, kinds)
