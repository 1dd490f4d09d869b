"""Those and what had part in something that a story tells, what was found with them, and what they asked for."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Khuya hôm ấy, có 3 thanh niên cầm gậy xông vào quán của bà Tư.", 3, "flow"),
        ("Hai tên trộm tẩu thoát trên 4 chiếc xe máy về phía đê.", 4, "flow"),
        ("Xe tải mất lái, va quệt với 5 xe máy đỗ bên đường.", 5, "flow"),
        ("Ông Bảy cùng 6 người quen dùng gậy đánh nhau với chủ quán.", 6, "flow"),
        ("Trong xóm có 3 thanh niên chưa có việc làm.", 3, "stock"),
        ("Đội bóng có 3 cầu thủ thường cãi nhau.", 3, "stock"),
        ("Trường có 3 bảo vệ để phòng trộm cắp.", 3, "stock"),
    ],
)
def test_who_had_part_in_a_deed_is_told_of_that_hour(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect", "predicate"),
    [
        ("Theo cáo trạng, 4 người này đi đò sang sông rồi đốt lều.", 4, "flow", "đi"),
        ("Nghe tiếng hô, 3 thanh niên lập tức bỏ chạy về bến đò.", 3, "flow", "bỏ chạy"),
        ("Cả 2 bị can Lê và Hà đều khai nhận việc lấy xe.", 2, "flow", "khai nhận"),
        ("Hai ngôi chùa này nằm ở chân núi.", 2, "stock", "nằm"),
    ],
)
def test_the_verb_is_found_past_what_points_at_its_subject(
    text: str, value: float, aspect: str, predicate: str
) -> None:
    count = count_of(text, value)
    assert (count.aspect, count.predicate) == (aspect, predicate)


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Công an xã thu giữ 2 xe máy. Ngoài ra còn có 9 điện thoại.", 9, "flow"),
        ("Tổ tuần tra thu giữ 4 cân pháo. Bên cạnh đó còn 12 khẩu súng.", 12, "flow"),
        ("Công an khám xét nhà Hùng. Ngoài ra, trong tủ còn 7 chiếc đồng hồ.", 7, "flow"),
        ("Xã thu gom 2 tấn rác. Ngoài ra còn có 9 xe đẩy.", 9, "stock"),
        ("Công an bắt giữ Hùng. Ngoài ra, Hùng còn có 3 tiền án.", 3, "stock"),
    ],
)
def test_what_else_was_found_is_caught_too(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Cả tỉnh có 90 xã và 12 phường. Trong đó, giảm 3 xã, 2 phường so với trước.", 2, "flow"),
        ("Huyện có 90 đội và 30 tổ. Trong đó, tăng 6 đội và 4 tổ.", 4, "flow"),
        ("Huyện có 90 đội. Cụ thể, giảm 6 đội, 5 nhóm.", 5, "flow"),
        ("Huyện có 90 tổ, trong đó 40 tổ ở phố, 50 tổ ở làng.", 50, "stock"),
    ],
)
def test_a_list_of_what_came_or_went_is_no_breakdown(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Phí gửi xe tăng từ 3.000 đồng lên 5.000 đồng.", 5000, "rate"),
        ("Vé vào hang được nâng từ 40.000 đồng lên 60.000 đồng.", 60000, "rate"),
        ("Lương thợ may tăng từ 6 triệu đồng lên 8 triệu đồng.", 8e6, "rate"),
        ("Với chiếc máy ấy, 22 triệu đồng là mức giá hợp lý.", 22e6, "rate"),
        ("Suất ăn có giá 3 USD (khoảng 70.000 đồng).", 70000, "rate"),
        ("Doanh thu của chợ tăng từ 3 tỷ đồng lên 5 tỷ đồng.", 5e9, "flow"),
        ("Đoàn tặng xã 900 USD (khoảng 21 triệu đồng).", 21e6, "flow"),
    ],
)
def test_what_a_price_is_raised_or_converted_to_is_one_too(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Nhóm bắt cóc gọi về, chúng đòi 5 tỷ đồng tiền chuộc.", 5e9, "target"),
        ("Chủ tiệm treo thưởng 50 triệu đồng cho người báo tin.", 50e6, "target"),
        ("Người mẹ đòi 50% tài sản của con gái.", 50, "target"),
        ("Công đoàn khởi kiện, đòi được 380 triệu đồng cho thợ.", 380e6, "flow"),
        ("Hôm ấy, ông Định chuyển 5 triệu đồng cho con.", 5e6, "flow"),
        ("Mẫu máy mới (dự kiến ra mắt tuần sau) vẫn có 2 ống kính.", 2, "stock"),
        ("Số xe đăng ký mới tăng 15% trong quý.", 15, "rate"),
    ],
)
def test_what_is_claimed_is_planned_but_no_name_or_bracket_plans(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Hai người này đã thuê 8 phu gỗ lên núi.", 8, "flow"),
        ("Năm ngoái, ông Ba thuê 9 thợ gặt.", 9, "flow"),
        ("Chủ thầu vừa thuê thêm 12 thợ xây.", 12, "flow"),
        ("Ông Ba thuê 9 lao động thường xuyên.", 9, "stock"),
        ("Huyện xem xét đơn tố cáo của 11 thầy cô.", 11, "flow"),
        ("Thầy hiệu trưởng mượn tiền của 5 giáo viên.", 5, "flow"),
        ("Cuốn sổ ghi tên của 5 giáo viên.", 5, "stock"),
    ],
)
def test_hiring_told_as_done_and_papers_somebody_wrote(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Tổ tuần tra ập vào quán. Tang vật thu giữ: 6 chiếu bạc, 14 xe đạp.", 14, "flow"),
        ("Công an dừng xe. Vật chứng thu được gồm có 3 con dao và 2 xe máy.", 2, "flow"),
        ("Tang vật là 8 bao thuốc lá.", 8, "flow"),
        ("Kho tang vật của công an xã có 4 nhân viên.", 4, "stock"),
        ("Kết quả năm 2023:\n- Xây dựng nhà tình nghĩa: 64 nhà.", 64, "flow"),
        ("Xã hiện nay:\n- Nhà trẻ: 12 phòng học.", 12, "stock"),
    ],
)
def test_lists_of_seized_things_and_labelled_results_happened(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
