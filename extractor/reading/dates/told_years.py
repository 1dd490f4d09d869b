"""Months and quarters without a year, in an article without a date: the year told before holds for them, too.

`GDP năm 2020 tăng 6,2%, trong đó |quý I| tăng 3,8%`; `Doanh thu quý IV/2017 … . Lợi nhuận |quý IV| …`.
"""

import re
from collections.abc import Iterator

from extractor.reading.dates.patterns import frame
from extractor.reading.dates.points import Point
from extractor.reading.dates.scan import read_in_year
from extractor.reading.numbers.context import Context

_REACH = 600
"""How many letters back the one with a year may lie."""
_PARTS = frozenset(("month", "months", "quarter", "first months", "edge"))
"""Rules of parts of a year."""
_DATED = _PARTS | {"day month year"}
"""Rules of times that hand their year on to the sentences behind them."""
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def tell_years(context: Context, points: list[Point]) -> Iterator[Point]:
    """The points of an undated article, with the years that those before them tell."""
    told: Point | None = None
    for point in points:
        if point.rule in _PARTS and not point.resolved and told and _reaches(context, told, point):
            point = read_in_year(context, point, told.year or 0) or point
        if point.year and point.resolved and not _is_compared(context, point):
            told = point
        yield point


def _reaches(context: Context, told: Point, point: Point) -> bool:
    """Whether the year told holds for the point: a whole year for its own sentence, a date or quarter further."""
    between = context.lower[told.end : point.start]
    if told.rule in _DATED:
        return len(between) <= _REACH
    return told.rule == "year" and _SENTENCE_END.search(between) is None


def _is_compared(context: Context, point: Point) -> bool:
    """Whether the time is only told to compare with: `cao hơn so với |tháng 9/2016|`."""
    return frame("compared").search(context.lower[max(0, point.start - 40) : point.start]) is not None
