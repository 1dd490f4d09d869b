"""Which place a number inherits: its clause's, its sentence's, the scene's, the article's."""

import pytest

from extractor.facts.scene.clause import within
from extractor.facts.scene.paths import common, same, units_named
from extractor.facts.scene.room import roomy
from extractor.facts.scene.scene import Scene
from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import counts_of, setting_of

DISTRICT = "Hà Giang/Quang Bình"
TITLE = "Quang Bình: Giữ bình yên bản làng"
LEAD = "Sáng 5/6, UBND huyện Quang Bình, tỉnh Hà Giang tổ chức hội nghị."


def scene_of(
    *paragraphs: str, title: str | None = TITLE, published: str = "2022-06-06", home: str | None = None
) -> Scene:
    text = "\n".join((*([title, ""] if title else []), *paragraphs))
    article = Article(id="a", text=text, title=title, published=published, home_province=home)
    return setting_of(read(article))[0]


def place_of(scene: Scene, piece: str) -> tuple[str, str]:
    start = scene.reading.text.index(piece)
    path, reason = scene.locality(start, start + len(piece))
    return "/".join(path or ("-",)), reason


@pytest.mark.parametrize(
    ("sentence", "piece", "below", "reason"),
    [
        ("Xã Bằng Lang có 24 camera; xã Tân Bắc có 41 bóng đèn.", "24 camera", "/Bằng Lang", "sentence"),
        ("Xã Bằng Lang có 24 camera; xã Tân Bắc có 41 bóng đèn.", "41 bóng", "/Tân Bắc", "sentence"),
        ("Có năm hộ ở xã Tân Bắc, bảy hộ ở xã Xuân Giang.", "năm hộ", "/Tân Bắc", "beside"),
        ("Có năm hộ ở xã Tân Bắc, bảy hộ ở xã Xuân Giang.", "bảy hộ", "/Xuân Giang", "beside"),
        ("Công an xã Tân Bắc nhắc nhở 12 hộ.", "12 hộ", "/Tân Bắc", "sentence"),
        ("Công an huyện bắt 9 người tại nhà Lê Văn B. ở xã Tân Bắc.", "9 người", "/Tân Bắc", "beside"),
        ("Mô hình lập tại thôn Hạ, xã Tân Bắc, nay có ở 8/8 thôn, có 90 hộ.", "90 hộ", "/Tân Bắc", "sentence"),
        ("Mô hình lập tại thôn Hạ, xã Tân Bắc, mỗi thôn góp 2 kẻng.", "2 kẻng", "/Tân Bắc", "sentence"),
        ("Mô hình lập tại thôn Hạ, xã Tân Bắc, nay có 90 hộ.", "90 hộ", "/Tân Bắc/Hạ", "sentence"),
        ("Toàn huyện có 96 tổ tự quản.", "96 tổ", "", "level word"),
        ("Toàn tỉnh có 960 tổ tự quản.", "960 tổ", "^Hà Giang", "level word"),
        ("Xây mới 300 nhà ở các xã Tân Bắc, Tân Nam và Bằng Lang.", "300 nhà", "", "beside"),
        ("Cả nước có 3.000 đội tuần tra.", "3.000 đội", "^-", "nation"),
        ("Đã có 4 mô hình, gồm đội xe ôm ở xã Tân Bắc.", "4 mô hình", "", "article"),
        ("Lắp 30 camera, trong đó xã Tân Bắc 12 camera.", "12 camera", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc (huyện Quang Bình) có 16 chốt.", "16 chốt", "/Tân Bắc", "sentence"),
        ("Bắt đối tượng trú tại xã Tân Bắc cùng 5 xe máy.", "5 xe máy", "", "article"),
        ("Ông Bảy, thôn Hạ, xã Tân Bắc: “Năm 2020, thôn mất 6 trâu”.", "6 trâu", "/Tân Bắc/Hạ", "level word"),
        ("Xã Tân Bắc là xã nghèo của huyện Quang Bình với 39% hộ nghèo.", "39%", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc 12 tổ, xã Bằng Lang 9 tổ, các xã còn lại 40 tổ.", "40 tổ", "", "rest"),
        ("Đường Tân Bắc đi Xuân Giang sạt lở 20 vị trí.", "20 vị trí", "", "article"),
        ("Giáo họ Phú Sơn (xã Tân Bắc): Cả họ có 90 hộ.", "90 hộ", "/Tân Bắc", "sentence"),
        ("Huyện thêm 3 xã, trong đó có xã Tân Bắc; mỗi xã 2 đội.", "2 đội", "", "level word"),
        ("Hội nghị vượt 37% chỉ tiêu tỉnh giao.", "37%", "", "article"),
        ("Mô hình giúp 15 hộ, xã hội hóa 20 triệu đồng.", "20 triệu", "", "article"),
        ("Có 118 thôn, bản, tổ dân phố và 9 công an xã.", "118 thôn", "", "article"),
        ("Từ 12/3, khi xã Tân Bắc có ca đầu tiên, đến 30/6 dịch đến 143 hộ.", "143 hộ", "", "article"),
        ("Tại xã Tân Bắc, Công an huyện bắt 3 đối tượng.", "3 đối tượng", "/Tân Bắc", "sentence"),
        ("Hợp tác xã Hoa Cam (xã Tân Bắc) trồng 40 ha cam.", "40 ha", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc xử 9 vụ; toàn ngành Tòa án của tỉnh xử 78 vụ.", "78 vụ", "^Hà Giang", "level word"),
        ("Thôn Hạ, xã Tân Bắc mở mô hình, đến nay có 9/12 thôn theo.", "9/12 thôn", "/Tân Bắc", "sentence"),
        ("Sáng 5/6, huyện có 58 tổ dự thi.", "58 tổ", "", "level word"),
        ("Tòa tuyên phạt bị cáo P.V.T 7 năm tù.", "7 năm tù", "", "article"),
        ("Xã Tân Bắc có nhiều trâu nhất huyện với 900 con.", "900 con", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc là vựa cam lớn thứ hai của tỉnh, có 90 ha.", "90 ha", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc là vựa cam lớn của cả nước, có 90 ha.", "90 ha", "/Tân Bắc", "sentence"),
        ("Xã Tân Bắc còn 2%, thấp hơn so với tỷ lệ 5% của toàn huyện.", "5%", "", "level word"),
        ("Mỗi Công an xã phụ trách 700 hộ.", "700 hộ", "", "article"),
        ("Ngập 92 nhà, trong đó xã Tân Bắc 55, xã Bằng Lang 22; vùi 23 ha lúa.", "23 ha", "", "article"),
        ("Riêng xã Tân Bắc có sáu tổ; mỗi tổ góp 2 triệu đồng.", "2 triệu", "/Tân Bắc", "sentence"),
        ("Không riêng xã Tân Bắc, xã Bằng Lang có 31 tổ.", "31 tổ", "/Bằng Lang", "sentence"),
        ("Nhiều nhất là xã Tân Bắc 48 vụ, tiếp đến xã Bằng Lang 37 vụ.", "37 vụ", "/Bằng Lang", "sentence"),
        ("Tại xã Tân Bắc, ngày 5/6, Công an huyện bắt 3 đối tượng.", "3 đối tượng", "/Tân Bắc", "sentence"),
        ("Ở xã Tân Bắc, tổ tuần tra bắt 3 đối tượng từ nơi khác đến.", "3 đối tượng", "/Tân Bắc", "sentence"),
        ("Tỷ lệ của toàn huyện là 99%, của xã Tân Bắc là 98%.", "99%", "", "level word"),
        ("Xe đến đoạn ngã 3 Hạ (thôn Nam, xã Tân Bắc) thì tông 4 người.", "4 người", "/Tân Bắc/Nam", "sentence"),
        ("Hãng có 12 cửa hàng tại Việt Nam.", "12 cửa", "^-", "nation"),
        ("Huyện mở chợ đêm đầu tiên tại Việt Nam với 40 gian hàng.", "40 gian", "", "level word"),
        ("Tây Nguyên và Nam Bộ có 4 đợt mưa đá.", "4 đợt", "^-", "nation"),
        ("Mưa ở xã Tân Bắc (Quang Bình) 32mm, Nà Tưng (Bắc Mê) 14mm.", "14mm", "^Hà Giang/Bắc Mê", "sentence"),
        ("Vụ cháy cướp đi một cụ già và 2 người 58 tuổi ở xã Tân Bắc.", "2 người", "/Tân Bắc", "beside"),
        ("Một doanh nghiệp ở thành phố Hà Giang tặng 60 xe đạp.", "60 xe", "", "article"),
        ("Đến dự có ông Bảy, Bí thư Tỉnh ủy Hà Giang, cùng 120 hộ dân.", "120 hộ", "", "article"),
        ("Hội Nông dân tỉnh quản lý 35 câu lạc bộ.", "35 câu", "^Hà Giang", "level word"),
        ("Công an tỉnh bắt 3 đối tượng.", "3 đối tượng", "", "article"),
        ("Tỉnh Hà Giang trao 12 con bò cho 10 hộ nghèo ở xã Tân Bắc.", "12 con", "/Tân Bắc", "beside"),
    ],
)  # fmt: skip
def test_the_sentence_gives_a_place(sentence: str, piece: str, below: str, reason: str) -> None:
    scene = scene_of(LEAD, sentence)
    expected = below[1:] if below.startswith("^") else DISTRICT + below
    assert place_of(scene, piece) == (expected, reason)


def test_a_sentence_without_a_place_inherits_the_one_before() -> None:
    scene = scene_of(
        LEAD,
        "Ở xã Tân Bắc, cơ sở chè của bà Lan vay 300 triệu đồng. Mỗi năm bà bán 15 tấn chè.",
        "Mỗi hộ góp 2 ngày công.",
    )
    assert place_of(scene, "15 tấn") == (f"{DISTRICT}/Tân Bắc", "scene")
    assert place_of(scene, "2 ngày công") == (DISTRICT, "article")


def test_units_told_by_a_percent_are_several() -> None:
    scene = scene_of(LEAD, "Ở bản Nà Hoi, xã Tân Bắc có đường. Đến năm 2030, 100% số bản có điện.")
    assert place_of(scene, "100%")[0] == DISTRICT + "/Tân Bắc"


def test_a_neighbour_sets_no_scene() -> None:
    scene = scene_of(LEAD, "Ở xã Tân Bắc kề bên, 96 nhà tốc mái. Huyện trao 9 tấn gạo. Ban tổ chức phát 40 chăn.")
    assert place_of(scene, "96 nhà") == (f"{DISTRICT}/Tân Bắc", "sentence")
    assert place_of(scene, "40 chăn")[0] == DISTRICT


def test_a_partner_says_not_where() -> None:
    scene = scene_of(LEAD, "UBND xã Tân Bắc phối hợp với Công an huyện giúp 12 hộ.")
    assert place_of(scene, "12 hộ")[0] == f"{DISTRICT}/Tân Bắc"


def test_several_examples_set_no_scene() -> None:
    scene = scene_of(LEAD, "Tiêu biểu, xã Tân Bắc có 9 tổ; xã Bằng Lang có 8 tổ. Từ đầu năm, các tổ bắt 7 vụ.")
    assert place_of(scene, "7 vụ")[0] == DISTRICT


def test_the_meeting_brings_the_article_back() -> None:
    scene = scene_of(LEAD, "Tại xã Tân Bắc có 9 tổ. Tại hội nghị, 12 cá nhân nhận quà.")
    assert place_of(scene, "12 cá nhân") == (DISTRICT, "article")


def test_a_searched_home_is_where_the_person_lives() -> None:
    scene = scene_of(
        LEAD, "Tổ công tác bắt quả tang Sùng A Thử, trú tại thôn Hạ, xã Tân Bắc. Khám xét nơi ở, thu 2 súng."
    )
    assert place_of(scene, "2 súng")[0] == f"{DISTRICT}/Tân Bắc/Hạ"


def test_a_recipient_sets_no_scene() -> None:
    scene = scene_of(LEAD, "Huyện tặng quà cho nhân dân xã Tân Bắc. Đoàn còn trao 20 suất học bổng.")
    assert place_of(scene, "20 suất")[0] == DISTRICT


def test_counted_units_must_fit_into_the_scene() -> None:
    """Mưa lũ: a hundred communes lie in no single district."""
    scene = scene_of(
        "Đỉnh lũ tại huyện Lệ Thủy, tỉnh Quảng Bình đạt 4,5m. Lúc cao điểm, 120 xã, phường bị ngập.",
        title=None, published="2020-10-20",
    )  # fmt: skip
    assert place_of(scene, "120 xã")[0] == "Quảng Bình"


@pytest.mark.parametrize(
    ("count", "path"),
    [
        ("15 xã", "Hà Giang/Quang Bình"),
        ("195 xã", "Hà Giang"),
        ("63 tỉnh", "-"),
        ("138 huyện", "Hà Giang/Quang Bình"),
    ],
)
def test_roomy(count: str, path: str) -> None:
    scene = scene_of(LEAD)
    units, path_of_scene = units_named(scene.reading), ("Hà Giang", "Quang Bình")
    found = roomy(units, "2022-06-06", f"có {count}, thị trấn", path_of_scene)
    assert "/".join(found or ("-",)) == path


@pytest.mark.parametrize(
    ("title", "paragraph", "home", "expected"),
    [
        ("Xã Tân Bắc ra quân", LEAD, None, f"{DISTRICT}/Tân Bắc"),
        (
            None,
            "Ngày 3/1, tại xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang, 30 người ra quân.",
            None,
            f"{DISTRICT}/Tân Bắc",
        ),
        (None, "Hai thôn Nà Rại và Nà Tho của xã Tân Bắc, huyện Quang Bình có điện.", None, f"{DISTRICT}/Tân Bắc"),
        (None, "Đoàn Trường Cao đẳng Y tế An Giang khám bệnh cho 1.200 lượt người.", None, "An Giang"),
        (None, "Hội nghị khen thưởng 30 người.", "Sơn La", "Sơn La"),
        (None, "Hội nghị khen thưởng 30 người.", None, "-"),
        (None, "Khán giả chờ phim. " * 20 + "Diễn viên quê ở Hà Nội.", None, "-"),
        (None, "Khán giả chờ phim. " * 20 + "Rạp ở Sơn La kín chỗ.", "Sơn La", "Sơn La"),
        (
            None,
            "Lãnh đạo tỉnh Hà Giang dự lễ. " + "Huyện Quang Bình tổ chức lễ. " * 5,
            None,
            DISTRICT,
        ),
    ],
)
def test_what_the_article_is_about(title: str | None, paragraph: str, home: str | None, expected: str) -> None:
    scene = scene_of(paragraph, title=title, home=home)
    assert "/".join(scene.article_place or ("-",)) == expected


NATIONAL = "Sáng 5/6, tại tỉnh Đắk Lắk, Phó Thủ tướng dự hội nghị về rừng ở Tây Nguyên và cả nước. "


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        (NATIONAL + "Đến nay đã rà soát 122 công ty.", "122 công ty", "-"),
        ("Ba tỉnh Lào Cai, Sơn La, Nghệ An có 30 trường. Trung ương Đoàn giúp 9 trường.", "9 trường", "-"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Mỗi hộ nhận 2 con bò.", "2 con bò", "Đắk Lắk"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Các địa phương đề nghị giúp 90 hộ.", "90 hộ", "-"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Theo Bộ Nội vụ, đã bố trí 70 hộ.", "70 hộ", "-"),
        ("Mưa lũ tại tỉnh Nghệ An làm 3 người chết. Chính phủ cấp 5 tấn gạo cho tỉnh.", "5 tấn", "Nghệ An"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Tại kỳ họp, Bộ Nội vụ giao 70 chỉ tiêu.", "70 chỉ", "Đắk Lắk"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Sáng 1/10, Bộ Nội vụ giao 70 chỉ tiêu.", "70 chỉ", "-"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Ngoài ra, Chính phủ cấp 70 tấn gạo.", "70 tấn", "-"),
        (LEAD + " Các tỉnh miền núi phía Bắc có 7 đợt mưa đá.", "7 đợt", "-"),
        (LEAD + " Toàn vùng đồng bằng sông Cửu Long có 13 trường.", "13 trường", "-"),
        (LEAD + " Huyện có 9 tổ, dẫn đầu Tây Nguyên với 4 cờ.", "4 cờ", DISTRICT),
    ],
)
def test_the_country_is_no_place(text: str, piece: str, expected: str) -> None:
    assert place_of(scene_of(text, title=None), piece)[0] == expected


def test_a_place_in_a_schemes_name_is_the_schemes_alone() -> None:
    scene = scene_of(LEAD, "Mô hình “Bình yên thôn Nà Rại” và mô hình “Cổng trường em” có 50 người.")
    assert place_of(scene, "“Cổng trường em”")[0] == DISTRICT


def test_paths_are_compared_by_their_keys() -> None:
    assert same(("Thanh Hóa", "Đak Hlơ")) == same(("Thanh Hoá", "Đăk Hlơ"))
    assert common([("A", "B", "C"), ("A", "B", "D")]) == ("A", "B")
    assert within(("A", "B"), ("A",)) and not within(("A",), ("A",))


@pytest.mark.parametrize("text", ["", "\n\n", ")(", "xã", "1"])
def test_odd_text_has_no_place(text: str) -> None:
    scene = setting_of(read(Article(id="a", text=text)))[0]
    assert scene.locality(0, len(text))[0] is None


def test_a_place_right_before_a_number_is_its_place() -> None:
    scene = scene_of(
        "Lốc làm 6 người bị thương (Nam Định 1 người, Thái Bình 3 người và Hà Nam 2 người).", title=None
    )
    places = {piece: place_of(scene, piece)[0] for piece in ("1 người", "3 người", "2 người")}
    assert places == {"1 người": "Nam Định", "3 người": "Thái Bình", "2 người": "Hà Nam"}


def test_a_site_lies_in_the_district_whose_name_it_bears() -> None:
    text = "UBND huyện Long Thành, tỉnh Đồng Nai họp. Dự án sân bay Long Thành rộng 5.000 ha, cả tỉnh mong đợi."
    assert place_of(scene_of(text, title=None), "5.000 ha")[0] == "Đồng Nai/Long Thành"


def test_a_scene_fades_where_the_article_is_about_no_place() -> None:
    quiet = "Bệnh này khó phòng. Thuốc vẫn sẵn. Người nhà nên biết. Ai cũng có thể mắc. "
    text = NATIONAL + "Tại tỉnh Đắk Lắk có 40 ca bệnh. " + quiet + "Khoảng 90 ca khỏi hẳn."
    assert place_of(scene_of(text, title=None), "90 ca")[0] == "-"
    assert (
        place_of(scene_of(text.replace("Thuốc vẫn", "Trong tỉnh thuốc vẫn"), title=None), "90 ca")[0] == "Đắk Lắk"
    )


def test_a_place_that_is_compared_with_governs_nothing() -> None:
    sentence = "Hộ nghèo còn 2%, thấp hơn bình quân chung của tỉnh Hà Giang; hộ cận nghèo là 5%."
    assert place_of(scene_of(LEAD, sentence), "5%")[0] == DISTRICT


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        (LEAD + " Tại chợ Hôm (xã Tân Bắc), gạo giá 90.000 đồng.", "90.000 đồng", DISTRICT + "/Tân Bắc"),
        (LEAD + " Tại chợ Hôm (xã Tân Bắc) có cháy. Cả buổi dập 3 đám.", "3 đám", DISTRICT),
        (LEAD + " Tại xã Tân Bắc mất 2 xe. Tại phiên tòa, bị cáo khai 9 vụ.", "9 vụ", DISTRICT),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Tổng Bí thư cho biết đã xử 13 vụ án.", "13 vụ", "-"),
        (NATIONAL + "Tại tỉnh Đắk Lắk còn 40 hộ. Cả tháng nhập vào Việt Nam 70 xe.", "70 xe", "-"),
        (NATIONAL + "Ông Ba, Phó trưởng đoàn tỉnh Đắk Lắk nêu, cả ngành nộp 10 tỷ đồng.", "10 tỷ", "-"),
        (LEAD + " Tại Nhật Bản, giống lúa này đạt 9 tấn/ha.", "9 tấn", "-"),
        (LEAD + " Quỹ ở Singapore góp cho huyện 8 tỷ đồng.", "8 tỷ", DISTRICT),
        (LEAD + " Xã Tân Bắc là một trong 9 xã làm điểm.", "9 xã", "-"),
        (LEAD + " Xã Tân Bắc là 1 trong 4 xã của huyện Quang Bình về đích.", "4 xã", DISTRICT),
        (LEAD + " Mỗi sáng 20 chuyến xe chở về Hà Nội tiêu thụ.", "20 chuyến", DISTRICT),
        (LEAD + " Cầu trị giá 15 tỷ đồng do thành phố Hải Phòng hỗ trợ.", "15 tỷ", DISTRICT),
        ("Giá vàng lại tăng. " * 3 + "Lúc 9h, giờ Hà Nội, mỗi ounce thêm 2 USD.", "2 USD", "-"),
    ],
)
def test_what_counts_more_than_the_place_beside_it(text: str, piece: str, expected: str) -> None:
    assert place_of(scene_of(text, title=None), piece)[0] == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Mẫu xe này ra mắt ở Nhật Bản. Máy khỏe. Ghế êm. Giá hợp lý. Ai cũng mê. Xe đẹp. Nay bán ở Hà Nội.", None),
        ("Hãng Hàn Quốc mở xưởng. Người Nhật Bản góp vốn. Thợ giỏi. Nay tỉnh Hà Nam cho thuê đất.", None),
        ("Hãng mở xưởng. Thợ giỏi. Nay tỉnh Hà Nam cho thuê đất. Người dân Hà Nam vui.", ("Hà Nam",)),
    ],
)
def test_a_place_that_comes_late_has_to_outweigh_the_rest(text: str, about: tuple[str, ...] | None) -> None:
    assert scene_of(text, title=None).article_place == about


