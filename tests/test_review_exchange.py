"""Reviews in and out: regions that annotators found or retyped, gold, lists of decisions, merging."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import EXTRACTIONS, HOA

from extractor.cli import main
from extractor.errors import InputError
from extractor.evaluation.gold import load_gold
from extractor.interchange import to_json
from extractor.store.database import open_database
from extractor.store.exchange.annotations import Region, judged
from extractor.store.merge import merge_databases
from extractor.store.overview import overview
from extractor.store.read import each_latest, load
from extractor.store.review.decisions import Decision, decide, decide_all, history, undo
from extractor.store.review.log import each_review
from extractor.store.write import save, start_run

TOTAL, CAMERA, GATE, MONEY = EXTRACTIONS[0].counts
EVENT = EXTRACTIONS[0].events[0]
AT = "2026-01-01T00:00:00+00:00"


def fill(path: Path) -> Path:
    with open_database(path, write=True) as db:
        run = start_run(db, "1", [])
        for extraction in EXTRACTIONS:
            save(db, extraction, content_hash="a", extractor="1", run=run)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return fill(tmp_path / "facts.db")


def about(fact: Any, action: Any, reviewer: str = "An", **more: Any) -> Decision:
    return Decision(article=fact.article_id, fact=fact.id, kind=fact.kind, action=action, reviewer=reviewer, **more)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={"COLUMNS": "200"})


def decide_about_all(db: sqlite3.Connection, *but: str) -> None:
    """An accepts what is left of the article, but these facts."""
    facts = [fact for fact in load(db, "hoa").records if fact.id not in but]
    decide_all(db, [about(fact, "accept") for fact in facts])


def test_a_region_of_another_kind_is_another_fact(path: Path) -> None:
    shown = Region("models", GATE.start, GATE.end, {"name": "Cổng"})
    found = {GATE.id: shown, "new": Region("counts", 0, 7, {"what": "x", "value": 12})}
    with open_database(path, write=True) as db:
        told = judged(db, "hoa", [GATE.id], found, "An", AT)
        assert [(one.action, one.kind) for one in told.decisions] == [("split", "counts"), ("create", "counts")]
        decide_all(db, told.decisions)
        assert [model.quote for model in load(db, "hoa").models] == ["mô hình “Cổng sáng”", GATE.quote]
        assert GATE.id not in [fact.id for fact in load(db, "hoa").counts]
        unslotted = judged(db, "hoa", [EVENT.id], {EVENT.id: Region("roles", 0, 3)}, "An", AT).decisions
        assert [(one.action, one.reason, one.note) for one in unslotted] == [
            ("reject", "wrong thing", "said to be of roles")
        ]


@pytest.mark.parametrize(
    ("region", "reason"),
    [
        (Region("events", GATE.start, GATE.end, {"name": "x"}), "event: Field required"),
        (Region("counts", GATE.start, GATE.end, {"value": "năm"}), "value: Input should be"),
    ],
)
def test_a_region_that_makes_no_fact_is_named(path: Path, region: Region, reason: str) -> None:
    with open_database(path, write=True) as db:
        told = judged(db, "hoa", [GATE.id], {GATE.id: region}, "An", AT).decisions
        with pytest.raises(InputError, match=f"fact {GATE.id} of hoa: {reason}"):
            decide_all(db, told)
        assert list(each_review(db)) == []


def test_decisions_become_gold_that_extraction_is_scored_against(path: Path, tmp_path: Path) -> None:
    with open_database(path, write=True) as db:
        decide(db, about(CAMERA, "correct", changes={"value": 5}))
        decide(db, about(MONEY, "reject"))
        decide_about_all(db)
        expected = to_json(load(db, "hoa"))
        decide(db, about(EXTRACTIONS[1].counts[0], "accept"))
    result = call("export", "--reviewed", "--format", "gold", "--db", str(path), "--out", str(tmp_path / "corpus"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 article with 8 facts" in result.stderr and "left out: 1 article with" in result.stderr
    (gold,) = load_gold(tmp_path / "corpus" / "gold").values()
    left_out = {"id", "start", "end", "rule", "confidence"}
    assert gold["counts"] == [
        {slot: value for slot, value in fact.items() if slot not in left_out}
        for fact in expected["counts"]  # type: ignore[attr-defined]
    ]
    assert [fact["value"] for fact in gold["counts"]] == [12, 5, 5]
    judge = call("evaluate", str(tmp_path / "corpus"), "--json")
    assert judge.exit_code == 0, judge.output
    again = call("export", "--reviewed", "--format", "gold", "--db", str(path), "--out", str(tmp_path / "corpus"))
    assert (again.exit_code, "name a new folder" in again.stderr) == (1, True)


def test_gold_scores_its_own_extraction_as_perfect(tmp_path: Path) -> None:
    """Extraction of the exported text finds what was accepted: text, title and date come through whole."""
    corpus = Path(__file__).resolve().parents[1] / "corpora" / "authored" / "texts"
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a02.txt", "a05.txt"):
        (texts / name).write_bytes((corpus / name).read_bytes())
    database = str(tmp_path / "facts.db")
    assert call("extract", str(texts), "--db", database).exit_code == 0
    with open_database(Path(database), write=True) as db:
        for extraction in list(each_latest(db)):
            decide_all(db, [about(fact, "accept") for fact in extraction.records])
    out = str(tmp_path / "corpus")
    assert call("export", "--reviewed", "--format", "gold", "--db", database, "--out", out).exit_code == 0
    judged = call("evaluate", out, "--misses")
    assert "2 of 2 articles" in judged.stdout
    assert [word for word in ("missed:", "extra:", "slot ") if word in judged.stdout] == []


def test_reviewed_facts_are_exported_alone(path: Path) -> None:
    with open_database(path, write=True) as db:
        decide(db, about(CAMERA, "correct", changes={"value": 5}))
        decide(db, about(MONEY, "reject"))
    lines = call("export", "--reviewed", "--format", "csv", "--db", str(path)).stdout.splitlines()
    assert len(lines) == 2 and CAMERA.id in lines[1]
    (article,) = call("export", "--reviewed", "--db", str(path)).stdout.splitlines()
    assert [fact["value"] for fact in json.loads(article)["counts"]] == [5]


@pytest.mark.parametrize(
    "arguments",
    [
        "--format gold --out x",
        "--format gold --reviewed",
        "--format gold --reviewed --kind counts --out x",
        "--format spacy --reviewed --out x",
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(path: Path, arguments: str) -> None:
    assert call("export", "--db", str(path), *arguments.split()).exit_code == 2


def test_no_gold_without_a_reviewed_article(path: Path, tmp_path: Path) -> None:
    result = call("export", "--reviewed", "--format", "gold", "--db", str(path), "--out", str(tmp_path / "corpus"))
    assert (result.exit_code, "no article whose facts are all decided" in result.stderr) == (1, True)
    assert not (tmp_path / "corpus").exists()


def test_decisions_are_listed(path: Path) -> None:
    assert call("reviews", "--db", str(path)).exit_code == 1
    with open_database(path, write=True) as db:
        decide(db, about(CAMERA, "correct", changes={"value": 5}))
        decide(db, about(CAMERA, "accept", "Bình"))
        decide(db, about(TOTAL, "reject", "Bình", reason="duplicate"))
        decide(db, about(MONEY, "accept"))
        gone = HOA.model_copy(update={"text": "Bản mới."})
        scoped = TOTAL.model_copy(update={"scope": "xã"})
        save(db, EXTRACTIONS[0].model_copy(update={"counts": (scoped,)}), content_hash="a", extractor="1", run=1)

    def listed(*arguments: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(call("reviews", *arguments, "--json", "--db", str(path)).stdout)
        return found

    assert [one["decision"] for one in listed()] == ["accept", "reject", "accept", "correct"]
    assert [one["quote"] for one in listed("--reviewer", "An", "--limit", "1")] == [MONEY.quote]
    assert listed("--article", "dong") == []
    assert {one["fact"] for one in listed("disputed")} == {TOTAL.id, CAMERA.id, MONEY.id}
    assert listed("orphans") == []
    assert [(one["first"], one["second"], one["items"]) for one in listed("agreement")] == [("An", "Bình", 1)]
    assert listed("disagreements")[0]["decisions"] == {"An": "correct", "Bình": "accept"}
    progress = {one["of"]: one for one in listed("progress")}
    assert (progress["counts"]["decided"], progress["An"]["decided"], progress["Bình"]["decided"]) == (3, 2, 2)
    mine = {one["of"]: one["decided"] for one in listed("progress", "--reviewer", "An", "--limit", "1")}
    kinds = {"counts": 2, "awards": 0, "models": 0, "localities": 0, "roles": 0, "events": 0}
    assert mine == {**kinds, "An": 2}
    assert {one["of"] for one in listed("progress", "--article", "dong")} == set(kinds)
    assert listed("agreement", "--article", "dong") == listed("disagreements", "--reviewer", "Cúc") == []
    with open_database(path, write=True) as db:
        save(
            db,
            EXTRACTIONS[0].model_copy(update={"article": gone, "counts": ()}),
            content_hash="b",
            extractor="1",
            run=1,
        )
        figures = overview(db)
    assert {one["fact"] for one in listed("orphans")} == {CAMERA.id, MONEY.id}
    assert (figures["orphaned decisions"], figures["reviews"], figures["rejected"]) == (2, 4, 1)
    assert "hỗ trợ 1,5 tỷ đồng" in call("reviews", "--db", str(path)).stdout


def test_a_kappa_that_tells_nothing_is_explained(path: Path) -> None:
    with open_database(path, write=True) as db:
        for reviewer in ("An", "Bình"):
            decide(db, about(CAMERA, "accept", reviewer))
    result = call("reviews", "agreement", "--db", str(path))
    assert result.stderr == "no kappa where both always decided the same: chance alone would agree as well\n"
    assert result.stdout.splitlines()[1].split() == ["An", "Bình", "1", "1", "–"]


def test_merging_unites_the_reviews_and_what_holds_of_them(tmp_path: Path) -> None:
    first, second = fill(tmp_path / "a.db"), fill(tmp_path / "b.db")
    with open_database(first, write=True) as db:
        decide(db, about(CAMERA, "correct", changes={"value": 5}, at="2026-01-01", token="one"))
        decide(db, about(MONEY, "reject", at="2026-01-02"))
        decide(db, about(GATE, "reject", at="2026-01-03"))
        undo(db, "An")
    with open_database(second, write=True) as db:
        decide(db, about(CAMERA, "correct", changes={"value": 5}, at="2026-01-01", token="one"))
        decide(db, about(MONEY, "accept", "Bình", at="2026-01-04"))
    merged = merge_databases([first, second], tmp_path / "all.db")
    assert merged.reviews == 5
    assert [one.decisions for one in merged.disagreements] == [(("An", "reject"), ("Bình", "accept"))]
    with open_database(tmp_path / "all.db") as db:
        assert [fact.value for fact in load(db, "hoa").counts] == [12, 5, 5, 1_500_000_000]
        assert load(db, "hoa", reading="machine") == EXTRACTIONS[0]
        assert [one.decision for one in history(db, "hoa", GATE.id)] == ["reject", "undo"]
    again = merge_databases([tmp_path / "all.db", first], tmp_path / "again.db")
    assert again.reviews == 5
