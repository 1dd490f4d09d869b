"""Quantities: value, bounds, hedge, unit, rate, reasons of refusal. The phrase corpus holds the breadth."""

import time
import unicodedata
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.reading.dates.periods import read_periods
from extractor.reading.numbers.notation import read_phrase
from extractor.reading.numbers.quantities import read_quantities
from extractor.reading.spans import Quantity
from extractor.reading.tokens import read_tokens
from extractor.vietnamese.letters import canonical


def quantities(text: str, published: str | None = None) -> tuple[Quantity, ...]:
    doc = read_tokens(text)
    return read_quantities(doc, read_periods(doc, published))


def test_a_quantity_covers_hedge_number_unit_and_rate() -> None:
    text = "Thu nhập hơn 36,6 triệu đồng/người/năm."
    (found,) = quantities(text)
    assert text[found.start : found.end] == "hơn 36,6 triệu đồng/người/năm"
    assert text[found.number_start : found.number_end] == "36,6 triệu"
    assert (found.value, found.low, found.high) == (Decimal(36_600_000), Decimal(36_600_000), None)
    assert (found.modifier, found.unit, found.per, found.category) == ("over", "đồng", "người/năm", "money")


def test_money_is_decimal() -> None:
    (found,) = quantities("Vốn 0,1 tỷ đồng.")
    assert isinstance(found.value, Decimal)
    assert found.value == 100_000_000


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Nhiệt độ xuống âm 2 độ C.", "-2 độ C"),
        ("Lợi nhuận giảm âm 9,1%.", "-9.1 %"),
        ("Xã đạt 18 trong tổng số 20 chỉ tiêu.", "18/20"),
        ("Có 15 trên 22 cửa hàng đóng cửa.", "15/22"),
        ("Chỉ có một hộ chưa ký.", "1"),
        ("Mỗi thôn có ít nhất một tổ hòa giải.", ">=1"),
        ("Bé sốt cao 39,7 độ.", "39.7 độ"),
        ("Bà bán 2 lượng vàng.", "2 lượng vàng"),
        ("Bể chứa 900 gallon nước.", "900 gallon"),
        ("Giá vé cao nhất là 500.000 đồng.", "500000 đồng"),
        ("Ít nhất ba trong số 12 hộ đã ký.", ">=3/12"),
        ("Đội chỉ ghi một bàn.", "1"),
        ("Xe không được chở quá 20 khách.", "<=20"),
        ("Đại lý tặng 15 triệu lệ phí.", "15000000 đồng"),
        ("Người về từ xa cách ly ít nhất 14 ngày.", ">=14 ngày"),
        ("Ngày mưa, ra chợ mất 2 tiếng.", "2 tiếng"),
        ("Hội chợ chỉ diễn ra trong một tuần.", "1 tuần"),
        ("Xe dùng động cơ 2.2L.", "2.2 L"),
        ("Đơn phải có tối thiểu phải có 900 chữ ký.", ">=900"),
        ("Doanh thu vượt mốc 40 tỷ đồng.", ">40000000000 đồng"),
        ("Hợp tác xã thu vượt 2 tỷ đồng.", ">2000000000 đồng"),
        ("Huyện thu vượt 2 tỷ đồng so với dự toán.", "2000000000 đồng"),
        ("Giá tiêu dao động quanh 90.000 đồng.", "~90000 đồng"),
        ("Xe cũ giá khoảng 300 triệu đồng trở xuống.", "~300000000 đồng"),
        ("Có 74% cán bộ có trình độ đại học trở lên.", "74 %"),
    ],
)
def test_a_number_of_every_kind(sentence: str, number: str) -> None:
    (found,) = (one for one in quantities(sentence) if one.refused is None)
    sign = {"at_least": ">=", "at_most": "<=", "exact": "", "over": ">", "about": "~"}[found.modifier]
    of = f"/{found.denominator}" if found.denominator else ""
    unit = f" {found.unit}" if found.unit else ""
    assert f"{sign}{found.value}{of}{unit}" == number


def test_both_ends_of_a_range_share_scale_and_unit() -> None:
    (found,) = quantities("Lương 6-8 triệu đồng.")
    assert (found.value, found.low, found.high, found.modifier) == (None, 6_000_000, 8_000_000, "range")


def test_the_ends_of_a_range_may_have_units_of_their_own() -> None:
    (found,) = quantities("Mỗi vụ thu 800 kg đến 1 tấn trái.")
    assert (found.low, found.high, found.unit) == (Decimal("0.8"), 1, "tấn")


