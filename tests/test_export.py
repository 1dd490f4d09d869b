"""Exports: what a file takes the place of, which facts go out, and what a cell of the wide table stands for."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import EXTRACTIONS, count
from stored import write_database

from extractor.cli import main
from extractor.records import Article, Extraction

UNITS = "Huyện có 57 tổ tự quản khác, gồm 31 tổ ở khu dân cư, 8 tổ ở cơ quan. Cùng ngày có 9 tổ, 10 tổ, hơn 40 hội."
HERE = {"locality": ("Hà Thử", "Sông Mơ"), "aspect": "stock", "period": ("2024-01-31", "2024-01-31")}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={"COLUMNS": "200"})


def export(db: Path, *arguments: str) -> Result:
    return call("export", "--db", str(db), *arguments)


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_database_is_never_written_over(db: Path, ending: str, tmp_path: Path) -> None:
    before = db.read_bytes()
    result = export(db, "--format", "csv", "--out", f"{db}{ending}")
    assert (result.exit_code, "is the database that is read" in result.stderr) == (2, True)
    assert db.read_bytes() == before
    link = tmp_path / "link.csv"
    link.symlink_to(db)
    assert export(db, "--out", str(link)).exit_code == 2
    other = write_database(tmp_path / "other.db")
    assert "is a database" in export(db, "--out", str(other)).stderr


def test_a_failed_export_leaves_the_file_that_was_there(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before", encoding="utf-8")

    def broken(*arguments: Any) -> Any:
        yield EXTRACTIONS[0]
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("extractor.store.exchange.selection.each_latest", broken)
        assert export(db, "--out", str(out)).exit_code == 1
    assert out.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    assert export(db, "--out", str(out)).exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(EXTRACTIONS)


def test_place_and_thing_narrow_every_list_of_facts(db: Path, tmp_path: Path) -> None:
    (line,) = export(db, "--place", "Thạch Hòa", "--kind", "awards").stdout.splitlines()
    assert [len(json.loads(line)["awards"]), "counts" in json.loads(line)] == [1, False]
    found = csv.DictReader(io.StringIO(export(db, "--format", "csv", "--what", "hội viên").stdout))
    assert [row["value"] for row in found] == ["1200"]
    (task,) = json.loads(export(db, "--format", "label-studio", "--place", "Đồng Nai").stdout)
    assert len(task["data"]["facts"]) == 3
    assert export(db, "--format", "spacy", "--place", "Đồng Nai", "--out", str(tmp_path / "x.spacy")).exit_code == 0
    nothing = export(db, "--format", "csv", "--place", "Không Đâu")
    assert (nothing.exit_code, nothing.stderr) == (1, "no fact fits\n")


@pytest.mark.parametrize(
    "arguments",
    [
        "--format wide --what mô --kind counts",
        "--format geojson --what mô --kind counts",
        "--format label-studio-view --place x",
        "--format gold --reviewed --out x --what mô",
        "--kind roles --place x",
    ],
)
def test_a_filter_that_a_format_does_not_know_is_wrong_usage(db: Path, arguments: str) -> None:
    assert export(db, *arguments.split()).exit_code == 2


def test_a_spreadsheet_knows_the_letters_of_a_file(db: Path, tmp_path: Path) -> None:
    for form, more in (("csv", ()), ("wide", ("--what", "mô hình"))):
        assert export(db, "--format", form, *more, "--out", str(tmp_path / form)).exit_code == 0
        assert (tmp_path / form).read_bytes().startswith("\ufeff".encode())
    assert not export(db, "--format", "csv").stdout.startswith("\ufeff")


def wide(path: Path, *whats: str) -> tuple[list[dict[str, str]], str]:
    result = export(path, "--format", "wide", *(part for what in whats for part in ("--what", what)))
    rows = csv.DictReader(io.StringIO(result.stdout))
    return [{name: cell for name, cell in row.items() if cell} for row in rows], result.stderr


def test_a_wide_table_has_a_column_for_each_thing(db: Path) -> None:
    place = {"place": "Đồng Nai", "aspect": "stock", "to": "2023-05"}
    rows, told = wide(db, "câu lạc bộ", "hoi vien")
    assert rows == [
        {**place, "modifier": "exact", "from": "2023-05", "câu lạc bộ": "40"},
        {**place, "modifier": "over", "hoi vien": "1200"},
    ]
    assert told == ""
    assert export(db, "--format", "wide").exit_code == 2


def test_no_cell_of_a_wide_table_takes_a_part_for_the_whole(tmp_path: Path) -> None:
    article = Article(id="tudan", text=UNITS, source="x", published="2024-01-31")
    total = count(article, "57 tổ tự quản khác", 57, "tổ tự quản khác", **HERE)
    counts = (
        total,
        count(article, "31 tổ", 31, "tổ", scope="khu dân cư", part_of=total.id, **HERE),
        count(article, "8 tổ", 8, "tổ", scope="cơ quan", part_of=total.id, **HERE),
        count(article, "9 tổ", 9, "tổ", **HERE),
        count(article, "10 tổ", 10, "tổ", **HERE),
        count(article, "hơn 40 hội", None, "tổ", low=Decimal(40), **HERE),
    )
    path = write_database(tmp_path / "facts.db", (Extraction(article=article, counts=counts),))
    same = {"place": "Hà Thử > Sông Mơ", "aspect": "stock", "modifier": "exact", "from": "2024-01-31"}
    same["to"] = "2024-01-31"
    rows, told = wide(path, "tổ")
    assert rows == [
        same,
        {**same, "scope": "cơ quan", "part_of": "57", "tổ": "8"},
        {**same, "scope": "khu dân cư", "part_of": "57", "tổ": "31"},
    ]
    assert sorted(told.splitlines()) == [
        "left out, numbers in cells left empty, as one day tells several values for them: 2",
        "left out, numbers known by bounds only: 1",
        "left out, numbers of narrower things: 1",
    ]
    both, _ = wide(path, "tổ", "tổ tự quản khác")
    assert both[0] == {**same, "tổ tự quản khác": "57"}


def test_of_two_days_the_later_tells(tmp_path: Path) -> None:
    def told(day: str, value: int) -> Extraction:
        article = Article(id=day, text=f"Đến nay có {value} tổ.", source=day, published=day)
        return Extraction(article=article, counts=(count(article, f"{value} tổ", value, "tổ", **HERE),))

    path = write_database(tmp_path / "facts.db", (told("2024-03-01", 12), told("2024-02-01", 11)))
    rows, said = wide(path, "tổ")
    assert [row["tổ"] for row in rows] == ["12"]
    assert said == "left out, numbers told otherwise later: 1\n"


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_parts_without_their_total_are_told(form: str, tmp_path: Path) -> None:
    article = Article(id="tudan", text=UNITS, source="x", published="2024-01-31")
    total = count(article, "57 tổ tự quản khác", 57, "tổ tự quản khác", **HERE)
    part = count(article, "31 tổ", 31, "nhóm", scope="khu dân cư", part_of=total.id, **HERE)
    path = write_database(tmp_path / "facts.db", (Extraction(article=article, counts=(total, part)),))
    assert export(path, "--format", form).stderr == ""
    assert export(path, "--format", form, "--place", "Sông Mơ").stderr == ""
    alone = export(path, "--format", form, "--what", "nhóm")
    assert alone.stderr == "parts of totals that are not in this export: 1\n"
    if form == "csv":
        assert [row["part_of"] for row in csv.DictReader(io.StringIO(alone.stdout))] == [total.id]
    else:
        assert [one["part_of"] for one in json.loads(alone.stdout)["counts"]] == [None]


def test_a_slash_behind_makes_a_folder(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "train"
    assert export(db, "--format", "spacy", "--out", f"{folder}/").exit_code == 0
    assert [file.name for file in folder.iterdir()] == ["00001.spacy"]
    assert export(db, "--format", "spacy", "--out", str(tmp_path / "one")).exit_code == 0
    assert (tmp_path / "one").is_file()
    wrong = export(db, "--format", "csv", "--out", f"{tmp_path}/tables/")
    assert (wrong.exit_code, "--format csv writes a file" in wrong.stderr) == (2, True)
    assert not (tmp_path / "tables").exists()
    nothing = export(db, "--format", "spacy", "--place", "Không Đâu", "--out", f"{tmp_path}/none/")
    assert (nothing.exit_code, (tmp_path / "none").exists()) == (1, False)
