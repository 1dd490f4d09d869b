"""Names without a level word: introduced before, in brackets, in lists of siblings, provinces."""

import re
from dataclasses import dataclass, replace

from extractor.reading.places.resolution import (
    Lineage,
    Resolved,
    Setting,
    is_former,
    lineage_of,
    may_be_named,
)
from extractor.reading.places.spans import Mention, make, name_at
from extractor.reading.places.text import Syllable
from extractor.reading.places.words import level_words, word_list
from extractor.vietnamese.gazetteer import LEVELS, Gazetteer, Level, Unit

_LEVELS: tuple[Level, ...] = ("province", "district", "commune")
_REACH = 6
"""Syllables to look back for the head of a proper name: Trường Cao đẳng Y tế | An Giang."""
_LIST_REACH = 14
_LIST_GAPS = frozenset((" ", ", ", " (", "), "))
_SHORTEST = 3
_LINE = 80
_RARE = 3
_BEFORE_UPPER = re.compile(r"\s?[(,]\s?|\s?-\s?")

Known = list[tuple[Mention, Resolved]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the mentions with level words have settled: levels by name, villages, units in play, people."""

    introduced: dict[str, frozenset[Level]]
    villages: dict[str, tuple[str, ...]]
    provinces: frozenset[str]
    holders: frozenset[Lineage]
    people: frozenset[str]
    taken: frozenset[int]

    @classmethod
    def of(cls, words: tuple[Syllable, ...], known: Known, when: Setting) -> "Context":
        """The context of an article whose mentions with level words are resolved."""
        introduced: dict[str, frozenset[Level]] = {}
        provinces, holders = set(when.home), set[Lineage]()
        villages = {m.key: m.kinds for m, _ in known if m.village and m.explicit and " " in m.key}
        living = {m.key for m, choice in known if choice.best and not is_former(choice.best.unit, when)}
        for mention, choice in known:
            best = choice.best
            if mention.village or best is None or mention.former:
                continue
            if mention.key in living and is_former(best.unit, when):
                continue  # the new xã Mẫu, where the old huyện Mẫu is named, too
            # A town's bare name may as well be its district's or province's: thị trấn Quỳ Hợp, huyện Quỳ Hợp.
            alike = frozenset(unit.level for unit in best.line if unit.key == mention.key)
            introduced[mention.key] = introduced.get(mention.key, frozenset()) | alike | {best.unit.level}
            if choice.probability > 0.5:
                provinces.add(best.lineage[0][1])
                holders.update(_holders(best.lineage))
        taken = frozenset(i for mention, _ in known for i in range(mention.first, mention.last))
        return cls(introduced, villages, frozenset(provinces), frozenset(holders), _people(words), taken)


def _holders(line: Lineage) -> list[Lineage]:
    """The part of a lineage whose children are communes."""
    found = [line[:depth] for depth in (1, 2) if len(line) >= depth and line[depth - 1][0] == "district"]
    return found or ([line[:1]] if len(line) > 1 and line[1][0] == "commune" else [])


def _people(words: tuple[Syllable, ...]) -> frozenset[str]:
    """Last two syllables of the longer capitalised runs: `Nguyễn Thanh Hà` makes `Thanh Hà` a person.

    Not where the first only opens a sentence: `|Ở| Trấn Yên, cây dâu …`.
    """
    found: set[str] = set()
    run: list[str] = []
    for i, word in enumerate(words):
        opens = (i == 0 or words[i - 1].gap != " ") and word_list("opener").at(words, i) is not None
        run = [*run, word.key] if word.capital and not opens else []
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
    context = replace(context, provinces=context.provinces | _bare_provinces(text, words, places, when, context))
    reader = _Reader(text, words, places, when, context)
    found = _abbreviated(words, known, context)
    taken = context.taken | {i for mention in found for i in range(mention.first, mention.last)}
    previous = {mention.last: mention for mention, _ in known}
    i = 0
    while i < len(words):
        fresh = reader.mention(i, previous.get(i)) if words[i].capital and i not in taken else None
        if fresh:
            found.append(fresh)
            previous[fresh.last] = fresh
            i = fresh.last
        else:
            i += 1
    return found


def _bare_provinces(
    text: str, words: tuple[Syllable, ...], places: Gazetteer, when: Setting, context: Context
) -> frozenset[str]:
    """Keys of the provinces that the text names without a level word; they back the bare names of districts."""
    reader = _Reader(text, words, places, when, context)
    found = (reader.mention(i, None) for i in range(len(words)) if words[i].capital and i not in context.taken)
    return frozenset(mention.key for mention in found if mention and mention.levels == ("province",))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the bare names of one article."""

    text: str
    words: tuple[Syllable, ...]
    places: Gazetteer
    when: Setting
    context: Context

    def mention(self, i: int, before: Mention | None) -> Mention | None:
        """The bare name at syllable `i`, if there is one; `before` is the mention that ends there."""
        words = self.words
        hit = name_at(words, i, self.places, _LEVELS)
        if hit and self._counts(hit[1] - 1):
            hit = name_at(words, i, self.places, _LEVELS, hit[1] - 1)
        village = self._village(i) if hit is None or hit[0] not in self.context.introduced else None
        if village or hit is None:
            return village
        if words[hit[1] - 1].end - words[i].start < _SHORTEST or word_list("never_bare").at(words, i):
            return None
        key, stop = hit
        if not self._stands_alone(i, stop) or (
            word_list("namesake").at(words, i) and key not in self.context.introduced
        ):
            return None
        person = word_list("person").before(words, i)
        if person and re.fullmatch(r"[ :]{1,2}", words[i - 1].gap):
            return None
        role = self._role(i, stop)
        levels = self._levels(i, stop, key, before)
        large = levels & {"province", "district"} or (key in self.context.introduced and self._names_school(i))
        if not levels or (role == "name" and not large):
            return None
        ordered = tuple(level for level in LEVELS if level in levels)
        return make(words, i, i, stop, levels=ordered, explicit=False, role=role, rule="bare name")

    def _counts(self, last: int) -> bool:
        """Whether a number behind a name counts what follows: `Hà Giang |1| người` is no phường Hà Giang 1."""
        words = self.words
        followed = last + 1 < len(words) and words[last].gap == " " and words[last + 1].text.islower()
        return words[last].number and followed and not word_list("stop").at(words, last + 1)

    def _village(self, i: int) -> Mention | None:
        """A village that was named before with its word, now by its bare name: `khu tái định cư tại Làng Mít`."""
        if not self.context.villages:
            return None
        for stop in range(min(i + 4, len(self.words)), i + 1, -1):
            key = " ".join(word.key for word in self.words[i:stop])
            kinds = self.context.villages.get(key)
            together = all(word.gap == " " for word in self.words[i : stop - 1])
            if kinds and together and self._stands_alone(i, stop) and self._role(i, stop) == "place":
                slots: dict[str, object] = {"kinds": kinds, "explicit": False, "rule": "bare name"}
                return make(self.words, i, i, stop, levels=("village",), **slots)
        return None

    def _stands_alone(self, i: int, stop: int) -> bool:
        """Whether the name is no part of a longer capitalised run: `Tại Lệ Thủy` is, `Nguyễn Tân Phong` is not."""
        words, taken = self.words, self.context.taken
        if stop < len(words) and words[stop - 1].gap == " " and words[stop].capital and stop not in taken:
            return False
        if i == 0 or words[i - 1].gap != " " or not words[i - 1].capital or i - 1 in taken:
            return True
        before = words[i - 1]
        if len(before.text) > 1 and before.text.isupper() and not words[i].text.isupper():
            return True  # UBND Hà Nội, Hội LHTN Quảng Trị
        opens = i == 1 or words[i - 2].gap != " " or before.text.isupper()
        return (opens and word_list("opener").before(words, i) is not None) or self._ends_body(i)

    def _ends_body(self, i: int) -> bool:
        """Whether the capitals before the name are of a school or hospital: `Bệnh viện Sản Nhi |Nghệ An|`."""
        for k in range(i, max(0, i - _REACH), -1):
            if self.words[k - 1].gap != " ":
                return False
            if word_list("holder").before(self.words, k):
                return True
            if not self.words[k - 1].capital:
                return False
        return False

    def _role(self, i: int, stop: int) -> str:
        """`name` inside the proper name of a school, company, road …, `route` for `đường A đi B`, else `place`."""
        words = self.words
        if word_list("bound").before(words, i):
            return "route"
        if self._in_list_of_names(i):
            return "name"
        k = i
        while k > max(0, i - _REACH) and words[k - 1].gap in (" ", "-", " - ", "/") and not words[k - 1].number:
            if word_list("no_holder").before(words, k):
                return "place"
            if word_list("holder").before(words, k):
                return "route" if word_list("bound").at(words, stop) else "name"
            if word_list("stop").before(words, k) or level_words().before(words, k):
                return "place"
            k -= 1
        return "place"

    def _names_school(self, i: int) -> bool:
        """Whether the name is of a school or market, which stands in its commune: `Trường Tiểu học |Ea Tul|`."""
        words, k = self.words, i
        while k > max(0, i - _REACH) and words[k - 1].gap == " " and not words[k - 1].number:
            if word_list("school").before(words, k):
                return True
            if word_list("stop").before(words, k):
                return False
            k -= 1
        return False

    def _in_list_of_names(self, i: int) -> bool:
        """Whether the name stands in a list of stations or schools: `các trạm Tân Đoài (Đông), |Cai Lậy|`."""
        words, k = self.words, i - 1
        if k >= 0 and words[k].gap == " (":
            return False
        while k > max(0, i - _LIST_REACH) and words[k].gap in _LIST_GAPS:
            hit = word_list("holder").before(words, k)
            if hit and word_list("plural").before(words, hit[1]):
                return True
            if word_list("stop").before(words, k) or level_words().before(words, k):
                return False
            k -= 1
        return False

    def _levels(self, i: int, stop: int, key: str, before: Mention | None) -> frozenset[Level]:
        """The levels that the name may mean here; none if it is hardly a place."""
        if key in self.context.introduced:
            return self.context.introduced[key]
        units = [unit for unit in self.places.named(key) if may_be_named(unit, self.when)]
        found: set[Level] = {unit.level for unit in units if unit.level == "province"}
        if before and _BEFORE_UPPER.fullmatch(self.words[i - 1].gap):
            found |= self._uppers(units, before)
        located = word_list("locative").before(self.words, i) is not None and self.words[i - 1].gap == " "
        single = stop - i == 1 and not (located and word_list("single").at(self.words, i))
        if single or key in self.context.people:
            return frozenset(found)
        for unit in units:
            line = lineage_of(self.places.lineage(unit, self.when.date))
            known_province = line[0][1] in self.context.provinces
            if unit.level == "district" and (known_province or (located and len(units) <= _RARE)):
                found.add("district")
            if unit.level == "commune" and line[:-1] in self.context.holders and self._among(i, stop, located):
                found.add("commune")
        return frozenset(found)

    def _uppers(self, units: list[Unit], before: Mention) -> set[Level]:
        """Levels at which the name stands above the mention just before it: `xã Hồng Giang (Lục Ngạn)`."""
        codes = {(unit.level, unit.code) for unit in units}
        lines = (self.places.lineage(lower, self.when.date) for lower in self.places.named(before.key))
        return {upper.level for line in lines for upper in line[:-1] if (upper.level, upper.code) in codes}

    def _among(self, i: int, stop: int, located: bool) -> bool:
        """Whether a bare name is a commune: after a preposition, in brackets, tables, by a number, with `là xã`."""
        text, words = self.text, self.words
        start, end = words[i].start, words[stop - 1].end
        line = (
            text[max(0, start - _LINE) : start].rpartition("\n")[2]
            + "·"
            + text[end : end + _LINE].partition("\n")[0]
        )
        if line.strip(" .") == "·":
            return False  # alone in its line: a signature
        before, after = text[max(0, start - 4) : start], text[end : end + 1]
        bracketed = before.endswith("(") and after == ")"
        numbered = stop < len(words) and words[stop].number and words[stop - 1].gap == " "
        listed = before.endswith((", ", " và ", " là ")) or after == ","
        told = stop < len(words) and words[stop - 1].gap == " " and word_list("is_unit").at(words, stop) is not None
        return located or bracketed or numbered or listed or told or "|" in line


def _abbreviated(words: tuple[Syllable, ...], known: Known, context: Context) -> list[Mention]:
    """Short forms that the article makes of its own names: `huyện HTN` beside `huyện Hàm Thuận Nam`."""
    initials = {
        "".join(part[0] for part in mention.name.split()).upper(): mention
        for mention, choice in known
        if choice.best and len(mention.name.split()) > 1
    }
    found: list[Mention] = []
    for i in range(len(words)):
        hit = level_words().at(words, i) if i not in context.taken else None
        if not hit or hit[1] >= len(words) or words[hit[1] - 1].gap != " ":
            continue
        row, j = hit
        full = initials.get(words[j].text)
        if words[j].text.isupper() and full and set(full.levels) & set(row.levels):
            fresh = make(
                words,
                i,
                j,
                j + 1,
                key=full.key,
                levels=row.levels,
                kinds=row.kinds,
                rule="abbreviation",
                name=full.name,
            )
            found.append(fresh)
    return found
