"""What the plots show, as data for `static/plots.js`: every point knows its value and its quote's address."""

from collections.abc import Collection, Mapping, Sequence

from extractor.display import amount
from extractor.records import CountFact
from extractor.store.answers.coverage import Month
from extractor.store.answers.indicators import Point, Series
from extractor.web.addresses import fact_address

Data = Mapping[str, object]


def timeline(series: Series, doubted: Collection[str]) -> Data:
    """A series over time; `doubted` are the ids of the facts that another one contradicts."""
    points = [point for point in series.points if height(point.fact) is not None]
    return {
        "form": "bars" if series.aspect == "flow" else "line",
        "percent": series.what == "%",
        "points": [_point(point, doubted) for point in points],
    }


def months(found: Sequence[Month]) -> Data:
    """Articles month by month."""
    return {
        "form": "months",
        "points": [{"day": one.month, "value": one.articles, "label": str(one.articles)} for one in found],
    }


def contradicted(point: Point, doubted: Collection[str]) -> bool:
    """Whether one of those who tell the value is contradicted."""
    return any(source.record.id in doubted for source in point.sources)


def height(fact: CountFact) -> float | None:
    """Where a count stands on the axis; of bounds alone their middle."""
    if fact.value is not None:
        return float(fact.value)
    bounds = [float(bound) for bound in (fact.low, fact.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _point(point: Point, doubted: Collection[str]) -> Data:
    source = point.sources[0]
    return {
        "day": point.day,
        "value": height(point.fact),
        "label": amount(point.fact),
        "source": source.outlet or source.article,
        "voices": point.voices,
        "address": fact_address(source),
        "doubted": contradicted(point, doubted),
    }
