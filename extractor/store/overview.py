"""What a database holds, in figures."""

import sqlite3

from extractor.records import KINDS


def overview(db: sqlite3.Connection) -> dict[str, int | str | None]:
    """Articles, versions, facts by kind, outlets, first and last date, checks that differ, failures, reviews."""

    def one(sql: str) -> int | str | None:
        value: int | str | None = db.execute(sql).fetchone()[0]
        return value

    superseded = "article IN (SELECT key FROM articles WHERE NOT latest)"

    def latest(rows: str) -> int | str | None:
        # All less the few of older versions: SQLite counts a whole table without looking at its rows.
        return one(f"SELECT (SELECT count(*) FROM {rows}) - (SELECT count(*) FROM {rows} WHERE {superseded})")

    return {
        "articles": one("SELECT count(*) FROM articles WHERE latest"),
        "superseded versions": one("SELECT count(*) FROM articles WHERE NOT latest"),
        "reprints": one("SELECT count(*) FROM article_clusters WHERE article <> cluster"),
        "outlets": one("SELECT count(DISTINCT outlet) FROM articles WHERE latest"),
        "first published": one("SELECT min(published) FROM articles WHERE latest"),
        "last published": one("SELECT max(published) FROM articles WHERE latest"),
        **{kind: latest(kind) for kind in KINDS},
        "sums checked": latest("checks"),
        "sums that differ": one(f"SELECT count(*) FROM checks WHERE verdict = 'differs' AND NOT {superseded}"),
        "failures": one("SELECT count(*) FROM failures"),
        "reviews": one("SELECT count(*) FROM reviews"),
    }
