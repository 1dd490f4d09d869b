"""The logs of several databases as one; what was sent to two of them is kept once."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from extractor.errors import StoreError
from extractor.store.database import blaming
from extractor.store.review.log import Review, append, by_token, each_review
from extractor.store.review.standing import rederive
from extractor.store.transactions import transaction

_CONTENT = ("fact", "article", "kind", "decision", "reviewer", "at", "reason", "note")


def unite(db: sqlite3.Connection, sources: Mapping[Path, sqlite3.Connection]) -> None:
    """Append the reviews of all sources in the order of their time, in one transaction.

    Raises StoreError that names the source whose reviews cannot be read.
    """
    paths = list(sources)
    found = [(review, number) for number, path in enumerate(paths) for review in _read(path, sources[path])]
    keys: dict[tuple[int, int], int] = {}
    with transaction(db):
        for review, number in sorted(found, key=lambda one: (one[0].at, one[1], one[0].key)):
            try:
                undoes = keys[(number, review.undoes)] if review.undoes is not None else None
                moved = replace(review, undoes=undoes)
                known = _known(db, moved)
                keys[(number, review.key)] = append(db, moved) if known is None else known
            except (KeyError, sqlite3.IntegrityError) as error:
                culprit = f"{paths[number]}: review {review.key}"
                raise StoreError(f"{culprit} does not hold together", named=True) from error
        rederive(db)


def _read(path: Path, source: sqlite3.Connection) -> list[Review]:
    """The reviews of a source. Raises StoreError that names it."""
    with blaming(path):
        try:
            return list(each_review(source))
        except (ValueError, TypeError) as error:
            raise StoreError(f"its reviews cannot be read ({error})") from error


def _known(db: sqlite3.Connection, review: Review) -> int | None:
    """The key of the same review, or of the same undoing."""
    if review.undoes is not None:
        row = db.execute("SELECT key FROM reviews WHERE undoes = ?", (review.undoes,)).fetchone()
        return None if row is None else int(row["key"])
    same = by_token(db, review.token) if review.token else None
    if same is not None:
        return same.key
    if review.token is not None:
        return None
    # Reviews of the time before tokens are known by what they say.
    alike = " AND ".join(f"{name} IS :{name}" for name in _CONTENT)
    values = {name: getattr(review, name) for name in _CONTENT}
    correction = json.dumps(review.correction, ensure_ascii=False, sort_keys=True) if review.correction else None
    row = db.execute(
        f"SELECT key FROM reviews WHERE {alike} AND correction IS :correction", {**values, "correction": correction}
    ).fetchone()
    return None if row is None else int(row["key"])
