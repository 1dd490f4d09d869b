"""Who receives an award, and where they are."""

import pytest

from tests.reading_facts import extracted

Told = tuple[str, str | None, str, int | None, tuple[str, ...]]


def told_slots(text: str) -> list[Told]:
    """Form, giver, kind, number and names of each award."""
    return [(a.form, a.giver, a.recipient, a.count, a.names) for a in extracted(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kỳ thi có 30 thí sinh. Các đơn vị đăng cai đã lo chỗ ở. Ban Tổ chức đã trao 4 giải nhì.",
            [("giải nhì", "Ban Tổ chức", "individual", 4, ())],
        ),
        (
            "Tiền vệ Lê Văn Mẫu giành được danh hiệu “Cầu thủ hay nhất” với phần thưởng 9 triệu đồng.",
            [("danh hiệu “Cầu thủ hay nhất”", None, "individual", None, ("Lê Văn Mẫu",))],
        ),
        (
            "8 tập thể, 15 cá nhân làm tốt công tác hòa giải nhận giấy khen của Chủ tịch UBND huyện.",
            [
                ("giấy khen", "Chủ tịch UBND huyện", "collective", 8, ()),
                ("giấy khen", "Chủ tịch UBND huyện", "individual", 15, ()),
            ],
        ),
        (
            "UBND xã tặng giấy khen cho 5 hộ dân và 3 hợp tác xã có sản phẩm đạt chuẩn.",
            [("giấy khen", "UBND xã", "household", 5, ()), ("giấy khen", "UBND xã", "organization", 3, ())],
        ),
        (
            "Ông Lê Văn Mẫu hiến đất. Năm 2021, gia đình ông được UBND tỉnh tặng Bằng khen.",
            [("Bằng khen", "UBND tỉnh", "household", None, ("Lê Văn Mẫu",))],
        ),
        (
            "Bà Lê Thị Mẫu giữ rừng. Năm 2021, UBND tỉnh tặng bà Bằng khen.",
            [("Bằng khen", "UBND tỉnh", "individual", None, ("Lê Thị Mẫu",))],
        ),
        (
            "Thiếu tá Lê Văn Mẫu được tặng 3 Bằng khen của Bộ trưởng Bộ Công an, 2 Giấy khen của Giám đốc Sở Y tế.",
            [
                ("Bằng khen", "Bộ trưởng Bộ Công an", "individual", None, ("Lê Văn Mẫu",)),
                ("Giấy khen", "Giám đốc Sở Y tế", "individual", None, ("Lê Văn Mẫu",)),
            ],
        ),
        (
            "UBND huyện tặng ông Lê Văn Mẫu, Trưởng xóm Hạ, Giấy khen.",
            [("Giấy khen", "UBND huyện", "individual", None, ("Lê Văn Mẫu",))],
        ),
        ("Ông Lê Văn Mẫu cho biết Hợp tác xã Hạ Mẫu được UBND tỉnh tặng Bằng khen.", []),
        (
            "“Tổ cầu Nghĩa Mẫu” được Chủ tịch UBND tỉnh tặng bằng khen.",
            [("bằng khen", "Chủ tịch UBND tỉnh", "collective", None, ("Tổ cầu Nghĩa Mẫu",))],
        ),
        (
            "UBND tỉnh tặng Bằng khen cho họ Hoàng xã Hạ Mẫu và ông Lý Văn Mẫu.",
            [
                ("Bằng khen", "UBND tỉnh", "collective", None, ("họ Hoàng xã Hạ Mẫu",)),
                ("Bằng khen", "UBND tỉnh", "individual", None, ("Lý Văn Mẫu",)),
            ],
        ),
        (
            "Công ty May Mẫu đón bằng khen của Chủ tịch UBND tỉnh về thành tích chăm lo người lao động.",
            [("bằng khen", "Chủ tịch UBND tỉnh", "organization", None, ("Công ty May Mẫu",))],
        ),
    ],
)
def test_recipients(text: str, expected: list[Told]) -> None:
    assert told_slots(text) == expected


def test_a_province_gives_to_the_people_of_the_article() -> None:
    text = "Sáng 5/9, huyện Hàm Thuận Nam, tỉnh Bình Thuận họp. Tỉnh đoàn Bình Thuận tặng giấy khen cho 2 cá nhân."
    assert [award.locality for award in extracted(text).awards] == [("Bình Thuận", "Hàm Thuận Nam")]


