"""The gate: no figure of the shipped corpora falls below its floor, and no floor is lowered silently."""

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.evaluation.figures import Figures, measure
from extractor.evaluation.gate import check, load_floors, raise_floors, save_floors, to_floors, to_markdown
from extractor.evaluation.gold import SHIPPED, checksum, find_corpora, load_gold
from extractor.evaluation.score import score

FLOORS = Path(__file__).parent / "floors.json"


@pytest.fixture(scope="module")
def perfect() -> Figures:
    gold = load_gold(SHIPPED / "authored" / "gold")
    return measure(score(gold, gold))


@pytest.fixture(scope="module")
def worse() -> Figures:
    gold = load_gold(SHIPPED / "authored" / "gold")
    return measure(score({name: {**article, "roles": []} for name, article in gold.items()}, gold))


def test_the_floors_belong_to_the_shipped_corpora() -> None:
    assert load_floors(FLOORS).corpora == checksum(find_corpora(SHIPPED))


def test_every_kind_has_its_floors() -> None:
    floors = load_floors(FLOORS).floors
    for kind in ("counts", "awards", "models", "localities", "roles", "events"):
        assert {f"{kind} f1", f"{kind} record f1"} <= set(floors)


def test_the_gate_opens_at_the_floor_and_shuts_below(perfect: Figures, worse: Figures) -> None:
    floors = raise_floors(perfect, perfect, "c", None)
    assert check(perfect, "c", floors) == []
    assert check(worse, "c", floors)[0] == "roles f1: 0.0000 is below its floor 1.0000"


def test_the_gate_shuts_on_other_corpora(perfect: Figures) -> None:
    assert check(perfect, "other", raise_floors(perfect, perfect, "c", None)) == [
        "the corpora changed since the floors were set: set them anew"
    ]


def test_a_floor_is_not_lowered_silently(perfect: Figures, worse: Figures) -> None:
    high = raise_floors(perfect, perfect, "c", None)
    with pytest.raises(GoldError, match="not lowered silently: roles f1"):
        raise_floors(worse, worse, "c", high)
    assert raise_floors(worse, worse, "c", high, lower=True).floors["roles f1"] == 0.0
    assert raise_floors(perfect, perfect, "c", raise_floors(worse, worse, "c", None)).floors == high.floors


def test_no_floor_is_set_and_no_gate_opens_when_articles_are_lost(perfect: Figures) -> None:
    lost = replace(perfect, extracted=14)
    assert check(lost, "c", raise_floors(perfect, perfect, "c", None)) == [
        "2 of 16 articles could not be extracted"
    ]
    with pytest.raises(GoldError, match="2 of 16"):
        raise_floors(lost, perfect, "c", None, lower=True)


def test_a_floor_is_its_figure_rounded_down(perfect: Figures) -> None:
    counts = replace(perfect.kinds["counts"], matched=537)
    floors = to_floors(replace(perfect, kinds={**perfect.kinds, "counts": counts}))
    assert floors["counts f1"] == 0.96 < counts.f1


def test_floors_are_saved_and_loaded(perfect: Figures, tmp_path: Path) -> None:
    floors = raise_floors(perfect, perfect, "c", None)
    save_floors(tmp_path / "floors.json", floors)
    assert load_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"corpora": "c"}'])
def test_a_file_that_holds_no_floors_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.json"):
        load_floors(tmp_path / "floors.json")


def test_the_readme_table_has_a_row_for_each_kind(perfect: Figures, worse: Figures) -> None:
    table = to_markdown(raise_floors(perfect, worse, "c", None).measured).splitlines()
    assert len(table) == 2 + 6
    assert table[6] == "| roles | 62 | 62 | 1.000 | 1.000 | 1.000 | 1.000 | 0.000 | 0.000 |"
