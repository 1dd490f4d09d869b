"""How a scene goes on: over a paragraph's end, back to what was named, past what is only held against it."""

import pytest

from tests.test_scene import DISTRICT, LEAD, place_of, scene_of

TAN_BAC, BANG_LANG = f"{DISTRICT}/Tân Bắc", f"{DISTRICT}/Bằng Lang"


@pytest.mark.parametrize(
    ("first", "second", "piece", "expected"),
    [
        # An introduction without a figure leads on.
        ("Xã Tân Bắc là nơi đi đầu phong trào.", "Mỗi tối, người dân cử 12 người đi tuần.", "12 người", TAN_BAC),
        ("Điển hình là xã Tân Bắc.", "Năm 2021, nhân dân góp 42 triệu đồng.", "42 triệu", TAN_BAC),
        ("Một trong những điểm sáng là xã Tân Bắc.", "Bà con lắp 86 bóng đèn.", "86 bóng", TAN_BAC),
        ("Ở xã Tân Bắc, ai cũng vui.", "Cả năm chỉ xảy ra 3 vụ trộm.", "3 vụ", TAN_BAC),
        # Speech that is still open goes on.
        ("Bà Lan ở xã Tân Bắc kể: “Năm 2019 có 9 vụ trộm.", "Nay chỉ còn 2 vụ”.", "2 vụ", TAN_BAC),
        # Figures, captions and headings lead on to nothing.
        ("Xã Tân Bắc có 24 camera.", "Mỗi tối, người dân cử 12 người đi tuần.", "12 người", DISTRICT),
        ("Người dân xã Tân Bắc tuần tra. Ảnh: CTV", "Cả năm xảy ra 3 vụ trộm.", "3 vụ", DISTRICT),
        ("Tổ tự quản xã Tân Bắc đi tuần", "Cả năm xảy ra 3 vụ trộm.", "3 vụ", DISTRICT),
        ("Xã Tân Bắc là nơi đi đầu.", "Toàn huyện lắp 96 camera.", "96 camera", DISTRICT),
        # A scheme is told of where it was named.
        ("Tại xã Tân Bắc, 9 thôn có mô hình “Tiếng kẻng”.", "Nay mô hình có 90 người.", "90 người", TAN_BAC),
        ("Xã Tân Bắc ra mắt câu lạc bộ “Sạch ngõ”, 9 nhóm.", "Câu lạc bộ đã trồng 7 vườn.", "7 vườn", TAN_BAC),
        ("Mô hình “Sạch ngõ” ở xã Tân Bắc có 9 tổ.", "Đến nay, mô hình trồng 7 vườn hoa.", "7 vườn", TAN_BAC),
        ("Xã Tân Bắc ra mắt mô hình “Sạch ngõ”, 9 tổ.", "Mỗi mô hình nhận 7 triệu đồng.", "7 triệu", DISTRICT),
        ("Huyện ra mắt mô hình “Sạch ngõ”, xã Tân Bắc có 9 tổ.", "Mô hình có 90 người.", "90 người", DISTRICT),
        # A bare level word is one of each, unless it acts or is pointed at.
        ("Xã Tân Bắc có 24 camera.", "Các tổ báo 61 tin cho Công an xã.", "61 tin", DISTRICT),
        ("Xã Tân Bắc có 24 camera.", "Các tổ lắp 61 bóng đèn trên đường xã.", "61 bóng", DISTRICT),
        ("Xã Tân Bắc có 24 camera.", "Năm 2021, Hội Nông dân xã mở 6 lớp.", "6 lớp", TAN_BAC),
        ("Xã Tân Bắc có 24 camera.", "Bà Lan, Trưởng Công an xã, bắt 4 kẻ trộm.", "4 kẻ", TAN_BAC),
        ("Xã Tân Bắc có 24 camera.", "Trước đây, ở xã này xảy ra 40 vụ trộm.", "40 vụ", TAN_BAC),
        ("Xã Tân Bắc có 24 camera.", "Trước đây, nơi này xảy ra 40 vụ trộm.", "40 vụ", TAN_BAC),
    ],
)
def test_what_a_paragraph_goes_on_with(first: str, second: str, piece: str, expected: str) -> None:
    assert place_of(scene_of(LEAD, first, second), piece)[0] == expected


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("Không riêng Tân Bắc, xã Bằng Lang có 30 tổ.", "30 tổ", BANG_LANG),
        ("Không chỉ có Tân Bắc, Xuân Giang, xã Bằng Lang cũng lập tổ. Các tổ có 30 người.", "30 người", BANG_LANG),
        ("Cũng như các xã Tân Bắc và Xuân Giang, xã Bằng Lang có 30 tổ.", "30 tổ", BANG_LANG),
        ("Từ kinh nghiệm ở Tân Bắc, xã Bằng Lang lập 30 tổ.", "30 tổ", BANG_LANG),
        ("Cùng với Tân Bắc, xã Bằng Lang cũng lập 30 tổ.", "30 tổ", BANG_LANG),
        ("Các xã Tân Bắc, Xuân Giang, Bằng Lang cũng lập 30 tổ.", "30 tổ", DISTRICT),
        ("Nếu như xã Tân Bắc có 4 tổ thì xã Bằng Lang có 6 tổ.", "4 tổ", TAN_BAC),
        ("Đến với xã Bằng Lang, 12 tổ thay nhau đi tuần.", "12 tổ", BANG_LANG),
        ("Trở lại xã Bằng Lang, chúng tôi thấy 12 tổ đi tuần.", "12 tổ", BANG_LANG),
        ("Chia tay xã Tân Bắc, chúng tôi tìm về xã Bằng Lang. Ở đây, 12 hộ nuôi cá.", "12 hộ", BANG_LANG),
        ("Xe đi từ xã Tân Bắc đến xã Bằng Lang chở 12 người.", "12 người", DISTRICT),
    ],
)
def test_a_place_that_another_one_is_held_against(text: str, piece: str, expected: str) -> None:
    assert place_of(scene_of(LEAD, text), piece)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện có 34 vụ. Cùng lúc, huyện Bắc Mê có 41 vụ. Công an huyện bắt 9 người.", DISTRICT),
        ("Toàn huyện có 34 vụ. Huyện Bắc Mê có 41 vụ. Trong năm, huyện mở lớp cho 9 người.", DISTRICT),
        ("Tại huyện Bắc Mê, dịch lan rộng. Công an huyện bắt 9 người.", "Hà Giang/Bắc Mê"),
        ("Tương tự, huyện Bắc Mê có 41 vụ. Công an huyện bắt 9 người.", "Hà Giang/Bắc Mê"),
    ],
)
def test_a_district_named_in_passing_leaves_the_bare_word_to_the_articles(text: str, expected: str) -> None:
    assert place_of(scene_of(LEAD, text), "9 người")[0] == expected


@pytest.mark.parametrize("people", ["Bà con góp", "Năm 2021, bà con góp", "Cụ thể, người dân góp", "Chị em góp"])
def test_villagers_are_not_the_person_named_before(people: str) -> None:
    told = "Bà Lan, chị Hoa, cụ Bảy ở thôn Hạ, xã Tân Bắc đi tuần. "
    assert place_of(scene_of(LEAD, told + "Huyện có 90 tổ.", f"{people} 12 triệu đồng."), "12 triệu")[0] == DISTRICT
    assert (
        place_of(scene_of(LEAD, "Bà Lan ở thôn Hạ, xã Tân Bắc có 2 ao.", "Bà góp 12 triệu."), "12 triệu")[0]
        != DISTRICT
    )
