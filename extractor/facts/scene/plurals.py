"""Subjects of which no single village or commune has several: `|Các xã| đã lắp loa`, `|các tổ| bắt 20 kẻ trộm`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from extractor.facts.layout import within as spans_within
from extractor.facts.openings import head
from extractor.facts.scene.bodies import body_at
from extractor.facts.scene.clause import own_place, within
from extractor.facts.scene.paths import path_level, raised
from extractor.facts.scene.room import counted_level
from extractor.facts.scene.spots import Spot
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_SMALL = ("commune", "village")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Plurals:
    """Tells where several of something are; `units` are the article's units, `lowered` its text.

    `counted` are the bodies counted so far with the place of their last count: `huyện có |34 tổ|`.
    """

    reading: Reading
    units: Mapping[Path, Place]
    lowered: str
    counted: dict[str, Path] = field(default_factory=dict)

    def around(self, start: int, end: int, state: Path) -> Path:
        """The unit around `state` that has what is the subject of the sentence `start:end` in the plural, or it."""
        found = _subject().match(self.lowered, start, end)
        if found is None or path_level(state, self.units) not in _SMALL:
            return state
        several = found.start("several")
        if _leading().match(self.lowered, several):
            return raised(state, "commune", self.units)
        if level := counted_level(self.lowered, several - 1):
            return raised(state, level, self.units)
        place = self.counted.get(body_at(self.lowered, several) or "")
        return place if place and within(state, place) else state

    def count(self, start: int, end: int, spots: tuple[Spot, ...], state: Path | None) -> None:
        """Remember the bodies that the sentence `start:end` counts."""
        for quantity in spans_within(self.reading.quantities, start, end):
            if (quantity.value or 0) < _SEVERAL:
                continue
            noun = body_at(self.lowered, quantity.end + 1)
            own = own_place(self.reading.text, spots, state, quantity.start, quantity.end) if noun else None
            place = own[0] if own else state
            if noun and place:
                self.counted[noun] = place


@cache
def _subject() -> re.Pattern[str]:
    """A plural at the head of a sentence: `Đến nay, thành viên |các tổ| đã`, `Bà con |các thôn| góp`."""
    several, of, people = (
        alternation(word_forms("scene", table)) for table in ("several", "of_several", "people_of_several")
    )
    whose = rf"(?:(?:[^\W\d_]+\s){{0,4}}{of}\s|{people}\s)?"
    return re.compile(rf"{head()}{whose}{several}\s(?P<several>[^\W\d_]+)")


@cache
def _leading() -> re.Pattern[str]:
    """Bodies of several levels: `các |cấp Hội|`."""
    return re.compile(rf"{alternation(word_forms('scene', 'levels_of'))}(?!\w)")
