"""A number that may be a quantity, and whether a counted noun follows it."""

import re
from dataclasses import dataclass

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.scan import Numeral
from extractor.reading.numbers.units import FoundUnit
from extractor.reading.numbers.wording import either


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numeral with the unit after it; `hedged` where a hedge stands before it."""

    numeral: Numeral
    unit: FoundUnit | None
    hedged: bool


_UNIT_AFTER = re.compile(rf"\s*{either('surroundings', 'unit_after_label')}(?!\w)")


def ends_as_label(context: Context, end: int, *, place: bool = True) -> bool:
    """Whether no counted noun follows: `phường 9 biểu dương`; with `place` also `thôn 1 xã Bằng Cả`."""
    word = context.word_after(end)
    if not word or not word[0].islower() or not context.tag_after(end).startswith(("N", "M")):
        return True
    return place and bool(_UNIT_AFTER.match(context.lower, end))
