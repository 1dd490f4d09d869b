"""Villages and neighbourhoods: thôn, bản, ấp, khu phố … They have no code and hang under their commune."""

import re

from extractor.reading.places.spans import Mention, abbreviates, capital_run, make, name_at
from extractor.reading.places.text import Syllable
from extractor.reading.places.words import VillageRow, families, level_words, village_sign, village_words, word_list
from extractor.vietnamese.gazetteer import Gazetteer, name_key

_RULED = re.compile(r"\|[\s|:-]*-[\s|:-]*\|")
_NUMBER_NAME = re.compile(r"\d{1,2}[A-Z]?")
# Syllables from `Nà Mẫu là bản` to its commune.
_TOLD_REACH = 12
# Syllables of no village: abbreviations, and what no tongue of the country spells.
_FOREIGN = re.compile(
    r"^[BCDĐGHKLMNPQRSTVX]{1,5}$|[fjwzFJWZ]|(?:pt|st|ct|nd|rd|ld|ft|us|ax)$|^(?:Pro|Lite|Mini|Ultra)$"
)


def read_village(
    words: tuple[Syllable, ...], i: int, places: Gazetteer, seen: set[tuple[str, str]]
) -> list[Mention]:
    """The village named at syllable `i` with those that share its word; none if there is none.

    A loose word (tổ, khu, làng) means a village only if a commune follows, if it was `seen` as one (word, key)
    before, behind a head of a village (`Trưởng khu 7`), or behind a person (`Rơ Châm Mẫu, làng Phung,`).
    """
    hit = village_words().at(words, i)
    if not hit or _inside_name(words, i) or word_list("not_level").before(words, hit[1]):
        return []
    row, j = hit
    if j >= len(words) or words[j - 1].gap not in (" ", ". ", "."):
        return []
    if "." in words[j - 1].gap and not abbreviates(words[j - 1]):
        return []
    stop = _name_end(words, j)
    if stop is None or (words[i].capital and _is_commune(words, i, stop, places)) or _is_head(words, i, j, stop):
        return []
    named = (row.word, make(words, i, j, stop).key) in seen
    if row.wary and not (named or _in_list(words, i, row.word, seen)) and _something_else(words, i, j, stop, row):
        return []
    stop = _numbered(words, j, _behind_number(words, j, stop, seen), row.word, seen)
    slots: dict[str, object] = {"levels": ("village",), "kinds": (row.word,)}
    found = [make(words, i, j, stop, **slots)]
    known = (row.word, found[0].key) in seen or (row.kindred and _kindred(words, (i, j), stop, row.word, seen))
    known = known or (row.placed and _placed(words, i, j, stop)) or (row.numbered and _numbered_at(words, i, j))
    if row.loose and not (_headed(words, i, j, row) or known or _commune_follows(words, stop)):
        return []
    follower = None if row.loose else _next(words, stop, places)
    while follower:
        found.append(make(words, follower[0], follower[0], follower[1], explicit=False, rule="list", **slots))
        follower = _next(words, follower[1], places)
    return found


def read_column(words: tuple[Syllable, ...]) -> list[Mention]:
    """The villages in a table's first column that is headed so: `| Ấp | Rác |`, below it `| Bãi Bấc | 3 tấn |`."""
    found: list[Mention] = []
    heading = ""
    for i, word in enumerate(words):
        gap = words[i - 1].gap if i else "|\n|"
        if gap.strip(" ")[-1:] != "|" or "\n" not in gap:
            continue
        hit = village_words().at(words, i)
        if hit and "|" in words[hit[1] - 1].gap:
            heading = hit[0].word
            continue
        heading = heading if gap.count("\n") == 1 or _RULED.search(gap) else ""
        stop = _name_end(words, i) if heading and word.capital and not hit else None
        if stop and words[stop - 1].gap.lstrip(" ")[:1] == "|":
            found.append(make(words, i, i, stop, levels=("village",), kinds=(heading,), rule="table"))
    return found


