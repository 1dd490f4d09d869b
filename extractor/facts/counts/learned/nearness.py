"""How a span of the text lies to a count: in its sentence, in one before, or only behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout, Spanned

# Sentences back, and spans between, that are told apart.
FAR, CROWD = 8, 3
# Letters between that are one step, and how many steps are told apart.
STEP, STEPS = 20, 5
# How far before a span the word before it is looked for.
LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Nearness:
    """`place` is where the span lies, `side` and `steps` how far in the sentence, `word` what stands before it."""

    place: str
    side: str
    steps: int
    word: str
    same_paragraph: bool

    @classmethod
    def of(cls, layout: Layout, one: Counted, start: int, end: int) -> "Nearness":
        """The nearness of the span `start:end` to the count."""
        first, last = layout.sentence(one.start)
        paragraph = layout.paragraph(start) == layout.paragraph(one.start)
        side = "behind" if start >= one.start else "before"
        between = layout.text[one.end : start] if side == "behind" else layout.text[end : one.start]
        word = _word_before(layout, start)
        if first <= start < last:
            mark = "comma" if "," in between else "semicolon" if ";" in between else "plain"
            return cls(f"same sentence {side} {mark}", side, min(len(between) // STEP, STEPS), word, paragraph)
        if side == "behind":
            return cls("later", side, STEPS, word, paragraph)
        back = layout.sentence_index(one.start) - layout.sentence_index(start)
        told = str(back) if back <= CROWD else "some" if back <= FAR else "many"
        return cls(f"{told} sentences back", side, STEPS, word, paragraph)

    @property
    def is_near(self) -> bool:
        """Whether it lies in the sentence of the count."""
        return self.place.startswith("same")


def between(spans: Sequence[Spanned], one: Counted, start: int) -> int:
    """How many of the spans begin between the count and another span; many are as few as three."""
    low, high = sorted((one.start, start))
    return min(sum(low < span.start < high for span in spans), CROWD)


def _word_before(layout: Layout, start: int) -> str:
    words = layout.words_between(max(0, start - LOOK_BACK), start)
    return words[-1].lower if words else "^"
