"""What the text has told of places so far, for words that go back to them: `Công an |phường|`, `|tại đây|`."""

from dataclasses import dataclass, field

from extractor.records import Path

_SMALL = ("commune", "village")


@dataclass(slots=True)
class Memory:
    """The last ceremony's venue, the last place where something is, the last unit of each level."""

    venue: Path | None = None
    court: Path | None = None
    """The unit of the court that tries the case."""
    wide: tuple[int, int] | None = None
    """The sentence before, if it gives figures of the whole country."""
    here: Path | None = None
    units: dict[str, Path] = field(default_factory=dict)
    lately: set[str] = field(default_factory=set)
    """The levels of the units that the paragraph has named."""
    theme: Path | None = None
    """The place that the paragraph's first sentence hands on."""
    paragraph: int = -1
    opened: bool = False

    def turn(self, paragraph: int) -> int:
        """Go on to a sentence of the paragraph that begins at the offset."""
        if paragraph != self.paragraph:
            self.lately.clear()
            self.theme, self.paragraph, self.opened = None, paragraph, False
        return paragraph

    def hand_on(self, path: Path | None) -> Path | None:
        """Remember what a sentence hands on, if it is its paragraph's first."""
        self.theme = self.theme if self.opened else path
        self.opened = True
        return path

    def keep(self, level: str, path: Path) -> None:
        """Remember the unit of a level that was just named."""
        self.units[level] = path
        self.lately.add(level)

    def unit(self, level: str, acts: bool) -> Path | None:
        """The unit that a bare level word means where none around the sentence is of that level.

        A commune or village of an earlier paragraph is meant only where the word `acts` or is all of it: in an
        article about a district, `612 tin báo cho Công an |xã|` are told to the police of each commune.
        """
        if level in _SMALL and level not in self.lately and not acts:
            return None
        return self.units.get(level) or (self.units.get("district") if level == "city" else None)
