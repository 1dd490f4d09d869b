"""Named occasions as times: what is told of `Ngày hội` or `đợt cao điểm` was on the days told with its name.

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

# The rule of the periods that stand for an occasion named again.
OCCASION = "occasion"
# From how many days after its first an occasion of a kind may last to how many.
LASTING: dict[Kind, tuple[int, int]] = {
    "meeting": (0, 10), "festive": (0, 31), "campaign": (2, 200), "part": (0, 0),
}  # fmt: skip
# Stretches of the calendar, which are no occasion's days.
_CALENDAR = frozenset({"month", "months", "quarter", "year", "first months"})
# Forms that tell an occasion's days, and how far from its name they may stand.
_HELD, _REACH = frozenset({"date", "span"}), 150


class OccasionRow(Row):
    """A word for an occasion: a `meeting`, something `festive`, a `campaign` of weeks, or `part` of a feast.

    Its `also` name the same: `buổi lễ` is the `lễ ra mắt` told before.
    """

    kind: Kind


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion named in the text at `start:end`, and its days where its sentence tells them."""

    start: int
    end: int
    head: str
    kind: Kind
    days: Period | None


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions of an article, in the order of the text."""

    occasions: tuple[Occasion, ...]

    @classmethod
    def of(cls, reading: Reading, layout: Layout) -> "Occasions":
        """The occasions that the article names."""
        found: list[Occasion] = []
        for match in _heads().finditer(settle(reading.text)):
            head, kind = _kinds()[" ".join(match["head"].split())]
            days = _days(reading, layout, match.start("head"), match.end("head"), kind)
            found.append(Occasion(match.start("head"), match.end("head"), head, kind, days))
        return cls(tuple(found))

    def periods(self, reading: Reading, layout: Layout) -> tuple[Period, ...]:
        """Feasts and campaigns named again in a sentence without a time, as the periods that they were."""
        found: list[Period] = []
        for occasion in self.occasions:
            first, last = layout.sentence(occasion.start)
            again = occasion.kind != "meeting" and _is_definite(layout, occasion)
            if not again or within(reading.periods, first, last):
                continue
            told = self.before(occasion.start, occasion.head, occasion.kind)
            if told:
                start = _led_in(reading.text, first, occasion.start)
                found.append(Period(start, occasion.end, told.first, told.last, told.form, OCCASION))
        return tuple(found)

    def before(self, offset: int, head: str, kind: Kind) -> Period | None:
        """The days of the occasion of this name that was dated last before the offset; a part is any feast's."""
        for occasion in reversed(self.occasions[: bisect_left(self.occasions, offset, key=_start)]):
            same = occasion.kind == "festive" if kind == "part" else occasion.head == head
            if same and occasion.days:
                return occasion.days
        return None

    def named(self, first: int, last: int) -> Occasion | None:
        """The first occasion that `first:last` names."""
        return next(iter(within(self.occasions, first, last)), None)

    def latest(self, first: int, offset: int) -> Period | None:
        """The days of the meeting or feast that was dated last in `first:offset`: what `dịp này` speaks of."""
        dated = (
            h.days for h in reversed(within(self.occasions, first, offset)) if h.kind in ("meeting", "festive")
        )
        return next((days for days in dated if days), None)


def came_to(text: str, end: int) -> tuple[str, Kind] | None:
    """The name and kind of the occasion that people counted up to `end` came to: `150 người |đã dự buổi lễ|.`"""
    match = _attended().match(settle(text[end : end + _REACH]))
    return _kinds()[" ".join(match["head"].split())] if match else None


def _start(occasion: Occasion) -> int:
    return occasion.start


def _days(reading: Reading, layout: Layout, start: int, end: int, kind: Kind) -> Period | None:
    """The days in the sentence of an occasion that stand nearest to its name; a campaign lasts more than one."""
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
    """Whether an occasion of this kind may have lasted so long; a month or year is only when it was planned."""
    days, (shortest, longest) = nights(period), LASTING[kind]
    return days is not None and shortest <= days <= longest and period.rule not in _CALENDAR


def _is_one(layout: Layout, start: int) -> bool:
    """Whether no word before the name makes it many or any: `các hội thi`, `9 hội thi`."""
    before = layout.words_between(max(0, start - 30), start)
    return not before or not (before[-1].lower in word_set("cues", "many") or before[-1].lower[:1].isdigit())


def _is_definite(layout: Layout, occasion: Occasion) -> bool:
    """Whether the bare name stands for one that was told before, and begins no other name: `Hội thi Tiếng hát`."""
    after = layout.words_between(occasion.end, occasion.end + 30)
    bare = not after or (after[0].tag[:1] not in ("N", "A", "M") and after[0].text[:1] not in "“\"‘'")
    return _is_one(layout, occasion.start) and bare


def _led_in(text: str, first: int, start: int) -> int:
    """Where the words begin that lead to an occasion's name: `trong |ngày| bầu cử`."""
    match = _lead_in().search(settle(text[first:start]))
    return first + match.start() if match else start


@cache
def _kinds() -> dict[str, tuple[str, Kind]]:
    found = rows("cues", "occasion_name", OccasionRow)
    return {settle(form): (row.word, row.kind) for row in found for form in row.forms}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<head>{alternation(_kinds())})(?!\w)")


@cache
def _attended() -> re.Pattern[str]:
    """Behind people that they came, and to which occasion; nothing tells which, as it was named before."""
    came, named = alternation(word_forms("cues", "attending")), alternation(_kinds())
    then = alternation(word_forms("nounphrase", "taken_up"))
    return re.compile(rf"[^.,;:\d]{{0,60}}?(?<!\w){came} (?P<head>{named})(?: {then})?(?=[.,;]|$)")


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w){alternation(word_forms('cues', 'lead_in'))}\s+)+$")
