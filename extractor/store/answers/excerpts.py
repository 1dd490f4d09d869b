"""A stretch of an article with the facts that lie in it: an article may be too long to be shown at once."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.errors import NotFoundError
from extractor.records import KINDS, Record
from extractor.store.answers.facts import HOLDS
from extractor.store.rows import row_record

WIDTH = 20_000
"""Characters that are shown at once."""
_WHOLE = re.compile(r"[1-9]\d*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heading:
    """The latest version of an article without its text; `length` counts the text's characters."""

    key: int
    id: str
    version: int
    title: str | None
    published: str | None
    outlet: str | None
    author: str | None
    url: str | None
    length: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters `start` to `end` of an article's text, and the facts whose quotes lie there, in their order.

    `reviews` tells what holds of people's decisions, by the ids of the facts that they decided about.
    """

    start: int
    end: int
    text: str
    records: tuple[Record, ...]
    reviews: Mapping[str, str]


def heading(db: sqlite3.Connection, article: str, version: str = "") -> Heading:
    """What stands above the text, of the latest version or the one asked for. Raises NotFoundError."""
    if version and not _WHOLE.fullmatch(version):
        raise NotFoundError(f"no version {version!r} of the article {article!r}")
    row = db.execute(
        "SELECT key, id, version, title, published, outlet, author, url, length(text) AS length "
        "FROM articles WHERE id = :id "
        "AND CASE :version WHEN '' THEN latest ELSE version = CAST(:version AS INT) END",
        {"id": article, "version": version},
    ).fetchone()
    if row is None:
        raise NotFoundError(f"no article {article!r}" + (f" in version {version!r}" if version else ""))
    return Heading(**dict(row))


def excerpt(
    db: sqlite3.Connection, article: Heading, around: int = 0, width: int = WIDTH, shown: str | None = None
) -> Excerpt:
    """The paragraphs around a place in the text, about `width` characters; all of a text that is little longer.

    Of the facts that people rejected it has none but the `shown` one.
    """
    start, end = 0, article.length
    if article.length > width + width // 2:
        start = max(0, min(around, article.length) - width // 2)
        end = min(article.length, start + width)
    text = _text(db, article.key, start, end)
    if start:
        cut = text.find("\n", 0, max(0, around - start)) + 1  # 0 where the paragraph is longer than the window
        start, text = start + cut, text[cut:]
    if end < article.length:
        cut = text.rfind("\n", max(0, around - start) + 1) + 1 or len(text)
        text = text[:cut]
    return Excerpt(start, start + len(text), text, *_facts(db, article, start, start + len(text), shown))


def fact_offset(db: sqlite3.Connection, article: Heading, fact: str) -> int:
    """Where the fact's quote begins. Raises NotFoundError for a fact that the article does not have."""
    for kind in KINDS:
        asked = f"SELECT start_at FROM {kind} WHERE article = ? AND id = ?"
        row = db.execute(asked, (article.key, fact)).fetchone()
        if row is not None:
            return int(row["start_at"])
    raise NotFoundError(f"no fact {fact!r} in article {article.id!r}")


def _text(db: sqlite3.Connection, key: int, start: int, end: int) -> str:
    row = db.execute("SELECT substr(text, ?, ?) FROM articles WHERE key = ?", (start + 1, end - start, key))
    return str(row.fetchone()[0])


def _facts(
    db: sqlite3.Connection, article: Heading, start: int, end: int, shown: str | None
) -> tuple[tuple[Record, ...], dict[str, str]]:
    """The facts, and the decisions about them."""
    chosen = f"article = ? AND start_at < ? AND end_at > ? AND ({HOLDS} OR f.id = ?)"
    rows = [
        (row_record(kind, dict(row), article.id), row["review"])
        for kind in KINDS
        for row in db.execute(f"SELECT * FROM {kind} AS f WHERE {chosen}", (article.key, end, start, shown))
    ]
    found = sorted((record for record, _ in rows), key=lambda one: (one.start, one.end, one.kind, one.id))
    return tuple(found), {record.id: review for record, review in rows if review}
