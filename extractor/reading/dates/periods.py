"""Dates and periods, resolved against the publication date.

Points of the calendar (`date_points`) are joined with the words around them: `từ … đến …`, `tính đến …`,
`… đến nay`, `phấn đấu đến …`, `3 năm qua`, `so với …`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractor.reading.dates.calendar import Moment, next_day
from extractor.reading.dates.named_years import name_years
from extractor.reading.dates.patterns import frame, piece
from extractor.reading.dates.points import Point
from extractor.reading.dates.recalled import RECALLED, recall, scan_recalls
from extractor.reading.dates.relative import scan_relatives
from extractor.reading.dates.scan import scan_points
from extractor.reading.dates.told import by_told
from extractor.reading.dates.told_years import tell_years
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import forms
from extractor.reading.spans import Period

_RECENT = 12
"""Periods back to one that `trong thời gian này` may take up."""
_REACH = 16
"""Letters between two dates of a list."""


def read_periods(doc: Doc, published: str | None) -> tuple[Period, ...]:
    """All dates and periods of the text in order, none overlapping."""
    context = Context.of(doc)
    moment = Moment.parse(published)
    points = _share_years(context, name_years(context, scan_points(context, moment)))
    if moment is None:
        points = list(tell_years(context, points))
    points = _merged(points, scan_relatives(context, moment, points))
    points = _merged(scan_recalls(context), points)
    periods: list[Period] = []
    period: Period | None
    at = 0
    while at < len(points):
        if points[at].form == RECALLED:
            told = list(_restated(context, _bridged(context, periods[-_RECENT:])))
            period, at = recall(context, points[at], told), at + 1
        else:
            period, at = _compose(context, points, at, moment)
        if period and period.start >= (periods[-1].end if periods else 0):
            periods.append(period)
    return tuple(_restated(context, _bridged(context, periods)))


def _restated(context: Context, bridged: Iterator[tuple[Period, Period]]) -> Iterator[Period]:
    """The periods; what a bracket says of a stretch holds wherever the stretch is named again."""
    pairs = list(bridged)
    meant = {(was.rule, was.first, was.last): now for was, now in pairs if now.rule == was.rule and now != was}
    before: list[Period] = []
    for was, now in pairs:
        said = meant.get((was.rule, was.first, was.last))
        told = replace(now, first=said.first, last=said.last) if said else by_told(context, before, now)
        before = [*before[1 - _RECENT :], told]
        yield told


def _bridged(context: Context, periods: list[Period]) -> Iterator[tuple[Period, Period]]:
    """The periods as read and as meant: two that are one are joined.

    `Từ ngày 12/3, khi dịch đến xã, đến hết ngày 30/6`; `6 tháng đầu năm (tính từ 01/12/2018 đến 31/5/2019)`.
    """
    held: tuple[Period, Period] | None = None
    for period in periods:
        joined = _as_one(context, held[1], period) if held else None
        if held and not joined:
            yield held
        held = (held[0], joined) if held and joined else (period, period)
    if held:
        yield held


def _as_one(context: Context, a: Period, b: Period) -> Period | None:
    gap = context.lower[a.end : b.start]
    if (
        a.form == "since"
        and b.form == "until"
        and (a.first or "") < (b.last or "")
        and frame("aside").fullmatch(gap)
    ):
        return replace(b, first=a.first, form="span", rule="from to")
    stated = a.form == b.form == "span" and b.resolved and frame("in brackets").fullmatch(gap)
    closed = "(" not in gap or context.lower[b.end : b.end + 1] == ")"
    return replace(a, end=b.end, first=b.first, last=b.last, resolved=True) if stated and closed else None


def _merged(points: list[Point], more: list[Point]) -> list[Point]:
    """Both lists in order; where two overlap, the one of `more`, which is longer, wins."""
    kept = [p for p in points if not any(p.start < m.end and m.start < p.end for m in _near(more, p))]
    return sorted(kept + more, key=lambda point: point.start)


def _share_years(context: Context, points: list[Point]) -> list[Point]:
    """`tháng 3 và tháng 8 năm 2023`: the year that only the last of a list states holds for all of it."""
    shared = list(points)
    for at in range(len(points) - 2, -1, -1):
        a, b = shared[at], shared[at + 1]
        if not (a.rule == b.rule == "month" and a.yearless and not b.yearless and a.month and b.month and b.year):
            continue
        listed = b.start - a.end <= _REACH and frame("and").fullmatch(context.lower[a.end : b.start])
        if listed and a.month <= b.month:
            month = Moment(b.year, a.month)
            first, last = month.first, month.last
            shared[at] = replace(a, first=first, last=last, year=b.year, form=b.form, yearless=False, resolved=True)
    return shared


def _near(points: list[Point], point: Point) -> Iterator[Point]:
    at = bisect_left(points, point.start, key=lambda p: p.start)
    yield from points[max(0, at - 1) : at + 2]


def _compose(context: Context, points: list[Point], at: int, published: Moment | None) -> tuple[Period, int]:
    """The period that `points[at]` opens with the words before it and the points after it; the index after it."""
    point = points[at]
    while at + 1 < len(points) and (
        whole := _adjoined(context, point, points[at + 1]) or _same_day(context, point, points[at + 1])
    ):
        point, at = whole, at + 1
    following = points[at + 1] if at + 1 < len(points) else None
    before = context.lower[max(0, point.start - 90) : point.start].rsplit("\n\n", 1)[-1]
    since = frame("from").search(before)
    if following is not None:
        joined = _joined(context, point, following)
        if joined is not None:
            start = point.start - len(since.group()) if since else point.start
            return _period(replace(joined, start=start)), at + 2
    if point.form == "until" and point.rule == "until now":
        event = frame("since event").search(before)
        if event:
            point = replace(point, start=point.start - len(event.group()), rule="carried out")
        return _period(point), at + 1
    if point.form in ("now", "comparison", "lunar", "clock"):
        return _period(point), at + 1
    named = _named(context, point)
    if named:
        return _period(replace(point, form=named)), at + 1
    if point.rule != "years back" and frame("compared").search(before) and not since:
        return _period(replace(point, form="comparison")), at + 1
    return _period(_opened(context, point, before, since, published)), at + 1


def _opened(
    context: Context, point: Point, before: str, since: re.Match[str] | None, published: Moment | None
) -> Point:
    """The point with the words `before` it that open it: `đến hết …`, `tại thời điểm …`, `từ …`, `kết thúc …`."""
    until = frame("until").search(before)
    if until and point.resolved:
        return _until(context, point, until, published)
    as_of = frame("as of").search(before)
    if as_of and point.resolved and point.form == "date":
        return replace(point, start=point.start - len(as_of.group()), first=None, form="until", rule="as of")
    since = since or frame("event of a date").search(before)
    if since:
        start = point.start - len(since.group())
        if frame("superlative").search(context.before(start, 80)):
            return replace(point, start=start, form="comparison")  # `mức cao nhất kể từ năm 1979`
        if point.resolved and frame("founded").search(context.lower[max(0, start - 12) : start]):
            return point  # `thành lập từ ngày 1/7/2025`: that was on one day
        if point.rule in ("day list", "days", "months", "years", "grown", "adjoining"):
            return replace(point, start=start)
        return replace(point, start=start, last=None, form="since")
    closing = frame("closing").search(before)
    if closing and point.form == "span" and point.resolved:
        return replace(point, start=point.start - len(closing.group()), rule="closing")
    return point


def _joined(context: Context, a: Point, b: Point) -> Point | None:
    """`từ A đến B`, `A - B`, `từ A đến nay`."""
    gap = context.lower[a.end : b.start]
    if len(gap) > 24 or a.form in ("comparison", "lunar", "now", "until"):
        return None
    if b.rule == "until now" and not gap.strip():
        return replace(b, first=a.first, form="span", rule="from until now", resolved=a.resolved and b.resolved)
    if b.form not in ("date", "span", "clock") or a.form not in ("date", "span", "clock"):
        return None
    if frame("to").fullmatch(gap):
        return _spanned(context, a, b)
    if (
        frame("so far").fullmatch(gap)
        and a.form == "span"
        and b.form == "date"
        and (a.first or "") < (b.last or "")
    ):
        return replace(b, first=a.first, form="span", rule="so far", resolved=a.resolved and b.resolved)
    return None


def _same_day(context: Context, a: Point, b: Point) -> Point | None:
    """`tối nay (27/2)`: one day told twice."""
    gap = context.lower[a.end : b.start]
    twice = a.rule == "relative day" and b.form == "date" and a.first == b.first and len(gap) <= _REACH
    closed = "(" in gap and context.lower.startswith(")", b.end)
    return replace(a, end=b.end + closed) if twice and frame("same day").fullmatch(gap) else None


def _adjoined(context: Context, a: Point, b: Point) -> Point | None:
    """`năm 2015 và 7 tháng đầu năm 2016`: spans of which the second begins when the first has ended."""
    if not (a.form == b.form == "span" and a.last and b.first and b.start - a.end <= _REACH):
        return None
    if not frame("and").fullmatch(context.lower[a.end : b.start]) or next_day(a.last) != b.first:
        return None
    return replace(b, start=a.start, first=a.first, rule="adjoining")


def _spanned(context: Context, a: Point, b: Point) -> Point | None:
    """From the first day of A to the last of B; a year that only B states holds for A too."""
    if a.yearless and b.resolved and b.year and not b.yearless and a.month is not None:
        shared = Moment(b.year, a.month, a.day)
        a_first = shared.first if shared.exists else None
    else:
        a_first = a.first if a.resolved and b.resolved else None
    if a_first and b.last and a_first > b.last:
        if not a.yearless:
            return None
        a_first = f"{int(a_first[:4]) - 1}{a_first[4:]}"
    if context.lower[a.start : b.end].count("\n") > 1:
        return None
    if a.day and (a.day, a.month) == (b.day, b.month) and a.year != b.year:
        return replace(b, first=a_first, form="anniversary", rule="from to")  # 26/3/1931 - 26/3/2024
    resolved = b.resolved and (a.resolved or a_first is not None)
    return replace(b, first=a_first, form="span", rule="from to", resolved=resolved)


def _until(context: Context, point: Point, match: re.Match[str], published: Moment | None) -> Point:
    """`tính đến 31/7`, `đến hết tháng 6/2021`, `phấn đấu đến năm 2025`. Without `hết` a year stays a year."""
    start = point.start - len(match.group())
    planned = frame("goal").search(context.before(start, 160))
    if frame("at last").search(context.before(start)) and not planned:
        return point  # `mãi đến năm 2007, xã mới có 3 tổ`
    last, through = point.last, frame("through").search(match["edge"])
    if not through and point.rule == "year" and point.year:
        last = str(point.year)
    elif not through and point.rule == "month" and last:
        last = last[:7]
    past = point.year and (point.year <= published.year if published else not planned)
    if match["before"] and point.rule == "year" and point.year and past:
        last = Moment(point.year - 1).last  # `trước năm 2016` ends with 2015
        return replace(point, start=start, first=None, last=last, form="span", rule="before year")
    ahead = published is not None and last is not None and last[: len(published.iso)] > published.iso
    if ahead and published and frame("from now").match(match.group()):
        return replace(point, start=start, first=published.iso, last=last, form="span", rule="from now")
    form = "deadline" if ahead or planned else "until"
    return replace(point, start=start, first=None, last=last, form=form, rule=f"until {point.rule}")


def _named(context: Context, point: Point) -> str | None:
    """Dates that tell no time of the story: a birth, a document's date, a holiday."""
    before = context.lower[max(0, point.start - 120) : point.start].rsplit("\n\n", 1)[-1]
    if frame("birth").search(before):
        return "birth"
    cites = ("law", "document") if point.rule == "year" else ("cited",)
    if not point.yearless and any(frame(cite).search(before) for cite in cites):
        return "citation"
    text = context.lower[point.start : point.end]
    if (part := piece("part").match(text)) and part.group():
        return None  # Ngày hội Đại đoàn kết ở thôn Đoài sáng 12/11
    holiday = point.yearless and text.strip("(") in forms("dates", "holiday")
    if point.yearless and not holiday and before.endswith(", ") and frame("part of day").match(text):
        return None  # `Nhân dịp kỷ niệm ngày Thương binh - Liệt sĩ, |ngày 26/7|, xã tặng 40 suất quà`
    if point.form == "date" and frame("anniversary").search(before):
        return "anniversary"
    return "anniversary" if holiday and not frame("bound").search(before) else None


def _period(point: Point) -> Period:
    return Period(point.start, point.end, point.first, point.last, point.form, point.rule, point.resolved)
