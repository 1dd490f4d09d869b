"""Numbers in pipe tables: the heading says what is counted, the caption when and what was done, the label where.

Kết quả rà soát hộ nghèo (đến ngày 30/11/2022):
| Xã | Số hộ | Tỷ lệ hộ nghèo |
|---|---|---|
| Chiềng Pha | 1.512 | 6,48% |
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_ROW = re.compile(r"^[^|\n]*\|.*$", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell `start:end` with its column's heading, its row's label, and the line above the table.

    `label` are the bounds of the row's first cell, `caption` is the offset of the line above, `above` its text.
    """

    start: int
    end: int
    heading: str
    label: tuple[int, int]
    caption: int | None
    above: str


def read_cells(text: str) -> tuple[Cell, ...]:
    """All cells below a heading, in order. The first row of a table holds the headings."""
    cells: list[Cell] = []
    headings: list[str] = []
    caption: int | None = None
    above = ""
    previous_end = -2
    for row in _ROW.finditer(text):
        pieces = _pieces(text, row.start(), row.end())
        if len(pieces) < 2:
            continue
        if row.start() != previous_end + 1 or len(pieces) != len(headings):
            headings = [text[start:end] for start, end in pieces]
            caption = _line_above(text, row.start())
            above = text[caption:].split("\n", 1)[0] if caption is not None else ""
        elif not _RULE.fullmatch(row.group()):
            named = zip(pieces, headings, strict=False)
            cells.extend(Cell(start, end, heading, pieces[0], caption, above) for (start, end), heading in named)
        previous_end = row.end()
    return tuple(cells)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Bounds of the row's cells without white space around them."""
    bars = [at for at in range(start, end) if text[at] == "|"]
    if text[start:end].strip()[:1] != "|":  # a table without borders: `Hộ nghèo | 112,4 | 2.956`
        bars = [start - 1, *bars]
    if text[start:end].strip()[-1:] != "|":
        bars = [*bars, end]
    found = []
    for left, right in pairwise(bars):
        begin, stop = left + 1, right
        while begin < stop and text[begin].isspace():
            begin += 1
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        found.append((begin, stop))
    return found


def _line_above(text: str, start: int) -> int | None:
    """Offset of the last line with text above the table, or None."""
    end = len(text[:start].rstrip())
    return text.rfind("\n", 0, end) + 1 if end else None
