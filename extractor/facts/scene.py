"""The place a stretch of text speaks about: its own, its sentence's, the scene's, the article's."""

from dataclasses import dataclass

from extractor.reading.spans import Reading
from extractor.records import Path


@dataclass(frozen=True, slots=True)
class Scene:
    """Answers which place a span inherits. Build it once for an article with `Scene.of`."""

    reading: Reading
    article_place: Path | None = None

    @classmethod
    def of(cls, reading: Reading) -> "Scene":
        """The scene of one article."""
        return cls(reading)

    def locality(self, start: int, end: int) -> tuple[Path | None, str]:
        """The most specific place that the span is about, and the reason."""
        return self.article_place, "article"
