"""What holds whatever the verb tells: wages, legal fines, children, loads, and plans told at length."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Xưởng tuyển 30 thợ, lương khoảng 7 triệu đồng.", 7e6, "rate"),
        ("Tháng trước, chị lĩnh 8,2 triệu đồng tiền lương.", 8.2e6, "rate"),
        ("Công ty nợ lương 640 triệu đồng.", 640e6, "stock"),
        ("Theo nghị định, tài xế uống rượu bị phạt 40 triệu đồng.", 40e6, "rate"),
        ("Hôm qua, ông bị phạt 40 triệu đồng.", 40e6, "flow"),
        ("Chị gửi tiền về nuôi 2 con ăn học.", 2, "stock"),
        ("Bến mới cho xà lan 90 tấn cập vào.", 90, "stock"),
        ("Hiện anh nuôi 90 con dê, trồng 2 ha cỏ voi.", 2, "stock"),
        ("Hộ anh Pản trồng 3 ha mận.", 3, "stock"),
        ("Năm 2019, hộ anh Pản trồng 3 ha mận.", 3, "flow"),
        ("Hiện 640 người đang điều trị, 25 ca nặng phải thở máy.", 25, "stock"),
        ("Tổ bầu cử mang 2 hòm phiếu phụ đến nhà cụ Tư.", 2, "flow"),
        ("Chiếc thuyền được tìm thấy cách đó 3 km.", 3, "stock"),
        ("Huyện đã chi 6 tỷ đồng, còn thiếu 4 tỷ đồng.", 4e9, "stock"),
        ("Cảnh sát điều 14 xe chữa cháy và 95 chiến sĩ đến.", 14, "flow"),
        ("Cảnh sát điều 14 xe chữa cháy và 95 chiến sĩ đến.", 95, "flow"),
        ("Quỹ của hội đang cho 160 hộ vay.", 160, "stock"),
        ("Năm 2019, nhóm này cho 142 người vay.", 142, "flow"),
        ("Có cháy lớn. 8 hộ sống cạnh kho phải sơ tán.", 8, "flow"),
        ("Con đường do 71 hộ góp đất.", 71, "flow"),
        ("Từ đầu đợt dịch, huyện có 90 ca, 60 người đã khỏi.", 60, "flow"),
        ("Mỗi lớp có 40 em, vượt quy định 5 em.", 5, "rate"),
        ("Mỗi xã có 5 tổ, huyện lắp 30 camera.", 30, "flow"),
        ("Năm 2022, tỉnh tiêu hủy 900 con lợn. Nhiều nhất là xã Hạ 400 con, kế đến là xã Lang 80 con.", 80, "flow"),
        ("Bệnh nhân sẽ cần bình oxy 21 lít.", 21, "stock"),
        ("Đội khách được hưởng 2 quả phạt góc.", 2, "flow"),
        ("Xã Hạ thu 2 tỷ đồng, còn ba xã kia đều thu 3 tỷ đồng.", 3e9, "flow"),
        ("Hôm qua, đội nhà mắc tới 21 lỗi.", 21, "flow"),
        ("Vợ chồng ông Ba sinh 4 người con.", 4, "flow"),
        ("Khi hoàn thành, cây cầu rút ngắn 20 km.", 20, "target"),
    ],
)  # fmt: skip
def test_standing(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
