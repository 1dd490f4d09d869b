"""Periods that take their time from one named before: trong tháng, cùng ngày, trong thời gian này.

`Tháng 7, xã bắt 3 người. Cũng trong tháng, dân báo 12 tin`: the tips are of July.
"""

import re
from collections.abc import Sequence
from datetime import date

from extractor.reading.dates.calendar import Moment, shift_days, shift_months
from extractor.reading.dates.patterns import frame, patterns, values
from extractor.reading.dates.points import Point, month_of, read_count
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import forms
from extractor.reading.spans import Period

RECALLED = "recalled"
"""The form of a point that waits for the period it takes up."""
_MEMORY, _REACH, _NAMED = 8, 600, 40
"""How many periods and letters back the one may lie that is taken up, and how far from its name."""
_TOLD = frozenset(("date", "span", "until", "since"))
_LATER, _EARLIER, _REPORT, _DAYS, _MONTHS = "later", "earlier", "same report", "same days", "same months"
_AFAR = frozenset((_REPORT, _DAYS, _MONTHS))
"""Rules that take up what was told anywhere before, and nothing else."""
_WHOLE = _AFAR | {"same stretch", "same length", "same phase", "same campaign"}
"""Rules that take up all of a stretch."""
_MEASURED = frozenset(("same length", _DAYS, _MONTHS, _LATER, _EARLIER))
"""Rules that tell how many days, months or years they speak of."""
_OF_DAYS = frozenset(("day month", "day words", "relative day", "weekday"))
"""Rules of dates that tell one day."""
_FORMS = {"same day": "date", "next day": "date", "until same day": "until"}
"""The form of a period that a day is taken up for."""
_YEAR, _MONTH, _SLACK = 365, 30, 6
"""Days of a year and a month; a stretch may be this part longer or shorter than it is said to be."""


def scan_recalls(context: Context) -> list[Point]:
    """The words that take up a period named before, in order."""
    found: list[Point] = []
    for rule, pattern in patterns("recalled"):
        for match in pattern.finditer(context.lower):
            month = month_of(match) if "m" in match.groupdict() else None
            days = _length(match) if rule in _MEASURED else None
            found.append(Point(*match.span(), None, None, RECALLED, rule, month=month, day=days))
    return sorted(found, key=lambda point: point.start)


def _length(match: re.Match[str]) -> int:
    """How many days the stretch has that the match speaks of: `trong ba tháng này`; 0 for `vụ`."""
    unit = match["unit"]
    years = _YEAR if unit in forms("dates", "year_unit") else 0
    return read_count(match["n"]) * (
        values("days_in").get(unit, 0) or values("months_in").get(unit, 0) * _MONTH or years
    )


def recall(context: Context, point: Point, periods: Sequence[Period]) -> Period | None:
    """The period that the words mean, given the `periods` before them; None where none of its kind was told."""
    named = _named(context, point, periods) if point.rule == "same campaign" else None
    near = [p for p in reversed(periods[-_MEMORY:]) if point.start - p.end <= _REACH or point.rule in _AFAR]
    near = [named, *near] if named else near
    told = [(p, bounds) for p in near if p.resolved and p.form in _TOLD and (bounds := _bounds(point, p))]
    fitting = [(p, bounds) for p, bounds in told if _fits(point, p)]
    if point.rule == "same past" and _began_elsewhere(context, point, periods):
        return Period(point.start, point.end, None, None, "span", point.rule)
    if point.rule in _FORMS and not _is_known(near):
        return Period(point.start, point.end, None, None, _FORMS[point.rule], point.rule, False)
    for period, bounds in (fitting if point.rule in _AFAR else fitting or told)[:1]:
        kept = point.rule in _WHOLE or point.rule == "same time"
        form = period.form if kept else _FORMS.get(point.rule, "span")
        return Period(point.start, point.end, *bounds, form, point.rule)
    # `Ba năm sau, …`, `Trong hai ngày, …` begins another time, known or not.
    unknown = {_LATER: _LATER, _EARLIER: _LATER, _DAYS: "stretch"}.get(point.rule)
    return Period(point.start, point.end, None, None, "span", unknown, False) if unknown else None


def _is_known(near: Sequence[Period]) -> bool:
    """Whether the day told last, the first of those `near`, is known: `Ngày 9/3, … . |Cùng ngày|, …` may not be."""
    return next((p.resolved for p in near if p.rule in _OF_DAYS or p.form == "date"), True)


