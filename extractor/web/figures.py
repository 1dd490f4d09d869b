"""Series as the pages show them: as a plot with its table, contradictions marked."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.store.answers.contradictions import Conflict, conflicts
from extractor.store.answers.indicators import Point, Series
from extractor.web import plots
from extractor.web.proofs import by_sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """A series with its plot; `doubted` are the ids of the facts that another one contradicts."""

    series: Series
    plot: plots.Data
    days: int
    conflicts: tuple[Conflict, ...]
    doubted: frozenset[str]


def drawn(db: sqlite3.Connection, found: Sequence[Series]) -> list[Figure]:
    """The series, each with the contradictions within it."""
    return [_figure(db, series) for series in found]


def told_once(figures: Sequence[Figure]) -> list[list[tuple[Figure, Point]]]:
    """The values that are known for one time only, those of one sentence together."""
    values = [(figure, point) for figure in figures if figure.days == 1 for point in figure.series.points]
    return by_sentence(values, lambda value: value[1].sources[0])


def _figure(db: sqlite3.Connection, series: Series) -> Figure:
    within = tuple(conflicts(db, among=[source.key for point in series.points for source in point.sources]))
    doubted = frozenset(answer.record.id for conflict in within for answer in (conflict.first, conflict.second))
    days = len({point.day for point in series.points})
    return Figure(series, plots.timeline(series, doubted), days, within, doubted)
