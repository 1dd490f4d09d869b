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
        ("Phức tạp nhất là hệ thống 35 thiết bị báo cháy.", 35, "stock"),
        ("Huyện mua toàn bộ 47 thiết bị báo cháy.", 47, "flow"),
        ("Số hội viên tăng lên 90 người sau một năm.", 90, "stock"),
        ("Xã giảm số thôn từ 12 thôn xuống còn 7 thôn.", 7, "stock"),
        ("Số vụ trộm giảm từ 12 vụ xuống còn 7 vụ.", 7, "flow"),
        ("Huyện nâng cấp hồ chứa từ 20 ha lên 32 ha.", 32, "stock"),
        ("Năm qua, xã có thêm 3 tổ tự quản.", 3, "flow"),
        ("Cây cầu nối giữa hai xã xuống cấp nặng.", 2, "stock"),
        ("Người dân hai xã lo lắng vì lũ.", 2, "stock"),
        ("Con trâu có cân nặng 600 kg.", 600, "stock"),
        ("Đền thờ có tượng vua Hùng cao 3 m.", 3, "stock"),
        ("Nhà máy có công suất 40 triệu lít mỗi năm.", 40e6, "stock"),
        ("Lô đất có diện tích 125 m2/hộ.", 125, "rate"),
        ("Năm qua, hội nâng tổng số quỹ lên 5,5 tỷ đồng.", 5.5e9, "stock"),
        ("Sáng 7/6/2020, 400 đoàn viên xã Hạ ra quân dọn bờ phá.", 400, "flow"),
        ("Mỗi tháng, hợp tác xã thu gom 150 kg vỏ chai.", 150, "rate"),
        ("Mỗi năm, hợp tác xã bán 150 tấn chè.", 150, "flow"),
        ("Huyện thuê thêm 35 máy gặt.", 35, "flow"),
        ("Dân quân được biên chế thành 33 trung đội.", 33, "stock"),
        ("Hôm qua, chỉ số tăng 0,5 điểm lên 55,5 điểm.", 55.5, "stock"),
        ("Vốn chủ sở hữu của hợp tác xã đạt 12 tỷ đồng.", 12e9, "stock"),
        ("Người thợ già cao lớn, bao gạo (60 kg) vác một vai.", 60, "stock"),
        ("Đến nay, đã có 36 xã phê duyệt kế hoạch.", 36, "flow"),
        ("Huyện có 4 xã đã phê duyệt kế hoạch.", 4, "flow"),
        ("Huyện có 4 xã trồng chè.", 4, "stock"),
        ("Năm nay, hội thí điểm mô hình thu rác tại 3 thôn.", 3, "flow"),
        ("Camera lắp tại 14 thôn.", 14, "stock"),
        ("Số lượng xe nhập khẩu trong tháng là 4.281 chiếc.", 4281, "flow"),
        ("Số xã thuộc diện phải hợp nhất là 23 xã.", 23, "stock"),
        ("Giá thịt lợn hôm nay tăng 5.000 đồng so với hôm qua.", 5000, "flow"),
        ("Giá thịt lợn tăng 5.000 đồng mỗi kg.", 5000, "rate"),
        ("Thịt lợn ở mức 140.000 đồng.", 140000, "rate"),
        ("Thịt lợn dao động quanh 140.000 đồng.", 140000, "rate"),
        ("Năm ngoái, hội mua chiếc chiêng cổ với giá 30 triệu đồng.", 30e6, "flow"),
        ("Khách có thể mua chiếc chiêng với giá 30 triệu đồng.", 30e6, "rate"),
        ("Quán bán mật ong 300.000 đồng một chai.", 300000, "rate"),
        ("Chỉ số chứng khoán đứng ở 974 điểm.", 974, "stock"),
        ("Đội chủ nhà ghi 12 điểm trong hiệp hai.", 12, "flow"),
        ("Mục tiêu ấy vừa bảo đảm cả hai nội dung.", 2, "target"),
        ("Chè của xã theo xe tải lớn sang 12 nước.", 12, "stock"),
        ("Công an khởi tố 31 vụ (tăng 4 vụ) với 45 bị can.", 45, "flow"),
        ("Công an khởi tố 31 vụ (tăng 47% so với cùng kỳ) với 45 bị can.", 45, "flow"),
        ("Xã di dời khẩn cấp 37 hộ với 146 nhân khẩu.", 146, "flow"),
        ("Mỗi hộ được tặng 2 chăn bông và 3 gói mì.", 3, "rate"),
        ("Diện tích mỗi căn nhà tối thiểu 30 m2.", 30, "rate"),
        ("Mỗi ha cho 22 tấn quả.", 22, "rate"),
        ("Dự đại hội có 168 đại biểu đại diện cho 1.236 hội viên.", 1236, "stock"),
        ("Anh ghi 8 bàn thắng trong bốn trận đầu.", 4, "flow"),
        ("Đêm 6/3, tổ công tác bắt quả tang 3 đối tượng đang vận chuyển 57 gam heroin.", 57, "flow"),
        ("Anh nông dân bắt được con rắn nặng 2 kg.", 2, "stock"),
        ("Trường có 165 em ở bán trú, mỗi em được hỗ trợ 900.000 đồng.", 165, "stock"),
        ("Một điều cần lưu ý là đoàn đã trao 90 suất quà.", 90, "flow"),
        ("Đã có 900 hộ yêu cầu 2 công ty đền bù.", 2, "flow"),
        ("Mức án cao nhất là 9 năm tù.", 9, "flow"),
        ("Tre ngâm bền hơn tre tươi 3 lần.", 3, "rate"),
        ("Ông từng có 2 lần vào chung kết hội cờ.", 2, "flow"),
        ("Sau 3 lần hòa giải, hai bên bắt tay nhau.", 3, "flow"),
        ("Anh khép lại mùa giải với 12 bàn thắng.", 12, "flow"),
        ("Bức phù điêu đặt ở vách núi 3 mét.", 3, "stock"),
        ("Cây chè hợp với 2 loại đất.", 2, "stock"),
        ("Huyện sẽ tổ chức giao lưu giữa 2 trường.", 2, "stock"),
        ("Có 12 đội dự định tham gia hội thao.", 12, "target"),
        ("Xã sẽ lập 3 tổ thay vì 5 tổ như năm trước.", 5, "flow"),
    ],
)
def test_aspect(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Tin trong xã\nIII. Nhiệm vụ 6 tháng cuối năm\n- Thu ngân sách 8.300 triệu đồng.", 8.3e9, "target"),
        ("Tin trong xã\n5. Chỉ tiêu năm 2025\nGiảm 150 hộ nghèo; xây 45 nhà.", 45, "target"),
        ("Phương hướng quý IV: thu ngân sách 420 triệu đồng; gieo trồng 145 ha cây vụ đông.", 145, "target"),
        ("Tin trong xã\n5. Chỉ tiêu năm 2025\nNăm 2023, xã xây 45 nhà.", 45, "flow"),
        ("Năm 2023, huyện mở 46 lớp dạy nghề, có 1.580 học viên tham gia.", 1580, "flow"),
        ("Chiều 5/9, huyện tổ chức buổi họp mặt người có công với 150 đại biểu.", 150, "flow"),
        ("Có 120 đại biểu dự kiến tham gia hội nghị.", 120, "target"),
        ("Ngoài ra, anh còn bị xử phạt 9 triệu đồng.", 9e6, "flow"),
        ("Theo giấy đề nghị mở thẻ, xã đã cấp 5 thẻ.", 5, "flow"),
        ("Huyện có 74 đơn vị nợ với 11,9 tỷ đồng.", 11.9e9, "stock"),
        ("Thành phố nợ nhiều nhất với 61 tỷ đồng.", 61e9, "stock"),
        ("Số cơ sở đạt yêu cầu chiếm 81%.", 81, "rate"),
        ("Bà Nhàn lưu ý vẫn còn 3 xã chưa phân công cán bộ.", 3, "stock"),
    ],
)
def test_plans_by_their_heading_and_debts_by_their_word(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Ngày 15/3/2024, trạm y tế xã bố trí 9 tổ cấp cứu.", 9, "flow"),
        ("Xã bố trí 9 tổ cấp cứu.", 9, "stock"),
        ("Trong đợt này, các xã sử dụng 300 bình phun thuốc.", 300, "flow"),
        ("Xưởng sử dụng 300 bình phun thuốc.", 300, "stock"),
        ("Hội thi nấu ăn ngày 8/3/2024 có 9 đội với 45 thí sinh tham gia.", 45, "flow"),
        ("Ngày 8/3/2024, hội ra mắt mô hình “Ngõ xanh” với 42 hộ tham gia.", 42, "stock"),
        ("Trong tháng 2/2024, huyện có 380 vận động viên thi đấu ở tỉnh bạn.", 380, "flow"),
        ("Đến nay, huyện có 380 vận động viên thi đấu ở tỉnh bạn.", 380, "stock"),
        ("Năm 2014, cả phường chỉ có 902 hộ nộp thuế.", 902, "stock"),
        ("Cuối tháng 2/2024, xã có 36 hộ cần sửa nhà.", 36, "stock"),
        ("Đến nay, xã có 11 dòng họ đăng ký nếp sống mới.", 11, "stock"),
        ("Năm nay, xã có 11 dòng họ đăng ký nếp sống mới.", 11, "flow"),
    ],
)
def test_a_state_told_of_a_day_or_occasion_happened(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
