"""Incidents: fires, crashes, slides, floods, outbreaks, the day on which they struck; crimes."""

import re
from functools import cache

from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation


def tells_incident(lowered: str, start: int, end: int) -> bool:
    """Whether the (lower-case) sentence `start:end` tells an incident, and not how to guard against one."""
    return _incidents().search(lowered, start, end) is not None


def tells_crime(lowered: str, start: int, end: int) -> bool:
    """Whether the (lower-case) sentence `start:end` tells a crime: `đâm chết một người`, `cướp tiệm vàng`."""
    return word_pattern("happenings", "crime").search(lowered, start, end) is not None


def strikes_on(before: str, behind: str) -> bool:
    """Whether an incident struck on the day between the settled parts of a sentence.

    The first one told behind the day or else the last one before it, if nobody only deals with it on that day.
    """
    if found := _incidents().search(behind):
        between = behind[: found.start()]
    elif earlier := list(_incidents().finditer(before)):
        between = before[earlier[-1].end() :]
    else:
        return False
    return word_pattern("happenings", "dealing").search(between) is None


def caught_on(before: str, behind: str) -> bool:
    """Whether the settled text before or behind a day tells of a raid or an arrest, none just planned."""
    raid, arranged = word_pattern("happenings", "raid"), word_pattern("happenings", "arranging")
    if arranged.search(before):
        return False
    found = raid.search(behind)
    return arranged.search(behind[: found.start()]) is None if found else raid.search(before) is not None


@cache
def _incidents() -> re.Pattern[str]:
    guarded = "".join(rf"(?<!\b{form}\s)" for form in word_forms("happenings", "guarding"))
    told = word_forms("happenings", "incident") + word_forms("happenings", "incident_name")
    return re.compile(rf"(?<!\w){guarded}{alternation(told)}(?!\w)")
