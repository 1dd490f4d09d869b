"""Spots: what in a sentence points at a place; here the named units and lists of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractor.facts.scene.paths import are_apart, common, same
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

Kind = Literal["named", "generic", "rest", "national", "spread"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A pointer at a place. `path` is set for named ones, `level` for level words (city: province or district).

    `whole` is set for `toàn huyện`, `trên địa bàn xã`; `bracketed` for a spot inside brackets; `aside` for the
    other side of something (`phối hợp với thôn Đoài`) and for a place in a scheme's name; `timing` inside a clause
    of time (`khi xã Hạ có ca đầu tiên, …`); `several` for a list, whose path is what its members share; `former`
    for units that had ended; `listed` for parts of a whole (`trong đó có xã Hạ`); `passing` for who gets something
    (`tặng cho nhân dân xã Hạ`), for a site, for where a site is, and for a place whose neighbours are meant
    (`xã Hạ lân cận`); `visiting` for where a delegation comes from; `donor` for where one comes from who gives
    (`một doanh nghiệp ở xã Hạ tặng 60 xe đạp`).
    """

    start: int
    end: int
    kind: Kind
    path: Path = ()
    level: str = ""
    whole: bool = False
    bracketed: bool = False
    aside: bool = False
    timing: bool = False
    several: bool = False
    former: bool = False
    listed: bool = False
    passing: bool = False
    donor: bool = False
    visiting: bool = False


_LISTED_REACH = 60
_CLAUSE_REACH = 90
_PARTNER_REACH, _GIFT_REACH = 50, 70
_DELEGATION_REACH = 70
_SUBJECT_REACH = 60
"""Characters from the start of a sentence within which a person is its subject."""
_SUBJECT = re.compile(r"\s?(?:[^,;()]{1,40},\s)?[^\d,;]*(?:[^\d\W]\s\d{1,2}\s)?")
"""A sentence up to a bracket behind its subject, maybe behind a time or place: `Gần đó, chùa Hạ `, `HTX Hạ 2 `."""
_INTRODUCED = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){1,3},\s")
"""A connective at the head of a sentence: `Trong khi đó, `."""
_CHAIN_GAP = re.compile(r"[\s,()-]{0,4}(?:(?:của|thuộc)\s)?(?:cũ\)?,?\s?)?", re.IGNORECASE)
_BODY_GAP = re.compile(r"\)?(?:,|,?\s(?:và|với))\s(?P<body>[^\d.,;:()]{2,40}\s)", re.IGNORECASE)
_LIST_GAP = re.compile(r"\s?,\s|\s?,?\s(?:và|với|hoặc)\s", re.IGNORECASE)


def last_end(spots: Iterable[Spot], path: Path | None, until: int) -> int:
    """Where the last spot of a path ends before `until`; `until` if there is none."""
    return max((spot.end for spot in spots if spot.path == path and spot.end <= until), default=until)


def named_spots(reading: Reading) -> tuple[Spot, ...]:
    """Named units, those that stand together as one: `xã Hồng Giang (Lục Ngạn)`, `xã A, xã B và xã C`.

    A district in the name of a site counts if the article names the district too: `dự án sân bay Long Thành`.
    """
    named = {same(p.path) for p in reading.places if p.role in ("place", "body") and len(p.path) > 1}
    usable = [
        p
        for p in reading.places
        if p.path
        and not ends_with("clock").search(settle(reading.text[max(0, p.start - 8) : p.start]))
        and (p.role in ("place", "body", "site") or (p.role == "name" and same(p.path) in named))
    ]
    spots: list[Spot] = []
    i = 0
    while i < len(usable):
        members = [usable[i]]
        while i + len(members) < len(usable) and _belongs(reading.text, members, usable[i + len(members)]):
            members.append(usable[i + len(members)])
        members = _held_against(reading.text, members)
        fresh = _spot(reading, members)
        if spots and spots[-1].listed and not set(reading.text[spots[-1].end : fresh.start]) & set(".;:\n"):
            fresh = replace(fresh, listed=True)
        spots.append(fresh)
        i += len(members)
    return _with_visitors(settle(reading.text), spots)


