"""Where the text names a unit: level word and name, lists that share one, brackets, bodies, villages."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractor.reading.place_text import Syllable, phrases
from extractor.vietnamese.gazetteer import LEVELS, Gazetteer, Level, name_key, number_key
from extractor.vietnamese.lexicon import Row

Bond = Literal["in", "was", "list", "either"]


class LevelRow(Row):
    """A word for a level (huyện, TP., Tỉnh ủy). See the comments in `places.toml`."""

    levels: tuple[Level, ...]
    kinds: tuple[str, ...]
    loose: bool = False
    glued: bool = False
    body: bool = False


class VillageRow(Row):
    """A word for a village or neighbourhood (thôn, khu phố)."""

    loose: bool = False


class AliasRow(Row):
    """A short form of a unit's name (TPHCM)."""

    name: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a unit. `start:end` holds level word and name, `name_start:name_end` the name.

    `first:last` are syllable indices of the whole. `levels` are the levels it can mean, `kinds` the kinds that its
    level word says. `explicit` mentions have a level word of their own.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    first: int
    last: int
    name: str
    key: str
    levels: tuple[Level, ...]
    kinds: tuple[str, ...] = ()
    explicit: bool = True
    former: bool = False
    merged: bool = False
    role: str = "place"
    rule: str = "level word"


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two mentions by index: `lower` lies in, once lay in, or stands in a list with `upper`."""

    lower: int
    upper: int
    bond: Bond


_NAME_GAP = re.compile(r" ?[-–]? ?\n?")
_LEVEL_GAP = re.compile(r"[. ]{0,3}|: ?|\. ?|\n")
_LIST_GAP = re.compile(r"(?:\s?[,;]\s?|\s)")
_AND = ("và", "với")
_HIGHER: dict[Level, tuple[Level, ...]] = {
    "village": ("commune", "district", "province"),
    "commune": ("district", "province"),
    "district": ("province",),
    "province": (),
}


def name_at(
    words: tuple[Syllable, ...], i: int, places: Gazetteer, levels: tuple[Level, ...]
) -> tuple[str, int] | None:
    """The longest gazetteer name of one of the levels at syllable `i` as (key, index after it)."""
    keys: list[str] = []
    best: tuple[str, int] | None = None
    for j in range(i, min(i + places.longest, len(words))):
        if not (words[j].capital or words[j].number) or (j > i and not _NAME_GAP.fullmatch(words[j - 1].gap)):
            break
        keys.append(words[j].key)
        key = " ".join((*keys[:-1], number_key(keys[-1]) if j > i else keys[-1]))
        if any(unit.level in levels for unit in places.named(key)):
            best = key, j + 1
    return best


def capital_run(words: tuple[Syllable, ...], i: int, most: int = 5) -> int:
    """The index after the capitalised syllables from `i` on that stand together with single blanks."""
    j = i
    while j < min(i + most, len(words)) and words[j].capital and (j == i or words[j - 1].gap == " "):
        j += 1
    return j


def read_explicit(words: tuple[Syllable, ...], places: Gazetteer) -> list[Mention]:
    """Mentions with a level word, and those that follow them in a list."""
    found: list[Mention] = []
    seen: set[tuple[str, str]] = set()
    i = 0
    while i < len(words):
        fresh = _alias(words, i) or _village(words, i, places, seen) or _levelled(words, i, places)
        if fresh:
            found.extend(fresh)
            seen.update((mention.kinds[0], mention.key) for mention in fresh if "village" in mention.levels)
            i = fresh[-1].last
        else:
            i += 1
    return found


def make(words: tuple[Syllable, ...], first: int, name_first: int, last: int, **slots: object) -> Mention:
    """A mention over syllables `first` to before `last`, its name from `name_first` on."""
    name = "".join(
        w.text + (w.gap if k < last - 1 else "") for k, w in enumerate(words[name_first:last], name_first)
    )
    base = Mention(
        start=words[first].start,
        end=words[last - 1].end,
        name_start=words[name_first].start,
        name_end=words[last - 1].end,
        first=first,
        last=last,
        name=" ".join(name.split()),
        key=name_key(" ".join(w.text for w in words[name_first:last])),
        levels=(),
    )
    return replace(base, **slots)  # type: ignore[arg-type]


def _alias(words: tuple[Syllable, ...], i: int) -> list[Mention]:
    hit = phrases("alias", AliasRow).at(words, i)
    if not hit or hit[0].level is None or not words[i].capital:
        return []
    row, j = hit
    from_key = " ".join(k.key for k in _keys(row.name))
    kinds = ("thành phố",) if row.word.startswith("TP") else ()
    mention = make(words, i, i, j, key=from_key, name=row.name, levels=(row.level,), kinds=kinds, rule="short name")
    return [mention]


def _keys(name: str) -> tuple[Syllable, ...]:
    from extractor.reading.place_text import syllables

    return syllables(name)


def _levelled(words: tuple[Syllable, ...], i: int, places: Gazetteer) -> list[Mention]:
    hit = phrases("level", LevelRow).at(words, i)
    if not hit:
        return []
    row, j = hit
    if phrases("not_level", Row).before(words, j):
        return []
    if j < len(words) and words[j - 1].gap == " " and not words[j].capital and phrases("linker", Row).at(words, j):
        j = _linked(words, j)
    if row.glued and not (words[i].text.isupper() and (words[i].gap.startswith(".") or words[i].gap == "")):
        return []
    if j >= len(words) or not _LEVEL_GAP.fullmatch(words[j - 1].gap):
        return []
    if "." in words[j - 1].gap and not _abbreviates(words[j - 1]):
        return []
    mention = _named(words, i, j, row, places)
    if not mention:
        return []
    return [mention, *_list(words, mention, row, places)]


def _linked(words: tuple[Syllable, ...], j: int) -> int:
    """The index after a word that leads from a level word to its names: `hai huyện là Mê Linh và Thường Tín`."""
    hit = phrases("linker", Row).at(words, j)
    follows = (
        hit is not None and hit[1] < len(words) and words[hit[1]].capital and words[hit[1] - 1].gap in (" ", ": ")
    )
    return hit[1] if hit and follows else j


def _abbreviates(word: Syllable) -> bool:
    """Whether a dot after it ends an abbreviation (`TP. Vinh`) and no sentence (`12 đặc khu. Tỉnh`)."""
    return len(word.text) <= 3 and word.text[0].isupper() and word.text.lower() not in ("xã", "ấp")


def _named(words: tuple[Syllable, ...], i: int, j: int, row: LevelRow, places: Gazetteer) -> Mention | None:
    slots: dict[str, object] = {"levels": row.levels, "kinds": row.kinds, "role": "body" if row.body else "place"}
    hit = name_at(words, j, places, row.levels)
    alias = phrases("alias", AliasRow).at(words, j)
    if alias and words[j].capital and not hit:
        return make(words, i, j, alias[1], key=" ".join(k.key for k in _keys(alias[0].name)), **slots)
    if hit and not (words[j].number and set(row.kinds).isdisjoint({"phường", "quận"})):
        return make(words, i, j, hit[1], **slots)
    stop = capital_run(words, j, 4)
    if row.loose or row.glued or row.body or "province" in row.levels or stop - j < 2 or words[j].text.isupper():
        return None
    if stop - j > 2 and phrases("surname", Row).at(words, j):
        return None  # Chủ tịch Hội Nông dân xã Đào Quang Thuận
    return make(words, i, j, stop, rule="unknown name", **slots)


def _list(words: tuple[Syllable, ...], head: Mention, row: LevelRow, places: Gazetteer) -> list[Mention]:
    """The names after the first one that share its level word: `các xã A, B và C`, `phường A, B`."""
    found: list[Mention] = []
    at = head.last
    plural = head.first > 0 and (
        words[head.first - 1].number or phrases("plural", Row).before(words, head.first) is not None
    )
    while at < len(words) and _LIST_GAP.fullmatch(words[at - 1].gap):
        comma = "," in words[at - 1].gap
        if words[at].text in _AND and words[at].gap == " ":
            at += 1
        elif not comma:
            break
        if (
            at >= len(words)
            or phrases("level", LevelRow).at(words, at)
            or phrases("village", VillageRow).at(words, at)
        ):
            hit = name_at(words, at, places, row.levels) if at < len(words) and words[at].capital else None
            if not hit or hit[1] - at < 2:
                break
        levels = row.levels if plural else tuple(dict.fromkeys((*row.levels, *_HIGHER[row.levels[0]])))
        hit = name_at(words, at, places, levels)
        if not hit and plural and not name_at(words, at, places, LEVELS) and 2 <= capital_run(words, at) - at <= 3:
            stop = capital_run(words, at)
            found.append(make(words, at, at, stop, levels=row.levels, kinds=row.kinds, explicit=False, rule="list"))
            at = stop
            continue
        if not hit or (words[at].number and not words[at - 1].gap.endswith(" ")):
            break
        if hit[1] < len(words) and words[hit[1] - 1].gap == " " and words[hit[1]].capital:
            break
        if words[at].number and words[hit[1] - 1].gap == " ":
            break
        found.append(make(words, at, at, hit[1], levels=levels, kinds=row.kinds, explicit=False, rule="list"))
        at = hit[1]
    return found


def _village(words: tuple[Syllable, ...], i: int, places: Gazetteer, seen: set[tuple[str, str]]) -> list[Mention]:
    """A village's mention and those that share its word; of the loose words only where something backs them."""
    hit = phrases("village", VillageRow).at(words, i)
    if not hit or (
        i and words[i - 1].capital and words[i].capital and words[i - 1].gap == " " and not words[i].text.isupper()
    ):
        return []
    row, j = hit
    if phrases("not_level", Row).before(words, j):
        return []
    if j >= len(words) or words[j - 1].gap not in (" ", ". ", "."):
        return []
    if "." in words[j - 1].gap and not _abbreviates(words[j - 1]):
        return []
    stop = _village_name(words, j)
    if stop is None or (words[i].capital and _is_commune(words, i, stop, places)):
        return []
    slots: dict[str, object] = {"levels": ("village",), "kinds": (row.word,)}
    found = [make(words, i, j, stop, **slots)]
    headed = words[j].number and phrases("village_head", Row).before(words, i)
    backed = (row.word, found[0].key) in seen or headed
    if row.loose and not backed and not _commune_follows(words, stop):
        return []
    while stop < len(words) and not row.loose:
        follower = _next_village(words, stop, places)
        if follower is None:
            break
        found.append(make(words, follower[0], follower[0], follower[1], explicit=False, rule="list", **slots))
        stop = follower[1]
    return found


