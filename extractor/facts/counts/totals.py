"""Totals and their parts: `127 mô hình, trong đó 102 …, 01 …, 18 …, 06 …`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from re import Pattern
from typing import get_args

from extractor.facts.counts.nouns.counted import Counted, Item, head_noun
from extractor.facts.counts.status.each import each_unit
from extractor.facts.layout import Layout
from extractor.reading.places.words import LevelRow
from extractor.reading.spans import Period
from extractor.records import Category, Level
from extractor.vietnamese.lexicon import rows, word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle, whole_words


@cache
def _breakdown() -> Pattern[str]:
    return whole_words(word_forms("cues", "breakdown"))


@cache
def _aside() -> Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'aside'))}$")


# How many counts back a part may find its total.
NEAR = 60
# How far before a count its clause tells what it is.
REACH = 40
# How many sentences back a breakdown may find its total.
BACK = 2


def find_totals(layout: Layout, counted: Sequence[Counted], periods: Sequence[Period]) -> tuple[int | None, ...]:
    """For each count the index of the count that it is a part of, or None."""
    totals: list[int | None] = []
    for index, part in enumerate(counted):
        first, _ = layout.sentence(part.start)
        trigger = _trigger(layout, first, part.start)
        reference = _reference(counted, index, first)
        heading = layout.heading(first) if layout.is_item(first) else None
        if part.item is not None:
            totals.append(_itemized(counted, index, part.item))
        elif reference is not None and _holds(counted[reference], part):
            # `Trong 9 ca nói trên còn 4 ca điều trị, trong đó 3 ca ở tỉnh`: the three are of the four.
            inner = trigger and _broken_down(layout, counted, totals, index, trigger, counted[reference].end)
            totals.append(reference if inner is None else inner)
        elif heading is not None:
            totals.append(_listed(counted, index, heading))
        elif trigger is not None and _in_breakdown(layout, trigger, part, periods):
            reach = _reach(layout, counted, index, first, trigger)
            totals.append(_broken_down(layout, counted, totals, index, trigger, reach))
        else:
            totals.append(None)
    return tuple(totals)


def _itemized(counted: Sequence[Counted], index: int, item: Item) -> int | None:
    """The count that the list of the item divides."""
    return next((at for at in reversed(range(index)) if counted[at].quantity.start == item.total), None)


def _reach(layout: Layout, counted: Sequence[Counted], index: int, first: int, trigger: int) -> int:
    """Where the total of a breakdown may begin: in its sentence or, if that goes on with it, in one before.

    `Trong đó …`, `Các hồ sơ thuộc nhiều ngành, trong đó …` and `Nguyên nhân gồm …` go on with the nearest sentence
    that counts.
    """
    earlier = counted[max(0, index - NEAR) : index]
    if any(first <= one.start < trigger and _holds(one, counted[index]) for one in earlier):
        return first
    before = next((one for one in reversed(earlier) if one.start < first), None)
    if before is None or layout.sentence_index(first) - layout.sentence_index(before.start) > BACK:
        return first
    taken_up = settle(layout.text[first:trigger])
    again = word_forms("cues", "facet") + (() if before.rule == "unit" else (before.head,))
    if taken_up.strip() and not whole_words(again).search(taken_up):
        return first
    return max(layout.paragraph(first)[0], layout.sentence(before.start)[0])


def _broken_down(
    layout: Layout, counted: Sequence[Counted], totals: Sequence[int | None], index: int, trigger: int, reach: int
) -> int | None:
    """The count from `reach` to the breakdown's word that the count at `index` is a part of."""
    part = counted[index]
    fitting = [
        before
        for before in range(max(0, index - NEAR), index)
        if reach <= counted[before].start < trigger
        and _holds(counted[before], part)
        and not _too_far(counted[before], part, totals[before])
        and _is_total(layout, counted[before], trigger)
    ]
    if not fitting:
        return None
    told = layout.text[trigger : part.start]
    named = (before for before in reversed(fitting) if _named_again(layout, counted[before], told))
    total = next(named, fitting[-1])
    siblings = [one for one, of in zip(counted[:index], totals, strict=True) if of == total and one.start > trigger]
    return None if _leads_away(layout, counted[total], siblings, part) else total


