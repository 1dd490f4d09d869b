"""Quotation marks of every shape, nested, mixed and missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.quotations import find_quotations, is_speech


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("mô hình “Cổng làng bình yên” ở thôn Đoài", ["Cổng làng bình yên"]),
        ('mô hình "Cổng làng bình yên" ở thôn Đoài', ["Cổng làng bình yên"]),
        ('mô hình “Cổng làng bình yên" ở thôn Đoài', ["Cổng làng bình yên"]),
        ('mô hình "Cổng làng bình yên” ở thôn Đoài', ["Cổng làng bình yên"]),
        ("mô hình «Cổng làng» và ”Đèn sáng“ mới", ["Cổng làng", "Đèn sáng"]),
        ("mô hình“Cổng làng”được khen", ["Cổng làng"]),
        ("“Xã sẽ lập mô hình “Cổng làng” trong năm”", ["Xã sẽ lập mô hình “Cổng làng” trong năm", "Cổng làng"]),
        ("mô hình “Tổ tự quản\nvề môi trường”", ["Tổ tự quản\nvề môi trường"]),
        ("không có dấu nào", []),
    ],
)
def test_pairs(text: str, inside: list[str]) -> None:
    found = [q for q in find_quotations(text) if q.rule == "quoted"]
    assert [text[q.inner_start : q.inner_end] for q in found] == inside


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("mô hình “Cổng làng ở thôn Đoài.\nĐoạn sau.", ["unclosed"]),
        ("mô hình Cổng làng” ở thôn Đoài.", ["unopened"]),
        ("mô hình “Cổng làng ở thôn Đoài và mô hình “Đèn sáng” mới", ["unclosed", "quoted"]),
    ],
)
def test_lone_marks_are_told(text: str, rules: list[str]) -> None:
    assert [q.rule for q in find_quotations(text)] == rules


@given(st.text(alphabet="ab “”\"«»\n'’.", max_size=60))
def test_any_text_reads_in_order_and_in_bounds(text: str) -> None:
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda q: q.start)
    assert all(0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "“Bản có 46 hộ”, chị Mẫu nói.",
        "Chị Mẫu kể: “Bản có 46 hộ”.",
        "“Bản có 46 hộ.” - Đại úy Lê Văn Mẫu, Trưởng Công an xã, cho hay.",
        "Bà bảo “nhà tôi góp 5 ngày công” rồi cười.",
    ],
)
def test_what_somebody_says_is_no_name(text: str) -> None:
    assert is_speech(text, text.index("“") + 1, text.index("”"))


@pytest.mark.parametrize(
    "text", ["Mô hình “Gia đình 5 không”, do xã lập.", "Phong trào: “Ba sạch”, do chị Mẫu nêu."]
)
def test_a_name_is_no_speech(text: str) -> None:
    assert not is_speech(text, text.index("“") + 1, text.index("”"))
