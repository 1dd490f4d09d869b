"""What the source's own arithmetic says: sums of parts, ratios, percents, headline against body.

A contradiction is reported, never repaired: `57 mô hình … gồm 31 …, 17 …, 8 …` is 56.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from re import Pattern

from extractor.facts.counts.cues import each_unit
from extractor.facts.layout import Layout
from extractor.reading.numbers.scan import scan_numbers
from extractor.records import Check, CountFact, Verdict, sum_verdict
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

# Kinds of things that have no number of their own.
MEASURES = ("length", "mass", "volume", "area")
# `1/2 số thí sinh`, `một phần ba` are fractions, no ratios that a percent would restate.
FEW = 5
# A part left out on purpose is no tenth of the smallest one told.
SLIGHT = 10
# A percent of a part this far from its share is of another total.
FAR_OFF = Decimal("0.25")
# The power of ten from which on a round number may be rounded.
THOUSANDS = 3
# How far behind a number its change may stand.
NEXT = 60
# Letters behind a part within which it may be said to be of the others: `5 vụ khác`.
_ADJECTIVE = 12
# Marks of a list that could go on.
OPEN_ENDED = ("…", "...")
# A headline rounds; a body figure this near that still differs is another figure for the same thing.
RESTATED_WITHIN = Decimal("0.05")


def check_counts(facts: Sequence[CountFact], layout: Layout, title_end: int) -> tuple[Check, ...]:
    """All checks that the counts of one article invite. `title_end` is where the headline ends in the text."""
    sums = check_sums(facts, layout)
    percents = (*check_percents(facts, layout), *check_changes(facts, layout))
    return (*sums, *check_ratios(facts), *percents, *check_headline(facts, title_end))


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
            checks.append(_check("sum", total, pieces, total.value, value, verdict))
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
    whole = _words("whole").search(breakdown.introduced) or _words("rest").search(breakdown.last)
    return whole is not None or missing * SLIGHT <= smallest


def _tells(breakdown: Breakdown, missing: Decimal) -> bool:
    """Whether the missing number is told: `(1 phiếu không hợp lệ)`, or by a like noun one sentence on."""
    start, end = breakdown.ends
    layout, parts = breakdown.layout, (breakdown.total, *breakdown.parts)
    sentence = layout.sentence_index(end)
    beside = any(
        numeral.value == missing and not any(fact.start <= start + numeral.start < fact.end for fact in parts)
        for numeral in scan_numbers(layout.text[start : layout.sentences[sentence][1]])
    )
    nouns = {_noun(fact) for fact in parts}
    return beside or any(
        fact.value == missing and _noun(fact) in nouns and layout.sentence_index(fact.start) == sentence + 1
        for fact in breakdown.facts
    )


def _noun(fact: CountFact) -> str:
    return settle(fact.what).split()[0]


def _unread(breakdown: Breakdown) -> bool:
    """Whether the breakdown holds a spelled one that is no count: `một ca ghép phổi, 19 ca ghép tim`."""
    text, (_, end) = breakdown.layout.text, breakdown.ends
    first = min(breakdown.parts, key=lambda part: part.start)
    leading = [match.start() for match in _words("breakdown").finditer(breakdown.introduced)]
    start = first.end - len(breakdown.introduced) + leading[-1] if leading else first.start
    near = [fact for fact in breakdown.facts if start <= fact.start < end]
    return any(
        numeral.value == 1
        and text[start + numeral.start].isalpha()
        and not any(fact.start <= start + numeral.start < fact.end for fact in near)
        for numeral in scan_numbers(text[start:end])
    )


@cache
def _words(table: str) -> Pattern[str]:
    return whole_words(word_forms("cues", table))


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


def check_ratios(facts: Sequence[CountFact]) -> tuple[Check, ...]:
    """One check for each `n/m` whose n is above m, unless it is a day, an address or a blood pressure."""
    return tuple(
        _check("ratio", fact, (), fact.denominator, fact.value, "differs")
        for fact in facts
        if fact.value is not None
        and fact.denominator is not None
        and fact.denominator < fact.value <= 2 * fact.denominator
        and fact.category not in ("other", *MEASURES)
        and not (fact.value <= 31 and fact.denominator <= 12)
    )


def check_percents(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each percent that restates a ratio or a part of a total before it.

    `1.326/1.418 vụ (đạt 93,5%)`; `74 em, trong đó 38 em đạt loại giỏi (51,4%)`.
    """
    by_id = {fact.id: fact for fact in facts}
    checks = []
    for base, percent in pairwise(facts):
        whole = base.denominator or _total_of(base, by_id)
        if not _is_share(percent) or percent.value is None or base.value is None or not whole or whole < FEW:
            continue
        if not _restates(settle(layout.text[base.end : percent.end]), part=base.denominator is None):
            continue  # `64/64 xã; 98,7% số tổ` speaks of something else
        expected = base.value / whole * 100
        verdict = _percent_verdict(expected, percent.value, _rounding(base.value) + _rounding(whole))
        if base.denominator is None and abs(expected - percent.value) > expected * FAR_OFF:
            continue  # `83 em đạt điểm giỏi (0,19%)` is a share of all that sat the exam
        checks.append(
            _check("percent", base, (percent,), expected.quantize(Decimal("0.01")), percent.value, verdict)
        )
    return tuple(checks)


