"""`extractor export`: facts for other programs."""

import io
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, get_args

import click

from extractor.cli import NOTHING
from extractor.cli.options import database, database_option
from extractor.cli.outfile import replaced, spare_databases
from extractor.cli.output import counted
from extractor.records import KINDS, Kind
from extractor.settings import settings
from extractor.store.exchange.files import write_csv, write_jsonl
from extractor.store.exchange.gold import write_gold
from extractor.store.exchange.indicator_tables import write_geojson, write_wide
from extractor.store.exchange.label_studio import VIEW, write_tasks
from extractor.store.exchange.selection import Selection

FORMATS = ("jsonl", "csv", "parquet", "wide", "geojson", "label-studio", "label-studio-view", "spacy", "gold")
BINARY = ("parquet", "spacy")
FOLDERS = ("spacy", "gold")
REFERRING = ("jsonl", "csv", "parquet")
REVIEWED = ("jsonl", "csv", "parquet", "gold")
INDICATORS = ("wide", "geojson")
WHOLE = ("label-studio-view", "gold")
SPREADSHEETS = ("csv", "wide")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for. `folder`: the output is one, or was named like one, with a slash behind."""

    form: str
    kind: Kind | None
    whats: Sequence[str]
    place: str | None
    reviewed: bool
    folder: bool

    @property
    def selection(self) -> Selection:
        """The facts that go out."""
        kinds = (self.kind,) if self.kind else KINDS
        tell = _tell_parts if self.form in REFERRING else lambda parts: None
        return Selection(kinds, self.whats, self.place, "reviewed" if self.reviewed else "standing", tell)


def _tell_parts(parts: int) -> None:
    if parts:
        click.echo(f"parts of totals that are not in this export: {parts}", err=True)


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What to write."
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Facts of this kind only (not wide, geojson).")
@click.option(
    "--what", "whats", multiple=True, help="Facts of this thing only; several times: of any (geojson: one)."
)
@click.option("--place", help="Facts of this unit with all that lies in it only.")
@click.option(
    "--out",
    "named",
    type=click.Path(),
    help="File to write (spacy: or folder, if new with a slash behind; gold: folder).  [default: standard output]",
)
@click.option(
    "--reviewed", is_flag=True, help=f"Only what people accepted, corrected or found ({', '.join(REVIEWED)})."
)
@database_option
@click.pass_context
def export(
    context: click.Context,
    form: str,
    kind: Kind | None,
    whats: tuple[str, ...],
    place: str | None,
    named: str | None,
    reviewed: bool,
    db: Path | None,
) -> None:
    """Write the facts of the latest version of each article.

    jsonl: one article a line with its text and facts, as the gold files have it. csv: one fact a line. parquet: the
    same, typed (needs the extra [parquet]). wide: a line for each place, period and whatever else tells numbers
    apart, one column for each --what with the numbers of what is called just so. geojson: the numbers of --what as
    points. label-studio: tasks with the facts as predictions, for the labelling interface that label-studio-view
    prints. spacy: a DocBin with the facts as span group `sc`; with a folder as --out one for every 500 articles, so
    that no more are held in memory. gold, with --reviewed: the articles whose facts are all decided about, as a
    corpus for `extractor evaluate`. Files of csv and wide begin with a byte order mark, by which Excel knows UTF-8.
    `extractor import` takes back what was reviewed. A part whose total does not go out with it (--what, --place,
    --reviewed) stays known as one: its `part_of` keeps the total's id (in jsonl, where it is the total's number in
    the list, null), and how many there are is told on standard error.
    """
    out = None if named is None else Path(named)
    folder = out is not None and (str(named).endswith(os.sep) or out.is_dir())
    wanted = Wanted(form, kind, whats, place, reviewed, folder)
    _check(wanted, out)
    if out is not None:
        spare_databases(out, db or settings().db)
    write = _binary_writer(wanted) if form in BINARY else None
    with database(db) as store:
        written = _write(store, wanted, out, write)
    if not written and wanted.selection.narrow:
        click.echo("no fact fits", err=True)
        context.exit(NOTHING)


def _check(wanted: Wanted, out: Path | None) -> None:
    """Raises UsageError for what does not go together."""
    form = wanted.form
    if form in INDICATORS and not wanted.whats:
        raise click.UsageError(f"--format {form} needs --what")
    if form == "geojson" and len(wanted.whats) > 1:
        raise click.UsageError("--format geojson takes one --what")
    if form == "gold" and not wanted.reviewed:
        raise click.UsageError("--format gold needs --reviewed")
    unknown = {
        "--kind": wanted.kind and form in (*INDICATORS, *WHOLE),
        "--what": wanted.whats and form in WHOLE,
        "--place": wanted.place is not None and form in WHOLE,
        "--reviewed": wanted.reviewed and form not in REVIEWED,
    }
    for option, brought in unknown.items():
        if brought:
            raise click.UsageError(f"--format {form} knows no {option}")
    if form in (*BINARY, "gold") and out is None:
        raise click.UsageError(f"--format {form} needs --out")
    if wanted.folder and form not in FOLDERS:
        raise click.UsageError(f"{out} is a folder; --format {form} writes a file")


Writer = Callable[[sqlite3.Connection, BinaryIO], int]


def _write(store: sqlite3.Connection, wanted: Wanted, out: Path | None, write: Writer | None) -> int:
    """How much was written: of what, the format tells."""
    if out is None:
        return _write_text(store, sys.stdout, wanted)
    if wanted.form == "gold":
        return _write_cases(store, out)
    if wanted.folder:
        return _write_folder(store, out, wanted)
    with replaced(out) as file:
        if write:
            return write(store, file)
        encoding = "utf-8-sig" if wanted.form in SPREADSHEETS else "utf-8"
        with io.TextIOWrapper(file, encoding=encoding, newline="") as text:
            return _write_text(store, text, wanted)


def _write_cases(store: sqlite3.Connection, folder: Path) -> int:
    cases = write_gold(store, folder)
    click.echo(f"{counted(cases.articles, 'article')} with {counted(cases.facts, 'fact')}", err=True)
    if cases.waiting:
        click.echo(f"left out: {counted(cases.waiting, 'article')} with facts that nobody decided about", err=True)
    return cases.articles


def _write_text(store: sqlite3.Connection, file: TextIO, wanted: Wanted) -> int:
    match wanted.form:
        case "csv":
            return write_csv(store, file, wanted.selection)
        case "wide":
            return _write_wide(store, file, wanted)
        case "geojson":
            return write_geojson(store, file, wanted.whats[0], wanted.place)
        case "label-studio":
            return write_tasks(store, file, wanted.selection)
        case "label-studio-view":
            return file.write(VIEW)
        case _:
            return write_jsonl(store, file, wanted.selection)


def _write_wide(store: sqlite3.Connection, file: TextIO, wanted: Wanted) -> int:
    wide = write_wide(store, file, wanted.whats, wanted.place)
    for reason, number in wide.left_out.items():
        click.echo(f"left out, numbers {reason}: {number}", err=True)
    return wide.lines


def _write_folder(store: sqlite3.Connection, folder: Path, wanted: Wanted) -> int:
    from extractor.cli.docbin import SHARD, write_shards

    written = write_shards(store, folder, wanted.selection)
    # Files are numbered from 1 on; those of a longer export before are still there.
    stale = [file.name for file in sorted(folder.glob("*.spacy"))][-(-written // SHARD) :]
    if stale:
        click.echo(f"{folder}: not of this export: {', '.join(stale)}", err=True)
    return written


def _binary_writer(wanted: Wanted) -> Writer:
    """The writer, loaded before any file is opened: its library is large, or missing."""
    if wanted.form == "spacy":
        from extractor.cli.docbin import write_docbin

        return lambda store, file: write_docbin(store, file, wanted.selection)
    try:
        from extractor.store.exchange.parquet import write_parquet
    except ImportError as error:
        raise click.UsageError("--format parquet needs an extra: scripts/setup parquet") from error
    return lambda store, file: write_parquet(store, file, wanted.selection)
