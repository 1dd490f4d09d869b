"""Outlets by name, code and address, and the province where they are at home."""

import pytest

from extractor.intake.mastheads import (
    is_body,
    masthead,
    name_in_copyright,
    of_source,
    own_address,
    self_named,
    site,
)
from extractor.intake.outlets import (
    TABLE,
    MergedRow,
    OutletRow,
    begins_with_outlet,
    home_province,
    is_code,
    name_at_start,
    name_of_address,
    own_name,
)
from extractor.vietnamese.gazetteer import gazetteer
from extractor.vietnamese.lexicon import rows


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BÁO BẮC GIANG  |  Đặt báo  |  Liên hệ", "BÁO BẮC GIANG"),
        ("Báo Cà Mau - cơ quan của Đảng bộ tỉnh | Thứ sáu", "Báo Cà Mau"),
        ("Báo Bà Rịa - Vũng Tàu điện tử", "Báo Bà Rịa - Vũng Tàu điện tử"),
        ("Cần Thơ Online - An ninh trật tự", "Cần Thơ Online"),
        ("TRANG THÔNG TIN ĐIỆN TỬ XÃ MẪU - TỈNH LẠNG SƠN", "TRANG THÔNG TIN ĐIỆN TỬ XÃ MẪU - TỈNH LẠNG SƠN"),
        ("Cổng thông tin điện tử huyện Mẫu - Trang chủ", "Cổng thông tin điện tử huyện Mẫu"),
        ("THÁI NGUYÊN ONLINE", "THÁI NGUYÊN ONLINE"),
        ("Cổng TTĐT huyện Lục Mẫu", "Cổng TTĐT huyện Lục Mẫu"),
        ("Đài PT-TH tỉnh Vĩnh Long", "Đài PT-TH tỉnh Vĩnh Long"),
        ("Báo điện tử Đồng Nai", "Báo điện tử Đồng Nai"),
        ("CỔNG THÔNG TIN - GIAO TIẾP ĐIỆN TỬ TỈNH MẪU", "CỔNG THÔNG TIN - GIAO TIẾP ĐIỆN TỬ TỈNH MẪU"),
        ("Trang thông tin - Giao tiếp điện tử xã Mẫu", "Trang thông tin - Giao tiếp điện tử xã Mẫu"),
        ("Cổng giao tiếp điện tử huyện Mẫu", "Cổng giao tiếp điện tử huyện Mẫu"),
        ("ĐÀI TRUYỀN THANH - TRUYỀN HÌNH HUYỆN MẪU", "ĐÀI TRUYỀN THANH - TRUYỀN HÌNH HUYỆN MẪU"),
        ("Trung tâm Văn hóa - Thông tin huyện Mẫu", "Trung tâm Văn hóa - Thông tin huyện Mẫu"),
        ("Báo và Phát thanh, Truyền hình Lào Cai", "Báo và Phát thanh, Truyền hình Lào Cai"),
        ("XÃ MẪU - TRANG THÔNG TIN ĐIỆN TỬ", "XÃ MẪU - TRANG THÔNG TIN ĐIỆN TỬ"),
        ("Đài Truyền thanh - Phát lại truyền hình huyện Mẫu", "Đài Truyền thanh - Phát lại truyền hình huyện Mẫu"),
        ("Chuyên trang Công an Mẫu", "Chuyên trang Công an Mẫu"),
        ("Trung tâm Văn hóa đọc", None),
        ("ĐÀI TRUYỀN THANH XÃ MẪU PHÁT HUY HIỆU QUẢ TRONG MÙA MƯA LŨ", None),
        ("Cổng thông tin - Chuyển đổi số", None),
        ("TRANG THÔNG TIN ĐIỆN TỬ", None),
        ("Dịch vụ công Online", None),
        ("Đài truyền thanh xã Mẫu phát huy hiệu quả", None),
        ("Báo Nghệ An tổ chức hội nghị cộng tác viên", None),
        ("Báo cáo kết quả sáu tháng", None),
        ("Giao thông", None),
    ],
)
def test_an_outlet_names_itself_on_a_line_of_its_own(line: str, name: str | None) -> None:
    assert name_at_start(line) == name


