"""How far a time goes on: past a comment, from the end of a sentence, and not into what goes on now."""

import pytest

from tests.reading_facts import count_of

MONTHS, YEAR, TODAY = ("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-12-31"), ("2024-09-06", "2024-09-06")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("6 tháng đầu năm 2024, xã bắt 12 vụ trộm. Người dân rất yên tâm. Tổ tuần tra xử phạt 45 xe.", 45, MONTHS),
        ("Năm 2023, huyện xây 14 cầu. Đường sá thông thoáng hẳn. Dân hiến 38 ha đất.", 38, YEAR),
        ("Tính đến 30/6, xã nợ 9 tỷ đồng. Ai cũng lo. Dư nợ của phường là 26 tỷ đồng.", 26e9, ("2024-06-30",) * 2),
    ],
)
def test_a_comment_does_not_end_a_time(text: str, value: float, period: tuple[str, str]) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    "between",
    [
        "Ông Lê Văn Tám là thợ giỏi.",
        "Chị đã chuyển về quê.",
        "“Vui lắm”, chị nói.",
        "Chị cho biết đường sá khó đi.",
    ],
)
def test_an_act_or_somebody_named_does(between: str) -> None:
    fact = count_of(f"Năm 2023, xã xây 14 cầu. {between} Hộ bên vay 38 triệu đồng.", 38e6)
    assert fact.reasons["period"] != "continued"


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Xã bắt 12 vụ trộm trong năm 2023. Ngoài ra, xã xử phạt 45 xe.", 45, YEAR),
        ("Hội trao 12 suất quà trong 6 tháng đầu năm 2024. Hội còn mở 9 lớp nghề.", 9, MONTHS),
        ("Xã xây 14 cầu trong năm 2023. Song song đó, dân làm 38 km đường.", 38, YEAR),
        ("Xã trao 12 suất quà và nêu kế hoạch của năm 2023. Hội mở 9 lớp nghề.", 9, None),
    ],
)
def test_a_time_at_the_end_is_handed_on(text: str, value: float, period: tuple[str | None, str] | None) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Tổ ra mắt năm 2022 đang có 18 nhóm với 402 thành viên.", 402, TODAY),
        ("Đến ngày 30/6, nợ của xã là 9 tỷ đồng; toàn xã đang có 41 nghệ nhân.", 41, TODAY),
        ("Câu lạc bộ nay có 46 thành viên.", 46, TODAY),
        ("Xã có 45 tổ (năm 2020 chỉ có 12 tổ).", 45, TODAY),
        ("Năm 2012, xã vẫn còn 19 hộ nghèo.", 19, ("2012-01-01", "2012-12-31")),
        ("Đến hết năm 2023, xã đang quản lý 34 người nghiện.", 34, ("2023-12-31", "2023-12-31")),
    ],
)
def test_what_goes_on_is_of_today(text: str, value: float, period: tuple[str | None, str]) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Ở xã Đông, 5/7, đoàn xã ra mắt 2 đội.", 2, ("2024-07-05", "2024-07-05")),
        ("Trước đó, 6/8, hội mở 12 lớp nghề.", 12, ("2024-08-06", "2024-08-06")),
        ("Huyện ngày 2/8 đã chi 214 triệu đồng cho 31 hộ.", 31, ("2024-08-02", "2024-08-02")),
        ("Từ ngày 20/7 tới nay, xã thuê thêm 35 máy gặt.", 35, ("2024-07-20", "2024-09-06")),
        ("Quỹ thu từ đầu năm tới nay là 168 triệu đồng.", 168e6, ("2024-01-01", "2024-09-06")),
        ("Tháng vừa rồi, xã bắt 12 vụ trộm.", 12, ("2024-08-01", "2024-08-31")),
        ("8 tháng qua của năm 2024, xã thu 45 tấn rác.", 45, ("2024-01-01", "2024-08-31")),
    ],
)
def test_a_time_in_other_words_is_the_same(text: str, value: float, period: tuple[str, str]) -> None:
    fact = count_of(text, value)
    assert (fact.aspect, fact.period) == ("flow", period)


def test_ratios_between_commas_are_no_dates() -> None:
    assert count_of("Các tổ đạt 5/7, 6/8, 3/4 tiêu chí.", 3).denominator == 4
