"""Homes: what is told of somebody's family is of where they live: `Ông Bảy (thôn Hạ) … . Gia đình ông có 3 ha`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.facts.openings import MARKS, PHRASE, head
from extractor.facts.pronouns import one_person
from extractor.facts.scene.level_words import village_words
from extractor.facts.scene.spots import ends_with
from extractor.facts.verbs import aspects
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# From a person's name to the home behind it, and from a village to the person whom one meets there.
_BEHIND, _BEFORE = 110, 160
# Characters from a name to the family of that person told without a name.
_NEAR = 400
# Back from a search to the home of whoever is searched, and within which an address stands: bản Hạ, xã Đoài.
_SEARCHED, _ONE_ADDRESS = 300, 60
_STRETCH = re.compile(r"[^.;:“”\d\n]{0,60}")
_GIVEN = rf"[{UPPER}][^\W\d_]*"


_Mention = tuple[int, int, str, str, Path | None]
"""Start, end, pronoun, name and home of somebody named."""


@dataclass(frozen=True, slots=True)
class Dweller:
    """Somebody named at `start` as `ông`, `chị` …, and where they live; `path` is None where that is not told."""

    start: int
    pronoun: str
    path: Path | None


def find_dwellers(reading: Reading) -> tuple[Dweller, ...]:
    """The people named with a pronoun, each with the home that the article has told, in order."""
    lowered = settle(reading.text)
    mentions = [(*one, told_home(reading, lowered, one[0], one[1])) for one in _mentions(reading)]
    told = {name: home for _, _, _, name, home in reversed(mentions) if home}
    known: dict[str, Path] = {}
    found: list[Dweller] = []
    moves = list(_moves(reading, lowered))[::-1]
    for start, _, pronoun, name, home in mentions:
        while moves and moves[-1].start < start:
            found.extend(_moved(mentions, moves.pop(), known))
        if home:
            known[name] = home
        given = (path for other, path in reversed(known.items()) if other.split()[-1] == name)
        found.append(Dweller(start, pronoun, home or known.get(name) or next(given, None) or told.get(name)))
    for move in reversed(moves):
        found.extend(_moved(mentions, move, known))
    return tuple(found)


def _moves(reading: Reading, lowered: str) -> Iterator[Dweller]:
    """Where the text tells that somebody settled: `Năm 2005, gia đình anh lập nghiệp ở |thôn Hạ|`."""
    places = [place for place in reading.places if place.path and not place.former]
    for place in places:
        if place.level not in ("village", "commune"):
            continue
        opening = max(lowered.rfind(mark, 0, place.start) for mark in (". ", "\n", "“")) + 1
        if settles := _settles().search(lowered, max(opening, place.start - _BEFORE), place.start):
            whose = list(_whose().finditer(lowered, opening, settles.start()))
            if whose:
                yield Dweller(place.start, whose[-1][1], _address(reading.text, places, place))


def _moved(mentions: Sequence[_Mention], move: Dweller, known: dict[str, Path]) -> Iterator[Dweller]:
    """The move as the home of the last one so called, which it becomes in `known`."""
    names = [name for start, _, pronoun, name, _ in mentions if start < move.start and pronoun == move.pronoun]
    if names and move.path:
        known[names[-1]] = move.path
        yield move


def home_of(dwellers: Sequence[Dweller], lowered: str, start: int, end: int) -> Path | None:
    """The home of the one whose family the (lower-case) sentence `start:end` is about."""
    meant = told_of(dwellers, lowered, start, end)
    return meant.path if meant else None


def told_of(dwellers: Sequence[Dweller], lowered: str, start: int, end: int) -> Dweller | None:
    """Whose family the (lower-case) sentence `start:end` is about: the last one named who is called so."""
    match = _subject().match(lowered, start, end) or _family().search(lowered, start, end)
    if match is None:
        return _last_named(dwellers, start) if _keeps_house(lowered, start, end) else None
    before = dwellers[: bisect_right(dwellers, match.end(), key=lambda one: one.start)]
    return next((one for one in reversed(before) if one.pronoun in (match[1], "")), None)


def _last_named(dwellers: Sequence[Dweller], start: int) -> Dweller | None:
    """Whoever was named last, not far before."""
    before = dwellers[: bisect_right(dwellers, start, key=lambda one: one.start)]
    return before[-1] if before and start - before[-1].start < _NEAR else None


def _keeps_house(lowered: str, start: int, end: int) -> bool:
    """Whether a family without its name is the subject: `Năm ngoái, |nhà| bán 2 con bò`."""
    found = _household().match(lowered, start, end)
    return found is not None and found["verb"] in {verb.split()[0] for verb in aspects()}


def searched_home(reading: Reading, lowered: str, start: int, end: int) -> Path | None:
    """Where the person of the sentence before lives, if `start:end` is about that home: `Khám xét nơi ở …`.

    Or whoever is named there with an address: `Khám xét nơi ở của Bảy (trú |thôn Hạ|), thu chín con dao`.
    """
    dwelling = word_pattern("scene", "dwelling").search(lowered, start, end)
    if not dwelling:
        return None
    told = [p.path for p in reading.places if p.role == "home" and dwelling.end() <= p.start < end]
    if told:
        return max(told, key=len)
    near = [p for p in reading.places if p.role == "home" and start - _SEARCHED < p.end <= start]
    last = max((place.end for place in near), default=0)
    return max((p.path for p in near if last - p.end < _ONE_ADDRESS), key=len, default=None)


def holds_office(lowered: str, end: int) -> bool:
    """Whether an office stands behind a name that ends at `end` of the (lower-case) text."""
    return _office().match(lowered, end) is not None


def speaks_generally(lowered: str, start: int, end: int) -> bool:
    """Whether the (lower-case) sentence `start:end` is no more about one family: `mỗi hộ nuôi hai vụ vịt`."""
    return word_pattern("scene", "everybody").search(lowered, start, end) is not None


def _mentions(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, pronoun and name of each person named; no pronoun where a name stands alone at first."""
    spans = {}
    for person in reading.people:
        words = settle(person.honorific or "").split()
        pronoun = words[-1] if words and words[-1] in word_set("scene", "pronoun") else ""
        spans[person.name_start] = (person.start, person.end, pronoun, person.name)
    for match in _called().finditer(reading.text):
        spans.setdefault(match.start(2), (match.start(), match.end(), settle(match[1]), match[2]))
    yield from (spans[at] for at in sorted(spans))


