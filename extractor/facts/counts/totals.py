"""Totals and their parts: `127 mô hình, trong đó 102 …, 01 …, 18 …, 06 …`."""

import re
from collections.abc import Sequence
from functools import cache
from re import Pattern

from extractor.facts.counts.counted import Counted
from extractor.facts.counts.cues import each_unit
from extractor.facts.layout import BULLETS, Layout
from extractor.reading.spans import Period
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words


@cache
def _breakdown() -> Pattern[str]:
    return whole_words(word_forms("cues", "breakdown"))


# How many counts back a part may find its total.
NEAR = 60


def find_totals(layout: Layout, counted: Sequence[Counted], periods: Sequence[Period]) -> tuple[int | None, ...]:
    """For each count the index of the count that it is a part of, or None."""
    totals: list[int | None] = [None] * len(counted)
    for index, part in enumerate(counted):
        first, _ = layout.sentence(part.start)
        reference = _reference(counted, index, first)
        if reference is not None and _holds(counted[reference], part):
            totals[index] = reference
            continue
        heading = _heading(layout, first)
        if heading is not None:
            totals[index] = _listed(counted, index, heading)
            continue
        trigger = _trigger(layout, first, part.start)
        if trigger is None or not _in_breakdown(layout, first + trigger, part, periods):
            continue
        paragraph, _ = layout.paragraph(first)
        opening = not layout.text[first : first + trigger].strip()
        reach = paragraph if opening else first
        before_trigger = [c for c in counted[max(0, index - NEAR) : index] if first <= c.start < first + trigger]
        if not any(_holds(total, part) for total in before_trigger):
            reach = paragraph
        fitting = [
            before
            for before, total in enumerate(counted[max(0, index - NEAR) : index], max(0, index - NEAR))
            if reach <= total.start < first + trigger
            and _holds(total, part)
            and not _too_far(total, part, totals[before])
            and _is_total(layout, total)
        ]
        if fitting:
            told = layout.text[first + trigger : part.start]
            totals[index] = next(
                (b for b in reversed(fitting) if _named_again(layout, counted[b], told)), fitting[-1]
            )
    return tuple(totals)


def _is_total(layout: Layout, counted: Counted) -> bool:
    """Whether the count can have parts: neither per unit, nor a change (`tăng 2.310 hộ`), nor in brackets."""
    before = settle(layout.text[max(0, counted.start - 16) : counted.start]).rstrip()
    if before.endswith(("(", *word_forms("cues", "change"))):
        return False
    return not each_unit(layout, counted.start, counted.end)


def _named_again(layout: Layout, total: Counted, told: str) -> bool:
    """Whether the breakdown names the total with the word behind it: `21 người chết … Trong số người chết có`."""
    behind = re.match(r" (\w+)", layout.text[total.end : total.end + 20])
    return behind is not None and f"{total.head} {behind.group(1)}" in told


def _heading(layout: Layout, first: int) -> tuple[int, int] | None:
    """Bounds of the paragraph that heads a list item: `Cụ thể:` above `- Hội nhận đỡ đầu 6 cháu`."""
    start, _ = layout.paragraph(first)
    if not layout.text[start:].startswith(BULLETS):
        return None
    while start > 0 and layout.text[start:].startswith(BULLETS):
        start, end = layout.paragraph(start - 1)
        if layout.text[start:end].rstrip().endswith(":"):
            return start, end
    return None


def _listed(counted: Sequence[Counted], index: int, heading: tuple[int, int]) -> int | None:
    """The last count under the heading of a list that holds the item's count."""
    for before in range(index - 1, max(-1, index - 1 - NEAR), -1):
        inside = heading[0] <= counted[before].start < heading[1]
        if inside and _holds(counted[before], counted[index]):
            return before
    return None


def _reference(counted: Sequence[Counted], index: int, first: int) -> int | None:
    """The total that the sentence takes up from before: `Trong 214 tổ nói trên có 97 tổ …`."""
    for before in range(index - 1, max(-1, index - 1 - NEAR), -1):
        if counted[before].start < first:
            return None
        if counted[before].rule == "back reference":
            return before
    return None


def _in_breakdown(layout: Layout, trigger: int, part: Counted, periods: Sequence[Period]) -> bool:
    """Whether the breakdown still runs: no change (`tăng 3 vụ`) and, behind a semicolon, no time of its own."""
    before = settle(layout.text[trigger : part.start]).rstrip()
    if before.endswith(word_forms("cues", "change")):
        return False
    mark = before.rfind(";")
    return mark < 0 or not any(trigger + mark < period.start < part.start for period in periods)


def _trigger(layout: Layout, first: int, start: int) -> int | None:
    """Where in the sentence the last breakdown word before the number stands, counted from the sentence's start."""
    before = settle(layout.text[first:start])
    found = list(_breakdown().finditer(before))
    return found[-1].start() if found else None


def _too_far(total: Counted, part: Counted, parent: int | None) -> bool:
    """Whether the candidate is itself a part and too far away to be a total in its turn."""
    return parent is not None and part.start - total.end > 400


def _holds(total: Counted, part: Counted) -> bool:
    """Whether the part counts the same kind of thing as the total and is not larger."""
    if "percent" in (total.category, part.category) or not _alike(total, part):
        return False
    if part.quantity.denominator is not None and total.quantity.denominator is None:
        return False
    whole, piece = total.quantity.value, part.quantity.value
    return whole is not None and piece is not None and piece <= whole and (piece < whole or whole == 1)


def _alike(total: Counted, part: Counted) -> bool:
    if part.category == "money" or total.category == "money":
        return total.category == part.category and total.what == part.what
    if part.rule == "unit" or total.rule == "unit":
        return total.what == part.what
    # `ngôi nhà` and `nhà`, `mắt camera` and `mắt`, `dòng họ` and `họ` name the same thing.
    if set(settle(total.head).split()) & set(settle(part.head).split()):
        return True
    if settle(total.what).split()[0] == settle(part.what).split()[0]:
        return True
    return _kin(total.category) == _kin(part.category) and total.category not in ("other", "facility")


def _kin(category: Category) -> str:
    if category in ("model", "group"):
        return "model"
    return "party" if category in ("organization", "household") else category
