"""What the readers of lists share: which numbers stand bare in one, and what such a number counts.

`xã Hạ |5|, xã Đông |4|`; `tiểu học |19|, THCS |87|`; `nam |45|, nữ |32|`.
"""

import re
from dataclasses import replace

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity

# Verbs between a part and its number: `xã Hạ có 5, xã Đông có 4`.
LINKS = ("có", "là")
# What closes a number that has no noun behind it: the next part, the end of the bracket or of the sentence.
_CLOSING = r"[,;)\n]|\.(?!\d)|và(?!\w)|$"
_CLOSED = re.compile(rf"\s?(?:{_CLOSING})")
_CLOSED_OR_EXPLAINED = re.compile(rf"\s?(?:{_CLOSING}|\s?\()")


def is_closed(layout: Layout, one: Quantity, *, explained: bool = False) -> bool:
    """Whether nothing counts behind the number, which is no ratio; a bracket may follow where it is `explained`."""
    if one.denominator or one.value is None:
        return False
    closed = _CLOSED_OR_EXPLAINED if explained else _CLOSED
    return closed.match(layout.text, one.end) is not None


def is_in_digits(layout: Layout, one: Quantity) -> bool:
    """Whether the number is written in digits: a word such as `một` has more meanings."""
    return layout.text[one.number_start].isdigit()


def as_counted(like: Counted, quantity: Quantity, rule: str) -> Counted:
    """The number counted as another one is, of which alone a table tells."""
    return replace(like, quantity=quantity, start=quantity.start, end=quantity.end, told=None, rule=rule)
