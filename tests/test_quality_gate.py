"""The gate: no figure of a shipped corpus falls below its floor, and no floor is lowered silently."""

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.evaluation.figures import JudgedCorpus, Split, split
from extractor.evaluation.gate import (
    Floors,
    Measured,
    check,
    corpora_table,
    kinds_table,
    load_floors,
    raise_floors,
    save_floors,
    to_floors,
)
from extractor.evaluation.gold import SHIPPED, checksum, find_corpora, load_gold
from extractor.evaluation.score import score

FLOORS = Path(__file__).parent / "floors.json"
KINDS = ("counts", "awards", "models", "localities", "roles", "events")


@pytest.fixture(scope="module")
def perfect() -> Split:
    gold = load_gold(SHIPPED / "authored" / "gold")
    return split([JudgedCorpus("easy", score(gold, gold), frozenset({"a03"}))])


@pytest.fixture(scope="module")
def worse() -> Split:
    gold = load_gold(SHIPPED / "authored" / "gold")
    return split([JudgedCorpus("easy", score({name: {**a, "roles": []} for name, a in gold.items()}, gold))])


def found(easy: Split, hard: Split, hard_checksum: str = "h") -> dict[str, Measured]:
    return {"easy": Measured("e", easy), "hard": Measured(hard_checksum, hard)}


def floors_of(easy: Split, hard: Split) -> Floors:
    return raise_floors(found(easy, hard), easy, None)


def test_each_shipped_corpus_has_floors_of_its_own() -> None:
    floors = load_floors(FLOORS)
    of = {name: floors.checksum for name, floors in floors.corpora.items()}
    assert of == {corpus.name: checksum([corpus]) for corpus in find_corpora(SHIPPED)}
    assert {"authored", "newsroom", "provincial"} == set(of) == set(floors.measured["corpora"])


def test_every_kind_has_its_floors_in_each_corpus() -> None:
    for corpus in load_floors(FLOORS).corpora.values():
        assert {f"{kind} {figure}" for kind in KINDS for figure in ("f1", "record f1")} <= set(corpus.floors)


def test_the_gate_opens_at_the_floor_and_shuts_below(perfect: Split, worse: Split) -> None:
    floors = floors_of(perfect, worse)
    assert check(found(perfect, worse), floors) == []
    assert check(found(perfect, perfect), floors) == []
    assert check(found(worse, worse), floors)[0] == "easy: roles f1: 0.0000 is below its floor 1.0000"


def test_a_changed_corpus_asks_for_its_own_floors_alone(perfect: Split, worse: Split) -> None:
    floors = floors_of(perfect, worse)
    changed = "hard: the corpus changed since its floors were set: set them anew"
    assert check(found(perfect, worse, "other"), floors) == [changed]
    told = check(found(worse, worse, "other"), floors)
    assert told[0].startswith("easy: roles f1") and told[-1] == changed


def test_a_corpus_without_floors_and_floors_without_a_corpus_shut_the_gate(perfect: Split) -> None:
    floors = floors_of(perfect, perfect)
    easy = {"easy": Measured("e", perfect)}
    assert check(easy, floors) == ["hard: the corpus of these floors is gone: set the floors anew"]
    assert check({**found(perfect, perfect), "new": Measured("n", perfect)}, floors) == [
        "new: the corpus has no floors: set them"
    ]
    assert set(raise_floors(easy, perfect, floors).corpora) == {"easy"}


def test_a_floor_is_not_lowered_silently(perfect: Split, worse: Split) -> None:
    high = floors_of(perfect, perfect)
    with pytest.raises(GoldError, match="not lowered silently: hard: roles f1"):
        raise_floors(found(perfect, worse), perfect, high)
    lowered = raise_floors(found(perfect, worse), perfect, high, lower=("hard",))
    assert lowered.corpora["hard"].floors["roles f1"] == 0.0
    assert lowered.corpora["easy"] == high.corpora["easy"]
    assert raise_floors(found(perfect, perfect), perfect, lowered).corpora == high.corpora


def test_floors_of_one_corpus_fall_and_those_of_the_others_do_not(perfect: Split, worse: Split) -> None:
    with pytest.raises(GoldError, match="silently: easy: roles f1") as told:
        raise_floors(found(worse, worse), worse, floors_of(perfect, perfect), lower=("hard",))
    assert "hard" not in str(told.value)


def test_no_floor_is_set_and_no_gate_opens_when_articles_are_lost(perfect: Split) -> None:
    lost = replace(perfect, all=replace(perfect.all, extracted=14))
    told = "hard: 2 of 16 articles could not be extracted"
    assert check(found(perfect, lost), floors_of(perfect, perfect)) == [told]
    with pytest.raises(GoldError, match=told):
        raise_floors(found(perfect, lost), perfect, None, lower=("hard",))


def test_a_floor_is_its_figure_rounded_down(perfect: Split) -> None:
    counts = replace(perfect.all.kinds["counts"], matched=537)
    floors = to_floors(replace(perfect.all, kinds={**perfect.all.kinds, "counts": counts}))
    assert floors["counts f1"] == 0.96 < counts.f1


def test_floors_are_saved_and_loaded(perfect: Split, worse: Split, tmp_path: Path) -> None:
    floors = floors_of(perfect, worse)
    save_floors(tmp_path / "floors.json", floors)
    assert load_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[1]", '{"corpora": "c", "measured": {}}', '{"corpora": {"c": {"checksum": "c"}}, "measured": {}}'],
)
def test_a_file_that_holds_no_floors_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.json"):
        load_floors(tmp_path / "floors.json")


def test_the_readme_rounds_once(perfect: Split, worse: Split) -> None:
    """2 * 8695 / 20000 = 0.8695 is 0.869 or 0.870, and 0.86949 is 0.869, though its four digits are 0.8695."""
    measured = floors_of(perfect, worse).measured
    for side in ("all", "held_out"):
        exact = {"gold": 100_000, "predicted": 100_000, "matched": 86_949, "whole": 0, "f1": 0.8695}
        measured[side]["counts"].update(exact)
    assert kinds_table(measured).splitlines()[2].split(" | ")[5] == "0.869"


def test_the_readme_tables_have_a_row_for_each_kind_and_each_corpus(perfect: Split, worse: Split) -> None:
    measured = floors_of(perfect, worse).measured
    kinds, corpora = kinds_table(measured).splitlines(), corpora_table(measured).splitlines()
    assert len(kinds) == 2 + 6
    assert kinds[6] == "| roles | 62 | 62 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |"
    assert corpora[2:] == [
        "| easy | 16 | 555 | 1.000 | 1.000 | 1.000 | 1.000 |",
        "| hard | 16 | 555 | 1.000 | 1.000 | – | – |",
    ]
