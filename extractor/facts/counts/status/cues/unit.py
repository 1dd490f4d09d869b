"""Whether a number holds for each unit."""

from dataclasses import dataclass

from extractor.facts.counts.status.each import each_unit, is_each_time
from extractor.facts.layout import Layout


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that a number holds for each of: `mỗi xã 15 mắt`.

    `span` bounds the words that say so, None where it holds for no unit; `of_time` tells that the unit is one of
    time (mỗi ngày), `of_season` that it is a year or harvest, no mean.
    """

    span: tuple[int, int] | None
    of_time: bool
    of_season: bool


def read_unit(layout: Layout, start: int, end: int) -> Unit:
    """The unit of the number with its noun at `start:end`."""
    span = each_unit(layout, start, end)
    if span is None:
        return Unit(None, of_time=False, of_season=False)
    return Unit(span, is_each_time(layout, span), is_each_time(layout, span, "season"))
