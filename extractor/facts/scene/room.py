"""Whether counted administrative units fit into a place: `128/151 xã, phường` lie in no single district."""

import re
from collections.abc import Mapping
from functools import cache

from extractor.facts.scene.paths import same
from extractor.reading.spans import Place
from extractor.records import Level, Path
from extractor.vietnamese.gazetteer import LEVELS, gazetteer
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle

_FEW: dict[Level, int] = {"province": 9, "district": 9, "commune": 9, "village": 1}
"""So many units may be named in passing where a smaller place is spoken of (a merger of three communes)."""
_MOST: dict[Level, int] = {"province": 63, "district": 40, "commune": 700, "village": 5000}
"""More are none of one place: `Ban Chỉ đạo 138 huyện`, `năm 2022 huyện`."""


class CountedRow(Row):
    """A word for administrative units when they are counted."""

    level: Level


@cache
def _levels() -> dict[str, Level]:
    return {settle(form): row.level for row in rows("scene", "counted", CountedRow) for form in row.forms}


def _of_all() -> str:
    return alternation(word_forms("scene", "number_of"))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d/.,])(?<![^\W\d_]-)(?:\d+/)?(\d[\d.]*)(%\s(?:{_of_all()}\s)?|\s)({alternation(_levels())})(?!\w)"
    )


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\s({alternation(_levels())})(?!\w)")


def counted_level(text: str, end: int) -> Level | None:
    """The level of the units that a number ending at `end` counts in (lower-case) text: `8/8 |xã, thị trấn|`."""
    found = _unit().match(text, end)
    return _levels()[" ".join(found.group(1).split())] if found else None


def roomy(units: Mapping[Path, Place], published: str | None, sentence: str, path: Path | None) -> Path | None:
    """The path, or the part of it that has room for the units that the (lower-case) sentence counts.

    `units` are the article's named units by the keys of their paths.
    None where only the country has: `sắp xếp 52 Công an cấp tỉnh`.
    """
    for match in _pattern().finditer(sentence):
        number = int(match.group(1).replace(".", ""))
        level = _levels()[match.group(3)]
        if match.group(2) != " ":
            number = _FEW[level] + 1  # `100% số ấp` are several
        while (
            path and _FEW[level] < number <= _MOST[level] and not _has_room(units, published, path, level, number)
        ):
            path = path[:-1] or None
    return path


def above_villages(units: Mapping[Path, Place], behind: str, path: Path) -> Path:
    """The commune of a village where the (lower-case) text behind it goes on to several villages, or to each.

    `mô hình ra mắt tại thôn Hạ, nay có ở 8/8 thôn, mỗi thôn đặt |2 kẻng|`.
    """
    place = units.get(same(path))
    if place is None or place.level != "village" or len(path) < 2:
        return path
    counted = any(
        _levels()[found.group(3)] == "village" and int(found.group(1).replace(".", "")) > _FEW["village"]
        for found in _pattern().finditer(behind)
    )
    return path[:-1] if counted or _each_village().search(behind) else path


@cache
def _each_village() -> re.Pattern[str]:
    villages = alternation(form for form, level in _levels().items() if level == "village")
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'each'))}\s{villages}(?!\w)")


def _has_room(units: Mapping[Path, Place], published: str | None, path: Path, level: Level, number: int) -> bool:
    place = units.get(same(path))
    depth = LEVELS.index(place.level) if place else len(path) - 1
    if depth >= LEVELS.index(level):
        return False
    if place is None or not place.code or level != "commune" or place.level != "district":
        return True
    unit = gazetteer().coded(place.code, place.valid_from or published)
    children = gazetteer().children(unit, published) if unit else []
    return not children or number <= len(children)
