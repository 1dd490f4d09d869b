"""Reading places: phenomena one by one, and laws for odd text."""

import time
import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.places.read import as_named, read_places
from extractor.reading.places.spelling import within_one
from extractor.reading.places.text import Phrases, syllables
from extractor.reading.spans import Place
from extractor.vietnamese.letters import canonical
from extractor.vietnamese.lexicon import Row


def read(
    text: str, date: str | None = "2024-06-01", home: str | None = None, outlet: str | None = None
) -> list[Place]:
    return list(read_places(SimpleNamespace(text=text), date, home, outlet))  # type: ignore[arg-type]


def shown(text: str, *args: str | None) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], "/".join(p.path)) for p in read(text, *args)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("XÃ CAI KINH SƠ KẾT MÔ HÌNH", ["XÃ CAI KINH"], id="capitals"),
        pytest.param("Chỉ còn hai huyện là Mê Linh và Thường Tín", ["huyện là Mê Linh", "Thường Tín"], id="linker"),
        pytest.param("TP.Hội An và TX.Điện Bàn ra quân", ["TP.Hội An", "TX.Điện Bàn"], id="glued abbreviation"),
        pytest.param("Tiếp nhận ở Q.5, P.3 và Quận 1", ["Q.5", "P.3", "Quận 1"], id="numbered"),
        pytest.param("Gồm 18 xã và 1 đặc khu. Tỉnh Bạc Liêu dự họp", ["Tỉnh Bạc Liêu"], id="sentence end"),
        pytest.param(
            "Huyện đoàn Gio Linh và Tỉnh ủy Quảng Trị", ["Huyện đoàn Gio Linh", "Tỉnh ủy Quảng Trị"], id="bodies"
        ),
        pytest.param("Hợp tác xã Thành Công thu mua lúa", [], id="cooperative"),
        pytest.param("Chủ tịch Hội Nông dân xã Trần Văn Thử nói", [], id="person after a level word"),
        pytest.param("Đoàn từ huyện Hà Khẩu, tỉnh Vân Nam, Trung Quốc sang", [], id="abroad"),
        pytest.param("Kịch bản 3 của bản Hiến pháp, thác Bản Giốc", [], id="papers and falls"),
        pytest.param(
            "Ở Bản Hạ, xã Lục Dạ và người dân Bản Đoài, xã Lục Dạ; thác Bản Trên, xã Lục Dạ",
            ["Bản Hạ", "xã Lục Dạ", "Bản Đoài", "xã Lục Dạ", "xã Lục Dạ"],
            id="capital village words",
        ),
        pytest.param("Mẫu xe có bản Concept One và bản RS", [], id="versions"),
        pytest.param("Mẫu xe có bản 7 chỗ và bản 2.0V Sport", [], id="versions in numbers"),
        pytest.param("Mỗi phường 2 tổ, mỗi tổ 5 người", [], id="counts"),
        pytest.param("Bảo tàng Hồ Chí Minh, đường Hà Tiên, sông Kiến Giang", [], id="names of other things"),
        pytest.param("Chị Hoàng Minh Châu và anh Quang Trung về làng", [], id="people"),
        pytest.param("Nông thôn Việt Nam giữ gìn hòa bình, thống nhất", [], id="words"),
        pytest.param("Xe từ Đắklắk về Sapa", ["Đắklắk", "Sapa"], id="written together"),
        pytest.param("Khi đoàn tới Huế, trời mưa", ["Huế"], id="one syllable behind a preposition"),
        pytest.param(
            "Ban Chỉ đạo 35 Thành ủy Vinh; Phòng PV05 Công an", ["Thành ủy Vinh"], id="numbers of committees"
        ),
        pytest.param(
            "Nhà 5, phường Quan Hoa, Cầu Giấy", ["phường Quan Hoa", "Cầu Giấy"], id="district behind a ward"
        ),
        pytest.param("Phường 5, TP. Vị Thanh", ["Phường 5", "TP. Vị Thanh"], id="ward with a Roman number"),
        ("Buôn Kmang, buôn Yun còn nhiều hộ nghèo", ["Buôn Kmang", "buôn Yun"]),
        ("Thị xã ven biển Hoàng Mai có bảy bến cá", ["Thị xã ven biển Hoàng Mai"]),
        ("Ở huyện miền núi Khánh Sơn và xã đảo Long Sơn", ["huyện miền núi Khánh Sơn", "xã đảo Long Sơn"]),
        ("Về huyện vùng cao biên giới Mường Tè", ["huyện vùng cao biên giới Mường Tè"]),
        ("Huyện nghèo trồng sắn, xã đảo làm muối", []),
        ("- P.V: Thưa bà, P.V trao đổi với huyện", []),
    ],
)
def test_what_is_and_what_is_no_mention(text: str, mentions: list[str]) -> None:
    assert [text[p.start : p.end] for p in read(text) if p.role != "name"] == mentions


