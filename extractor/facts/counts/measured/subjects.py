"""The noun phrase that stands before a figure: the subject of the verb that measures it, or right before it."""

from collections.abc import Sequence

from extractor.facts.counts.measured.nouns import MAX_MEASURED
from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.layout import Layout, Word, within
from extractor.facts.verbs import aspects
from extractor.reading.spans import Period, Place, Reading
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle


def subject_before(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The noun phrase before the number, or before the verb that measures it: `áo phao |trị giá| 36 triệu đồng`.

    What is owned or reached by someone (`huyện đạt 61%`) measures something else.
    """
    first, _ = layout.sentence(counted.start)
    words: Sequence[Word] = layout.words_between(max(first, counted.start - 2 * MAX_MEASURED), counted.start)
    at = _measuring(words)
    beside = at == len(words)
    if beside and counted.category == "money" and not _is_price(counted):
        return None
    words = words[:at] if beside else _without_adjuncts(reading, words[:at])
    phrase = noun_phrase_before(reading, layout, words)
    deed = phrase is not None and phrase[0].isupper() and any(word.tag == "V" for word in words[-3:])
    if (
        phrase is None
        or settle(phrase) in word_set("cues", "reached")
        or (deed and _is_named(layout, words, phrase))
        or _is_apart(layout, words, phrase)
    ):
        return None
    owner = _is_named(layout, words, phrase) or _is_person(phrase)
    return None if beside and owner else phrase


def _measuring(words: Sequence[Word]) -> int:
    """Where the words begin that only lead to the figure: giá vàng |được niêm yết ở mức|."""
    at = len(words)
    while at and words[at - 1].lower in word_set("cues", "measuring"):
        at -= 1
    if at < len(words):
        while at and words[at - 1].lower in word_set("cues", "level_lead"):
            at -= 1
    return at


def _without_adjuncts(reading: Reading, words: Sequence[Word]) -> Sequence[Word]:
    """The words without the time or place that ends them: thị trường gỗ |năm 2017|, giá vàng |tại Hà Nội|."""
    while words:
        at = words[-1].start
        first = words[0].start
        span: Period | Place | None = next(
            (span for span in within(reading.periods, first, at + 1) if at < span.end),
            None,
        ) or next((span for span in within(reading.places, first, at + 1) if at < span.end), None)
        if span is None:
            return words
        kept = [word for word in words if word.start < span.start]
        if not kept or (isinstance(span, Place) and kept[-1].lower not in word_set("cues", "whereabout")):
            return words
        while kept and kept[-1].lower in word_set("cues", "whereabout"):
            kept.pop()
        words = kept
    return words


def _is_apart(layout: Layout, words: Sequence[Word], phrase: str) -> bool:
    """Whether the figure tells how far off the noun is: `cách` sân vận động 8 km."""
    last = layout.text[words[0].start : words[-1].end].rfind(phrase.split()[0])
    before = settle(layout.text[max(0, words[0].start + last - 12) : words[0].start + last]).split()
    return bool(set(before[-2:]) & word_set("cues", "apart"))


def _is_named(layout: Layout, words: Sequence[Word], phrase: str) -> bool:
    """Whether the phrase is a name, which only owns the figure: `Campuchia` 49%, not `RAM` 4 GB."""
    first = next((word for word in words if phrase.startswith(word.text)), words[-1])
    return phrase[0].isupper() and not phrase.isupper() and first.start > layout.sentence(first.start)[0]


def _is_price(counted: Counted) -> bool:
    """Whether the money is told of a unit of goods: 89.000 đồng/kg, not 9 triệu đồng/tháng."""
    per = settle(counted.quantity.per or "").split("/")[0]
    return bool(per) and per not in word_set("cues", "time_unit")


def _is_person(phrase: str) -> bool:
    kind = head_at(settle(phrase), 0, len(phrase))
    return kind is not None and kind[2] == "person"


def noun_phrase_before(reading: Reading, layout: Layout, words: Sequence[Word]) -> str | None:
    """The noun phrase that ends the words, unless it names a place, a body or a person, or who owns a figure."""
    if not words:
        return None
    fences = _other_spans(reading, words[0].start, words[-1].end)
    at = end = len(words)
    while at and not _parts(words[at - 1], fences):
        at -= 1
    while at < end and not words[at].tag.startswith("N"):
        at += 1
    while at + 1 < end and words[at].tag == "Np" and words[at + 1].tag == "N":
        at += 1  # điện thoại 12 Pro |màn hình|
    if at == end or words[at].lower in word_set("cues", "unmeasured_subject"):
        return None
    phrase = " ".join(layout.text[words[at].start : words[end - 1].end].split())
    return phrase if len(phrase) <= MAX_MEASURED else None


def _other_spans(reading: Reading, first: int, start: int) -> frozenset[int]:
    """Offsets at which a number, a place, a body, a person or a period begins: none of them is measured."""
    bounds = [
        *((span.start, span.end) for span in within(reading.quantities, first, start)),
        *((span.start, span.end) for span in within(reading.periods, first, start)),
        *((span.start, span.end) for span in within(reading.places, first, start)),
        *((span.start, span.end) for span in within(reading.bodies, first, start)),
        *((span.start, span.end) for span in within(reading.people, first, start)),
    ]
    return frozenset(at for begin, end in bounds for at in range(begin, end))


def _parts(word: Word, fences: frozenset[int]) -> bool:
    """Whether a noun phrase begins behind the word: a mark, a verb, a conjunction, another span."""
    lower = word.lower
    if lower in word_set("cues", "measured_joint"):
        return False
    return (
        not lower[0].isalnum()
        or word.start in fences
        or lower in aspects()
        or lower in word_set("nounphrase", "stop")
        or word.tag in ("C", "CC", "R", "P", "L")
    )
