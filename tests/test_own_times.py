"""The times that a sentence tells of its numbers, however many it has."""

import pytest

from extractor.facts.time import own_times
from extractor.vietnamese.phrases import settle
from tests.reading_facts import counts_of


def test_a_long_sentence_of_times_is_read_near_its_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """`settle` copies what it is given: given the whole article for each number and time, work is cubic."""
    settled = 0

    def counting(text: str) -> str:
        nonlocal settled
        settled += len(text)
        return settle(text)

    monkeypatch.setattr(own_times, "settle", counting)
    text = "Xã có 5 thôn, " + "còn 3 hộ (năm 2024 là 9 hộ); " * 100
    counts_of(text)
    assert settled < 100 * len(text)
