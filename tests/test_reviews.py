"""Facts go out, people decide, and what they decided comes back: every route there and back."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner, Result
from examples import EXTRACTIONS, count
from spacy.tokens import DocBin
from stored import write_database

from extractor.cli import main
from extractor.cli.docbin import write_shards
from extractor.records import Article, CountFact, Extraction
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.exchange.selection import Selection
from extractor.store.review.fact_rows import find_fact
from extractor.store.review.log import each_review
from extractor.store.write import save

HOA, DONG = EXTRACTIONS[0], EXTRACTIONS[1]
TOTAL, CAMERA, GATE, MONEY = HOA.counts
EMPTY = {"result": [], "created_at": "2026-01-01"}
UNKNOWN = json.dumps([{"data": {"article": "hoa", "facts": ["?"], "text": ""}, "annotations": [EMPTY]}])
ALL = sum(len(extraction.records) for extraction in EXTRACTIONS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db", extractor="1")


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(path, write=True) as opened:
        yield opened


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def exported(path: Path, form: str, suffix: str) -> Path:
    out = path.parent / f"out{suffix}"
    assert call("export", "--format", form, "--db", str(path), "--out", str(out)).exit_code == 0
    return out


def imported(path: Path, file: Path) -> dict[str, int]:
    result = call("import", str(file), "--db", str(path), "--reviewer", "An", "--json")
    assert result.exit_code == 0, result.output
    figures: dict[str, int] = json.loads(result.stdout)
    return figures


def decisions(path: Path) -> dict[str, tuple[str, Any]]:
    with open_database(path) as db:
        return {review.fact: (review.decision, review.correction) for review in each_review(db)}


def annotated(path: Path, who: object = 7) -> list[dict[str, Any]]:
    """The tasks as Label Studio gives them back when someone submits all predictions as they are."""
    tasks: list[dict[str, Any]] = json.loads(exported(path, "label-studio", ".json").read_text(encoding="utf-8"))
    for task in tasks:
        (prediction,) = task["predictions"]
        when = "2026-02-01T10:00:00.123456+07:00"
        task["annotations"] = [{"completed_by": who, "updated_at": when, "result": prediction["result"]}]
    return tasks


def given_back(path: Path, tasks: object) -> Path:
    file = path.parent / "back.json"
    file.write_text(json.dumps(tasks), encoding="utf-8")
    return file


def test_a_fact_is_found_in_the_version_that_has_it(db: sqlite3.Connection) -> None:
    fresh = HOA.model_copy(update={"counts": HOA.counts[:1]})
    save(db, fresh, content_hash="b", extractor="1", run=1)
    for fact in (TOTAL, MONEY):
        row = find_fact(db, "hoa", fact.id)
        assert row is not None and row.stands == fact
    assert find_fact(db, "dong", TOTAL.id) is None


def test_tasks_show_every_fact_where_it_stands(path: Path) -> None:
    tasks = annotated(path)
    assert [len(task["data"]["facts"]) for task in tasks] == [3, len(HOA.records), 1]
    for task in tasks:
        text = task["data"]["text"]
        for region in task["predictions"][0]["result"]:
            value = region["value"]
            assert region["type"] == "textarea" or text[value["start"] : value["end"]] == value["text"]


def test_tasks_submitted_as_they_are_accept_every_fact(path: Path) -> None:
    file = given_back(path, annotated(path, {"id": 3, "email": "an@example.org"}))
    assert imported(path, file) == {"added": ALL, "known": 0, "not extracted": 0}
    assert imported(path, file) == {"added": 0, "known": ALL, "not extracted": 0}
    with open_database(path) as db:
        assert {(one.decision, one.reviewer, one.at) for one in each_review(db)} == {
            ("accept", "an@example.org", "2026-02-01T03:00:00+00:00")
        }
        assert len(find_facts(db, FactQuery(review="accept"))) == len(HOA.counts) + len(DONG.counts) + 1


def test_what_annotators_change_comes_back(path: Path) -> None:
    tasks = annotated(path)
    (annotation,) = tasks[1]["annotations"]
    kept = [part for part in annotation["result"] if part["id"] != CAMERA.id]
    for part in kept:
        if part["id"] == GATE.id and part["type"] == "labels":
            part["value"].update(start=part["value"]["start"] - 1, text=f" {part['value']['text']}")
        if part["id"] == TOTAL.id and part["type"] == "textarea":
            slots = json.loads(part["value"]["text"][0])
            part["value"]["text"] = [json.dumps({**slots, "value": 7, "scope": "toàn xã"})]
    new = {"start": 0, "end": 3, "text": "Đến", "labels": ["events"]}
    kept.append({"id": "new", "type": "labels", "from_name": "kind", "to_name": "text", "value": new})
    annotation["result"] = kept
    tasks[0]["annotations"][0]["was_cancelled"] = True
    assert imported(path, given_back(path, tasks))["not extracted"] == 1
    found = decisions(path)
    assert len(found) == len(HOA.records) + 1
    assert found[CAMERA.id] == ("reject", None)
    assert found[TOTAL.id] == ("correct", {"value": 7, "scope": "toàn xã"})
    moved = {"start": GATE.start - 1, "end": GATE.end, "quote": f" {GATE.quote}"}
    assert found[GATE.id] == ("correct", moved)
    assert found[MONEY.id] == ("accept", None)


def test_a_region_counted_by_a_browser_is_found(path: Path) -> None:
    text = "Vui quá 😀, xã có 12 mô hình."
    article = Article(id="vui", text=text, source="vui")
    fact = count(article, "có 12 mô hình", 12, "mô hình")
    with open_database(path, write=True) as db:
        save(db, Extraction(article=article, counts=(fact,)), content_hash="a", extractor="1", run=1)
    tasks = annotated(path)[-1:]
    for part in tasks[0]["annotations"][0]["result"]:
        if part["type"] == "labels":
            part["value"].update(start=fact.start + 1, end=fact.end + 1 - len(" hình"), text="có 12 mô")
    imported(path, given_back(path, tasks))
    moved = {"start": fact.start, "end": fact.end - len(" hình"), "quote": "có 12 mô"}
    assert decisions(path) == {fact.id: ("correct", moved)}
    tasks[0]["annotations"][0]["result"][0]["value"]["text"] = "mười hai"
    result = call("import", str(given_back(path, tasks)), "--db", str(path))
    assert (result.exit_code, "is not where it says" in result.stderr) == (1, True)


def rewritten(path: Path, changes: dict[str, dict[str, str]], delimiter: str = ",") -> Path:
    """The CSV export after someone filled in cells of the rows of these facts."""
    file = exported(path, "csv", ".csv")
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.DictWriter(target, [*rows[0], "decision", "note"], delimiter=delimiter)
        writer.writeheader()
        writer.writerows({**row, **changes.get(row["id"], {})} for row in rows)
    return file


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_table_with_decisions_comes_back(path: Path, delimiter: str) -> None:
    changes = {
        TOTAL.id: {"decision": "Accept", "note": "đúng"},
        CAMERA.id: {"decision": "reject"},
        MONEY.id: {"decision": "correct", "value": "1500", "locality": "Hà Thử; Sông Mơ", "per": "năm"},
    }
    assert imported(path, rewritten(path, changes, delimiter)) == {"added": 3, "known": 0, "not extracted": 0}
    assert decisions(path) == {
        TOTAL.id: ("accept", None),
        CAMERA.id: ("reject", None),
        MONEY.id: ("correct", {"value": 1500, "locality": ["Hà Thử", "Sông Mơ"], "per": "năm"}),
    }


def test_an_edit_without_a_decision_is_told(path: Path) -> None:
    """It would be lost in silence."""
    told = call("import", str(rewritten(path, {GATE.id: {"value": "6"}}, ",")), "--db", str(path))
    assert told.exit_code == 1
    assert "cells are changed, but `decision` is empty" in told.stderr
    assert decisions(path) == {}


def test_a_docbin_comes_back(path: Path) -> None:
    file = exported(path, "spacy", ".spacy")
    docs = list(DocBin().from_bytes(file.read_bytes()).get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs] == [e.article.text for e in sorted(EXTRACTIONS, key=lambda e: e.article.id)]
    left = call("import", str(file), "--db", str(path))
    assert (left.exit_code, left.stderr) == (
        1,
        "articles as they were exported, so that nothing is decided about them: 3\n",
    )
    write_reviewed(file)
    assert imported(path, file) == {"added": ALL, "known": 0, "not extracted": 0}
    assert {decision for decision, _ in decisions(path).values()} == {"accept"}
    doc = docs[1]
    doc.spans["sc"] = [
        doc[span.start : span.end + 1] if span.id_ == TOTAL.id else span
        for span in doc.spans["sc"]
        if span.id_ != CAMERA.id
    ]
    file.write_bytes(DocBin(store_user_data=True, docs=docs).to_bytes())
    known = len(HOA.records) - 2
    assert imported(path, file) == {"added": 2, "known": known, "not extracted": 1}, "of the changed article alone"
    assert decisions(path)[CAMERA.id] == ("reject", None)


def write_reviewed(file: Path) -> None:
    """Say of each article that somebody went through it."""
    docs = list(DocBin().from_bytes(file.read_bytes()).get_docs(spacy.blank("xx").vocab))
    for doc in docs:
        doc.user_data["reviewed"] = True
    file.write_bytes(DocBin(store_user_data=True, docs=docs).to_bytes())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.json", "{", "no Label Studio export"),
        ("x.json", "[{}]", "no Label Studio export"),
        ("x.json", UNKNOWN, "no fact '?'"),
        ("x.csv", "a,b\n1,2\n", "no column 'article'"),
        ("x.csv", "article,id,decision\nhoa,?,accept\n", "line 2: no fact '?'"),
        ("x.csv", f"article,id,decision\nhoa,{TOTAL.id},maybe\n", "line 2: 'maybe' is no decision"),
        ("x.csv", f"article,id,decision\nhoa,{TOTAL.id},correct\n", "line 2: no slot differs"),
        ("x.csv", f"article,id,decision,value\nhoa,{TOTAL.id},correct,mười\n", "value: 'mười' is not a number"),
        ("x.spacy", "junk", "no DocBin"),
        ("x.txt", "", "reviews come as"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_adds_nothing(path: Path, name: str, content: str, reason: str) -> None:
    file = path.parent / name
    file.write_text(content, encoding="utf-8")
    result = call("import", str(file), "--db", str(path))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1), result.output
    assert str(file) in result.stderr and reason in result.stderr
    assert decisions(path) == {}


def test_docbins_in_a_folder_come_back(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "train"
    folder.mkdir()
    with open_database(path) as db:
        assert write_shards(db, folder, Selection(), size=2) == len(EXTRACTIONS)
    files = sorted(folder.iterdir())
    for file in files:
        write_reviewed(file)
    assert [file.name for file in files] == ["00001.spacy", "00002.spacy"]
    assert [imported(path, file)["added"] > 0 for file in files] == [True, True]
    assert len(decisions(path)) == ALL
    assert call("export", "--format", "spacy", "--out", str(folder), "--db", str(path)).exit_code == 0
    assert call("export", "--format", "csv", "--out", str(folder), "--db", str(path)).exit_code == 2


def test_a_database_that_is_missing_is_not_made(tmp_path: Path) -> None:
    assert call("import", "x.csv", "--db", str(tmp_path / "no.db")).exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_parquet_holds_what_the_csv_holds(path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(exported(path, "parquet", ".parquet"))
    with exported(path, "csv", ".csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert table.column_names == list(rows[0])
    assert table.column("id").to_pylist() == [row["id"] for row in rows]
    found = {row["id"]: row for row in table.to_pylist()}
    for fact in (fact for extraction in EXTRACTIONS for fact in extraction.counts):
        assert isinstance(fact, CountFact)
        row = found[fact.id]
        assert (row["value"], row["part_of"]) == (fact.value, fact.part_of)
        assert row["locality"] == (list(fact.locality) if fact.locality else None)


@pytest.mark.parametrize("form", ["parquet", "spacy"])
def test_binary_formats_need_a_file(path: Path, form: str) -> None:
    assert call("export", "--format", form, "--db", str(path)).exit_code == 2
