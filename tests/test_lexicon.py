"""The loader of the word tables: typed rows, clear errors."""

from pathlib import Path

import pytest

from extractor.errors import LexiconError
from extractor.vietnamese import lexicon
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set


class Rank(Row):
    level: int


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """The name of a fresh table file; the loader remembers files by name."""
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    return f"table_of_{request.node.name}"


def write(folder: Path, name: str, content: str) -> None:
    (folder / f"{name}.toml").write_text(content, encoding="utf-8")


def test_rows_are_typed_and_in_order(table: str, tmp_path: Path) -> None:
    write(tmp_path, table, '[[rank]]\nword = "Thượng tá"\nalso = ["thượng tá CA"]\nlevel = 3\nexample = "x"\n')
    (row,) = rows(table, "rank", Rank)
    assert (row.level, row.forms) == (3, ("Thượng tá", "thượng tá CA"))


def test_forms_are_lower_case_and_longest_first(table: str, tmp_path: Path) -> None:
    write(tmp_path, table, '[[unit]]\nword = "Xã"\nalso = ["Thị trấn"]\nexample = "x"\n')
    assert word_forms(table, "unit") == ("thị trấn", "xã")
    assert word_set(table, "unit") == {"thị trấn", "xã"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('[[rank]]\nword = "a"\nexample = "x"\nlevel = 1\nsize = 2\n', "size"),
        ('[[rank]]\nword = "a"\nlevel = 1\n', "example"),
        ('[[other]]\nword = "a"\n', r"no table \[\[rank\]\]"),
        ("[[rank", "line 1"),
    ],
)
def test_a_table_that_does_not_hold_together_is_named(
    content: str, complaint: str, table: str, tmp_path: Path
) -> None:
    write(tmp_path, table, content)
    with pytest.raises(LexiconError, match=complaint) as raised:
        rows(table, "rank", Rank)
    assert f"{table}.toml" in str(raised.value)


def test_a_missing_file_is_named(table: str) -> None:
    with pytest.raises(LexiconError, match=r"\.toml"):
        rows(table, "rank", Rank)
