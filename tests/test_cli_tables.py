"""What the commands print for people: tables that leave the sentence room, ids in full, no blanks behind."""

from io import StringIO

import pytest

from extractor.cli.output import Screen, counted, print_proved

COLUMNS = ("number", "sentence", "source")
ROW = ("12", "Đến nay, xã Thạch Hòa duy trì [12 mô hình] tự quản.", "Báo Mẫu, 2024-01-31, " + "a" * 90)


def printed(width: int, *rows: tuple[str, ...]) -> list[str]:
    file = StringIO()
    print_proved(Screen(file=file, width=width, highlight=False), COLUMNS, rows)
    return file.getvalue().splitlines()


def test_a_sentence_is_a_cell_only_where_it_has_room() -> None:
    assert printed(150, ROW)[0].split() == list(COLUMNS)
    assert printed(150, ("1" * 90, *ROW[1:]))[0] == "1" * 90


@pytest.mark.parametrize("width", [60, 100, 150])
def test_an_id_is_never_cut(width: int) -> None:
    assert "".join(printed(width, ROW)).count("a" * 10) and "…" not in "".join(printed(width, ROW))
    assert sum(line.count("a") for line in printed(width, ROW)) >= 90


def test_lines_end_where_their_words_end() -> None:
    assert all(line == line.rstrip() for line in printed(150, ROW, ("1", "x", "y")))


def test_nothing_is_no_table() -> None:
    assert printed(150) == []


def test_one_is_no_plural() -> None:
    assert [counted(number, "fact") for number in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]
