"""Numbers in running text: digits in every written form, spelled numbers, mixed and vague ones.

`.` groups thousands and `,` starts decimals, as Vietnamese writes: `1.250`, `2,5`, `10.152,3`. What cannot be read
with certainty (`1.2.3.4`, 400 digits in a row) has the value None.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from extractor.reading.numbers.numerals import blocked_before, forms_of, number_words, read_words, words_of
from extractor.reading.numbers.wording import any_of, either, forms

Shape = Literal["digits", "words", "mixed", "vague", "fraction"]

ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WIDE = str.maketrans("０１２３４５６７８９．，％／－", "0123456789.,%/-")
_CLUSTER = re.compile(rf"[0-9][0-9{ZERO_WIDTH}]*(?:[.,][0-9{ZERO_WIDTH}]*[0-9][{ZERO_WIDTH}]*)*")
_SPACED = re.compile(r"(?:[ \u00a0\u202f]\d{3}(?!\d|[.,]\d))+")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*")

_PLAIN = re.compile(r"0|[1-9]\d*|0\d")
_DOTTED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?")
_COMMA = re.compile(r"(\d+),(\d+)")
_ENGLISH = re.compile(r"([1-9]\d{0,2}(?:,\d{3})+)\.(\d{1,2})|([1-9]\d{0,2}(?:,\d{3}){2,})")
_POINT = re.compile(r"(\d+)\.(\d{1,2})|(0)\.(\d+)")
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text, before hedge, unit and noun.

    `scale` is the magnitude of its last word (`7,5 triệu`: 10⁶) or 1. `low`, `high` are set for vague magnitudes,
    `denominator` for fractions in words. `value` is None for these and for what is malformed.
    """

    start: int
    end: int
    value: Decimal | None
    shape: Shape
    scale: Decimal = Decimal(1)
    low: Decimal | None = None
    high: Decimal | None = None
    denominator: Decimal | None = None


def plain(text: str) -> str:
    """Lower-case text with full-width digits made narrow, of the same length as `text`."""
    text = text.translate(_WIDE)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] for c in text)


def read_digits(cluster: str) -> Decimal | None:
    """The value of digits with their separators: `1.250,5` → 1250.5. None where it is malformed or too long."""
    cluster = cluster.translate(_WIDE).translate({ord(c): None for c in ZERO_WIDTH})
    if len(cluster) > 2 * _MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(cluster):
        return Decimal(cluster) if len(cluster) <= _MOST_DIGITS else None
    if match := _DOTTED.fullmatch(cluster):
        return Decimal(match[1].replace(".", "") + "." + (match[2] or "0")).normalize() + 0
    if match := _ENGLISH.fullmatch(cluster):
        whole = match[1] or match[3]
        return Decimal(whole.replace(",", "") + "." + (match[2] or "0"))
    if match := _COMMA.fullmatch(cluster):
        return Decimal(f"{match[1]}.{match[2]}")
    if match := _POINT.fullmatch(cluster):
        return Decimal(f"{match[1] or match[3]}.{match[2] or match[4]}")
    return None


def parse_number(text: str) -> Decimal | None:
    """The value of a text that is one whole number: `1.250`, `hai tỷ rưỡi`, `36,6 triệu`. Else None."""
    text = plain(text.strip())
    if text in words_of("digit"):
        return Decimal(words_of("digit")[text])
    found = [n for n in scan_numbers(text) if n.start == 0 and n.end == len(text)]
    return found[0].value if found else None


