"""Whether a number is a price."""

from dataclasses import dataclass

from extractor.facts.counts.status.cues.surroundings import clause_before, follows
from extractor.facts.counts.status.cues.when import When
from extractor.facts.layout import Layout
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class Price:
    """What an amount of money is the price of.

    `paid` marks that of one purchase, `told` that a price is told as of now, `levelled` what stands behind `mức` or
    is quoted, `traded` that someone buys or sells at it.
    """

    paid: bool
    told: bool
    levelled: bool
    traded: bool


def read_price(layout: Layout, start: int, end: int, hedge: int, when: When) -> Price:
    """What the words around the number with its noun at `start:end`, its hedge at `hedge`, say of a price."""
    return Price(
        paid=_is_paid(layout, start),
        told=_is_told(layout, start) and not when.then,
        levelled=follows("level", layout, start) or _is_quoted(layout, hedge, end),
        traded=settle(layout.text[end : end + 16]).lstrip().startswith(word_forms("cues", "traded")),
    )


def _is_paid(layout: Layout, start: int) -> bool:
    """Whether something was bought for the price: `Hội |mua| nhà văn hóa cũ |với giá| 3 tỷ đồng`."""
    clause = clause_before(layout, start)
    bought = list(word_pattern("cues", "bought").finditer(clause))
    priced = bool(bought) and word_pattern("cues", "at_price").search(clause, bought[-1].end())
    return bool(priced) and not word_pattern("cues", "unbought").search(clause)


def _is_told(layout: Layout, start: int) -> bool:
    """Whether the sentence names a price before the number: `Mỗi liều |giá| 25.000 đồng`."""
    first, _ = layout.sentence(start)
    words = [word.lower for word in layout.words_between(first, start)]
    return bool(word_set("cues", "price").intersection(words))


def _is_quoted(layout: Layout, hedge: int, end: int) -> bool:
    """Whether the number's hedge quotes a price: `|dao động quanh| 140.000 đồng`."""
    return word_pattern("verbs", "quoting").search(settle(layout.text[hedge:end])) is not None
