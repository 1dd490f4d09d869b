"""Whether a paragraph goes on with what the one before it only leads to."""

import re
from functools import cache

from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_ENDS = (".", "!", "?", ":", "…")
_SHORTEST = 12
"""Characters of an introduction; the number of a list is shorter."""


def leads_on(reading: Reading, lowered: str, begin: int, end: int) -> bool:
    """Whether the paragraph `begin:end` ends in open speech, or is an introduction that has no figure."""
    text = reading.text[begin:end].strip()
    if text.count("“") > text.count("”") or ("“" not in text and text.count('"') % 2):
        return True
    if len(text) < _SHORTEST or not text.endswith(_ENDS) or _credit().search(lowered, begin, end):
        return False
    return not any(begin <= q.start < end and not q.refused for q in reading.quantities)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'credit'))}\s?:")
