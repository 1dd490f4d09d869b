"""Chosen indicators for statistics and maps: a wide table by place and period, GeoJSON by place."""

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TextIO

from extractor.records import CountFact
from extractor.store.answers.facts import Answer, FactQuery, find_facts
from extractor.store.answers.indicators import ALL, Said, said
from extractor.store.answers.present import position
from extractor.store.search.words import plain
from extractor.vietnamese.indicators import one_happening, one_thing
from extractor.vietnamese.letters import canonical, fold

COLUMNS = (
    "place", "scope", "name", "counted", "measured", "per", "aspect", "predicate", "modifier", "of", "part_of",
    "from", "to",
)  # fmt: skip
"""What tells the lines of the wide table apart. `counted` is told where a column's thing is a name or what is
measured, `predicate` of flows; `of` is the denominator, `part_of` the value of the total."""
_NARROWER = "of narrower things"
_BOUNDS = "known by bounds only"
_OLDER = "told otherwise later"
_UNCLEAR = "in cells left empty, as one day tells several values for them"


@dataclass(frozen=True, slots=True)
class Wide:
    """A written table: its lines, and how many numbers of its things are not in it, by the reason."""

    lines: int
    left_out: Mapping[str, int]


@dataclass(slots=True)
class _Cells:
    """The counts of each line and column with the day that told them.

    `words` are the first told of each form; `left_out` tells of each count that found no cell why.
    """

    counts: dict[tuple[str, ...], dict[str, list[tuple[str, CountFact]]]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    left_out: dict[str, str] = field(default_factory=dict)


def write_wide(db: sqlite3.Connection, file: TextIO, whats: Sequence[str], place: str | None) -> Wide:
    """One column for each of the things, which holds the numbers of what is called just so.

    Of several values for one cell the one that was published last stands; where that is not one, none.
    """
    cells = _Cells()
    for what in whats:
        for fact, answer in _counts(db, what, place):
            _put(db, cells, what, fact, answer.published or "")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow((*COLUMNS, *whats))
    for line, row in sorted(cells.counts.items()):
        writer.writerow((*line, *(_plain(_last(cells, row.get(what, []))) for what in whats)))
    return Wide(len(cells.counts), Counter(cells.left_out.values()))


def write_geojson(db: sqlite3.Connection, file: TextIO, what: str, place: str | None) -> int:
    """A FeatureCollection with a point for each value whose place has coordinates; the number of points."""
    features = [
        {
            "type": "Feature",
            "id": fact.id,
            "geometry": {"type": "Point", "coordinates": [point[1], point[0]]},
            "properties": _properties(fact, answer),
        }
        for fact, answer in _counts(db, what, place)
        if fact.locality and (point := position(fact.locality))
    ]
    json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)
    file.write("\n")
    return len(features)


def _counts(db: sqlite3.Connection, what: str, place: str | None) -> list[Said]:
    return said(find_facts(db, FactQuery(what=what, place=place, limit=ALL)))


def _put(db: sqlite3.Connection, cells: _Cells, what: str, fact: CountFact, published: str) -> None:
    wanted = _form(what, what)
    if wanted not in {_form(what, name) for name in (fact.what, fact.measured, fact.name)}:
        if fact.id not in cells.placed:
            cells.left_out[fact.id] = _NARROWER
    elif fact.value is None:
        cells.left_out[fact.id] = _BOUNDS
    else:
        cells.placed.add(fact.id)
        cells.left_out.pop(fact.id, None)
        first, last = fact.period or (None, None)
        told = (fact.name, fact.what, fact.measured)
        # What the column's heading says need not be said again.
        named = (text if _form(what, text) != wanted else None for text in told)
        line = (
            *(" > ".join(fact.locality or ()), _word(cells, one_thing(fact.scope), fact.scope)),
            *(_word(cells, one_thing(text), text) for text in named),
            *(fact.per, fact.aspect, _verb(cells, fact), fact.modifier, _plain(fact.denominator)),
            *(_total(db, fact), first, last),
        )
        row = cells.counts.setdefault(tuple("" if cell is None else str(cell) for cell in line), {})
        row.setdefault(what, []).append((published, fact))


def _form(what: str, name: str | None) -> str:
    """The name as it is compared with what was asked, which may be typed without diacritics."""
    return one_thing(fold(canonical(name)) if name and plain(what) else name) or ""


def _word(cells: _Cells, form: str | None, text: str | None) -> str | None:
    """The first of all words of this form, so that one thing is one line."""
    return text if form is None or text is None else cells.words.setdefault(form, text)


def _verb(cells: _Cells, fact: CountFact) -> str | None:
    happening = one_happening(fact.predicate, fact.category)
    return _word(cells, f"verb {happening}", fact.predicate) if fact.aspect == "flow" else None


def _total(db: sqlite3.Connection, fact: CountFact) -> object:
    """The value of the total that the fact is a part of; the total's id where it has none."""
    if fact.part_of is None:
        return None
    row = db.execute("SELECT value FROM counts WHERE id = ? AND value IS NOT NULL", (fact.part_of,)).fetchone()
    return _plain(Decimal(str(row["value"]))) if row else fact.part_of


def _last(cells: _Cells, told: Sequence[tuple[str, CountFact]]) -> Decimal | None:
    """The value published last; None where that is not one."""
    last = max((when for when, _ in told), default="")
    values = {fact.value for when, fact in told if when == last}
    clear = len(values) == 1
    for _, fact in told:
        if not clear or fact.value not in values:
            cells.left_out[fact.id] = _OLDER if clear else _UNCLEAR
    return values.pop() if clear else None


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
