"""How far a time goes on: past a comment, from the end of a sentence, and not into what goes on now."""

import pytest

from tests.reading_facts import count_of, counts_of

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


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Xã còn 1 hộ nghèo (năm 2023 là 3 hộ); 238/246 hộ đạt gia đình văn hóa.", 238, TODAY),
        ("Xã còn 1 hộ nghèo (năm 2023 có 3 hộ), 238/246 hộ đạt gia đình văn hóa.", 238, TODAY),
        ("6 tháng đầu năm 2024, xã có 2 vụ trộm (năm 2023 là 5 vụ); bắt 4 người.", 4, MONTHS),
        ("Xã còn 1 hộ nghèo; năm 2023 có 3 hộ thoát nghèo, 41 hộ vay vốn.", 41, YEAR),
        ("Tại Ngày hội hiến máu tổ chức ngày 20/5; 412 người đến đăng ký.", 412, ("2024-05-20",) * 2),
    ],
)
def test_brackets_keep_their_time_and_semicolons_do_not_cut_it(
    text: str, value: float, period: tuple[str, str]
) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Thôn hiện có 36 camera. Tổng kinh phí 127 triệu đồng do dân góp.", 127e6, (None, "2024-09-06")),
        ("Hiện nay, xã có 36 camera. Số tiền lắp đặt do 148 hộ đóng góp.", 148, (None, "2024-09-06")),
        ("Xã đang duy trì 12 đường hoa. Chi phí trồng hoa 45 triệu đồng.", 45e6, (None, "2024-09-06")),
        ("Hiện xã có 5 nhà văn hóa. Năm 2023, kinh phí sửa chữa là 200 triệu đồng.", 200e6, YEAR),
        ("Hiện xã có 5 nhà văn hóa. Công an xã bắt 3 người.", 3, None),
    ],
)
def test_what_is_there_was_paid_for_until_now(
    text: str, value: float, period: tuple[str | None, str] | None
) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Tối 12/6, cây xăng ở xã Đông cháy. Ngoài ra, toàn huyện đã xây 41 bể nước.", 41, MONTHS),
        ("Tối 12/6, cây xăng ở xã Đông cháy. Bên cạnh đó, các xã đã lập 41 tổ.", 41, MONTHS),
        ("Ngày 15/2, xã Đông tiễn 45 thanh niên. Cả huyện đã tiễn 150 thanh niên.", 150, ("2024-02-15",) * 2),
        ("Sáng 5/3, xã Đông tổ chức hội nghị. Ngoài ra, huyện tặng 41 suất quà.", 41, ("2024-03-05",) * 2),
    ],
)
def test_a_day_of_one_place_is_not_of_all_the_unit_has_done(
    text: str, value: float, period: tuple[str, str]
) -> None:
    lead = "6 tháng đầu năm 2024, công tác an ninh trật tự ở huyện có nhiều chuyển biến.\n\n"
    assert count_of(lead + text, value).period == period


def test_what_is_done_on_the_spot_is_of_the_meeting() -> None:
    lead = "Sáng 4/9, xã tổ chức lễ phát động thả cá.\n\n"
    there = "Có 150 hộ đến dự buổi lễ. Tại đây, xã mở 12 gian hàng. Kinh phí mua cá là 52 triệu đồng."
    assert count_of(lead + there, 52e6).period == ("2024-09-04", "2024-09-04")
    visit = "Đoàn thăm mô hình nuôi cá. Tại đây, 35 hộ nuôi cá."
    assert count_of(lead + visit, 35).period == TODAY


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Năm 2025, xã phấn đấu lập 30 tổ. Trong năm, xã đã lập 12 tổ.", 12, ("2024-01-01", "2024-12-31")),
        ("Năm 2025, xã phấn đấu lập 30 tổ. Trong năm, xã sẽ xây 12 nhà.", 12, ("2025-01-01", "2025-12-31")),
        ("Năm 2023, xã lập 30 tổ. Trong năm, xã đã xây 12 nhà.", 12, YEAR),
    ],
)
def test_what_was_done_in_the_year_is_of_none_to_come(text: str, value: float, period: tuple[str, str]) -> None:
    assert count_of(text, value).period == period


def test_any_number_of_comments_is_read() -> None:
    comments = "Bà con ai cũng phấn khởi. " * 1500
    found = counts_of(f"Năm 2023, xã lập 3 tổ. {comments}Các tổ bắt 9 vụ.")
    assert [fact.value for fact in found] == [3, 9]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("1. Thiệt hại (từ ngày 06 đến ngày 09/10/2025)", ("2025-10-06", "2025-10-09")),
        ("2. Giúp dân (ngày 12/10/2025)", ("2025-10-12", "2025-10-12")),
        ("a) Kết quả thu gom (năm 2024)", ("2024-01-01", "2024-12-31")),
        ("1. Công tác (phần chung)", None),
    ],
)
def test_the_time_in_a_heading_s_brackets_holds_below_it(heading: str, period: tuple[str, str] | None) -> None:
    text = f"Xã báo cáo kết quả.\n\n{heading}\n- Thu gom 95 tấn rác."
    assert count_of(text, 95, published="2025-11-12").period == period
