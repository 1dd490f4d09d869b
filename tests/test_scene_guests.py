"""Places that are only where somebody comes from: delegations, patients; and what a region is told of."""

import pytest

from extractor.records import Path
from tests.reading_facts import counts_of

VISIT = (
    "Đoàn công tác huyện Lục Ngạn học tập tại Quang Bình\n\nNgày 5/6, đoàn công tác gồm 28 người của huyện Lục "
    "Ngạn (tỉnh Bắc Giang) đến tham quan vườn cam tại huyện Quang Bình (Hà Giang). "
)
PATIENT = (
    "Chiều 5/6, Bệnh viện Đa khoa tỉnh Hà Giang cứu sống bệnh nhân N.V.H. (35 tuổi, ở xã Tân Bắc, huyện Quang "
    "Bình). "
)
RELIEF = (
    "Ngày 5/6, đoàn công tác của huyện Lục Ngạn (tỉnh Bắc Giang) đến thăm, tặng quà bà con vùng lũ xã Tân Bắc, "
    "huyện Quang Bình, tỉnh Hà Giang. "
)
PROVINCE = "Sáng 5/6, UBND tỉnh Hà Giang họp bàn chống hạn. "
DISTRICT = "Sáng 5/6, UBND huyện Quang Bình (Hà Giang) họp bàn chống hạn. "
HOST, GUEST = ("Hà Giang", "Quang Bình"), ("Bắc Giang", "Lục Ngạn")


@pytest.mark.parametrize(
    ("lead", "sentence", "value", "expected"),
    [
        (VISIT, "", 28, HOST),
        (VISIT, "Hợp tác xã ở đây có 90 thành viên.", 90, HOST),
        (VISIT, "Theo ông Bảy, Lục Ngạn hiện có 29 xã.", 29, GUEST),
        (PATIENT, "Kíp mổ truyền 8 đơn vị máu.", 8, ("Hà Giang",)),
        (PATIENT, "Người bệnh ở lại bệnh viện, được tặng 12 triệu đồng.", 12e6, ("Hà Giang",)),
        (PATIENT, "Nghiên cứu cho thấy 30% ca vỡ gan tử vong.", 30, None),
        (DISTRICT, "Bộ dự báo vùng Đồng bằng sông Cửu Long có 80.000 ha lúa khô hạn.", 80000, None),
        (DISTRICT, "Theo Bộ, khu vực Tây Nguyên có 700 hồ cạn. Cả vùng mất 900 ha lúa.", 900, None),
        (RELIEF, "Tại đây, đoàn trao 200 suất quà.", 200, (*HOST, "Tân Bắc")),
        (DISTRICT, "Công an huyện phối hợp với Công an huyện Lục Ngạn bắt 14 người.", 14, HOST),
        (DISTRICT, "Công an huyện phối hợp với Công an xã Tân Bắc bắt 14 người.", 14, (*HOST, "Tân Bắc")),
        (PROVINCE, "Huyện Quang Bình đề nghị tỉnh hỗ trợ 150 tấn gạo.", 150, HOST),
        (DISTRICT, "Nhóm này khai gây ra 17 vụ trộm tại Hà Giang và Bắc Giang.", 17, None),
        (DISTRICT, "Nhóm bán 17 con bò cho các mối ở Hà Giang và Bắc Giang.", 17, HOST),
        (DISTRICT, "Phong trào bắt đầu từ xã Tân Bắc, nơi có 22 tổ.", 22, (*HOST, "Tân Bắc")),
        (DISTRICT, "Nhóm thợ còn sang xã Tân Bắc xây 14 cây cầu.", 14, (*HOST, "Tân Bắc")),
        (DISTRICT, "Bảy huyện còn lại lập thêm 460 tổ.", 460, ("Hà Giang",)),
        (DISTRICT, "Xã Tân Bắc xa huyện. Trường Tiểu học Tân Bắc có 620 em.", 620, (*HOST, "Tân Bắc")),
        (DISTRICT, "Xã Tân Bắc xa huyện.\n\nĐồn Biên phòng Tân Bắc có 62 người.", 62, HOST),
        (
            DISTRICT,
            "Một doanh nghiệp ở Lục Ngạn (Bắc Giang) chở 60 m3 nước về tặng dân xã Tân Bắc. Mỗi nhà nhận 40 lít.",
            40,
            (*HOST, "Tân Bắc"),
        ),
        (DISTRICT, "Đến xã Tân Bắc, xe mất lái làm 12 người bị thương.", 12, (*HOST, "Tân Bắc")),
        (DISTRICT, "Hợp tác xã của bà ở xã Tân Bắc ra sao?\n\nBà Mẫu: Có 130 chị em.", 130, (*HOST, "Tân Bắc")),
        (DISTRICT, "Công an huyện được Công an tỉnh Hà Giang thưởng 50 triệu đồng.", 50e6, HOST),
        (DISTRICT, "Ước tính, Việt Nam hiện có 500 ca bệnh.", 500, None),
        (DISTRICT, "Mỗi ngày 900 người chạy thận tại các bệnh viện tuyến trung ương, tỉnh.", 900, HOST),
        (DISTRICT, "Theo Công ty Chứng khoán TP HCM, cửa hàng này thu 90 triệu đồng.", 90e6, HOST),
        (DISTRICT, "Cách thủ đô Hà Nội 316 km, nơi đây mát mẻ.", 316, HOST),
        (DISTRICT, "Huyện đóng 24 cống; tỉnh đã chi 30 tỷ đồng.", 30e9, ("Hà Giang",)),
        (DISTRICT, "Dự ngày hội có Huyện ủy Lục Ngạn và 250 người dân.", 250, HOST),
        (
            DISTRICT,
            "Về thôn Mẫu, xã Tân Bắc.\n\nThấy thế, xã Xuân Giang làm theo.\n\nThôn Nam Hạ đổ 900 m đường.",
            900,
            (*HOST, "Tân Bắc", "Nam Hạ"),
        ),
    ],
)
def test_where_guests_and_regions_leave_the_place(
    lead: str, sentence: str, value: float, expected: Path | None
) -> None:
    (count,) = [count for count in counts_of(lead + sentence) if count.value == value]
    assert count.locality == expected
