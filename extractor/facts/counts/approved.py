"""Plans that were approved just now and are then told at length, with no further word of a plan."""

import re
from datetime import date
from functools import cache

from extractor.facts.layout import Layout, within
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

# So many sentences behind the approval may tell what was approved, and so old is the approval at most.
AT_LENGTH = 8
DAYS = 31


def under_approved(reading: Reading, layout: Layout, start: int) -> bool:
    """Whether the number at `start` tells what an approved plan holds: `Vừa thông qua đề án. Xây |4 chợ|`."""
    at = layout.sentence_index(start)
    for back in range(at, max(-1, at - 1 - AT_LENGTH), -1):
        first, last = layout.sentences[back]
        told = settle(layout.text[first:last])
        if back < at and _approving().search(told):
            return _is_fresh(reading, first, last, told)
        if _tells_what_is(layout, first, told) or _is_dated(reading, first, last):
            return False
    return False


@cache
def _approving() -> re.Pattern[str]:
    """One plan that is approved: no sum of plans, none of years ago."""
    approve, plan = (alternation(word_forms("cues", table)) for table in ("approving", "plan_paper"))
    passive = rf"(?<!\w){plan} [^.;:\d]{{0,90}}được {approve}(?!\w)"
    return re.compile(rf"(?<!\w){approve} (?:[^\W\d]+ ){{0,3}}{plan}(?!\w)|{passive}")


def _is_fresh(reading: Reading, first: int, last: int, told: str) -> bool:
    """Whether the plan was approved just now, by its words or by its day."""
    if word_pattern("cues", "just_now").search(told):
        return True
    published = _day(reading.published)
    days = [_day(period.first) for period in within(reading.periods, first, last) if period.form == "date"]
    return published is not None and any(day and 0 <= (published - day).days <= DAYS for day in days)


def _tells_what_is(layout: Layout, first: int, told: str) -> bool:
    """Whether a word of the sentence, and no half of one, says that it tells what is or was: `hiện`, `đã`."""
    found = word_pattern("cues", "told_as_is").finditer(told)
    return any(layout.is_word(first + match.start(), first + match.end()) for match in found)


def _is_dated(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence tells of a time that is over."""
    return any(_is_over(period, reading.published) for period in within(reading.periods, first, last))


def _is_over(period: Period, published: str | None) -> bool:
    return bool(published and period.last and period.last < published)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == len("2024-01-01") else None
