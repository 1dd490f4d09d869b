"""Comparing words: those typed with diacritics must match them, those typed plain need not."""

import re
from functools import lru_cache

from extractor.vietnamese.letters import canonical, fold, tone_key

_WORD = re.compile(r"\w+")


def plain(text: str) -> bool:
    """Whether the text carries no diacritics and no đ: `mo hinh`."""
    return fold(text) == text.lower()


def syllables(text: str) -> list[str]:
    """The words between white space and punctuation, as typed."""
    return _WORD.findall(canonical(text))


@lru_cache(maxsize=32768)
def exact_word(word: str) -> str:
    """One word in lower case, its tone mark at its end: `hoà` and `hòa` are equal. Syllables are few, so kept."""
    return tone_key(word)


@lru_cache(maxsize=64)
def _wanted(query: str, exactly: bool) -> tuple[tuple[str, bool], ...]:
    """Each word of the query: its comparison form, and whether diacritics count."""
    loose = [plain(word) and not exactly for word in syllables(query)]
    return tuple(
        (fold(word), False) if free else (exact_word(word), True)
        for word, free in zip(syllables(query), loose, strict=True)
    )


def speaks_of(query: str, text: str | None, exactly: bool = False) -> bool:
    """Whether the query's words stand side by side in the text.

    A word typed without diacritics matches any, unless `exactly` is asked for.
    """
    wanted = _wanted(query, exactly)
    if not text or not wanted:
        return not wanted
    words = syllables(text)
    if len(words) < len(wanted):
        return False
    forms = [(fold(word), exact_word(word)) for word in words]
    return any(
        all(form[exact] == word for form, (word, exact) in zip(forms[at:], wanted, strict=False))
        for at in range(len(forms) - len(wanted) + 1)
    )
