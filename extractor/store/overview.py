"""What a database holds, in figures."""

import sqlite3

from extractor.records import KINDS


def overview(db: sqlite3.Connection) -> dict[str, int | str | None]:
    """Articles, versions, facts that hold by kind, outlets, dates, checks that differ, failures, reviews."""

    def one(sql: str) -> int | str | None:
        value: int | str | None = db.execute(sql).fetchone()[0]
        return value

    superseded = "article IN (SELECT key FROM articles WHERE NOT latest)"
    # An index tells it of every article, and which few are superseded: no article is read.
    latest = "key NOT IN (SELECT key FROM articles WHERE NOT latest)"

    def holding(kind: str) -> int | str | None:
        # All less the few of older versions and the rejected: SQLite counts a table without looking at its rows.
        return one(
            f"SELECT (SELECT count(*) FROM {kind}) - (SELECT count(*) FROM {kind} WHERE {superseded}) "
            f"- (SELECT count(DISTINCT f.key) FROM standing AS s CROSS JOIN {kind} AS f ON f.key = s.fact_key "
            f"WHERE s.kind = '{kind}' AND f.review = 'reject')"
        )

    return {
        "articles": one(f"SELECT count(*) FROM articles WHERE {latest}"),
        "superseded versions": one("SELECT count(*) FROM articles WHERE NOT latest"),
        "reprints": one("SELECT count(*) FROM article_clusters WHERE article <> cluster"),
        "outlets": one(f"SELECT count(DISTINCT outlet) FROM articles WHERE outlet IS NOT NULL AND {latest}"),
        "first published": one(f"SELECT min(published) FROM articles WHERE {latest}"),
        "last published": one(f"SELECT max(published) FROM articles WHERE {latest}"),
        **{kind: holding(kind) for kind in KINDS},
        "sums checked": one(f"SELECT count(*) FROM checks WHERE holds AND NOT {superseded}"),
        "sums that differ": one(
            f"SELECT count(*) FROM checks WHERE verdict = 'differs' AND holds AND NOT {superseded}"
        ),
        "failures": one("SELECT count(*) FROM failures"),
        "reviews": one("SELECT count(*) FROM reviews"),
        "facts decided about": one("SELECT count(*) FROM standing"),
        "rejected": one("SELECT count(*) FROM standing WHERE decision IN ('reject', 'split')"),
        "corrected": one("SELECT count(*) FROM standing WHERE decision = 'correct'"),
        "found by people": one("SELECT count(*) FROM standing WHERE decision = 'create'"),
        "disputed": one("SELECT count(*) FROM standing WHERE state = 'disputed'"),
        "orphaned decisions": one("SELECT count(*) FROM standing WHERE state = 'orphan'"),
    }
