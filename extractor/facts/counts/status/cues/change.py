"""Whether a number is a change, and measured against what."""

import re
from dataclasses import dataclass

from extractor.facts.counts.status.cues.surroundings import clause_before, follows
from extractor.facts.counts.status.plans import is_raised_from
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

# How far behind a number its comparison may begin.
BASE_REACH = 30


@dataclass(frozen=True, slots=True)
class Change:
    """What a number has to do with a rise or fall.

    `base` is the year that the change is measured against, `compared` tells that the verb compares, `amount` that
    the number is how much came or went, `multiple` how many times as much, `setting_out` what it set out from.
    """

    base: str | None
    compared: bool
    amount: bool
    multiple: bool
    setting_out: bool


def read_change(layout: Layout, start: int, end: int, verb: Predicate, periods: tuple[Period, ...]) -> Change:
    """The change told with the number with its noun at `start:end`, governed by `verb`."""
    return Change(
        base=_base(verb.text or "", layout, end, periods),
        compared=bool(word_pattern("cues", "comparing").search(settle(verb.text or ""))),
        amount=follows("change", layout, start),
        multiple=follows("multiplying", layout, start) or _is_compared(layout, start),
        setting_out=is_raised_from(layout, start, end),
    )


def _base(verb: str, layout: Layout, end: int, periods: tuple[Period, ...]) -> str | None:
    """What a change is measured against: `tăng 1,2 tiêu chí so với năm 2021` → `2021`, or None."""
    if not word_pattern("cues", "comparing").search(settle(verb)):
        return None
    base = next((p for p in periods if end <= p.start <= end + BASE_REACH and p.form == "comparison"), None)
    if base is None or base.first is None or any(mark in layout.text[end : base.start] for mark in ",;"):
        return None
    named = settle(layout.text[end : base.end])
    if word_pattern("cues", "same_time").search(named):
        return None
    whole_year = base.first.endswith("-01-01") and (base.last or "").endswith("-12-31")
    return base.first[:4] if whole_year else base.first


def _is_compared(layout: Layout, start: int) -> bool:
    """Whether the clause compares right up to the number: `bền |hơn thép| 100 lần`, `cao |gấp| đôi, ba lần`."""
    clause = clause_before(layout, start)
    than = alternation(word_forms("cues", "than"))
    return re.search(rf"\b{than}(?! ?\d)(?:,? [^\W\d]+){{0,4}} $", clause) is not None
