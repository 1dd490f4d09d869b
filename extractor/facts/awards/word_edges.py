"""Where words of several syllables go on: a table's word must not end inside one (`trường` in `trường hợp`)."""

import re

from extractor.reading.spans import Reading

_GOES_ON = re.compile(r"\s(?=[a-zà-ỹđ])")


def inner_blanks(reading: Reading, start: int, stop: int) -> frozenset[int]:
    """Offsets of the blanks inside the nouns of `start:stop` whose next syllable is in lower case."""
    span = reading.doc.char_span(start, stop, alignment_mode="expand")
    nouns = [token for token in span if token.tag_.startswith("N")] if span is not None else []
    return frozenset(noun.idx + match.start() for noun in nouns for match in _GOES_ON.finditer(noun.text))
