"""Facts marked in place: the marks change no character, wherever they lie."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.web.marking import Piece, pieces

TEXTS = st.text(max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8)


@given(TEXTS, SPANS)
def test_the_text_is_unchanged(text: str, spans: list[tuple[int, int]]) -> None:
    made = list(pieces(text, spans))
    assert "".join(piece.text for piece in made) == text
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in made)


@given(TEXTS, SPANS)
def test_a_spans_pieces_are_its_quote(text: str, spans: list[tuple[int, int]]) -> None:
    made = list(pieces(text, spans))
    for number, (start, end) in enumerate(spans):
        own = [piece for piece in made if number in piece.within]
        assert "".join(piece.text for piece in own) == text[start:end]
        assert [piece.start for piece in made if number in piece.begins] == [piece.start for piece in own[:1]]


def test_the_shortest_span_comes_first() -> None:
    assert list(pieces("0123456", [(1, 6), (2, 4), (9, 12)])) == [
        Piece(0, "0", (), ()),
        Piece(1, "1", (0,), (0,)),
        Piece(2, "23", (1, 0), (1,)),
        Piece(4, "45", (0,), ()),
        Piece(6, "6", (), ()),
    ]
