"""Units that are no more: the old communes of a new one set no scene."""

from extractor.facts.scene.scene import Scene
from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import setting_of


def scene_of(*paragraphs: str, title: str, published: str) -> Scene:
    text = "\n".join((title, "", *paragraphs))
    return setting_of(read(Article(id="a", text=text, title=title, published=published)))[0]


def place_of(scene: Scene, piece: str) -> tuple[str, str]:
    start = scene.reading.text.index(piece)
    path, reason = scene.locality(start, start + len(piece))
    return "/".join(path or ("-",)), reason


def test_a_level_word_means_the_unit_that_stands() -> None:
    scene = scene_of(
        "Mô hình được xã Hòa Ân cũ mở năm 2023, nay có ở 21 ấp trong toàn xã.",
        title="Xã Cầu Kè (Vĩnh Long) sau sáp nhập",
        published="2025-12-08",
    )
    assert place_of(scene, "21 ấp") == ("Vĩnh Long/Cầu Kè", "level word")


def test_what_a_new_commune_was_made_of_sets_no_scene() -> None:
    scene = scene_of(
        "Xã Kim Bôi (Phú Thọ) có từ thị trấn Bo và xã Vĩnh Đồng của huyện Kim Bôi, tỉnh Hòa Bình cũ.",
        "Riêng thị trấn Bo cũ có 9 hợp tác xã, xã Vĩnh Đồng cũ có 8 hợp tác xã.",
        "Nay địa bàn xã còn 386 ha cam.",
        title="Chuyện ở một xã mới",
        published="2025-12-08",
    )
    assert scene.article_place == ("Phú Thọ", "Kim Bôi")
    assert place_of(scene, "9 hợp tác xã")[0].endswith("Kim Bôi/Bo")
    assert place_of(scene, "386 ha")[0] == "Phú Thọ/Kim Bôi"
