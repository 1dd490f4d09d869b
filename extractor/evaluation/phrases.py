"""Phrase corpora: sentences with a marked phrase and its expected reading, scored by section.

A file is tab-separated with a header: `kind` (number, time), `section` (the phenomenon), `sentence` with the phrase
between braces, `expected` in the notation of the readers (`refused` alone stands for any reason), `published` for
times, `source` (own, systematic, or press: the form was met there) and `status` (`known` for a known failure).
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import ExtractorError

Read = Callable[[str, str | None, str], str]
COLUMNS = ("kind", "section", "sentence", "expected", "published", "source", "status")


class PhraseError(ExtractorError):
    """A phrase file that cannot be read: its name, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row: a phrase in its sentence and how it is to be read."""

    kind: str
    section: str
    sentence: str
    expected: str
    published: str | None
    source: str
    known: bool

    def accepts(self, got: str) -> bool:
        """Whether a reading is the expected one."""
        wanted, read = self.expected.split(" + "), got.split(" + ")
        return len(wanted) == len(read) and all(map(_same, wanted, read))


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that was read otherwise."""

    phrase: Phrase
    got: str


@dataclass(frozen=True, slots=True)
class SectionScore:
    """The rows of one section, how many were read as expected, and the others."""

    section: str
    rows: int
    right: int
    misses: tuple[Miss, ...]


def load_phrases(folder: Path) -> tuple[Phrase, ...]:
    """All rows of the folder's `*.tsv` files, by file name. Raises PhraseError."""
    return tuple(phrase for path in sorted(folder.glob("*.tsv")) for phrase in _rows(path))


def score_phrases(phrases: Iterable[Phrase], read: Read) -> tuple[SectionScore, ...]:
    """One score a section, in the order of the rows. `read` gets sentence, publication date and kind."""
    sections: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase in phrases:
        got = read(phrase.sentence, phrase.published, phrase.kind)
        sections.setdefault(phrase.section, []).append((phrase, got))
    return tuple(_score(section, readings) for section, readings in sections.items())


def _score(section: str, readings: list[tuple[Phrase, str]]) -> SectionScore:
    misses = tuple(Miss(phrase, got) for phrase, got in readings if not phrase.accepts(got))
    return SectionScore(section, len(readings), len(readings) - len(misses), misses)


def _same(wanted: str, got: str) -> bool:
    return wanted == got or (wanted == "refused" and (got.startswith("refused:") or got == "date"))


def _rows(path: Path) -> Iterable[Phrase]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(reader, ())) != COLUMNS:
            raise PhraseError(f"{path.name}: the header must be {' '.join(COLUMNS)}")
        for number, cells in enumerate(reader, start=2):
            if len(cells) != len(COLUMNS) or cells[0] not in ("number", "time") or cells[6] not in ("", "known"):
                raise PhraseError(f"{path.name}:{number}: a row has {len(COLUMNS)} cells of known kind and status")
            kind, section, sentence, expected, published, source, status = cells
            yield Phrase(kind, section, sentence, expected, published or None, source, status == "known")
