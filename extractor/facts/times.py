"""The period a stretch of text speaks about: its own, its sentence's, or the one it continues."""

from dataclasses import dataclass

from extractor.facts.layout import Layout
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect, Span
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle

# Forms that speak of another time than the sentence's own.
ASIDE = frozenset({"comparison", "clock", "duration"})


@dataclass(frozen=True, slots=True)
class Times:
    """Answers which period a span inherits. Build it once for an article with `Times.of`."""

    reading: Reading
    layout: Layout
    meeting_date: Period | None

    @classmethod
    def of(cls, reading: Reading) -> "Times":
        """The times of one article."""
        layout = Layout.of(reading)
        return cls(reading, layout, _meeting_date(reading))

    def period(self, start: int, end: int) -> tuple[Period | None, str]:
        """The period that governs the span `start:end`, and the reason.

        Reasons: `beside` (right behind the span), `sentence`, `meeting` (tại hội nghị …), `continued` (from the
        sentence before), `none`.
        """
        first, last = self.layout.sentence(start)
        own = self._in_sentence(first, last, start, end)
        if own[0]:
            return own
        opening = settle(self.reading.text[first : first + 40])
        if self.meeting_date and opening.startswith(word_forms("cues", "meeting")):
            return self.meeting_date, "meeting"
        return self._continued(first)

    def date(self, start: int, end: int) -> str | None:
        """The date that governs the span as one partial ISO date (`2024-09-17`, `2023`), or None."""
        period, _ = self.period(start, end)
        return as_date(period) if period else None

    def _in_sentence(self, first: int, last: int, start: int, end: int) -> tuple[Period | None, str]:
        periods = [p for p in self.reading.periods if first <= p.start < last and p.form not in ASIDE]
        beside = [p for p in periods if end <= p.start <= end + 12 and _adjacent(self.reading.text[end : p.start])]
        if beside:
            return beside[0], "beside"
        before = [p for p in periods if p.start < start]
        if before:
            return before[-1], "sentence"
        clause_end = _clause_end(self.reading.text, end, last)
        after = [p for p in periods if end <= p.start < clause_end]
        return (after[0], "sentence") if after else (None, "none")

    def _continued(self, first: int) -> tuple[Period | None, str]:
        """The time of the sentence before, within the paragraph, or through an opening such as `Ngoài ra`."""
        at = self.layout.sentence_index(first)
        paragraph_start, _ = self.layout.paragraph(first)
        opening = settle(self.reading.text[first : first + 30])
        if opening.startswith(("qua công tác", "từ việc", "thông qua")):
            return None, "none"
        crosses = opening.startswith(word_forms("cues", "continuing"))
        while at > 0:
            at -= 1
            begin, stop = self.layout.sentences[at]
            if begin < paragraph_start and not crosses:
                break
            found = self._in_sentence(begin, stop, stop, stop)[0]
            if found:
                return found, "continued"
            if begin < paragraph_start:
                break
        return None, "none"


def slot(period: Period | None, aspect: Aspect, published: str | None, *, state: bool) -> Span | None:
    """The `period` slot of a count of this aspect. `state` marks a target that will hold at a time (có, đạt)."""
    if period is None or not (period.resolved or period.first or period.last):
        return (published, published) if aspect in ("stock", "rate") and published else None
    if period.form == "now":
        if not published:
            return None
        return (None, published) if aspect == "flow" else (published, published)
    if period.form in ("until", "deadline"):
        at_time = aspect in ("stock", "rate") or (aspect == "target" and state)
        return (period.last, period.last) if at_time else (None, period.last)
    if period.form == "since" and aspect == "stock":
        return (published, published) if published else None
    if period.first is None and period.last is None:
        return None
    return (period.first, period.last)


def as_date(period: Period) -> str | None:
    """A period as one partial date: a day, a month, a year; the end of what is open at its start."""
    if period.first == period.last or period.last is None:
        return period.first
    if period.first is None:
        return period.last
    if period.first[:4] == period.last[:4]:
        same_month = period.first[:7] == period.last[:7]
        whole_month = same_month and period.first.endswith("-01") and period.last[8:] >= "28"
        return period.first[:7] if whole_month else period.first[:4]
    return None


def _meeting_date(reading: Reading) -> Period | None:
    """The day of the meeting that the article reports: the first full date with no other use."""
    for period in reading.periods:
        if period.form == "date" and period.first and period.first == period.last and len(period.first) == 10:
            return period
    return None


def _adjacent(gap: str) -> bool:
    return gap.strip().lower() in ("", "(", "trong", "vào", "từ", "của", "tại", "nữa", "cả") and "\n" not in gap


def _clause_end(text: str, end: int, last: int) -> int:
    """The next comma or semicolon that parts clauses, or the end of the sentence."""
    for at in range(end, last):
        if text[at] in ";," and not text[at + 1 : at + 2].isdigit():
            return at
    return last
