"""Everything this project raises on purpose.

ExtractorError
├── InputError        a file, a line or a page that cannot become an article
├── LexiconError      a table of the language that does not hold together
├── StoreError        a database that cannot be opened, read or written
├── QueryError        a question that names what is not there
├── SettingsError     an environment variable that does not fit
└── GoldError         a gold file or an export that cannot be compared
"""


class ExtractorError(Exception):
    """Base of all; its text is one sentence for the user that names the culprit."""


class InputError(ExtractorError):
    """A file, a line or a page that cannot become an article."""


class LexiconError(ExtractorError):
    """A table under `vietnamese/` that does not hold together."""


class StoreError(ExtractorError):
    """A database that cannot be opened, read or written."""


class QueryError(ExtractorError):
    """A question that names what is not there: an unknown article, the place of a role."""


class SettingsError(ExtractorError):
    """An environment variable that does not fit."""


class GoldError(ExtractorError):
    """A gold file or an export that cannot be compared."""
