"""The period a stretch of text speaks about: its own, its sentence's, or the one it continues."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractor.facts.framing import bracketed, frames, of_congress, of_noun, opens, saying
from extractor.facts.layout import Layout, within
from extractor.facts.sections import section_heading
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect, Span
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

# Forms that speak of another time than the sentence's own.
ASIDE = frozenset({"comparison", "clock", "duration", "birth", "citation", "anniversary", "lunar"})
# How many sentences a continued time may lie back.
REACH = 8
# Rules of stretches that run back from today: what exists through them exists today.
BACKWARD = frozenset({"years back", "months back"})
# Headline and lead: the sentences that set the article's time.
LEAD = 3
OPENING = 60
# Days after which a stretch is no time of what exists now.
LONG_PAST = 180
# Days that a flood or storm lasts at most; `từ đầu năm` is no disaster's time.
LONGEST_DISASTER = 45

# How much of its first day a month or a year tells that is open at its end.
PRECISION = {"month": len("2013-07"), "year": len("2013")}

_CLAUSE_MARK = re.compile(r"[,;](?!\d)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Times:
    """Answers which period a span inherits. Build it once for an article with `Times.of`.

    `meeting` is the day of the meeting that the article reports, `disasters` the times of floods and storms,
    `frame` the stretch of months or years that headline or lead set (6 tháng đầu năm 2016).
    """

    reading: Reading
    layout: Layout
    meeting: Period | None
    disasters: tuple[Period, ...]
    frame: Period | None

    @classmethod
    def of(cls, reading: Reading) -> "Times":
        """The times of one article."""
        layout = Layout.of(reading)
        return cls(reading, layout, _meeting(reading), _disasters(reading, layout), _frame(reading, layout))

    def period(self, start: int, end: int) -> tuple[Period | None, str]:
        """The period that governs the span `start:end`, and the reason.

        Reasons: `beside` (right behind the span), `clause`, `sentence`, `disaster`, `meeting` (tại hội nghị …),
        `heading` (of a list), `continued` (from the sentence before), `lead`, `none`.
        """
        first, last = self.layout.sentence(start)
        own = self._in_sentence(first, last, start, end)
        if own[0]:
            return own
        struck = self._disaster(start)
        if struck and self._tells_damage(start, end):
            return struck, "disaster"
        if self.meeting and self._at_meeting(first):
            return (None, "reported") if self._says(first, start) else (self.meeting, "meeting")
        headed = self._headed(first)
        if headed:
            return headed, "heading"
        continued = self._continued(first)
        if continued[1] != "none":
            return continued
        section = section_heading(self.layout, first)
        held = self._periods(*section) if section else []
        if held:
            return held[-1], "heading"
        return (self.frame, "lead") if self._still_framed(first) else continued

    def _headed(self, first: int) -> Period | None:
        """The time in the line with a colon above a list: `Kết quả năm 2023:`, below it `- Thu 9 tỷ đồng.`"""
        heading = self.layout.heading(first) if self.layout.is_item(first) else None
        if heading is None:
            return None
        held = self._periods(*heading)
        return held[-1] if held else self._continued(self.layout.sentence(heading[0])[0])[0]

    def _still_framed(self, first: int) -> bool:
        """Whether the lead's time may still hold: in a text without paragraphs not for long."""
        if self.frame is None:
            return False
        near = self.layout.sentence_index(first) - self.layout.sentence_index(self.frame.start) <= REACH
        return near or self.layout.paragraph(first)[0] > self.layout.paragraph(self.frame.start)[0]

    def long_past(self, period: Period) -> bool:
        """Whether the stretch had ended half a year before the publication."""
        published, last = self.reading.published or "", period.last or ""
        if period.form != "span" or not _DAY.fullmatch(published) or not last:
            return False
        ended = last if _DAY.fullmatch(last) else f"{last[:4]}-12-31"
        return (date.fromisoformat(published) - date.fromisoformat(ended)).days > LONG_PAST

    @property
    def occasion(self) -> Period | None:
        """The days of the event that the article reports: those that open the lead, else the meeting's day."""
        days = self.frame and _DAY.fullmatch(self.frame.first or "") and _DAY.fullmatch(self.frame.last or "")
        return self.frame if days and self.frame and self.frame.rule == "day list" else self.meeting

    def date(self, start: int, end: int) -> str | None:
        """The date that governs the span as one partial ISO date (`2024-09-17`, `2023`), or None."""
        period, _ = self.period(start, end)
        return as_date(period) if period else None

    def _in_sentence(self, first: int, last: int, start: int, end: int) -> tuple[Period | None, str]:
        text = self.reading.text
        periods = self._periods(first, last)
        beside = [p for p in periods if end <= p.start <= end + 12 and _adjacent(text[end : p.start])]
        if beside:
            return beside[0], "beside"
        before = [p for p in periods if p.start < start]
        framing = self._framing(before, first, last)
        if before and self._founded(before[-1], first, start):
            return before[-1], "clause"
        if before and self._unparted(before[-1].end, start):
            narrower = [p for p in framing if self._within_named(p, before[-1], first)]
            return (narrower[-1], "sentence") if narrower else (before[-1], "clause")
        if framing:
            return framing[-1], "sentence"
        mark = _CLAUSE_MARK.search(text, end, last)
        stop = mark.start() if mark else last
        after = [p for p in periods if end <= p.start < stop and not of_noun(self.reading.text, p)]
        return (after[0], "sentence") if after else (None, "none")

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

    def _periods(self, first: int, last: int) -> list[Period]:
        return [p for p in within(self.reading.periods, first, last) if p.form not in ASIDE]

    def _unparted(self, end: int, start: int) -> bool:
        """Whether no comma, `và` or other number stands between a period and the number it may govern."""
        if _CLAUSE_MARK.search(self.reading.text, end, start) or " và " in self.reading.text[end:start]:
            return False
        return not within(self.reading.quantities, end, start)

    def _at_meeting(self, first: int) -> bool:
        opening = settle(self.reading.text[first : first + 40])
        return opening.startswith(word_forms("cues", "meeting"))

    def _says(self, first: int, last: int) -> bool:
        """Whether somebody says what follows: `Tại hội nghị, ông An cho biết xã có 9 tổ`."""
        return bool(saying().search(settle(self.reading.text[first:last])))

    def _disaster(self, start: int) -> Period | None:
        """The last disaster named before; one of its days is no other disaster."""
        last: Period | None = None
        for period in self.disasters:
            if period.start >= start:
                break
            inside = (
                last and (last.first or "") <= (period.first or "") and (period.last or "") <= (last.last or "")
            )
            last = last if inside else period
        return last

    def _tells_damage(self, start: int, end: int) -> bool:
        """Whether the number's clause says what the flood or storm did."""
        first, last = self.layout.sentence(start)
        clause = settle(self.reading.text[max(first, start - 70) : min(last, end + 40)])
        return bool(_pattern("damage").search(clause))

    def _continued(self, first: int) -> tuple[Period | None, str]:
        """The time of the sentence before, within the paragraph, or through openings such as `Ngoài ra`."""
        at = self.layout.sentence_index(first)
        for index in range(at, max(0, at - REACH), -1):
            begin, _ = self.layout.sentences[index]
            opening = settle(self.reading.text[begin : begin + 30])
            crosses = opening.startswith(word_forms("cues", "continuing")) or self._at_meeting(begin)
            if opening.startswith(word_forms("cues", "departing")):
                return None, "departed"
            before, stop = self.layout.sentences[index - 1]
            if before < self.layout.paragraph(begin)[0] and not crosses:
                break
            if self.meeting and self._at_meeting(before) and not self._framed(before, stop):
                return (None, "reported") if self._says(before, stop) else (self.meeting, "meeting")
            found = self._framed(before, stop)
            if found:
                # `hiện nay` holds for its own sentence alone.
                return (None, "none") if found.form == "now" else (found, "continued")
            if not crosses and not self._figures(before, stop):
                break
        return None, "none"

    def _figures(self, first: int, last: int) -> bool:
        """Whether the sentence states a number, so that its time goes on to the figures behind it."""
        return any(not quantity.refused for quantity in within(self.reading.quantities, first, last))

    def _framed(self, first: int, last: int) -> Period | None:
        """The last period that opens a clause of the sentence or stands before its first number."""
        free = [p for p in self._periods(first, last) if not bracketed(self.reading.text, p)]
        framing = self._framing(free, first, last)
        return framing[-1] if framing else None

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

        found = [p for p in periods if frames(text, p, first) and (leads(p) or opens(text, p, first))]
        # `Trước đó, ngày 3/9`: what tells a date goes before what tells none.
        return [p for p in found if p.first or p.last] or found


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return whole_words(word_forms("cues", table))


