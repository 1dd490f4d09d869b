"""Rewordings: articles told otherwise, of which every record that was right before should be right after.

A rule that hangs on one wording, one mark or one line break shows itself without a new article. A file is
tab-separated with a header: `group`, `name`, `from` (a regular expression, or one of the changes of layout in
`LAYOUTS` after `@`) and `to` (its replacement, or the sentence that `@insert` adds). A capital stays a capital.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import ExtractorError
from extractor.evaluation.rules import RULES
from extractor.evaluation.score import compare
from extractor.records import KINDS, Kind

Json = Mapping[str, Any]
Rewrite = Callable[[str], str]
COLUMNS = ("group", "name", "from", "to")
# Lines that are running text; shorter ones are titles, captions and furniture.
_RUNNING = 160
_SENTENCE_END = re.compile(r"(?<=[^\W\dA-ZĐ_])\. (?=[A-ZĐ])")


class RewordingError(ExtractorError):
    """A file of rewordings that cannot be read: its name, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """One way to tell the same otherwise."""

    group: str
    name: str
    rewrite: Rewrite


@dataclass(frozen=True, slots=True)
class Sample:
    """An article as a page of text, with its gold."""

    name: str
    text: str
    gold: Json


@dataclass(frozen=True, slots=True)
class Survival:
    """Of the articles that a rewording changed: how many records were right before, and how many still are."""

    rewording: Rewording
    articles: int
    before: int
    after: int


def load_rewordings(folder: Path) -> tuple[Rewording, ...]:
    """All rows of the folder's `*.tsv` files. Raises RewordingError."""
    return tuple(row for path in sorted(folder.glob("*.tsv")) for row in _rows(path))


def survivals(
    rewordings: Iterable[Rewording], articles: Sequence[Sample], extracted: Callable[[str], Json], most: int
) -> Iterable[Survival]:
    """How the records of the articles survive each rewording, on at most `most` articles.

    `extracted` gives what is extracted from a text. The articles of a rewording are spread evenly over those that
    it changes.
    """
    plain: dict[str, frozenset[tuple[Kind, int]]] = {}
    for rewording in rewordings:
        changed = [article for article in articles if rewording.rewrite(article.text) != article.text]
        chosen = changed[:: max(1, len(changed) // most)][:most]
        before = after = 0
        for article in chosen:
            if article.name not in plain:
                plain[article.name] = right_records(extracted(article.text), article.gold)
            found = right_records(extracted(rewording.rewrite(article.text)), article.gold)
            right = plain[article.name]
            before, after = before + len(right), after + len(right & found)
        yield Survival(rewording, len(chosen), before, after)


def right_records(found: Json, gold: Json) -> frozenset[tuple[Kind, int]]:
    """The gold records, by kind and index, that were found right in every decisive slot."""
    right: set[tuple[Kind, int]] = set()
    for kind in KINDS:
        pairs = compare(kind, found[kind], gold[kind]).pairs
        right |= {(kind, pair.gold) for pair in pairs if all(pair.right[slot] for slot in RULES[kind].decisive)}
    return frozenset(right)


def insert(text: str, comment: str) -> str:
    """The comment, which tells nothing, between the first two sentences of each paragraph."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        sentences = _sentences(line)
        if len(sentences) > 1:
            lines[at] = " ".join([sentences[0], comment, *sentences[1:]])
    return "\n".join(lines)


def split(text: str, _: str = "") -> str:
    """A paragraph for each sentence."""
    return "\n".join("\n\n".join(_sentences(line)) for line in text.split("\n"))


def pairs(text: str, _: str = "") -> str:
    """A paragraph for every two sentences."""
    lines: list[str] = []
    for line in text.split("\n"):
        sentences = _sentences(line)
        lines.append("\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)))
    return "\n".join(lines)


def join(text: str, _: str = "") -> str:
    """Paragraphs of running text that follow each other in one."""
    lines: list[str] = []
    for line in text.split("\n"):
        last = next((kept for kept in reversed(lines) if kept.strip()), "")
        if line.strip() and len(line) > _RUNNING and len(last) > _RUNNING and last.rstrip()[-1] in '.”"!?':
            while not lines[-1].strip():
                lines.pop()
            lines[-1] = f"{lines[-1].rstrip()} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


LAYOUTS: Mapping[str, Callable[[str, str], str]] = {"insert": insert, "split": split, "pairs": pairs, "join": join}


def _sentences(line: str) -> list[str]:
    """The sentences of a line of running text; any other line as it is."""
    if len(line) <= _RUNNING:
        return [line]
    pieces = _SENTENCE_END.split(line)
    return [f"{piece}." for piece in pieces[:-1]] + pieces[-1:]


def _rows(path: Path) -> Iterable[Rewording]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(reader, ())) != COLUMNS:
            raise RewordingError(f"{path.name}: the header must be {' '.join(COLUMNS)}")
        for number, cells in enumerate(reader, start=2):
            try:
                group, name, old, new = cells
                yield Rewording(group, name, _layout(old[1:], new) if old.startswith("@") else _wording(old, new))
            except (ValueError, KeyError, re.error) as error:
                raise RewordingError(f"{path.name}:{number}: {error}") from error


def _layout(change: str, told: str) -> Rewrite:
    changed = LAYOUTS[change]
    return lambda text: changed(text, told)


def _wording(old: str, new: str) -> Rewrite:
    pattern = re.compile(old)
    new = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), new)

    def replaced(match: re.Match[str]) -> str:
        told = match.expand(new)
        return told[:1].upper() + told[1:] if match.group()[:1].isupper() else told

    return lambda text: pattern.sub(replaced, text)
