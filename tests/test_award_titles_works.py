"""Titles that go on in lower case, prizes to works, and those who only watch."""

import pytest

from tests.reading_facts import extracted

Told = tuple[str, str | None, str, int | None, tuple[str, ...]]
HERO = "Anh hùng Lực lượng vũ trang nhân dân"


def told_slots(text: str) -> list[Told]:
    """Form, giver, kind, number and names of each award."""
    return [(a.form, a.giver, a.recipient, a.count, a.names) for a in extracted(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Trung đoàn Hạ Mẫu được tuyên dương danh hiệu Đơn vị {HERO}.",
            [(f"danh hiệu Đơn vị {HERO}", None, "collective", None, ("Trung đoàn Hạ Mẫu",))],
        ),
        (
            "Nhà máy Hạ Mẫu được phong tặng danh hiệu Đơn vị Anh hùng Lao động thời kỳ đổi mới.",
            [
                (
                    "danh hiệu Đơn vị Anh hùng Lao động thời kỳ đổi mới",
                    None,
                    "organization",
                    None,
                    ("Nhà máy Hạ Mẫu",),
                )
            ],
        ),
        (
            f"Năm 1978, ông Lê Văn Mẫu được tuyên dương {HERO}.",
            [(HERO, None, "individual", None, ("Lê Văn Mẫu",))],
        ),
        (
            "Bà Lê Thị Mẫu được phong tặng Nghệ nhân nhân dân.",
            [("Nghệ nhân nhân dân", None, "individual", None, ("Lê Thị Mẫu",))],
        ),
        (
            f"Chủ tịch nước truy tặng {HERO} cho ông Lê Văn Mẫu.",
            [(HERO, "Chủ tịch nước", "individual", None, ("Lê Văn Mẫu",))],
        ),
        (
            f"Trung đoàn có 3 cá nhân được tuyên dương {HERO}, đó là các đồng chí: Lê Văn Mẫu, Trần Văn Hạ, "
            "Nguyễn Thị Lụa.",
            [(HERO, None, "individual", 3, ("Lê Văn Mẫu", "Trần Văn Hạ", "Nguyễn Thị Lụa"))],
        ),
        (
            "Hội nghị tôn vinh Nghệ nhân ưu tú và khen thưởng 5 tập thể.",
            [("khen thưởng", None, "collective", 5, ())],
        ),
    ],
)
def test_titles_are_told_in_full(text: str, expected: list[Told]) -> None:
    assert told_slots(text) == expected


@pytest.mark.parametrize(
    ("text", "form", "title"),
    [
        ("Bộ ảnh Mùa nước nổi của Lê Văn Mẫu giành giải nhất.", "giải nhất", "Mùa nước nổi"),
        ("Phim Bến Cũ của đạo diễn Lê Văn Mẫu đoạt giải đặc biệt.", "giải đặc biệt", "Bến Cũ"),
        ("Chiều Trên Bến Hạ của tác giả Lê Văn Mẫu giành giải đặc biệt.", "giải đặc biệt", "Chiều Trên Bến Hạ"),
        (
            '"Máy tách vỏ lạc" của nhóm sinh viên Lê Văn Mẫu, Trần Thị Lụa đã giành giải Nhất.',
            "giải Nhất",
            "Máy tách vỏ lạc",
        ),
        ("Truyện ngắn Giếng làng của tác giả Lê Thị Lụa được trao giải nhì.", "giải nhì", "Giếng làng"),
        ("Giải nhất thuộc về bộ ảnh Bến cũ của tác giả Lê Văn Mẫu.", "Giải nhất", "Bến cũ"),
    ],
)
def test_a_prize_goes_to_the_work(text: str, form: str, title: str) -> None:
    assert told_slots(text) == [(form, None, "work", None, (title,))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nỗ lực của tác giả Lê Văn Mẫu được trao giải nhì.", ["Lê Văn Mẫu"]),
        ("Em Lê Thị Lụa của Trường THPT Hạ Mẫu giành giải nhất.", ["Lê Thị Lụa"]),
        ("Ông Lê Văn Mẫu chứng kiến giây phút vận động viên Trần Thị Lụa nhận huy chương bạc.", ["Trần Thị Lụa"]),
        ("Bà Lê Thị Mẫu có mặt khi con trai Lê Văn Hạ nhận huy chương vàng.", ["Lê Văn Hạ"]),
        ("Hàng trăm người dân chứng kiến em Trần Thị Lụa nhận cúp vàng.", ["Trần Thị Lụa"]),
        ("Dưới sự chứng kiến của ông Lê Văn Mẫu, chị Trần Thị Lụa nhận huy chương bạc.", ["Trần Thị Lụa"]),
        ("Bà Lê Thị Mẫu xúc động khi chứng kiến con gái nhận huy chương bạc.", []),
    ],
)
def test_who_receives_is_a_person_who_did_not_just_watch(text: str, names: list[str]) -> None:
    awards = extracted(text).awards
    assert [name for award in awards for name in award.names] == names
    assert {award.recipient for award in awards} <= {"individual"}
