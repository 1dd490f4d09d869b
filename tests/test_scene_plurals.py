"""Subjects in the plural go back to the unit that has several of them, in a paragraph about one commune."""

import pytest

from tests.test_scene import DISTRICT, LEAD, place_of, scene_of

TAN_BAC = f"{DISTRICT}/Tân Bắc"


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        # Units.
        ("Xã Tân Bắc có 24 camera. Đến nay, các xã, thị trấn đã lắp thêm 180 camera.", "180 camera", DISTRICT),
        ("Xã Tân Bắc có 24 camera. Hiện nay, các xã huy động được 2 tỷ đồng.", "2 tỷ", DISTRICT),
        ("Xã Tân Bắc có 24 camera. Năm 2021, nhiều xã mở 61 lớp.", "61 lớp", DISTRICT),
        ("Xã Tân Bắc có 24 camera. Các thôn góp được 80 triệu đồng.", "80 triệu", TAN_BAC),
        ("Xã Tân Bắc có 24 camera. Trong năm, các hộ góp được 80 triệu đồng.", "80 triệu", TAN_BAC),
        # Bodies of several levels.
        ("Chị Lan ở xã Tân Bắc nuôi 9 con bò. Năm 2021, các cấp Hội mở 48 lớp.", "48 lớp", DISTRICT),
        (
            "Chị Lan ở xã Tân Bắc nuôi 9 con bò. Để giúp bà con, năm 2021, các cấp ủy cử 48 cán bộ.",
            "48 c",
            DISTRICT,
        ),
        # What was counted before is where it was counted.
        (
            "Huyện có 34 tổ tự quản. Ở xã Tân Bắc, 90 hộ góp tiền. Năm 2021, các tổ bắt 20 kẻ trộm.",
            "20 k",
            DISTRICT,
        ),
        (
            "Huyện có 34 tổ tự quản. Ở xã Tân Bắc, 90 hộ góp tiền. Thành viên các tổ bắt 20 kẻ trộm.",
            "20 k",
            DISTRICT,
        ),
        ("Huyện có 12 câu lạc bộ. Ở xã Tân Bắc, 90 hộ góp tiền. Các CLB mở 20 lớp.", "20 lớp", DISTRICT),
        ("Huyện có 34 tổ tự quản. Xã Tân Bắc có 5 tổ. Năm 2021, các tổ bắt 20 kẻ trộm.", "20 kẻ", TAN_BAC),
        ("Huyện có 34 tổ tự quản. Ở xã Tân Bắc, 90 hộ góp tiền. Các CLB mở 20 lớp.", "20 lớp", TAN_BAC),
    ],
)
def test_a_plural_goes_back_to_who_has_several(text: str, piece: str, expected: str) -> None:
    assert place_of(scene_of(LEAD, text), piece)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tại xã Tân Bắc, xe tải mang biển số TP HCM tông xe khách. Khi đó xe chở 24 người.", TAN_BAC),
        ("Tại xã Tân Bắc, ô tô biển kiểm soát Hà Nội tông xe khách. Khi đó xe chở 24 người.", TAN_BAC),
        ("Tại xã Tân Bắc, xe máy BKS Hà Giang tông xe khách. Khi đó xe chở 24 người.", TAN_BAC),
        ("Tại xã Tân Bắc, xe tải tông xe khách. Tại Hà Nội, xe chở 24 người.", "Hà Nội"),
    ],
)
def test_a_plate_is_no_place(text: str, expected: str) -> None:
    assert place_of(scene_of(LEAD, text), "24 người")[0] == expected
