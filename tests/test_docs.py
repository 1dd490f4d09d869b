"""The README against the command line: its commands exist and run, its tables are what the code says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from web_client import client_of

from extractor import __version__
from extractor.cli import COMMANDS, main
from extractor.settings import Settings
from extractor.store.database import open_database
from extractor.store.read import load as load_article
from extractor.store.review.decisions import Decision, decide_all

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOT_RUN = ("embed", "extract", "evaluate", "merge", "import", "serve")


def blocks(language: str) -> list[str]:
    return [body for found, body in BLOCK.findall(README) if found == language]


def examples() -> Iterator[list[str]]:
    """The arguments of every `extractor …` line."""
    for block in blocks("sh"):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["extractor"]:
                yield words[1:]


EXAMPLES = list(examples())


def load(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CliRunner]:
    """A runner in a folder with `corpora/` and a `facts.db` made of it."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "corpora").symlink_to(ROOT / "corpora")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("EXTRACTOR_DB", raising=False)
        runner = CliRunner()
        made = runner.invoke(main, ["extract", "corpora/authored/texts", "--db", "facts.db"])
        assert made.exit_code == 0, made.output
        with open_database(Path("facts.db"), write=True) as db:
            decide_all(
                db,
                [
                    Decision(article="a02", fact=fact.id, kind=fact.kind, action="accept", reviewer="An")
                    for fact in load_article(db, "a02").records
                ],
            )
        yield runner


@pytest.mark.parametrize("arguments", EXAMPLES, ids=" ".join)
def test_an_example_is_a_command_with_its_options(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with load(arguments[0]).make_context(arguments[0], arguments[1:]) as context:
        assert context.params


@pytest.mark.parametrize(
    "arguments", [a for a in EXAMPLES if a[0] not in NOT_RUN and "--semantic" not in a], ids=" ".join
)
def test_an_example_runs_and_answers(arguments: list[str], answers: CliRunner) -> None:
    result: Result = answers.invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert result.output.strip() or "--out" in arguments


def shown_outputs() -> Iterator[tuple[list[list[str]], str]]:
    """Each output that the README shows, with the commands of the block before it."""
    commands: list[list[str]] = []
    for language, body in BLOCK.findall(README):
        if language == "text":
            yield commands, body
        else:
            commands = [shlex.split(line, comments=True)[1:] for line in body.splitlines()]


@pytest.mark.parametrize(("commands", "shown"), list(shown_outputs()))
def test_a_shown_output_is_what_the_commands_print(
    commands: list[list[str]], shown: str, answers: CliRunner
) -> None:
    printed = "".join(answers.invoke(main, arguments, env={"COLUMNS": "112"}).output for arguments in commands)
    assert " ".join(shown.split()) in " ".join(printed.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_options(name: str) -> None:
    command = load(name)
    assert command.help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not (option.help or isinstance(option.type, click.Choice))] == []


def test_settings_are_in_the_readme() -> None:
    assert [name for name in Settings.model_fields if f"EXTRACTOR_{name.upper()}" not in README] == []


def test_generated_tables_are_up_to_date() -> None:
    checked = subprocess.run([sys.executable, ROOT / "scripts" / "update_readme", "--check"], capture_output=True)
    assert checked.returncode == 0, checked.stdout.decode()


@pytest.mark.parametrize("address", re.findall(r"^\| `(/[^`]*)` \|", README, re.MULTILINE))
def test_a_page_of_the_readme_has_something_to_show(address: str, answers: CliRunner) -> None:
    if address.endswith(("/NAME", "/ID")):
        pytest.skip("a placeholder")
    with client_of(Path("facts.db")) as client:
        shown = client.get(address)
    assert shown.status_code == 200
    if "cai" in address.lower():
        assert "Cai Kinh" in shown.text and "26 mô hình" in shown.text


def test_an_extra_that_is_missing_is_asked_for_as_the_readme_says() -> None:
    names = set(re.findall(r"scripts/setup (\w+)", README))
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    assert {"semantic", "parquet"} <= names <= set(extras)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("code", blocks("py"))
def test_other_programs_open_what_is_written(
    code: str, answers: CliRunner, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in re.findall(r"^import (\w+)", code, re.MULTILINE):
        pytest.importorskip(module)
    made = answers.invoke(main, ["export", "--format", "parquet", "--out", "facts.parquet"])
    if made.exit_code:
        pytest.skip(made.output)
    exec(compile(code, "README.md", "exec"), {})
    assert "counts" in capsys.readouterr().out or "what" in code


@pytest.mark.parametrize("line", [line for block in blocks("console") for line in block.splitlines()])
def test_other_commands_open_the_database(line: str, answers: CliRunner) -> None:
    name, *arguments = shlex.split(line)
    program = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if program is None:
        pytest.skip(f"{name} is not installed")
    if name == "datasette":
        arguments = ["inspect", *arguments]  # looks at every table, and serves none
    opened = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    assert opened.stdout.strip()


def test_the_rooms_of_the_readme_are_the_folders() -> None:
    places = (path for path in (ROOT / "extractor").iterdir() if path.is_dir() or path.suffix == ".py")
    rooms = {path.stem for path in places if not path.stem.startswith("__")}
    named = set(re.findall(r"`(\w+)`", README.split("## Architecture")[1].split("import-linter")[0]))
    assert rooms - named == set()


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
