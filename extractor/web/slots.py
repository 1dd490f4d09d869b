"""The slots of a fact as the fields of a form, and the form back as slots.

Numbers, dates and places stand in the form as people write them: 1.250,5, 06/09/2024, Hội An, Quảng Nam. What
cannot be read goes on as it is: the record then says what is wrong with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from extractor import display
from extractor.records import Kind, Record
from extractor.store.rows import RECORDS

Shape = Literal["text", "choice", "number", "date", "period", "path", "list", "total"]
_SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(("value", "low", "high", "denominator", "count", "members"), "number"),
    **dict.fromkeys(("locality", "path"), "path"),
    "period": "period",
    "date": "date",
    "names": "list",
    "former": "choice",
    "part_of": "total",
}
_NO_FIELDS = frozenset({"article_id", "start", "end", "quote", "rule", "reasons", "confidence", "candidates"})
_FLAG = ("no", "yes")
_SWAP = str.maketrans(".,", ",.")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_DAY = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")


@dataclass(frozen=True, slots=True)
class Field:
    """One slot in a form: `texts` are what its inputs hold, one of most slots, two of a period."""

    name: str
    shape: Shape
    texts: tuple[str, ...]
    choices: tuple[str, ...] = ()
    required: bool = False
    reason: str | None = None

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of its inputs."""
        return (f"{self.name}.start", f"{self.name}.end") if self.shape == "period" else (self.name,)


def fields(kind: Kind, record: Record | None, language: str) -> tuple[Field, ...]:
    """The form of a fact; of a fact yet to be made with `record` None."""
    return tuple(
        Field(
            name,
            shape := _shape(name, info.annotation),
            _shown(shape, getattr(record, name) if record else _default(info), language),
            _choices(name, info.annotation),
            info.is_required(),
            record.reasons.get(name) if record else None,
        )
        for name, info in RECORDS[kind].model_fields.items()
        if name not in _NO_FIELDS
    )


def slots(kind: Kind, form: Mapping[str, str], language: str, prefix: str = "") -> dict[str, object]:
    """All slots that the form has, as JSON has them; of a selection also `start` and `end`."""
    told = {
        field.name: _read(field, texts, language)
        for field in fields(kind, None, language)
        if (texts := _brought(field, form, prefix)) is not None
    }
    return {**told, **span(form, prefix)}


def changes(record: Record, form: Mapping[str, str], language: str) -> dict[str, object]:
    """The slots that the form has otherwise than the record, as JSON has them, and a quote that was moved."""
    told = {
        field.name: _read(field, texts, language)
        for field in fields(record.kind, record, language)
        if (texts := _brought(field, form, "")) is not None and texts != tuple(map(_plain, field.texts))
    }
    moved = span(form)
    return {**told, **(moved if moved and moved != {"start": record.start, "end": record.end} else {})}


def span(form: Mapping[str, str], prefix: str = "") -> dict[str, object]:
    """Where the quote of the form begins and ends; nothing where it tells neither."""
    return {name: int(text) for name in ("start", "end") if (text := form.get(f"{prefix}{name}", "")).isdecimal()}


def problem_key(slot: str, message: str) -> str:
    """The words for what a record says of a slot, by what would be right there."""
    name = slot.split(".")[0]
    if name in ("start", "end", "quote"):
        return "span"
    if "does not stand in" in message:
        return "ungrounded"
    if "before it begins" in message:
        return "order"
    if name in ("date", "period", "valid_from"):
        return "date"
    if "required" in message or "missing" in message or "valid string" in message:
        return "missing"
    return "number" if _SHAPES.get(name) == "number" or name == "year" else "other"


def _brought(field: Field, form: Mapping[str, str], prefix: str) -> tuple[str, ...] | None:
    if not any(f"{prefix}{name}" in form for name in field.inputs):
        return None
    return tuple(_plain(form.get(f"{prefix}{name}", "")) for name in field.inputs)


def _plain(text: str) -> str:
    """Without what browsers do to white space."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _default(info: FieldInfo) -> Any:
    return None if info.is_required() else info.get_default(call_default_factory=True)


def _shape(name: str, annotation: object) -> Shape:
    return _SHAPES.get(name) or ("choice" if _choices(name, annotation) else "text")


def _choices(name: str, annotation: object) -> tuple[str, ...]:
    if name == "former":
        return _FLAG
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) is Literal:
            return get_args(part) if part is annotation else ("", *get_args(part))
    return ()


def _shown(shape: Shape, value: Any, language: str) -> tuple[str, ...]:
    if shape == "period":
        return tuple(turned(end) for end in value or (None, None))
    if value is None:
        return ("",)
    if isinstance(value, bool):
        return (_FLAG[value],)
    match shape:
        case "number":
            return (number_text(value, language),)
        case "date":
            return (turned(value),)
        case "path":
            return (display.place(value),)
        case "list":
            return ("\n".join(value),)
    return (str(value),)


def _read(field: Field, texts: Sequence[str], language: str) -> object:
    text = texts[0]
    if field.shape == "period":
        return [iso(one) or None for one in texts] if any(texts) else None
    if field.shape == "list":
        return text.splitlines()
    if field.name == "former":
        return text == _FLAG[1]
    if not text:
        return None
    if field.shape == "path":
        return [part for one in reversed(text.split(",")) if (part := one.strip())]
    if field.shape == "number":
        return number_plain(text, language)
    return iso(text) if field.shape == "date" else text


def number_text(value: Decimal | int, language: str) -> str:
    """A number as it is written in the language: 1.250,5 or 1,250.5."""
    vietnamese = display.number(value)
    return vietnamese if language == "vi" else vietnamese.translate(_SWAP)


def number_plain(text: str, language: str) -> str:
    """The digits of a number as people write it: 1250.5. What is written in no such way stays as it is."""
    turned_text = text.translate(_SWAP) if language == "vi" else text
    grouped = turned_text.replace(" ", "")
    return grouped.replace(",", "") if _GROUPED.fullmatch(grouped) or "," not in grouped else text


def turned(date: str | None) -> str:
    """An ISO date with the day first: 06/09/2024, 09/2024, 2024."""
    return "/".join(reversed(date.split("-"))) if date else ""


def iso(text: str) -> str:
    """A date with the day first as ISO; what is none stays as it is."""
    found = _DAY.fullmatch(text)
    return "-".join(part.zfill(2) for part in reversed(found.groups()) if part) if found else text
