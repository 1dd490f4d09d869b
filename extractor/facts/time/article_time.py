"""The time that headline and lead set for an article: a meeting's day, the months or years under review."""

import re

from extractor.facts.layout import Layout, within
from extractor.facts.time.framing import bracketed, of_congress, opens
from extractor.facts.time.slots import is_one_day
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

# Headline and lead: the sentences that set the article's time.
LEAD = 3
OPENING = 60
# Sentences, captions among them, within which the day of what an article reports is told.
BEGINNING = 8
_AGE = re.compile(rf"\s\d{{1,3}}\s{alternation(word_forms('people', 'age'))}")  # `Năm nay |46 tuổi|, ông …`
_REPORTED = 1
"""Years after which nothing is reported that a lead tells of a year."""


def find_meeting(reading: Reading, layout: Layout) -> Period | None:
    """The day of the meeting that the article reports: the first full date near its beginning with no other use.

    `Hồi đầu năm` is no day on which people met.
    """
    day = next((p for p in reading.periods if is_one_day(p) and p.rule != "edge"), None)
    return day if day and layout.sentence_index(day.start) < BEGINNING else None


def find_frame(reading: Reading, layout: Layout) -> Period | None:
    """The months or years that the headline or the lead set as the article's time.

    A whole year that a meeting reviews gives way to the days of that year with which the lead goes on.
    """
    found: list[Period] = []
    for first, last in layout.sentences[:LEAD]:
        for period in within(reading.periods, first, last):
            spans = period.form == "span" and period.first and period.last
            named = bracketed(reading.text, period) or of_congress(reading.text, period)
            named = named or _AGE.match(reading.text, period.end) is not None
            if not spans or named:
                continue
            headline = first < len(reading.title or "")
            opening = period.start - first < OPENING and opens(reading.text, period, first)
            opening = opening and not _of_story(reading, period)
            if headline or opening or _reviewed(reading, period, first):
                found.append(period)
    frame = next(iter(found), None)
    if frame is None or not _is_year(frame):
        return frame
    begin, end = frame.first or "", frame.last or ""
    inside = (p for p in found if begin <= (p.first or "") and (p.last or "") <= end and not _is_year(p))
    return next(inside, frame)


def _of_story(reading: Reading, period: Period) -> bool:
    """Whether it ended long before the publication: a story's, as no report is of `Năm 1992`."""
    published, last = reading.published, period.last
    return bool(published and last and int(published[:4]) - int(last[:4]) > _REPORTED)


def _reviewed(reading: Reading, period: Period, first: int) -> bool:
    """Whether it is under review: `tổng kết phong trào giai đoạn 2012 - 2016`, `tổng kết |công tác| năm 2022`.

    A year that is not near its end has been reviewed in part only: what is told without a time is not all of it.
    """
    before = settle(reading.text[first : period.start])
    reviews = word_pattern("cues", "review").search(before)
    if reviews is None or not _is_year(period):
        return reviews is not None
    over = reading.published is None or (period.last or "")[:7] <= reading.published[:7]
    return over and _is_work(before[reviews.end() :])


def _is_work(theme: str) -> bool:
    """Whether a year itself or its work is reviewed: `tổng kết |công tác Hội| năm 2022`, no campaign."""
    return not theme.strip() or word_pattern("cues", "work").search(theme) is not None


def _is_year(period: Period) -> bool:
    begin, end = period.first or "", period.last or ""
    return begin[:4] == end[:4] and begin.endswith("-01-01") and end.endswith("-12-31")