def slot(period: Period | None, aspect: Aspect, published: str | None) -> Span | None:
    """The `period` slot of a count of this aspect."""
    at_publication = (published, published) if published else None
    if period is None or not (period.resolved or period.first or period.last):
        return at_publication if aspect in ("stock", "rate") else None
    if period.form == "now":
        return (None, published) if aspect == "flow" and published else at_publication
    if period.rule == "carried out" and aspect == "rate" and period.form == "until":
        return (None, period.last)  # `từ khi hợp nhất đến nay, thu nhập tăng 2 lần`
    if period.form in ("until", "deadline"):
        by_day = aspect == "target" and bool(_DAY.fullmatch(period.last or ""))
        return (period.last, period.last) if by_day or aspect in ("stock", "rate") else (None, period.last)
    if period.form == "since":
        return _since(period, aspect, published)
    if period.first is None and period.last is None:
        return None
    until_today = bool(published and period.last and published.startswith(period.last))
    if aspect in ("stock", "rate") and until_today and period.rule in BACKWARD:
        return at_publication
    if aspect == "stock" and period.last == published and period.first != published:
        return at_publication
    if aspect == "stock" and period.rule == "closing":
        return (period.last, period.last)  # `hết quý II, xã có 9 tổ`
    return (period.first, period.last)


