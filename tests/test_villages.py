"""Villages with words that also mean other things, and their bare words."""

import pytest

from extractor.pipeline import extract
from extractor.reading.places.mentions import read_explicit
from extractor.reading.places.text import syllables
from extractor.records import Article
from extractor.vietnamese.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Xã có 17 làng. Tủ sách đặt tại làng Phung.", ["Phung"]),
        ("Trưởng khu dặn bà con. Vườn ươm nằm ở khu Đồng Mẫu.", ["Đồng Mẫu"]),
        ("Ông Hồ Văn Mẫu, làng Tăk Ngo, trồng sâm.", ["Tăk Ngo"]),
        ("Già làng kể về một làng Chăm.", []),
        ("Lễ ra mắt diễn ra tại khối Đông Mẫu. Nhà văn hóa khối Tây Hạ chật kín.", ["Đông Mẫu", "Tây Hạ"]),
        (
            "Thôn Na Lốc 3 hiến đất. Bà con thôn Đồng Mẫu 12 góp công. Thôn Hạ Mẫu 3 hộ.",
            ["Na Lốc 3", "Đồng Mẫu 12", "Hạ Mẫu"],
        ),
        ("Người dân khối Đảng, lãnh đạo khối Thi đua họp.", []),
        ("Nhà phố ở khu Đồng Mẫu tăng giá.", []),
        ("Trưởng bản Quàng Văn Mẫu nói: bản có 52 hộ.", []),
        ("Trưởng bản Nà Hạ cho biết.", ["Nà Hạ"]),
        ("Trưởng bản Hồ Mẫu dậy sớm. Ông Mẫu đi vận động từng nhà.", []),
        ("Trưởng thôn Đoàn Kết dậy sớm. Ông Mẫu đi vận động từng nhà.", ["Đoàn Kết"]),
        ("Nà Mẫu là bản vùng cao của xã Yên Hạ.", ["Nà Mẫu"]),
        ("Hòa Mẫu là một trong những làng cổ của xã Yên Hạ.", ["Hòa Mẫu"]),
        ("Thành Mẫu là khu công nghiệp của tỉnh Đoài.", []),
        ("Mô hình ra mắt tại khu 6 và tại khối 5, rộng hơn khu 4.", ["6", "5"]),
        ("Già làng kể chuyện. Làng Kon Tu Mẫu 2 là nơi đầu tiên làm.", ["Kon Tu Mẫu 2"]),
        ("Ngày hội ở khu dân cư Đồng Mẫu. Khu dân cư Đồng Mẫu có 312 hộ.", ["Đồng Mẫu", "Đồng Mẫu"]),
        ("Xã có 3 khu dân cư NTM kiểu mẫu, 2 khu dân cư văn hóa.", []),
        ("Đất ở khu 4,3 ha được trồng rừng.", []),
        ("Tổ liên gia ở buôn Jù hoạt động đều. Bà con buôn Wik góp công.", ["Jù", "Wik"]),
        ("Ông Mẫu làm trưởng thôn 20 năm liền. Họp dân thôn 5 ngày 12/3.", ["5"]),
        ("Bản Nà Hạ 1 giữ rừng. Về bản Nà Hạ 1, xã Mẫu.", ["Nà Hạ 1", "Nà Hạ 1"]),
    ],
)
def test_which_words_name_a_village(text: str, names: list[str]) -> None:
    found = read_explicit(syllables(text), gazetteer())
    assert [mention.name for mention in found if mention.village] == names


@pytest.mark.parametrize(
    ("sentence", "village"),
    [
        ("Bản hiện có 148 hộ.", True),
        ("Trưởng bản Vi Văn Mẫu nói: “Bản không còn 3 vụ cãi nhau”.", True),
        ("Thấy vậy, 45 hộ trong bản học theo.", True),
        ("Cơ quan chức năng lập 9 văn bản, phát 20 bản tin.", False),
        ("Bà con các thôn, bản góp 9 triệu đồng.", False),
    ],
)
def test_a_bare_village_word_is_the_village_named(sentence: str, village: bool) -> None:
    told = "Xã Xá Lượng, huyện Tương Dương, tỉnh Nghệ An giữ rừng.\n\nBản Cửa Mẫu họp dân.\n\nNgười dân phấn khởi."
    found = extract(Article(id="x", text=f"{told} {sentence}", published="2021-11-12")).counts
    assert {count.locality[3:] for count in found if count.locality} == ({("Cửa Mẫu",)} if village else {()})


def test_a_village_of_one_syllable_that_the_sentence_goes_on_about() -> None:
    for sentence, names in (
        ("Điểm trường bản Lòm cách trung tâm 15 km.", ["Lòm"]),
        ("Đọc bản Hiến pháp.", []),
        ("Trưởng làng A Mẫu nói. Xã có 17 làng.", []),
    ):
        found = read_explicit(syllables(sentence), gazetteer())
        assert [mention.name for mention in found if mention.village] == names


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Bản Lác ở xã Chiềng Châu có 51 nhà; bản Pom Mẫu ở thị trấn Mai Châu có 24 nhà.", ("Mai Châu", "Pom Mẫu")),
        ("Xã Chiềng Châu họp. Bản Pom Mẫu tại thị trấn Mai Châu có 24 nhà.", ("Mai Châu", "Pom Mẫu")),
        ("Xã Chiềng Châu họp. Bản Pom Mẫu, thị trấn Mai Châu có 24 nhà.", ("Mai Châu", "Pom Mẫu")),
        ("Xã Chiềng Châu họp. Bản Pom Mẫu có 24 nhà.", ("Chiềng Châu", "Pom Mẫu")),
    ],
)
def test_a_village_lies_in_the_commune_told_behind_it(text: str, path: tuple[str, ...]) -> None:
    lead = "Huyện Mai Châu, tỉnh Hòa Bình đón khách. "
    found = extract(Article(id="x", text=lead + text, published="2019-05-27")).localities
    assert next(unit.path[-2:] for unit in found if unit.name == "Pom Mẫu") == path


@pytest.mark.parametrize(
    ("published", "path"),
    [("2026-02-27", ("Sơn La", "Quỳnh Nhai", "Nèn Mẫu")), ("2019-02-27", ("Sơn La", "Quỳnh Nhai", "Nèn Mẫu"))],
)
def test_a_village_hangs_under_the_commune_that_is_named_most(published: str, path: tuple[str, ...]) -> None:
    level = "xã" if published > "2025-07" else "huyện"
    text = (
        f"Lễ hội do UBND {level} Quỳnh Nhai (tỉnh Sơn La) tổ chức.\n\nXã Mường Chiên góp ba đội, xã Mường Giôn hai "
        f"đội, xã Mường Sại một đội.\n\nĐội nữ bản Nèn Mẫu về nhất.\n\nNăm qua, {level} Quỳnh Nhai đón khách."
    )
    found = extract(Article(id="x", text=text, published=published)).localities
    assert next(unit.path for unit in found if unit.name == "Nèn Mẫu") == path
