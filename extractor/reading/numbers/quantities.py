"""Numbers with their hedges, scales, units, rates, ratios and ranges; the refused ones with their reason."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extractor.reading.numbers.bare_money import currency_told, is_bare_money
from extractor.reading.numbers.candidates import Candidate, ends_as_label
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.hedges import Hedge, find_hedge, find_upward
from extractor.reading.numbers.lasting import lasting_unit
from extractor.reading.numbers.levels import share_units
from extractor.reading.numbers.numerals import forms_of
from extractor.reading.numbers.refusals import refusal
from extractor.reading.numbers.scan import Numeral, scan_numbers
from extractor.reading.numbers.terms import read_term
from extractor.reading.numbers.units import FoundUnit, find_noun_rate, find_rate, find_unit
from extractor.reading.numbers.wording import any_of, either, forms
from extractor.reading.spans import Period, Quantity
from extractor.records import Category, Modifier

_RANGE = re.compile(
    rf"\s?[-–—]\s?|\s{either('surroundings', 'range_to')}\s(?:{either('surroundings', 'range_hedge')}\s)?"
)
_RATIO = re.compile(r"\s?/\s?")


_CHAIN = re.compile(
    r"\d[\d.,]*(?:(?:/\d[\d.,]*)+/[a-zđ]\w*|(?:/\d[\d.,]*){2,}|(?:-\d[\d.,]*){2,}|(?:\s?-\s?\d+){2,}(?![\d/]))"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A numeral with its unit, before ranges and hedges are joined."""

    numeral: Numeral
    unit: FoundUnit | None

    @property
    def end(self) -> int:
        return self.unit.end if self.unit else self.numeral.end


def read_quantities(doc: Doc, periods: tuple[Period, ...]) -> tuple[Quantity, ...]:
    """All numbers of the text in order, the refused ones too (`refused` names the reason)."""
    context = Context.of(doc)
    parts = [_Part(n, find_unit(context.text, context.lower, n.end)) for n in scan_numbers(context.text)]
    taken = [(period.start, period.end) for period in periods]
    found: list[Quantity] = []
    at = 0
    while at < len(parts):
        quantity, at = _read(context, parts, at, taken)
        found.append(quantity)
    return share_units(context, _distribute(context, _inherit(context, _apart(context, found))))


def _read(context: Context, parts: list[_Part], at: int, taken: list[tuple[int, int]]) -> tuple[Quantity, int]:
    """The quantity that starts with `parts[at]`, and the index of the next part."""
    part = parts[at]
    end = _end_of_range(context, parts, at)
    lasts = lasting_unit(context, replace(part.numeral, end=end))
    if _in_period(taken, part.numeral.start, part.numeral.end) and not lasts:
        return _refused(part.numeral, "date"), at + 1
    chain = _CHAIN.match(context.lower, part.numeral.start)
    if chain and part.numeral.shape == "digits":
        reason = "document" if any(letter.isalpha() for letter in chain.group()) else "malformed"
        after = next((i for i in range(at + 1, len(parts)) if parts[i].numeral.start >= chain.end()), len(parts))
        return _refused(part.numeral, reason, chain.end()), after
    following = parts[at + 1].numeral if at + 1 < len(parts) else None
    if following and (lasts or not _in_period(taken, following.start, following.end)):
        joined = _ratio(context, part, parts[at + 1]) or _range(context, part, parts[at + 1])
        if joined is not None:
            return joined, at + 2
    return _single(context, part), at + 1


def _end_of_range(context: Context, parts: list[_Part], at: int) -> int:
    """Where the range ends that begins with `parts[at]`, else the number."""
    end = parts[at].numeral.end
    if at + 1 < len(parts) and _RANGE.fullmatch(context.lower[end : parts[at + 1].numeral.start]):
        return parts[at + 1].numeral.end
    return end


