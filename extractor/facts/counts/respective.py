"""Numbers told respectively of the places named before: `Huyện Đông và huyện Đoài |lần lượt| có 12 tổ và 9 tổ`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractor.facts.counts.counted import Counted, head_noun
from extractor.facts.layout import Layout, within
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

_JOINT = re.compile(r"\s*(?:,|và|, và|cùng)\s+(?:[^\W\d_]+\s){0,2}")


def respective_places(reading: Reading, layout: Layout, counted: Sequence[Counted]) -> Mapping[int, Path]:
    """For the counts behind `lần lượt`, by index: the path of its place in the list before it."""
    found: dict[int, Path] = {}
    for match in _respectively().finditer(settle(reading.text)):
        first, last = layout.sentence(match.start())
        places = _listed(reading, first, match.start())
        told = [at for at, one in enumerate(counted) if match.end() <= one.start < last][: len(places)]
        nouns = {head_noun(counted[at].what) for at in told}
        if len(places) > 1 and len(told) == len(places) and len(nouns) == 1:
            found |= {at: place.path for at, place in zip(told, places, strict=True)}
    return found


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