def _leads_away(layout: Layout, total: Counted, siblings: Sequence[Counted], part: Counted) -> bool:
    """Whether another noun behind a semicolon ends the breakdown: `trong đó 15 bài …; 5 giải thưởng`."""
    if not siblings or _same_noun(total, part) or not _same_noun(total, siblings[0]):
        return False
    return ";" in layout.text[siblings[-1].end : part.start]


def _is_total(layout: Layout, counted: Counted, trigger: int) -> bool:
    """Whether the count can have parts: no rate for each, no change (`tăng 9 hộ`), not in brackets by then shut.

    `817 thầy (213 nam, 604 nữ), trong đó …` breaks down the 817.
    """
    between = layout.text[counted.end : trigger]
    if between.count(")") > between.count("("):
        return False
    before = settle(layout.text[max(0, counted.start - REACH) : counted.start]).rstrip()
    if before.endswith(("(", *word_forms("cues", "change"))):
        return False
    if word_pattern("cues", "same_time_as").search(re.split(r"[,;:.(]", before)[-1]):
        return False  # `87 ca, cùng kỳ năm ngoái là 41 ca. Trong đó …`
    return not each_unit(layout, counted.start, counted.end)


def _named_again(layout: Layout, total: Counted, told: str) -> bool:
    """Whether the breakdown names the total with the word behind it: `21 người chết … Trong số người chết có`."""
    behind = re.match(r" (\w+)", layout.text[total.end : total.end + 20])
    return behind is not None and f"{total.head} {behind.group(1)}" in told


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
    """Whether the breakdown still runs: the number is none of something else (`tăng 3 vụ`, `cho 9 hộ`).

    Behind a semicolon it has no time of its own.
    """
    before = settle(layout.text[trigger : part.start]).rstrip()
    if before.endswith(word_forms("cues", "change")) or _aside().search(before):
        return False
    mark = before.rfind(";")
    if _changes().match(before[mark + 1 :] if mark >= 0 else before):
        return False  # Trong đó, giảm 1 huyện, |2 thị xã|; tăng 3 phường, |4 xã|
    return mark < 0 or not any(trigger + mark < period.start < part.start for period in periods)


@cache
def _changes() -> Pattern[str]:
    """A list of what came or went, up to a number of it."""
    breakdown, change = (alternation(word_forms("cues", table)) for table in ("breakdown", "change"))
    return re.compile(rf"\s*(?:{breakdown})?,?\s*{change} \d[^:]*(?:,| và)$")


def _trigger(layout: Layout, first: int, start: int) -> int | None:
    """Where the last breakdown word before the number stands in its sentence, which begins at `first`."""
    found = list(_breakdown().finditer(settle(layout.text[first:start])))
    return first + found[-1].start() if found else None


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
        # Megapixels and degrees are not made of one another.
        return total.what == part.what and (total.category != "other" or total.what in word_set("cues", "times"))
    if part.category == total.category == "admin_unit" and _levels(part).isdisjoint(_levels(total)):
        return False  # 7 xã are no part of 13 tỉnh
    return _same_noun(total, part) or (
        _kin(total.category) == _kin(part.category) and total.category not in ("other", "facility")
    )


def _same_noun(total: Counted, part: Counted) -> bool:
    """Whether both go by one noun, as `ngôi nhà` and `nhà`, `mắt camera` and `mắt`, `dòng họ` and `họ` do."""
    if set(settle(total.head).split()) & set(settle(part.head).split()):
        return True
    return head_noun(total.what) == head_noun(part.what)


def _levels(counted: Counted) -> frozenset[Level]:
    """The levels that the noun may mean; all, where it tells none (`đơn vị`)."""
    told = _level_nouns()
    nouns = [told[noun] for noun in (settle(counted.head), head_noun(counted.what)) if noun in told]
    return nouns[0] if nouns else frozenset(get_args(Level))


@cache
def _level_nouns() -> Mapping[str, frozenset[Level]]:
    return {settle(form): frozenset(row.levels) for row in rows("places", "level", LevelRow) for form in row.forms}


def _kin(category: Category) -> str:
    if category in ("model", "group"):
        return "model"
    return "party" if category in ("organization", "household") else category
