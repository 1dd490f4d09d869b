"""The patterns of dates and periods, compiled from `dates.toml`: each with its rule and its pieces."""

import re
from functools import cache

from extractor.vietnamese.lexicon import Row, rows

_PIECE = re.compile(r"«([^»]+)»")


class NumberedRow(Row):
    """A word and the number it stands for: a month, a quarter, or steps from the publication."""

    value: int


class CueRow(Row):
    """A word before a date; `weak` ones also stand before ratios."""

    weak: bool


class PieceRow(Row):
    """A named piece of a pattern."""

    name: str
    pattern: str


class PatternRow(Row):
    """A pattern and the rule that it serves."""

    rule: str
    pattern: str


@cache
def values(table: str) -> dict[str, int]:
    """The words of a table with their numbers."""
    return {form: row.value for row in rows("dates", table, NumberedRow) for form in row.forms}


@cache
def patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a table in their order, each with its rule."""
    return tuple((row.rule, compiled(row.pattern)) for row in rows("dates", table, PatternRow))


@cache
def frame(rule: str) -> re.Pattern[str]:
    """The pattern of the words around a date that has this rule."""
    return dict(patterns("frame"))[rule]


@cache
def piece(name: str) -> re.Pattern[str]:
    """A piece as a pattern of its own."""
    return compiled(f"«{name}»")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its pieces put in; a blank in it matches any white space character."""
    pieces = {row.name: row.pattern for row in rows("dates", "piece", PieceRow)}
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: pieces[match[1]], pattern)
    return re.compile(pattern.replace(" ", r"\s"))
