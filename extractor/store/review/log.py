"""The log of reviews: appended, never changed. Taking one back is a review of its own."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args
from uuid import uuid4

from extractor.errors import NotFoundError
from extractor.records import Kind
from extractor.store.tables import table

Action = Literal["accept", "reject", "correct", "create", "split", "skip", "undo"]
ACTIONS: tuple[Action, ...] = get_args(Action)
Json = Mapping[str, Any]
_JSON = ("correction", "before", "machine")
_LIVE = (
    "SELECT * FROM reviews AS r WHERE r.decision <> 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.key)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One entry of the log: who decided what about which fact, and what they had before their eyes.

    `correction` holds the changed slots, of `create` the whole record, of `split` the list of records. `before` is
    the record as the reviewer saw it, `machine` the machine's reading at that time where that was another one,
    `{}` where there was none. `undoes` is the key of the review taken back. `at` is UTC, ISO 8601.
    """

    fact: str
    article: str
    kind: Kind
    decision: Action
    reviewer: str
    at: str
    correction: Any = None
    reason: str | None = None
    note: str | None = None
    before: Json | None = None
    machine: Json | None = None
    undoes: int | None = None
    token: str | None = None
    extractor: str | None = None
    key: int = 0


def append(db: sqlite3.Connection, review: Review) -> int:
    """Write the review into the log; its key. Without a token it gets one."""
    row = {**asdict(review), "token": review.token or uuid4().hex}
    row.update((name, _to_json(row[name])) for name in _JSON)
    del row["key"]
    return int(table(db, "reviews").insert(row).last_rowid or 0)


def each_review(db: sqlite3.Connection) -> Iterator[Review]:
    """All reviews in the order in which they were added."""
    return _reviews(db.execute("SELECT * FROM reviews ORDER BY key"))


def review_at(db: sqlite3.Connection, key: int) -> Review:
    """The review with this key. Raises NotFoundError."""
    found = next(_reviews(db.execute("SELECT * FROM reviews WHERE key = ?", (key,))), None)
    if found is None:
        raise NotFoundError(f"no review {key}")
    return found


def last_reviews(
    db: sqlite3.Connection, *, reviewer: str | None = None, article: str | None = None, limit: int = 50
) -> list[Review]:
    """The last reviews, the newest first: all, or one person's, or those of one article."""
    rows = db.execute(
        "SELECT * FROM reviews WHERE (:reviewer IS NULL OR reviewer = :reviewer) "
        "AND (:article IS NULL OR article = :article) ORDER BY key DESC LIMIT :limit",
        {"reviewer": reviewer, "article": article, "limit": limit},
    )
    return list(_reviews(rows))


def by_token(db: sqlite3.Connection, token: str | None) -> Review | None:
    """The review that was sent with this token."""
    return next(_reviews(db.execute("SELECT * FROM reviews WHERE token = ?", (token,))), None)


def reviews_of(db: sqlite3.Connection, article: str, facts: Iterable[str]) -> list[Review]:
    """All reviews of these facts of the article, undone ones and undoings included, oldest first."""
    rows = db.execute(
        "SELECT * FROM reviews WHERE article = ? AND fact IN (SELECT value FROM json_each(?)) ORDER BY at, key",
        (article, json.dumps(list(facts))),
    )
    return list(_reviews(rows))


def live_reviews(db: sqlite3.Connection, article: str, facts: Sequence[str] | None = None) -> list[Review]:
    """What nobody took back of an article's reviews, oldest first: of all facts, or of these and all splits."""
    chosen = "" if facts is None else "AND (r.fact IN (SELECT value FROM json_each(?)) OR r.decision = 'split')"
    values = (article,) if facts is None else (article, json.dumps(list(facts)))
    return list(_reviews(db.execute(f"{_LIVE} AND r.article = ? {chosen} ORDER BY r.at, r.key", values)))


def last_of(db: sqlite3.Connection, reviewer: str) -> Review | None:
    """The reviewer's last review that is not taken back."""
    return next(_reviews(db.execute(f"{_LIVE} AND r.reviewer = ? ORDER BY r.key DESC LIMIT 1", (reviewer,))), None)


def reviewed_articles(db: sqlite3.Connection) -> list[str]:
    """The ids of all articles that anybody reviewed facts of."""
    return [row["article"] for row in db.execute("SELECT DISTINCT article FROM reviews ORDER BY article")]


def _reviews(rows: Iterable[sqlite3.Row]) -> Iterator[Review]:
    for row in rows:
        slots = dict(row)
        slots.update((name, json.loads(slots[name])) for name in _JSON if slots[name] is not None)
        yield Review(**slots)


def _to_json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
