"""What ends a place or outranks it: siblings told instead, counted points, the rest, a force that strikes."""

import pytest

from extractor.records import Path
from tests.reading_facts import counts_of

OPENS = "Sáng 5/6, UBND huyện Quang Bình (Hà Giang) họp bàn làm đường. "
HOST: Path = ("Hà Giang", "Quang Bình")
BACK = "Xã Tân Bắc làm xong sớm nhất với 19 tuyến. "


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (BACK + "Còn dở dang là xã Yên Hà (7 tuyến) và xã Vĩ Thượng (8 tuyến). Đá lăn lấp 23 điểm.", 23, HOST),
        (BACK + "Chậm hơn thì có xã Yên Hà 7 tuyến, xã Bằng Lang 8 tuyến. Máy móc thiếu 23 chiếc.", 23, HOST),
        (BACK + "Đường dài 23 km.", 23, (*HOST, "Tân Bắc")),
        (BACK + "Hai là thiếu vốn, năm ngoái mới có 23 tỷ đồng.", 23e9, HOST),
        (BACK + "Ba là thiếu người, nay mới tuyển được 23 thợ.", 23, HOST),
        (BACK + "Thứ hai, ngành giao thông còn nợ 23 tỷ đồng.", 23e9, HOST),
        ("Xã Tân Bắc làm 41 km, xã Yên Hà 35 km, còn lại 48 km là ở các xã khác.", 48, HOST),
        (
            "Xã Tân Bắc góp 41 ngày công, xã Yên Hà 35 ngày công, xã Bằng Lang 12 ngày công, còn lại 48 ngày công.",
            48,
            HOST,
        ),
        ("Xã Tân Bắc góp 41 ngày công, còn lại 48 ngày công do bộ đội góp.", 48, (*HOST, "Tân Bắc")),
        ("Trong số các việc lớn, trong đó 25 km ở xã Tân Bắc; lắp 40 camera.", 40, HOST),
        ("Việc năm sau: mở thêm 60 km đường, trong đó 25 km ở xã Tân Bắc; lắp 40 camera.", 40, HOST),
    ],
)
def test_a_place_ends(text: str, value: float, expected: Path) -> None:
    found = next(count for count in counts_of(OPENS + text) if count.value == value)
    assert found.locality == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Rạng sáng 4/6, 45 chiến sĩ Công an huyện Quang Bình bất ngờ ập vào lán ở xã Tân Bắc.", 45, "Tân Bắc"),
        (
            "Trưa 4/6, hơn 45 cán bộ Công an huyện Quang Bình chia làm nhiều mũi vây bắt ở xã Tân Bắc.",
            45,
            "Tân Bắc",
        ),
        ("Đêm 4/6, 45 trinh sát Công an huyện Quang Bình mật phục tại xã Tân Bắc.", 45, "Tân Bắc"),
        ("Trong tháng 5, 45 chiến sĩ Công an huyện Quang Bình được khen.", 45, "Quang Bình"),
    ],
)
def test_a_force_is_where_it_strikes(text: str, value: float, expected: str) -> None:
    found = next(count for count in counts_of(text) if count.value == value)
    assert (found.locality or ("",))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khám xét nơi ở của Bùi Văn Bảy (SN 1984, trú xã Yên Hà), công an thu 37 con dao.", "Yên Hà"),
        ("Ngay trong đêm, công an khám nhà Bùi Văn Bảy (trú tại xã Yên Hà), thu 37 con dao.", "Yên Hà"),
        ("Công an khám xét chỗ ở của Bùi Văn Bảy (39 tuổi, ở xã Yên Hà) và thu 37 con dao.", "Yên Hà"),
        ("Công an bắt Bùi Văn Bảy (SN 1984, trú xã Yên Hà), thu 37 con dao.", "Tân Bắc"),
    ],
)
def test_a_searched_home_is_where_it_is_told(text: str, expected: str) -> None:
    lead = "Trưa 4/6, tại xã Tân Bắc, huyện Quang Bình (Hà Giang), Công an bắt quả tang 9 người đánh bạc. "
    found = next(count for count in counts_of(lead + text) if count.value == 37)
    assert (found.locality or ("",))[-1] == expected
