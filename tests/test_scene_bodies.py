"""Which place a sentence goes back to: a body's by its bare noun, the unit over which something has spread."""

import pytest

from tests.test_scene import DISTRICT, LEAD, place_of, scene_of


@pytest.mark.parametrize(
    ("paragraphs", "piece", "below"),
    [
        (["HTX chè Mây (xã Tân Bắc) làm ăn khá.", "Hiện HTX có 148 thành viên."], "148 thành viên", "/Tân Bắc"),
        (
            ["Xã Tân Bắc nghèo.", "Thầy Hà dạy ở Trường Tiểu học Tân Bắc.", "Năm 2021, nhà trường đón 80 em."],
            "80 em",
            "/Tân Bắc",
        ),
        (
            ["Hội Nông dân huyện vừa họp.", "Hội Nông dân xã Tân Bắc có 9 tổ.", "Đến nay, Hội đang duy trì 76 tổ."],
            "76 tổ",
            "",
        ),
        (["Hội Nông dân xã Tân Bắc có 9 tổ. Năm qua, Hội giúp 30 hộ."], "30 hộ", "/Tân Bắc"),
        (
            ["Trường Tiểu học Hoa Mai (xã Tân Bắc) mới xây.", "Ông Mẫu cho biết: “Năm 2021, trường có 37 em”."],
            "37 em",
            "/Tân Bắc",
        ),
        (["Trường Hoa Mai ở xã Tân Bắc. Hiện nay, bếp ăn của trường có 112 em."], "112 em", "/Tân Bắc"),
        (["Tại Trường Hoa Mai (xã Tân Bắc), nhóm vẽ đã ra mắt. Nhóm có 48 em."], "48 em", "/Tân Bắc"),
        (["HTX đã giúp 9 hộ xã Tân Bắc.", "Hiện HTX có 148 thành viên."], "148 thành viên", ""),
        (["Ở xã Tân Bắc có HTX chè Mây với 9 hộ.", "Hội viên HTX góp 20 triệu đồng."], "20 triệu", ""),
    ],
)  # fmt: skip
def test_a_bare_body_is_where_it_was_named(paragraphs: list[str], piece: str, below: str) -> None:
    assert place_of(scene_of(LEAD, *paragraphs), piece)[0] == DISTRICT + below


@pytest.mark.parametrize(
    ("sentences", "piece", "below"),
    [
        ("Xã ra mắt tổ ở thôn Hạ, xã Tân Bắc, nay có mặt ở 7 thôn với 90 hộ.", "90 hộ", "/Tân Bắc"),
        ("Năm 2019, huyện thí điểm ở thôn Hạ, xã Tân Bắc. Nay tổ có mặt tại 12 thôn của 6 xã.", "12 thôn", ""),
        ("Tổ ra đời ở xã Tân Bắc. Nay tổ được nhân rộng ra 5 xã. Các tổ bắt 9 vụ.", "9 vụ", ""),
        ("Tổ ra đời ở xã Tân Bắc. Nay tổ được nhân rộng ra 7 thôn với 90 hộ.", "90 hộ", "/Tân Bắc"),
        ("Tổ ra đời ở xã Tân Bắc, nay mở rộng sân chơi cho 90 em.", "90 em", "/Tân Bắc"),
    ],
)
def test_what_has_spread_is_in_the_unit_around(sentences: str, piece: str, below: str) -> None:
    assert place_of(scene_of(LEAD, sentences), piece)[0] == DISTRICT + below


@pytest.mark.parametrize(
    ("sentence", "piece", "below"),
    [
        ("Lũ làm 2 người chết ở xã Tân Bắc, 9 người khác trong huyện bị thương.", "9 người", ""),
        ("Lũ làm 2 người chết ở xã Tân Bắc, 9 người trong huyện bị thương. Bộ đội dời 30 hộ.", "30 hộ", ""),
        ("51 trường trong huyện mở cửa; ba trường ở xã Tân Bắc còn ngập. Xe dọn 40 tấn bùn.", "40 tấn", ""),
        ("Huyện còn 24 tàu, nay chỉ còn năm tàu, đều ở xã Tân Bắc.", "năm tàu", "/Tân Bắc"),
        ("Thu gom rác ở xã Tân Bắc đạt 92% nhưng ở xã Tân Nam mới đạt 61%.", "92%", "/Tân Bắc"),
        ("Ông Bảy, thôn Hạ, xã Tân Bắc: “Xã đắp đập, nhà tôi thu 17 tấn lúa”.", "17 tấn", "/Tân Bắc/Hạ"),
        ("Xã Tân Bắc còn nghèo. Tỷ lệ hộ nghèo chung của tỉnh là 27%.", "27%", "^Hà Giang"),
        ("Không riêng Tân Bắc, hạn làm cháy 30 ha rừng.", "30 ha", ""),
        ("Nhà hảo tâm ở xã Tân Bắc cũng tặng 20 xe đạp.", "20 xe đạp", ""),
        ("Cách đó không xa, chùa Mây (xã Tân Bắc) đang nuôi 34 em.", "34 em", "/Tân Bắc"),
        ("Hợp tác xã Mây 2 (xã Tân Bắc) là lá cờ đầu. Bà con trồng 30 ha cam.", "30 ha", "/Tân Bắc"),
        ("Tỷ lệ ở xã Tân Bắc đạt 21%, thấp hơn bình quân chung của huyện (34%).", "(34%", ""),
        ("Hội đưa mô hình sang xã Tân Bắc với 60 hộ đăng ký.", "60 hộ", "/Tân Bắc"),
        ("Xã Tân Bắc tiêu hủy 47 con lợn của 3 hộ ở thôn Hạ.", "47 con lợn", "/Tân Bắc/Hạ"),
        ("Ở xã Tân Bắc, xã làm 2,9 km đường từ chợ vào thôn Hạ.", "2,9 km", "/Tân Bắc"),
        ("Năm nay, ba xã của huyện ra khỏi danh sách xã đặc biệt khó khăn, 40 hộ hết trợ cấp.", "40 hộ", ""),
    ],
)
def test_parts_and_wholes_in_a_sentence(sentence: str, piece: str, below: str) -> None:
    expected = below[1:] if below.startswith("^") else DISTRICT + below
    assert place_of(scene_of(LEAD, sentence), piece)[0] == expected


def test_a_station_works_in_more_communes_than_its_name_says() -> None:
    text = "Đồn Biên phòng Tân Bắc, huyện Quang Bình, tỉnh Hà Giang phụ trách ba xã Tân Bắc, Tân Nam và Bằng Lang."
    scene = scene_of(text, "Năm nay, bộ đội giúp 90 hộ.", title="Chỗ dựa của dân Tân Bắc")
    assert place_of(scene, "90 hộ")[0] == DISTRICT


def test_the_last_words_of_a_body_set_no_commune() -> None:
    scene = scene_of(LEAD, "Ở xã Tân Bắc có 9 trận mưa.", "Hợp tác xã Mây họp. Bà con góp 30 triệu đồng.")
    assert place_of(scene, "30 triệu")[0] == DISTRICT


def test_what_is_done_at_a_ceremony_is_done_at_its_venue() -> None:
    told = "Sáng 5/9, huyện tổ chức lễ thả cá tại xã Tân Bắc."
    scene = scene_of(LEAD, told, "Cũng tại buổi lễ, 42 hộ ký cam kết.", "Huyện có 90 tổ.")
    assert place_of(scene, "42 hộ")[0] == DISTRICT + "/Tân Bắc"
    assert place_of(scene, "90 tổ")[0] == DISTRICT
