"""People and posts that stand apart: given or taken before the name, held by several, told in brackets."""

import pytest

from extractor.facts.roles.build import build_roles
from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import setting_of


def slots(text: str) -> list[tuple[str, str, str | None]]:
    reading = read(Article(id="x", text=text))
    return [(role.person, role.position, role.organization) for role in build_roles(reading, *setting_of(reading))]


GIVEN = [
    "HĐND thị xã miễn nhiệm chức vụ Phó Chủ tịch UBND thị xã đối với bà Hà Thị Mẫu để nghỉ hưu.",
    "Kỳ họp bầu bổ sung chức danh Phó Chủ tịch UBND thị xã nhiệm kỳ 2016 - 2021 đối với: bà Hà Thị Mẫu.",
    "Tỉnh ký quyết định bổ nhiệm chức vụ Phó Chủ tịch UBND thị xã cho bà Hà Thị Mẫu.",
    "Kết quả, bà Hà Thị Mẫu nhận đủ phiếu, trúng cử chức vụ Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu được HĐND khóa mới bầu bổ sung chức danh Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu từng giữ các chức vụ: Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu trước khi nghỉ hưu là Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu được bầu Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu, 51 tuổi, quê Nam Định, là Phó Chủ tịch UBND thị xã.",
    "Bà Hà Thị Mẫu (51 tuổi, Phó Chủ tịch UBND thị xã) chủ trì cuộc họp.",
    "Bà Hà Thị Mẫu (cựu Trung tướng, Phó Chủ tịch UBND thị xã) trả lời.",
    "Theo Phó Chủ tịch UBND thị xã - bà Hà Thị Mẫu, đường sắp xong.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_a_post_is_held_wherever_it_is_told(text: str) -> None:
    assert slots(text) == [("Hà Thị Mẫu", "Phó Chủ tịch", "UBND thị xã")]


SHARED = [
    "HĐND huyện miễn nhiệm chức danh Ủy viên UBND huyện đối với ông Lê Văn Mẫu và bà Hà Thị Mẫu.",
    "Ông Lê Văn Mẫu và bà Hà Thị Mẫu được bầu làm Ủy viên UBND huyện.",
    "Các ông, bà: Lê Văn Mẫu, Hà Thị Mẫu giữ chức Ủy viên UBND huyện.",
    "Ủy viên UBND huyện gồm: Lê Văn Mẫu, Hà Thị Mẫu.",
]


@pytest.mark.parametrize("text", SHARED)
def test_several_hold_one_post(text: str) -> None:
    assert slots(text) == [(name, "Ủy viên", "UBND huyện") for name in ("Lê Văn Mẫu", "Hà Thị Mẫu")]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND xã yêu cầu công bằng đối với ông Lê Văn Mẫu.",
        "Xã miễn nhiệm chức vụ kế toán. Ông Lê Văn Mẫu về quê.",
        "Ông Lê Văn Mẫu được bổ nhiệm cán bộ nguồn.",
    ],
)
def test_a_post_of_somebody_else_is_not_given(text: str) -> None:
    assert slots(text) == []


def test_only_those_joined_to_the_holder_hold_it() -> None:
    text = "Huyện gặp ông Lê Văn Mẫu, bà Hà Thị Mẫu là Trưởng thôn Đông."
    assert [person for person, _, _ in slots(text)] == ["Hà Thị Mẫu"]


def test_former_posts_follow_a_semicolon() -> None:
    text = "Ông Lê Văn Mẫu, cán bộ Văn phòng Công an tỉnh; nguyên Đảng ủy viên, Đội trưởng Đội Mẫu, bị phạt."
    assert [position for _, position, _ in slots(text)] == ["cán bộ", "nguyên Đảng ủy viên", "Đội trưởng"]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Phó Trưởng Công an huyện Lộc Bình Lộc Văn Mẫu trả lời.", "Công an huyện Lộc Bình"),
        ("Đồn trưởng Đồn Biên phòng Ka Lăng Lộc Văn Mẫu trả lời.", "Đồn Biên phòng Ka Lăng"),
        ("Đội trưởng Đội CSGT, Công an huyện Vĩnh Linh Lộc Văn Mẫu trả lời.", "Đội CSGT, Công an huyện Vĩnh Linh"),
    ],
)
def test_a_name_begins_behind_the_place(text: str, organization: str) -> None:
    assert [(person, body) for person, _, body in slots(text)] == [("Lộc Văn Mẫu", organization)]


