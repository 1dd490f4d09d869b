"""Spelled numbers: every spelling reads back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelling import spell

from extractor.reading.numbers.numerals import read_words
from extractor.reading.numbers.scan import parse_number


@pytest.mark.parametrize("thousand", range(10))
def test_every_spelling_below_ten_thousand_reads_back(thousand: int) -> None:
    wrong = [
        (number, words)
        for number in range(1000 * thousand, 1000 * (thousand + 1))
        for words in spell(number)
        if parse_number(words) != number
    ]
    assert wrong == []


@settings(max_examples=300)
@given(st.integers(10_000, 10**15), st.integers(0, 10**6))
def test_large_numbers_read_back(number: int, choice: int) -> None:
    spellings = spell(number)
    words = spellings[choice % len(spellings)]
    assert parse_number(words) == number, words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai vạn", 20_000),
        ("một vạn hai", 12_000),
        ("ba vạn rưỡi", 35_000),
        ("ba tá", 36),
        ("hai tỷ rưỡi", 2_500_000_000),
        ("hai nghìn tỷ", 2 * 10**12),
        ("một triệu hai", 1_200_000),
        ("hai tỷ ba", 2_300_000_000),
        ("mười lăm phẩy năm", Decimal("15.5")),
        ("hai phẩy không năm", Decimal("2.05")),
        ("ba phẩy hai mươi lăm", Decimal("3.25")),
        ("không phẩy năm", Decimal("0.5")),
        ("hai phẩy năm triệu", 2_500_000),
    ],
)
def test_spoken_forms(words: str, value: Decimal) -> None:
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("words", "value", "read"),
    [
        ("hai mươi năm", 20, 2),
        ("mười năm", 10, 1),
        ("năm năm", 5, 1),
        ("ba trăm năm", 300, 2),
        ("hai tỷ lệ", 2, 1),
        ("hai triệu tập", 2, 1),
    ],
)
def test_a_number_ends_where_another_word_begins(words: str, value: int, read: int) -> None:
    assert read_words(words.split()) == (value, read)


@pytest.mark.parametrize("words", ["", "không", "linh năm", "rưỡi", "mươi", "tư", "phẩy năm", "xã", "trăm"])
def test_no_number(words: str) -> None:
    assert read_words(words.split()) is None


WORDS = ("không", "một", "hai", "tư", "lăm", "mười", "mươi", "trăm", "nghìn", "triệu", "tỷ", "linh", "rưỡi", "phẩy")


@given(st.lists(st.sampled_from(WORDS)))
def test_odd_runs_never_raise(words: list[str]) -> None:
    found = read_words(words)
    assert found is None or (0 < found[1] <= len(words) and found[0] >= 0)
