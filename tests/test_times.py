"""When a count is true: the period of the clause, the sentence, the one before, the meeting, the lead."""

import pytest

from extractor.facts.time.slots import as_date
from extractor.reading.spans import Period
from tests.reading_facts import count_of, counts_of


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Năm 2023, xã lập 12 tổ.", 12, ("2023-01-01", "2023-12-31")),
        ("Tại thời điểm 30/6, xã có 145 con bò.", 145, ("2024-06-30", "2024-06-30")),
        ("Từ nay đến 31/12, xã sẽ trồng 9 ha rừng.", 9, ("2024-09-06", "2024-12-31")),
        (
            "Nợ của xã đến ngày 30/6 còn 36 tỷ đồng (cuối năm 2023 là 52 tỷ đồng).",
            36e9,
            ("2024-06-30", "2024-06-30"),
        ),
        ("Năm 2010, chị đi học. “Hồi đó, bản có 46 hộ”, chị kể.", 46, ("2010-01-01", "2010-12-31")),
        ("Năm 2021, tổ ra mắt. Ban đầu, tổ có 21 hộ.", 21, ("2021-01-01", "2021-12-31")),
        ("Xã đang duy trì 96 mô hình.", 96, ("2024-09-06", "2024-09-06")),
        ("Tính đến nay, xã đã lập 15 tổ.", 15, (None, "2024-09-06")),
        ("Tính đến ngày 31/7/2024, huyện có 39 tổ.", 39, ("2024-07-31", "2024-07-31")),
        ("Từ đầu năm đến nay, dân báo 317 nguồn tin.", 317, ("2024-01-01", "2024-09-06")),
        ("Số vụ giảm từ 26 vụ năm 2018 xuống 9 vụ năm 2020.", 26, ("2018-01-01", "2018-12-31")),
        ("Năm 2017, thôn lắp 6 camera; tháng 3/2019 lắp thêm 4 camera.", 4, ("2019-03-01", "2019-03-31")),
        ("Đến năm 2025, xã phấn đấu có 40 tổ.", 40, (None, "2025")),
        ("Đến tháng 12/2025, xã phấn đấu còn 40 hộ nghèo.", 40, (None, "2025-12")),
        ("Đến ngày 31/12/2025, xã phấn đấu có 40 tổ.", 40, ("2025-12-31", "2025-12-31")),
        ("Phấn đấu đến hết năm 2025, xã có 40 tổ.", 40, ("2025-12-31", "2025-12-31")),
        ("Đến năm 2025, xã phấn đấu thu nhập bình quân đạt 60 triệu đồng.", 60e6, (None, "2025")),
        ("Đến năm 2025, xã phấn đấu xây dựng 40 tổ.", 40, (None, "2025")),
        ("Xã bắt 5 đối tượng.", 5, None),
        (
            "Trong 8 tháng, xã thu 3 tỷ. Tiền điện hằng tháng bình quân 7.000 đồng/hộ.",
            7e3,
            ("2024-09-06", "2024-09-06"),
        ),
        (
            "Đại hội diễn ra trong 2 ngày 28 và 29/8, 98 đại biểu bầu ban chấp hành.",
            98,
            ("2024-08-28", "2024-08-29"),
        ),
        ("Sau 5 năm thực hiện, xã đã lập 12 tổ.", 12, (None, "2024-09-06")),
        ("Qua 5 năm triển khai, xã đã lập 12 tổ.", 12, ("2019", "2024")),
        ("Qua một năm triển khai, xã đã lập 12 tổ.", 12, (None, "2024-09-06")),
        ("Cuối năm 2022, xã còn 24 hộ nghèo, nay chỉ còn 5 hộ.", 5, ("2024-09-06", "2024-09-06")),
        ("Từ nay đến hết tháng 11, mỗi thôn phải dựng 3 chốt.", 3, ("2024-09-06", "2024-11-30")),
        ("Từ tháng 7 đến tháng 8-2023, huyện mở 3 lớp.", 3, ("2023-07-01", "2023-08-31")),
        ("Tháng đầu năm, xã bắt 5 đối tượng.", 5, ("2024-01-01", "2024-01-31")),
        ("Đến tối nay (6/9), xã đã nhận 22.346 lá thư.", 22346, (None, "2024-09-06")),
        ("Tính đến 30.6, xã có 18 hộ nghèo.", 18, ("2024-06-30", "2024-06-30")),
        ("Tổ thành lập tháng 4/2017 với 27 người, 9 tàu.", 9, ("2017-04-01", "2017-04-30")),
        ("Năm rồi ông lãi 350 triệu đồng.", 350e6, ("2023-01-01", "2023-12-31")),
        (
            "Theo báo cáo, tại lễ giao quân ngày 21/2, huyện đã bàn giao 310 thanh niên.",
            310,
            ("2024-02-21", "2024-02-21"),
        ),
        (
            "Sáng 1/3, xã tổ chức Hội nghị gặp mặt già làng năm 2024 với hơn 60 đại biểu tham dự.",
            60,
            ("2024-03-01", "2024-03-01"),
        ),
        ("Mô hình ra mắt ngày 18/6/2023 đã thu gom được 450 kg phế liệu.", 450, (None, "2024-09-06")),
        ("Thành lập năm 2019, tổ đã giúp dân 320 ngày công.", 320, (None, "2024-09-06")),
        ("Số hộ nghèo giảm từ 74 hộ xuống còn 31 hộ.", 74, None),
        ("Hết quý II, xã có 12 tổ.", 12, ("2024-06-30", "2024-06-30")),
        ("Từ nay đến hết tháng 9, xã sẽ mở 3 lớp.", 3, ("2024-09-06", "2024-09-30")),
        ("Đến ngày 31/12, xã phấn đấu còn 40 hộ nghèo.", 40, ("2024-12-31", "2024-12-31")),
        ("Hè vừa qua, trường sửa 9 phòng học.", 9, None),
        ("Trận lũ ngày 3/9 làm hỏng 2 cầu, 40 nhà.", 40, ("2024-09-03", "2024-09-03")),
        ("Trường có 418 em, nước lũ ngày 3/9 làm hỏng 93 bộ sách và 35 máy.", 35, ("2024-09-03", "2024-09-03")),
        ("Xưởng được xây dựng năm 2016, có 28 công nhân.", 28, ("2024-09-06", "2024-09-06")),
        ("Tổ ra mắt năm 2016, ban đầu có 28 người.", 28, ("2016-01-01", "2016-12-31")),
        ("Trong năm, hội lập 3 tổ, nâng tổng số lên 12 tổ.", 12, ("2024-09-06", "2024-09-06")),
        ("Năm 2019, hội lập 3 tổ, nâng tổng số lên 12 tổ.", 12, ("2019-01-01", "2019-12-31")),
        ("Theo Nghị định 31 năm 2013, xã cấp gạo cho 90 hộ.", 90, None),
        (
            "Kỷ niệm ngày Thương binh - Liệt sĩ, ngày 26/7, xã tặng 40 suất quà.",
            40,
            ("2024-07-26", "2024-07-26"),
        ),
        ("Thời gian qua, xã đã lập 12 tổ.", 12, (None, "2024-09-06")),
        (
            "Theo báo cáo tổng kết năm 2022 và định hướng năm 2023, thu đạt 9 tỷ đồng.",
            9e9,
            ("2022-01-01", "2022-12-31"),
        ),
        (
            "Sau 2 vụ cháy, ông trưởng thôn cho biết 6 tháng đầu năm, thôn bắt 5 đối tượng.",
            5,
            ("2024-01-01", "2024-06-30"),
        ),
        ("Trước đó, khoảng 16h ngày 3/9, tại thôn Đoài, tổ bắt 2 đối tượng.", 2, ("2024-09-03", "2024-09-03")),
        ("Năm 2018, thu nhập đạt 43 triệu đồng, tăng 12% so với năm 2011.", 12, ("2018-01-01", "2018-12-31")),
        ("Từ khi hợp nhất đến nay, tỷ lệ hộ nghèo giảm 9%.", 9, (None, "2024-09-06")),
        ("Trước năm 2016, thôn có 7 hộ nghèo.", 7, (None, "2015-12-31")),
        ("Sau hơn 3 tháng triển khai, 97 hộ đã ký cam kết.", 97, (None, "2024-09-06")),
        ("Huyện chi 12 tỷ đồng và một phần nguồn thu của năm 2019.", 12e9, None),
        ("Năm 2024, bến đò đón 900 lượt khách, tăng 30% so với năm 2023.", 30, ("2024-01-01", "2024-12-31")),
        ("Phát huy kết quả năm 2022, đến ngày 15/8/2024 xã đã xây dựng 37 tổ.", 37, (None, "2024-08-15")),
        ("Qua phân loại quý II/2024, có 289 tổ tốt.", 289, ("2024-04-01", "2024-06-30")),
        ("Trước sắp xếp, 4 xã có 438 tổ.", 438, None),
        ("Dư nợ tăng 31 tỷ đồng so với cuối năm 2023.", 31e9, ("2023-12-31", None)),
        ("Ông trưởng thôn cho biết 6 tháng đầu năm, thôn bắt 5 đối tượng.", 5, ("2024-01-01", "2024-06-30")),
        ("Sáng 6/9, huyện họp bàn việc làng. Xã dự kiến lắp 30 camera.", 30, None),
    ],
)
def test_period_of_a_sentence(text: str, value: float, period: tuple[str | None, str | None] | None) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Năm 2023, xã lập 12 tổ. Ngoài ra, xã trồng 600 cây.", 600, ("2023-01-01", "2023-12-31")),
        ("Giai đoạn 2016-2020, xã xây 9 cầu. Trong 5 năm đó, xã chi 12 tỷ đồng.", 12e9, ("2016", "2020")),
        ("Ngày 31/8, xã còn 9 hộ nghèo. Cũng tại thời điểm này, xã có 40 tổ.", 40, ("2024-08-31", "2024-08-31")),
        ("Tin trong xã\nI. Kết quả năm 2023\nXã lập nhiều tổ. Xã xây 9 cầu.", 9, ("2023-01-01", "2023-12-31")),
        ("Năm 2012, bà về làng. Tháng 5 năm ấy, bà lập 3 tổ.", 3, ("2012-05-01", "2012-05-31")),
        (
            "Tháng 7, đội kiểm tra nhiều nơi. Tang vật gồm:\n- 420 kg nội tạng;\n- 35 thùng bánh.",
            35,
            ("2024-07-01", "2024-07-31"),
        ),
        ("Năm 2023, xã lập 12 tổ. Bình quân mỗi ngày, xã phát sinh 9 tấn rác.", 9, ("2024-09-06", "2024-09-06")),
        ("Ngày 20/6, xã mở giải vật. Giải quy tụ 22 đội.", 22, ("2024-06-20", "2024-06-20")),
        (
            "Tính đến ngày 31/5/2024, xã có 42 hợp tác xã. Cùng thời điểm này, xã bên có 31 hợp tác xã.",
            31,
            ("2024-05-31", "2024-05-31"),
        ),
        (
            "Từ tháng 2 đến tháng 4/2024, hạn hỏng 312 ha lúa. Tháng 5, mưa. Trong ba tháng này, xã đắp 23 đập.",
            23,
            ("2024-02-01", "2024-04-30"),
        ),
        ("Doanh thu năm 2023 đạt 9 tỷ đồng, lãi 2 tỷ đồng.", 2e9, ("2023-01-01", "2023-12-31")),
        ("Toàn tỉnh năm học này có 36.000 học sinh ở 905 trường.", 905, ("2024", "2025")),
        (
            "Kế hoạch năm 2024 của xã đề ra: trồng 90 ha; cấp mới 120 giấy chứng nhận.",
            120,
            ("2024-01-01", "2024-12-31"),
        ),
        ("Năm 2023, xã xây 9 cầu.\n\nXã cũng lắp 64 biển báo.", 64, ("2023-01-01", "2023-12-31")),
        (
            "Ngày 3/9, tòa án huyện xét xử An. Đêm 11/1, An trộm 2 con chó. HĐXX tuyên phạt An 4 năm tù.",
            4,
            ("2024-09-03", "2024-09-03"),
        ),
        ("Ngày 3/9, công an bắt 2 đối tượng. Mở rộng điều tra, công an bắt thêm 5 đối tượng.", 5, None),
        (
            "Sáng 5/9, xã tổ chức lễ phát động trồng cây. Ngay sau lễ phát động, các đại biểu trồng 320 cây.",
            320,
            ("2024-09-05", "2024-09-05"),
        ),
        ("Năm 2005, ông trồng bưởi. Ít lâu sau, ông nuôi 9 con bò.", 9, ("2024-09-06", "2024-09-06")),
        ("Năm 2005, ông trồng bưởi. Ba năm sau, vườn cho 3 tấn quả.", 3, ("2008-01-01", "2008-12-31")),
        ("Ngày 3/9, xã bắt 2 đối tượng. Hai ngày sau, xã bắt 5 đối tượng.", 5, ("2024-09-05", "2024-09-05")),
        ("Tháng 5/2023, xã mở 3 lớp. Hai tháng sau đó, xã mở 4 lớp.", 4, ("2023-07-01", "2023-07-31")),
        ("Vụ đông xuân 2023-2024, xã thu 900 tấn lúa. Vụ hè thu này, xã gặt 190 ha.", 190, None),
        ("Niên vụ 2023-2024 được mùa. Niên vụ này, xã xảy ra 2 vụ trộm.", 2, ("2023", "2024")),
        ("Niên vụ 2023-2024 được mùa. Niên vụ trước, xã xảy ra 11 vụ trộm.", 11, ("2022", "2023")),
        ("Năm 2019, tôi phá 7 công mía. Giờ còn lại 5 công mía.", 5, ("2024-09-06", "2024-09-06")),
        ("4 tháng sau sáp nhập, xã có 9 tổ.", 9, ("2024-09-06", "2024-09-06")),
        ("Năm 2021, xã tiêm 90 liều. Mỗi liều giá 25.000 đồng.", 25e3, ("2024-09-06", "2024-09-06")),
        ("Kho của tôi trước đây chỉ có 4 bình chữa cháy.", 4, None),
        ("Đến ngày 15/8, xã đã xóa 118 nhà tạm; mức hỗ trợ là 60 triệu đồng/nhà.", 60e6, (None, "2024-08-15")),
        (
            "Ngày 5/1, huyện tổng kết công tác năm 2023.\n\nCông tác tuyên truyền được quan tâm: tổ chức 138 buổi.",
            138,
            ("2023-01-01", "2023-12-31"),
        ),
        (
            "Ngày 12/8, xã tổng kết công tác hè năm 2024. Từ ngày 3/6 đến 10/8, trời mưa.\n\nXã xây 34 cầu.",
            34,
            ("2024-06-03", "2024-08-10"),
        ),
        (
            "Việc làm ngày Chủ nhật\nSáng 7/6, đoàn viên ra quân, thu gom 6 tấn rác.",
            6,
            ("2024-06-07", "2024-06-07"),
        ),
        ("Tại thời điểm 31/8/2024, xã có 512 hộ nghèo. Thôn Hạ còn 29 hộ.", 29, ("2024-08-31", "2024-08-31")),
        ("Đến ngày 31/8, xã có 34 hợp tác xã, đang quản lý 90 ha.", 90, ("2024-08-31", "2024-08-31")),
        ("Năm 2016, xã mở 3 lớp. Khoảng 95% hộ dùng nước sạch.", 95, ("2024-09-06", "2024-09-06")),
        ("Năm 2016, xã mở 3 lớp. Khi đó, 35% hộ dùng nước sạch.", 35, ("2016-01-01", "2016-12-31")),
        ("Chi cục hiện có 91 người, tăng 7 người so với cùng kỳ.", 7, ("2024-09-06", "2024-09-06")),
        (
            "Năm 2023, thu ngân sách đạt mức kỷ lục từ trước đến nay với 35 tỷ đồng.",
            35e9,
            ("2023-01-01", "2023-12-31"),
        ),
        (
            "Từ ngày 5/1 đến 31/1, xã ra quân.\n\nTiêu hủy trong đợt gồm:\n- 420 kg nội tạng;\n- 40 con gà.",
            420,
            ("2024-01-05", "2024-01-31"),
        ),
        ("Trong 8 tháng, huyện trồng 900 ha rừng.", 900, ("2024-01-01", "2024-08-31")),
        ("Dự án kéo dài trong 8 tháng, trồng 900 ha rừng.", 900, None),
        ("Nhiệm kỳ 2020-2025, xã xây 9 cầu. Nhiệm kỳ tới, xã phấn đấu xây 12 cầu.", 12, ("2025", "2030")),
        ("Lễ hội năm 2024 đã mở. Hằng năm, lễ hội thu hút 20.000 lượt khách.", 20000, None),
        ("Toàn huyện hiện có 4.000 ha quế; mỗi năm bán 6.000 tấn vỏ.", 6000, None),
        (
            "Ngày 9/1, huyện tổng kết công tác Hội và phong trào nông dân năm 2023.\n\nCác cấp hội giúp 320 hộ.",
            320,
            ("2023-01-01", "2023-12-31"),
        ),
        ("Tính đến ngày bầu cử 15/3, xã có 3.150 cử tri.", 3150, ("2024-03-15", "2024-03-15")),
        ("Giai đoạn 2012-2016, xã xây 9 cầu. Năm 2015, mưa. Giai đoạn này, xã mở 48 lớp.", 48, ("2012", "2016")),
        (
            "Từ ngày 15/12/2023 đến 14/3/2024, có 17 vụ. Về ma túy, trong cùng thời gian, xã bắt 13 đối tượng.",
            13,
            ("2023-12-15", "2024-03-14"),
        ),
        (
            "Từ ngày 12/3, khi dịch đến xã, đến hết ngày 30/6, dịch lan rộng. Trong thời gian này, cấp 90 tấn vôi.",
            90,
            ("2024-03-12", "2024-06-30"),
        ),
        ("Kết quả trong năm 2023:\n\n- Lập 12 tổ.\n- Trồng 600 cây.", 600, ("2023-01-01", "2023-12-31")),
        ("Kết quả năm 2023:\n+ Lập 12 tổ.\nĐầu tháng này, xã họp.\n- Trồng 600 cây.", 600, None),
        (
            "Sơ kết 6 tháng đầu năm (từ ngày 1/12/2023 đến ngày 31/5/2024).\nTrong 6 tháng đầu năm, tòa xử 40 vụ.",
            40,
            ("2023-12-01", "2024-05-31"),
        ),
        ("Năm 2023, xã lập 12 tổ.\nNgoài ra, xã trồng 600 cây.", 600, ("2023-01-01", "2023-12-31")),
        ("Năm 2023, xã lập 12 tổ.\nDân trồng 600 cây.", 600, ("2023-01-01", "2023-12-31")),
        ("Xã họp. Dân đến dự. Chủ tịch xã nói.\nNăm 2023, xã lập 12 tổ.\nDân trồng 600 cây.", 600, None),
        ("Năm 2024, xã lập 12 tổ. Dân trồng 600 cây.", 600, ("2024-01-01", "2024-12-31")),
        ("Năm 2021, xã lập 12 tổ. Xã có 9 thôn.", 9, ("2024-09-06", "2024-09-06")),
        ("Năm 2023, xã lập 12 tổ. Trạm đang chăm sóc 30 người.", 30, ("2024-09-06", "2024-09-06")),
        ("Sáng 3/9, xã họp. Tại hội nghị, ông trưởng thôn cho biết đã vận động 40 hộ dân.", 40, None),
        ("Sáng 3/9, xã họp. Tại hội nghị, đoàn trao 40 suất quà.", 40, ("2024-09-03", "2024-09-03")),
        (
            "Đại hội đại biểu lần thứ IX, nhiệm kỳ 2024-2029, họp ở huyện với 2 phiên. Đoàn thu 40 phiếu.",
            40,
            None,
        ),
        ("Năm 2023, xã lập 12 tổ. Hưởng ứng, bà lắp 2 camera.", 2, None),
        ("Hiện nay xã có 9 tổ. Bà lắp 2 camera.", 2, None),
        ("Xã có 2 lễ hội: đình Đông (năm 2019), đình Đoài (năm 2020). Dân trồng 600 cây.", 600, None),
        (
            "Xã họp. Dân dự. Chủ tịch nói. Năm 2023, xã lập 12 tổ. Ông Tám đã dọn đường. Dân trồng 600 cây.",
            600,
            None,
        ),
        ("Năm 2023, xã lập 12 tổ. Thôn lập 3 tổ. Dân trồng 600 cây.", 600, ("2023-01-01", "2023-12-31")),
        (
            "Sáng 24/6, huyện tổ chức hội nghị.\nNhân dịp này, đoàn trao 20 suất quà.",
            20,
            ("2024-06-24", "2024-06-24"),
        ),
        ("Sáng 24/6, huyện họp. Toàn huyện có 97 tổ.", 97, ("2024-09-06", "2024-09-06")),
        ("Mưa lũ từ ngày 16 đến 22/8 gây ngập nặng.\nLũ làm sập 412 nhà.", 412, ("2024-08-16", "2024-08-22")),
    ],
)
def test_period_that_a_sentence_inherits(text: str, value: float, period: tuple[str, str] | None) -> None:
    assert count_of(text, value).period == period


