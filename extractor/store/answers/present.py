"""The places of the facts as they are today: provinces and communes after the mergers."""

import json
import sqlite3

from extractor.records import Path
from extractor.store.rows import path_json
from extractor.vietnamese.gazetteer import Unit, gazetteer, name_key
from extractor.vietnamese.queries import without_level


def index_path(db: sqlite3.Connection, path: Path) -> None:
    """Note which province and commune of today the path lies in; unknown ones stay empty."""
    known = db.execute("SELECT 1 FROM present WHERE path = ?", (path_json(path),)).fetchone()
    if not known:
        db.execute(
            "INSERT INTO present (path, province, commune) VALUES (?, ?, ?)", (path_json(path), *today(path))
        )


def today(path: Path) -> tuple[str | None, str | None]:
    """Province and commune of today that the path lies in: `Bình Thuận, Phan Thiết` in Lâm Đồng, in no one commune.

    A commune that was divided counts for the one that took most of it. A village counts as its commune.
    """
    unit = _smallest(path)
    heirs = gazetteer().successors(unit) if unit else ()
    if unit is None or not heirs:
        return None, None
    province = gazetteer().path(heirs[0])[0]
    return province, heirs[0].name if unit.level == "commune" else None


def paths_today(db: sqlite3.Connection, units: list[str]) -> str:
    """A JSON list of the paths that lie today in all of the units, each a province or commune named in full."""
    keys = [name_key(without_level(unit)) for unit in units]
    found = [
        row["path"]
        for row in db.execute("SELECT path, province, commune FROM present WHERE province IS NOT NULL")
        if all(key in (name_key(row["province"]), name_key(row["commune"] or "")) for key in keys)
    ]
    return json.dumps(found, ensure_ascii=False)


def position(path: Path) -> tuple[float, float] | None:
    """Latitude and longitude of the smallest unit of the path that has any, or of what took its area."""
    unit = _smallest(path)
    known = (unit, *gazetteer().successors(unit)) if unit else ()
    return next((where for one in known if (where := one.position)), None)


def _smallest(path: Path) -> Unit | None:
    """The smallest unit of the path that the gazetteer knows."""
    return next((found for end in range(len(path), 0, -1) if (found := unit_at(path[:end]))), None)


def unit_at(path: Path) -> Unit | None:
    """The latest unit whose lineage is the path; districts may be missing in it."""
    return max(units_at(path), key=lambda unit: (unit.valid_to == "", unit.valid_to, unit.valid_from), default=None)


def units_at(path: Path) -> list[Unit]:
    """All units that ever had the path: `Nghệ An, Yên Thành` was a district and is a commune."""
    keys = [name_key(name) for name in path]
    return [unit for unit in gazetteer().named(keys[-1]) if _fits(keys, unit)]


def _fits(keys: list[str], unit: Unit) -> bool:
    lineages = ([name_key(name) for name in path] for path in gazetteer().paths(unit))
    return any(line == keys or (len(keys) > 1 and [line[0], line[-1]] == keys) for line in lineages)
