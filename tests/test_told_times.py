"""Times told beside the sentence or without their word: bare years, questions, lists, occasions, accounts."""

import pytest

from extractor.records import Span
from tests.reading_facts import count_of, counts_of

MONTHS, TODAY = ("2024-01-01", "2024-06-30"), ("2024-09-06", "2024-09-06")

LISTED = (
    "Chuyên án 312L ngày 10/4/2012 bắt 3 đối tượng, thu 11 kg heroin; chuyên án 474L ngày 22/6/2017, bắt 5 người, "
    "40 bánh heroin; chuyên án 484L ngày 25/10/2018 bắt 2 đối tượng, thu 32 kg ma túy đá."
)


def _year(number: int) -> tuple[str, str]:
    return f"{number}-01-01", f"{number}-12-31"


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        ("Năm 2021 xã có 23 vụ trộm, 2022 giảm 9 vụ, 2023 xảy ra 12 vụ.", 12, 2023),
        ("Cụ thể, năm 2021 là 230 người, 2022 hơn 250 người, 2023 giảm 90 người.", 250, 2022),
        ("Thu ngân sách năm 2021 đạt 900 tỷ đồng, 2022 đạt 950 tỷ đồng.", 950e9, 2022),
        ("Xã có 36 học sinh giỏi (2022: 12 em, 2023: 24 em).", 24, 2023),
        ("Hộ nghèo của huyện giảm từ 4.500 hộ (2021) xuống còn 1.200 hộ (2023).", 4500, 2021),
        ("Xã xảy ra 45 vụ cháy năm 2021; 2022: 38 vụ; 2023: 29 vụ.", 29, 2023),
    ],
)
def test_a_year_stands_without_its_word(text: str, value: float, year: int) -> None:
    assert count_of(text, value).period == _year(year)


@pytest.mark.parametrize(
    "text",
    ["Chiếc xe đời 2018 trị giá 450 triệu đồng.", "Ông Lê Văn Tám (1973) góp 450 triệu đồng."],
)
def test_other_bare_numbers_are_no_times(text: str) -> None:
    assert count_of(text, 450e6).period is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tỷ lệ hộ nghèo các năm 2021, 2022, 2023 lần lượt là 9%, 7% và 5%.", (9, 7, 5)),
        ("Số vụ cháy năm 2021, năm 2022 và năm 2023 lần lượt là 45 vụ, 38 vụ và 29 vụ.", (45, 38, 29)),
        ("Trong các năm 2021, 2022 và 2023, xã lần lượt xây 12 cầu, 15 cầu và 18 cầu.", (12, 15, 18)),
    ],
)
def test_years_are_told_respectively(text: str, values: tuple[int, ...]) -> None:
    told = {fact.value: fact.period for fact in counts_of(text)}
    assert [told[value] for value in values] == [_year(2021), _year(2022), _year(2023)]


def test_what_comes_one_after_another_keeps_its_own_year() -> None:
    facts = counts_of("Đội lần lượt thắng 6 trận năm 2021 và 9 trận năm 2023.")
    assert [fact.period for fact in facts] == [_year(2021), _year(2023)]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("- Kết quả năm 2023 thế nào, thưa ông?\n\n- Khá tốt. Huyện bán được 310 tấn mía.", 310, _year(2023)),
        ("Còn 6 tháng đầu năm nay thì sao?\n\nDân bán 180 tấn chè.", 180, MONTHS),
        ("- Năm 2023, huyện làm được gì?\n\n- Huyện xây 14 cầu. Bà con hiến 5.200 m2 đất.", 5200, _year(2023)),
        ("- Năm 2023 ra sao?\n\n- Khó khăn. Từ đầu năm nay, xã bán 26 tấn.", 26, ("2024-01-01", TODAY[0])),
        ("Huyện xây 14 cầu trong năm 2023.\n\nBà con hiến 5.200 m2 đất.", 5200, None),
    ],
)
def test_an_answer_is_of_the_time_that_was_asked_for(
    text: str, value: float, period: tuple[str, str] | None
) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Nhiệm vụ từ nay đến cuối năm 2024:\n1. Xây 14 cầu.\n2. Trồng 26 ha keo.", 26, (TODAY[0], "2024-12-31")),
        ("Kết quả 6 tháng đầu năm 2024:\n\n1. Bắt 12 vụ trộm.\n\n2. Làm 38 km đường.", 38, MONTHS),
        ("Kết quả năm 2023:\n1) Xây 14 cầu;\n2) Mở 9 lớp nghề.", 9, _year(2023)),
        ("Kết quả năm 2023:\n1. Xây 14 cầu.\nTrường mở 9 lớp nghề.", 9, None),
    ],
)
def test_a_heading_times_its_numbered_items(text: str, value: float, period: tuple[str, str] | None) -> None:
    assert count_of(text, value).period == period


