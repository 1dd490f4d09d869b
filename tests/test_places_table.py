"""Two hundred mentions in sentences of 2016 to 2026, resolved as a knowledgeable reader would."""

import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor.reading.places.read import read_places
from extractor.reading.spans import Place
from extractor.vietnamese.gazetteer import LEVELS, gazetteer, name_key

TABLE = Path(__file__).resolve().parents[1] / "corpora" / "places" / "mentions.tsv"
MARKED = re.compile(r"\[([^=\]]+)=([^\]]+)\]")


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    text: str
    path: tuple[str, ...] | None
    level: str | None


@dataclass(frozen=True)
class Case:
    date: str | None
    home: str | None
    sentence: str
    expected: tuple[Expected, ...]


def load() -> list[Case]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [parse(*line.split("\t")) for line in lines if line.strip()]


def parse(date: str, home: str, marked: str) -> Case:
    sentence, expected, at = "", [], 0
    for match in MARKED.finditer(marked):
        sentence += marked[at : match.start()]
        path, _, level = match[2].partition(":")
        names = None if path == "?" else tuple(path.split("/"))
        start = len(sentence)
        sentence += match[1]
        expected.append(Expected(start, len(sentence), match[1], names, level or None))
        at = match.end()
    return Case(date or None, home or None, sentence + marked[at:], tuple(expected))


CASES = load()


def read(case: Case) -> tuple[Place, ...]:
    return read_places(SimpleNamespace(text=case.sentence), case.date, case.home)  # type: ignore[arg-type]


def keys(path: tuple[str, ...]) -> list[str]:
    return [name_key(name) for name in path]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.date}-{case.sentence[:40]}")
def test_mentions_are_resolved(case: Case) -> None:
    """Each marked unit is found with its path, and nothing else is taken for a unit."""
    found = [place for place in read(case) if place.role != "name"]
    for wanted in case.expected:
        place = next((p for p in found if p.start < wanted.end and wanted.start < p.end), None)
        assert place, f"{wanted.text} is not read"
        found.remove(place)
        if wanted.path is None:
            assert place.candidates, f"{wanted.text} is ambiguous, not {place.path}"
            assert place.code is None
        else:
            assert keys(place.path) == keys(wanted.path)
            assert wanted.level in (None, place.level)
    assert [case.sentence[place.start : place.end] for place in found] == []


def is_ambiguous(wanted: Expected) -> bool:
    """Whether several units of the same level, under different parents, bear the name."""
    if wanted.path is None:
        return True
    units = gazetteer().named(name_key(wanted.path[-1]))
    per_level = [{unit.parent_code for unit in units if unit.level == level} for level in LEVELS]
    return max(map(len, per_level)) > 1


def test_the_table_is_large_and_hard_enough() -> None:
    expected = [wanted for case in CASES for wanted in case.expected]
    assert len(expected) >= 200
    assert sum(map(is_ambiguous, expected)) >= 60
    assert {case.date[:4] for case in CASES if case.date} >= {str(year) for year in range(2016, 2027)}
