"""What makes two counts speak of one thing."""

import pytest

from extractor.vietnamese.indicators import is_result, narrowed_by, one_happening, one_thing
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import settle

TABLES = ("thing", "happening", "founding", "result", "behind")


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows("indicators", table, Row)])
def test_the_example_shows_the_word(row: Row) -> None:
    assert any(settle(form.split()[-1]) in settle(row.example) for form in row.forms)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoà giải", "Hòa giải", True),
        ("mô hình tự quản về ANTT", "mô hình tự quản về an ninh trật tự", True),
        ("mô hình tự quản về ANTT", "mô hình tự quản", False),
        ("tổ an ninh, trật tự", "tổ ANTT", True),
        ("kĩ sư", "kỹ sư", True),
        ("căn nhà tình nghĩa", "ngôi nhà tình nghĩa", True),
        ("nhà văn hóa", "nhà", False),
        ("hộ gia đình nghèo", "hộ nghèo", True),
        ("tổ phòng cháy và chữa cháy", "tổ PCCC", True),
        ("người", "nhân khẩu", False),
        ("tố", "tổ", False),
    ],
)
def test_names_of_one_thing(one: str, other: str, same: bool) -> None:
    assert (one_thing(one) == one_thing(other)) is same
    assert one_thing(None) is None


@pytest.mark.parametrize(
    ("one", "other", "category", "same"),
    [
        ("ra mắt", "thành lập", "model", True),
        ("xây dựng mới", "ra đời", "group", True),
        ("xây dựng", "thành lập", "facility", False),
        ("thành lập", "giải thể", "group", False),
        ("nhân rộng", "thành lập", "model", False),
        ("bắt giữ", "bắt", "person", True),
        ("bắt quả tang", "bắt", "case", False),
        ("làm chết", "tử vong", "person", True),
        ("cứu", "bắt", "person", False),
    ],
)
def test_verbs_of_one_happening(one: str, other: str, category: str, same: bool) -> None:
    assert (one_happening(one, category) == one_happening(other, category)) is same
    assert one_happening(None, category) is None


@pytest.mark.parametrize(
    ("behind", "word"),
    [(" có xe đưa đón", "có"), (", gồm 3", ""), (" tại 21 thôn", ""), (".", ""), ("", ""), (" Hà Nội", "hà")],
)
def test_what_narrows_a_counted_thing(behind: str, word: str) -> None:
    assert narrowed_by(behind) == word


def test_results_are_no_stocks() -> None:
    assert is_result("Ước đạt")
    assert not is_result("có")
    assert not is_result(None)
