"""Topics: one thing that opens, or one misfortune, keeps the place that the lead gives it as the text goes on.

`UBND xã Hạ (huyện Đoài) khánh thành cầu Mẫu. … |Cầu| dài 42 m`; `lửa bùng lên ở |xã Hạ|. Công an tỉnh điều 9 xe`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.scene.actors import names_force
from extractor.facts.scene.clause import within
from extractor.facts.scene.handing import is_located
from extractor.facts.scene.homes import head
from extractor.facts.scene.spots import Spot, same
from extractor.records import Path
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

_SOURCE = 110
"""Characters from the start of a sentence to the unit of the source that it names."""


class ThingRow(Row):
    """A thing's noun; by the `again` forms a text comes back to it."""

    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a piece of news is about: its place, the words that tell of it again, whether it is a misfortune."""

    path: Path
    again: re.Pattern[str]
    misfortune: bool

    def goes_on(self, lowered: str, start: int, end: int, *, before: bool) -> bool:
        """Whether the (lower-case) sentence `start:end`, if it names no place, is about the topic.

        It is where it tells of it again, or goes on as the sentence `before`; not where it sums up more places, or
        a time without the thing for its subject.
        """
        again = self.told_again(lowered, start, end)
        if _tells_of_many(lowered, start, end):
            return False
        if _is_summary(lowered, start, end):
            return again and not self.misfortune
        return before or again

    def told_again(self, lowered: str, start: int, end: int) -> bool:
        """Whether the sentence tells of the topic by a word of its own, a thing as its subject or a speaker's."""
        if self.misfortune:
            return self.again.search(lowered, start, end) is not None
        said = (found.end() for found in word_pattern("verbs", "saying").finditer(lowered, start, end))
        return any(self.again.match(lowered, at, end) for at in (start, *said))

    def leaves(self, path: Path, lowered: str, start: int, end: int) -> bool:
        """Whether a sentence that hands on the path goes away from the topic."""
        if same(path)[: len(self.path)] == same(self.path):
            return False
        return not (self.misfortune and within(self.path, path)) or _sums_up(lowered, start, end)

    def without_sources(self, lowered: str, spots: Sequence[Spot], start: int, end: int) -> list[Spot]:
        """The spots, those of a larger unit aside whose body only tells or helps: `Theo Công an |tỉnh Đoài|, …`."""
        if _sums_up(lowered, start, end):
            return list(spots)
        return [replace(spot, aside=True) if self._helps(lowered, spot, start) else spot for spot in spots]

    def _helps(self, lowered: str, spot: Spot, start: int) -> bool:
        if not within(self.path, spot.path) or spot.start - start > _SOURCE:
            return False
        if is_located(lowered, spot):
            return False
        if _source().match(lowered, start, spot.start) and _told().match(lowered, spot.end):
            return True
        helps = names_force(lowered, spot, start) or _aid().match(lowered, spot.end) is not None
        return self.misfortune and helps


def find_topic(lowered: str, start: int, end: int, path: Path) -> Topic | None:
    """The topic that the (lower-case) sentence `start:end`, which hands on the path, introduces."""
    if _is_summary(lowered, start, end):
        return None
    if word_pattern("topics", "happens").search(lowered, start, end):
        return Topic(path, word_pattern("topics", "aftermath"), misfortune=True)
    if not word_pattern("topics", "opens").search(lowered, start, end):
        return None
    found = _things().search(lowered, start, end)
    return Topic(path, _again(found.group()), misfortune=False) if found else None


def _sums_up(lowered: str, start: int, end: int) -> bool:
    """Whether a sentence tells of a longer time or of several places."""
    return _tells_of_many(lowered, start, end) or _is_summary(lowered, start, end)


def _tells_of_many(lowered: str, start: int, end: int) -> bool:
    return word_pattern("topics", "many").search(lowered, start, end) is not None


def _is_summary(lowered: str, start: int, end: int) -> bool:
    return bool(word_pattern("topics", "summary").search(lowered, start, end) or _year().match(lowered, start))


@cache
def _rows() -> dict[str, ThingRow]:
    return {settle(form): row for row in rows("topics", "thing", ThingRow) for form in row.forms}


@cache
def _things() -> re.Pattern[str]:
    """A thing, one: not `38 cây cầu`, `các trường`."""
    return re.compile(rf"(?<!\w)(?<!\d\s)(?<!các\s){alternation(_rows())}(?!\w)")


@cache
def _again(noun: str) -> re.Pattern[str]:
    """The thing, or what any of them is called, at the head of a sentence: `Hiện nay, |cầu| có`."""
    row = _rows()[" ".join(noun.split())]
    now = alternation(word_forms("topics", "now"))
    called = alternation((*row.again, *word_forms("topics", "again")))
    return re.compile(rf":?{head()}(?:{now}\s)?{called}(?!\w)")


@cache
def _year() -> re.Pattern[str]:
    """A year or half a year that opens a sentence: `Năm 2017, huyện xây`."""
    return re.compile(r"\W*(?:trong\s)?năm\s\d{4}")


@cache
def _source() -> re.Pattern[str]:
    """From the start of a sentence to the unit of who tells: `Theo Phòng PC07, Công an |tỉnh`, `Công an |tỉnh`."""
    source = alternation(word_forms("scene", "source"))
    return re.compile(rf"[“\"'\s-]*(?:{source}\s[^.;:“”\d]*|[^,.;:“”\d]+)\Z")


@cache
def _told() -> re.Pattern[str]:
    """Behind a source's unit: a comma, or a verb of saying."""
    saying = alternation(word_forms("verbs", "saying"))
    return re.compile(rf",\s|[^,.;:“”\d]{{0,60}}\s{saying}(?!\w)")


@cache
def _aid() -> re.Pattern[str]:
    """Behind who helps: ` hỗ trợ gia đình nạn nhân`."""
    return re.compile(rf"\s(?:đã\s|cũng\s)?{alternation(word_forms('scene', 'donating'))}(?!\w)")
