"""Units that act in a sentence: a level word that is its subject, a force that comes to where the scene is."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.facts.openings import MARKS, PHRASE
from extractor.facts.pronouns import one_person
from extractor.facts.scene.clause import within
from extractor.facts.scene.paths import same
from extractor.facts.scene.spots import Spot, follows
from extractor.facts.verbs import LONGEST_VERB, aspects
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation

_PARTNER_REACH = 50
"""Characters from `phối hợp với` to the partner's unit."""


def is_subject(lowered: str, spot: Spot, start: int) -> bool:
    """Whether a level word itself does what its clause tells: `trong năm 2024, |huyện| sẽ mở 15 lớp`.

    What a body has is of its unit, whatever it does elsewhere: `Hội Nông dân |huyện| có 5 câu lạc bộ`; so is what
    it has done over the years: `Từ năm 2020 đến nay, Hội Chữ thập đỏ |tỉnh| xây 310 căn nhà`. The sentence begins
    at `start` of the (lower-case) text.
    """
    if _body_has().fullmatch(lowered, start, spot.start) and follows("has").match(lowered, spot.end):
        return True
    if _body_so_far().fullmatch(lowered, start, spot.start):
        return True
    return lowered.endswith((", ", "; "), 0, spot.start) and _acts(lowered, spot.end)


def is_actor(lowered: str, spot: Spot, start: int) -> bool:
    """Whether a level word means one unit and not each of them.

    It opens the sentence, or a body of its unit does (`Tháng 5, Chi hội |ấp| ra mắt`), or somebody is of that body
    (`Bà Lan, Trưởng Công an |xã|`), or the text points at it (`ở |xã| này`).
    """
    if spot.start - start <= 1 or is_subject(lowered, spot, start) or follows("this").match(lowered, spot.end):
        return True
    return bool(_body_has().fullmatch(lowered, start, spot.start) or _heads().search(lowered, start, spot.start))


def comes(lowered: str, spot: Spot, scene: Path | None, start: int, end: int) -> bool:
    """Whether a force of a larger unit comes to where the scene is: `Công an |tỉnh Đoài| điều bốn xe`."""
    if not (scene and within(scene, spot.path)) or word_pattern("verbs", "saying").search(lowered, start, end):
        return False
    return names_force(lowered, spot, start)


def strikes_at(lowered: str, spot: Spot, spots: Sequence[Spot], start: int) -> bool:
    """Whether a unit's force strikes at a place in it: `40 chiến sĩ Công an |huyện| ập vào lán ở thôn Hạ`."""
    if not (spot.path and names_force(lowered, spot, start)):
        return False
    target = next((one for one in spots if one.start > spot.end and within(one.path, spot.path)), None)
    return target is not None and word_pattern("scene", "raids").search(lowered, spot.end, target.start) is not None


def names_force(lowered: str, spot: Spot, start: int) -> bool:
    """Whether a unit is named only by its force in a sentence that begins at `start`: `Công an |tỉnh Đoài|`."""
    return bool(_force().search(lowered, start, spot.start))


def is_partner(lowered: str, spot: Spot, before: Sequence[Spot], scene: Path | None) -> bool:
    """Whether a named unit only helps the one before it: `Công an thị xã phối hợp với Công an |huyện Đoài| bắt`.

    Not where it lies in that one, or in the `scene`: there it is the host.
    """
    holder = before[-1].path if before else scene
    if spot.kind != "named" or not holder or same(spot.path)[: len(holder)] == same(holder):
        return False
    return _helps().search(lowered, max(0, spot.start - _PARTNER_REACH), spot.start) is not None


def gives_to_one(lowered: str, behind: int, end: int) -> bool:
    """Whether the body of the unit before `behind` gives to one person: `Hội Phụ nữ |xã| cho bà vay 9 triệu`."""
    return _gives_to_one().match(lowered, behind, end) is not None


def is_taken_to(lowered: str, spot: Spot, start: int) -> bool:
    """Whether somebody hurt is only brought to a hospital there: `đưa đi cấp cứu tại bệnh viện |huyện Đoài|`."""
    return _taken().search(lowered, start, spot.start) is not None


@cache
def _taken() -> re.Pattern[str]:
    """From bringing somebody up to the unit of the hospital."""
    taking, hospital = (alternation(word_forms("scene", table)) for table in ("taking", "hospital"))
    return re.compile(rf"(?<!\w){taking}\s(?:[^.;:\n]{{0,80}}\s)?{hospital}\s[^.;:\n]{{0,60}}\Z")


@cache
def _helps() -> re.Pattern[str]:
    """A partner up to its unit: `phối hợp với Công an |huyện Đoài|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'partner'))}\s[^,.;:()\n]*\Z")


@cache
def _gives_to_one() -> re.Pattern[str]:
    tables = ("donating", "allots", "family", "lends")
    donating, allots, family, lends = (alternation(word_forms("scene", table)) for table in tables)
    verb = rf"(?:{donating}|{allots}|{lends})"
    return re.compile(
        rf"[^.;:,\d]{{0,24}}?\s{verb}\s(?:(?:{lends}|{family})\s){{0,2}}{one_person()}|\s(?:[^\W\d_]+\s){{0,2}}{lends}\s\d"
    )


def _acts(lowered: str, end: int) -> bool:
    """Whether a verb follows, not one of giving: `Năm 2024, huyện |mở| chín lớp`, `tỉnh cấp 980 triệu đồng`."""
    words = lowered[end : end + LONGEST_VERB].split()
    verbs = {" ".join(words[:count]) for count in range(1, len(words))} & set(aspects())
    gives = verbs & {*word_forms("scene", "donating"), *word_forms("scene", "allots")}
    return bool(follows("intends").match(lowered, end) or (verbs and not gives and "cho" not in words[:4]))


@cache
def _body_has() -> re.Pattern[str]:
    """From the start of a sentence to the unit in the name of a body that is its subject."""
    bodies = alternation(word_forms("scene", "having_body"))
    return re.compile(rf"{MARKS}(?:{PHRASE})?{bodies}(?:\s[^\W\d]+){{0,5}}\s")


@cache
def _heads() -> re.Pattern[str]:
    """Who heads a body, up to its unit: `Theo Trưởng Công an |xã|`, `Bà Lan, Chủ tịch UBND |xã|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'heads'))}\s(?:[^,.;:()\d]{{0,40}}\s)?\Z")


@cache
def _body_so_far() -> re.Pattern[str]:
    """A time up to now, then a body up to its unit, from the start of a sentence."""
    so_far, bodies = (alternation(word_forms("scene", table)) for table in ("so_far", "having_body"))
    return re.compile(rf"{MARKS}{so_far}(?:\s[^,.;:“”()]{{1,30}})?,\s{bodies}(?:\s[^\W\d]+){{0,5}}\s")


@cache
def _force() -> re.Pattern[str]:
    """A force right before its unit: `Cảnh sát PCCC Công an |tỉnh`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'force'))}\s$")
