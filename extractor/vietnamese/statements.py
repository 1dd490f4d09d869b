"""What a sentence says around a number, as far as two sentences can be told to say the same."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.vietnamese.lexicon import Row, rows, word_pattern, word_set
from extractor.vietnamese.phrases import CAPITAL, settle

ALIKE, ALIKE_OF_ONE = 0.6, 0.5
"""The share of their words that two sentences must have in common; less where they name one thing."""
FEWEST = 6
"""Shorter sentences are alike by chance."""

LONGEST_SYLLABLE = 4
"""Letters of a Vietnamese syllable without diacritics, but for a few."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(rf"(?<=[\w,;:)\"”] ){CAPITAL}\w*(?:[ -](?:{CAPITAL}\w*))*")
_ASIDE = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"[.!?…]\s")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence around one number, `own` as written: its words, the proper names in it and its other numbers.

    `here`: it speaks of its place without a name (`toàn huyện`); `whose`: of somebody named elsewhere (`công ty`).
    """

    own: str
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    here: bool
    whose: bool


def read_statement(sentence: str, start: int, end: int) -> Statement:
    """What the sentence says around the number at `start:end`. Who is cited (`Theo …,`) is no part of it.

    A full stop ends it, also before a digit: `làm chết 21 người. 10 năm qua …`.
    """
    begin = max((match.end() for match in _STOP.finditer(sentence, 0, start)), default=0)
    stop = _STOP.search(sentence, end)
    sentence = sentence[begin : stop.start() if stop else len(sentence)]
    start, end = start - begin, end - begin
    settled = settle(sentence)
    numbers = [(match.start(), match.group()) for match in _NUMBER.finditer(sentence)]
    own = next((number for at, number in numbers if start <= at < end), "")
    told = _ASIDE.sub(" ", _sources().sub("", sentence, count=1))
    return Statement(
        own=own,
        words=frozenset(_WORD.findall(settled)),
        names=frozenset(settle(name) for name in _NAME.findall(told) if _is_name(name))
        - word_set("indicators", "generic"),
        numbers=frozenset(number for at, number in numbers if not start <= at < end),
        here=word_pattern("indicators", "here").search(settled) is not None,
        whose=word_pattern("indicators", "whose").search(settled) is not None,
    )


def _is_name(capitals: str) -> bool:
    """Several words, capitals alone or a foreign word; not the first syllable of a noun (`Ngân hàng`)."""
    return (
        " " in capitals.strip() or capitals.isupper() or (capitals.isascii() and len(capitals) > LONGEST_SYLLABLE)
    )


def anchored(one: Statement, other: Statement) -> bool:
    """Whether both name one thing: by a proper name, or by another number too odd to be there by chance."""
    shared = (number for number in one.numbers & other.numbers if _is_odd(number))
    return bool(one.names & other.names) or any(shared)


def says_the_same(one: Statement, other: Statement) -> bool:
    """Whether both sentences say the same but for the number, and neither holds the other's number, too."""
    shared = one.words & other.words
    if len(shared) < FEWEST or one.own in other.numbers or other.own in one.numbers:
        return False
    if _unheard(one, other) and _unheard(other, one):
        return False
    needed = ALIKE_OF_ONE if anchored(one, other) else ALIKE
    return len(shared) >= needed * len(one.words | other.words)


def _unheard(one: Statement, other: Statement) -> bool:
    """Whether one sentence has a name that the other lacks."""
    return any(not set(_WORD.findall(name)) <= other.words for name in one.names)


def _is_odd(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return len(digits) > 2 and digits.strip("0") not in "123456789" and not re.fullmatch(r"(?:19|20)\d\d", number)


@cache
def _sources() -> re.Pattern[str]:
    words = "|".join(form.capitalize() for row in rows("indicators", "citing", Row) for form in row.forms)
    return re.compile(rf"^\s*(?:{words})\s[^,]*,")
