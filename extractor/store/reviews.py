"""What people decided about facts: appended, never changed, found again by the fact's stable id."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.interchange import record_to_json
from extractor.records import KINDS, Kind, Record
from extractor.store.rows import row_record
from extractor.store.tables import table
from extractor.store.transactions import transaction

Decision = Literal["accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Review:
    """One person's decision about one fact. `correction` holds the changed slots; `at` is UTC, ISO 8601."""

    fact: str
    article: str
    kind: Kind
    decision: Decision
    reviewer: str
    at: str
    correction: Mapping[str, object] | None = None
    note: str | None = None


def add_reviews(db: sqlite3.Connection, reviews: Iterable[Review]) -> int:
    """Append what is new, in one transaction; how many those were. Repeating oneself is nothing new."""
    added = 0
    with transaction(db):
        for review in reviews:
            row = {**asdict(review), "correction": _as_json(review.correction)}
            if not _told_before(db, row):
                table(db, "reviews").insert(row)
                added += 1
    return added


def each_review(db: sqlite3.Connection) -> Iterator[Review]:
    """All reviews in the order in which they were added."""
    for row in db.execute("SELECT * FROM reviews ORDER BY key"):
        slots = {name: row[name] for name in row.keys() if name != "key"}  # noqa: SIM118 - a Row yields its values
        slots["correction"] = json.loads(row["correction"]) if row["correction"] else None
        yield Review(**slots)


def find_fact(db: sqlite3.Connection, article: str, fact: str) -> Record | None:
    """The fact as the newest version of the article that has it says it."""
    for version in db.execute("SELECT key FROM articles WHERE id = ? ORDER BY version DESC", (article,)).fetchall():
        for kind in KINDS:
            found = f"SELECT * FROM {kind} WHERE article = ? AND id = ?"
            row = db.execute(found, (version["key"], fact)).fetchone()
            if row is not None:
                return row_record(kind, dict(row), article)
    return None


def corrected(record: Record, changes: Mapping[str, object]) -> dict[str, object]:
    """The changed slots as JSON has them. Raises InputError for a slot or a value that the kind cannot have."""
    slots = {name: getattr(record, name) for name in type(record).model_fields}
    try:
        whole = type(record).model_validate({**slots, **changes})
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise InputError(f"fact {record.id}: {reason}") from error
    told = {**record_to_json(whole, {}), **whole.model_dump(include={"event", "part_of"})}
    return {name: told[name] for name in changes}


def _told_before(db: sqlite3.Connection, row: Mapping[str, object]) -> bool:
    """Whether this very review is there, or the reviewer's last one before it says the same."""
    same = "decision = :decision AND correction IS :correction AND note IS :note"
    theirs = "FROM reviews WHERE fact = :fact AND article = :article AND reviewer = :reviewer"
    last = f"SELECT * {theirs} AND at <= :at ORDER BY at DESC, key DESC LIMIT 1"
    known = f"SELECT 1 {theirs} AND at = :at AND {same} UNION ALL SELECT 1 FROM ({last}) WHERE {same}"
    return db.execute(known, row).fetchone() is not None


def _as_json(correction: Mapping[str, object] | None) -> str | None:
    return None if correction is None else json.dumps(correction, ensure_ascii=False, sort_keys=True)
