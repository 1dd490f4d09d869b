"""What the source's own arithmetic says: sums of parts, ratios, percents, headline against body.

A contradiction is reported, never repaired: `57 mô hình … gồm 31 …, 17 …, 8 …` is 56.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from extractor.facts.counts.checks.percents import check_changes, check_percents
from extractor.facts.counts.checks.sums import MEASURES, check_sums
from extractor.facts.layout import Layout
from extractor.records import Check, CountFact

# A headline rounds; a body figure this near that still differs is another figure for the same thing.
RESTATED_WITHIN = Decimal("0.05")


def check_counts(facts: Sequence[CountFact], layout: Layout, title_end: int) -> tuple[Check, ...]:
    """All checks that the counts of one article invite. `title_end` is where the headline ends in the text."""
    sums = check_sums(facts, layout)
    percents = (*check_percents(facts, layout), *check_changes(facts, layout))
    return (*sums, *check_ratios(facts), *percents, *check_headline(facts, title_end))


def check_ratios(facts: Sequence[CountFact]) -> tuple[Check, ...]:
    """One check for each `n/m` whose n is above m, unless it is a day, an address or a blood pressure."""
    return tuple(
        _differs("ratio", fact, (), fact.denominator, fact.value)
        for fact in facts
        if fact.value is not None
        and fact.denominator is not None
        and fact.denominator < fact.value <= 2 * fact.denominator
        and fact.category not in ("other", *MEASURES)
        and not (fact.value <= 31 and fact.denominator <= 12)
    )


def check_headline(facts: Sequence[CountFact], title_end: int) -> tuple[Check, ...]:
    """One check for each exact headline figure that the body gives as another, nearly equal one."""
    exact = [fact for fact in facts if fact.modifier == "exact"]
    told = [
        (fact.id, fact.what, fact.value) for fact in exact if fact.start >= title_end and fact.value is not None
    ]
    checks = []
    for fact in exact:
        if fact.start >= title_end or fact.value is None or fact.value < 10:
            continue
        near = [(other, value) for other, what, value in told if what == fact.what and _nearly(value, fact.value)]
        if near and all(value != fact.value for _, value in near):
            other, value = near[0]
            checks.append(_differs("restatement", fact, (other,), fact.value, value))
    return tuple(checks)


def _nearly(value: Decimal, other: Decimal) -> bool:
    return abs(value - other) <= other * RESTATED_WITHIN


def _differs(
    test: Literal["ratio", "restatement"],
    fact: CountFact,
    parts: tuple[str, ...],
    expected: Decimal,
    found: Decimal,
) -> Check:
    return Check(
        article_id=fact.article_id,
        test=test,
        total=fact.id,
        parts=parts,
        expected=expected,
        found=found,
        verdict="differs",
    )