def test_every_number_is_told_with_its_reason() -> None:
    found = quantities("Ngày 5/8/2023, ông Bảy, 71 tuổi, ở thôn 4 nhận 2 con bò theo Đề án 06.")
    assert [(q.refused, q.value) for q in found if q.refused != "date"] == [
        ("name", 7),
        ("age", 71),
        ("place", 4),
        (None, 2),
        ("document", 6),
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Nghị quyết {22/NQ-HĐND} nêu rõ.", "document"),
        ("Ban Chỉ đạo {138} họp.", "committee"),
        ("Xe lật trên quốc lộ {27}.", "road"),
        ("UBND phường {9} họp.", "place"),
        ("Chị Lành, {40} tuổi.", "age"),
        ("Xã bàn việc suốt {10} năm trời.", "time span"),
        ("Lễ diễn ra sau {2} tuần.", "time span"),
        ("Lỗ to nếu hoãn {2} tháng.", "time span"),
        ("Camera chạy {24/24} giờ.", "round the clock"),
        ("Lúc {8} giờ, chợ họp.", "time"),
        ("Phương châm {4} tại chỗ.", "slogan"),
        ("Đạt chuẩn {4} sao.", "grade"),
        ("Đội thắng {2-1}.", "score"),
        ("Xe 51A - {3386} bị giữ.", "plate"),
        ("Trộn theo tỷ lệ {1}:3.", "proportion"),
        ("Bảng cao {3} x 4 cm.", "proportion"),
        ("Em thắng ở nội dung {1.500 m}.", "race"),
        ("Trọng tài thổi một quả {11m}.", "race"),
        ("Đội nghỉ ở vòng {2} V-League.", "name"),
        ("Nhiệt độ xuống {-12 độ C}.", "negative"),
        ("Chuyên án {484} LV khép lại.", "name"),
        ("Ống kính phóng to {100}x.", "code"),
        ("Tâm bão ở {18,4} độ vĩ Bắc.", "coordinate"),
        ("Muối {ba} khía.", "idiom"),
        ("Bến chỉ nhận xe {hai} bánh.", "idiom"),
        ("Ông chăm người bạn {bốn} chân.", "idiom"),
        ("Ví bật xác thực {2} lớp.", "idiom"),
        ("Em mới {17} xuân xanh.", "age"),
        ("Đội mở hiệp {hai} trận gặp bạn.", "number"),
        ("Sinh viên năm {hai} trường huyện.", "number"),
        ("Em học lớp {11} trường huyện.", "number"),
        ("{Một} hộ nuôi ong.", "article"),
        ("Cả {năm} bình yên.", "year word"),
        ("Cả {hai} đều về.", "pronoun"),
        ("Phòng PV{01} họp.", "code"),
        ("Mã {1.2.3.4} lỗi.", "malformed"),
        ("{1}. Mục tiêu chung", "list number"),
        ("Giải Cúp Vàng {2021} khép lại.", "year"),
        ("Gọi hotline {1088} để báo tin.", "phone"),
        ("Mô hình thứ {3} ra mắt.", "number"),
    ],
)
def test_reasons(sentence: str, reason: str) -> None:
    assert read_phrase(sentence) == f"refused: {reason}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.2.3.4",
        "9/99/9999",
        "31/2/2024",
        "9" * 400,
        "1\u200b2 hộ",
        "１２ hộ",
        "1,250.30.2",
        "- / . , % 5",
        "từ đến - –",
        "1-2-3-4-5",
        "1/2/3/4/5",
        "hơn",
        "trên dưới khoảng 5",
    ],
)
def test_bad_input_never_raises(text: str) -> None:
    for found in quantities(text, "2024-09-06"):
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)


@given(st.text(alphabet="0123456789.,/-–% năm hơn đến từ tỷ đồng\n“”()", max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    found = quantities(text, "2024-09-06")
    assert all(a.number_end <= b.number_start for a, b in pairwise(found))
    for quantity in found:
        assert 0 <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_either_form_of_unicode_reads_the_same(form: Literal["NFC", "NFD"]) -> None:
    text = canonical(unicodedata.normalize(form, "Ðến nay, xã hoà giải hơn 36,6 triệu vụ trong năm 2023."))
    (found,) = [q for q in quantities(text) if not q.refused]
    assert (found.value, found.modifier) == (36_600_000, "over")


def segmented(text: str) -> Doc:
    """A Doc cut at blanks: what is timed is the reading, not the segmentation."""
    words = text.split(" ")
    return Doc(spacy.blank("xx").vocab, words=words, tags=["N"] * len(words))


@pytest.mark.parametrize(
    "piece",
    ["năm 2020, cuối năm, trong năm", "hơn 5 triệu đồng/người/năm", "ít nhất 2 tổ và", "“5 hộ” và một", "1 - 2 -"],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        doc = segmented(" ".join([piece] * times))
        start = time.process_time()
        read_quantities(doc, read_periods(doc, "2024-09-06"))
        return time.process_time() - start

    seconds(20)
    short, long = min(seconds(200) for _ in range(3)), seconds(2_000)
    assert long < 40 * short + 0.2
