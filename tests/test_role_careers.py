"""Posts of one person told one after the other: appointments, careers, posts of later sentences."""

import pytest

from tests.test_role_holders import slots

MOVED = [
    "Cử ông Lê Văn Mẫu, Tỉnh ủy viên, thôi giữ chức Bí thư Huyện ủy để đảm nhận chức vụ Giám đốc Sở Y tế.",
    "Ông Lê Văn Mẫu, Tỉnh ủy viên, Bí thư Huyện ủy tham gia BCH, Ban Thường vụ và giữ chức Giám đốc Sở Y tế.",
    "Ông Lê Văn Mẫu, Tỉnh ủy viên, thôi giữ chức Bí thư Huyện ủy; điều động, phân công giữ chức Giám đốc Sở Y tế.",
    "Tỉnh điều động ông Lê Văn Mẫu, Tỉnh ủy viên, Bí thư Huyện ủy nhận nhiệm vụ mới là Giám đốc Sở Y tế.",
    "Ông Lê Văn Mẫu, Tỉnh ủy viên, Bí thư Huyện ủy được giao nhiệm vụ kiêm Giám đốc Sở Y tế.",
]


@pytest.mark.parametrize("text", MOVED)
def test_a_new_post_follows_those_held(text: str) -> None:
    posts = [("Tỉnh ủy viên", None), ("Bí thư", "Huyện ủy"), ("Giám đốc", "Sở Y tế")]
    assert slots(text) == [("Lê Văn Mẫu", position, organization) for position, organization in posts]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        (
            "Bà Hà Thị Mẫu được điều động đến nhận công tác tại Sở Y tế, bổ nhiệm giữ chức Phó Giám đốc Sở.",
            "Sở Y tế",
        ),
        ("Bà Hà Thị Mẫu chuyển sang Sở Y tế và được bổ nhiệm giữ chức vụ Phó Giám đốc.", "Sở Y tế"),
        ("Bà Hà Thị Mẫu về công tác tại Sở Y tế, được giao giữ chức vụ Phó Giám đốc sở này.", "Sở Y tế"),
        ("Sở Y tế họp. Phó Giám đốc Sở Hà Thị Mẫu kết luận.", "Sở Y tế"),
    ],
)
def test_a_body_is_told_by_where_one_is_sent(text: str, organization: str) -> None:
    assert slots(text) == [("Hà Thị Mẫu", "Phó Giám đốc", organization)]


CAREERS = [
    "Ông Lê Văn Mẫu từng giữ các chức vụ: Giám đốc Sở Y tế; Bí thư Huyện ủy nhiệm kỳ 2010 - 2015; Trưởng thôn.",
    "Ông Lê Văn Mẫu sinh năm 1960. Từ năm 2001 đến năm 2004 ông là Giám đốc Sở Y tế, Bí thư Huyện ủy, Trưởng thôn.",
    "Ông Lê Văn Mẫu quê ở bản. Trong quá trình công tác, ông đã giữ các chức vụ: Giám đốc Sở Y tế (2001 - 2004); "
    "Bí thư Huyện ủy khóa X, XI; Trưởng thôn.",
    "Đồng chí Lê Văn Mẫu về hưu. Đồng chí từng là Giám đốc Sở Y tế rồi Bí thư Huyện ủy; Trưởng thôn.",
    "Ông Lê Văn Mẫu là Giám đốc Sở Y tế. Đến 3/2018, ông được bầu làm Bí thư Huyện ủy. Nay ông là Trưởng thôn.",
]


@pytest.mark.parametrize("text", CAREERS)
def test_a_career_is_told_post_by_post(text: str) -> None:
    posts = [("Giám đốc", "Sở Y tế"), ("Bí thư", "Huyện ủy"), ("Trưởng thôn", None)]
    assert slots(text) == [("Lê Văn Mẫu", position, organization) for position, organization in posts]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu là Trưởng ban; Phó Giám đốc Sở Y tế làm Phó ban.",
        "Ông Lê Văn Mẫu làm Trưởng ban; Phó Giám đốc Sở Y tế Hà Thị Mẫu vắng mặt.",
        "Dự họp có ông Lê Văn Mẫu, Trưởng ban; Phó Giám đốc Sở Y tế.",
        "Ông Lê Văn Mẫu là Trưởng ban. Từ năm 2019 ông nội là Phó Giám đốc Sở Y tế.",
    ],
)
def test_a_semicolon_may_lead_to_somebody_else(text: str) -> None:
    assert ("Lê Văn Mẫu", "Phó Giám đốc", "Sở Y tế") not in slots(text)


