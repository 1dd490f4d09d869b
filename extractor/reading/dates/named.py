"""The stretches that a text names: what `qua 5 năm triển khai`, `9 tháng qua`, `nhiệm kỳ qua` refer to."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.reading.dates.calendar import Moment
from extractor.reading.dates.patterns import frame, values
from extractor.reading.dates.points import Point
from extractor.reading.numbers.context import Context

_MONTH = 30
_MEMORY = 12  # how many stretches before or behind are looked at
_SLACK = 6  # a stretch may be this part longer or shorter than it is said to be


@dataclass(frozen=True, slots=True)
class Named:
    """The years, first months (9 tháng đầu năm), stretches, terms and crop years of a text, each in order."""

    years: Sequence[Point]
    months: Sequence[Point]
    stretches: Sequence[Point]
    terms: Sequence[Point]
    seasons: Sequence[Point]

    @classmethod
    def of(cls, context: Context, points: Sequence[Point]) -> "Named":
        """Those among the points of the text."""
        stretches = [p for p in points if p.rule in ("years", "days", "day list") and p.resolved]
        return cls(
            years=[p for p in points if _is_year(p) and not _compared(context, p)],
            months=[_from_january(p) for p in points if _ends_months(p) and not _compared(context, p)],
            stretches=stretches,
            terms=[p for p in stretches if frame("term").match(context.lower, p.start)],
            seasons=[p for p in stretches if frame("season").match(context.lower, p.start)],
        )

    def first_months(self, count: int, at: int) -> Point | None:
        """The first so many months of a year, as named last before `at`."""
        before = bisect_left(self.months, at, key=_start)
        recent = self.months[max(0, before - _MEMORY) : before]
        return next((p for p in reversed(recent) if (p.last or "")[5:7] == f"{count:02d}"), None)

    def lasting(self, count: int, unit: str, at: int, published: Moment | None) -> Point | None:
        """The stretch of this length that was named last before `at`, else the first one after it."""
        here = bisect_left(self.stretches, at, key=_start)
        near = [*reversed(self.stretches[max(0, here - _MEMORY) : here]), *self.stretches[here : here + _MEMORY]]
        return next((p for p in near if _lasts(p, count, unit) and _begun(p, published)), None)

    def term(self, published: Moment | None, *, ahead: bool) -> Point | None:
        """The term that runs or has just ended at publication; `ahead` the one to come."""
        if published is None:
            return None
        year = str(published.year)
        for term in self.terms:
            first, last = term.first or "", term.last or ""
            if first >= year if ahead else first < year <= last:
                return term
        return None

    def season(self, published: Moment | None) -> Point | None:
        """The crop or school year that runs at publication, else the one named last."""
        year = str(published.year) if published else ""
        running = [p for p in self.seasons if (p.first or "") <= year <= (p.last or "")]
        return max(running or self.seasons, key=lambda p: (p.first or "", p.start), default=None)


def _ends_months(point: Point) -> bool:
    """Whether it ends the first months of a year: 6 tháng đầu năm 2019, and quý II/2019 in a company's report."""
    begins = point.rule == "first months" and (point.first or "").endswith("-01-01")
    return begins or (point.rule == "quarter" and point.resolved and point.form == "span")


def _from_january(point: Point) -> Point:
    return replace(point, first=f"{(point.first or '')[:4]}-01-01")


def _is_year(point: Point) -> bool:
    return point.rule == "year" and point.form == "span" and bool(point.year)


def _compared(context: Context, point: Point) -> bool:
    """Whether it is told for comparison: `tăng 9% so với |năm 2018|`."""
    return frame("compared").search(context.before(point.start) + " ") is not None


def _start(point: Point) -> int:
    return point.start


def _lasts(point: Point, count: int, unit: str) -> bool:
    if not point.first or not point.last:
        return False
    length = values("days_in").get(unit) or values("months_in").get(unit, 0) * _MONTH
    if not length or point.rule == "years":
        years = int(point.last[:4]) - int(point.first[:4])
        return not length and point.rule == "years" and years in (count - 1, count)
    days = (date.fromisoformat(point.last) - date.fromisoformat(point.first)).days + 1
    return abs(days - count * length) <= length // _SLACK * count


def _begun(point: Point, published: Moment | None) -> bool:
    """Whether it had ended by the publication, or ends with its year."""
    return published is None or (point.last or "")[: len(published.iso)] <= published.iso
