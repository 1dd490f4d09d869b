"""Facts for other programs: JSON Lines as the gold files have it, and flat CSV.

Written from records, not by sqlite-utils from rows: there a period is two columns and a path JSON.
"""

import csv
import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import TextIO

from extractor.interchange import Json, article_to_json, record_to_json, to_json
from extractor.records import KINDS, Kind, Record
from extractor.store.exchange.selection import Selection, selected
from extractor.store.rows import RECORDS

_SHARED = ("kind", "article", "title", "outlet", "published", "url")
_LAST = ("id", "start", "end", "quote", "rule", "confidence")


def write_jsonl(db: sqlite3.Connection, file: TextIO, selection: Selection) -> int:
    """One line an article with its facts of these kinds; the number of lines."""
    count = 0
    for extraction in selected(db, selection):
        line = to_json(extraction)
        for kind in KINDS:
            if kind not in selection.kinds:
                del line[kind]
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count


def write_csv(db: sqlite3.Connection, file: TextIO, selection: Selection) -> int:
    """One line a fact, with the columns of its kinds; the number of facts. Lists and paths are joined by “; ”."""
    columns = flat_columns(selection.kinds)
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in flat_rows(db, selection):
        writer.writerow({name: _cell(row.get(name)) for name in columns})
        count += 1
    return count


def flat_rows(db: sqlite3.Connection, selection: Selection) -> Iterator[Json]:
    """A row for each fact: what `flat_columns` names, of its article and of itself."""
    for extraction in selected(db, selection):
        article = article_to_json(extraction.article)
        shared = {name: article[name] for name in _SHARED if name in article}
        for kind in selection.kinds:
            for record in getattr(extraction, kind):
                yield {**_slots(record), **shared, "kind": kind}


def cells(record: Record) -> dict[str, object]:
    """The fact's own columns as they stand in the CSV."""
    return {name: _cell(value) for name, value in _slots(record).items() if name not in (*_SHARED, *_LAST)}


def evidence(record: Record) -> dict[str, object]:
    """The columns that say which fact a line of the CSV is, and where it was read."""
    return {"kind": record.kind, "start": record.start, "end": record.end, "quote": _cell(record.quote)}


def _slots(record: Record) -> Json:
    """The slots of a fact on its own: a part names its total by id, an event has its kind in `event`."""
    own = {name: getattr(record, name) for name in ("part_of", "event") if hasattr(record, name)}
    return {**record_to_json(record, {}), **own}


def flat_columns(kinds: Sequence[Kind]) -> list[str]:
    """The columns: the article's, the slots of the kinds in their order, and the evidence."""
    slots: dict[str, None] = {}
    for kind in kinds:
        slots.update(dict.fromkeys(RECORDS[kind].model_fields))
    left_out = {*_SHARED, *_LAST, "article_id", "reasons"}
    return [*_SHARED, *(slot for slot in slots if slot not in left_out), *_LAST]


def _cell(value: object) -> object:
    """A list as one cell; what a spreadsheet would take for a formula is made text."""
    if isinstance(value, list):
        return "; ".join("" if item is None else str(item) for item in value)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