def read_told(words: tuple[Syllable, ...]) -> list[Mention]:
    """The villages that the text tells to be so, with the commune they are of: `|Nà Mẫu| là bản của xã Hạ`."""
    found: list[Mention] = []
    for i, word in enumerate(words):
        if not word.capital or (i and words[i - 1].gap in (" ", "-")):
            continue
        stop = capital_run(words, i)
        told = word_list("is_village").at(words, stop) if stop - i > 1 and words[stop - 1].gap == " " else None
        hit = village_words().at(words, told[1]) if told else None
        if hit and _of_commune(words, hit[1]) and not word_list("no_village_is").at(words, hit[1]):
            found.append(make(words, i, i, stop, levels=("village",), kinds=(hit[0].word,), rule="told"))
    return found


def _of_commune(words: tuple[Syllable, ...], i: int) -> bool:
    """Whether the first capitalised name from `i` on is a commune's with its level word."""
    for k in range(i, min(i + _TOLD_REACH, len(words) - 1)):
        if words[k].capital or any(mark in words[k - 1].gap for mark in ".;:"):
            return False
        hit = level_words().at(words, k)
        if hit and hit[1] < len(words) and words[hit[1]].capital:
            return hit[0].levels == ("commune",)
    return False


def _in_list(words: tuple[Syllable, ...], i: int, word: str, seen: set[tuple[str, str]]) -> bool:
    """Whether villages of this word are listed: `Buôn Kmang, |buôn Yun| còn nhiều hộ nghèo`."""
    return i > 0 and words[i - 1].gap == ", " and any(kind == word for kind, _ in seen)


def _behind_number(words: tuple[Syllable, ...], j: int, stop: int, seen: set[tuple[str, str]]) -> int:
    """The end of a name with a number and a merged commune's name: `thôn 4 |An Nhơn|`, once of xã An Nhơn."""
    if stop != j + 1 or not words[j].number or stop >= len(words) or words[j].gap != " ":
        return stop
    run = capital_run(words, stop)
    key = " ".join(word.key for word in words[stop:run])
    return run if any(key == known for _, known in seen) else stop


def _numbered(words: tuple[Syllable, ...], j: int, stop: int, word: str, seen: set[tuple[str, str]]) -> int:
    """The end of a name with its number, where the article has named the village so: `Bản Hạ |1| giữ rừng`."""
    if stop >= len(words) or words[stop - 1].gap != " " or not words[stop].number:
        return stop
    name = " ".join(each.text for each in words[j : stop + 1])
    return stop + 1 if (word, name_key(name)) in seen else stop


def village_signs(words: tuple[Syllable, ...]) -> set[tuple[str, str]]:
    """The loose words that mean villages here, each with no name: `già làng`, `trưởng khu`, `17 làng`."""
    hits = ((i, village_sign().at(words, i)) for i in range(len(words)))
    return {(hit[0].kind, "") for i, hit in hits if hit and (not hit[0].counted or (i and words[i - 1].number))}


def _kindred(
    words: tuple[Syllable, ...], at: tuple[int, int], stop: int, word: str, seen: set[tuple[str, str]]
) -> bool:
    """Whether a name stands behind a word that means villages in this article: `|khu| Thanh Hà có`.

    `at` are the indices of the word and of the name. One syllable is a name only where something is.
    """
    i, j = at
    if words[j].number or not any(kind == word for kind, _ in seen):
        return False
    if not _is_titled(words, j, stop) or word_list("no_village").at(words, j):
        return False
    return stop - j > 1 or (words[i].text.islower() and word_list("village_at").before(words, i) is not None)


def _is_titled(words: tuple[Syllable, ...], j: int, stop: int) -> bool:
    """Whether all syllables begin with a capital, but for a number at the end: `làng Kon Tu Mẫu 2`."""
    return all(each.text.istitle() or (each.number and at > j) for at, each in enumerate(words[j:stop], j))


