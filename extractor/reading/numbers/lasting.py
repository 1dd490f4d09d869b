"""How long something lasts, where that is the fact: cách ly 14 ngày, mất 2 giờ, ngủ đủ 8 tiếng mỗi ngày."""

import re

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.scan import Numeral
from extractor.reading.numbers.wording import either

_FILLED = rf"(?:\s{either('surroundings', 'lasting_filler')}){{0,3}}$"
_LASTING = re.compile(rf"(?<!\w){either('surroundings', 'lasting')}{_FILLED}")
# `thời gian bổ nhiệm 5 năm`, not `trong thời gian 5 năm`
_LENGTH = re.compile(
    rf"(?:(?<!\w)(?P<setting>{either('surroundings', 'lasting_setting')})\s)?"
    rf"(?<!\w){either('surroundings', 'lasting_noun')}"
    rf"(?:\s(?!{either('surroundings', 'lasting_setting')}\s)[^\W\d_]+){{0,4}}?"
    rf"(?:\slà|:)?{_FILLED}"
)
_LIMIT = re.compile(
    rf"(?<!\w)(?:{either('surroundings', 'lasting_limit')}|{either('surroundings', 'lasting_film')}"
    rf"{_FILLED[:-1]})$"
)
_SUPPOSED = re.compile(rf"(?<!\w){either('surroundings', 'condition')}(?:\s[^\W\d_]+){{0,6}}$")
# Behind the unit: it tells when (3 ngày trước, 2 ngày 28 và 29/3, nghị định 5 năm 2018), or a longer stretch is
# meant (6 tháng đến 1 năm, 5 giờ 12 phút)
_DAYS = r"\(?\d{1,2}(?:[/-]|,\s|\svà\s)\d"
_MORE = rf"(?:đến\s\d|(?:19|20)\d\d(?!\d)|\d{{1,2}}\s{either('surroundings', 'lasting_unit')}(?!\w))"
_OTHERWISE = rf"\s(?:{either('surroundings', 'dated_stretch')}(?!\w)|{_MORE}|{_DAYS})"
_UNIT = re.compile(rf"\s({either('surroundings', 'lasting_unit')})(?!\w)(?!{_OTHERWISE})")
# `phần thi Toán có thời gian 120 phút, |Ngoại ngữ| 60 phút`
_LISTED = re.compile(
    rf"(?<![\d.,])(?:\d[\d.,]*)\s{either('surroundings', 'lasting_unit')}(?:,|;|\svà)\s"
    rf"(?!{either('surroundings', 'lasting_setting')}\s)[^.,;:()]{{1,40}}$"
)
_LIST_REACH = 160


def lasting_unit(context: Context, numeral: Numeral) -> re.Match[str] | None:
    """The unit of time behind the number (group 1) where the words before tell what lasts, or None."""
    unit = _UNIT.match(context.lower, numeral.end)
    if unit is None:
        return None
    before = context.before(numeral.start, _LIST_REACH)
    while not _lasts(before):
        listed = _LISTED.search(before)
        if listed is None:
            return None
        before = before[: listed.start()].rstrip()
    return None if _SUPPOSED.search(before) else unit


def _lasts(before: str) -> bool:
    """Whether the words before a stretch of time tell what lasts that long."""
    if _LASTING.search(before) or _LIMIT.search(before):
        return True
    length = _LENGTH.search(before)
    return length is not None and not length["setting"]
