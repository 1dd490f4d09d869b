"""`extractor serve`: it starts quickly and says where, or says in one line why not."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from stored import write_database

from extractor.cli import main

ANALYSIS = ("spacy", "underthesea", "extractor.reading", "extractor.facts", "datasette")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


@contextmanager
def serving(*arguments: object, **environment: str) -> Iterator[str]:
    """What the server says when it starts."""
    command = [sys.executable, "-u", "-m", "extractor", "serve", *map(str, arguments), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment or None)
    assert server.stdout is not None
    lines = server.stdout.readline()
    if "--host" in arguments and "EXTRACTOR_TOKEN" not in environment:
        lines += server.stdout.readline()
    yield lines
    server.terminate()
    server.wait(timeout=120)


def test_it_says_where_it_is(db: Path) -> None:
    with serving(db) as said:
        address = re.match(r"(http://127\.0\.0\.1:\d+/)", said)
        assert address is not None
        assert urlopen(address[1]).status == 200


def test_others_need_the_token_that_is_shown_once(db: Path) -> None:
    with serving(db, "--host", "0.0.0.0") as said:
        assert re.search(r"^Login token, shown this once: [\w-]{20,}$", said, re.MULTILINE)
        port = re.search(r":(\d+)/", said)
        assert port is not None
        assert urlopen(f"http://127.0.0.1:{port[1]}/review").url.endswith("/login?next=%2Freview")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [(["none.db"], 3, "no such database"), (["."], 3, "a folder"), (["--port", "70000"], 2, "70000")],
)
def test_what_is_wrong_is_told_in_a_line(arguments: list[str], code: int, told: str) -> None:
    result = CliRunner().invoke(main, ["serve", *arguments])
    assert (result.exit_code, told in result.output) == (code, True)


def test_a_port_in_use_is_told(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(db), "--port", str(port)])
    assert result.exit_code == 2
    assert result.output == f"extractor: 127.0.0.1:{port}: address already in use (see --host and --port)\n"


def test_two_databases_are_wrong_usage(db: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(db), "--db", "other.db"])
    assert (result.exit_code, "name two databases" in result.output) == (2, True)


def test_what_cannot_be_written_is_only_shown(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = import_module("extractor.cli.serve")
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != db.parent)
    monkeypatch.setattr(command.uvicorn.Server, "run", lambda *_: None)
    result = CliRunner().invoke(main, ["serve", str(db), "--port", "0"])
    assert (result.exit_code, "the pages only show" in result.stderr) == (0, True)
    assert "read-only" in result.stdout


def test_it_starts_without_the_analysis() -> None:
    loaded = f"import sys, extractor.cli.serve; print([m for m in {ANALYSIS} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True).stdout.strip() == "[]"
