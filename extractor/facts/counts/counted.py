"""A quantity with what it counts."""

from dataclasses import dataclass

from extractor.reading.spans import Quantity, SchemeName
from extractor.records import Category
from extractor.vietnamese.phrases import settle

# Kinds that happen rather than exist.
HAPPENING: frozenset[Category] = frozenset({"case", "event", "tip", "document"})
CLOSING = ("”", '"', "’", "'", "»")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it counts. `start:end` covers both; `head` is the first noun of `what`.

    `thing` is the noun phrase behind a unit (17.300 tấn *lương thực*), None for plain counts. `sure` is False
    where the head noun is not in the lexicon or stands elsewhere in the text. `caption` is the offset of the
    caption of the table that holds the number.
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
    caption: int | None = None


def closed(text: str, scheme: SchemeName) -> int:
    """Where the name ends with its closing quotation mark."""
    return scheme.name_end + text.startswith(CLOSING, scheme.name_end)


def head_noun(what: str) -> str:
    """The first word of a noun phrase, as words are compared: `tổ` of `Tổ tự quản`."""
    return settle(what).split()[0]


def as_written(text: str, start: int, end: int) -> str:
    """The piece of the text with single blanks."""
    return " ".join(text[start:end].split())
