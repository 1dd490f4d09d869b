"""Chosen indicators for statistics and maps: a wide table by place and period, GeoJSON by place."""

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TextIO

from extractor.records import CountFact
from extractor.store.answers.facts import Answer, FactQuery, find_facts
from extractor.store.answers.indicators import ALL
from extractor.store.answers.present import position

Row = tuple[str, str, str, str]


def write_wide(db: sqlite3.Connection, file: TextIO, whats: Sequence[str], query: FactQuery) -> int:
    """One line a place, aspect and period, one column a thing; the number of lines.

    Of several values for one cell the one that was published last stands.
    """
    cells: dict[Row, dict[str, Decimal]] = defaultdict(dict)
    for what in whats:
        for fact, _ in sorted(_counts(db, what, query), key=lambda one: one[1].published or ""):
            if fact.value is not None:
                first, last = fact.period or ("", "")
                row: Row = (" > ".join(fact.locality or ()), fact.aspect, first or "", last or "")
                cells[row][what] = fact.value
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("place", "aspect", "from", "to", *whats))
    for row in sorted(cells):
        writer.writerow((*row, *(_plain(cells[row].get(what)) for what in whats)))
    return len(cells)


def write_geojson(db: sqlite3.Connection, file: TextIO, what: str, query: FactQuery) -> int:
    """A FeatureCollection with a point for each value whose place has coordinates; the number of points."""
    features = [
        {
            "type": "Feature",
            "id": fact.id,
            "geometry": {"type": "Point", "coordinates": [point[1], point[0]]},
            "properties": _properties(fact, answer),
        }
        for fact, answer in _counts(db, what, query)
        if fact.locality and (point := position(fact.locality))
    ]
    json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)
    file.write("\n")
    return len(features)


def _counts(db: sqlite3.Connection, what: str, query: FactQuery) -> Iterator[tuple[CountFact, Answer]]:
    for answer in find_facts(db, replace(query, kind="counts", what=what, limit=ALL)):
        if isinstance(answer.record, CountFact):
            yield answer.record, answer


def _properties(fact: CountFact, answer: Answer) -> dict[str, object]:
    slots = ("what", "measured", "name", "aspect", "modifier", "scope", "period", "locality", "quote")
    return {
        **{slot: getattr(fact, slot) for slot in slots},
        "value": _plain(fact.value),
        "article": answer.article,
        "outlet": answer.outlet,
        "published": answer.published,
        "url": answer.url,
    }


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