def _placed(words: tuple[Syllable, ...], i: int, j: int, stop: int) -> bool:
    """Whether something is at a name of some syllables: `tại khối Nam Diêu`, `nhà văn hóa khối Nam Diêu`."""
    named = stop - j > 1 and _is_titled(words, j, stop)
    other = word_list("no_village").at(words, j)
    return named and (not other or other[1] < stop) and word_list("village_at").before(words, i) is not None


def _numbered_at(words: tuple[Syllable, ...], i: int, j: int) -> bool:
    """Whether something is at a numbered one: `ra mắt mô hình tại |khu 6|`."""
    whole = words[j].gap not in (",", ".") or j + 1 == len(words) or not words[j + 1].number
    return words[j].number and whole and word_list("village_at").before(words, i) is not None


def _headed(words: tuple[Syllable, ...], i: int, j: int, row: VillageRow) -> bool:
    """Whether a village word stands behind who leads a village or who lives in one."""
    if words[j].number:
        return word_list("village_head").before(words, i) is not None
    lives = (
        row.dwelt
        and words[i].text.islower()
        and i > 1
        and words[i - 1].gap == ", "
        and words[i - 1].capital
        and words[i - 2].capital
    )
    return lives and any(families().at(words, k) for k in range(_run_start(words, i - 1), i - 1))


def _run_start(words: tuple[Syllable, ...], k: int) -> int:
    """The index of the first of the capitalised syllables that end at `k`."""
    while k > 0 and words[k - 1].capital and words[k - 1].gap == " ":
        k -= 1
    return k


def _is_head(words: tuple[Syllable, ...], i: int, j: int, stop: int) -> bool:
    """Whether the name behind a village word is of the person who leads it: `Trưởng bản Lò Văn Mẫu`."""
    if not word_list("village_head").before(words, i) or not families().at(words, j):
        return False
    short = len(words[j].text) == 1 and not words[j].number  # A Thoan, Y Mẫu
    return stop - j > (1 if short else 2) or (stop - j == 2 and _is_called(words, stop))


def _is_called(words: tuple[Syllable, ...], stop: int) -> bool:
    """Whether the text calls somebody by the given name before `stop`: `Trưởng bản Hồ |Mẫu| … . Ông Mẫu`."""
    given = words[stop - 1].text
    named = (k for k in range(1, len(words)) if words[k].text == given and words[k - 1].gap == " ")
    return any(word_list("person").before(words, k) and not words[k - 1].number for k in named)


def _something_else(words: tuple[Syllable, ...], i: int, j: int, stop: int, row: VillageRow) -> bool:
    """Whether a wary word is part of a name (`thác Bản Giốc`), counts papers (`bản Hiến pháp`) or names a version
    (`bản Concept One`, `bản 64 GB`, `bản 7 chỗ`).
    """
    if words[j].number and stop < len(words) and words[stop - 1].gap == " " and _FOREIGN.search(words[stop].text):
        return True
    if words[j].number and stop < len(words) and words[stop - 1].gap == "." and not words[i].capital:
        return True  # `bản 2.0V`
    lettered = stop - j > 1 and len(words[stop - 1].text) == 1
    if not row.highland and any(_FOREIGN.search(word.text) for word in words[j : stop - lettered]):
        return True
    if words[i].capital and not words[i].text.isupper() and i > 0 and words[i - 1].gap == " ":
        placed = word_list("village_at").before(words, i) and _commune_follows(words, stop)
        return not (words[j].number or placed)  # `thác Bản Giốc`, not `ở Bản Hạ, xã Mẫu`
    followed = stop < len(words) and words[stop - 1].gap == " " and words[stop].text.islower()
    known = followed and (
        word_list("stop").at(words, stop)
        or level_words().at(words, stop)
        or word_list("village_goes_on").at(words, stop)
        or (row.highland and word_list("village_at").before(words, i))
    )
    seated = followed and word_list("seats").at(words, stop) is not None
    return seated or (followed and not known and stop - j == 1 and not words[j].number)


