"""Names without a level word: introduced before, in brackets, in lists of siblings, provinces."""

import re
from dataclasses import dataclass

from extractor.reading.place_mentions import LevelRow, Mention, make, name_at
from extractor.reading.place_resolution import Candidate, Resolved, Setting
from extractor.reading.place_text import Syllable, phrases
from extractor.vietnamese.gazetteer import LEVELS, Gazetteer, Level, Unit, name_key
from extractor.vietnamese.lexicon import Row

_REACH = 6
_NEVER_BARE = frozenset({name_key("Hồ Chí Minh")})
_BRACKETED = re.compile(r"\(\s?$")
Known = list[tuple[Mention, Resolved]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the mentions with level words have settled: levels by name, provinces and districts in play."""

    introduced: dict[str, tuple[Level, ...]]
    provinces: frozenset[str]
    districts: frozenset[tuple[tuple[str, str], ...]]
    people: frozenset[str]
    taken: frozenset[int]

    @classmethod
    def of(cls, words: tuple[Syllable, ...], known: Known, when: Setting) -> "Context":
        """The context of an article whose mentions with level words are resolved."""
        introduced: dict[str, tuple[Level, ...]] = {}
        provinces, districts = set(when.home), set()
        for mention, choice in known:
            if "village" in mention.levels or not choice.best or mention.former:
                continue
            # A town's bare name may as well be its district's or province's: thị trấn Quỳ Hợp, huyện Quỳ Hợp.
            alike = {level for level, key in choice.best.lineage if key == mention.key}
            introduced[mention.key] = _ordered({*introduced.get(mention.key, ()), *alike} & set(LEVELS))  # type: ignore[arg-type]
            if choice.probability > 0.5:
                provinces.add(choice.best.lineage[0][1])
                districts.update(choice.best.lineage[:d] for d in (1, 2) if _holds_communes(choice.best, d))
        taken = frozenset(i for mention, _ in known for i in range(mention.first, mention.last))
        return cls(introduced, frozenset(provinces), frozenset(districts), _people(words), taken)


def _holds_communes(best: Candidate, depth: int) -> bool:
    line = best.lineage[:depth]
    return len(line) == depth and (
        line[-1][0] == "district" or (len(best.lineage) == 2 and best.lineage[1][0] == "commune")
    )


def _people(words: tuple[Syllable, ...]) -> frozenset[str]:
    """Last two syllables of the longer capitalised runs: `Nguyễn Thanh Hà` makes `Thanh Hà` a person."""
    found: set[str] = set()
    run: list[str] = []
    for word in words:
        run = [*run, word.key] if word.capital else []
        if word.gap != " ":
            if 3 <= len(run) <= 4:
                found.add(" ".join(run[-2:]))
            run = []
    return frozenset(found)


def read_bare(
    text: str, words: tuple[Syllable, ...], known: Known, places: Gazetteer, when: Setting
) -> list[Mention]:
    """Mentions without a level word, given those with one."""
    context = Context.of(words, known, when)
    found = _abbreviated(words, known, context)
    taken = context.taken | {i for mention in found for i in range(mention.first, mention.last)}
    previous = {mention.last: mention for mention, _ in known}
    i = 0
    while i < len(words):
        fresh = None
        if words[i].capital and i not in taken:
            fresh = _bare(text, words, i, context, places, previous.get(i))
        if fresh:
            found.append(fresh)
            previous[fresh.last] = fresh
            i = fresh.last
        else:
            i += 1
    return found


def _bare(
    text: str, words: tuple[Syllable, ...], i: int, context: Context, places: Gazetteer, before: Mention | None
) -> Mention | None:
    hit = name_at(words, i, places, ("province", "district", "commune"))
    if hit is None or not _stands_alone(words, i, hit[1], context) or hit[0] in _NEVER_BARE:
        return None
    key, stop = hit
    role = _role(words, i, stop)
    person = phrases("person", Row).before(words, i)
    if person and re.fullmatch(r"[ :]{1,2}", words[i - 1].gap):
        return None
    levels = _levels(text, words, i, stop, key, context, places, before)
    if not levels or (role == "name" and not {"province", "district"} & set(levels)):
        return None
    return make(words, i, i, stop, levels=levels, explicit=False, role=role, rule="bare name")


def _stands_alone(words: tuple[Syllable, ...], i: int, stop: int, context: Context) -> bool:
    """Whether the name is no part of a longer capitalised run: `Tại Lệ Thủy` is, `Nguyễn Tân Phong` is not."""
    if stop < len(words) and words[stop - 1].gap == " " and words[stop].capital and stop not in context.taken:
        return False
    if i == 0 or words[i - 1].gap != " " or not words[i - 1].capital or i - 1 in context.taken:
        return True
    before = words[i - 1]
    starts = i == 1 or words[i - 2].gap != " "
    opener = phrases("opener", Row).before(words, i)
    return (len(before.text) > 1 and before.text.isupper() and not words[i].text.isupper()) or (
        bool(opener) and (starts or before.text.isupper())
    )


def _role(words: tuple[Syllable, ...], i: int, stop: int) -> str:
    """`name` inside the proper name of a school, company, road …, `route` for `đường A đi B`, else `place`."""
    k = i
    while k > max(0, i - _REACH) and words[k - 1].gap in (" ", "-", " - ", "/") and not (words[k - 1].number):
        if phrases("no_holder", Row).before(words, k):
            return "place"
        if phrases("holder", Row).before(words, k):
            route = stop < len(words) and words[stop].text == "đi"
            return "route" if route else "name"
        if phrases("stop", Row).before(words, k) or phrases("level", LevelRow).before(words, k):
            return "place"
        k -= 1
    return "route" if k == i and i > 0 and words[i - 1].text == "đi" else "place"


def _levels(
    text: str,
    words: tuple[Syllable, ...],
    i: int,
    stop: int,
    key: str,
    context: Context,
    places: Gazetteer,
    before: Mention | None,
) -> tuple[Level, ...]:
    """The levels that the name may mean here; none if it is hardly a place."""
    if key in context.introduced:
        return _ordered(context.introduced[key])
    units = places.named(key)
    found: set[Level] = {unit.level for unit in units if unit.level == "province"}
    if before and re.fullmatch(r"\s?[(,]\s?|\s?-\s?", words[i - 1].gap):
        found |= _parents(units, before, places)
    located = phrases("locative", Row).before(words, i) is not None and words[i - 1].gap == " "
    if stop - i > 1 and key not in context.people:
        for unit in units:
            line = tuple((each.level, name_key(each.name)) for each in places.lineage(unit))
            if unit.level == "district" and (line[0][1] in context.provinces or (located and len(units) <= 3)):
                found.add("district")
            if unit.level == "commune" and line[:-1] in context.districts and _among(text, words, i, stop, located):
                found.add("commune")
    return _ordered(found)


def _parents(units: list[Unit], before: Mention, places: Gazetteer) -> set[Level]:
    """Levels at which the name stands above the mention just before it: `xã Hồng Giang (Lục Ngạn)`."""
    keys = {unit.level: unit.code for unit in units}
    found: set[Level] = set()
    for lower in places.named(before.key):
        for upper in places.lineage(lower)[:-1]:
            if any(unit.code == upper.code and unit.level == upper.level for unit in units):
                found.add(upper.level)
    return found & set(keys)


def _among(text: str, words: tuple[Syllable, ...], i: int, stop: int, located: bool) -> bool:
    """Whether a commune's bare name stands as one: after a preposition, in brackets, in a table, before a number."""
    start, end = words[i].start, words[stop - 1].end
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if line.strip(" .") == text[start:end]:
        return False
    after = text[end : end + 2]
    bracketed = bool(_BRACKETED.search(text[max(0, start - 2) : start])) and after.startswith(")")
    numbered = stop < len(words) and words[stop].number and words[stop - 1].gap == " "
    listed = (
        text[max(0, start - 2) : start] == ", "
        or after.startswith(",")
        or text[max(0, start - 4) : start] == " và "
    )
    return located or bracketed or numbered or "|" in line or listed or text[max(0, start - 3) : start] == "là "


def _ordered(levels: set[Level] | tuple[Level, ...]) -> tuple[Level, ...]:
    return tuple(level for level in LEVELS if level in levels)


def _abbreviated(words: tuple[Syllable, ...], known: Known, context: Context) -> list[Mention]:
    """Short forms that the article makes of its own names: `huyện HTN` beside `huyện Hàm Thuận Nam`."""
    initials = {
        "".join(part[0] for part in mention.name.split()).upper(): mention
        for mention, choice in known
        if choice.best and len(mention.name.split()) > 1
    }
    found: list[Mention] = []
    for i, word in enumerate(words):
        hit = phrases("level", LevelRow).at(words, i) if i not in context.taken else None
        if not hit or hit[1] >= len(words) or words[hit[1] - 1].gap != " ":
            continue
        short = words[hit[1]]
        known_as = initials.get(short.text)
        if short.text.isupper() and known_as and set(known_as.levels) & set(hit[0].levels):
            slots: dict[str, object] = {"key": known_as.key, "levels": hit[0].levels, "kinds": hit[0].kinds}
            found.append(make(words, i, hit[1], hit[1] + 1, rule="abbreviation", **slots))
        del word
    return found
