"""People and their positions, sentence by sentence."""

import pytest

from extractor.facts.roles.build import build_roles
from extractor.pipeline import read
from extractor.records import Article, Role
from tests.reading_facts import setting_of


def roles(text: str) -> tuple[Role, ...]:
    reading = read(Article(id="x", text=text))
    return build_roles(reading, *setting_of(reading))


def slots(text: str) -> list[tuple[str, str, str | None]]:
    return [(role.person, role.position, role.organization) for role in roles(text)]


ONE_ROLE = [
    ("Theo anh Lê Văn Mẫu - Phó Bí thư Đảng ủy xã, thôn Hạ là điểm sáng.", "Phó Bí thư", "Đảng ủy xã"),
    ("Đó là cháu Minh, con trai anh Lê Văn Mẫu (Phó giám đốc Sở Y tế).", "Phó giám đốc", "Sở Y tế"),
    ("Bà Lê Văn Mẫu, hòa giải viên thôn Hạ, nói.", "hòa giải viên", "thôn Hạ"),
    ("Ông Lê Văn Mẫu, thương binh hạng 2/4, Chủ nhiệm CLB Thơ thị trấn đọc thơ.", "Chủ nhiệm", "CLB Thơ thị trấn"),
    ("Ông Lê Văn Mẫu, Phó chủ tịch phụ trách văn xã UBND quận.", "Phó chủ tịch phụ trách văn xã", "UBND quận"),
    ("Bà Lê Văn Mẫu, thành viên Ban chủ nhiệm, mong muốn bà con chung tay.", "thành viên", "Ban chủ nhiệm"),
    ("Đại tá Lê Văn Mẫu, Chính ủy Vùng 3 Hải quân, gửi lời chào.", "Chính ủy", "Vùng 3 Hải quân"),
    (
        "Ông Lê Văn Mẫu, Tổ trưởng tổ bảo vệ an ninh, trật tự tổ dân phố số 3.",
        "Tổ trưởng",
        "tổ bảo vệ an ninh, trật tự tổ dân phố số 3",
    ),
    ("Ông Lê Văn Mẫu tái đắc cử chức Chủ tịch Hội Nông dân xã.", "Chủ tịch", "Hội Nông dân xã"),
    ("Ông Lê Văn Mẫu, 71 tuổi, Tộc trưởng dòng họ Lê Duy, kể.", "Tộc trưởng", "dòng họ Lê Duy"),
    ("Thượng tá Lê Văn Mẫu - Trưởng Công an TP.Hội An nói.", "Trưởng", "Công an TP.Hội An"),
    ("Đại tá Lê Văn Mẫu, Phó trưởng Phòng PV05, Công an tỉnh trao quà.", "Phó trưởng", "Phòng PV05, Công an tỉnh"),
    ("Ông Lê Văn Mẫu, Trưởng thôn Kép 1, xã Hồng Giang, xúc động.", "Trưởng thôn", "thôn Kép 1, xã Hồng Giang"),
    ("Ông Lê Văn Mẫu, Trưởng ban Dân tộc tỉnh, đi thăm bà con.", "Trưởng", "ban Dân tộc tỉnh"),
    ("Ông Lê Văn Mẫu (người có uy tín thôn Đông) kể.", "người có uy tín", "thôn Đông"),
    ("Anh Lê Văn Mẫu (chủ nhà trọ ở khối Sơn Phô 2) nói.", "chủ nhà trọ", None),
    ("Anh Lê Văn Mẫu, chủ cơ sở xay xát, góp tiền.", "chủ cơ sở xay xát", None),
    ("Chị Lê Văn Mẫu, tiểu thương chợ Mới Đông, góp hàng.", "tiểu thương", "chợ Mới Đông"),
    (
        "Anh Lê Văn Mẫu, công chức tư pháp - hộ tịch phường Đông, chia sẻ.",
        "công chức tư pháp - hộ tịch",
        "phường Đông",
    ),
    ("Chủ tịch UBND huyện Lê Văn Mẫu biểu dương.", "Chủ tịch", "UBND huyện"),
    ("Bộ trưởng Bộ Công an, Đại tướng Lê Văn Mẫu gửi thư.", "Bộ trưởng", "Bộ Công an"),
    ("Bí thư Tỉnh đoàn Bình Định Lê Văn Mẫu cho biết.", "Bí thư", "Tỉnh đoàn Bình Định"),
    ("Ông Lê Văn Mẫu (SN 1966, ở P.2, Phó giám đốc Sở Y tế) nói.", "Phó giám đốc", "Sở Y tế"),
    ("Phó Giám đốc phụ trách công tác An toàn Lê Văn Mẫu nói.", "Phó Giám đốc phụ trách công tác An toàn", None),
    ("Ca sĩ Lê Văn Mẫu hát.", "Ca sĩ", None),
    ("Ông Lê Văn Mẫu, Trưởng Ban Tổ chức lễ hội, trao giải.", "Trưởng", "Ban Tổ chức lễ hội"),
    ("Chủ tịch UBND TP.HCM Lê Văn Mẫu nói.", "Chủ tịch", "UBND TP.HCM"),
    ("Giám đốc Sở Y tế TP.HCM Lê Văn Mẫu nói.", "Giám đốc", "Sở Y tế TP.HCM"),
    ("Chủ tịch UBND huyện Đảo (Kiên Giang) Lê Văn Mẫu ký.", "Chủ tịch", "UBND huyện Đảo (Kiên Giang)"),
    ("Vụ trưởng Vụ Pháp chế (Bộ Y tế) Lê Văn Mẫu nói.", "Vụ trưởng", "Vụ Pháp chế (Bộ Y tế)"),
    ("Chủ tịch UBND phường Đông, Quảng Ninh Lê Văn Mẫu nói.", "Chủ tịch", "UBND phường Đông, Quảng Ninh"),
    ("Ông Lê Văn Mẫu, Chánh Thanh tra Sở Y tế (Sở YT) nói.", "Chánh Thanh tra", "Sở Y tế"),
    ("Đại úy Lê Văn Mẫu, Trợ lý Chính trị, Ban CHQS huyện nói.", "Trợ lý Chính trị", "Ban CHQS huyện"),
    ("Ông Lê Văn Mẫu, TGĐ Nhân sự Tập đoàn Mẫu Xanh, nói.", "TGĐ Nhân sự", "Tập đoàn Mẫu Xanh"),
    ("Ông Lê Văn Mẫu, Phó Giám đốc Nghiên cứu Học tập nói.", "Phó Giám đốc", None),
    ("Năm ngoái anh Lê Văn Mẫu trở thành thành viên Ban Mặt trận thôn Hạ.", "thành viên", "Ban Mặt trận thôn Hạ"),
    ("Theo Phó Chủ tịch xã, ông Lê Văn Mẫu, nước đang rút.", "Phó Chủ tịch", "xã"),
    ("Ông Lê Văn Mẫu ở thôn Hạ, Đội trưởng Đội xung kích nói.", "Đội trưởng", "Đội xung kích"),
    ("Anh Lê Văn Mẫu, công chức Văn hóa - Xã hội xã Hạ, nói.", "công chức Văn hóa - Xã hội", "xã Hạ"),
    ("Ông Lê Văn Mẫu, Trưởng phòng Phòng Giáo dục huyện, dự.", "Trưởng phòng", "Phòng Giáo dục huyện"),
    ("Bà Lê Mẫu nói với trợ lý của Chủ tịch nước Lê Văn Mẫu.", "Chủ tịch nước", None),
    ("Nghe lời chào của Chủ tịch Tập đoàn Xanh, Thủ tướng Lê Văn Mẫu mời.", "Thủ tướng", None),
    ("Ông Lê Văn Mẫu về quê với vai trò Giám đốc Sở Y tế.", "Giám đốc", "Sở Y tế"),
    ("Ông Lê Văn Mẫu bị bắt khi đang là Phó Giám đốc Sở Y tế.", "Phó Giám đốc", "Sở Y tế"),
    ("Bà Lê Văn Mẫu từng nhiều năm giữ chức Chủ tịch UBND xã Hạ.", "Chủ tịch", "UBND xã Hạ"),
    ("HLV trưởng Lê Văn Mẫu của Quảng Ninh nói.", "HLV trưởng", "Quảng Ninh"),
    ("CEO Lê Văn Mẫu của Công ty Mẫu Xanh tặng 20 suất quà.", "CEO", "Công ty Mẫu Xanh"),
    ("Ông Lê Văn Mẫu, đồng sáng lập Mẫu Xanh, nói.", "đồng sáng lập", "Mẫu Xanh"),
    ("Ông Lê Văn Mẫu, tổ trưởng “Tổ cầu Nghĩa Đông”, góp đá.", "tổ trưởng", "Tổ cầu Nghĩa Đông"),
    ("Ông Lê Văn Mẫu, tổ trưởng tổ tự quản, gõ cửa từng nhà.", "tổ trưởng", "tổ tự quản"),
    ("Em Lê Văn Mẫu, Bí thư Chi đoàn 11A2, nói.", "Bí thư", "Chi đoàn 11A2"),
    ("HTX Rau Đông có 40 thành viên. Bà Lê Văn Mẫu, Giám đốc HTX, nói.", "Giám đốc", "HTX Rau Đông"),
    ("Chị Lê Văn Mẫu, Giám đốc HTX Rau Đông nhẩm tính.", "Giám đốc", "HTX Rau Đông"),
    ("Ông Lê Văn Mẫu, thợ đan mây, kể.", "thợ đan mây", None),
    ("Anh Lê Văn Mẫu, dân quân xã Hạ, trực đêm.", "dân quân", "xã Hạ"),
    ("Thầy giáo Lê Văn Mẫu dạy 12 em.", "Thầy giáo", None),
    ("Anh Lê Văn Mẫu, Bí thư Đoàn Thanh niên xã, nói.", "Bí thư", "Đoàn Thanh niên xã"),
    ("Bản chưa có bác sĩ. Ông Lê Văn Mẫu, Chủ tịch UBND xã Hạ, nói.", "Chủ tịch", "UBND xã Hạ"),
    ("Già làng Lê Văn Mẫu (làng Kon Đông, xã Ayun) khuyên.", "Già làng", "làng Kon Đông, xã Ayun"),
    ("Ông Lê Văn Mẫu, già làng bản Đông, múa.", "già làng", "bản Đông"),
    ("Phó Thủ tướng Chính phủ Lê Văn Mẫu thăm bản.", "Phó Thủ tướng", "Chính phủ"),
    ("Bộ trưởng Văn hóa, Thể thao và Du lịch Lê Văn Mẫu dự hội.", "Bộ trưởng", "Văn hóa, Thể thao và Du lịch"),
    ("Thứ trưởng Giao thông & Vận tải Lê Văn Mẫu thị sát.", "Thứ trưởng", "Giao thông & Vận tải"),
    ("Bà Lê Văn Mẫu - Giám đốc Đối ngoại của Mẫu Xanh nói.", "Giám đốc Đối ngoại", "Mẫu Xanh"),
    ("Bà Lê Văn Mẫu - giám đốc bán hàng toàn quốc của Mẫu Xanh nói.", "giám đốc bán hàng toàn quốc", "Mẫu Xanh"),
    ("Bà Lê Văn Mẫu, Giám đốc Marketing, Mẫu Xanh, nói.", "Giám đốc Marketing", "Mẫu Xanh"),
    ("Anh Lê Văn Mẫu - chủ nhiệm một hợp tác xã trồng nấm ở ngoại ô - kể.", "chủ nhiệm", "hợp tác xã trồng nấm"),
    ("Anh Lê Văn Mẫu là thủ môn của CLB Mẫu Đông.", "thủ môn", "CLB Mẫu Đông"),
    ("Anh Lê Văn Mẫu, nhân viên kinh doanh tự do, đi xe về.", "nhân viên kinh doanh tự do", None),
    ("Câu lạc bộ Đờn ca do bà Lê Văn Mẫu làm chủ nhiệm.", "chủ nhiệm", "Câu lạc bộ Đờn ca"),
    (
        "Trường Tiểu học Đông Các mới xây. Cô Lê Văn Mẫu, Hiệu trưởng nhà trường, vui.",
        "Hiệu trưởng",
        "Trường Tiểu học Đông Các",
    ),
    ("Đoàn của Cục Thú y do Cục trưởng Lê Văn Mẫu dẫn đầu.", "Cục trưởng", "Cục Thú y"),
    ("Nữ diễn viên người Pháp Lê Văn Mẫu nhận giải.", "Nữ diễn viên", None),
    ("Giám đốc Mẫu Xanh là ông Lê Văn Mẫu.", "Giám đốc", "Mẫu Xanh"),
    ("Lê Văn Mẫu (khi đó là Giám đốc Chi nhánh Đông Đô) ký giấy.", "Giám đốc", "Chi nhánh Đông Đô"),
    ("Anh Lê Văn Mẫu 28 tuổi hiện là thợ điện ở Suối Mẫu.", "thợ điện", None),
    ("Ông Lê Văn Mẫu về hưu năm ngoái. Ông từng là Giám đốc Sở Y tế.", "Giám đốc", "Sở Y tế"),
    ("Ông Lê Văn Mẫu, nông dân xã Hạ, trồng bưởi.", "nông dân", None),
    ("Bản Mẫu có 40 hộ. Ở bản Suối Mẫu, Trưởng bản Lê Văn Mẫu đi từng nhà.", "Trưởng bản", "bản Suối Mẫu"),
    ("Ông Lê Văn Mẫu - cựu cán bộ Phòng Tài chính huyện - khai.", "cựu cán bộ", "Phòng Tài chính huyện"),
    ("Đại sứ Hàn Quốc tại Việt Nam Lê Văn Mẫu thăm bản.", "Đại sứ", "Hàn Quốc tại Việt Nam"),
    ("Ông Lê Văn Mẫu, Phó Chủ tịch HĐQT của Mẫu Xanh, nói.", "Phó Chủ tịch HĐQT", "Mẫu Xanh"),
    ("Luật sư Lê Văn Mẫu, Trưởng Văn phòng luật sư Lê Anh, nói.", "Trưởng", "Văn phòng luật sư Lê Anh"),
    ("Thiếu tướng Lê Văn Mẫu, Phó Tư lệnh BĐBP và Đại tá Vũ Hoa dự.", "Phó Tư lệnh", "BĐBP"),
    ("Ông Lê Văn Mẫu vừa được tái bầu giữ chức Chủ tịch UBND xã Đông.", "Chủ tịch", "UBND xã Đông"),
    (
        "Đồng chí Lê Văn Mẫu, Trưởng Ban Chỉ đạo các chương trình mục tiêu tỉnh dự.",
        "Trưởng",
        "Ban Chỉ đạo các chương trình mục tiêu tỉnh",
    ),
]


