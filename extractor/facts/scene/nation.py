"""What speaks of the whole country or of a region: no unit of the gazetteer."""

import re
from functools import cache

from extractor.facts.scene.spots import Spot
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

_OPENING = 40
"""Characters into a sentence within which a subject stands: `Theo thống kê mới nhất của |Bộ Y tế|`."""


def national_spots(reading: Reading) -> tuple[Spot, ...]:
    """`cả nước`, `các tỉnh miền Trung`; a region alone is as often said of one province: `trung tâm Tây Nguyên`."""
    text = settle(reading.text)
    return tuple(Spot(*match.span(), "national") for match in _wide().finditer(text))


def general_spots(reading: Reading) -> tuple[Spot, ...]:
    """What speaks of no place in an article about no place: `các địa phương`, a ministry that opens a sentence."""
    text = settle(reading.text)
    found = [Spot(*match.span(), "national") for match in _units_at_large().finditer(text)]
    for sent in reading.doc.sents:
        limit = min(sent.end_char, sent.start_char + _OPENING)
        if match := _opened().match(text, sent.start_char, limit):
            found.append(Spot(match.start(1), match.end(1), "national"))
    return tuple(found)


def weight(reading: Reading) -> float:
    """How much an article speaks of the country: words for all of it or a region count, its organs half."""
    text = settle(reading.text)
    wide = sum(1 for _ in whole_words((*word_forms("scene", "national"), *_regions())).finditer(text))
    return wide + sum(1 for _ in whole_words(word_forms("scene", "organ")).finditer(text)) / 2


def _regions() -> tuple[str, ...]:
    return word_forms("scene", "region")


@cache
def _wide() -> re.Pattern[str]:
    kind, region = alternation(word_forms("scene", "region_kind")), alternation(_regions())
    of = rf"(?:(?:thuộc|ở|tại|của)\s)?(?:{kind}\s){{0,2}}{region}"
    units, across, nation = (alternation(word_forms("scene", name)) for name in ("units", "across", "national"))
    return re.compile(rf"(?<!\w)(?:(?:{units}|{across})\s{of}|{nation})(?!\w)")


@cache
def _units_at_large() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:các|nhiều|một số|những)\s{alternation(word_forms('scene', 'units'))}(?!\w)")


@cache
def _opened() -> re.Pattern[str]:
    """A national organ at the head of a sentence, or the source that the sentence opens with."""
    source = alternation(word_forms("scene", "source"))
    organ = alternation(word_forms("scene", "organ"))
    return re.compile(rf"[“\"'\s-]*(?:[^\n]{{0,12}}{source}[^\n,;:]{{0,20}}?\s)?({organ})(?!\w)")
