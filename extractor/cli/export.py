"""`extractor export`: facts for other programs."""

import io
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, get_args

import click

from extractor.cli.options import database, database_option
from extractor.cli.output import counted
from extractor.records import KINDS, Kind
from extractor.store.answers.facts import FactQuery
from extractor.store.exchange.files import write_csv, write_jsonl
from extractor.store.exchange.gold import write_gold
from extractor.store.exchange.indicator_tables import write_geojson, write_wide
from extractor.store.exchange.label_studio import VIEW, write_tasks
from extractor.store.read import Reading

FORMATS = ("jsonl", "csv", "parquet", "wide", "geojson", "label-studio", "label-studio-view", "spacy", "gold")
BINARY = ("parquet", "spacy")
FOLDERS = ("spacy", "gold")
REVIEWED = ("jsonl", "csv", "parquet", "gold")
INDICATORS = ("wide", "geojson")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    form: str
    kinds: Sequence[Kind]
    whats: Sequence[str]
    place: str | None
    reading: Reading


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What to write."
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Facts of this kind only (not wide, geojson).")
@click.option(
    "--what", "whats", multiple=True, help="The thing whose numbers to write (wide: several; geojson: one)."
)
@click.option("--place", help="Numbers of this unit with all that lies in it (wide, geojson).")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="File to write (spacy: or folder; gold: folder).  [default: standard output]",
)
@click.option(
    "--reviewed", is_flag=True, help=f"Only what people accepted, corrected or found ({', '.join(REVIEWED)})."
)
@database_option
def export(
    form: str,
    kind: Kind | None,
    whats: tuple[str, ...],
    place: str | None,
    out: Path | None,
    reviewed: bool,
    db: Path | None,
) -> None:
    """Write the facts of the latest version of each article.

    jsonl: one article a line with its text and facts, as the gold files have it. csv: one fact a line. parquet: the
    same, typed (needs the extra [parquet]). wide: one place and period a line, one column for each --what. geojson:
    the numbers of --what as points. label-studio: tasks with the facts as predictions, for the labelling interface
    that label-studio-view prints. spacy: a DocBin with the facts as span group `sc`; with a folder as --out one for
    every 500 articles, so that no more are held in memory. gold, with --reviewed: the articles whose facts are all
    decided about, as a corpus for `extractor evaluate`.
    `extractor import` takes back what was reviewed.
    """
    wanted = Wanted(form, (kind,) if kind else KINDS, whats, place, "reviewed" if reviewed else "standing")
    _check(wanted, out)
    write = _binary_writer(wanted) if form in BINARY else None
    with database(db) as store:
        if out is None:
            _write_text(store, sys.stdout, wanted)
        elif form == "gold":
            _write_cases(store, out)
        elif out.is_dir():
            _write_folder(store, out, wanted)
        else:
            with out.open("wb") as file:
                if write:
                    write(store, file)
                else:
                    with io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
                        _write_text(store, text, wanted)


def _check(wanted: Wanted, out: Path | None) -> None:
    """Raises UsageError for what does not go together."""
    form, reviewed = wanted.form, wanted.reading == "reviewed"
    if form in INDICATORS and not wanted.whats:
        raise click.UsageError(f"--format {form} needs --what")
    if form == "geojson" and len(wanted.whats) > 1:
        raise click.UsageError("--format geojson takes one --what")
    if form == "gold" and not (reviewed and tuple(wanted.kinds) == KINDS):
        raise click.UsageError("--format gold needs --reviewed, and takes no --kind")
    if reviewed and form not in REVIEWED:
        raise click.UsageError(f"--format {form} knows no --reviewed")
    if form in (*BINARY, "gold") and out is None:
        raise click.UsageError(f"--format {form} needs --out")
    if out is not None and out.is_dir() and form not in FOLDERS:
        raise click.UsageError(f"{out} is a folder; --format {form} writes a file")


def _write_cases(store: sqlite3.Connection, folder: Path) -> None:
    cases = write_gold(store, folder)
    click.echo(f"{counted(cases.articles, 'article')} with {counted(cases.facts, 'fact')}", err=True)
    if cases.waiting:
        click.echo(f"left out: {counted(cases.waiting, 'article')} with facts that nobody decided about", err=True)


def _write_text(store: sqlite3.Connection, file: TextIO, wanted: Wanted) -> None:
    match wanted.form:
        case "csv":
            write_csv(store, file, wanted.kinds, wanted.reading)
        case "wide":
            write_wide(store, file, wanted.whats, FactQuery(place=wanted.place))
        case "geojson":
            write_geojson(store, file, wanted.whats[0], FactQuery(place=wanted.place))
        case "label-studio":
            write_tasks(store, file, wanted.kinds)
        case "label-studio-view":
            file.write(VIEW)
        case _:
            write_jsonl(store, file, wanted.kinds, wanted.reading)


def _write_folder(store: sqlite3.Connection, folder: Path, wanted: Wanted) -> None:
    from extractor.cli.docbin import write_shards

    write_shards(store, folder, wanted.kinds)


def _binary_writer(wanted: Wanted) -> Callable[[sqlite3.Connection, BinaryIO], object]:
    """The writer, loaded before any file is opened: its library is large, or missing."""
    if wanted.form == "spacy":
        from extractor.cli.docbin import write_docbin

        return lambda store, file: write_docbin(store, file, wanted.kinds)
    try:
        from extractor.store.exchange.parquet import write_parquet
    except ImportError as error:
        raise click.UsageError("--format parquet needs an extra: scripts/setup parquet") from error
    return lambda store, file: write_parquet(store, file, wanted.kinds, wanted.reading)
