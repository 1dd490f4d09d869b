"""The rows of the fact tables under review: what the machine read, and what people made of it laid over it."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extractor.errors import StoreError
from extractor.records import KINDS, Kind, Record
from extractor.store.rows import FACTS_PER_ARTICLE, record_row, row_record
from extractor.store.search.indexing import index_records, unindex_record
from extractor.store.tables import table

LONGEST_QUOTE = 5000
"""No fact has words that begin so far before others that they share."""
Standing = Literal["accept", "reject", "correct", "create"]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as it `stands` in its table, and as the `machine` read it: None where it did not."""

    key: int
    article: int
    stands: Record
    machine: Record | None
    review: Standing | None = None

    @property
    def kind(self) -> Kind:
        """The kind, which names the table."""
        return self.stands.kind


def latest_key(db: sqlite3.Connection, article: str) -> int | None:
    """The key of the article's latest version."""
    row = db.execute("SELECT key FROM articles WHERE id = ? AND latest", (article,)).fetchone()
    return None if row is None else int(row["key"])


def find_row(db: sqlite3.Connection, article: int, kind: Kind, fact: str) -> FactRow | None:
    """The fact of this id in one version of an article."""
    return next(_rows(db, kind, "f.article = ? AND f.id = ?", (article, fact)), None)


def row_at(db: sqlite3.Connection, kind: Kind, key: int) -> FactRow | None:
    """The fact with this key."""
    return next(_rows(db, kind, "f.key = ?", (key,)), None)


def rows_of(db: sqlite3.Connection, article: int, kind: Kind) -> list[FactRow]:
    """The facts of a kind in one version of an article, in their order."""
    return list(_rows(db, kind, "f.article = ? ORDER BY f.key", (article,)))


def rows_within(db: sqlite3.Connection, article: int, kind: Kind, start: int, end: int) -> list[FactRow]:
    """The facts of a kind whose words share some with this stretch of the article, in their order."""
    condition = "f.article = ? AND f.start_at < ? AND f.end_at > ? ORDER BY f.key"
    return list(_rows(db, kind, condition, (article, end, start)))


def free_rows_within(db: sqlite3.Connection, article: int, kind: Kind, start: int, end: int) -> list[FactRow]:
    """Those of them that nobody decided about, found through the index of the unread."""
    condition = "f.article = ? AND f.review IS NULL AND f.start_at > ? AND f.start_at < ? AND f.end_at > ?"
    return list(_rows(db, kind, f"{condition} ORDER BY f.key", (article, start - LONGEST_QUOTE, end, start)))


def reviewed_rows(db: sqlite3.Connection, article: int) -> list[FactRow]:
    """The facts of one version of an article that people decided about."""
    condition = "f.article = ? AND f.review IS NOT NULL"
    return [row for kind in KINDS for row in _rows(db, kind, condition, (article,))]


def find_fact(db: sqlite3.Connection, article: str, fact: str) -> FactRow | None:
    """The fact as the newest version of the article that has it says it."""
    for version in db.execute("SELECT key FROM articles WHERE id = ? ORDER BY version DESC", (article,)).fetchall():
        for kind in KINDS:
            row = find_row(db, version["key"], kind, fact)
            if row is not None:
                return row
    return None


def current_fact(db: sqlite3.Connection, article: str, fact: str) -> FactRow | None:
    """The fact in the latest version, or the one that its decision stands at, or as the newest version says it."""
    latest = latest_key(db, article)
    if latest is not None:
        for kind in KINDS:
            row = find_row(db, latest, kind, fact)
            if row is not None:
                return row
    standing = "SELECT kind, fact_key FROM standing WHERE article = ? AND fact = ? AND fact_key IS NOT NULL"
    stood = db.execute(standing, (article, fact)).fetchone()
    return (row_at(db, stood["kind"], stood["fact_key"]) if stood else None) or find_fact(db, article, fact)


def lay(db: sqlite3.Connection, row: FactRow, stands: Record, review: Standing | None) -> None:
    """Let this stand in the row; the search index follows. What the machine read is kept beside it."""
    changes = {**_columns(stands, row), "review": review, "machine": _machine_json(stands, row)}
    table(db, row.kind).update(row.key, changes)
    if stands != row.stands:
        unindex_record(db, row.key, row.stands)
        index_records(db, [(row.key, stands)])


def restore(db: sqlite3.Connection, row: FactRow) -> None:
    """Let the machine's reading stand; a fact that it does not read goes."""
    if row.machine is not None:
        lay(db, row, row.machine, None)
        return
    unindex_record(db, row.key, row.stands)
    db.execute(f"DELETE FROM {row.kind} WHERE key = ?", (row.key,))


def add(db: sqlite3.Connection, article: int, record: Record, review: Standing) -> FactRow:
    """A row for a fact that the machine does not read. Raises StoreError where the article is full."""
    first, beyond = article * FACTS_PER_ARTICLE, (article + 1) * FACTS_PER_ARTICLE
    highest = [
        db.execute(f"SELECT max(key) FROM {kind} WHERE key >= ? AND key < ?", (first, beyond)).fetchone()[0]
        for kind in KINDS
    ]
    key = max((number for number in highest if number is not None), default=first - 1) + 1
    if key == beyond:
        raise StoreError(f"{record.article_id}: more than {FACTS_PER_ARTICLE} facts in one article")
    row = record_row(record, article, key - first)
    table(db, record.kind).insert({**row, "review": review, "machine": "{}"})
    index_records(db, [(key, record)])
    return FactRow(key, article, record, None, review)


def machine_columns(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The columns of a fact's row as the machine read them; None where it did not read the fact."""
    if row["machine"] is None:
        return dict(row)
    read = json.loads(row["machine"])
    return {**row, **read} if read else None


def _rows(db: sqlite3.Connection, kind: Kind, condition: str, values: tuple[object, ...]) -> Iterator[FactRow]:
    found = db.execute(
        f"SELECT f.*, a.id AS article_id FROM {kind} AS f JOIN articles AS a ON a.key = f.article "
        f"WHERE {condition}",
        values,
    )
    for row in found.fetchall():
        stands = row_record(kind, dict(row), row["article_id"])
        read = machine_columns(dict(row))
        same = row["machine"] is None
        machine = stands if same else row_record(kind, read, row["article_id"]) if read else None
        yield FactRow(row["key"], row["article"], stands, machine, row["review"])


def _columns(record: Record, row: FactRow) -> dict[str, Any]:
    columns = record_row(record.known_as(row.stands.id), row.article, row.key % FACTS_PER_ARTICLE)
    del columns["key"]
    return columns


def _machine_json(stands: Record, row: FactRow) -> str | None:
    """The columns in which the machine's reading is another; {} where there is none."""
    if row.machine is None:
        return "{}"
    now, read = _columns(stands, row), _columns(row.machine, row)
    other = {name: value for name, value in read.items() if value != now[name]}
    return json.dumps(other, ensure_ascii=False) if other else None
