"""Dated or named happenings."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import Event


def build_events(reading: Reading, scene: Scene, times: Times) -> tuple[Event, ...]:
    """One record for each happening."""
    return ()
