"""Which of its kinds a noun names here: a `bản` of a book or in the hills, a `lần` that happens or multiplies."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.layout import Layout
from extractor.facts.scene.nation import is_abroad
from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle, whole_words

# What may stand behind `chiếc`, `bộ`, `hệ thống` and decide their kind.
CLASSIFIED: tuple[Category, ...] = ("facility", "product", "document", "other")


class SenseRow(Row):
    """Another kind of a head than its table's, where a word is `near` in the sentence, right `before` or `behind`.

    A `bare` head has it only without attributes.
    """

    category: Category
    near: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    bare: bool = False


def in_sense(layout: Layout, counted: Counted, earlier: list[Counted]) -> Counted:
    """The count with the category that its surroundings give its noun."""
    if counted.head == "lần" and counted.rule == "unit":
        return counted if _multiplies(layout, counted) else replace(counted, category="event")
    if counted.rule not in ("noun", "back reference"):
        return counted
    if is_body(counted):
        return replace(counted, category="organization")
    value = counted.quantity.value
    if value is not None and value % 1:
        return counted  # chốt tại 930,7 điểm: no things
    category = (
        _told_by_words(layout, counted)
        or _foreign(layout, counted)
        or _classified(counted)
        or _beside(layout, counted, earlier)
        or _seized(layout, counted)
        or counted.category
    )
    if category == "product" and _INSTALLED.search(_before(layout, counted)):
        category = "facility"
    return replace(counted, category=category)


def _foreign(layout: Layout, counted: Counted) -> Category | None:
    """The kind of units of another country: 31 tỉnh của Trung Quốc."""
    head = head_at(counted.what, 0, len(counted.what)) if counted.category == "admin_unit" else None
    if head is None:
        return None
    behind = layout.text[counted.end : counted.end + 60]
    return "other" if is_abroad(behind) or is_abroad(counted.what[head[0] :]) else None


def is_body(counted: Counted) -> bool:
    """Whether a capital makes a body of the noun: 2 |Bộ| cùng ký, not 2 bộ ghế."""
    first = counted.what.split()[0]
    return first.istitle() and settle(first) in word_set("senses", "capital_body")


def _multiplies(layout: Layout, counted: Counted) -> bool:
    """Whether `lần` tells how much greater something is: tăng 2 lần, 3 lần so với năm trước; not đến 2 lần."""
    quantity = counted.quantity
    if any(number is not None and number % 1 for number in (quantity.value, quantity.low, quantity.high)):
        return True
    behind = settle(layout.text[counted.end : counted.end + 24])
    before = _before(layout, counted)
    return bool(_MULTIPLYING.search(before) or _MORE_THAN.search(before) or _COMPARED.match(behind))


def _before(layout: Layout, counted: Counted) -> str:
    first, _ = layout.sentence(counted.start)
    return settle(layout.text[max(first, counted.start - 40) : counted.start])


_HEDGED = rf"(?:\s(?:hơn|gần|khoảng|tới|đến|lên|cả|trên)|\s{alternation(word_forms('senses', 'at_the'))})?\s$"
_MULTIPLYING = re.compile(rf"(?<!\w){alternation(word_forms('senses', 'multiplying'))}{_HEDGED}")
# mắc bệnh nhiều |hơn| người vui vẻ khoảng 15 lần
_MORE_THAN = re.compile(rf"\s{alternation(word_forms('nounphrase', 'comparison'))}\s[^.,;\d]{{4,}}$")
_COMPARED = re.compile(rf"\s{alternation(word_forms('senses', 'compared'))}(?!\w)")
_ASSEMBLED = rf"\s{alternation(word_forms('senses', 'assembling'))}(?!\w)"
_INSTALLED = re.compile(rf"(?<!\w){alternation(word_forms('senses', 'installing'))}(?!{_ASSEMBLED})(?:\s\w+)?\s$")


@cache
def _senses() -> dict[str, tuple[SenseRow, ...]]:
    found: dict[str, tuple[SenseRow, ...]] = {}
    for row in rows("senses", "sense", SenseRow):
        for form in row.forms:
            found[settle(form)] = (*found.get(settle(form), ()), row)
    return found


def _told_by_words(layout: Layout, counted: Counted) -> Category | None:
    known = head_at(counted.what, 0, len(counted.what))
    noun = settle(counted.what[: known[0]]) if known else ""
    first, last = layout.sentence(counted.start)
    sentence = settle(layout.text[first : counted.start] + " " + layout.text[counted.end : last])
    behind = settle(layout.text[counted.quantity.end : last]).strip().removeprefix(noun).lstrip()
    for row in _senses().get(noun, ()):
        if row.bare and settle(counted.what) != noun:
            continue
        told = (
            (row.near and _any_of(row.near).search(sentence))
            or (row.before and _any_of(row.before, r"(?:\s\w+)?\s$").search(_before(layout, counted)))
            or (row.behind and _any_of(row.behind).match(behind))
        )
        if told:
            return row.category
    return None


@cache
def _any_of(words: tuple[str, ...], tail: str = "") -> re.Pattern[str]:
    return re.compile(whole_words(words).pattern + tail)


def _classified(counted: Counted) -> Category | None:
    """The kind of what a classifier stands before: 7 chiếc |kẻng|, 2 hệ thống |camera|."""
    words = settle(counted.what)
    classifier = next((form for form in _classifiers() if words.startswith(f"{form} ")), None)
    if classifier is None or counted.head != classifier:
        return None
    found = head_at(counted.what, len(classifier) + 1, len(counted.what))
    return found[2] if found and found[2] in CLASSIFIED else None


@cache
def _classifiers() -> tuple[str, ...]:
    return word_forms("senses", "classifying")


def _seized(layout: Layout, counted: Counted) -> Category | None:
    """The kind of an unknown thing that was found on somebody: `thu giữ 4 bát sứ, |3 bảng vị|`."""
    if counted.sure or counted.category != "other":
        return None
    first, _ = layout.sentence(counted.start)
    return "product" if _SEIZING.search(settle(layout.text[first : counted.start])) else None


# Up to the number only what else was seized.
_SEIZING = re.compile(
    rf"(?<!\w){alternation(word_forms('senses', 'seizing'))}(?::|\sđược)?\s"
    r"(?:[^.;:()]{0,240}(?:,|\svà|\scùng))?\s*$"
)


def _beside(layout: Layout, counted: Counted, earlier: Iterable[Counted]) -> Category | None:
    """The kind of its neighbour in a list for an unknown noun that begins alike: 34 tin báo, gồm 14 |tin giả|."""
    if counted.sure or counted.category != "other":
        return None
    first, _ = layout.sentence(counted.start)
    syllable = settle(counted.what).split()[0]
    alike = [one for one in earlier if one.start >= first and settle(one.what).split()[0] == syllable]
    return alike[-1].category if alike and syllable not in word_set("nounphrase", "any_thing") else None
