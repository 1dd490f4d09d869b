"""Lists: what each place, model or unit has, numbers told again, and short forms: sentences of our own."""

import pytest

from tests.reading_facts import count_of, counts_of


def shares(text: str) -> list[tuple[float, str, str | None]]:
    """Value, noun and last unit of each count."""
    found = counts_of(text)
    return [(float(fact.value or 0), fact.what, fact.locality[-1] if fact.locality else None) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện Phú Ninh có 7 ổ dịch gồm: xã Tam Dân 1, xã Tam Thái 4, thị trấn Phú Thịnh 2.",
            [
                (7, "ổ dịch", "Phú Ninh"),
                (1, "ổ dịch", "Tam Dân"),
                (4, "ổ dịch", "Tam Thái"),
                (2, "ổ dịch", "Phú Thịnh"),
            ],
        ),
        (
            "Ở huyện Phú Ninh, các xã có số ca mắc cao gồm xã Tam Đàn 181, xã Tam Phước 142.",
            [(181, "ca mắc", "Tam Đàn"), (142, "ca mắc", "Tam Phước")],
        ),
        (
            "Tại huyện Phú Ninh, số hộ tham gia như sau: Tam Dân 312 hộ, Tam Thái 287 và Tam Đàn 254.",
            [(312, "hộ", "Tam Dân"), (287, "hộ", "Tam Thái"), (254, "hộ", "Tam Đàn")],
        ),
        (
            "Huyện Phú Ninh lập 60 tổ hòa giải. Cụ thể: Tam Dân 35; Tam Thái 25.",
            [(60, "tổ hòa giải", "Phú Ninh"), (35, "tổ hòa giải", "Tam Dân"), (25, "tổ hòa giải", "Tam Thái")],
        ),
        (
            "Huyện Phú Ninh có 45 ca mắc tại Tam Dân (20), Tam Thái (15).",
            [(45, "ca mắc", "Phú Ninh"), (20, "ca mắc", "Tam Dân"), (15, "ca mắc", "Tam Thái")],
        ),
    ],
)
def test_each_place_has_its_share(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert shares(text) == expected


def test_named_models_have_shares() -> None:
    found = counts_of("Xã có 11 mô hình, gồm: “Tiếng trống an ninh” 4, “Camera an ninh” 5, “Dòng họ bình yên” 2.")
    assert [(fact.value, fact.name) for fact in found] == [
        (11, None),
        (4, "Tiếng trống an ninh"),
        (5, "Camera an ninh"),
        (2, "Dòng họ bình yên"),
    ]
    assert {fact.part_of for fact in found[1:]} == {found[0].id}


def test_a_sentence_that_divides_by_places_goes_on_with_the_total() -> None:
    total, *parts = counts_of(
        "Huyện Phú Ninh có 118 tổ tự quản. Phân theo xã, xã Tam Thái có 46 tổ, xã Tam Đàn 39 tổ, xã Tam Lộc 33 tổ."
    )
    assert [part.part_of for part in parts] == [total.id] * 3


def test_the_shares_are_parts_of_their_total() -> None:
    total, *parts = counts_of("Huyện Phú Ninh có 7 ổ dịch gồm: xã Tam Dân 1, xã Tam Thái 6.")
    assert [part.part_of for part in parts] == [total.id, total.id]


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn kiểm tra về xã Tam Dân 1, xã Tam Thái 4 trong tháng 5.",  # nothing is counted
        "Huyện Phú Ninh có 9 tổ. Đường qua xã Tam Dân 12, xã Tam Thái 14.",  # no list of parts opens
        "Huyện Phú Ninh có 9 tổ ở thôn Khánh Thọ 1, thôn Khánh Thọ 2.",  # numbers of villages
    ],
)
def test_numbers_of_names_and_of_other_things_are_no_shares(text: str) -> None:
    assert [fact.value for fact in counts_of(text)] in ([], [9])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Số vụ trộm ở xã giảm từ 12 xuống 5.", [12, 5]),
        ("Số tổ tự quản tăng từ 45 lên 60.", [45, 60]),
        ("Số vụ cháy giảm mạnh từ 9 xuống còn 4.", [9, 4]),
        ("Số vụ trộm ở xã giảm từ tháng 5.", []),
        ("Xã kết nạp 12 hội viên, nâng tổng số hội viên toàn xã lên 340.", [12, 340]),
        ("Huyện phấn đấu nâng tổng số mô hình toàn huyện lên trên 120.", [120]),
    ],
)
def test_a_sum_changes_from_a_number_to_another(text: str, values: list[int]) -> None:
    assert [fact.value for fact in counts_of(text)] == values


