"""Clubs that bear a province's name, in articles about matches."""

import pytest

from extractor.pipeline import read
from extractor.records import Article

MATCH = "Thủ môn đội khách cản phá quả phạt đền ở hiệp hai, tiền đạo ghi bàn thắng muộn. "


def paths(text: str) -> list[str]:
    return ["/".join(place.path) for place in read(Article(id="a", text=text, published="2023-05-29")).places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (MATCH + "Nam Định dẫn trước Thanh Hóa 2 bàn.", []),
        (MATCH + "TP.HCM có 19 điểm, SHB Đà Nẵng có 12 điểm.", []),
        (MATCH + "Trận đấu diễn ra tại Nam Định.", ["Nam Định"]),
        (MATCH + "UBND tỉnh Nam Định thưởng đội 2 tỷ đồng.", ["Nam Định"]),
        ("Nam Định thu hoạch 2.000 ha lúa, Thanh Hóa 4.000 ha.", ["Nam Định", "Thanh Hóa"]),
        ("Các cầu thủ nhí Nam Định nhận 20 suất học bổng.", ["Nam Định"]),
    ],
)
def test_a_bare_province_in_a_match_is_a_team(text: str, found: list[str]) -> None:
    assert paths(text) == found
