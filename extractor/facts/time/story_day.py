"""The one day that an article tells of: an accident's, an election's, that of a photo report.

`Rạng sáng 14/11, xưởng giấy bốc cháy. … Lửa thiêu rụi |4.200 m2| nhà xưởng`: that day, until another is told.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.facts.layout import Layout, within
from extractor.facts.time.framing import frames
from extractor.facts.time.slots import is_day, is_one_day
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

Kind = Literal["incident", "election", "photo day"]

# Headline and lead, in sentences, and the days within which they are news.
LEAD, FRESH = 5, 10


@dataclass(frozen=True, slots=True)
class StoryDay:
    """The day, and the kind of the happening, which is also the reason of the periods it gives."""

    period: Period
    kind: Kind

    def holds(self, aspect: Aspect, clause: str) -> bool:
        """Whether what the settled clause tells was on the day: what was done, and how things stood meanwhile.

        `Lúc cháy có 9 công nhân` tells of the day; `nhà máy có 900 công nhân` does not.
        """
        if aspect == "flow":
            return self.kind != "election" or _has("election", clause)
        meanwhile = {("incident", "stock"): "at_incident", ("election", "rate"): "voting"}.get((self.kind, aspect))
        return meanwhile is not None and _has(meanwhile, clause)

    def lies_in(self, period: Period) -> bool:
        """Whether the period is the year of a day in pictures: `Năm nay, 8 thuyền dự hội` goes on with the day."""
        year = period.rule == "year" and (period.first or "")[:4] == (self.period.first or "")[:4]
        return self.kind == "photo day" and year


def find_story_day(reading: Reading, layout: Layout) -> StoryDay | None:
    """The first day of the lead on which something happened that the article is about."""
    pictured = word_pattern("cues", "photo_report").search(settle(reading.text)) is not None
    for first, last in layout.sentences[:LEAD]:
        for period in within(reading.periods, first, last):
            if not (is_one_day(period) and _is_news(period, reading.published)):
                continue
            if not (kind := _kind(reading.text, period, first, last, pictured=pictured)):
                continue
            return StoryDay(period, kind)
    return None


def _kind(text: str, period: Period, first: int, last: int, *, pictured: bool) -> Kind | None:
    """What the sentence says of the day."""
    before, behind = settle(text[first : period.start]), settle(text[period.end : last])
    if not frames(text, period, first):
        return None
    struck = word_pattern("cues", "striking")
    near = struck.search(behind) or next(reversed(list(struck.finditer(before))), None)
    if near is not None:
        between = behind[: near.start()] if near.string == behind else before[near.end() :]
        if not word_pattern("cues", "dealing_with").search(between):
            return "incident"
    if pictured:
        return "photo day"
    return "election" if _has("voting", before + behind) else None


def _has(table: str, clause: str) -> bool:
    return word_pattern("cues", table).search(clause) is not None


def _is_news(period: Period, published: str | None) -> bool:
    """Whether the day was not long before the publication, and has come."""
    if published is None or not is_day(published):
        return published is None
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(period.first or "")).days <= FRESH
