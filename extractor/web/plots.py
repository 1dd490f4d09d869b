"""What the plots show, as data for `static/plots.js`: every point knows its value and its quote's address."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from extractor.display import amount
from extractor.records import CountFact
from extractor.store.answers.contradictions import Conflict
from extractor.store.answers.coverage import Month
from extractor.store.answers.days import days_of
from extractor.store.answers.indicators import Point, Series
from extractor.web.addresses import fact_address
from extractor.web.slots import turned

Data = Mapping[str, object]
MOST_MONTHS = 120
"""So many months in a plot can be told apart."""


def timeline(series: Series, within: Sequence[Conflict]) -> Data:
    """A series over time; `within` are the contradictions in it.

    Of several values of one time the line goes through the one that contradicts least.
    """
    often = Counter(answer.key for one in within for answer in (one.first, one.second))
    drawn = [point for point in series.points if height(point.fact) is not None]
    best: dict[str, Point] = {}
    for point in drawn:
        best[point.day] = min(best.get(point.day, point), point, key=lambda one: _contradictions(one, often))
    return {
        "form": "bars" if series.aspect == "flow" else "line",
        "percent": series.what == "%",
        "points": [_point(point, _contradictions(point, often), best[point.day] is point) for point in drawn],
    }


def months(found: Sequence[Month]) -> Data:
    """Articles month by month, those without any among them; year by year where the months would be too many."""
    length = len("2024-09") if len(_calendar(found)) <= MOST_MONTHS else len("2024")
    told: Counter[str] = Counter()
    for one in found:
        told[one.month[:length]] += one.articles
    periods = dict.fromkeys(month[:length] for month in _calendar(found))
    return {"form": "months", "points": [{"when": turned(one), "value": told[one]} for one in periods]}


def _calendar(found: Sequence[Month]) -> list[str]:
    """Every month from the first to the last."""
    if not found:
        return []
    first, last = ((int(one.month[:4]) * 12 + int(one.month[5:]) - 1) for one in (found[0], found[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def contradicted(point: Point, doubted: Collection[str]) -> bool:
    """Whether one of those who tell the value is contradicted."""
    return any(source.record.id in doubted for source in point.sources)


def height(fact: CountFact) -> float | None:
    """Where a count stands on the axis; of bounds alone their middle."""
    if fact.value is not None:
        return float(fact.value)
    bounds = [float(bound) for bound in (fact.low, fact.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _contradictions(point: Point, often: Mapping[int, int]) -> int:
    return sum(often.get(source.key, 0) for source in point.sources)


def _point(point: Point, contradictions: int, best: bool) -> Data:
    source = point.sources[0]
    return {
        "at": _moment(point),
        "when": _when(point),
        "value": height(point.fact),
        "label": amount(point.fact),
        "source": source.outlet or source.article,
        "voices": point.voices,
        "address": fact_address(source),
        "doubted": contradictions > 0,
        "best": best,
    }


def _moment(point: Point) -> str:
    """The day where a value is drawn: of what happened in a period its middle, else the day that it stands for."""
    days = days_of(point.fact)
    if days is None or point.fact.aspect == "target" or None in (point.fact.period or ()):
        return point.day + {4: "-07-01", 7: "-15"}.get(len(point.day), "")
    return date.fromordinal((days[0].toordinal() + days[1].toordinal()) // 2).isoformat()


def _when(point: Point) -> str:
    """The period or the day in figures."""
    first, last = point.fact.period or (point.day, point.day)
    return " – ".join(turned(day or "") for day in dict.fromkeys((first, last)))
