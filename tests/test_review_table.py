"""The table that people fill in: what they change is kept or refused, and every refusal says which cell and why."""

import csv
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import EXTRACTIONS
from stored import write_database

from extractor.cli import main
from extractor.errors import ShapeError, SlotError
from extractor.store.database import open_database
from extractor.store.review.decisions import Decision, decide
from extractor.store.review.grounding import corrected
from extractor.store.review.log import each_review

TOTAL, CAMERA, GATE, MONEY = EXTRACTIONS[0].counts
AWARD = EXTRACTIONS[0].awards[0]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def imported(db: Path, changes: dict[str, dict[str, str]], delimiter: str = ",") -> Result:
    """What becomes of the export after someone filled in these cells of the rows of these facts."""
    file = db.with_suffix(".csv")
    assert call("export", "--format", "csv", "--db", str(db), "--out", str(file)).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, [*rows[0], "decision", "note"], delimiter=delimiter)
        writer.writeheader()
        writer.writerows({**row, **changes.get(row["id"], {})} for row in rows)
    return call("import", str(file), "--db", str(db), "--reviewer", "An")


def decisions(db: Path) -> dict[str, tuple[str, Any]]:
    with open_database(db) as opened:
        return {review.fact: (review.decision, review.correction) for review in each_review(opened)}


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_an_edit_beside_another_decision_than_correct_is_told(db: Path, decision: str) -> None:
    result = imported(db, {TOTAL.id: {"decision": decision, "value": "12345", "scope": "x"}})
    assert result.exit_code == 1
    assert f"value, scope differs from what was exported, but the decision is {decision}" in result.stderr
    assert decisions(db) == {}


def test_what_spreadsheets_do_to_cells_is_no_edit(db: Path) -> None:
    changes = {
        MONEY.id: {"decision": "accept", "value": "1,5E+09", "period": " 2023-01-01;2023-12-31".replace(";", "; ")},
        AWARD.id: {"decision": "accept", "date": "06/09/2024", "count": "3,0"},
        TOTAL.id: {"decision": "correct", "value": "7,0"},
    }
    assert imported(db, changes, ";").exit_code == 0
    assert decisions(db) == {
        MONEY.id: ("accept", None),
        AWARD.id: ("accept", None),
        TOTAL.id: ("correct", {"value": 7}),
    }


def test_who_saw_the_correction_of_another_accepts_it(db: Path) -> None:
    with open_database(db, write=True) as opened:
        told = {"article": "hoa", "kind": "counts", "fact": TOTAL.id}
        decide(opened, Decision(**told, action="correct", reviewer="Bình", changes={"value": 7}))
    assert imported(db, {TOTAL.id: {"decision": "accept"}}).exit_code == 0
    assert imported(db, {TOTAL.id: {"decision": "accept", "value": "5"}}).exit_code == 1


def test_every_row_that_does_not_fit_is_told(db: Path) -> None:
    changes = {
        TOTAL.id: {"decision": "correct", "period": "2018"},
        CAMERA.id: {"decision": "correct", "modifier": "fast"},
        GATE.id: {"decision": "correct", "quote": "cổng"},
        MONEY.id: {"decision": "correct", "value": "1.500", "what": ""},
        AWARD.id: {"decision": "perhaps"},
    }
    result = imported(db, changes)
    assert result.exit_code == 1
    told = [line.partition(": line ")[2].partition(": ")[2] for line in result.stderr.splitlines()]
    assert sorted(told) == sorted(
        [
            "period: '2018' is not a period such as 2024-01-01; 2024-12-31 (start; end, ISO dates; an end not "
            "known is left empty)",
            "modifier: 'fast': input should be 'exact', 'about', 'over', 'under', 'at_least', 'at_most', 'range' "
            "or 'vague'",
            "quote cannot be changed in a table, but on the review page",
            "value: '1.500' may be 1500 or a fraction: write one or 1.5000",
            "'perhaps' is no decision (accept, reject, correct)",
        ]
    )
    assert decisions(db) == {}


@pytest.mark.parametrize(
    ("changes", "shape"), [({"value": "many"}, True), ({"value": 987654}, False), ({"id": "x"}, False)]
)
def test_a_value_of_the_wrong_shape_has_an_error_of_its_own(changes: dict[str, object], shape: bool) -> None:
    with pytest.raises(SlotError) as raised:
        corrected(TOTAL, changes, EXTRACTIONS[0].article.text)
    assert isinstance(raised.value, ShapeError) == shape


@pytest.mark.parametrize(
    ("period", "reason"),
    [("2020; 2019", "period: ends before it begins"), ("2024-02-31; 2024-03", "period: 2024-02-31 is no date")],
)
def test_a_period_that_no_calendar_has_is_refused(db: Path, period: str, reason: str) -> None:
    result = imported(db, {TOTAL.id: {"decision": "correct", "period": period}})
    assert (result.exit_code, reason in result.stderr) == (1, True)


def test_a_place_that_the_gazetteer_does_not_know_is_kept_with_a_word(db: Path) -> None:
    changes = {
        TOTAL.id: {"decision": "correct", "locality": "Nowhere; Land"},
        CAMERA.id: {"decision": "correct", "locality": "Thừa Thiên Huế; A Lưới; Hồng Kim"},
        GATE.id: {"decision": "correct", "locality": "Nghệ An; Yên Thành; Lăng Thành; Xóm Thử"},
        MONEY.id: {"decision": "correct", "locality": "Nghệ An; Yên Thàn; Lăng Thành"},
    }
    result = imported(db, changes)
    assert result.exit_code == 0
    assert [line.partition(": locality: ")[2] for line in result.stderr.splitlines()] == [
        "the gazetteer knows no Nowhere, Land there; kept as it is",
        "the gazetteer knows no Yên Thàn, Lăng Thành there; kept as it is",
    ]
    assert len(decisions(db)) == 4


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("article,id,decision\n".encode("utf-16"), "not UTF-8"),
        (f"article,id,decision\nhoa,{TOTAL.id},accept,more\n".encode(), "more cells than the header"),
    ],
)
def test_a_table_that_is_none_is_told(db: Path, content: bytes, reason: str) -> None:
    file = db.with_suffix(".csv")
    file.write_bytes(content)
    result = call("import", str(file), "--db", str(db))
    assert (result.exit_code, reason in result.stderr, "codec" in result.stderr) == (1, True, False)
