"""A period as a record tells it: the two ends of a count's `period`, the partial date of an award or event.

Whether it tells days, and how many, is asked here, too.
"""

import re
from datetime import date

from extractor.reading.spans import Period
from extractor.records import Aspect, Span

# Rules of stretches that run back from today: what exists through them exists today.
BACKWARD = frozenset({"years back", "months back"})
# How much of its first day a month or a year tells that is open at its end.
PRECISION = {"month": len("2013-07"), "year": len("2013")}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def slot(period: Period | None, aspect: Aspect, published: str | None) -> Span | None:
    """The `period` slot of a count of this aspect."""
    at_publication = (published, published) if published else None
    if period is None or not (period.resolved or period.first or period.last):
        return at_publication if aspect in ("stock", "rate") else None
    if period.form == "now":
        return (None, published) if aspect == "flow" and published else at_publication
    if period.rule == "carried out" and aspect == "rate" and period.form == "until":
        return (None, period.last)  # `từ khi lập xã mới đến nay, lương tăng 2 lần`
    if period.form in ("until", "deadline"):
        by_day = aspect == "target" and is_day(period.last)
        return (period.last, period.last) if by_day or aspect in ("stock", "rate") else (None, period.last)
    if period.form == "since":
        return _since(period, aspect, published)
    if period.first is None and period.last is None:
        return None
    until_today = bool(published and period.last and published.startswith(period.last))
    if aspect in ("stock", "rate") and until_today and period.rule in BACKWARD:
        return at_publication
    if aspect == "stock" and period.last == published and period.first != published:
        return at_publication
    if aspect == "stock" and period.rule == "closing":
        return (period.last, period.last)  # `hết quý II, xã có 9 tổ`
    return (period.first, period.last)


def _since(period: Period, aspect: Aspect, published: str | None) -> Span | None:
    """`từ năm 2019`: a stock of today (or of a future start), a flow until today, a target with an open end."""
    future = bool(published and period.first and period.first > published)
    if aspect == "stock":
        day = period.first if future else published
        return (day, day) if day else None
    return (period.first, None if future or aspect == "target" else published)


def as_date(period: Period) -> str | None:
    """A period as one partial date: a day, a month, a year; the end of what is open at its start."""
    if period.last is None and period.first and period.rule in PRECISION:
        return period.first[: PRECISION[period.rule]]  # `từ tháng 7/2013`
    if period.first == period.last or period.last is None:
        return period.first
    if period.first is None:
        return period.last
    if period.first[:4] == period.last[:4]:
        same_month = period.first[:7] == period.last[:7]
        whole_month = same_month and period.first.endswith("-01") and period.last[8:] >= "28"
        return period.first[:7] if whole_month else period.first[:4]
    return None


def is_day(told: str | None) -> bool:
    """Whether a partial date tells a day."""
    return _DAY.fullmatch(told or "") is not None


def is_one_day(period: Period) -> bool:
    """Whether the period is one day that the text points at."""
    return period.form == "date" and period.first == period.last and is_day(period.first)


def nights(period: Period) -> int | None:
    """How many nights lie between a period's ends, 0 for one day; None unless both ends are days."""
    if not (is_day(period.first) and is_day(period.last)):
        return None
    return (date.fromisoformat(period.last or "") - date.fromisoformat(period.first or "")).days
