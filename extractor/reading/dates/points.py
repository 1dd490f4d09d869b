"""Points of the calendar: what a date in the text stands for, before it is joined into a period."""

import re
from dataclasses import dataclass

from extractor.reading.dates.calendar import WHOLE_YEAR, Moment
from extractor.reading.dates.patterns import frame, values
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.numerals import read_words

NEAR, FAR = 14, 92  # days a yearless date may lie ahead: alone; after đến, sẽ


@dataclass(frozen=True, slots=True)
class Point:
    """A piece of the calendar: its first and last day (None: unknown), and what was written.

    `year`, `month`, `day` are as written; `yearless` where the year came from the publication.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    form: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    yearless: bool = False
    resolved: bool = True


def read_count(text: str) -> int:
    """A number in digits or words; 0 where it is none."""
    text = " ".join(text.split())
    if text.isdigit():
        return int(text)
    found = read_words(text.split())
    return int(found[0]) if found else 0


def unresolved(
    match: re.Match[str], rule: str, form: str = "clock", month: int | None = None, day: int | None = None
) -> Point:
    """A point whose place in time is unknown."""
    return Point(
        match.start(), match.end(), None, None, form, rule, None, month, day, yearless=True, resolved=False
    )


def make_point(match: re.Match[str], rule: str, moment: Moment, *, yearless: bool = False) -> Point | None:
    """A point for what a match wrote; None for a day that does not exist (31/2/2024)."""
    if not moment.exists:
        return None
    form = "span" if moment.day is None else "date"
    known = (moment.year, moment.month, moment.day)
    return Point(match.start(), match.end(), moment.first, moment.last, form, rule, *known, yearless)


def shifted(match: re.Match[str], table: str = "year_shift") -> int:
    """The steps that the word of the match says: năm ngoái → -1; 0 without one."""
    return values(table).get(" ".join((match["shift"] or "").split()), 0)


def month_of(match: re.Match[str]) -> int:
    """The month that the match writes in digits or by name."""
    return int(match["m"]) if match["m"].isdigit() else values("month")[" ".join(match["m"].split())]


def reach(match: re.Match[str], context: Context) -> int:
    """How many days a yearless date may lie ahead."""
    before = context.before(match.start())
    if frame("from now on").search(before):
        return WHOLE_YEAR
    ahead = frame("ahead").search(before) or frame("plan").search(before)
    planned = frame("to be").match(context.after(match.end(), 90)) is not None
    if ahead and planned:
        return WHOLE_YEAR
    if frame("next").match(context.after(match.end())):
        return WHOLE_YEAR
    return FAR if ahead or planned else NEAR
