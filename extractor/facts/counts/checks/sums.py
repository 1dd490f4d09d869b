"""Sums that the source invites: a total against the parts that it is broken down into."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.facts.counts.nouns.counted import head_noun
from extractor.facts.counts.status.each import each_unit
from extractor.facts.layout import Layout
from extractor.reading.numbers.scan import scan_numbers
from extractor.records import Check, CountFact, Verdict, sum_verdict
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import settle

# Kinds of things that have no number of their own.
MEASURES = ("length", "mass", "volume", "area")
# A part left out on purpose is no tenth of the smallest one told.
SLIGHT = 10
# A list of so many parts, down to smaller ones than what is missing, leaves none out on purpose.
LONG_LIST = 4
# What is missing from such a list is a trifle: at most one in so many of the total.
TRIFLE = 50
# Marks of a list that could go on.
OPEN_ENDED = ("…", "...")
# Letters behind a part within which it may be said to be of the others: `5 vụ khác`.
_ADJECTIVE = 12


def check_sums(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each exact total and breakdown with two exact parts or more.

    A total may be broken down twice (by cause, by place): each sentence, or each list, is a breakdown of its own.
    """
    by_id = {fact.id: fact for fact in facts}
    parts: dict[tuple[str, int], list[CountFact]] = {}
    for fact in facts:
        if fact.part_of in by_id:
            parts.setdefault((str(fact.part_of), layout.breakdown(fact.start)), []).append(fact)
    checks = []
    for (total_id, _), found in parts.items():
        total = by_id[total_id]
        pieces = _enough(total, _side_by_side(total, found, layout))
        if total.value is not None and total.value > 1 and len(pieces) > 1 and _summable(total, pieces, layout):
            value = _sum(pieces)
            verdict = _verdict(total.value, value, Breakdown(facts, total, pieces, layout))
            checks.append(
                Check(
                    article_id=total.article_id,
                    test="sum",
                    total=total.id,
                    parts=tuple(part.id for part in pieces),
                    expected=total.value,
                    found=value,
                    verdict=verdict,
                )
            )
    return tuple(checks)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with its parts among the facts of the article."""

    facts: Sequence[CountFact]
    total: CountFact
    parts: Sequence[CountFact]
    layout: Layout

    @property
    def ends(self) -> tuple[int, int]:
        """From the total to the last part, whichever comes first."""
        spans = (self.total, *self.parts)
        return min(fact.start for fact in spans), max(fact.end for fact in spans)

    @property
    def introduced(self) -> str:
        """What leads from the total to its first part, with the part: a quote may hold words before its number."""
        first = min(self.parts, key=lambda part: part.start)
        return settle(self.layout.text[min(self.total.end, first.start) : first.end])

    @property
    def last(self) -> str:
        """The last part with what leads to it: `còn lại 5 vụ cướp`, `và 5 vụ khác`."""
        *_, before, last = sorted(self.parts, key=lambda part: part.start)
        return settle(self.layout.text[before.end : last.end + _ADJECTIVE])

    @property
    def closing(self) -> str:
        """The last part with what leads to it, and all that follows in its sentence."""
        *_, before, last = sorted(self.parts, key=lambda part: part.start)
        return settle(self.layout.text[before.end : self.layout.sentence(last.start)[1]])


def _verdict(expected: Decimal, found: Decimal, breakdown: Breakdown) -> Verdict:
    """The verdict on the sum; parts that may not be all there are make no contradiction."""
    verdict = sum_verdict(expected, found, rounded=breakdown.total.category in ("money", *MEASURES))
    if verdict == "adds up":
        return verdict
    if found < expected and (not _is_whole(breakdown, expected - found) or _tells(breakdown, expected - found)):
        return "incomplete"
    return "incomplete" if _unread(breakdown) else verdict


def _is_whole(breakdown: Breakdown, missing: Decimal) -> bool:
    """Whether the parts are told as all there are: `gồm …`, `…, các xã khác 14`, or hardly anything is missing.

    A part left out on purpose would not be far smaller than those that are told.
    """
    if any(mark in breakdown.closing for mark in (*OPEN_ENDED, *word_forms("cues", "open_ended"))):
        return False
    smallest = min(part.value for part in breakdown.parts if part.value is not None)
    total = breakdown.total.value or Decimal(0)
    thorough = len(breakdown.parts) >= LONG_LIST and smallest < missing and missing * TRIFLE <= total
    whole = word_pattern("cues", "whole").search(breakdown.introduced)
    whole = whole or word_pattern("cues", "rest").search(breakdown.last)
    return whole is not None or missing * SLIGHT <= smallest or thorough


def _tells(breakdown: Breakdown, missing: Decimal) -> bool:
    """Whether the missing number is told: `(1 phiếu không hợp lệ)`, or by a like noun one sentence on."""
    start, end = breakdown.ends
    layout, parts = breakdown.layout, (breakdown.total, *breakdown.parts)
    sentence = layout.sentence_index(end)
    beside = any(
        numeral.value == missing and not any(fact.start <= start + numeral.start < fact.end for fact in parts)
        for numeral in scan_numbers(layout.text[start : layout.sentences[sentence][1]])
    )
    nouns = {head_noun(fact.what) for fact in parts}
    return beside or any(
        fact.value == missing
        and head_noun(fact.what) in nouns
        and layout.sentence_index(fact.start) == sentence + 1
        for fact in breakdown.facts
    )


def _unread(breakdown: Breakdown) -> bool:
    """Whether the breakdown holds a spelled one that is no count: `một ca ghép phổi, 19 ca ghép tim`."""
    text, (_, end) = breakdown.layout.text, breakdown.ends
    first = min(breakdown.parts, key=lambda part: part.start)
    leading = [match.start() for match in word_pattern("cues", "breakdown").finditer(breakdown.introduced)]
    start = first.end - len(breakdown.introduced) + leading[-1] if leading else first.start
    near = [fact for fact in breakdown.facts if start <= fact.start < end]
    return any(
        numeral.value == 1
        and text[start + numeral.start].isalpha()
        and not any(fact.start <= start + numeral.start < fact.end for fact in near)
        for numeral in scan_numbers(text[start:end])
    )


def _side_by_side(total: CountFact, parts: Sequence[CountFact], layout: Layout) -> list[CountFact]:
    """The parts on the first one's level of brackets: `7 hộ (2 hộ nghèo), 3 hộ`, `9 tổ (gồm 4 tổ …), 3 xã`."""
    levels = [_level(layout.text[min(total.end, part.start) : part.start + 1]) for part in parts]
    return [part for part, level in zip(parts, levels, strict=True) if level == levels[0]]


