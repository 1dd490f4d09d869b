"""Records and articles as rows, and back.

A row has one column for each slot: paths, lists and reasons are JSON, a period is two columns, numbers are
SQLite numbers (exact to 15 digits, whole ones to 18).
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from extractor.records import (
    Article,
    Award,
    Check,
    CountFact,
    Event,
    Kind,
    Locality,
    NamedModel,
    Record,
    Role,
)

Value = str | int | float | None
RECORDS: Mapping[Kind, type[Record]] = {
    shape.kind: shape for shape in (CountFact, Award, NamedModel, Locality, Role, Event)
}
_JSON = frozenset({"locality", "path", "names", "candidates", "reasons", "removed", "dates", "given", "parts"})
_COLUMN = {"start": "start_at", "end": "end_at"}
FACTS_PER_ARTICLE = 65536


def record_row(record: Record, article: int, number: int) -> dict[str, Value]:
    """The row of the article's `number`-th record."""
    row: dict[str, Value] = {"key": article * FACTS_PER_ARTICLE + number, "id": record.id, "article": article}
    for slot in type(record).model_fields:
        value = getattr(record, slot)
        if slot == "period":
            row["period_start"], row["period_end"] = value or (None, None)
        elif slot != "article_id":
            row[_COLUMN.get(slot, slot)] = _to_sql(slot, value)
    return row


def row_record(kind: Kind, row: Mapping[str, Any], article_id: str) -> Record:
    """The record that `record_row` wrote, under the row's id."""
    shape = RECORDS[kind]
    slots: dict[str, Any] = {"article_id": article_id}
    for slot in shape.model_fields:
        if slot == "period":
            period = (row["period_start"], row["period_end"])
            slots[slot] = None if period == (None, None) else period
        elif slot != "article_id":
            slots[slot] = _from_sql(slot, row[_COLUMN.get(slot, slot)])
    return shape.model_validate(slots).known_as(row["id"])


def article_row(article: Article) -> dict[str, Value]:
    """The article's own columns, without version and run."""
    row = {slot: _to_sql(slot, value) for slot, value in article.model_dump().items() if slot != "raw_offsets"}
    return {**row, "raw_map": json.dumps(_stretches(article.raw_offsets), separators=(",", ":"))}


def row_article(row: Mapping[str, Any]) -> Article:
    """The article that `article_row` wrote."""
    slots = {slot: _from_sql(slot, row[slot]) for slot in Article.model_fields if slot != "raw_offsets"}
    return Article.model_validate({**slots, "raw_offsets": _offsets(json.loads(row["raw_map"]))})


def check_row(check: Check, article: int) -> dict[str, Value]:
    """The row of one check."""
    slots = {slot: _to_sql(slot, value) for slot, value in check.model_dump(exclude={"article_id"}).items()}
    return {**slots, "article": article}


def row_check(row: Mapping[str, Any], article_id: str) -> Check:
    """The check that `check_row` wrote."""
    slots = {slot: _from_sql(slot, row[slot]) for slot in Check.model_fields if slot != "article_id"}
    return Check.model_validate({**slots, "article_id": article_id})


def path_json(path: tuple[str, ...]) -> str:
    """A path as it stands in a `locality` column."""
    return json.dumps(path, ensure_ascii=False)


def _to_sql(slot: str, value: object) -> Value:
    if slot in _JSON:
        return None if value is None else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal):
        return _number(value)
    if value is None or isinstance(value, str | int | float):
        return int(value) if isinstance(value, bool) else value
    raise TypeError(f"{slot}: {value!r} has no column type")


def _number(value: Decimal) -> Value:
    whole = value == value.to_integral_value() and abs(value) < 2**63
    return int(value) if whole else float(value)


def _from_sql(slot: str, value: Any) -> Any:
    if slot in _JSON:
        return None if value is None else json.loads(value)
    return Decimal(repr(value)) if slot in _NUMBERS and value is not None else value


_NUMBERS = frozenset({"value", "low", "high", "denominator", "expected", "found"})


def _stretches(offsets: tuple[int, ...]) -> list[tuple[int, int]]:
    """Where the distance between text and raw offset changes; the last pair gives the length."""
    starts = [0] if offsets else []
    starts += [at + 1 for at, (left, right) in enumerate(pairwise(offsets)) if right != left + 1]
    return [*((at, offsets[at]) for at in starts), (len(offsets), -1)]


def _offsets(stretches: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(raw + at - start for (start, raw), (end, _) in pairwise(stretches) for at in range(start, end))
