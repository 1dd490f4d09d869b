"""Pages that the words of a search are the name of: a place, a person."""

import json
import sqlite3

from extractor.records import Path
from extractor.store.answers.facts import STANDS
from extractor.store.search.indexing import folded_words
from extractor.store.search.vocabulary import paths_within, units_named
from extractor.store.search.words import plain, speaks_of
from extractor.vietnamese.queries import without_level


def places_named(db: sqlite3.Connection, words: str, limit: int = 5) -> list[Path]:
    """The places of the facts that are called so, the largest units first: `hoi an`, `Hội An, Quảng Nam`."""
    keys = {folded_words(without_level(unit)) for unit in units_named(words)}
    found = [json.loads(path) for path in json.loads(paths_within(db, words))]
    cut = {tuple(path[:end]) for path in found if (end := _end(path, keys))}
    return sorted(cut, key=lambda path: (len(path), path))[:limit]


def _end(path: list[str], keys: set[str]) -> int:
    """Where in the path the smallest of the named units ends; 0 where it holds none of them."""
    return max((end for end, name in enumerate(path, 1) if folded_words(name) in keys), default=0)


def people_named(db: sqlite3.Connection, words: str, limit: int = 5) -> list[str]:
    """The people in office who are called so."""
    wanted = folded_words(words)
    rows = db.execute(
        "SELECT label FROM labels WHERE folded = ? "
        f"AND EXISTS (SELECT 1 FROM roles AS f WHERE f.person = label AND {STANDS}) ORDER BY label LIMIT ?",
        (wanted, limit),
    )
    return [row["label"] for row in rows if plain(words) or speaks_of(words, row["label"])]
