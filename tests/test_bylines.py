"""Signatures, and codes of outlets before the first sentence."""

import pytest

from extractor.intake.bylines import credited, dateline, glued_signature, read_signature, signed_beside


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("LÊ MẪU", "LÊ MẪU"),
        ("Thu Mẫu", "Thu Mẫu"),
        ("R'Ô MẪU", "R'Ô MẪU"),
        ("Tin, ảnh: Hồ Mẫu - Hội LHPN thị xã", "Hồ Mẫu"),
        ("T. MẪU", "T. MẪU"),
        ("Bài, ảnh: TRÀ MẪU", "TRÀ MẪU"),
        ("Tác giả: Nông Thị Mẫu", "Nông Thị Mẫu"),
        ("Minh Mẫu - Thu Đồi", "Minh Mẫu - Thu Đồi"),
        ("Thu Mẫu (Theo Tin Mẫu)", "Thu Mẫu"),
        ("Minh Mẫu tổng hợp", "Minh Mẫu"),
        ("Phạm Mẫu - Đài TT-TH huyện", "Phạm Mẫu"),
        ("Được viết bởi Võ Mẫu", "Võ Mẫu"),
        ("Ban biên tập", "Ban biên tập"),
        ("VP. UBND xã", "VP. UBND xã"),
        ("Thực hiện: Minh Mẫu - Kỹ thuật: Thu Đồi", "Minh Mẫu"),
        ("Ảnh và lời: TRÀ MẪU", "TRÀ MẪU"),
        ("Minh Mẫu (ảnh và bài)", "Minh Mẫu"),
        ("(Thu Mẫu)", "Thu Mẫu"),
        ("Tin của Thu Mẫu", "Thu Mẫu"),
        ("MINH MẪU (ghi)", "MINH MẪU"),
        ("BTV: Thu Mẫu", "Thu Mẫu"),
        ("PV (t/h)", "PV"),
        ("Thu Mẫu/ĐBP", "Thu Mẫu"),
        ("Theo Minh Mẫu/Báo Mẫu", "Minh Mẫu"),
    ],
)
def test_a_line_may_be_a_signature(line: str, author: str) -> None:
    signature = read_signature(line)
    assert signature is not None and signature.author == author


@pytest.mark.parametrize("line", ["Theo Báo Mẫu", "Nguồn: Tin Mẫu"])
def test_a_source_is_no_author(line: str) -> None:
    signature = read_signature(line)
    assert signature is not None and signature.author is None
    assert credited(line) == line.removeprefix("Theo ").removeprefix("Nguồn: ")


@pytest.mark.parametrize(
    "line",
    [
        "Đại biểu tham dự hội nghị",
        "(xã Suối Mẫu)",
        "Hà Nội",
        "Xã Mẫu có 5 tổ.",
        "Báo Cà Mau",
        "- 5 tổ",
        "",
        "Phóng viên: Việc tiêm đến đâu rồi, thưa bà?",
        "PV: Xin cảm ơn bà!",
    ],
)
def test_other_short_lines_are_none(line: str) -> None:
    assert read_signature(line) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Vụ việc đang được làm rõ. Minh Mẫu", "Minh Mẫu"),
        ("Xem tiếp tại đây. T.Mẫu", "T.Mẫu"),
        ("Đội đã thắng. Thu Mẫu (theo Goal )", "Thu Mẫu (theo Goal )"),
        ("Giá giữ nguyên. Theo Tin Mẫu", "Theo Tin Mẫu"),
        ("Hội nghị diễn ra tại Hà Nội", None),
        ("Đoàn đã về. Hà Nội", None),
        ("Có 5 tổ. Xã Mẫu có 7 tổ", None),
    ],
)
def test_a_signature_may_be_glued_to_the_last_sentence(text: str, rest: str | None) -> None:
    signature = glued_signature(text)
    assert (text[signature.start :] if signature else None) == rest


@pytest.mark.parametrize(
    ("text", "prefix", "code"),
    [
        ("BTO-Sáng 6/9, xã họp.", "BTO-", "BTO"),
        ("(Baothanhhoa.vn) - Trong năm", "(Baothanhhoa.vn) - ", "Baothanhhoa.vn"),
        ("(LĐ online) - Ngày 5/6", "(LĐ online) - ", "LĐ online"),
        ("(XYZĐT) - Ngày 5/6", "(XYZĐT) - ", "XYZĐT"),
        ("Hà Nội (TTXVN 25/8) - Sáng", "Hà Nội (TTXVN 25/8) - ", "TTXVN"),
        ("Báo Cà Mau Sau nhiều năm, xã", "Báo Cà Mau", None),
        ("UBND - HĐND huyện họp", "", None),
        ("(Báo Nghệ An) - Ngày 5/6", "(Báo Nghệ An) - ", "Báo Nghệ An"),
        ("(Ảnh minh họa) - Một góc xã", "", None),
        ("Xã Mẫu - nơi có 5 tổ", "", None),
    ],
)
def test_a_code_may_stand_before_the_first_sentence(text: str, prefix: str, code: str | None) -> None:
    assert dateline(text) == (len(prefix), code)


def test_a_numbered_heading_signs_nothing() -> None:
    assert read_signature("II. HẠN CHẾ") is None
    assert read_signature("T. HUY") is not None


def test_the_labelled_name_beside_a_date() -> None:
    assert signed_beside("- Người đăng: Lê Thị Mẫu - Đã xem 87") == "Lê Thị Mẫu"
