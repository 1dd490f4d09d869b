"""What people may make of a fact: checked by the record's own rules, and grounded in the article's text."""

import re
from collections.abc import Mapping
from decimal import Decimal

from pydantic import ValidationError

from extractor.errors import ShapeError, SlotError
from extractor.interchange import slots_to_json
from extractor.records import Kind, Record, is_date
from extractor.store.rows import RECORDS

NUMBERS: Mapping[Kind, tuple[str, ...]] = {
    "counts": ("value", "low", "high", "denominator"),
    "awards": ("count",),
    "models": ("members", "year"),
}
"""The slots whose digits stand in the text."""
RULE = "review"
_GIVEN = frozenset({"rule", "reasons", "confidence", "id", "article_id"})
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")


def corrected(record: Record, changes: Mapping[str, object], text: str) -> Record:
    """The record with these slots changed, under its id. Raises SlotError."""
    given = sorted(_GIVEN & changes.keys())
    if given:
        raise SlotError(dict.fromkeys(given, "is not for people to change"))
    moved = {"quote": None, **changes} if {"start", "end"} & changes.keys() else changes
    whole = validated(record.kind, {**slots_to_json(record), **_quoted(record, moved, text)}, record.article_id)
    _check_numbers(whole, text, but=record)
    _check_times(whole, but=record)
    return whole.known_as(record.id)


def created(kind: Kind, article: str, slots: Mapping[str, object], text: str) -> Record:
    """A record that people found: its slots with `start` and `end`. Raises SlotError."""
    missing = {slot: "is missing" for slot in ("start", "end") if not isinstance(slots.get(slot), int)}
    if missing:
        raise SlotError(missing)
    told = {name: value for name, value in slots.items() if name not in _GIVEN}
    made = {"quote": _slice(told, text), **told, "rule": RULE, "confidence": 1.0}
    if made["quote"] != _slice(told, text):
        raise SlotError({"quote": "does not stand at these offsets of the article"})
    whole = validated(kind, made, article)
    _check_numbers(whole, text)
    _check_times(whole)
    return whole


def changed_slots(record: Record, whole: Record) -> dict[str, object]:
    """What the second record says otherwise than the first, as JSON has it; of other words all three slots."""
    before, after = slots_to_json(record), slots_to_json(whole)
    moved = ("start", "end", "quote") if (record.start, record.end) != (whole.start, whole.end) else ()
    return {name: value for name, value in after.items() if value != before[name] or name in moved}


def validated(kind: Kind, slots: Mapping[str, object], article: str) -> Record:
    """The record of these slots. Raises ShapeError that tells what is wrong with which."""
    try:
        return RECORDS[kind].model_validate({**slots, "article_id": article})
    except ValidationError as error:
        raise ShapeError({".".join(map(str, one["loc"])): one["msg"] for one in error.errors()}) from error


def _quoted(record: Record, changes: Mapping[str, object], text: str) -> Mapping[str, object]:
    """The changes with the quote that their offsets have."""
    if "quote" not in changes:
        return changes
    span = {"start": record.start, "end": record.end, **changes}
    if not all(isinstance(span[name], int) for name in ("start", "end")):
        raise SlotError({"start": "is no offset"})
    quote = _slice(span, text)
    if changes["quote"] not in (None, quote):
        raise SlotError({"quote": "does not stand at these offsets of the article"})
    return {**changes, "quote": quote}


def _slice(span: Mapping[str, object], text: str) -> str:
    start, end = span["start"], span["end"]
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise SlotError({"start": "these offsets are not in the article"})
    return text[start:end]


def _check_numbers(record: Record, text: str, but: Record | None = None) -> None:
    """Raises SlotError for a number whose digits the text does not have, unless its quote spells numbers out."""
    numerals = {_digits(numeral) for numeral in _NUMERAL.findall(text)}
    if not any(letter.isdigit() for letter in record.quote):
        return
    for slot in NUMBERS.get(record.kind, ()):
        value = getattr(record, slot)
        if value is None or (but is not None and value == getattr(but, slot)):
            continue
        if _digits(f"{Decimal(value):f}") not in numerals:
            raise SlotError({slot: f"{value} does not stand in the article"})


def _check_times(record: Record, but: Record | None = None) -> None:
    """Raises SlotError for a day that no calendar has, and for a period that ends before it begins."""
    for slot in ("period", "date"):
        told = getattr(record, slot, None)
        if told is None or (but is not None and told == getattr(but, slot)):
            continue
        first, last = told if slot == "period" else (told, told)
        for day in filter(None, (first, last)):
            if not is_date(day):
                raise SlotError({slot: f"{day} is no date"})
        if first and last and last < first[: len(last)]:
            raise SlotError({slot: "ends before it begins"})


def _digits(numeral: str) -> str:
    """The digits that count: `1,5` of 1.5 tỷ and 1500000000 are both 15."""
    return re.sub(r"\D", "", numeral).strip("0")
