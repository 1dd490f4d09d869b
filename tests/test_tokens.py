"""Tokens and sentences: words with exact offsets, whatever the text is like."""

import pytest

from extractor.reading.sentences import sentence_bounds
from extractor.reading.tokens import read_tokens


def words(text: str) -> list[str]:
    return [token.text for token in read_tokens(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công an xã tuần tra.", ["Công an", "xã", "tuần tra", "."]),
        ("ủy ban hòa giải", ["ủy ban", "hòa giải"]),
        ("Công  an\nxã", ["Công  an", "xã"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_numeral_behind_what_it_numbers_ends_a_sentence() -> None:
    text = "Xã mở đại hội lần thứ I. Dự có ông I. Hoa và chị V. Mai."
    assert [text[a:b] for a, b in sentence_bounds(text)] == [text[:24], text[25:]]


def test_white_space_beyond_one_blank_is_a_token() -> None:
    assert [token.text for token in read_tokens("xã.\n\nHuyện  có") if token.is_space] == ["\n\n", " "]


def test_tokens_are_tagged_and_sentences_started() -> None:
    doc = read_tokens("Xã có 5 tổ. Huyện có 9 tổ.")
    assert [sentence.text for sentence in doc.sents] == ["Xã có 5 tổ.", "Huyện có 9 tổ."]
    assert {token.tag_ for token in doc if token.text in "59"} == {"M"}


def test_a_run_without_a_stop_is_tagged_to_its_end() -> None:
    doc = read_tokens("5 hộ, " * 300)
    assert len(doc) == 900 and all(token.tag_ for token in doc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bắt 5 vụ. Phạt 3 người.", ["Bắt 5 vụ.", "Phạt 3 người."]),
        ("Xã có 1.250 hộ ở TP. Mẫu.", ["Xã có 1.250 hộ ở TP. Mẫu."]),
        ("Ảnh: T. HUY", ["Ảnh: T. HUY"]),
        ("giá cao.Tại xã Mẫu", ["giá cao.", "Tại xã Mẫu"]),
        ("“Xã được khen!” Ông nói.", ["“Xã được khen!”", "Ông nói."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_bounds(text)] == expected
