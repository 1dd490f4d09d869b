"""The place that a sentence itself gives to a span in it."""

import re
from functools import cache

from extractor.facts.scene.paths import common, same
from extractor.facts.scene.spots import Spot, ends_with, listing, own_figure, superlative
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

_REACH = 120
"""Characters from a span to a place after it in the same clause."""
_PARTITIVE = 24
"""Characters around the start of a number within which `là một trong số` stands before it."""
_FAR_REACH, _COMPARED, _SITE_REACH = 40, 80, 50
_CLAUSE = re.compile(r"(?:[^.;:(),“”\n]|(?<=\s[A-ZĐ])\.(?=\s))*")
"""What stays in a clause; the full stop of an initial does: `tại nhà Nguyễn Văn B. ở |xã Hạ|`."""
_ADJOINING = re.compile(r"[”\"]?\s?\(\s?$|[”\"]?,?\s(?:ở|tại|của|thuộc)\s$")
_LIES_AT = re.compile(r"[”\"]?\s(?:ở|tại)\s(?:các\s|hai\s|ba\s)?")
# The place is one of several that each have a share: `45 ca mắc tại |Tam Dân| (20), Tam Thái (15)`.
_SHARE = re.compile(r"\s\(\d[\d.]*\)\s?(?:[,;]|và\s)")
_OWN_FIGURE = re.compile(r"\s(?:[^\W\d_]+\s){0,2}\d")
"""Behind a place: a figure of its own, as in `của tỉnh là 99%, của xã Hạ |là 9|8%`."""
_REASONS = {
    "named": "sentence",
    "generic": "level word",
    "rest": "rest",
    "national": "nation",
    "spread": "level word",
}


def own_place(
    text: str, spots: tuple[Spot, ...], inherited: Path | None, start: int, end: int
) -> tuple[Path | None, str] | None:
    """The place of the span `start:end` by its sentence's `spots`, and the reason; None if they say nothing.

    The rest of what units share is of what holds them. They say nothing where a bare level word comes after the
    span and the `inherited` place lies in that unit: `26 camera chia sẻ dữ liệu về Công an xã`, of a village.
    """
    telling = [spot for spot in spots if spot.path or spot.kind == "national" or _of_several(text, spot, end)]
    telling = [spot for spot in telling if not (spot.donor and _is_elsewhere(spot.path, inherited))]
    inside = [spot for spot in telling if start <= spot.start and spot.end <= end and spot.kind == "named"]
    if inside:
        return inside[0].path, "name"
    left = [spot for spot in spots if spot in telling or (spot.several and not spot.path)]
    left = [spot for spot in left if spot.start < start and _governs(text, spot, start)]
    right = [s for s in telling if s.start >= start and (_owns(text, s, end) or not _says_less(s, inherited))]
    right = [spot for spot in right if spot.kind != "spread" and not _of_a_later_figure(text, spot, inherited, end)]
    before, beside = _nearest(text, left), _beside(text, right, end)
    if before and before.kind == "generic" and _speaks_of_himself(text, before, start):
        homes = [spot.path for spot in left if spot.kind == "named" and within(spot.path, before.path)]
        if homes:
            return homes[-1], "sentence"
        if inherited and within(inherited, before.path):
            return None
    if beside and before and (_yields(text, beside, before, start) or _adjoins(text, before, start)):
        beside = beside if _is_compared(text, beside, start) else None
    if (around := _around_rest(text, left, start)) and not (beside and beside.kind == "named"):
        return around, "rest"
    if beside:
        return beside.path or None, "beside" if beside.kind == "named" else _REASONS[beside.kind]
    if before is None or (before.kind == "named" and ";" in text[before.end : start]):
        later = _later(text, right, end)
        if later:
            return later.path, _REASONS[later.kind]
    return (before.path or None, _REASONS[before.kind]) if before else None


