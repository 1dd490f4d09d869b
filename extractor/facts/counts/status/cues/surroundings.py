"""What stands before a number: the word right before it, its clause."""

import re

from extractor.facts.layout import Layout
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle


def follows(table: str, layout: Layout, start: int) -> bool:
    """Whether a word of the table stands right before the number."""
    first, _ = layout.sentence(start)
    words = layout.words_between(first, start)
    tail = " ".join(word.lower for word in words[-2:])
    return bool(words) and (words[-1].lower in word_set("cues", table) or tail in word_set("cues", table))


def clause_before(layout: Layout, start: int, marks: str = ",;:") -> str:
    """What stands before `start` in its clause, settled; the clause begins behind the last of the marks."""
    first, _ = layout.sentence(start)
    return re.split(f"[{marks}]", settle(layout.text[first:start]))[-1]
