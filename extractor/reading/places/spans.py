"""What the reading of places works on: mentions, the ties between them, and how a name is matched."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractor.reading.places.text import Syllable
from extractor.vietnamese.gazetteer import Gazetteer, Level, name_key, number_key

Bond = Literal["in", "was", "list", "either"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names a unit: `start:end` with its level word, `name_start:name_end` the name.

    `first:last` are the syllable indices of the whole, `tail` the offset behind a `cũ` that follows. `levels` are
    the levels it can mean, `kinds` the kinds that its level word says. `explicit` mentions have a level word of
    their own; `former` ones are said to be of the past; `merged` ones are named as parts of a merger.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    first: int
    last: int
    tail: int
    name: str
    key: str
    levels: tuple[Level, ...]
    kinds: tuple[str, ...] = ()
    explicit: bool = True
    former: bool = False
    merged: bool = False
    role: str = "place"
    rule: str = "level word"

    @property
    def village(self) -> bool:
        """Whether it names a village, which the gazetteer does not have."""
        return "village" in self.levels


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two mentions by index: `lower` lies in, once lay in, or stands in a list with `upper`.

    `either`: it lies in it or stands in a list with it: `phường Đông Thọ, Đông Sơn`, `xã Hạ, Lục Ngạn`.
    """

    lower: int
    upper: int
    bond: Bond


_NAME_GAP = re.compile(r" ?[-–]? ?\n?")


def make(words: tuple[Syllable, ...], first: int, name_first: int, last: int, **slots: object) -> Mention:
    """A mention over syllables `first` to before `last`, its name from `name_first` on."""
    named = words[name_first:last]
    name = "".join(word.text + word.gap for word in named[:-1]) + named[-1].text
    base = Mention(
        start=words[first].start,
        end=named[-1].end,
        name_start=named[0].start,
        name_end=named[-1].end,
        first=first,
        last=last,
        tail=named[-1].end,
        name=" ".join(name.split()),
        key=name_key(name),
        levels=(),
    )
    return replace(base, **slots)  # type: ignore[arg-type]


def name_at(
    words: tuple[Syllable, ...], i: int, places: Gazetteer, levels: tuple[Level, ...], stop: int | None = None
) -> tuple[str, int] | None:
    """The longest gazetteer name of one of the levels at syllable `i`, before `stop`, as (key, index after it)."""
    if words[i].key not in places.openings:
        return None
    keys: list[str] = []
    best: tuple[str, int] | None = None
    for j in range(i, min(i + places.longest, len(words) if stop is None else stop)):
        if not (words[j].capital or words[j].number) or (j > i and not _NAME_GAP.fullmatch(words[j - 1].gap)):
            break
        keys.append(words[j].key)
        key = " ".join((*keys[:-1], number_key(keys[-1]) if j > i else keys[-1]))
        if any(unit.level in levels for unit in places.named(key)):
            best = key, j + 1
    return best


def capital_run(words: tuple[Syllable, ...], i: int, most: int = 4) -> int:
    """The index after the capitalised syllables from `i` on that stand together with single blanks."""
    j = i
    while j < min(i + most, len(words)) and words[j].capital and (j == i or words[j - 1].gap == " "):
        j += 1
    return j


def abbreviates(word: Syllable) -> bool:
    """Whether a dot after it ends an abbreviation (`TP. Vinh`) and no sentence (`12 đặc khu. Tỉnh`)."""
    return len(word.text) <= 3 and (word.text.isupper() or (word.text[0].isupper() and word.text[1:] in ("p", "x")))
