"""A quantity with what it counts."""

from dataclasses import dataclass

from extractor.reading.spans import Quantity, SchemeName
from extractor.records import Category
from extractor.vietnamese.phrases import settle

# Kinds that happen rather than exist.
HAPPENING: frozenset[Category] = frozenset({"case", "event", "tip", "document"})
CLOSING = ("”", '"', "’", "'", "»")


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says of its cell: the offset of the line above it, what was done or is planned, and its row.

    `label` are the bounds of the row's first cell, `scope` is a heading that only restricts what is counted.
    """

    caption: int | None
    verb: str | None
    planned: bool
    label: tuple[int, int]
    scope: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the total whose number starts at `total`, and its label, empty where a place or the rest."""

    total: int
    label: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it counts. `start:end` covers both; `head` is the first noun of `what`.

    `thing` is the noun phrase behind a unit (17.300 tấn *lương thực*), None for plain counts. `sure` is False
    where the head noun is not in the lexicon or stands elsewhere in the text. `told` is what its table says of it,
    `item` what a list says of a part that has no noun of its own. `likely` is the chance that the noun phrase ends
    where it does, where that was learned, and `ruled` what the rules took for it, if something else.
    """

    quantity: Quantity
    what: str
    head: str
    category: Category
    start: int
    end: int
    thing: str | None = None
    name: str | None = None
    sure: bool = True
    rule: str = "noun"
    told: Told | None = None
    item: Item | None = None
    likely: float | None = None
    ruled: str | None = None


def closed(text: str, scheme: SchemeName) -> int:
    """Where the name ends with its closing quotation mark."""
    return scheme.name_end + text.startswith(CLOSING, scheme.name_end)


def head_noun(what: str) -> str:
    """The first word of a noun phrase, as words are compared: `tổ` of `Tổ tự quản`."""
    return settle(what).split()[0]


def as_written(text: str, start: int, end: int) -> str:
    """The piece of the text with single blanks."""
    return " ".join(text[start:end].split())
