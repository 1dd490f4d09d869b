"""`extractor extract`: articles in, facts into the database."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

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
from extractor.cli.output import console, counted, print_json
from extractor.errors import StoreError
from extractor.intake.identity import Holder, Identities, place_of
from extractor.intake.labels import tried
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import KNOWN, MARKUP, TEXT, WEB_ARCHIVE, absent, read_sources
from extractor.records import Article, Extraction, Failure
from extractor.settings import settings
from extractor.store.write import (
    finish_run,
    holder,
    is_current,
    note_run,
    save,
    save_failure,
    settle_failures,
    start_run,
    was_stopped,
)

EVERY = 30.0
"""Seconds between two lines of progress, where no bar can be drawn."""
ONE_PAGE = (*TEXT, *MARKUP, *WEB_ARCHIVE)
NOTED = ("written", "unchanged", "failed")
FIGURES = ("written", "superseded", "unchanged", "failed", "facts")


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
    and the old one is kept. An article's id is the one it was given, else its file's name; where another file has
    that name, its folder goes before it. What cannot be read is told, listed by `extractor failures`, and the rest
    goes on.
    """
    missing = {path: reason for path in paths if (reason := absent(path))}
    for path, reason in missing.items():
        click.echo(f"{path}: {reason}", err=True)
    paths = tuple(path for path in paths if path not in missing)
    if not paths:
        context.exit(NOTHING)
    with database(db, write=True) as store:
        figures = _extract(store, paths, processes or settings().processes, again)
    figures["failed"] += len(missing)
    nothing = not figures["written"] and not figures["unchanged"]
    try:
        if as_json:
            print_json(dict(figures))
        else:
            click.echo(_told(figures))
    except BrokenPipeError:  # that nothing could be read is so for a reader who has gone, too
        if not nothing:
            raise
    if nothing:
        context.exit(NOTHING)


def _extract(store: sqlite3.Connection, paths: tuple[str, ...], processes: int, again: bool) -> Counter[str]:
    folder = str(Path.cwd())
    run = start_run(store, __version__, paths, folder)
    identities = Identities(lambda article: _kept(store, article), folder)
    figures: Counter[str] = Counter(dict.fromkeys(FIGURES, 0))

    def skip(page: RawPage, content_hash: str) -> bool:
        return not again and is_current(store, page.id, content_hash, __version__)

    try:
        for outcome in _shown(batch.run(_settled(paths, identities), processes=processes, skip=skip), paths):
            _keep(store, outcome, run, figures)
        _tell_longer(identities.longer)
        if figures["written"] or was_stopped(store):
            _conclude(store)
    except KeyboardInterrupt:
        kept = "1 article is" if figures["written"] == 1 else f"{figures['written']} articles are"
        raise KeyboardInterrupt(f"{kept} kept; the same command goes on from there") from None
    finally:
        note_run(store, run, **{name: figures[name] for name in NOTED})
    finish_run(store, run, **{name: figures[name] for name in NOTED})
    settle_failures(store, run, tried(paths, folder))
    return figures


def _conclude(store: sqlite3.Connection) -> None:
    """What is found out about all articles together. Loaded here: a run that changes nothing does without."""
    from extractor.cli.reprints import find_reprints
    from extractor.store.upkeep import tidy

    find_reprints(store)
    tidy(store)


def _kept(store: sqlite3.Connection, article: str) -> Holder | None:
    row = holder(store, article)
    return Holder(place_of(row["source"], row["folder"]), row["content_hash"]) if row else None


def _settled(paths: tuple[str, ...], identities: Identities) -> Iterator[RawPage | Failure]:
    """Each page once, under its id."""
    for page in read_sources(paths):
        settled = page if isinstance(page, Failure) else identities.settle(page)
        if settled is not None:
            yield settled


def _tell_longer(ids: list[str]) -> None:
    """Say which files have the name of another one, and how their articles are called for it."""
    if ids:
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        click.echo(f"{ids[0]}{more}: the id has the folder, as another file has the same name", err=True)


def _keep(store: sqlite3.Connection, outcome: Outcome, run: int, figures: Counter[str]) -> None:
    result = outcome.result
    if isinstance(result, Extraction):
        before = holder(store, result.article.id)
        result = _written(store, result, outcome, run)
        if before and isinstance(result, Extraction):
            figures["superseded"] += before["content_hash"] != outcome.content_hash
    if result is None:
        figures["unchanged"] += 1
    elif isinstance(result, Extraction):
        figures["written"] += 1
        figures["facts"] += len(result.records)
        if "published" in result.article.given and all(date.source != "given" for date in result.article.dates):
            click.echo(f"{outcome.source}: the given `published` is no date; {_dated(result.article)}", err=True)
    else:
        save_failure(store, result, run=run)
        figures["failed"] += 1
        click.echo(f"{result.source}: {result.reason}", err=True)


def _dated(article: Article) -> str:
    return f"the page tells {article.published}" if article.published else "the article stays without one"


def _written(store: sqlite3.Connection, extraction: Extraction, outcome: Outcome, run: int) -> Extraction | Failure:
    """The extraction once it is written; what the database cannot hold of one article is no reason to stop."""
    try:
        save(store, extraction, content_hash=outcome.content_hash, extractor=__version__, run=run)
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, StoreError) as error:
        return Failure(source=outcome.source, stage="write", reason=str(error))
    return extraction


def _shown(outcomes: Iterator[Outcome], paths: tuple[str, ...]) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on standard error; with a line now and then where that is no terminal."""
    terminal = console(errors=True)
    if not terminal.is_terminal:
        yield from _told_now_and_then(outcomes)
        return
    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True) as progress:
        task = progress.add_task("extracting", total=_expected(paths))
        for outcome in outcomes:
            yield outcome
            progress.advance(task)


def _told_now_and_then(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    started = told = monotonic()
    for number, outcome in enumerate(outcomes, 1):
        yield outcome
        now = monotonic()
        if now - told >= EVERY:
            told = now
            click.echo(f"{counted(number, 'page')} in {now - started:.0f} s", err=True)


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
    parts = [f"{counted(figures['written'], 'article')} written with {counted(figures['facts'], 'fact')}"]
    if figures["superseded"]:
        parts.append(f"{figures['superseded']} of them as a new version")
    parts += [f"{figures[name]} {name}" for name in ("unchanged", "failed") if figures[name]]
    return ", ".join(parts)
