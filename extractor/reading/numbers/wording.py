"""Word tables as regular expressions: the glue between a lexicon file and the readers' patterns."""

import re
from functools import cache

from extractor.vietnamese.lexicon import Row, rows


@cache
def forms(file: str, table: str, shape: type[Row] = Row) -> tuple[str, ...]:
    """The words of a table with their variants, longest first."""
    return tuple(sorted((form for row in rows(file, table, shape) for form in row.forms), key=len, reverse=True))


def any_of(words: tuple[str, ...]) -> str:
    """A group that matches any of the words, whatever white space is in them."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words) + ")"


@cache
def either(file: str, table: str, shape: type[Row] = Row) -> str:
    """A group that matches any word of a table."""
    return any_of(forms(file, table, shape))
