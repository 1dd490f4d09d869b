"""Numbers with their hedges, scales and units."""

from spacy.tokens import Doc

from extractor.reading.spans import Period, Quantity


def read_quantities(doc: Doc, periods: tuple[Period, ...]) -> tuple[Quantity, ...]:
    """All numbers of the text in order, the refused ones too (`refused` names the reason)."""
    return ()
