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
    conflicts: tuple[Conflict, ...]
    doubted: frozenset[str]


def drawn(db: sqlite3.Connection, found: Sequence[Series]) -> list[Figure]:
    """The series, each with the contradictions within it."""
    told = [source for series in found for point in series.points for source in point.sources]
    every = conflicts(db, among=told, limit=len(told))
    return [_figure(series, every) for series in found]


def told_once(figures: Sequence[Figure]) -> list[list[tuple[Figure, Point]]]:
    """The values of these figures, those of one sentence together."""
    values = [(figure, point) for figure in figures for point in figure.series.points]
    return by_sentence(values, lambda value: value[1].sources[0])


def _figure(series: Series, every: Sequence[Conflict]) -> Figure:
    own = {source.key for point in series.points for source in point.sources}
    within = tuple(conflict for conflict in every if conflict.first.key in own)
    doubted = frozenset(answer.record.id for conflict in within for answer in (conflict.first, conflict.second))
    return Figure(series, plots.timeline(series, within), within, doubted)
