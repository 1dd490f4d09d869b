"""Quantities bound to what they count: the noun phrase behind them, their unit, or the noun before them."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from extractor.facts.counts.learned.chances import Chooser
from extractor.facts.counts.learned.extent import with_likely_end
from extractor.facts.counts.lists.apportioned import apportioned, read_shares
from extractor.facts.counts.lists.elliptic import MEASURED_IN_WHOLES, read_elliptic
from extractor.facts.counts.lists.headings import HeadingUnit, column, column_unit, measured_by_heading
from extractor.facts.counts.lists.itemized import itemized, read_items
from extractor.facts.counts.lists.labelled import labelled_noun, read_labelled
from extractor.facts.counts.lists.tables import Cell, read_cells
from extractor.facts.counts.nouns.bases import BASE_REACH, is_base, of_base
from extractor.facts.counts.nouns.classifiers import completed, sum_noun
from extractor.facts.counts.nouns.counted import Counted, Told, as_written, closed
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.counts.nouns.labels import is_label, is_uncounted
from extractor.facts.counts.nouns.phrases import NounPhrase, read_noun_phrase
from extractor.facts.counts.nouns.references import is_reference
from extractor.facts.counts.nouns.senses import in_sense, is_body
from extractor.facts.counts.nouns.supposed import is_supposed
from extractor.facts.layout import Layout, within
from extractor.reading.numbers.levels import is_level
from extractor.reading.spans import Quantity, Reading, SchemeName
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle, whole_words

# Numbers up to this recur by chance.
SMALL = 4
# How many letters behind a count a bare scale may stand that counts the same.
NEAR_SCALE = 250
# What is quoted and longer is speech, and its numbers are facts.
LONGEST_NAME = 60


def read_counted(
    reading: Reading, layout: Layout, leave_out: Callable[[Quantity], bool], chooser: Chooser
) -> tuple[Counted, ...]:
    """All quantities of the reading that count something, in order."""
    found: list[Counted] = []
    cells = {cell.start: cell for cell in read_cells(reading.text)}
    named, shares, items = _named_letters(reading), read_shares(reading, layout), read_items(reading, layout)
    for quantity in reading.quantities:
        share = shares.get(quantity.start)
        if (quantity.refused and not share) or leave_out(quantity) or quantity.number_start in named:
            continue
        if is_supposed(layout, quantity) or is_base(layout, quantity):
            continue
        quantity = of_base(
            layout, quantity, within(reading.quantities, quantity.start - BASE_REACH, quantity.start)
        )
        cell = cells.get(quantity.start)
        if cell:
            bound = _in_cell(layout, quantity, cell)
        elif share:
            bound = apportioned(layout, quantity, share, found)
        else:
            bound = _bind(reading, layout, quantity, found)
            item = items.get(quantity.start)
            bound = itemized(bound, quantity, item, found) if item else bound
        if bound:
            found.append(with_likely_end(chooser, layout, in_sense(layout, bound, found)))
    return tuple(found)


def _named_letters(reading: Reading) -> frozenset[int]:
    """The offsets inside proper names, whose numbers count nothing: “Gia đình 5 không, 3 sạch”, phường 9."""
    names = [
        (scheme.name_start, scheme.name_end)
        for scheme in reading.schemes
        if scheme.is_scheme or len(scheme.name) <= LONGEST_NAME
    ]
    names += [(place.start, place.end) for place in reading.places]
    return frozenset(at for start, end in names for at in range(start, end))


def _bind(reading: Reading, layout: Layout, quantity: Quantity, earlier: list[Counted]) -> Counted | None:
    if quantity.unit is not None:
        things = _thousands_of_things(layout, quantity) or _as_before(layout, quantity, earlier)
        return things or _measure(layout, quantity)
    _, limit = layout.sentence(quantity.start)
    phrase = read_noun_phrase(layout, _share_end(layout, quantity), limit)
    if phrase is None:
        return (
            _named_only(reading, quantity)
            or _total(layout, quantity)
            or _level(reading, layout, quantity)
            or read_labelled(layout, quantity)
            or read_elliptic(layout, quantity, earlier)
        )
    if is_uncounted(layout, quantity, phrase) or is_label(reading, layout, quantity, phrase):
        return None
    if is_reference(layout, quantity, phrase):
        return None
    noun = labelled_noun(layout, quantity, phrase)
    counted = Counted(
        quantity=_in_thousands(layout, quantity, phrase),
        what=as_written(layout.text, noun.start, noun.end),
        head=noun.head,
        category=noun.category,
        start=quantity.start,
        end=phrase.end,
        sure=phrase.known,
        rule="back reference" if _refers_back(layout, quantity, phrase.end, earlier) else "noun",
    )
    named = _named(reading, counted, phrase)
    return named if is_body(named) else completed(layout, named, earlier)


def _level(reading: Reading, layout: Layout, quantity: Quantity) -> Counted | None:
    """The level before a change counts what the one behind it counts: từ |12| lên 15 lớp."""
    first, limit = layout.sentence(quantity.start)
    after = next(iter(within(reading.quantities, quantity.end, limit)), None)
    if after is None or after.refused or after.unit or quantity.denominator:
        return None
    between = settle(layout.text[quantity.end : after.number_start])
    if not is_level(settle(layout.text[first : quantity.start]), between):
        return None
    phrase = read_noun_phrase(layout, after.end, limit)
    if phrase is None or not phrase.known:
        return None
    what = as_written(layout.text, phrase.start, phrase.end)
    return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="level")


def _share_end(layout: Layout, quantity: Quantity) -> int:
    """Where the noun of the quantity may begin: behind `một nửa số` for a share."""
    share = _SHARE.match(settle(layout.text[quantity.end : quantity.end + 12])) if quantity.denominator else None
    return quantity.end + share.end() if share else quantity.end


_SHARE = re.compile(rf"\s{alternation(word_forms('nounphrase', 'share_of'))}(?=\s)")
# `1,600 kg`: no decimal ends in two noughts.
_ROUND_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d00")
# `107,030 USD`: a price has cents, no thousandths; `1,117 USD` may be a rate of exchange.
_ENGLISH_MONEY = re.compile(r"[1-9]\d{1,2},\d{3}")
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")


def _in_thousands(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> Quantity:
    """`20,400 phòng` as English writes it: what is counted one by one has no thousandths."""
    digits = _digits(layout, quantity)
    if phrase.category == "other" or not phrase.known or not _ENGLISH_THOUSANDS.fullmatch(digits):
        return quantity
    return _by_thousand(quantity)


def _digits(layout: Layout, quantity: Quantity) -> str:
    return layout.text[quantity.number_start : quantity.number_end]


def _by_thousand(quantity: Quantity) -> Quantity:
    low, high = (bound and bound * 1000 for bound in (quantity.low, quantity.high))
    return replace(quantity, value=quantity.value and quantity.value * 1000, low=low, high=high)


def _as_before(layout: Layout, quantity: Quantity, earlier: list[Counted]) -> Counted | None:
    """A bare scale behind a count of the same scale: bán 10,7 triệu điện thoại, năm trước là 10,3 triệu."""
    if quantity.category != "money" or quantity.end != quantity.number_end:
        return None
    like = next((one for one in reversed(earlier) if one.category != "percent"), None)
    if like is None or like.rule == "unit" or quantity.start - like.end > NEAR_SCALE:
        return None
    scale = layout.text[quantity.number_start : quantity.number_end].split()[-1]
    written = layout.text[like.quantity.number_start : like.quantity.number_end].split()[-1]
    between = settle(layout.text[like.end : quantity.start])
    if written != scale or scale[0].isdigit() or _OF_MONEY.search(between):
        return None
    bare = replace(quantity, unit=None, category=None)
    return replace(like, quantity=bare, start=quantity.start, end=quantity.end, name=None, rule="resumed")


_OF_MONEY = whole_words(word_forms("surroundings", "of_money") + word_forms("surroundings", "money_word"))


def _thousands_of_things(layout: Layout, quantity: Quantity) -> Counted | None:
    """A bare scale behind the noun of a sum: số doanh nghiệp hoàn tất thủ tục giải thể là |2,8 nghìn|."""
    if quantity.category != "money" or quantity.end != quantity.number_end:
        return None
    total = _total(layout, replace(quantity, unit=None, category=None))
    return total if total and total.category != "other" else None


def _total(layout: Layout, quantity: Quantity) -> Counted | None:
    """The noun of a sum before the copula or its change: tổng số hộ dân là 3.118; số vụ giảm từ 12 xuống 5."""
    first, _ = layout.sentence(quantity.start)
    phrase = sum_noun(layout, quantity.start)
    before = settle(layout.text[first : quantity.number_start])
    scaled = layout.text[quantity.number_start].isdigit() and layout.text[quantity.number_end - 1].isalpha()
    links = (_COPULA, _CHANGED_FROM, _RAISED_TO, *((_REACHED,) if scaled else ()))
    if phrase is None or not any(link.search(before) for link in links):
        return None
    what = as_written(layout.text, phrase.start, phrase.end)
    return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="sum")


_CHANGED_FROM = re.compile(rf"(?<!\w){alternation(word_forms('cues', 'change'))}(?:\s\w+)?\stừ\s*$")
_RAISED_TO = re.compile(
    rf"(?<!\w){alternation(word_forms('verbs', 'raising') + word_forms('cues', 'raised'))}\s.*\slên(?:\s\w+)?\s*$"
)
_COPULA = re.compile(rf"(?<!\w){alternation(word_forms('surroundings', 'copula'))}\s*$")
_HEDGE = alternation(word_forms("nounphrase", "hedge"))
_LINK = alternation(word_forms("nounphrase", "sum_link"))
_REACHED = re.compile(rf"(?:(?<!\w){_LINK}(?:\s{_HEDGE})?|,(?:\svào)?\s{_HEDGE})\s*$")


def _in_unit(quantity: Quantity, unit: HeadingUnit | None) -> Quantity:
    """A cell's bare number in the unit of its heading: `37,2` under `Thu nhập (triệu đồng/người/năm)`."""
    if unit is None:
        return quantity

    def scaled(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * unit.scale

    return replace(
        quantity, value=scaled(quantity.value), low=scaled(quantity.low), high=scaled(quantity.high),
        unit=unit.unit, per=unit.per, category=unit.category,
    )  # fmt: skip


def _refers_back(layout: Layout, quantity: Quantity, end: int, earlier: list[Counted]) -> bool:
    """Whether the number only takes up a total said before: `Trong số 137 tổ có …`, `137 tổ này`.

    In the middle of a sentence it must have been said: `Bác sĩ cho biết trong |112 em| có 78 em nằm viện`.
    """
    if _TAKEN_UP.match(settle(layout.text[end : end + 12])):
        return True
    first, _ = layout.sentence(quantity.start)
    before = settle(layout.text[max(first, quantity.start - 16) : quantity.start]).strip()
    said = (quantity.value or 0) > SMALL and any(one.quantity.value == quantity.value for one in earlier)
    opening = before.endswith("trong") and (said or (before == "trong" and quantity.start - first < 16))
    return opening or before.split(" ")[-1:] == ["cả"] or before.endswith(word_forms("cues", "back"))


_LISTED = re.compile(r"[”\"'’»]?(?:\s?\(?\d[\d.]*(?:\s[^\W\d]+){0,2}\)?)?\s?(?:,|;|và|\.{3}|…)\s?[“\"'‘«]?")
_TAKEN_UP = re.compile(rf"\s{alternation(word_forms('nounphrase', 'taken_up'))}(?!\w)")


def _in_cell(layout: Layout, quantity: Quantity, cell: Cell) -> Counted | None:
    """A number that fills a table cell counts what its column says, else the noun in the cell: `| 6 lớp |`."""
    of, unit = column(cell), column_unit(cell)
    told = Told(cell.caption, of.verb, of.planned, cell.label, of.scope)
    if quantity.unit or (unit and quantity.end == cell.end):
        measured = _measure(layout, quantity if quantity.unit else _in_unit(quantity, unit))
        return replace(measured, thing=measured_by_heading(cell.heading), told=told) if measured else None
    if quantity.end == cell.end:
        return Counted(
            quantity, of.what, of.head, of.category, cell.start, cell.end, sure=of.known, rule="table", told=told
        )
    phrase = read_noun_phrase(layout, quantity.end, cell.end)
    if phrase is None or phrase.end != cell.end:
        return None
    what = as_written(layout.text, phrase.start, phrase.end)
    return Counted(
        quantity,
        what,
        phrase.head,
        phrase.category,
        cell.start,
        cell.end,
        sure=phrase.known,
        rule="table",
        told=told,
    )


def _named(reading: Reading, counted: Counted, phrase: NounPhrase) -> Counted:
    """With the quoted name right behind its noun: 16 mô hình “Tổ liên gia về PCCC”."""
    scheme = _scheme_behind(reading, phrase.end)
    if scheme is None or _first_of_several(reading, phrase.end, scheme, counted.quantity):
        return counted
    return replace(counted, name=scheme.name, end=max(counted.end, closed(reading.text, scheme)))


def _first_of_several(reading: Reading, end: int, scheme: SchemeName, number: Quantity) -> bool:
    """Whether the names of them all are listed, behind a colon or as many as there are.

    `7 mô hình: “Tiếng kẻng an ninh”, “Dòng họ tự quản”, …`; `2 mô hình “Kẻng an ninh”, “Dòng họ tự quản”`.
    """
    others = [one for one in reading.schemes if one.name_start > scheme.end]
    listed = 0
    for before, one in pairwise([scheme, *others]):
        if not _LISTED.fullmatch(reading.text[before.end : one.name_start]):
            break
        listed += 1
    return listed > 0 and (":" in reading.text[end : scheme.name_start] or number.value == listed + 1)


def _named_only(reading: Reading, quantity: Quantity) -> Counted | None:
    """Named things counted without a noun of their own: thành lập 214 “Tổ liên gia an toàn”."""
    scheme = _scheme_behind(reading, quantity.end)
    if scheme is None:
        return None
    head = head_at(settle(scheme.name), 0, len(scheme.name))
    if head is None and (scheme.name[0].islower() or ":" in reading.text[quantity.end : scheme.name_start]):
        return None
    # “Bản không có ma túy” counts schemes, not villages.
    category: Category = head[2] if head and head[2] != "admin_unit" else "model"
    return Counted(
        quantity=quantity,
        what=scheme.name,
        head=head[1] if head else scheme.name,
        category=category,
        start=quantity.start,
        end=closed(reading.text, scheme),
        name=scheme.name,
        rule="name",
    )


def _scheme_behind(reading: Reading, end: int) -> SchemeName | None:
    first = bisect_left(reading.schemes, end, key=attrgetter("name_start"))
    for scheme in reading.schemes[first : first + 1]:
        gap = reading.text[end : scheme.name_start]
        if len(gap) <= 4 and not gap.strip(" “\"'‘«:-–"):
            return scheme
    return None


def _currency(unit: str) -> str:
    """`USD` or `euro` for their spellings; other currencies have one name."""
    written = settle(unit)
    if written in word_set("cues", "dollar"):
        return "USD"
    return "euro" if written in word_set("cues", "euro") else unit


def _is_laid(thing: str) -> bool:
    """Whether its length tells how much of a work there is: km đường, not km đường biên giới."""
    laid = tuple(f"{form} " for form in word_forms("cues", "laid"))
    return f"{thing} ".startswith(laid) and not thing.startswith(word_forms("cues", "unlaid"))


def _measure(layout: Layout, quantity: Quantity) -> Counted | None:
    """Money, percents and measures: the unit is what is counted, the noun behind it what is measured."""
    _, limit = layout.sentence(quantity.start)
    phrase = read_noun_phrase(layout, quantity.end, limit)
    category: Category = quantity.category or "other"
    unit = (quantity.unit or "").lstrip("-")
    digits = _digits(layout, quantity)
    dear = category == "money" and _ENGLISH_MONEY.fullmatch(digits)
    if dear or (category in MEASURED_IN_WHOLES and _ROUND_THOUSANDS.fullmatch(digits)):
        quantity = _by_thousand(quantity)
    technical = category == "other" or unit.lower() == "inch"
    if phrase and (phrase.head in word_set("nounphrase", "stop") or (technical and not phrase.known)):
        phrase = None  # technical data follow one another: màn hình 5 inch độ phân giải cao
    thing = as_written(layout.text, phrase.start, phrase.end) if phrase else None
    if category == "duration" and quantity.rule != "lasting":
        after = settle(layout.text[quantity.end : quantity.end + 24]).strip()
        terms = word_forms("cues", "sentence")
        if not after.startswith(terms) and not settle(unit).endswith(terms):
            return None
    if category == "length" and phrase and _is_laid(settle(layout.text[phrase.start : phrase.end])):
        what = as_written(layout.text, quantity.end - len(unit), phrase.end)
        return Counted(quantity, what, unit, "facility", quantity.start, phrase.end, rule="laid length")
    if category == "money":
        unit = _currency(unit)
    elif category == "percent":
        unit = "‰" if quantity.unit == "‰" else "%"
    end = phrase.end if phrase and category != "money" else quantity.end
    return Counted(quantity, unit, unit, category, quantity.start, end, thing=thing, rule="unit")
