"""The quality gate: floors under every kind's figures that are never lowered silently.

`floors.json` holds for each corpus its checksum and a floor for each figure, so that a harder corpus never loosens
the floors of the others; and the figures as measured when the floors were set, over all articles, over the held-out
ones, and over each corpus. Floors belong to their corpus as it was: where its checksum differs, they have to be set
anew.
"""

import json
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluation.figures import Figures, KindFigures, Split
from extractor.records import KINDS

_STEPS = 100  # Floors stand at full hundredths: a better record F1 may bring a harder pair with one wrong slot.
_SLACK = 1e-9
Floor = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class CorpusFloors:
    """Floors by name (`counts f1`, `counts slot period`, `evidence grounded`) for the corpus of the checksum."""

    checksum: str
    floors: Floor


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of each corpus by its name, and all figures as measured when they were set."""

    corpora: Mapping[str, CorpusFloors]
    measured: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """A corpus as it is: its checksum and its figures."""

    checksum: str
    figures: Split


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
        content = json.loads(file.read_text(encoding="utf-8"))
        corpora = {name: CorpusFloors(**floors) for name, floors in content["corpora"].items()}
        return Floors(corpora, content["measured"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise GoldError(f"{file}: no floors: {error}") from error


def save_floors(file: Path, floors: Floors) -> None:
    """Write the floors, one figure a line."""
    file.write_text(json.dumps(asdict(floors), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def check(found: Mapping[str, Measured], floors: Floors) -> list[str]:
    """What keeps the gate shut, a line each that names the corpus; empty when it opens."""
    corpora = sorted({*found, *floors.corpora})
    return _named((corpus, _reasons(found.get(corpus), floors.corpora.get(corpus))) for corpus in corpora)


def _reasons(found: Measured | None, floors: CorpusFloors | None) -> list[str]:
    if found is None:
        return ["the corpus of these floors is gone: set the floors anew"]
    if floors is None:
        return ["the corpus has no floors: set them"]
    if found.checksum != floors.checksum:
        return ["the corpus changed since its floors were set: set them anew"]
    return [*_lost(found.figures.all), *_below(found.figures.all, floors.floors)]


def _named(reasons: Iterable[tuple[str, list[str]]]) -> list[str]:
    return [f"{corpus}: {line}" for corpus, lines in reasons for line in lines]


def _below(figures: Figures, floors: Floor) -> list[str]:
    """A line for each figure under its floor; a figure that is no longer measured is under it."""
    found = to_floors(figures)
    return [
        f"{name}: {found.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in floors.items()
        if found.get(name, 0.0) < floor - _SLACK
    ]


def _lost(figures: Figures) -> list[str]:
    lost = figures.articles - figures.extracted
    return [f"{lost} of {figures.articles} articles could not be extracted"] if lost else []


def raise_floors(
    found: Mapping[str, Measured], together: Split, old: Floors | None, *, lower: Collection[str] = ()
) -> Floors:
    """Floors at the figures of each corpus; `together` are the figures of all of them.

    Raises GoldError where articles are lost, or where one would be lowered of a corpus that `lower` does not name.
    """
    if lost := _named((corpus, _lost(measured.figures.all)) for corpus, measured in found.items()):
        raise GoldError("no floors without all articles: " + "; ".join(lost))
    kept = {corpus: floors.floors for corpus, floors in (old.corpora if old else {}).items() if corpus not in lower}
    if fallen := _named((name, _below(found[name].figures.all, kept[name])) for name in found if name in kept):
        raise GoldError("floors are not lowered silently: " + "; ".join(fallen))
    corpora = {name: CorpusFloors(one.checksum, to_floors(one.figures.all)) for name, one in found.items()}
    apart = {name: _to_json(one.figures) for name, one in found.items()}
    return Floors(corpora, {**_to_json(together), "corpora": apart})


def _to_json(figures: Split) -> dict[str, Any]:
    return {"all": _exactly(figures.all), "held_out": _exactly(figures.held_out)}


def _exactly(figures: Figures) -> dict[str, Any]:
    """The figures with the numbers that they are made of, so that no table rounds what is rounded already."""
    kinds: dict[str, Any] = {
        kind: {**found.to_json(), "matched": found.matched, "whole": found.whole}
        for kind, found in figures.kinds.items()
    }
    return {**figures.to_json(), **kinds}


def kinds_table(measured: Mapping[str, Any]) -> str:
    """The measured figures of each kind, and those of the held-out articles, as the README shows them."""
    lines = [
        "| kind | gold | found | precision | recall | F1 | whole-record F1 | held out: F1 | whole-record F1 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for kind in KINDS:
        row, held = (_figures(measured[side][kind]) for side in ("all", "held_out"))
        lines.append(_row(kind, row.gold, row.predicted, [*row.shown, *held.shown[2:]]))
    return "\n".join(lines)


def corpora_table(measured: Mapping[str, Any]) -> str:
    """The measured figures of each corpus's counts, as the README shows them."""
    lines = [
        "| corpus | articles | counts | F1 | whole-record F1 | held out: F1 | whole-record F1 |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]
    for corpus, figures in measured["corpora"].items():
        row, held = (_figures(figures[side]["counts"]) for side in ("all", "held_out"))
        lines.append(_row(corpus, figures["all"]["articles"], row.gold, [*row.shown[2:], *held.shown[2:]]))
    return "\n".join(lines)


def _figures(row: Mapping[str, Any]) -> KindFigures:
    return KindFigures(row["gold"], row["predicted"], row["matched"], row["whole"], slots={})


def _row(name: str, first: int, second: int, shares: Iterable[str]) -> str:
    return f"| {' | '.join([name, str(first), str(second), *shares])} |"
