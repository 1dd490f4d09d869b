"""The place that an article as a whole is about."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractor.facts.scene.clause import within
from extractor.facts.scene.level_words import generic_spots, village_spots
from extractor.facts.scene.nation import foreign_weight, headed_wide, weight
from extractor.facts.scene.paths import same
from extractor.facts.scene.spots import Spot, ends_with, named_spots
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.gazetteer import name_key
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

_LEAD_SENTENCES, _LEAD_LENGTH = 4, 60
_SENTENCES_A_MENTION = 12
"""An article with fewer mentions of a place than one in so many sentences is not about it."""
_LATE, _SENTENCES_A_LATE_MENTION = 5, 6
"""A place that is first named so many sentences into the text has to come back that often."""
_HEADED_WIDE = 2
"""What a region in the headline weighs beside its own mention."""
_FEWEST = 5
"""Mentions of a smaller unit that make it the article's place."""
_SIBLINGS = 4
"""Other communes of its district that make the lead's one of several."""


_LEFT_REACH = 24
_CASE_LEAD, _CASE_SHARE = 4, 0.25
"""The first sentences, and the share of all that tell of a case."""


def article_place(reading: Reading) -> Path | None:
    """The unit of the headline, else of the lead, else the one that most of the text is about, else the home.

    Only the headline's is taken as it is; any other one must be what the article speaks of more than of the country
    and of other provinces. An article about the country has no place.
    """
    spots = named_spots(reading)
    title_end = _title_end(reading)
    for spot in spots:
        if spot.end <= title_end and spot.path and not (spot.visiting or _left(reading, spot)):
            headline = _in_charge(reading, spots, spot.path) or _commune_of(reading, spots, spot.path)
            return _happened(reading, spots, headline, title_end) or headline
    found = _lead(reading, spots, title_end) or _most_named(reading)
    if found and _earned(reading, found):
        own = _in_charge(reading, spots, found) or _widened(reading, found) or _narrowed(reading, found)
        return reading.home.path if reading.home and _speaks_of_home(reading, reading.home, own) else own
    if found:
        return None
    if reading.home:
        return reading.home.path
    return (reading.home_province,) if reading.home_province else None


def _speaks_of_home(reading: Reading, home: Place, found: Path) -> bool:
    """Whether a unit's own portal means itself, and not a unit around or in it: `Toàn |xã| có 2.140 hộ`."""
    said = sum(spot.level == home.level for spot in generic_spots(reading))
    akin = within(home.path, found) or within(found, home.path)
    return akin and said > sum(bool(place.path) for place in reading.places)


def _earned(reading: Reading, path: Path) -> bool:
    """Whether the article speaks of the path's province more than of others and of the country.

    A paper of another province names a place in passing: there it must come back, or stand in the first sentence.
    One that comes late must also outweigh other countries.
    """
    # What a new commune was made of lay in a province that is no more.
    provinces = [name_key(place.path[0]) for place in reading.places if place.path and not place.former]
    own = provinces.count(name_key(path[0]))
    said = own + len(generic_spots(reading))
    ends = [end for _, end in reading.sentences]
    if _is_of_one_case(reading, ends):
        return True
    first = next((p.start for p in reading.places if p.path and name_key(p.path[0]) == name_key(path[0])), 0)
    late = sum(end <= first for end in ends)
    abroad = foreign_weight(reading) if late > 1 else 0.0
    wide = weight(reading) + (_HEADED_WIDE if headed_wide(reading) else 0)
    if said <= len(provinces) - own + wide + abroad:
        return False
    if reading.home_province and name_key(reading.home_province) == name_key(path[0]):
        return True
    if late >= _LATE and said * _SENTENCES_A_LATE_MENTION < len(ends):
        return False
    opens = any(place.path and place.end <= ends[0] for place in reading.places)
    return said * _SENTENCES_A_MENTION >= len(ends) and (said > 1 or opens)


def _is_of_one_case(reading: Reading, ends: list[int]) -> bool:
    """Whether an article tells all through of a case that its first sentences set in the only province named.

    Where people live is no other place.
    """
    told = [place for place in reading.places if place.path and place.role in ("place", "body")]
    if not told or len(ends) <= _CASE_LEAD or told[0].end > ends[_CASE_LEAD - 1]:
        return False
    text, starts = settle(reading.text), [0, *ends]
    about = sum(_case().search(text, start, end) is not None for start, end in zip(starts, ends, strict=False))
    return about >= _CASE_SHARE * len(ends) and len({name_key(place.path[0]) for place in told}) == 1


@cache
def _case() -> re.Pattern[str]:
    return whole_words(word_forms("scene", "case"))


def _left(reading: Reading, spot: Spot) -> bool:
    """Whether somebody left the place: `|Từ| Thái Bình lên Tây Nguyên lập nghiệp`."""
    return ends_with("left").search(settle(reading.text[max(0, spot.start - _LEFT_REACH) : spot.start])) is not None


def _happened(reading: Reading, spots: tuple[Spot, ...], path: Path, title_end: int) -> Path | None:
    """The commune or district inside the headline's path where the lead tells that something happened one day.

    None where the text names another one in the path.
    """
    villages = {same(place.path) for place in reading.places if place.level == "village"}
    lead = next(_leading(reading, title_end), None)
    inside = [spot for spot in spots if spot.start >= title_end and within(spot.path, path)]
    if lead is None or not inside or inside[0].several or not _told_of_a_day(reading, lead[0], inside[0]):
        return None
    cut = [spot.path[:-1] if same(spot.path) in villages else spot.path for spot in inside]
    deepest = max(cut, key=len)
    shared = inside[0].start < lead[1] and all(same(deepest)[: len(one)] == same(one) for one in cut)
    return deepest if shared and len(deepest) > len(path) else None


