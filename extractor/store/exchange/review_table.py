"""Reviews from a table: the CSV export with a column `decision` filled in, in a spreadsheet say."""

import csv
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from extractor.errors import InputError
from extractor.records import Record
from extractor.store.exchange.files import cells
from extractor.store.review.decisions import Decision
from extractor.store.review.fact_rows import find_fact
from extractor.store.review.log import Action

Row = Mapping[str, str | None]
_NEEDED = ("article", "id", "decision")
_ACTIONS: tuple[Action, ...] = ("accept", "reject", "correct")


def read_review_table(db: sqlite3.Connection, path: Path, reviewer: str) -> Iterator[Decision]:
    """A decision for each row whose `decision` is accept, reject or correct; `note` is optional.

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
                raise InputError(f"{path}: no column {missing[0]!r}")
            for row in rows:
                if (row["decision"] or "").strip():
                    yield _decision(db, row, reviewer, at, f"{path}: line {rows.line_num}")
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: {error}") from error


def _decision(db: sqlite3.Connection, row: Row, reviewer: str, at: str, line: str) -> Decision:
    article, fact = row["article"] or "", row["id"] or ""
    found = find_fact(db, article, fact)
    if found is None:
        raise InputError(f"{line}: no fact {fact!r} of the article {article!r} in the database")
    action = next((one for one in _ACTIONS if (row["decision"] or "").strip().lower() == one), None)
    if action is None:
        raise InputError(f"{line}: {row['decision']!r} is no decision ({', '.join(_ACTIONS)})")
    changes = _changes(found.machine or found.stands, row) if action == "correct" else None
    if changes == {}:
        raise InputError(f"{line}: no cell differs from what was exported")
    return Decision(
        article=article,
        fact=fact,
        kind=found.kind,
        action=action,
        reviewer=reviewer,
        changes=changes,
        note=row.get("note") or None,
        # What was exported before others corrected it was accepted as it was then.
        blind=found.machine is not None and (action != "accept" or not _changes(found.machine, row)),
        at=at,
        source=line,
    )


def _changes(record: Record, row: Row) -> dict[str, object]:
    """The cells that differ from what was exported; lists are joined by “; ” there."""
    written = cells(record)
    lists = {name for name, value in record if isinstance(value, tuple)}
    changed: dict[str, object] = {}
    for name, cell in row.items():
        if name in written and cell is not None and cell != str("" if written[name] is None else written[name]):
            changed[name] = (cell.split("; ") if name in lists else cell) if cell else None
    return changed
