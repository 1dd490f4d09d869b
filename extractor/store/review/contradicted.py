"""Which counts are contradicted: written down when an extraction ends, and kept true when people decide."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from extractor.records import CountFact
from extractor.store.answers.contradictions import add_conflicts, conflicts
from extractor.store.answers.facts import STANDS, answers
from extractor.store.rows import path_json
from extractor.store.transactions import transaction

ALIKE = 100
"""So many counts of one thing at one place are compared anew, the last read."""
_SUMS = """
    INSERT INTO contradicted (fact_key, severity)
    SELECT f.key, max(min(1.0, abs(c.found - c.expected) / max(abs(c.expected), 1.0)))
    FROM checks AS c JOIN articles AS a ON a.key = c.article AND a.latest
    JOIN counts AS f ON f.article = c.article AND (f.id = c.total OR instr(c.parts, f.id))
    WHERE c.verdict = 'differs' AND c.holds AND {among} GROUP BY f.key
"""
_ARTICLES = """
    INSERT INTO contradicted (fact_key, severity)
    SELECT f.key, max(told.severity)
    FROM (SELECT first_article AS article, first AS fact, severity FROM conflicts
          UNION ALL SELECT second_article, second, severity FROM conflicts) AS told
    JOIN articles AS a ON a.id = told.article AND a.latest
    JOIN counts AS f ON f.article = a.key AND f.id = told.fact
    WHERE {among} GROUP BY f.key
    ON CONFLICT (fact_key) DO UPDATE SET severity = max(severity, excluded.severity)
"""
_OF_CHECKS = """
    SELECT f.key FROM checks AS c JOIN articles AS a ON a.key = c.article AND a.latest
    JOIN counts AS f ON f.article = c.article AND (f.id = c.total OR instr(c.parts, f.id))
    WHERE a.id = ? AND (c.total = ? OR instr(c.parts, ?))
"""
_OPPOSED = """
    SELECT g.key FROM (
      SELECT second_article AS article, second AS fact FROM conflicts WHERE first_article = ?1 AND first = ?2
      UNION SELECT first_article, first FROM conflicts WHERE second_article = ?1 AND second = ?2
    ) AS told JOIN articles AS b ON b.id = told.article AND b.latest
    JOIN counts AS g ON g.article = b.key AND g.id = told.fact WHERE g.review IS NOT 'reject'
"""


def note_contradicted(db: sqlite3.Connection) -> None:
    """Write down anew which counts a sum or a kept conflict contradicts, each with its worst contradiction."""
    with transaction(db):
        db.execute("DELETE FROM contradicted")
        _note(db, "TRUE", ())


def follow(db: sqlite3.Connection, article: str, fact: str, told: Iterable[CountFact]) -> None:
    """Bring the contradictions of a count to what holds, within the transaction that is open.

    `told` is what it said before and says now: counts of these things at these places are compared anew, and those
    that were held against it. What only its sentence has in common with another one waits for the next extraction;
    of equal statements another one may stand for all.
    """
    opposed = _keys(db, _OPPOSED, article, fact)
    alike = [key for count in told for key in _alike(db, count)]
    compared = list(answers(db, "counts", sorted({*opposed, *alike})))
    known = {(answer.article, answer.record.id) for answer in compared}
    gone = "DELETE FROM conflicts WHERE first_article = ? AND first = ? AND second_article = ? AND second = ?"
    for row in db.execute("SELECT first_article, first, second_article, second FROM conflicts").fetchall():
        pair = {(row["first_article"], row["first"]), (row["second_article"], row["second"])}
        if (article, fact) in pair or pair <= known:
            db.execute(gone, tuple(row))
    add_conflicts(db, conflicts(db, among=compared, limit=len(compared) ** 2))
    touched = {*opposed, *alike, *_keys(db, _OF_CHECKS, article, fact, fact)}
    among = json.dumps(sorted(touched))
    db.execute("DELETE FROM contradicted WHERE fact_key IN (SELECT value FROM json_each(?))", (among,))
    db.execute(
        "DELETE FROM contradicted WHERE fact_key IN (SELECT f.key FROM counts AS f JOIN articles AS a "
        "ON a.key = f.article AND a.latest WHERE a.id = ? AND f.id = ?)",
        (article, fact),
    )
    _note(db, "f.key IN (SELECT value FROM json_each(?))", (among,))


def _note(db: sqlite3.Connection, among: str, values: Sequence[object]) -> None:
    for statement in (_SUMS, _ARTICLES):
        db.execute(statement.format(among=among), values)


def _alike(db: sqlite3.Connection, count: CountFact) -> list[int]:
    """Keys of the counts that hold of this thing at this place."""
    if count.locality is None:
        return []
    asked = f"SELECT f.key FROM counts AS f WHERE f.locality = ? AND one_thing(f.what) = one_thing(?) AND {STANDS}"
    return _keys(db, f"{asked} ORDER BY f.key DESC LIMIT {ALIKE}", path_json(count.locality), count.what)


def _keys(db: sqlite3.Connection, asked: str, *values: object) -> list[int]:
    return [int(row["key"]) for row in db.execute(asked, values)]
