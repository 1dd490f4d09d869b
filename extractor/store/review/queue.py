"""What to review next: the facts that nobody decided about, those that doubt asks first, or article by article."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from extractor.errors import NotFoundError
from extractor.interchange import slots_to_json
from extractor.records import KINDS, Kind, Record
from extractor.store.review.fact_rows import current_fact, row_at
from extractor.store.review.filters import Conditions, filters, listed_articles
from extractor.store.review.standing import ids_of
from extractor.store.transactions import transaction

Order = Literal["doubt", "contradiction", "article"]
Cursor = tuple[float, ...]
"""Where an item stands in its queue; `items` goes on after it, or before it."""
HELD = timedelta(minutes=10)
"""So long is a fact that a reviewer took shown to no other one."""
_ORDERS: dict[Order, tuple[str, ...]] = {
    "doubt": ("f.confidence", "f.key"),
    "contradiction": ("-x.severity", "x.fact_key"),
    "article": ("f.article", "f.start_at", "f.key"),
}
_FREE = "NOT EXISTS (SELECT 1 FROM holds AS h WHERE h.fact_key = f.key AND h.reviewer <> :me AND h.until > :now)"
# The plus keeps SQLite from the index of all that the reviewer decided.
_NOT_SKIPPED = (
    "NOT EXISTS (SELECT 1 FROM reviews AS r WHERE r.article = (SELECT id FROM articles WHERE key = f.article) "
    "AND r.fact = f.id AND r.decision = 'skip' AND +r.reviewer = :me "
    "AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.key))"
)
_DISPUTED = "s.state = 'disputed'"
_SECOND = "s.opinions = 1 AND s.fact < :share AND s.reviewer <> :me AND s.state = 'attached'"


@dataclass(frozen=True, slots=True)
class Queue:
    """Which facts are to be reviewed, and in which order.

    `doubt`: the least certain first; `contradiction`: counts that articles or sums contradict, the most severe
    first; `article`: as they stand in the text. `since` and `until` bound the article's date. Nobody decided about
    `pending` facts; of `disputed` ones the machine has come to read something else; `all` are both, and what the
    reviewer skipped. `doubled` is the share (percent) of the facts that two reviewers get.
    """

    order: Order = "doubt"
    kind: Kind | None = None
    place: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    state: Literal["pending", "disputed", "all"] = "pending"
    doubled: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to be reviewed.

    `review` is the decision that holds, `last` the key of the fact's last review (0: none). `likeness` is equal for
    equal facts of equal words. A `blind` item is for a second opinion: it is shown as the machine read it.
    """

    key: int
    id: str
    article: str
    record: Record
    review: str | None
    state: str
    last: int
    likeness: str
    cursor: Cursor
    blind: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of the fact."""
        return self.record.kind


@dataclass(frozen=True, slots=True)
class _Source:
    """One of the tables and conditions that a queue draws from."""

    kind: Kind
    tables: str
    where: str
    state: str


def items(
    db: sqlite3.Connection,
    queue: Queue,
    reviewer: str,
    *,
    after: Cursor | None = None,
    before: Cursor | None = None,
    limit: int = 1,
) -> list[Item]:
    """The next facts of the queue for this reviewer, none that another one has before their eyes.

    `after` a cursor they come in the queue's order, `before` one backwards from it.
    """
    articles = listed_articles(db, queue)
    found = [
        one
        for source in _sources(queue)
        if (where := filters(db, queue, source.kind, articles)) is not None
        for one in _drawn(db, queue, source, where, reviewer, after, before, limit)
    ]
    found.sort(key=lambda one: one[0], reverse=before is not None)
    return [_item(db, cursor, source, key) for cursor, source, key in found[:limit]]


def take(
    db: sqlite3.Connection, queue: Queue, reviewer: str, *, after: Cursor | None = None, limit: int = 1
) -> list[Item]:
    """The next facts of the queue, held for this reviewer: no other one gets them for some minutes."""
    now = datetime.now(UTC)
    with transaction(db):
        found = items(db, queue, reviewer, after=after, limit=limit)
        db.execute("DELETE FROM holds WHERE until <= ?", (_moment(now),))
        db.executemany(
            "INSERT OR REPLACE INTO holds (fact_key, reviewer, until) VALUES (?, ?, ?)",
            [(item.key, reviewer, _moment(now + HELD)) for item in found],
        )
    return found


def item(db: sqlite3.Connection, article: str, fact: str, order: Order = "doubt") -> Item:
    """One fact, decided about or not, with its place in a queue of this order. Raises NotFoundError."""
    row = current_fact(db, article, fact)
    if row is None:
        raise NotFoundError(f"no fact {fact!r} of the article {article!r}")
    tables = f"{row.kind} AS f LEFT JOIN contradicted AS x ON x.fact_key = f.key"
    found = db.execute(f"SELECT {', '.join(_ORDERS[order])} FROM {tables} WHERE f.key = ?", (row.key,)).fetchone()
    stood = db.execute("SELECT state FROM standing WHERE fact_key = ?", (row.key,)).fetchone()
    cursor = () if None in tuple(found) else tuple(found)
    return _item(db, cursor, _Source(row.kind, "", "", stood["state"] if stood else "pending"), row.key)


def identical(db: sqlite3.Connection, item: Item, limit: int = 20) -> list[Item]:
    """The other undecided facts with the same slots in the same words, in reprints of the item's article."""
    rows = db.execute(
        f"""
        SELECT f.key FROM article_clusters AS own JOIN article_clusters AS other ON other.cluster = own.cluster
        JOIN articles AS a ON a.id = other.article AND a.latest JOIN {item.kind} AS f ON f.article = a.key
        WHERE own.article = ? AND f.quote = ? AND f.review IS NULL AND f.key <> ? ORDER BY f.key
        """,
        (item.article, item.record.quote, item.key),
    ).fetchall()
    source = _Source(item.kind, "", "", "pending")
    alike = (one for row in rows if (one := _item(db, (), source, row["key"])).likeness == item.likeness)
    return [one for one, _ in zip(alike, range(limit), strict=False)]


