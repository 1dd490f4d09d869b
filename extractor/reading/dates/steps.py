"""Days, weeks, months and quarters that are counted from the publication: hôm qua, thứ năm tuần trước, quý này."""

import re

from extractor.reading.dates.calendar import Moment, shift_days, shift_months, weekday_of
from extractor.reading.dates.patterns import frame, values
from extractor.reading.dates.points import Point, make_point, shifted, unresolved
from extractor.reading.numbers.context import Context


def read_relative_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`sáng nay`, `tối qua`, `ngày mai`."""
    words = " ".join(match["words"].split())
    steps = next((step for word, step in _DAY_SHIFTS if words.endswith(word)), 0)
    moment = shift_days(published, steps) if published else None
    return make_point(match, "relative day", moment) if moment else unresolved(match, "relative day", "date")


def read_weekday(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`thứ năm tuần trước`, counted from the week of the publication."""
    monday = shift_days(published, -weekday_of(published)) if published and published.day else None
    steps = 7 * shifted(match, "month_shift") + (6 if match["sunday"] else values("weekday").get(match["day"], 0))
    moment = shift_days(monday, steps) if monday else None
    return make_point(match, "weekday", moment) if moment else unresolved(match, "weekday", "date")


def read_relative_quarter(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`quý trước`, `quý này`."""
    if published is None or published.month is None:
        return unresolved(match, "quarter", "span")
    month = shift_months(published, 3 * shifted(match, "month_shift")) or published
    last = 3 * -(-(month.month or 1) // 3)
    first, end = Moment(month.year, last - 2), Moment(month.year, last)
    return Point(match.start(), match.end(), first.first, end.last, "span", "quarter", month.year)


def read_relative_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tháng trước`, `tháng này`; None after a number: `4 tháng sau sáp nhập`."""
    if frame("many years").search(context.before(match.start())):
        return None
    moment = shift_months(published, shifted(match, "month_shift")) if published else None
    return make_point(match, "relative month", moment) if moment else unresolved(match, "relative month", "span")


def read_week(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tuần qua`, `tuần tới` as the seven days before or after the publication; `tuần này` stays open."""
    step = shifted(match, "month_shift") if published else 0
    begin = shift_days(published, min(step, 0) * 7) if published else None
    end = shift_days(published, max(step, 0) * 7) if published else None
    if begin is None or end is None or step == 0:
        return unresolved(match, "week", "span")
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "week")


_DAY_SHIFTS = sorted(values("day_shift").items(), key=lambda item: -len(item[0]))
