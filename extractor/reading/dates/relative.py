"""Periods counted from the publication, or from a year named before: đến nay, 3 năm qua, trong năm."""

import re
from bisect import bisect_left

from extractor.reading.dates.calendar import Moment, shift_days, shift_months
from extractor.reading.dates.patterns import patterns, values
from extractor.reading.dates.points import Point, read_count, unresolved
from extractor.reading.numbers.context import Context


def scan_relatives(context: Context, published: Moment | None, points: list[Point]) -> list[Point]:
    """All such periods in order, none overlapping; `points` are the years named in the text."""
    years = [p for p in points if p.rule == "year" and p.form == "span" and p.year]
    found: list[Point] = []
    covered = bytearray(len(context.lower))
    for rule, pattern in patterns("relative"):
        for match in pattern.finditer(context.lower):
            token = context.token(match.start())
            inside_word = token is not None and token[0] < match.start()
            if inside_word or any(covered[match.start() : match.end()]):
                continue
            point = _relative(rule, match, published, years)
            covered[point.start : point.end] = b"\1" * (point.end - point.start)
            found.append(point)
    return sorted(found, key=lambda point: point.start)


def _relative(rule: str, match: re.Match[str], published: Moment | None, years: list[Point]) -> Point:
    start, end = match.span()
    resolved = published is not None
    now = published.iso if published else None
    if rule == "until now":
        return Point(start, end, None, now, "until", rule, resolved=resolved)
    if rule == "now":
        return Point(start, end, now, now, "now", rule, resolved=resolved)
    if rule == "comparison":
        year = Moment(int(match["y"])) if match["y"] else None
        return Point(start, end, year.first if year else None, year.last if year else None, "comparison", rule)
    if rule == "rest of the year" and published is not None:
        last = Moment(int(match["y"] or published.year)).last
        return Point(start, end, now, last, "span", rule)
    if rule == "years back":
        return _back(match, published)
    if rule in ("past year", "in the year"):
        return _that_year(rule, match, published, years)
    return unresolved(match, rule, "span")


def _back(match: re.Match[str], published: Moment | None) -> Point:
    """`3 năm qua` → from Y-3 to Y; `6 tháng qua` in months; `10 ngày qua` in days. `3 năm trước` is that year."""
    count = read_count(match["n"]) or 1
    begin = end = None
    if published is not None and match["years"]:
        begin, end = Moment(published.year - count), Moment(published.year)
    elif published is not None and match["months"]:
        begin, end = shift_months(published, -count), Moment(published.year, published.month)
    elif published is not None:
        begin, end = shift_days(published, -count * values("days_in")[match["days"]]), published
    if begin is None or end is None or not begin.exists:
        return unresolved(match, "years back", "span")
    if match["ago"]:
        return Point(*match.span(), begin.iso, begin.iso, "date", "years back")
    return Point(*match.span(), begin.iso, end.iso, "span", "years back")


def _that_year(rule: str, match: re.Match[str], published: Moment | None, years: list[Point]) -> Point:
    """`năm qua`, `trong năm`: the whole year that was named last before it, else the year of the publication.

    In the first half of a year `năm qua` is the year before.
    """
    at = bisect_left(years, match.start(), key=lambda year: year.start)
    named = years[at - 1].year if at else None
    if named:
        year = named
    elif published is None:
        return unresolved(match, rule, "span")
    else:
        early = rule == "past year" and published.month is not None and published.month <= 6
        year = published.year - early
    moment = Moment(year)
    return Point(*match.span(), moment.first, moment.last, "span", rule, year)
