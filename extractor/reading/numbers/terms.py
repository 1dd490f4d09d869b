"""Terms of punishment: 7 năm tù, 18 tháng cải tạo, 4 năm 6 tháng tù."""

import re
from dataclasses import dataclass
from decimal import Decimal

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.scan import Numeral
from extractor.reading.numbers.wording import either

_UNIT = either("surroundings", "term_unit")
_TERM = re.compile(rf"\s{_UNIT}(?!\w)")
_YEARS_AND_MONTHS = re.compile(
    rf"\s(?P<year>{either('surroundings', 'year_word')}),?\s(?P<months>\d\d?)\s(?P<term>{_UNIT})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Term:
    """How long, in which unit (`năm tù`), and where it ends in the text; a range has no value."""

    value: Decimal | None
    unit: str
    end: int


def read_term(context: Context, numeral: Numeral) -> Term | None:
    """The term of the number: `4 năm 6 tháng tù` → 4.5 `năm tù`, `5 năm 2 tháng tù` → 62 `tháng tù`."""
    match = _TERM.match(context.lower, numeral.end)
    if match:
        return Term(numeral.value, " ".join(match.group().split()), match.end())
    match = _YEARS_AND_MONTHS.match(context.lower, numeral.end)
    if match is None or numeral.value is None:
        return None
    months, unit = int(match["months"]), " ".join(match["term"].split())
    if months % 3:  # a quarter of a year is the least that years tell exactly
        return Term(numeral.value * 12 + months, unit, match.end())
    years = numeral.value + Decimal(months) / 12
    return Term(years, " ".join([match["year"], *unit.split()[1:]]), match.end())
