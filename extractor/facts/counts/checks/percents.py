"""Percents that restate what stands before them: a ratio, a part of a total, a change."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from re import Pattern

from extractor.facts.counts.nouns.counted import head_noun
from extractor.facts.layout import Layout
from extractor.records import Check, CountFact
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# `1/2 số thí sinh`, `một phần ba` are fractions, no ratios that a percent would restate.
FEW = 5
# A percent this far from the share that it would restate is of something else.
FAR_OFF = Decimal("0.25")
# The power of ten from which on a round number may be rounded.
THOUSANDS = 3
# How far behind a number its change may stand.
NEXT = 60


def check_percents(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each percent that restates a ratio or a part of a total before it.

    `1.326/1.418 vụ (đạt 93,5%)`; `74 em, trong đó 38 em đạt loại giỏi (51,4%)`.
    """
    by_id = {fact.id: fact for fact in facts}
    checks = []
    for base, percent in pairwise(facts):
        whole = base.denominator or _total_of(base, by_id)
        if not _is_share(percent) or percent.value is None or base.value is None or not whole or whole < FEW:
            continue
        if not _restates(settle(layout.text[base.end : percent.end]), part=base.denominator is None):
            continue  # `64/64 xã; 98,7% số tổ` speaks of something else
        if _of_other(base, percent, layout):
            continue
        if base.denominator is None and _far_off(base.value, whole, percent.value):
            continue  # `83 em đạt điểm giỏi (0,19%)` is a share of all that sat the exam
        checks.append(_check(base, base.value, whole, percent.value, (percent,)))
    return tuple(checks)


def _of_other(base: CountFact, percent: CountFact, layout: Layout) -> bool:
    """Whether the percent names another noun as its base: `860 hộ ở 8/8 thôn, đạt 74% |số hộ|`."""
    named = _base_noun().search(settle(layout.text[percent.start : percent.end + NEXT]))
    return named is not None and named[1] not in settle(base.what).split()


@cache
def _base_noun() -> Pattern[str]:
    return re.compile(rf"^\D*[\d.,]+ ?% {alternation(word_forms('cues', 'number_of'))} (\w+)")


def _total_of(part: CountFact, by_id: Mapping[str, CountFact]) -> Decimal | None:
    """The exact total that an exact count is a part of."""
    total = by_id.get(part.part_of or "")
    return total.value if total and total.modifier == part.modifier == "exact" else None


def check_changes(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each percent that restates a change: `58 vụ, giảm 11 vụ (15,94%)` is 11 of 69."""
    checks = []
    for now, change, percent in zip(facts, facts[1:], facts[2:], strict=False):
        before = _before(now, change, layout)
        if before is None or change.value is None or percent.value is None or not _is_share(percent):
            continue
        if not _restates(settle(layout.text[change.end : percent.end]), part=False):
            continue
        if not _far_off(change.value, before, percent.value):
            checks.append(_check(change, change.value, before, percent.value, (now, percent)))
    return tuple(checks)


def _before(now: CountFact, change: CountFact, layout: Layout) -> Decimal | None:
    """What there was before the change told right behind the number: 69 of `58 vụ, giảm 11 vụ`."""
    if now.value is None or change.value is None or head_noun(now.what) != head_noun(change.what):
        return None
    words = settle(layout.text[now.end : change.end])
    if not now.modifier == change.modifier == "exact" or len(words) > NEXT:
        return None
    fell, rose = (_changing(table).search(words) for table in ("falling", "rising"))
    before = now.value + change.value if fell else now.value - change.value
    return before if (fell or rose) and before >= FEW else None


@cache
def _changing(table: str) -> Pattern[str]:
    """`giảm 11 vụ`, where no other number stands before."""
    return re.compile(rf"^\D*(?<!\w){alternation(word_forms('cues', table))}\s\d[^\s]*\s\D*$")


def _is_share(percent: CountFact) -> bool:
    return percent.category == "percent" and percent.modifier == "exact" and percent.aspect == "rate"


def _far_off(value: Decimal, whole: Decimal, told: Decimal) -> bool:
    expected = value / whole * 100
    return abs(expected - told) > expected * FAR_OFF


def _check(fact: CountFact, value: Decimal, whole: Decimal, told: Decimal, parts: Sequence[CountFact]) -> Check:
    """Whether the percent `told` is the share of the whole, but for its last place and the rounding of both."""
    expected = value / whole * 100
    step = Decimal(1).scaleb(int(told.as_tuple().exponent))
    near = abs(expected - told) <= step + expected * (_rounding(value) + _rounding(whole))
    return Check(
        article_id=fact.article_id,
        test="percent",
        total=fact.id,
        parts=tuple(part.id for part in parts),
        expected=expected.quantize(Decimal("0.01")),
        found=told,
        verdict="adds up" if near else "differs",
    )


def _rounding(value: Decimal) -> Decimal:
    """By what share of itself a number told in thousands, millions … may be rounded: `27,1 triệu máy`."""
    exponent = int(value.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 / value if exponent >= THOUSANDS and value else Decimal(0)


def _restates(words: str, *, part: bool) -> bool:
    """Whether the words lead from a ratio or a part to its percent: ` đã khỏi bệnh (82,4%`, `, chiếm 36%`.

    What a part of a total reaches is something else: `vắng 9 em, đạt tỷ lệ 99%`.
    """
    found = _restating().match(words)
    return found is not None and not (part and _reaching().search(words[: found.end() - 1]))


@cache
def _restating() -> Pattern[str]:
    words = alternation(word_forms("cues", "restating") + word_forms("cues", "reaching"))
    return re.compile(rf"[^\d,;:.()]*(?:\((?:{words}\s)?|,?\s?{words}\s)\d")


@cache
def _reaching() -> Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'reaching'))}\s$")
