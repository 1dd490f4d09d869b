"""Bodies that a post shares, leaves unsaid or names in its own words; ranks behind a name."""

import pytest

from extractor.facts.roles.build import build_roles
from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import setting_of


def slots(text: str) -> list[tuple[str, str | None]]:
    reading = read(Article(id="x", text=text))
    return [(role.position, role.organization) for role in build_roles(reading, *setting_of(reading))]


def ranks(text: str) -> list[str | None]:
    reading = read(Article(id="x", text=text))
    return [role.rank for role in build_roles(reading, *setting_of(reading))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông Lê Văn Mẫu từng là Vụ trưởng Vụ Pháp chế, Vụ trưởng Vụ Tài chính thuộc Bộ Công Thương.",
            [("Vụ trưởng", "Vụ Pháp chế thuộc Bộ Công Thương"), ("Vụ trưởng", "Vụ Tài chính thuộc Bộ Công Thương")],
        ),
        (
            "Ông Lê Văn Mẫu, Phó Cục trưởng Cục Thuế, Cục trưởng Cục Hải quan của Bộ Tài chính, đến dự.",
            [("Phó Cục trưởng", "Cục Thuế của Bộ Tài chính"), ("Cục trưởng", "Cục Hải quan của Bộ Tài chính")],
        ),
        (
            "Đại tá Lê Văn Mẫu, Trưởng phòng Hậu cần, người phát ngôn Công an tỉnh Đông, trả lời.",
            [("Trưởng", "phòng Hậu cần, Công an tỉnh Đông"), ("người phát ngôn", "Công an tỉnh Đông")],
        ),
        (
            "Ông Lê Văn Mẫu, Trưởng phòng Nội vụ, nguyên Chánh Văn phòng UBND huyện thuộc tỉnh Đông, đến dự.",
            [("Trưởng", "phòng Nội vụ"), ("nguyên Chánh Văn phòng", "UBND huyện thuộc tỉnh Đông")],
        ),
    ],
)
def test_the_body_above_may_be_told_once(text: str, found: list[tuple[str, str | None]]) -> None:
    assert slots(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ban giám hiệu Trường Mầm non Đông Sơn mắc lỗi. Hiệu trưởng Hà Thị Mẫu xin nghỉ.",
        "Đơn tố cáo Hiệu trưởng Hà Thị Mẫu và ban giám hiệu Trường Mầm non Đông Sơn đã được nhận.",
        "Trường Mầm non Đông Sơn đóng cửa.\n\nPhụ huynh phản đối.\n\nHiệu trưởng Hà Thị Mẫu xin nghỉ.",
    ],
)
def test_a_headmistress_leads_the_one_school_that_is_named(text: str) -> None:
    assert slots(text) == [("Hiệu trưởng", "Trường Mầm non Đông Sơn")]


def test_of_two_schools_none_is_meant() -> None:
    text = "Xã có Trường Mầm non Đông Sơn.\n\nHuyện có Trường Tiểu học Hạ Long.\n\nHiệu trưởng Hà Thị Mẫu xin nghỉ."
    assert slots(text) == [("Hiệu trưởng", None)]


def test_an_owner_has_a_business() -> None:
    assert slots("Nhà hàng Suối Mẫu do bà Hà Thị Mẫu làm chủ bị phạt.") == [("chủ", "Nhà hàng Suối Mẫu")]
    assert slots("Đội Quản lý thị trường số 1 kiểm tra gian hàng do bà Hà Thị Mẫu làm chủ.") == [("chủ", None)]


