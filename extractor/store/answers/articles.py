"""What surrounds an article: its versions, and the reprints that tell the same text."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of an article that changed on the web; `read` is when (UTC, ISO 8601)."""

    version: int
    latest: bool
    read: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Headline:
    """An article in a list."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None


def versions(db: sqlite3.Connection, article: str) -> list[Version]:
    """The versions of an article, the latest first."""
    rows = db.execute(
        "SELECT a.version, a.latest, r.started AS read, a.extractor FROM articles AS a "
        "JOIN runs AS r ON r.key = a.run WHERE a.id = ? ORDER BY a.version DESC",
        (article,),
    )
    return [Version(row["version"], bool(row["latest"]), row["read"], row["extractor"]) for row in rows]


def reprints_of(db: sqlite3.Connection, article: str) -> list[Headline]:
    """The other articles that tell the same text, the earliest first."""
    rows = db.execute(
        "SELECT a.id, a.title, a.outlet, a.published FROM article_clusters AS mine "
        "JOIN article_clusters AS other ON other.cluster = mine.cluster AND other.article <> mine.article "
        "JOIN articles AS a ON a.id = other.article AND a.latest WHERE mine.article = ? "
        "ORDER BY coalesce(a.published, '~'), a.id",
        (article,),
    )
    return [Headline(*row) for row in rows]