def _with_visitors(lowered: str, spots: list[Spot]) -> tuple[Spot, ...]:
    """The spots, those aside that a delegation comes from to another: `Đoàn công tác |tỉnh Hạ| thăm xã Đoài`.

    There it is, even where it only gives to those who live there: `thăm, tặng quà bà con |xã Đoài|`.
    """
    found = list(spots)
    for at, spot in enumerate(spots):
        if spot.donor and spots[at + 1 :] and "\n" not in lowered[spot.end : spots[at + 1].start]:
            found[at + 1] = replace(spots[at + 1], passing=False)
        opens = max(lowered.rfind(mark, 0, spot.start) for mark in (". ", "\n")) + 1
        if _delegation().search(lowered, max(opens, spot.start - _DELEGATION_REACH), spot.start) is None:
            continue
        apart = (i for i in range(at + 1, len(spots)) if are_apart(spot.path, spots[i].path))
        host = next(apart, None)
        if host and _goes_visiting().fullmatch(lowered, spot.end, spots[host].start):
            found[at] = replace(spot, aside=True, visiting=True)
            found[host] = replace(spots[host], passing=False)
    return tuple(found)


@cache
def _delegation() -> re.Pattern[str]:
    """A delegation up to where it comes from: `Đoàn công tác gồm 28 người của huyện `."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'delegation'))}(?!\w)[^,.;:()]*$")


@cache
def _goes_visiting() -> re.Pattern[str]:
    """From where a delegation comes from to its host: ` do ông Bảy dẫn đầu đến học tập tại |huyện`."""
    return re.compile(rf"(?:[^.\n]|\.(?!\s))*(?<!\w){alternation(word_forms('scene', 'visits'))}(?!\w)[^.\n]*")


def _belongs(text: str, members: list[Place], fresh: Place) -> bool:
    last = members[-1]
    gap = text[last.end : fresh.start]
    above = len(fresh.path) < len(last.path) or fresh.former
    if above and _CHAIN_GAP.fullmatch(gap):
        return True
    apart = same(last.path)[: len(fresh.path)] != same(fresh.path) and same(fresh.path)[: len(last.path)] != same(
        last.path
    )
    listed = _LIST_GAP.fullmatch(gap) or _same_body_again(text, members[0].start, gap)
    return (fresh.level == members[0].level or apart) and bool(listed)


def _same_body_again(text: str, start: int, gap: str) -> bool:
    """Whether bodies of one kind are listed: `Bệnh viện đa khoa |huyện Hạ và Bệnh viện đa khoa huyện Đoài|`."""
    joined = _BODY_GAP.fullmatch(gap)
    if joined is None:
        return False
    body = joined["body"]
    return settle(text[max(0, start - len(body)) : start]) == settle(body)


def _held_against(text: str, members: list[Place]) -> list[Place]:
    """The places without the last one where that one is told of: `Không riêng xã Hạ, |xã Đoài| có 30 tổ`."""
    if len(members) < 2 or _holds(members[-1], members[:-1]) or not _is_contrasted(text, members[0].start):
        return members
    return members[:-1] if "," in text[members[-2].end : members[-1].start] else members


def _is_contrasted(text: str, start: int) -> bool:
    """Whether a sentence opens with a place only to hold another one against it: `Cũng như |xã Hạ|, xã Đoài`."""
    return _contrast().search(settle(text[max(0, start - _PARTNER_REACH) : start])) is not None


@cache
def _contrast() -> re.Pattern[str]:
    return re.compile(rf"(?:\A|[.:;“\n]\s?){alternation(word_forms('scene', 'contrast'))}\s(?:các\s)?$")


def _spot(reading: Reading, members: list[Place]) -> Spot:
    text = reading.text
    own = [p for i, p in enumerate(members) if p.former == members[0].former and not _holds(p, members[:i])]
    path = own[0].path if len(own) == 1 else common([p.path for p in own])
    start, end = members[0].start, members[-1].end
    before = settle(text[max(0, start - 30) : start])
    venue = bool(_venue().search(settle(text[max(0, start - _SUBJECT_REACH) : start])))
    return Spot(
        start=start,
        end=end,
        kind="named",
        path=path,
        bracketed=not venue and _bracketed(reading, start),
        aside=(_is_aside(before) and not _acts_there(before, settle(text[end : end + 24])))
        or (text.startswith(",", end) and _is_contrasted(text, start))
        or bool(_traded().search(settle(text[max(0, start - _PARTNER_REACH) : start])))
        or in_scheme(reading, start)
        or (members[0].role in ("site", "name") and _of_analysts(text, start))
        or _gives(text, start, end),
        timing=_in_time_clause(text, start, end),
        several=len(own) > 1,
        former=members[0].former,
        donor=_donates(text, start, end),
        listed=_listed_part(text, start),
        passing=(venue and not _opens_scene(text, start, end))
        or members[0].role in ("site", "name")
        or bool(follows("neighbouring").match(settle(text[end : end + 20])))
        or bool(_recipient().search(settle(text[max(0, start - 40) : start]))),
    )


def _is_aside(before: str) -> bool:
    """Whether a place is the other side of something; `tiếp đến xã Hạ` goes on with the next."""
    away = ends_with("aside").search(before) or ends_with("distance").search(before) or _route().search(before)
    return bool(away and not (ends_with("next_in_rank").search(before) or _arrives().search(before)))


def _acts_there(before: str, behind: str) -> bool:
    """Whether a place gone to or compared with has its own figure, or something is done there.

    `so với xã Hạ |là 33%|`; `nhóm sang xã Hạ |cất 3| cây cầu`.
    """
    goes = ends_with("goes").search(before) and not _route().search(before)
    return bool(own_figure().match(behind) or (goes and follows("does_there").match(behind)))


def _opens_scene(text: str, start: int, end: int) -> bool:
    """Whether a site with its place sets the scene: `|Tại Trường Hoa Mai (xã Hạ),| câu lạc bộ có 9 em`."""
    before = text[max(0, start - _SUBJECT_REACH) : start]
    opening = max(before.rfind(mark) for mark in ("\n", ". ", "”"))
    led_in = _INTRODUCED.sub("", before[opening + 1 :].lstrip())
    located = opening >= 0 and _venue().match(settle(led_in))
    return bool(located) and re.match(r"[^()\n]{0,40}\),", text[end : end + 44]) is not None


@cache
def _arrives() -> re.Pattern[str]:
    """Who comes to where it happens: `Đến |xã Hạ|, xe mất lái`, `chúng tôi tìm về |xã Hạ|`."""
    goes, visitor = (alternation(word_forms("scene", table)) for table in ("arrives", "visitor"))
    return re.compile(rf"(?:(?:\A|[.:“\n]\s?)|(?<!\w){visitor}\s(?:\w+\s){{0,2}}){goes}\s$")


@cache
def _traded() -> re.Pattern[str]:
    """From a sale or purchase to where the partner is: `bán cho một công ty ở |thành phố Hạ|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'trades'))}\s(?:[^.;:()\n\d]*\s)?$")


@cache
def own_figure() -> re.Pattern[str]:
    """Behind a place compared with, gone to or singled out, its own figure: ` là 33%`, ` (34%)`, ` với 60 hộ`."""
    before = alternation((*word_forms("scene", "is"), *word_forms("scene", "along")))
    return re.compile(rf"\s{before}\s\d|\s\(\d[\d.,]*%|,\s{alternation(word_forms('scene', 'where'))}\s")


@cache
def _route() -> re.Pattern[str]:
    """From where a road comes up to where it goes: `đường từ trung tâm |vào| thôn Hạ`."""
    begin, onto = (alternation(word_forms("scene", table)) for table in ("route_from", "route_to"))
    return re.compile(rf"(?<!\w){begin}\s[^,.;:()]*\s{onto}\s$")


def _of_analysts(text: str, start: int) -> bool:
    """Whether a place ends the name of a company that is only quoted: `Theo Công ty Chứng khoán |TP HCM|, …`."""
    return _analysts().search(settle(text[max(0, start - _CLAUSE_REACH) : start])) is not None


@cache
def _analysts() -> re.Pattern[str]:
    source, firm = (alternation(word_forms("scene", table)) for table in ("source", "firm"))
    return re.compile(rf"(?<!\w){source}\s(?:[^.;:“”\n]*\s)?{firm}\s[^.;:“”\n]*$")


def _gives(text: str, start: int, end: int) -> bool:
    """Whether a place only gives what lies elsewhere: `công trình 15 tỷ đồng do |TP Hải Phòng| hỗ trợ`."""
    opening, following = settle(text[max(0, start - _PARTNER_REACH) : start]), settle(text[end : end + 16])
    return bool(re.search(r"(?<!\w)(?:do|được)\s[^,.;:()\n]*$", opening) and follows("giving").match(following))


def _donates(text: str, start: int, end: int) -> bool:
    """Whether a place is a private giver's: `một doanh nghiệp ở |phường Đoài| tặng 200 áo ấm`."""
    opening = settle(text[max(0, start - _PARTNER_REACH) : start])
    return bool(_donor().search(opening) and _donating().match(settle(text[end : end + _GIFT_REACH])))


@cache
def _donor() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'donor'))}\s[^.;:\d]*$")


@cache
def _donating() -> re.Pattern[str]:
    """A giving verb behind a place, maybe behind the town around it: ` (thành phố Hạ) đã trao tặng`."""
    brings, gives = (alternation(word_forms("scene", table)) for table in ("brings", "donating"))
    return re.compile(rf"[^.;:\d]{{0,30}}?(?:\s{brings}\s[^.;:]{{0,40}}?)?\s{gives}(?!\w)")


def _in_time_clause(text: str, start: int, end: int) -> bool:
    """Whether a place says only when: `Từ ngày 12/3, |khi xã Hạ có ca đầu tiên|, dịch đã lan ra`."""
    opening = settle(text[max(0, start - _CLAUSE_REACH) : start])
    clause = opening[max(opening.rfind(mark) for mark in ",;.:(\n") + 1 :]
    comma = text.find(",", end, end + _CLAUSE_REACH)
    opened = clause.strip().startswith(word_forms("scene", "when"))
    return opened and comma >= 0 and not set(text[end:comma]) & set(".;:\n")


def _bracketed(reading: Reading, start: int) -> bool:
    """Whether a place stands in brackets that say where something in passing is.

    Not where they say who a person is (`bà Sen (thôn Hạ)`) or where the subject is (`Giáo xứ A (xã Hạ): Cả xứ có`,
    `Hợp tác xã A (xã Hạ) có`).
    """
    bracket = reading.text.rfind("(", max(0, start - 60), start)
    if bracket < 0 or ")" in reading.text[bracket:start]:
        return False
    closing = reading.text.find(")", start, start + 120)
    if reading.text[closing + 1 : closing + 2] == ":" or _lies_in().match(reading.text, bracket + 1):
        return False
    sentence = max(
        reading.text.rfind(mark, max(0, bracket - _SUBJECT_REACH), bracket) for mark in (". ", "\n", "“")
    )
    if (
        sentence >= 0
        and _SUBJECT.fullmatch(reading.text, sentence + 1, bracket)
        and re.match(r"\)\s[^\W\d_]", reading.text[closing : closing + 3])
    ):
        return reading.text[closing + 2 : closing + 3].isupper()
    named = (person for person in reading.people if bracket - 2 <= person.end <= bracket)
    return not any(person.honorific or sentence >= 0 for person in named)


@cache
def _lies_in() -> re.Pattern[str]:
    """In a bracket, where the scene itself lies: `cá chết trên sông Hạ (|thuộc| xã Đoài)`."""
    return re.compile(rf"\s?{alternation(word_forms('scene', 'lies_in'))}\s")


@cache
def _venue() -> re.Pattern[str]:
    """A site where something is, up to the unit in brackets behind it: `tại chợ Phạm Văn Hai (|xã Hạ|)`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'venue'))}\s[^,.;:()]+\((?:[^(),]{{1,25}},\s)?$")


def _holds(upper: Place, lower: list[Place]) -> bool:
    """Whether a unit is named only to say where one of the others lies."""
    return any(same(place.path)[: len(upper.path)] == same(upper.path) for place in lower)


def in_scheme(reading: Reading, start: int) -> bool:
    """Whether an offset lies in a scheme's name."""
    return any(scheme.is_scheme and scheme.name_start <= start < scheme.name_end for scheme in reading.schemes)


def _listed_part(text: str, start: int) -> bool:
    """Whether the clause before a place introduces parts: `thêm ba xã, trong đó có xã Hạ`."""
    window = settle(text[max(0, start - _LISTED_REACH) : start])
    opens = max(window.rfind(mark) for mark in ";.\n") + 1
    if all(found.group() == ":" for found in listing().finditer(window[opens:])):
        return False
    of_sentence = (opens == 0 and start < _LISTED_REACH) or window[opens - 1 : opens] in (".", "\n")
    return not (of_sentence and _example().match(window[opens:]))


@cache
def listing() -> re.Pattern[str]:
    """Words and the colon that introduce examples or parts, in lower-case text."""
    return re.compile(r"(?<!\w)" + alternation(word_forms("scene", "listing")) + r"(?!\w)|:")


@cache
def _example() -> re.Pattern[str]:
    """The example that a sentence opens with and is about: `Riêng xã Hạ có sáu tổ; mỗi tổ góp 2 triệu`."""
    return re.compile(rf"\W*{alternation(word_forms('scene', 'opens_example'))}(?!\w)")


@cache
def _recipient() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'recipient'))}\s(?:[^,.;:()\d]{{0,30}}\s)?$")


@cache
def ends_with(table: str) -> re.Pattern[str]:
    """The table's words at the end of a text."""
    return re.compile(r"(?<!\w)" + alternation(word_forms("scene", table)) + r"\s?$")


@cache
def superlative() -> re.Pattern[str]:
    """Words after which a unit is only compared within: `nhiều sản phẩm |nhất| huyện`, `lớn thứ hai của |tỉnh|`."""
    most, within = (alternation(word_forms("scene", table)) for table in ("superlative", "compared_within"))
    return re.compile(rf"(?<!\w){most}\s(?:{within}\s){{0,2}}\Z")


@cache
def follows(table: str) -> re.Pattern[str]:
    """The table's words behind a space at the start of a text."""
    return re.compile(r"\s" + alternation(word_forms("scene", table)) + r"(?!\w)")
