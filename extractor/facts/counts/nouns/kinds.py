"""Of which kind they are that are counted: a clause behind the noun, or the label of a part before its number."""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout, Word, within
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

# The most words of a clause that restricts what is counted, and of a part's label.
LONGEST_CLAUSE = 12
LONGEST_LABEL = 8


def clause_behind(reading: Reading, layout: Layout, counted: Counted, verb: Predicate, *, part: bool) -> str | None:
    """The clause that says of which kind they are that there are: còn 7 xóm |chưa đăng ký mô hình|."""
    exists = verb.side == "left" and settle(verb.text or "") in word_set("cues", "existing")
    if not (exists or part) or counted.rule == "unit":
        return None
    limit = _clause_end(reading, layout, counted.end)
    if limit is None:
        return None
    words = layout.words_between(counted.end, limit)
    clause = " ".join(layout.text[counted.end : limit].split())
    opens = clause and _RESTRICTING.match(settle(clause))
    if not opens or layout.text[counted.end : words[0].start].strip(" ") or len(words) > LONGEST_CLAUSE:
        return None
    return clause if len(clause.split()) > len(opens.group().split()) else None


_RESTRICTING = re.compile(rf"{alternation(word_forms('cues', 'restricting'))}(?!\w)")


def _clause_end(reading: Reading, layout: Layout, start: int) -> int | None:
    """Where the clause behind a noun ends, at a mark or a joined number; None where a number is in it."""
    _, last = layout.sentence(start)
    mark = _MARK.search(layout.text, start, last)
    last = mark.start() if mark else last
    numbers = within(reading.quantities, start, last)[:1]
    clause = layout.text[start : numbers[0].start if numbers else last].rstrip()
    if numbers and not clause.endswith(" và"):
        return None
    return start + len(clause.removesuffix(" và").rstrip())


_MARK = re.compile(r"[,;:.(|\n]")


def part_label(reading: Reading, layout: Layout, counted: Counted, before: Counted | None) -> str | None:
    """What stands before a part's number and is no place: `trong đó |vốn xã| 8 triệu đồng, |dân| góp 9 tỷ đồng`."""
    if counted.rule == "unit" and counted.category != "money":
        return None
    begin = _label_start(layout, counted, before)
    words = list(layout.words_between(begin, counted.start)) if begin is not None else []
    words = list(takewhile(lambda word: word.lower not in word_set("cues", "label_end"), words))
    while words and (words[-1].lower in aspects() or words[-1].lower in word_set("cues", "label_joint")):
        words.pop()
    while words and words[0].lower in word_set("cues", "label_joint"):
        words.pop(0)
    if not 0 < len(words) <= LONGEST_LABEL or words[0].lower in aspects() or not words[-1].text[-1].isalnum():
        return None
    if words[-1].lower in word_set("nounphrase", "stop"):
        return None
    label = " ".join(layout.text[words[0].start : words[-1].end].split())
    unsaid = settle(label) in word_set("cues", "label_plain") or _placed(reading, words)
    return None if unsaid else label


def _placed(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the label tells where or when: `xã Đông`, `khu vực xã Đông cũ`."""
    first, last = words[0].start, words[-1].end
    if within(reading.periods, first, last):
        return True
    places = within(reading.places, first, last)
    before = [word for word in words if places and word.start < places[0].start]
    return bool(places) and all(word.lower in word_set("cues", "label_place") for word in before)


def _label_start(layout: Layout, counted: Counted, before: Counted | None) -> int | None:
    """Where the label of a part may begin: behind `trong đó`, `gồm`, or the mark behind the part before."""
    first, _ = layout.sentence(counted.start)
    if before and before.start >= first:
        first = before.end
    between = settle(layout.text[first : counted.start])
    opening = [match.end() for match in _PARTS.finditer(between)]
    if opening:
        return first + opening[-1]
    mark = _NEXT.search(between)
    return first + mark.end() if mark and before else None


_PARTS = re.compile(rf"(?<!\w){alternation(word_forms('cues', 'parting_word'))}(?!\w):?,?")
_NEXT = re.compile(r"[,;]|(?<!\w)và(?!\w)")
