"""The period that fits what a count tells: what goes on, is worth a sum, or exists beside a report of months."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Xã dự kiến mở chợ vào tháng 6 tới, có 65 tiểu thương.", 65, ("2025-06-01", "2025-06-30")),
        ("Sơ kết 6 tháng đầu năm 2024, xã đang duy trì 21 mô hình.", 21, ("2024-09-06", "2024-09-06")),
        ("Mười năm trước, bản có 61 hộ nghèo. Ông vận động lập 5 tổ tự quản.", 5, None),
        ("Hội trồng 14 km hoa, trị giá 320 triệu đồng. Dịp 8/3 vừa qua, hội họp.", 320e6, None),
        ("Đồn nhận đỡ đầu 5 cháu, mỗi cháu 500.000 đồng/tháng.", 5e5, ("2024-09-06", "2024-09-06")),
    ],
)
def test_periods_that_fit_what_is_told(text: str, value: float, period: tuple[str | None, str] | None) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (
            "Trong 6 tháng đầu năm 2024, huyện phát hiện 22 vụ (cùng kỳ năm 2023: 19 vụ).",
            19,
            ("2023-01-01", "2023-06-30"),
        ),
        (
            "Trong 6 tháng đầu năm 2024, huyện bắt 22 đối tượng (cùng kỳ 2022: 4 vụ, 31 đối tượng).",
            31,
            ("2022-01-01", "2022-06-30"),
        ),
        (
            "Từ đầu năm đến nay, xã ghi nhận 387 ca sốt, cùng kỳ năm ngoái là 241 ca.",
            241,
            ("2023-01-01", "2023-09-06"),
        ),
        (
            "Trong 6 tháng đầu năm 2024, huyện có 22 vụ, giảm 9 vụ so với cùng kỳ năm 2023.",
            9,
            ("2024-01-01", "2024-06-30"),
        ),
        ("Năm 2023, xã lập 12 tổ. Cùng kỳ, xã giúp 9 hộ.", 9, ("2023-01-01", "2023-12-31")),
    ],
)
def test_the_same_of_another_year_is_of_that_year(
    text: str, value: int, period: tuple[str | None, str | None]
) -> None:
    assert count_of(text, value).period == period
