"""Days, months, quarters and years as they stand in the text, before they are joined into periods."""

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.reading.dates.calendar import Moment
from extractor.reading.dates.days import (
    read_bare_day,
    read_day_list,
    read_day_month_year,
    read_day_words,
    read_days,
    read_lunar,
)
from extractor.reading.dates.patterns import patterns
from extractor.reading.dates.points import Point
from extractor.reading.dates.steps import (
    read_relative_day,
    read_relative_month,
    read_relative_quarter,
    read_week,
    read_weekday,
)
from extractor.reading.dates.stretches import (
    read_decade,
    read_early,
    read_edge,
    read_first_days,
    read_first_months,
    read_month,
    read_months,
    read_part_of_month,
    read_plain_year,
    read_quarter,
    read_school_year,
    read_year,
    read_years,
)
from extractor.reading.numbers.context import Context

Maker = Callable[[re.Match[str], Context, Moment | None], Point | None]

_MAKERS: dict[str, Maker] = {
    "lunar day": read_lunar,
    "day list": read_day_list,
    "days": read_days,
    "day month year": read_day_month_year,
    "day words": read_day_words,
    "first months": read_first_months,
    "years": read_years,
    "first days": read_first_days,
    "part of month": read_part_of_month,
    "early": read_early,
    "school year": read_school_year,
    "edge": read_edge,
    "quarter": read_quarter,
    "months": read_months,
    "month": read_month,
    "year": read_year,
    "relative day": read_relative_day,
    "relative month": read_relative_month,
    "relative quarter": read_relative_quarter,
    "weekday": read_weekday,
    "decade": read_decade,
    "week": read_week,
    "bare day": read_bare_day,
    "plain year": read_plain_year,
}


def scan_points(context: Context, published: Moment | None) -> list[Point]:
    """All points of the text in order, none overlapping; an earlier pattern wins."""
    points: list[Point] = []
    covered = bytearray(len(context.lower))
    for rule, pattern in patterns("pattern"):
        for match in pattern.finditer(context.lower):
            if any(covered[match.start() : match.end()]):
                continue
            point = _MAKERS[rule](match, context, published)
            if point is not None:
                point = _trimmed(context, point)
                covered[point.start : point.end] = b"\1" * (point.end - point.start)
                points.append(point)
    return sorted(points, key=lambda point: point.start)


def read_in_year(context: Context, point: Point, year: int) -> Point | None:
    """The point as it reads at the end of the year; None where it is of another year (quý I năm ngoái)."""
    same = [
        pattern.match(context.lower, point.start) for rule, pattern in patterns("pattern") if rule == point.rule
    ]
    for match in filter(None, same):
        read = _MAKERS[point.rule](match, context, Moment(year, 12, 31))
        if read and read.resolved and (read.first or "").startswith(str(year)):
            return read
    return None


def _trimmed(context: Context, point: Point) -> Point:
    """Without an opening bracket, or with its closing one: (21/4), sáng (5/4)."""
    if context.text[point.start] == "(":
        return replace(point, start=point.start + 1)
    opened = "(" in context.text[point.start : point.end] and context.text[point.end : point.end + 1] == ")"
    return replace(point, end=point.end + 1) if opened else point