def _told_of_a_day(reading: Reading, start: int, spot: Spot) -> bool:
    """Whether a sentence opens with a time and says that something was at the spot: `Sáng 5/6, tại |xã Hạ|`."""
    lowered = settle(reading.text)
    time, at = (alternation(word_forms("scene", table)) for table in ("time", "at"))
    opens = re.compile(rf"\W*{time}(?!\w)").match(lowered, start)
    return bool(opens and re.compile(rf"(?<!\w){at}\s").search(lowered, start, spot.start))


def _commune_of(reading: Reading, spots: tuple[Spot, ...], path: Path) -> Path:
    """The commune of a headline's village where the text speaks more of the commune, else the path."""
    levels = {same(place.path): place.level for place in reading.places}
    if levels.get(same(path)) != "village" or len(path) < 2:
        return path
    said = Counter(spot.level for spot in (*generic_spots(reading), *village_spots(reading)))
    own = said["village"] + sum(same(spot.path) == same(path) for spot in spots)
    around = said["commune"] + sum(same(spot.path) == same(path[:-1]) for spot in spots)
    return path[:-1] if around > own else path


def _in_charge(reading: Reading, spots: tuple[Spot, ...], path: Path) -> Path | None:
    """The unit that holds all those which a body named after a commune is in charge of.

    `Đồn Biên phòng Hạ phụ trách |ba xã Hạ, Đông và Nam|`.
    """
    text = settle(reading.text)
    for spot in spots:
        if spot.several and within(path, spot.path):
            listed = {same(p.path) for p in reading.places if spot.start <= p.start < spot.end}
            opening = text[max(text.rfind(mark, 0, spot.start) for mark in (". ", "\n")) + 1 : spot.start]
            named = re.search(rf"(?<!\w){re.escape(settle(path[-1]))}(?!\w).*?{_duty()}", opening)
            if same(path) in listed and named:
                return spot.path
    return None


@cache
def _duty() -> str:
    return rf"(?<!\w){alternation(word_forms('scene', 'in_charge'))}(?!\w)"


def _widened(reading: Reading, path: Path) -> Path | None:
    """The district of a lead's commune where the text goes on to the whole district and to more of its communes."""
    if len(path) < 3:
        return None
    around = same(path[:-1])
    inside = [same(place.path)[: len(path)] for place in reading.places if place.path and not place.former]
    others = {one for one in inside if len(one) == len(path) and one[:-1] == around and one != same(path)}
    levels = {same(place.path): place.level for place in reading.places}
    district = [spot for spot in generic_spots(reading) if spot.level == levels.get(around)]
    often = len(district) + inside.count(around) >= inside.count(same(path))
    summed = any(spot.whole for spot in district)
    return path[:-1] if len(others) >= _SIBLINGS and often and summed else None


def _narrowed(reading: Reading, path: Path) -> Path:
    """The district of a province, or the commune of a district, that most of its mentions name or lie in."""
    inside = [
        same(place.path) for place in reading.places if place.path and same(place.path)[: len(path)] == same(path)
    ]
    counts = Counter(found[: len(path) + 1] for found in inside if len(found) > len(path))
    if len(path) > 2 or not counts:
        return path
    below, times = counts.most_common(1)[0]
    if times < _FEWEST or times * 3 < len(inside) * 2:
        return path
    return next(p.path[: len(below)] for p in reading.places if p.path and same(p.path)[: len(below)] == below)


def _title_end(reading: Reading) -> int:
    title = reading.title or ""
    return len(title) if title and reading.text.startswith(title) else 0


def _leading(reading: Reading, title_end: int) -> Iterator[tuple[int, int]]:
    """The sentences behind the title that are long enough for a lead."""
    return ((start, end) for start, end in reading.sentences if end > title_end and end - start > _LEAD_LENGTH)


def _lead(reading: Reading, spots: tuple[Spot, ...], title_end: int) -> Path | None:
    """The first unit of the first sentences; a village stands for its commune."""
    villages = {same(place.path) for place in reading.places if place.level == "village"}
    ends = [end for _, end in _leading(reading, title_end)]
    former = {same(place.path) for place in reading.places if place.former}
    limit = ends[min(len(ends), _LEAD_SENTENCES) - 1] if ends else len(reading.text)
    opening = [s for s in spots if title_end <= s.start < limit and s.path and same(s.path) not in former]
    opening = [s for s in opening if not s.visiting]
    first = ends[0] if ends else limit
    for spot in opening:
        smaller = any(s.start < first and within(s.path, spot.path) and not s.several for s in opening)
        if len(spot.path) == 1 and reading.text[: spot.start].endswith("(") and spot.start < first and smaller:
            continue  # `Đồn Biên phòng Mẫu (Đoài) giữ biên giới ở xã Hạ`
        elsewhere = any(spot.end < s.start < first and same(s.path)[:1] != same(spot.path)[:1] for s in opening)
        if elsewhere and _left(reading, spot):
            continue  # `Gia đình ông Bảy rời quê Đoài vào xã Hạ`
        return spot.path[:-1] if same(spot.path) in villages and len(spot.path) > 1 else spot.path
    return None


def _most_named(reading: Reading) -> Path | None:
    """The province or district that most mentions lie in; names of schools and papers if there is no other.

    Where patients live is not where they are treated.
    """
    patients = whole_words(word_forms("places", "patient")).search(settle(reading.text))
    for roles in (("place", "body"), ("name", "route") if patients else ("name", "home", "route")):
        counts = Counter(
            p.path[: min(2, len(p.path))] for p in reading.places if p.role in roles and p.path and not p.former
        )
        if counts:
            return counts.most_common(1)[0][0]
    return None
