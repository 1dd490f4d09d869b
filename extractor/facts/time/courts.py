"""When a court sat: what it decides is of that day, whatever day the deed was."""

from extractor.facts.layout import Layout
from extractor.facts.time.framing import frames
from extractor.facts.time.slots import is_one_day
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle


def find_trials(reading: Reading, layout: Layout) -> tuple[Period, ...]:
    """The days on which a court sat: `|Ngày 5/3|, tòa án huyện xét xử 3 bị cáo`."""
    return tuple(
        period
        for period in reading.periods
        if is_one_day(period) and _sits(reading.text, period, *layout.sentence(period.start))
    )


def _sits(text: str, period: Period, first: int, last: int) -> bool:
    """Whether a court sits in the clause that the day sets the time of."""
    behind = settle(text[period.end : last])
    return frames(text, period, first) and word_pattern("cues", "court").search(behind) is not None


def decides(text: str) -> bool:
    """Whether the settled sentence tells what a court decides: `HĐXX tuyên phạt An 9 năm tù`."""
    return word_pattern("cues", "deciding").search(text) is not None
