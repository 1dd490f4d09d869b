"""Times that point to one told before: quý này, năm sau, trong hai ngày, trước đó hai hôm."""

import pytest

from tests.test_dates import periods

SPRING = ("2024-01-01", "2024-03-31")
FEAST = ("2024-03-03", "2024-03-04")
HALF = ("2024-01-01", "2024-06-30")
TERM = ("2018", "2023")


def last_told(text: str, published: str | None = "2024-09-06") -> tuple[str | None, str | None]:
    found = periods(text, published)[-1]
    return found.first, found.last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý I, xã khánh thành 3 cầu. Tính chung quý này, xã chi 2 tỷ đồng.", SPRING),
        ("Xã báo cáo kết quả quý I/2024. Thu ngân sách quý này đạt 9 tỷ đồng.", SPRING),
        ("Trong quý này, xã xây 3 cầu.", ("2024-07-01", "2024-09-30")),
        ("Năm 2013, tổ có 9 người. Năm sau, tổ có 12 người.", ("2014-01-01", "2014-12-31")),
        ("Tháng 5/2013, tổ ra mắt. Năm sau, tổ có 12 người.", ("2014-01-01", "2014-12-31")),
        ("Năm 2013, tổ có 9 người. Năm trước đó, tổ có 5 người.", ("2012-01-01", "2012-12-31")),
        ("Năm sau, tổ có 12 người.", ("2025-01-01", "2025-12-31")),
        ("Sang năm, tổ sẽ mua 2 máy gặt.", ("2025-01-01", "2025-12-31")),
        ("Hội mở trong hai ngày 3 và 4/3. Trong hai ngày hội, xã đón 900 khách.", FEAST),
        ("Hội mở từ ngày 3 đến 4/3. Ban tổ chức thu cả hai ngày hơn 9 tỷ đồng.", FEAST),
        ("Hội mở ngày 3 và 4/3. Suốt hai ngày, công an trực 9 chốt.", FEAST),
        ("Hội mở ngày 3 và 4/3. Trong ba ngày, công an trực 9 chốt.", (None, None)),
        ("6 tháng đầu năm, xã thu 9 tỷ đồng. An ninh: 6 tháng xảy ra 5 vụ.", HALF),
        ("Huyện sơ kết 6 tháng đầu năm. Hết tháng 6, thu 9 tỷ đồng. Giao thông 6 tháng làm 9 km.", HALF),
        ("Xã bàn nhiệm vụ 6 tháng đầu năm và 6 tháng cuối năm. Về đường, 6 tháng làm 9 km.", HALF),
        ("Ngày 14/3, công an bắt 9 người. Trước đó hai hôm, tổ tuần tra giữ 2 xe.", ("2024-03-12", "2024-03-12")),
        ("Ngày 14/3, công an bắt 9 người. Hai ngày trước đó, tổ giữ 2 xe.", ("2024-03-12", "2024-03-12")),
        ("Giai đoạn 2018-2023, hội đi xa. Năm 2020, lãi 9 tỷ. Cùng giai đoạn, quỹ có 5 tỷ đồng.", TERM),
        ("Nhìn lại giai đoạn 2018-2023, hội đi xa. Trong 5 năm, hội xóa 63 nhà tạm.", TERM),
        ("Trong 5 năm, hội xóa 63 nhà tạm.", (None, None)),
        ("Ngày 9/8, An sa lưới. Từ ngày 2/5 đến khi bị bắt, An lấy 12 con bò.", ("2024-05-02", "2024-08-09")),
        (
            "Trưa 9/8, An bị giữ. An khai từ 2/5 đến lúc bị phát hiện đã lấy 12 con bò.",
            ("2024-05-02", "2024-08-09"),
        ),
        ("Từ ngày 2/5 đến khi bị bắt, An lấy 12 con bò.", ("2024-05-02", None)),
        ("Thu tăng 9% so với năm 2018. Trong năm, dịch xảy ra tại 7 xã.", ("2024-01-01", "2024-12-31")),
    ],
)
def test_a_time_points_to_one_told_before(text: str, expected: tuple[str | None, str | None]) -> None:
    assert last_told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "6 tháng đầu năm, xã thu 9 tỷ đồng. Bảy bị phạt 6 tháng tù.",
        "6 tháng đầu năm, xã thu 9 tỷ đồng. Cháu bé được 6 tháng tuổi.",
        "6 tháng đầu năm, xã thu 9 tỷ đồng. Sau 6 tháng học nghề, các em đi làm.",
    ],
)
def test_other_months_are_a_length(text: str) -> None:
    assert len(periods(text)) <= 1 or periods(text)[-1].rule != "same months"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nửa đầu tháng 7, xã tiêm 900 liều.", "2024-07-01", "2024-07-15"),
        ("Nửa cuối tháng 2, xã tiêm 900 liều.", "2024-02-16", "2024-02-29"),
        ("Trung tuần tháng trước, nước rút.", "2024-08-11", "2024-08-20"),
        ("Hạ tuần tháng 6/2023, nước rút.", "2023-06-21", "2023-06-30"),
        ("Tuần từ 2-9 đến 8-9 có thêm 31 ca.", "2024-09-02", "2024-09-08"),
        ("Số ca mắc từ 1-1 đến 8-9-2019 theo xã", "2019-01-01", "2019-09-08"),
        ("Vụ lúa đông xuân 2022 - 2023 xã gieo 90 ha.", "2022", "2023"),
        ("Trong tháng 10, xã sẽ xây 3 cầu.", "2024-10-01", "2024-10-31"),
        ("Ngày 5/11, xã sẽ khởi công cầu.", "2024-11-05", "2024-11-05"),
        ("Tháng 10, xã xây 3 cầu.", "2023-10-01", "2023-10-31"),
    ],
)
def test_a_part_or_a_stretch_of_days(text: str, first: str, last: str) -> None:
    assert last_told(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Cuối năm 2018 tụt còn 9 hộ, nay 41 hộ.",
        "Hộ nghèo năm 2021 còn 9,8%, nay 4,6%.",
        "Ban đầu tổ có 12 thành viên, giờ lên 29.",
        "Năm 2014 bản có 4 nhà, giờ 12 nhà.",
    ],
)
def test_nay_and_gio_before_a_number_are_now(text: str) -> None:
    assert periods(text)[-1].form == "now"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuối 2018, xưởng có 12 thợ.", ("2018-12-31", "2018-12-31")),
        ("Xưởng tuyển 9 thợ đầu 2019.", ("2019-01-01", "2019-01-01")),
        ("Hãng sẽ bán 3 mẫu xe vào 2020.", ("2020-01-01", "2020-12-31")),
        ("Trong năm tài chính 2018, hãng lãi 3 tỷ đồng.", ("2018-01-01", "2018-12-31")),
        ("Trong vòng 10 năm qua, tức giai đoạn 2009-2019, giá tăng 4 lần.", ("2009", "2019")),
        ("Quý IV năm 2017, hãng lãi 8 tỷ đồng. Lũy kế cả năm, hãng lãi 29 tỷ.", ("2017-01-01", "2017-12-31")),
        ("Quý 2/2019, hãng lãi 5 tỷ đồng. Lũy kế 6 tháng, hãng lãi 9 tỷ đồng.", ("2019-01-01", "2019-06-30")),
        ("Ngày 5/3/2017, An lấy 2 xe. Ngày 9/4, An đến chợ. Tối cùng ngày, An lấy 3 xe.", (None, None)),
    ],
)
def test_years_without_their_word_and_sums_of_a_year(text: str, expected: tuple[str | None, str | None]) -> None:
    assert last_told(text, None) == expected


@pytest.mark.parametrize("text", ["Hãng chi 9 tỷ đồng cổ tức đợt 1/2019.", "Hoa Mai đứng đầu 2019 ngôi nhà."])
def test_a_round_and_a_rank_are_no_time(text: str) -> None:
    assert periods(text, None) == ()
