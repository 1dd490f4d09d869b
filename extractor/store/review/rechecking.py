"""Sums and comparisons follow what people make of their numbers."""

import json
import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extractor.records import Check, CountFact, Record, sum_verdict
from extractor.store.review.fact_rows import FactRow, find_row, machine_columns
from extractor.store.rows import check_row, row_check

_TOLD = ("expected", "found", "verdict")


def recheck(db: sqlite3.Connection, row: FactRow) -> None:
    """Bring the checks that a count takes part in to what holds of their counts."""
    if row.kind != "counts":
        return
    affected = db.execute(
        "SELECT * FROM checks WHERE article = :article AND (total = :id OR instr(parts, :id))",
        {"article": row.article, "id": row.stands.id},
    )
    for check in affected.fetchall():
        _recheck(db, dict(check))


def _recheck(db: sqlite3.Connection, row: Mapping[str, Any]) -> None:
    read = {name: value for name, value in (machine_columns(row) or row).items() if name in _TOLD}
    machine = row_check({**row, **read}, "")
    counts = {fact: find_row(db, row["article"], "counts", fact) for fact in (machine.total, *machine.parts)}
    now = _now(machine, counts)
    told = check_row(now, row["article"]) if now else read
    changed = None if all(told[name] == read[name] for name in _TOLD) else json.dumps(read, ensure_ascii=False)
    db.execute(
        "UPDATE checks SET expected = ?, found = ?, verdict = ?, machine = ?, holds = ? WHERE key = ?",
        (*(told[name] for name in _TOLD), changed, int(now is not None), row["key"]),
    )


def _now(check: Check, counts: Mapping[str, FactRow | None]) -> Check | None:
    """The check of what holds; None where it is no longer about the numbers that it was made of."""
    rows = [row for row in counts.values() if row is not None]
    if len(rows) < len(counts):
        return check
    if not any(_changed(row) for row in rows):
        return check
    total, parts = counts[check.total], [row for row in rows if row.stands.id in check.parts]
    if check.test != "sum" or total is None or total.review == "reject":
        return None
    values = [_numbers(part.stands)[0] for part in parts if part.review != "reject"]
    expected, known = _numbers(total.stands)[0], [value for value in values if value is not None]
    if expected is None or not known or len(known) < len(values):
        return None
    found = sum(known, Decimal(0))
    rounded = isinstance(total.stands, CountFact) and total.stands.category == "money"
    verdict = sum_verdict(expected, found, rounded=rounded)
    return check.model_copy(update={"expected": expected, "found": found, "verdict": verdict})


def _changed(row: FactRow) -> bool:
    return row.review == "reject" or (row.machine is not None and _numbers(row.machine) != _numbers(row.stands))


def _numbers(record: Record) -> tuple[Decimal | None, Decimal | None]:
    return (record.value, record.denominator) if isinstance(record, CountFact) else (None, None)
