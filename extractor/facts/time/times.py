"""The period a stretch of text speaks about: its own, its sentence's, or the one it continues."""

from dataclasses import dataclass, replace
from datetime import date

from extractor.facts.layout import Layout
from extractor.facts.sections import section_heading
from extractor.facts.subject.happening import Happening
from extractor.facts.subject.subject import Subject
from extractor.facts.time.article_time import find_frame, find_meeting
from extractor.facts.time.continuing import ACTS, comments, narrates, ranks, states_figures, tells, turns
from extractor.facts.time.courts import decides, find_trials
from extractor.facts.time.disasters import find_disasters, tells_damage
from extractor.facts.time.framing import QUOTES, adds, is_begun
from extractor.facts.time.occasions import Occasions, came_to
from extractor.facts.time.own_times import OwnTimes
from extractor.facts.time.slots import as_date, is_day, is_one_day, nights
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import settle

# How far into a sentence the name of the meeting stands that opens it.
OPENING = 60
# How many sentences a continued time may lie back.
REACH = 8
# Rules of what has gone on until now.
UNTIL_NOW = frozenset({"until now", "carried out"})
# Days after which a stretch is no time of what exists now.
LONG_PAST = 180


@dataclass(frozen=True, slots=True)
class Times:
    """Answers which period a span inherits. Build it once for an article with `Times.of`.

    `subject` is what the article is about, `own` has the periods of the reading and of the `occasions` that a
    sentence names again, `meeting` is the day of the meeting that the article reports, `disasters` the times of
    floods and storms, `trials` the days on which a court sat, `frame` the stretch of months or years that headline
    or lead set (6 tháng đầu năm 2016).
    """

    reading: Reading
    layout: Layout
    subject: Subject
    own: OwnTimes
    occasions: Occasions
    meeting: Period | None
    disasters: tuple[Period, ...]
    trials: tuple[Period, ...]
    frame: Period | None

    @classmethod
    def of(cls, reading: Reading, subject: Subject, layout: Layout) -> "Times":
        """The times of one article."""
        occasions = Occasions.of(reading, layout)
        periods = sorted([*reading.periods, *occasions.periods(reading, layout)], key=lambda period: period.start)
        struck, tried = find_disasters(reading, layout), find_trials(reading, layout)
        meeting, frame = find_meeting(reading, layout), find_frame(reading, layout)
        own = OwnTimes.of(reading, layout, tuple(periods))
        return cls(reading, layout, subject, own, occasions, meeting, struck, tried, frame)

    @property
    def happening(self) -> Happening | None:
        """What the lead of the article gives a day."""
        return self.subject.dated

    def period(self, start: int, end: int) -> tuple[Period | None, str]:
        """The period that governs the span `start:end`, and the reason.

        Reasons: `beside` (right behind the span), `clause`, `sentence`, `disaster`, `meeting` (tại hội nghị …),
        `trial` (what a court decides), `heading` (of a list), `topic` (doanh thu năm 2023 …), `closing` (of a list
        of acts), `continued` (from the sentence before), `lead`; where there is none `reported` (said at a
        meeting), `departed` (thông qua mô hình …, ông cho biết …) or `none`.
        """
        first, last = self.layout.sentence(start)
        own = self.own.of_number(first, last, start, end)
        met = self._met(first, start) or self._attended(end)
        if own[0] and self.happening and own[0].rule == "stretch" and _of_hours(self.reading.text, own[0]):
            own = None, "none"  # `Chỉ trong 2 giờ, dân quân đưa 90 người lên tầng hai`
        if own[0] and self.happening and self.happening.is_this(own[0], self.reading.text[first:last]):
            own = self.happening.day, self.happening.kind
        # `Tại hội nghị, huyện thưởng 5 triệu đồng cho tổ bắt vụ trộm |đêm 6/3|`: the time of another thing.
        if own[0] and not (met and own[1] == "sentence" and own[0].start >= end):
            return own
        struck = self._disaster(start)
        if struck and self._tells_damage(start, end):
            told = self._continued(first, end)
            # `Đêm 9/9, lũ cuốn nhà chị Hoa. Chị mất 2 con trâu`: that night, not all days of the flood.
            return told if told[0] and _is_night_of(told[0], struck) else (struck, "disaster")
        if tried := self._tried(first, last):
            return tried, "trial"
        headed = None if met else self._headed(first)
        if headed:
            return headed, "heading"
        continued = met or self._continued(first, end)
        if continued[1] == "reported" and self._still_framed(first):
            return self.frame, "lead"  # what a meeting hears of is of the time under review
        if continued[1] not in ("none", "departed") or (continued[1] == "departed" and self.happening is None):
            return continued
        if struck and self._rescues(start, end) and self._lasts(struck, first):
            return struck, "disaster"
        if asked := self._asked(first):
            return asked, "continued"
        section = section_heading(self.layout, first)
        held = self.own.told(*section) if section else []
        if held:
            return held[-1], "heading"
        if self._still_framed(first):
            return self.frame, "lead"
        if continued[1] == "departed" and self._departs(first):
            return continued
        return self._of_happening(first, continued)

    def _of_happening(self, first: int, otherwise: tuple[Period | None, str]) -> tuple[Period | None, str]:
        """The day of the happening and its kind, until a sentence before `first` tells another time."""
        day = self.happening.day if self.happening else None
        if self.happening is None or day is None or first <= day.start:
            return otherwise
        last = self.layout.sentence(first)[1]
        if word_pattern("cues", "formerly").search(settle(self.reading.text[first:last])):
            return otherwise
        if self.happening.kind == "crime" and not self._acts_on(day, first, last):
            return otherwise
        if self.happening.kind == "feast" and self.reading.text[first] in QUOTES:
            return otherwise
        if not self._lasts(day, first):
            return otherwise
        return day, self.happening.kind

    def _acts_on(self, day: Period, first: int, last: int) -> bool:
        """Whether the sentence goes on with the acts of the day: not with what somebody did before or says."""
        return narrates(self.reading, self.layout.sentence(day.start), (first, last))

    def _lasts(self, day: Period, first: int) -> bool:
        """Whether no sentence between the happening's day and `first` sets another time."""
        begun = self.layout.sentence_index(day.start)
        for index in range(self.layout.sentence_index(first) - 1, begun, -1):
            found = self.own.framed(*self.layout.sentences[index])
            if found is None or self._when_told(found) or (self.happening and self.happening.lies_in(found)):
                continue
            if found.rule.startswith("until day") and found.end <= self.layout.paragraph(first)[0]:
                continue  # `đến trưa 10/8, 8 người ra đầu thú. / Công an thu giữ |9 xe|`
            return (found.first, found.last) == (day.first, day.last)
        return True

    def _when_told(self, period: Period) -> bool:
        """Whether the day is that on which somebody tells something: `ông An cho biết |chiều 14/11|`."""
        first, last = self.layout.sentence(period.start)
        return is_one_day(period) and tells(self.reading.text[first:last])

    def _departs(self, first: int) -> bool:
        return settle(self.reading.text[first : first + 30]).startswith(word_forms("cues", "departing"))

    def _headed(self, first: int) -> Period | None:
        """The time in the line with a colon above a list: `Kết quả năm 2023:`, below it `- Thu 9 tỷ đồng.`"""
        heading = self.layout.listed_under(first)
        if heading is None:
            return None
        held = self.own.told(*heading)
        return held[-1] if held else self._continued(*self.layout.sentence(heading[0]))[0]

    def _still_framed(self, first: int) -> bool:
        """Whether the lead's time may still hold: in a text without paragraphs not for long."""
        if self.frame is None:
            return False
        near = self.layout.sentence_index(first) - self.layout.sentence_index(self.frame.start) <= REACH
        return near or self.layout.paragraph(first)[0] > self.layout.paragraph(self.frame.start)[0]

    def reviewed(self, period: Period) -> tuple[Period | None, str]:
        """The stretch under review that the article's lead sets and that ends when the period does."""
        fits = self.frame is not None and self.frame.last == period.last
        return (self.frame, "lead") if fits else (None, "none")

    def since_start(self, period: Period) -> Period | None:
        """The stretch from when something began, as its sentence tells before, until now."""
        if period.form != "until" or period.rule not in UNTIL_NOW:
            return None
        first = self.layout.sentence(period.start)[0]
        told = [p for p in self.own.told(first, period.start) if p.resolved and p.form in ("date", "span", "since")]
        begun = told[-1].first if told and is_begun(self.reading.text, told[-1], first) else None
        return replace(period, first=begun, form="span") if begun else None

    def long_past(self, period: Period) -> bool:
        """Whether the stretch had ended half a year before the publication."""
        published, last = self.reading.published or self._latest(), period.last or ""
        if period.form != "span" or not is_day(published) or not last:
            return False
        ended = last if is_day(last) else f"{last[:4]}-12-31"
        return (date.fromisoformat(published) - date.fromisoformat(ended)).days > LONG_PAST

    def _latest(self) -> str:
        """The last day of the latest stretch of time that an article without a date tells of."""
        days = [p.last for p in self.reading.periods if p.form in ("span", "date") and p.last and p.resolved]
        return max((day for day in days if is_day(day)), default="")

    @property
    def occasion(self) -> Period | None:
        """The days of the event that the article reports: those that open the lead, else the meeting's day."""
        listed = self.frame is not None and self.frame.rule == "day list" and nights(self.frame) is not None
        return self.frame if listed else self.meeting

    def date(self, start: int, end: int) -> str | None:
        """The date that governs the span as one partial ISO date (`2024-09-17`, `2023`), or None."""
        period, _ = self.period(start, end)
        return as_date(period) if period else None

    def _met(self, first: int, stop: int) -> tuple[Period | None, str] | None:
        """The day of the meeting at which happened what the sentence tells before `stop`, and the reason.

        None where the sentence opens with no meeting. `Tại hội nghị, ông An cho biết …` tells of no day.
        """
        if not (self._at_meeting(first) or self._by_meeting(first, stop) or self._there(first)):
            return None
        named = self.occasions.named(first, min(stop, first + OPENING))
        before = self.layout.paragraph(first)[0]
        if named is None:
            day = self.occasions.latest(before, first) or self._day_before(first) or self.meeting
        elif named.days and "," not in self.reading.text[named.end : named.days.start]:
            day = named.days
        else:
            day = self.occasions.before(first, named.head, named.kind) or self._day_before(first) or self.meeting
        if day is None:
            return None
        return (None, "reported") if self._says(first, stop) else (day, "meeting")

    def _day_before(self, first: int) -> Period | None:
        """The day that the sentence before tells, in the paragraph: `Sáng 13/6, xã họp dân. |Tại buổi họp|, …`."""
        begun, stop = self.layout.sentences[max(0, self.layout.sentence_index(first) - 1)]
        found = self.own.framed(begun, stop) if self.layout.paragraph(first)[0] <= begun < first else None
        return found if found and is_one_day(found) else None

    def _attended(self, end: int) -> tuple[Period, str] | None:
        """The day of the meeting told before to which the people counted up to `end` came, and the reason."""
        occasion = came_to(self.reading.text, end)
        if occasion is None:
            return None
        meeting = self.meeting if self.meeting and self.meeting.start < end else None
        day = self.occasions.before(end, *occasion) or meeting
        return (day, "meeting") if day else None

    def _asked(self, first: int) -> Period | None:
        """The last time in the question that the paragraph answers: `- Năm 2023 thế nào? / - Xã thu |9 tấn|`."""
        begun = self.layout.paragraph(first)[0]
        asked = len(self.reading.text[:begun].rstrip())
        if not self.reading.text.endswith("?", 0, asked):
            return None
        told = [p for p in self.own.told(self.layout.paragraph(asked - 1)[0], asked) if p.resolved]
        answered = range(self.layout.sentence_index(begun), self.layout.sentence_index(first))
        if not told or told[-1].form == "now" or any(self.own.told(*self.layout.sentences[at]) for at in answered):
            return None
        return told[-1]

    def _by_meeting(self, first: int, stop: int) -> bool:
        """Whether a meeting told before is the subject: `Đại hội đã bầu 15 đồng chí`, not `Đại hội đánh giá …`."""
        named = self.occasions.named(first, first + 1)
        if named is None or named.kind != "meeting" or not self.occasions.before(first, named.head, named.kind):
            return False
        return not word_pattern("cues", "assessing").search(settle(self.reading.text[named.end : stop]))

    def _there(self, first: int) -> bool:
        """Whether it happened at the meeting that the sentence before names: `200 hộ dự buổi lễ. |Tại đây|, …`."""
        here = settle(self.reading.text[first : first + 30]).startswith(word_forms("cues", "on_the_spot"))
        begun, stop = self.layout.sentences[max(0, self.layout.sentence_index(first) - 1)]
        named = self.occasions.named(begun, stop) if here else None
        return named is not None and named.kind != "campaign" and begun >= self.layout.paragraph(first)[0]

    def _at_meeting(self, first: int) -> bool:
        opening = settle(self.reading.text[first : first + 40])
        return opening.startswith(word_forms("cues", "meeting"))

    def _says(self, first: int, last: int) -> bool:
        """Whether somebody says what follows: `Tại hội nghị, ông An cho biết xã có 9 tổ`."""
        told = settle(self.reading.text[first:last])
        return any(
            said.group() not in word_forms("cues", "according") or _begins_clause(told, said.start())
            for said in word_pattern("verbs", "saying").finditer(told)
        )

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

    def _tried(self, first: int, last: int) -> Period | None:
        """The day on which the court sat whose decision the sentence tells; a report's sentence sums up many."""
        if self.frame or not decides(settle(self.reading.text[first:last])):
            return None
        return next((day for day in reversed(self.trials) if day.start < first), None)

    def _tells_damage(self, start: int, end: int) -> bool:
        """Whether the number's clause says what the flood or storm did."""
        return tells_damage(self._clause(start, end))

    def _rescues(self, start: int, end: int) -> bool:
        """Whether the number's clause says how people were brought to safety: `Huyện sơ tán |95 hộ|`."""
        return word_pattern("cues", "rescue").search(self._clause(start, end)) is not None

    def _clause(self, start: int, end: int) -> str:
        first, last = self.layout.sentence(start)
        return settle(self.reading.text[max(first, start - 70) : min(last, end + 40)])

    def _continued(self, first: int, end: int) -> tuple[Period | None, str]:
        """The time of the sentence before `first:end`, within the paragraph, or by `Ngoài ra` and its like."""
        at, unnumbered, commented = self.layout.sentence_index(first), 0, False
        for index in range(at, max(0, at - REACH), -1):
            begin, _ = self.layout.sentences[index]
            opening = settle(self.reading.text[begin : begin + 30])
            crosses = opening.startswith(word_forms("cues", "continuing")) or self._at_meeting(begin)
            crosses = crosses or adds(opening)
            if opening.startswith(word_forms("cues", "departing")):
                return None, "departed"
            before, stop = self.layout.sentences[index - 1]
            if before < self.layout.paragraph(begin)[0] and not crosses:
                break
            if ranks(self.reading, before, stop):
                continue  # `Năm 2018 thu 9 tỷ đồng. Đây là mức cao nhất trong 5 năm qua. Riêng xã Hạ thu |2 tỷ|`
            found = self.own.handed_on(before, stop)
            if found and is_one_day(found) and _widens(self.reading.text, (before, stop), (first, end)):
                continue  # `Tối 12/9, cây xăng cháy. Ngoài ra, toàn huyện đã xây |41 điểm|`
            met = None if found else self._met(before, stop)
            if not (found or met) and comments(self.reading, self.layout, index - 1):
                commented = commented or not crosses
                continue
            day = found is not None and is_one_day(found)
            if found and (unnumbered or (commented and day)):
                told = day and found.rule != "edge"
                told = told and narrates(self.reading, (before, first), self.layout.sentence(first))
                return (found, "narrated") if told else (None, "none")
            if met:
                return (None, "none") if unnumbered or commented else met
            if found and found.form == "now":
                return None, "none"  # `hiện nay` holds for its own sentence alone
            if found and not crosses and turns(self.reading.text, (before, stop), (first, end)):
                return None, "departed"
            if found and found.form == "since" and not (crosses or states_figures(self.reading, before, stop)):
                return None, "none"  # `Chị chuyển nhà từ năm 2014. Chị bán 12 con bò`
            if found:
                return found, "continued"
            if not crosses and not states_figures(self.reading, before, stop):
                unnumbered += 1
                if unnumbered > ACTS:
                    break
        return None, "none"


def _of_hours(text: str, period: Period) -> bool:
    return word_pattern("cues", "clock").search(settle(text[period.start : period.end])) is not None


def _widens(text: str, story: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether the sentence `here` tells what all of a unit has done, and the story before another act of one place.

    Not `Ngày 15/2, xã Đông tiễn 45 thanh niên. Cả huyện đã tiễn |150 thanh niên|`.
    """
    told, tells_now = settle(text[slice(*story)]), settle(text[slice(*here)])
    many, over = word_pattern("happenings", "many"), word_pattern("verbs", "perfect").search(tells_now)
    if over is None or many.search(told) or not many.search(tells_now):
        return False
    return not set(tells_now[over.end() :].split()[:1]) & set(told.split())


def _is_night_of(period: Period, stretch: Period) -> bool:
    """Whether the period is one day of the stretch."""
    return is_one_day(period) and (stretch.first or "") <= (period.first or "") <= (stretch.last or "")


def _begins_clause(text: str, at: int) -> bool:
    return not text[:at].strip() or text[:at].rstrip()[-1] in ",;:“("
