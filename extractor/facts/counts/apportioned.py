"""Numbers that tell how much each place has: `9 ổ dịch gồm: xã Hạ 5, xã Đông 4`, `Hạ 312 hộ, Đông 287`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.facts.counts.classifiers import sum_noun
from extractor.facts.counts.counted import Counted, as_written
from extractor.facts.layout import Layout, within
from extractor.facts.openings import MARKS
from extractor.reading.spans import Place, Quantity, Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# Characters between a place and its number.
_REACH = 6
_LINKED = re.compile(r"\s?(?:[:(–-]|là|có)?\s?")
# What stands between the number of one place and the next place: its noun, a bracket, a comma.
_NEXT = re.compile(r"[^\d.;\n]{0,45}?(?:[,;]|\s?và)\s(?:và\s|còn\s)?(?:tại\s|ở\s)?")
_CLOSED = re.compile(r"\s?(?:[,;)\n]|\.(?!\d)|và(?!\w)|$)")
_GOES_ON = re.compile(rf"{MARKS}{alternation(word_forms('nounphrase', 'apportioning'))}(?!\w)")


@dataclass(frozen=True, slots=True)
class Share:
    """A bare number of a place in a list that begins at `first`; `second` where another place came before."""

    first: int
    second: bool


def read_shares(reading: Reading, layout: Layout) -> Mapping[int, Share]:
    """The shares of places by the start of their number."""
    shares: dict[int, Share] = {}
    run: list[tuple[Place, Quantity]] = []
    pairs = [(place, one) for one in reading.quantities if (place := _place_of(reading, one))]
    for before, pair in pairwise([None, *pairs, None]):
        if not (before and pair and _NEXT.fullmatch(layout.text, before[1].end, pair[0].start)):
            shares |= _bare(layout, run)
            run = []
        run += [pair] if pair else []
    return shares


def _place_of(reading: Reading, quantity: Quantity) -> Place | None:
    """The unit right before the number; the number of a village may be part of its name."""
    if quantity.refused not in (None, "name") or quantity.denominator or quantity.value is None or quantity.unit:
        return None
    for place in within(reading.places, quantity.start - 60, quantity.start)[-1:]:
        linked = 0 < quantity.start - place.end <= _REACH
        if linked and _LINKED.fullmatch(reading.text, place.end, quantity.start):
            return place if quantity.refused is None or place.level != "village" else None
    return None


def _bare(layout: Layout, run: Sequence[tuple[Place, Quantity]]) -> Mapping[int, Share]:
    """The numbers of a list of two or more that have no noun of their own."""
    if len(run) < 2:
        return {}
    first = run[0][0].start
    return {
        one.start: Share(first, place.start > first)
        for place, one in run
        if _CLOSED.match(layout.text, one.end) and layout.text[one.number_start].isdigit()
    }


def apportioned(layout: Layout, quantity: Quantity, share: Share, earlier: Sequence[Counted]) -> Counted | None:
    """What the number of a place counts: what the place before it in the list has, a sum, a total."""
    last = earlier[-1] if earlier else None
    if share.second and last and last.start >= share.first:
        return None if last.rule == "unit" else _like(last, quantity)
    phrase = sum_noun(layout, share.first)
    if phrase and (last is None or last.end <= phrase.start):
        what = as_written(layout.text, phrase.start, phrase.end)
        return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="share")
    total = next((one for one in reversed(earlier) if one.rule != "share"), None)
    if total is None or total.rule == "unit" or total.start < _reach(layout, share.first):
        return None
    whole, part = total.quantity.value, quantity.value
    return None if whole is None or part is None or part >= whole else _like(total, quantity)


def _like(counted: Counted, quantity: Quantity) -> Counted:
    return replace(
        counted, quantity=quantity, start=quantity.start, end=quantity.end, name=None, told=None, rule="share"
    )


def _reach(layout: Layout, first: int) -> int:
    """Where a total may stand: in the sentence, or in the one before if the list opens with `Cụ thể`."""
    begin, _ = layout.sentence(first)
    opens = _GOES_ON.match(settle(layout.text[begin:first]))
    return layout.sentences[max(0, layout.sentence_index(begin) - 1)][0] if opens else begin