def test_a_double_post_takes_no_body_of_another() -> None:
    text = "Bí thư Tỉnh ủy Đông Lê Văn Mẫu đến dự. Ông Hà Văn Mẫu, Bí thư - Chủ tịch UBND thị xã Hạ, cho biết."
    assert slots(text)[1] == ("Bí thư", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông Lê Văn Mẫu, Chánh Thanh tra tỉnh, nói.", ("Chánh Thanh tra", "Thanh tra tỉnh")),
        ("Bà Hà Thị Mẫu, Phó Chánh Thanh tra huyện Đông, nói.", ("Phó Chánh Thanh tra", "Thanh tra huyện Đông")),
        ("Ông Lê Văn Mẫu, Chánh Thanh tra Bộ Y tế, nói.", ("Chánh Thanh tra", "Bộ Y tế")),
        (
            "Cô Hà Thị Mẫu, giáo viên lớp 5A Trường Tiểu học Đông, nói.",
            ("giáo viên lớp 5A", "Trường Tiểu học Đông"),
        ),
        ("Bà Hà Thị Mẫu, Giám đốc phân tích Công ty Đông Á, nói.", ("Giám đốc phân tích", "Công ty Đông Á")),
        ("Ông Lê Văn Mẫu, giám đốc Sân khấu kịch Kim Châu, nói.", ("giám đốc", "Sân khấu kịch Kim Châu")),
        ("Ông Lê Văn Mẫu, Phó bí thư huyện ủy, nói.", ("Phó bí thư", "huyện ủy")),
        ("Ông Lê Văn Mẫu, giám đốc một công ty, nói.", ("giám đốc", None)),
        ("Luật sư Lê Văn Mẫu của Đoàn luật sư Hà Nội nói.", ("Luật sư", "Đoàn luật sư Hà Nội")),
    ],
)
def test_where_a_position_ends_and_its_body_begins(text: str, found: tuple[str, str | None]) -> None:
    assert slots(text) == [found]


def test_a_bracket_of_places_stands_before_the_name() -> None:
    text = "Chủ tịch xã Hồ Sơn (huyện Tam Đảo, tỉnh Vĩnh Phúc) Lê Văn Mẫu xác nhận."
    assert slots(text) == [("Chủ tịch", "xã Hồ Sơn (huyện Tam Đảo, tỉnh Vĩnh Phúc)")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Bị cáo Lê Văn Mẫu (SN 1963, cựu Đại tá, Phó Cục trưởng Cục Mẫu) kêu oan.", "cựu Đại tá"),
        ("Bị cáo Lê Văn Mẫu, nguyên Thượng tá, Trưởng phòng Mẫu Xanh, kêu oan.", "nguyên Thượng tá"),
        ("Ông Lê Văn Mẫu (Tiến sĩ, Giám đốc Sở Y tế) trình bày.", "Tiến sĩ"),
        ("Ông Lê Văn Mẫu, cấp dưới của Đại tá, Giám đốc Công an tỉnh, trình bày.", None),
    ],
)
def test_a_rank_may_stand_behind_the_name(text: str, rank: str | None) -> None:
    assert ranks(text)[:1] in ([rank], [] if rank is None else [rank])


def test_a_past_post_told_again_is_the_same() -> None:
    text = "Ông Lê Văn Mẫu - nguyên Giám đốc Sở Y tế bị bắt. Ông Mẫu, lúc đó là Giám đốc Sở Y tế, đã ký."
    assert slots(text) == [("nguyên Giám đốc", "Sở Y tế")]
    text = "Xã bổ nhiệm Quyền Hiệu trưởng Trường Đông Lê Văn Mẫu giữ chức vụ Hiệu trưởng Trường Đông."
    assert [position for position, _ in slots(text)] == ["Quyền Hiệu trưởng", "Hiệu trưởng"]


