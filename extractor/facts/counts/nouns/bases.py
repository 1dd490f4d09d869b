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
    if quantity.unit is not None:
        return _is_measure_of_rate(layout, quantity)
    first, last = layout.sentence(quantity.start)
    before, behind = settle(layout.text[first : quantity.start]), settle(layout.text[quantity.end : last])
    return bool(_EVERY.search(before) or (_LISTED.search(before) and _PART_OF_IT.match(behind)))


def _is_measure_of_rate(layout: Layout, quantity: Quantity) -> bool:
    """Whether a rate is told per so much: `1.000 đồng cho mỗi |10 Kb|`, `trong |100 g| có 30 kcal`."""
    if quantity.category in ("money", "percent", "duration") or quantity.modifier != "exact":
        return False
    first, last = layout.sentence(quantity.start)
    before, behind = settle(layout.text[first : quantity.start]), settle(layout.text[quantity.end : last])
    each = _EACH.search(before) is not None and (quantity.value or 0) > 1
    return each or (_OF_FOOD.match(behind) is not None and quantity.value == FOOD_BASE)


# Grams or millilitres of food of which its energy is told.
FOOD_BASE = 100
_EACH = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'each_so_much'))}\s$")
_OF_FOOD = re.compile(
    rf"[^.;:\d]{{0,60}}\s{alternation(word_forms('nounphrase', 'holding_food'))}\s(?:[^\W\d_]+\s){{0,2}}\d"
)
# Cứ 6 trẻ thì một trẻ thấp còi, |10| trẻ thì có 7 trẻ thiếu kẽm
_LISTED = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'every'))}\s\d[^.;:]*[,;]\s$")
_PART_OF_IT = re.compile(rf"\s[^.,;:\d]{{1,24}}\s{alternation(word_forms('nounphrase', 'then_of_it'))}(?!\w)")


def of_base(layout: Layout, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """The quantity with the base before it as its denominator, where it is a part of one."""
    base = before[-1] if before else None
    if base is None or base.refused or quantity.unit or quantity.denominator or not is_base(layout, base):
        return quantity
    if quantity.value is None or base.value is None or not quantity.value < base.value:
        return quantity
    told = _THEN.fullmatch(settle(layout.text[base.end : quantity.start]))
    return replace(quantity, denominator=base.value) if told else quantity
