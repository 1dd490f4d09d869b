"""A time told once for several acts, and what no time told before is the time of."""

import pytest

from tests.reading_facts import count_of

YEAR, TODAY = ("2023-01-01", "2023-12-31"), "2024-09-06"


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Hội thu gom 5 tấn giấy, gây quỹ 38 triệu đồng, trao 40 suất quà trong năm 2023.", 38e6, YEAR),
        ("Công an xã bắt 3 người, thu giữ 9 xe máy, 20 điện thoại trong năm 2023.", 9, YEAR),
        ("Xã đã xây 3 cầu, huyện cấp 9 tỷ đồng trong năm 2023.", 3, None),
        ("Xã có 9 thôn, làm 3 cầu trong năm 2023.", 9, (TODAY, TODAY)),
        ("Hợp tác xã thành lập năm 2019, đã trồng rau sạch, lắp 14 nhà lưới, mua 230 chậu.", 230, (None, TODAY)),
        ("Tổ ra mắt năm 2019 đã có 14 chiếc xe.", 14, (TODAY, TODAY)),
        ("Xã lập tổ năm 2019. Trước đây, dân làm lúa. Khi đó, xã có 2 máy bơm.", 2, None),
        ("Năm 2010, chị đi học. Hồi đó, bản có 46 hộ.", 46, ("2010-01-01", "2010-12-31")),
        ("Lúc đầu bản chỉ có 3 tổ, nay tuần nào cũng có 12 tổ.", 12, (TODAY, TODAY)),
        ("Xã phấn đấu đến hết năm có 10.000 hội viên.", 10000, ("2024-12-31", "2024-12-31")),
    ],
)
def test_each_act_has_the_time_that_is_told_of_it(
    text: str, value: float, period: tuple[str | None, str | None] | None
) -> None:
    assert count_of(text, value).period == period


FLOOD = "Mưa lớn từ đêm 1/9 đến 3/9 gây lũ ở xã Đông. Nước cuốn trôi 12 nhà.\n\n"
FLOODED = ("2024-09-01", "2024-09-03")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (FLOOD + "Huyện sơ tán 95 hộ.", 95, FLOODED),
        (FLOOD + "Ngày 5/9, đoàn tặng gạo. Trời nắng.\n\nHuyện di dời 95 hộ.", 95, None),
        (FLOOD + "Hội tặng 95 thùng mì.", 95, None),
        ("Lâu nay, xã lập 3 tổ, vận động 12 hộ.", 12, (None, TODAY)),
        ("Thời gian qua, xã có 3 tổ.", 3, (TODAY, TODAY)),
        ("Năm 2023, xã thu 9 tỷ đồng. Xã vừa xây xong 2 cầu.", 2, None),
        ("Năm 2023, xã thu 9 tỷ đồng. Xã vừa xây vừa sửa 2 cầu.", 2, YEAR),
        ("Năm 2015, bản có 58 hộ. Bản chỉ có 2 bể nước.", 2, ("2015-01-01", "2015-12-31")),
        ("Năm 2015, bản có 58 hộ. Bản có 2 bể nước.", 2, (TODAY, TODAY)),
        ("Tháng 8, tổ bán 480 kg giấy. Mỗi thành viên đóng 20.000 đồng/tháng.", 20000, (TODAY, TODAY)),
        ("Quý II, nhà thầu làm 2 km đường. Nếu chậm, nhà thầu bị phạt 9 triệu đồng.", 9e6, None),
    ],
)
def test_what_a_time_told_before_does_not_reach(
    text: str, value: float, period: tuple[str | None, str | None] | None
) -> None:
    assert count_of(text, value).period == period


STORY = "Trưa 3/9, An tới tiệm vàng. Hắn rút súng đe dọa. "


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (STORY + "Hắn đập tủ kính, lấy 35 chiếc nhẫn rồi bỏ chạy.", 35, ("2024-09-03", "2024-09-03")),
        (STORY + "An đã gây ra 9 vụ trộm.", 9, None),
        (STORY + "An khai nhận lấy 35 chiếc nhẫn.", 35, None),
        (STORY + "Công an xã có 9 cán bộ.", 9, (TODAY, TODAY)),
        ("Đầu năm 2023, An tới xã. Hắn thuê nhà. Hắn lấy 35 chiếc nhẫn.", 35, None),
    ],
)
def test_the_day_of_a_story_goes_on_through_acts(
    text: str, value: float, period: tuple[str | None, str | None] | None
) -> None:
    assert count_of(text, value).period == period


def test_a_day_far_behind_is_not_that_of_a_ceremony() -> None:
    told = "Xã làm đường. " * 9
    assert count_of(f"Hội trao 40 suất quà. {told}Ngày 3/9/2024, xã họp dân.", 40).period is None


def test_the_beginning_of_a_year_is_no_day_of_a_ceremony() -> None:
    assert count_of("Hồi đầu năm, tổ có 9 người.\n\nHội trao 40 suất quà.", 40).period is None
