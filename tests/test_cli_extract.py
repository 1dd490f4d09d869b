"""`extractor extract` from pages to database: repetition, change, failures, processes, interruption."""

import json
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.records import Article, Award, Extraction
from extractor.store.database import open_database

SENTENCE = "Đến nay, xã Thạch Hòa duy trì {} mô hình tự quản về an ninh trật tự với hơn 200 hội viên tham gia."


def extract(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments)], input=stdin)


def write_pages(folder: Path, number: int) -> Path:
    folder.mkdir()
    for at in range(number):
        (folder / f"tin{at:03}.txt").write_text(f"Tin số {at}\n\n{SENTENCE.format(at + 2)}\n", encoding="utf-8")
    return folder


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that may not depend on how the pages were read; keys and runs may."""
    with open_database(path) as db:
        return {
            "articles": [
                tuple(row) for row in db.execute("SELECT id, version, latest, text FROM articles ORDER BY id")
            ],
            "counts": [
                tuple(row)
                for row in db.execute(
                    "SELECT a.id, c.id, c.value, c.what, c.quote, c.start_at FROM counts AS c "
                    "JOIN articles AS a ON a.key = c.article ORDER BY a.id, c.start_at, c.id"
                )
            ],
            "failures": [
                tuple(row) for row in db.execute("SELECT source, stage, reason FROM failures ORDER BY source")
            ],
        }


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", 6)


def test_extracting_twice_changes_nothing(pages: Path, tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    first = extract(pages, "--db", db, "--processes", 1, "--json")
    assert first.exit_code == 0, first.stderr
    figures = json.loads(first.stdout)
    assert (figures["written"], figures["unchanged"], figures["failed"]) == (6, 0, 0)
    before = contents(db)
    second = json.loads(extract(pages, "--db", db, "--processes", 1, "--json").stdout)
    assert (second["written"], second["unchanged"]) == (0, 6)
    assert contents(db) == before
    again = json.loads(extract(pages, "--db", db, "--processes", 1, "--json", "--again").stdout)
    assert again["written"] == 6
    assert contents(db) == before


def test_one_process_and_many_give_the_same_rows(pages: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        assert extract(pages, "--db", tmp_path / f"{number}.db", "--processes", number).exit_code == 0
    assert contents(tmp_path / "1.db") == contents(tmp_path / "2.db")


def test_a_changed_page_supersedes_the_old_one(pages: Path, tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    extract(pages, "--db", db, "--processes", 1)
    (pages / "tin000.txt").write_text(f"Tin số 0\n\n{SENTENCE.format(77)}\n", encoding="utf-8")
    figures = json.loads(extract(pages, "--db", db, "--processes", 1, "--json").stdout)
    assert (figures["written"], figures["unchanged"]) == (1, 5)
    versions = [row[1:3] for row in contents(db)["articles"] if row[0] == "tin000"]
    assert sorted(versions) == [(1, 0), (2, 1)]
    exported = CliRunner().invoke(main, ["export", "--db", str(db)]).stdout
    assert len(exported.splitlines()) == 6
    assert "77 mô hình" in exported


def test_what_fails_is_told_and_kept_and_the_rest_goes_on(pages: Path, tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    (pages / "empty.txt").write_bytes(b"")
    (pages / "rows.jsonl").write_text(
        '{"id": "r1", "text": "' + SENTENCE.format(9) + '"}\nno json\n', encoding="utf-8"
    )
    result = extract(pages, tmp_path / "missing", "--db", db, "--processes", 1)
    assert result.exit_code == 0
    told = result.stderr.splitlines()
    assert len(told) == 3
    for name, line in zip(("empty.txt", "rows.jsonl:2", "missing"), sorted(told, key=str), strict=False):
        assert any(name in line for line in told), line
    assert len(contents(db)["failures"]) == 2
    assert len(contents(db)["articles"]) == 7
    extract(pages, tmp_path / "missing", "--db", db, "--processes", 1)
    assert len(contents(db)["failures"]) == 2
    (pages / "empty.txt").write_text(SENTENCE.format(5), encoding="utf-8")
    extract(pages, "--db", db, "--processes", 1)
    assert [Path(row[0]).name for row in contents(db)["failures"]] == ["rows.jsonl:2"]
    listed = CliRunner().invoke(main, ["failures", "--db", str(db)]).stdout
    assert "rows.jsonl:2" in listed and datetime.now(UTC).date().isoformat() in listed
    (pages / "rows.jsonl").unlink()
    extract(pages, "--db", db, "--processes", 1)
    assert contents(db)["failures"] == []


@pytest.mark.parametrize("path", [".", "./pages/", "pages/*", "**/*.txt"])
def test_what_is_there_no_more_fails_no_more(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    empty = write_pages(tmp_path / "pages", 1) / "empty.txt"
    empty.write_bytes(b"")
    for _ in range(2):
        extract(path, "--db", "facts.db", "--processes", 1)
        assert [row[0] for row in contents(Path("facts.db"))["failures"]] == ["pages/empty.txt"]
    empty.unlink()
    assert extract(path, "--db", "facts.db", "--processes", 1).exit_code == 0
    assert contents(Path("facts.db"))["failures"] == []


def test_failures_can_be_cleared(tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    (tmp_path / "empty.txt").write_bytes(b"")
    extract(tmp_path / "empty.txt", "--db", db)
    assert CliRunner().invoke(main, ["failures", "--clear", "--db", str(db)]).stdout == "1 failure forgotten\n"
    assert contents(db)["failures"] == []


def test_nothing_that_can_be_done_is_an_exit_code(tmp_path: Path) -> None:
    result = extract(tmp_path / "missing", "--db", tmp_path / "facts.db")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "facts.db").exists()


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    for folder, number in (("a", 3), ("b", 4)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.txt").write_text(f"Tin\n\n{SENTENCE.format(number)}", encoding="utf-8")
    extract(tmp_path / "a", "--db", db, "--processes", 1)
    for told in ("b/index: the id has the folder", ""):
        result = extract(tmp_path / "b", tmp_path / "a", tmp_path / "b", "--db", db, "--processes", 1)
        assert result.stderr.startswith(told) and bool(told) == bool(result.stderr)
        assert [row[:3] for row in contents(db)["articles"]] == [("b/index", 1, 1), ("index", 1, 1)]
    (tmp_path / "b" / "index.txt").write_text(f"Tin\n\n{SENTENCE.format(5)}", encoding="utf-8")
    assert "1 of them as a new version" in extract(tmp_path / "b", "--db", db, "--processes", 1).stdout
    assert [row[:3] for row in contents(db)["articles"]] == [("b/index", 1, 0), ("b/index", 2, 1), ("index", 1, 1)]


def test_progress_is_told_where_no_bar_can_be_drawn(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("extractor.cli.extract"), "EVERY", 0.0)
    told = extract(pages, "--db", tmp_path / "facts.db", "--processes", 1).stderr.splitlines()
    assert told[0].startswith("1 page in ") and told[-1].startswith("6 pages in ")


def test_a_run_that_changes_nothing_loads_no_analysis(pages: Path, tmp_path: Path) -> None:
    extract(pages, "--db", tmp_path / "facts.db", "--processes", 1)
    script = f"""
        import sys
        from extractor.cli import main
        main(["extract", {str(pages)!r}, "--db", {str(tmp_path / "facts.db")!r}], standalone_mode=False)
        print(sys.modules.keys() & {{"spacy", "underthesea", "extractor.pipeline", "extractor.cli.reprints"}})
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["0 articles written with 0 facts, 6 unchanged", "set()"]