def test_a_table_takes_the_time_of_its_caption() -> None:
    table = (
        "Hộ nghèo (đến ngày 30/6/2024):\n| Xã | Số hộ | Tỷ lệ (%) |\n|---|---|---|\n| Tân Lập | 1.512 | 6,48 |\n"
    )
    facts = counts_of(f"Huyện rà soát hộ nghèo.\n{table}")
    assert [(fact.what, fact.category) for fact in facts] == [("hộ", "household"), ("%", "percent")]
    assert {fact.period for fact in facts} == {("2024-06-30", "2024-06-30")}


def test_a_share_speaks_of_the_time_of_its_base() -> None:
    facts = counts_of("Đến ngày 30/6/2024, huyện có 12.934 hộ nghèo, chiếm 31,3%.")
    assert facts[1].period == facts[0].period == ("2024-06-30", "2024-06-30")


def test_without_a_publication_date_what_exists_has_no_time() -> None:
    assert count_of("Xã đang duy trì 96 mô hình.", 96, published=None).period is None


@pytest.mark.parametrize(
    ("rule", "date"), [("month", "2013-07"), ("year", "2013"), ("day month year", "2013-07-01")]
)
def test_what_began_is_dated_as_precisely_as_it_was_told(rule: str, date: str) -> None:
    assert as_date(Period(0, 8, "2013-07-01", None, "since", rule)) == date


