"""Units by a name that someone typed, and a day: which bear it, which is meant, what went into one."""

from collections import Counter
from collections.abc import Sequence

from extractor.reading.places.resolution import likelihood, setting
from extractor.reading.places.spans import make
from extractor.reading.places.spelling import within_one
from extractor.reading.places.text import syllables
from extractor.reading.places.words import aliases, level_words
from extractor.vietnamese.gazetteer import LEVELS, Unit, bounds, gazetteer, name_key
from extractor.vietnamese.letters import fold
from extractor.vietnamese.queries import without_level


def units_called(name: str, day: str) -> list[Unit]:
    """The units of this name on the day, from the province down."""
    first, last = bounds(day)
    return sorted(
        (unit for unit in ever_called(name, day) if unit.valid(first, last)),
        key=lambda unit: (LEVELS.index(unit.level), gazetteer().path(unit, day)),
    )


def ever_called(name: str, day: str) -> list[Unit]:
    """The units that ever had the name, its level word and, on the day, the units above it."""
    own, *above = name.split(",")
    kinds, key = _parse(own)
    wanted = {_parse(part)[1] for part in above}
    places = gazetteer()
    found = [unit for unit in places.named(key) if not kinds or unit.kind in kinds]
    if found or fold(name) != name.lower():
        return [unit for unit in found if wanted <= {name_key(upper) for upper in places.path(unit, day)[:-1]}]
    typed, *over = (fold(without_level(part)) for part in (own, *above))
    return [
        unit
        for unit in places.units
        if fold(unit.name) == typed and set(over) <= {fold(upper) for upper in places.path(unit, day)[:-1]}
    ]


def _parse(name: str) -> tuple[tuple[str, ...], str]:
    """Kinds that a level word says (none without one), and the key of the name; `TP.HCM` is Hồ Chí Minh."""
    words = syllables(name)
    short = aliases().at(words, 0) if words else None
    if short and short[1] == len(words):
        return short[0].kinds, name_key(short[0].name)
    hit = level_words().at(words, 0) if words else None
    if hit and hit[1] < len(words):
        return hit[0].kinds, name_key(name[words[hit[1]].start :])
    return (), name_key(name)


def chances(found: Sequence[Unit], name: str, day: str) -> dict[Unit, float]:
    """How probable each of the units is for a reader who knows no more than the name and the day."""
    if not found:
        return {}
    kinds, _ = _parse(name.split(",")[0])
    words = syllables(found[0].name)
    levels = tuple(dict.fromkeys(unit.level for unit in found))
    mention = make(words, 0, 0, len(words), levels=levels, kinds=kinds)
    told = likelihood(mention, gazetteer(), setting(day, (), Counter(), []))
    total = sum(told.get(unit, 0.0) for unit in found)
    return {unit: told.get(unit, 0.0) / total for unit in found} if total else {}


def before(unit: Unit) -> list[Unit]:
    """The units that went into this one, and the one of its name that it replaced: a district, then a city."""
    renewed = (
        old
        for old in gazetteer().named(unit.key)
        if old.valid_to == unit.valid_from != "" and (old.level, old.parent_code) == (unit.level, unit.parent_code)
    )
    return list(dict.fromkeys((*gazetteer().predecessors(unit), *renewed)))


def near_names(name: str) -> list[str]:
    """The names of units that are one letter away from this one."""
    key = _parse(name.split(",")[0])[1]
    places = gazetteer()
    return sorted({unit.name for other in places.names() if within_one(key, other) for unit in places.named(other)})