@pytest.mark.parametrize(
    ("text", "villages"),
    [
        ("thôn Hạ, xã Đông Các, huyện Đông Hưng, Thái Bình", ["Hạ"]),
        ("Ở xã Đông Các, huyện Đông Hưng có thôn Nam và Bắc", ["Nam", "Bắc"]),
        ("Các ấp 1, 2 và 3 của xã Mỹ Hòa Hưng, TP. Long Xuyên", ["1", "2", "3"]),
        ("Tổ dân phố 3, thị trấn Cẩm Xuyên, huyện Cẩm Xuyên", ["3"]),
        ("Nhà ở tổ 7, phường Mỹ Long, TP. Long Xuyên; tổ 7 có 20 hộ; cả tổ 8 người", ["7", "7"]),
        ("Bà Năm, Trưởng khu 5, thị trấn Thanh Ba, huyện Thanh Ba", ["5"]),
        (
            "Ông Bảy ở khu Hạ Liên, xã Võ Miếu, huyện Thanh Sơn và đội khu Thanh Hà với 32 người",
            ["Hạ Liên", "Thanh Hà"],
        ),
        ("Xã An Nhơn, huyện Đạ Tẻh, Lâm Đồng và thôn 4 An Nhơn họp dân", ["4 An Nhơn"]),
        ("Hộ nghèo buôn Dliê Ya B, xã Ea Tóh, huyện Krông Năng vay vốn", ["Dliê Ya B"]),
        ("Bằng khen cho già làng Rơ Lan Hạ ở làng Tào, xã Ayun, huyện Chư Sê", ["Tào"]),
        ("Khối 12 có 40 em, khu vực biên giới có 30 hộ", []),
    ],
)
def test_villages_have_no_code_and_hang_under_their_commune(text: str, villages: list[str]) -> None:
    found = [p for p in read(text) if p.level == "village"]
    assert [p.name for p in found] == villages
    assert all(p.code is None and len(p.path) == 4 for p in found)


def test_a_column_headed_by_a_village_word_names_villages() -> None:
    table = "| Thôn | Số hộ |\n|---|---|\n| Mẫu Trai | 561 |\n| Mẫu Xá | 508 |"
    found = read(f"Xã Hồng Thái, huyện Na Hang, tỉnh Tuyên Quang rà soát.\n{table}")
    assert [place.name for place in found if place.level == "village"] == ["Mẫu Trai", "Mẫu Xá"]


def test_a_near_miss_is_a_runner_up() -> None:
    place = read("Phường Tân Thành, TP. Cà Mau", "2020-01-01")[0]
    assert place.path == ("Cà Mau", "Cà Mau", "Tân Thành")
    assert not place.runners_up or place.runners_up[0][1] < place.probability
    tied = read("Xã Tân Thành có điện.")[0]
    assert len(tied.runners_up) == 3


def test_a_village_without_a_commune_hangs_under_the_district() -> None:
    (village,) = (p for p in read("Huyện Lục Ngạn, Bắc Giang cho biết thôn Hạ mất mùa.") if p.level == "village")
    assert village.path == ("Bắc Giang", "Lục Ngạn", "Hạ")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anh trú tại [xã Phú Châu], huyện Đông Hưng, Thái Bình", "home"),
        ("Đường [Bắc Quang] đi Vị Xuyên ở Hà Giang sạt lở", "route"),
        ("Trường Cao đẳng Y tế [An Giang] tuyển sinh", "name"),
        ("Trang thông tin điện tử [xã Vĩnh Phúc], huyện Bắc Quang", "name"),
        ("(BRVT) - Sáng nay", "name"),
        ("Trường Mầm non [xã Đông Các], huyện Đông Hưng", "site"),
        ("Bệnh viện Đa khoa [thành phố Vinh]", "place"),
        ("Cụ quê gốc ở [Hải Dương]", "home"),
        ("Công an [xã Đông Các], huyện Đông Hưng", "place"),
    ],
)
def test_roles(text: str, role: str) -> None:
    text = text.replace("[", "").replace("]", "")
    assert read(text)[0].role == role


