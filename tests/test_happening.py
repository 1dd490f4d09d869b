"""What happened keeps the place and the day that the lead gives it: a bridge that opens, a fire, an election."""

import pytest

from extractor.facts.layout import Layout
from extractor.facts.subject.subject import find_subject
from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import counts_of
from tests.test_scene import place_of, scene_of

TITLE = "An Minh: Tin trong ngày"
BRIDGE = (
    "Ngày 17/10, UBND xã Đông Hưng (huyện An Minh, tỉnh Kiên Giang) khánh thành cầu Kênh Mới, nối ấp Xẻo Đôi với "
    "ấp Thành Phụng Đông."
)
FACTORY = (
    "Một xưởng may vừa đi vào hoạt động tại xã Đông Hưng, huyện An Minh (Kiên Giang), tuyển lao động của các xã."
)
FIRE = "Khuya 16/10, lửa bùng lên tại một kho gỗ ở xã Đông Hưng, huyện An Minh, tỉnh Kiên Giang."


def told(*paragraphs: str, piece: str) -> str:
    return place_of(scene_of(*paragraphs, title=TITLE, published="2024-10-18"), piece)[0].split("/")[-1]


def test_one_value_holds_place_and_day() -> None:
    reading = read(Article(id="a", text=FIRE, published="2024-10-18"))
    (happening,) = find_subject(reading, Layout.of(reading)).happenings
    assert happening.kind == "incident"
    assert (happening.path or ())[-1] == "Đông Hưng"
    assert happening.day is not None
    assert happening.day.first == "2024-10-16"


@pytest.mark.parametrize(
    ("lead", "paragraph", "piece"),
    [
        (BRIDGE, "Cầu dài 42 m. Tổng kinh phí 1,2 tỷ đồng.", "1,2 tỷ"),
        (BRIDGE, "Trước đây, mỗi ngày có 200 lượt người đi đò.", "200 lượt"),
        (BRIDGE, "Công trình có tổng vốn 3 tỷ đồng.", "3 tỷ"),
        (FACTORY, "Xưởng có 24 chuyền may.", "24 chuyền"),
        (FACTORY, "Để giữ chân lao động, xưởng xây 40 phòng trọ.", "40 phòng"),
        (FIRE, "Công an tỉnh Kiên Giang cho biết đã điều 11 xe.", "11 xe"),
        (FIRE, "Theo Phòng Cảnh sát PCCC, Công an tỉnh Kiên Giang, lửa thiêu rụi 600 m3 gỗ.", "600 m3"),
        (FIRE, "UBND huyện An Minh hỗ trợ gia đình người bị nạn 5 triệu đồng.", "5 triệu"),
    ],
)
def test_a_happening_keeps_its_place(lead: str, paragraph: str, piece: str) -> None:
    assert told(lead, paragraph, piece=piece) == "Đông Hưng"


@pytest.mark.parametrize(
    ("lead", "paragraph", "piece", "place"),
    [
        (BRIDGE, "Từ đầu năm đến nay, huyện An Minh xây 38 cây cầu.", "38 cây", "An Minh"),
        (BRIDGE, "Thời gian qua, các xã còn góp 90 tấn xi măng.", "90 tấn", "An Minh"),
        (FIRE, "6 tháng đầu năm, toàn tỉnh xảy ra 38 vụ cháy.", "38 vụ", "Kiên Giang"),
        (FIRE, "Theo Công an tỉnh Kiên Giang, từ đầu năm có 38 vụ cháy.", "38 vụ", "Kiên Giang"),
        (FIRE, "Cùng đêm, tại xã Vân Khánh, cháy 2 căn nhà.", "2 căn", "Vân Khánh"),
    ],
)
def test_what_sums_up_more_is_told_of_more(lead: str, paragraph: str, piece: str, place: str) -> None:
    assert told(lead, paragraph, piece=piece) == place


def test_the_text_comes_back_to_the_thing() -> None:
    paragraphs = ("Từ đầu năm, huyện An Minh xây 38 cây cầu.", "Cầu có 12 bóng đèn.")
    assert told(BRIDGE, *paragraphs, piece="12 bóng") == "Đông Hưng"


def test_a_speaker_tells_of_the_thing_again() -> None:
    school = "Sáng 5/9, UBND huyện An Minh (Kiên Giang) khánh thành trường mầm non ở xã Đông Hưng."
    said = "Cô Hạ, Hiệu trưởng, cho biết năm học này trường có 142 cháu."
    assert told(school, said, piece="142 cháu") == "Đông Hưng"


BLAZE = "Rạng sáng 3/9, xưởng gỗ ở thôn Đông bốc cháy.\n\n"
VOTE = "Ngày 1/9, cử tri xã Đông đi bầu cử.\n\n"
PICTURES = "Chùm ảnh xã Đông vào hội\n\nNgày 1/9, xã mở hội.\n\n"
DAY, ELECTION = ("2024-09-03", "2024-09-03"), ("2024-09-01", "2024-09-01")
TODAY = ("2024-09-06", "2024-09-06")


