"""Dates and periods: forms, resolution against the publication date, laws. The phrase corpus holds the breadth."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.dates.calendar import Moment, nearest_year, next_day, shift_days, shift_months
from extractor.reading.dates.periods import read_periods
from extractor.reading.numbers.notation import read_phrase
from extractor.reading.spans import Period
from extractor.reading.tokens import read_tokens


def periods(text: str, published: str | None = "2024-09-06") -> tuple[Period, ...]:
    return read_periods(read_tokens(text), published)


def test_a_period_covers_the_words_that_make_it() -> None:
    text = "Tính đến hết tháng 6/2021, xã có 9 tổ."
    (found,) = periods(text)
    assert text[found.start : found.end] == "Tính đến hết tháng 6/2021"
    assert (found.first, found.last, found.form) == (None, "2021-06-30", "until")


@given(st.dates())
def test_a_written_day_reads_back(day: object) -> None:
    year, month, number = str(day).split("-")
    if 1900 <= int(year) <= 2099:
        text = f"Ngày {int(number)}/{int(month)}/{year}, xã họp."
        assert [(p.first, p.last) for p in periods(text)] == [(str(day), str(day))]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-09-06", "date 2024-06-24"),
        ("2024-06-24", "date 2024-06-24"),
        ("2024-06-20", "date 2024-06-24"),
        ("2024-03-01", "date 2023-06-24"),
        ("2024-06", "date 2024-06-24"),
        ("2024", "date 2024-06-24"),
        (None, "clock ?"),
        ("gibberish", "clock ?"),
    ],
)
def test_a_day_without_a_year_is_the_latest_not_far_ahead(published: str | None, expected: str) -> None:
    assert read_phrase("{Sáng 24/6}, xã họp.", published, kind="time") == expected


@pytest.mark.parametrize("phrase", ["31/2/2024", "9/99/9999", "32/1/2020", "29/2/2023", "0/5/2020", "5/13/2020"])
def test_a_day_that_does_not_exist_is_none(phrase: str) -> None:
    assert read_phrase(f"Ngày {{{phrase}}}, xã họp.", "2024-09-06", kind="time") == "none"


@pytest.mark.parametrize(
    ("text", "first", "last", "form"),
    [
        ("Từ nay đến cuối tháng 10, xã trực 3 chốt.", "2024-09-06", "2024-10-31", "span"),
        ("Xã thành lập từ ngày 1/7/2023 trên cơ sở hai xã.", "2023-07-01", "2023-07-01", "date"),
        ("Hội hoạt động từ ngày 1/7/2023.", "2023-07-01", None, "since"),
        ("Trong cơn bão tháng 7 vừa rồi, nhà sập.", "2024-07-01", "2024-07-31", "span"),
        ("Qua 10 năm bền bỉ, ông cất cầu.", "2014", "2024", "span"),
    ],
)
def test_a_period_by_the_words_around_it(text: str, first: str | None, last: str | None, form: str) -> None:
    (found,) = periods(text)
    assert (found.first, found.last, found.form) == (first, last, form)


def test_a_day_named_before_is_an_end_too() -> None:
    *_, found = periods("Ngày 3/8, xã nhận gạo. Tính đến cùng ngày, xã trao hết.")
    assert (found.first, found.last, found.form) == (None, "2024-08-03", "until")


def test_the_two_ends_of_a_contest_are_one_span() -> None:
    (found,) = periods("Hội thi mở từ ngày 2/3/2024 và nhận bài đến hết ngày 29/5/2024.")
    assert (found.first, found.last, found.form) == ("2024-03-02", "2024-05-29", "span")


def test_years_named_one_after_another_are_one_span() -> None:
    (found,) = periods("Trong năm 2015 và 7 tháng đầu năm 2016, dân báo tin.", None)
    assert (found.first, found.last) == ("2015-01-01", "2016-07-31")


def test_the_past_year_is_the_year_named_before() -> None:
    named, past = periods("Năm 2022, xã khó khăn. Năm qua vẫn vượt thu.")
    assert (past.first, past.last) == (named.first, named.last)


def test_an_anniversary_ends_with_its_paragraph() -> None:
    (day,) = periods("Trường Đoài kỷ niệm 50 năm thành lập\n\nSáng 14/8, nhà trường họp mặt.")
    assert (day.form, day.first) == ("date", "2024-08-14")


@given(st.text(alphabet="0123456789/-.() năm tháng ngày đến nay từ quý giữa,\n", max_size=60), st.booleans())
def test_any_text_is_read_in_order(text: str, dated: bool) -> None:
    found = periods(text, "2024-09-06" if dated else None)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for period in found:
        assert 0 <= period.start < period.end <= len(text)
        assert all(Moment.parse(end) for end in (period.first, period.last) if end)


@pytest.mark.parametrize("text", [None, "", "2024-13", "2024-02-30", "soon", "20x4", "1-2-3-4", "１２"])
def test_moments_that_are_none(text: str | None) -> None:
    assert Moment.parse(text) is None


def test_counting_from_a_moment() -> None:
    day = Moment(2024, 2, 28)
    assert shift_days(day, 2) == Moment(2024, 3, 1)
    assert shift_days(Moment(2024), 2) is None
    assert shift_months(day, -14) == Moment(2022, 12)
    assert shift_months(Moment(2024), 1) is None
    assert (next_day("2023-12-31"), next_day("2023"), next_day("?")) == ("2024-01-01", "2024", None)
    assert nearest_year(29, 2, Moment(2023, 6, 1), ahead=0) == 2022