def test_a_name_may_end_in_a_trade() -> None:
    assert slots("Ông Phạm Công Nhân, Phó Viện trưởng Viện Mẫu, nói.") == [("Phó Viện trưởng", "Viện Mẫu")]
    assert slots("Ca sĩ Mỹ Tâm hát.") == [("Ca sĩ", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông Lê Văn Mẫu, nguyên Phó phòng Hướng dẫn luật, điều tra, xử lý tai nạn (Cục CSGT, Bộ Công an), nói.",
            ("nguyên Phó", "phòng Hướng dẫn luật, điều tra, xử lý tai nạn (Cục CSGT, Bộ Công an)"),
        ),
        (
            "Bác sĩ Trần Văn Mẫu, Trưởng khoa Hỗ trợ sinh sản, Bệnh viện Mẫu Sơn, đến khám.",
            ("Trưởng", "khoa Hỗ trợ sinh sản, Bệnh viện Mẫu Sơn"),
        ),
        (
            "Ông Lê Văn Mẫu, Trưởng phòng Đoàn thể và các hội quần chúng, Ban Dân vận Tỉnh ủy Thái Bình, đến dự.",
            ("Trưởng", "phòng Đoàn thể và các hội quần chúng, Ban Dân vận Tỉnh ủy Thái Bình"),
        ),
        (
            "Anh Lê Văn Mẫu, Giám đốc Trung tâm Quản lý khu đô thị Mẫu Xanh, trả lời.",
            ("Giám đốc", "Trung tâm Quản lý khu đô thị Mẫu Xanh"),
        ),
        ("Ông Lê Văn Mẫu, Giám đốc Sở Y tế, kiểm tra công trường (xã Đông).", ("Giám đốc", "Sở Y tế")),
        ("Ông Lê Văn Mẫu, Giám đốc Sở Y tế Lào Cai đề xuất mở thêm khoa.", ("Giám đốc", "Sở Y tế Lào Cai")),
    ],
)
def test_small_words_go_on_to_the_mark_that_closes_a_body(text: str, found: tuple[str, str | None]) -> None:
    assert slots(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông Lê Văn Mẫu, Giám đốc Tư vấn đầu tư Công ty Mẫu Xanh, nói.",
            [("Giám đốc Tư vấn đầu tư", "Công ty Mẫu Xanh")],
        ),
        ("Ông Lê Văn Mẫu, Giám đốc vận hành Mauson cho biết.", [("Giám đốc vận hành", "Mauson")]),
        ("Bà Lê Thị Mẫu, Giám đốc một công ty may, nói.", [("Giám đốc", "công ty may")]),
        (
            "Bà Lê Thị Mẫu, Phó giám đốc kinh doanh và tiếp thị của công ty Mẫu Xanh, nói.",
            [("Phó giám đốc kinh doanh và tiếp thị", "công ty Mẫu Xanh")],
        ),
        (
            "Ông Lê Văn Mẫu, ủy viên HĐQT, Phó tổng giám đốc Công ty Mẫu Xanh, nói.",
            [("ủy viên HĐQT", "Công ty Mẫu Xanh"), ("Phó tổng giám đốc", "Công ty Mẫu Xanh")],
        ),
        ("Chị Lê Thị Mẫu, CEO của Tổ chức Giáo dục Mauson kể.", [("CEO", "Tổ chức Giáo dục Mauson")]),
    ],
)
def test_a_director_s_line(text: str, found: list[tuple[str, str | None]]) -> None:
    assert slots(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bác sĩ Lê Văn Mẫu, Khoa Sản – Bệnh viện Mẫu Sơn cho biết.", [("Bác sĩ", "Khoa Sản – Bệnh viện Mẫu Sơn")]),
        (
            "Theo bác sĩ Lê Văn Mẫu, Khoa viêm gan, Bệnh viện Đông, có ba khả năng.",
            [("bác sĩ", "Khoa viêm gan, Bệnh viện Đông")],
        ),
        (
            "Ths.BS Lê Văn Mẫu, Khoa Hồi sức (Bệnh viện Bạch Mai) cho biết.",
            [("BS", "Khoa Hồi sức (Bệnh viện Bạch Mai)")],
        ),
        ("ThS Lê Văn Mẫu, Khoa Hồi sức, cho biết.", []),
    ],
)
def test_a_doctor_and_the_department(text: str, found: list[tuple[str, str | None]]) -> None:
    assert slots(text) == found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Bà Lê Thị Mẫu, chủ cửa hàng Vườn xinh ở Minh Khai, nói.", "cửa hàng Vườn xinh ở Minh Khai"),
        (
            "Bà Lê Thị Mẫu, chủ cửa hàng cây xanh Vườn xinh ở Đông Sơn, kể.",
            "cửa hàng cây xanh Vườn xinh ở Đông Sơn",
        ),
        ("Bà Lê Thị Mẫu, chủ cửa hàng Mẫu Sơn, nói.", "cửa hàng Mẫu Sơn"),
    ],
)
def test_a_shop_is_named_with_its_street(text: str, body: str) -> None:
    assert [organization for _, organization in slots(text)] == [body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hôm qua, trường Suối Mẫu khai giảng. Ông Lê Văn Mẫu, Hiệu trưởng nhà trường, đến.", "trường Suối Mẫu"),
        (
            "Đêm qua, bệnh viện Suối Mẫu cứu bé gái. Ông Lê Văn Mẫu, Giám đốc bệnh viện, cho biết.",
            "bệnh viện Suối Mẫu",
        ),
        ("Ngày 5/3, công ty Mẫu Xanh trồng cây. Ông Lê Văn Mẫu, Giám đốc công ty, cho biết.", "công ty Mẫu Xanh"),
        ("Nhiều công ty trồng cây. Ông Lê Văn Mẫu, Giám đốc công ty, cho biết.", None),
    ],
)
def test_a_body_pointed_at_may_be_written_small(text: str, body: str | None) -> None:
    assert [organization for _, organization in slots(text)] == [body]
