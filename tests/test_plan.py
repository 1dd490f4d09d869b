"""A plan that an article is about hands its status on until the text tells of today."""

import pytest

from tests.reading_facts import count_of

MERGER = "Sở Nội vụ vừa trình UBND tỉnh đề án sắp xếp xã. "
DRAFT = "Bộ Lao động đề xuất gói hỗ trợ người mất việc. "
BRIDGE = "HĐND tỉnh vừa thông qua chủ trương đầu tư cầu Bến Mới. "
AIMS = "Đại hội đề ra 9 chỉ tiêu nhiệm kỳ tới, như: trồng 400 cây; "


@pytest.mark.parametrize(
    ("behind", "value", "aspect"),
    [
        ("Huyện xây dựng 4 khu chợ.", 4, "target"),
        ("Huyện đã xây dựng 4 khu chợ.", 4, "flow"),
        ("Hiện huyện có 9 chợ cũ.", 9, "stock"),
        ("Đề án cần nhiều vốn. Xã hỗ trợ 120 hộ.", 120, "target"),
        ("Chợ cũ đã xuống cấp. Xã hỗ trợ 120 hộ.", 120, "flow"),
    ],
)
def test_approved_plan(behind: str, value: float, aspect: str) -> None:
    approved = "Hội đồng nhân dân huyện Hạ vừa thông qua đề án phát triển chợ. "
    assert count_of(approved + behind, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        (MERGER + "Theo đó, 38 xã được nhập thành 17 xã mới.", 17, "target"),
        (MERGER + "Số cán bộ dôi dư là 412 người.", 412, "target"),
        (MERGER + "Toàn tỉnh có 199 xã.", 199, "stock"),
        (MERGER + "Hiện có 64 xã chưa đủ chuẩn. Ngân sách chi 8 tỷ đồng.", 8e9, "flow"),
        (MERGER + "Hiện còn 64 xã chưa đủ chuẩn. Sau sắp xếp, tỉnh còn 178 xã.", 178, "target"),
        (MERGER + "Năm 2023, tỉnh tinh giản 64 biên chế.", 64, "flow"),
        (DRAFT + "Lao động mất việc được nhận 2 triệu đồng/người/tháng.", 2e6, "target"),
        (BRIDGE + "Cầu dài 620 m, có 4 làn xe.", 4, "target"),
        (BRIDGE + "Cầu dài 620 m, thay cầu tạm hiện có 3 nhịp.", 3, "stock"),
        (DRAFT + "Mức hiện hành là 1 triệu đồng/người/tháng.", 1e6, "rate"),
        (AIMS + "90% cơ sở vững mạnh. Xây 20 nhà nhân ái.", 20, "target"),
        (AIMS + "90% cơ sở vững mạnh. Đại hội bầu 27 ủy viên.", 27, "flow"),
        ("Hội đạt và vượt 9 chỉ tiêu đề ra, như: trồng 400 cây.", 400, "flow"),
        ("Huyện dự kiến sáp nhập các bản. Bà con đồng tình. Sau sáp nhập, huyện còn 101 bản.", 101, "target"),
        ("Xã họp dân. Sau sáp nhập, xã có 9 thôn.", 9, "stock"),
        ("Thuế thay đổi. Theo tờ trình, doanh nghiệp nộp chậm 300 tỷ đồng.", 300e9, "target"),
        ("Trong quá trình thực hiện dự án, huyện di dời 40 hộ.", 40, "flow"),
        ("Năm 2019, huyện trình đề án phát triển chợ. Xã thu hồi 6 ha đất.", 6, "flow"),
    ],
)
def test_what_a_plan_holds(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
