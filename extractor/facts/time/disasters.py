"""When floods and storms struck: what they did is told of their days."""

from extractor.facts.layout import Layout
from extractor.facts.time.framing import frames
from extractor.facts.time.slots import nights
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

# Days that a flood or storm lasts at most; `từ đầu năm` is no disaster's time.
LONGEST_DISASTER = 45


def find_disasters(reading: Reading, layout: Layout) -> tuple[Period, ...]:
    """The times of floods and storms: days in a sentence that names one, not those on which someone reports it."""
    return tuple(
        period
        for period in reading.periods
        if period.form in ("span", "date")
        and (lasted := nights(period)) is not None
        and lasted <= LONGEST_DISASTER
        and _strikes(reading.text, period, *layout.sentence(period.start))
    )


def _strikes(text: str, period: Period, first: int, last: int) -> bool:
    sentence = settle(text[first:last])
    bodies = [match.span() for match in word_pattern("cues", "against_disasters").finditer(sentence)]
    found = word_pattern("cues", "disaster").finditer(sentence)
    named = next((m for m in found if not any(a <= m.start() < b for a, b in bodies)), None)
    if named is None or not frames(text, period, first):
        return False
    return word_pattern("verbs", "saying").search(sentence, period.end - first, named.start()) is None


def tells_damage(text: str) -> bool:
    """Whether the settled clause says what a flood or storm did."""
    return bool(word_pattern("cues", "damage").search(text))