@pytest.mark.parametrize("written", ["245 trđ", "245trđ", "245 tr.đ", "245 tr đồng", "245 triệu đồng"])
def test_short_millions_are_money(written: str) -> None:
    fact = count_of(f"Hội viên góp {written} xây nhà văn hóa.", 245_000_000)
    assert (fact.what, fact.category) == ("đồng", "money")


@pytest.mark.parametrize("text", ["Đội tuần tra gồm 05 đ/c.", "Ban chỉ đạo có 05 Đ/c do trưởng thôn đứng đầu."])
def test_comrades_are_people_and_no_money(text: str) -> None:
    assert count_of(text, 5).category == "person"


@pytest.mark.parametrize(
    ("text", "value", "what", "aspect"),
    [
        ("Năm 2016 có 21 mô hình, đến nay con số này đã là 87, phủ kín các thôn.", 87, "mô hình", "stock"),
        ("Năm 2022, xã giúp 46 hộ nghèo. Năm 2023, con số đó là 58.", 58, "hộ nghèo", "flow"),
        ("Năm 2022 lập 9 tổ hòa giải; sang năm 2023 con số này tăng lên 14.", 14, "tổ hòa giải", "flow"),
    ],
)
def test_a_number_that_was_told_is_told_again(text: str, value: float, what: str, aspect: str) -> None:
    fact = count_of(text, value)
    assert (fact.what, fact.aspect) == (what, aspect)


def test_a_number_without_one_before_counts_nothing() -> None:
    assert counts_of("Con số này là 58.") == ()


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        ("Qua phân loại, xã có 19 mô hình loại khá.", 19, "loại khá"),
        ("Có 5 tổ xếp loại trung bình.", 5, "xếp loại trung bình"),
        ("Huyện có 61 câu lạc bộ đạt loại tốt.", 61, "đạt loại tốt"),
    ],
)
def test_a_rating_is_no_part_of_the_noun(text: str, value: float, scope: str) -> None:
    fact = count_of(text, value)
    assert fact.what in ("mô hình", "tổ", "câu lạc bộ")
    assert fact.scope == scope


def test_a_kind_is_part_of_the_noun() -> None:
    assert count_of("Xã có 12 loại hình dịch vụ.", 12).what == "loại hình dịch vụ"


def test_a_list_of_what_each_has_goes_on() -> None:
    found = counts_of("Xã có 41 điểm chữa cháy, mỗi điểm có 6 bình bột, 2 búa và 3 xà beng.")
    assert [(fact.value, fact.aspect, fact.scope) for fact in found[1:]] == [
        (6, "rate", "mỗi điểm"),
        (2, "rate", "mỗi điểm"),
        (3, "rate", "mỗi điểm"),
    ]


@pytest.mark.parametrize(
    "text", ["Xã có 9 thôn, mỗi thôn 1 tổ, lập 12 câu lạc bộ.", "Mỗi thôn có 1 tổ; xã có 12 câu lạc bộ."]
)
def test_what_the_commune_has_is_not_of_each(text: str) -> None:
    assert count_of(text, 12).aspect != "rate"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chi hội duy trì 2 mô hình “Biến rác thành tiền”, “Tiếp sức đến trường”.", [None]),
        ("Xã có 3 mô hình “Camera an ninh” và 2 câu lạc bộ “Phụ nữ xanh”.", ["Camera an ninh", "Phụ nữ xanh"]),
        ("Xã có 7 mô hình: “Kẻng an ninh”, “Dòng họ tự quản”.", [None]),
    ],
)
def test_a_name_is_of_all_that_are_counted(text: str, names: list[str | None]) -> None:
    assert [fact.name for fact in counts_of(text)] == names


def test_a_loan_is_no_part_of_who_takes_it() -> None:
    assert count_of("Quỹ cho 11 tổ hội nghề nghiệp vay 2,4 tỷ đồng.", 11).what == "tổ hội nghề nghiệp"


def test_a_comparison_ends_before_its_change() -> None:
    fact = count_of("Xảy ra 6 vụ cháy; so với cùng kỳ giảm 4 vụ.", 4)
    assert fact.scope == "so với cùng kỳ"
