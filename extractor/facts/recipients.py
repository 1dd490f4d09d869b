"""Lists of award recipients: `02 tập thể, 03 cá nhân và 10 hộ gia đình`, `ông A và bà B`, `nhiều tập thể`."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.reading.spans import Quantity, Reading
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import settle, whole_words

INDIVIDUAL = "individual"
_REACH = 160  # characters from one recipient to the next of the same list


class RecipientNoun(Row):
    """A noun of recipients and their kind. A `named` one makes a name of the phrase that it opens."""

    kind: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """One kind of recipients in `start:end`: how many, or which ones. `number_start` is the quantity's."""

    start: int
    end: int
    kind: str
    count: int | None = None
    names: tuple[str, ...] = ()
    number_start: int | None = None


@dataclass(frozen=True, slots=True)
class RecipientList:
    """Recipients that stand together, and where their list ends."""

    recipients: tuple[Recipient, ...]
    end: int


def read_recipients(reading: Reading, settled: str, start: int, stop: int) -> RecipientList:
    """The list that begins at `start` and ends before `stop`; empty where no recipient begins there.

    `settled` is the reading's text as `phrases.settle` gives it.
    """
    quantities = _by_start(reading.quantities)
    found: list[Recipient] = []
    at = start
    while True:
        item = _item(reading.text, settled, at, stop, quantities)
        if item is None:
            break
        found.append(item)
        following = _next_start(reading.text, settled, item, stop, quantities)
        if following is None:
            break
        at = following
    end = found[-1].end if found else start
    return RecipientList(tuple(_completed(reading, _merged_names(found))), end)


def _by_start(quantities: tuple[Quantity, ...]) -> dict[int, Quantity]:
    starts = {quantity.number_start: quantity for quantity in quantities}
    return starts | {quantity.start: quantity for quantity in quantities}


def _item(text: str, settled: str, at: int, stop: int, quantities: dict[int, Quantity]) -> Recipient | None:
    """The recipient that begins at `at`, after determiners."""
    opening = _DETERMINERS.match(settled, at, stop)
    begin = at = opening.end() if opening else at
    quantity = quantities.get(at)
    if quantity is not None and quantity.unit is None:
        spaces = _SPACES.match(settled, quantity.end)
        at = spaces.end() if spaces else quantity.end
    else:
        quantity = None
    noun = _nouns().match(settled, at, stop)
    if noun is None:
        return None
    row = _rows()[" ".join(noun.group().split())]
    number = None if quantity is None else quantity.number_start
    count = None if quantity is None or quantity.value is None else int(quantity.value)
    name = "" if quantity else _name(text, settled, noun.start(), noun.end(), row, stop)
    end = noun.end() if not name else text.index(name, noun.start()) + len(name)
    if quantity is None and not name and not (opening and opening.group().strip()):
        return None
    return Recipient(begin, end, row.kind, count, (name,) if name else (), number)


def _name(text: str, settled: str, start: int, end: int, row: RecipientNoun, stop: int) -> str:
    """The proper name that the noun opens: the person's after `ông`, the body's with its noun."""
    if row.named or (row.kind != INDIVIDUAL and (text[start].isupper() or _next_upper(text, end))):
        limit = _NAME_END.search(settled, end, stop)
        phrase = text[start : limit.start() if limit else stop].strip(" ,-–")
        return phrase if _has_upper(phrase) and len(phrase) < 90 else ""
    match = _PERSON.match(text, end)
    if match is None or row.kind != INDIVIDUAL or match.end() > stop:
        return ""
    return " ".join(word for word in match.group().split())


def _next_start(text: str, settled: str, item: Recipient, stop: int, quantities: dict[int, Quantity]) -> int | None:
    """Where the next recipient of the list begins: after a comma or `và`, with a number or close by."""
    limit = min(stop, item.end + _REACH)
    for separator in _SEPARATOR.finditer(settled, item.end, limit):
        at = separator.end()
        following = _item(text, settled, at, stop, quantities)
        if following is None:
            continue
        between = _BRACKETS.sub("", settled[item.end : separator.start()])
        if following.number_start is not None or len(between.split()) <= 4:
            return at
    return None


def _merged_names(items: list[Recipient]) -> list[Recipient]:
    """`ông A và bà B`: named individuals of one list are one recipient."""
    merged: list[Recipient] = []
    for item in items:
        last = merged[-1] if merged else None
        if last and last.names and item.names and last.kind == item.kind == INDIVIDUAL:
            merged[-1] = replace(last, end=item.end, names=(*last.names, *item.names))
        else:
            merged.append(item)
    return merged


def _completed(reading: Reading, items: list[Recipient]) -> list[Recipient]:
    """A given name alone takes the full name that the article gives elsewhere: `ông Hòa` → Lê Văn Hòa."""
    return [replace(item, names=tuple(_full_name(reading, name) for name in item.names)) for item in items]


def _full_name(reading: Reading, name: str) -> str:
    if " " in name:
        return name
    known = [person.name for person in reading.people if person.name.endswith(f" {name}")]
    return known[0] if known else name


def _next_upper(text: str, at: int) -> bool:
    return text[at : at + 1] == " " and text[at + 1 : at + 2].isupper()


def _has_upper(phrase: str) -> bool:
    return any(word[0].isupper() for word in phrase.split()[1:])


_SPACES = re.compile(r"\s*(?:lượt\s+)?")
_DETERMINERS = re.compile(
    r"\s*(?:(?:cho|tới|đến)\s+)?(?:(?:các|những|nhiều|một số|toàn thể|đông đảo|số)(?!\w)\s*)*(?:lượt\s+)?"
)
_SEPARATOR = re.compile(r",\s*(?:và\s+)?|(?<!\w)(?:và|cùng với|cùng)\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_END = re.compile(
    r"[,;:(.]|(?<!\w)(?:được|đã|vì|có|do|về|vinh dự|nhận|đạt|là|và(?=\s+\d)|trong|cũng|tại)(?!\w)"
)
# A capitalised word run: Lê Văn Hòa, K'Brếu, Ma Rin 3.
_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_PERSON = re.compile(rf"\s+(?:[{_UPPER}][\w’'.-]*)(?:\s+[{_UPPER}][\w’'-]*){{0,5}}")


@cache
def _rows() -> dict[str, RecipientNoun]:
    return {settle(form): row for row in rows("awards", "recipient", RecipientNoun) for form in row.forms}


@cache
def _nouns() -> re.Pattern[str]:
    return whole_words(_rows())
