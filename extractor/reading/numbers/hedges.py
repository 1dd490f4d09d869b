"""Hedges: the words that loosen a number (hơn, gần, khoảng, ít nhất, … trở lên)."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import any_of, either, forms
from extractor.records import Modifier
from extractor.vietnamese.lexicon import Row, rows


class HedgeRow(Row):
    """A hedge; `unless_after` lists the words before it that bind it instead (cao hơn).

    `only_size` marks comparisons that are a bound with a unit of sizes only: kích thước nhỏ hơn 5 micromet.
    `unless_unit` are the units of what comes in sizes: màn hình cỡ 55 inch.
    `near` and `surface` mark those that are also prepositions of place: gần hai di sản, trên 5 lĩnh vực.
    """

    modifier: Modifier
    unless_after: tuple[str, ...] = ()
    unless_unit: tuple[str, ...] = ()
    only_size: bool = False
    near: bool = False
    surface: bool = False


class LimitRow(Row):
    """A limit that may stand away from its number: mức vay tối đa đối với hộ nghèo là 100 triệu đồng."""

    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Hedge:
    """A modifier, where its words start, and the word that made it."""

    start: int
    modifier: Modifier
    word: str


@cache
def _before() -> dict[str, HedgeRow]:
    return {form: row for row in rows("hedges", "before", HedgeRow) for form in row.forms}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_before(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(form.replace(" ", r"\s+") for form in forms) + r")$")


# A comparison bounds a size: lớn hơn |50 MB|, not nhỏ hơn 2 inch so với bản cũ.
_SIZE = re.compile(
    rf"[\d.,]+\s?{either('hedges', 'size_unit')}(?!\w)(?!\s{either('surroundings', 'compared_with')})"
)
# `không chở |quá| 20 người`
_NEGATED = re.compile(rf"(?<!\w){either('surroundings', 'none_of')}(?:\s[^\W\d_]+){{1,4}}\s?$")
_FILLER = re.compile(rf"(?:\s{either('surroundings', 'hedge_filler')}){{1,2}}$")
_ESTIMATE = re.compile(rf"(?<!\w){either('surroundings', 'estimate')}(?:\s[^\W\d_]+){{1,2}}$")
_NO_ESTIMATE = re.compile(rf"(?<!\w){either('surroundings', 'no_estimate')}\s$")
_FAR = re.compile(
    rf"(?<!\w)({either('surroundings', 'limit', LimitRow)})(?=\s)[^.;,:\n\d]{{0,80}}"
    rf"\s{either('surroundings', 'copula')}(?:\s[^\W\d_]+)?$"
)
_NONE_ABOVE = re.compile(
    rf"(?<!\w){either('surroundings', 'none_of')}\s(?:[^\W\d_]+\s){{1,4}}{either('surroundings', 'which')}\s"
    rf"(?:[^\W\d_]+\s){{0,4}}(?:({either('surroundings', 'above')})|{either('surroundings', 'below')})$"
)


_NONE_LEFT = re.compile(
    rf"(?<!\w){either('surroundings', 'none_of')}\s{either('surroundings', 'left')}\s"
    rf"(?:(?!{either('surroundings', 'after_all')}\s)[^\W\d_]+\s){{1,4}}"
    rf"(?:({either('surroundings', 'above')})|{either('surroundings', 'below')})$"
)


def find_hedge(context: Context, start: int, *, bare_small: bool) -> Hedge | None:
    """The hedge that ends right before `start`. `bare_small`: the number is below ten and has no unit or scale."""
    before = context.before(start, 100)
    match = _NONE_ABOVE.search(before) or _NONE_LEFT.search(before)
    if match:
        return Hedge(start, "at_most" if match[1] else "at_least", match.group().split()[0])
    for text in (before, _FILLER.sub("", before)):
        match = _pattern().search(text)
        if match is None:
            continue
        row = _before()[" ".join(match[1].split())]
        if text is not before and row.modifier in ("over", "under"):
            continue
        preceding = re.search(r"([^\W\d_]+)\s*$", text[: match.start()])
        if preceding and preceding[1] in row.unless_after:
            continue
        if row.unless_unit and re.match(rf"[\d.,]+\s?{any_of(row.unless_unit)}(?!\w)", context.after(start)):
            continue
        if row.only_size and not _SIZE.match(context.after(start)):
            continue
        if _is_lead(context, text[: match.start()], start) and row.modifier == "over":
            continue
        begin = context.lower.rfind(match[1], max(0, start - 100), start)
        if match[1] == "quá" and _NEGATED.search(text[: match.start()]):
            return Hedge(begin, "at_most", row.word)
        if row.near and bare_small:
            return None
        if row.surface and _is_place(context, begin, start, bare_small=bare_small):
            return None
        return Hedge(begin, row.modifier, row.word)
    estimate = _ESTIMATE.search(before)
    if estimate and not _NO_ESTIMATE.search(before[: estimate.start()]):
        return Hedge(start, "about", estimate.group().split()[0])
    far = _FAR.search(before)
    if far:
        return Hedge(start, _limit(far[1]), far[1])
    return None


_LEAD = re.compile(
    rf"(?:\S+\s{either('surroundings', 'margin')}|[\d.,]+(?:\s[^\W\d_]+){{1,3}}|[\d.,]+\s?%)"
    rf"\s{either('surroundings', 'compared_with')}(?!\w)"
)
_LEADING = re.compile(rf"(?:[,(]|(?<!\w){either('surroundings', 'leading')})$")


def _is_lead(context: Context, before: str, start: int) -> bool:
    """Whether `hơn` compares by that much: có 18 điểm, hơn bốn điểm so với đội bạn."""
    return _LEADING.search(before.rstrip()) is not None and _LEAD.match(context.after(start)) is not None


_SURFACE = re.compile(rf"[\s\d.,/]*{either('surroundings', 'surface')}(?!\w)")
_ADMIN = re.compile(rf"[\s\d.,/]*{either('surroundings', 'surface_unit')}(?!\w)")
_COMPARED = forms("surroundings", "compared")
# thử nghiệm |trên| 90 người
_STUDIED = re.compile(rf"(?<!\w){either('surroundings', 'studying')}(?:\s{either('surroundings', 'done')})?$")
_ROUND = re.compile(r"\d*[05]0(?!\d)")


def _is_place(context: Context, begin: int, start: int, *, bare_small: bool) -> bool:
    """Whether `trên` is the preposition: hoạt động trên 05 lĩnh vực, triển khai trên 18 xã."""
    preceding = context.word_before(begin).lower()
    after = context.after(start, 40)
    if _SURFACE.match(after):
        return True
    if _STUDIED.search(context.before(begin)):
        return True
    if preceding in _COMPARED:
        return False
    if re.match(r"\d+/\d", after):
        return bool(_ADMIN.match(after))
    if bare_small:
        return True
    return bool(_ADMIN.match(after)) and _ROUND.match(after) is None


@cache
def _after() -> dict[str, HedgeRow]:
    return {form: row for row in rows("hedges", "after", HedgeRow) for form in row.forms}


@cache
def _upward() -> re.Pattern[str]:
    # 60% cán bộ học hết lớp chín |trở lên|: not the number's.
    between = r"(?:\s(?!(?:có|từ)\s)[^\W\d_]+|\s?%|/[^\W\d_]+){0,8}?"
    return re.compile(rf"{between}\s+({any_of(tuple(_after()))})(?!\w)")


def find_upward(context: Context, end: int) -> Modifier | None:
    """The modifier of `… trở lên` or `… trở xuống` within a few words after `end`."""
    match = _upward().match(context.lower, end)
    if match:
        return _after()[" ".join(match[1].split())].modifier
    limit = _IS_LIMIT.match(context.lower, end)
    return _limit(limit[1]) if limit else None


# 2 mét là khoảng cách tối thiểu
_IS_LIMIT = re.compile(
    rf"\s{either('surroundings', 'copula')}\s(?:[^\W\d_]+\s){{1,3}}"
    rf"({either('surroundings', 'limit', LimitRow)})(?!\w)"
)


def _limit(word: str) -> Modifier:
    """The modifier of `tối đa`, `tối thiểu`."""
    limit = " ".join(word.split())
    return next(row.modifier for row in rows("surroundings", "limit", LimitRow) if limit in row.forms)
