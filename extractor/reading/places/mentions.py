"""Where the text names a unit with a level word, and the names that share one in a list."""

import re

from extractor.reading.places.spans import Mention, abbreviates, capital_run, make, name_at
from extractor.reading.places.text import Syllable
from extractor.reading.places.villages import read_column, read_told, read_village, village_signs
from extractor.reading.places.words import LevelRow, aliases, level_words, openings, village_words, word_list
from extractor.vietnamese.gazetteer import LEVELS, Gazetteer, Level, name_key

_LEVEL_GAP = re.compile(r"[. ]{0,3}|: ?|\n")
_ABROAD_REACH = 6
_COMMA = re.compile(r"\s?[,;]\s?")


def read_explicit(words: tuple[Syllable, ...], places: Gazetteer) -> list[Mention]:
    """Mentions with a level word, and those that follow them in a list.

    Where a village's name ends in a number it is read again, as the number also counts: `Bản Hạ 1 giữ rừng`.
    """
    found, villages = _read_once(words, places, village_signs(words))
    if any(key[-1:].isdigit() and " " in key for _, key in villages):
        found, _ = _read_once(words, places, villages)
    taken = {mention.name_start for mention in found}
    found.extend(mention for mention in (*read_column(words), *read_told(words)) if mention.start not in taken)
    return sorted(found, key=lambda mention: mention.start)


def _read_once(
    words: tuple[Syllable, ...], places: Gazetteer, villages: set[tuple[str, str]]
) -> tuple[list[Mention], set[tuple[str, str]]]:
    """The mentions, and the villages with those known before, each as its word and its name's key."""
    found: list[Mention] = []
    villages = set(villages)
    i = 0
    possible = openings()
    while i < len(words):
        if words[i].key not in possible:
            i += 1
            continue
        fresh = _short_name(words, i) or read_village(words, i, places, villages) or _levelled(words, i, places)
        named = (mention for mention in fresh if mention.village or mention.levels == ("commune",))
        villages.update((mention.kinds[0], mention.key) for mention in named)
        found.extend(fresh)
        i = fresh[-1].last if fresh else i + 1
    return found, villages


def _short_name(words: tuple[Syllable, ...], i: int) -> list[Mention]:
    """`TPHCM`, `BR-VT`: short forms that need no level word."""
    hit = aliases().at(words, i)
    if not hit or hit[0].level is None or not words[i].capital:
        return []
    row, j = hit
    slots: dict[str, object] = {"key": name_key(row.name), "name": row.name, "kinds": row.kinds}
    return [make(words, i, i, j, levels=(row.level,), rule="short name", **slots)]


def _levelled(words: tuple[Syllable, ...], i: int, places: Gazetteer) -> list[Mention]:
    hit = level_words().at(words, i)
    if not hit or word_list("not_level").before(words, hit[1]) or (i > 0 and words[i - 1].gap == "&"):
        return []
    row, j = hit
    if row.glued and not (words[i].text.isupper() and words[i].gap[:1] in ("", ".")):
        return []
    j = _behind_linker(words, j)
    gap = words[j - 1].gap
    if j >= len(words) or not _LEVEL_GAP.fullmatch(gap) or ("." in gap and not abbreviates(words[j - 1])):
        return []
    if i and not words[i].gap and words[i - 1].gap == " " and words[i - 1].text.istitle() and words[j].number:
        return []  # `xe Mẫu Q8`: a model's name
    if row.glued and len(words[j].text) == 1 and words[j].text.isalpha() and words[j].gap[:1] != ",":
        return []  # `bị cáo P.V.T`: initials; `P.V: Thưa bà`: the interviewer
    mention = _named(words, i, j, row, places)
    return [mention, *_list(words, mention, row, places)] if mention else []


def _behind_linker(words: tuple[Syllable, ...], j: int) -> int:
    """The index behind what leads from a level word to its names: `hai huyện |là| Mê Linh và Thường Tín`.

    That may also be what the unit is like: `huyện |miền núi| Hạ`.
    """
    linkers = (word_list(table).at(words, j) for table in ("linker", "attribute"))
    hit = next(filter(None, linkers), None) if words[j - 1].gap == " " else None
    if not hit or words[j].capital or hit[1] >= len(words) or not words[hit[1]].capital:
        return j
    return hit[1] if words[hit[1] - 1].gap in (" ", ": ") else j


