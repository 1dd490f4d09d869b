"""Namesakes abroad: `tỉnh Hà Nam, Trung Quốc`, `Trùng Khánh (Trung Quốc)` are none of ours."""

from extractor.reading.places.spans import name_at
from extractor.reading.places.text import Syllable
from extractor.reading.places.words import word_list
from extractor.vietnamese.gazetteer import LEVELS, Gazetteer

_LONGEST = 4
"""Syllables of a name before its country."""


def names_abroad(words: tuple[Syllable, ...], places: Gazetteer) -> frozenset[str]:
    """Keys of the names that the text says to lie in another country; they are no units anywhere in it."""
    found = set[str]()
    for i in range(1, len(words)):
        if not _is_country(words, i):
            continue
        stop = i if words[i - 1].gap in (", ", " (") else i - 1 if _lies_in(words, i - 1) else None
        if stop is None:
            continue
        for begin in range(stop - 1, max(0, stop - _LONGEST) - 1, -1):
            hit = name_at(words, begin, places, LEVELS, stop) if words[begin].capital else None
            if hit and hit[1] == stop:
                found.add(hit[0])
    return frozenset(found)


def _is_country(words: tuple[Syllable, ...], i: int) -> bool:
    """Whether a country stands at `i` whose name is nothing else: not `Lào Cai`, nor `, Anh`."""
    hit = word_list("foreign").at(words, i) if words[i].capital else None
    if not hit or (hit[1] - i < 2 and not words[i - 1].gap.endswith("(")):
        return False
    return not (hit[1] < len(words) and words[hit[1] - 1].gap == " " and words[hit[1]].capital)


def _lies_in(words: tuple[Syllable, ...], i: int) -> bool:
    return words[i].text in ("của", "thuộc", "ở") and words[i - 1].gap == words[i].gap == " "