def _since(period: Period, aspect: Aspect, published: str | None) -> Span | None:
    """`từ năm 2019`: a stock of today (or of a future start), a flow until today, a target with an open end."""
    future = bool(published and period.first and period.first > published)
    if aspect == "stock":
        day = period.first if future else published
        return (day, day) if day else None
    return (period.first, None if future or aspect == "target" else published)


def as_date(period: Period) -> str | None:
    """A period as one partial date: a day, a month, a year; the end of what is open at its start."""
    if period.last is None and period.first and period.rule in PRECISION:
        return period.first[: PRECISION[period.rule]]  # `từ tháng 7/2013`
    if period.first == period.last or period.last is None:
        return period.first
    if period.first is None:
        return period.last
    if period.first[:4] == period.last[:4]:
        same_month = period.first[:7] == period.last[:7]
        whole_month = same_month and period.first.endswith("-01") and period.last[8:] >= "28"
        return period.first[:7] if whole_month else period.first[:4]
    return None


def _meeting(reading: Reading) -> Period | None:
    """The day of the meeting that the article reports: the first full date with no other use."""
    for period in reading.periods:
        if period.form == "date" and period.first == period.last and _DAY.fullmatch(period.first or ""):
            return period
    return None


def _frame(reading: Reading, layout: Layout) -> Period | None:
    """The months or years that the headline or the lead set as the article's time."""
    for first, last in layout.sentences[:LEAD]:
        for period in reading.periods:
            spans = period.form == "span" and period.first and period.last
            named = bracketed(reading.text, period) or of_congress(reading.text, period)
            if first <= period.start < last and spans and not named:
                headline = first < len(reading.title or "")
                opening = period.start - first < OPENING and opens(reading.text, period, first)
                if headline or opening or _reviewed(reading.text, period, first):
                    return period
    return None


def _reviewed(text: str, period: Period, first: int) -> bool:
    """Whether a meeting reviews the period: `tổng kết phong trào giai đoạn 2012 - 2016`, not `năm 2024`."""
    begin, end = period.first or "", period.last or ""
    one_year = begin[:4] == end[:4] and begin.endswith("-01-01") and end.endswith("-12-31")
    return not one_year and bool(_pattern("review").search(settle(text[first : period.start])))


def _disasters(reading: Reading, layout: Layout) -> tuple[Period, ...]:
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


def _adjacent(gap: str) -> bool:
    return settle(gap.strip()) in ("", "(", "trong", "vào", "từ", "của", "tại", "nữa", "cả") and "\n" not in gap