def _total_of(part: CountFact, by_id: Mapping[str, CountFact]) -> Decimal | None:
    """The exact total that an exact count is a part of."""
    total = by_id.get(part.part_of or "")
    return total.value if total and total.modifier == part.modifier == "exact" else None


def check_changes(facts: Sequence[CountFact], layout: Layout) -> tuple[Check, ...]:
    """One check for each percent that restates a change: `58 vụ, giảm 11 vụ (15,94%)` is 11 of 69."""
    checks = []
    for now, change, percent in zip(facts, facts[1:], facts[2:], strict=False):
        before = _before(now, change, layout)
        if before is None or change.value is None or percent.value is None or not _is_share(percent):
            continue
        if not _restates(settle(layout.text[change.end : percent.end]), part=False):
            continue
        expected = change.value / before * 100
        if abs(expected - percent.value) <= expected * FAR_OFF:
            verdict = _percent_verdict(expected, percent.value, _rounding(change.value) + _rounding(before))
            total = expected.quantize(Decimal("0.01"))
            checks.append(_check("percent", change, (now, percent), total, percent.value, verdict))
    return tuple(checks)


def _before(now: CountFact, change: CountFact, layout: Layout) -> Decimal | None:
    """What there was before the change told right behind the number: 69 of `58 vụ, giảm 11 vụ`."""
    if now.value is None or change.value is None or _noun(now) != _noun(change):
        return None
    words = settle(layout.text[now.end : change.end])
    if not now.modifier == change.modifier == "exact" or len(words) > NEXT:
        return None
    fell, rose = (_changing(table).search(words) for table in ("falling", "rising"))
    before = now.value + change.value if fell else now.value - change.value
    return before if (fell or rose) and before >= FEW else None


@cache
def _changing(table: str) -> Pattern[str]:
    """`giảm 11 vụ`, where no other number stands before."""
    return re.compile(rf"^\D*(?<!\w){alternation(word_forms('cues', table))}\s\d[^\s]*\s\D*$")


def _is_share(percent: CountFact) -> bool:
    return percent.category == "percent" and percent.modifier == "exact" and percent.aspect == "rate"


def _percent_verdict(expected: Decimal, told: Decimal, rounding: Decimal) -> Verdict:
    """Whether the percent is the expected one but for its last place and the `rounding` of what it is made from."""
    step = Decimal(1).scaleb(int(told.as_tuple().exponent))
    return "adds up" if abs(expected - told) <= step + expected * rounding else "differs"


def _rounding(value: Decimal) -> Decimal:
    """By what share of itself a number told in thousands, millions … may be rounded: `27,1 triệu máy`."""
    exponent = int(value.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 / value if exponent >= THOUSANDS and value else Decimal(0)


def _restates(words: str, *, part: bool) -> bool:
    """Whether the words lead from a ratio or a part to its percent: ` đã khỏi bệnh (82,4%`, `, chiếm 36%`.

    What a part of a total reaches is something else: `vắng 9 em, đạt tỷ lệ 99%`.
    """
    found = _restating().match(words)
    return found is not None and not (part and _reaching().search(words[: found.end() - 1]))


@cache
def _restating() -> Pattern[str]:
    words = alternation(word_forms("cues", "restating") + word_forms("cues", "reaching"))
    return re.compile(rf"[^\d,;:.()]*(?:\((?:{words}\s)?|,?\s?{words}\s)\d")


@cache
def _reaching() -> Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'reaching'))}\s$")


def check_headline(facts: Sequence[CountFact], title_end: int) -> tuple[Check, ...]:
    """One check for each exact headline figure that the body gives as another, nearly equal one."""
    body = [fact for fact in facts if fact.start >= title_end and fact.modifier == "exact"]
    checks = []
    for fact in facts:
        if fact.start >= title_end or fact.value is None or fact.modifier != "exact" or fact.value < 10:
            continue
        near = [other for other in body if other.what == fact.what and _nearly(other.value, fact.value)]
        if near and not any(other.value == fact.value for other in near):
            checks.append(_check("restatement", fact, near[:1], fact.value, near[0].value, "differs"))
    return tuple(checks)


def _nearly(value: Decimal | None, other: Decimal) -> bool:
    return value is not None and abs(value - other) <= other * RESTATED_WITHIN


def _check(
    test: str, total: CountFact, parts: Sequence[CountFact], expected: Decimal | None, found: Decimal | None,
    verdict: Verdict,
) -> Check:  # fmt: skip
    return Check.model_validate(
        {
            "article_id": total.article_id,
            "test": test,
            "total": total.id,
            "parts": tuple(part.id for part in parts),
            "expected": expected,
            "found": found,
            "verdict": verdict,
        }
    )
