"""When two sentences say the same but for one number."""

import pytest

from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import settle
from extractor.vietnamese.statements import Statement, anchored, read_statement, says_the_same


def told(sentence: str) -> Statement:
    """The statement around the number in square brackets."""
    start, end = sentence.index("["), sentence.index("]")
    return read_statement(sentence.replace("[", "").replace("]", ""), start, end - 1)


@pytest.mark.parametrize(
    "row", [row for table in ("here", "whose", "generic", "citing") for row in rows("indicators", table, Row)]
)
def test_the_example_shows_the_word(row: Row) -> None:
    assert any(settle(form) in settle(row.example) for form in row.forms)


def test_what_a_sentence_says() -> None:
    found = told("Mưa lớn. Theo Ban chỉ huy, lũ ở Sông Mơ (Hà Thử) cuốn trôi 1.247 cây và [31 nhà]. Dân đã về.")
    assert found.own == "31"
    assert found.numbers == {"1.247"}
    assert found.names == {"sông mơ"}  # neither who is cited nor what stands in brackets
    assert "mưa" not in found.words and "dân" not in found.words


@pytest.mark.parametrize(
    ("sentence", "here", "whose"),
    [
        ("Toàn huyện có [31 tổ].", True, False),
        ("Công ty có [31 tổ].", False, True),
        ("Cả nước có [31 tổ].", False, False),
    ],
)
def test_words_that_another_sentence_explains(sentence: str, here: bool, whose: bool) -> None:
    assert (told(sentence).here, told(sentence).whose) == (here, whose)


@pytest.mark.parametrize(
    ("one", "other", "same", "named"),
    [
        ("Lũ ở Sông Mơ cuốn trôi [31 nhà], nhiều cầu.", "Lũ ở Sông Mơ cuốn trôi [42 nhà], nhiều cầu.", True, True),
        ("Lũ ở Sông Mơ làm trôi [31 nhà], nhiều cầu.", "Lũ ở Suối Lau làm trôi [42 nhà], nhiều cầu.", False, False),
        ("Lũ tràn về cuốn trôi [31 nhà] và nhiều cầu.", "Lũ đêm qua làm [42 nhà] ven suối phải dời.", False, False),
        ("Lũ làm trôi [31 nhà], hỏng 1.247 ha lúa.", "Lũ về làm trôi [42 nhà], hỏng 1.247 ha lúa.", True, True),
        ("Lũ làm hỏng từ [31 nhà] đến 42 nhà.", "Lũ làm hỏng từ 31 nhà đến [42 nhà].", False, False),
        ("Có [31 nhà] hỏng.", "Có [42 nhà] hỏng.", False, False),
    ],
)  # fmt: skip
def test_sentences_that_say_the_same(one: str, other: str, same: bool, named: bool) -> None:
    assert says_the_same(told(one), told(other)) is same
    assert says_the_same(told(other), told(one)) is same
    assert anchored(told(one), told(other)) is named