RAID = "Rạng sáng 3/9, công an xã Đông ập vào một sới gà ở thôn Đông.\n\n"
TIP = "Trưa 3/9, có người báo tin. Một giờ sau, ba mũi trinh sát khép lại. Công an bắt giữ cả nhóm.\n\n"
BOATS = "Hội đua thuyền xã Đông tổ chức trong hai ngày 2 và 3/9.\n\n"
CROWD = "Mờ sáng 3/9, bờ sông đã đông nghịt. Hội đua thuyền xã Đông mở giữa tiếng trống.\n\n"
FEAST = ("2024-09-02", "2024-09-03")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (RAID + "Tang vật gồm 9 xe máy, 21 điện thoại.", DAY),
        (RAID + "Khám nhà chủ sới, công an thu 90 triệu đồng.", DAY),
        (TIP + "Công an thu giữ 9 xe máy.", DAY),
        (RAID + "Đến trưa 4/9, 3 người ra đầu thú.\n\nCông an thu 9 xe máy.", DAY),
        (RAID + "Nhóm này đã lấy 14 con trâu.", None),
        (RAID + "Trưởng công an xã cho biết dân báo 7 tin.", None),
        (RAID + "Thời gian qua, xã phá 4 vụ trộm.\n\nDân báo 7 tin.", None),
        ("Sáng 3/9, xã họp bàn việc bắt giữ gia súc thả rông.\n\nDân góp 90 triệu đồng.", None),
        (BOATS + "Công an huyện huy động 85 chiến sĩ.", FEAST),
        (BOATS + "Vé giá 50.000 đồng/vé.", FEAST),
        (CROWD + "Bà con góp 4 tấn gạo.", DAY),
        (CROWD + "“Cả thôn góp 85 triệu đồng sửa thuyền”, anh An kể.", None),
        (CROWD + "Thôn Đông có 90 hộ.", TODAY),
        (BLAZE + "Lửa thiêu rụi 90 tấn gỗ.", DAY),
        (BLAZE + "Ông An, Chủ tịch xã, cho biết: “Chúng tôi đã sơ tán 14 hộ”.", DAY),
        (BLAZE + "Lúc cháy có 52 công nhân trong xưởng.", DAY),
        (BLAZE + "Đội điều 14 xe đến xưởng.", DAY),
        (BLAZE + "Chỉ trong 2 giờ, dân quân đưa được 90 người lên đồi.", DAY),
        ("Ngày 3/9, thú y phát hiện ổ dịch ở xã Đông.\n\nXã tiêu hủy 47 con lợn.", DAY),
        (BLAZE + "Xưởng có 52 công nhân.", TODAY),
        (BLAZE + "Sáng 4/9, hội trao 9 suất quà.\n\nBà con góp 4 tấn gạo.", None),
        (BLAZE + "Trước đây, xưởng bán 90 tấn gỗ.", None),
        ("Sáng 3/9, công an xã điều tra vụ cháy.\n\nLửa thiêu rụi 90 tấn gỗ.", None),
        (VOTE + "Đoàn xã huy động 20 đoàn viên đưa hòm phiếu đến nhà cử tri.", ELECTION),
        (VOTE + "Xã có 9 khu vực bỏ phiếu.", TODAY),
        (VOTE + "Xã làm 9 km đường.", None),
        (PICTURES + "Bà con gói 900 chiếc bánh.", ELECTION),
        (PICTURES + "Hội đông.\n\nTrẻ em chơi.\n\nNăm nay, 8 thuyền thi.\n\nBà con gói 900 chiếc bánh.", ELECTION),
        (PICTURES + "Thôn có 90 hộ.", TODAY),
    ],
)
def test_the_day_of_a_happening(text: str, period: tuple[str, str] | None) -> None:
    assert counts_of(text)[-1].period == period


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Phá sới gà trong vườn điều", "Xẻo Đôi"),
        ("Xóa trường gà ven kênh", "Xẻo Đôi"),
        ("Đột kích ổ bạc giữa rừng tràm", "Xẻo Đôi"),
        ("Một chuyến đi xa", "Đông Hưng"),
    ],
)
def test_a_crime_told_by_the_headline_is_where_the_lead_is_set(title: str, place: str) -> None:
    lead = (
        "Trưa 15/10, trinh sát báo về. Một giờ sau, 18 người từ các ngả đến rẫy keo ấp Xẻo Đôi, xã Đông Hưng, "
        "huyện An Minh (Kiên Giang)."
    )
    text = f"{title}\n\n{lead}\n\nKhông ai kịp chạy. Tang vật gồm 52 điện thoại."
    found = counts_of(text, title=title, published="2024-10-18")[-1]
    assert (found.locality or ("",))[-1] == place
