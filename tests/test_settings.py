"""Settings come from the environment, and commands obey them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.errors import SettingsError
from extractor.settings import settings


def test_the_environment_sets_what_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_DB", "other.db")
    monkeypatch.setenv("EXTRACTOR_PROCESSES", "3")
    now = settings()
    assert (now.db, now.processes, now.wait) == (Path("other.db"), 3, 5.0)


def test_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_PROCESSES", "none")
    with pytest.raises(SettingsError, match="EXTRACTOR_PROCESSES"):
        settings()
    result = CliRunner().invoke(main, ["stats"])
    assert result.exit_code == 2
    assert "EXTRACTOR_PROCESSES" in result.stderr
    assert result.stderr.count("\n") == 1


def test_commands_use_the_database_of_the_environment(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["stats"], env={"EXTRACTOR_DB": str(tmp_path / "no.db")})
    assert str(tmp_path / "no.db") in result.stderr
