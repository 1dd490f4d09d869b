"""Whether a confidence of 0.8 is right eight times in ten.

A record counts as right when it is a whole record: paired with gold, its decisive slots right.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from extractor.evaluation.rules import RULES
from extractor.evaluation.score import ArticleScore

_BINS = 10
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """The records whose confidence lies in [low, high): how many, their mean confidence, the share found right."""

    low: float
    high: float
    records: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold records, the expected calibration error (0 is best) and the Brier score (0 is best)."""

    bins: tuple[Bin, ...]
    error: float
    brier: float

    def to_json(self) -> dict[str, Any]:
        """The table as one object, rounded to four digits."""
        bins = [{name: round(value, 4) for name, value in asdict(bin_).items()} for bin_ in self.bins]
        return {"bins": bins, "error": round(self.error, 4), "brier": round(self.brier, 4)}


def judge_confidence(scores: Iterable[ArticleScore]) -> Reliability:
    """Reliability over all predicted records that carry a confidence."""
    judged = [pair for score in scores for pair in _judged(score)]
    held = [[pair for pair in judged if _bin_of(pair[0]) == place] for place in range(_BINS)]
    bins = tuple(_bin(place, pairs) for place, pairs in enumerate(held) if pairs)
    of = max(1, len(judged))
    return Reliability(
        bins=bins,
        error=sum(bin_.records * abs(bin_.confidence - bin_.right) for bin_ in bins) / of,
        brier=sum((confidence - right) ** 2 for confidence, right in judged) / of,
    )


def _judged(score: ArticleScore) -> Iterable[Judged]:
    """Confidence of each record, and whether the record is right."""
    for kind, comparison in score.comparisons.items():
        decisive = RULES[kind].decisive
        right = {pair.predicted for pair in comparison.pairs if all(pair.right[slot] for slot in decisive)}
        for place, record in enumerate(comparison.predicted):
            if record.get("confidence") is not None:
                yield float(record["confidence"]), place in right


def _bin_of(confidence: float) -> int:
    return min(_BINS - 1, int(confidence * _BINS))


def _bin(place: int, pairs: list[Judged]) -> Bin:
    return Bin(
        low=place / _BINS,
        high=(place + 1) / _BINS,
        records=len(pairs),
        confidence=sum(confidence for confidence, _ in pairs) / len(pairs),
        right=sum(right for _, right in pairs) / len(pairs),
    )
