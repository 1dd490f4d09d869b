"""Passages about what lies ahead: a time to come goes on over its paragraph, a question over its answer.

`“Từ nay đến 30/9, xã xây 11 cầu. Dọc đường, xã gắn thêm |150 trụ đèn|”`; `- Mục tiêu năm tới? / - Mở thêm |3 bếp|.`
"""

from collections.abc import Iterator

from extractor.facts.layout import Layout, within
from extractor.facts.subject.told_as_is import leaves_plan
from extractor.facts.time.framing import ASIDE, frames, opens
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

# Sentences over which a time to come goes on at most, and paragraphs of an answer.
GOES_ON, ANSWERED = 4, 2
# Letters of a paragraph's end: blanks and its last mark.
_TAIL = 4
_FROM_NOW = frozenset({"from now", "rest of the year"})


def stretches_ahead(reading: Reading, layout: Layout) -> Iterator[tuple[int, int]]:
    """The passages, each a sentence or the part of one before it tells what is or was."""
    for at, (first, last) in enumerate(layout.sentences):
        if _is_to_come(reading, first, last):
            yield from _passage(reading, _following(layout, at))
        elif _asks_for_plans(reading, layout, first, last):
            yield from _passage(reading, _answer(layout, at), through=True)


def _is_to_come(reading: Reading, first: int, last: int) -> bool:
    """Whether a time opens the sentence that runs from the publication on (`từ nay đến …`) or begins after it."""
    published = reading.published
    return published is not None and any(
        period.first is not None
        and (period.first > published or period.rule in _FROM_NOW)
        and opens(reading.text, period, first)
        and frames(reading.text, period, first)
        for period in within(reading.periods, first, last)
    )


def _following(layout: Layout, at: int) -> list[tuple[int, int]]:
    """The sentences behind this one, in its paragraph."""
    end = layout.paragraph(layout.sentences[at][0])[1]
    return [sentence for sentence in layout.sentences[at + 1 : at + 1 + GOES_ON] if sentence[0] < end]


def _asks_for_plans(reading: Reading, layout: Layout, first: int, last: int) -> bool:
    """Whether the sentence is the question that ends a paragraph and asks what is to be done."""
    told = settle(reading.text[first:last]).rstrip()
    asks = told.endswith("?") and _is_question(layout, first) and layout.paragraph(first)[1] - last <= _TAIL
    return asks and word_pattern("plans", "asking").search(told) is not None


def _is_question(layout: Layout, offset: int) -> bool:
    """Whether the paragraph at the offset ends with a question mark."""
    begun, end = layout.paragraph(offset)
    return layout.text[max(begun, end - _TAIL) : end].rstrip().endswith("?")


def _answer(layout: Layout, at: int) -> list[tuple[int, int]]:
    """The sentences up to the next question, of so many paragraphs at most."""
    found: list[tuple[int, int]] = []
    paragraphs: set[int] = set()
    for index in range(at + 1, len(layout.sentences)):
        first, last = layout.sentences[index]
        paragraphs.add(layout.paragraph(first)[0])
        if len(paragraphs) > ANSWERED or _is_question(layout, first):
            break
        found.append((first, last))
    return found


def _passage(
    reading: Reading, sentences: list[tuple[int, int]], *, through: bool = False
) -> Iterator[tuple[int, int]]:
    """Each of the sentences as long as it is about what is to come; the first that is not ends it, or `through`."""
    for first, last in sentences:
        told = settle(reading.text[first:last])
        left = leaves_plan(reading, first, last, told, 0)
        timed = [p for p in within(reading.periods, first, last) if p.form not in ASIDE]
        if timed and not through:
            return  # a time of its own tells for itself
        yield first, last if left is None else left
        if left is not None and not through:
            return
