"""How far the review has come: what is decided, what is left, and how fast a reviewer goes."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from extractor.records import KINDS, Kind
from extractor.store.answers.facts import PLACE
from extractor.store.review.filters import Conditions, of_articles
from extractor.store.review.queue import Queue
from extractor.store.search.vocabulary import paths_within

RECENT = timedelta(hours=1)
_LIVE = (
    "reviewer = :reviewer AND decision NOT IN ('undo', 'skip') "
    "AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.key)"
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Facts of a queue that people decided about, those left, and a reviewer's own decisions: all, and per hour."""

    decided: int
    left: int
    mine: int
    per_hour: float


def progress(db: sqlite3.Connection, queue: Queue, reviewer: str) -> Progress:
    """The figures of a queue. Of a disputed one those are left that the machine has come to read otherwise."""
    asked = KINDS if queue.order != "contradiction" else ("counts",)
    kinds = [kind for kind in asked if queue.kind in (None, kind) and (queue.place is None or kind in PLACE)]
    decided = sum(_judged(db, queue, kind, "f.review IS NOT NULL") for kind in kinds)
    if queue.state == "disputed":
        left = sum(_judged(db, queue, kind, "s.state = 'disputed'") for kind in kinds)
    else:
        left = sum(_left(db, queue, kind) for kind in kinds)
    return Progress(decided, left, *_own(db, reviewer))


def _judged(db: sqlite3.Connection, queue: Queue, kind: Kind, condition: str) -> int:
    """The facts that people decided about, of those that meet the condition."""
    where = _asked(db, queue, kind)
    found = db.execute(
        f"SELECT count(DISTINCT f.key) FROM standing AS s CROSS JOIN {kind} AS f ON f.key = s.fact_key "
        f"WHERE s.kind = '{kind}' AND {' AND '.join([condition, *where.parts])}",
        where.values,
    )
    return int(found.fetchone()[0])


def _left(db: sqlite3.Connection, queue: Queue, kind: Kind) -> int:
    where = _asked(db, queue, kind)
    undecided = " AND ".join(["f.review IS NULL", *where.parts])
    # Named where nothing more is asked: SQLite would count the rows of the table.
    index = "" if where.parts else f"INDEXED BY {kind}_doubt"
    # Few articles are superseded: their facts are sooner taken off than each fact's article is looked up.
    superseded = f"{undecided} AND f.article IN (SELECT key FROM articles WHERE NOT latest)"
    row = db.execute(
        f"SELECT (SELECT count(*) FROM {kind} AS f {index} WHERE {undecided}) "
        f"- (SELECT count(*) FROM {kind} AS f WHERE {superseded})",
        where.values,
    ).fetchone()
    return int(row[0])


def _asked(db: sqlite3.Connection, queue: Queue, kind: Kind) -> Conditions:
    """What the queue asks of a fact `f`, led to through the articles and places."""
    of_article = of_articles(db, queue)
    where = Conditions(values=of_article.values)
    if of_article.parts:
        chosen = f"SELECT a.key FROM articles AS a WHERE {' AND '.join(of_article.parts)}"
        where.parts.append(f"f.article IN ({chosen})")
    if queue.place is not None:
        where.parts.append(f"f.{PLACE[kind]} IN (SELECT value FROM json_each(:paths))")
        where.values["paths"] = paths_within(db, queue.place)
    if queue.order == "contradiction":
        where.parts.append("f.key IN (SELECT fact_key FROM contradicted)")
    return where


def reviewers(db: sqlite3.Connection, article: str | None = None) -> dict[str, tuple[int, float]]:
    """Everyone who decided (about the article): how often without taking it back, and how often an hour of late."""
    about = "" if article is None else "WHERE article = :article"
    names = db.execute(f"SELECT DISTINCT reviewer FROM reviews {about} ORDER BY reviewer", {"article": article})
    return {row["reviewer"]: _own(db, row["reviewer"], article) for row in names.fetchall()}


def decided_by(db: sqlite3.Connection, reviewer: str, article: str | None = None) -> dict[Kind, int]:
    """Of each kind, about how many facts (of the article) the reviewer decided and did not take it back."""
    about = "" if article is None else "AND article = :article"
    rows = db.execute(
        f"SELECT kind, count(DISTINCT article || ' ' || fact) AS made FROM reviews AS r "
        f"WHERE {_LIVE} {about} GROUP BY kind",
        {"reviewer": reviewer, "article": article},
    )
    made = {row["kind"]: int(row["made"]) for row in rows}
    return {kind: made.get(kind, 0) for kind in KINDS}


def _own(db: sqlite3.Connection, reviewer: str, article: str | None = None) -> tuple[int, float]:
    """The reviewer's decisions (about the article) that nobody took back: all, and so many an hour of late."""
    about = "" if article is None else "AND article = :article"
    now = datetime.now(UTC)
    since = (now - RECENT).isoformat(timespec="seconds")
    row = db.execute(
        "SELECT count(*) AS made, count(*) FILTER (WHERE at >= :since) AS recent, "
        f"min(at) FILTER (WHERE at >= :since) AS first FROM reviews AS r WHERE {_LIVE} {about}",
        {"reviewer": reviewer, "since": since, "article": article},
    ).fetchone()
    if not row["recent"]:
        return row["made"], 0.0
    spent = max(now - datetime.fromisoformat(row["first"]), timedelta(minutes=1))
    return row["made"], round(row["recent"] * (RECENT / spent), 1)
