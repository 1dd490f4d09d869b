"""Matches and feasts give the day of what was done at them; what there is, is as of publication."""

import pytest

from tests.reading_facts import count_of

TODAY, YESTERDAY = ("2024-09-06", "2024-09-06"), ("2024-09-05", "2024-09-05")
MATCH = "Chiều 5/9, đội xã Đông thắng đội xã Tây 3-1. Trời mưa lớn. "
FEAST = "Sáng 5/9, xã Đông tổ chức lễ hội đua thuyền. Trời nắng đẹp. "


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (MATCH + "Tiền đạo số mười ghi 2 bàn.\n\nGần 900 khán giả có mặt trên sân.", 2, YESTERDAY),
        (MATCH + "Hai đội rất cố gắng.\n\nGần 900 khán giả có mặt trên sân.", 900, YESTERDAY),
        (MATCH + "\n\nGiải có 12 đội dự tranh.", 12, None),
        (MATCH + "\n\nNăm 2023, đội xã Đông thắng 9 trận.", 9, ("2023-01-01", "2023-12-31")),
        (FEAST + "\n\nNgười dân dựng 130 lều quán.", 130, YESTERDAY),
        (FEAST + "\n\nLễ hội năm nay có 22 thuyền, 560 tay chèo.", 560, YESTERDAY),
        (FEAST + "\n\nLễ hội năm 2022 có 18 thuyền dự.", 18, ("2022-01-01", "2022-12-31")),
        (FEAST + "\n\nXã có 9 thôn.", 9, TODAY),
        ("Sáng 5/9, xã Đông họp bàn về lễ hội đua thuyền.\n\nNgười dân dựng 130 lều quán.", 130, None),
        ("Sáng 5/9, xã Đông họp. Đoàn tặng xã thiết bị trường học, trị giá 300 triệu đồng.", 3e8, YESTERDAY),
        ("Xã có 9 đội.\n\nTháng 8, trạm nhận 6 máy. Trạm có 130 giường.", 130, TODAY),
    ],
)
def test_the_day_of_a_match_or_feast(text: str, value: float, period: tuple[str | None, str | None] | None) -> None:
    assert count_of(text, value).period == period
