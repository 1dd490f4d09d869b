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