def _around_rest(text: str, left: list[Spot], start: int) -> Path | None:
    """What holds the units listed before the rest: `|thôn Hạ| làm 4 km, |thôn Đoài| 3 km, còn lại |2 km|`."""
    if not ends_with("rest").search(settle(text[max(0, start - _PARTITIVE) : start])):
        return None
    listed = [spot for spot in left if spot.kind == "named" and not spot.several]
    listed = [spot for spot in listed if len(spot.path) == len(listed[-1].path)]
    return common([spot.path for spot in listed]) or None if len({same(s.path) for s in listed}) > 1 else None


def _of_several(text: str, spot: Spot, end: int) -> bool:
    """Whether places that share no unit stand right behind a span: `17 vụ trộm ở |Thái Nguyên và Bắc Giang|`."""
    return spot.several and _LIES_AT.fullmatch(text, end, spot.start) is not None


def one_of_several(text: str, start: int) -> bool:
    """Whether the number at `start` counts more than its subject: `Vĩnh Phúc là một trong |8 tỉnh| đi đầu`."""
    window = settle(text[max(0, start - _PARTITIVE) : start + _PARTITIVE])
    found = _among().search(window)
    return found is not None and found.end() >= min(start, _PARTITIVE)


def beside_place(text: str, spots: tuple[Spot, ...], end: int) -> Path | None:
    """The place after a span that ends at `end`, in the same clause."""
    beside = _beside(text, [spot for spot in spots if spot.path and spot.start >= end], end)
    return beside.path if beside else None


def within(lower: Path, upper: Path) -> bool:
    """Whether a path leads to a unit inside the other one's."""
    return len(lower) > len(upper) and same(lower)[: len(upper)] == same(upper)


def _is_elsewhere(path: Path, scene: Path | None) -> bool:
    """Whether a place is outside the scene and does not hold it."""
    return scene is not None and not (same(path) == same(scene) or within(path, scene))


def _governs(text: str, spot: Spot, start: int) -> bool:
    """Whether a place before a span speaks for it.

    Not from inside brackets that have closed, and not from a list of parts beyond its semicolon: `thêm 3 xã, trong
    đó có xã Hạ; mỗi xã tăng 2 tiêu chí`.
    """
    between = text[spot.end : start]
    closed = spot.bracketed and ")" in between and between.strip(") ")
    timing = spot.timing and "," in between
    return not (spot.aside or closed or timing or _faraway(spot) or (spot.listed and ";" in between))


def _faraway(spot: Spot) -> bool:
    """Whether a spot is a foreign country named in passing."""
    return spot.kind == "national" and spot.passing


def _nearest(text: str, left: list[Spot]) -> Spot | None:
    """The last place before a span, or the smaller one before it: `xã Đoài là xã nghèo của huyện Hạ, có 30 hộ`.

    Merged units of the past give way to one that stands.
    """
    standing = [spot for spot in left if not spot.former]
    if left and left[-1].former and standing and (left[-1].several or text.startswith(")", left[-1].end)):
        return standing[-1]
    if len(left) > 1 and left[-1].kind in ("named", "national") and within(left[-2].path, left[-1].path):
        between = text[left[-2].end : left[-1].start]
        ranked = re.search(r"\s(?:của|thuộc|ở)\s$", between) or superlative().search(settle(between))
        if ";" not in between and ranked and not word_pattern("scene", "but").search(settle(between)):
            return left[-2]
    if len(left) > 1 and left[-1].kind == "generic" and within(left[-2].path, left[-1].path):
        owner = re.search(r"\s(?:của|thuộc)\s$", text[left[-2].end : left[-1].start])
        if left[-2].kind == "named" and owner and not left[-1].whole:
            return left[-2]
    if len(left) > 1 and _holds_at(text, left[-2], left[-1]):
        return left[-2]
    return left[-1] if left else None


