"""The time that a sentence itself tells of a number in it, and the one that it sets for what follows."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.layout import Layout, within
from extractor.facts.time.continuing import tells
from extractor.facts.time.framing import (
    ASIDE,
    bracketed,
    closed_in,
    frames,
    introduces,
    is_topic,
    of_account,
    of_incident,
    of_noun,
    opens,
    since_beginning,
)
from extractor.facts.time.listed import CLAUSE_MARK, closing_time
from extractor.facts.time.occasions import OCCASION
from extractor.facts.time.slots import is_one_day
from extractor.reading.spans import Period, Reading
from extractor.records import Span
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import settle

# What parts a sentence that lists acts, and its parts at most.
_PART, MOST_PARTS = re.compile(r";(?!\d)"), 40
# Words before its time of a sentence that only names what happened then.
FEW = 4


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """The periods of an article, in order, asked sentence by sentence; and how often each time is told."""

    reading: Reading
    layout: Layout
    periods: tuple[Period, ...]
    mentions: Counter[Span]

    @classmethod
    def of(cls, reading: Reading, layout: Layout, periods: tuple[Period, ...]) -> "OwnTimes":
        """The periods of one article."""
        return cls(reading, layout, periods, Counter((period.first, period.last) for period in periods))

    def of_number(self, first: int, last: int, start: int, end: int) -> tuple[Period | None, str]:
        """The time that the sentence `first:last` tells of its number `start:end`, and the reason."""
        text = self.reading.text
        periods = self.told(first, last)
        beside = [
            p
            for p in periods
            if (p.resolved and start < p.start < end <= p.end)
            or (end <= p.start <= end + 12 and _adjacent(text[end : p.start]) and not self._of_another(p, end))
        ]
        if beside:
            return beside[0], "beside"
        before = [p for p in periods if p.start < start and not self._of_start(p, first, start)]
        before = [p for p in before if not self._of_bracket(p, first, start)]
        if part := self._of_part(first, last, start):
            return part, "clause"
        framing = self._framing(before, first, last)
        if before and self._founded(before[-1], first, start):
            return before[-1], "clause"
        if before and self._unparted(before[-1].end, start):
            narrower = [p for p in framing if self._within_named(p, before[-1], first)]
            return (narrower[-1], "sentence") if narrower else (before[-1], "clause")
        topics = [p for p in before if p.form == "span" and is_topic(text, p, start)]
        if topics and (not framing or topics[-1].start > framing[-1].start):
            return topics[-1], "topic"
        begun = [p for p in before if since_beginning(text, p, first, start)]
        if begun and not framing:
            return begun[-1], "sentence"  # `Tổ thành lập |năm 2019|, đã giúp dân 320 ngày công, trồng 90 cây`
        if framing and is_one_day(framing[-1]) and tells(text[framing[-1].end : start]):
            return None, "none"  # `Ngày 17/4, ông An cho biết xã có 15 con bò`
        if framing:
            return framing[-1], "sentence"
        mark = CLAUSE_MARK.search(text, end, last)
        stop = mark.start() if mark else last
        compared = word_pattern("cues", "compared_with").search(settle(text[end:stop]))
        stop = end + compared.start() if compared else stop
        after = [p for p in periods if end <= p.start < stop and p.rule != OCCASION and not of_noun(text, p)]
        after = [p for p in after if not self._of_another(p, end)]
        if after:
            return after[0], "sentence"
        closing = closing_time(self.reading.text, self.layout, periods, end, last)
        return (closing, "closing") if closing else (None, "none")

    def framed(self, first: int, last: int) -> Period | None:
        """The last period that opens a clause of the sentence or stands before its first number."""
        free = [p for p in self.told(first, last) if not bracketed(self.reading.text, p)]
        free = [p for p in free if not self._of_bracket(p, first, last)]
        framing = self._framing(free, first, last)
        return framing[-1] if framing else None

    def handed_on(self, first: int, last: int) -> Period | None:
        """The time that a sentence hands on to the next: what it is `framed` by, else its only one, at its end.

        `Công an xã bắt 12 vụ trộm |trong năm 2023|. Ngoài ra, …`; `Công ty công bố báo cáo tài chính |quý II|. …`
        """
        if framed := self.framed(first, last):
            return framed
        told = [p for p in self.told(first, last) if p.rule != OCCASION]
        if topic := self._topic(told, first, last):
            return topic
        if len(told) != 1 or told[0].form not in ("span", "until") or bracketed(self.reading.text, told[0]):
            return None
        behind = settle(self.reading.text[told[0].end : last]).strip(' .;”"')
        hands_on = frames(self.reading.text, told[0], first) or of_account(self.reading.text, told[0], first)
        # `Rồi trận lụt |năm 2000|. Nước ngập 2 m`
        hands_on = hands_on or len(self.reading.text[first : told[0].start].split()) <= FEW
        return told[0] if not behind and hands_on else None

    def _topic(self, told: list[Period], first: int, last: int) -> Period | None:
        """The only time told, if it is that of the measured thing that the sentence is about.

        `Doanh thu |năm 2018| đạt 300 tỷ đồng. Lợi nhuận đạt 20 tỷ đồng.`
        """
        numbers = [q for q in within(self.reading.quantities, first, last) if not q.refused]
        if len(told) != 1 or told[0].form != "span" or not numbers or is_one_day(told[0]):
            return None
        start = numbers[0].start
        return told[0] if told[0].end <= start and is_topic(self.reading.text, told[0], start) else None

    def told(self, first: int, last: int) -> list[Period]:
        """Those of `first:last` that may be the time of what is told."""
        return [p for p in within(self.periods, first, last) if p.form not in ASIDE]

    def _framing(self, periods: list[Period], first: int, last: int) -> list[Period]:
        """Those of the periods that set the time of what follows in the sentence `first:last`."""
        text = self.reading.text
        places = within(self.reading.places, first, last)
        numbers = [
            q.start
            for q in within(self.reading.quantities, first, last)
            if not q.refused and not any(p.start <= q.start < p.end for p in places)
        ]

        def leads(period: Period) -> bool:
            clause = max(first, text.rfind(";", first, period.start))
            return not any(clause <= at < period.start for at in numbers)

        found = [
            p
            for p in periods
            if introduces(text, p, first)
            or of_incident(text, p, first)
            or (p.rule == OCCASION and leads(p))
            or (frames(text, p, first) and (leads(p) or opens(text, p, first)))
        ]
        # `Trước đó, ngày 3/9`: what tells a date goes before what tells none.
        return [p for p in found if p.first or p.last] or found

    def _of_part(self, first: int, last: int, start: int) -> Period | None:
        """The day that opens the number's part of a sentence that lists what was done on several days.

        `Vụ thứ nhất ngày 10/4/2012 bắt 3 người, thu 11 kg; vụ thứ hai |ngày 22/6/2017|, bắt 5 người, |40 bánh|`
        """
        marks = [match.end() for match in _PART.finditer(self.reading.text, first, last)]
        if not marks or len(marks) > MOST_PARTS:
            return None
        bounds = [first, *marks, last]
        days = {begin: self._opening_day(begin, stop) for begin, stop in pairwise(bounds)}
        own = max(begin for begin in bounds[:-1] if begin <= start)
        day = days[own]
        several = sum(found is not None for found in days.values()) > 1
        return day if day and several and day.end <= start else None

    def _opening_day(self, begin: int, stop: int) -> Period | None:
        """The only day told in `begin:stop`, before its first number."""
        days = [p for p in self.told(begin, stop) if is_one_day(p)]
        numbers = [q for q in within(self.reading.quantities, begin, stop) if not q.refused]
        if len(days) != 1 or not numbers:
            return None
        return days[0] if days[0].end <= numbers[0].start else None

    def _of_start(self, period: Period, first: int, start: int) -> bool:
        """Whether the period times what a change began with: `từ 32,6% |đầu năm 2016| giảm còn 12,8%`."""
        told = [q for q in within(self.reading.quantities, first, period.start) if not q.refused]
        if not told or not _adjacent(self.reading.text[told[-1].number_end : period.start].lstrip(" %")):
            return False
        if not self.reading.text[first : told[-1].start].rstrip().endswith("từ"):
            return False
        return word_pattern("cues", "resuming").search(settle(self.reading.text[period.end : start])) is not None

    def _of_bracket(self, period: Period, first: int, stop: int) -> bool:
        """Whether brackets closed before `stop` tell it of what stands before or in them, and of nothing behind.

        `9 tổ ở xã Đông |(7/2018)| và 2 tổ ở xã Tây`, `còn 1 hộ (|năm 2024| là 3 hộ); 238/246 hộ đạt`
        """
        if not closed_in(self.reading.text, period, first, stop):
            return False
        told = within(self.reading.quantities, first, self.reading.text.find(")", period.end))
        return any(not quantity.refused for quantity in told)

    def _of_another(self, period: Period, end: int) -> bool:
        """Whether the brackets tell another number of that time: `còn 36 hộ (|cuối năm 2017| là 52 hộ)`."""
        text = self.reading.text
        opened = "(" in (gap := text[end : period.start]) and ")" not in gap
        close = text.find(")", period.end) if opened else -1
        return close > 0 and bool(within(self.reading.quantities, period.end, close))

    def _founded(self, period: Period, first: int, start: int) -> bool:
        """Whether the number tells with what something began: `thành lập tháng 4/2017 với 27 người, |9 tàu|`."""
        begun = settle(self.reading.text[first : period.start]).rstrip()
        begun = re.split(r"[,;:]", begun)[-1].removesuffix(" vào").removesuffix(" từ").rstrip()
        behind = settle(self.reading.text[period.end : start])
        return begun.endswith(word_forms("cues", "founding")) and " với " in behind and ";" not in behind

    def _within_named(self, day: Period, named: Period, first: int) -> bool:
        """Whether the day that opens the sentence lies in a year that only names something.

        `Sáng 1/3, xã tổ chức hội nghị già làng |năm 2019| với 60 đại biểu`
        """
        inside = (named.first or "") <= (day.first or "") and (day.last or "") <= (named.last or "")
        names = day.first == day.last and not frames(self.reading.text, named, first)
        return day is not named and inside and names and opens(self.reading.text, day, first)

    def _unparted(self, end: int, start: int) -> bool:
        """Whether no comma, `và` or other number stands between a period and the number it may govern."""
        if CLAUSE_MARK.search(self.reading.text, end, start) or " và " in self.reading.text[end:start]:
            return False
        return not within(self.reading.quantities, end, start)


def _adjacent(gap: str) -> bool:
    return settle(gap.strip()) in ("", "(", "trong", "vào", "từ", "của", "tại", "nữa", "cả") and "\n" not in gap
