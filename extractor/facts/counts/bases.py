"""Bases of ratios in words: `cứ 4 hộ thì có 1 hộ nghèo` tells 1 of 4, and not that there are four."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# How many characters before its part a base may begin.
BASE_REACH = 80

_EVERY = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'every'))}\s$")
_THEN = re.compile(rf"\s[^.;:\d]{{1,60}}\s{alternation(word_forms('nounphrase', 'then'))}(?:\s\w+)?\s")


def is_base(layout: Layout, quantity: Quantity) -> bool:
    """Whether the number only is what a part is taken of: cứ |10| vụ thì 3 vụ thành công."""
    before = settle(layout.text[max(0, quantity.start - 16) : quantity.start])
    return quantity.unit is None and _EVERY.search(before) is not None


def of_base(layout: Layout, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """The quantity with the base before it as its denominator, where it is a part of one."""
    base = before[-1] if before else None
    if base is None or base.refused or quantity.unit or quantity.denominator or not is_base(layout, base):
        return quantity
    if quantity.value is None or base.value is None or not quantity.value < base.value:
        return quantity
    told = _THEN.fullmatch(settle(layout.text[base.end : quantity.start]))
    return replace(quantity, denominator=base.value) if told else quantity