def _named(words: tuple[Syllable, ...], i: int, j: int, row: LevelRow, places: Gazetteer) -> Mention | None:
    """The unit whose name begins at `j`: of the gazetteer, else a short form, else an unknown name."""
    slots: dict[str, object] = {"levels": row.levels, "kinds": row.kinds, "role": "body" if row.body else "place"}
    hit = name_at(words, j, places, row.levels)
    if words[j].number and (not row.numbered or word_list("each").before(words, i) or _quarter(words, i, j)):
        return None
    if hit and not _goes_on(words, hit[1], row):
        return make(words, i, j, hit[1], **slots)
    alias = aliases().at(words, j) if words[j].capital else None
    if alias:
        return make(words, i, j, alias[1], key=name_key(alias[0].name), **slots)
    stop = capital_run(words, j)
    doubtful = row.loose or row.glued or row.body or "province" in row.levels or words[j].text.isupper()
    # Chủ tịch Hội Nông dân xã Đào Quang Thuận: a level word without a name, then a person.
    person = stop - j > 2 and word_list("surname").at(words, j)
    if doubtful or person or stop - j < 2 or _abroad(words, stop):
        return None
    return make(words, i, j, stop, rule="unknown name", **slots)


def _quarter(words: tuple[Syllable, ...], i: int, j: int) -> bool:
    """Whether a glued `Q` and number is a quarter of a year: `Q3/2019`, `Q3 năm 2019`, `Q3 2019`."""
    if words[i].text != "Q" or words[i].gap or words[j].text not in "1234" or j + 1 >= len(words):
        return False
    following = words[j + 1]
    year = following.number and len(following.text) == 4 and words[j].gap in ("/", " ", "-")
    return year or (words[j].gap == " " and word_list("year").at(words, j + 1) is not None)


def _goes_on(words: tuple[Syllable, ...], stop: int, row: LevelRow) -> bool:
    """Whether one more syllable belongs to a commune's name: `xã Tân Lạc Thủy,` is no xã Tân Lạc."""
    if row.levels != ("commune",) or stop >= len(words) or words[stop - 1].gap != " ":
        return False
    word = words[stop]
    plain = word.capital and not word.text.isupper() and not level_words().at(words, stop)
    return plain and word.gap.startswith((",", ".", ";", ")", " (")) and not word.gap.startswith("...")


def _abroad(words: tuple[Syllable, ...], stop: int) -> bool:
    """Whether a foreign country follows in the same chain: `huyện Hà Khẩu, tỉnh Vân Nam, Trung Quốc`."""
    for at in range(stop, min(stop + _ABROAD_REACH, len(words))):
        if words[at - 1].gap.strip(" ,()-"):
            return False
        if word_list("foreign").at(words, at):
            return True
    return False


def _list(words: tuple[Syllable, ...], head: Mention, row: LevelRow, places: Gazetteer) -> list[Mention]:
    """The names after the first one that share its level word: `các xã A, B và C`, `phường A, B`.

    After a single unit a further name may also be the unit above: `xã Hồng Giang, Lục Ngạn`.
    """
    counted = head.first > 0 and words[head.first - 1].number and words[head.first - 1].gap == " "
    plural = not row.body and (counted or word_list("plural").before(words, head.first))
    above = LEVELS[: LEVELS.index(row.levels[0])][::-1]
    levels: tuple[Level, ...] = row.levels if plural else tuple(dict.fromkeys((*row.levels, *above)))
    found: list[Mention] = []
    at = head.last
    while (begin := _next_name(words, at, places, row.levels)) is not None:
        stop = _listed_end(words, begin, places, levels, bool(plural))
        if stop is None:
            break
        found.append(make(words, begin, begin, stop, levels=levels, kinds=row.kinds, explicit=False, rule="list"))
        at = stop
    return found


def _next_name(words: tuple[Syllable, ...], at: int, places: Gazetteer, levels: tuple[Level, ...]) -> int | None:
    """Where the next name of a list begins, behind a comma or `và`; None if a level word or nothing comes."""
    if at >= len(words):
        return None
    gap, begin = words[at - 1].gap, at
    if words[at].text in ("và", "với") and words[at].gap == " " and (gap == " " or _COMMA.fullmatch(gap)):
        begin = at + 1
    elif not _COMMA.fullmatch(gap):
        return None
    if begin >= len(words) or words[begin].number:
        return begin if begin < len(words) and words[at - 1].number else None
    if level_words().at(words, begin) or village_words().at(words, begin):
        # Bản Péo, Xóm Mới: a village word may open a commune's name.
        hit = name_at(words, begin, places, levels) if words[begin].capital else None
        return begin if hit and hit[1] - begin > 1 else None
    return begin


def _listed_end(
    words: tuple[Syllable, ...], begin: int, places: Gazetteer, levels: tuple[Level, ...], plural: bool
) -> int | None:
    """The index after a listed name; in a plural list an unknown name is one too, if no other unit bears it."""
    hit = name_at(words, begin, places, levels)
    if hit is None:
        stop = capital_run(words, begin)
        plain = all(word.text.istitle() for word in words[begin:stop]) and words[begin - 1].gap != "; "
        unknown = plural and plain and 2 <= stop - begin <= 3 and not name_at(words, begin, places, LEVELS)
        return stop if unknown else None
    stop = hit[1]
    followed = stop < len(words) and words[stop - 1].gap == " "
    if followed and (words[stop].capital or words[begin].number):
        return None
    return stop
