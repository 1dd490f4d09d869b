"""Reviews from a table: the CSV export with a column `decision` filled in, in a spreadsheet say."""

import csv
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extractor.errors import InputError, ShapeError, SlotError
from extractor.records import Record
from extractor.store.exchange.files import cells, evidence
from extractor.store.review.decisions import Decision, check
from extractor.store.review.fact_rows import FactRow, find_fact
from extractor.store.review.grounding import NUMBERS
from extractor.store.review.log import Action

Row = Mapping[str, str | None]
_NEEDED = ("article", "id", "decision")
_ACTIONS: tuple[Action, ...] = ("accept", "reject", "correct")
_MOST = 20
"""So many problems of a file are told one by one."""
_PLAIN_NUMBERS = frozenset(slot for slots in NUMBERS.values() for slot in slots) - {"year"}
_SYNTAX: Mapping[str, str] = {
    **dict.fromkeys(_PLAIN_NUMBERS, "a number such as 1250.5"),
    "year": "a year such as 2024",
    "period": "a period such as 2024-01-01; 2024-12-31 (start; end, ISO dates; an end not known is left empty)",
    **dict.fromkeys(("date", "valid_from"), "a date such as 2024-09-06, 2024-09 or 2024"),
    **dict.fromkeys(("locality", "path"), "names from the province down, with “; ” between"),
}
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table, who decided in it, and how its file writes decimals."""

    row: Row
    reviewer: str
    at: str
    source: str
    comma: bool

    @property
    def decision(self) -> str:
        """What the row says is to be done, if anything."""
        return (self.row["decision"] or "").strip()


def read_review_table(db: sqlite3.Connection, path: Path, reviewer: str) -> list[Decision]:
    """A decision for each row whose `decision` is accept, reject or correct; `note` is optional.

    The changed cells of a row with `correct` are its correction. The file's date is the reviews'. Raises InputError
    that tells, a line each, of every row what is wrong with it.
    """
    decisions: list[Decision] = []
    decided: set[tuple[str, str]] = set()
    problems: list[str] = []
    for line in _lines(path, reviewer):
        try:
            if None in line.row:
                raise InputError("more cells than the header has columns")
            if line.decision:
                decision = _decision(db, line)
                check(db, decision)
                if (decision.article, decision.fact) in decided:
                    raise InputError("this fact was decided about in a line before")
                decided.add((decision.article, decision.fact))
                decisions.append(decision)
            elif _is_edited(db, line):
                raise InputError("cells are changed, but `decision` is empty")
        except SlotError as error:
            problems.append(f"{line.source}: {'; '.join(dict.fromkeys(_told(error, line.row)))}")
        except InputError as error:
            problems.append(f"{line.source}: {error}")
    if problems:
        more = [f"{path}: {len(problems) - _MOST} more lines do not fit"] if len(problems) > _MOST else []
        raise InputError("\n".join([*problems[:_MOST], *more]))
    return decisions


def _lines(path: Path, reviewer: str) -> Iterator[_Line]:
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    try:
        # Spreadsheets put a mark before the first letter, and semicolons where commas are for decimals.
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            comma = header.count(";") > header.count(",")
            rows = csv.DictReader(file, delimiter=";" if comma else ",")
            missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: no column {missing[0]!r}")
            for row in rows:
                yield _Line(row, reviewer, at, f"{path}: line {rows.line_num}", comma)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8; save the table as “CSV UTF-8”") from error
    except csv.Error as error:
        raise InputError(f"{path}: no CSV table: {error}") from error


def _is_edited(db: sqlite3.Connection, line: _Line) -> bool:
    """Whether slots of a fact were changed in a line without a decision."""
    found = find_fact(db, line.row["article"] or "", line.row["id"] or "")
    known = () if found is None else [record for record in (found.machine, found.stands) if record is not None]
    return bool(known) and all(_changes(record, line) for record in known)


def _decision(db: sqlite3.Connection, line: _Line) -> Decision:
    row = line.row
    article, fact = row["article"] or "", row["id"] or ""
    found = find_fact(db, article, fact)
    if found is None:
        raise InputError(f"no fact {fact!r} of the article {article!r} in the database")
    action = next((one for one in _ACTIONS if line.decision.lower() == one), None)
    if action is None:
        raise InputError(f"{line.decision!r} is no decision ({', '.join(_ACTIONS)})")
    _check_evidence(found, line)
    changes = _changes(found.machine or found.stands, line)
    unseen = found.machine is not None
    if action == "correct":
        if not changes:
            raise InputError("no slot differs from what was exported")
    elif changes:
        # What was exported after others had corrected it is as it stands now.
        unseen = False
        if _changes(found.stands, line):
            raise InputError(f"{_listed(changes)} differs from what was exported, but the decision is {action}")
    return Decision(
        article=article,
        fact=fact,
        kind=found.kind,
        action=action,
        reviewer=line.reviewer,
        changes=changes if action == "correct" else None,
        note=row.get("note") or None,
        blind=unseen,
        at=line.at,
        source=line.source,
    )


def _check_evidence(found: FactRow, line: _Line) -> None:
    """Raises InputError where something is changed that a table cannot change."""
    known = [evidence(record) for record in (found.stands, found.machine) if record is not None]
    fixed = [
        name
        for name in known[0]
        if (cell := line.row.get(name)) is not None and not any(_same(cell, one[name], line) for one in known)
    ]
    if fixed:
        raise InputError(f"{_listed(fixed)} cannot be changed in a table, but on the review page")


def _changes(record: Record, line: _Line) -> dict[str, object]:
    """The cells that differ from what was exported; lists are joined by “; ” there."""
    written = cells(record)
    lists = {name for name, value in record if isinstance(value, tuple)} | {"period", "locality", "names", "path"}
    changed: dict[str, object] = {}
    for name, cell in line.row.items():
        if name in written and cell is not None and not _same(cell, written[name], line):
            changed[name] = (_parts(name, cell) if name in lists else _plain(name, cell, line)) or None
    return changed


def _parts(name: str, cell: str) -> list[str | None]:
    parts = [part.strip() for part in cell.split(";")]
    return [part or None for part in parts] if name == "period" and any(parts) else [part for part in parts if part]


def _plain(name: str, cell: str, line: _Line) -> str:
    """The cell as a slot has it: a number with a point for its decimals. Raises SlotError where that is unclear."""
    text = cell.strip()
    if name not in _PLAIN_NUMBERS:
        return text
    if _GROUPED.fullmatch(text):
        raise SlotError({name: f"{text!r} may be {text.replace('.', '')} or a fraction: write one or {text}0"})
    return text.replace(",", ".") if line.comma and text.count(",") == 1 and "." not in text else text


def _same(cell: str, written: object, line: _Line) -> bool:
    """Whether the cell is what was exported, but for what spreadsheets do to numbers, days and line ends."""
    text, before = " ".join(cell.split()), " ".join(("" if written is None else str(written)).split())
    if text == before or (isinstance(written, bool) and text.lower() == before.lower()):
        return True
    if found := _SLASHED.fullmatch(text):
        one, other = (found[at].zfill(2) for at in (1, 2))
        return before in (f"{found[3]}-{one}-{other}", f"{found[3]}-{other}-{one}")
    try:
        return Decimal(text.replace(",", ".") if line.comma else text) == Decimal(before)
    except InvalidOperation:
        return False


def _told(error: SlotError, row: Row) -> list[str]:
    """What is wrong with the cells; how they are written, where their shape is wrong."""
    problems = [(slot.split(".")[0], problem) for slot, problem in error.problems.items()]
    if isinstance(error, ShapeError):
        return [_misshapen(name, problem, row) for name, problem in problems]
    return [f"{name}: {problem}" for name, problem in problems]


def _misshapen(name: str, problem: str, row: Row) -> str:
    cell, syntax = row.get(name), _SYNTAX.get(name)
    if not cell:
        return f"{name}: must not be empty"
    return f"{name}: {cell!r} is not {syntax}" if syntax else f"{name}: {cell!r}: {problem[0].lower()}{problem[1:]}"


def _listed(names: Mapping[str, object] | list[str]) -> str:
    return ", ".join(names)
