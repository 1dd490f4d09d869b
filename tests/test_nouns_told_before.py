"""The noun for which a bare classifier, a bare scale or a resumed number stands, told before it."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Dân đổ đi mua khẩu trang. Chị Tám nói nhà chị cần 30 chiếc cho các con.", 30, "khẩu trang"),
        ("Xưởng bán 40 chiếc xe đạp. Nhu cầu quạt điều hòa cao hơn, mỗi ngày được 70 chiếc.", 70, "quạt điều hòa"),
        ("Cảng có 5 đường bay. Năm nay, hãng khai thác đội tàu bay gồm 197 chiếc.", 197, "tàu bay"),
        ("Lượng khách tới hỏi mua loa tăng mạnh, có ngày anh bán được gần 40 chiếc.", 40, "loa"),
        ("Đây là siêu xe của hãng. Nhà máy sẽ làm ra 50 chiếc.", 50, "siêu xe"),
        ("Cô tập bụng để đỡ đi xe, mỗi ngày gập bụng 90 cái.", 90, "cái"),
        ("Xã mua 6 camera, trong đó 4 chiếc đặt ở chợ.", 4, "camera"),
    ],
)
def test_a_bare_classifier_takes_up_the_thing_told_last(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Hội có mạng lưới tình nguyện viên lên tới 2.200 người.", 2200, "tình nguyện viên"),
        ("Hãng phát triển nhờ đội ngũ nhân viên hơn 1.500 người.", 1500, "nhân viên"),
        ("Học sinh bán trú chỉ còn 36 em.", 36, "Học sinh bán trú"),
        ("Tỷ lệ lây của hai bệnh nhân là 5 người.", 5, "người"),
        ("Đến nay, chị có 13 người giúp việc nhà.", 13, "người giúp việc nhà"),
    ],
)
def test_a_bare_classifier_of_people_takes_up_who_they_are(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Thuốc lá gây ra 7 triệu ca tử vong mỗi năm, ước đạt 8 triệu vào năm 2030.", 8e6, "ca tử vong"),
        ("Hội đạt 36 triệu lượt xem. Đó là con số rất lớn khi đặt cạnh 18 triệu của năm ngoái.", 18e6, "lượt xem"),
        ("Vụ rò rỉ làm lộ 42 triệu tài khoản, 16 triệu trong đó có địa chỉ.", 16e6, "tài khoản"),
        ("Tổng lượng máy xuất xưởng lên tới 71,5 triệu.", 71.5e6, "máy xuất xưởng"),
        ("Số người dùng mạng ở nước này là hơn 2,2 tỷ.", 2.2e9, "người dùng mạng"),
        ("Xưởng làm 2 triệu khẩu trang, lãi 3 triệu.", 3e6, "đồng"),
        ("Tổng vốn lên tới 71,5 triệu.", 71.5e6, "đồng"),
    ],
)
def test_a_bare_scale_behind_things_is_no_money(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Số trạm xăng đã giảm gần 80% và hiện chỉ còn 8.400.", 8400, "trạm xăng"),
        ("Số nhân viên của hãng đã tăng hơn 20 lần, lên 600.000.", 600_000, "nhân viên"),
        ("Năm 2014 có 14 người nghiện, nay chỉ còn 2.", 2, "người nghiện"),
    ],
)
def test_a_number_resumed_behind_a_percent_counts_what_the_sum_counts(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what
