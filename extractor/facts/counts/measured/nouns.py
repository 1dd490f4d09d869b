"""Nouns that name what is measured (`kinh phí`, `lãi suất`): which one is a number's, and how far it goes."""

import re
from itertools import pairwise
from typing import Literal

from extractor.facts.counts.nouns.attributes import phrase_at
from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.layout import Layout, Word, within
from extractor.facts.verbs import aspects
from extractor.reading.spans import Reading
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

MAX_MEASURED = 60
# Words that a measured noun may have behind its head.
MAX_WORDS = 9
# Tables of the nouns that are measured, and those of them that no verb inside governs.
PLAIN_HEADS = ("measured", "standing")
_MORE = ("measured_more", "measured_weak")
HEADS = (*PLAIN_HEADS, *_MORE, "index")


def measured_noun(layout: Layout, start: int, heads: tuple[str, ...] = HEADS) -> tuple[int, int] | None:
    """Bounds of the nearest `kinh phí lắp đặt`, `tỷ lệ hộ nghèo` before the number in its sentence."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    inside = [match.span() for match in word_pattern("cues", "price_inside").finditer(before)]
    found = [
        match.span()
        for match in word_pattern("cues", *heads).finditer(before)
        if not any(begin <= match.start() < stop for begin, stop in inside)
        and not _is_name(layout, first + match.start(), match.group())
        and not _is_deed(layout, first + match.start(), first + match.end(), start)
    ]
    if not found or ";" in before[found[-1][1] :]:
        return None
    begin, end = found[-1]
    for (ahead, stop), (at, _) in reversed(list(pairwise(found))):
        if at != begin or not _goes_on(layout, first + stop, first + at):
            break
        begin = ahead
    if before[found[-1][0] : end] not in word_set("cues", "index"):
        end = noun_end(layout, first + end, start)
    else:
        end += first
    return (first + begin, end) if end - first - begin <= MAX_MEASURED else None


def _is_name(layout: Layout, start: int, noun: str) -> bool:
    """Whether the noun is part of a name or of another word: ông `Lương`, cường `độ cao`, not `GDP`."""
    if noun in word_set("cues", "index"):
        return False
    written, before = layout.text[start : start + len(noun)], layout.text[:start].rstrip(" “\"'(")
    opens = not before or before[-1] in ".:;!?\n-–,"
    named = written[0].isupper() and not opens and not written.isupper()
    return named or (layout.word_end(start) != start and layout.text[start - 1].isalpha())


def _is_deed(layout: Layout, start: int, end: int, number: int) -> bool:
    """Whether `xuất khẩu`, `nợ` tell what is done or which goods: thịt `nhập khẩu`, xã `nợ` 9 tỷ đồng."""
    if settle(layout.text[start:end]) not in word_set("cues", "measured_deed"):
        return False
    words = layout.words_between(end, number)
    before = layout.words_between(max(0, start - 24), start)
    headed = bool(before) and before[-1].end == start - 1 and before[-1].tag.startswith("N")
    headed = headed and not any(before[-1].lower in word_set("cues", table) for table in ("measured", *_MORE))
    return headed or all(word.lower in word_set("cues", "unmeasured") or word.tag == "R" for word in words)


def _goes_on(layout: Layout, end: int, start: int) -> bool:
    """Whether the noun before goes on to the next one: `lãi suất |tái cấp| vốn`, not `giá 9 triệu, |chi phí|`."""
    between = layout.text[end:start]
    if not between.strip():
        return True
    words = layout.words_between(end, start)
    plain = all(char.isalpha() or char == " " for char in between)
    return plain and len(words) <= 3 and not any(_closes(word) or word.lower in aspects() for word in words)


def noun_end(layout: Layout, head_end: int, start: int) -> int:
    """Where the measured noun with its attributes ends, from the end of its head on."""
    taxed = _TAXED.match(settle(layout.text[head_end:start]))
    end = head_end = head_end + taxed.end() if taxed else head_end
    words = layout.words_between(end, start)[:MAX_WORDS]
    for at, word in enumerate(words):
        if _EACH_TIME.match(settle(layout.text[word.start : start])):
            break
        if layout.text[end : word.start].strip() or _closes(word) or word.start in layout.fences:
            break
        if word.tag == "V" and not _is_attribute(layout, head_end, end, words, at, start):
            break
        if word.tag not in ("V", "N", "Np", "A", "Ny", "Nc", "Nu", "FW"):
            break
        end = word.end
    return end


_EACH_TIME = re.compile(
    rf"{alternation(word_forms('cues', 'again_each'))}\s{alternation(word_forms('cues', 'time_unit'))}(?!\w)"
)
_TAXED = re.compile(rf"\s{alternation(word_forms('cues', 'taxed'))}(?!\w)")


def _is_attribute(layout: Layout, head_end: int, end: int, words: tuple[Word, ...], at: int, start: int) -> bool:
    """Whether the verb belongs to the noun: kinh phí |lắp đặt|, tỷ lệ |nhiễm| HIV, not ngân sách huyện |hỗ trợ|."""
    word = words[at]
    if word.start > head_end + 1:
        return False
    governs = not layout.text[word.end : start].strip()
    return not governs or word.lower not in word_set("verbs", "ending")


def _closes(word: Word) -> bool:
    """Whether no measured noun goes past the word: a verb that brings its figure, a hedge, a preposition."""
    lower = word.lower
    return lower != "mới" and (
        lower in word_set("nounphrase", "stop")
        or lower in word_set("cues", "change")
        or lower in word_set("cues", "measuring")
        or lower in word_set("cues", "unmeasured")
    )


Reach = Literal["said", "near", "listed", "out"]


def reach_of(reading: Reading, layout: Layout, noun: tuple[int, int], counted: Counted) -> Reach:
    """How the measured noun stands to the number.

    It is `said` to reach it (`công suất |chỉ đạt| 80%`), stands in its clause or before nothing that could be
    measured (`near`), before another noun behind a comma (`listed`), or before a clause with a verb (`out`).
    """
    end = noun[1]
    gap = layout.text[end : counted.start]
    words = layout.words_between(end, counted.start)
    plain = all(char.isalpha() or char == " " for char in gap)
    reached = [word for word in words if word.lower not in word_set("cues", "change")]
    if plain and reached and all(word.lower in word_set("cues", "measuring") for word in reached):
        return "said"
    marks = [mark for mark in _CLAUSE.finditer(settle(gap)) if not gap[mark.end() : mark.end() + 1].isdigit()]
    marks = marks[1:] if marks and marks[0].group() == "để" and not gap[: marks[0].start()].strip() else marks
    if not marks:
        return "near"
    if word_pattern("cues", "measured_weak").match(settle(layout.text[noun[0] : end])):
        return "out"
    begin = end + marks[-1].end()
    spans = _told_spans(reading, begin, counted.start)
    content = [
        word
        for word in words
        if word.start >= begin
        and not any(first <= word.start < last for first, last in spans)
        and word.tag.startswith(("N", "V", "A"))
        and not _brings_figure(word)
    ]
    if not content:
        return "near"
    return "out" if any(word.tag == "V" for word in content) else "listed"


def _told_spans(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """Bounds of the times, numbers and places that begin between the offsets."""
    return [
        *((span.start, span.end) for span in within(reading.periods, first, last)),
        *((span.start, span.end) for span in within(reading.quantities, first, last)),
        *((span.start, span.end) for span in within(reading.places, first, last)),
    ]


def _brings_figure(word: Word) -> bool:
    """Whether the word only leads from what is measured to its figure."""
    leading = any(
        word.lower in word_set("cues", table) for table in ("measuring", "change", "unmeasured", "figure_lead")
    )
    return leading or word.lower.split()[0] in word_set("cues", "change")


_CLAUSE = re.compile(rf"[,:;()–]|(?<!\w){alternation(word_forms('cues', 'measured_break'))}(?!\w)")


def begins_measured(phrase: str) -> bool:
    """Whether the phrase begins with a measured noun: `tỷ lệ hấp thu`, not `trứng luộc`."""
    settled = settle(phrase)
    summed = word_pattern("cues", "sum").match(settled)
    begin = summed.end() + 1 if summed else 0
    return any(word_pattern("cues", *HEADS).match(settled, at) for at in (0, begin))


def leads_on(reading: Reading, layout: Layout, last: Counted, counted: Counted) -> bool:
    """Whether nothing stands between two counts but what leads from figure to figure, times, places and names."""
    if last.category not in (counted.category, "money", "percent") or counted.start - last.end > MAX_MEASURED:
        return False
    spans = _told_spans(reading, last.end - 1, counted.start)
    like = last.category == counted.category
    words = [
        word
        for word in layout.words_between(last.end, counted.start)
        if not any(first <= word.start < end for first, end in spans)
    ]
    return all(
        not word.tag.startswith(("N", "V", "A"))
        or _brings_figure(word)
        or word.lower in word_set("cues", "time_unit")
        or (like and word.tag == "Np" and counted.category == "percent")
        for word in words
    )


def share_noun(layout: Layout, end: int) -> str | None:
    """The noun phrase right behind a percent that ends at `end`."""
    _, limit = layout.sentence(end)
    behind = layout.text[end : end + 2]
    words = layout.words_between(end, limit)[: MAX_WORDS + 2]
    while words and (words[0].text == ")" or words[0].lower in word_set("cues", "determiner")):
        words = words[1:]
    if not words or not words[0].text[0].islower() or behind[:1] not in (" ", ")"):
        return None
    start = words[0].start
    head = word_pattern("cues", *HEADS).match(settle(layout.text[start:limit]))
    if head is None and (words[0].tag not in ("N", "Nc") or _closes(words[0])):
        return None
    if layout.text[end:start].strip(" )").lower() not in ("", *word_set("cues", "determiner")):
        return None
    stop = noun_end(layout, start + head.end() if head else words[0].end, limit)
    return " ".join(layout.text[start:stop].split())


# Who acts, so that a verb behind may be what they do.
ACTORS: frozenset[Category] = frozenset(
    {"person", "organization", "household", "group", "admin_unit", "collective", "model"}
)
MAX_ATTRIBUTES = 4


def attributed(layout: Layout, thing: str, end: int) -> str:
    """The thing of which a percent is told with what else is said of it: 44% người |uống rượu bia| ở mức có hại.

    A verb behind those who act is their deed (`80% hộ dùng nước sạch`) unless another one follows.
    """
    _, limit = layout.sentence(end)
    words = layout.words_between(end, limit)
    kind = head_at(settle(thing), 0, len(thing))
    acts = kind is None or kind[2] in ACTORS
    at, last = 0, end
    while at < min(len(words) - 1, MAX_ATTRIBUTES):
        word = words[at]
        apart = layout.text[last : word.start].strip() or word.start in layout.fences
        if apart or _closes(word) or phrase_at(layout.text, word.start, "verbs", "ending"):
            break
        if not word.tag.startswith(("N", "V", "A")) or (acts and word.lower in aspects()):
            break
        at, last = at + 1, word.end
    following = words[at] if at < len(words) else None
    over = word_set("cues", "own_verb_over")
    told = following is not None and (following.tag in ("V", "R") or following.lower in over)
    if not at or (acts and any(word.tag == "V" for word in words[:at]) and not told):
        return thing
    return f"{thing} {' '.join(layout.text[end:last].split())}"
