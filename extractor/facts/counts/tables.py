"""Numbers in pipe tables: the column's heading says what is counted, the caption when, the row's label where.

Kết quả rà soát hộ nghèo (đến ngày 30/11/2022):
| Xã | Số hộ | Tỷ lệ hộ nghèo |
|---|---|---|
| Chiềng Pha | 1.512 | 6,48% |
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.facts.counts.nouns import head_at
from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import settle

_ROW = re.compile(r"^[^|\n]*\|.*$", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell `start:end` with its column's heading and the offset of the table's caption, if any."""

    start: int
    end: int
    heading: str
    caption: int | None


@dataclass(frozen=True, slots=True)
class HeadingUnit:
    """The unit in a heading's brackets: `(triệu đồng/người/năm)` → scale 10⁶, đồng, per người/năm."""

    scale: Decimal
    unit: str
    category: Category
    per: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """What a heading counts: the noun, its head and category. `Số hộ nghèo` → `hộ nghèo`, `hộ nghèo`, household."""

    what: str
    head: str
    category: Category
    known: bool


def read_cells(text: str) -> tuple[Cell, ...]:
    """All cells below a heading, in order. The first row of a table holds the headings."""
    cells: list[Cell] = []
    headings: list[str] = []
    caption: int | None = None
    previous_end = -2
    for row in _ROW.finditer(text):
        pieces = _pieces(text, row.start(), row.end())
        if len(pieces) < 2:
            continue
        if row.start() != previous_end + 1 or len(pieces) != len(headings):
            headings = [text[start:end] for start, end in pieces]
            caption = _line_above(text, row.start())
        elif not _RULE.fullmatch(row.group()):
            named = zip(pieces, headings, strict=False)
            cells.extend(Cell(start, end, heading, caption) for (start, end), heading in named)
        previous_end = row.end()
    return tuple(cells)


def column(heading: str) -> Column:
    """What the heading of a column counts."""
    noun = " ".join(heading_noun(heading).split())
    for word in word_forms("tables", "heading_word"):
        if settle(noun).startswith(f"{word} "):
            noun = noun[len(word) + 1 :]
            break
    for word in word_forms("tables", "heading_verb"):
        noun = noun.removesuffix(f" {word}")
    noun = noun[:1].lower() + noun[1:]
    found = head_at(noun, 0, len(noun))
    if found:
        return Column(noun, found[1], found[2], known=True)
    return Column(noun, noun, "other", known=False)


class UnitRow(Row):
    """A unit as it stands in a heading's brackets, with its scale and category."""

    scale: Decimal
    unit: str
    category: Category


@cache
def _units() -> dict[str, UnitRow]:
    return {form: row for row in rows("tables", "unit", UnitRow) for form in row.forms}


def heading_unit(heading: str) -> HeadingUnit | None:
    """The unit that a heading gives for its column, or None."""
    bracket = _BRACKET.search(heading)
    if not bracket:
        return None
    unit, _, per = bracket.group(1).strip().lower().partition("/")
    row = _units().get(unit.strip())
    return HeadingUnit(row.scale, row.unit, row.category, per or None) if row else None


def heading_noun(heading: str) -> str:
    """The heading without its unit: `Thu nhập (triệu đồng)` → `Thu nhập`."""
    return _BRACKET.sub("", heading).strip()


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
