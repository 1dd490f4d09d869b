"""What the source's own arithmetic says: sums of parts, ratios, percents, headline against body.

A contradiction is reported, never repaired: `57 mô hình … gồm 31 …, 17 …, 8 …` is 56.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from re import Pattern

from extractor.facts.layout import Layout
from extractor.records import Check, CountFact, Verdict, sum_verdict
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# Kinds of things that have no number of their own.
MEASURES = ("length", "mass", "volume", "area")
# `1/2 số thí sinh`, `một phần ba` are fractions, no ratios that a percent would restate.
FEW = 5
# A headline rounds; a body figure this near that still differs is another figure for the same thing.
RESTATED_WITHIN = Decimal("0.05")


def check_counts(facts: Sequence[CountFact], layout: Layout, title_end: int) -> tuple[Check, ...]:
    """All checks that the counts of one article invite. `title_end` is where the headline ends in the text."""
    sums = check_sums(facts, layout)
    return (*sums, *check_ratios(facts), *check_percents(facts, layout), *check_headline(facts, title_end))


def check_sums(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each exact total and breakdown with two exact parts or more.

    A total may be broken down twice (by cause, by place): each sentence, or each list, is a breakdown of its own.
    """
    by_id = {fact.id: fact for fact in facts}
    parts: dict[tuple[str, int], list[CountFact]] = {}
    for fact in facts:
        if fact.part_of in by_id:
            parts.setdefault((str(fact.part_of), layout.breakdown(fact.start)), []).append(fact)
    checks = []
    for (total_id, _), found in parts.items():
        total = by_id[total_id]
        pieces = _enough(total, _side_by_side(total, found, layout))
        if total.value is not None and len(pieces) > 1 and _summable(total, pieces, layout):
            value = _sum(pieces)
            verdict = sum_verdict(total.value, value, rounded=total.category == "money")
            checks.append(_check("sum", total, pieces, total.value, value, verdict))
    return tuple(checks)


def _side_by_side(total: CountFact, parts: Sequence[CountFact], layout: Layout) -> list[CountFact]:
    """The parts on the first one's level of brackets: `7 hộ (2 hộ nghèo), 3 hộ`, `9 tổ (gồm 4 tổ …), 3 xã`."""
    levels = [_level(layout.text[min(total.end, part.start) : part.start + 1]) for part in parts]
    return [part for part, level in zip(parts, levels, strict=True) if level == levels[0]]


def _level(text: str) -> int:
    return text.count("(") - text.count(")")


def _enough(total: CountFact, parts: Sequence[CountFact]) -> Sequence[CountFact]:
    """The first parts, where they make the total; what follows breaks it down anew, or tells more of a part."""
    complete = (parts[:end] for end in range(2, len(parts)) if _sum(parts[:end]) == total.value)
    return next(complete, parts)


def _summable(total: CountFact, parts: Sequence[CountFact], layout: Layout) -> bool:
    """Whether all are exact and no rates (`đồng/kg`), and measures told in one sentence: they measure one thing."""
    exact = all(fact.modifier == "exact" and fact.value is not None for fact in (total, *parts))
    rates = any(fact.aspect == "rate" or fact.per is not None for fact in (total, *parts))
    sentences = {layout.sentence_index(fact.start) for fact in (total, *parts)}
    return exact and not rates and (total.category not in MEASURES or len(sentences) == 1)


def _sum(parts: Sequence[CountFact]) -> Decimal:
    return sum((part.value for part in parts if part.value is not None), Decimal(0))


def check_ratios(facts: Sequence[CountFact]) -> tuple[Check, ...]:
    """One check for each `n/m` whose n is above m, unless it is a day, an address or a blood pressure."""
    return tuple(
        _check("ratio", fact, (), fact.denominator, fact.value, "differs")
        for fact in facts
        if fact.value is not None
        and fact.denominator is not None
        and fact.denominator < fact.value <= 2 * fact.denominator
        and fact.category not in ("other", *MEASURES)
        and not (fact.value <= 31 and fact.denominator <= 12)
    )


def check_percents(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each percent that restates the ratio before it: `1.326/1.418 vụ (đạt 93,5%)`."""
    checks = []
    for base, percent in pairwise(facts):
        if percent.category != "percent" or percent.value is None or percent.modifier != "exact":
            continue
        if base.value is None or not base.denominator or base.denominator < FEW or percent.aspect != "rate":
            continue
        if not _restating().match(settle(layout.text[base.end : percent.end])):
            continue  # `64/64 xã; 98,7% số tổ` speaks of something else
        expected = base.value / base.denominator * 100
        step = Decimal(1).scaleb(int(percent.value.as_tuple().exponent))
        verdict: Verdict = "adds up" if abs(expected - percent.value) <= step else "differs"
        checks.append(
            _check("percent", base, (percent,), expected.quantize(Decimal("0.01")), percent.value, verdict)
        )
    return tuple(checks)


@cache
def _restating() -> Pattern[str]:
    """From a ratio to its percent: ` đã khỏi bệnh (82,4%`, `, chiếm 36%`."""
    words = alternation(word_forms("cues", "restating"))
    return re.compile(rf"[^\d,;:.()]*(?:\((?:{words}\s)?|,?\s?{words}\s)\d")


def check_headline(facts: Sequence[CountFact], title_end: int) -> tuple[Check, ...]:
    """One check for each exact headline figure that the body gives as another, nearly equal one."""
    body = [fact for fact in facts if fact.start >= title_end and fact.modifier == "exact"]
    checks = []
    for fact in facts:
        if fact.start >= title_end or fact.value is None or fact.modifier != "exact" or fact.value < 10:
            continue
        near = [other for other in body if other.what == fact.what and _nearly(other.value, fact.value)]
        if near and not any(other.value == fact.value for other in near):
            checks.append(_check("restatement", fact, near[:1], fact.value, near[0].value, "differs"))
    return tuple(checks)


def _nearly(value: Decimal | None, other: Decimal) -> bool:
    return value is not None and abs(value - other) <= other * RESTATED_WITHIN


def _check(
    test: str, total: CountFact, parts: Sequence[CountFact], expected: Decimal | None, found: Decimal | None,
    verdict: Verdict,
) -> Check:  # fmt: skip
    return Check.model_validate(
        {
            "article_id": total.article_id,
            "test": test,
            "total": total.id,
            "parts": tuple(part.id for part in parts),
            "expected": expected,
            "found": found,
            "verdict": verdict,
        }
    )
