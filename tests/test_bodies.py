"""Organisations: where their names begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.names.bodies import read_bodies
from extractor.reading.tokens import read_tokens


def bodies(text: str) -> list[str]:
    return [body.name for body in read_bodies(read_tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND phường 9 (TP. Vũng Tàu) tổ chức lễ.", ["UBND phường 9 (TP. Vũng Tàu)"]),
        ("Công an TP.Hội An cho biết.", ["Công an TP.Hội An"]),
        ("Ban Chỉ đạo (BCĐ) 138 tỉnh Bắc Giang họp.", ["Ban Chỉ đạo (BCĐ) 138 tỉnh Bắc Giang"]),
        (
            "Ban Chỉ đạo phong trào “Ngày vì người nghèo” huyện Lạc Thủy tổ chức lễ.",
            ["Ban Chỉ đạo phong trào “Ngày vì người nghèo” huyện Lạc Thủy"],
        ),
        (
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch nói.",
            ["Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Phòng Cảnh sát PCCC và CNCH Công an tỉnh đã có mặt.", ["Phòng Cảnh sát PCCC và CNCH Công an tỉnh"]),
        ("Cục Tổ chức cán bộ công bố quyết định.", ["Cục Tổ chức cán bộ"]),
        ("Phòng PV05 hướng dẫn.", ["Phòng PV05"]),
        ("Ban Quản lý các khu công nghiệp tỉnh cho biết.", ["Ban Quản lý các khu công nghiệp tỉnh"]),
        ("LĐLĐ tỉnh Thừa Thiên - Huế tặng quà.", ["LĐLĐ tỉnh Thừa Thiên - Huế"]),
        ("UBND tỉnh và Công an tỉnh phối hợp.", ["UBND tỉnh", "Công an tỉnh"]),
        ("Huyện ủy Mường La ra nghị quyết.", ["Huyện ủy Mường La"]),
        ("Cục Mẫu Đông (Bộ Tài nguyên và Môi trường) kiểm tra.", ["Cục Mẫu Đông", "Bộ Tài nguyên và Môi trường"]),
        ("Đội trưởng Đội tham mưu hậu cần Phòng 12 kể.", ["Đội tham mưu hậu cần Phòng 12"]),
        ("Trưởng phòng Tuyển sinh-Truyền thông dự.", ["phòng Tuyển sinh-Truyền thông"]),
        ("Viện Dân tộc học Việt Nam mở lớp.", ["Viện Dân tộc học Việt Nam"]),
        ("Giám đốc công ty sản xuất nguyên liệu giấy Đông Hà kể.", ["công ty sản xuất nguyên liệu giấy Đông Hà"]),
        ("Trường Cao đẳng Việt Nam - Hàn Quốc mở lớp.", ["Trường Cao đẳng Việt Nam - Hàn Quốc"]),
        ("Phó Trưởng phòng quản lý sản phẩm dự.", ["phòng quản lý sản phẩm"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    "text", ["Cán bộ về tận thôn.", "Bà con tổ chức liên hoan.", "Phố cổ Hội An đông khách.", "Vì Tổ quốc."]
)
def test_no_bodies(text: str) -> None:
    assert bodies(text) == []


@given(st.text(alphabet="UBNDCôngan xãtỉnh ,-–()“”.1Sở và\n", max_size=80))
def test_odd_text_raises_nothing_and_bodies_do_not_overlap(text: str) -> None:
    found = read_bodies(read_tokens(text))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[b.start : b.end].split() == b.name.split() for b in found)
