"""What money, a percent or a measure measures: a noun before it, a thing behind its unit, its verb's subject."""

import re
from collections.abc import Sequence

from extractor.facts.counts.classifiers import sum_noun
from extractor.facts.counts.counted import Counted, as_written
from extractor.facts.layout import Layout, Word, within
from extractor.facts.verbs import aspects
from extractor.reading.spans import Reading
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

MAX_MEASURED = 60
# Letters before a count in which the verb stands that settled it.
SETTLED_REACH = 40
# What a verb such as đạt, dài, trị giá may measure, and what stands right behind its noun: `căn nhà 80 m2`.
MEASURES: frozenset[Category] = frozenset({"money", "percent", "area", "length", "mass", "volume"})
SIZES: frozenset[Category] = frozenset({"area", "length"})


def measured_by(
    reading: Reading, layout: Layout, counted: Counted, earlier: Sequence[Counted]
) -> tuple[str | None, str]:
    """What money, a percent or a measure measures, as in the text, and the reason."""
    if counted.item and counted.item.label and counted.category in MEASURES:
        return counted.item.label, "part label"
    if counted.rule != "unit":
        return None, "plain count"
    planned = counted.thing and settle(counted.thing).startswith(word_forms("cues", "plan"))  # 61% dự toán
    if counted.thing and counted.category != "money" and not planned:
        return counted.thing, "noun behind the unit"
    noun = measured_noun(layout, counted.start)
    named = as_written(layout.text, *noun) if noun else ""
    if named and settle(named) not in word_set("cues", "reached"):
        return named, "noun before"
    if counted.thing and not planned:
        return counted.thing, "noun behind the unit"
    subject = subject_before(reading, layout, counted)
    if subject:
        return subject, "subject"
    countable = counted.category in MEASURES - {"money"} and not named
    summed = sum_noun(layout, counted.start) if countable else None
    told = summed is not None and any(c.start > summed.start for c in earlier)
    if summed and not told:
        return as_written(layout.text, summed.start, summed.end), "sum before"
    first, _ = layout.sentence(counted.start)
    base = next((c for c in reversed(earlier) if c.start >= first and c.category not in ("percent", "money")), None)
    if counted.category != "percent" or base is None:
        return (named, "noun before") if named else (None, "none")
    done = _settled(layout, base, counted)
    if done:
        return done, "verb of its base"
    summed = sum_noun(layout, base.start)
    if summed and summed.head == base.head and not named:
        return as_written(layout.text, summed.start, summed.end), "sum before"  # số vụ phạm pháp giảm 5 vụ (29%)
    return (named, "noun before") if named else (base.what, "count before")


def _settled(layout: Layout, base: Counted, counted: Counted) -> str | None:
    """What was done to the base, of which the percent tells the share: |làm rõ| 30/33 vụ (đạt 91%)."""
    between = settle(layout.text[base.end : counted.start]).strip(" (,")
    if between not in word_forms("cues", "reached") and (between or not base.quantity.denominator):
        return None
    first = max(layout.sentence(base.start)[0], base.start - SETTLED_REACH)
    verbs = list(_SETTLED.finditer(settle(layout.text[first : base.start])))
    return layout.text[first + verbs[-1].start() : first + verbs[-1].end()] if verbs else None


_SETTLING = alternation(word_forms("cues", "settling"))
_SETTLED = re.compile(rf"(?<!\w)(?:{_SETTLING}(?:,|\svà)\s)*{_SETTLING}(?!\w)(?=[^,;.]*$)")


def subject_before(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The noun phrase before the number, or before the verb that measures it: `áo phao |trị giá| 36 triệu đồng`.

    What is owned or reached by someone (`huyện đạt 61%`) measures something else.
    """
    first, _ = layout.sentence(counted.start)
    words = layout.words_between(max(first, counted.start - 2 * MAX_MEASURED), counted.start)
    at = len(words)
    while at and words[at - 1].lower in word_set("cues", "measuring"):
        at -= 1
    if counted.category not in (MEASURES if at < len(words) else SIZES):
        return None
    return noun_phrase_before(reading, layout, words[:at])


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


def measured_noun(layout: Layout, start: int) -> tuple[int, int] | None:
    """Bounds of the nearest `kinh phí lắp đặt`, `tỷ lệ hộ nghèo` before the number in its sentence."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    worth = [match.span() for match in word_pattern("cues", "price_inside").finditer(before)]
    found = [
        match.span()
        for match in word_pattern("cues", "measured", "standing").finditer(before)
        if not any(begin < match.start() < stop for begin, stop in worth)
    ]
    if not found or ";" in before[found[-1][1] :]:
        return None
    begin, end = found[-1]
    if len(found) > 1 and not before[found[-2][1] : begin].strip():
        begin = found[-2][0]
    end = _measured_end(layout, first + end, start)
    return (first + begin, end) if end - first - begin <= MAX_MEASURED else None


def _measured_end(layout: Layout, end: int, start: int) -> int:
    """Where the measured noun with its attributes ends, from the end of its head on."""
    head_end = end
    barred = word_set("nounphrase", "stop") | word_set("verbs", "ending") | word_set("cues", "change")
    for word in layout.words_between(end, start)[:8]:
        # A verb belongs to the noun only right behind it: kinh phí lắp đặt, not ngân sách huyện hỗ trợ.
        verb = word.tag == "V" and word.start <= head_end + 1
        attached = not layout.text[end : word.start].strip() and (verb or word.tag in ("N", "Np", "A", "Ny"))
        if not attached or word.lower in barred or word.lower in word_set("cues", "unmeasured"):
            break
        end = word.end
    return end