@pytest.mark.parametrize("name", ["Ông L.V.M", "Ông L.V.M.", "Giáo viên cũ là ông L.V.M."])
def test_initials_are_a_name(name: str) -> None:
    assert ("L.V.M", "kế toán", "Trường Tiểu học Suối Mẫu") in slots(
        f"{name}, kế toán Trường Tiểu học Suối Mẫu, kể."
    )


def test_the_last_initial_means_the_person() -> None:
    text = "Ông L.V.M, kế toán Trường Mẫu Xanh, vắng mặt. Trước đó, ông M, thủ quỹ Hội Nông dân xã, bị nhắc nhở."
    assert [slot[:2] for slot in slots(text)] == [("L.V.M", "kế toán"), ("L.V.M", "thủ quỹ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc công ty là ông Lê Văn Mẫu.", [("Lê Văn Mẫu", "Giám đốc", "công ty")]),
        ("Hiệu trưởng nhà trường hiện nay là cô Lê Thị Mẫu.", [("Lê Thị Mẫu", "Hiệu trưởng", "nhà trường")]),
        ("Trao đổi với Chủ tịch xã, ông Lê Văn Mẫu, chúng tôi mừng.", [("Lê Văn Mẫu", "Chủ tịch", "xã")]),
        ("Cùng làm việc với Chủ tịch xã, ông Lê Văn Mẫu cho rằng đường sẽ thông.", []),
    ],
)
def test_a_post_led_to_its_holder(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert slots(text) == expected


COUNTED = [
    ("Hai cựu Thứ trưởng Bộ Mẫu Lê Văn Mẫu (SN 1959), Hà Thị Mẫu (SN 1960) hầu tòa.", "cựu Thứ trưởng", "Bộ Mẫu"),
    (
        "Đơn nêu tên 2 hiệu phó Lê Văn Mẫu và Hà Thị Mẫu của Trường Tiểu học Đông.",
        "hiệu phó",
        "Trường Tiểu học Đông",
    ),
    ("Ba phó giám đốc Sở Y tế là Lê Văn Mẫu, Hà Thị Mẫu bị phê bình.", "phó giám đốc", "Sở Y tế"),
]


@pytest.mark.parametrize(("text", "position", "organization"), COUNTED)
def test_a_number_tells_of_several_holders(text: str, position: str, organization: str) -> None:
    assert slots(text) == [(name, position, organization) for name in ("Lê Văn Mẫu", "Hà Thị Mẫu")]


def test_those_who_are_counted_may_have_posts_of_their_own() -> None:
    text = (
        "Xã bầu hai Ủy viên UBND xã là ông Lê Văn Mẫu, Trưởng Công an xã và bà Hà Thị Mẫu, Chánh Văn phòng UBND xã."
    )
    assert [person for person, position, _ in slots(text) if position == "Ủy viên"] == ["Lê Văn Mẫu", "Hà Thị Mẫu"]
    text = "Xã bầu hai Ủy viên UBND xã là ông Lê Văn Mẫu và ông Vũ Văn Mẫu, bà Hà Thị Mẫu thôi việc."
    assert [person for person, _, _ in slots(text)] == ["Lê Văn Mẫu", "Vũ Văn Mẫu"]


@pytest.mark.parametrize(
    "text",
    [
        "Thừa ủy quyền của Thủ tướng, Bí thư Tỉnh ủy Đông Lê Văn Mẫu trao quyết định.",
        "Thay mặt Chủ tịch nước, Bí thư Tỉnh ủy Đông Lê Văn Mẫu trao huân chương.",
        "Xã trao quyết định bổ nhiệm chức danh hiệu trưởng, Bí thư Tỉnh ủy Đông Lê Văn Mẫu chúc mừng.",
    ],
)
def test_the_first_of_two_posts_may_be_the_one_that_is_stood_in_for(text: str) -> None:
    assert slots(text) == [("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Đông")]


def test_who_is_told_behind_a_copula_holds_the_post() -> None:
    text = "Bác sĩ đưa phiếu cho điều dưỡng khoa Nhi là Hà Thị Mẫu."
    assert slots(text) == [("Hà Thị Mẫu", "điều dưỡng", "khoa Nhi")]
    assert slots("Phiên xử do thẩm phán Lê Văn Mẫu ngồi ghế, thẩm phán dự khuyết là bà Hà Thị Mẫu.") == [
        ("Lê Văn Mẫu", "thẩm phán", None),
        ("Hà Thị Mẫu", "thẩm phán dự khuyết", None),
    ]
    assert slots("Bạn gái của nam diễn viên là Hà Thị Mẫu.") == []


def test_a_row_of_artists_goes_on_with_names_that_no_family_bears() -> None:
    text = "Các nghệ sĩ Hồng Mẫu, Minh Đông và Thùy Hạ đến viếng."
    assert slots(text) == [(name, "nghệ sĩ", None) for name in ("Hồng Mẫu", "Minh Đông", "Thùy Hạ")]
    assert slots("Các nghệ sĩ Hồng Mẫu, Hà Nội đều khen.") == [("Hồng Mẫu", "nghệ sĩ", None)]


def test_a_line_up_tells_its_players() -> None:
    text = "Đội hình ra sân. Thủ môn: Lê Văn Mẫu (Mẫu Xanh), Hà Văn Mẫu. Tiền vệ: Vũ Văn Mẫu."
    assert [(person, position) for person, position, _ in slots(text)] == [
        ("Lê Văn Mẫu", "Thủ môn"),
        ("Hà Văn Mẫu", "Thủ môn"),
        ("Vũ Văn Mẫu", "Tiền vệ"),
    ]
    assert slots("Anh nói với thủ môn: Lê Văn Mẫu về rồi.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đón Thứ trưởng Bộ Y tế Nguyễn Văn Mẫu Cùng với đoàn có bà Hà.", "Nguyễn Văn Mẫu"),
        ("Ảnh: Giám đốc Sở Y tế Lê Thị Hồng Mẫu Tại buổi lễ có ba đội.", "Lê Thị Hồng Mẫu"),
        ("Giám đốc Sở Y tế Lê Thị Hồng Theo dõi ca mổ.", "Lê Thị Hồng"),
        ("Giám đốc Sở Y tế Lê Thị Tại Mẫu đến dự.", "Lê Thị Tại Mẫu"),
    ],
)
def test_a_word_that_opens_the_next_sentence_is_no_name(text: str, found: str) -> None:
    reading = read(Article(id="x", text=text))
    assert [role.person for role in build_roles(reading, *setting_of(reading))] == [found]


