"""Predicted articles against gold, in the exchange format: pairing, slots, figures.

Records are paired one to one, likest first, among those that fit. A whole record is a pair whose decisive slots
are all right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.gold import ARTICLE_SLOTS
from extractor.evaluation.likeness import same_text
from extractor.evaluation.rules import RULES, Rules
from extractor.records import KINDS, Kind

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices of a predicted and a gold record that are the same, and which slots are right."""

    predicted: int
    gold: int
    right: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One kind's records of one article on both sides, and the pairs among them."""

    kind: Kind
    predicted: Sequence[Json]
    gold: Sequence[Json]
    pairs: tuple[Pair, ...]

    @property
    def missed(self) -> list[Json]:
        """Gold records without a pair."""
        paired = {pair.gold for pair in self.pairs}
        return [record for index, record in enumerate(self.gold) if index not in paired]

    @property
    def extra(self) -> list[Json]:
        """Predicted records without a pair."""
        paired = {pair.predicted for pair in self.pairs}
        return [record for index, record in enumerate(self.predicted) if index not in paired]

    @property
    def whole(self) -> int:
        """Pairs whose decisive slots are all right."""
        return sum(all(pair.right[slot] for slot in RULES[self.kind].decisive) for pair in self.pairs)


def compare(kind: Kind, predicted: Sequence[Json], gold: Sequence[Json]) -> Comparison:
    """Pair the records of one article and judge the slots of each pair."""
    paired = _pair(predicted, gold, RULES[kind])
    to_gold = dict(paired)
    pairs = tuple(Pair(i, j, _right_slots(kind, predicted[i], gold[j], to_gold)) for i, j in paired)
    return Comparison(kind, predicted, gold, pairs)


def _pair(predicted: Sequence[Json], gold: Sequence[Json], rules: Rules) -> list[tuple[int, int]]:
    """Greedy one-to-one pairing of what fits: likest first, then in the order of the text."""
    candidates = sorted(
        (-rules.likeness(p, g), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if rules.fits(p, g)
    )
    to_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in to_gold and j not in taken:
            to_gold[i] = j
            taken.add(j)
    return list(to_gold.items())


def _right_slots(kind: Kind, p: Json, g: Json, to_gold: Mapping[int, int]) -> dict[str, bool]:
    return {
        slot: _same_total(p, g, to_gold) if test is None else test(p, g) for slot, test in RULES[kind].slots.items()
    }


def _same_total(p: Json, g: Json, to_gold: Mapping[int, int]) -> bool:
    mine, theirs = p.get("part_of"), g["part_of"]
    if mine is None or theirs is None:
        return mine is theirs
    return bool(to_gold.get(mine) == theirs)


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article judged. Each `tuple[int, int]` is right, of; `leaked` holds boilerplate that stayed."""

    article: str
    extracted: bool
    text: str
    comparisons: Mapping[Kind, Comparison]
    slots: Mapping[str, bool]
    leaked: tuple[str, ...]
    boilerplate: int
    grounded: tuple[int, int]
    kept: tuple[int, int]


def score_article(name: str, predicted: Json | None, gold: Json) -> ArticleScore:
    """Judge one article; `predicted` is None where nothing was extracted for it."""
    found: Json = predicted or {}
    text = squeeze(found.get("text"))
    comparisons = {kind: compare(kind, found.get(kind) or (), gold[kind]) for kind in KINDS}
    quotes = [r.get("quote") for c in comparisons.values() for r in c.predicted]
    gold_quotes = [r["quote"] for c in comparisons.values() for r in c.gold]
    boilerplate = gold.get("boilerplate", ())
    return ArticleScore(
        article=name,
        extracted=predicted is not None,
        text=str(found.get("text") or ""),
        comparisons=comparisons,
        slots={slot: _same_article_slot(slot, found, gold) for slot in ARTICLE_SLOTS if gold.get(slot)},
        leaked=tuple(piece for piece in boilerplate if squeeze(piece) in text),
        boilerplate=len(boilerplate),
        grounded=(sum(bool(quote) and squeeze(quote) in text for quote in quotes), len(quotes)),
        kept=(sum(squeeze(quote) in text for quote in gold_quotes), len(gold_quotes)),
    )


def squeeze(text: object) -> str:
    """Text with each run of white space as one blank; None is empty."""
    return " ".join(str(text or "").split())


def _same_article_slot(slot: str, predicted: Json, gold: Json) -> bool:
    if slot == "published":
        return bool(predicted.get(slot) == gold[slot])
    return same_text(predicted.get(slot), gold[slot], 0.8)


def score(predicted: Mapping[str, Json], gold: Mapping[str, Json]) -> tuple[ArticleScore, ...]:
    """Judge every article that has gold; predictions without gold are left aside."""
    return tuple(score_article(name, predicted.get(name), article) for name, article in gold.items())
