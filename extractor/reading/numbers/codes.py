"""Numbers glued to letters and signs: plates, codes, document numbers, times of day, proportions."""

import re

from extractor.reading.numbers.candidates import Candidate
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import either

_PLATE = re.compile(r"(?<!\d)\d\d\s?-?\s?[a-zđ]{1,2}\d?\s?[-–.]?\s?$")
_AFTER_HOUR = re.compile(rf"\d\s{either('surroundings', 'hour')}\s$")
_CODE_SLASH = re.compile(r"[A-ZĐa-z]{2}\d*[/-]$|/\d+[/-]$")

# giá 90.000 đồng/`2 người`, but `dư nợ 96 tỷ đồng/5.210 hộ`
_PRICED = re.compile(rf"(?<!\w){either('surroundings', 'money_word')}\s?/$")
# So many, at most, is a price of.
_FEW = 10
# khám 6 tháng/`1 lần`
_ROUND = re.compile(rf"\s{either('surroundings', 'round')}(?!\w)")
# chuyến bay `XY 1521`
_CODED = re.compile(rf"(?<!\w)(?i:{either('surroundings', 'coded')})\s[A-Z][A-Za-z]{{0,2}}\s$")

_CROSS_AFTER = re.compile(r"\s?[a-z]{0,2}\s?[×x]\s?\d")
_CROSS_BEFORE = re.compile(r"\d\s?[a-z]{0,2}\s?[×x]\s?$")


def glued(context: Context, candidate: Candidate) -> str | None:
    """PV01, ST25, 4C, 5s, 138/BCĐ, 1+4, 5K, 51A - 338.9, 1:1, 3 x 4 cm, 15:05."""
    return _lettered(context, candidate) or _signed(context, candidate) or _timed(context, candidate)


def _lettered(context: Context, candidate: Candidate) -> str | None:
    start, end, text = candidate.numeral.start, candidate.numeral.end, context.text
    left = text[start - 1] if start else " "
    if _CODED.search(text[max(0, start - 32) : start]):
        return "code"
    if candidate.unit is not None and text[candidate.unit.start : candidate.unit.end] in ("G", "M", "L", "T"):
        litres = text[candidate.unit.start] == "L" and _is_capacity(context, candidate)
        return None if litres else "code"
    if text[end - 1] == "K" or (candidate.unit is None and re.match(r"[A-Z](?![a-zà-ỹ])", text[end : end + 2])):
        return "code"
    if candidate.unit is None and re.match(r"[xps](?!\w)", text[end : end + 2]):
        return "code"
    if candidate.unit is None and re.match(r"(?!h)[a-zđ]{1,2}\d", context.lower[end : end + 3]):
        return "code"
    if left.isalpha() or left in "_@#&":
        word = re.search(r"[^\W\d_]+$", text[max(0, start - 12) : start])
        syllable = word is not None and len(word[0]) > 1 and word[0].islower() and not word[0].isascii()
        return None if syllable else "code"
    return None


def _is_capacity(context: Context, candidate: Candidate) -> bool:
    """Whether `L` stands for litres: động cơ 5.8L, dung tích 200L, not 5L."""
    start, end = candidate.numeral.start, candidate.numeral.end
    return not context.text[start:end].isdigit() or _CAPACITY.search(context.before(start)) is not None


_CAPACITY = re.compile(rf"(?<!\w){either('surroundings', 'capacity')}(?:\s[^\W\d_]+){{0,3}}$")


def _signed(context: Context, candidate: Candidate) -> str | None:
    start, end, text = candidate.numeral.start, candidate.numeral.end, context.text
    left = text[start - 1] if start else " "
    few = candidate.unit is not None or (candidate.numeral.value or 0) <= _FEW
    if left == "/" and few and _PRICED.search(context.before(start)):
        return "rate"
    if left == "/" and _ROUND.match(context.lower, end) and text[start:end] in ("1", "01"):
        return "rate"
    if re.search(r"\d\+$", text[max(0, start - 2) : start]) or re.match(r"\+\d", text[end : end + 2]):
        return "name"
    if re.match(r"[/-][A-ZĐ]", text[end : end + 2]) and candidate.unit is None:
        return "document"
    if left == "-" and re.search(r"(?<!\w)[A-ZĐ]+-$", text[max(0, start - 8) : start]):
        return "code"
    if left in "/-" and _CODE_SLASH.search(text[max(0, start - 8) : start]):
        followed = text[end : end + 1] in ("/", "-")
        return "code" if followed or not re.search(r"\s\w+/$", text[max(0, start - 20) : start]) else None
    if _PLATE.search(context.lower[max(0, start - 8) : start]):
        return "plate"
    if re.search(r"[\s+/][-−±]$", text[max(0, start - 2) : start]) and candidate.unit is not None:
        return "negative"
    if left in "<>≥≤" or re.search(r"[<>]=$", text[max(0, start - 2) : start]):
        return "code"
    if _CROSS_AFTER.match(text, end) or _CROSS_BEFORE.search(text[max(0, start - 4) : start]):
        return "proportion"
    if re.match(r":\d(?!\d)", text[end : end + 3]) or re.search(r"(?<!\d)\d:$", text[max(0, start - 3) : start]):
        return "proportion"
    return None


def _timed(context: Context, candidate: Candidate) -> str | None:
    start, end, lower = candidate.numeral.start, candidate.numeral.end, context.lower
    value = candidate.numeral.value
    if candidate.unit is None and value is not None and value < 13 and _HALF_DAY.match(lower, end):
        return "time"  # 9.30 pm
    if candidate.unit is None:
        if re.match(r"[:h]\d\d|h\d?(?!\w)|g\d\d", lower[end : end + 3]):
            return "time"
        if _AFTER_HOUR.search(lower[max(0, start - 6) : start]):
            return "time"
    if re.search(r"\d[:hg]$", lower[max(0, start - 3) : start]) or context.before(start).endswith("gmt"):
        return "time"
    return None


_HALF_DAY = re.compile(r"\s?[ap]\.?m(?:\.|(?!\w))")