def test_posts_before_a_name_are_not_the_one_s_before_them() -> None:
    text = "Báo nêu việc bổ nhiệm bà Quỳnh Mẫu Bộ trưởng, Chủ nhiệm VPCP Lê Tiến Mẫu đến dự."
    reading = read(Article(id="x", text=text))
    assert {role.person for role in build_roles(reading, *setting_of(reading))} == {"Lê Tiến Mẫu"}


def test_a_student_has_an_age() -> None:
    text = "Lê Thị Mẫu, 20 tuổi, sinh viên ngành Luật, Học viện Ngoại giao, có mặt từ sớm."
    reading = read(Article(id="x", text=text))
    assert [role.organization for role in build_roles(reading, *setting_of(reading))] == ["Học viện Ngoại giao"]


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        ("Chủ tịch UBND thành phố Lê Văn Mẫu kiểm tra.", "Lê Văn Mẫu", "UBND thành phố"),
        ("Chủ tịch Hội Nông dân thành phố Hà Thị Mẫu kiểm tra.", "Hà Thị Mẫu", "Hội Nông dân thành phố"),
        ("Chủ tịch UBND tỉnh Đinh Văn Mẫu kiểm tra.", "Đinh Văn Mẫu", "UBND tỉnh"),
        ("Chủ tịch Ủy ban Dân tộc Lê Văn Mẫu kiểm tra.", "Lê Văn Mẫu", "Ủy ban Dân tộc"),
    ],
)
def test_a_name_follows_a_level_word_that_has_no_such_unit(text: str, person: str, organization: str) -> None:
    assert slots(text) == [(person, "Chủ tịch", organization)]


