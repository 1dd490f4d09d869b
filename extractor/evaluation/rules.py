"""The yardstick: for each kind, which records fit each other and when each slot is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.likeness import (
    close,
    overlap,
    plain,
    same_noun,
    same_number,
    same_path,
    same_period,
    same_text,
    words_of,
)
from extractor.records import Kind

Json = Mapping[str, Any]
Same = Callable[[Json, Json], bool]


@dataclass(frozen=True, slots=True)
class Rules:
    """How one kind is judged: what fits, how alike two are, each slot's test, the decisive slots.

    `part_of` has no test of its own: it holds where both sides point to the same pair.
    """

    fits: Same
    likeness: Callable[[Json, Json], float]
    slots: Mapping[str, Same | None]
    decisive: tuple[str, ...]


def _text(slot: str, least: float = 0.6) -> Same:
    return lambda p, g: same_text(p.get(slot), g[slot], least)


def _equal(slot: str) -> Same:
    return lambda p, g: bool(p.get(slot) == g[slot])


def _date(slot: str) -> Same:
    return lambda p, g: (p.get(slot) or None) == (g[slot] or None)


def _place(slot: str) -> Same:
    return lambda p, g: same_path(p.get(slot), g[slot])


def _number(slot: str) -> Same:
    return lambda p, g: close(p.get(slot), g[slot])


def _likeness(*slots: str) -> Callable[[Json, Json], float]:
    return lambda p, g: sum(overlap(p.get(slot), g[slot]) for slot in slots)


def _same_names(p: Json, g: Json) -> bool:
    return {tuple(words_of(n)) for n in p.get("names") or ()} == {tuple(words_of(n)) for n in g["names"]}


def _same_kind(p: Json, g: Json) -> bool:
    return plain(p.get("kind")) == plain(g["kind"])


def _same_award(p: Json, g: Json) -> bool:
    return (
        close(p.get("count"), g["count"])
        and (p.get("recipient") == g["recipient"] or same_text(p.get("recipient"), g["recipient"]))
        and same_text(p.get("form"), g["form"], 0.5)
    )


def _same_role(p: Json, g: Json) -> bool:
    return words_of(p.get("person")) == words_of(g["person"]) and overlap(p.get("position"), g["position"]) >= 0.5


def _same_event(p: Json, g: Json) -> bool:
    dated = bool(p.get("date")) and p.get("date") == g["date"]
    return same_text(p.get("name"), g["name"], 0.5) or (_same_kind(p, g) and dated)


RULES: Mapping[Kind, Rules] = {
    "counts": Rules(
        fits=lambda p, g: same_number(p, g) and same_noun(p.get("what"), g["what"]),
        likeness=lambda p, g: (
            overlap(p.get("quote"), g["quote"])
            + overlap(p.get("what"), g["what"])
            + 0.2 * same_path(p.get("locality"), g["locality"])
        ),
        slots={
            "modifier": _equal("modifier"),
            "category": _equal("category"),
            "aspect": _equal("aspect"),
            "locality": _place("locality"),
            "period": lambda p, g: same_period(p.get("period"), g["period"]),
            "name": _text("name"),
            "measured": _text("measured", 0.5),
            "scope": _text("scope", 0.5),
            "predicate": _text("predicate", 0.5),
            "part_of": None,
        },
        decisive=("modifier", "category", "aspect", "locality", "period", "name"),
    ),
    "awards": Rules(
        fits=_same_award,
        likeness=_likeness("quote", "giver"),
        slots={
            "giver": _text("giver"),
            "locality": _place("locality"),
            "date": _date("date"),
            "names": _same_names,
            "reason": _text("reason", 0.5),
        },
        decisive=("giver", "locality"),
    ),
    "models": Rules(
        fits=lambda p, g: overlap(p.get("name"), g["name"]) >= 0.75,
        likeness=_likeness("name"),
        slots={
            "locality": _place("locality"),
            "status": _equal("status"),
            "year": _equal("year"),
            "members": _number("members"),
        },
        decisive=("locality",),
    ),
    "localities": Rules(
        fits=_place("path"),
        likeness=lambda p, g: float(p.get("level") == g["level"]),
        slots={"level": _equal("level")},
        decisive=("level",),
    ),
    "roles": Rules(
        fits=_same_role,
        likeness=_likeness("position", "organization"),
        slots={"rank": _text("rank"), "organization": _text("organization")},
        decisive=("rank", "organization"),
    ),
    "events": Rules(
        fits=_same_event,
        likeness=_likeness("name"),
        slots={
            "kind": _same_kind,
            "date": _date("date"),
            "organizer": _text("organizer", 0.5),
            "locality": _place("locality"),
        },
        decisive=("kind", "date", "locality"),
    ),
}
