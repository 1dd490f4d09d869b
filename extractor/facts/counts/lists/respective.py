"""Numbers told respectively of the places or years named before.

`Huyện Đông và huyện Đoài |lần lượt| có 12 tổ và 9 tổ`; `Hộ nghèo năm 2016, 2017 |lần lượt| là 9%, 7%`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractor.facts.counts.nouns.counted import Counted, head_noun
from extractor.facts.layout import Layout, within
from extractor.reading.spans import Place, Reading
from extractor.records import Path, Span
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

_YEAR = r"(?:năm )?(?:19|20)\d\d"
_YEARS = re.compile(rf"(?<!\w)năm (?:19|20)\d\d(?:(?:,|,? và) {_YEAR})+(?!\w)")
_JOINT = re.compile(r"\s*(?:,|và|, và|cùng)\s+(?:[^\W\d_]+\s){0,2}")


def respective_places(reading: Reading, layout: Layout, counted: Sequence[Counted]) -> Mapping[int, Path]:
    """For the counts behind `lần lượt`, by index: the path of its place in the list before it."""
    found: dict[int, Path] = {}
    for match in _respectively().finditer(settle(reading.text)):
        first, last = layout.sentence(match.start())
        places = _listed(reading, first, match.start())
        told = _told(counted, match.end(), last, len(places))
        found |= {at: place.path for at, place in zip(told, places, strict=bool(told))}
    return found


def respective_years(layout: Layout, counted: Sequence[Counted]) -> Mapping[int, Span]:
    """For the counts beside `lần lượt` or behind it, by index: the year that stands at its place in the list."""
    found: dict[int, Span] = {}
    for match in _respectively().finditer(settle(layout.text)):
        first, last = layout.sentence(match.start())
        listed = list(_YEARS.finditer(settle(layout.text[first:last])))
        years = re.findall(r"\d{4}", listed[-1].group()) if listed else []
        begun = match.end() if listed and first + listed[-1].start() < match.start() else first
        told = _told(counted, begun, last, len(years))
        found |= {at: (f"{y}-01-01", f"{y}-12-31") for at, y in zip(told, years, strict=bool(told))}
    return found


def _told(counted: Sequence[Counted], first: int, last: int, number: int) -> list[int]:
    """The indices of so many counts of one thing from `first` on; none where there are fewer."""
    told = [at for at, one in enumerate(counted) if first <= one.start < last][:number]
    nouns = {head_noun(counted[at].what) for at in told}
    return told if number > 1 and len(told) == number and len(nouns) == 1 else []


@cache
def _respectively() -> re.Pattern[str]:
    return whole_words(word_forms("cues", "respectively"))


def _listed(reading: Reading, first: int, end: int) -> list[Place]:
    """The last list of coordinated places of one level between `first` and `end`, without the unit they lie in."""
    run: list[Place] = []
    reached = first
    for place in within(reading.places, first, end):
        around = bool(run) and run[-1].path[: len(place.path)] == place.path
        joined = run and run[-1].level == place.level and _JOINT.fullmatch(reading.text, reached, place.start)
        if not around:
            run = [*run, place] if joined else [place]
        reached = place.end
    return run
