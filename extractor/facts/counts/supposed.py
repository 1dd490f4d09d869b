"""Numbers of a world that is only supposed: giả sử có 100 hộ, nếu khối u lớn 5 cm, chỉ như hai người bạn."""

import re

from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle, whole_words

# How far its number may be from the word that opens a condition.
CONDITION_REACH = 90


def is_supposed(layout: Layout, quantity: Quantity) -> bool:
    """Whether the sentence only supposes or likens: giả sử có 100 hộ vay vốn, chỉ như hai người bạn."""
    first, last = layout.sentence(quantity.start)
    before = settle(layout.text[first : quantity.start])
    if _SUPPOSED.search(before) or _LIKENED.search(before):
        return True
    return _is_condition(before, settle(layout.text[quantity.end : last]))


_SUPPOSED = whole_words(word_forms("nounphrase", "supposing"))
_LIKENED = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'likening'))}\s$")


def _is_condition(before: str, behind: str) -> bool:
    """Whether the number is the condition's own: `nếu đau trên |10 phút| thì đi khám`, not what follows from it.

    `Nếu tính cả chợ, có …` and `Nếu năm 2018 thu 3 tỷ đồng thì năm nay …` tell what is.
    """
    opened = max(word_pattern("cues", "condition").finditer(before), key=re.Match.end, default=None)
    if opened is None or len(before) - opened.end() > CONDITION_REACH:
        return False
    rest = before[opened.end() :].lstrip()
    if _TOLD.match(rest) or _LED_TO.search(rest) or _AGAINST.match(behind):
        return False
    return "," not in rest or _THEN.match(behind) is not None


_TOLD = re.compile(rf"{alternation(word_forms('cues', 'contrasted') + word_forms('cues', 'consequence'))}(?!\w)")
_LED_TO = re.compile(rf"[;:.)]\s|(?<!\w){alternation(word_forms('cues', 'led_to'))}(?!\w)")
_AGAINST = re.compile(rf"[^,;:.]{{0,40}}(?:,|,?\sthì)\s{alternation(word_forms('cues', 'held_against'))}(?!\w)")
_THEN = re.compile(r"[^,;:.]{0,40}\sthì(?!\w)")
