"""The court that tries a case: `TAND |huyện Đoài| đưa bị cáo ra xét xử. … HĐXX tuyên phạt |7 năm tù|`, there."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.facts.scene.clause import within
from extractor.facts.scene.handing import is_located
from extractor.facts.scene.spots import Spot
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation


def trying_court(lowered: str, spots: Sequence[Spot], start: int, end: int) -> Path | None:
    """The unit of the court that tries a case in the (lower-case) sentence `start:end`, or where in it it sits."""
    if not word_pattern("scene", "trying").search(lowered, start, end):
        return None
    court = next((s.path for s in spots if s.path and _court().search(lowered, start, s.start)), None)
    seat = (s.path for s in spots if court and within(s.path, court) and is_located(lowered, s))
    return next(seat, court)


def in_court(lowered: str, start: int, end: int) -> bool:
    """Whether the sentence `start:end` tells what the court does: `HĐXX tuyên phạt 7 năm tù`."""
    return word_pattern("scene", "in_court").search(lowered, start, end) is not None


@cache
def _court() -> re.Pattern[str]:
    """A court up to its unit: `Tòa án nhân dân (TAND) |huyện Đoài|`."""
    court = alternation(word_forms("scene", "court"))
    return re.compile(rf"(?<!\w){court}\s(?:\([^)\n]*\)\s)?\Z")
