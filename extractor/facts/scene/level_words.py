"""Words that stand for a unit named elsewhere: `Công an huyện`, `toàn tỉnh`, `các xã còn lại`, `tại đây`."""

import re
from functools import cache

from extractor.facts.scene.room import counted_level
from extractor.facts.scene.spots import Spot, ends_with, follows, in_scheme, superlative
from extractor.reading.spans import Reading
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle, whole_words

HERE = "here"
"""The level of a spot that points back to the place last told."""
_PARTNER_REACH = 50


class GenericRow(Row):
    """A level word that stands for the unit in question."""

    level: str


@cache
def _generics() -> tuple[re.Pattern[str], dict[str, str]]:
    levels = {settle(form): row.level for row in rows("scene", "generic", GenericRow) for form in row.forms}
    return whole_words(levels), levels


def village_words() -> tuple[str, ...]:
    """The words for a village."""
    levels = _generics()[1]
    return (*(form for form, level in levels.items() if level == "village"), *word_forms("scene", "bare_village"))


def generic_spots(reading: Reading) -> tuple[Spot, ...]:
    """Bare level words that stand for one unit: `Công an huyện`, `toàn tỉnh`; not `các xã`, `xã hội`, `5 xã`."""
    pattern, levels = _generics()
    text = settle(reading.text)
    covered = _covered(reading)
    found: list[Spot] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        if any(start < stop and end > begin for begin, stop in covered.get(start // 64, ())):
            continue
        if in_scheme(reading, start):
            continue
        before, after = text[max(0, start - 16) : start], text[end : end + 24]
        opening = text[max(0, start - _PARTNER_REACH) : start]
        if superlative().search(opening) or _each_body().search(opening):
            continue
        whole = _is_whole(text, start, end)
        if _is_one(before, after, whole) and (whole or not follows("compound").match(after)):
            level = levels[" ".join(match.group().split())]
            partner = not whole and _partner().search(text, max(0, start - _PARTNER_REACH), start)
            asked = not whole and ends_with("asks").search(before) and follows("giving").match(after)
            aside = bool(partner or asked or ends_with("distance").search(opening))
            found.append(Spot(start, end, "generic", level=level, whole=whole, aside=aside))
    return tuple(found)


def village_spots(reading: Reading) -> tuple[Spot, ...]:
    """Bare village words that also mean other things, where they mean one that the article names.

    `Bản Hạ có 90 hộ … . |Bản| nay còn 5 hộ nghèo, cả |bản| có điện`; not `văn bản`, `bản đồ`.
    """
    text = settle(reading.text)
    villages = [place for place in reading.places if place.level == "village"]
    named = {text[place.start : place.end].split()[0] for place in villages}
    named |= {told[1] for place in villages if (told := _told_village().match(text, place.end))}
    own = tuple(word for word in word_forms("scene", "bare_village") if word in named)
    if not own:
        return ()
    covered, whole = _covered(reading), ends_with("whole")
    spots: list[Spot] = []
    for match in _bare_village(own).finditer(text):
        start, end = match.span(1)
        taken = any(start < stop and end > begin for begin, stop in covered.get(start // 64, ()))
        if not (taken or in_scheme(reading, start) or _after_listed().search(text[max(0, start - 16) : start])):
            all_of = bool(whole.search(text, max(0, start - 16), start))
            spots.append(Spot(start, end, "generic", level="village", whole=all_of))
    return tuple(spots)


@cache
def _told_village() -> re.Pattern[str]:
    """Behind a name what says that it is a village: `Nà Mẫu| là |bản`."""
    return re.compile(
        rf"\s{alternation(word_forms('places', 'is_village'))}\s({alternation(village_words())})(?!\w)"
    )


@cache
def _bare_village(own: tuple[str, ...]) -> re.Pattern[str]:
    """A bare village word as a subject with its verb, as a place, or with its people."""
    before, goes_on = (alternation(word_forms("scene", table)) for table in ("of_village", "village_goes_on"))
    opens = r"(?:^|(?<=[.;,]\s)|(?<=:\s)|(?<=:\s[“\"]))"
    head = rf"{opens}(?={alternation(own)}\s{goes_on}(?!\w))"
    held = rf"(?<!\w){before}\s(?={alternation(own)}(?:\s{goes_on}(?!\w)|\s?[,.;:)”\n]))"
    return re.compile(rf"(?:{head}|{held})({alternation(own)})", re.MULTILINE)


def here_spots(reading: Reading) -> tuple[Spot, ...]:
    """`Tại đây`, `ở nơi này`: the place where something was last said to be."""
    found = word_pattern("scene", "here").finditer(settle(reading.text))
    return tuple(Spot(*match.span(), "generic", level=HERE) for match in found)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a level word speaks of all of the unit: `toàn huyện`, `tỷ lệ chung của |tỉnh| là 27%`."""
    before = text[max(0, start - 16) : start]
    figure = before.endswith(" của ") and (follows("is").match(text, end, end + 16) or _BRACKETED.match(text, end))
    return bool(figure or ends_with("whole").search(before) or _whole_of().search(text, max(0, start - 40), start))


@cache
def _whole_of() -> re.Pattern[str]:
    """A whole that belongs to the unit: `toàn ngành Tòa án của |tỉnh|`."""
    whole = alternation(word_forms("scene", "whole_of"))
    return re.compile(rf"(?<!\w){whole}\s(?:[^\W\d_]+\s){{1,5}}\Z")


@cache
def _each_body() -> re.Pattern[str]:
    """A body that several units have: `mỗi Công an |xã| phụ trách 700 hộ`."""
    each, body = (alternation(word_forms("scene", table)) for table in ("each", "unit_body"))
    return re.compile(rf"(?<!\w){each}\s{body}\s\Z")


@cache
def _partner() -> re.Pattern[str]:
    """A holder's partner up to its level word: `xã Đoài phối hợp với Công an |huyện|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'partner'))}\s[^,.;:()\n]*\Z")


_BRACKETED = re.compile(r"\s\(\d")
_COUNTED = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))(?:\d[\d.,]*)?\d\s(?:\w+\s){0,2}$|/$")


def _is_one(before: str, after: str, whole: bool) -> bool:
    """Whether a level word speaks of one unit: not `các xã`, `9 công an phường`, `xã, phường`, `tiêu chí/xã`."""
    if ends_with("plural").search(before) or (not whole and _COUNTED.search(before)):
        return False
    return not (_listed().match(after) or _after_listed().search(before))


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"\s?[,/]\s?{alternation(_unit_words())}(?!\w)")


@cache
def _after_listed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(_unit_words())}\s?[,/]\s?$")


