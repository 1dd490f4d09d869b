"""Paths of units: compared, cut, with their level."""

from collections.abc import Mapping
from functools import lru_cache

from extractor.reading.spans import Place, Reading
from extractor.records import Level, Path
from extractor.vietnamese.gazetteer import LEVELS, name_key


@lru_cache(maxsize=4096)
def same(path: Path) -> Path:
    """A path in the form in which paths are compared."""
    return tuple(map(name_key, path))


def common(paths: list[Path]) -> Path:
    """The names with which all the paths begin."""
    shared: list[str] = []
    for names in zip(*paths, strict=False):
        if len({name_key(name) for name in names}) > 1:
            break
        shared.append(names[0])
    return tuple(shared)


def are_apart(one: Path, other: Path) -> bool:
    """Whether neither of two units holds the other."""
    shared = min(len(one), len(other))
    return same(one)[:shared] != same(other)[:shared]


def units_named(reading: Reading) -> dict[Path, Place]:
    """The first place of each path, by the path's keys; with the home of the portal."""
    homes = [reading.home] if reading.home else []
    return {same(place.path): place for place in (*homes, *reversed(reading.places))}


def raised(path: Path, level: str, units: Mapping[Path, Place]) -> Path:
    """The part of the path above the level, at least its province: what holds several units of the level."""
    order: tuple[str, ...] = LEVELS
    while len(path) > 1 and order.index(path_level(path, units)) >= order.index(level):
        path = path[:-1]
    return path


def path_level(path: Path, units: Mapping[Path, Place]) -> Level:
    """The level of the last unit of a path, as some place of the article has it, else by its length."""
    place = units.get(same(path))
    if place:
        return place.level
    return LEVELS[min(len(path), len(LEVELS)) - 1]