def _level(text: str) -> int:
    return text.count("(") - text.count(")")


def _enough(total: CountFact, parts: Sequence[CountFact]) -> Sequence[CountFact]:
    """Those parts that make the total: the first ones, or all but one, which tells more of another.

    `12 tổ, trong đó 7 tổ ở thôn, 5 tổ ở chợ; có 9 tổ cũ` breaks the total down anew.
    """
    some = [parts[:end] for end in range(2, len(parts))]
    some += [[*parts[:at], *parts[at + 1 :]] for at in range(len(parts)) if len(parts) > 2]
    return next((chosen for chosen in some if _sum(chosen) == total.value), parts)


def _summable(total: CountFact, parts: Sequence[CountFact], layout: Layout) -> bool:
    """Whether all are exact and no rates (`đồng/kg`, `mỗi xã 2 tổ`), and measures told in one sentence."""
    exact = all(fact.modifier == "exact" and fact.value is not None for fact in (total, *parts))
    rates = any(fact.aspect == "rate" or fact.per is not None for fact in (total, *parts))
    rates = rates or any(each_unit(layout, part.start, part.end) for part in parts)
    sentences = {layout.sentence_index(fact.start) for fact in (total, *parts)}
    return exact and not rates and (total.category not in MEASURES or len(sentences) == 1)


def _sum(parts: Sequence[CountFact]) -> Decimal:
    return sum((part.value for part in parts if part.value is not None), Decimal(0))
