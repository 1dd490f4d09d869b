"""People's names and what stands before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.names.people import read_people
from extractor.reading.tokens import read_tokens


def names(text: str) -> list[str]:
    return [person.name for person in read_people(read_tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Mẫu hiến đất.", ["Lê Văn Mẫu"]),
        ("Chị Vàng Thị Mẫu nuôi lợn, anh Sùng A Mẫu nuôi dê.", ["Vàng Thị Mẫu", "Sùng A Mẫu"]),
        ("Anh Y Mẫu Êban và chị H’Mẫu Niê trồng cà phê.", ["Y Mẫu Êban", "H’Mẫu Niê"]),
        ("Anh K’Mẫu giữ rừng.", ["K’Mẫu"]),
        ("Hòa thượng Thạch Sa Mẫu trao gạo.", ["Thạch Sa Mẫu"]),
        ("Ông Matsumau Takao phát biểu.", ["Matsumau Takao"]),
        ("Ông Phạm Hoàng Anh, bà Đỗ Thị Vân Anh cùng dự.", ["Phạm Hoàng Anh", "Đỗ Thị Vân Anh"]),
        ("Các ông Lê Mẫu, Trần Mẫu và Vũ Mẫu được khen.", ["Lê Mẫu", "Trần Mẫu", "Vũ Mẫu"]),
        ("Trưởng bản Giàng A Mẫu đi từng nhà.", ["Giàng A Mẫu"]),
        ("Thủ tướng Nhật Bản Shinzo Abemau đến thăm.", ["Shinzo Abemau"]),
        ("Đối tượng N.X.T (SN 1994) khai nhận.", ["N.X.T"]),
        ("Chị Mai Thị H. (30 tuổi) bị ngã.", ["Mai Thị H"]),
        ("Phó Chủ tịch UBND TP. Long Xuyên Trần Minh Mẫu chủ trì.", ["Trần Minh Mẫu"]),
        ("Chủ tịch UBND huyện Lê Văn Mẫu kết luận.", ["Lê Văn Mẫu"]),
        ("Bí thư Tỉnh ủy Lê Mẫu dự lễ.", ["Lê Mẫu"]),
        ("Bí thư Chi bộ thôn Lê Văn Mẫu đi đầu.", ["Lê Văn Mẫu"]),
        ("Bí thư Tỉnh đoàn Lê Văn Mẫu trồng cây.", ["Lê Văn Mẫu"]),
        ("Giám đốc Sở Tài nguyên và Môi trường Lê Văn Mẫu ký.", ["Lê Văn Mẫu"]),
        ("Thủ tướng Anh Boris Mauson và ca sĩ Mỹ Mẫu tới dự.", ["Boris Mauson", "Mỹ Mẫu"]),
        ("Ngoại trưởng Nga Sergei Mauov đến Hà Nội.", ["Sergei Mauov"]),
        ("Đạo diễn Nhật Bản Kenji Maumoto làm phim.", ["Kenji Maumoto"]),
        ("HLV Park Mau-seo gọi tiền vệ Um Mau-Sang.", ["Park Mau-seo", "Um Mau-Sang"]),
        ("Ông Phu Xôn Thăm Mạ Vị Mẫu thăm tỉnh.", ["Phu Xôn Thăm Mạ Vị Mẫu"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ông Hưng kể chuyện.",
        "Xã Hồ Thị Kỷ đạt chuẩn.",
        "UBND huyện Trần Văn Thời họp.",
        "Nhà ở đường Nguyễn Văn Mẫu, phường 9.",
        "Học sinh Trường THPT Nguyễn Văn Mẫu thi tốt.",
        "Học tập tấm gương Hồ Chí Minh.",
        "Trưởng thôn Đoàn Kết báo cáo.",
        "Các cầu thủ Việt Nam về nước.",
        "Tỉnh Bà Rịa - Vũng Tàu họp báo.",
        "Đ/c Trưởng Công an xã báo cáo.",
        "Bà con rất vui. Cháu Ngoan của bà.",
        "Tay vợt Thụy Sĩ thắng trận.",
        "Cầu thủ Man Utd đến sân.",
        "Công ty TNHH MTV Lê Thị Mẫu mở quán.",
    ],
)
def test_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "honorific", "rank"),
    [
        ("Đồng chí Thiếu tá Lê Việt Mẫu đọc báo cáo.", "Đồng chí", "Thiếu tá"),
        ("Theo PGS.TS. Lê Thị Mẫu, giống này tốt.", None, "PGS.TS"),
        ("Đại tá, TS Trần Văn Mẫu trình bày.", None, "Đại tá, TS"),
        ("Thượng uý Lò Văn Mẫu đi tuần.", None, "Thượng uý"),
        ("Thượng tá, ThS Lê Văn Mẫu chủ trì.", None, "Thượng tá, ThS"),
        ("PGS - TS Lê Văn Mẫu trình bày.", None, "PGS - TS"),
        ("Bà Lê Thị Mẫu nói.", "Bà", None),
    ],
)
def test_what_stands_before_a_name(text: str, honorific: str | None, rank: str | None) -> None:
    (person,) = read_people(read_tokens(text))
    assert (person.honorific, person.rank) == (honorific, rank)
    assert text[person.name_start : person.name_end] == person.name


@given(st.text(alphabet="ôÔng bàBà.,:('’)AÂĐđYy\n1-", max_size=60))
def test_odd_text_raises_nothing_and_spans_hold(text: str) -> None:
    doc = read_tokens(text)
    for person in read_people(doc):
        assert 0 <= person.start <= person.name_start < person.name_end <= person.end <= len(text)