CEREMONY = "Sáng 3/9, hội phụ nữ xã mở lễ phát động trồng rừng.\n\n"
DAY = ("2024-09-03", "2024-09-03")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("150 hội viên đã tham gia buổi lễ.", 150, DAY),
        ("Có 85 đại biểu và người dân dự lễ phát động.", 85, DAY),
        ("Kết thúc buổi lễ, dân trồng 900 cây keo.", 900, DAY),
        ("Trong khuôn khổ chương trình, hội tặng 40 suất quà.", 40, DAY),
        ("Hơn 300 người dân tham gia lễ hội đền Thượng.", 300, None),
    ],
)
def test_people_came_on_the_day_of_the_occasion(text: str, value: float, period: tuple[str, str] | None) -> None:
    assert count_of(CEREMONY + text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Công ty công bố báo cáo tài chính quý II/2024. Doanh thu đạt 210 tỷ đồng.", 210e9, ("2024-04-01",)),
        ("Sở vừa công bố kết quả tuyển sinh năm 2023. Các trường tuyển 4.700 em.", 4700, ("2023-01-01",)),
        ("Ngành thống kê nêu số liệu xuất khẩu tháng 8/2024. Dân bán 26 tấn tôm.", 26, ("2024-08-01",)),
        ("Xã họp bàn chợ phiên năm 2023. Dân bán 26 tấn tôm.", 26, ()),
    ],
)
def test_an_account_of_a_time_hands_it_on(text: str, value: float, period: tuple[str, ...]) -> None:
    assert (count_of(text, value).period or ())[:1] == period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rạng sáng 3/9, tổ tuần tra phát hiện 2 xe chở cát. Số còn lại bị bắt. Công an tạm giữ 18 xe.", 18),
        ("Tối 3/9, xưởng gỗ cháy.\n\nNgay trong đêm, xã huy động 18 chiến sĩ.", 18),
        ("Chiều 3/9, công an bắt quả tang An đang chở 18 gói ma túy.", 18),
        ("Sáng 3/9, xe khách lật. Trên xe lúc đó có 18 hành khách.", 18),
        ("Trước đó, phiên chợ ngày 3/9, dân bán 18 tấn bưởi.", 18),
        ("Sáng 3/9, 90 em học sinh phải nằm viện.\n\nBác sĩ cho biết trong 90 em có 18 em bị nặng.", 18),
        ("Ngày 3/9, hội phát 90 suất quà, mỗi suất 18 kg gạo.", 18),
    ],
)
def test_the_day_of_a_story_goes_on(text: str, value: float) -> None:
    assert count_of(text, value).period == DAY


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Tối 3/9, đội nhà ghi 2 bàn. Mùa trước, đội giành 39 điểm.", 39, None),
        ("Tổ ra mắt ngày 3/9 đang có 18 người.", 18, TODAY),
        ("Năm 2023, xã xây 14 cầu. Hiện trường có 18 giáo viên.", 18, TODAY),
        ("Ngày 3/9, hội giúp 90 hộ, mỗi xã 18 hộ. Trường có 46 lớp.", 46, TODAY),
    ],
)
def test_it_does_not_go_on_for_ever(text: str, value: float, period: tuple[str, str] | None) -> None:
    assert count_of(text, value).period == period


