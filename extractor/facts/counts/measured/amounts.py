"""What money, a percent or a measure measures: a noun before it, a thing behind its unit, its verb's subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.facts.counts.measured.nouns import (
    Reach,
    attributed,
    begins_measured,
    leads_on,
    measured_noun,
    noun_end,
    reach_of,
    share_noun,
)
from extractor.facts.counts.measured.subjects import subject_before
from extractor.facts.counts.nouns.classifiers import sum_noun
from extractor.facts.counts.nouns.counted import Counted, as_written
from extractor.facts.layout import Layout
from extractor.reading.spans import Reading
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# Letters before a count in which the verb stands that settled it.
SETTLED_REACH = 40
# What a verb such as đạt, dài, trị giá may measure, and what stands right behind its noun: `căn nhà 80 m2`.
MEASURES: frozenset[Category] = frozenset({"money", "percent", "area", "length", "mass", "volume"})
LASTING: frozenset[Category] = frozenset({"event", "duration"})
SIZES: frozenset[Category] = frozenset({"area", "length"})


def measured_by(
    reading: Reading,
    layout: Layout,
    counted: Counted,
    earlier: Sequence[Counted],
    theirs: Sequence[str | None],
) -> tuple[str | None, str]:
    """What money, a percent or a measure measures, as in the text, and the reason.

    `theirs` is what each of the `earlier` ones measures.
    """
    if counted.item and counted.item.label and counted.category in MEASURES:
        return counted.item.label, "part label"
    if counted.rule != "unit":
        return None, "plain count"
    thing = _thing(layout, counted)
    if counted.category in LASTING or (_is_times(counted) and not _is_multiple(layout, counted)):
        return thing, "noun behind the unit" if thing else "none"
    bounds = measured_noun(layout, counted.start)
    reach = reach_of(reading, layout, bounds, counted) if bounds else "out"
    noun = Noun(as_written(layout.text, *bounds), bounds[1], reach) if bounds else None
    if thing and not _outranks(layout, noun, counted):
        return thing, "noun behind the unit"
    if noun and noun.reach in ("said", "near") and not noun.share:
        return noun.text, "noun before"
    subject = subject_before(reading, layout, counted)
    if noun and noun.reach == "listed" and not noun.share:
        alone = subject is None and not _is_times(counted)
        if _is_open(noun, counted, earlier) or alone or _is_shared(noun, counted, earlier, theirs):
            return noun.text, "noun before"
    carried = theirs[-1] if earlier and _goes_on(reading, layout, earlier[-1], counted) else None
    if carried and (not subject or (counted.category == "percent" and begins_measured(carried))):
        return carried, "count before"
    if subject:
        return subject, "subject"
    return _of_base(layout, counted, earlier, noun.text if noun and noun.reach != "out" else "")


@dataclass(frozen=True, slots=True)
class Noun:
    """The measured noun before a number, where it ends, and how it stands to the number."""

    text: str
    end: int
    reach: Reach

    @property
    def share(self) -> bool:
        """Whether it only says that a share follows: đạt `tỷ lệ` 91%."""
        return settle(self.text) in word_set("cues", "reached")


def _thing(layout: Layout, counted: Counted) -> str | None:
    """The noun behind the unit, with its attributes; no plan that was met (61% `dự toán`), no time (6% `quý` I)."""
    thing = counted.thing
    if thing and settle(thing).startswith(word_forms("cues", "plan")):
        thing = None
    if thing and settle(thing).split()[0] in word_set("cues", "time_unit"):
        thing = None
    if counted.category != "percent":
        return thing
    return attributed(layout, thing, counted.end) if thing else _share(layout, counted)


def _outranks(layout: Layout, noun: Noun | None, counted: Counted) -> bool:
    """Whether the noun before a number measures more than the one behind its unit."""
    if noun is None:
        return False
    if counted.category == "money":
        near = noun.reach == "near" and not _is_object(layout, counted)
        return (near or noun.reach == "said") and not noun.share
    return counted.category == "percent" and noun.reach == "said"


def _goes_on(reading: Reading, layout: Layout, last: Counted, counted: Counted) -> bool:
    """Whether the count right before goes on in this one: `GDP quý I tăng 3,8%; quý II 6%`."""
    return last.start >= layout.sentence(counted.start)[0] and leads_on(reading, layout, last, counted)


def _is_open(noun: Noun, counted: Counted, earlier: Sequence[Counted]) -> bool:
    """Whether a ratio still lacks its percent: `tỷ lệ người có bằng cấp, chứng chỉ là |26%|`."""
    ratio = counted.category == "percent" and settle(noun.text).startswith(word_forms("cues", "ratio"))
    return ratio and not any(one.start > noun.end for one in earlier)


def _is_shared(noun: Noun, counted: Counted, earlier: Sequence[Counted], theirs: Sequence[str | None]) -> bool:
    """Whether the noun has figures of the same unit already: `tỷ lệ hấp thu là 40%, trứng luộc |100%|`."""
    return any(
        measured == noun.text and one.start >= noun.end and one.category == counted.category
        for one, measured in zip(earlier, theirs, strict=True)
    )


def _is_times(counted: Counted) -> bool:
    return counted.head in word_set("cues", "times")


def _is_multiple(layout: Layout, counted: Counted) -> bool:
    """Whether a number of times tells how many times as much: tăng `gấp` 20 lần, tăng `1,8` lần, not tăng 7 lần."""
    first, _ = layout.sentence(counted.start)
    told = settle(layout.text[first : counted.quantity.number_start]).split()[-2:]
    value = counted.quantity.value
    return bool(set(told) & word_set("cues", "as_much")) or (value is not None and value % 1 != 0)


def _is_object(layout: Layout, counted: Counted) -> bool:
    """Whether a preposition brings the number: áp thuế `với` 200 tỷ USD hàng hóa."""
    before = layout.words_between(max(0, counted.start - 12), counted.start)[-1:]
    return bool(before) and before[0].tag == "E" and before[0].lower not in word_set("cues", "measuring")


def _share(layout: Layout, counted: Counted) -> str | None:
    """The noun behind a percent that is read word by word: `95%` các |hạt bụi mịn|, `30%` |lãi suất vay|."""
    share = share_noun(layout, counted.quantity.end)
    planned = share and layout.text.startswith(f" {share}", counted.quantity.end)
    return None if planned and settle(share or "").startswith(word_forms("cues", "plan")) else share


def _summed(layout: Layout, start: int) -> tuple[int, str] | None:
    """The head and the whole of the sum before: `|số lượng người sử dụng| tăng 80%`."""
    summed = sum_noun(layout, start)
    if summed is None:
        return None
    begin = summed.start
    first, _ = layout.sentence(start)
    sums = list(word_pattern("cues", "sum").finditer(settle(layout.text[first:begin])))
    begin = first + sums[-1].start() if sums and first + sums[-1].end() + 1 >= begin else begin
    return summed.start, as_written(layout.text, begin, noun_end(layout, summed.end, start))


def _of_base(layout: Layout, counted: Counted, earlier: Sequence[Counted], named: str) -> tuple[str | None, str]:
    """What a sum before counts, or the count of which a percent is the share."""
    countable = counted.category in MEASURES - {"money"} and not named
    summed = _summed(layout, counted.start) if countable else None
    told = summed is not None and any(c.start > summed[0] for c in earlier)
    if summed and not told:
        return summed[1], "sum before"
    first, _ = layout.sentence(counted.start)
    base = next((c for c in reversed(earlier) if c.start >= first and c.category not in ("percent", "money")), None)
    if counted.category != "percent" or base is None:
        return (named, "noun before") if named else (None, "none")
    done = _settled(layout, base, counted)
    if done:
        return done, "verb of its base"
    of_base, whole = sum_noun(layout, base.start), _summed(layout, base.start)
    if of_base and whole and of_base.head == base.head and not named:
        return whole[1], "sum before"  # số vụ phạm pháp giảm 5 vụ (29%)
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
