"""Who only tells of a happening or helps there: `Theo Công an |tỉnh Đoài|, …` moves nothing away from its place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.facts.openings import MARKS
from extractor.facts.scene.actors import names_force
from extractor.facts.scene.clause import within
from extractor.facts.scene.handing import is_located
from extractor.facts.scene.spots import Spot
from extractor.facts.subject.happening import Happening
from extractor.facts.subject.summary import sums_up
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_REACH = 110
"""Characters from the start of a sentence to the unit of the source that it names."""


def without_sources(happening: Happening, lowered: str, spots: Sequence[Spot], start: int, end: int) -> list[Spot]:
    """The spots of a sentence, aside those of a larger unit than the happening's whose body only tells or helps."""
    if sums_up(lowered, start, end):
        return list(spots)
    return [replace(s, aside=True) if _only_helps(happening, lowered, s, start) else s for s in spots]


def _only_helps(happening: Happening, lowered: str, spot: Spot, start: int) -> bool:
    around = happening.path is not None and within(happening.path, spot.path)
    if not around or spot.start - start > _REACH or is_located(lowered, spot):
        return False
    if _source().match(lowered, start, spot.start) and _told().match(lowered, spot.end):
        return True
    helps = names_force(lowered, spot, start) or _aid().match(lowered, spot.end) is not None
    return happening.kind in ("incident", "crime") and helps


@cache
def _source() -> re.Pattern[str]:
    """From the start of a sentence to the unit of who tells: `Theo Phòng PC07, Công an |tỉnh`, `Công an |tỉnh`."""
    source = alternation(word_forms("scene", "source"))
    return re.compile(rf"{MARKS}(?:{source}\s[^.;:“”\d]*|[^,.;:“”\d]+)\Z")


@cache
def _told() -> re.Pattern[str]:
    """Behind a source's unit: a comma, or a verb of saying."""
    saying = alternation(word_forms("verbs", "saying"))
    return re.compile(rf",\s|[^,.;:“”\d]{{0,60}}\s{saying}(?!\w)")


@cache
def _aid() -> re.Pattern[str]:
    """Behind who helps: ` đã hỗ trợ gia đình nạn nhân`."""
    done, donating = (alternation(word_forms("scene", table)) for table in ("done", "donating"))
    return re.compile(rf"\s(?:{done}\s)?{donating}(?!\w)")
