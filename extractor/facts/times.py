"""The period a stretch of text speaks about: its own, its sentence's, or the one it continues."""

from dataclasses import dataclass

from extractor.reading.spans import Period, Reading


@dataclass(frozen=True, slots=True)
class Times:
    """Answers which period a span inherits. Build it once for an article with `Times.of`."""

    reading: Reading

    @classmethod
    def of(cls, reading: Reading) -> "Times":
        """The times of one article."""
        return cls(reading)

    def period(self, start: int, end: int) -> tuple[Period | None, str]:
        """The period that governs the span, and the reason: `sentence`, `continued`, `none`."""
        return None, "none"

    def date(self, start: int, end: int) -> str | None:
        """The date that governs the span as one partial ISO date (`2024-09-17`, `2023`), or None."""
        period, _ = self.period(start, end)
        return period.first if period and period.first == period.last else None