def _next_village(words: tuple[Syllable, ...], stop: int, places: Gazetteer) -> tuple[int, int] | None:
    """First index and index after the next name in a list of villages: `thôn Vĩnh Chà và Vĩnh Ban`, `ấp 1, 2`."""
    gap = words[stop - 1].gap
    joined = gap == " " and words[stop].text == "và"
    at = stop + 1 if joined else stop
    if not (joined or gap == ", ") or at >= len(words) or (words[at].number and not words[stop - 1].number):
        return None
    after = _village_name(words, at)
    if after is None or phrases("level", LevelRow).at(words, at) or phrases("village", VillageRow).at(words, at):
        return None
    if words[at].capital and name_at(words, at, places, ("commune", "district", "province")):
        return None
    goes_on = after < len(words) and words[after - 1].gap == " " and not phrases("stop", Row).at(words, after)
    return None if goes_on and not phrases("level", LevelRow).at(words, after) else (at, after)


def _village_name(words: tuple[Syllable, ...], j: int) -> int | None:
    """The index after the village's name at `j`: capitalised syllables, with or without a number, or a number."""
    if j >= len(words):
        return None
    stop = capital_run(words, j, 4)
    if stop < len(words) and (stop == j or words[stop - 1].gap == " ") and _is_number_name(words, stop, stop == j):
        stop += 1
    return stop if stop > j else None