def test_numbers_told_respectively_are_each_of_its_place() -> None:
    text = "Các huyện Hiệp Hòa và Yên Dũng, tỉnh Bắc Giang lần lượt xử phạt 15 trường hợp và 37 trường hợp."
    places = [(int(fact.value or 0), fact.locality) for fact in counts_of(text)]
    assert places == [(15, ("Bắc Giang", "Hiệp Hòa")), (37, ("Bắc Giang", "Yên Dũng"))]


def test_a_headline_village_stands_for_its_commune_where_the_text_is_about_that() -> None:
    scene = scene_of(
        LEAD,
        "Ở thôn Hạ, xã Tân Bắc, đường đã rộng. Toàn xã hiến 900 m2 đất. Xã Tân Bắc còn 9 km đường đất.",
        "UBND xã lo cát.",
        "Năm nay, xã mở thêm đường. Lũ làm ngập 92 nhà.",
        title="Đường vào thôn Hạ, xã Tân Bắc",
    )
    assert place_of(scene, "92 nhà")[0] == f"{DISTRICT}/Tân Bắc"


def test_direct_speech_is_of_the_place_of_its_speaker() -> None:
    scene = scene_of(
        LEAD,
        "“Thôn tôi có 112 hộ thì 104 hộ đã vào nhóm. Năm ngoái còn 9 hộ đứng ngoài”, ông Lành Văn Bảy, Trưởng thôn"
        " Hạ, xã Tân Bắc, kể.",
        "Đã có 30 hộ góp tiền.",
    )
    assert place_of(scene, "112 hộ")[0] == f"{DISTRICT}/Tân Bắc/Hạ"
    assert place_of(scene, "9 hộ")[0] == f"{DISTRICT}/Tân Bắc/Hạ"
    assert place_of(scene, "30 hộ") == (DISTRICT, "article")