def test_an_abbreviation_that_the_article_makes_is_its_unit() -> None:
    text = "Huyện Hàm Thuận Nam, Bình Thuận có 13 xã. Toàn huyện HTN có 127 tổ."
    assert shown(text)[-1] == ("huyện HTN", "Bình Thuận/Hàm Thuận Nam")


def test_a_misspelt_unit_is_a_suggestion_without_a_code() -> None:
    text = "Mưa đá ở huyện Xín Mần, tỉnh Hà Giang, nhất là xã Nấm Dấn."
    place = read(text)[-1]
    assert (place.path, place.code, place.rule) == (("Hà Giang", "Xín Mần", "Nấm Dấn"), None, "suggested spelling")
    assert place.candidates == (("Hà Giang", "Xín Mần", "Nấm Dẩn"),)
    assert place.probability <= 0.6


def test_an_unknown_unit_is_kept_as_written_with_little_confidence() -> None:
    place = read("Xã Tân Lạc Thủy, huyện Lục Ngạn, Bắc Giang")[0]
    assert (place.path, place.code) == (("Bắc Giang", "Lục Ngạn", "Tân Lạc Thủy"), None)
    assert place.probability < 0.5


@pytest.mark.parametrize("text", ["Xã Tân Thành có 30 hộ.", "Huyện Châu Thành và phường 1 tuần tra."])
def test_a_tie_stays_ambiguous(text: str) -> None:
    place = read(text)[0]
    assert place.code is None
    assert len(place.candidates) > 1


@pytest.mark.parametrize(
    ("text", "date", "path", "former"),
    [
        ("Huyện Hữu Lũng cũ", "2025-10-01", "Lạng Sơn/Hữu Lũng", True),
        ("TP. Vinh", "2025-08-01", "Nghệ An/Vinh", True),
        ("Huyện Đakrông, tỉnh Quảng Trị", "2020-08-01", "Quảng Trị/Đa Krông", False),
        ("TP. Vinh", "2024-08-01", "Nghệ An/Vinh", False),
        ("Sau sáp nhập, xã Cai Kinh ổn định", "2025-10-01", "Lạng Sơn/Cai Kinh", False),
        (
            "Hợp nhất ba xã Yên Sơn, Yên Vượng và Cai Kinh (huyện Hữu Lũng cũ)",
            "2025-10-01",
            "Lạng Sơn/Hữu Lũng/Yên Sơn",
            True,
        ),
        ("Xã Biển Bạch (huyện Thới Bình, tỉnh Cà Mau cũ)", "2026-03-01", "Cà Mau/Biển Bạch", False),
        ("Toàn tỉnh Long An cũ", "2026-03-01", "Long An", True),
        ("Trưởng Công an xã Kim Bôi kể chuyện", "2025-11-01", "Phú Thọ/Kim Bôi", False),
        ("Quỳnh Phụ vào hội: xã Quỳnh Phụ có từ huyện Quỳnh Phụ cũ", "2026-03-01", "Hưng Yên/Quỳnh Phụ", False),
    ],
)
def test_units_of_the_past(text: str, date: str, path: str, former: bool) -> None:
    place = read(text, date)[0]
    assert ("/".join(place.path), place.former) == (path, former)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Công an thành phố giúp xã Bằng Cả.", "Quảng Ninh/Hạ Long/Bằng Cả"),
        ("Năm 2018, huyện Hoành Bồ và xã Bằng Cả ra quân.", "Quảng Ninh/Hoành Bồ/Bằng Cả"),
        ("Sau hợp nhất năm 2025, xã Cai Kinh có 21 thôn.", "Lạng Sơn/Cai Kinh"),
        ("Xe từ TP Huế lên huyện A Lưới gặp nạn.", "Thừa Thiên Huế/A Lưới"),
        ("Xe từ TP Huế lên huyện A Lưới gặp nạn.", "Thừa Thiên Huế/Huế"),
        ("Đến năm 2025, huyện phấn đấu xã Cai Kinh đạt chuẩn.", "Lạng Sơn/Hữu Lũng/Cai Kinh"),
        ("Tháng 8/2025, bà con huyện Hữu Lũng cũ về xã Cai Kinh.", "Lạng Sơn/Cai Kinh"),
    ],
)
def test_without_a_date_the_text_decides(text: str, path: str) -> None:
    assert path in [found for _, found in shown(text, None)]