def _holds_at(text: str, venue: Spot, holder: Spot) -> bool:
    """Whether a larger unit acts at a place in it: `Tại |xã Đoài|, Công an |huyện| bắt 3 người`."""
    if venue.kind != "named" or holder.whole or not within(venue.path, holder.path):
        return False
    joined = settle(text[venue.end : holder.start])
    if holder.kind != "generic":
        at = settle(text[max(0, venue.start - _SITE_REACH) : venue.start])
        return bool(_sited().search(at) and _body_behind().fullmatch(joined))
    located = _located().search(settle(text[max(0, venue.start - _PARTITIVE) : venue.start]))
    return bool(_after_venue().fullmatch(joined) or (located and _body_behind().fullmatch(joined)))


def _owns(text: str, spot: Spot, end: int) -> bool:
    """Whether a level word right behind a span says whose it is: `mô hình “A” của |xã|`."""
    return spot.kind == "generic" and bool(_ADJOINING.fullmatch(text, end, spot.start))


def _of_a_later_figure(text: str, spot: Spot, inherited: Path | None, end: int) -> bool:
    """Whether a level word is that of another number: `xưởng có 11 thợ, liên kết với 25 hộ trong |xã|`."""
    around = spot.kind == "generic" and inherited is not None and within(inherited, spot.path)
    return around and re.search(r",.*\d", text[end : spot.start]) is not None


def _says_less(spot: Spot, inherited: Path | None) -> bool:
    """Whether a bare level word only names a unit around the inherited place."""
    return spot.kind == "generic" and not spot.whole and inherited is not None and within(inherited, spot.path)


def _speaks_of_himself(text: str, before: Spot, start: int) -> bool:
    """Whether a villager goes on from the commune to his own: `xã đắp đập, nhà tôi thu |17 tấn lúa|`."""
    return not before.whole and bool(word_pattern("scene", "mine").search(settle(text[before.end : start])))


def _yields(text: str, beside: Spot, before: Spot, start: int) -> bool:
    """Whether a place after the span says less than the one before it.

    Not a whole unit in a clause of its own: `2 người chết ở xã Hạ, |9 người khác| trong huyện bị thương`.
    """
    if beside.whole and "," in text[before.end : start]:
        return False
    if beside.kind == "generic" and before.kind == "named" and not beside.whole:
        return True
    if beside.former and not before.former:
        return before.kind == "named" or not before.whole
    return beside.kind != "rest" and not beside.several and within(before.path, beside.path)


def _is_compared(text: str, beside: Spot, start: int) -> bool:
    """Whether a figure of the unit above is told to compare with: `thấp hơn so với tỷ lệ |4,7%| của toàn tỉnh`."""
    wider = beside.kind == "national" or beside.whole or _of().search(settle(text[start : beside.start]))
    return bool(wider) and bool(_compares().search(settle(text[max(0, start - _FAR_REACH) : start])))


def compared_with(lowered: str, start: int) -> bool:
    """Whether a place at `start` is only compared with: `đạt 58%, thấp hơn mức 71% của |tỉnh|`."""
    return _set_against().search(lowered, max(0, start - _COMPARED), start) is not None


def _adjoins(text: str, before: Spot, start: int) -> bool:
    """Whether a place stands right before the span, as in lists: `Đoài 1 người, Đông 2 người và Nam 4 người`."""
    return before.kind == "named" and not text[before.end : start].strip()


def _beside(text: str, right: list[Spot], end: int) -> Spot | None:
    """A place after the span in the same clause: `năm người ở huyện Lệ Thủy`, `mô hình “A” (phường B)`."""
    for spot in right:
        between = text[end : spot.start]
        if len(between) > _REACH or word_pattern("scene", "but").search(settle(between)):
            return None
        if _faraway(spot) and len(between) > _FAR_REACH:
            continue
        if _SHARE.match(text, spot.end) or ("," in between and _OWN_FIGURE.match(text, spot.end)):
            return None
        lowered = settle(between)
        joined = _CLAUSE.fullmatch(between) or _ADJOINING.fullmatch(between) or _all_at().fullmatch(lowered)
        figures = re.search(r"\d", _age().sub("", lowered)) and not _given().fullmatch(lowered)
        if joined and not spot.aside and not figures and not listing().search(lowered):
            return spot
    return None