def test_where_else_an_outlet_is_named() -> None:
    assert name_in_copyright("© Báo Nghệ An - Giấy phép số 7/GP") == "Báo Nghệ An"
    assert name_in_copyright("Báo Nghệ An vào xuân") is None
    portal = "Trang thông tin điện tử xã Mẫu"
    assert name_in_copyright(f"© 2019 {portal}. Ghi rõ nguồn khi phát lại") == portal
    assert own_name("Xã Suối Mẫu tổng kết phong trào - Báo Bình Thuận") == "Báo Bình Thuận"
    assert own_address("BAOHAIDUONG.VN") == "BAOHAIDUONG.VN" and own_address("mau.example.com") is None
    assert self_named(["Như Báo Nhân Dân đã thông tin, cầu bị sập."]) == "Báo Nhân Dân"
    assert self_named(["Theo Báo Nhân Dân, cầu bị sập."]) is None
    assert self_named(["Phóng viên Báo Nhân Dân có cuộc trao đổi với ông Mẫu."]) == "Báo Nhân Dân"
    assert of_source("Minh Mẫu/Báo Nhân Dân") == "Báo Nhân Dân" and of_source("baohaiduong.vn") == "baohaiduong.vn"
    assert site("Công an tỉnh Mẫu", "Bắt 5 người - Công an tỉnh Mẫu", "Bắt 5 người") == "Công an tỉnh Mẫu"
    assert site("Xã Mẫu", "Bắt 5 người - Xã Mẫu", "Bắt 5 người") is None
    assert begins_with_outlet("Báo Cà Mau Sau nhiều năm xây dựng, xã đã khởi sắc.") == len("Báo Cà Mau")
    assert begins_with_outlet("Báo Cà Mau phối hợp với huyện trao quà.") == 0


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("Báo Cà Mau - Sáng 5/3, UBND xã Mẫu khánh thành cầu Kênh Nhỏ.", "Báo Cà Mau - "),
        ("Báo Cà Mau Online – Hội Nông dân huyện vừa trao 20 con bò cho hội viên.", "Báo Cà Mau Online – "),
        (
            "Cổng thông tin điện tử huyện Mẫu - Ngày 5/5, huyện mở hội thi nấu ăn cho 12 đội.",
            "Cổng thông tin điện tử huyện Mẫu - ",
        ),
        ("Báo Lào Cai - Cơ quan ngôn luận của Đảng bộ và nhân dân tỉnh Lào Cai.", ""),
        ("Báo Lào Cai - Trang thông tin điện tử của tỉnh, cập nhật tin hằng ngày.", ""),
        ("Báo Lào Cai - Tin nhanh cuối tuần", ""),
    ],
)
def test_a_name_with_a_dash_may_open_a_sentence(line: str, prefix: str) -> None:
    assert begins_with_outlet(line) == len(prefix)
    assert is_code("BTO") and is_code("Baonghean.vn") and not is_code("UBND")


