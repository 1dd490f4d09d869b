"""Numeric facts: a quantity, what it counts, where, when and in which status."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import CountFact


def build_counts(reading: Reading, scene: Scene, times: Times) -> tuple[CountFact, ...]:
    """One record for each number the text states about the world."""
    return ()