def told_home(reading: Reading, lowered: str, start: int, end: int) -> Path | None:
    """The home that the text tells behind a name or, where one meets the person, before it."""
    places = [place for place in reading.places if place.path and not place.former]
    behind = next((place for place in places if end <= place.start < end + _BEHIND), None)
    if behind and _leads_home(behind, lowered[end : behind.start]):
        return _lived_in(lowered, places, behind) or _address(reading.text, places, behind)
    if _heads().search(lowered, max(0, start - _NEAR), start) or _headed(lowered, start, end):
        return next((p.path for p in reversed(places) if p.level == "village" and p.end <= start), None)
    opening = max(lowered.rfind(mark, 0, start) for mark in (". ", "\n", "“")) + 1
    met = [
        place
        for place in places
        if place.level == "village" and max(opening, start - _BEFORE) <= place.start < start
    ]
    if not met or len({place.path for place in met}) > 1:
        return None
    visited = _visits().match(lowered, opening, met[0].start) is not None
    beside = _STRETCH.fullmatch(lowered, met[-1].end, start) is not None
    return met[0].path if (visited or beside) and not holds_office(lowered, end) else None


def _headed(lowered: str, start: int, end: int) -> bool:
    """Whether somebody named by the given name led a village not far before: `Trưởng bản Hồ Mẫu … . |Ông Mẫu|`."""
    words = lowered[start:end].split()
    before = lowered[max(0, start - _NEAR) : start] if len(words) == 2 else ""
    heads, villages = alternation(word_forms("scene", "village_head")), alternation(village_words())
    return (
        bool(before)
        and re.search(rf"(?<!\w){heads}\s{villages}\s(?:[^\W\d_]+\s){{1,3}}{words[-1]}(?!\w)", before) is not None
    )


def _lived_in(lowered: str, places: Sequence[Place], unit: Place) -> Path | None:
    """The village told behind the unit of somebody's work: `, hội viên Hội Nông dân xã Đoài, ở |thôn Hạ|`."""
    behind = (place for place in places if unit.end < place.start < unit.end + _ONE_ADDRESS)
    village = next((place for place in behind if place.level == "village"), None)
    lives = village and _lives().fullmatch(lowered, unit.end, village.start)
    return village.path if village and lives and village.path[: len(unit.path)] == unit.path else None


def _leads_home(place: Place, gap: str) -> bool:
    """Whether what stands between a name and a place says that one lives there."""
    if ends_with("native").search(gap):
        return False
    if _lives().fullmatch(gap):
        return place.level in ("village", "commune")
    works = _works().fullmatch(gap) is not None and not _office().match(gap)
    return works or (place.level == "village" and bool(_belongs().fullmatch(gap)))


def is_kin(lowered: str, start: int) -> bool:
    """Whether somebody named at `start` is told to be of the family: `Cháu nội ông, |Lê Mẫu|`."""
    return _kin().search(lowered, max(0, start - _ONE_ADDRESS), start) is not None


