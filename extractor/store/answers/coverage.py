"""What the articles cover: today's provinces on a map, and months."""

import sqlite3
from dataclasses import dataclass

from extractor.vietnamese.gazetteer import Unit, gazetteer


@dataclass(frozen=True, slots=True)
class Covered:
    """A province of today: how many articles speak of it, and how many facts and named models they hold.

    `position` is latitude and longitude in degrees.
    """

    province: str
    position: tuple[float, float] | None
    articles: int
    facts: int
    models: int


@dataclass(frozen=True, slots=True)
class Month:
    """How many articles were published in a month (`2024-09`)."""

    month: str
    articles: int


def cover(db: sqlite3.Connection, article: int | None = None) -> None:
    """Note anew which of today's provinces the article of this key speaks of; without one, all articles."""
    of_it, keys = ("TRUE", ()) if article is None else ("article = ?", (article,))
    db.execute(f"DELETE FROM coverage WHERE {of_it}", keys)
    db.execute(
        "INSERT INTO coverage (province, article, facts, models) "
        "SELECT province, article, count(*), sum(kind = 'models') "
        "FROM facts JOIN present ON present.path = facts.locality "
        f"WHERE province IS NOT NULL AND review IS NOT 'reject' AND {of_it} GROUP BY province, article",
        keys,
    )


def by_province(db: sqlite3.Connection) -> list[Covered]:
    """Every province of today, those with most articles first."""
    rows = db.execute(
        "SELECT province, count(*) AS articles, sum(facts) AS facts, sum(models) AS models FROM coverage "
        "WHERE article NOT IN (SELECT key FROM articles WHERE NOT latest) GROUP BY province"
    )
    found = {row["province"]: (row["articles"], row["facts"], row["models"]) for row in rows}
    covered = [Covered(unit.name, unit.position, *found.get(unit.name, (0, 0, 0))) for unit in provinces_today()]
    return sorted(covered, key=lambda one: (-one.articles, -one.facts, one.province))


def by_month(db: sqlite3.Connection) -> tuple[list[Month], int]:
    """The articles month by month, and how many have no month."""
    rows = db.execute(
        "SELECT substr(published, 1, 7) AS month, count(*) AS articles FROM articles "
        "WHERE key NOT IN (SELECT key FROM articles WHERE NOT latest) GROUP BY month ORDER BY month"
    ).fetchall()
    dated = [Month(row["month"], row["articles"]) for row in rows if len(row["month"] or "") == len("2024-09")]
    return dated, sum(row["articles"] for row in rows) - sum(month.articles for month in dated)


def provinces_today() -> list[Unit]:
    """The provinces that stand today."""
    return [unit for unit in gazetteer().units if unit.level == "province" and not unit.valid_to]
