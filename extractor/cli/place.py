"""`extractor place`: a unit by name and date, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date as today_is

import click

from extractor.cli import NOTHING
from extractor.cli.options import PartialDate, Words, json_option
from extractor.cli.output import console, print_json, table
from extractor.display import place as path_text
from extractor.reading.places.lookup import before, chances, ever_called, near_names, units_called
from extractor.vietnamese.gazetteer import KNOWN_HEIRS, SINCE, Unit, bounds, gazetteer

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
    found = units_called(name, day)
    likely = chances(found, name, day)
    if as_json:
        print_json([as_data(unit, day, likely.get(unit, 0.0)) for unit in found])
    elif found:
        console().print(as_table(found, day, likely))
    if not found:
        if not as_json:
            tell_others(name, day)
        ctx.exit(NOTHING)


def as_data(unit: Unit, day: str, probability: float) -> dict[str, object]:
    """A unit with its path and what stands there today, as JSON."""
    return {
        "name": unit.name,
        "level": unit.level,
        "kind": unit.kind,
        "code": unit.code,
        "path": list(gazetteer().path(unit, day)),
        "probability": round(probability, 4),
        "valid_from": unit.valid_from or None,
        "valid_to": unit.valid_to or None,
        "position": unit.position,
        "before": [_unit_data(old) for old in before(unit)],
        "today": [_unit_data(new) for new in gazetteer().successors(unit)],
    }


def _unit_data(unit: Unit) -> dict[str, object]:
    return {"code": unit.code, "kind": unit.kind, "path": list(gazetteer().path(unit))}


def as_table(found: Sequence[Unit], day: str, likely: Mapping[Unit, float]) -> object:
    """A table for the terminal: the likeliest unit first; of a single one, all of today's units."""
    ambiguous = len(found) > 1 and bool(likely)
    shown = _SHOWN if len(found) > 1 else len(gazetteer().units)
    rows = (
        (
            unit.kind,
            path_text(gazetteer().path(unit, day)),
            *([f"{likely.get(unit, 0.0):.0%}"] if ambiguous else []),
            unit.code,
            f"{unit.valid_from or '…'} – {unit.valid_to or '…'}",
            named_text(before(unit), shown),
            today_text(unit, shown),
        )
        for unit in sorted(found, key=lambda unit: -likely.get(unit, 0.0))
    )
    return table(("kind", "place", *(["likely"] if ambiguous else []), "code", "valid", "before", "today"), rows)


def today_text(unit: Unit, shown: int) -> str:
    """Today's units in a few words, at most so many of them by name."""
    today = gazetteer().successors(unit)
    if not today:
        return "unknown, as it ended before 2025" if unit.valid_to < KNOWN_HEIRS else "unknown"
    return "the same" if today == (unit,) else named_text(today, shown)


def named_text(units: Sequence[Unit], shown: int) -> str:
    """The units with their kind and path, at most so many of them by name."""
    named = "; ".join(f"{unit.kind} {path_text(gazetteer().path(unit))}" for unit in units[:shown])
    return named + (f" and {len(units) - shown} more" if len(units) > shown else "")


def tell_others(name: str, day: str) -> None:
    """Say when there was such a unit, or which names are one letter away."""
    if others := ever_called(name, day):
        console(errors=True).print(f"No unit is called {name} on {day}; at other times:")
        console(errors=True).print(as_table(others, day, {}))
        return
    near = near_names(name)
    hint = f" Near in spelling: {', '.join(near)}." if near else ""
    console(errors=True).print(f"No unit is called {name}.{hint}")