def test_a_report_is_of_the_time_its_headline_tells() -> None:
    text = "UBND xã báo cáo như sau:\n\n1. Kinh tế\n- Trồng mới 74 ha ngô.\n\n2. An ninh\n- Bắt 5 đối tượng."
    found = counts_of(text, title="Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2024 của xã Mẫu")
    assert [count.period for count in found if count.value in (74, 5)] == [("2024-01-01", "2024-06-30")] * 2


def test_what_was_so_at_first_is_not_told_of_today() -> None:
    text = "Anh Mẫu bắt đầu với 20 đàn ong.\n\nLập năm 2016 với 12 thành viên, tổ nuôi ong nay đã có 46 thành viên."
    found = {count.value: count.period for count in counts_of(text, title="Nuôi ong")}
    assert found[20] is None and found[46] is not None and found[46][0] != "2016-01-01"


def test_a_year_long_past_is_a_story_s() -> None:
    for year, period in ((1992, None), (2023, ("2023-01-01", "2023-12-31"))):
        text = f"Năm {year}, anh Mẫu trồng 40 gốc bưởi.\n\nTrang trại bán 90 tấn quả."
        found = [count.period for count in counts_of(text, title="Làm giàu từ bưởi") if count.value == 90]
        assert found == [period], year


def test_a_year_that_goes_on_is_no_time_of_what_a_review_tells() -> None:
    text = "Sáng 6/9, xã sơ kết hoạt động các mô hình năm 2024.\n\nNhân dân đã cung cấp 900 nguồn tin."
    assert [count.period for count in counts_of(text) if count.value == 900] == [None]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        # Times go on, but those without an end only from figures.
        ("Năm 2018, xã có 9 vụ trộm. Công an bắt 12 người.", 12, ("2018-01-01", "2018-12-31")),
        ("Năm 2018, anh về quê lập nghiệp. Anh vay 200 triệu đồng.", 200e6, ("2018-01-01", "2018-12-31")),
        ("Chị chuyển nhà từ năm 2014. Chị bán 12 con bò.", 12, None),
        ("Chợ ra đời năm 1992. Chợ có 48 gian hàng.", 48, None),
        ("Năm 2015, anh trồng 200 gốc hồng. Vụ này, vườn bán 90 triệu đồng.", 90e6, None),
        ("Năm 2007, thầy mới về trường. Khi đó, trường có 8 lớp.", 8, ("2007-01-01", "2007-12-31")),
        ("Anh bắt đầu với 20 đàn ong.", 20, None),
        ("Chị lập gia đình cuối năm 2015. Chị bán 12 con bò.", 12, None),
        ("Năm 2018, xã có 9 vụ trộm. Ông An cho biết nhà ông lắp 4 camera.", 4, None),
        ("Năm 2018, xã có 9 vụ trộm. Ông An từng lắp 4 camera.", 4, None),
        ("Đêm 5/3/2018, An lấy 2 xe máy. HĐXX tuyên phạt An 9 năm tù.", 9, None),
        ("Ngày 5/3/2018, tòa xử An về 2 vụ trộm. HĐXX tuyên phạt An 9 năm tù.", 9, ("2018-03-05", "2018-03-05")),
        # Nor does a plan's time, or any to a time of the sentence's own.
        ("Dự báo đến năm 2030, tỉnh có 90 nhà máy. Xã Đông lập 12 tổ.", 12, None),
        ("Năm 2018 sẽ sáp nhập 9 thôn. Xã lập 12 tổ.", 12, None),
        ("Năm 2018, xã thu 9 tỷ đồng. Riêng tháng 12, xã thu 2 tỷ đồng.", 2e9, None),
        ("Năm 2018, xã thu 9 tỷ đồng. Chiều 12/2, xã thu 2 tỷ đồng.", 2e9, None),
        ("Năm 2018, xã mua 9 máy. Máy nặng hơn máy cũ, có màn hình 12 inch.", 12, None),
    ],
)
def test_period_that_a_sentence_of_an_undated_article_inherits(
    text: str, value: float, period: tuple[str, str] | None
) -> None:
    assert count_of(text, value, published=None).period == period


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Từ ngày 14/12 đến 16/12/2018, giải thu hút 9 đội.", 9, ("2018-12-14", "2018-12-16")),
        ("Từ 2012 đến 2018 tai nạn giảm 300 vụ.", 300, ("2012-01-01", "2018-12-31")),
        ("Mãi đến năm 2007, chị mua 3 con bò.", 3, ("2007-01-01", "2007-12-31")),
        ("Trước năm 2008, mức chiết khấu là 21%.", 21, (None, "2007-12-31")),
        ("Đỉnh lũ đạt 5 m, mức cao nhất kể từ năm 1979.", 5, None),
        ("Ngày 17/4/2018, ông An cho biết xã thu hoạch 15 tấn vải.", 15, None),
        ("Xã có 9 tổ ở thôn Đông (7/2018) và lập 2 tổ ở thôn Tây.", 2, None),
        ("Giá vé tăng 20.000 đồng so với giá hồi tháng 8/2017.", 20000, None),
        ("Năm 2015, huyện có 9 vụ, và chỉ riêng năm 2017, huyện có 23 vụ.", 23, ("2017-01-01", "2017-12-31")),
    ],
)
def test_period_in_an_undated_article(text: str, value: float, period: tuple[str | None, str] | None) -> None:
    assert count_of(text, value, published=None).period == period


