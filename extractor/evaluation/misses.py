"""Every difference from gold as a line: the record, what is wrong with it, and its sentence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import chain, pairwise
from typing import Any, Literal

from extractor.evaluation.rules import RULES
from extractor.evaluation.score import ArticleScore, Comparison, squeeze
from extractor.records import Kind

Json = Mapping[str, Any]
Verdict = Literal["missed", "extra", "slot"]
# A line break, or white space after a stop that ends a word of two letters: not "T. HUY".
_BETWEEN_SENTENCES = re.compile(r"\n+|(?<=\w\w[.!?…])\s+|(?<=[”\")][.!?…])\s+")
_SHOWN: Mapping[Kind, tuple[str, ...]] = {
    "counts": ("value", "low", "high", "denominator", "what"),
    "awards": ("form", "giver", "recipient", "count"),
    "models": ("name", "locality"),
    "localities": ("level", "path"),
    "roles": ("person", "rank", "position", "organization"),
    "events": ("kind", "name", "date"),
}


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold record without its like, a predicted one too many, or a decisive slot that is wrong.

    `sentence` is empty where the stored text does not hold the quote.
    """

    article: str
    kind: Kind
    verdict: Verdict
    quote: str
    sentence: str
    slot: str | None = None
    got: Any = None
    gold: Any = None

    def to_json(self) -> dict[str, Any]:
        """The miss as one object."""
        return asdict(self)


def list_misses(score: ArticleScore) -> Iterator[Miss]:
    """All misses of the article, kind by kind: wrong slots, then missed, then extra records."""
    for kind, comparison in score.comparisons.items():
        yield from _wrong_slots(score, comparison)
        for record in comparison.missed:
            yield _miss(score, kind, "missed", record, gold=_head(record, kind))
        for record in comparison.extra:
            yield _miss(score, kind, "extra", record, got=_head(record, kind))


def _wrong_slots(score: ArticleScore, comparison: Comparison) -> Iterator[Miss]:
    for pair in comparison.pairs:
        predicted, gold = comparison.predicted[pair.predicted], comparison.gold[pair.gold]
        for slot in RULES[comparison.kind].decisive:
            if not pair.right[slot]:
                got = predicted.get(slot)
                yield _miss(score, comparison.kind, "slot", gold, slot=slot, got=got, gold=gold[slot])


def _miss(score: ArticleScore, kind: Kind, verdict: Verdict, record: Json, **seen: Any) -> Miss:
    quote = squeeze(record.get("quote"))
    return Miss(score.article, kind, verdict, quote, sentence_of(score.text, quote), **seen)


def _head(record: Json, kind: Kind) -> dict[str, Any]:
    """The slots that tell the record, without the empty ones."""
    return {slot: record[slot] for slot in _SHOWN[kind] if record.get(slot) not in (None, [], "")}


def sentence_of(text: str, quote: str) -> str:
    """The first sentence of `text` (or two, where it crosses a stop) that holds `quote`; empty if none does."""
    sentences = [squeeze(sentence) for sentence in _BETWEEN_SENTENCES.split(text)]
    joined = (f"{one} {next_one}" for one, next_one in pairwise(sentences))
    return next((candidate for candidate in chain(sentences, joined) if quote and quote in candidate), "")
