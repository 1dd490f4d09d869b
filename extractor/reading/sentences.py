"""Sentence bounds in Vietnamese news text: robust to abbreviations, datelines and glued sentences."""

import re
from functools import cache

from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|tp|TX|Tx|TT|T|P|Q|H|X|Th|ThS|TS|PGS|GS|BS|KS|Ths|Dr|Mr|Ms|St|tr|v|vv|Đ|Tr|No|ĐT|Ng|Ph|UB)|\b[A-ZĐ])$"
)
_BOUNDARY = re.compile(r"[.!?…]+[”\"’»)\]]*(?=\s|$)|[.!?…]+(?=[A-ZÀ-ỸĐ“\"][a-zà-ỹđ])|\n+")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Half-open bounds of the sentences, without the white space around them. A line break ends a sentence."""
    bounds: list[tuple[int, int]] = []
    begin = 0
    for match in _BOUNDARY.finditer(text):
        if not match.group().startswith("\n") and _inside(text, match):
            continue
        _add(bounds, text, begin, match.end())
        begin = match.end()
    _add(bounds, text, begin, len(text))
    return bounds


def _inside(text: str, match: re.Match[str]) -> bool:
    """Whether the mark does not end its sentence: `TP.Hội An`, `1.250`, `T.Ư`, `như: “A”... ở`."""
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 2].lstrip()
    if match.group() == "." and _ABBREVIATION.search(before) and not _ordered().search(before):
        return True
    return bool(after) and (after[0].islower() or after[0] in ",;:)")


@cache
def _ordered() -> re.Pattern[str]:
    """A Roman numeral behind what it numbers: `Đại hội lần thứ |I|`, `quý |I|`; no initial."""
    return re.compile(rf"(?<!\w){alternation(word_forms('surroundings', 'ordered'))}\s[IVX]$", re.IGNORECASE)


def _add(bounds: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        bounds.append((begin, end))
