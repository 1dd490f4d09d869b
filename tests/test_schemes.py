"""Names of schemes with their nouns, and quoted names that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.names.schemes import read_schemes
from extractor.reading.spans import SchemeName
from extractor.reading.tokens import read_tokens


def read(text: str) -> list[SchemeName]:
    return list(read_schemes(read_tokens(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Xã ra mắt mô hình “Cổng làng bình yên”.", [("mô hình", "Cổng làng bình yên")]),
        ("Mô hình quần chúng “Tự phòng ngừa” đi vào nền nếp.", [("mô hình", "Tự phòng ngừa")]),
        ("Chị em lập mô hình mang tên “Hũ gạo tình thương”.", [("mô hình", "Hũ gạo tình thương")]),
        ("Đoàn xã có mô hình tủ sách “Ươm mầm” ở nhà văn hóa.", [("mô hình", "Ươm mầm")]),
        ("Có 12 tổ “Tự quản về môi trường” hoạt động.", [("tổ", "Tự quản về môi trường")]),
        ('Duy trì 04 CLB “Gia đình hạnh phúc" với 90 hội viên.', [("clb", "Gia đình hạnh phúc")]),
        ("Ra mắt mô hình“Nông dân giữ đất”tại thôn Đoài.", [("mô hình", "Nông dân giữ đất")]),
        ("Xã có mô hình Camera giữ làng” từ năm ngoái.", [("mô hình", "Camera giữ làng")]),
        ("Xã có mô hình “Đèn sáng ngõ quê ở thôn Đoài.", [("mô hình", "Đèn sáng ngõ quê")]),
        (
            "Ba mô hình được lập gồm “Đèn sáng” (thôn Đoài), “Kẻng vang” (thôn Đông) và “Cổng xanh”.",
            [("mô hình", "Đèn sáng"), ("mô hình", "Kẻng vang"), ("mô hình", "Cổng xanh")],
        ),
        (
            "Tiêu biểu là mô hình “Đèn sáng” ở thôn Đoài; “Kẻng vang” ở thôn Đông.",
            [("mô hình", "Đèn sáng"), ("mô hình", "Kẻng vang")],
        ),
        ("Xã có mô hình ‘Đèn sáng ngõ quê’ ở thôn Đoài.", [("mô hình", "Đèn sáng ngõ quê")]),
        ("Có 9 tổ hòa giải cơ sở “Ba cùng” hoạt động.", [("tổ", "Ba cùng")]),
        ("“Tổ nhân dân canh đê” vẫn vững vàng.", [(None, "Tổ nhân dân canh đê")]),
        ("Câu lạc bộ Liên thế hệ tự giúp nhau thôn Đoài họp.", [("câu lạc bộ", "Liên thế hệ tự giúp nhau")]),
        ("Toàn xã lập 31 “Tổ liên gia chữa cháy” và trạm bơm.", [(None, "Tổ liên gia chữa cháy")]),
    ],
)
def test_schemes(text: str, names: list[tuple[str | None, str]]) -> None:
    assert [(s.noun, s.name) for s in read(text) if s.is_scheme] == names


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Phong trào “Toàn dân đoàn kết” phát triển.", "phong trào"),
        ("Thôn đạt danh hiệu “Làng văn hóa”.", "danh hiệu"),
        ("Đề án “Ánh sáng vùng biên” kéo dài ba năm.", "đề án"),
        ("Đoàn khánh thành công trình “Sân chơi xanh”.", "công trình"),
        ("Đây là thời điểm “vàng” để gieo sạ.", "thời điểm"),
        ("Các hộ cam kết “3 không”.", None),
        ("Ai cũng mê mô hình “đại gia”.", "mô hình"),
        ("Nhờ có “mắt thần”, thôn yên hẳn.", None),
        ("Họ “đi đêm” với đầu nậu.", None),
        ("Mô hình này đã giúp xã đạt “An toàn về ma túy”.", None),
    ],
)
def test_what_is_quoted_but_no_scheme(text: str, noun: str | None) -> None:
    assert [(s.noun, s.is_scheme) for s in read(text)] == [(noun, False)]


def test_what_somebody_says_is_no_name() -> None:
    assert not read("Bà Lụa nói: “Có đèn, bà con đi họp đông hẳn”.")


@pytest.mark.parametrize(
    "text",
    [
        "Nhóm bạn trẻ vẫy tay chào trước lá» hội đường phố.",
        "Chị kể: “Ban đầu cả nhà lo lắng nhưng rồi ai cũng vui”.",
        "Các em hỏi: “Đội nào thắng trong trận chung kết?”.",
        "Những CLB có “thể lực dẻo dai” đi đường dài.",
        "Các CLB Võ thuật phường Đông cùng dự.",
        "Chủ tịch CLB Bóng đá Hạ Mẫu từ chức.",
        "Giảng viên dạy theo mô hình “lớp học đảo ngược”.",
        "Xã có tổ thẩm định gói thầu “HM/03”.",
        "Quyết định về “Ban hành quy trình kiểm tra”.",
    ],
)
def test_what_is_said_or_broken_names_no_scheme(text: str) -> None:
    assert not any(scheme.is_scheme for scheme in read_schemes(read_tokens(text)))


def test_a_bare_name_is_recalled() -> None:
    found = read("Xã có mô hình “Đèn sáng”. Cùng với “Đèn sáng”, hội lập quỹ “Vì em”.")
    assert [(s.name, s.noun, s.is_scheme) for s in found] == [
        ("Đèn sáng", "mô hình", True),
        ("Đèn sáng", None, True),
        ("Vì em", "quỹ", False),
    ]


def test_offsets() -> None:
    text = "Năm 2023, xã ra mắt mô hình “Đèn sáng”."
    (found,) = read(text)
    assert text[found.start : found.end] == "mô hình “Đèn sáng”"
    assert text[found.name_start : found.name_end] == found.name == "Đèn sáng"


@given(
    st.lists(st.sampled_from(["mô hình ", "“", "”", '"', "Tổ ", "tổ ", "gồm ", ", ", "\n", "xanh "]), max_size=25)
)
def test_odd_text_never_raises(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in read(text):
        assert text[found.name_start : found.name_end] == found.name
        assert found.start <= found.name_start < found.name_end <= found.end <= len(text)
