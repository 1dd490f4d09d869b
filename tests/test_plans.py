"""What makes a plan of a number, and how far its cue reaches."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Đội chủ nhà muốn thu về 58 triệu đồng từ vụ chuyển nhượng.", 58e6, "target"),
        ("Ông Ba không muốn bán 3 con trâu.", 3, "flow"),
        ("Ông Ba quyết định bán 3 con trâu.", 3, "flow"),
        ("Người lái xe có thể bị phạt 5 triệu đồng.", 5e6, "target"),
        ("Rửa tay có thể giảm 35% nguy cơ mắc bệnh.", 35, "rate"),
        ("Mỗi kíp lặn phải có 5 người.", 5, "target"),
        ("Hợp tác xã phải bán 3 nhà xưởng để trả nợ.", 3, "flow"),
        ("Tỉnh sẽ nâng kim ngạch từ 5 tỷ đồng lên 6 tỷ đồng.", 5e9, "stock"),
        ("Huyện yêu cầu thực hiện xét nghiệm 2 lần.", 2, "target"),
        ("Huyện yêu cầu làm rõ vụ cháy khiến 12 người chết.", 12, "flow"),
        ("Bà hy vọng sẽ gặp lại mẹ của hai học sinh.", 2, "stock"),
        ("Mỏ sẽ bán 335 tấn so với 15 tấn năm ngoái.", 15, "flow"),
        ("Năm nay, xã phấn đấu bán 9 tấn so với năm ngoái, làm 4 tuyến đường.", 4, "target"),
        ("Đoàn tập luyện cho hội diễn sắp tới, góp mặt trong 4 tiết mục.", 4, "stock"),
        ("Sắp tới, huyện mở rộng bến cá, xây 4 cầu cảng.", 4, "target"),
        ("Tính đến ngày 26/3/2021, huyện có 28 trường đủ điều kiện.", 28, "stock"),
        ("Mưa sẽ kéo dài trong khi 5 xã mất điện.", 5, "flow"),
        ("Các kỹ sư của hai hãng sẽ thử nghiệm máy gặt.", 2, "stock"),
        ("Vận động đều đặn sẽ giảm 30% nguy cơ mắc bệnh.", 30, "rate"),
        ("Hiện nay, một bể cần 80 m3 nước mỗi ngày.", 80, "rate"),
        ("Đội bóng sẽ đá ở sân Hạ, cách đó 55 km.", 55, "stock"),
        ("Xã sẽ mở hội dù 2 thôn từng bất hòa.", 2, "stock"),
        ("Ở cạnh bên phải có 2 nút bấm.", 2, "stock"),
        ("Có 52% số hộ cho biết sẽ trồng chè trong 2 năm tới.", 52, "rate"),
        ("Người mua hàng giữ khoảng cách tối thiểu 2 m.", 2, "target"),
        ("Hợp tác xã kỳ vọng bán 30 tấn chè, nhưng mới đây 4 hộ bỏ học nghề.", 4, "flow"),
        ("Xã sẽ xây cầu mới nhưng 7 hộ chưa nhận tiền đền bù.", 7, "stock"),
        ("Huyện quyết tâm trồng 12 ha rừng.", 12, "target"),
        ("Đội quyết tâm cao, 5 bà con được cứu.", 5, "flow"),
        ("Yêu cầu của người mua rất cao, xã đã bỏ 6 tấn rau.", 6, "flow"),
        ("Góp ý dự thảo luật rừng, hội nêu rõ các quỹ còn dư 2 tỷ đồng.", 2e9, "stock"),
        ("Theo dự thảo, tỉnh lập 3 trạm kiểm lâm.", 3, "target"),
        ("Đất nằm ngoài ranh quy hoạch là của 5 khu phố.", 5, "stock"),
        ("Bãi đất được quy hoạch thành 2 công viên.", 2, "target"),
        ("Theo kế hoạch, năm nay huyện trồng 350 ha rừng.", 350, "target"),
        ("“Tôi sẽ về quê”, ông Ba nói sau khi bán 3 con trâu.", 3, "flow"),
        ("Thuế sẽ cao bằng thuế thép nhập khẩu từ hai nước này.", 2, "stock"),
        ("Huyện yêu cầu lập 9 tổ, xã mới có 2 tổ.", 2, "stock"),
        ("Tỉnh kiến nghị Chính phủ hỗ trợ 200 tỷ đồng.", 200e9, "target"),
        ("Kế hoạch năm 2025 của huyện là trồng 480 ha rừng, 100 cây phân tán.", 100, "target"),
        ("Chủ tịch tỉnh yêu cầu 14 huyện hoàn tất đền bù trước ngày 31/12.", 14, "stock"),
        ("Năm học tới, trường tuyển 90 học sinh.", 90, "target"),
        ("Bà mong Nhà nước cho vay thêm 2 tỷ đồng.", 2e9, "target"),
        ("Cứ 4 hộ thì sẽ có 5 ao cá.", 5, "stock"),
    ],
)
def test_plans_by_their_cue_and_its_reach(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
