"""Aspects of the press: rankings, exchange rates, habits, sales, and those who are told to have done something."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        # One more of a row is told like the first.
        ("Năm 2019, hãng bán 9.400 xe. Đứng đầu là dòng Lúa Mới với 3.100 xe.", 3100, "flow"),
        ("Năm 2019, hãng bán 9.400 xe. Xếp sau là Sao Mai (2.300 xe) và Sao Hôm (1.900 xe).", 1900, "flow"),
        ("Huyện đã xây 40 cây cầu. Xã Hạ dẫn đầu với 9 cây cầu.", 9, "flow"),
        ("Huyện có 900 hộ nghèo. Đứng đầu là xã Hạ với 140 hộ nghèo.", 140, "stock"),
        ("Năm ngoái xã lắp 40 camera. Hiện xã Hạ đứng đầu với 90 camera.", 90, "stock"),
        # What was sold or made comes to so much.
        ("Tháng qua, sản lượng xe máy của hãng đạt 8.300 xe.", 8300, "flow"),
        ("Thanh khoản phiên sáng lên tới 90 triệu cổ phiếu.", 90e6, "flow"),
        ("Số xe nhập khẩu tăng lên 4.281 chiếc.", 4281, "flow"),
        ("Xã nâng tổng số nhà đã xây lên 25 nhà.", 25, "stock"),
        # How often in a time.
        ("Bé ăn ngày 3 bữa cháo.", 3, "rate"),
        ("Tháng nào cũng tốn 200.000 đồng tiền đò.", 200000, "rate"),
        ("Mỗi ngày nắng, bà gói từ 20 đến 30 đòn bánh.", None, "rate"),
        ("Lớp xóa mù học tuần 2 buổi.", 2, "rate"),
        ("Năm nào cũng vậy, xã thuê thêm 3 máy gặt.", 3, "flow"),
        ("Trong ngày 3 lần còi báo động vang lên.", 3, "flow"),
        # Money for money, and what each of several things is worth.
        ("Sáng nay 1 euro đổi được 25.000 đồng.", 25000, "rate"),
        ("Sáng nay 140 yen đổi 1 USD.", 140, "rate"),
        ("Ông đổi 5 triệu đồng lấy 3 điện thoại.", 5e6, "flow"),
        ("Họ lái những chiếc xe đời mới trị giá 900 triệu đồng.", 900e6, "rate"),
        ("Đoàn tặng quà trị giá 9 triệu đồng.", 9e6, "flow"),
        # What those did who are said to be there.
        ("Trong tuần, có 9 nghìn người xuất cảnh qua cửa khẩu.", 9000, "flow"),
        ("Tháng trước, có 12 doanh nghiệp tạm ngừng hoạt động.", 12, "flow"),
        ("Bão làm 3 người chết khi đang chằng nhà.", 3, "flow"),
        ("Ở phường có 12 doanh nghiệp may mặc.", 12, "stock"),
        ("Công an đang điều tra 2 vụ án mạng.", 2, "flow"),
        ("Trạm đang chăm sóc 30 người.", 30, "stock"),
        ("Trung tâm phun 90 lít thuốc tại 61 xã.", 61, "flow"),
        ("Camera được lắp tại 61 xã.", 61, "stock"),
        ("Trung tâm phun thuốc 9 ổ dịch với 310 hộ.", 310, "flow"),
        ("Cả nhà chỉ phụ thuộc vào 3 sào ruộng.", 3, "stock"),
        ("Đoàn khép lại giải với 12 huy chương vàng.", 12, "flow"),
        # A name that the verb was joined to, and the name of a company.
        ("Năm ngoái, anh Ngọc bán ra chợ 90 kg mít.", 90, "flow"),
        ("Công ty Thép nợ 41 tỷ đồng; Công ty Cổ phần Đầu tư Hạ Giang hơn 10 tỷ đồng.", 10e9, "stock"),
        # Plans, orders and what the law says.
        ("Đổ rác ra kênh, nhà vườn sẽ bị phạt từ 2 đến 3 triệu đồng.", None, "rate"),
        ("Theo nghị định mới, người vứt rác sẽ bị phạt 2 triệu đồng.", 2e6, "rate"),
        ("Ông có thể bị phạt 2 triệu đồng.", 2e6, "target"),
        ("Ông dự đoán có 30 hộ phải di dời.", 30, "target"),
        ("Huyện lập kế hoạch cử 9 cán bộ đi học.", 9, "target"),
        ("Gia đình yêu cầu làm rõ nguyên nhân 3 cháu tử vong.", 3, "flow"),
        ("Tin dự kiến đánh thuế tuần tới làm giá vàng hôm qua còn 1.250 USD.", 1250, "rate"),
    ],
)
def test_press_aspects(text: str, value: float | None, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
