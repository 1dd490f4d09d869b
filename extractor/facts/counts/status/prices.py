"""Money that is the price or cost of one thing, whatever was done with it: `vé vào cửa |20.000 đồng|`."""

import re
from functools import cache

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate, aspects
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

# No price of one thing is greater, in đồng; in dollars it is a ten thousandth of that.
ONE_PRICE = 1_000_000_000
ONE_TICKET = 20_000_000


def is_small(one: Counted, most: int = ONE_PRICE) -> bool:
    """Whether the money is no more than one thing costs."""
    worth = one.quantity.value or one.quantity.high
    return worth is not None and worth < (most if one.what == "đồng" else most / 10_000)


def costs_one(one: Counted, verb: Predicate, before: str, behind: str) -> bool:
    """Whether the money is what one thing or person costs, by the words around it in its settled sentence."""
    if one.category != "money" or not is_small(one):
        return False
    ticket = is_small(one, ONE_TICKET) and _ticket().search(before) is not None
    offered = settle(verb.text or "") in word_set("verbs", "offering")
    named = _named_as_price().match(behind) is not None
    named = named or _of_several().search(before) is not None
    exchanged = _for_money().search(before) is not None or _against_money().match(behind) is not None
    return bool(ticket or offered or named or exchanged or _for_one().search(before)) or (
        _budget().search(before) is not None and _affords().match(behind) is not None
    )


@cache
def _ticket() -> re.Pattern[str]:
    """A ticket or fee up to its price, and no sum of tickets sold: `vé vào xem |20.000 đồng|`."""
    ticket, sold = (alternation(word_forms("cues", table)) for table in ("ticket", "sold"))
    unsold = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "sold"))
    return re.compile(rf"(?<!\w){unsold}{ticket}(?: (?!{sold}\b)[^\W\d]+){{0,6}} $")


@cache
def _for_one() -> re.Pattern[str]:
    """What one costs: `chi phí cho một ca mổ |30 triệu đồng|`, `tiền chở một tấn mía mất |120.000 đồng|`."""
    cost, measure, sale = (alternation(word_forms("cues", t)) for t in ("cost", "one_measure", "traded_now"))
    thing = rf"(?:cho|của) (?:một|1)(?: [^\W\d]+){{1,7}}|(?:một|1) {measure}(?: [^\W\d]+){{0,5}}"
    cost = rf"(?<!\w){cost}(?: [^\W\d]+){{0,5}}? (?:{thing}) $"
    return re.compile(rf"{cost}|(?:^|[.,;“] ?)\W*(?:một|mỗi|1)(?: [^\W\d]+){{1,6}} {sale} $")


@cache
def _named_as_price() -> re.Pattern[str]:
    """Behind a sum, that it is the price: `22 triệu đồng| (bản thấp) là mức giá của máy`."""
    return re.compile(rf"(?: \([^)]*\))? là {alternation(word_forms('cues', 'the_price'))}(?!\w)")


@cache
def _of_several() -> re.Pattern[str]:
    """What each of several things is worth: `lái những chiếc xe đời mới trị giá |900 triệu đồng|`."""
    several, worth = (alternation(word_forms("cues", table)) for table in ("several", "being_worth"))
    return re.compile(rf"(?<!\w){several}(?: [\w.-]*[^\W\d][\w.-]*){{0,7}} {worth} $")


@cache
def _for_money() -> re.Pattern[str]:
    """One money up to the other that is given for it: `1 euro đổi được |1,12 USD|`."""
    money, given = (alternation(word_forms("cues", table)) for table in ("currency", "exchange"))
    return re.compile(rf"\d ?{money} {given} $")


@cache
def _against_money() -> re.Pattern[str]:
    """The other money, behind the one that it is given for: `|1 euro| đổi được 1,12 USD`."""
    money, given = (alternation(word_forms("cues", table)) for table in ("currency", "exchange"))
    return re.compile(rf" {given} \d[\d.,]* ?{money}(?!\w)")


@cache
def _budget() -> re.Pattern[str]:
    return re.compile(r"(?:^|[;.“\"] ?)\s*(?:còn |chỉ )?với $")


@cache
def _affords() -> re.Pattern[str]:
    """Behind a sum that someone has, what it buys: `Với 500.000 đồng|, khách có thể mua 2 chậu`."""
    return re.compile(rf",[^,;:.\d]{{0,40}} {alternation(word_forms('cues', 'affording'))}(?!\w)")


def as_priced(layout: Layout, one: Counted, before: Counted) -> bool:
    """Whether one price follows another, only its thing between: `gạo 20.000 đồng/kg, nếp |24.000 đồng|`."""
    small = one.category == before.category == "money" and one.what == before.what
    if not (small and is_small(one) and is_small(before)):
        return False
    between = settle(layout.text[before.end : one.start])
    words = layout.words_between(before.end, one.start)
    ratio = (one.quantity.value or one.quantity.high or 0) / (before.quantity.value or before.quantity.high or 1)
    alone = re.fullmatch(r"(?:,|;| và)(?: còn)?(?: [^\W\d]+){1,5} (?:là )?", between) is not None
    return alone and not any(word.tag == "V" and word.lower in aspects() for word in words) and 0.02 < ratio < 50
