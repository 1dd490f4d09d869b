"""A portal's own unit is where its articles are set that name no other."""

import pytest

from extractor.pipeline import extract, read
from extractor.reading.places.read import read_home
from extractor.records import Article


@pytest.mark.parametrize(
    ("outlet", "path"),
    [
        ("Trang thông tin điện tử xã Song Lãng, huyện Vũ Thư, tỉnh Thái Bình", "Thái Bình/Vũ Thư/Song Lãng"),
        ("ĐÀI TRUYỀN THANH HUYỆN BA TRI", "Bến Tre/Ba Tri"),
        ("Cổng thông tin điện tử tỉnh Thái Bình", None),
        ("Báo Hải Phòng", None),
        (None, None),
    ],
)
def test_the_unit_of_an_outlet(outlet: str | None, path: str | None) -> None:
    home = read_home(outlet, "2023-05", None)
    assert (home and "/".join(home.path)) == path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn xã có 31 hộ nghèo.", "Thái Bình/Vũ Thư/Song Lãng"),
        ("Hội Nông dân gặt giúp bà con 31 ha lúa.", "Thái Bình/Vũ Thư/Song Lãng"),
        (
            "Công an huyện Vũ Thư khen Công an xã. Toàn xã có hai tổ. UBND xã giao 31 đèn.",
            "Thái Bình/Vũ Thư/Song Lãng",
        ),
        ("Huyện Tiền Hải có 31 tàu cá. Tàu cá Tiền Hải đi xa.", "Thái Bình/Tiền Hải"),
        ("Ở thôn Mẫu Đông, 31 hộ trồng hoa.", "Thái Bình/Vũ Thư/Song Lãng/Mẫu Đông"),
    ],
)
def test_counts_of_a_portal(text: str, expected: str) -> None:
    outlet = "Trang thông tin điện tử xã Song Lãng, huyện Vũ Thư, tỉnh Thái Bình"
    article = Article(id="a", text=text, published="2023-05-29", outlet=outlet, home_province="Thái Bình")
    (count,) = [count for count in extract(article).counts if count.value == 31]
    assert "/".join(count.locality or ()) == expected
    assert read(article).home is not None