def _inside_name(words: tuple[Syllable, ...], i: int) -> bool:
    """Whether a capitalised village word stands within a longer name: `Phan Thôn Trang`, not `Ở Bản Hạ`."""
    capitals = i > 0 and words[i - 1].capital and words[i].capital and words[i - 1].gap == " "
    return capitals and not words[i].text.isupper() and not word_list("village_at").before(words, i)


def _next(words: tuple[Syllable, ...], stop: int, places: Gazetteer) -> tuple[int, int] | None:
    """First index and index after the next name in a list of villages: `thôn Vĩnh Chà và Vĩnh Ban`, `ấp 1, 2`."""
    if stop >= len(words):
        return None
    joined = words[stop - 1].gap == " " and words[stop].text == "và"
    at = stop + 1 if joined else stop
    if not (joined or words[stop - 1].gap == ", ") or at >= len(words):
        return None
    after = _name_end(words, at)
    if after is None or (words[at].number and not words[stop - 1].number):
        return None
    if level_words().at(words, at) or village_words().at(words, at):
        return None
    if words[at].capital and name_at(words, at, places, ("commune", "district", "province")):
        return None
    if after < len(words) and words[after - 1].gap == " ":
        closes = word_list("stop").at(words, after) or level_words().at(words, after)
        return (at, after) if closes else None
    return at, after


def _name_end(words: tuple[Syllable, ...], j: int) -> int | None:
    """The index after the village's name at `j`: capitalised syllables, with or without a number, or a number."""
    if j >= len(words):
        return None
    stop = capital_run(words, j)
    if stop < len(words) and (stop == j or words[stop - 1].gap == " ") and _is_number(words, stop, alone=stop == j):
        stop += 1
    return stop if stop > j else None


def _is_number(words: tuple[Syllable, ...], k: int, *, alone: bool) -> bool:
    """Whether a number belongs to the name before it: `thôn Kép 1, xã`, not `thôn Đình 15 hộ` nor `2,8 km`."""
    word = words[k]
    last = k + 1 >= len(words)
    decimal = word.gap in (".", ",") and not last and words[k + 1].text[:1].isdigit()
    if decimal or not _NUMBER_NAME.fullmatch(word.text):
        return False
    if alone and not last and word_list("lasting").at(words, k + 1):
        # `trưởng thôn 20 |năm| liền`, not `thôn 5 ngày |12/3|`
        return k + 2 < len(words) and words[k + 2].number
    if alone and not last and word_list("headcount").at(words, k + 1) and words[k + 1].gap != " ":
        return False  # già làng 46 người, trưởng bản |31 người|, còn lại 9 người
    return (
        alone
        or last
        or word.gap != " "
        or bool(level_words().at(words, k + 1) or word_list("stop").at(words, k + 1))
        or word_list("village_goes_on").at(words, k + 1) is not None  # thôn Kép 1 |hiến| đất
    )


def _is_commune(words: tuple[Syllable, ...], i: int, stop: int, places: Gazetteer) -> bool:
    """Whether a capitalised village word is part of a commune's name: `Bản Péo`, `Xóm Mới`."""
    hit = name_at(words, i, places, ("commune", "district"))
    return bool(hit and hit[1] >= min(stop, i + 2))


def _commune_follows(words: tuple[Syllable, ...], stop: int) -> bool:
    """Whether a commune with its level word comes next: `khu 5, xã Hạ`."""
    hit = level_words().at(words, stop) if words[stop - 1].gap in (", ", " ", " (") else None
    if not hit or hit[0].levels != ("commune",) or hit[1] >= len(words):
        return False
    return words[hit[1]].capital or words[hit[1]].number
