"""Numbers of a world that is only supposed: giả sử có 100 hộ, nếu khối u lớn 5 cm, chỉ như hai người bạn."""

import re

from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words

# How far a recipe goes on behind the head of its list.
RECIPE = 1500
# How far its number may be from the word that opens a condition.
CONDITION_REACH = 90


def is_supposed(layout: Layout, quantity: Quantity) -> bool:
    """Whether the sentence only supposes or likens: giả sử có 100 hộ vay vốn, chỉ như hai người bạn."""
    first, last = layout.sentence(quantity.start)
    before = settle(layout.text[first : quantity.start])
    if _SUPPOSED.search(before) or _LIKENED.search(before) or _is_ingredient(layout, quantity):
        return True
    return _is_condition(before, layout.text[quantity.end : last])


_SUPPOSED = whole_words(word_forms("nounphrase", "supposing"))
_LIKENED = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'likening'))}\s$")


def _is_ingredient(layout: Layout, quantity: Quantity) -> bool:
    """Whether the number stands in a recipe, behind its list of ingredients: `Nguyên liệu: |2 lá chanh|`."""
    before = settle(layout.text[max(0, quantity.start - RECIPE) : quantity.start])
    headed = max(_INGREDIENTS.finditer(before), key=re.Match.end, default=None)
    if headed is None:
        return False
    around = before[headed.end() :] + settle(layout.text[quantity.start : quantity.start + RECIPE])
    return _COOKING.search(around) is not None


_INGREDIENTS = re.compile(rf"(?:^|[\n.:;*•–-]\s?){alternation(word_forms('nounphrase', 'ingredients'))}(?!\w)")
_COOKING = whole_words(word_forms("nounphrase", "cooking"))


def _is_condition(before: str, behind: str) -> bool:
    """Whether the number is the condition's own: `nếu đau trên |10 phút| thì đi khám`, not what follows from it.

    `Nếu tính cả chợ, có …` and `Nếu năm 2018 thu 3 tỷ đồng thì năm nay …` tell what is.
    """
    opened = max(word_pattern("cues", "condition").finditer(before), key=re.Match.end, default=None)
    if opened is None or len(before) - opened.end() > CONDITION_REACH:
        return False
    rest = before[opened.end() :].lstrip()
    named = not rest and _NAMED.match(behind)  # nếu |hai giải| Hoa Sen và Mẫu Đơn bị hoãn
    behind = settle(behind)
    if named or _TOLD.match(rest) or _LED_TO.search(rest) or _AGAINST.match(behind):
        return False
    return "," not in rest or _THEN.match(behind) is not None


_TOLD = re.compile(rf"{alternation(word_forms('cues', 'contrasted') + word_forms('cues', 'consequence'))}(?!\w)")
_LED_TO = re.compile(rf"[;:.)]\s|(?<!\w){alternation(word_forms('cues', 'led_to'))}(?!\w)")
_AGAINST = re.compile(rf"[^,;:.]{{0,40}}(?:,|,?\sthì)\s{alternation(word_forms('cues', 'held_against'))}(?!\w)")
_NAMED = re.compile(rf"\s(?:[^\W\d_]+\s){{1,3}}{CAPITAL}[\w.-]*(?:\s{CAPITAL}[\w.-]*)*(?:,|\svà)\s{CAPITAL}")
_THEN = re.compile(r"[^,;:.]{0,40}\sthì(?!\w)")
