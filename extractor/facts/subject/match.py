"""Matches and feasts: what people played or celebrated on a day that the lead tells."""

import re
from functools import cache
from typing import Literal

from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation


def played_on(before: str, behind: str) -> Literal["match", "feast"] | None:
    """Whether a match was played or a feast held on the day between the settled parts of a sentence.

    `Chiều 23/9, đội xã Đông thắng đội xã Tây 3-1`, `Sáng 28/8, lễ hội đua thuyền thu hút 22 đội`; on a day on which
    somebody only prepares or reviews it there was none.
    """
    if word_pattern("happenings", "arranging").search(before + behind):
        return None
    if _results().search(before + behind) or word_pattern("happenings", "match").search(before + behind):
        return "match"
    return "feast" if word_pattern("happenings", "feast").search(before + behind) else None


@cache
def _results() -> re.Pattern[str]:
    """A victory with its score: `đánh bại đội xã Tây 3-1`."""
    won = alternation(word_forms("happenings", "result"))
    return re.compile(
        rf"(?<!\w){won}(?!\w)[^.;]{{0,60}}?(?<![\d/.,-])\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?![\d/-]|[.,]\d|\s?%)"
    )
