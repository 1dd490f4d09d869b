"""How far a time goes on: from a report's sentence to the next, not from one thing told to another."""

from collections.abc import Sequence

from extractor.facts.layout import within
from extractor.facts.time.framing import ASIDE, bracketed, of_congress, opens
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

# Forms that tell no time at all.
_TIMELESS = ASIDE - {"lunar"}


def goes_on(reading: Reading, period: Period, first: int, last: int) -> tuple[Period | None, str]:
    """The time of the sentence `first:last` as that of the report behind it, where it is not of one thing told.

    Days go on in a story, stretches in a report of figures: `Năm 2018, xã có 9 vụ. Công an bắt 12 người`, not
    `Mẫu xe ra mắt |từ tháng 8/2019|. Máy nặng 12 kg`.
    """
    day = period.form == "date" and period.rule != "edge"
    if day or states_figures(reading, first, last):
        return period, "continued"
    told = period.form in ("span", "date") and opens(reading.text, period, first)
    return (period, "followed") if told else (None, "none")


def has_times(reading: Reading, periods: Sequence[Period], first: int, end: int) -> bool:
    """Whether `first:end` tells a time, maybe of another thing: `xe sản xuất |năm 2015| đi 26.000 km`."""
    return any(
        period.form not in _TIMELESS
        and not bracketed(reading.text, period)
        and not of_congress(reading.text, period)
        for period in within(periods, first, end)
    )


def states_figures(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence states a number, so that its time goes on to the figures behind it."""
    return any(not quantity.refused for quantity in within(reading.quantities, first, last))


def turns(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether the sentence `here` leaves the story of the one before: somebody speaks, a court judges, or it
    tells of earlier times.

    `Đêm 5/3, An lấy 2 xe máy. Tòa tuyên phạt An |9 năm tù|`: not that night.
    """
    told, tells_now = settle(text[slice(*before)]), settle(text[slice(*here)])
    judged = word_pattern("cues", "judging").search(tells_now)
    earlier = word_pattern("cues", "formerly").search(tells_now)
    return (
        bool(earlier)
        or tells(tells_now)
        or bool(judged and not word_pattern("cues", "judging", "court").search(told))
    )


def tells(text: str) -> bool:
    """Whether somebody is said to tell something: cho biết, cho rằng."""
    return word_pattern("cues", "telling").search(settle(text)) is not None
