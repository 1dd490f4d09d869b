"""What a piece of news is about keeps the place of its lead: a bridge that opens, a fire."""

import pytest

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
def test_the_topic_keeps_its_place(lead: str, paragraph: str, piece: str) -> None:
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


def test_a_ranking_hands_on_no_place() -> None:
    lead = "Mưa lũ ở huyện An Minh, tỉnh Kiên Giang làm sập 40 nhà."
    ranked = "Xã Đông Hưng thiệt hại nặng nhất với 9 nhà, kế đến là Vân Khánh 7 nhà. Giá trị thiệt hại 6 tỷ đồng."
    assert told(lead, ranked, piece="6 tỷ") == "An Minh"


def test_a_speaker_tells_of_the_thing_again() -> None:
    school = "Sáng 5/9, UBND huyện An Minh (Kiên Giang) khánh thành trường mầm non ở xã Đông Hưng."
    said = "Cô Hạ, Hiệu trưởng, cho biết năm học này trường có 142 cháu."
    assert told(school, said, piece="142 cháu") == "Đông Hưng"


@pytest.mark.parametrize(
    ("piece", "place"),
    [("58%", "An Minh"), ("71%", "Kiên Giang"), ("34 triệu", "An Minh"), ("46 tỷ", "An Minh")],
)
def test_a_figure_compared_with_is_of_the_other_unit(piece: str, place: str) -> None:
    lead = "Huyện An Minh, tỉnh Kiên Giang họp bàn giảm nghèo."
    rates = "Tỷ lệ dùng nước sạch của huyện đạt 58%, thấp hơn mức 71% của tỉnh Kiên Giang. Đã cho vay 46 tỷ đồng."
    income = "Thu nhập đạt 34 triệu đồng, thấp hơn bình quân chung của tỉnh (41 triệu đồng)."
    assert told(lead, rates, income, piece=piece) == place
