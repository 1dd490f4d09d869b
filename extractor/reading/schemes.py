"""Quoted and capitalised proper names of schemes (mô hình)."""

from spacy.tokens import Doc

from extractor.reading.spans import SchemeName


def read_schemes(doc: Doc) -> tuple[SchemeName, ...]:
    """All named schemes, and quoted names that are none, in order."""
    return ()
