"""The slots that qualify a count: what a measure measures, and the scope that is no place."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.facts.counts.counted import Counted, closed
from extractor.facts.counts.nouns import read_noun_phrase
from extractor.facts.counts.predicates import aspects
from extractor.facts.layout import Layout, Word, within
from extractor.reading.spans import Reading
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import settle, whole_words

MAX_MEASURED = 60
# What a verb such as đạt, dài, trị giá may measure, and what stands right behind its noun: `căn nhà 80 m2`.
MEASURES: frozenset[Category] = frozenset({"money", "percent", "area", "length", "mass", "volume"})
SIZES: frozenset[Category] = frozenset({"area", "length"})


def measured_by(
    reading: Reading, layout: Layout, counted: Counted, earlier: Sequence[Counted]
) -> tuple[str | None, str]:
    """What money, a percent or a measure measures, as in the text, and the reason."""
    if counted.rule != "unit":
        return None, "plain count"
    if counted.thing and counted.category != "money":
        return counted.thing, "noun behind the unit"
    noun = measured_noun(layout, counted.start)
    if noun:
        return " ".join(layout.text[noun[0] : noun[1]].split()), "noun before"
    if counted.thing:
        return counted.thing, "noun behind the unit"
    subject = subject_before(reading, layout, counted)
    if subject:
        return subject, "subject"
    first, _ = layout.sentence(counted.start)
    base = next((c for c in reversed(earlier) if c.start >= first and c.category not in ("percent", "money")), None)
    return (base.what, "count before") if counted.category == "percent" and base else (None, "none")


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
    end = at
    fences = _other_spans(reading, layout, first, counted.start)
    while at and not _parts(words[at - 1], fences):
        at -= 1
    while at < end and not words[at].tag.startswith("N"):
        at += 1
    if at == end or words[at].lower in word_set("cues", "unmeasured_subject"):
        return None
    phrase = " ".join(layout.text[words[at].start : words[end - 1].end].split())
    return phrase if len(phrase) <= MAX_MEASURED else None


def _other_spans(reading: Reading, layout: Layout, first: int, start: int) -> frozenset[int]:
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
    worth = [match.span() for match in _pattern("price_inside").finditer(before)]
    found = [
        match.span()
        for match in _pattern("measured").finditer(before)
        if not any(begin < match.start() < stop for begin, stop in worth)
    ]
    if not found or ";" in before[found[-1][1] :]:
        return None
    begin, end = found[-1]
    if len(found) > 1 and not before[found[-2][1] : begin].strip():
        begin = found[-2][0]
    end = _measured_end(layout, first + end, start)
    return (first + begin, end) if end - first - begin <= MAX_MEASURED else None


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return whole_words(word_forms("cues", table))


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


def scope_of(
    reading: Reading, layout: Layout, counted: Counted, each: tuple[int, int] | None, *, part: bool
) -> tuple[str | None, str]:
    """The restriction of a count that is no place, as in the text, and the reason; `part` of a total it may be."""
    if each:
        return _each_phrase(layout, each), "each"
    compared = _comparison(layout, counted)
    if compared:
        return compared, "comparison"
    scheme = _subject_scheme(reading, layout, counted)
    if scheme:
        return scheme, "named model"
    behind = _phrase_behind(layout, counted, part=part)
    return (behind, "phrase behind") if behind else (None, "none")


def _each_phrase(layout: Layout, each: tuple[int, int]) -> str:
    """`mỗi xã`, without the verb behind it."""
    noun_start = layout.text.find(" ", each[0]) + 1
    phrase = read_noun_phrase(layout, noun_start, each[1]) if noun_start else None
    return " ".join(layout.text[each[0] : phrase.end if phrase else noun_start].split())


def _comparison(layout: Layout, counted: Counted) -> str | None:
    """`so với cùng kỳ năm 2023` behind a number that a verb of comparison governs."""
    first, last = layout.sentence(counted.start)
    clause = re.split(r"[,;]", settle(layout.text[max(first, counted.start - 30) : counted.start]))[-1]
    if not _pattern("comparing").search(clause):
        return None
    behind = settle(layout.text[counted.end : min(last, counted.end + 90)])
    match = _pattern("compared").search(behind)
    if match is None:
        return None
    phrase = re.split(r"[,;.()]", layout.text[counted.end + match.start() : counted.end + len(behind)])[0]
    return " ".join(phrase.split())


def _subject_scheme(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The named model whose members, devices or groups are counted: mô hình “Camera an ninh” … 57 mắt."""
    if counted.name or counted.category in ("model", "percent", "money"):
        return None
    first, _ = layout.sentence(counted.start)
    for scheme in reversed(within(reading.schemes, first, counted.start)):
        if scheme.name_end <= counted.start and scheme.is_scheme and scheme.noun:
            between = layout.text[scheme.name_end : counted.start]
            if ";" in between or len(between) > 90:
                return None
            return layout.text[scheme.start : closed(layout.text, scheme)]
    return None


def _phrase_behind(layout: Layout, counted: Counted, *, part: bool) -> str | None:
    """The noun phrase behind `ở`, `trong khối`, `do`: 18 mô hình trong khối giáo dục.

    Behind a place word it restricts models and groups, and the parts of a total; else it tells where something
    happened: `cắm 120 biển báo ở các giao lộ`.
    """
    _, last = layout.sentence(counted.start)
    words = layout.words_between(counted.end, last)[:4]
    at = next((at for at, word in enumerate(words) if word.lower in word_set("cues", "scope")), None)
    if at is None or not (part or counted.category in ("model", "group") or words[at].lower == "do"):
        return None
    if layout.text[counted.end : words[at].start].strip(" ").count(","):
        return None
    while at + 1 < len(words) and words[at + 1].lower in ("các",):
        at += 1
    phrase = read_noun_phrase(layout, words[at].end, last)
    if phrase is None or phrase.start in layout.fences:
        return None
    return " ".join(layout.text[phrase.start : phrase.end].split())
