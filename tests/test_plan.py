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


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("“Từ nay đến 30/9, xã xây 11 cầu. Dọc đường, xã gắn thêm 150 trụ đèn”, ông An nói.", 150, "target"),
        ("Năm 2025, huyện trồng 90 ha rừng. Riêng vùng cát trồng 14 ha phi lao.", 14, "target"),
        ("Từ nay đến cuối năm, trường mở 3 lớp. Mỗi lớp dạy 20 em.", 20, "target"),
        ("Từ nay đến cuối năm, trường mở 3 lớp. Hiện xã có 20 thầy cô.", 20, "stock"),
        ("Từ nay đến cuối năm, trường mở 3 lớp. Năm 2023, trường đã mở 20 lớp.", 20, "flow"),
        ("Từ nay đến cuối năm, trường mở 3 lớp.\n\nXã tặng trường 20 bộ máy tính.", 20, "flow"),
        ("- Mục tiêu sắp tới là gì, thưa bà?\n\n- Không quá 100 em bỏ học. Mở thêm 3 bếp ăn.", 3, "target"),
        ("PV: Để giữ khách, huyện tính gì?\n\nÔng An: Huyện mở 2 tuyến đi bộ.", 2, "target"),
        (
            "- Mục tiêu sắp tới là gì?\n\n- Mở 3 bếp ăn.\n\n- Thầy cô thì sao?\n\n- Trường cử 96 lượt giáo viên.",
            96,
            "flow",
        ),
        ("- Mục tiêu sắp tới là gì?\n\n- Khó nói. Đến nay đã mở 3 bếp ăn.", 3, "flow"),
    ],
)
def test_what_lies_ahead_goes_on(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (
            "“Từ nay đến 30/9, xã xây 11 cầu. Dọc đường, xã gắn thêm 150 trụ đèn”.",
            150,
            ("2024-09-06", "2024-09-30"),
        ),
        ("- Năm học tới, bà đặt mục tiêu gì?\n\n- Mở thêm 3 bếp ăn.", 3, ("2025", "2026")),
    ],
)
def test_what_lies_ahead_has_its_time(text: str, value: float, period: tuple[str, str]) -> None:
    assert count_of(text, value).period == period
