"""Whose family a sentence is about, and where they live."""

import pytest

from extractor.pipeline import extract
from extractor.records import Article

HOME = ("Quảng Nam", "Quế Sơn", "Quế An", "Thắng Trà")
ADDRESS = "thôn Thắng Trà, xã Quế An, huyện Quế Sơn, tỉnh Quảng Nam"
TITLE = "Làm giàu trên đất đồi\n\n"


def places(text: str) -> list[tuple[str, ...] | None]:
    found = extract(Article(id="x", text=TITLE + text, title=TITLE.strip(), published="2017-07-20"))
    return [count.locality for count in found.counts]


@pytest.mark.parametrize(
    "told",
    [
        f"Đến {ADDRESS}, hỏi ông Lê Văn Mẫu ai cũng biết.",
        f"Ông Lê Văn Mẫu (sinh năm 1960, {ADDRESS}) là thương binh.",
        f"Ông Lê Văn Mẫu, dân tộc Cơ Tu ở {ADDRESS} là thương binh.",
        f"Ông Lê Văn Mẫu, Chi hội trưởng Chi hội CCB {ADDRESS}, là thương binh.",
        f"Thương binh Lê Văn Mẫu trú tại {ADDRESS}.",
        f"Người dân {ADDRESS} quen gọi ông Lê Văn Mẫu là ông Tám.",
    ],
)
def test_a_familys_figures_are_of_its_home(told: str) -> None:
    assert places(f"{told}\n\nHiện gia đình ông có 18ha rừng.\n\nÔng còn hiến 700m2 đất.") == [HOME, HOME]


def test_the_family_without_a_name_is_the_last_one_named() -> None:
    told = f"Ngồi bên hiên nhà ở {ADDRESS}, già làng Lê Văn Mẫu kể chuyện. Xã Quế An có 90 hộ."
    more = "Năm ngoái, sau vụ mùa, nhà bán 2 con bò. Chồng chị Hoa nuôi 4 con dê."
    assert places(f"{told}\n\nNhà ông Mẫu có 3 ha chè. {more}")[1:] == [HOME, HOME, HOME]


def test_a_workers_home_may_lie_in_another_commune() -> None:
    told = "Chị Lò Thị Mẫu, tiểu thương xã Quế Phong, huyện Quế Sơn, tính toán."
    assert places(f"Xã Quế An, huyện Quế Sơn, tỉnh Quảng Nam làm đường.\n\n{told} Nhà chị lãi 9 triệu đồng.") == [
        ("Quảng Nam", "Quế Sơn", "Quế Phong")
    ]


def test_what_is_told_of_others_is_not_of_the_home() -> None:
    told = f"Ông Lê Văn Mẫu, ở {ADDRESS}, trồng rừng."
    assert places(f"{told}\n\nGia đình ông có 18ha rừng. Bà con góp 90 ngày công.") == [HOME, HOME[:3]]
    official = "Ông Trần Văn Mẫu, Chủ tịch UBND xã Quế An cho biết, xã đã mở đường."
    assert places(f"{told}\n\n{official} Ông cho biết thêm, đường dài 9km.")[-1] == HOME[:3]


def test_who_settles_in_a_village_lives_there_from_then_on() -> None:
    told = "Ở xã Quế An, huyện Quế Sơn, tỉnh Quảng Nam, ai cũng biết anh Lê Văn Mẫu."
    moved = "Năm 2004, anh dựng nhà ở thôn Thắng Trà, xã Quế An."
    more = "Năm 2010, anh Mẫu vay 30 triệu đồng. Đến nay, gia đình anh có 3 ha keo."
    assert places(f"{told}\n\n{moved}\n\n{more}") == [HOME, HOME]


def test_who_leads_the_village_lives_there() -> None:
    told = f"T{ADDRESS[1:]} đổi thay. Trưởng thôn Lê Văn Mẫu là người đi đầu."
    assert places(f"{told}\n\nNăm 2013, gia đình anh Mẫu mua 4 con trâu.") == [HOME]


def test_nobody_lives_where_he_only_comes_from() -> None:
    told = "Chị Lò Thị Mẫu, quê ở xã Quế Phong, huyện Quế Sơn, may áo."
    assert places(f"Xã Quế An, huyện Quế Sơn, tỉnh Quảng Nam làm đường.\n\n{told} Nhà chị có 4 người.") == [
        HOME[:3]
    ]