def format_number(value: Decimal) -> str:
    """Digits as Vietnamese writes them: 1250.5 → `1.250,5`."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def scan_numbers(text: str) -> tuple[Numeral, ...]:
    """All numbers of the text in order, whatever they mean there."""
    lower = plain(text)
    words = [(match.start(), match.end(), match.group()) for match in _SYLLABLE.finditer(lower)]
    starts = [word[0] for word in words]
    digits = list(_scan_digits(lower, words, starts))
    spelled = list(_scan_words(lower, words))
    taken = [(n.start, n.end) for n in digits]
    free = [n for n in spelled if not _overlaps(taken, n.start, n.end)]
    return tuple(sorted(digits + free, key=lambda n: n.start))


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (start, start))
    return any(s < end and start < e for s, e in spans[max(0, at - 1) : at + 1])


Word = tuple[int, int, str]


def _scan_digits(lower: str, words: list[Word], starts: list[int]) -> Iterator[Numeral]:
    position = 0
    while match := _CLUSTER.search(lower, position):
        start, end = match.span()
        value = read_digits(match.group())
        if value is not None and len(match.group()) <= 3 and match.group().isdigit() and match.group()[0] != "0":
            spaced = _SPACED.match(lower, end)
            if spaced:
                end = spaced.end()
                value = Decimal(re.sub(r"\D", "", lower[start:end]))
        numeral = Numeral(start, end, value, "digits")
        if value is not None:
            numeral = _with_scales(lower, words, starts, numeral)
        yield numeral
        position = numeral.end


def _with_scales(lower: str, words: list[Word], starts: list[int], numeral: Numeral) -> Numeral:
    """`36,6` and the scale words after it; then a smaller part of its own: 1 tỷ 200 triệu."""
    at = bisect_left(starts, numeral.end)
    short = _short_money().match(lower, numeral.end)
    if short and numeral.value is not None:
        factor = words_of("suffix")[short[1]]
        return replace(numeral, end=short.end(), value=numeral.value * factor, scale=Decimal(factor), shape="mixed")
    scale, after = _scale_chain(lower, words, at, numeral.end)
    if after == at or numeral.value is None:
        return numeral
    end = words[after - 1][1]
    value = numeral.value * scale
    if after < len(words) and words[after][2] in forms_of("half") and _adjacent(lower, end, words[after][0]):
        return replace(numeral, end=words[after][1], value=value + scale / 2, scale=scale, shape="mixed")
    tenths = _TENTHS.match(lower, end)
    if tenths and scale >= 1000:
        value += int(tenths[1]) * scale / 10
        return replace(numeral, end=tenths.end(1), value=value, scale=scale, shape="mixed")
    rest = _PART.match(lower, end)
    if rest:
        smaller, last = _scale_chain(lower, words, bisect_left(starts, rest.end()), rest.end())
        part = read_digits(rest.group().strip())
        if scale == _THOUSAND and last == bisect_left(starts, rest.end()) and _HUNDREDS.match(rest.group()):
            return replace(
                numeral, end=rest.end(), value=value + int(rest.group()), scale=Decimal(1), shape="mixed"
            )
        if 1 < smaller < scale and part is not None and part * smaller < scale:
            end = words[last - 1][1]
            return replace(numeral, end=end, value=value + part * smaller, scale=smaller, shape="mixed")
    return replace(numeral, end=end, value=value, scale=scale, shape="mixed")


@cache
def _short_money() -> re.Pattern[str]:
    """A short scale before đồng or đ: `245 trđ`, `245 tr.đ`, `245 tr đồng`."""
    return re.compile(rf"\s?({any_of(tuple(words_of('suffix')))})\.?(?=\s?(?:đ|đồng)(?!\w))")


_PART = re.compile(r"[ \u00a0]\d{1,3}(?:,\d+)?(?=[ \u00a0])")
# 1 nghìn 250 hộ
_THOUSAND, _HUNDREDS = 1000, re.compile(r"\s[1-9]\d\d$")
_TENTHS = re.compile(r"[ \u00a0]([1-9])(?=\s*(?:[.,;:)](?!\d)|$|/))")


def _scale_chain(lower: str, words: list[Word], at: int, end: int) -> tuple[Decimal, int]:
    """The product of the scale words that follow `end`, and the index after them: nghìn tỷ → 10¹²."""
    scale = Decimal(1)
    if at < len(words) and words[at][0] == end and words[at][2] in words_of("suffix"):
        return Decimal(words_of("suffix")[words[at][2]]), at + 1
    scales = {**words_of("scale"), **words_of("hundred"), **words_of("times")}
    while at < len(words) and words[at][2] in scales and _adjacent(lower, end, words[at][0]):
        following = words[at + 1][2] if at + 1 < len(words) else ""
        if following in blocked_before().get(words[at][2], ()) or scales[words[at][2]] == 12:
            break
        scale, end, at = scale * scales[words[at][2]], words[at][1], at + 1
    return scale, at


def _adjacent(lower: str, end: int, start: int) -> bool:
    """Whether only white space, at most one line break, lies between."""
    return start - end <= 8 and _GAP.fullmatch(lower, end, start) is not None


def _scan_words(lower: str, words: list[Word]) -> Iterator[Numeral]:
    at = 0
    while at < len(words):
        found = _vague(lower, words, at) or _fraction(lower, words, at) or _spelled(lower, words, at)
        if found is None:
            at += 1
            continue
        numeral, at = found
        yield numeral


def _run(lower: str, words: list[Word], at: int) -> list[str]:
    """The words from `at` on that stand next to each other, up to the first that is no number word (included)."""
    run = [words[at][2]]
    while run[-1] in number_words() and at + 1 < len(words) and _adjacent(lower, words[at][1], words[at + 1][0]):
        at += 1
        run.append(words[at][2])
        if len(run) > 40:
            break
    return run


def _spelled(lower: str, words: list[Word], at: int) -> tuple[Numeral, int] | None:
    word = words[at][2]
    if word not in words_of("digit") and word not in words_of("ten"):
        return None
    run = _run(lower, words, at)
    found = read_words(run)
    if found is None:
        return None
    value, count = found
    scales = {**words_of("scale"), **words_of("hundred"), **words_of("times")}
    scale = Decimal(next((scales[word] for word in reversed(run[max(0, count - 2) : count]) if word in scales), 1))
    return Numeral(words[at][0], words[at + count - 1][1], value, "words", scale), at + count


def _vague(lower: str, words: list[Word], at: int) -> tuple[Numeral, int] | None:
    """`hàng chục nghìn`, `vài trăm`: from its magnitude to ten times that, less one. `hơn trăm`: 100."""
    head = words[at][2]
    if head not in _VAGUE_HEADS and head not in _BARE_HEADS:
        return None
    begin = at + 1
    if head in _SEVERAL and begin < len(words) and words[begin][2] in _AND_THREE:
        begin += 1
    if begin >= len(words) or not _adjacent(lower, words[begin - 1][1], words[begin][0]):
        return None
    scale, after = _scale_chain(lower, words, begin, words[begin - 1][1])
    if after == begin or scale == 12:
        return None
    scales = [words_of("scale").get(words[i][2], 1) for i in range(begin, after)]
    magnitude = Decimal(max((s for s in scales if s >= 1_000_000), default=1))
    if head in _BARE_HEADS:
        return Numeral(words[begin][0], words[after - 1][1], scale, "words", magnitude), after
    start = words[at][0]
    return Numeral(start, words[after - 1][1], None, "vague", magnitude, scale, scale * 10 - 1), after


def _fraction(lower: str, words: list[Word], at: int) -> tuple[Numeral, int] | None:
    """`hai phần ba` → 2 of 3, `một nửa` and `quá nửa` → 1 of 2, `nửa triệu` → 500.000."""
    start, end, word = words[at]
    following = [w[2] for w in words[at + 1 : at + 3]]
    if word in _HALF:
        return _half(lower, words, at, following[0] if following else "")
    top = words_of("digit").get(word)
    if not top or not following or not _adjacent(lower, end, words[at + 1][0]):
        return None
    if top == 1 and following[0] in _HALF and not _TIME_AFTER_HALF.match(lower, words[at + 1][1]):
        return Numeral(start, words[at + 1][1], Decimal(1), "fraction", denominator=Decimal(2)), at + 2
    if following[0] not in _BAR or len(following) < 2:
        return None
    bottom = {**words_of("digit"), **words_of("last_digit"), **words_of("ten")}.get(following[1])
    if not bottom:
        return None
    return Numeral(start, words[at + 2][1], Decimal(top), "fraction", denominator=Decimal(bottom)), at + 3


def _half(lower: str, words: list[Word], at: int, following: str) -> tuple[Numeral, int] | None:
    start, end, _ = words[at]
    scale = words_of("scale").get(following)
    if scale:
        return Numeral(start, words[at + 1][1], Decimal(scale) / 2, "words", Decimal(scale)), at + 2
    if at and words[at - 1][2] in _HALF_HEADS and not _TIME_AFTER_HALF.match(lower, end):
        return Numeral(start, end, Decimal(1), "fraction", denominator=Decimal(2)), at + 1
    return None


_VAGUE_HEADS, _BARE_HEADS = forms_of("vague"), forms_of("bare_after")
_SEVERAL, _AND_THREE = frozenset(forms("surroundings", "several_head")), frozenset(forms("surroundings", "several"))
_HALF, _HALF_HEADS = frozenset(forms("surroundings", "half")), frozenset(forms("surroundings", "half_before"))
_BAR = frozenset(forms("surroundings", "fraction_bar"))
_TIME_AFTER_HALF = re.compile(rf"\s+{either('surroundings', 'half_time')}(?!\w)")