def _apart(context: Context, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Without the digits of a unit (m2) and the `năm` that is the unit of the number before it (10 năm)."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        if last and quantity.number_start < last.end:
            continue
        gap = context.text[last.end : quantity.start] if last else "-"
        if quantity.refused != "year word" or gap.strip(" /"):
            kept.append(quantity)
    return tuple(kept)


def _in_period(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(s < end and start < e for s, e in taken[max(0, at - 1) : at + 1])


def _refused(numeral: Numeral, reason: str, end: int | None = None) -> Quantity:
    stop = end or numeral.end
    return Quantity(numeral.start, stop, numeral.start, stop, numeral.value, rule="refused", refused=reason)


def _hedge(context: Context, part: _Part, start: int) -> Hedge | None:
    value = part.numeral.value
    counts = part.numeral.shape in ("digits", "words") and part.numeral.scale == 1 and part.unit is None
    small = counts and value is not None and value < 10 and not lasting_unit(context, part.numeral)
    return find_hedge(context, start, bare_small=small)


def _single(context: Context, part: _Part) -> Quantity:
    numeral = part.numeral
    hedge = _hedge(context, part, numeral.start)
    reason = refusal(context, Candidate(numeral, part.unit, hedge is not None))
    if reason:
        return _refused(numeral, reason)
    if numeral.shape == "vague":
        return _measured(context, part, _vague(context, part), hedge=None)
    value, end = numeral.value, numeral.end
    base = Quantity(
        numeral.start, end, numeral.start, end, value, denominator=numeral.denominator, rule=numeral.shape
    )
    quantity = _measured(context, part, base, hedge)
    below = quantity.unit and _BELOW_ZERO.search(context.before(quantity.start))
    return _negative(quantity) if below else quantity


_BELOW_ZERO = re.compile(rf"(?<!\w){either('surroundings', 'below_zero')}$")


def _negative(quantity: Quantity) -> Quantity:
    """`âm 9,1%`: the number below zero; its bounds change sides."""
    value, low, high = (bound and -bound for bound in (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=high, high=low)


def _vague(context: Context, part: _Part) -> Quantity:
    """Bounds of a vague magnitude. For money in tỷ the step is that unit: hàng chục tỷ → 10 to 99 tỷ."""
    numeral = part.numeral
    high = numeral.high
    money = part.unit.row.category == "money" if part.unit else is_bare_money(context, numeral)
    several = _SEVERAL.match(context.lower, numeral.start)
    if numeral.low is not None and numeral.scale >= 1_000_000_000 and money and not several:
        high = numeral.low * 10 - numeral.scale
    return Quantity(
        numeral.start, numeral.end, numeral.start, numeral.end, None, numeral.low, high, "vague", rule="vague"
    )


_SEVERAL = re.compile(rf"{either('surroundings', 'several_head')}(?!\w)")
_SURFACE_AREA = re.compile(rf"(?<!\w){either('surroundings', 'surface_area')}(?:\s[^\W\d_]+){{0,2}}$")


def _measured(context: Context, part: _Part, quantity: Quantity, hedge: Hedge | None) -> Quantity:
    """The quantity with unit, rate, hedge and bounds."""
    unit = part.unit
    category: Category | None = None
    name, per, end = None, None, part.end
    if unit is not None:
        category, name, per, end = unit.row.category, context.text[unit.start : unit.end], unit.per, unit.per_end
        if unit.row.plain:
            name = unit.row.word
        if unit.row.word == "m" and _SURFACE_AREA.search(context.before(quantity.start)):
            category = "area"
        if category == "duration" and lasting_unit(context, part.numeral):
            quantity = replace(quantity, rule="lasting")
        half = _HALF_UNIT.match(context.lower, unit.end)
        if half and quantity.value is not None:
            quantity, end = replace(quantity, value=quantity.value + part.numeral.scale / 2), half.end()
    elif lasts := lasting_unit(context, part.numeral):
        category, name, end = "duration", " ".join(lasts[1].split()), lasts.end()
        per, end = find_rate(context.text, context.lower, end)
        quantity = replace(quantity, rule="lasting")
    elif term := read_term(context, part.numeral):
        category, name, end = "duration", term.unit, term.end
        quantity = replace(quantity, value=quantity.value and term.value)
    elif part.numeral.scale >= 1_000 and is_bare_money(context, part.numeral):
        category, name = "money", currency_told(context, part.numeral)
        per, end = find_rate(context.text, context.lower, end)
    else:
        per = find_noun_rate(context.text, context.lower, end)
        if quantity.value is not None and not quantity.denominator and _HALF_NOUN.match(context.lower, end):
            quantity = replace(quantity, value=quantity.value + part.numeral.scale / 2)
    quantity = replace(quantity, end=end, unit=name, category=category, per=per)
    modifier: Modifier | None = hedge.modifier if hedge else None
    upward = find_upward(context, part.end)
    if modifier is None and quantity.value is not None:
        modifier = upward or _exceeded(context, quantity)
    if hedge:
        quantity = replace(quantity, start=min(hedge.start, quantity.start))
    return _bounded(quantity, modifier) if modifier and quantity.modifier == "exact" else quantity


def _exceeded(context: Context, quantity: Quantity) -> Modifier | None:
    """`doanh thu vượt 900 tỷ đồng`: over; `vượt 3 tỷ đồng so với dự toán` tells by how much."""
    if quantity.category != "money" or not _EXCEEDING.search(context.before(quantity.start)):
        return None
    return None if _EXCESS.search(context.after(quantity.end)) else "over"


_EXCEEDING = re.compile(rf"(?<!\w){either('surroundings', 'exceeding')}$")
_EXCESS = re.compile(rf"(?<!\w){either('surroundings', 'excess')}(?!\w)")
# hai bát |rưỡi| rau
_HALF_NOUN = re.compile(rf"\s[^\W\d_]+\s{any_of(tuple(forms_of('half')))}(?!\w)")
_HALF_UNIT = re.compile(rf"\s{any_of(tuple(forms_of('half')))}(?!\w)")


def _bounded(quantity: Quantity, modifier: Modifier) -> Quantity:
    low = quantity.value if modifier in ("over", "at_least") else None
    high = quantity.value if modifier in ("under", "at_most") else None
    return replace(quantity, modifier=modifier, low=low, high=high)


_STREET = re.compile(rf"\s*{either('surroundings', 'street')}\s[A-ZĐ]")
_FROM = re.compile(rf"(?<!\w){either('surroundings', 'range_from')}$")


def _ratio(context: Context, first: _Part, second: _Part) -> Quantity | None:
    """612/650 đơn thư, 2/3 bác sĩ, 24/24 thôn, 18 trong tổng số 20 loại. 24/24 giờ and 24/7 are refused."""
    a, b = first.numeral, second.numeral
    gap = context.lower[a.end : b.start]
    if first.unit or a.value is None or b.value is None:
        return None
    repeated = _RATIO_REPEATED.fullmatch(gap)
    if _RATIO_OF.fullmatch(gap) or (repeated and context.lower.startswith(f" {repeated['noun']} ", b.end)):
        return _worded_ratio(context, first, second)
    if not _RATIO.fullmatch(gap):
        return None
    if re.match(r"\s?/\s?\d", context.lower[b.end : b.end + 3]) or a.shape != "digits" or b.shape == "words":
        return None
    whole = replace(a, end=b.end)
    counts = second.unit is None and context.tag_after(b.end).startswith("N") and a.value == b.value
    if (int(a.value), int(b.value)) in _ROUND_THE_CLOCK and not counts:
        return _refused(whole, "round the clock", b.end)
    reason = refusal(context, Candidate(replace(b, start=a.start), second.unit, hedged=False))
    if reason is None and _STREET.match(context.text, b.end):
        reason = "number"
    if reason:
        return _refused(whole, reason, b.end)
    hedge = _hedge(context, replace(second, numeral=replace(b, shape="fraction")), a.start)
    top = a.value * b.scale if a.scale == 1 else a.value
    base = Quantity(a.start, b.end, a.start, b.end, top, denominator=b.value, rule="ratio")
    return _measured(context, _Part(replace(whole, value=a.value), second.unit), base, hedge)


_RATIO_OF = re.compile(rf"\s{either('surroundings', 'ratio_of')}\s")
# `18 loại trong tổng 20 loại`
_RATIO_REPEATED = re.compile(rf"\s(?P<noun>[^\W\d_]+)\s{either('surroundings', 'ratio_of')}\s")


def _worded_ratio(context: Context, first: _Part, second: _Part) -> Quantity | None:
    """`18 trong tổng số 20 loại`, `15 trên 22 cửa hàng`; `một trong 11 hộ` is only one of them."""
    a, b = first.numeral, second.numeral
    if second.unit or a.value is None or b.value is None or not 1 < a.value < b.value:
        return None
    if not context.tag_after(b.end).startswith("N") or not context.word_after(b.end)[:1].islower():
        return None
    if any(refusal(context, Candidate(part.numeral, None, hedged=False)) for part in (first, second)):
        return None
    hedge = _hedge(context, first, a.start)
    base = Quantity(a.start, b.end, a.start, b.end, a.value, denominator=b.value, rule="ratio")
    return _measured(context, _Part(replace(a, end=b.end), None), base, hedge)


def _are_next_digits(context: Context, first: _Part, second: _Part) -> bool:
    """`hai ba người`, `năm, sáu vụ`, `5 hay 6 màu`: a digit and the next one; not `bốn năm`, four years.

    So are `bốn, năm trăm`.
    """
    a, b = first.numeral, second.numeral
    if a.shape != b.shape or first.unit or a.value is None or b.value is None:
        return False
    low, high = a.value, b.value / (b.scale if a.scale == 1 else 1)
    if high != low + 1 or high > 9:
        return False
    gap = context.lower[a.end : b.start]
    if a.shape == "digits":
        counted = context.tag_after(b.end).startswith("N") and context.word_after(b.end)[:1].islower()
        return gap in (", ", *_EITHER) and counted and not _LISTED_BEFORE.search(context.before(a.start))
    if a.shape != "words":
        return False
    return gap in (", ", *_EITHER) or (gap == " " and context.lower[b.start : b.end] not in _YEAR)


_YEAR = forms("surroundings", "five")
_EITHER = tuple(f"{mark} {word} " for word in forms("surroundings", "either") for mark in ("", ","))
_LISTED_BEFORE = re.compile(r"\d\s?,$")
_SCORE_BEFORE = re.compile(rf"(?<!\w){either('surroundings', 'score_before')}(?:\s[^\W\d_]+){{0,3}}$")
_LIFE = re.compile(r"1\d{3}\s?[-–]\s?[12]\d{3}|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")


def _range(context: Context, first: _Part, second: _Part) -> Quantity | None:
    """60-70 tỷ, từ 2 đến 3 mô hình, từ 3% - 5%. The first end shares scale and unit of the second."""
    a, b = first.numeral, second.numeral
    if "vague" in (a.shape, b.shape):
        return _vague_range(context, first, second)
    if a.value is None or b.value is None:
        return None
    gap = context.lower[first.end : b.start]
    next_digits = _are_next_digits(context, first, second)
    if not (next_digits or _RANGE.fullmatch(gap)):
        return None
    if first.unit and second.unit and first.unit.row != second.unit.row:
        converted = _converted(first, second)
        return _range(context, converted, second) if converted else None
    if first.unit and not second.unit:
        return None
    whole = replace(a, end=b.end)
    if _SCORE_BEFORE.search(context.before(a.start)) or (a.value == 0 and not second.unit and "-" in gap):
        return _refused(whole, "score", b.end)
    if _LIFE.fullmatch(context.text[a.start : b.end]) and second.unit is None:
        return _refused(whole, "year", b.end)
    low = a.value
    if a.scale == 1 and b.scale > 1 and low < b.value / b.scale:
        low = low * b.scale
    if a.scale == b.scale == 1 and b.value % 1000 == 0 and b.value / 10 < low * 1000 < b.value:
        low *= 1000  # giá 16-18.000 đồng
    if low >= b.value:
        return None
    reason = refusal(context, Candidate(replace(b, start=a.start), second.unit, hedged=False))
    if reason:
        return _refused(whole, reason, b.end)
    base = Quantity(a.start, b.end, a.start, b.end, None, low, b.value, "range", rule="range")
    hedge = _hedge(context, first, a.start)
    quantity = _measured(context, _Part(replace(b, start=a.start), second.unit), base, None)
    opening = _FROM.search(context.before(a.start))
    start = a.start - len(opening.group()) - 1 if opening else a.start
    return replace(quantity, start=min(hedge.start, start) if hedge else start)


def _converted(first: _Part, second: _Part) -> _Part | None:
    """The lesser end of a range in the unit of the greater: `800 kg đến 1 tấn`; None for unlike measures."""
    if first.unit is None or second.unit is None or first.numeral.value is None:
        return None
    own, other = first.unit.row, second.unit.row
    if own.base != other.base or own.category != other.category or own.category in ("money", "percent", "other"):
        return None
    value = first.numeral.value * own.factor / other.factor
    return replace(first, numeral=replace(first.numeral, value=value), unit=replace(first.unit, row=other))


def _vague_range(context: Context, first: _Part, second: _Part) -> Quantity | None:
    """`từ vài triệu đến vài chục triệu đồng`: least to most; one may be exact: `1,5 triệu đến hàng chục triệu`."""
    a, b = first.numeral, second.numeral
    opening = _FROM.search(context.before(a.start)) is not None
    low = a.low if a.shape == "vague" else a.value
    whole = _vague(context, second)
    high = whole.high if b.shape == "vague" else b.value
    if not _RANGE.fullmatch(context.lower[first.end : b.start]) or low is None or high is None or low >= high:
        return None
    if (first.unit and not second.unit) or (a.shape != b.shape and (a.scale == 1 or not opening)):
        return None
    start = a.start - len("từ ") if opening else a.start
    base = replace(whole, start=start, number_start=a.start, low=low, high=high, modifier="range", rule="range")
    return _measured(context, second, base, None)


_LISTED = re.compile(r"\s?(?:,|và|hoặc|-|–|&)\s?")


def _inherit(context: Context, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """`lớp 6, 7, 8`, `phường 3 và 4`: a number that continues a list of labels is one."""
    out: list[Quantity] = []
    for quantity in quantities:
        last = out[-1] if out else None
        if last and last.refused in _LABELS and not quantity.refused and quantity.unit is None:
            listed = _LISTED.fullmatch(context.lower[last.end : quantity.start])
            if listed and ends_as_label(context, quantity.number_end):
                quantity = replace(quantity, refused=last.refused, rule="refused")
        out.append(quantity)
    return tuple(out)


_ROUND_THE_CLOCK = frozenset(((24, 24), (24, 7), (7, 7)))
_LABELS = frozenset(("place", "name", "road", "document", "number", "committee", "phone"))


def _distribute(context: Context, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """`ít nhất 02 tổ và 02 điểm`: a least or a most holds for both ends of a coordination."""
    out: list[Quantity] = []
    for quantity in quantities:
        last = out[-1] if out else None
        if (
            last
            and last.modifier in ("at_least", "at_most")
            and quantity.modifier == "exact"
            and not quantity.refused
        ):
            between = context.lower[last.end : quantity.start]
            if re.fullmatch(r"(?:\s[^\W\d_]+){1,8}\s(?:và|hoặc)\s", between) and quantity.value is not None:
                quantity = _bounded(quantity, last.modifier)
        out.append(quantity)
    return tuple(out)
