"""When two slots say the same: texts, counted nouns, numbers, places and periods.

Letters' case, quotation marks, brackets, punctuation, white space and the place of the tone mark never matter.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
_PUNCTUATION = re.compile(r"[“”\"'‘’«»()\[\].,;:–—-]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_UNITS = {
    "héc ta": "ha",
    "hecta": "ha",
    "hécta": "ha",
    "vnđ": "đồng",
    "phần trăm": "%",
    "km2": "km²",
    "m2": "m²",
    "ki lô mét": "km",
}
_NUMBER_TOLERANCE = 1e-6  # relative: room for a float's last digits only


def plain(text: object) -> str:
    """Lower case, without punctuation and surplus white space; None is empty."""
    lowered = unicodedata.normalize("NFC", str(text or "")).lower()
    return " ".join(_PUNCTUATION.sub(" ", lowered).split())


def words_of(text: object) -> list[str]:
    """The plain words, each with its tone mark at the end, so that `hoà` is `hòa`."""
    return _tones_last(plain(text))


def _tones_last(text: str) -> list[str]:
    words = []
    for word in unicodedata.normalize("NFD", text).split():
        tones = [letter for letter in word if letter in _TONES]
        words.append("".join([letter for letter in word if letter not in _TONES] + tones))
    return words


def overlap(one: object, other: object) -> float:
    """Dice coefficient of the two texts' words, with repetitions: 0 nothing shared, 1 the same words."""
    return _shared(words_of(one), words_of(other))


def _shared(one: list[str], other: list[str]) -> float:
    if not one or not other:
        return 0.0
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other))


def same_text(one: object, other: object, least: float = 0.6) -> bool:
    """Both empty, or their words overlap by `least`."""
    return (not one and not other) or overlap(one, other) >= least


def same_noun(one: object, other: object) -> bool:
    """One counted noun phrase begins the other, or both begin alike and share half of their words."""
    mine, theirs = _noun(one), _noun(other)
    if not mine or not theirs:
        return mine == theirs
    if mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine:
        return True
    return mine[0] == theirs[0] and _shared(mine, theirs) >= 0.5


def _noun(text: object) -> list[str]:
    phrase = plain(text)
    return _tones_last(_UNITS.get(phrase, phrase).replace("/", " / "))


def close(one: Any, other: Any) -> bool:
    """Both unknown (None or empty), or equal numbers."""
    mine, theirs = _number(one), _number(other)
    if mine is None or theirs is None:
        return mine is theirs
    return abs(mine - theirs) <= _NUMBER_TOLERANCE * max(1.0, abs(mine), abs(theirs))


def _number(value: Any) -> float | None:
    return None if value is None or value == "" else float(value)


def same_number(predicted: Json, gold: Json) -> bool:
    """Equal denominators, and equal values or, where gold has only bounds, equal bounds."""
    if not close(predicted.get("denominator"), gold.get("denominator")):
        return False
    if gold.get("value") is not None:
        return close(predicted.get("value"), gold["value"])
    bounds = all(close(predicted.get(bound), gold.get(bound)) for bound in ("low", "high"))
    return predicted.get("value") is None and bounds


def same_path(one: Any, other: Any) -> bool:
    """The same places from the province down; unknown is empty."""
    return [words_of(name) for name in one or ()] == [words_of(name) for name in other or ()]


def same_period(one: Any, other: Any) -> bool:
    """Equal at the coarser precision of the two, end by end; a half-open end is None on both sides."""
    if not one or not other:
        return not one and not other
    return all(_same_date(str(a or ""), str(b or "")) for a, b in zip(one, other, strict=False))


def _same_date(one: str, other: str) -> bool:
    return one == other or bool(one and other and (one.startswith(other) or other.startswith(one)))
