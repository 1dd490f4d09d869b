"""Spelled numbers: Vietnamese number words to a value, of any size and in every spoken variant.

The grammar is positional: a group below a thousand (`ba trăm linh năm`), scales that fall (`triệu`, `vạn`,
`nghìn`), and `tỷ`, which multiplies all before it (`hai nghìn tỷ`). A digit alone after a scale counts its tenths
(`một triệu hai` = 1.200.000), `rưỡi` its half.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from extractor.vietnamese.lexicon import Row, rows

Found = tuple[Decimal, int]  # a value and the index after its last word

_BILLION = Decimal(10**9)
_TOO_BIG = Decimal(10**19)


class NumberRow(Row):
    """A number word and its value."""

    value: int
    unless_before: tuple[str, ...] = ()


@cache
def words_of(table: str) -> dict[str, int]:
    """Number words of a table with a value: `{"ba": 3, …}`."""
    return {form: row.value for row in rows("numbers", table, NumberRow) for form in row.forms}


@cache
def forms_of(table: str) -> frozenset[str]:
    """Words of a table without a value: linh, rưỡi, phẩy, hàng."""
    return frozenset(form for row in rows("numbers", table, Row) for form in row.forms)


@cache
def blocked_before() -> dict[str, frozenset[str]]:
    """The syllables that make another word of a scale: tỷ → lệ, số, giá."""
    return {
        form: frozenset(row.unless_before)
        for table in ("times", "scale")
        for row in rows("numbers", table, NumberRow)
        for form in row.forms
    }


@cache
def number_words() -> frozenset[str]:
    """Every word that can stand in a spelled number."""
    valued = ("digit", "last_digit", "ten", "times_ten", "times", "hundred", "scale")
    return frozenset().union(*(words_of(table) for table in valued), *map(forms_of, ("link", "half", "point")))


def read_words(words: Sequence[str], at: int = 0) -> Found | None:
    """The longest spelled number that starts at `words[at]` (lower case), or None."""
    found = _below_billion(words, at)
    if found is None:
        return None
    value, at = found
    if not _is_billion(words, at):
        return found
    value, at = value * _BILLION, at + 1
    if _word(words, at) in forms_of("half"):
        return value + _BILLION / 2, at + 1
    tenths = _tenths(words, at)
    if tenths is not None:
        return value + tenths * _BILLION / 10, at + 1
    rest = _below_billion(words, _skip_link(words, at), inner=True)
    if rest is not None and rest[0] < _BILLION and not _is_billion(words, rest[1]):
        return value + rest[0], rest[1]
    return (value, at) if value < _TOO_BIG else None


def _below_billion(words: Sequence[str], at: int, *, inner: bool = False) -> Found | None:
    total, limit, begin = Decimal(0), _BILLION, at
    while True:
        linked = at > begin and _word(words, at) in forms_of("link")
        group = _group(words, at + linked, inner=inner or at > begin, linked=linked)
        if group is None:
            break
        value, after = group
        scale = _scale(words, after)
        if scale is None:
            if at == begin or linked or after > at + 1:
                total, at = total + value, after
            break
        if scale >= limit:
            break
        total, at, limit = total + value * scale, after + 1, scale
        if _word(words, at) in forms_of("half"):
            return total + limit / 2, at + 1
        tenths = _tenths(words, at)
        if tenths is not None:
            return total + tenths * limit / 10, at + 1
    return (total, at) if at > begin else None


def _group(words: Sequence[str], at: int, *, inner: bool, linked: bool = False) -> Found | None:
    """A group below a thousand, maybe with a decimal part: ba trăm linh năm, mười lăm phẩy năm."""
    found = _below_thousand(words, at, inner=inner, linked=linked)
    if found is not None and _word(words, found[1]) in forms_of("point"):
        decimals, after = _decimals(words, found[1] + 1)
        if decimals:
            return found[0] + Decimal(f"0.{decimals}"), after
    return found


def _below_thousand(words: Sequence[str], at: int, *, inner: bool, linked: bool) -> Found | None:
    digit = words_of("digit").get(_word(words, at))
    hundred = words_of("hundred")
    if digit is None or _word(words, at + 1) not in hundred or (digit == 0 and not inner):
        return _below_hundred(words, at, inner=inner, linked=linked)
    value, at = Decimal(digit * 100), at + 2
    if _word(words, at) in forms_of("half"):
        return value + 50, at + 1
    if _word(words, at) in forms_of("link"):
        unit = _any_digit(_word(words, at + 1))
        return (value + unit, at + 2) if unit else (value, at)
    tenths = _tenths(words, at)
    if tenths is None and (_scale(words, at + 1) is not None or _is_billion(words, at + 1)):
        tenths = Decimal(_any_digit(_word(words, at))) or None  # hai trăm ba nghìn = 230.000
    if tenths is not None:
        return value + tenths * 10, at + 1
    rest = _below_hundred(words, at, inner=True, linked=False)
    if rest is not None and rest[0] >= 10:
        return value + rest[0], rest[1]
    return value, at


def _below_hundred(words: Sequence[str], at: int, *, inner: bool, linked: bool) -> Found | None:
    word, following = _word(words, at), _word(words, at + 1)
    ten = words_of("ten").get(word)
    if ten is not None:
        return _with_unit(words, Decimal(ten), at + 1)
    digit = _any_digit(word) if linked else words_of("digit").get(word)
    if digit is None or (digit == 0 and not _zero_counts(words, at, inner=inner)):
        return None
    if digit and following in words_of("times_ten"):
        return _with_unit(words, Decimal(digit * 10), at + 2)
    if digit and following in words_of("times") and _word(words, at + 2) not in blocked_before()[following]:
        return Decimal(digit * words_of("times")[following]), at + 2
    last = words_of("last_digit").get(following)
    if digit > 1 and last is not None and _word(words, at + 2) not in words_of("hundred"):
        return Decimal(digit * 10 + last), at + 2
    return Decimal(digit), at + 1


def _with_unit(words: Sequence[str], tens: Decimal, at: int) -> Found:
    """Tens with the digit after them. `năm` is the year there (hai mươi năm) unless a scale follows."""
    word = _word(words, at)
    digit = _any_digit(word)
    if not digit or (word == "năm" and _scale(words, at + 1) is None and not _is_billion(words, at + 1)):
        return tens, at
    if _word(words, at + 1) in words_of("hundred") or _word(words, at + 1) in words_of("times_ten"):
        return tens, at
    return tens + digit, at + 1


def _tenths(words: Sequence[str], at: int) -> Decimal | None:
    """A digit alone after a scale: the tư of `hai nghìn tư`. `năm` there is the year: hai nghìn năm."""
    word, following = _word(words, at), _word(words, at + 1)
    digit = _any_digit(word)
    if not digit or word == "năm" or following in number_words() - forms_of("point"):
        return None
    return Decimal(digit)


def _decimals(words: Sequence[str], at: int) -> tuple[str, int]:
    """The digits after `phẩy`: one by one (không năm) or as a number below a hundred (hai mươi lăm)."""
    tens = _below_hundred(words, at, inner=True, linked=False)
    if tens is not None and tens[1] > at + 1:
        return str(tens[0]), tens[1]
    digits = ""
    while (digit := words_of("digit").get(_word(words, at))) is not None:
        digits, at = digits + str(digit), at + 1
    return digits, at


def _any_digit(word: str) -> int:
    return words_of("digit").get(word) or words_of("last_digit").get(word) or 0


def _zero_counts(words: Sequence[str], at: int, *, inner: bool) -> bool:
    """`không` is a number before phẩy and inside a number (không nghìn), else it is a negation."""
    following = _word(words, at + 1)
    return following in forms_of("point") or (inner and following in words_of("scale"))


def _scale(words: Sequence[str], at: int) -> Decimal | None:
    """The value of the scale word at `at`, below a billion."""
    word = _word(words, at)
    value = words_of("scale").get(word)
    if value is None or value >= _BILLION or _word(words, at + 1) in blocked_before()[word]:
        return None
    return Decimal(value)


def _is_billion(words: Sequence[str], at: int) -> bool:
    word = _word(words, at)
    return words_of("scale").get(word) == _BILLION and _word(words, at + 1) not in blocked_before()[word]


def _skip_link(words: Sequence[str], at: int) -> int:
    return at + (_word(words, at) in forms_of("link"))


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
