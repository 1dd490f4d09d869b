"""Whether a scale without a noun is money: `thu 36,6 triệu`; not `từ 2 triệu lên 4 triệu tấn`."""

import re
from functools import cache

from extractor.reading.numbers.context import Context
from extractor.reading.numbers.scan import Numeral
from extractor.reading.numbers.wording import either
from extractor.vietnamese.lexicon import Row, rows

_NO_NOUN = re.compile(rf"\s*(?:$|[.,;:)/!?\n–-]|{either('surroundings', 'no_noun')}(?!\w))")


_MONEY_NOUN = re.compile(rf"\s{either('surroundings', 'money_noun')}(?!\w)")
_COUNTED = re.compile(rf"\s{either('surroundings', 'like_verb')}(?!\w)")


def is_bare_money(context: Context, numeral: Numeral) -> bool:
    """`thu 36,6 triệu`, `500 ngàn/ngày`: a scale with no counted noun after it is money."""
    if _COUNTED.match(context.lower, numeral.end) or _is_of_things(context, numeral):
        return False
    if numeral.scale >= 1_000 and _MONEY_NOUN.match(context.lower, numeral.end):
        return True
    if numeral.scale >= 1_000_000 and context.tag_after(numeral.end) in ("V", "R", "E", "C"):
        return True
    return numeral.scale >= 1000 and bool(_NO_NOUN.match(context.lower, numeral.end))


def _is_of_things(context: Context, numeral: Numeral) -> bool:
    """Whether a bare scale counts things: `từ 3 triệu |lên 5 triệu hộp|`, `|số lượng người dùng| là 2,2 tỷ`."""
    later = _CHANGED.match(context.lower, numeral.end)
    if later and not _NO_NOUN.match(context.lower, later.end()):
        return not _MONEY_UNIT.match(context.lower, later.end())
    return _THINGS.search(re.split(r"[.;,\n]", context.before(numeral.start))[-1]) is not None


_SCALE = either("surroundings", "scale")
_CHANGED = re.compile(rf"\s{either('surroundings', 'changed')}(?:\s[^\W\d]+)?\s\d[\d.,]*\s{_SCALE}")
_MONEY_UNIT = re.compile(rf"\s?{either('surroundings', 'money_word')}(?!\w)")
_THINGS = re.compile(rf"(?<!\w){either('surroundings', 'number_of_things')}(?!\w)")
# How far back a bare scale finds its currency, and how near a foreign one must be where đồng are told of, too.
TOLD_REACH, TOLD_NEAR = 700, 200


def currency_told(context: Context, numeral: Numeral) -> str:
    """The currency of a bare scale, that of the money told last: `99 triệu USD, hơn |94 triệu| năm trước`."""
    own = _currency("đ")
    found = _CURRENCY.finditer(context.lower, max(0, numeral.start - TOLD_REACH), numeral.start)
    named = [(money.end(), _currency(" ".join(money["name"].split())), money["scale"]) for money in found]
    # `chia 2 bảng`, `tăng 20 USD`: a bare scale is of a currency that a scale was told of.
    told = [(end, name) for end, name, scale in named if name == own or scale]
    if not told or (any(name == own for _, name in told) and numeral.start - told[-1][0] > TOLD_NEAR):
        return own
    return told[-1][1]


@cache
def _currency(written: str) -> str:
    """The common name of a currency as written: `đô la` → `USD`."""
    found: str = next(row.word for row in rows("surroundings", "currency", Row) if written in row.forms)
    return found


_CURRENCY = re.compile(
    rf"(?<=\d)(?P<scale>(?:\s{_SCALE}){{0,2}})\s?(?P<name>{either('surroundings', 'currency')})(?!\w)"
)
