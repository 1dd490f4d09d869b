"""Whether a count exists (stock), happened (flow), is planned (target) or is a rate.

Status cues work as in ConText: a cue opens a scope that runs forward to the end of its sentence, unless a longer
wording shows that it is no cue (`vượt chỉ tiêu`).
"""

import re
from functools import cache
from re import Pattern
from typing import Literal, cast

from extractor.facts.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.predicates import Predicate
from extractor.reading.spans import Period
from extractor.records import Aspect, Category
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import settle, whole_words

_AGAINST_YEAR = re.compile(
    r"\s*(?:\([^)]*\)\s*)?so (?:với )?(?:năm|đầu năm|cuối năm|thời điểm|nhiệm kỳ|đầu nhiệm kỳ)\b[^\d]{0,20}(\d{4})"
)
_CHANGE = re.compile(r"\b(?:tăng|giảm|cao hơn|thấp hơn|vượt)\b")

HAPPENING: frozenset[Category] = frozenset({"case", "event", "tip", "money", "document"})
MEASURES: frozenset[Category] = frozenset({"area", "length", "mass", "volume"})


class CueRow(Row):
    """A status cue; its scope runs to the end of the sentence or of the clause (comma, semicolon)."""

    reach: Literal["sentence", "clause"] = "sentence"


@cache
def _pattern(table: str) -> Pattern[str]:
    return whole_words(word_forms("cues", table))


@cache
def _cues(reach: str) -> Pattern[str]:
    return whole_words(f for row in rows("cues", "target", CueRow) if row.reach == reach for f in row.forms)


def target_cue(layout: Layout, start: int) -> str | None:
    """The cue before the number in its sentence that makes it a plan, or None."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    achieved = [match.span() for match in _pattern("achieved").finditer(before)]
    clause = max(before.rfind(mark) for mark in (",", ";"))
    for reach, opens in (("sentence", 0), ("clause", clause + 1)):
        for match in _cues(reach).finditer(before, opens):
            if not any(begin <= match.start() < stop for begin, stop in achieved):
                return match.group()
    return None


def each_unit(layout: Layout, start: int, end: int) -> tuple[int, int] | None:
    """Where the text says that the number holds for each unit: `mỗi xã 15 mắt`, `2 mô hình ở mỗi xã`."""
    first, last = layout.sentence(start)
    before = settle(layout.text[first:start])
    found = [match for match in _pattern("each").finditer(before) if _near(before, match.end())]
    if found:
        return first + found[-1].start(), start
    behind = settle(layout.text[end : min(last, end + 24)])
    match = _pattern("each").search(behind)
    if match and not set(behind[: match.start()]) & set(",;.0123456789"):
        return end + match.start(), last
    return None


def measured_aspect(measured: str | None, aspect: Aspect) -> tuple[Aspect, str] | None:
    """What the measured noun itself decides: a balance (dư nợ) is a stock, an average or a price a rate."""
    if measured is None or aspect == "target":
        return None
    lowered = _pattern("worth").sub(" ", settle(measured))
    for table, verdict in (("balance", "stock"), ("averaged", "rate")):
        if _pattern(table).search(lowered):
            return cast(Aspect, verdict), f"measured: {table}"
    return None


def against_year(verb: str, behind: str) -> str | None:
    """The base year of a change: `tăng 1,2 tiêu chí so với năm 2021` → `2021`, or None."""
    match = _AGAINST_YEAR.match(behind)
    return match.group(1) if match and _CHANGE.search(verb) else None


def _near(before: str, end: int) -> bool:
    gap = before[end:]
    return len(gap) < 48 and not any(mark in gap for mark in ",;:()") and not any(c.isdigit() for c in gap)


def decide_aspect(
    counted: Counted,
    verb: Predicate,
    period: Period | None,
    published: str | None,
    *,
    behind: str,
    target: bool,
    each: bool,
) -> tuple[Aspect, str]:
    """The aspect of a count and the reason. `behind` is the text behind it in its sentence."""
    category = counted.category
    future = bool(published and period and period.first and period.first > published)
    if target or future or (period is not None and period.form == "deadline"):
        return "target", "target cue" if target else "future period"
    if category == "percent" or counted.quantity.per or each:
        return "rate", "per unit"
    text = (verb.text or "").lower()
    if against_year(text, behind):
        return "rate", "change against a year"
    if category in HAPPENING and (verb.aspect != "flow") and category != "money":
        return "flow", "a happening"
    if category == "money":
        return "flow", "money"
    if verb.text is None or verb.link in ("tại", "ở", "trong"):
        return "stock", "no verb" if verb.text is None else f"{verb.link} …"
    return verb.aspect or "flow", f"verb: {text}"
