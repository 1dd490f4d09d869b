"""Spans of a text marked in place: they may overlap, contain one another, or be the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.store.answers.excerpts import Excerpt


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text, at `start`, with the numbers of the spans that it lies within, the shortest first.

    `begins` are those of them that begin with it.
    """

    start: int
    text: str
    within: tuple[int, ...]
    begins: tuple[int, ...]


def pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The whole text in pieces that change where a span begins or ends. Spans are half open and may stick out."""
    inside = [(max(0, start), min(len(text), end)) for start, end in spans]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(inside):
        if start < end:
            begins.setdefault(start, []).append(number)
            ends.setdefault(end, []).append(number)
    borders = sorted({0, len(text), *begins, *ends})
    open_spans: set[int] = set()
    for start, end in pairwise(borders):
        open_spans.difference_update(ends.get(start, ()))
        open_spans.update(begins.get(start, ()))
        shortest_first = sorted(open_spans, key=lambda number: (inside[number][1] - inside[number][0], number))
        yield Piece(start, text[start:end], tuple(shortest_first), tuple(begins.get(start, ())))


def marked(found: Excerpt) -> tuple[Piece, ...]:
    """The excerpt's text in pieces; the numbers of their spans are those of its records."""
    return tuple(
        pieces(found.text, [(record.start - found.start, record.end - found.start) for record in found.records])
    )
