"""Counts told of a plan: all that it holds is planned, but not what is there whatever comes of it."""

import re
from functools import cache

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.status.aspects import is_given
from extractor.facts.layout import Layout
from extractor.facts.openings import MARKS, PHRASE
from extractor.facts.subject.plan import Plan, tells_afterwards
from extractor.facts.verbs import Predicate
from extractor.records import Aspect
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# Reasons for what is there whatever is planned.
THERE = frozenset({"asked", "lacking", "child", "load", "distance", "grown", "of today", "before a change", "wage"})


def is_under_plan(plan: Plan, layout: Layout, one: Counted, verb: Predicate, told: tuple[Aspect, str]) -> bool:
    """Whether the count, which would be `told` of an aspect for a reason, is what the plan holds.

    `Số cán bộ dôi dư là |412 người|` is; `Toàn tỉnh có |199 xã|` is not.
    """
    aspect, reason = told
    if aspect == "target" or one.told or not plan.holds(one.start) or reason in THERE or verb.ongoing:
        return False
    return aspect == "flow" or not (is_given(one, verb) or _is_of_unit(layout, one))


def _is_of_unit(layout: Layout, one: Counted) -> bool:
    """Whether a unit or body is told to have it: `Toàn tỉnh có |199 xã|`, not once the plan is carried out."""
    before = settle(layout.text[layout.sentence(one.start)[0] : one.start])
    return _unit_has().match(before) is not None and not tells_afterwards(before)


@cache
def _unit_has() -> re.Pattern[str]:
    owner, has = (alternation(word_forms("plans", table)) for table in ("owner", "has"))
    return re.compile(rf"{MARKS}(?:{PHRASE})?{owner}(?!\w)[^,;:]*?\s{has}(?!\w)")
