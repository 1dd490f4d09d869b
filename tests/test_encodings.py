"""Legacy encodings: each is detected, converted, and leads every character back to where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.intake.decoding import decode
from extractor.intake.traced import trace
from extractor.vietnamese.encodings import _TCVN3, _vni, convert, repair
from extractor.vietnamese.letters import canonical

TEXT = "Sáng qua, các địa phương của tỉnh Mẫu đã tổ chức hội nghị với 25 người được khen thưởng ở huyện Đồi."
TONES = "\u0301\u0300\u0309\u0303\u0323"


def tcvn3(text: str) -> str:
    back = {letter: byte for byte, letter in _TCVN3.items()}
    return "".join(back.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    back = {letter: pair for pair, letter in reversed(_vni().items())}
    return "".join(back.get(letter, letter) for letter in text)


def viqr(text: str) -> str:
    marks = dict(zip("\u0302\u0306\u031b" + TONES, "^(+'`?~.", strict=True))
    plain = text.replace("đ", "dd").replace("Đ", "DD")
    return "".join(marks.get(letter, letter) for letter in unicodedata.normalize("NFD", plain))


def cp1258(text: str) -> str:
    data = b""
    for letter in text:
        tones = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark in TONES)
        bare = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in TONES)
        data += (unicodedata.normalize("NFC", bare) + tones).encode("cp1258")
    return data.decode("latin-1")


def mojibake(text: str) -> str:
    return text.encode().decode("latin-1")


ENCODERS = {
    "TCVN3": tcvn3,
    "VNI": vni,
    "VIQR": viqr,
    "Windows-1258": cp1258,
    "mojibake": mojibake,
    "mojibake twice": lambda text: mojibake(mojibake(text)),
}


@pytest.mark.parametrize("name", ENCODERS)
def test_an_encoding_is_detected_and_converted(name: str) -> None:
    source = ENCODERS[name](TEXT)
    found = repair(source)
    assert found is not None and (found.encoding, found.text) == (name, TEXT)
    assert convert(source, name) == TEXT
    assert list(found.offsets) == sorted(found.offsets)
    at = TEXT.index("25 người")
    assert source[found.offsets[at] :].startswith("25 ng")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Xa Mau co 5 mo hinh tu quan ve an ninh trat tu.",
        "A plain English sentence (about a.b. and c?) with 3rd parties, isn't it?",
        "Señor Ibáñez à Genève: déjà vu über alles, São Paulo",
        "",
        "12 345",
    ],
)
def test_text_in_order_stays(text: str) -> None:
    assert repair(text) is None


def test_mojibake_that_lost_its_no_break_spaces_is_mended() -> None:
    source = mojibake("Người dân là chủ, đã được nhà nước hỗ trợ của các xã").replace("\u00a0 ", " ")
    found = repair(source)
    assert found is not None and found.text == "Người dân là chủ, đã được nhà nước hỗ trợ của các xã"


def test_mojibake_that_lost_the_last_byte_of_a_letter_is_mended() -> None:
    source = "Lễ trao thưởng của tỉnh diễn ra tại xã".encode().decode("latin-1").replace("á»\x85 ", "á» ")
    found = repair(source)
    assert found is not None and found.text == "Lễ trao thưởng của tỉnh diễn ra tại xã"


def test_bytes_are_decoded() -> None:
    assert decode(TEXT.encode()) == decode(TEXT.encode("utf-8-sig")) == decode(TEXT.encode("utf-16")) == TEXT
    assert trace(decode(tcvn3(TEXT).encode("latin-1"))).text == TEXT
    assert trace(decode(cp1258(TEXT).encode("latin-1"))).text == TEXT
    assert decode(b'<meta charset="gbk">\xc4\xe3\xba\xc3').endswith("你好")
    assert decode((TEXT * 9).encode()[:-1]).startswith(TEXT)


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xe1\xe2\xe3" * 50])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        decode(data)


@given(st.text(max_size=60) | st.text(alphabet="aàảoôơuưd\u0301\u0323\u031b Ðđ", max_size=60))
def test_law_tracing_gives_canonical_text_with_an_offset_for_each_character(text: str) -> None:
    traced = trace(text)
    assert len(traced.text) == len(traced.offsets)
    assert all(0 <= offset < len(text) for offset in traced.offsets)
    if repair(text) is None:
        assert traced.text == canonical(text)


@given(st.text(alphabet=TEXT, max_size=200))
def test_law_decomposed_letters_come_out_composed_where_they_stood(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    traced = trace(decomposed)
    assert traced.text == text
    bases = (unicodedata.normalize("NFD", letter)[0] for letter in text)
    assert all(decomposed[offset] == base for offset, base in zip(traced.offsets, bases, strict=True))


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (
            "Chị LÃª Thị MÃ¢u, xã Suối Mẫu, được tặng Giáº¥y khen",
            "Chị Lê Thị Mâu, xã Suối Mẫu, được tặng Giấy khen",
        ),
        (f"{TEXT} {mojibake(TEXT)}", f"{TEXT} {TEXT}"),
        ("Hội thi “TOÀN XÃ” LÀ“GỐC” CỦA PHONG TRÀO–MẪU", None),
        ("Mã™ hàng của tổ hợp tác bản Ä‘ược ghi rõ", "Mã™ hàng của tổ hợp tác bản được ghi rõ"),
    ],
)
def test_mojibake_in_places_is_converted_where_it_is_sure(source: str, meant: str | None) -> None:
    found = repair(source)
    assert (found.text if found else None) == meant
    if found:
        assert len(found.offsets) == len(found.text) and list(found.offsets) == sorted(found.offsets)
