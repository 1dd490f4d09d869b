"""Administrative units the article names."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import Locality


def build_localities(reading: Reading, scene: Scene, times: Times) -> tuple[Locality, ...]:
    """One record for each distinct unit."""
    return ()
