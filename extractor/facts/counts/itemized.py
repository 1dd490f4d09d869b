"""Numbers behind the labels of a total's parts, which count what it counts.

`158 em bỏ học: tiểu học |19|, THCS |87|, THPT |52|`; `12,4 km đường: ấp Hạ |4,1 km|, ấp Trung |8,3 km|`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.facts.counts.counted import Counted
from extractor.facts.layout import Layout, within
from extractor.reading.spans import Quantity, Reading
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle

# The parts of a list, the letters of a label, and how much more than the total wrong parts may sum up to.
LEAST, LONGEST, MOST = 2, 40, Decimal("1.2")
# Letters between a total and its list.
_REACH = 60
_CLOSED = re.compile(r"\s?(?:[,;)\n]|\.(?!\d)|và(?!\w)|$)")
_LABEL = re.compile(r"(?P<mark>[:(,;]|\svà)\s?(?P<label>[^\W\d_](?:[^\W\d]|[\s-])*?)\s?(?:là\s|có\s|:\s?)?$")


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the total whose number starts at `total`, and its label, empty where a place or the rest."""

    total: int
    label: str


def read_items(reading: Reading, layout: Layout) -> Mapping[int, Item]:
    """The labelled parts by the start of their number."""
    items: dict[int, Item] = {}
    numbers = [one for one in reading.quantities if not one.refused]
    run: list[tuple[Quantity, str]] = []
    total: Quantity | None = None
    for index, one in enumerate(numbers):
        label = _label(layout, numbers[index - 1].end if index else 0, one)
        if label and label["mark"] in ":(":
            items |= _checked(total, run)
            total, run = _total(layout, numbers[:index][-1:], one), [(one, _named(reading, label))]
        elif label and run and total:
            run.append((one, _named(reading, label)))
        elif not label:
            items |= _checked(total, run)
            total, run = None, []
    return items | _checked(total, run)


def _label(layout: Layout, before: int, one: Quantity) -> re.Match[str] | None:
    """The label between the number before and this one, which nothing but a mark follows."""
    if one.denominator or one.value is None or not (one.unit or _CLOSED.match(layout.text, one.end)):
        return None
    if not layout.text[one.number_start].isdigit():
        return None
    first = max(layout.sentence(one.start)[0], before, one.start - LONGEST)
    found = _LABEL.search(layout.text, first, one.start)
    numbered = found is None or settle(found["label"]).split()[-1] in word_set("nounphrase", "numbered")
    return None if numbered else found


def _named(reading: Reading, label: re.Match[str]) -> str:
    rest = settle(label["label"]) in word_set("cues", "rest")
    return "" if rest or within(reading.places, label.start("label"), label.end("label")) else label["label"]


def _total(layout: Layout, before: Sequence[Quantity], one: Quantity) -> Quantity | None:
    """The number right before the list, of a thing or a measure."""
    near = [q for q in before if one.start - q.end <= _REACH + LONGEST]
    first = layout.sentence(one.start)[0]
    fits = near and near[0].start >= first and near[0].value is not None and near[0].category != "percent"
    return near[0] if fits and "," not in layout.text[near[0].end : one.start - 1].rstrip(":( ") else None


def _checked(total: Quantity | None, run: Sequence[tuple[Quantity, str]]) -> dict[int, Item]:
    """The items of a list whose parts may sum up to the total."""
    if total is None or total.value is None or len(run) < LEAST:
        return {}
    if any(part.unit and part.unit != total.unit for part, _ in run):
        return {}
    parts = [part.value or 0 for part, _ in run]
    if max(parts) >= total.value or sum(parts) > MOST * total.value:
        return {}
    return {part.start: Item(total.start, label) for part, label in run}


def itemized(bound: Counted | None, quantity: Quantity, item: Item, earlier: Sequence[Counted]) -> Counted | None:
    """What the number counts: what its total does, unless it is `bound` to a thing of its own."""
    if bound and (bound.rule != "unit" or bound.thing):
        return bound
    total = next((one for one in reversed(earlier) if one.quantity.start == item.total), None)
    if total is None:
        return bound
    found = replace(total, quantity=quantity, start=quantity.start, end=quantity.end, rule="item")
    return replace(found, told=None, name=None, item=item.label)