def test_names_of_two_words() -> None:
    """They need a position behind them, and may be no place."""
    assert slots("Cùng bị bắt có Lê Mẫu, kế toán trưởng Công ty Mẫu Xanh.") == [
        ("Lê Mẫu", "kế toán trưởng", "Công ty Mẫu Xanh")
    ]
    assert slots("Tin từ Hà Nội, chủ cơ sở may đã về.") == []


def test_pronouns_mean_the_last_person_they_can() -> None:
    """A man is no `chị`; nobody is meant where another name may stand between."""
    two = "Cô giáo Lò Thị Mẫu ở bản Hạ. Ông Lê Văn Mẫu khen cô. Chị là Bí thư Chi đoàn bản."
    assert ("Lò Thị Mẫu", "Bí thư", "Chi đoàn bản") in slots(two)
    assert slots("Anh Lê Văn Mẫu đến. Mẫu Hồng Hạ quê Hạ Mẫu. Cô là thợ may.") == []
    assert slots("Bà Lê Thị Mẫu kể con bà đang là Giám đốc Sở Y tế.") == []


@pytest.mark.parametrize(("text", "position", "organization"), ONE_ROLE)
def test_one_position(text: str, position: str, organization: str | None) -> None:
    assert slots(text) == [("Lê Văn Mẫu", position, organization)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bà Lê Thị Mẫu - Tỉnh ủy viên, Bí thư Huyện ủy Hàm Yên dự.",
            [("Tỉnh ủy viên", None), ("Bí thư", "Huyện ủy Hàm Yên")],
        ),
        (
            "Bí thư Đảng ủy, Giám đốc Công ty Lê Thị Mẫu phát biểu.",
            [("Bí thư", "Đảng ủy"), ("Giám đốc", "Công ty")],
        ),
        (
            "Bà Lê Thị Mẫu, Trưởng bản kiêm Bí thư Chi bộ bản Nà Đông.",
            [("Trưởng bản", "bản Nà Đông"), ("Bí thư", "Chi bộ bản Nà Đông")],
        ),
        (
            "Bà Lê Thị Mẫu, Chủ tịch HĐQT kiêm Giám đốc Công ty Mẫu Xanh.",
            [("Chủ tịch HĐQT", "Công ty Mẫu Xanh"), ("Giám đốc", "Công ty Mẫu Xanh")],
        ),
        (
            "Ban quản lý chợ có 5 người, do bà Lê Thị Mẫu - Chủ tịch UBND xã làm Trưởng ban.",
            [("Chủ tịch", "UBND xã"), ("Trưởng ban", "Ban quản lý chợ")],
        ),
        (
            "Bà Lê Thị Mẫu (Phó Giám đốc kiêm Kế toán trưởng Mẫu Xanh) vắng mặt.",
            [("Phó Giám đốc", "Mẫu Xanh"), ("Kế toán trưởng", "Mẫu Xanh")],
        ),
        (
            "Đại tá Lê Thị Mẫu, Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh ký.",
            [("Phó Giám đốc", "Công an tỉnh"), ("Thủ trưởng", "Cơ quan Cảnh sát điều tra Công an tỉnh")],
        ),
        (
            "Bầu bà Lê Thị Mẫu, Phó Bí thư Huyện ủy, giữ chức Chủ tịch HĐND huyện.",
            [("Phó Bí thư", "Huyện ủy"), ("Chủ tịch", "HĐND huyện")],
        ),
    ],
)
def test_several_positions(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert slots(text) == [("Lê Thị Mẫu", *one) for one in expected]


def test_each_name_of_a_row_takes_its_own_position() -> None:
    text = "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu, Giám đốc Sở Y tế Trần Thị Hoa cùng dự."
    assert slots(text) == [("Lê Văn Mẫu", "Phó Chủ tịch", "UBND tỉnh"), ("Trần Thị Hoa", "Giám đốc", "Sở Y tế")]


def test_an_enumeration_gives_each_name_what_stands_before_it() -> None:
    text = "Dự có GS Lê Văn Mẫu, nhà sử học Trần Văn Hoa, nguyên Bí thư Huyện ủy Vũ Văn Mẫu."
    assert slots(text) == [
        ("Trần Văn Hoa", "nhà sử học", None),
        ("Vũ Văn Mẫu", "nguyên Bí thư", "Huyện ủy"),
    ]


def test_the_same_position_in_fewer_words_is_the_same() -> None:
    text = "Theo chuyên gia tâm lý Lê Thị Mẫu, trẻ cần ngủ đủ. Chuyên gia Lê Thị Mẫu khuyên đọc sách."
    assert slots(text) == [("Lê Thị Mẫu", "chuyên gia tâm lý", None)]


def test_a_common_noun_before_a_comma_is_no_position() -> None:
    text = "Trao đổi với phóng viên, Bí thư Tỉnh ủy Hải Dương Lê Văn Mẫu cho biết."
    assert slots(text) == [("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Hải Dương")]


def test_a_position_said_once_for_a_list() -> None:
    text = "Các đồng chí Phó Chủ tịch UBND tỉnh: Lê Văn Mẫu, Trần Thị Hoa dự họp."
    assert [(r.person, r.organization) for r in roles(text)] == [
        ("Lê Văn Mẫu", "UBND tỉnh"),
        ("Trần Thị Hoa", "UBND tỉnh"),
    ]


def test_a_position_before_its_row_of_names() -> None:
    text = "Tranh của các họa sĩ trẻ như Lê Văn Mẫu, Trần Thị Hoa hay Vũ Văn Bảy được khen."
    assert [(r.person, r.position) for r in roles(text)] == [
        ("Lê Văn Mẫu", "họa sĩ trẻ"),
        ("Trần Thị Hoa", "họa sĩ trẻ"),
        ("Vũ Văn Bảy", "họa sĩ trẻ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu, trưởng đoàn, phát biểu.",
        "Ông Lê Văn Mẫu, Trưởng đoàn kiểm tra, kết luận.",
        "Theo bà Lê Thị Mẫu, nông dân trong vùng đã có lãi.",
        "Bà Lê Thị Mẫu, người dân phường 10, rất vui.",
        "Bà Lê Thị Mẫu, hội viên, tham gia từ đầu.",
        "Thừa ủy quyền của Thủ tướng Chính phủ, đồng chí Lê Văn Mẫu trao Bằng khen.",
        "Ảnh: Lê Văn Mẫu",
        "Anh Lê Văn Mẫu, cựu học sinh Trường THPT Hạ, về thăm.",
        "Cô Mai - con gái của Lê Văn Mẫu - là giám đốc sản xuất của phim.",
        "Kết luận về công tác cán bộ, ông Lê Văn Mẫu nhấn mạnh kỷ luật.",
        "Tủ sách do bà Lê Thị Mẫu quản lý mở cửa mỗi tối.",
        "Tư tưởng của Chủ tịch Hồ Chí Minh soi đường.",
        "Phó Chủ tịch UBND TP. Ông Lê Văn Mẫu thôi việc.",
        "Anh là lái xe riêng cho Thiếu tướng Lê Văn Mẫu.",
        "Trong năm nước ta làm Chủ tịch Mẫu Xanh, Trung tướng Lê Văn Mẫu đi họp.",
        "Ông Lê Văn Mẫu (Hà Nội), chủ trương trồng rừng là đúng.",
    ],
)
def test_what_is_no_role(text: str) -> None:
    assert roles(text) == ()


def test_the_body_that_a_paragraph_is_about() -> None:
    text = "Tổ số 7, ấp An Quới hiện có 42 hộ. Ông Lê Văn Mẫu, Tổ trưởng, cho hay bà con đồng lòng."
    assert slots(text) == [("Lê Văn Mẫu", "Tổ trưởng", "Tổ số 7, ấp An Quới")]


def test_mentions_merge_to_the_fullest() -> None:
    text = (
        "Bộ trưởng Lê Văn Mẫu đến dự. Bộ trưởng Bộ Công an, Đại tướng Lê Văn Mẫu trao quyết định. "
        "Đại tướng Mẫu nhấn mạnh."
    )
    (role,) = roles(text)
    assert (role.rank, role.position, role.organization) == ("Đại tướng", "Bộ trưởng", "Bộ Công an")


def test_a_role_is_grounded_and_explained() -> None:
    text = "Dự có Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh."
    (role,) = roles(text)
    assert text[role.start : role.end] == role.quote
    assert (role.rule, role.reasons["position"]) == ("role-after", "body")


def test_what_is_told_plainly_is_surer() -> None:
    (plain,) = roles("Ông Lê Văn Mẫu, Chủ tịch UBND xã Đông Các, nói.")
    (bare,) = roles("Chủ tịch Lê Văn Mẫu nói.")
    assert plain.confidence > 0.85 > bare.confidence


def test_posts_joined_by_and() -> None:
    text = "Ông Lê Văn Mẫu, Giám đốc Công ty Mẫu Xanh và Chủ tịch Quỹ Mẫu Đỏ đã trao quà."
    assert [organization for _, _, organization in slots(text)] == ["Công ty Mẫu Xanh", "Quỹ Mẫu Đỏ"]
    text = "Ông Lê Văn Mẫu, Giám đốc Công ty Mẫu Xanh và Chủ tịch Quỹ khuyến học Vũ Thị Đoài đã trao quà."
    assert [person for person, _, _ in slots(text)] == ["Lê Văn Mẫu", "Vũ Thị Đoài"]


def test_a_name_stands_alone_the_second_time() -> None:
    text = "Già làng, ông Điểu Mẫu, kể chuyện cũ. Rồi Điểu Mẫu trở thành Trưởng ban Mặt trận bon Hạ."
    assert ("Điểu Mẫu", "Trưởng", "ban Mặt trận bon Hạ") in slots(text)


def test_a_later_title_gives_the_rank() -> None:
    (role,) = roles("Ông Lê Văn Mẫu, Trưởng Công an xã, ra tận ruộng. Theo Thượng tá Mẫu, đêm nào cũng có ca trực.")
    assert (role.person, role.rank) == ("Lê Văn Mẫu", "Thượng tá")


def test_later_posts_of_a_sentence() -> None:
    home = "khu phố 2, phường An Phú, TP. Thuận An, tỉnh Bình Dương"
    text = f"Ông Lê Văn Mẫu (58 tuổi, chủ dãy trọ ở {home}) vừa được bầu làm Tổ trưởng Tổ tự quản số 15."
    assert slots(text)[1:] == [("Lê Văn Mẫu", "Tổ trưởng", "Tổ tự quản số 15")]
    text = "Chị Lê Thị Mẫu từng là cô giáo trước khi được bầu làm Chủ tịch Hội Phụ nữ xã."
    assert slots(text)[1:] == [("Lê Thị Mẫu", "Chủ tịch", "Hội Phụ nữ xã")]


def test_a_deputy_serves_the_body_of_the_one_told_before() -> None:
    text = "Đại hội bầu ông Lê Văn Mẫu làm Chủ tịch Hội Nông dân xã, bà Vũ Thị Mẫu được bầu giữ chức Phó Chủ tịch."
    assert slots(text)[1] == ("Vũ Thị Mẫu", "Phó Chủ tịch", "Hội Nông dân xã")


def test_posts_of_a_life() -> None:
    text = "Già Y Mẫu Niê về hưu. Ông từng là thợ mộc, rồi làm Chủ tịch UBND xã. Ông còn kiêm Trưởng buôn."
    assert [position for _, position, _ in slots(text)] == ["thợ mộc", "Chủ tịch", "Trưởng buôn"]


def test_a_name_of_the_highlands_is_short_at_its_end() -> None:
    assert len(roles("Già làng Y Mẫu kể chuyện.\n\nGià làng Y Mẫu Niê năm nay 70 tuổi.")) == 1


def test_a_wife_is_not_her_husband() -> None:
    text = (
        "Anh Lê Văn Mẫu là Giám đốc Công ty Mẫu Xanh. Chị Vũ Thị Đoài, vợ anh Mẫu, phụ trách kế toán của công ty."
    )
    assert [role[0] for role in slots(text) if role[1].startswith("phụ trách")] == []


def test_the_next_post_tells_the_body_of_the_one_before() -> None:
    text = "Trung tá Lê Văn Mẫu, Phó Trưởng phòng và Đại úy Vũ Văn Mẫu, cán bộ Phòng Cảnh sát hình sự được khen."
    assert slots(text)[0] == ("Lê Văn Mẫu", "Phó Trưởng phòng", "Phòng Cảnh sát hình sự")
