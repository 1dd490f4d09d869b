"""An article's text as syllables with their comparison keys, and word lists that are found in it."""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from extractor.vietnamese.gazetteer import SYLLABLE, syllable_key
from extractor.vietnamese.lexicon import Row

# `P3`, `KP4`: the abbreviation is a syllable of its own.
_SYLLABLE = re.compile(r"(?:P|Q|KP|TDP)(?=\d{1,2}(?!\w))|" + SYLLABLE)


class Syllable(NamedTuple):
    """A run of letters or digits. `key` is its form for comparison, `gap` the text between it and the next.

    A tuple and no dataclass: an article has hundreds.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def number(self) -> bool:
        """Whether it is made of digits only."""
        return self.text.isdecimal()


def syllables(text: str) -> tuple[Syllable, ...]:
    """All syllables of the text, in order."""
    found = list(_SYLLABLE.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)] * bool(found)
    return tuple(
        Syllable(match.start(), match.end(), match.group(), syllable_key(match.group()), text[match.end() : stop])
        for match, stop in zip(found, ends, strict=True)
    )


AnyRow = TypeVar("AnyRow", bound=Row)


class Phrases(Generic[AnyRow]):
    """A word list that finds its longest entry at a syllable, or before one. Read only."""

    __slots__ = ("_first", "_last")

    def __init__(self, entries: Iterable[AnyRow]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], AnyRow]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], AnyRow]]] = {}
        for row in entries:
            for form in row.forms:
                keys = tuple(map(syllable_key, _SYLLABLE.findall(form)))
                self._first.setdefault(keys[0], []).append((keys, row))
                self._last.setdefault(keys[-1], []).append((keys, row))
        for index in (self._first, self._last):
            for found in index.values():
                found.sort(key=lambda entry: -len(entry[0]))

    @property
    def openings(self) -> frozenset[str]:
        """The keys with which entries begin."""
        return frozenset(self._first)

    def at(self, words: tuple[Syllable, ...], i: int) -> tuple[AnyRow, int] | None:
        """The entry that begins at syllable `i`, and the index after it."""
        if i >= len(words):
            return None
        for keys, row in self._first.get(words[i].key, ()):
            stop = i + len(keys)
            if stop <= len(words) and _matches(words, i, keys):
                return row, stop
        return None

    def before(self, words: tuple[Syllable, ...], i: int) -> tuple[AnyRow, int] | None:
        """The entry that ends just before syllable `i`, and the index at which it begins."""
        if i <= 0:
            return None
        for keys, row in self._last.get(words[i - 1].key, ()):
            begin = i - len(keys)
            if begin >= 0 and _matches(words, begin, keys):
                return row, begin
        return None


def _matches(words: tuple[Syllable, ...], begin: int, keys: tuple[str, ...]) -> bool:
    for offset, key in enumerate(keys):
        word = words[begin + offset]
        if word.key != key or (offset < len(keys) - 1 and word.gap.strip(" -.\n")):
            return False
    return True
