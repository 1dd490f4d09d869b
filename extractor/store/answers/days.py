"""The days that a partial date may mean."""

from datetime import date, timedelta

from extractor.records import CountFact


def days_of(fact: CountFact) -> tuple[date, date] | None:
    """The first and the last day that the value may be of."""
    start, end = fact.period or (None, None)
    first, last = days_told(start or end or ""), days_told(end or start or "")
    return (first[0], last[1]) if first and last else None


def days_told(told: str) -> tuple[date, date] | None:
    """The first and the last day of an ISO date as precise as known; None for a day that no calendar has."""
    try:
        first = date.fromisoformat(told + "-01-01"[len(told) - 4 :])
        if len(told) == len("2024"):
            return first, first.replace(month=12, day=31)
        if len(told) == len("2024-09"):
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return first, first
