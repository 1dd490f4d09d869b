"""Whether a number tells what a thing is like or consists of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.status.cues.surroundings import follows
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle


@dataclass(frozen=True, slots=True)
class Thing:
    """What a thing, home or realm has.

    `collected` marks the members of a whole named right before (danh sách 100 cơ sở), `members` the nouns of those
    in a home or realm named there (gia đình ba anh em), `described` that a thing is told to be made with it,
    `engine` that an engine's size is told, `capacity` what a plant or vessel holds, `at_home` that the number says
    where people live or work.
    """

    collected: bool
    members: tuple[str, ...]
    described: bool
    engine: bool
    capacity: bool
    at_home: bool


def read_thing(layout: Layout, start: int, hedge: int, verb: Predicate) -> Thing:
    """The thing that the number at `start`, its hedge at `hedge`, governed by `verb`, is told of."""
    return Thing(
        collected=follows("collection", layout, start),
        members=_members(layout, hedge),
        described=_is_described(layout, verb),
        engine=_engine().search(settle(layout.text[max(0, start - 40) : start])) is not None,
        capacity=_capacity().search(settle(layout.text[max(0, start - 60) : start])) is not None,
        at_home=_is_home(layout, start),
    )


class WholeRow(Row):
    """A whole, and the nouns of its members."""

    members: tuple[str, ...]


def _members(layout: Layout, start: int) -> tuple[str, ...]:
    """The nouns of those who live in or hold the whole that stands right before: `|đô thị| 10 triệu dân`."""
    before = settle(layout.text[max(layout.sentence(start)[0], start - 24) : start])
    match = _whole().search(before)
    return _members_of()[match["whole"]] if match else ()


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<whole>{alternation(tuple(_members_of()))})(?: tới| đến)? $")


@cache
def _members_of() -> Mapping[str, tuple[str, ...]]:
    """The nouns of the members by each form of the whole, settled."""
    return {
        settle(form): tuple(settle(member) for member in row.members)
        for row in rows("cues", "peopled", WholeRow)
        for form in row.forms
    }


def _is_described(layout: Layout, verb: Predicate) -> bool:
    """Whether a thing, and nobody who would do it, is the subject of a verb of equipping: `|xe| được trang bị`."""
    if verb.side != "left" or settle(verb.text or "") not in word_set("verbs", "equipping"):
        return False
    first, _ = layout.sentence(verb.start)
    subject = re.split(r"[,;:]", settle(layout.text[first : verb.start]))[-1]
    thing = word_pattern("cues", "thing").search(subject)
    return thing is not None and not word_pattern("cues", "maker").search(subject)


@cache
def _engine() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'engine'))}(?: [\w.-]+){{0,4}} $")


@cache
def _capacity() -> re.Pattern[str]:
    """A capacity up to its number, or the scale of a work: `quy mô đào tạo của trường là |900 em|`."""
    forms, work, joint = (alternation(word_forms("cues", t)) for t in ("capacity", "scale", "scale_joint"))
    scale = rf"{work}(?: của(?: [^\W\d]+){{1,6}}?)?(?: {joint})*"
    return re.compile(rf"(?<!\w)(?:{forms}(?: [^\W\d]+){{0,3}}|{scale}) $")


def _is_home(layout: Layout, start: int) -> bool:
    """Whether the number says where people are: `kêu gọi các bác sĩ ở |114 nước|`, `nhiều hộ tại |3 xã|`."""
    first, _ = layout.sentence(start)
    return _home().search(settle(layout.text[first:start])) is not None


@cache
def _home() -> re.Pattern[str]:
    many, place = (alternation(word_forms("cues", table)) for table in ("many", "home"))
    return re.compile(rf"(?<!\w){many}(?: [^\W\d]+){{1,3}} {place}(?: cả)? $")
