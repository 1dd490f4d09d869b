"""`extractor import`: what people decided about exported facts."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import click

from extractor.cli import NOTHING
from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import print_json
from extractor.errors import InputError
from extractor.store.exchange.annotations import Annotated
from extractor.store.exchange.label_studio import read_annotations
from extractor.store.exchange.review_table import read_review_table
from extractor.store.review.decisions import decide_all


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--reviewer", default="anonymous", show_default=True, help="Who decided (csv, spacy).")
@database_option
@json_option
@click.pass_context
def import_(context: click.Context, files: tuple[Path, ...], reviewer: str, db: Path | None, as_json: bool) -> None:
    """Append reviews from files that `extractor export` wrote and people went through.

    .json: an export of annotated Label Studio tasks; a region kept is a fact accepted, one taken away a fact
    rejected, one changed a correction. .csv: the table with a column `decision` (accept, reject or correct) and, if
    you like, `note`. .spacy: a DocBin whose spans were corrected. Nothing is ever overwritten; a file that does
    not fit adds nothing.
    """
    with database(db) as store:
        found = [_read(store, file, reviewer) for file in files]
    with database(db, write=True) as store:
        outcomes = decide_all(store, (decision for one in found for decision in one.decisions))
    known = sum(outcome.repeated for outcome in outcomes)
    figures = {
        "added": len(outcomes) - known,
        "known": known,
        "not extracted": sum(one.additions for one in found),
    }
    if as_json:
        print_json(figures)
    else:
        click.echo(", ".join(f"{number} {name}" for name, number in figures.items()))
    if not outcomes:
        context.exit(NOTHING)


def _read(store: sqlite3.Connection, file: Path, reviewer: str) -> Annotated:
    match file.suffix.lower():
        case ".json":
            return read_annotations(store, file)
        case ".csv":
            return Annotated(tuple(read_review_table(store, file, reviewer)))
        case ".spacy":
            from extractor.cli.docbin import read_docbin

            at = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
            return read_docbin(store, file, reviewer, at)
        case _:
            raise InputError(f"{file}: reviews come as .json (Label Studio), .csv or .spacy")
