"""People and their positions."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import Role


def build_roles(reading: Reading, scene: Scene, times: Times) -> tuple[Role, ...]:
    """One record for each person and position."""
    return ()
