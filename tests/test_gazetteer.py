"""The gazetteer: names in any spelling, units by date, parents, children, then and now."""

import csv
import sys
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.vietnamese.gazetteer import FILE, Unit, bounds, gazetteer, load, name_key


def find(name: str, level: str, date: str, within: str = "") -> Unit:
    """The only unit of this name, level and date whose path holds `within`."""
    places = gazetteer()
    first, last = bounds(date)
    fitting = [u for u in places.named(name_key(name)) if u.level == level and u.valid(first, last)]
    found = [u for u in fitting if not within or within in places.path(u, date)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thanh Hóa", "Thanh Hoá"),
        ("Đắk Lắk", "Đắc Lắc"),
        ("Bắc Kạn", "Bắc Cạn"),
        ("Thừa Thiên Huế", "Thừa Thiên - Huế"),
        ("Bà Rịa - Vũng Tàu", "BÀ RỊA-VŨNG TÀU"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("Mỹ Tho", "Mĩ Tho"),
        ("Cư M'gar", "Cư M’gar"),
        ("Đạ K' Nàng", "Đạ K’Nàng"),
        ("Hải Châu I", "Hải Châu 1"),
        ("03", "3"),
        ("Đà Lạt", "Ðà Lạt"),
        ("Huế", "Hue\u0302\u0301"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Thủy", "Thùy"), ("Tuy", "Tui"), ("Hòa", "Hóa"), ("Đông", "Dông")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=40))
def test_any_text_has_a_key(text: str) -> None:
    assert "  " not in name_key(text)


@example("k' nàng")
@given(st.text(alphabet="aáàảãạăắâầbcdđeéêệghiíklmnoóôốơờpqrstuúưừvxyýỳ -'12", max_size=30))
def test_case_does_not_change_a_key(name: str) -> None:
    assert name_key(name.upper()) == name_key(name)


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-09", ("2024-09-01", "2024-09-31")),
        ("2024-09-06", ("2024-09-06", "2024-09-06")),
        (None, ("0001-01-01", "9999-12-31")),
    ],
)
def test_bounds_of_a_partial_date(date: str | None, days: tuple[str, str]) -> None:
    assert bounds(date) == days


@pytest.mark.parametrize(
    ("name", "date", "path"),
    [
        ("Bằng Cả", "2019-05-01", ("Quảng Ninh", "Hoành Bồ", "Bằng Cả")),
        ("Bằng Cả", "2023", ("Quảng Ninh", "Hạ Long", "Bằng Cả")),
        ("Cai Kinh", "2024", ("Lạng Sơn", "Hữu Lũng", "Cai Kinh")),
        ("Cai Kinh", "2025-10", ("Lạng Sơn", "Cai Kinh")),
        ("Mỹ Quý Tây", "2024", ("Long An", "Đức Huệ", "Mỹ Quý Tây")),
    ],
)
def test_a_path_is_that_of_its_day(name: str, date: str, path: tuple[str, ...]) -> None:
    unit = find(name, "commune", date)
    assert gazetteer().path(unit, date) == path


def test_a_unit_of_the_past_keeps_the_province_of_its_last_days() -> None:
    """Code 80 was Long An until the reform and is Tây Ninh since."""
    places = gazetteer()
    unit = find("Đức Huệ", "district", "2025-01-01")
    assert places.path(unit, "2026-01-01") == ("Long An", "Đức Huệ")


def test_children_are_those_of_the_day() -> None:
    places = gazetteer()
    district = find("Phan Thiết", "district", "2024-09-06")
    names = {unit.name for unit in places.children(district, "2024-09-06")}
    assert {"Hàm Tiến", "Mũi Né"} <= names
    assert all(places.parent(unit, "2024-09-06") == district for unit in places.children(district, "2024-09-06"))


def test_a_divided_commune_has_all_its_successors() -> None:
    ward = find("Đông Thọ", "commune", "2024", within="Thanh Hóa")
    assert {unit.name for unit in gazetteer().successors(ward)} == {"Hàm Rồng", "Hạc Thành"}


def test_a_district_of_the_past_maps_to_todays_communes() -> None:
    today = gazetteer().successors(find("Hữu Lũng", "district", "2024"))
    assert {"Cai Kinh", "Hữu Lũng"} <= {unit.name for unit in today}
    assert {unit.level for unit in today} == {"commune"}
    assert all(not unit.valid_to for unit in today)


def test_a_respelt_unit_is_its_own_successor() -> None:
    old = find("Thanh Hóa", "province", "2024")
    (today,) = gazetteer().successors(old)
    assert (today.code, today.name) == ("38", "Thanh Hoá")


def test_a_standing_unit_is_its_own_successor() -> None:
    unit = find("Cai Kinh", "commune", "2026-06-01")
    assert gazetteer().successors(unit) == (unit,)


def test_there_are_sixty_three_provinces_then_thirty_four() -> None:
    units = gazetteer().units
    at = {
        day: [u for u in units if u.level == "province" and u.valid(day, day)]
        for day in ("2025-06-30", "2025-07-01")
    }
    assert [len(found) for found in at.values()] == [63, 34]


def test_the_keys_in_the_file_are_those_of_the_names() -> None:
    """If not: scripts/build_gazetteer.py."""
    assert [unit.name for unit in gazetteer().units if unit.key != name_key(unit.name)] == []


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def plainly() -> list[list[str]]:
    """The same file as the standard library reads it."""
    return list(csv.reader(FILE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.skipif(
    sys.gettrace() is not None, reason="a tracer counts every step of ours and none of the library's"
)
def test_it_loads_in_little_more_than_a_plain_reading_of_its_file() -> None:
    """About 35 ms on a quiet machine, one and a half plain readings; the best of several, side by side."""
    loading, reading = (
        min(times) for times in zip(*((seconds(load), seconds(plainly)) for _ in range(9)), strict=True)
    )
    assert loading < 3 * reading


def test_it_is_small() -> None:
    tracemalloc.start()
    fresh = load()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(fresh.units) > 16_000
    assert size < 40e6
