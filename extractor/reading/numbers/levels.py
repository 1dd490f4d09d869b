"""The level from which something went is of what the one is that it went to: từ 3 lên 4 triệu đồng.

Here it takes the unit; a noun (`từ 12 lên 15 lớp`) it takes where quantities are bound to nouns, by `is_level`.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.numerals import words_of
from extractor.reading.numbers.wording import any_of, either
from extractor.reading.spans import Quantity

_FROM = re.compile(rf"(?<!\w){either('surroundings', 'range_from')}$")
_HEDGE = rf"(?:{either('surroundings', 'range_hedge')}|[^\W\d_]+)"
_TO = re.compile(rf"\s{either('surroundings', 'changed_to')}(?:\s{_HEDGE})?\s")
_SCALED = re.compile(rf"[\d.,]+\s({any_of(tuple(words_of('scale')))})$")
# From here on a number is written out: `từ 800.000 lên 1,2 triệu đồng`.
_WRITTEN_OUT = 1000


def share_units(context: Context, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities, each first level of a change in the unit of its second one."""
    shared = {first.start: _in_unit_of(context, first, second) for first, second in pairwise(quantities)}
    return tuple(shared.get(quantity.start, quantity) for quantity in quantities)


def is_level(before: str, between: str) -> bool:
    """Whether something went from the number behind `before` to the one behind `between`; both in lower case."""
    return _TO.fullmatch(between) is not None and _FROM.search(before.rstrip()) is not None


def _in_unit_of(context: Context, first: Quantity, second: Quantity) -> Quantity:
    """`first` in the unit of `second` where it is the level before the change, else as it is."""
    refused = first.refused or second.refused
    if refused or first.unit or not second.unit or first.value is None or first.denominator:
        return first
    if not is_level(context.before(first.start), context.lower[first.end : second.number_start]):
        return first
    scaled = _SCALED.search(context.lower[second.number_start : second.number_end])
    scale = Decimal(words_of("scale")[scaled[1]] if scaled and first.value < _WRITTEN_OUT else 1)
    value, low, high = (bound and bound * scale for bound in (first.value, first.low, first.high))
    return replace(
        first, value=value, low=low, high=high, unit=second.unit, category=second.category, per=second.per,
        rule=second.rule,
    )  # fmt: skip
