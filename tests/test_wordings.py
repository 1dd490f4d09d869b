"""The same fact in other words: lists behind semicolons, verbs of no list, plans outdone, amounts set by a rule."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Trong năm 2018, xã sửa 96 cống; 31 cầu tạm và 12 bến đò.", 12, "flow"),
        ("Tổ công tác thu giữ 3 khẩu súng; 40 viên đạn, 2 xe ô tô.", 2, "flow"),
        ("Năm 2018, hội đã trao 60 suất quà; 25 xe đạp; 8 học bổng.", 8, "flow"),
        ("Đội quản lý thị trường thu giữ: 90 chai rượu; 7 cân đồng hồ.", 90, "flow"),
        ("Toàn xã có 96 tổ tự quản; 31 câu lạc bộ; 12 đội dân phòng.", 12, "stock"),
        ("Năm 2018, xã dựng 9 cổng chào; toàn xã có 12 thôn.", 12, "stock"),
    ],
)
def test_list_goes_on_behind_semicolons(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Năm ngoái, chi đoàn đã cảnh tỉnh 34 thanh niên.", 34, "flow"),
        ("Ban quản lý rừng đã phát quang 14 km đường băng.", 14, "flow"),
        ("Năm ngoái, tổ đã bê tông 9 lối đi.", 9, "flow"),
        ("Việc xây dựng 12 điểm chữa cháy tốn nhiều công sức.", 12, "flow"),
        ("Năm 2018 chứng kiến sự ra đời của 12 tổ tự quản.", 12, "flow"),
        ("Kho của bảo tàng hiện cất giữ 45 sắc phong.", 45, "stock"),
        ("Khu chợ còn trống 45 ki ốt.", 45, "stock"),
        ("Chợ phiên đang có 45 gian hàng.", 45, "stock"),
        ("Quỹ khuyến học đang có 300 triệu đồng.", 300e6, "stock"),
        ("Từ vốn xã hội hóa, 45 camera được lắp đặt.", 45, "flow"),
        ("Bộ đội biên phòng gửi tới 420 mũ bảo hiểm cho học sinh.", 420, "flow"),
        ("Mô hình lan tới 68 thôn.", 68, "stock"),
        ("Đến nay, 13 xã củng cố và duy trì 118 tổ tự quản.", 13, "stock"),
        ("Ông Ba bị tố cáo chiếm đoạt tiền của 45 người.", 45, "flow"),
        ("Đây là ý kiến của 45 người.", 45, "stock"),
    ],
)
def test_verbs_of_no_list(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Trong tuần qua, huyện có 7 ổ dịch mới.", 7, "flow"),
        ("Từ đầu năm đến nay, tỉnh ghi nhận có 45 ổ dịch.", 45, "flow"),
        ("Năm 2019, huyện có 30 doanh nghiệp mới.", 30, "flow"),
        ("Hiện huyện có 30 doanh nghiệp mới.", 30, "stock"),
        ("Đến nay, huyện có 30 trạm bơm.", 30, "stock"),
    ],
)
def test_new_things_of_a_stretch_of_time(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Vượt mức dự kiến ban đầu, hội đã giúp được 450 hộ.", 450, "flow"),
        ("Số hộ vay vốn đã vượt dự kiến, hội hỗ trợ được 450 hộ.", 450, "flow"),
        ("Xã hoàn thành mục tiêu, thành lập 45 tổ tự quản.", 45, "flow"),
        ("Với quyết tâm cao, xã đã xóa 45 nhà tạm.", 45, "flow"),
        ("Xã quyết tâm giữ vững an ninh; lắp 45 camera.", 45, "target"),
        ("Giai đoạn tới, xã lắp 45 camera.", 45, "target"),
        ("Xã đang chuẩn bị thành lập 45 tổ tự quản.", 45, "target"),
    ],
)
def test_plans_outdone_are_none(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Mức thưởng cho tập thể là 30 triệu đồng.", 30e6, "rate"),
        ("Hành vi này có mức phạt 2 triệu đồng.", 2e6, "rate"),
        ("Theo nghị định, chủ quán bị phạt 3 triệu đồng.", 3e6, "rate"),
        ("Tháng trước, công an phạt chủ quán 3 triệu đồng.", 3e6, "flow"),
    ],
)
def test_amounts_set_by_a_rule_are_rates(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
