"""The lie of the text: words by offset, sentences, paragraphs, and where a noun phrase must end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extractor.reading.spans import Reading
from extractor.vietnamese.phrases import settle

# Longer "sentences" are lists or broken pages: what is further away than half of it governs nothing here.
LONGEST_SENTENCE = 3000
# Marks that open the item of a list.
BULLETS = ("-", "+", "•", "*", "–")
# Items of a list below its heading, with the blank lines between them.
LONGEST_LIST = 60
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")


class Spanned(Protocol):
    """Whatever begins at an offset."""

    @property
    def start(self) -> int:
        """Where it begins."""


AnySpan = TypeVar("AnySpan", bound=Spanned)


def within(spans: Sequence[AnySpan], first: int, last: int) -> Sequence[AnySpan]:
    """Those of the spans, sorted by their start, that begin in `first:last`."""
    begin = bisect_left(spans, first, key=_start)
    return spans[begin : bisect_left(spans, last, begin, key=_start)]


def _start(span: Spanned) -> int:
    return span.start


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its part-of-speech tag (VLSP: N, Np, V, A, E, C, M, R …).

    `lower` is the word in lower case, its syllables parted by one blank.
    """

    start: int
    end: int
    text: str
    tag: str
    lower: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Look-ups by offset for one reading. `fences` are offsets at which a noun phrase may not go on."""

    text: str
    words: tuple[Word, ...]
    word_starts: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    sentence_starts: tuple[int, ...]
    fences: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> "Layout":
        """The layout of one article."""
        text, settled = reading.text, settle(reading.text)
        words = tuple(
            Word(start, end, text[start:end], token.tag_, " ".join(settled[start:end].split()))
            for token in reading.doc
            for start, end in ((token.idx, token.idx + len(token.text)),)
            if not token.is_space
        )
        sentences = tuple((start, end) for start, end in reading.sentences if text[start:end].strip())
        fences = frozenset(
            [place.start for place in reading.places]
            + [period.start for period in reading.periods]
            + [scheme.name_start for scheme in reading.schemes]
            + [quantity.start for quantity in reading.quantities]
            + [person.start for person in reading.people]
        )
        return cls(
            text=text,
            words=words,
            word_starts=tuple(word.start for word in words),
            sentences=sentences,
            sentence_starts=tuple(start for start, _ in sentences),
            fences=fences,
        )

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """Words that begin at or after `start` and end at or before `end`."""
        first = bisect_left(self.word_starts, start)
        last = bisect_left(self.word_starts, end)
        found = self.words[first:last]
        return found[:-1] if found and found[-1].end > end else found

    def word_end(self, offset: int) -> int:
        """The offset, or the end of the word in whose middle it falls."""
        at = bisect_left(self.word_starts, offset) - 1
        return max(offset, self.words[at].end) if at >= 0 else offset

    def is_word(self, start: int, end: int) -> bool:
        """Whether `start:end` cuts no word: `cần`, not the half of `ân cần` or `Cần Thơ`."""
        before = bisect_left(self.word_starts, end) - 1
        return self.word_end(start) == start and (before < 0 or self.words[before].end <= end)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Bounds of the sentence that holds the offset; of one without end, what stands around the offset."""
        at = bisect_right(self.sentence_starts, offset) - 1
        first, last = self.sentences[at] if at >= 0 else (0, len(self.text))
        if last - first <= LONGEST_SENTENCE:
            return first, last
        return max(first, offset - LONGEST_SENTENCE // 2), min(last, offset + LONGEST_SENTENCE // 2)

    def sentence_index(self, offset: int) -> int:
        """Which sentence, counted from 0, holds the offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def breakdown(self, offset: int) -> int:
        """What holds a breakdown together: the sentence's index, or one number for all items of lists."""
        return -1 if self.is_item(offset) else self.sentence_index(offset)

    def is_item(self, offset: int) -> bool:
        """Whether the line that holds the offset is the item of a list: after a bullet, or by semicolons."""
        start, end = self.paragraph(offset)
        line, above = self.text[start:end].strip(), self.text[:start].rstrip()
        return line.startswith(BULLETS) or line.endswith(";") or above.endswith(";")

    def is_numbered(self, offset: int) -> bool:
        """Whether the line that holds the offset is an item with its number: `2. Xây 1 trạm bơm.`"""
        start, end = self.paragraph(offset)
        line = self.text[start:end].strip()
        return line.endswith((".", ";")) and _NUMBERED.match(line) is not None

    def heading(self, offset: int) -> tuple[int, int] | None:
        """Bounds of the line with a colon above the list that holds the offset: `Kết quả năm 2023:`, or None.

        The items of a numbered list may have items of their own.
        """
        start, end = self.paragraph(offset)
        numbered = self.is_numbered(offset)
        for _ in range(LONGEST_LIST):
            line = self.text[start:end].strip()
            if line.endswith(":"):
                return start, end
            item = self.is_item(start) or (numbered and self.is_numbered(start))
            if start == 0 or (line and not item):
                return None
            start, end = self.paragraph(start - 1)
        return None

    def listed_under(self, offset: int) -> tuple[int, int] | None:
        """Bounds of the line with a colon above, if the offset lies in the item of a list, by bullet or number."""
        return self.heading(offset) if self.is_item(offset) or self.is_numbered(offset) else None

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Bounds of the paragraph (between line breaks) that holds the offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, len(self.text) if end < 0 else end
