"""When floods and storms struck: what they did is told of their days."""

import re
from datetime import date
from functools import cache

from extractor.facts.framing import frames, saying
from extractor.facts.layout import Layout
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

# Days that a flood or storm lasts at most; `từ đầu năm` is no disaster's time.
LONGEST_DISASTER = 45

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_disasters(reading: Reading, layout: Layout) -> tuple[Period, ...]:
    """The times of floods and storms: days in a sentence that names one, not those on which someone reports it."""
    return tuple(
        period
        for period in reading.periods
        if _DAY.fullmatch(period.first or "")
        and _DAY.fullmatch(period.last or "")
        and period.form in ("span", "date")
        and _days(period) <= LONGEST_DISASTER
        and _strikes(reading.text, period, *layout.sentence(period.start))
    )


def _days(period: Period) -> int:
    return (date.fromisoformat(period.last or "") - date.fromisoformat(period.first or "")).days


def _strikes(text: str, period: Period, first: int, last: int) -> bool:
    sentence = settle(text[first:last])
    bodies = [match.span() for match in _pattern("against_disasters").finditer(sentence)]
    found = _pattern("disaster").finditer(sentence)
    named = next((m for m in found if not any(a <= m.start() < b for a, b in bodies)), None)
    if named is None or not frames(text, period, first):
        return False
    return saying().search(sentence, period.end - first, named.start()) is None


def tells_damage(text: str) -> bool:
    """Whether the settled clause says what a flood or storm did."""
    return bool(_pattern("damage").search(text))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return whole_words(word_forms("cues", table))
