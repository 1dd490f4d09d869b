"""Whether counted administrative units fit into a place: `128/151 xã, phường` lie in no single district."""

import re
from collections.abc import Mapping
from functools import cache

from extractor.facts.scene.spots import same
from extractor.reading.spans import Place
from extractor.records import Path
from extractor.vietnamese.gazetteer import LEVELS, gazetteer
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import alternation, settle

_FEW = {"province": 9, "district": 9, "commune": 9, "village": 1}
"""So many units may be named in passing where a smaller place is spoken of (a merger of three communes)."""
_MOST = {"province": 63, "district": 40, "commune": 700, "village": 5000}
"""More are none of one place: `Ban Chỉ đạo 138 huyện`, `năm 2022 huyện`."""


class CountedRow(Row):
    """A word for administrative units when they are counted."""

    level: str


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    levels = {settle(form): row.level for row in rows("scene", "counted", CountedRow) for form in row.forms}
    return re.compile(rf"(?<![\d/.,])(?<![^\W\d_]-)(?:\d+/)?(\d[\d.]*)\s({alternation(levels)})(?!\w)"), levels


def roomy(units: Mapping[Path, Place], published: str | None, sentence: str, path: Path | None) -> Path | None:
    """The path, or the part of it that has room for the units that the (lower-case) sentence counts.

    `units` are the article's named units by the keys of their paths.
    None where only the country has: `sắp xếp 52 Công an cấp tỉnh`.
    """
    pattern, levels = _pattern()
    for match in pattern.finditer(sentence):
        number = int(match.group(1).replace(".", ""))
        level = levels[match.group(2)]
        while (
            path and _FEW[level] < number <= _MOST[level] and not _has_room(units, published, path, level, number)
        ):
            path = path[:-1] or None
    return path


def _has_room(units: Mapping[Path, Place], published: str | None, path: Path, level: str, number: int) -> bool:
    place = units.get(same(path))
    depth = LEVELS.index(place.level) if place else len(path) - 1
    if depth >= LEVELS.index(level):
        return False
    if place is None or not place.code or level != "commune" or place.level != "district":
        return True
    unit = gazetteer().coded(place.code, place.valid_from or published)
    children = gazetteer().children(unit, published) if unit else []
    return not children or number <= len(children)
