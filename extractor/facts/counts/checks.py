"""What the source's own arithmetic says: sums of parts, ratios, percents, headline against body.

A contradiction is reported, never repaired: `57 mô hình … gồm 31 …, 17 …, 8 …` is 56.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.facts.layout import Layout
from extractor.records import Check, CountFact, Verdict, sum_verdict

# A headline rounds; a body figure this near that still differs is another figure for the same thing.
RESTATED_WITHIN = Decimal("0.05")


def check_counts(facts: Sequence[CountFact], layout: Layout, title_end: int) -> tuple[Check, ...]:
    """All checks that the counts of one article invite. `title_end` is where the headline ends in the text."""
    sums = check_sums(facts, layout)
    return (*sums, *check_ratios(facts), *check_percents(facts), *check_headline(facts, title_end))


def check_sums(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each total and breakdown with two exact parts or more.

    A total may be broken down twice (by cause, by place): each sentence, or each list, is a breakdown of its own.
    """
    by_id = {fact.id: fact for fact in facts}
    parts: dict[tuple[str, int], list[CountFact]] = {}
    for fact in facts:
        if fact.part_of in by_id:
            parts.setdefault((str(fact.part_of), layout.breakdown(fact.start)), []).append(fact)
    checks = []
    for (total_id, _), pieces in parts.items():
        expected = by_id[total_id].value
        values = [piece.value for piece in pieces if piece.value is not None]
        if expected is None or len(pieces) < 2 or len(values) < len(pieces):
            continue
        found = sum(values, Decimal(0))
        checks.append(_check("sum", by_id[total_id], pieces, expected, found, sum_verdict(expected, found)))
    return tuple(checks)


def check_ratios(facts: Sequence[CountFact]) -> tuple[Check, ...]:
    """One check for each `n/m` whose n is above m."""
    return tuple(
        _check("ratio", fact, (), fact.denominator, fact.value, "differs")
        for fact in facts
        if fact.value is not None and fact.denominator is not None and fact.value > fact.denominator
    )


def check_percents(facts: Sequence[CountFact]) -> tuple[Check, ...]:
    """One check for each percent right behind the ratio it restates: `1.326/1.418 vụ (đạt 93,5%)`."""
    checks = []
    for base, percent in pairwise(facts):
        near = 0 <= percent.start - base.end <= 40
        if percent.category != "percent" or percent.value is None or not base.denominator or not near:
            continue
        if percent.reasons.get("measured") == "noun behind the unit":
            continue  # `64/64 xã; 98,7% số tổ` speaks of something else
        if base.value is None or percent.aspect != "rate":
            continue
        expected = base.value / base.denominator * 100
        step = Decimal(1).scaleb(int(percent.value.as_tuple().exponent))
        verdict: Verdict = "adds up" if abs(expected - percent.value) <= step else "differs"
        checks.append(
            _check("percent", base, (percent,), expected.quantize(Decimal("0.01")), percent.value, verdict)
        )
    return tuple(checks)


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