def test_the_year_compared_with_dates_no_day() -> None:
    fact = count_of(
        "Tính đến ngày 17/11, tỉnh có 9.091 ca bệnh, gấp 3 lần so với cùng kỳ năm 2018.", 9091, published=None
    )
    assert fact.period is None


def test_a_deadline_goes_on_without_a_date_of_the_article() -> None:
    text = "Tỉnh hỗ trợ mỗi hộ 2 triệu đồng đến hết tháng 6/2020. Dự kiến, tỉnh sẽ hỗ trợ 600 hộ."
    assert count_of(text, 600, published=None).period == ("2020-06-30", "2020-06-30")


def test_a_share_of_the_plan_is_of_the_time_under_review() -> None:
    text = (
        "6 tháng đầu năm 2024, huyện thu 900 tỷ đồng.\n\n"
        "Nhiều nơi làm tốt. Riêng xã Đông mới đạt 38% dự toán. Tỷ lệ hộ nghèo của xã là 5%."
    )
    assert [count_of(text, value).period for value in (38, 5)] == [MONTHS, TODAY]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        # What is measured of a time hands it on to the figures behind.
        ("Doanh thu năm 2018 đạt 300 tỷ đồng. Lợi nhuận đạt 20 tỷ đồng.", 20e9, _year(2018)),
        ("Sản lượng lúa năm 2018 của huyện Hạ đạt 30.000 tấn. Xã Đông đạt 4.000 tấn.", 4000, _year(2018)),
        ("Số vụ cháy năm 2018 là 30 vụ. Thiệt hại 3 tỷ đồng.", 3e9, _year(2018)),
        ("Kế hoạch năm 2018 là 30 lớp. Hiện trường có 18 giáo viên.", 18, None),
        # A sentence that only ranks a figure leaves its time.
        (
            "Năm 2018, huyện thu 300 tỷ đồng. Đây là mức cao nhất trong 5 năm qua. Xã Hạ thu 20 tỷ đồng.",
            20e9,
            _year(2018),
        ),
        # Each act of a list on its own day.
        (LISTED, 11, ("2012-04-10", "2012-04-10")),
        (LISTED, 40, ("2017-06-22", "2017-06-22")),
        (LISTED, 32, ("2018-10-25", "2018-10-25")),
    ],
)
def test_a_time_goes_on_with_what_it_measures(text: str, value: float, period: tuple[str, str] | None) -> None:
    assert count_of(text, value, published=None).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Mô hình được xã phát động tháng 9/2023, đến nay thu được 9 tấn rác.", 9, ("2023-09-01", "2024-09-06")),
        ("Tổ ra mắt năm 2020; từ khi ra mắt đến nay đã bắt 12 vụ trộm.", 12, ("2020-01-01", "2024-09-06")),
        ("Câu lạc bộ thành lập ngày 5/3/2022, tới nay đã tặng 48 suất quà.", 48, ("2022-03-05", "2024-09-06")),
        ("Năm 2016, xã xây chợ. Đến nay, chợ đã thu 15 tỷ đồng.", 15e9, (None, "2024-09-06")),
        ("Tổ ra mắt năm 2020, đến nay có 18 người.", 18, ("2024-09-06", "2024-09-06")),
    ],
)
def test_what_was_done_until_now_was_done_since_the_beginning_that_is_told(
    text: str, value: float, period: Span
) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (
            "Từ đầu năm tới hết ngày 9/7, huyện ghi nhận 387 ca sốt. Nhiều nhất là xã Hạ với 88 ca.",
            88,
            ("2024-01-01", "2024-07-09"),
        ),
        ("Từ đầu năm tới cuối tháng 8, huyện bắt 38 vụ trộm. Xã Hạ bắt 6 vụ.", 6, ("2024-01-01", "2024-08-31")),
        ("Từ đầu năm tới ngày 30/6, huyện trồng 38 ha. Xã Hạ trồng 6 ha.", 6, ("2024-01-01", "2024-06-30")),
        ("Năm tới, huyện trồng 38 ha rừng. Xã Hạ đã trồng 6 ha.", 6, None),
    ],
)
def test_until_a_day_is_no_time_to_come(text: str, value: float, period: Span | None) -> None:
    assert count_of(text, value).period == period