def _began_elsewhere(context: Context, point: Point, periods: Sequence[Period]) -> bool:
    """Whether a past without a date was told last: `Lập năm 2019. Trước đây, … |Khi đó|, bản có 2 máy bơm`."""
    told = next((p for p in reversed(periods[-_MEMORY:]) if p.form in _TOLD), None)
    if told is not None and told.rule == "stretch":
        return True
    since = context.lower[told.end if told else 0 : point.start].rsplit("\n\n", 1)[-1]
    return frame("undated past").search(since) is not None


def _named(context: Context, point: Point, periods: Sequence[Period]) -> Period | None:
    """The period told with the same name before: `Đợt rét từ 22 đến 28/1 … trong |đợt rét| này`."""
    name = context.lower[point.start : point.end].removeprefix("cũng ").split()[1:-1]
    at = context.lower.rfind(" ".join(name), 0, point.start) if len(name) > 1 else -1
    beside = [p for p in periods if at >= 0 and abs(p.start - at) <= _NAMED and p.form in _TOLD]
    return min(beside, key=lambda p: abs(p.start - at), default=None)


def _fits(point: Point, period: Period) -> bool:
    """Whether the stretch may be meant: of the length told; a phase (giai đoạn) of years, a campaign of days."""
    length = _days(period)
    if point.rule == "same campaign":
        return 1 < length < _YEAR
    if point.rule == _REPORT:
        return length > 1 and period.form == "span" and period.rule != "closing"
    if point.rule == _DAYS:
        return length == point.day
    if point.rule == _MONTHS and (period.rule != "first months" or (period.first or "")[5:7] != "01"):
        return False
    if point.rule == "same phase":
        return length > _YEAR + 1
    return point.rule not in ("same length", _MONTHS) or abs(length - (point.day or 0)) * _SLACK <= length


def _days(period: Period) -> int:
    """How many days the period has, 0 where an end is open."""
    first, last = Moment.parse(period.first), Moment.parse(period.last)
    if first is None or last is None:
        return 0
    return (date.fromisoformat(last.last) - date.fromisoformat(first.first)).days + 1


def _later(days: int, period: Period) -> tuple[str, str] | None:
    """So much later than the day, month or year told, or earlier: `Năm 2005, ông trồng bưởi. |Ba năm sau|, …`."""
    first, last = Moment.parse(period.first), Moment.parse(period.last)
    if first is None or last is None or not days:
        return None
    if days % _YEAR == 0:
        year = Moment(first.year + days // _YEAR)
        return (year.first, year.last) if first.year == last.year else None
    if days % _MONTH == 0:
        month = shift_months(first, days // _MONTH)
        return (month.first, month.last) if month and period.first and period.first[:7] == last.iso[:7] else None
    day = shift_days(first, days) if first == last else None
    return (day.iso, day.iso) if day else None


def _bounds(point: Point, period: Period) -> tuple[str | None, str | None] | None:
    """What the words say of this period: its day, the day after, its month, quarter or year, or all of it."""
    rule = point.rule
    if rule == "same time":
        ends = period.form in ("date", "until", "deadline") or period.rule == "closing"
        return (period.last, period.last) if ends else None
    if rule == "same past":
        return (period.first, period.last) if period.form in ("date", "span") and period.first else None
    if rule in _WHOLE:
        till_now = period.form == "until" and period.rule in ("until now", "carried out")
        return None if period.form == "date" or till_now else (period.first, period.last)
    if rule in (_LATER, _EARLIER):
        return _later((point.day or 0) * (1 if rule == _LATER else -1), period)
    first, last = Moment.parse(period.first), Moment.parse(period.last)
    if rule == "same year" and last and period.rule == "until year":
        first = last  # `Đến năm 2016, tổ có 15 người. |Năm đó|, …`
    if rule in ("same day", "until same day") and last and last.day and period.form in ("date", "until"):
        return None if rule.startswith("until") else last.iso, last.iso
    if first is None or last is None:
        return None
    if rule == "next day" and first == last:
        day = shift_days(first, 1)
        return (day.iso, day.iso) if day else None
    if rule == "same quarter" and period.rule == "quarter":
        return first.iso, last.iso
    if rule == "same month" and first.month and (first.year, first.month) == (last.year, last.month):
        month = Moment(first.year, first.month)
        return month.first, month.last
    if rule == "month of then" and first.year == last.year:
        month = Moment(first.year, point.month)
        return month.first, month.last
    if rule == "same year" and first.year == last.year:
        return Moment(first.year).first, Moment(first.year).last
    return None
