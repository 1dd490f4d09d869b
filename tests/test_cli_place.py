"""`extractor place`: units of a day, what became of them, and near spellings."""

import json

import pytest
from click.testing import CliRunner, Result

from extractor.cli.place import place


def call(*arguments: str) -> Result:
    return CliRunner().invoke(place, list(arguments), env={"COLUMNS": "200"})


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("Bằng Cả", "--on", "2019-05-01"), ["Bằng Cả, Hoành Bồ, Quảng Ninh", "07057", "xã Quảng La, Quảng Ninh"]),
        (("Bang Cả", "--on", "2019"), []),
        (("phường Đông Thọ, Thanh Hóa", "--on", "2024"), ["Hạc Thành", "Hàm Rồng"]),
        (("huyện Hữu Lũng", "--on", "2024-03"), ["xã Cai Kinh, Lạng Sơn", "xã Yên Bình, Lạng Sơn"]),
        (("xã Cai Kinh", "--on", "2026-06-01"), ["the same"]),
        (("TP. Hội An", "--on", "2024"), ["thành phố", "Hội An, Quảng Nam"]),
    ],
)
def test_it_shows_units_of_the_day(arguments: tuple[str, ...], parts: list[str]) -> None:
    result = call(*arguments)
    assert result.exit_code == (0 if parts else 1)
    assert all(part in result.output for part in parts)


def test_json_holds_then_and_now() -> None:
    (unit,) = json.loads(call("phường Đông Thọ, Thanh Hóa", "--on", "2024", "--json").output)
    assert unit["path"] == ["Thanh Hóa", "Thanh Hóa", "Đông Thọ"]
    assert unit["valid_to"] == "2025-07-01"
    assert {tuple(now["path"])[-1] for now in unit["today"]} == {"Hạc Thành", "Hàm Rồng"}


def test_a_name_of_many_units_is_ambiguous_with_probabilities() -> None:
    found = json.loads(call("Tân Thành", "--on", "2024", "--json").output)
    assert len(found) > 20
    assert sum(unit["probability"] for unit in found) == pytest.approx(1, abs=0.01)
    assert max(unit["probability"] for unit in found) < 0.2
    assert "likely" in call("Tân Thành", "--on", "2024").output


def test_a_bare_name_means_the_province_before_the_communes() -> None:
    found = json.loads(call("Hòa Bình", "--on", "2024", "--json").output)
    best = max(found, key=lambda unit: unit["probability"])
    assert best["level"] == "province"
    assert best["probability"] > 0.4


def test_a_district_of_the_past_shows_its_communes_and_province_of_today() -> None:
    (unit,) = json.loads(call("huyện Hàm Thuận Nam", "--on", "2024-01-01", "--json").output)
    assert unit["path"] == ["Bình Thuận", "Hàm Thuận Nam"]
    assert {now["path"][0] for now in unit["today"]} == {"Lâm Đồng"}
    assert {now["path"][1] for now in unit["today"]} >= {"Hàm Thuận Nam", "Hàm Kiệm", "Hàm Thạnh"}


def test_it_tells_when_there_was_such_a_unit() -> None:
    result = call("huyện Hoành Bồ", "--on", "2024")
    assert result.exit_code == 1
    assert "2020-02-02" in result.output


def test_it_suggests_a_name_one_letter_away() -> None:
    assert "Xín Mần" in call("huyện Xí Mần", "--on", "2024").output


@pytest.mark.parametrize("date", ["yesterday", "2019/05", "19", "2019-13", "2024-02-31"])
def test_a_date_that_is_none_is_a_usage_error(date: str) -> None:
    assert call("Bằng Cả", "--on", date).exit_code == 2


def test_help_tells_what_it_does() -> None:
    assert "NAME" in call("--help").output


@pytest.mark.parametrize(("typed", "kind"), [("hoi an, quang nam", "thành phố"), ("TP.HCM", "thành phố")])
def test_names_may_be_typed_plain_or_short(typed: str, kind: str) -> None:
    (unit,) = json.loads(call(typed, "--on", "2024", "--json").output)
    assert unit["kind"] == kind


def test_it_shows_what_went_into_a_unit() -> None:
    (unit,) = json.loads(call("thành phố Thủ Đức", "--on", "2022", "--json").output)
    assert [old["path"][-1] for old in unit["before"]] == ["2", "Thủ Đức"]
    assert "quận Thủ Đức, Hồ Chí Minh" in call("thành phố Thủ Đức", "--on", "2022").output


def test_it_says_what_it_cannot_know() -> None:
    assert "known since 2017-10-15" in call("Hà Tây", "--on", "2005").stderr
    assert "ended before 2025" in call("Thủ Đức", "--on", "2020-12").output


def test_nothing_is_no_name() -> None:
    assert call("").exit_code == 2
