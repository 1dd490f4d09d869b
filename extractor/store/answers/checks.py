"""Verdicts on sums and comparisons that an article invites: whether its parts make its total."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records import Check
from extractor.store.answers.facts import Answer, answers
from extractor.store.rows import row_check


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with the facts that it is about: the total first, then its parts."""

    check: Check
    facts: tuple[Answer, ...]


def find_checks(
    db: sqlite3.Connection, verdicts: Sequence[str] = (), article: str | None = None, limit: int = 50
) -> list[Checked]:
    """The checks of the latest articles, those that differ most first."""
    rows = db.execute(
        """
        SELECT c.*, a.id AS article_id FROM checks AS c JOIN articles AS a ON a.key = c.article
        WHERE a.latest AND c.holds AND (:all OR c.verdict IN (SELECT value FROM json_each(:verdicts)))
          AND (:article IS NULL OR a.id = :article)
        ORDER BY abs(c.found - c.expected) / max(abs(c.expected), 1) DESC, c.key LIMIT :limit
        """,
        {"all": not verdicts, "verdicts": json.dumps(list(verdicts)), "article": article, "limit": limit},
    ).fetchall()
    return [
        Checked(check := row_check(dict(row), row["article_id"]), _facts(db, row["article"], check)) for row in rows
    ]


def checks_of(db: sqlite3.Connection, article: int, fact: str) -> list[Checked]:
    """The checks that a count takes part in; `article` is the key of the article's version."""
    rows = db.execute(
        "SELECT c.*, a.id AS article_id FROM checks AS c JOIN articles AS a ON a.key = c.article "
        "WHERE c.article = ? AND c.holds AND (c.total = ? OR instr(c.parts, ?)) ORDER BY c.key",
        (article, fact, fact),
    ).fetchall()
    return [Checked(check := row_check(dict(row), row["article_id"]), _facts(db, article, check)) for row in rows]


def _facts(db: sqlite3.Connection, article: int, check: Check) -> tuple[Answer, ...]:
    keys = [
        row["key"]
        for fact in (check.total, *check.parts)
        for row in db.execute("SELECT key FROM counts WHERE article = ? AND id = ?", (article, fact))
    ]
    return tuple(answers(db, "counts", keys))
