"""Words for awards."""

from spacy.tokens import Doc

from extractor.reading.spans import AwardForm


def read_award_forms(doc: Doc) -> tuple[AwardForm, ...]:
    """All award forms of the text in order."""
    return ()
