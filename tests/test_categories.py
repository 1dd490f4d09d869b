"""What kind of thing is counted: by its noun, its classifier and its surroundings."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "category"),
    [
        ("Đội xã thắng, được 3 điểm.", 3, "other"),
        ("Xã mở 12 điểm bán hàng.", 12, "facility"),
        ("Quỹ cảm ơn 12 nhà hảo tâm.", 12, "person"),
        ("Xã sửa 12 nhà.", 12, "facility"),
        ("Chị hát 9 ca khúc về quê hương.", 9, "other"),
        ("Hãng bán 3 mẫu xe mới.", 3, "product"),
        ("Gia đình có 3 mẫu ruộng.", 3, "area"),
        ("Gió mạnh 60 km/giờ.", 60, "other"),
        ("Vé giá 300 baht.", 300, "money"),
        ("Nhà chị Hoa có 2 con, đứa lớn lên lớp ba.", 2, "person"),
        ("Cả nước có 134 triệu thuê bao di động.", 134_000_000, "other"),
        ("Tỉnh có 3 vùng chuyên canh.", 3, "other"),
        ("Các thôn phát 900 bản quy ước tới từng hộ.", 900, "document"),
        ("Cửa hàng xuất 12 hóa đơn.", 12, "document"),
        ("Đồn quản lý 24 km đường biên giới.", 24, "length"),
        ("Xã nạo vét 31 km kênh mương.", 31, "facility"),
        ("Ấp làm xong 3 km lộ bê tông.", 3, "facility"),
        ("Dân thôn tháo dỡ 5 km tường rào.", 5, "facility"),
        ("Hội thi nhận 40 giải pháp của công nhân.", 40, "other"),
        ("Đề án nêu 6 giải pháp giữ rừng.", 6, "field"),
        ("Xã đảo có 45 cơ sở lưu trú.", 45, "organization"),
        ("Huyện có 48 cơ sở thờ tự, trong đó 21 cơ sở của đạo Cao Đài.", 21, "facility"),
        ("Tổ bắc 128 cây cầu, trong đó 97 cây ở xã Đông.", 97, "facility"),
        ("Đội tự quản gác 11 lối đi tự mở.", 11, "facility"),
        ("Hạm đội có 2 hải đội và 46 đơn vị tự vệ.", 46, "group"),
        ("Hội ký 21 chương trình phối hợp với các ngành.", 21, "document"),
        ("Trường có 14 chương trình trung cấp.", 14, "other"),
        ("Tỉnh có 7 đơn vị cấp huyện.", 7, "admin_unit"),
        ("Trường có 4 GS, 81 TS.", 81, "person"),
        ("Chương trình dựa trên 5 trụ cột.", 5, "field"),
        ("Anh đã hiến máu 21 lần.", 21, "event"),
        ("Sản lượng tăng gấp 3 lần so với năm trước.", 3, "other"),
        ("Đội đã 4 lần vô địch.", 4, "event"),
        ("Doanh thu cao hơn 3 lần cùng kỳ.", 3, "other"),
        ("Thôn treo 7 chiếc kẻng.", 7, "facility"),
        ("Xã lắp đặt 96 bộ dụng cụ thể thao ngoài trời.", 96, "facility"),
        ("Đồn quản lý 20 km đường biên giới với 8 cột mốc.", 8, "facility"),
        ("Nông dân ở đây trồng 2 vụ mỗi năm.", 2, "other"),
        ("Lực lượng làm rõ 52 vụ.", 52, "case"),
        ("Trường có 12 lớp với 341 học sinh.", 12, "group"),
        ("Ngày hội thu 900 đơn vị máu, gồm khối xã 300 đơn vị.", 300, "other"),
        ("Giải có 16 đội chia thành bốn bảng.", 4, "group"),
        ("Hội làm mới 14 nhà Chữ thập đỏ.", 14, "facility"),
        ("Công an nhận 34 tin báo, gồm 14 tin giả danh cơ quan chức năng.", 14, "tip"),
        ("Tổ bắt 2 gã nghiện.", 2, "person"),
        ("Bọn chúng đánh bạc 9 tỷ đồng diễn ra nhiều năm.", 9_000_000_000, "money"),
        ("Đội cứu hộ có 3 nữ cứu hộ.", 3, "person"),
        ("Thanh tra phát hiện 2 phòng khám không phép.", 2, "organization"),
    ],
)
def test_category(text: str, value: float, category: str) -> None:
    assert count_of(text, value).category == category
