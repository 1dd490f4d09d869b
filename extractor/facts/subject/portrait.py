"""Portraits: an article about one person or family tells of their home wherever it names no other place."""

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.layout import within as starting_in
from extractor.facts.pronouns import one_person
from extractor.facts.scene.homes import Dweller, holds_office, is_kin, told_of
from extractor.reading.spans import Reading
from extractor.records import Path
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

_FEWEST, _SHARE = 4, 0.33
"""Sentences about one family, and their share of all, that make an article a portrait."""
_LEAD = 4
"""The first sentences: they name the one portrayed, and their only village is the home."""
_FAMILY = 2
"""People in the lead of a portrait: a couple."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """The home of the one portrayed, how they are called, and the people named in the article with their homes.

    `led` are the words for the collectives of the village that the one portrayed leads or has founded.
    """

    home: Path
    text: str
    called: re.Pattern[str]
    dwellers: tuple[Dweller, ...]
    led: frozenset[str]

    def tells_of_home(self, lowered: str, start: int, end: int, *, before: bool) -> bool:
        """Whether the (lower-case) sentence `start:end`, if it names no place, is of the home.

        It is where it tells of the one portrayed, and not where it goes on to a collective or to somebody else;
        else it goes on as the sentence `before`.
        """
        collectives = word_pattern("scene", "collective").finditer(lowered, start, end)
        if any(match.group() not in self.led for match in collectives):
            return False
        if self.tells_of_them(lowered, start, end):
            return True
        meant = told_of(self.dwellers, lowered, start, end)
        others = any(start <= one.start < end and one.path != self.home for one in self.dwellers)
        return before and not (meant or others)

    def tells_of_them(self, lowered: str, start: int, end: int) -> bool:
        """Whether the (lower-case) sentence `start:end` tells of the one portrayed."""
        meant = told_of(self.dwellers, lowered, start, end)
        called = self.called.search(self.text, start, end) or word_pattern("scene", "epithet").search(
            lowered, start, end
        )
        return bool(called) or (meant is not None and meant.path == self.home) or self._meant(lowered, start, end)

    def _meant(self, lowered: str, start: int, end: int) -> bool:
        """Whether a pronoun anywhere in the sentence means the one portrayed: `Đá cạy lên, |ông| xếp thành bờ`."""
        for match in _bare_pronoun().finditer(lowered, start, end):
            before = self.dwellers[: bisect_right(self.dwellers, match.start(), key=lambda one: one.start)]
            last = next((one for one in reversed(before) if one.pronoun == match[1]), None)
            if last and last.start < match.start() and not self.text[match.end() + 1 : match.end() + 2].isupper():
                return last.path == self.home
        return False


def find_portrait(reading: Reading, lowered: str, dwellers: tuple[Dweller, ...]) -> Portrait | None:
    """The portrait that an article is: of the one whom its lead names and a good part of its sentences tell of.

    Where no home is told in so many words, it is the only village of the lead: `Đường vào thôn Hạ nay dễ đi. Ông
    Bảy đón khách ở đầu ngõ.`
    """
    lead = _lead_end(reading)
    villages = {place.path for place in reading.places if place.level == "village"}
    resident = {one.start for one in dwellers if one.path in villages}
    family = _family(reading, lowered, lead, resident)
    if family is None:
        return None
    homes = {one.path for one in dwellers if one.start < lead and one.path}
    home = next(iter(homes)) if len(homes) == 1 else None if homes else _only_village(reading, lead)
    if home is None:
        return None
    at_home = tuple(replace(one, path=one.path or home) if one.start < lead else one for one in dwellers)
    pronouns = {one.pronoun for one in at_home if one.start < lead}
    at_home = tuple(replace(one, path=one.path or home) if one.pronoun in pronouns else one for one in at_home)
    at_home = tuple(replace(one, path=one.path or home) if is_kin(lowered, one.start) else one for one in at_home)
    led = _led(lowered) | _named_after(reading.text, family)
    portrait = Portrait(home, reading.text, _called(family), at_home, led)
    told = sum(portrait.tells_of_them(lowered, start, end) for start, end in reading.sentences)
    return portrait if told >= _FEWEST and told >= _SHARE * len(reading.sentences) else None


def _lead_end(reading: Reading) -> int:
    title = len(reading.title or "")
    ends = [end for start, end in reading.sentences if start >= title][:_LEAD]
    return ends[-1] if ends else 0


def _family(reading: Reading, lowered: str, lead: int, resident: Container[int]) -> frozenset[str] | None:
    """How the one or two people are called whom the lead names; None where one of them has an office, or more are.

    An office in the village where they live (`resident`, by where they are named) is no hindrance. They are called
    by the given name alone, or by all of a short one: `Mẫu`, `vợ chồng |A Mẫu|`.
    """
    units = [place for place in reading.places if place.end <= lead]
    people = [one for one in reading.people if one.start < lead and not starting_in(units, one.start, one.end)]
    named = {one.name.split()[-1]: one for one in reversed(people)}
    if len(named) > _FAMILY or any(
        holds_office(lowered, one.end) and one.start not in resident for one in named.values()
    ):
        return None
    coupled = {match[1] for match in _couple().finditer(reading.text, 0, lead)}
    names = {one.name if len(one.name.split()) < 3 else given for given, one in named.items()}
    return frozenset(names | coupled) or None


@cache
def _couple() -> re.Pattern[str]:
    """The name behind a word for a family: `vợ chồng |A Mẫu|`."""
    house = alternation(word_forms("scene", "household"))
    return re.compile(rf"(?<!\w)(?i:{house})\s([{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)?)(?!\s[{UPPER}])")


def _called(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _led(lowered: str) -> frozenset[str]:
    """The collectives that somebody leads or has founded: `bà lập |tổ| dệt`, `Bí thư |Chi bộ| bản Hạ`."""
    return frozenset(match["led"] for pattern in _leads() for match in pattern.finditer(lowered))


def _named_after(text: str, names: frozenset[str]) -> frozenset[str]:
    """The collectives that bear somebody's name, with their short forms: `|Hợp tác xã (HTX)| Chè Mẫu`."""
    named = rf"(?:[{UPPER}][^\W\d_]*\s){{0,4}}(?:{'|'.join(map(re.escape, names))})(?!\w)"
    collective = alternation(word_forms("scene", "collective"))
    pattern = re.compile(rf"(?<!\w)(?i:({collective})(?:\s\(({collective})\))?)\s[“\"]?{named}")
    return frozenset(settle(form) for match in pattern.finditer(text) for form in match.groups() if form)


@cache
def _bare_pronoun() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({one_person()})")


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """An office in a collective; somebody who founds one, not `tổ may của xã`; one that somebody named leads."""
    tables = ("led", "pronoun", "founds", "village_head", "serves")
    led, pronoun, founds, heads, serves = (alternation(word_forms("scene", table)) for table in tables)
    near, wide = r"(?:[^\W\d_]+\s){0,5}", alternation(word_forms("scene", "wide_unit"))
    own = rf"(?!(?:\s[^\W\d_]+){{0,6}}\s{wide}(?!\w))"
    return (
        re.compile(rf"(?<!\w)(?:{heads}\s)(?P<led>{led})(?!\w)"),
        re.compile(rf"(?<!\w){pronoun}\s{near}{founds}\s(?:[^\W_]+\s)?(?P<led>{led})(?!\w){own}"),
        re.compile(rf"(?<!\w)(?P<led>{led})\s{near}do\s{pronoun}\s{near}{serves}(?!\w)"),
    )


def _only_village(reading: Reading, lead: int) -> Path | None:
    found = {p.path for p in reading.places if p.end <= lead and p.level == "village" and not p.former}
    return next(iter(found)) if len(found) == 1 else None
