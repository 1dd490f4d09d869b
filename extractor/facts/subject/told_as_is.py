"""Where a passage about a plan tells what is or was: `Xã sẽ xây 4 chợ; |hiện có 9 chợ|`."""

import re

from extractor.facts.layout import within
from extractor.facts.time.framing import ASIDE
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_pattern

_CLAUSE = re.compile(r"[,;:](?!\d)")


def leaves_plan(reading: Reading, first: int, last: int, told: str, begin: int) -> int | None:
    """Where the clause begins in which the sentence `first:last` tells what is or was, or None.

    `told` is the settled sentence, `begin` where in it the plan begins.
    """
    tokens = reading.doc.char_span(first, last, alignment_mode="expand") or ()
    words = {edge for token in tokens for edge in (token.idx, token.idx + len(token))}
    found = word_pattern("plans", "told_as_is").finditer(told, begin)
    tells = [match.start() for match in found if {first + match.start(), first + match.end()} <= words]
    periods = (p for p in within(reading.periods, first + begin, last) if p.form not in ASIDE)
    over = [period.start - first for period in periods if _is_over(period, reading.published)]
    if not tells and not over:
        return None
    at = min([*tells, *over])
    return first + max((mark.end() for mark in _CLAUSE.finditer(told, begin, at)), default=begin)


def _is_over(period: Period, published: str | None) -> bool:
    """Whether the time is over; without a publication date a day is one of which something is reported."""
    return bool(published and period.last and period.last < published) or not (published or period.form != "date")
