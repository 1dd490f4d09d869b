"""The time of parts, sections and reports: what has a time of its own keeps it, remarks are out of a section."""

import pytest

from tests.reading_facts import count_of

SINCE = "Từ năm 2021 đến nay, xã thu 48 tấn giấy"


def year(number: int) -> tuple[str, str]:
    return f"{number}-01-01", f"{number}-12-31"


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (f"{SINCE}, trong đó năm 2022 thu 11 tấn.", 11, year(2022)),
        (f"{SINCE}, gồm năm 2021 là 9 tấn, năm 2022 được 12 tấn.", 12, year(2022)),
        (f"{SINCE}, trong đó thôn Đông 11 tấn.", 11, ("2021-01-01", "2024-09-06")),
        ("Đến ngày 30/6, xã bắt 9 vụ, trong đó 4 vụ trộm.", 4, (None, "2024-06-30")),
    ],
)
def test_a_part_may_have_a_time_of_its_own(text: str, value: float, period: tuple[str | None, str]) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    "text",
    [
        "Từ đầu năm đến ngày 9/7, huyện có 387 ca, cùng kỳ năm ngoái là 241 ca. Trong đó 212 ca là trẻ em.",
        "Sáu tháng đầu năm, huyện có 387 ca; cùng thời điểm năm trước có 241 ca. Trong số này có 212 ca nặng.",
        "Năm 2023, huyện có 387 ca (cùng kỳ 241 ca), trong đó có 212 ca nặng.",
    ],
)
def test_what_is_told_for_comparison_has_no_parts(text: str) -> None:
    assert count_of(text, 212).part_of == count_of(text, 387).id


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("3. NHIỆM VỤ NĂM 2025\n- Xây 45 nhà.\n\nTại kỳ họp, hội đồng đã thông qua 9 nghị quyết.", 9, "flow"),
        (
            "III. Nhiệm vụ năm 2025\n- Xây 45 nhà.\n\nPhát biểu tại kỳ họp, bí thư nhắc xã còn 3 tiêu chí.",
            3,
            "stock",
        ),
        ("3. NHIỆM VỤ NĂM 2025\n- Xây 45 nhà.\n- Trồng 9 ha rừng.", 9, "target"),
    ],
)
def test_remarks_at_a_meeting_leave_the_section(text: str, value: float, aspect: str) -> None:
    found = count_of(f"Xã họp hội đồng\n\n{text}", value)
    assert found.aspect == aspect
    assert (found.period == year(2025)) == (aspect == "target")


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("Sáng 13/8, xã họp dân. Tại buổi họp, 145 hộ ký cam kết.", 145, "2024-08-13"),
        ("Ngày 2/8, công an vây sới bạc.\n\nSáng 13/8, xã họp dân. Tại buổi họp, thôn lập 2 tổ.", 2, "2024-08-13"),
    ],
)
def test_a_meeting_is_on_the_day_told_before_it(text: str, value: float, day: str) -> None:
    assert count_of(text, value).period == (day, day)


@pytest.mark.parametrize(
    "lead",
    [
        "Sáng 5/9, huyện họp đánh giá tình hình kinh tế 6 tháng đầu năm, bàn việc 6 tháng cuối năm.",
        "Huyện vừa báo cáo tình hình kinh tế - xã hội 6 tháng đầu năm.",
        "Ngày 5/9, huyện kiểm điểm kết quả 6 tháng đầu năm.",
    ],
)
def test_a_report_is_of_the_time_that_is_assessed(lead: str) -> None:
    text = f"{lead}\n\nĐường được chú trọng.\n\nHuyện tạo việc làm cho 3.870 lao động."
    assert count_of(text, 3870).period == ("2024-01-01", "2024-06-30")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Rồi trận lụt năm 2020. Nước cuốn 25 con bò.", 25, year(2020)),
        ("Gộp cả 4 tháng đầu năm được 138 lượt khách, thu 46 tỷ đồng.", 46e9, ("2024-01-01", "2024-04-30")),
        (
            "Hội mở ngày 3 và 4/9, đón 900 khách, ít hơn hội năm 2023 chừng 40 khách.",
            900,
            ("2024-09-03", "2024-09-04"),
        ),
    ],
)
def test_a_time_goes_on(text: str, value: float, period: tuple[str, str]) -> None:
    assert count_of(text, value).period == period
