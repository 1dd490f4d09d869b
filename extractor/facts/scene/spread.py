"""What has spread from its first place to several units: `ra mắt tại bản Hạ, nay có mặt ở 12 bản của ba xã`."""

import re
from functools import cache

from extractor.facts.scene.room import counted_level
from extractor.facts.scene.spots import Spot
from extractor.reading.spans import Reading
from extractor.vietnamese.gazetteer import LEVELS
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

_CLAUSE_ENDS = re.compile(r"[.;:“”\n]")
_REACH = 90
"""Characters from a word of spreading to the counted units."""


def spread_spots(reading: Reading) -> tuple[Spot, ...]:
    """The words of spreading; `level` is the highest one of the units counted behind them."""
    text = settle(reading.text)
    found: list[Spot] = []
    for match in spreading().finditer(text):
        limit = match.end() + _REACH
        ends = (
            s.start() for s in _CLAUSE_ENDS.finditer(text, match.end(), limit) if not _in_number(text, s.start())
        )
        stop = next(ends, limit)
        levels = [
            level
            for quantity in reading.quantities
            if match.end() <= quantity.start < stop and (level := counted_level(text, quantity.end))
        ]
        if levels:
            found.append(Spot(*match.span(), "spread", level=min(levels, key=LEVELS.index)))
    return tuple(found)


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


@cache
def spreading() -> re.Pattern[str]:
    """The words of spreading, in settled text."""
    return whole_words(word_forms("schemes", "spread"))
