"""Who acts, comes, buys or holds a feast in a sentence, and what place its numbers have by that."""

from tests.test_scene import DISTRICT, LEAD, place_of, scene_of


def test_a_larger_units_force_does_not_widen_the_scene() -> None:
    lead = "Rạng sáng 5/6, lửa bùng lên tại xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang."
    scene = scene_of(f"{lead} Công an tỉnh Hà Giang điều sáu xe đến dập lửa. Sau đó tìm thấy 3 thi thể.")
    assert place_of(scene, "3 thi thể") == (f"{DISTRICT}/Tân Bắc", "scene")


def test_a_fire_is_where_the_lead_tells_it() -> None:
    lead = "Rạng sáng 5/6, lửa bùng lên tại một quán ăn ở xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang."
    scene = scene_of(lead, "Lửa thiêu rụi 5 xe máy.", title="Cháy quán ăn ở Quang Bình")
    assert place_of(scene, "5 xe máy") == (f"{DISTRICT}/Tân Bắc", "article")


def test_a_buyers_place_and_a_place_singled_out_govern_nothing() -> None:
    scene = scene_of(LEAD, "Hội bán cho một công ty ở xã Tân Bắc 9 tấn cam.")
    assert place_of(scene, "9 tấn")[0] == DISTRICT
    scene = scene_of(LEAD, "Còn 45 hộ chưa đồng ý, tập trung tại xã Tân Bắc với 28 hộ.")
    assert place_of(scene, "45 hộ")[0] == DISTRICT


def test_a_level_word_behind_a_time_acts_unless_it_gives() -> None:
    commune = ("Xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang họp dân.",)
    for acts, place in (("trồng", DISTRICT), ("cấp", f"{DISTRICT}/Tân Bắc"), ("mở cho xã", f"{DISTRICT}/Tân Bắc")):
        scene = scene_of(*commune, f"Năm 2021, huyện {acts} 9 thứ.", title="Tân Bắc đổi mới")
        assert place_of(scene, "9 thứ")[0] == place


def test_a_bare_name_that_is_a_commune_sets_the_scene() -> None:
    scene = scene_of(LEAD, "Tân Bắc là một trong những xã đi đầu. Hai năm qua, xã góp 38 tỷ đồng.")
    assert place_of(scene, "38 tỷ") == (f"{DISTRICT}/Tân Bắc", "level word")


def test_a_distance_is_of_what_lies_far_away() -> None:
    scene = scene_of(LEAD, "Trạm Y tế xã Tân Bắc cách trung tâm huyện 90 km.")
    assert place_of(scene, "90 km") == (f"{DISTRICT}/Tân Bắc", "sentence")


def test_a_feast_is_where_the_village_holds_it() -> None:
    feast = "Thôn Mẫu, xã Tân Bắc, huyện Quang Bình tổ chức ngày hội."
    scene = scene_of(LEAD, feast, "Dịp này, lãnh đạo tỉnh thăm hỏi bà con. Ban tổ chức trao 9 giải.")
    assert place_of(scene, "9 giải") == (f"{DISTRICT}/Tân Bắc/Mẫu", "scene")


def test_a_region_in_the_headline_outweighs_one_province() -> None:
    flood = "Ban Chỉ đạo Trung ương cho biết, lũ làm 17 người chết."
    more = "Tại tỉnh Hà Giang, nước dâng cao. Ở tỉnh Lào Cai, 20 nhà ngập."
    assert scene_of(flood, more, title="Lũ lớn ở miền núi phía Bắc", published="2020-10-12").article_place is None


def test_speech_behind_a_colon_is_no_list() -> None:
    said = "Ông Bảy, Giám đốc ngân hàng, cho biết: Đến hết tháng 6, tổng dư nợ toàn huyện đạt 340 tỷ đồng."
    lead = "Sáng 5/6, UBND xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang họp dân."
    scene = scene_of(lead, f"{said} Nợ quá hạn còn 2 tỷ đồng.", title="Xã Tân Bắc đổi mới")
    assert place_of(scene, "2 tỷ") == (DISTRICT, "scene")


def test_what_a_body_has_done_over_the_years_is_of_its_unit() -> None:
    lead = "Sáng 5/6, UBND xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang trao nhà."
    scene = scene_of(
        lead, "Từ năm 2020 đến nay, Hội Chữ thập đỏ tỉnh đã xây 310 căn nhà.", title="Tân Bắc có nhà mới"
    )
    assert place_of(scene, "310 căn") == ("Hà Giang", "level word")
