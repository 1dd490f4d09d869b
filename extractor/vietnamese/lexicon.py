"""Typed tables of Vietnamese words: `vietnamese/*.toml`, read once, unknown keys rejected.

A table file holds one or more arrays of tables; each row has a `word`, maybe spelling variants in `also`, and an
`example`, a sentence that holds the word. A reader declares the shape of its rows by subclassing `Row`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import LexiconError
from extractor.vietnamese.phrases import settle, whole_words

FOLDER = Path(__file__).parent


class Row(BaseModel):
    """A word, its spelling variants, and a sentence that shows it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    word: str
    also: tuple[str, ...] = ()
    example: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and its variants."""
        return (self.word, *self.also)


AnyRow = TypeVar("AnyRow", bound=Row)


@cache
def rows(file: str, table: str, shape: type[AnyRow]) -> tuple[AnyRow, ...]:
    """The rows of `[[table]]` in `vietnamese/<file>.toml`, in their order. Raises LexiconError."""
    path = FOLDER / f"{file}.toml"
    try:
        found = _parsed(path)[table]
        return tuple(shape.model_validate(row) for row in found)
    except KeyError as error:
        raise LexiconError(f"{path.name}: no table [[{table}]]") from error
    except ValidationError as error:
        raise LexiconError(f"{path.name}: [[{table}]]: {error}") from error


@cache
def word_forms(file: str, table: str) -> tuple[str, ...]:
    """All forms of a table of plain rows, settled (lower case, modern tone placement), longest first."""
    forms = {settle(form) for row in rows(file, table, Row) for form in row.forms}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def word_set(file: str, table: str) -> frozenset[str]:
    """All forms of a table of plain rows, settled."""
    return frozenset(word_forms(file, table))


@cache
def word_pattern(file: str, *tables: str) -> re.Pattern[str]:
    """Compiled for settled text: any form of the tables of plain rows, not inside a longer word."""
    return whole_words(form for table in tables for form in word_forms(file, table))


@cache
def _parsed(path: Path) -> dict[str, list[dict[str, object]]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