def test_a_city_of_its_own_is_the_province() -> None:
    scene = scene_of(
        "Công an quận Nam Từ Liêm bắt 2 người.",
        "Theo Công an thành phố, cả TP có 90 vụ.",
        title="Quận Nam Từ Liêm (Hà Nội) bắt nhóm trộm",
    )
    assert place_of(scene, "90 vụ") == ("Hà Nội", "level word")


def test_here_is_where_something_was_last_said_to_be() -> None:
    scene = scene_of(LEAD, "Trước đó, tại xã Tân Bắc, huyện thả cá. Tại đây, 35 nghìn con giống được thả.")
    assert place_of(scene, "35 nghìn") == (f"{DISTRICT}/Tân Bắc", "level word")
    assert place_of(scene_of(LEAD, "Tại đây có 9 hộ."), "9 hộ")[0] == DISTRICT


def test_a_ranking_hands_on_no_place() -> None:
    lead = "Mưa lũ ở huyện An Minh, tỉnh Kiên Giang làm sập 40 nhà."
    ranked = "Xã Đông Hưng thiệt hại nặng nhất với 9 nhà, kế đến là Vân Khánh 7 nhà. Giá trị thiệt hại 6 tỷ đồng."
    assert place_of(scene_of(lead, ranked, title="An Minh: Tin trong ngày"), "6 tỷ")[0] == "Kiên Giang/An Minh"


