"""The nouns that begin a counted phrase, and the kind of thing each names.

They come from `vietnamese/nouns/`, from what the article spells out, or from the syllables of a noun for people.
"""

import re
from functools import cache

from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import settle

# `đ/c` (đồng chí) is one.
SYLLABLES = re.compile(r"(?i:đ/c)(?!\w)|[^\W_]+(?:\.[^\W_]+)?", re.UNICODE)

# The tables of counted nouns, `vietnamese/nouns/<category>.toml`.
NOUN_CATEGORIES: tuple[Category, ...] = (
    "model", "group", "person", "household", "organization", "collective", "admin_unit", "facility", "case", "tip",
    "event", "document", "field", "product", "other",
)  # fmt: skip


@cache
def known_heads() -> dict[str, tuple[str, Category]]:
    """Each written form of a counted noun: its head word and category."""
    return {
        settle(form): (settle(row.word), category)
        for category in NOUN_CATEGORIES
        for row in rows(f"nouns/{category}", "noun", Row)
        for form in row.forms
    }


@cache
def _longest_head() -> int:
    return max(len(form.replace(",", " ").split()) for form in known_heads())


def head_at(text: str, start: int, limit: int) -> tuple[int, str, Category] | None:
    """The longest known head that begins at `start`: its end, head word and category."""
    ends: list[int] = []
    at = start
    for match in SYLLABLES.finditer(text, start, limit):
        if text[at : match.start()].strip(" ,") or "\n" in text[at : match.start()] or len(ends) == _longest_head():
            break
        ends.append(match.end())
        at = match.end()
    for end in reversed(ends):
        found = known_heads().get(" ".join(settle(text[start:end]).split()))
        if found:
            return end, found[0], found[1]
    return None


def is_person(noun: str) -> bool:
    """Whether an unknown noun names people by its last syllable, or by its first: `kiểm soát viên`, `nữ cứu hộ`."""
    if noun.endswith(word_forms("nounphrase", "person_ending")):
        return True
    first, _, rest = noun.partition(" ")
    return bool(rest) and first in word_set("nounphrase", "person_opening")


def expansion(text: str, short: str) -> tuple[str, Category] | None:
    """Head and category of what the article abbreviates: `Tổ Nhân dân tự quản (TNDTQ)` → tổ, group."""
    if not short.isupper() or len(short) < 2:
        return None
    at = text.find(f"({short})")
    words = list(SYLLABLES.finditer(text, max(0, at - 80), max(0, at)))[-len(short) :]
    initials = "".join(match.group()[0].upper() for match in words)
    if not words or initials != short:
        return None
    found = head_at(text, words[0].start(), at)
    return (found[1], found[2]) if found else None
