"""Partial dates: days, months and years as ISO strings, counted from the publication date."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2100
WHOLE_YEAR = 366  # days that a date may lie ahead of `từ nay`


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, maybe with month and day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str | None) -> "Moment | None":
        """`2024-09-06`, `2024-09`, `2024`; None for anything else."""
        parts = (text or "").split("-")
        if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
            return None
        moment = cls(*(int(part) for part in parts))
        return moment if moment.exists else None

    @property
    def exists(self) -> bool:
        """Whether there is such a day: 31/2 does not exist."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR or (self.month is not None and not 1 <= self.month <= 12):
            return False
        return self.day is None or (self.month is not None and 1 <= self.day <= days_in(self.year, self.month))

    @property
    def iso(self) -> str:
        """As precise as known."""
        return "-".join(f"{n:04d}" if i == 0 else f"{n:02d}" for i, n in enumerate(self._known()))

    @property
    def first(self) -> str:
        """Its first day."""
        return Moment(self.year, self.month or 1, self.day or 1).iso

    @property
    def last(self) -> str:
        """Its last day."""
        month = self.month or 12
        return Moment(self.year, month, self.day or days_in(self.year, month)).iso

    def _known(self) -> tuple[int, ...]:
        if self.month is None:
            return (self.year,)
        return (self.year, self.month) if self.day is None else (self.year, self.month, self.day)


def days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    return gregorian.monthrange(year, month)[1]


def shift_days(moment: Moment, days: int) -> Moment | None:
    """The day so many days later; None where the day is unknown."""
    if moment.month is None or moment.day is None:
        return None
    try:
        shifted = date(moment.year, moment.month, moment.day) + timedelta(days=days)
    except OverflowError:
        return None
    return Moment(shifted.year, shifted.month, shifted.day)


def weekday_of(moment: Moment) -> int:
    """The day of the week, Monday 0; of a month or year that of its first day."""
    return date(moment.year, moment.month or 1, moment.day or 1).weekday()


def shift_months(moment: Moment, months: int) -> Moment | None:
    """The month so many months later; None where the month is unknown."""
    if moment.month is None:
        return None
    index = moment.year * 12 + moment.month - 1 + months
    return Moment(index // 12, index % 12 + 1)


def next_day(iso: str) -> str | None:
    """The day after an ISO day; the next year for a year."""
    moment = Moment.parse(iso)
    if moment is None or moment.month is None:
        return str(moment.year + 1) if moment else None
    shifted = shift_days(moment, 1)
    return shifted.iso if shifted else None


def nearest_year(day: int | None, month: int, published: Moment, *, ahead: int) -> int:
    """The year of a day without one: the latest not after publication, or at most `ahead` days after it.

    Where a whole year lies ahead, the next one that is not over: `từ nay đến cuối |tháng 8|`.
    """
    if published.month is None:
        return published.year
    if ahead >= WHOLE_YEAR:
        return published.year + (Moment(published.year, month, day).last < published.iso)
    there = date(published.year, published.month, published.day or days_in(published.year, published.month))
    for year in (published.year + 1, published.year):
        if day is not None and day > days_in(year, month):
            continue
        if (date(year, month, day or 1) - there).days <= ahead:
            return year
    return published.year - 1
