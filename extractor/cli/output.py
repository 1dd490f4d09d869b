"""What the commands print: tables and marked text for people, JSON for programs."""

import json
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

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
ROOM = 70
"""Columns that a sentence with its source needs beside the others, to be read in a table."""
INDENT = " " * 4
Cell = Text | str | None
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127, *range(128, 160)), "�")


class Screen(Console):
    """A console whose reader may be a program, which wants no blanks at the ends of lines, and may go."""

    def print(self, *objects: Any, **named: Any) -> None:
        """Print as a console does; what is piped ends where its lines end."""
        if self.is_terminal:
            super().print(*objects, **named)
            return
        with self.capture() as held:
            super().print(*objects, **named)
        self.file.write("\n".join(line.rstrip() for line in held.get().split("\n")))

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
    made = Table(box=None, header_style="bold", pad_edge=False)
    for name in columns:
        made.add_column(name, overflow="fold")  # an id that is cut off can be pasted nowhere
    for row in rows:
        made.add_row(*map(cell, row))
    return made


def print_proved(screen: Console, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Rows whose last two cells are the passage that proves them and its source.

    A table where that leaves them room; else each row on a line, with passage and source below it.
    """
    texts = [list(map(cell, row)) for row in rows]
    if not texts:
        return
    widths = (max(one.cell_len for one in column) for column in zip(*texts, strict=True))
    others = [max(width, len(name)) + 1 for name, width in zip(columns, widths, strict=True)][:-2]
    if screen.width - sum(others) >= ROOM:
        screen.print(table(columns, texts))
        return
    for *cells, proof, told in texts:
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
