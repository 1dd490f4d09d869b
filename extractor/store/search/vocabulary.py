"""The words that facts are asked by: labels, places and outlets, compared with diacritics or without."""

import json
import sqlite3
from functools import reduce

from extractor.store.search.indexing import exact_words, folded_words
from extractor.store.search.words import plain, speaks_of, syllables
from extractor.vietnamese.queries import without_level


def labels_like(db: sqlite3.Connection, words: str) -> str:
    """A JSON list of the labels that hold the words side by side.

    Words typed with diacritics take the labels of that spelling; where there is none, or where all are typed plain,
    those that may be meant.
    """
    found: list[str] = []
    if not plain(words):
        rows = db.execute("SELECT label FROM labels WHERE instr(exact, ?)", (exact_words(words),))
        found = [row["label"] for row in rows]
    if not found:
        rows = db.execute("SELECT label FROM labels WHERE instr(folded, ?)", (folded_words(words),))
        found = [row["label"] for row in rows if plain(words) or speaks_of(words, row["label"])]
    return json.dumps(found, ensure_ascii=False)


def paths_within(db: sqlite3.Connection, place: str) -> str:
    """A JSON list of the paths that hold all units of the place: `Hội An`, or `Quảng Nam, Hội An`."""
    units = units_named(place)
    if not units:
        return "[]"
    found = reduce(set.intersection, (_paths_of(db, unit) or _paths_of(db, without_level(unit)) for unit in units))
    return json.dumps(sorted(found), ensure_ascii=False)


def units_named(place: str) -> list[str]:
    """The units of a place as typed: `Quảng Nam, Hội An` are two."""
    return [unit.strip() for unit in place.replace(">", ",").split(",") if syllables(unit)]


def outlets_like(db: sqlite3.Connection, words: str) -> str:
    """A JSON list of the outlets that hold the words."""
    rows = db.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
    return json.dumps([row["outlet"] for row in rows if speaks_of(words, row["outlet"])], ensure_ascii=False)


def _paths_of(db: sqlite3.Connection, unit: str) -> set[str]:
    rows = db.execute("SELECT unit, path FROM units WHERE folded = ?", (folded_words(unit),)).fetchall()
    exact = {row["path"] for row in rows if exact_words(row["unit"]) == exact_words(unit)}
    return exact or {row["path"] for row in rows if speaks_of(unit, row["unit"])}
