"""What the commands print: tables and marked text for people, JSON for programs."""

import json
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.records import Kind

if TYPE_CHECKING:  # they load numpy, which most commands do without
    from extractor.store.answers.facts import Answer
    from extractor.store.search.passages import Passage
    from extractor.store.search.results import ArticleHit

COLOURS: dict[Kind, str] = {
    "counts": "bold cyan",
    "awards": "bold yellow",
    "models": "bold magenta",
    "localities": "green",
    "roles": "bold blue",
    "events": "bold red",
}
MARK = "bold black on yellow"
WIDE = 130
"""From this width on a sentence has room in a table."""
INDENT = " " * 4
Cell = Text | str | None
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127, *range(128, 160)), "�")


class Screen(Console):
    """A console whose reader may go at any time."""

    def on_broken_pipe(self) -> None:
        """Leave it to the command line what that means."""
        raise BrokenPipeError


def console(*, errors: bool = False) -> Console:
    """The terminal; what is piped is wide enough that nothing is cut."""
    piped = Console(stderr=errors)
    if piped.is_terminal or "COLUMNS" in os.environ:
        return Screen(stderr=errors, highlight=False)
    return Screen(stderr=errors, highlight=False, width=200)


def print_json(value: object) -> None:
    """One JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def counted(number: int, thing: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {thing if number == 1 else f'{thing}s'}"


def table(columns: Sequence[str], rows: Iterable[Iterable[Cell]]) -> Table:
    """A plain table; empty cells stay empty."""
    made = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        made.add_row(*map(cell, row))
    return made


def print_proved(screen: Console, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Rows whose last two cells are the passage that proves them and its source.

    A table where the terminal is wide; else each row on a line, with passage and source below it.
    """
    if screen.width >= WIDE:
        screen.print(table(columns, rows))
        return
    for row in rows:
        *cells, proof, told = map(cell, row)
        heading = Text("  ").join(one for one in cells if one.plain)
        heading.stylize("bold", 0, len(cells[0]))
        screen.print(heading)
        for line in (*proof.wrap(screen, screen.width - len(INDENT)), Text(told.plain, style="dim")):
            screen.print(Text(INDENT).append_text(line))
        screen.print()


def cell(content: Cell) -> Text:
    """Content as text: brackets are no markup, and control characters cannot steer the terminal."""
    if isinstance(content, Text):
        return content
    return Text((content or "").translate(_CONTROLS))


def marked(passage: "Passage", style: str = MARK) -> Text:
    """The passage with its marks in colour, or in brackets where colour is lost."""
    if not console().is_terminal:
        return cell(passage.marked())
    text = cell(passage.text)
    for start, end in passage.marks:
        text.stylize(style, start, end)
    return text


def source(answer: "Answer | ArticleHit") -> str:
    """Who published it when."""
    return ", ".join(filter(None, (answer.outlet, answer.published, answer.article)))


def answer_json(answer: "Answer") -> dict[str, object]:
    """A fact with its proof as JSON."""
    return {
        "kind": answer.record.kind,
        **answer.record.model_dump(mode="json"),
        **{slot: plain(value) for slot, value in answer.record if isinstance(value, Decimal)},
        "article": answer.article,
        "title": answer.title,
        "outlet": answer.outlet,
        "published": answer.published,
        "url": answer.url,
        "sentence": answer.passage.text,
    }


def plain(value: Decimal) -> int | float:
    """A number as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)
