"""Named happenings as times: what is told of `Ngày hội` or `đợt cao điểm` was on the days told with its name.

`Ngày hội Văn hóa tổ chức ngày 22/11 thu hút 9 xã. Tại |Ngày hội|, các đoàn trình diễn 26 tiết mục.`
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.facts.layout import Layout, within
from extractor.facts.time.slots import nights
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

Kind = Literal["meeting", "festive", "campaign", "part"]

# The rule of the periods that stand for a happening named again.
OCCASION = "occasion"
# From how many days after its first a happening of a kind may last to how many.
LASTING: dict[Kind, tuple[int, int]] = {
    "meeting": (0, 10), "festive": (0, 31), "campaign": (2, 200), "part": (0, 0),
}  # fmt: skip
# Stretches of the calendar, which are no happening's days.
_CALENDAR = frozenset({"month", "months", "quarter", "year", "first months"})
# Forms that tell a happening's days, and how far from its name they may stand.
_HELD, _REACH = frozenset({"date", "span"}), 150


class HappeningRow(Row):
    """A word for a happening: a `meeting`, something `festive`, a `campaign` of weeks, or `part` of a feast.

    Its `also` name the same: `buổi lễ` is the `lễ ra mắt` told before.
    """

    kind: Kind


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening named in the text at `start:end`, and its days where its sentence tells them."""

    start: int
    end: int
    head: str
    kind: Kind
    days: Period | None


@dataclass(frozen=True, slots=True)
class Occasions:
    """The happenings of an article, in the order of the text."""

    happenings: tuple[Happening, ...]

    @classmethod
    def of(cls, reading: Reading, layout: Layout) -> "Occasions":
        """The happenings that the article names."""
        found: list[Happening] = []
        for match in _heads().finditer(settle(reading.text)):
            head, kind = _kinds()[" ".join(match["head"].split())]
            days = _days(reading, layout, match.start("head"), match.end("head"), kind)
            found.append(Happening(match.start("head"), match.end("head"), head, kind, days))
        return cls(tuple(found))

    def periods(self, reading: Reading, layout: Layout) -> tuple[Period, ...]:
        """Feasts and campaigns named again in a sentence without a time, as the periods that they were."""
        found: list[Period] = []
        for happening in self.happenings:
            first, last = layout.sentence(happening.start)
            again = happening.kind != "meeting" and _is_definite(layout, happening)
            if not again or within(reading.periods, first, last):
                continue
            told = self.before(happening.start, happening.head, happening.kind)
            if told:
                start = _led_in(reading.text, first, happening.start)
                found.append(Period(start, happening.end, told.first, told.last, told.form, OCCASION))
        return tuple(found)

    def before(self, offset: int, head: str, kind: Kind) -> Period | None:
        """The days of the happening of this name that was dated last before the offset; a part is any feast's."""
        for happening in reversed(self.happenings[: bisect_left(self.happenings, offset, key=_start)]):
            same = happening.kind == "festive" if kind == "part" else happening.head == head
            if same and happening.days:
                return happening.days
        return None

    def named(self, first: int, last: int) -> Happening | None:
        """The first happening that `first:last` names."""
        return next(iter(within(self.happenings, first, last)), None)

    def latest(self, first: int, offset: int) -> Period | None:
        """The days of the meeting or feast that was dated last in `first:offset`: what `dịp này` speaks of."""
        dated = (
            h.days for h in reversed(within(self.happenings, first, offset)) if h.kind in ("meeting", "festive")
        )
        return next((days for days in dated if days), None)


def _start(happening: Happening) -> int:
    return happening.start


def _days(reading: Reading, layout: Layout, start: int, end: int, kind: Kind) -> Period | None:
    """The days in the sentence of a happening that stand nearest to its name; a campaign lasts more than one."""
    if kind == "part" or not _is_one(layout, start):
        return None
    today = reading.published
    told = [
        period
        for period in within(reading.periods, *layout.sentence(start))
        if period.form in _HELD
        and not (today and (period.first or "") > today)
        and _lasts(period, kind)
        and max(period.start - end, start - period.end) <= _REACH
    ]
    return min(told, key=lambda period: max(period.start - end, start - period.end), default=None)


def _lasts(period: Period, kind: Kind) -> bool:
    """Whether a happening of this kind may have lasted so long; a month or year is only when it was planned."""
    days, (shortest, longest) = nights(period), LASTING[kind]
    return days is not None and shortest <= days <= longest and period.rule not in _CALENDAR


def _is_one(layout: Layout, start: int) -> bool:
    """Whether no word before the name makes it many or any: `các hội thi`, `9 hội thi`."""
    before = layout.words_between(max(0, start - 30), start)
    return not before or not (before[-1].lower in word_set("cues", "many") or before[-1].lower[:1].isdigit())


def _is_definite(layout: Layout, happening: Happening) -> bool:
    """Whether the bare name stands for one that was told before, and begins no other name: `Hội thi Tiếng hát`."""
    after = layout.words_between(happening.end, happening.end + 30)
    bare = not after or (after[0].tag[:1] not in ("N", "A", "M") and after[0].text[:1] not in "“\"‘'")
    return _is_one(layout, happening.start) and bare


def _led_in(text: str, first: int, start: int) -> int:
    """Where the words begin that lead to a happening's name: `trong |ngày| bầu cử`."""
    match = _lead_in().search(settle(text[first:start]))
    return first + match.start() if match else start


@cache
def _kinds() -> dict[str, tuple[str, Kind]]:
    found = rows("cues", "happening", HappeningRow)
    return {settle(form): (row.word, row.kind) for row in found for form in row.forms}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<head>{alternation(_kinds())})(?!\w)")


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w){alternation(word_forms('cues', 'lead_in'))}\s+)+$")