@pytest.mark.parametrize(
    ("outlet", "url", "published", "home"),
    [
        ("BTO", None, "2024-09-06", "Bình Thuận"),
        ("THÁI NGUYÊN ONLINE", None, "2024-09-06", "Thái Nguyên"),
        ("BTO", None, "2025-08-01", "Lâm Đồng"),
        ("Baothanhhoa.vn", None, None, "Thanh Hóa"),
        ("Báo Quảng Bình điện tử", None, "2020-10-25", "Quảng Bình"),
        ("Báo Nhân Dân", None, "2020-10-25", None),
        (None, "https://www.baogialai.com.vn/a", "2020", "Gia Lai"),
        (None, "https://bacquang.hagiang.gov.vn/tin", "2021-07-16", "Hà Giang"),
        (None, "https://conganhagiang.gov.vn/tin", "2025-07-16", "Tuyên Quang"),
        (None, "https://baomoi.com/tin.epi", "2025", None),
        ("Trang thông tin điện tử xã Mẫu - tỉnh Lạng Sơn", None, None, "Lạng Sơn"),
        ("Trang thông tin điện tử xã Vĩnh Phúc, huyện Bắc Quang", None, "2021-07-16", "Hà Giang"),
        ("TRANG THÔNG TIN ĐIỆN TỬ HUYỆN THUẬN CHÂU", None, "2022", "Sơn La"),
        ("Trang thông tin điện tử xã Tân Lập", None, "2022", None),
        ("Báo Thừa Thiên Huế", None, "2024-12-31", "Thừa Thiên Huế"),
        ("Báo Thừa Thiên Huế", None, "2025-02-01", "Huế"),
        (None, None, None, None),
        (None, "http://[broken", None, None),
    ],
)
def test_home_follows_name_address_and_time(
    outlet: str | None, url: str | None, published: str | None, home: str | None
) -> None:
    assert home_province(outlet, url, published) == home


def test_an_address_gives_the_name_of_what_it_knows() -> None:
    assert name_of_address("https://baogialai.com.vn/x") == "Báo Gia Lai"
    assert name_of_address("https://xa.huyen.langson.gov.vn/x") == "xa.huyen.langson.gov.vn"
    assert name_of_address("https://unknown.example/x") is None


def test_every_province_has_a_paper_and_a_station() -> None:
    provinces = {unit.name for unit in gazetteer().units if unit.level == "province"}
    homes = [row.home for row in rows(TABLE, "outlet", OutletRow) if row.home]
    spelled = {name.replace("Hoà", "Hòa").replace("Hoá", "Hóa") for name in provinces}
    assert {name for name in spelled if homes.count(name) < 2} <= {"Huế"}
    assert {row.into for row in rows(TABLE, "merged", MergedRow)} <= spelled


def test_no_domain_or_code_belongs_to_two() -> None:
    for pick in (lambda row: row.domains, lambda row: row.codes):
        found = [one.lower() for row in rows(TABLE, "outlet", OutletRow) for one in pick(row)]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["MẪU SƠN NGÀY MỚI", "Tin nóng · Đối thoại · Ảnh"], "MẪU SƠN NGÀY MỚI"),
        (["Trang nhất | Thời sự | Video", "BẠN NHÀ NÔNG - Chuyên trang của bạn đọc"], "BẠN NHÀ NÔNG"),
        (["Đất và người Mẫu Sơn", "Trang nhất | Thời sự | Video"], "Đất và người Mẫu Sơn"),
        (["mauson-news", "Chủ nhật, 18/11/2018", "Trang nhất | Thời sự | Video"], "mauson-news"),
        (["Trang nhất | Thời sự | Video", "Chuyện trong làng"], None),
        (["XÃ HẠ: 5 TỔ TỰ QUẢN RA MẮT", "Trang nhất | Thời sự | Video"], None),
        (["TỔ TỰ QUẢN RA MẮT", "Trang nhất | Thời sự | Video"], None),
        (["Xã Hạ hiện có 5 tổ tự quản.", "Trang nhất | Thời sự | Video"], None),
        (["MẪU SƠN NGÀY MỚI", "Xã Hạ hiện có 5 tổ tự quản."], None),
    ],
)
def test_the_head_of_a_page_may_be_any_name(lines: list[str], name: str | None) -> None:
    assert masthead(lines, "Tổ tự quản ra mắt") == name


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("UBND xã Mẫu", True),
        ("CÔNG AN TỈNH MẪU SƠN", True),
        ("Đoàn Thanh niên huyện Mẫu Sơn", True),
        ("Công an tỉnh Mẫu bắt hai người", False),
        ("CÔNG AN TỈNH MẪU SƠN BẮT HAI NGƯỜI", False),
        ("Phòng chống rét cho đàn trâu xã Mẫu", False),
        ("Công an", False),
    ],
)
def test_a_body_is_named_alone(line: str, named: bool) -> None:
    assert is_body(line) is named
