"""What to try when a search finds nothing: fewer filters, no diacritics, other words."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from extractor.store.search.facets import search_page
from extractor.store.search.indexing import folded_words
from extractor.store.search.query import parse
from extractor.store.search.words import plain
from extractor.vietnamese.letters import fold

NEAR = 3
"""So many names that are spelt alike are told."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Another search that finds something, and how much."""

    way: Literal["without filters", "without diacritics", "any word", "spelt alike"]
    words: str
    total: int


def advice(db: sqlite3.Connection, words: str, narrowed: bool) -> list[Advice]:
    """Searches like this one that find something; `narrowed`: it had filters."""
    return [
        Advice(way, other, total) for way, other in _others(db, words, narrowed) if (total := _total(db, other))
    ]


def _others(
    db: sqlite3.Connection, words: str, narrowed: bool
) -> Iterator[tuple[Literal["without filters", "without diacritics", "any word", "spelt alike"], str]]:
    if narrowed:
        yield "without filters", words
    if not plain(words):
        yield "without diacritics", fold(words)
    singles = [word for term in parse(words) if not term.excluded for word in term.words]
    for name in _alike(db, " ".join(singles)):
        yield "spelt alike", name
    if len(singles) > 1:
        yield "any word", " OR ".join(singles)


def _alike(db: sqlite3.Connection, words: str) -> list[str]:
    """Names of facts whose spelling is near, diacritics aside."""
    wanted = folded_words(words)
    rows = db.execute(
        "SELECT folded, min(label) AS label FROM labels WHERE length(folded) BETWEEN ? AND ? GROUP BY folded",
        (len(wanted) - 2, len(wanted) + 2),
    )
    labels = {row["folded"]: row["label"] for row in rows}
    return [labels[near] for near in get_close_matches(wanted, labels, n=NEAR, cutoff=0.8) if near != wanted]


def _total(db: sqlite3.Connection, words: str) -> int:
    return search_page(db, words, limit=1).total
