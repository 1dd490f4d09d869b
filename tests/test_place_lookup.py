"""Units by a typed name and a day: with level words, units above, without diacritics, before, near."""

import pytest

from extractor.reading.places.lookup import before, chances, ever_called, near_names, units_called


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Yên Thành, Nghệ An", {"huyện", "thị trấn"}),
        ("yen thanh, nghe an", {"huyện", "thị trấn"}),
        ("huyện Yên Thành", {"huyện"}),
        ("xã Yên Thành, Nghệ An", set()),
        ("TP.HCM", {"thành phố"}),
        ("Bang Cả", set()),
    ],
)
def test_a_typed_name_finds_its_units(name: str, kinds: set[str]) -> None:
    assert {unit.kind for unit in units_called(name, "2024-03")} == kinds


def test_a_unit_that_ended_is_known_of_other_times() -> None:
    assert units_called("huyện Hoành Bồ", "2024") == []
    assert [unit.name for unit in ever_called("huyện Hoành Bồ", "2024")] == ["Hoành Bồ"]


def test_chances_sum_up_to_one_and_none_are_of_nothing() -> None:
    found = units_called("Hòa Bình", "2024")
    assert sum(chances(found, "Hòa Bình", "2024").values()) == pytest.approx(1)
    assert chances([], "Không Đâu", "2024") == {}


def test_what_a_city_replaced_went_into_it() -> None:
    (city,) = units_called("thành phố Thủ Đức", "2022")
    assert [old.kind for old in before(city)][-1] == "quận"


def test_a_letter_too_few_is_near() -> None:
    assert "Xín Mần" in near_names("huyện Xí Mần")
