"""Where crimes, trials, the hurt and the country's figures are, though units of others are named on the way."""

import pytest

from extractor.records import Path
from tests.reading_facts import counts_of

CRIME = (
    "Công an tỉnh Hà Giang cho biết vừa bắt Bùi Văn Mẫu (SN 1990, trú huyện Bắc Quang) để điều tra hành vi giết "
    "người. Khoảng 22 giờ đêm 5/6, tại xã Tân Bắc, huyện Quang Bình, Mẫu dùng dao đâm chết hàng xóm rồi bỏ trốn. "
)
TRIAL = (
    "Sáng 5/6, TAND tỉnh Hà Giang đưa bị cáo Bùi Văn Mẫu ra xét xử. Theo cáo trạng, tháng 3 Mẫu thuê trọ ở xã Tân "
    "Bắc, huyện Quang Bình và lấy trộm xe ở đó. "
)
COURT = (
    "Sáng nay, phiên tòa xét xử vụ án 8 bệnh nhân tử vong ở bệnh viện tỉnh Hà Giang tiếp tục phần hỏi. "
    "HĐXX cho các bị cáo đối chất. Bị cáo Mẫu khai không ký giấy nào. Chủ tọa hỏi lại nhiều lần. "
    "Bị cáo Bảy khai giấy lập sau. Nguyên nhân đang được xem xét. Việc lọc nước do một công ty làm. "
)
DISTRICT = "Sáng 5/6, UBND huyện Quang Bình (Hà Giang) họp bàn chống dịch. "
HOST = ("Hà Giang", "Quang Bình")
COMMUNE = (*HOST, "Tân Bắc")


@pytest.mark.parametrize(
    ("lead", "sentence", "value", "expected"),
    [
        (CRIME, "Công an huyện Quang Bình cho biết đã triệu tập 7 đối tượng.", 7, COMMUNE),
        (CRIME, "Viện kiểm sát huyện Quang Bình cử người đến. Tại hiện trường, công an thu 3 con dao.", 3, COMMUNE),
        (CRIME, "Theo Công an tỉnh Hà Giang, nghi phạm lấy 90 triệu đồng.", 90e6, COMMUNE),
        (CRIME, "Từ đầu năm, toàn tỉnh xảy ra 17 vụ giết người.", 17, ("Hà Giang",)),
        (CRIME, "Hồi tháng 3, người này còn đánh 2 thanh niên.", 2, ("Hà Giang",)),
        (TRIAL, "Xét hành vi nguy hiểm, HĐXX tuyên phạt bị cáo 7 năm tù.", 7, ("Hà Giang",)),
        (TRIAL, "Phiên tòa dự kiến kéo dài trong 4 ngày.", 4, ("Hà Giang",)),
        (TRIAL, "Mẫu bán xe được 9 triệu đồng.", 9e6, COMMUNE),
        (COURT, "Theo lời khai, khoa khi đó có 3 bác sĩ.", 3, ("Hà Giang",)),
        (
            DISTRICT,
            "Tại xã Tân Bắc, xe tải tông xe khách. Người bị nạn được đưa đến bệnh viện huyện Bắc Quang cấp cứu. Vụ "
            "việc làm 6 người bị thương.",
            6,
            COMMUNE,
        ),
        (
            DISTRICT,
            "Một vụ nổ xảy ra ở xã Tân Bắc. Nạn nhân chuyển lên Bệnh viện Bạch Mai (Hà Nội). Hai căn nhà bị sập.",
            2,
            COMMUNE,
        ),
        (
            DISTRICT,
            "Xã Tân Bắc có trạm mới. Bệnh viện huyện Bắc Quang mở thêm khoa. Khoa có 40 giường.",
            40,
            ("Hà Giang", "Bắc Quang"),
        ),
        (DISTRICT, "Việt Nam hiện có 258 ca mắc. 144 ca đã khỏi bệnh.", 144, None),
        (DISTRICT, "Cả nước có 258 người mắc. Trong đó, 57 người từ nước ngoài về.", 57, None),
        (DISTRICT, "Cả nước có 258 ca mắc. Huyện đã lấy 314 mẫu.", 314, HOST),
        (DISTRICT, "Cả nước có 258 ca mắc. Bốn chốt kiểm soát đã được dựng.", 4, HOST),
    ],
)
def test_where_a_case_goes_on(lead: str, sentence: str, value: float, expected: Path | None) -> None:
    found = [c.locality for c in counts_of(lead + sentence) if c.value == value]
    assert found == [expected]


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        (
            "Tại chốt kiểm dịch thôn Hạ, xã Tân Bắc, tổ công tác của Công an xã Tân Bắc dừng 8 xe.",
            8,
            (*COMMUNE, "Hạ"),
        ),
        (
            "Ngày 5/6, tại kho hàng ở thôn Hạ, xã Tân Bắc, Công an huyện Quang Bình thu 80 bao.",
            80,
            (*COMMUNE, "Hạ"),
        ),
        ("Liên quan vụ phá rừng tại xã Tân Bắc, Công an huyện Quang Bình khởi tố 3 người.", 3, HOST),
        (
            "Mẫu gây ra 6 vụ trộm tại Bệnh viện huyện Quang Bình và Bệnh viện huyện Bắc Quang.",
            6,
            ("Hà Giang",),
        ),
        ("Sau ba dự án ở Hà Giang, Lào Cai và Sơn La, chương trình đã giúp 1.500 hộ.", 1500, None),
        (
            "Đội quản lý thị trường tỉnh Hà Giang kiểm tra quán của bà Lan, địa chỉ: thôn Hạ, xã Tân Bắc. Đội thu "
            "90 chai rượu.",
            90,
            (*COMMUNE, "Hạ"),
        ),
        ("Cá chết trên sông Con (thuộc xã Tân Bắc). Theo thống kê, 53 hộ bị thiệt hại.", 53, COMMUNE),
        ("Trong khi đó, tại trạm y tế Hoa Mai (xã Tân Bắc), có 38 bệnh nhân. Mỗi ngày 12 người đến.", 12, COMMUNE),
        ("Hai nghi phạm khai ngụ ở xã Tân Bắc và xã Xuân Giang. Nhóm này lấy 70 xe máy.", 70, HOST),
        ("Bà Lan bất tỉnh. Nhà bà mất 9 con bò.", 9, HOST),
    ],
)
def test_what_a_sentence_itself_tells(sentence: str, value: float, expected: Path | None) -> None:
    found = [c.locality for c in counts_of(DISTRICT + sentence) if c.value == value]
    assert found == [expected]


def test_sections_are_headed_by_their_units() -> None:
    text = (
        "Tỉnh Quảng Nam và ba tỉnh khác vừa bầu nhân sự. Quảng Nam: Ngày 5/6, HĐND tỉnh họp. Bắc Giang: Ngày 6/6, "
        "Công đoàn tỉnh mở đại hội. Đại hội bầu 39 người. Ban Chấp hành Công đoàn tỉnh bầu 13 người."
    )
    found = {c.value: c.locality for c in counts_of(text)}
    assert found[39] == found[13] == ("Bắc Giang",)


def test_a_city_of_the_country_is_no_tinh() -> None:
    text = (
        "Công ty có văn phòng ở Đà Nẵng bán máy cho Sở Y tế. Ngày 1/4, Trung tâm y tế Quảng Nam nhận máy. Ngày "
        "3/4, UBND tỉnh chi 7,56 tỷ đồng."
    )
    assert [c.locality for c in counts_of(text) if c.value == 7.56e9] == [("Quảng Nam",)]
