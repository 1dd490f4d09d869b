"""Numbers that no earlier sentence gives a place."""

import pytest

from tests.reading_facts import counts_of

LEAD = "Sáng 5/6, tại xã Tân Bắc, huyện Quang Bình, tỉnh Hà Giang, ông Bảy mở cửa hàng. "


@pytest.mark.parametrize(
    ("sentence", "what", "expected"),
    [
        ("Đến dự có khách của 12 nước.", "nước", None),
        ("Máy có pin 5.000 mAh.", "mAh", None),
        ("Từ chiều qua, giá xăng giảm 540 đồng mỗi lít.", "đồng", None),
        ("Ông đã mua 300 cổ phiếu của hãng.", "cổ phiếu", None),
        ("Mẫu xe này có bản 7 chỗ và 3 phiên bản.", "phiên bản", None),
        ("Toàn xã có 12 hộ nghèo.", "hộ nghèo", ("Hà Giang", "Quang Bình", "Tân Bắc")),
        ("Giá xăng tại tỉnh Cao Bằng là 21.000 đồng mỗi lít.", "đồng", ("Cao Bằng",)),
        ("Tổng thống Mỹ tăng thuế lên 25%.", "%", None),
        ("Cục Dự trữ Liên bang Mỹ chi 9 tỷ USD.", "USD", None),
        ("Thị trường gỗ Việt Nam đạt 9 tỷ USD.", "USD", None),
        ("Công ty Hoa Mai Việt Nam có 30 thợ.", "thợ", ("Hà Giang", "Quang Bình", "Tân Bắc")),
        ("Bộ trưởng Trần Tuấn Anh tặng xã 30 xe đạp.", "xe đạp", ("Hà Giang", "Quang Bình", "Tân Bắc")),
        ("Ông bán 40 chiếc máy.", "chiếc máy", ("Hà Giang", "Quang Bình", "Tân Bắc")),
    ],
)
def test_what_is_of_no_place(sentence: str, what: str, expected: tuple[str, ...] | None) -> None:
    assert [count.locality for count in counts_of(LEAD + sentence) if count.what == what] == [expected]
