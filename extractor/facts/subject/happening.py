"""Happenings: an incident, a crime, a thing that opens, an election, a day in pictures, as the lead tells them.

`Rạng sáng 14/11, lửa bùng lên ở |xã Hạ|. … Công an tỉnh điều |9 xe|. Lửa thiêu rụi |4.200 m2| nhà xưởng`: at that
place on that day, until another is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.facts.layout import within as starting_in
from extractor.facts.scene.actors import comes
from extractor.facts.scene.clause import within
from extractor.facts.scene.handing import handed
from extractor.facts.scene.paths import path_level, same, units_named
from extractor.facts.scene.spots import named_spots
from extractor.facts.subject.incident import caught_on, strikes_on, tells_crime, tells_incident
from extractor.facts.subject.match import played_on
from extractor.facts.subject.opening import called_again, opened_thing
from extractor.facts.subject.summary import is_summary, sums_up, tells_of_many
from extractor.facts.time.framing import frames
from extractor.facts.time.slots import is_day, is_one_day, nights
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect, Path
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

Kind = Literal["incident", "crime", "opening", "election", "photo day", "match", "feast"]

# Kinds whose day is the article's: the reasons of the periods that they give.
DATED_KINDS: frozenset[str] = frozenset({"incident", "crime", "election", "photo day", "match", "feast"})
# The first sentences below the headline may give the place, those with it the day.
_PLACED_BY, _DATED_BY, _CRIME_BY = 3, 5, 4
# Kinds that a sentence anywhere may tell of again, and that draw in the forces of the units around.
_STRIKING: frozenset[str] = frozenset({"incident", "crime"})
# Letters of a story behind its first sentence that may tell what kind of story it is.
_STORY = 200
# Days within which a day is news.
_FRESH = 10
# What was there on the day, by the words that tell it.
_THERE: dict[tuple[Kind, Aspect], str] = {
    ("incident", "stock"): "meanwhile", ("election", "rate"): "voting",
    ("match", "stock"): "watching", ("feast", "stock"): "watching",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, first told at `start` with the `path` of its place or the `day`; None is not told.

    `again` are the words by which the text comes back to it.
    """

    kind: Kind
    start: int
    again: re.Pattern[str]
    path: Path | None = None
    day: Period | None = None

    def goes_on(self, lowered: str, start: int, end: int, *, before: bool) -> bool:
        """Whether the (lower-case) sentence `start:end`, if it names no place, is about it.

        It is where it tells of it again, or goes on as the sentence `before`; not where it sums up more places, or
        a time without the opened thing for its subject.
        """
        again = self.told_again(lowered, start, end)
        if tells_of_many(lowered, start, end):
            return False
        if is_summary(lowered, start, end):
            return again and self.kind == "opening"
        return before or again

    def told_again(self, lowered: str, start: int, end: int) -> bool:
        """Whether the sentence tells of it by a word of its own; of a thing as its subject or a speaker's."""
        if self.kind in _STRIKING:
            return self.again.search(lowered, start, end) is not None
        said = (found.end() for found in word_pattern("verbs", "saying").finditer(lowered, start, end))
        return any(self.again.match(lowered, at, end) for at in (start, *said))

    def leaves(self, path: Path, lowered: str, start: int, end: int) -> bool:
        """Whether a sentence that hands on the path goes away from it: an incident draws in the units around."""
        if self.path is None or same(path)[: len(self.path)] == same(self.path):
            return False
        return not (self.kind in _STRIKING and within(self.path, path)) or sums_up(lowered, start, end)

    def holds(self, aspect: Aspect, clause: str) -> bool:
        """Whether what the settled clause tells was on the day: what was done, and how things stood meanwhile.

        `Lúc cháy có 9 công nhân` tells of the day; `nhà máy có 900 công nhân` does not. A feast has its
        prices on the day.
        """
        if self.kind == "feast" and aspect == "rate":
            return True
        if aspect == "flow":
            return self.kind != "election" or _polls(clause)
        there = _THERE.get((self.kind, aspect))
        return there is not None and word_pattern("happenings", there).search(clause) is not None

    def is_this(self, period: Period, sentence: str) -> bool:
        """Whether the year names the feast itself: `Lễ hội |năm nay| có 22 thuyền, 560 tay chèo`."""
        feast = self.kind == "feast" and word_pattern("happenings", "feast").search(settle(sentence)) is not None
        return feast and self.lies_in(period)

    def lies_in(self, period: Period) -> bool:
        """Whether the period is the year of a day in pictures: `Năm nay, 8 thuyền dự hội` goes on with the day."""
        year = self.day is not None and period.rule == "year" and _year_of(period) == _year_of(self.day)
        return self.kind in ("photo day", "feast") and year