def test_files_of_one_name_are_told_apart_where_only_the_working_folder_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "facts.db"
    for folder, number in (("a", 3), ("b", 4)):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        Path("index.txt").write_text(f"Tin\n\n{SENTENCE.format(number)}", encoding="utf-8")
        extract("index.txt", "--db", db)
    assert [row[0] for row in contents(db)["articles"]] == ["b/index", "index"]
    assert extract(tmp_path / "a" / "index.txt", "--db", db).stdout.endswith("1 unchanged\n")


def test_what_is_piped_in_replaces_nothing(tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    for number in (3, 4, 3):
        extract("-", "--db", db, stdin=f"Tin\n\n{SENTENCE.format(number)}")
    assert [row[1:3] for row in contents(db)["articles"]] == [(1, 1), (1, 1)]


def test_a_given_date_that_is_none_is_told(tmp_path: Path) -> None:
    row = {"id": "r", "text": SENTENCE.format(3), "published": "2022-02-31"}
    (tmp_path / "r.jsonl").write_text(json.dumps(row), encoding="utf-8")
    result = extract(tmp_path / "r.jsonl", "--db", tmp_path / "facts.db")
    assert "r.jsonl:1: the given `published` is no date" in result.stderr
    row["published"] = "2022-02-28"
    (tmp_path / "r.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert extract(tmp_path / "r.jsonl", "--db", tmp_path / "facts.db").stderr == ""


def test_a_stopped_run_says_what_is_kept_and_stays_open(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = import_module("extractor.cli.extract")
    written, save = [], command.save

    def save_two(*arguments: Any, **named: Any) -> int:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(save(*arguments, **named))
        return int(written[-1])

    db = tmp_path / "facts.db"
    monkeypatch.setattr(command, "save", save_two)
    result = extract(pages, "--db", db, "--processes", 1)
    assert result.exit_code == 130
    assert result.stderr == "extractor: stopped; 2 articles are kept; the same command goes on from there\n"
    with open_database(db) as opened:
        assert tuple(opened.execute("SELECT finished, written FROM runs").fetchone()) == (None, 2)
    written.clear()
    monkeypatch.undo()
    extract(pages, "--db", db, "--processes", 1)
    with open_database(db) as opened:
        assert opened.execute("SELECT count(*) FROM runs WHERE finished IS NOT NULL").fetchone()[0] == 1


def test_reprints_are_found_also_among_old_articles(pages: Path, tmp_path: Path) -> None:
    db, copies = tmp_path / "facts.db", tmp_path / "copies"
    extract(pages, "--db", db, "--processes", 1)
    copies.mkdir()
    (copies / "copy.txt").write_text((pages / "tin003.txt").read_text(encoding="utf-8").upper(), encoding="utf-8")
    extract(copies, "--db", db, "--processes", 1)
    with open_database(db) as opened:
        clusters = dict(opened.execute("SELECT article, cluster FROM article_clusters").fetchall())
    assert clusters["copy"] == clusters["tin003"]


def test_what_cannot_be_written_of_one_article_does_not_stop_the_others(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract_too_much(article: Article) -> Extraction:
        too_large = Award(
            article_id=article.id, start=0, end=3, quote=article.text[:3], rule="x", form="giấy khen", count=10**30,
            recipient="collective",
        )  # fmt: skip
        return Extraction(article=article, awards=(too_large,) if article.id == "tin002" else ())

    monkeypatch.setattr("extractor.pipeline.extract", extract_too_much)
    db = tmp_path / "facts.db"
    result = extract(pages, "--db", db, "--processes", 1)
    assert result.exit_code == 0
    assert [(Path(row[0]).name, row[1]) for row in contents(db)["failures"]] == [("tin002.txt", "write")]
    assert len(contents(db)["articles"]) == 5


def test_a_failed_run_loses_nothing(pages: Path, tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    extract(pages, "--db", db, "--processes", 1)
    before = contents(db)
    other = tmp_path / "folder"
    other.mkdir()
    (other / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    assert extract(other, "--db", db, "--processes", 1).exit_code == 1
    after = contents(db)
    assert (after["articles"], after["counts"]) == (before["articles"], before["counts"])


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_run_that_is_resumed_gives_the_same_database(tmp_path: Path) -> None:
    """The run is killed as it writes its fourth article, wherever its workers are then."""
    pages = write_pages(tmp_path / "pages", 40)
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    assert extract(pages, "--db", whole, "--processes", 1).exit_code == 0
    script = f"""
        import os, signal
        from importlib import import_module
        from extractor.cli import main
        command = import_module("extractor.cli.extract")
        written, save = [], command.save
        def save_three(*arguments, **named):
            if len(written) == 3:
                os.kill(os.getpid(), signal.SIGKILL)
            written.append(save(*arguments, **named))
        command.save = save_three
        main(["extract", {str(pages)!r}, "--db", {str(broken)!r}, "--processes", "2"])
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    run = subprocess.run(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=300)
    assert run.returncode == -signal.SIGKILL
    with open_database(broken) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("SELECT count(*) FROM articles").fetchone()[0] == 3
    assert extract(pages, "--db", broken, "--processes", 1).exit_code == 0
    assert contents(broken) == contents(whole)
