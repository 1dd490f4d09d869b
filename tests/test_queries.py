"""What is meant by what people type."""

import pytest

from extractor.vietnamese.queries import equivalents, without_level


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ANTT", ("an ninh trật tự",)),
        ("antt", ("an ninh trật tự",)),
        ("An ninh trat tu", ("ANTT",)),
        ("bcd", ("Ban Chỉ đạo",)),
        ("an ninh", ()),
        ("", ()),
    ],
)
def test_abbreviations_stand_for_words_and_back(typed: str, meant: tuple[str, ...]) -> None:
    assert equivalents(typed) == meant


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("huyện Hàm Thuận Nam", "Hàm Thuận Nam"),
        ("TP.Hội An", "Hội An"),
        ("tp Hội An", "Hội An"),
        ("thanh pho hoi an", "hoi an"),
        ("Thị xã Gò Công", "Gò Công"),
        ("P.3", "3"),
        ("phường", "phường"),
        ("Xãng", "Xãng"),
        ("Hội An", "Hội An"),
        (" ", ""),
    ],
)
def test_level_words_are_left_out(typed: str, name: str) -> None:
    assert without_level(typed) == name
