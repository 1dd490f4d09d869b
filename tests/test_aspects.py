"""What exists, happened, is planned or is a rate, beyond what the verb right before the number says."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Sau cuộc họp đầu năm, hai xã đã ký cam kết giữ rừng.", 2, "flow"),
        ("Khi dịch bùng phát, 12 trạm y tế phục vụ người dân ngày đêm.", 12, "stock"),
        ("Đoàn trao quần áo, 40 chăn bông cho người già.", 40, "flow"),
        ("Đội bắt giữ xe khách 40 chỗ ngồi chạy quá tốc độ.", 40, "stock"),
        ("Trường mua máy tính có bộ nhớ 256 GB cho phòng học.", 256, "stock"),
        ("Xã lắp camera 8 megapixel ở cổng chợ.", 8, "stock"),
        ("Tỉnh khởi công nhà máy thủy điện 30 MW trên sông Hạ.", 30, "stock"),
        ("Sản lượng chè của xã cao gấp 3 lần năm trước.", 3, "rate"),
        ("Lượng khách đến bản tăng 2,5 lần trong mùa lễ hội.", 2.5, "rate"),
        ("Trong mùa lễ hội, tổ tuần tra 4 lần.", 4, "flow"),
        ("Bà con tập dưỡng sinh 4 buổi một tuần.", 4, "rate"),
        ("Đội uống 6 cốc nước chè (khoảng 2 lít) mỗi ngày.", 6, "rate"),
        ("Sở công bố danh sách 100 cơ sở sạch.", 100, "stock"),
        ("Tốn kém nhất là hệ thống 47 thiết bị báo cháy.", 47, "stock"),
        ("Huyện mua toàn bộ 47 thiết bị báo cháy.", 47, "flow"),
        ("Số hội viên tăng lên 90 người sau một năm.", 90, "stock"),
        ("Xã giảm số thôn từ 12 thôn xuống còn 7 thôn.", 7, "stock"),
        ("Số vụ trộm giảm từ 12 vụ xuống còn 7 vụ.", 7, "flow"),
        ("Huyện nâng cấp hồ chứa từ 20 ha lên 32 ha.", 32, "stock"),
        ("Năm qua, xã có thêm 3 tổ tự quản.", 3, "flow"),
        ("Cây cầu nối giữa hai xã xuống cấp nặng.", 2, "stock"),
        ("Người dân hai xã lo lắng vì lũ.", 2, "stock"),
        ("Con trâu có cân nặng 600 kg.", 600, "stock"),
    ],
)
def test_aspect(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
