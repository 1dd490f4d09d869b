"""Organisations, committees and offices."""

from spacy.tokens import Doc

from extractor.reading.spans import Body


def read_bodies(doc: Doc) -> tuple[Body, ...]:
    """All bodies of the text in order."""
    return ()
