"""The quality gate: floors under every kind's figures that are never lowered silently.

`floors.json` holds the corpora's checksum, a floor for each figure, and the figures as measured when the floors
were set, over all articles and over the held-out ones. A floor belongs to its corpora: where the checksum differs,
floors have to be set anew.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluation.figures import Figures
from extractor.records import KINDS

_STEPS = 100  # Floors stand at full hundredths: a better record F1 may bring a harder pair with one wrong slot.
_SLACK = 1e-9
Floor = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by name (`counts f1`, `counts slot period`, `evidence grounded`) for the corpora of the checksum."""

    corpora: str
    floors: Floor
    measured: Mapping[str, Any]


def to_floors(figures: Figures) -> dict[str, float]:
    """A floor under each figure, by name, from 0 to 1: the figure rounded down to a hundredth."""
    floors: dict[str, float] = {}
    for kind in KINDS:
        found = figures.kinds[kind].to_json()
        floors |= {f"{kind} f1": found["f1"], f"{kind} record f1": found["record_f1"]}
        floors |= {f"{kind} slot {slot}": share for slot, share in found["slots"].items() if share is not None}
    for slot, share in figures.to_json()["article"].items():
        if share is not None:
            floors[f"article {slot}"] = share
    floors["boilerplate removed"] = 1 - _share(figures.leaked)
    floors["evidence grounded"] = _share(figures.grounded)
    floors["gold text kept"] = _share(figures.kept)
    return {name: math.floor(value * _STEPS + _SLACK) / _STEPS for name, value in floors.items()}


def _share(share: tuple[int, int]) -> float:
    return share[0] / share[1] if share[1] else 0.0


def load_floors(file: Path) -> Floors:
    """The floors in `file`. Raises GoldError."""
    try:
        return Floors(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise GoldError(f"{file}: no floors: {error}") from error


def save_floors(file: Path, floors: Floors) -> None:
    """Write the floors, one figure a line."""
    content = {"corpora": floors.corpora, "floors": dict(floors.floors), "measured": dict(floors.measured)}
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def below(figures: Figures, floors: Floors) -> list[str]:
    """A line for each figure under its floor; a figure that is no longer measured is under it."""
    found = to_floors(figures)
    return [
        f"{name}: {found.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in floors.floors.items()
        if found.get(name, 0.0) < floor - _SLACK
    ]


def check(figures: Figures, corpora: str, floors: Floors) -> list[str]:
    """What keeps the gate shut, a line each; empty when it opens. `corpora` is the corpora's checksum."""
    if corpora != floors.corpora:
        return ["the corpora changed since the floors were set: set them anew"]
    return [*_lost(figures), *below(figures, floors)]


def _lost(figures: Figures) -> list[str]:
    lost = figures.articles - figures.extracted
    return [f"{lost} of {figures.articles} articles could not be extracted"] if lost else []


def raise_floors(
    figures: Figures, held_out: Figures, corpora: str, old: Floors | None, *, lower: bool = False
) -> Floors:
    """Floors at the figures. Raises GoldError where articles are lost, or one would be lowered (unless `lower`)."""
    if lost := _lost(figures):
        raise GoldError(f"no floors without all articles: {lost[0]}")
    fallen = below(figures, old) if old else []
    if fallen and not lower:
        raise GoldError("floors are not lowered silently: " + "; ".join(fallen))
    return Floors(corpora, to_floors(figures), {"all": figures.to_json(), "held_out": held_out.to_json()})


def to_markdown(measured: Mapping[str, Any]) -> str:
    """The measured figures, and those of the held-out articles, as the table that the README shows."""
    lines = [
        "| kind | gold | found | precision | recall | F1 | whole-record F1 | held out: F1 | whole-record F1 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for kind in KINDS:
        row, held = measured["all"][kind], measured["held_out"][kind]
        shares = [row[name] for name in ("precision", "recall", "f1", "record_f1")] + [
            held["f1"],
            held["record_f1"],
        ]
        cells = [str(row["gold"]), str(row["predicted"]), *(f"{share:.3f}" for share in shares)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)
