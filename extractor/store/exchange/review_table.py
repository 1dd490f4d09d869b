"""Reviews from a table: the CSV export with a column `decision` filled in, in a spreadsheet say."""

import csv
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from extractor.errors import InputError
from extractor.records import Record
from extractor.store.exchange.files import cells
from extractor.store.reviews import Decision, Review, corrected, find_fact

_NEEDED = ("article", "id", "decision")


def read_review_table(db: sqlite3.Connection, path: Path, reviewer: str) -> Iterator[Review]:
    """A review for each row whose `decision` is accept, reject or correct; `note` is optional.

    The changed cells of a row with `correct` are its correction. The file's date is the reviews'. Raises InputError
    that names the line.
    """
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    try:
        # Spreadsheets put a mark before the first letter, and semicolons where commas are for decimals.
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if header.count(";") > header.count(",") else ",")
            missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
            if missing:
                raise InputError(f"no column {missing[0]!r}")
            for row in rows:
                if (row["decision"] or "").strip():
                    yield _review(db, row, reviewer, at, rows.line_num)
    except (InputError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: {error}") from error


def _review(db: sqlite3.Connection, row: Mapping[str, str | None], reviewer: str, at: str, line: int) -> Review:
    article, fact = row["article"] or "", row["id"] or ""
    record = find_fact(db, article, fact)
    if record is None:
        raise InputError(f"line {line}: no fact {fact!r} of the article {article!r} in the database")
    for decision in get_args(Decision):
        if (row["decision"] or "").strip().lower() == decision:
            correction = _correction(record, row, line) if decision == "correct" else None
            return Review(fact, article, record.kind, decision, reviewer, at, correction, row.get("note") or None)
    raise InputError(f"line {line}: {row['decision']!r} is no decision (accept, reject, correct)")


def _correction(record: Record, row: Mapping[str, str | None], line: int) -> Mapping[str, object]:
    """The cells that differ from what was exported; lists are joined by “; ” there."""
    written = cells(record)
    lists = {name for name, value in record if isinstance(value, tuple)}
    changed: dict[str, object] = {}
    for name, cell in row.items():
        if name in written and cell is not None and cell != str("" if written[name] is None else written[name]):
            changed[name] = (cell.split("; ") if name in lists else cell) if cell else None
    if not changed:
        raise InputError(f"line {line}: no cell differs from what was exported")
    try:
        return corrected(record, changed)
    except InputError as error:
        raise InputError(f"line {line}: {error}") from error