def test_one_night_of_a_flood_goes_on_before_all_its_days() -> None:
    flood = "Từ ngày 7 đến 10/9, mưa lũ làm sập 62 nhà ở huyện. Trong đợt mưa lũ này, 340 con lợn bị cuốn trôi."
    night = "Đêm 9/9, lũ cuốn nhà chị Hoa. Nhà chị mất 2 con trâu."
    text = f"{flood}\n\n{night}"
    assert count_of(text, 2, published="2024-09-12").period == ("2024-09-09", "2024-09-09")
    assert count_of(text, 340, published="2024-09-12").period == ("2024-09-07", "2024-09-10")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Chợ mở từ ngày 1/7. Từ ngày đó đến 31/8, chợ đón 900 lượt khách.", ("2024-07-01", "2024-08-31")),
        (
            "Chợ mở từ ngày 1/7. Từ đó đến 31/8, chợ thu 9 tỷ đồng. Cũng trong thời gian này, chợ đón 9 đoàn.",
            ("2024-07-01", "2024-08-31"),
        ),
        (
            "Đợt rét từ ngày 2 đến 8/3 làm 4 con bò chết. Từ 20 đến 25/2, xã che 9 chuồng. Cũng trong đợt rét này,"
            " huyện mất 30 con trâu.",
            ("2024-03-02", "2024-03-08"),
        ),
        ("Đến năm 2016, tổ có 15 người. Năm đó, hội tặng tổ 2 máy.", ("2016-01-01", "2016-12-31")),
        ("Năm 2005, ông nghỉ hưu. Một năm sau, lớp học của ông đón 40 em.", ("2006-01-01", "2006-12-31")),
        (
            "6 tháng đầu năm 2024, xã vượt khó.\n\nĐến cuối tháng 6, xã còn 90 hộ nghèo. Xã trao 900 suất quà.",
            ("2024-01-01", "2024-06-30"),
        ),
        ("Năm 2009, ông lập tổ. Ngày ấy, cả tổ chỉ có 5 ha dứa.", ("2009-01-01", "2009-12-31")),
        (
            "Kết quả 6 tháng đầu năm 2024\n\nTại thời điểm 30/6, xã có 90 con bò. Trong kỳ, xã bắt 8 vụ trộm.",
            ("2024-01-01", "2024-06-30"),
        ),
    ],
)
def test_stretches_taken_up(text: str, period: tuple[str, str]) -> None:
    assert counts_of(text)[-1].period == period