def find_happenings(reading: Reading, lowered: str, about: Path | None) -> tuple[Happening, ...]:
    """The happening that the lead gives a place and the one that it gives a day: mostly one and the same.

    `lowered` is the text in lower case, `about` the article's place.
    """
    placed, dated = _placed(reading, lowered, about), _dated(reading)
    if placed and dated and placed.kind == dated.kind:
        return (replace(placed, day=dated.day),)
    return tuple(one for one in (placed, dated) if one)


def _placed(reading: Reading, lowered: str, about: Path | None) -> Happening | None:
    """The first incident, crime or opened thing that a sentence of the lead tells at one commune or village."""
    title = len(reading.title or "") if reading.text.startswith(reading.title or "") else 0
    units, spots = units_named(reading), named_spots(reading)
    headed = tells_crime(settle(reading.title or ""), 0, len(reading.title or ""))
    lead = [(start, end) for start, end in reading.sentences if start >= title]
    for at, (start, end) in enumerate(lead[:_CRIME_BY]):
        own = [s for s in starting_in(spots, start, end) if not comes(lowered, s, about, start, end)]
        path = handed(reading, lowered, own, start, about)
        if not path or path_level(path, units) not in ("commune", "village") or is_summary(lowered, start, end):
            continue
        if at < _PLACED_BY and tells_incident(lowered, start, end):
            return Happening("incident", start, word_pattern("happenings", "aftermath"), path=path)
        if tells_crime(lowered, start, end) or (headed and at < _PLACED_BY):
            return Happening("crime", start, word_pattern("happenings", "aftermath", "prosecuted"), path=path)
        if at < _PLACED_BY and (thing := opened_thing(lowered, start, end)):
            return Happening("opening", start, called_again(thing), path=path)
    return None


def _dated(reading: Reading) -> Happening | None:
    """The first day of the lead on which there was an incident, a vote, a match, a feast, or what pictures show."""
    pictured = word_pattern("happenings", "pictured").search(settle(reading.text)) is not None
    for first, last, day in _days(reading):
        before, behind = settle(reading.text[first : day.start]), settle(reading.text[day.end : last])
        story = settle(reading.text[day.end : _story_end(reading, last)])
        played = played_on(before, behind) or played_on("", story.partition("\n\n")[0])
        if not is_one_day(day):
            kind: Kind | None = "feast" if played == "feast" else None
        elif strikes_on(before, behind):
            kind = "incident"
        elif pictured:
            kind = "photo day"
        elif word_pattern("happenings", "voting").search(before + behind):
            kind = "election"
        else:
            kind = "crime" if caught_on(before, story) else played
        if kind:
            return Happening(kind, first, word_pattern("happenings", "aftermath"), day=day)
    return None


def _story_end(reading: Reading, last: int) -> int:
    """Where the sentences end that go on with the day of the one that ends at `last`: none tells another time."""
    for start, end in reading.sentences:
        if start < last or not reading.text[start:end].strip():
            continue
        if starting_in(reading.periods, start, end) or start - last > _STORY:
            break
        last = end
    return last


def _days(reading: Reading) -> Iterator[tuple[int, int, Period]]:
    """The fresh days that set the time of a sentence of the lead, each with that sentence's bounds."""
    sentences = ((start, end) for start, end in reading.sentences if reading.text[start:end].strip())
    for first, last in list(sentences)[:_DATED_BY]:
        for day in starting_in(reading.periods, first, last):
            days = is_one_day(day) or (day.rule in ("day list", "days") and nights(day) is not None)
            if days and _is_news(day, reading.published) and frames(reading.text, day, first):
                yield first, last, day


def _is_news(day: Period, published: str | None) -> bool:
    """Whether the day, or the last of some days, was not long before the publication, and has come."""
    if published is None or not is_day(published):
        return published is None
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(day.last or "")).days <= _FRESH


def _polls(clause: str) -> bool:
    return word_pattern("happenings", "voting", "polling").search(clause) is not None


def _year_of(period: Period) -> str:
    return (period.first or "")[:4]
