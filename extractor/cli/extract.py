"""`extractor extract`: articles in, facts into the database."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

from extractor import __version__, batch
from extractor.batch import Outcome
from extractor.cli import NOTHING
from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import console, print_json
from extractor.cli.reprints import find_reprints
from extractor.errors import StoreError
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import KNOWN, MARKUP, TEXT, WEB_ARCHIVE, read_sources
from extractor.records import Extraction, Failure
from extractor.settings import settings
from extractor.store.upkeep import tidy
from extractor.store.write import finish_run, is_current, save, save_failure, start_run

ONE_PAGE = (*TEXT, *MARKUP, *WEB_ARCHIVE)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@database_option
@click.option("--processes", type=click.IntRange(1), help="Processes to use.  [default: one a core]")
@click.option("--again", is_flag=True, help="Extract articles that have not changed, too.")
@json_option
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    db: Path | None,
    processes: int | None,
    again: bool,
    as_json: bool,
) -> None:
    """Read articles from files, folders, archives or standard input (-) and write their facts into a database.

    Articles that have not changed since they were last read are skipped; a changed article becomes a new version
    and the old one is kept. What cannot be read is told, kept in the table `failures`, and the rest goes on.
    """
    with database(db, write=True) as store:
        figures = _extract(store, paths, processes or settings().processes, again)
    if as_json:
        print_json(dict(figures))
    else:
        click.echo(_told(figures))
    if not figures["written"] and not figures["unchanged"]:
        context.exit(NOTHING)


def _extract(store: sqlite3.Connection, paths: tuple[str, ...], processes: int, again: bool) -> Counter[str]:
    run = start_run(store, __version__, paths)
    figures: Counter[str] = Counter(written=0, unchanged=0, failed=0, facts=0)

    def skip(page: RawPage, content_hash: str) -> bool:
        return not again and is_current(store, page.id, content_hash, __version__)

    try:
        for outcome in _shown(batch.run(_distinct(paths), processes=processes, skip=skip), paths):
            _keep(store, outcome, run, figures)
    finally:
        finish_run(store, run, **{name: figures[name] for name in ("written", "unchanged", "failed")})
    if figures["written"]:
        find_reprints(store)
        tidy(store)
    return figures


def _distinct(paths: tuple[str, ...]) -> Iterator[RawPage | Failure]:
    """Each page once; a second page under the id of another one of this run is a failure, not its new version."""
    seen: dict[str, str] = {}
    for page in read_sources(paths):
        if isinstance(page, Failure):
            yield page
            continue
        digest = batch.content_hash(page)
        if page.id not in seen:
            seen[page.id] = digest
            yield page
        elif seen[page.id] != digest:
            yield Failure(source=page.source, stage="read", reason=f"another page has the id {page.id!r}")


def _keep(store: sqlite3.Connection, outcome: Outcome, run: int, figures: Counter[str]) -> None:
    result = outcome.result
    if isinstance(result, Extraction):
        result = _written(store, result, outcome, run)
    if result is None:
        figures["unchanged"] += 1
    elif isinstance(result, Extraction):
        figures["written"] += 1
        figures["facts"] += len(result.records)
    else:
        save_failure(store, result, run=run)
        figures["failed"] += 1
        click.echo(f"{result.source}: {result.reason}", err=True)


def _written(store: sqlite3.Connection, extraction: Extraction, outcome: Outcome, run: int) -> Extraction | Failure:
    """The extraction once it is written; what the database cannot hold of one article is no reason to stop."""
    try:
        save(store, extraction, content_hash=outcome.content_hash, extractor=__version__, run=run)
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, StoreError) as error:
        return Failure(source=outcome.source, stage="write", reason=str(error))
    return extraction


def _shown(outcomes: Iterator[Outcome], paths: tuple[str, ...]) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on standard error where that is a terminal."""
    terminal = console(errors=True)
    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task("extracting", total=_expected(paths) if terminal.is_terminal else None)
        for outcome in outcomes:
            yield outcome
            progress.advance(task)


def _expected(paths: tuple[str, ...]) -> int | None:
    """How many pages will come, as far as the files' names tell; None where an archive or a stream does not."""
    total = 0
    for path in map(Path, paths):
        files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
        for file in files:
            name = file.name.lower()
            if name.endswith((".jsonl", ".ndjson")):
                with file.open("rb") as lines:
                    total += sum(1 for _ in lines)
            elif name.endswith(ONE_PAGE):
                total += 1
            elif name.endswith(KNOWN):
                return None
    return total or None


def _told(figures: Counter[str]) -> str:
    articles = "article" if figures["written"] == 1 else "articles"
    parts = [f"{figures['written']} {articles} written with {figures['facts']} facts"]
    parts += [f"{figures[name]} {name}" for name in ("unchanged", "failed") if figures[name]]
    return ", ".join(parts)