def test_the_outlet_says_where_the_article_is_at_home() -> None:
    outlet = "Trang thông tin điện tử xã Tân Tiến, huyện Đồng Phú"
    (place,) = read("Xã Tân Tiến có 20 tổ.", "2024-06-01", None, outlet)
    assert place.path == ("Bình Phước", "Đồng Phú", "Tân Tiến")


PIECES = "xã phường TP. huyện Hòa Bình Tân ( ) , và 1 3 cũ thôn P. Hà Nội ấp . \n “ : tỉnh"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES.split(" "))))
def test_odd_text_never_fails(parts: list[str]) -> None:
    text = " ".join(parts)
    places = read(text)
    assert [p.start for p in places] == sorted(p.start for p in places)
    assert all(0 <= p.start < p.end <= len(text) and p.path for p in places)


@pytest.mark.parametrize(
    "text",
    [
        "Xã Hòa Bình, huyện Thủy Nguyên, Hải Phòng",
        "Công an thị xã Thuận An bắt hai người ở phường Bình Hòa, Thuận An",
    ],
)
def test_spelling_does_not_change_what_is_read(text: str) -> None:
    """Older tone placement, decomposed letters and the Icelandic eth give the same paths."""
    expected = [path for _, path in shown(text)]
    older = text.replace("òa", "oà").replace("ủy", "uỷ")
    for other in (older, canonical(unicodedata.normalize("NFD", text)), text.replace("Đ", "Ð")):
        found = [path for _, path in shown(canonical(other))]
        assert [p.split("/")[0] for p in found] == [p.split("/")[0] for p in expected]
        assert len(found) == len(expected)


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-13", "0000", "2024-02-31", "9999"])
def test_any_date_will_do(date: str) -> None:
    assert read("Xã Cai Kinh, huyện Hữu Lũng, Lạng Sơn", date)


def test_time_grows_with_the_text_and_no_faster() -> None:
    text = "Xã Tân Thành, huyện Châu Thành và phường 1, TP. Hòa Bình (cũ) có thôn Hạ, xã Hòa Bình. "
    times = []
    for copies in (20, 80):
        started = time.process_time()
        read(text * copies)
        times.append(time.process_time() - started)
    assert times[1] < 16 * times[0] + 0.5


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("xín mần", "xí mần", True),
        ("tân", "tân", True),
        ("hoa", "hao", False),
        ("an", "anna", False),
        ("", "a", True),
    ],
)
def test_within_one_letter(one: str, other: str, near: bool) -> None:
    assert within_one(one, other) is within_one(other, one) is near


def test_syllables_keep_offsets_and_split_short_levels() -> None:
    text = "P3, Ea H’leo; K' Nàng"
    assert [text[s.start : s.end] for s in syllables(text)] == ["P", "3", "Ea", "H’leo", "K' Nàng"]


