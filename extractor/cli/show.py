"""`extractor show`: an article in the terminal, its facts marked."""

from itertools import zip_longest
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import COLOURS, cell, console, print_json, table
from extractor.display import summary
from extractor.interchange import to_json
from extractor.records import Article, Extraction, Record
from extractor.store.read import load

_NUMERALS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@click.command()
@click.argument("article")
@click.option("--version", type=click.IntRange(1), help="An earlier version.  [default: the latest]")
@click.option(
    "--removed", is_flag=True, help="List the pieces of the page that are not the article, with the reason."
)
@database_option
@json_option
def show(article: str, version: int | None, removed: bool, db: Path | None, as_json: bool) -> None:
    """Show an article with its facts marked in colour and numbered, and a table of the facts."""
    with database(db) as store:
        extraction = load(store, article, version)
    if as_json:
        pieces = {"removed": [piece.model_dump() for piece in extraction.article.removed]} if removed else {}
        print_json({**to_json(extraction), **pieces})
    elif removed:
        _print_removed(console(), extraction.article)
    else:
        _print_article(console(), extraction)


def _print_article(screen: Console, extraction: Extraction) -> None:
    article = extraction.article
    records = sorted(extraction.records, key=lambda record: (record.start, record.end))
    heading = ", ".join(filter(None, (article.outlet, article.published, article.author, article.url)))
    screen.print(cell(article.title or article.id), style="bold underline")
    screen.print(Text(cell(heading).plain, style="dim"), "", marked_text(article.text, records), "", sep="\n")
    screen.print(Text("  ").join(Text(kind, style=style) for kind, style in COLOURS.items()), "", sep="\n")
    rows = [
        (str(at), Text(record.kind, style=COLOURS[record.kind]), summary(record), record.quote, record.rule)
        for at, record in enumerate(records, 1)
    ]
    screen.print(table(("", "kind", "fact", "quote", "rule"), rows))


def marked_text(text: str, records: list[Record]) -> Text:
    """The text with each fact's quote in its kind's colour and the fact's number behind it."""
    plain = cell(text)
    for record in records:
        plain.stylize(COLOURS[record.kind], record.start, record.end)
    ends: dict[int, list[str]] = {}
    for number, record in enumerate(records, 1):
        ends.setdefault(record.end, []).append(str(number))
    positions = sorted(ends)
    result = Text()
    for piece, position in zip_longest(plain.divide(positions), positions):
        result.append_text(piece)
        if position is not None:
            result.append(",".join(ends[position]).translate(_NUMERALS), style="dim")
    return result


def _print_removed(screen: Console, article: Article) -> None:
    rows = [(str(piece.at), piece.reason, " ".join(piece.text.split())) for piece in article.removed]
    screen.print(table(("at", "reason", "removed"), rows) if rows else "nothing was removed")
