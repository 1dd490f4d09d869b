"""How long something lasts, where that is the fact: cách ly 14 ngày, mất 2 giờ, ngủ đủ 8 tiếng mỗi ngày."""

import re

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.scan import Numeral
from extractor.reading.numbers.wording import either

_FILLED = rf"(?:\s{either('surroundings', 'lasting_filler')}){{0,3}}$"
_LASTING = re.compile(rf"(?<!\w){either('surroundings', 'lasting')}{_FILLED}")
_SUPPOSED = re.compile(rf"(?<!\w){either('surroundings', 'condition')}(?:\s[^\W\d_]+){{0,6}}$")
# Behind the unit: it tells when (3 ngày trước, 2 ngày 28 và 29/3), or a longer stretch is meant (6 tháng đến 1 năm)
_DAYS = r"\(?\d{1,2}(?:[/-]|,\s|\svà\s)\d"
_OTHERWISE = rf"\s(?:{either('surroundings', 'dated_stretch')}(?!\w)|đến\s\d|{_DAYS})"
_UNIT = re.compile(rf"\s({either('surroundings', 'lasting_unit')})(?!\w)(?!{_OTHERWISE})")


def lasting_unit(context: Context, numeral: Numeral) -> re.Match[str] | None:
    """The unit of time behind the number (group 1) where the words before tell what lasts, or None."""
    unit = _UNIT.match(context.lower, numeral.end)
    before = context.before(numeral.start)
    return unit if unit and _LASTING.search(before) and not _SUPPOSED.search(before) else None
