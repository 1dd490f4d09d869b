"""One place: what it was and is, its models, awards, events and articles, and the units in it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records import Kind, Path
from extractor.store.answers.articles import Headline
from extractor.store.answers.facts import PLACE, STANDS, Answer, answers, day_of
from extractor.store.answers.present import position, units_at
from extractor.store.rows import path_json
from extractor.vietnamese.gazetteer import Unit, gazetteer


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit of the gazetteer: its path, and when it stood (ISO; None: since always, or still)."""

    path: Path
    kind: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """A unit with those of its level that went into it, and today's units that hold its area if it ended."""

    unit: Standing
    before: tuple[Standing, ...]
    after: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A path with the units that ever had it, in time order, and the paths of the facts that lie in it.

    One path may have named several units: a district, and then a commune. None where the gazetteer does not know
    it: a village, a misspelt name.
    """

    path: Path
    units: tuple[Lineage, ...]
    within: tuple[str, ...]
    position: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A named model: the articles that tell of it, the earliest year told, and the latest proof."""

    name: str
    articles: int
    year: int | None
    latest: Answer


@dataclass(frozen=True, slots=True)
class Inner:
    """A unit within a place, and how many facts speak of it or of what lies in it."""

    path: Path
    facts: int
    position: tuple[float, float] | None


def find_place(db: sqlite3.Connection, path: Path) -> Place:
    """The place of this path. A unit that stands today also holds what lies in it since the mergers."""
    units = _lineage_of(path)
    within = set(_below(db, path))
    for unit in units:
        if not unit.valid_to and unit.level != "district":
            within.update(_lying_today(db, unit))
    return Place(path, tuple(map(_lineage, units)), tuple(sorted(within)), position(path))


def tally(db: sqlite3.Connection, place: Place) -> dict[Kind, int]:
    """How many facts of each kind speak of the place or of what lies in it."""
    return {
        kind: db.execute(
            f"SELECT count(*) FROM {kind} AS f WHERE f.{column} IN (SELECT value FROM json_each(?)) AND {STANDS}",
            (_list(place.within),),
        ).fetchone()[0]
        for kind, column in PLACE.items()
    }


def schemes(db: sqlite3.Connection, place: Place, limit: int = 40) -> list[Scheme]:
    """The named models of the place, those in most articles first."""
    rows = db.execute(
        "SELECT name, count(DISTINCT f.article) AS articles, min(f.year) AS year, max(f.key) AS latest "
        f"FROM models AS f WHERE f.locality IN (SELECT value FROM json_each(?)) AND {STANDS} "
        "GROUP BY lower(f.name) ORDER BY articles DESC, latest DESC LIMIT ?",
        (_list(place.within), limit),
    ).fetchall()
    proofs = answers(db, "models", [row["latest"] for row in rows])
    return [
        Scheme(row["name"], row["articles"], row["year"], proof) for row, proof in zip(rows, proofs, strict=True)
    ]


def latest(db: sqlite3.Connection, place: Place, kind: Kind, limit: int = 12) -> list[Answer]:
    """The latest awards or events of the place."""
    rows = db.execute(
        f"SELECT f.key FROM {kind} AS f WHERE f.{PLACE[kind]} IN (SELECT value FROM json_each(?)) AND {STANDS} "
        f"ORDER BY {day_of(kind)} DESC, f.key DESC LIMIT ?",
        (_list(place.within), limit),
    )
    return list(answers(db, kind, [row["key"] for row in rows]))


def articles_of(db: sqlite3.Connection, place: Place, limit: int = 10) -> list[Headline]:
    """The latest articles that name the place or a unit in it."""
    rows = db.execute(
        "SELECT a.id, a.title, a.outlet, a.published FROM articles AS a WHERE a.latest AND a.key IN "
        "(SELECT article FROM localities WHERE path IN (SELECT value FROM json_each(?))) "
        "ORDER BY a.published DESC, a.key DESC LIMIT ?",
        (_list(place.within), limit),
    )
    return [Headline(*row) for row in rows]


def units_in(db: sqlite3.Connection, place: Place) -> list[Inner]:
    """The units one step below the place that facts speak of, those with most facts first."""
    depth = len(place.path)
    facts: Counter[Path] = Counter()
    for kind, column in PLACE.items():
        rows = db.execute(
            f"SELECT {column} AS path, count(*) AS facts FROM {kind} AS f "
            f"WHERE {column} IN (SELECT value FROM json_each(?)) AND {STANDS} GROUP BY {column}",
            (_list(place.within),),
        )
        for row in rows:
            path = tuple(json.loads(row["path"]))
            if path[:depth] == place.path and len(path) > depth:
                facts[path[: depth + 1]] += row["facts"]
    return [Inner(path, count, position(path)) for path, count in facts.most_common()]


def _below(db: sqlite3.Connection, path: Path) -> list[str]:
    """The paths of the facts that begin with this one."""
    whole = path_json(path)
    opening = whole[:-1] + ', "'
    rows = db.execute(
        "SELECT path FROM present WHERE path = ? OR (path >= ? AND path < ?)",
        (whole, opening, opening + "\U0010ffff"),
    )
    return [row["path"] for row in rows]


def _lying_today(db: sqlite3.Connection, unit: Unit) -> list[str]:
    """The paths that lie in a unit of today, whatever they were called in their time."""
    province, *below = gazetteer().path(unit)
    rows = db.execute(
        "SELECT path FROM present WHERE province = ? AND (? IS NULL OR commune = ?)",
        (province, *[below[-1] if below else None] * 2),
    )
    return [row["path"] for row in rows]


def _lineage_of(path: Path) -> list[Unit]:
    """The units of the path in time order; of those that only changed their papers, the last."""
    whole = [unit for unit in units_at(path) if len(gazetteer().path(unit)) == len(path)] or units_at(path)
    last = {(unit.level, unit.kind): unit for unit in sorted(whole, key=lambda unit: unit.valid_from)}
    return sorted(last.values(), key=lambda unit: unit.valid_from)


def _lineage(unit: Unit) -> Lineage:
    before = gazetteer().predecessors(unit)
    after = gazetteer().successors(unit) if unit.valid_to else ()
    return Lineage(_standing(unit), tuple(map(_standing, before)), tuple(map(_standing, after)))


def _standing(unit: Unit) -> Standing:
    return Standing(gazetteer().path(unit), unit.kind, unit.valid_from or None, unit.valid_to or None)


def _list(paths: Sequence[str]) -> str:
    return json.dumps(list(paths), ensure_ascii=False)
