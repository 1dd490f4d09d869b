"""The commands as a user or a script calls them: output, JSON, exit codes, one-line errors."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from examples import EXTRACTIONS, count

from extractor.cli import COMMANDS, main
from extractor.interchange import to_json
from extractor.records import KINDS, Article, Extraction, Failure
from extractor.store.database import open_database
from extractor.store.write import save, save_failure, start_run

READING = ("search mô", "facts", "show hoa", "export", "failures", "stats", "timeline mô", "conflicts", "checks")


def call(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "facts.db"
    with open_database(path, write=True) as store:
        run = start_run(store, "1", [])
        for extraction in EXTRACTIONS:
            save(store, extraction, content_hash="a", extractor="1", run=run)
        save_failure(store, Failure(source="bad.html", stage="read", reason="the file is empty"), run=run)
    return str(path)


def test_help_is_quick() -> None:
    """Processor time, best of three, in a process of its own: nothing heavy may be loaded for `--help`."""

    def once() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-m", "extractor", "--help"], check=True, capture_output=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(once() for _ in range(3)) < 0.3


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_json(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert isinstance(command, click.Command)
    assert command.help
    options = {option for parameter in command.params for option in parameter.opts}
    assert "--json" in options or name in ("export", "serve")
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []
    assert COMMANDS[name].help in call("--help").output.replace("\n           ", "")


@pytest.mark.parametrize("command", READING)
def test_a_database_that_cannot_be_read_is_one_line(command: str, tmp_path: Path) -> None:
    missing, junk = tmp_path / "no.db", tmp_path / "junk.db"
    junk.write_bytes(b"no database" * 100)
    for path, reason in ((missing, "no such database"), (junk, "not a SQLite database")):
        result = call(*command.split(), "--db", str(path))
        assert result.exit_code == 3
        assert result.stdout == ""
        assert result.stderr.startswith(f"extractor: {path}: {reason}")
        assert result.stderr.count("\n") == 1
    assert not missing.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        "nonsense",
        "extract",
        "facts --kind x",
        "facts --year x",
        "search",
        "export --format x",
        "extract --no x",
        "facts --from 9/2024",
    ],
)
def test_wrong_usage_is_told(arguments: str) -> None:
    assert call(*arguments.split()).exit_code == 2


def test_search_prints_and_gives_json(db: str) -> None:
    result = call("search", "cong", "sang", "--db", db)
    assert result.exit_code == 0
    assert "“[Cổng sáng]”" in result.stdout
    found = json.loads(call("search", "cong", "sang", "--json", "--db", db).stdout)
    assert [hit["article"] for hit in found["articles"]] == ["hoa"]
    passage, (mark,) = found["articles"][0]["passage"], found["articles"][0]["marks"]
    assert passage[slice(*mark)] == "Cổng sáng"
    assert {fact["kind"] for fact in found["facts"]} == {"counts", "models"}


def test_facts_prove_themselves(db: str) -> None:
    asked = ("facts", "--what", "mo hinh", "--place", "Thạch Hòa", "--year", "2024", "--max", "6", "--db", db)
    result = call(*asked)
    assert result.exit_code == 0
    assert "[5 mô hình “Cổng sáng”]" in result.stdout
    (fact,) = json.loads(call(*asked, "--json").stdout)
    assert (fact["value"], fact["category"], fact["article"]) == (5, "model", "hoa")
    assert fact["quote"] in fact["sentence"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_listed(db: str, kind: str) -> None:
    result = call("facts", "--kind", kind, "--db", db)
    assert result.exit_code == 0, result.stderr
    assert EXTRACTIONS[0].records


@pytest.mark.parametrize("arguments", [("search", "xyz"), ("facts", "--what", "xyz"), ("search", "?!")])
def test_nothing_found_is_an_exit_code(db: str, arguments: tuple[str, ...]) -> None:
    result = call(*arguments, "--db", db)
    assert result.exit_code == 1
    assert result.stdout == ""
    as_json = call(*arguments, "--db", db, "--json")
    assert as_json.exit_code == 1
    assert json.loads(as_json.stdout) in ([], {"articles": [], "facts": []})


def test_show_marks_and_numbers_the_facts(db: str) -> None:
    result = call("show", "hoa", "--db", db)
    assert result.exit_code == 0
    assert "duy trì 12 mô hình²" in result.stdout
    assert "12 mô hình tự quản về an ninh trật tự" in result.stdout
    assert json.loads(call("show", "hoa", "--json", "--db", db).stdout) == json.loads(
        json.dumps(to_json(EXTRACTIONS[0]))
    )


def test_show_lists_what_was_removed(db: str) -> None:
    result = call("show", "hoa", "--removed", "--db", db)
    assert ["0", "menu", "Trang", "chủ"] in [line.split() for line in result.stdout.splitlines()]
    assert len(json.loads(call("show", "hoa", "--removed", "--json", "--db", db).stdout)["removed"]) == 2


def test_a_page_cannot_steer_the_terminal_or_the_markup(tmp_path: Path) -> None:
    article = Article(
        id="odd", title="\x1b[2J[bold]Tin", source="odd", text="Có 5 tổ [red] \x1b[31m\x07 [/] ở đây."
    )
    fact = count(article, "5 tổ [red] \x1b[31m\x07 [/]", 5, "tổ [red]")
    path = tmp_path / "odd.db"
    with open_database(path, write=True) as store:
        extraction = Extraction(article=article, counts=(fact,))
        save(store, extraction, content_hash="a", extractor="1", run=start_run(store, "1", []))
    for arguments in (("show", "odd"), ("facts",), ("search", "tổ"), ("timeline", "tổ")):
        result = call(*arguments, "--db", str(path))
        assert result.exit_code == 0, result.stderr
        assert "[red]" in result.stdout
        assert not {"\x1b", "\x07"} & set(result.stdout)


def test_an_unknown_article_is_told(db: str) -> None:
    result = call("show", "nobody", "--db", db)
    assert (result.exit_code, result.stderr) == (1, "extractor: no article 'nobody'\n")


def test_what_a_kind_does_not_have_is_told(db: str) -> None:
    result = call("facts", "--kind", "roles", "--place", "Đồng Nai", "--db", db)
    assert (result.exit_code, result.stderr) == (2, "extractor: roles have no place\n")


def test_export_writes_what_the_judge_reads(db: str, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in call("export", "--db", db).stdout.splitlines()]
    assert [line["article"] for line in lines] == ["dong", "hoa", "plain"]
    hoa = lines[1]
    assert {"article", "title", "published", "outlet", "author", "text", *KINDS} <= set(hoa)
    assert [fact["part_of"] for fact in hoa["counts"]] == [None, 0, 0, None]
    assert [fact["value"] for fact in hoa["counts"]] == [12, 7, 5, 1_500_000_000]
    assert hoa["events"][0]["kind"] == "tổng kết"
    out = tmp_path / "out.jsonl"
    assert call("export", "--db", db, "--kind", "awards", "--out", str(out)).exit_code == 0
    narrowed = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [len(line["awards"]) for line in narrowed] == [0, 1, 0]
    assert "counts" not in narrowed[0]


def test_export_writes_csv(db: str) -> None:
    found = list(csv.DictReader(io.StringIO(call("export", "--format", "csv", "--db", db).stdout)))
    assert len(found) == sum(len(extraction.records) for extraction in EXTRACTIONS)
    counts = list(
        csv.DictReader(io.StringIO(call("export", "--format", "csv", "--kind", "counts", "--db", db).stdout))
    )
    assert counts[2]["locality"] == "Hà Thử; Sông Mơ; Thạch Hòa"
    assert "form" not in counts[0]


def test_export_writes_points_on_a_map(db: str) -> None:
    found = json.loads(call("export", "--format", "geojson", "--what", "câu lạc bộ", "--db", db).stdout)
    (feature,) = found["features"]
    longitude, latitude = feature["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (107, 11)
    assert (feature["properties"]["value"], feature["properties"]["article"]) == (40, "dong")
    assert call("export", "--format", "geojson", "--what", "a", "--what", "b", "--db", db).exit_code == 2


def test_export_to_a_place_that_is_none_is_told(db: str, tmp_path: Path) -> None:
    result = call("export", "--db", db, "--out", str(tmp_path / "no" / "x.jsonl"))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_failures_and_stats(db: str) -> None:
    assert json.loads(call("failures", "--json", "--db", db).stdout)[0]["source"] == "bad.html"
    assert "bad.html" in call("failures", "--db", db).stdout
    found = json.loads(call("stats", "--json", "--db", db).stdout)
    assert (found["articles"], found["counts"], found["failures"]) == (3, 7, 1)
    assert "counts" in call("stats", "--db", db).stdout


def test_timeline_shows_values_with_sources(db: str) -> None:
    result = call("timeline", "mo hinh", "--place", "Thạch Hòa", "--db", db)
    assert result.exit_code == 0
    assert "█" in result.stdout
    assert "Báo Ven Sông, 2024-09-06, hoa" in result.stdout
    series = json.loads(call("timeline", "câu lạc bộ", "--json", "--db", db).stdout)
    assert [(one["what"], one["points"][0]["sources"][0]["value"]) for one in series] == [("câu lạc bộ", 40)]


def test_checks_are_listed(db: str) -> None:
    assert "7 + 5" in call("checks", "--db", db).stdout
    (check,) = json.loads(call("checks", "--json", "--db", db).stdout)
    assert (check["verdict"], check["expected"], check["difference"]) == ("adds up", 12, 0)
    assert call("checks", "--verdict", "differs", "--db", db).exit_code == 1


def test_contradictions_are_shown_with_both_sentences(tmp_path: Path) -> None:
    path = str(tmp_path / "two.db")
    with open_database(Path(path), write=True) as store:
        for name, value in (("a", 570), ("b", 571)):
            article = Article(id=name, text=f"Lũ làm sập {value} nhà.", source=name)
            slots = {"predicate": "sập", "locality": ("Hà Thử",), "period": ("2024", "2024")}
            fact = count(article, f"sập {value} nhà", value, "nhà", **slots)
            extraction = Extraction(article=article, counts=(fact,))
            save(store, extraction, content_hash="a", extractor="1", run=start_run(store, "1", []))
    result = call("conflicts", "--db", path)
    assert result.exit_code == 0
    assert "[sập 570 nhà]" in result.stdout
    assert "[sập 571 nhà]" in result.stdout
    (found,) = json.loads(call("conflicts", "--db", path, "--json").stdout)
    assert {found["first"]["value"], found["second"]["value"]} == {570, 571}
    assert found["reason"] == "different values for the same thing, place and time"


def test_no_contradictions_is_an_exit_code(db: str) -> None:
    assert call("conflicts", "--db", db).exit_code == 1


def test_merge_makes_a_new_database(db: str, tmp_path: Path) -> None:
    into = tmp_path / "all.db"
    assert json.loads(call("merge", db, db, "--into", str(into), "--json").stdout)["articles"] == 3
    again = call("merge", db, "--into", str(into))
    assert again.exit_code == 3
    assert "exists already" in again.stderr


def test_explain_tells_spans_and_rules() -> None:
    sentence = "Năm 2024, xã duy trì 12 mô hình trên quốc lộ 28."
    result = call("explain", sentence)
    assert result.exit_code == 0, result.stderr
    found = json.loads(call("explain", sentence, "--json").stdout)
    assert "".join(text for text, _ in found["tokens"]).replace(" ", "") == sentence.replace(" ", "")
    refused = [span["text"] for span in found["spans"]["quantities"] if span["refused"]]
    assert any("28" in text for text in refused)
    for text in refused:
        assert text in result.stdout
    assert all(fact["quote"] in sentence for fact in found["facts"])


def test_explain_reads_an_article_of_the_database(db: str) -> None:
    found = json.loads(call("explain", "plain", "--article", "--json", "--db", db).stdout)
    assert found["tokens"][0][0] == "Tin"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ("facts --article nobody", 1, "no article 'nobody'"),
        ("checks --article nobody", 1, "no article 'nobody'"),
        ("facts --place Nowhere", 1, "no fact tells of a place 'Nowhere'"),
        ("timeline mô --place Nowhere", 1, "no fact tells of a place 'Nowhere'"),
        ("show hoa --version 9", 1, "in version 9"),
        ("facts --from 2024 --to 2020", 2, "--from 2024 is after --to 2020"),
        ("timeline mô --from 2022 --to 2021", 2, "is after"),
        ("timeline -", 2, "it holds no word"),
        ("facts --from 2024-02-31", 2, "is no date"),
    ],
)
def test_what_is_not_there_is_told_from_wrong_use(db: str, arguments: str, code: int, told: str) -> None:
    result = call(*arguments.split(), "--db", db)
    assert (result.exit_code, told in result.stderr) == (code, True), result.stderr


def test_a_reader_that_has_seen_enough_is_no_error(db: str) -> None:
    command = [sys.executable, "-c", "from extractor.cli import main; main()", "show", "hoa", "--db", db]
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("stats --db DB", 0),
        ("export --db DB", 0),
        ("facts --json --db DB", 0),
        ("--version", 0),
        ("extract EMPTY --db NEW", 1),
        ("stats --db NONE", 3),
    ],
)
def test_a_reader_of_the_output_may_go(db: str, tmp_path: Path, arguments: str, code: int) -> None:
    (tmp_path / "EMPTY").write_bytes(b"")
    words = [db if word == "DB" else str(tmp_path / word) if word.isupper() else word for word in arguments.split()]
    reader, writer = os.pipe()
    os.close(reader)
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", *words],
            stdout=pipe, stderr=subprocess.PIPE, text=True, check=False, env=buffered,
        )  # fmt: skip
    assert (done.returncode, "BrokenPipe" in done.stderr) == (code, False), done.stderr
