"""The judge: the same figures as the reference scorer, every miss with its sentence, honest confidence."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.evaluation.calibration import judge_confidence
from extractor.evaluation.figures import measure
from extractor.evaluation.gold import SHIPPED, checksum, find_corpora, load_export, load_gold
from extractor.evaluation.likeness import overlap, same_noun, same_number, same_path, same_period, same_text
from extractor.evaluation.misses import list_misses, sentence_of
from extractor.evaluation.score import compare, score
from extractor.records import KINDS

GOLD = SHIPPED / "authored" / "gold"
SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_scorer = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="needs ../shared/score.py")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tổ “Hoà bình”", "tổ hòa bình", True),
        ("TUÝ", "túy", True),
        ("Công an xã Mẫu", "Hội Nông dân", False),
        (None, "", True),
        (None, "hộ", False),
    ],
)
def test_texts_are_the_same_whatever_case_marks_and_tone_placement(one: str, other: str, same: bool) -> None:
    assert same_text(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hộ", "hộ gia đình khó khăn", True),
        ("hecta", "ha", True),
        ("nguồn tin", "nguồn tin có giá trị", True),
        ("hộ nghèo", "người nghèo", False),
        ("xã/phường", "xã / phường", True),
        ("", "hộ", False),
    ],
)
def test_counted_nouns(one: str, other: str, same: bool) -> None:
    assert same_noun(one, other) is same


@pytest.mark.parametrize(
    ("predicted", "gold", "same"),
    [
        ({"value": 96}, {"value": 96.0}, True),
        ({"value": 573, "denominator": 624}, {"value": 573, "denominator": 624}, True),
        ({"value": 573}, {"value": 573, "denominator": 624}, False),
        ({"low": 30, "high": 100}, {"value": None, "low": 30, "high": 100}, True),
        ({"value": 30, "low": 30, "high": 100}, {"value": None, "low": 30, "high": 100}, False),
        ({"value": None}, {"value": 0}, False),
    ],
)
def test_numbers(predicted: dict[str, Any], gold: dict[str, Any], same: bool) -> None:
    assert same_number(predicted, gold) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["2024", "2024"], ["2024-01-01", "2024-12-31"], True),
        ([None, "2024-09-06"], [None, "2024-09"], True),
        ([None, "2024"], ["2024", "2024"], False),
        (None, ["2024", "2024"], False),
        (None, None, True),
    ],
)
def test_periods_are_equal_at_the_coarser_precision(one: Any, other: Any, same: bool) -> None:
    assert same_period(one, other) is same


def test_paths_and_overlap() -> None:
    assert same_path(["Khánh Hòa"], ("Khánh Hoà",)) and not same_path(["Khánh Hòa"], None)
    assert overlap("một hai ba", "hai ba bốn") == pytest.approx(2 / 3)


def test_pairs_are_one_to_one_and_likest_first() -> None:
    gold = [count(5, "vụ", quote="bắt 5 vụ trộm"), count(5, "vụ", quote="khởi tố 5 vụ")]
    predicted = [count(5, "vụ", quote="khởi tố 5 vụ"), count(5, "vụ", quote="bắt 5 vụ trộm"), count(5, "vụ")]
    comparison = compare("counts", predicted, gold)
    assert {(pair.predicted, pair.gold) for pair in comparison.pairs} == {(0, 1), (1, 0)}
    assert len(comparison.extra) == 1 and comparison.missed == []


def test_part_of_is_right_where_it_points_to_the_paired_total() -> None:
    gold = [count(9, "tổ"), count(4, "tổ", part_of=0), count(5, "tổ", part_of=0)]
    predicted = [count(5, "tổ", part_of=1), count(9, "tổ"), count(4, "tổ")]
    right = {pair.gold: pair.right["part_of"] for pair in compare("counts", predicted, gold).pairs}
    assert right == {0: True, 1: False, 2: True}


def count(value: float, what: str, **slots: Any) -> dict[str, Any]:
    empty = dict.fromkeys(
        ("low", "high", "denominator", "measured", "name", "predicate", "locality", "scope", "period", "part_of")
    )
    fixed = {"modifier": "exact", "category": "other", "aspect": "flow", "quote": f"{value} {what}"}
    return {**empty, **fixed, "value": value, "what": what, **slots}


def perturbed(seed: int) -> dict[str, dict[str, Any]]:
    """The shipped gold as an extraction with planted errors: lost, doubled, moved and damaged records."""
    chance = random.Random(seed)
    articles = copy.deepcopy(load_gold(GOLD))
    found: dict[str, dict[str, Any]] = {}
    for name, article in articles.items():
        if chance.random() < 0.1:
            continue
        corpus_text = next((SHIPPED / "authored" / "texts").glob(f"{name}.*")).read_text(encoding="utf-8")
        found[name] = {**article, "text": corpus_text if chance.random() < 0.5 else corpus_text[:2000]}
        found[name]["title"] = chance.choice([article["title"], "Tin khác", None])
        for kind in KINDS:
            found[name][kind] = [damaged(record, kind, chance) for record in article[kind] if chance.random() < 0.9]
            found[name][kind] += copy.deepcopy(chance.sample(found[name][kind], len(found[name][kind]) // 8))
            if chance.random() < 0.5:
                chance.shuffle(found[name][kind])
    return found


def damaged(record: dict[str, Any], kind: str, chance: random.Random) -> dict[str, Any]:
    changed = {**record, "confidence": chance.random()}
    for slot, value in record.items():
        if chance.random() < 0.08:
            changed[slot] = None
        elif chance.random() < 0.08 and isinstance(value, str) and " " in value:
            changed[slot] = " ".join(value.split()[:-1])
        elif chance.random() < 0.08 and isinstance(value, list):
            changed[slot] = value[:-1]
    return changed


def reference(predicted: dict[str, dict[str, Any]], gold: Path, folder: Path) -> dict[str, Any]:
    file = folder / "predicted.jsonl"
    file.write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in predicted.values()), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(file), str(gold), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


@needs_scorer
@pytest.mark.parametrize("seed", range(6))
def test_figures_are_the_reference_scorers_on_planted_errors(seed: int, tmp_path: Path) -> None:
    predicted = perturbed(seed)
    assert measure(score(predicted, load_gold(GOLD))).to_json() == reference(predicted, GOLD, tmp_path)


@needs_scorer
def test_figures_are_the_reference_scorers_on_real_extractions(tmp_path: Path) -> None:
    from extractor.cli.evaluate import extract_articles

    predicted = extract_articles(SHARED / "dev" / "real" / "articles.jsonl")
    gold = SHARED / "dev" / "real" / "gold"
    assert measure(score(predicted, load_gold(gold))).to_json() == reference(predicted, gold, tmp_path)


def test_perfect_extraction_scores_one() -> None:
    gold = load_gold(GOLD)
    figures = measure(score(gold, gold))
    assert {figures.kinds[kind].record_f1 for kind in KINDS} == {1.0}
    assert figures.leaked[0] == 0


def test_every_miss_is_listed_once_with_its_sentence() -> None:
    text = "Huyện có 12 tổ. Công an xã bắt 5 vụ trộm.\nToàn xã có 7 hộ."
    gold = {
        **dict.fromkeys(KINDS, ()),
        "counts": [count(12, "tổ", quote="12 tổ"), count(5, "vụ", quote="bắt 5 vụ")],
    }
    found = {**gold, "text": text, "counts": [count(12, "tổ", aspect="stock"), count(7, "hộ", quote="7 hộ")]}
    misses = [
        (miss.verdict, miss.slot, miss.quote, miss.sentence)
        for article in score({"x": found}, {"x": gold})
        for miss in list_misses(article)
    ]
    assert misses == [
        ("slot", "aspect", "12 tổ", "Huyện có 12 tổ."),
        ("missed", None, "bắt 5 vụ", "Công an xã bắt 5 vụ trộm."),
        ("extra", None, "7 hộ", "Toàn xã có 7 hộ."),
    ]


def test_a_quote_across_a_stop_or_outside_the_text() -> None:
    assert sentence_of("Bắt 5 vụ. Phạt 3 người. Hết.", "5 vụ. Phạt") == "Bắt 5 vụ. Phạt 3 người."
    assert sentence_of("Bắt 5 vụ.", "6 vụ") == ""


def test_reliability_bins_confidence() -> None:
    gold = {**dict.fromkeys(KINDS, ()), "counts": [count(1, "tổ"), count(2, "tổ")]}
    predicted = [count(1, "tổ", confidence=0.95), count(2, "tổ", confidence=0.95), count(3, "tổ", confidence=0.05)]
    table = judge_confidence(score({"x": {**gold, "text": "", "counts": predicted}}, {"x": gold}))
    assert [(b.low, b.records, b.right) for b in table.bins] == [(0.0, 1, 0.0), (0.9, 2, 1.0)]
    assert table.error == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "x.json"),
        ("[]", "not a JSON object"),
        ('{"counts": [{}]}', "counts[0] lacks value"),
        ('{"counts": 3}', "counts is no list"),
    ],
)
def test_a_gold_file_that_does_not_fit_is_named(content: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.json") as raised:
        load_gold(tmp_path)
    assert complaint in str(raised.value)


def test_an_export_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"article": "a"}\n\n{', encoding="utf-8")
    with pytest.raises(GoldError, match=r"p\.jsonl:3"):
        load_export(tmp_path / "p.jsonl")


def test_corpora_are_found_and_their_checksum_follows_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "c" / "gold").mkdir(parents=True)
    (tmp_path / "c" / "texts").mkdir()
    with pytest.raises(GoldError):
        find_corpora(tmp_path)
    (tmp_path / "c" / "gold" / "a.json").write_text("{}", encoding="utf-8")
    (tmp_path / "c" / "split.json").write_text('{"held_out": ["a"]}', encoding="utf-8")
    found = find_corpora(tmp_path)
    assert [(corpus.name, corpus.held_out) for corpus in found] == [("c", frozenset({"a"}))]
    before = checksum(found)
    (tmp_path / "c" / "texts" / "a.txt").write_text("Tin.", encoding="utf-8")
    assert checksum(found) != before
