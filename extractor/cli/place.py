"""`extractor place`: a unit by name and date, and what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as today_is

import click

from extractor.cli import NOTHING
from extractor.cli.options import PartialDate, Words, json_option
from extractor.cli.output import console, print_json, table
from extractor.display import place as path_text
from extractor.reading.places.resolution import likelihood, setting
from extractor.reading.places.spans import make
from extractor.reading.places.spelling import within_one
from extractor.reading.places.text import syllables
from extractor.reading.places.words import aliases, level_words
from extractor.store.search.words import plain
from extractor.vietnamese.gazetteer import KNOWN_HEIRS, LEVELS, SINCE, Gazetteer, Unit, bounds, gazetteer, name_key
from extractor.vietnamese.letters import fold
from extractor.vietnamese.queries import without_level

_SHOWN = 6
"""Of today's units, where several units of the day share the screen."""


@click.command()
@click.argument("name", type=Words())
@click.option("--on", "date", type=PartialDate(), help="The day, month or year (2019-05-01 ...).  [default: today]")
@json_option
@click.pass_context
def place(ctx: click.Context, name: str, date: str | None, as_json: bool) -> None:
    """Show the administrative units called NAME on a date: kind, path, validity, before and today.

    NAME, with diacritics or without, may have a level word and the units above it: "xã Tân Tiến, Gia Lộc". A name
    that several units bear is ambiguous: each has the probability that the bare name means it. The units are known
    since 2017-10-15; of what ended before 2025, those of today are not known.
    """
    day = date or today_is.today().isoformat()
    if bounds(day)[0] < SINCE:
        click.echo(f"units are known since {SINCE}; shown is what stood then", err=True)
    places = gazetteer()
    found = find(places, name, day)
    chances = likely(places, found, name, day) if found else {}
    if as_json:
        print_json([as_data(places, unit, day, chances.get(unit, 0.0)) for unit in found])
    elif found:
        console().print(as_table(places, found, day, chances))
    if not found:
        if not as_json:
            tell_others(places, name, day)
        ctx.exit(NOTHING)


def find(places: Gazetteer, name: str, day: str) -> list[Unit]:
    """The units of this name on the day, from the province down."""
    first, last = bounds(day)
    return sorted(
        (unit for unit in of_any_time(places, name, day) if unit.valid(first, last)),
        key=lambda unit: (LEVELS.index(unit.level), places.path(unit, day)),
    )


def of_any_time(places: Gazetteer, name: str, day: str) -> list[Unit]:
    """The units that ever had the name, its level word and the units above it."""
    own, *above = name.split(",")
    kinds, key = parse(own)
    wanted = {parse(part)[1] for part in above}
    found = [unit for unit in places.named(key) if not kinds or unit.kind in kinds]
    if found or not plain(name):
        return [unit for unit in found if wanted <= {name_key(upper) for upper in places.path(unit, day)[:-1]}]
    typed, *over = (fold(without_level(part)) for part in (own, *above))
    return [
        unit
        for unit in places.units
        if fold(unit.name) == typed and set(over) <= {fold(upper) for upper in places.path(unit, day)[:-1]}
    ]


def parse(name: str) -> tuple[tuple[str, ...], str]:
    """Kinds that a level word says (none without one), and the key of the name; `TP.HCM` is Hồ Chí Minh."""
    words = syllables(name)
    short = aliases().at(words, 0) if words else None
    if short and short[1] == len(words):
        return short[0].kinds, name_key(short[0].name)
    hit = level_words().at(words, 0) if words else None
    if hit and hit[1] < len(words):
        return hit[0].kinds, name_key(name[words[hit[1]].start :])
    return (), name_key(name)


def likely(places: Gazetteer, found: Sequence[Unit], name: str, day: str) -> dict[Unit, float]:
    """How probable each of the units is for a reader who knows no more than the name and the day."""
    kinds, _ = parse(name.split(",")[0])
    words = syllables(found[0].name)
    levels = tuple(dict.fromkeys(unit.level for unit in found))
    mention = make(words, 0, 0, len(words), levels=levels, kinds=kinds)
    chances = likelihood(mention, places, setting(day, (), Counter(), []))
    total = sum(chances.get(unit, 0.0) for unit in found)
    return {unit: chances.get(unit, 0.0) / total for unit in found} if total else {}


def as_data(places: Gazetteer, unit: Unit, day: str, probability: float) -> dict[str, object]:
    """A unit with its path and what stands there today, as JSON."""
    return {
        "name": unit.name,
        "level": unit.level,
        "kind": unit.kind,
        "code": unit.code,
        "path": list(places.path(unit, day)),
        "probability": round(probability, 4),
        "valid_from": unit.valid_from or None,
        "valid_to": unit.valid_to or None,
        "position": unit.position,
        "before": [_unit_data(places, old) for old in before(places, unit)],
        "today": [_unit_data(places, new) for new in places.successors(unit)],
    }


def _unit_data(places: Gazetteer, unit: Unit) -> dict[str, object]:
    return {"code": unit.code, "kind": unit.kind, "path": list(places.path(unit))}


def before(places: Gazetteer, unit: Unit) -> list[Unit]:
    """The units that went into this one, and the one of its name that it replaced: a district, then a city."""
    renewed = (
        old
        for old in places.named(unit.key)
        if old.valid_to == unit.valid_from != "" and (old.level, old.parent_code) == (unit.level, unit.parent_code)
    )
    return list(dict.fromkeys((*places.predecessors(unit), *renewed)))


def as_table(places: Gazetteer, found: Sequence[Unit], day: str, chances: Mapping[Unit, float]) -> object:
    """A table for the terminal: the likeliest unit first; of a single one, all of today's units."""
    ambiguous = len(found) > 1 and bool(chances)
    shown = _SHOWN if len(found) > 1 else len(places.units)
    rows = (
        (
            unit.kind,
            path_text(places.path(unit, day)),
            *([f"{chances.get(unit, 0.0):.0%}"] if ambiguous else []),
            unit.code,
            f"{unit.valid_from or '…'} – {unit.valid_to or '…'}",
            named_text(places, before(places, unit), shown),
            today_text(places, unit, shown),
        )
        for unit in sorted(found, key=lambda unit: -chances.get(unit, 0.0))
    )
    return table(("kind", "place", *(["likely"] if ambiguous else []), "code", "valid", "before", "today"), rows)


def today_text(places: Gazetteer, unit: Unit, shown: int) -> str:
    """Today's units in a few words, at most so many of them by name."""
    today = places.successors(unit)
    if not today:
        return "unknown, as it ended before 2025" if unit.valid_to < KNOWN_HEIRS else "unknown"
    return "the same" if today == (unit,) else named_text(places, today, shown)


def named_text(places: Gazetteer, units: Sequence[Unit], shown: int) -> str:
    """The units with their kind and path, at most so many of them by name."""
    named = "; ".join(f"{unit.kind} {path_text(places.path(unit))}" for unit in units[:shown])
    return named + (f" and {len(units) - shown} more" if len(units) > shown else "")


def tell_others(places: Gazetteer, name: str, day: str) -> None:
    """Say when there was such a unit, or which names are one letter away."""
    others = of_any_time(places, name, day)
    if others:
        console(errors=True).print(f"No unit is called {name} on {day}; at other times:")
        console(errors=True).print(as_table(places, others, day, {}))
        return
    key = parse(name.split(",")[0])[1]
    near = sorted({unit.name for other in places.names() if within_one(key, other) for unit in places.named(other)})
    hint = f" Near in spelling: {', '.join(near)}." if near else ""
    console(errors=True).print(f"No unit is called {name}.{hint}")
