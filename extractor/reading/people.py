"""People's names with honorific and rank."""

from spacy.tokens import Doc

from extractor.reading.spans import Person


def read_people(doc: Doc) -> tuple[Person, ...]:
    """All people of the text in order."""
    return ()
