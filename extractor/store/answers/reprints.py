"""What the database keeps about reprints: a signature of each article, and the clusters of those that are alike."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from extractor.records import Article
from extractor.store.rows import row_article
from extractor.store.transactions import transaction


def unsigned(db: sqlite3.Connection) -> Iterator[tuple[int, Article]]:
    """The latest articles that have no signature yet, with their keys."""
    missing = "SELECT key FROM articles WHERE latest AND key NOT IN (SELECT article FROM article_signatures)"
    for (key,) in db.execute(f"{missing} ORDER BY id").fetchall():
        yield key, row_article(dict(db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()))


def save_signatures(db: sqlite3.Connection, signatures: Iterable[tuple[int, str, bytes | None]]) -> None:
    """Keep key, hash of the text and signature of each article."""
    with transaction(db):
        db.executemany("INSERT OR REPLACE INTO article_signatures VALUES (?, ?, ?)", signatures)


def signatures(db: sqlite3.Connection) -> Iterator[tuple[str, str, bytes | None]]:
    """Id, hash of the text and signature of the latest articles, in the order of their ids."""
    rows = db.execute(
        "SELECT a.id, s.text_hash, s.signature FROM article_signatures AS s "
        "JOIN articles AS a ON a.key = s.article WHERE a.latest ORDER BY a.id"
    )
    for row in rows:
        yield row["id"], row["text_hash"], row["signature"]


def save_clusters(db: sqlite3.Connection, clusters: Iterable[tuple[Sequence[str], float]]) -> None:
    """Put these clusters, each with the similarity of its weakest link, in the place of all before."""
    with transaction(db):
        db.execute("DELETE FROM article_clusters")
        for articles, similarity in clusters:
            db.executemany(
                "INSERT INTO article_clusters (article, cluster, similarity) VALUES (?, ?, ?)",
                [(article, articles[0], similarity) for article in articles],
            )