def _later(text: str, right: list[Spot], end: int) -> Spot | None:
    """The only place later in the sentence, unless it belongs to a listed part."""
    named = [spot for spot in right if spot.kind == "named" and not (spot.aside or spot.bracketed)]
    named = named or [spot for spot in right if spot.kind == "generic"]
    if len({same(spot.path) for spot in named}) != 1:
        return None
    between = settle(text[end : named[0].start])
    apart = (
        ";" in between
        or compared_with(between, len(between))
        or listing().search(between)
        or own_figure().match(settle(text[named[0].end :][:24]))
    )
    return None if apart else named[0]


@cache
def _among() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'among'))}\s(?=\w)")


@cache
def _age() -> re.Pattern[str]:
    return re.compile(rf"\s\d{{1,3}}\s{alternation(word_forms('scene', 'age'))}(?!\w)")


@cache
def _compares() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'compares'))}\s[^,.;:()\d]*$")


@cache
def _of() -> re.Pattern[str]:
    """From a number to whose it is: `91%| của |tỉnh Hạ`, `dân số của toàn |tỉnh`."""
    within = alternation(word_forms("scene", "compared_within"))
    return re.compile(rf"[^,.;:()]\s(?:của|ở)\s(?:{within}\s)?\Z")


@cache
def _set_against() -> re.Pattern[str]:
    """A clause that compares, up to the place."""
    words, within = (alternation(word_forms("scene", table)) for table in ("compares", "compared_within"))
    figure = r"(?:[^,.;:()\d]|\d(?:[,.]\d)?)*"
    return re.compile(rf"[,(]\s?[^,.;:()]{{0,20}}(?<!\w){words}\s{figure}(?:của|ở)\s(?:{within}\s)?\Z")


@cache
def _after_venue() -> re.Pattern[str]:
    """From a place to who acts there, maybe with the time between: `Tại xã Hạ|, ngày 5/6, Công an |huyện bắt`."""
    return re.compile(rf",\s(?:{alternation(word_forms('scene', 'time'))}\s[^,;()]*,\s)?[^,;.]*")


@cache
def _located() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'stage'))}\s$")


@cache
def _sited() -> re.Pattern[str]:
    """From where something is up to its unit: `tại chốt kiểm soát y tế |thôn Hạ|`."""
    at = alternation(word_forms("scene", "stage"))
    return re.compile(rf"(?:\A|[,.;:“\n]\s?){at}\s(?:[^\W\d_]+\s){{0,6}}\Z")


@cache
def _body_behind() -> re.Pattern[str]:
    """From a place to a force that acts there: `Tại xã Hạ|, thấy hai kẻ lạ, tổ công tác Công an |huyện bắt`."""
    return re.compile(rf",\s[^;.]*(?<!\w){alternation(word_forms('scene', 'force'))}\s")


@cache
def _given() -> re.Pattern[str]:
    """From a gift past its takers to their place: `12 con bò| cho 10 hộ nghèo ở |xã Hạ`."""
    takers = alternation(word_forms("scene", "takers"))
    return re.compile(rf"[^\d,;]*(?<!\w){takers}\s(?:[^\W\d]+\s){{0,2}}\d[\d.]*\s[^\d,;]*")


@cache
def _all_at() -> re.Pattern[str]:
    """From a number to the place of all that it counts: `năm tàu, đều ở |xã Hạ|`."""
    at, both = (alternation(word_forms("scene", table)) for table in ("at", "all"))
    return re.compile(rf"[^.;:()“”\n,]*,\s{both}\s{at}\s")
