"""Decisions that have lost their fact, and those that the machine has come to contradict: listed, never dropped."""

import sqlite3
from dataclasses import dataclass

from extractor.store.review.log import Review, review_at


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose words are no longer in the article, or whose article is gone; `review` has what was seen."""

    article: str
    fact: str
    review: Review


def orphans(db: sqlite3.Connection) -> list[Orphan]:
    """The decisions that no fact is found for, in the order of articles."""
    return _in_state(db, "orphan")


def disputed_facts(db: sqlite3.Connection) -> list[Orphan]:
    """The decisions about facts that the machine has come to read otherwise."""
    return _in_state(db, "disputed")


def _in_state(db: sqlite3.Connection, state: str) -> list[Orphan]:
    rows = db.execute(
        "SELECT article, fact, review FROM standing WHERE state = ? ORDER BY article, fact", (state,)
    ).fetchall()
    return [Orphan(row["article"], row["fact"], review_at(db, row["review"])) for row in rows]
