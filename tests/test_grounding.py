"""Evidence is widened until it is unique, and always ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.grounding import ground


@pytest.mark.parametrize(
    ("text", "span", "quote"),
    [
        ("có 5 tổ, lập 5 tổ", (16, 17), "lập 5 tổ"),
        ("có\u00a05 tổ, lập\u00a05 tổ", (13, 14), "lập\u00a05"),  # a blank that does not break
        ("có\t5 tổ, lập\t5 tổ", (13, 14), "lập\t5"),
        ("năm 5\nlập 5", (10, 11), "lập 5"),
        ("lập 5 tổ. Có 5 tổ rồi", (13, 14), "Có 5"),
        ("nay có 5 tổ mạnh. 5 tổ yếu", (18, 22), "5 tổ yếu"),
        ("a 5 tổ! b. 5 tổ!", (11, 16), "b. 5 tổ!"),
        ("tháng 2 giảm 7%, tháng 3 giảm 7%", (30, 32), "tháng 3 giảm 7%"),
    ],
)
def test_a_quote_is_widened_until_it_is_unique(text: str, span: tuple[int, int], quote: str) -> None:
    start, end = ground(text, *span)
    assert text[start:end] == quote


@given(st.text("a5 \u00a0\t\r\n", max_size=40), st.data())
def test_widening_ends_and_keeps_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = ground(text, start, end) if start < len(text) else (start, end)
    assert first <= start
    assert end <= last
