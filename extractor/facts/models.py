"""Named community schemes."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import NamedModel


def build_models(reading: Reading, scene: Scene, times: Times) -> tuple[NamedModel, ...]:
    """One record for each distinct named model."""
    return ()
