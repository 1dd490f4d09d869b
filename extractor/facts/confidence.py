"""Confidence: the probability that a record is right in every decisive slot.

Each builder says how sure its rule is. What the slots came about by says more: a period from the sentence itself is
right more often than a continued one. `scripts/fit_confidence` learns the weight of each such cue from articles
with gold (logistic regression) and writes `confidence.json`; kinds with little gold keep what their rules say.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from extractor.facts.verbs import starting_at
from extractor.facts.weights import read_weights
from extractor.reading.spans import Reading
from extractor.records import CountFact, Record
from extractor.vietnamese.lexicon import word_pattern, word_set
from extractor.vietnamese.phrases import settle

WEIGHTS = Path(__file__).with_name("confidence.json")
PROTOCOL = 1
BIAS = "bias"
# Up to so many things are few; noun phrases of more words are all long.
FEW, LONG = 5, 5
# How far around a record its words are read.
LOOK_BEHIND, LOOK_BACK = 20, 120
_LOWEST, _HIGHEST = 0.01, 0.99

AnyRecord = TypeVar("AnyRecord", bound=Record)


def calibrated(records: tuple[AnyRecord, ...], reading: Reading) -> tuple[AnyRecord, ...]:
    """The records with their rules' confidence replaced by the learned one."""
    return tuple(
        record.model_copy(update={"confidence": probability(learned, cues_of(record, reading))})
        if (learned := _weights().get(record.kind))
        else record
        for record in records
    )


def cues_of(record: Record, reading: Reading) -> tuple[str, ...]:
    """What tells how far a record of this reading may be believed: `period: continued`, `rule 0.8`."""
    return tuple(_cues(record, reading))


def _cues(record: Record, reading: Reading) -> Iterator[str]:
    yield BIAS
    yield f"rule {math.floor(record.confidence * 10 + 1e-9) / 10:.1f}"
    yield f"rule: {record.rule}"
    yield "published: known" if reading.published else "published: unknown"
    for slot, reason in sorted(record.reasons.items()):
        yield f"{slot}: {reason.split(':')[0]}"
    if isinstance(record, CountFact):
        yield from _cues_of_count(record, reading.text)
    for slot in ("locality", "period", "date", "organization", "giver", "measured", "category", "aspect"):
        value = getattr(record, slot, None)
        yield f"{slot}= {value if slot in ('category', 'aspect') else value is not None}"


def _cues_of_count(count: CountFact, text: str) -> Iterator[str]:
    """How great the number is, how it is written, its verb, how long its noun phrase is, and what follows it.

    Few things in words and a bare noun are often only referred to (`hai người chia tay`); a noun phrase that the
    text goes on with may be cut short.
    """
    great = count.value or count.low or count.high
    few = great is not None and 1 < great <= FEW
    size = "one" if great == 1 else "few" if few else "more"
    yield f"number: {size}, {'digits' if any(char.isdigit() for char in count.quote) else 'words'}"
    if count.predicate:
        yield f"verb: {'known' if starting_at(count.predicate, 0) else 'unknown'}"
    words = count.what.split()
    yield f"what: {min(len(words), LONG)} words"
    if any(word[0].isupper() for word in words[1:]):
        yield "what: capital inside"
    behind = text[count.end : count.end + 1 + LOOK_BEHIND].split()[:1]
    if behind and text[count.end : count.end + 1] == " ":
        taken_up = settle(behind[0].rstrip(",.;:")) in word_set("cues", "pointing")
        yield "behind: taken up" if taken_up else "behind: goes on" if behind[0][0].isalpha() else "behind: number"
    before = settle(text[max(0, count.start - LOOK_BACK) : count.start])
    sentence = before[max(before.rfind(mark) for mark in ".\n") + 1 :]
    if not sentence.strip():
        yield "opens its sentence"
    if word_pattern("cues", "condition").search(sentence):
        yield "under a condition"


def probability(learned: Mapping[str, float], cues: tuple[str, ...]) -> float:
    """The probability that the learned weights of the cues (log odds) add up to."""
    odds = sum(learned.get(cue, 0.0) for cue in cues)
    return round(min(max(1 / (1 + math.exp(-odds)), _LOWEST), _HIGHEST), 2)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Weights of the cues by kind."""
    return read_weights(WEIGHTS, PROTOCOL)
