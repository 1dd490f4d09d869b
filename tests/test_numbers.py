"""Numbers in text: digits in every written form, mixed forms, vague magnitudes, fractions; bad input."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.numbers.scan import format_number, parse_number, plain, read_digits, scan_numbers

DECIMALS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(DECIMALS)
def test_a_formatted_number_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(0, 10**17))
def test_a_formatted_whole_number_reads_back(value: int) -> None:
    assert read_digits(format_number(Decimal(value))) == value


@pytest.mark.parametrize(
    ("cluster", "value"),
    [
        ("1.250", "1250"),
        ("2,5", "2.5"),
        ("05", "5"),
        ("10.152,3", "10152.3"),
        ("0,985", "0.985"),
        ("0.985", "0.985"),
        ("12.4", "12.4"),
        ("1.204.500", "1204500"),
        ("1,250,000", "1250000"),
        ("1,250.5", "1250.5"),
        ("1,250", "1.250"),
        ("１.２００", "1200"),
        ("1\u200b2", "12"),
    ],
)
def test_digits(cluster: str, value: str) -> None:
    assert read_digits(cluster) == Decimal(value)


@pytest.mark.parametrize(
    "cluster", ["1.2.3.4", "1.25.300", "0912345678", "007", "1,2,3", "9" * 400, "1234.567", "1.2345"]
)
def test_malformed_digits_have_no_value(cluster: str) -> None:
    assert read_digits(cluster) is None


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("thu 36,6 triệu đồng", "36,6 triệu", 36_600_000),
        ("góp 2 triệu rưỡi", "2 triệu rưỡi", 2_500_000),
        ("vốn 1,2 nghìn tỷ", "1,2 nghìn tỷ", 1_200_000_000_000),
        ("quỹ 1 tỷ 200 triệu đồng", "1 tỷ 200 triệu", 1_200_000_000),
        ("vé 50k", "50k", 50_000),
        ("cấp 1 250 thẻ", "1 250", 1250),
        ("có ba mươi\nhộ", "ba mươi", 30),
        ("vay nửa tỷ đồng", "nửa tỷ", 500_000_000),
        ("hơn trăm hộ", "trăm", 100),
        ("tăng 12 tỷ lệ", "12", 12),
        ("triệu tập 5 người", "5", 5),
    ],
)
def test_numbers_stand_where_they_are_written(text: str, found: str, value: int) -> None:
    (numeral,) = scan_numbers(text)
    assert (text[numeral.start : numeral.end], numeral.value) == (found, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("hàng chục hộ", 10, 99), ("vài trăm", 100, 999), ("hàng chục nghìn", 10_000, 99_999), ("dăm chục", 10, 99)],
)
def test_vague_magnitudes(text: str, low: int, high: int) -> None:
    (numeral,) = scan_numbers(text)
    assert (numeral.value, numeral.low, numeral.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "top", "bottom"), [("hai phần ba số hộ", 2, 3), ("một nửa số hộ", 1, 2), ("quá nửa số phiếu", 1, 2)]
)
def test_fractions_in_words(text: str, top: int, bottom: int) -> None:
    (numeral,) = scan_numbers(text)
    assert (numeral.value, numeral.denominator) == (top, bottom)


@pytest.mark.parametrize("text", ["nửa đầu", "nửa tháng", "vài hộ", "tỷ lệ", "không", ""])
def test_no_numbers(text: str) -> None:
    assert scan_numbers(text) == ()


@given(st.text())
def test_any_text_scans_in_order_and_keeps_its_length(text: str) -> None:
    found = scan_numbers(text)
    assert len(plain(text)) == len(text)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("piece", ["1", "1.", "1,2", "một trăm ", "hàng ", "1 000 ", "năm ", "1/2"])
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        scan_numbers(text)
        return time.process_time() - start

    seconds(100)
    short, long = (min(seconds(times) for _ in range(3)) for times in (2_000, 20_000))
    assert long < 40 * short + 0.1
