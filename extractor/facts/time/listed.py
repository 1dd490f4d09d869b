"""The time told once, behind all the acts that a sentence lists."""

import re
from collections.abc import Sequence

from extractor.facts.layout import Layout
from extractor.facts.time.framing import frames
from extractor.facts.time.occasions import OCCASION
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

# First letters of the tags of words that begin an act or another thing counted: verbs, numbers, adverbs.
_ACTS = frozenset("VMR")
# Where one clause ends and the next begins; no decimal comma.
CLAUSE_MARK = re.compile(r"[,;](?!\d)")


def closing_time(text: str, layout: Layout, periods: Sequence[Period], end: int, last: int) -> Period | None:
    """The only time of the sentence, at its end, of what is done from `end` on.

    `Hội thu gom 5 tấn giấy, gây quỹ 38 triệu đồng, trao 40 suất quà |trong năm 2022|.`
    """
    period = periods[0] if len(periods) == 1 else None
    if period and period.form == "since" and period.start >= end and text.endswith(", ", 0, period.start):
        return None if _goes_on(text[period.end : last]) else period  # `bị phạt 7 lần, kể từ năm 1996.`
    if period is None or period.form != "span" or period.start < end or period.rule == OCCASION:
        return None
    if _goes_on(text[period.end : last]) or not frames(text, period, end):
        return None
    if word_pattern("cues", "compared_with").search(settle(text[end : period.start])):
        return None
    marks = [match.end() for match in CLAUSE_MARK.finditer(text, end, period.start)]
    return period if marks and all(_is_act(layout, mark, period.start) for mark in marks) else None


def _goes_on(behind: str) -> bool:
    return bool(behind.strip(' .;”"\n'))


def _is_act(layout: Layout, start: int, stop: int) -> bool:
    """Whether no subject of its own begins the clause at `start`."""
    words = layout.words_between(start, stop)
    return bool(words) and words[0].tag[:1] in _ACTS
