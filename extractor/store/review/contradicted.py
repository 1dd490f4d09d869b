"""Which counts are contradicted: written down when an extraction ends, so that a queue can begin with them."""

import sqlite3

from extractor.store.transactions import transaction

_SUMS = """
    INSERT INTO contradicted (fact_key, severity)
    SELECT f.key, max(min(1.0, abs(c.found - c.expected) / max(abs(c.expected), 1.0)))
    FROM checks AS c JOIN articles AS a ON a.key = c.article AND a.latest
    JOIN counts AS f ON f.article = c.article AND (f.id = c.total OR instr(c.parts, f.id))
    WHERE c.verdict = 'differs' AND c.holds GROUP BY f.key
"""
_ARTICLES = """
    INSERT INTO contradicted (fact_key, severity)
    SELECT f.key, max(told.severity)
    FROM (SELECT first_article AS article, first AS fact, severity FROM conflicts
          UNION ALL SELECT second_article, second, severity FROM conflicts) AS told
    JOIN articles AS a ON a.id = told.article AND a.latest
    JOIN counts AS f ON f.article = a.key AND f.id = told.fact
    WHERE TRUE GROUP BY f.key
    ON CONFLICT (fact_key) DO UPDATE SET severity = max(severity, excluded.severity)
"""


def note_contradicted(db: sqlite3.Connection) -> None:
    """Write down anew which counts a sum or a kept conflict contradicts, each with its worst contradiction."""
    with transaction(db):
        db.execute("DELETE FROM contradicted")
        db.execute(_SUMS)
        db.execute(_ARTICLES)
