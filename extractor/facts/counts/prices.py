"""Money that is the price or cost of one thing, whatever was done with it: `vé vào cửa |20.000 đồng|`."""

import re
from functools import cache

from extractor.facts.counts.counted import Counted
from extractor.facts.verbs import Predicate
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
    return bool(ticket or offered or _for_one().search(before)) or (
        _budget().search(before) is not None and _affords().match(behind) is not None
    )


@cache
def _ticket() -> re.Pattern[str]:
    """A ticket up to its price, and no sum of tickets sold: `vé vào xem |20.000 đồng|`."""
    ticket, kinds = (alternation(word_forms("cues", table)) for table in ("ticket", "ticket_kind"))
    sold = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "sold"))
    return re.compile(rf"(?<!\w){sold}{ticket}(?: {kinds})*(?: là)? $")


@cache
def _for_one() -> re.Pattern[str]:
    """What one costs: `chi phí cho một ca mổ khoảng |30 triệu đồng|`."""
    cost = alternation(word_forms("cues", "cost"))
    return re.compile(rf"(?<!\w){cost}(?: [^\W\d]+){{0,5}} (?:cho|của) (?:một|1)(?: [^\W\d]+){{1,7}} $")


@cache
def _budget() -> re.Pattern[str]:
    return re.compile(r"(?:^|[;.“\"] ?)\s*(?:còn |chỉ )?với $")


@cache
def _affords() -> re.Pattern[str]:
    """Behind a sum that someone has, what it buys: `Với 500.000 đồng|, khách có thể mua 2 chậu`."""
    return re.compile(rf",[^,;:.\d]{{0,40}} {alternation(word_forms('cues', 'affording'))}(?!\w)")
