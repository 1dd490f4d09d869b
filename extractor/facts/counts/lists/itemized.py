"""Numbers behind the labels of a total's parts, which count what it counts.

`158 em bỏ học: tiểu học |19|, THCS |87|, THPT |52|`; `12,4 km đường: ấp Hạ |4,1 km|, ấp Trung |8,3 km|`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.facts.counts.lists.parts import LINKS, as_counted, is_closed, is_in_digits
from extractor.facts.counts.nouns.counted import Counted, Item
from extractor.facts.layout import Layout, within
from extractor.reading.spans import Quantity, Reading
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle

# The parts of a list, the letters of a label, and how much more than the total wrong parts may sum up to.
LEAST, LONGEST, MOST = 2, 40, Decimal("1.2")
# Letters between a total and its list.
_REACH = 60
_LABEL = re.compile(
    rf"(?P<mark>[:(,;]|\svà)\s?(?P<label>[^\W\d_](?:[^\W\d]|[\s-])*?)\s?(?:(?:{'|'.join(LINKS)})\s|:\s?)?$"
)


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
            total = _total(layout, numbers[index - 1], one) if index else None
            run = [(one, _named(reading, label))]
        elif label and run and total:
            run.append((one, _named(reading, label)))
        elif not label:
            items |= _checked(total, run)
            total, run = None, []
    return items | _checked(total, run)


def _label(layout: Layout, before: int, one: Quantity) -> re.Match[str] | None:
    """The label between the number before and this one, which nothing but a mark follows."""
    if one.denominator or one.value is None or not is_in_digits(layout, one):
        return None
    if not (one.unit or is_closed(layout, one)):
        return None
    first = max(layout.sentence(one.start)[0], before, one.start - LONGEST)
    found = _LABEL.search(layout.text, first, one.start)
    numbered = found is None or settle(found["label"]).split()[-1] in word_set("nounphrase", "numbered")
    return None if numbered else found


def _named(reading: Reading, label: re.Match[str]) -> str:
    rest = settle(label["label"]) in word_set("cues", "rest")
    return "" if rest or within(reading.places, label.start("label"), label.end("label")) else label["label"]


def _total(layout: Layout, before: Quantity, one: Quantity) -> Quantity | None:
    """The number right before the list in its sentence, of a thing or a measure; no comma parts the two."""
    if before.value is None or before.category == "percent":
        return None
    near = before.start >= layout.sentence(one.start)[0] and one.start - before.end <= _REACH + LONGEST
    return before if near and "," not in layout.text[before.end : one.start] else None


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
    return replace(as_counted(total, quantity, "item"), name=None, item=item)
