"""Foreign names and the positions beside them."""

import pytest

from tests.test_people import names
from tests.test_roles import slots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhà phân tích Mike Mauson cho rằng giá còn tăng.", ["Mike Mauson"]),
        ("CEO Mẫu Xanh John Mauson từ chức.", ["John Mauson"]),
        ("Chủ tịch ABC Klaus Mauber khai mạc.", ["Klaus Mauber"]),
        ("Theo Robert Mauson – tác giả kiêm chuyên gia, giá còn tăng.", []),
        ("Theo Robert Mauson, chuyên gia của Mẫu Xanh, giá còn tăng.", ["Robert Mauson"]),
        ("“Giá còn tăng”, Zhang Mauwei - chủ một đại lý xe - nói.", ["Zhang Mauwei"]),
        ("HLV Milan Maujan gọi 25 cầu thủ.", ["Milan Maujan"]),
        ("Trung vệ người Đức German Mauchez bị đuổi.", ["German Mauchez"]),
        ("Theo Maumag, nhà sản xuất đã dừng bán.", []),
        ("Giám đốc Mauville Hotels nói về giá phòng.", []),
        ("Các cầu thủ Premier League trở lại tập.", []),
        ("HLV Maurino nói. Trước đó, Jose Maurino đã bị phạt.", ["Jose Maurino"]),
        ("VĐV người Thái Lan Mauripuch đến sớm. Lực sĩ Mauripuch về nhất.", ["Mauripuch"]),
        ("Tiền vệ Angel di Mauria ghi bàn.", ["Angel di Mauria"]),
        ("Thủ môn Italy cản phá, các cầu thủ Mauspic ăn mừng, HLV Chelsea bực mình.", []),
        ("Ở sân Mauville Park, chủ nhà thắng 2-0.", []),
        ("Thủ tướng Campuchia Sok Mau thăm Hà Nội.", ["Sok Mau"]),
        ("Chủ tịch Hạ viện Nancy Mauson phát biểu.", ["Nancy Mauson"]),
        ("Bí thư Tỉnh ủy Đắk Lắk phát biểu.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "organization"),
    [
        ("Tim Mauson, CEO của Mẫu Xanh, từ chức.", "CEO", "Mẫu Xanh"),
        ("Tim Mauson – Giám đốc chiến lược tại Mẫu Xanh – nói.", "Giám đốc chiến lược", "Mẫu Xanh"),
        ("Rosie Mauthorpe, nhà kinh tế tại Mẫu Xanh, nhận xét.", "nhà kinh tế", "Mẫu Xanh"),
        ("HLV Tottenham Mauricio Maurino chia sẻ.", "HLV", "Tottenham"),
        ("Cựu tiền vệ Chelsea Joe Mauson nói.", "Cựu tiền vệ", "Chelsea"),
        ("Tiền đạo đội Suối Mẫu Glenn Mauson ghi bàn.", "Tiền đạo", "đội Suối Mẫu"),
        ("Tiền đạo Nhật Bản Yoshi Maumoto ghi bàn.", "Tiền đạo", "Nhật Bản"),
        ("Thủ môn người Philippines Neil Mauson cản phá.", "Thủ môn", None),
        ("Joe Mauson, cựu tiền đạo của Mẫu Xanh, giải nghệ.", "cựu tiền đạo", "Mẫu Xanh"),
        ("Bà Anna Mauson, chuyên gia kinh tế tại Việt Nam, nói.", "chuyên gia kinh tế", None),
        ("Tiền đạo kỳ cựu Wayne Mauson giải nghệ.", "Tiền đạo kỳ cựu", None),
        ("HLV tạm quyền Hans Mauson nhận lỗi.", "HLV tạm quyền", None),
        ("Một diễn viên người Mỹ tên là David Mauson đến dự.", "diễn viên", None),
        ("Chủ tịch Hạ viện Nancy Mauson nói.", "Chủ tịch", "Hạ viện"),
        ("Chủ tịch QH Lào Mike Mauson dự lễ.", "Chủ tịch", "QH Lào"),
        ("Đoàn thăm Canada theo lời mời của Thủ tướng nước này Justin Mauson.", "Thủ tướng", "Canada"),
        (
            "Ông Mike Mauson - Giám đốc nghiên cứu The Mauson Times chia sẻ.",
            "Giám đốc nghiên cứu",
            "The Mauson Times",
        ),
        ("Vận động viên trượt tuyết người Pháp Jean Mauson về nhất.", "Vận động viên trượt tuyết", None),
    ],
)
def test_positions(text: str, position: str, organization: str | None) -> None:
    assert [slot[1:] for slot in slots(text)] == [(position, organization)]


@pytest.mark.parametrize(
    ("text", "position", "organization"),
    [
        (
            "Lê Thị Mẫu, sinh viên năm 2 ngành điện, Trường Đại học Suối Mẫu, kể.",
            "sinh viên",
            "Trường Đại học Suối Mẫu",
        ),
        ("Em Lê Văn Mẫu (học sinh lớp 9A Trường THCS Suối Mẫu) kể.", "học sinh", "Trường THCS Suối Mẫu"),
        ("Bác sĩ Lê Văn Mẫu, Khoa Truyền nhiễm, Bệnh viện Mẫu, nói.", "Bác sĩ", "Khoa Truyền nhiễm, Bệnh viện Mẫu"),
        ("Luật sư Lê Văn Mẫu (Đoàn luật sư TP.HCM) trả lời.", "Luật sư", "Đoàn luật sư TP.HCM"),
        ("Chuyên gia tâm lý Lê Văn Mẫu, Trung tâm Mẫu Xanh, nói.", "Chuyên gia tâm lý", "Trung tâm Mẫu Xanh"),
        ("Bà Lê Thị Mẫu (giảng viên cao cấp, Học viện Mẫu Xanh) nói.", "giảng viên cao cấp", "Học viện Mẫu Xanh"),
        ("Anna Mauson, giáo sư xã hội học tại Đại học Mẫu, nói.", "giáo sư xã hội học", "Đại học Mẫu"),
        (
            "Bà Lê Thị Mẫu, Giám đốc Trung tâm Tim mạch và lồng ngực, dự.",
            "Giám đốc",
            "Trung tâm Tim mạch và lồng ngực",
        ),
    ],
)
def test_affiliations(text: str, position: str, organization: str) -> None:
    assert [slot[1:] for slot in slots(text)] == [(position, organization)]


@pytest.mark.parametrize(
    "text",
    [
        "Bác sĩ Lê Văn Mẫu khám cho bà con.",
        "Theo luật sư Tuấn, em Lê Văn Mẫu còn nhỏ.",
        "Em Lê Văn Mẫu, học sinh lớp 6, bị bạn trêu.",
        "Kyle Mauson, cầu thủ này, đã xin lỗi.",
        "Lê Văn Mẫu là thủ môn duy nhất dự giải.",
        "Lê Văn Mẫu là diễn viên trẻ nhất của đoàn phim.",
    ],
)
def test_one_of_many_is_no_position(text: str) -> None:
    assert slots(text) == []