@pytest.mark.parametrize(
    ("piece", "place"),
    [("58%", "/An Minh"), ("71%", ""), ("34 triệu", "/An Minh"), ("46 tỷ", "/An Minh")],
)
def test_a_figure_compared_with_is_of_the_other_unit(piece: str, place: str) -> None:
    lead = "Huyện An Minh, tỉnh Kiên Giang họp bàn giảm nghèo."
    rates = "Tỷ lệ dùng nước sạch của huyện đạt 58%, thấp hơn mức 71% của tỉnh Kiên Giang. Đã cho vay 46 tỷ đồng."
    income = "Thu nhập đạt 34 triệu đồng, thấp hơn bình quân chung của tỉnh (41 triệu đồng)."
    assert (
        place_of(scene_of(lead, rates, income, title="An Minh: Tin trong ngày"), piece)[0] == f"Kiên Giang{place}"
    )


def test_a_lead_s_commune_is_one_of_several_where_the_text_goes_on_to_the_district() -> None:
    lead = "Bốn giờ chiều thứ sáu, tiếng loa của thôn Hạ, xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang vang lên."
    rest = (
        "Toàn huyện có 162 đoạn đường tự quản. Xã Bằng Lang có 9 đoạn. Xã Yên Hà có 5 đoạn. Xã Tân Nam có 7 đoạn."
    )
    told = "Ở xã Xuân Giang, đường sạt lở 180m.\nTrong quý I, nhân dân lắp 1.240 bóng điện."
    scene = scene_of(lead, rest, told, title="Những con đường không ai phải nhắc")
    assert place_of(scene, "1.240 bóng điện") == (DISTRICT, "article")
