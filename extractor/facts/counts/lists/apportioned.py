"""Numbers that tell how much each place or named model has of something.

`9 ổ dịch gồm: xã Hạ 5, xã Đông 4`; `Hạ 312 hộ, Đông 287`; `9 mô hình, gồm “Cổng an ninh” 5, “Kẻng an ninh” 4`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.facts.counts.lists.parts import LINKS, as_counted, is_closed, is_in_digits
from extractor.facts.counts.nouns.classifiers import sum_noun
from extractor.facts.counts.nouns.counted import Counted, as_written, closed
from extractor.facts.layout import Layout, within
from extractor.facts.openings import MARKS
from extractor.reading.spans import Place, Quantity, Reading, SchemeName
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# Characters between a place and its number.
_REACH = 6
_LINKED = re.compile(rf"\s?(?:[:(–-]|{'|'.join(LINKS)})?\s?")
# What stands between the number of one place and the next place: its noun, a bracket, a comma.
_NEXT = re.compile(r"[^\d.;\n]{0,45}?(?:[,;]|\s?và)\s(?:và\s|còn\s)?(?:tại\s|ở\s)?")
_GOES_ON = re.compile(rf"{MARKS}{alternation(word_forms('nounphrase', 'apportioning'))}(?!\w)")


Holder = Place | SchemeName
"""Who has a share."""


@dataclass(frozen=True, slots=True)
class Share:
    """A bare number of a holder in a list that begins at `first`; `second` where another holder came before.

    `name` is the holder's where it is a named model.
    """

    first: int
    second: bool
    name: str | None


def read_shares(reading: Reading, layout: Layout) -> Mapping[int, Share]:
    """The shares by the start of their number."""
    shares: dict[int, Share] = {}
    run: list[tuple[Holder, Quantity]] = []
    pairs = [(holder, one) for one in reading.quantities if (holder := _holder_of(reading, one))]
    for before, pair in pairwise([None, *pairs, None]):
        if not (before and pair and _NEXT.fullmatch(layout.text, before[1].end, pair[0].start)):
            shares |= _bare(layout, run)
            run = []
        run += [pair] if pair else []
    return shares


def _holder_of(reading: Reading, quantity: Quantity) -> Holder | None:
    """The unit or the named model right before the number; the number of a village may be part of its name."""
    if quantity.refused not in (None, "name") or quantity.denominator or quantity.value is None or quantity.unit:
        return None
    for place in within(reading.places, quantity.start - 60, quantity.start)[-1:]:
        if _links(reading, place.end, quantity):
            return place if quantity.refused is None or place.level != "village" else None
    named = within(reading.schemes, quantity.start - 90, quantity.start)[-1:]
    return next((one for one in named if _links(reading, closed(reading.text, one), quantity)), None)


def _links(reading: Reading, end: int, quantity: Quantity) -> bool:
    near = 0 < quantity.start - end <= _REACH
    return near and _LINKED.fullmatch(reading.text, end, quantity.start) is not None


def _bare(layout: Layout, run: Sequence[tuple[Holder, Quantity]]) -> Mapping[int, Share]:
    """The numbers of a list of two or more that have no noun of their own."""
    if len(run) < 2:
        return {}
    first = run[0][0].start
    return {
        one.start: Share(first, holder.start > first, holder.name if isinstance(holder, SchemeName) else None)
        for holder, one in run
        if is_closed(layout, one) and is_in_digits(layout, one)
    }


def apportioned(layout: Layout, quantity: Quantity, share: Share, earlier: Sequence[Counted]) -> Counted | None:
    """What the number counts: what the holder before it in the list has, a sum, a total."""
    counted = _counted(layout, quantity, share, earlier)
    return replace(counted, name=share.name) if counted else None


def _counted(layout: Layout, quantity: Quantity, share: Share, earlier: Sequence[Counted]) -> Counted | None:
    last = earlier[-1] if earlier else None
    if share.second and last and last.start >= share.first:
        return None if last.rule == "unit" else as_counted(last, quantity, "share")
    phrase = sum_noun(layout, share.first)
    if phrase and (last is None or last.end <= phrase.start):
        what = as_written(layout.text, phrase.start, phrase.end)
        return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="share")
    total = next((one for one in reversed(earlier) if one.rule != "share"), None)
    if total is None or total.rule == "unit" or total.start < _reach(layout, share.first):
        return None
    whole, part = total.quantity.value, quantity.value
    return None if whole is None or part is None or part >= whole else as_counted(total, quantity, "share")


def _reach(layout: Layout, first: int) -> int:
    """Where a total may stand: in the sentence, or in the one before if the list opens with `Cụ thể`."""
    begin, _ = layout.sentence(first)
    opens = _GOES_ON.match(settle(layout.text[begin:first]))
    return layout.sentences[max(0, layout.sentence_index(begin) - 1)][0] if opens else begin
