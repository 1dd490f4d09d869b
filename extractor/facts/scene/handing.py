"""The place that a sentence hands on to the ones behind it."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.facts.layout import within as starting_in
from extractor.facts.scene.clause import compared_with, within
from extractor.facts.scene.paths import are_apart, common, same
from extractor.facts.scene.spots import Spot, listing
from extractor.reading.spans import Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_LISTED_FROM = 20
"""Characters into a sentence from which `như`, `gồm` introduce parts; before, they open it: `Điển hình như …`."""
_AT_REACH = 20
_COPULA_REACH = 8


def handed(reading: Reading, lowered: str, spots: Sequence[Spot], start: int, about: Path | None) -> Path | None:
    """What a sentence hands on: its only place, the smallest of one line, or the one that it opens with.

    Listed parts hand on nothing, nor does what is named in passing or is only one of several (`Xã Hạ thiệt hại nặng
    nhất với 9 nhà, kế đến là xã Đông`). An empty path ends the scene: the sentence speaks of the country and names
    no place. `about` is the article's place, `lowered` its text.
    """
    end = spots[-1].start if spots else start
    figured = any(not quantity.refused for quantity in starting_in(reading.quantities, start, end))
    listed = _listed_from(lowered, spots, start + _LISTED_FROM, end, figured)
    telling = [spot for spot in spots if spot.kind in ("named", "generic", "spread") and not named_in_passing(spot)]
    telling = [spot for spot in telling if not compared_with(lowered, spot.start)]
    counted = [spot for spot in telling if spot.path and spot.start < listed]
    wide = max((spot.start for spot in spots if spot.kind == "national" and not spot.passing), default=-1)
    if wide >= 0 and not about and all(_is_venue(lowered, spot) and spot.start < wide for spot in counted):
        return ()
    if not counted:
        return None
    if len({same(spot.path) for spot in counted}) == 1:
        return None if _is_ranked(lowered, counted[-1], telling) else counted[0].path
    if counted[-1].kind == "spread":
        return counted[-1].path
    single = [spot.path for spot in counted if spot.kind == "named" and not spot.several]
    deepest = max(single, key=len, default=())
    if deepest and all(same(spot.path) == same(deepest)[: len(spot.path)] for spot in counted):
        return _of_the_whole(reading, lowered, counted, deepest) or deepest
    return counted[0].path if _opens_at().fullmatch(lowered, start, counted[0].start) else None


def goes_round(spots: Sequence[Spot], scene: Path) -> Path | None:
    """What units beside the scene share with it, where a sentence tells of several of them and of no other.

    `Xã Hạ đã xong. Còn dở dang là |Đoài| (9 nhà) và |Đông| (3 nhà)`: behind that it is no more about Hạ.
    """
    told = [spot for spot in spots if spot.path]
    named = {same(spot.path) for spot in told if spot.kind == "named" and not named_in_passing(spot)}
    shared = common([scene, *(spot.path for spot in told)])
    apart = all(same(spot.path)[: len(shared)] == same(shared) and are_apart(spot.path, scene) for spot in told)
    return shared if len(named) > 1 and apart and shared else None


def is_located(lowered: str, spot: Spot) -> bool:
    """Whether something is said to be at a place: `tại tỉnh Đoài`."""
    return bool(_at().search(lowered, max(0, spot.start - _AT_REACH), spot.start))


def named_in_passing(spot: Spot) -> bool:
    """Whether a place is not what the text goes on about."""
    return spot.aside or spot.donor or spot.bracketed or spot.former or spot.passing or spot.timing


def _is_ranked(lowered: str, spot: Spot, telling: Sequence[Spot]) -> bool:
    """Whether another place follows a place in a ranking: `|Xã Hạ| nặng nhất với 9 nhà, kế đến là |xã Đông|`."""
    behind = [each for each in telling if each.start > spot.end and each.path]
    apart = [each for each in behind if same(each.path)[:-1] == same(spot.path)[:-1]]
    return bool(apart and _next().search(lowered, spot.end, apart[0].start))


def _listed_from(lowered: str, spots: Sequence[Spot], start: int, end: int, figured: bool) -> int:
    """Where listed parts begin; `là` introduces them right before a place, and no `là mô hình ở xã Hạ`.

    Where nothing is `figured` it has no parts: `Một trong những điểm sáng là xã Hạ.`

    A colon behind a verb of saying introduces speech, one behind `địa chỉ` a place.
    """
    for found in listing().finditer(lowered, start, end):
        if found.group() == ":" and _leads_up().search(lowered, start - _LISTED_FROM, found.start()):
            continue
        near = figured and any(0 <= spot.start - found.end() <= _COPULA_REACH for spot in spots)
        if near or found.group() not in word_forms("scene", "copula"):
            return found.start()
    return end + 1


def _of_the_whole(reading: Reading, lowered: str, spots: Sequence[Spot], part: Path) -> Path | None:
    """The whole unit where a sentence has figures of it and of a part, each in a clause of its own.

    `2 người chết ở xã Hạ, 9 người khác trong |huyện| bị thương`; `51 trường trong |huyện| mở; ba trường ở xã Hạ
    còn ngập`.
    """
    at = next(spot for spot in spots if spot.path == part)
    for spot in spots:
        if spot.whole and within(part, spot.path):
            own = [q for q in reading.quantities if at.end <= q.start < spot.start]
            share = own and "%" in lowered[own[-1].start : own[-1].end]  # chiếm 75% diện tích toàn tỉnh
            behind = own and not share and "," in lowered[at.end : own[-1].start]
            if behind and "," not in lowered[own[-1].end : spot.start]:
                return spot.path
            if spot.end <= at.start and ";" in lowered[spot.end : at.start]:
                return spot.path
    return None


def _is_venue(lowered: str, spot: Spot) -> bool:
    """`Sáng 5/6, |tại tỉnh Đoài|, Phó Thủ tướng dự hội nghị về cả nước`: only where people meet."""
    return is_located(lowered, spot) and lowered.startswith(",", spot.end)


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'next_in_rank'))}(?!\w)")


@cache
def _leads_up() -> re.Pattern[str]:
    """What stands before a colon behind which no parts come."""
    saying, address = alternation(word_forms("verbs", "saying")), alternation(word_forms("scene", "address"))
    return re.compile(rf"(?<!\w)(?:{saying}(?:\s[^\W\d_]+)?|{address})\s?$")


@cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'at'))}\s$")


@cache
def _opens_at() -> re.Pattern[str]:
    at = alternation(word_forms("scene", "at"))
    return re.compile(rf"\W*(?:còn\s)?{at}\s?(?:{at}\s?)?")
