"""Whether a count exists (stock), happened (flow), is planned (target) or is a rate.

Status cues work as in ConText: a cue opens a scope that runs forward to the end of its sentence, unless a longer
wording shows that it is no cue (`vượt chỉ tiêu`).
"""

from functools import cache
from re import Pattern

from extractor.facts.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.predicates import Predicate
from extractor.reading.spans import Period
from extractor.records import Aspect, Category
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

HAPPENING: frozenset[Category] = frozenset({"case", "event", "tip", "money", "document"})
MEASURES: frozenset[Category] = frozenset({"area", "length", "mass", "volume"})


@cache
def _pattern(table: str) -> Pattern[str]:
    return whole_words(word_forms("cues", table))


def target_cue(layout: Layout, start: int) -> str | None:
    """The cue before the number in its sentence that makes it a plan, or None."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    achieved = [match.span() for match in _pattern("achieved").finditer(before)]
    for match in _pattern("target").finditer(before):
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


def _near(before: str, end: int) -> bool:
    gap = before[end:]
    return len(gap) < 48 and not any(mark in gap for mark in ",;:()") and not any(c.isdigit() for c in gap)


def decide_aspect(
    counted: Counted, verb: Predicate, period: Period | None, published: str | None, *, target: bool, each: bool
) -> tuple[Aspect, str]:
    """The aspect of a count and the reason."""
    category = counted.category
    future = bool(published and period and period.first and period.first > published)
    if target or future or (period is not None and period.form == "deadline"):
        return "target", "target cue" if target else "future period"
    if category == "percent" or counted.quantity.per or each:
        return "rate", "per unit"
    text = (verb.text or "").lower()
    if category in HAPPENING and (verb.aspect != "flow") and category != "money":
        return "flow", "a happening"
    if category == "money":
        stock = any(word in (counted.thing or "").lower() for word in ("dư nợ",)) or verb.text == "dư nợ"
        return ("stock", "balance") if stock else ("flow", "money")
    if verb.text is None:
        return "stock", "no verb"
    return verb.aspect or "flow", f"verb: {text}"
