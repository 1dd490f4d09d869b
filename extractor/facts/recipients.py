"""Lists of award recipients: `02 tập thể, 03 cá nhân và 10 hộ gia đình`, `ông A và bà B`, `nhiều tập thể`."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.reading.spans import Person, Quantity, Reading
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import settle, whole_words

INDIVIDUAL = "individual"
_LONGEST_NAME = 90
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


@dataclass(frozen=True, slots=True)
class _Text:
    """What the items are read from: the text, its settled twin, and quantities and people by their starts.

    `inner` are the offsets at which a word of several syllables goes on: the blank in `trường hợp`.
    """

    text: str
    settled: str
    quantities: dict[int, Quantity]
    people: dict[int, Person]
    inner: frozenset[int]


def read_recipients(reading: Reading, settled: str, start: int, stop: int, *, bare: bool = False) -> RecipientList:
    """The list that begins at `start` and ends before `stop`; empty where no recipient begins there.

    `settled` is the reading's text as `phrases.settle` gives it. `bare` accepts a noun without number, determiner
    or name, as the subject of a passive may be: `Mô hình được UBND huyện tặng giấy khen`.
    """
    source = _Text(
        reading.text,
        settled,
        _by_start(reading.quantities),
        {person.start: person for person in reading.people},
        _inner(reading, start, stop),
    )
    found: list[Recipient] = []
    at: int | None = start
    while at is not None:
        item = _item(source, at, stop, bare=bare, follows=bool(found))
        if item is None:
            break
        found.append(item)
        at = _next_start(source, item, stop)
    end = found[-1].end if found else start
    return RecipientList(tuple(_completed(reading, _merged(found))), end)


def _inner(reading: Reading, start: int, stop: int) -> frozenset[int]:
    span = reading.doc.char_span(start, stop, alignment_mode="expand")
    words = [(token.idx, token.text) for token in span] if span is not None else []
    return frozenset(at + match.start() for at, word in words for match in _GOES_ON.finditer(word))


def _by_start(quantities: tuple[Quantity, ...]) -> dict[int, Quantity]:
    starts = {quantity.number_start: quantity for quantity in quantities if quantity.unit is None}
    return starts | {quantity.start: quantity for quantity in quantities if quantity.unit is None}


def _item(source: _Text, at: int, stop: int, *, bare: bool = False, follows: bool = False) -> Recipient | None:
    """The recipient that begins at `at`, after determiners.

    Without them it needs a name, unless it `follows` another in a list or a `bare` body may stand alone.
    """
    opening = _DETERMINERS.match(source.settled, at, stop)
    begin = opening.end() if opening else at
    person = source.people.get(begin) or _titled(source, begin, stop)
    if person is not None and person.end <= stop:
        return Recipient(begin, person.end, INDIVIDUAL, names=(person.name,))
    quantity = source.quantities.get(begin)
    spaces = _SPACES.match(source.settled, quantity.end) if quantity else None
    noun = _nouns().match(source.settled, spaces.end() if spaces else begin, stop)
    if noun is None or noun.end() in source.inner:
        return None
    row = _rows()[" ".join(noun.group().split())]
    if quantity is not None:
        count = None if quantity.value is None else int(quantity.value)
        return Recipient(begin, noun.end(), row.kind, count, number_start=quantity.number_start)
    name, end = _name(source, noun.start(), noun.end(), row, stop)
    bare = bare and row.kind not in (INDIVIDUAL, "household")
    if not (name or bare or follows or (opening and opening.group().strip())):
        return None
    return Recipient(begin, end, row.kind, names=(name,) if name else ())


def _titled(source: _Text, begin: int, stop: int) -> Person | None:
    """The person behind a word or three in lower case: `nữ sinh Lê Thị Mẫu`, `nghệ nhân Hồ Văn Mẫu`."""
    title = _TITLE.match(source.text, begin, stop)
    return source.people.get(title.end()) if title else None


def _name(source: _Text, start: int, end: int, row: RecipientNoun, stop: int) -> tuple[str, int]:
    """The proper name that the noun opens and its end: the person's after `ông`, the body's with its noun."""
    if row.kind == INDIVIDUAL:
        match = _PERSON.match(source.text, end, stop)
        honorific = source.settled[start:end] in word_forms("people", "honorific")
        return (match.group(1), match.end()) if match and honorific else ("", end)
    if not (row.named or source.text[start].isupper() or _next_upper(source.text, end)):
        return "", end
    limit = _NAME_END.search(source.settled, end, stop)
    phrase = source.text[start : limit.start() if limit else stop].rstrip(" ,-–")
    named = any(word[0].isupper() for word in phrase.split()[1:]) and len(phrase) <= _LONGEST_NAME
    return (phrase, start + len(phrase)) if named else ("", end)


def _next_start(source: _Text, item: Recipient, stop: int) -> int | None:
    """Where the next recipient of the list begins: after a comma or `và`, with a number or close by."""
    limit = min(stop, item.end + _REACH)
    for separator in _SEPARATOR.finditer(source.settled, item.end, limit):
        between = _BRACKETS.sub("", source.settled[item.end : separator.start()]).strip()
        following = _item(source, separator.end(), stop, follows=not between)
        if following is None:
            continue
        if following.number_start is not None or len(between.split()) <= 4:
            return separator.end()
    return None


def _merged(items: list[Recipient]) -> list[Recipient]:
    """`ông A và bà B`, `2 cá nhân: ông A, bà B` are one recipient; `20 tập thể, cá nhân` leaves each open."""
    merged: list[Recipient] = []
    for item in items:
        last = merged[-1] if merged else None
        if last and item.names and last.kind == item.kind == INDIVIDUAL and (last.names or last.count):
            merged[-1] = replace(last, end=item.end, names=(*last.names, *item.names))
            continue
        if last and last.count and item.number_start is None and not item.names:
            merged[-1] = replace(last, count=None)
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


_GOES_ON = re.compile(r"\s(?=[a-zà-ỹđ])")
_TITLE = re.compile(r"(?:[a-zà-ỹđ]+\s+){1,4}")
_SPACES = re.compile(r"\s*(?:lượt\s+)?")
_DETERMINERS = re.compile(
    r"\s*(?:(?:cho|tới|đến)\s+)?(?:(?:các|những|nhiều|một số|toàn thể|đông đảo|số)(?!\w)\s*)*(?:lượt\s+)?"
)
_SEPARATOR = re.compile(r"(?:,|:|(?<!\w)(?:gồm|là))\s*(?:và\s+)?|(?<!\w)(?:và|cùng với|cùng)\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_END = re.compile(
    r"[,;:(.]|(?<!\w)(?:được|đã|vì|có|do|về|vinh dự|nhận|đón nhận|đạt|là|và(?=\s+\d)|trong|cũng|tại)(?!\w)"
)
# A capitalised word run: Lê Văn Hòa, K'Brếu, Ma Rin 3.
_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_PERSON = re.compile(rf"\s+((?:[{_UPPER}][\w’'-]*)(?:\s+[{_UPPER}][\w’'-]*){{0,5}})")


@cache
def _rows() -> dict[str, RecipientNoun]:
    return {settle(form): row for row in rows("awards", "recipient", RecipientNoun) for form in row.forms}


@cache
def _nouns() -> re.Pattern[str]:
    return whole_words(_rows())
