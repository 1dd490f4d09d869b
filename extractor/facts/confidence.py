"""Confidence: the probability that a record is right in every decisive slot.

Each builder says how sure its rule is. What the slots came about by says more: a period from the sentence itself is
right more often than a continued one. `scripts/fit_confidence` learns the weight of each such cue from articles
with gold (logistic regression) and writes `confidence.json`; kinds with little gold keep what their rules say.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from extractor.reading.spans import Reading
from extractor.records import Record

WEIGHTS = Path(__file__).with_name("confidence.json")
PROTOCOL = 1
BIAS = "bias"
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
    for slot in ("locality", "period", "date", "organization", "giver", "measured", "category", "aspect"):
        value = getattr(record, slot, None)
        yield f"{slot}= {value if slot in ('category', 'aspect') else value is not None}"


def probability(learned: Mapping[str, float], cues: tuple[str, ...]) -> float:
    """The probability that the learned weights of the cues (log odds) add up to."""
    odds = sum(learned.get(cue, 0.0) for cue in cues)
    return round(min(max(1 / (1 + math.exp(-odds)), _LOWEST), _HIGHEST), 2)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Weights of the cues by kind, in log odds; none where they were not learned."""
    if not WEIGHTS.exists():
        return {}
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    weights: Mapping[str, Mapping[str, float]] = told["weights"] if told["protocol"] == PROTOCOL else {}
    return weights