def _is_number_name(words: tuple[Syllable, ...], k: int, alone: bool) -> bool:
    """Whether a number belongs to the name before it: `thôn Kép 1, xã`, not `thôn Đình 15 hộ` nor `2,8 km`."""
    word = words[k]
    if not re.fullmatch(r"\d{1,2}[A-Z]?", word.text) or (
        re.fullmatch(r"[.,]", word.gap) and k + 1 < len(words) and words[k + 1].number
    ):
        return False
    if alone or word.gap != " " or k + 1 >= len(words):
        return True
    return bool(phrases("level", LevelRow).at(words, k + 1) or phrases("stop", Row).at(words, k + 1))


def _is_commune(words: tuple[Syllable, ...], i: int, stop: int, places: Gazetteer) -> bool:
    """Whether a capitalised village word is part of a commune's name: `Bản Péo`, `Xóm Mới`."""
    hit = name_at(words, i, places, ("commune", "district"))
    return bool(hit and hit[1] >= min(stop, i + 2))


def _commune_follows(words: tuple[Syllable, ...], stop: int) -> bool:
    if stop >= len(words) or words[stop - 1].gap not in (", ", " ", " ("):
        return False
    hit = phrases("level", LevelRow).at(words, stop)
    return bool(
        hit
        and hit[0].levels == ("commune",)
        and hit[1] < len(words)
        and (words[hit[1]].capital or words[hit[1]].number)
    )
