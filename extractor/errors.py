"""Everything this project raises on purpose.

ExtractorError
├── InputError        a file, a line or a page that cannot become an article
│   └── SlotError     a slot or a value that a fact cannot have
│       └── ShapeError  a value that is none of its slot's: a word for a number
├── LexiconError      a table of the language that does not hold together
├── StoreError        a database that cannot be opened, read or written
├── QueryError        a question that cannot be answered
│   └── NotFoundError one that names what is not there
├── ReviewConflictError  a decision upon a fact that someone else decided about meanwhile
├── SettingsError     an environment variable that does not fit
└── GoldError         a gold file or an export that cannot be compared
"""

from collections.abc import Mapping


class ExtractorError(Exception):
    """Base of all; its text is one sentence for the user that names the culprit."""


class InputError(ExtractorError):
    """A file, a line or a page that cannot become an article."""


class SlotError(InputError):
    """A slot or a value that a fact cannot have; `problems` tells of each slot what is wrong."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{slot}: {problem}" for slot, problem in problems.items()))
        self.problems = dict(problems)


class ShapeError(SlotError):
    """A value that is none of its slot's, whatever the fact: a word for a number, a list for a name."""


class LexiconError(ExtractorError):
    """A table under `vietnamese/` that does not hold together."""


class StoreError(ExtractorError):
    """A database that cannot be opened, read or written; `named`: its text begins with the name of the file."""

    def __init__(self, message: str, *, named: bool = False) -> None:
        super().__init__(message)
        self.named = named


class QueryError(ExtractorError):
    """A question that cannot be answered: the place of a role, meaning without vectors."""


class NotFoundError(QueryError):
    """A question that names what is not there: an unknown article, fact, place or person."""


class ReviewConflictError(ExtractorError):
    """A decision upon a fact that someone else decided about meanwhile; `review` is the key of theirs."""

    def __init__(self, message: str, review: int) -> None:
        super().__init__(message)
        self.review = review


class SettingsError(ExtractorError):
    """An environment variable that does not fit."""


class GoldError(ExtractorError):
    """A gold file or an export that cannot be compared."""
