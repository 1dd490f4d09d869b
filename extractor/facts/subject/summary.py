"""Sentences that tell more than the subject: a longer time, more places."""

import re
from functools import cache

from extractor.facts.openings import MARKS
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation


def sums_up(lowered: str, start: int, end: int) -> bool:
    """Whether the (lower-case) sentence `start:end` tells of a longer time or of several places."""
    return tells_of_many(lowered, start, end) or is_summary(lowered, start, end)


def tells_of_many(lowered: str, start: int, end: int) -> bool:
    """Whether the sentence tells of several places: `Các xã còn chín cầu tạm`."""
    return word_pattern("happenings", "many").search(lowered, start, end) is not None


def is_summary(lowered: str, start: int, end: int) -> bool:
    """Whether the sentence tells of a longer time: `Từ đầu năm, huyện xây chín cây cầu`, `Năm 2017, huyện xây`."""
    long = word_pattern("happenings", "summary").search(lowered, start, end)
    return long is not None or _opens_with_year().match(lowered, start) is not None


def tells_earlier(lowered: str, start: int, end: int) -> bool:
    """Whether the sentence tells what was long before: `Bảy từng bị xử phạt chín triệu đồng`."""
    return word_pattern("happenings", "earlier").search(lowered, start, end) is not None


@cache
def _opens_with_year() -> re.Pattern[str]:
    return re.compile(rf"{MARKS}{alternation(word_forms('happenings', 'year'))}\s\d{{4}}")