def test_a_birthplace_tells_no_place() -> None:
    text = (
        "Sáng 5/9, huyện Hàm Thuận Nam, tỉnh Bình Thuận họp mặt. Dịp này, bà Lê Thị Mẫu (sinh năm 1950, quê "
        "Bến Tre) được Nhà nước phong tặng danh hiệu Bà mẹ Việt Nam anh hùng."
    )
    assert [award.locality for award in extracted(text).awards] == [("Bình Thuận", "Hàm Thuận Nam")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Về thôn Hạ, hỏi ông Lê Văn Mẫu ai cũng biết. Năm 2015, ông được UBND tỉnh tặng Bằng khen.", "Lê Văn Mẫu"),
        ("Cả thôn quý bà Lê Thị Mẫu. Năm 2015, bà lại được UBND tỉnh tặng Bằng khen.", "Lê Thị Mẫu"),
        ("Cô Lò Thị Mẫu dạy học. Ông Lê Văn Mẫu khen cô. Năm 2015, cô nhận Bằng khen của UBND tỉnh.", "Lò Thị Mẫu"),
        (
            "Thượng úy Vũ Văn Hòa đến chơi. Hôm qua, già Lê Văn Mẫu về. Ông được UBND tỉnh tặng Bằng khen.",
            "Lê Văn Mẫu",
        ),
        (
            "Bà Lê Thị Mẫu dạy học. Trung tá Vũ Văn Hòa khen cô Mẫu. Năm 2015, cô được UBND tỉnh tặng Bằng khen.",
            "Lê Thị Mẫu",
        ),
        ("Tổ tự quản thôn Lộc Đại, xã Quế Hiệp được UBND tỉnh tặng Bằng khen.", "Tổ tự quản thôn Lộc Đại"),
    ],
)
def test_a_pronoun_is_the_one_called_so_and_an_address_is_no_second_name(text: str, names: str) -> None:
    assert [award.names for award in extracted(text).awards] == [(names,)]


def test_who_issued_what_a_meeting_reviews_gives_nothing() -> None:
    text = "Tại Hội nghị sơ kết Chỉ thị 09 của Ban Bí thư, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 2 tập thể."
    assert [one.giver for one in extracted(text).awards] == ["Chủ tịch UBND tỉnh"]


def test_somebody_may_be_named_beside_a_group() -> None:
    text = "Chị Ngô Thị Mẫu lập câu lạc bộ. Năm 2018, cá nhân chị Mẫu được Hội LHPN tỉnh tặng Giấy khen."
    assert [(one.giver, one.names) for one in extracted(text).awards] == [("Hội LHPN tỉnh", ("Ngô Thị Mẫu",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bằng khen của UBND tỉnh đã được trao cho 3 tập thể.", [("UBND tỉnh", 3, ())]),
        ("Giấy khen của UBND huyện cũng được gửi đến 12 cá nhân.", [("UBND huyện", 12, ())]),
        ("Giấy khen của UBND xã đã đến tay 5 cá nhân.", [("UBND xã", 5, ())]),
        ("Bằng khen của UBND tỉnh đã được treo giữa nhà ông Lê Văn Mẫu.", []),
    ],
)
def test_a_form_is_given_on_by_the_words_behind_it(text: str, expected: list[tuple[str, int, tuple[str]]]) -> None:
    assert [(giver, count, names) for _, giver, _, count, names in told_slots(text)] == expected


def test_a_list_of_recipients_holds_them_alone() -> None:
    """What they have is no recipient, a second team of the same noun is one, and so is whom a pronoun means."""
    assert [
        (kind, count) for _, _, kind, count, _ in told_slots("UBND huyện khen thưởng 9 tập thể có nhiều giải pháp.")
    ] == [("collective", 9)]
    teams = "Ban Tổ chức trao 2 giải nhì cho đội xã Hạ Mẫu và đội thị trấn Cát Lâm."
    assert told_slots(teams)[0][4] == ("đội xã Hạ Mẫu", "đội thị trấn Cát Lâm")
    pronoun = "Tỉnh tặng Bằng khen cho ông Lê Văn Mẫu. Năm 2018, UBND huyện tặng giấy khen cho ông; xã đón khách."
    assert [names for *_, names in told_slots(pronoun)] == [("Lê Văn Mẫu",), ("Lê Văn Mẫu",)]
    handed = "Ông Lê Văn Mẫu thừa ủy quyền trao Bằng khen của Chánh án TAND tối cao cho bà Lê Thị Lụa."
    assert [(giver, names) for _, giver, _, _, names in told_slots(handed)] == [
        ("Chánh án TAND tối cao", ("Lê Thị Lụa",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giải thưởng gồm 1 giải nhất: 20 triệu đồng, 2 giải nhì: 10 triệu đồng.",
        "Mỗi vận động viên sẽ được thưởng 50 triệu đồng khi giành huy chương vàng.",
        "Một khi đoạt huy chương vàng, em Lê Thị Lụa sẽ được thưởng.",
        "Công trình của bà Lê Thị Lụa chưa bao giờ được vinh danh.",
        "Bộ đề nghị công an điều tra vụ án; kịp thời động viên, khen thưởng 4 cá nhân.",
    ],
)
def test_what_was_not_won_is_no_award(text: str) -> None:
    assert told_slots(text) == []


def test_a_second_form_goes_to_whom_stands_before_the_first() -> None:
    told = told_slots("Nhà nước ta tặng thưởng bà Lê Thị Lụa Huân chương Sao vàng, Huân chương Hồ Chí Minh.")
    assert [(form, giver, names) for form, giver, _, _, names in told] == [
        ("Huân chương Sao vàng", "Nhà nước", ("Lê Thị Lụa",)),
        ("Huân chương Hồ Chí Minh", "Nhà nước", ("Lê Thị Lụa",)),
    ]


def test_the_one_told_of_is_honoured() -> None:
    told = told_slots("Hội Nhà văn Hạ Mẫu nói họ bất ngờ khi nghe tin bà Lê Thị Lụa được vinh danh.")
    assert [names for *_, names in told] == [("Lê Thị Lụa",)]
