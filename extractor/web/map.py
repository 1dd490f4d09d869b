"""A map without borders: today's communes as a field of dots, provinces as bubbles over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sqrt

from extractor.store.answers.coverage import Covered
from extractor.vietnamese.gazetteer import gazetteer

NORTH, SOUTH, WEST, COAST, EAST = 23.7, 8.3, 100.9, 110.0, 118.0
NEARER = 0.3
"""East of the coast the sea is drawn so much narrower, or the islands would leave no room for the land."""
SCALE = 38.0
"""Pixels for a degree of latitude."""
SQUEEZE = cos(radians(16))
LARGEST, SMALLEST = 26.0, 4.5
"""Radii of bubbles, in pixels."""
MANY = 25
"""So many articles, or more, make the largest bubble."""
LETTER, LINE = 5.8, 12.0
"""Width and height of a letter of a label, in pixels."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map; `anchor` is that of SVG: start or end."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """A province on the map: its area, not its radius, is as large as its number of articles.

    `label` is None where there is no room for it.
    """

    covered: Covered
    x: float
    y: float
    radius: float
    label: Label | None


def project(position: tuple[float, float]) -> tuple[float, float]:
    """Pixels from the left and the top of the map for degrees of latitude and longitude."""
    latitude, longitude = position
    east = min(longitude, COAST) - WEST + max(0.0, longitude - COAST) * NEARER
    return round(east * SQUEEZE * SCALE, 1), round((NORTH - latitude) * SCALE, 1)


WIDTH, HEIGHT = project((SOUTH, EAST))


@cache
def islands() -> tuple[Label, ...]:
    """The names of the units far off the coast, which few would know by a dot."""
    return tuple(
        Label(unit.name, *project(unit.position), "middle")
        for unit in gazetteer().units
        if unit.level == "commune" and not unit.valid_to and unit.position and unit.position[1] > COAST
    )


@cache
def ground() -> str:
    """The communes of today as an SVG path of dots, one for a pair of pixels."""
    units = (unit.position for unit in gazetteer().units if unit.level == "commune" and not unit.valid_to)
    dots = {tuple(2 * round(at / 2) for at in project(position)) for position in units if position}
    return "".join(f"M{x} {y}h0" for x, y in sorted(dots))


def bubbles(covered: Sequence[Covered]) -> list[Bubble]:
    """The provinces that articles speak of, the large ones first, so that small ones lie on top."""
    most = max([MANY, *(one.articles for one in covered)])
    drawn: list[Bubble] = []
    taken: list[Box] = []
    for one in sorted(covered, key=lambda one: -one.articles):
        if one.articles and one.position:
            x, y = project(one.position)
            radius = round(max(SMALLEST, LARGEST * sqrt(one.articles / most)), 1)
            drawn.append(Bubble(one, x, y, radius, _label(one.province, x, y, radius, taken)))
    return drawn


def _label(name: str, x: float, y: float, radius: float, taken: list[Box]) -> Label | None:
    """The name right of the bubble, or left of it, where no other name is; its place is `taken` then."""
    width = LETTER * len(name)
    for anchor, start in (("start", x + radius + 2), ("end", x - radius - 2 - width)):
        box = (start, y - LINE / 2, start + width, y + LINE / 2)
        if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return Label(name, start if anchor == "start" else start + width, y, anchor)
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