def _sources(queue: Queue) -> Iterator[_Source]:
    """Where the facts of the queue are found, kind by kind."""
    shown = "" if queue.state == "all" else f" AND {_NOT_SKIPPED}"
    for kind in KINDS if queue.order != "contradiction" else ("counts",):
        if queue.kind not in (None, kind):
            continue
        tables = f"{kind} AS f"
        if queue.order == "contradiction":
            # For an inner join SQLite would first read all counts into a Bloom filter.
            tables = f"contradicted AS x LEFT JOIN {tables} ON f.key = x.fact_key"
        judged = f"standing AS s CROSS JOIN {kind} AS f ON f.key = s.fact_key"
        if queue.order == "contradiction":
            judged += " JOIN contradicted AS x ON x.fact_key = f.key"
        if queue.state != "disputed":
            yield _Source(kind, tables, f"f.review IS NULL{shown}", "pending")
        if queue.state != "pending":
            yield _Source(kind, judged, _DISPUTED, "disputed")
        if queue.state != "disputed" and queue.doubled:
            yield _Source(kind, judged, f"{_SECOND}{shown}", "doubled")


def _drawn(
    db: sqlite3.Connection,
    queue: Queue,
    source: _Source,
    where: Conditions,
    reviewer: str,
    after: Cursor | None,
    before: Cursor | None,
    limit: int,
) -> list[tuple[Cursor, _Source, int]]:
    """The first facts of one source in the queue's order, as cursor and key."""
    order = _ORDERS[queue.order]
    columns = [f"+{column}" for column in order] if where.few else list(order)
    share = f"{round(queue.doubled * 65536 / 100):04x}" if queue.doubled < 100 else "g"
    values = {**where.values, "me": reviewer, "now": _moment(datetime.now(UTC)), "share": share}
    conditions = " AND ".join([*where.parts, source.where, _FREE])
    way = " DESC" if before is not None else ""
    asked = f"SELECT {', '.join(order)} FROM {source.tables} WHERE {conditions}"
    ordered = f"ORDER BY {', '.join(f'{column}{way}' for column in columns)} LIMIT :limit"
    found: list[sqlite3.Row] = []
    for tier in _tiers(columns, after or before or (), "<" if before is not None else ">"):
        bounds = {f"b{number}": bound for number, bound in enumerate(after or before or ())}
        rows = db.execute(f"{asked} {tier} {ordered}", {**values, **bounds, "limit": limit - len(found)})
        found += rows.fetchall()
        if len(found) == limit:
            break
    return [(tuple(row), source, row[len(order) - 1]) for row in found]


def _tiers(columns: list[str], bounds: Cursor, sign: str) -> Iterator[str]:
    """What comes after a cursor, nearest first: what shares all but its last place, then all but two, ...

    Each is answered from the index at once; of a comparison of rows SQLite uses the first column only, and half of
    all facts may be equally certain.
    """
    if not bounds:
        yield ""
    for shared in range(len(bounds) - 1, -1, -1):
        equal = [f"{columns[number]} = :b{number}" for number in range(shared)]
        yield "".join(f" AND {one}" for one in (*equal, f"{columns[shared]} {sign} :b{shared}"))


def _item(db: sqlite3.Connection, cursor: Cursor, source: _Source, key: int) -> Item:
    row = row_at(db, source.kind, key)
    assert row is not None, "a key that was just read"
    blind = source.state == "doubled"
    record = row.machine if blind and row.machine is not None else row.stands
    ids = ids_of(db, record.article_id, record.id)
    last = db.execute(
        "SELECT max(key) FROM reviews WHERE article = ? AND fact IN (SELECT value FROM json_each(?))",
        (record.article_id, json.dumps(ids)),
    ).fetchone()[0]
    state = "pending" if blind else source.state
    review = None if blind else row.review
    return Item(
        key, record.id, record.article_id, record, review, state, last or 0, likeness(record), cursor, blind
    )


def likeness(record: Record) -> str:
    """Equal for facts with the same slots in the same words, in whatever article."""
    left_out = ("start", "end", "rule", "reasons", "confidence", "part_of")
    slots = {name: value for name, value in slots_to_json(record).items() if name not in left_out}
    told = json.dumps([record.kind, slots], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds")
