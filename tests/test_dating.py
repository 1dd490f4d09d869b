"""Publication dates: what is read as one, which source wins, and when the text overrules a clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.intake import dating
from extractor.records import DateCandidate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-09-06T15:05:00+07:00", "2024-09-06"),
        ("2023-05-04T20:10:00+00:00", "2023-05-05"),
        ("2023-05-04T02:10:00.000Z", "2023-05-04"),
        ("06/09/2024, 15:05", "2024-09-06"),
        ("Thứ tư, ngày 22 tháng 08 năm 2018", "2018-08-22"),
        ("21.7.2017", "2017-07-21"),
        ("6-3-26 11:20", "2026-03-06"),
        ("2024-09", "2024-09"),
        ("2024", "2024"),
        ("31/02/2024", None),
        ("1.250.300", None),
        ("26/27/2020", None),
        ("quý I/2021", None),
    ],
)
def test_a_date_is_read_as_iso(text: str, date: str | None) -> None:
    assert dating.iso_date(text) == date


@pytest.mark.parametrize(
    ("line", "date", "labelled", "rest"),
    [
        ("Chủ nhật, 25/08/2019 | 09:41 GMT+7", "2019-08-25", False, ""),
        ("Thứ 5, 15/08/2019 | 08:32:17", "2019-08-15", False, ""),
        ("Đăng ngày 17/10/2025 - 100 lượt xem", "2025-10-17", True, ""),
        ("Ngày đăng: 16/07/2021", "2021-07-16", True, ""),
        ("Phát trong chương trình sáng 16.7.2021", "2021-07-16", True, "sáng"),
        ("Báo in số 2.310, ra ngày 16/7/2021", "2021-07-16", True, "2.310, ra ngày"),
        ("Bản tin ngày 16/7/2021", "2021-07-16", True, ""),
        ("16 Tháng Bảy, 2021", "2021-07-16", False, ""),
        ("Tháng 7/2021", "2021-07", False, ""),
        ("Số 3 - Tháng 7/2021", "2021-07", False, ""),
        ("MẪU SƠN, THỨ SÁU 16 - 7 - 2021 * SỐ 8745", "2021-07-16", False, "MẪU SƠN"),
        ("Đăng vào ngày 16 Tháng Bảy 2021 bởi admin", "2021-07-16", True, "bởi admin"),
        ("Thứ sáu 16/07/2021 lúc 14:20", "2021-07-16", False, ""),
        ("Ngày 16/07/2021 - 09:25 | Minh Mẫu", "2021-07-16", False, "Minh Mẫu"),
        ("13:05 - 16/07/2021", "2021-07-16", False, ""),
        ("8h15-16/7/2021", "2021-07-16", False, ""),
        ("16/07/2021 - Minh Mẫu (ảnh và bài)", "2021-07-16", False, "Minh Mẫu (ảnh và bài"),
        (
            "Ngày đăng: 16/07/2021 | Chuyên mục: Quốc phòng - An ninh | In trang",
            "2021-07-16",
            True,
            "Chuyên mục: Quốc phòng - An ninh | In trang",
        ),
        ("Mẫu Sơn, ngày 16 tháng 7 năm 2021", "2021-07-16", False, ""),
        ("21:15, Chủ Nhật, 25/10/2020 (GMT+7)", "2020-10-25", False, ""),
        ("Ngày 09 tháng 3 năm 2017", "2017-03-09", False, ""),
        ("Bởi Minh Mẫu - 15/08/2019", "2019-08-15", False, "Bởi Minh Mẫu"),
        ("Người đăng: Quản trị - Thứ Tư, 08/03/2023, 14:32", "2023-03-08", False, "Người đăng: Quản trị"),
    ],
)
def test_a_line_may_be_a_stamp(line: str, date: str, labelled: bool, rest: str) -> None:
    assert dating.read_stamp(line) == dating.Stamp(date, labelled, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 12/7/2021, xã Suối Mẫu họp tổng kết.",
        "Xã Mẫu bắt 9 đối tượng đánh bạc (09/08/2019)",
        "Chiều thứ năm 15/8/2019 đoàn công tác của huyện thăm hỏi các hộ dân bị thiệt hại",
        "Tỷ lệ 26/27 huyện",
    ],
)
def test_a_sentence_with_a_date_is_no_stamp(line: str) -> None:
    assert dating.read_stamp(line) is None


def test_addresses_and_scrapers_carry_dates() -> None:
    assert [c.date for c in dating.address_dates("https://x.vn/2020/10/25/tin.html")] == ["2020-10-25"]
    assert [c.date for c in dating.address_dates("https://x.vn/xa-hoi/202010/tin-2182345/")] == ["2020-10"]
    assert [c.date for c in dating.address_dates("https://x.vn/tin-20201025101010.htm")] == []
    assert dating.address_dates(None) == ()
    assert dating.scraped_stamp(" date 2024-04 Xã Mẫu") == (14, "2024-04")


@pytest.mark.parametrize(
    ("paragraph", "date"),
    [
        ("Mẫu Sơn, 15/6/2023 – Ngày hội thu hút 300 người.", "2023-06-15"),
        ("Mẫu Sơn (15/6/2023) - Ngày hội thu hút 300 người.", "2023-06-15"),
        ("Sáng nay, 15/6/2023 ngày hội thu hút 300 người.", None),
        ("Xã Mẫu, 15/6/2023, 20/6/2023 mở hai ngày hội.", None),
    ],
)
def test_a_day_may_stand_with_its_place_before_the_text(paragraph: str, date: str | None) -> None:
    assert [one.date for one in dating.dateline_dates(paragraph)] == [date] * (date is not None)


def test_a_day_may_stand_in_brackets_behind_the_title() -> None:
    assert dating.title_dates("Xã Mẫu ra mắt 5 tổ tự quản (02/08/2023)")[0].date == "2023-08-02"
    assert not dating.title_dates("Chào mừng kỷ niệm 78 năm (1945-2023)")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sáng ngày 17/9/2024, xã Suối Mẫu sơ kết.", "2024-09-17"),
        ("(ABC) - Ngày 28/3/2019 tại xã Mẫu, hội nghị mở.", "2019-03-28"),
        ("Trong hai ngày 9 - 10.12.2020, xã Suối Mẫu mở hội thi.", "2020-12-10"),
        ("Hôm nay (5/6/2024), xã Suối Mẫu sơ kết.", "2024-06-05"),
        ("Chiều ngày 29/9, xã Suối Mẫu sơ kết.", None),
        ("Thỏa thuận được ký ngày 25/02/2025 tại Hà Nội.", None),
    ],
)
def test_the_happening_stands_in_where_it_is_dated_in_full(text: str, date: str | None) -> None:
    told = dating.happening(text)
    assert (told.date if told else None) == date
    assert dating.choose(dating.weigh([], text)) == date


def test_a_happening_that_is_only_recalled_does_not() -> None:
    text = "Ngày 5/3/2011, xã Mẫu ra mắt tổ tự quản. Năm 2019, tổ có 30 thành viên."
    assert dating.choose(dating.weigh([], text)) is None
    planned = "Ngày 5/3/2011, xã Mẫu ra mắt tổ tự quản. Phấn đấu đến năm 2015 có 30 tổ."
    assert dating.choose(dating.weigh([], planned)) == "2011-03-05"


@pytest.mark.parametrize(
    ("sources", "text", "date"),
    [
        ({"page clock": "2019-08-25", "below the title": "2019-08-15"}, "", "2019-08-15"),
        ({"page clock": "2025-08-17"}, "Ngày 5/3/2011, xã Mẫu họp.", "2011-03-05"),
        ({"page clock": "2022-12-27"}, "Đến ngày 15/12/2022 đã giải ngân.", "2022-12-27"),
        ({"page clock": "2018-05-14"}, "Phấn đấu nâng mức hỗ trợ từ năm 2020.", "2018-05-14"),
        ({"page clock": "2025-08-17"}, "Đến ngày 15/12/2011 đã giải ngân.", None),
        ({"page clock": "2016-01-29"}, "Sáng 28/1, đê vỡ như hồi năm 2008.", "2016-01-29"),
        ({"page clock": "2017-03-14"}, "Từ tháng 9-2014 có chuồng. Năm 2016, xã tổng kết.", "2017-03-14"),
        ({"label": "2023-09-20", "below the title": "2023-09-18"}, "", "2023-09-20"),
        ({"meta": "2023-09-20", "after the text": "2023-09-23"}, "", "2023-09-20"),
        ({"given": "2020-01-02", "json-ld": "2021-01-01"}, "", "2020-01-02"),
        ({"page": "2020-06-05", "page clock": "2020-06-07"}, "Sáng 5/6/2020, xã Mẫu họp.", "2020-06-05"),
    ],
)
def test_sources_are_believed_in_order_and_clocks_doubted(
    sources: dict[str, str], text: str, date: str | None
) -> None:
    candidates = [dating.candidate(value, source) for source, value in sources.items()]
    assert dating.choose(dating.weigh(candidates, text)) == date


@given(st.text(alphabet="0123456789/.- :|năm tháng ngày Thứ,", max_size=60))
def test_no_text_breaks_the_readers(text: str) -> None:
    dating.read_stamp(text)
    assert all(isinstance(one, DateCandidate) for one in dating.weigh([], text))


@pytest.mark.parametrize(
    ("html", "text", "chosen"),
    [
        ('<abbr class="published" title="2024-05-04">hôm qua</abbr>', "Đến nay xã có 5 tổ tự quản.", "2024-05-04"),
        ('<abbr class="published" title="2024-05-04">hôm qua</abbr>', "Sáng 6/9/2011, xã họp.", "2011-09-06"),
        ("<p>Không có ngày.</p>", "Đến nay xã có 5 tổ tự quản.", None),
        ("<" * 500, "", None),
    ],
)
def test_what_htmldate_finds_is_believed_where_the_text_does_not_object(
    html: str, text: str, chosen: str | None
) -> None:
    found = dating.guessed(f"<html><body>{html}<p>{text}</p></body></html>")
    assert dating.choose(dating.weigh(found, text)) == chosen
