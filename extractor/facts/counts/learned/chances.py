"""How likely each of several answers is: conditional logit over cues, with weights learned from labelled news.

An option is a bag of cues; its score is the sum of their weights (log odds), and the chances are the softmax of the
scores. `scripts/fit_choices` learns the weights and writes `weights.json`.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from extractor.facts.weights import read_weights

WEIGHTS = Path(__file__).with_name("weights.json")
PROTOCOL = 1

Question = Literal["what", "aspect", "place", "fact", "period"]
Option = tuple[object, Sequence[str]]
"""An answer and its cues."""


class Chooser(Protocol):
    """Whoever answers questions about counts."""

    def chances(self, question: Question, at: int, options: Sequence[Option]) -> Sequence[float]:
        """The probability of each option for the count that begins at the offset; none where nothing is known."""


class Untaught:
    """Knows nothing: the rules alone decide."""

    def chances(self, question: Question, at: int, options: Sequence[Option]) -> Sequence[float]:
        """None."""
        return ()


class Learned:
    """Answers by the learned weights."""

    def chances(self, question: Question, at: int, options: Sequence[Option]) -> Sequence[float]:
        """The softmax of the options' scores."""
        weights = _weights().get(question)
        if not weights:
            return ()
        # An exact sum is the same in whatever order a set gives its cues.
        scores = [math.fsum(weights.get(cue, 0.0) for cue in set(cues)) for _, cues in options]
        top = max(scores)
        odds = [math.exp(score - top) for score in scores]
        total = sum(odds)
        return tuple(odd / total for odd in odds)


LEARNED, UNTAUGHT = Learned(), Untaught()


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Weights of the cues by question."""
    return read_weights(WEIGHTS, PROTOCOL)