def test_bodies_that_part_at_a_word_are_two() -> None:
    text = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Nghệ An, từng giữ các chức vụ: Bí thư Tỉnh đoàn Nghệ An; Bí thư Tỉnh ủy."
    assert [body for _, _, body in slots(text)] == ["Tỉnh ủy Nghệ An", "Tỉnh đoàn Nghệ An"]


def test_a_short_form_is_the_same_body() -> None:
    text = "Ông Lê Văn Mẫu, Giám đốc Sở GD-ĐT Nghệ An, về. Giám đốc Sở Giáo dục và Đào tạo Nghệ An Lê Văn Mẫu nói."
    assert len(slots(text)) == 1


def test_each_has_the_post_that_a_verb_tells() -> None:
    text = "Xã bố trí ông Lê Văn Mẫu giữ vị trí Trưởng ban và bà Hà Thị Mẫu giữ vị trí Chỉ huy trưởng."
    assert [(name, post) for name, post, _ in slots(text)] == [
        ("Lê Văn Mẫu", "Trưởng ban"),
        ("Hà Thị Mẫu", "Chỉ huy trưởng"),
    ]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Bộ bổ nhiệm bà Hà Thị Mẫu giữ chức Vụ trưởng Vụ Pháp chế.", "Vụ trưởng"),
        ("Đại tá Hà Thị Mẫu là Chủ nhiệm Chính trị Vụ Pháp chế.", "Chủ nhiệm Chính trị"),
        ("Bà Hà Thị Mẫu, Phó Chánh VP Vụ Pháp chế, nói.", "Phó Chánh VP"),
        ("Chị Hà Thị Mẫu được xác định là kế toán Vụ Pháp chế.", "kế toán"),
    ],
)
def test_a_post_keeps_its_words(text: str, position: str) -> None:
    assert slots(text) == [("Hà Thị Mẫu", position, "Vụ Pháp chế")]


def test_a_term_is_no_part_of_a_body() -> None:
    text = "Ông Lê Văn Mẫu là Chủ nhiệm Ủy ban kiểm tra Trung ương Đoàn nhiệm kỳ 2012 – 2017, Bí thư Huyện ủy."
    assert [body for _, _, body in slots(text)] == ["Ủy ban kiểm tra Trung ương Đoàn", "Huyện ủy"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu quê ở bản. Năm 2009, ông được điều động về Sở Y tế, giữ chức Phó Giám đốc.",
        "Bộ chúc mừng Đại tá Lê Văn Mẫu nhận chức vụ Phó Giám đốc Sở Y tế.",
        "Tỉnh bổ nhiệm chức Phó Giám đốc Sở Y tế đối với ông Lê Văn Mẫu.",
        "4. Lê Văn Mẫu (1973, Phó Giám đốc Sở Y tế): 3 năm tù.",
        "Ông Lê Văn Mẫu quê ở bản; từ năm 2015, ông là Phó Giám đốc Sở Y tế.",
    ],
)
def test_a_post_is_found_however_it_is_given(text: str) -> None:
    assert slots(text) == [("Lê Văn Mẫu", "Phó Giám đốc", "Sở Y tế")]


def test_a_member_sits_on_the_board_of_the_next_post() -> None:
    text = "Ông Lê Văn Mẫu giữ chức ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy."
    assert [body for _, _, body in slots(text)] == ["Ủy ban Kiểm tra Huyện ủy"] * 2


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Chuyên gia giao thông, TS. Lê Văn Mẫu cho rằng xe đã đông.", ["Chuyên gia giao thông"]),
        ("Dân hỏi chuyên gia giao thông, TS. Lê Văn Mẫu trả lời.", []),
        ("Anh Lê Văn Mẫu, Chủ tịch Hội doanh nhân trẻ Hà Tĩnh, trao gạo.", ["Chủ tịch"]),
        ("Dự có Bộ trưởng TT&TT Lê Văn Mẫu.", ["Bộ trưởng"]),
        ("Trung ương chuẩn y Ủy viên Ban Thường vụ Tỉnh ủy đối với ông Lê Văn Mẫu.", ["Ủy viên Ban Thường vụ"]),
        ("Bác sĩ Lê Văn Mẫu, công tác tại Khoa Nhi, Bệnh viện Suối Mẫu, nói.", ["Bác sĩ"]),
        ("Tuần báo Suối Mẫu khẳng định Lê Văn Mẫu là phóng viên của báo.", ["phóng viên"]),
        ("Tỉnh kỷ luật ông Lê Văn Mẫu bằng hình thức cách chức Bí thư Huyện ủy.", ["Bí thư"]),
        ("Ông Lê Văn Mẫu ký quyết định cách chức Bí thư Huyện ủy.", []),
    ],
)
def test_people_are_told_by_their_work(text: str, position: list[str]) -> None:
    assert [(name, post) for name, post, _ in slots(text)] == [("Lê Văn Mẫu", post) for post in position]
