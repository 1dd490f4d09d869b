"""A compact notation of quantities and periods, for phrase corpora, tests and bug reports.

Quantities: `96`, `>400` (over), `<2000` (under), `~300` (about), `>=5`, `<=10`, `5..7` (range), `100..999?`
(vague), `612/650`, then the unit and `per` its rate: `>36600000 đồng per người/năm`. A refused number is
`refused: age`, one in a date `date`. Periods: `span 2024-01-01..2024-09-30`, `date 2024-09-06`, `until ..2024`,
`lunar ?` (unresolved).
"""

from decimal import Decimal

from extractor.reading.dates.periods import read_periods
from extractor.reading.numbers.quantities import read_quantities
from extractor.reading.spans import Period, Quantity
from extractor.reading.tokens import read_tokens

_SIGNS = {"exact": "", "over": ">", "under": "<", "about": "~", "at_least": ">=", "at_most": "<="}


def write_quantity(quantity: Quantity) -> str:
    """A quantity in the notation."""
    if quantity.refused:
        return "date" if quantity.refused == "date" else f"refused: {quantity.refused}"
    if quantity.value is None:
        number = f"{_digits(quantity.low)}..{_digits(quantity.high)}{'?' if quantity.modifier == 'vague' else ''}"
    else:
        number = _SIGNS[quantity.modifier] + _digits(quantity.value)
    if quantity.denominator is not None:
        number += f"/{_digits(quantity.denominator)}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return number + unit + (f" per {quantity.per}" if quantity.per else "")


def _digits(value: Decimal | None) -> str:
    if value is None:
        return ""
    whole, _, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def write_period(period: Period) -> str:
    """A period in the notation."""
    if period.first is None and period.last is None:
        return f"{period.form} ?"
    if period.first == period.last:
        return f"{period.form} {period.first}"
    return f"{period.form} {period.first or ''}..{period.last or ''}"


def read_phrase(sentence: str, published: str | None = None, *, kind: str = "number") -> str:
    """The reading of what stands between `{` and `}`, several joined with ` + `; `none` where nothing was read.

    `kind` is `number` or `time`.
    """
    text, marks = _marked(sentence)
    doc = read_tokens(text)
    periods = read_periods(doc, published)
    if kind == "time":
        found = [write_period(p) for p in periods if _touches(marks, p.start, p.end)]
    else:
        quantities = read_quantities(doc, periods)
        found = [write_quantity(q) for q in quantities if _touches(marks, q.number_start, q.number_end)]
    return " + ".join(found) or "none"


def _marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its braces, and where they were."""
    text, marks, start = "", [], 0
    for letter in sentence:
        if letter == "{":
            start = len(text)
        elif letter == "}":
            marks.append((start, len(text)))
        else:
            text += letter
    return text, marks


def _touches(marks: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < stop and begin < end for begin, stop in marks)
