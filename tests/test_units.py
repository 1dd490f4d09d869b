"""Units: recognition, rates and values in base units."""

from decimal import Decimal

import pytest

from extractor.reading.numbers.units import find_noun_rate, find_unit, to_base


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        (" triệu", None, None),
        (" đồng/người/năm", "đồng", "người/năm"),
        ("đ/kg", "đ", "kg"),
        (" đồng chí", None, None),
        ("ha lúa", "ha", None),
        (" hai", None, None),
        ("%", "%", None),
        (" tạ/ha", "tạ", "ha"),
        (" công an", None, None),
        (" công bưởi", "công", None),
        (" km2", "km2", None),
        (" mẫu ruộng", "mẫu", None),
        (" mẫu xe", None, None),
        (" km/giờ", "km/giờ", None),
        ("-inch", "-inch", None),
        (" USD", "USD", None),
    ],
)
def test_the_unit_after_a_number(text: str, unit: str | None, per: str | None) -> None:
    found = find_unit(text, text.lower(), 0)
    assert (text[found.start : found.end], found.per) == (unit, per) if found else unit is None


@pytest.mark.parametrize(("text", "per"), [(" tiêu chí/xã", "xã"), (" vụ/41 đối tượng", None), (" con/ha", "ha")])
def test_the_rate_of_a_counted_noun(text: str, per: str | None) -> None:
    assert find_noun_rate(text, text, 0) == per


@pytest.mark.parametrize(
    ("value", "unit", "region", "base"),
    [
        ("2", "ha", None, ("20000", "m²")),
        ("5", "sào", "north", ("1800", "m²")),
        ("5", "sào", "central", ("2500", "m²")),
        ("8", "công", "south", ("8000", "m²")),
        ("3", "mẫu", None, ("10800", "m²")),
        ("62", "tạ", None, ("6200", "kg")),
        ("120", "mm", None, ("0.120", "m")),
        ("1.5", "giờ", None, ("5400", "s")),
        ("9", "Đ", None, ("9", "đồng")),
    ],
)
def test_base_units(value: str, unit: str, region: None, base: tuple[str, str]) -> None:
    assert to_base(Decimal(value), unit, region) == (Decimal(base[0]), base[1])


def test_an_unknown_unit_has_no_base() -> None:
    assert to_base(Decimal(1), "gang tay") is None
