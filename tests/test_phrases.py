"""Finding table words in text, at the text's own offsets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words


@pytest.mark.parametrize(
    ("old", "new"), [("Hoà", "hòa"), ("Thiếu uý", "thiếu úy"), ("quý", "quý"), ("hoàn", "hoàn"), ("Khoẻ", "khỏe")]
)
def test_tones_settle_where_modern_spelling_puts_them(old: str, new: str) -> None:
    assert settle(old) == new


@given(st.text())
def test_settling_keeps_the_length(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(settle(composed)) == len(composed)


def test_longer_forms_win_and_blanks_may_break_the_line() -> None:
    pattern = whole_words(["phó", "phó chủ tịch", "TP."])
    assert [m.group() for m in pattern.finditer(settle("Phó Chủ\ntịch TP.Mẫu, phóng viên"))] == [
        "phó chủ\ntịch",
        "tp.",
    ]


def test_an_empty_line_parts_words() -> None:
    assert whole_words(["chủ tịch"]).search("chủ\n\ntịch") is None


def test_alternation_is_settled() -> None:
    assert alternation(["Uỷ viên"]).startswith("(?:ủy")


def test_capitals_hold_no_small_letter() -> None:
    assert not [letter for letter in CAPITAL[4:-1] if letter.islower()]