@cache
def _kin() -> re.Pattern[str]:
    kin, pronoun = (alternation(word_forms("scene", table)) for table in ("kin", "pronoun"))
    linked, of = (alternation(word_forms("scene", table)) for table in ("kin_link", "kin_of"))
    return re.compile(
        rf"(?<!\w){kin}\s(?:{of}\s)?{pronoun}(?:\s[^\W\d_]+)?(?:,|\s[–-]|\s{linked})\s(?:{pronoun}\s)?$"
    )


@cache
def _works() -> re.Pattern[str]:
    """`, tiểu thương |xã Hạ|`, `, chủ vườn ở |xã Hạ|`: what somebody lives by, without an office."""
    return re.compile(r",\s(?:[^\W\d_]+\s){1,6}(?:ở\s|tại\s)?\(?")


def _address(text: str, places: Sequence[Place], first: Place) -> Path:
    """The path of the smallest unit of an address: `thôn Hạ, xã Đoài`."""
    parts = [place for place in places if 0 <= place.start - first.end < 3 and "," in text[first.end : place.start]]
    return max((place.path for place in (first, *parts)), key=len)


@cache
def _called() -> re.Pattern[str]:
    """Somebody called by the given name alone: `anh Bảy`, `Bà Năm`."""
    pronouns = "|".join(f"{form}|{form.capitalize()}" for form in word_forms("scene", "pronoun"))
    return re.compile(rf"(?<!\w)({pronouns})\s({_GIVEN}(?:\s{_GIVEN}){{0,3}})")


@cache
def _lives() -> re.Pattern[str]:
    """`, ở `, ` (sinh năm 1960, trú tại `, `, 62 tuổi, dân tộc Mông, `: an address follows."""
    born, aged, lives = (alternation(word_forms("scene", table)) for table in ("born", "aged", "lives"))
    about = rf"(?:{born}\s?\d{{4}}|\d{{1,3}}\s{aged}|[^\W\d_][^.;:“”()\d,]{{0,40}})"
    return re.compile(
        rf"\s?(?:\s[,–-]|[,(–-])\s?(?:{about}\s?[,;–-]\s?){{0,3}}(?:(?:{about}\s)?{lives}\s)?|(?:\s{about})?\s{lives}\s"
    )


@cache
def _settles() -> re.Pattern[str]:
    """A verb of settling up to the place: ` lập nghiệp ở `."""
    verbs, at = (alternation(word_forms("scene", table)) for table in ("settles", "settles_at"))
    return re.compile(rf"(?<!\w){verbs}\s(?:[^\W\d]+\s){{0,3}}?{at}\s$")


@cache
def _whose() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({one_person()})")


@cache
def _belongs() -> re.Pattern[str]:
    """`, Trưởng |thôn Hạ|`, ` là hội viên Chi hội |thôn Hạ|`: who has an office in a village lives there."""
    heads = alternation(word_forms("scene", "village_head"))
    return re.compile(
        rf"\s?[,(–-]\s?(?:[^.;:“”()\d]{{0,60}}[\s,])?{heads}\s(?:[^.;:“”()\d,]{{0,40}}\s)?|\slà\s[^.;:,“”()\d]{{0,60}}\s"
    )


@cache
def _heads() -> re.Pattern[str]:
    """`Trưởng bản ` before a name: who leads the village told before lives there."""
    heads = alternation(word_forms("scene", "village_head"))
    return re.compile(rf"(?<!\w){heads}\s{alternation(village_words())}\s$")


@cache
def _visits() -> re.Pattern[str]:
    """The head of a sentence that goes to where somebody lives: `Về thôn Hạ, hỏi ông Bảy ai cũng biết`."""
    return re.compile(rf"{MARKS}(?:{PHRASE})?{alternation(word_forms('scene', 'visit'))}(?!\w)")


@cache
def _subject() -> re.Pattern[str]:
    """A person as the subject of a sentence: `Năm 1996, |ông| nhận 12 ha`."""
    family = alternation(word_forms("scene", "family"))
    return re.compile(rf"{head()}(?:(?:[^\W\d_]+\s){{0,3}}{family}\s)?({one_person()})")


@cache
def _household() -> re.Pattern[str]:
    """A family without its name, maybe behind a time, up to its verb."""
    house = alternation(word_forms("scene", "household"))
    return re.compile(rf"{head()}{house}\s(?P<verb>[^\W\d_]+)")


@cache
def _office() -> re.Pattern[str]:
    """An office behind a name: who holds it need not live where the text meets them."""
    return re.compile(rf"\s?[,(–-]\s?{alternation(word_forms('scene', 'office'))}(?!\w)")


@cache
def _family() -> re.Pattern[str]:
    """A person's family or what is theirs, anywhere: `vườn |của chị|`."""
    pronoun, family = (alternation(word_forms("scene", table)) for table in ("pronoun", "family"))
    return re.compile(rf"(?<!\w){family}\s({pronoun})(?!\w)")