def _unit_words() -> tuple[str, ...]:
    return (*_generics()[1], *word_forms("scene", "hamlet"))


def _covered(reading: Reading) -> dict[int, list[tuple[int, int]]]:
    """Stretches of the places, by blocks of 64 characters."""
    blocks: dict[int, list[tuple[int, int]]] = {}
    for place in reading.places:
        for block in range(place.start // 64, place.end // 64 + 1):
            blocks.setdefault(block, []).append((place.start, place.end))
    return blocks


def rest_spots(reading: Reading) -> tuple[Spot, ...]:
    """`các địa phương khác`, `07 thôn còn lại`."""
    text = settle(reading.text)
    nouns, rest = alternation(word_forms("scene", "rest_noun")), alternation(word_forms("scene", "rest"))
    pattern = re.compile(rf"(?<!\w){nouns}\s{rest}(?!\w)")
    return tuple(
        Spot(*match.span(), "rest", level=counted_level(f" {match.group()}", 0) or "")
        for match in pattern.finditer(text)
        if not ends_with("aside").search(text, max(0, match.start() - 30), match.start())
    )


@cache
def is_city(province: str) -> bool:
    """Whether `thành phố` means the province itself: `Công an thành phố` of Hà Nội is of no district."""
    return bool(_kinds(province) & set(word_forms("scene", "city")))


@cache
def was_always_city(province: str) -> bool:
    """Whether a province has never been a `tỉnh`; Huế was one."""
    kinds = _kinds(province)
    return bool(kinds) and kinds <= set(word_forms("scene", "city"))


def _kinds(province: str) -> set[str]:
    return {unit.kind for unit in gazetteer().named(name_key(province)) if unit.level == "province"}