def test_a_level_word_and_its_unit_are_no_person() -> None:
    assert slots("Chủ tịch UBND huyện Trần Văn Thời kiểm tra.") == []


ROWS = [
    ("Phó Chủ tịch UBND tỉnh Lê Văn Mẫu, Hà Thị Mẫu; Chủ tịch Hội Vũ Văn Mẫu, Lò Thị Mẫu.", "Hà Thị Mẫu"),
    ("Giữ quyền công tố là kiểm sát viên Lê Văn Mẫu, Hà Thị Mẫu.", "Hà Thị Mẫu"),
    ("Dự lễ có nguyên Bí thư Tỉnh ủy Lê Văn Mẫu và Hà Thị Mẫu.", "Hà Thị Mẫu"),
    ("Các ông, bà Hà Thị Mẫu, Lê Văn Mẫu (Phó Chánh Văn phòng UBND tỉnh) dự lễ.", "Hà Thị Mẫu"),
    ("Các bị cáo Hà Thị Mẫu, Lê Văn Mẫu (cựu Phó Giám đốc Sở Y tế) kháng cáo.", "Hà Thị Mẫu"),
]


@pytest.mark.parametrize(("text", "person"), ROWS)
def test_who_stands_in_the_row_of_a_post_holds_it(text: str, person: str) -> None:
    found = slots(text)
    posts = {slot[1:] for slot in found if slot[0] == "Lê Văn Mẫu"}
    assert {slot[1:] for slot in found if slot[0] == person} == posts != set()
    assert "Lò Thị Mẫu" not in [slot[0] for slot in found]


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Sở Y tế Lê Văn Mẫu, Hà Thị Mẫu.",
        "Phó Giám đốc Sở Y tế Lê Văn Mẫu và Hà Thị Mẫu cãi nhau.",
        "Ông Hà Thị Mẫu và ông Lê Văn Mẫu (Giám đốc Sở Y tế) cãi nhau.",
    ],
)
def test_who_only_stands_beside_a_holder_holds_no_post(text: str) -> None:
    assert [person for person, _, _ in slots(text)] == ["Lê Văn Mẫu"]


def test_all_posts_of_a_row_are_everybodys() -> None:
    text = "Các ủy viên Ban Thường vụ Đảng ủy, Phó giám đốc, gồm: Đại tá Lê Văn Mẫu, Đại tá Hà Thị Mẫu."
    assert [slot[:2] for slot in slots(text) if slot[0] == "Hà Thị Mẫu"] == [
        ("Hà Thị Mẫu", "ủy viên Ban Thường vụ"),
        ("Hà Thị Mẫu", "Phó giám đốc"),
    ]


@pytest.mark.parametrize("lead", ["Trong thời gian giữ cương vị", "Khi đang là", "Với vai trò"])
def test_a_word_for_a_post_leads_to_a_given_name(lead: str) -> None:
    text = f"Ông Lê Văn Mẫu bị kỷ luật. {lead} Giám đốc Sở Y tế, ông Mẫu đã ký khống."
    assert slots(text) == [("Lê Văn Mẫu", "Giám đốc", "Sở Y tế")]


def test_bodies_of_one_place_are_not_above_each_other() -> None:
    text = "Theo ông Lê Văn Mẫu, Chủ tịch HĐND tỉnh Quảng Bình, Đảng bộ tỉnh Quảng Bình đã họp."
    assert slots(text) == [("Lê Văn Mẫu", "Chủ tịch", "HĐND tỉnh Quảng Bình")]
