"""Units of money, percents and measures: recognition after a number, rates, and SI values."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import Field

from extractor.reading.numbers.numerals import words_of
from extractor.reading.numbers.scan import plain
from extractor.reading.numbers.wording import any_of, either
from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows

Region = Literal["north", "central", "south"]

_SPACE = r"(?:[ \t\u00a0]*\n?[ \t\u00a0]{0,4})"


class UnitRow(Row):
    """A unit and what one of it is in its base unit; `regions` where that differs by region (sào, mẫu, công).

    A `plain` unit is named by its word whatever is written: đ, VNĐ → đồng. `near` are words one of which must
    stand close by (3 mẫu ruộng, not 3 mẫu xe); a `scaled` unit counts only behind a scale (20 triệu bảng, 4 bảng).
    """

    category: Category
    base: str
    factor: Decimal
    regions: dict[Region, Decimal] = Field(default_factory=dict)
    unless_before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    plain: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit at `start:end` with its row; `per` is the denominator of a rate (`người/năm`), ending at `per_end`."""

    start: int
    end: int
    row: UnitRow
    per: str | None = None
    per_end: int = 0


@cache
def _units() -> dict[str, UnitRow]:
    return {form.lower(): row for row in rows("units", "unit", UnitRow) for form in row.forms}


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}({_alternatives(list(_units()))})(?![\w²³])|{_SPACE}(%)")


@cache
def _per_pattern() -> re.Pattern[str]:
    words = _alternatives([form for row in rows("units", "per", Row) for form in row.forms])
    slashed = rf"(?:\s?/\s?(?:0?1\s)?(?:{words})|/(?:0?1\s)?[^\W\d_]+)(?!\w)"
    return re.compile(rf"((?:{slashed}){{1,3}})|\s(?:(?:(?:cho|trên)\s)?mỗi|một)\s({words})(?!\w)")


@cache
def _noun_per_pattern() -> re.Pattern[str]:
    words = _alternatives([form for row in rows("units", "per", Row) for form in row.forms])
    return re.compile(rf"(?:\s[^\W\d_]+){{1,4}}((?:/(?:{words})(?!\w)){{1,2}})")


_NEAR = 60
_SCALED = re.compile(rf"\s(?:{any_of(tuple(words_of('scale')))})$")
_PAID = re.compile(rf"(?<!\w){either('surroundings', 'paid')}(?!\w)(?:[^.;\n]|\.\d)*\d$")
# Hundreds of billions are no đồng bào.
_BILLION = tuple(word for word, value in words_of("scale").items() if value >= 10**9)
_BILLIONS = re.compile(rf"\s{any_of(_BILLION)}$")
# `05 đ/c` are comrades (đồng chí), no money per anything.
_COMRADE = re.compile(r"đ/c(?!\w)")
_NEXT_SYLLABLE = re.compile(r"\s+([^\W\d_]+)")


def find_unit(text: str, lower: str, end: int) -> FoundUnit | None:
    """The unit that starts at `end`, right after a number, with the rate after it."""
    match = _unit_pattern().match(lower, end)
    if match is None:
        return None
    group = 1 if match[1] else 2
    if len(match[group]) == 1 and re.match(r"-[^\W\d_]", lower[match.end() : match.end() + 2]):
        return None  # vòng 2 V-League
    if _COMRADE.match(lower, match.start(group)):
        return None
    row = _units()[" ".join(match[group].split())]
    following = _NEXT_SYLLABLE.match(lower, match.end())
    if following and following[1] in row.unless_before and not _BILLIONS.search(lower, max(0, end - _NEAR), end):
        return None
    if row.scaled and not any(told.search(lower, max(0, end - _NEAR), end) for told in (_SCALED, _PAID)):
        return None
    around = lower[max(0, end - _NEAR) : match.end() + _NEAR]
    if row.near and not any(f" {word}" in around for word in row.near):
        return None
    per, per_end = find_rate(text, lower, match.end())
    return FoundUnit(match.start(group), match.end(), row, per, per_end)


def find_rate(text: str, lower: str, end: int) -> tuple[str | None, int]:
    """The rate that starts at `end` and where it ends: `/người/năm`, ` mỗi tháng`; None and `end` without one."""
    rate = _per_pattern().match(lower, end)
    if rate is None:
        return None, end
    at = 1 if rate[1] else 2
    return re.sub(r"\s*/\s*(?:0?1\s)?", "/", text[rate.start(at) : rate.end(at)]).strip("/ "), rate.end()


def find_noun_rate(text: str, lower: str, end: int) -> str | None:
    """The rate of a counted noun: `11,8 tiêu chí/xã` → `xã`. `25 vụ/41 đối tượng` is none."""
    match = _noun_per_pattern().match(lower, end)
    return text[match.start(1) : match.end(1)].strip("/") if match else None


def to_base(value: Decimal, unit: str, region: Region | None = None) -> tuple[Decimal, str] | None:
    """A measure in its base unit: `(2, "ha")` → `(20000, "m²")`. None for an unknown unit.

    Sào, mẫu and công differ by region (northern sào 360 m², central 500 m², southern 1.000 m²); without a
    region the northern value counts, for công the southern.
    """
    row = _units().get(plain(" ".join(unit.split())))
    if row is None:
        return None
    factor = row.regions.get(region, row.factor) if region else row.factor
    return value * factor, row.base
