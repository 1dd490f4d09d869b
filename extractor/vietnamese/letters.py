"""Vietnamese letters: canonical form, tone placement and folding."""

import re
import unicodedata

_ETH_TO_D_STROKE = {"Ð": "Đ", "ð": "đ"}
_BLANKS = dict.fromkeys(("\u00a0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"), " ")
"""No-break, thin, en and em spaces, which pages are laid out with: `96&nbsp;tổ tự quản`."""
_UNSEEN = dict.fromkeys(("\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff"), "")
"""Soft hyphens, zero-width spaces and joiners, marks of direction: inside words they part what belongs together."""
_CANONICAL = str.maketrans({**_ETH_TO_D_STROKE, **_BLANKS, **_UNSEEN, "\u2011": "-"})
_FOLD_SPECIAL = {"đ": "d", "Đ": "D"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"

UPPER = "A-Z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)) if chr(code).isupper())
"""The capitals of Latin and Vietnamese as the inside of a regular expression's class: `[{UPPER}]`."""


def canonical(text: str) -> str:
    """NFC with plain blanks and without invisible letters; Icelandic eth (U+00D0) of old keyboards is Đ."""
    return unicodedata.normalize("NFC", text).translate(_CANONICAL)


def fold_letter(letter: str) -> str:
    """One letter without its diacritics, always one character long."""
    special = _FOLD_SPECIAL.get(letter)
    if special:
        return special
    base = unicodedata.normalize("NFD", letter)[0]
    return base if len(base) == 1 else letter


class _FoldTable(dict[int, str]):
    """Fills itself letter by letter, so that folding is one `translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_letter(chr(code))
        return self[code]


_FOLD_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Text without diacritics and đ, in lower case; `len(fold(s)) == len(s)` for NFC text."""
    folded = text.translate(_FOLD_TABLE)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(c.lower()[:1] for c in folded)


_EARLY_TONE = re.compile(r"(?<![qQ])(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?!\w)")


def tone_on_last_vowel(text: str) -> str:
    """NFC text with `hòa`, `khỏe`, `ủy` written `hoà`, `khoẻ`, `uỷ`; the length stays."""

    def move(match: re.Match[str]) -> str:
        glide = unicodedata.normalize("NFD", match.group()[0])
        return glide[0] + unicodedata.normalize("NFC", match.group()[1] + glide[1])

    return _EARLY_TONE.sub(move, text)


_SPELLED = re.compile(r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")


def is_syllable(folded: str) -> bool:
    """Whether a word without its marks is spelled as a Vietnamese syllable: `nguyen`, not `trump` or `shinzo`."""
    return _SPELLED.fullmatch(folded) is not None


_SYLLABLE = re.compile(r"\w+", re.UNICODE)


def tone_key(text: str) -> str:
    """Lower-case text in which `hoà` and `hòa` are equal: each word's tone mark moved to its end."""

    def move(match: re.Match[str]) -> str:
        letters = unicodedata.normalize("NFD", match.group())
        tones = "".join(c for c in letters if c in _TONES)
        rest = "".join(c for c in letters if c not in _TONES)
        return unicodedata.normalize("NFC", rest) + tones

    return _SYLLABLE.sub(move, unicodedata.normalize("NFC", text).lower())
