"""What the heading of a table's column and the line above the table say of a cell: noun, unit, verb, plan."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractor.facts.counts.lists.tables import Cell
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.verbs import aspects
from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle, whole_words

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_DONE = re.compile(rf"(?:^|\s){alternation(word_forms('tables', 'done'))}\s")
_GIVEN = re.compile(rf"{alternation(word_forms('tables', 'unit_of'))}\s*:?\s*([^():;,.]+)")
_NUMBERED = re.compile(rf"^{alternation(word_forms('tables', 'table_word'))}[^:]{{0,6}}[:.]\s*")
_RESULT = re.compile(rf"^{alternation(word_forms('tables', 'result'))}\s")
_PLANNED = whole_words(word_forms("tables", "planned"))
# The most syllables of a verb.
VERB_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class HeadingUnit:
    """The unit in a heading's brackets: `(triệu đồng/người/năm)` → scale 10⁶, đồng, per người/năm."""

    scale: Decimal
    unit: str
    category: Category
    per: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """What a column counts: the noun, its head and category. `Số hộ nghèo` → `hộ nghèo`, `hộ nghèo`, household.

    `verb` is what was done to it, `planned` that it is to be done, `scope` a heading that only restricts the noun.
    """

    what: str
    head: str
    category: Category
    known: bool
    verb: str | None = None
    planned: bool = False
    scope: str | None = None


def column(cell: Cell) -> Column:
    """What the heading of the cell's column, or else the line above the table, says that it counts."""
    stem = heading_noun(cell.heading)
    noun, verb = _parted(stem)
    planned = verb is None and bool(_PLANNED.search(settle(f"{cell.above} {stem}")))
    verb = verb or (None if planned else _verb_above(cell.above))
    given = _given(cell)
    named = head_at(noun, 0, len(noun))
    unit = head_at(given, 0, len(given)) if given else None
    known, scope = named is not None, None
    head, category = named[1:] if named else (noun, "other")
    if given and settle(given) in word_set("nounphrase", "animal_classifier"):
        noun = f"{given} {noun}"
    elif given and settle(given) in word_set("nounphrase", "any_thing"):
        category = category if known else "product"
    elif given and unit and not settle(noun).startswith(settle(given)):
        noun, head, category, known, scope = given, unit[1], unit[2], True, stem
    return Column(noun, head, category, known, verb, planned, scope)


def heading_noun(heading: str) -> str:
    """The heading without its unit: `Thu nhập (triệu đồng)` → `Thu nhập`."""
    return _BRACKET.sub("", heading).strip()


def measured_by_heading(heading: str) -> str | None:
    """What the column of a unit measures: `Gạo (tấn)` → `Gạo`; a verb alone (`Đã gặt`) measures nothing."""
    return _parted(heading_noun(heading), counting=False)[0] or None


def _parted(stem: str, *, counting: bool = True) -> tuple[str, str | None]:
    """The noun of a heading and the verb behind it: `Số hộ được hỗ trợ` → `hộ`, `hỗ trợ`; `Đã gặt` → ``, `gặt`."""
    noun, verb = " ".join(stem.split()), None
    done = _DONE.search(settle(noun))
    if done:
        verb, noun = noun[done.end() :].split("/")[0].strip(), noun[: done.start()]
        verb = verb if 0 < len(verb.split()) <= VERB_SYLLABLES else None
    if counting:
        first = next(
            (word for word in word_forms("tables", "heading_word") if settle(noun).startswith(f"{word} ")), ""
        )
        noun = noun[len(first) :].lstrip()
        noun = noun[:1].lower() + noun[1:]
    for last in word_forms("tables", "heading_verb"):
        noun = noun.removesuffix(f" {last}")
    found = head_at(noun, 0, len(noun))
    behind = noun[found[0] :].strip() if found else ""
    if verb is None and found and settle(behind) in aspects():
        return noun[: found[0]], behind
    return noun, verb


def _verb_above(above: str) -> str | None:
    """What was done, as the line above says: `Bảng 1: |Phân bổ| hàng cứu trợ`, `Kết quả |tiêm| vắc xin`."""
    settled = settle(above)
    numbered = _NUMBERED.match(settled)
    begin = numbered.end() if numbered else 0
    result = _RESULT.match(settled[begin:])
    begin += result.end() if result else 0
    words = settled[begin:].split()[:VERB_SYLLABLES]
    for length in range(len(words), 0, -1):
        verb = " ".join(words[:length])
        if verb in aspects() and verb not in word_set("tables", "assessing"):
            return above[begin : begin + len(verb)]
    return None


class UnitRow(Row):
    """A unit as it stands in a heading's brackets, with its scale and category."""

    scale: Decimal
    unit: str
    category: Category


@cache
def _units() -> dict[str, UnitRow]:
    return {form: row for row in rows("tables", "unit", UnitRow) for form in row.forms}


def _given(cell: Cell) -> str | None:
    """The unit that the heading's brackets give, or the line above: `(đơn vị: ha)`."""
    bracket = _BRACKET.search(cell.heading)
    if bracket:
        return bracket.group(1).strip()
    above = _GIVEN.search(settle(cell.above))
    return cell.above[above.start(1) : above.end(1)].strip() if above else None


def column_unit(cell: Cell) -> HeadingUnit | None:
    """The unit of measure or money of the cell's column, or None."""
    unit, _, per = (_given(cell) or "").lower().partition("/")
    row = _units().get(unit.strip())
    return HeadingUnit(row.scale, row.unit, row.category, per or None) if row else None
