"""Awards: form, giver, recipients, reason."""

from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Reading
from extractor.records import Award


def build_awards(reading: Reading, scene: Scene, times: Times) -> tuple[Award, ...]:
    """One record for each form, giver and recipient kind."""
    return ()
