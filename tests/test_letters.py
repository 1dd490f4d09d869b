"""Canonical letters, tone placement, folding."""

import unicodedata

import pytest

from extractor.vietnamese.letters import canonical, fold, is_syllable, tone_key, tone_on_last_vowel


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ðồng Nai", "Đồng Nai"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "Đắk Lắk"),
        ("ðường", "đường"),
        ("", ""),
        ("96\u00a0tổ", "96 tổ"),
        ("12\u2009%", "12 %"),
        ("3\u202f000\u3000hộ", "3 000 hộ"),
        ("9\u2011năm", "9-năm"),
        ("tự\u200b quản", "tự quản"),
        ("phường\ufeff Hạ", "phường Hạ"),
        ("liên\u00ad gia", "liên gia"),
    ],
)
def test_canonical_letters(text: str, expected: str) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hỗ trợ Đồng Nai", "ho tro dong nai"),
        ("ĐƯỜNG QUỐC LỘ", "duong quoc lo"),
        ("1.250 m²", "1.250 m²"),
        ("ﬁ İ ẞ", "ﬁ i ß"),
    ],
)
def test_folding_drops_marks_and_case_and_keeps_the_length(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy ban hòa giải", "Uỷ ban hoà giải"),
        ("THỦY LỢI, KHÓA", "THUỶ LỢI, KHOÁ"),
        ("khỏe, xòe", "khoẻ, xoè"),
        ("quý, Quỳ Hợp, hoàn, túi", "quý, Quỳ Hợp, hoàn, túi"),
        ("uỷ", "uỷ"),
    ],
)
def test_the_tone_mark_moves_to_the_last_vowel(text: str, expected: str) -> None:
    assert tone_on_last_vowel(text) == expected
    assert len(expected) == len(text)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("Thuỷ", "THỦY"), ("khoẻ", "khỏe")])
def test_a_tone_key_is_the_same_for_either_placement(one: str, other: str) -> None:
    assert tone_key(one) == tone_key(other)


def test_a_tone_key_keeps_words_apart_that_differ_in_tone() -> None:
    assert len({tone_key(word) for word in ("ma", "má", "mà", "mả", "mã", "mạ")}) == 6


@pytest.mark.parametrize("word", ["nguyễn", "nghiêng", "quốc", "ý", "khuya", "trường", "oanh"])
def test_a_vietnamese_syllable_is_spelled_as_one(word: str) -> None:
    assert is_syllable(fold(word))


@pytest.mark.parametrize("word", ["trump", "shinzo", "blockchain", "john", "drang", "", "mê-kông"])
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(fold(word))
