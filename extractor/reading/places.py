"""Administrative units, read and resolved together for one article."""

from spacy.tokens import Doc

from extractor.reading.spans import Place


def read_places(doc: Doc, published: str | None, home_province: str | None) -> tuple[Place, ...]:
    """All administrative units named in the text, in order."""
    return ()
