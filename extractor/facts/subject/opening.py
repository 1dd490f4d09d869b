"""Openings: one bridge, school or factory that opens, to which the text comes back by its noun."""

import re
from functools import cache

from extractor.facts.openings import head
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle


class ThingRow(Row):
    """A thing's noun; by the `again` forms a text comes back to it."""

    again: tuple[str, ...]


def opened_thing(lowered: str, start: int, end: int) -> str | None:
    """The noun of the one thing that opens in the (lower-case) sentence `start:end`, or None."""
    if not word_pattern("happenings", "opens").search(lowered, start, end):
        return None
    found = _things().search(lowered, start, end)
    return " ".join(found.group().split()) if found else None


@cache
def called_again(noun: str) -> re.Pattern[str]:
    """The thing, or what any of them is called, at the head of a sentence: `Hiện nay, |cầu| có`."""
    called = alternation((*_rows()[noun].again, *word_forms("happenings", "again")))
    return re.compile(rf":?{head()}{called}(?!\w)")


@cache
def _rows() -> dict[str, ThingRow]:
    return {settle(form): row for row in rows("happenings", "thing", ThingRow) for form in row.forms}


@cache
def _things() -> re.Pattern[str]:
    """A thing, one: not `38 cây cầu`, `các trường`."""
    several = "".join(rf"(?<!\b{form}\s)" for form in word_forms("happenings", "several"))
    return re.compile(rf"(?<!\w)(?<!\d\s){several}{alternation(_rows())}(?!\w)")
