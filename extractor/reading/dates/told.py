"""Periods of which a word points to one that was told before: từ đó đến …, quý này, năm sau, đến khi bị bắt."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.dates.calendar import Moment
from extractor.reading.dates.patterns import frame
from extractor.reading.numbers.context import Context
from extractor.reading.spans import Period

_REACH = 600
"""How many letters back the one may lie that is meant."""


def by_told(context: Context, before: Sequence[Period], period: Period) -> Period:
    """The period as those `before` it make it, the nearest last; itself where none of them is meant."""
    near = [other for other in before if period.start - other.end <= _REACH]
    meant = (mean(context, near, period) for mean in (_from_then, _same_quarter, _year_beside, _until_caught))
    return next((found for found in meant if found), period)


def _from_then(context: Context, near: Sequence[Period], period: Period) -> Period | None:
    """`Ngày 9/6, dịch đến xã. |Từ đó đến ngày 1/8|, …`: from the date named last."""
    if period.form != "until" or not near or not frame("from then").match(context.lower, period.start):
        return None
    first = near[-1].first
    if not first or first > (period.last or ""):
        return None
    return replace(period, first=first, form="span", rule="from to")


def _same_quarter(context: Context, near: Sequence[Period], period: Period) -> Period | None:
    """`Quý I, xã xây 3 cầu. Tính chung |quý này|, …`: the first quarter, though the second has begun."""
    if not frame("this quarter").fullmatch(context.lower[period.start : period.end]):
        return None
    named = [other for other in near if other.rule == "quarter" and other.resolved]
    return replace(period, first=named[-1].first, last=named[-1].last) if named else None


def _year_beside(context: Context, near: Sequence[Period], period: Period) -> Period | None:
    """`Năm 2013, tổ có 9 người. |Năm sau|, …`: 2014."""
    after = frame("year after").fullmatch(context.lower[period.start : period.end]) is not None
    if not (after or frame("year before").match(context.lower, period.start)):
        return None
    told = [other for other in near if other.form in ("date", "span") and other.resolved]
    first, last = (Moment.parse(told[-1].first), Moment.parse(told[-1].last)) if told else (None, None)
    if first is None or last is None or first.year != last.year:
        return None
    year = Moment(first.year + (1 if after else -1))
    return replace(period, first=year.first, last=year.last)


def _until_caught(context: Context, near: Sequence[Period], period: Period) -> Period | None:
    """`Ngày 9/8, kẻ trộm sa lưới. |Từ ngày 2/5| đến khi bị bắt, …`: until the first day told before."""
    caught = frame("until caught").match(context.lower, period.end) if period.form == "since" else None
    days = [other.first for other in near if other.form == "date" and other.first == other.last]
    if not caught or not days or not period.first or period.first > (days[0] or ""):
        return None
    return replace(period, end=caught.end(), last=days[0], form="span", rule="from to")
