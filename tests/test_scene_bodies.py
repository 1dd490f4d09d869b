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
        (["HTX đã giúp xã Tân Bắc.", "Hiện HTX có 148 thành viên."], "148 thành viên", ""),
        (["Ở xã Tân Bắc có HTX chè Mây.", "Hội viên HTX góp 20 triệu đồng."], "20 triệu", ""),
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
