"""Keeping the indexes of a database small and its query plans good; changes no article and no fact."""

import sqlite3

from extractor.records import KINDS
from extractor.store.answers.contradictions import keep_conflicts
from extractor.store.answers.coverage import cover
from extractor.store.read import each_version
from extractor.store.review.contradicted import note_contradicted
from extractor.store.search.indexing import index_article, index_records
from extractor.store.transactions import transaction

SPARE = 1000
"""So many outdated entries are not worth a new index."""


def tidy(db: sqlite3.Connection) -> None:
    """Rebuild the search indexes when most entries are of replaced facts; refresh what is kept for a first look."""
    if _outdated(db):
        reindex(db)
    db.execute("PRAGMA analysis_limit = 1000")
    db.execute("PRAGMA optimize")
    keep_conflicts(db)
    note_contradicted(db)


def reindex(db: sqlite3.Connection) -> None:
    """Write the search indexes and the coverage anew, in one transaction."""
    with transaction(db):
        for index in ("article_search", "fact_search"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        for table in ("labels", "units", "present"):
            db.execute(f"DELETE FROM {table}")
        for key, keys, extraction in each_version(db):
            index_article(db, key, extraction.article)
            index_records(db, zip(keys, extraction.records, strict=True))
        cover(db)


def _outdated(db: sqlite3.Connection) -> bool:
    """Whether more than half of the entries stand for facts that are no more."""
    held = db.execute("SELECT count(*) FROM fact_search_docsize").fetchone()[0]
    living = sum(db.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in KINDS)
    return bool(held > 2 * living + SPARE)
