"""What is meant by what people type: abbreviations and what they stand for, level words before a place."""

import re
from collections.abc import Mapping
from functools import cache

from extractor.vietnamese.letters import fold
from extractor.vietnamese.lexicon import Row, rows


class Abbreviation(Row):
    """An abbreviation and what it stands for."""

    expansion: str


@cache
def _equivalents() -> Mapping[str, tuple[str, ...]]:
    """Folded abbreviation → expansions, folded expansion → abbreviations."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("queries", "abbreviation", Abbreviation):
        for typed, meant in ((row.word, row.expansion), (row.expansion, row.word)):
            found[fold(typed)] = (*found.get(fold(typed), ()), meant)
    return found


def equivalents(words: str) -> tuple[str, ...]:
    """What the words stand for, or what stands for them: `ANTT` and `an ninh trật tự`; case and marks are free."""
    return _equivalents().get(fold(words), ())


_WORD = re.compile(r"\w+")


def spelled_out(text: str) -> str:
    """The text with each abbreviation replaced by what it stands for: `tổ ANTT` → `tổ an ninh trật tự`."""
    return _WORD.sub(lambda word: _expansions().get(word.group(), word.group()), text)


@cache
def _expansions() -> Mapping[str, str]:
    return {row.word: row.expansion for row in rows("queries", "abbreviation", Abbreviation)}


@cache
def _levels() -> tuple[str, ...]:
    forms = {fold(form) for row in rows("queries", "level", Row) for form in row.forms}
    return tuple(sorted(forms, key=len, reverse=True))


def without_level(unit: str) -> str:
    """The unit's name without a level word before it: `TP. Hội An` → `Hội An`; `Xã` alone stays."""
    name = unit.strip()
    folded = fold(name)
    for level in _levels():
        if folded.startswith(level) and len(folded) > len(level) and not folded[len(level)].isalnum():
            rest = name[len(level) :].lstrip(" .")
            return rest or name
    return name
