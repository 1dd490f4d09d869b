"""Aspects of what things and homes are like, what a unit of time brings, and what is only expected."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        # Those in a home or realm are there, whatever is done with it.
        ("Cây cầu nối bờ bắc với đô thị 10 triệu dân.", 10e6, "stock"),
        ("Hội trao quà cho bà mẹ 6 con ở bản Hạ.", 6, "stock"),
        ("Chị lớn lên trong gia đình bốn anh em.", 4, "stock"),
        ("Nước tràn vào xóm trọ 40 hộ.", 40, "stock"),
        ("Hội hỗ trợ xã 10 triệu đồng.", 10e6, "flow"),
        ("Bão làm hư nhà 40 hộ.", 40, "flow"),
        # How warm, wide and heavy.
        ("Đêm nay vùng núi rét hại 9 độ.", 9, "stock"),
        ("Huyện khánh thành con đường 4 làn xe.", 4, "stock"),
        ("Quả chuông có khối lượng 2,5 tấn.", 2.5, "stock"),
        ("Tàu bốc dỡ khối lượng 2,5 tấn hàng.", 2.5, "flow"),
        # What a whole is worth is no price of one.
        ("Công ty được định giá 900 tỷ đồng.", 900e9, "flow"),
        ("Giá một con giống là 300.000 đồng.", 300000, "rate"),
        # What a unit of time brings, in a list, too.
        ("Chị tới trạm xá một tuần 3 lần.", 3, "rate"),
        ("Trung bình một ngày, trạm xá tiếp nhận 30 bệnh nhân.", 30, "rate"),
        ("Có trại một ngày xuất chuồng 900 con lợn.", 900, "rate"),
        ("Mỗi ngày ông ăn 500 g thịt gà, 6 chén cơm, rau luộc.", 6, "rate"),
        ("Sau một ngày thu gom 3 tấn rác, đội nghỉ.", 3, "flow"),
        ("Trong một ngày bán 200 ổ bánh, chị hết bột.", 200, "flow"),
        ("Trong 100 g dứa có 90 g nước, 15 mg canxi.", 15, "rate"),
        # Expected and proposed, and a percent of the plan.
        ("Trại hè mở ra với dự kiến khoảng 900 em.", 900, "target"),
        ("Sở đề xuất giảm 3 tỷ đồng tiền thuê đất.", 3e9, "target"),
        ("Doanh thu bằng 112% kế hoạch năm và tăng 15% so với cùng kỳ.", 15, "rate"),
        ("Ông có tài sản ròng 90 tỷ đồng.", 90e9, "stock"),
    ],
)
def test_what_things_are_like(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