def test_phrases_find_their_longest_entry_at_and_before() -> None:
    phrases = Phrases([Row(word="xã", also=("xã đảo",), example=""), Row(word="trên địa bàn", example="")])
    words = syllables("trên địa bàn xã đảo Long Sơn")
    at, before = phrases.at(words, 3), phrases.before(words, 3)
    assert at and at[1] == 5
    assert before and before[1] == 0
    assert phrases.at(words, 99) is None


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("UBND phường Hòa Bình, thành phố Yên Bái tặng bà.", "phường Hòa Bình", "Yên Bái/Yên Bái/Hòa Bình"),
        ("Tại xã Thanh Bình, huyện Lục Nam có 5 hộ.", "xã Thanh Bình", "Bắc Giang/Lục Nam/Thanh Bình"),
        ("Xã Hòa Bình (huyện Yên Thành) có 5 hộ.", "Xã Hòa Bình", "Nghệ An/Yên Thành/Hòa Bình"),
        ("Ở phường Tân Lập, thành phố Vinh có 2 tổ.", "phường Tân Lập", "Nghệ An/Vinh/Tân Lập"),
    ],
)
def test_a_unit_is_put_where_it_is_told_to_lie_and_in_no_other_province(text: str, name: str, path: str) -> None:
    (place,) = (p for p in read(text, "2022-05-05") if text[p.start : p.end] == name)
    assert place.candidates
    assert place.code is None
    assert "/".join(place.path) == path


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Vụ việc xảy ra ở tỉnh Hà Nam, Trung Quốc. Người dân Hà Nam lo lắng.", []),
        ("Mưa lớn ở Trùng Khánh (Trung Quốc) làm 5 người chết.", []),
        ("Lễ hội ở tỉnh Sơn La, Lào Cai và Lai Châu.", ["Sơn La", "Lào Cai", "Lai Châu"]),
        ("Anh đến từ Hà Nam, Mỹ Lộc xa hơn.", ["Hà Nam"]),
        ("Mẫu xe P1 và P1 GTR chạy nhanh.", []),
    ],
)
def test_a_namesake_abroad_and_a_model_are_no_units(text: str, paths: list[str]) -> None:
    assert ["/".join(place.path) for place in read(text, "2020-05-05")] == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Doanh số Q3/2019 tăng, Q3 năm nay giảm, Q2 2020 đứng yên.", []),
        ("Nhà ở Q3, TP.HCM.", ["Hồ Chí Minh/3", "Hồ Chí Minh"]),
        ("Đội có Nam Định 1 người, Thái Bình 2 người.", ["Nam Định", "Thái Bình"]),
        ("Xe dồn ở các trạm thu phí Cầu Rác (Hà Tĩnh), Bến Thủy (Nghệ An).", ["Hà Tĩnh", "Nghệ An"]),
    ],
)
def test_numbers_and_names_that_only_look_like_places(text: str, paths: list[str]) -> None:
    assert ["/".join(place.path) for place in read(text) if place.role == "place"] == paths


def test_a_village_spelt_two_ways_is_one() -> None:
    usual = "Bon Bù Mẫu, xã Nhân Cơ, huyện Đắk R’lấp, tỉnh Đắk Nông yên ả. "
    found = read(usual * 3 + "Bon Bu Mẫu có 90 hộ. Bon Bù Đoài có 40 hộ.")
    assert [p.path[-1] for p in found if p.level == "village"] == ["Bù Mẫu"] * 4 + ["Bù Đoài"]


def test_a_bare_name_is_the_standing_unit_so_named() -> None:
    told = Place(0, 8, "Na Rì", "commune", ("Thái Nguyên", "Na Rì"))
    bare = Place(20, 25, "Na Rì", "commune", ("Na Rì",))
    old = Place(40, 45, "Na Rì", "district", ("Bắc Kạn", "Na Rì"), former=True)
    assert [place.path for place in as_named((told, bare, old))] == [told.path, told.path, old.path]
    assert as_named((bare, old)) == (bare, old)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ở Trấn Yên (Yên Bái), cây dâu lên xanh.", [("Yên Bái/Trấn Yên", "place"), ("Yên Bái", "place")]),
        ("Theo bà Nguyễn Tân Yên, mùa này được giá.", []),
        ("Bệnh viện Sản Nhi Nghệ An mổ ca khó.", [("Nghệ An", "name")]),
        ("Bệnh nhi V.T.L. (6 tuổi, ở xã Tam Hợp, Tương Dương, Nghệ An) đã khỏe.", [("Nghệ An", "home")]),
    ],
)
def test_capitals_before_a_bare_name(text: str, found: list[tuple[str, str]]) -> None:
    places = [("/".join(place.path), place.role) for place in read(text)]
    assert places[-len(found) :] == found if found else not places
