"""Dates that take their year from one named in the same sentence.

`Năm 2025, thu ngân sách đạt 18,7 tỷ đồng; cuối năm còn 61 hộ nghèo`: the end of 2025. Without a publication date,
`Ngày 10/1, xã phát động chương trình mừng xuân năm 2020`: 10 January 2020.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from extractor.reading.dates.calendar import Moment
from extractor.reading.dates.patterns import frame
from extractor.reading.dates.points import Point
from extractor.reading.numbers.context import Context

_REACH, _MOST = 300, 8
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_OF_A_YEAR = frozenset(("edge", "first months", "quarter"))


def name_years(context: Context, points: list[Point]) -> list[Point]:
    """The points in order, those without a year of their own with the year of their sentence where it names one."""
    years = [p for p in points if p.rule == "year" and p.year and not p.yearless and not _compared(context, p)]
    return [_named(context, point, years) if point.yearless else point for point in points]


def _compared(context: Context, point: Point) -> bool:
    return frame("compared").search(context.lower[max(0, point.start - 40) : point.start]) is not None


def _named(context: Context, point: Point, years: list[Point]) -> Point:
    at = bisect_left(years, point.start, key=lambda year: year.start)
    near = [y for y in years[max(0, at - _MOST) : at + _MOST] if _same_sentence(context, point, y)]
    before = [y.year for y in near if y.end <= point.start and y.year]
    if point.rule in _OF_A_YEAR and point.resolved and before and _bare(context, point):
        return _in_year(point, before[-1])
    if point.resolved or point.month is None or point.day is None or not near:
        return point
    moment = Moment(max(y.year for y in near if y.year), point.month, point.day)
    if not moment.exists:
        return point
    return replace(point, first=moment.iso, last=moment.iso, form="date", year=moment.year, resolved=True)


def _bare(context: Context, point: Point) -> bool:
    """Whether no word tells the year: cuối năm, not cuối năm nay."""
    return frame("told year").search(context.lower[point.start : point.end]) is None


def _in_year(point: Point, year: int) -> Point:
    def moved(iso: str | None) -> str | None:
        moment = Moment.parse(iso)
        if moment is None or moment.month is None or moment.day is None:
            return str(year)
        there = Moment(year, moment.month, moment.day)
        return there.iso if there.exists else Moment(year, moment.month).last

    return replace(point, first=moved(point.first), last=moved(point.last), year=year)


def _same_sentence(context: Context, a: Point, b: Point) -> bool:
    first, second = (a, b) if a.start < b.start else (b, a)
    gap = second.start - first.end
    return gap <= _REACH and _SENTENCE_END.search(context.text, first.end, second.start) is None
