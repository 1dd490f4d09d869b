"""What stands right before a number."""

from extractor.facts.layout import Layout
from extractor.vietnamese.lexicon import word_set


def follows(table: str, layout: Layout, start: int) -> bool:
    """Whether a word of the table stands right before the number."""
    first, _ = layout.sentence(start)
    words = layout.words_between(first, start)
    tail = " ".join(word.lower for word in words[-2:])
    return bool(words) and (words[-1].lower in word_set("cues", table) or tail in word_set("cues", table))
