"""The words around people's names: honorifics, ranks, family names, positions, and what tells a place from them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.names.rows import HeadRow, PositionRow
from extractor.reading.places.words import LevelRow
from extractor.vietnamese.gazetteer import Level
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Compiled tables of the words around people's names, for settled text."""

    leader: re.Pattern[str]
    honorific: re.Pattern[str]
    rank: re.Pattern[str]
    plural: re.Pattern[str]
    row: re.Pattern[str]
    plural_call: re.Pattern[str]
    born: re.Pattern[str]
    middle: frozenset[str]
    named_after: re.Pattern[str]
    compound: re.Pattern[str]
    hamlet: re.Pattern[str]
    office: re.Pattern[str]
    takes: dict[str, str]
    position: re.Pattern[str]
    families: frozenset[str]
    common_families: frozenset[str]
    body: re.Pattern[str]
    seat: re.Pattern[str]
    side: re.Pattern[str]
    historical: frozenset[str]
    administrative: re.Pattern[str]
    levels: dict[str, frozenset[Level]]


def _forms(table: str) -> str:
    return alternation(word_forms("people", table))


@cache
def person_words() -> PersonWords:
    """The tables, compiled once."""
    honorific = _forms("honorific")
    rank = _forms("rank")
    families = rows("people", "family", Row)
    takes = {settle(f): row.takes for row in rows("positions", "position", PositionRow) for f in row.forms}
    seats = [f for row in rows("bodies", "head", HeadRow) if row.tail == "area" for f in row.forms]
    return PersonWords(
        leader=re.compile(rf"(?<!\w)(?:{rank}|{honorific})(?!\w)"),
        honorific=re.compile(rf"{honorific}(?!\w)"),
        rank=re.compile(rf"(?<!\w){rank}(?!\w)"),
        plural=re.compile(rf"(?<!\w){_forms('several')}[^\S\n]+$"),
        row=re.compile(rf"(?<!\w)(?:{_forms('several')}|{alternation(word_forms('positions', 'row'))}[ ]?:?)[ ]$"),
        plural_call=re.compile(rf"{_forms('several')}[ ]"),
        born=re.compile(rf"[ ]*\((?:{_forms('born')}|\d+ {_forms('age')})"),
        middle=frozenset(word_forms("people", "middle")),
        named_after=re.compile(rf"(?<!\w){_forms('named_after')}[^\S\n]*$"),
        compound=re.compile(rf"(?<!\w){_forms('compound')}[^\S\n]*$"),
        hamlet=re.compile(rf"(?<!\w){_forms('hamlet')}[^\S\n]*$"),
        office=whole_words(takes),
        takes=takes,
        position=whole_words(form for form in takes if " " in form),
        families=frozenset(settle(form) for row in families for form in row.forms),
        common_families=frozenset(settle(form) for form in families[0].forms),
        administrative=re.compile(rf"(?<![\w&])({_forms('administrative')})[^\S\n]*$"),
        levels={settle(f): frozenset(row.levels) for row in rows("places", "level", LevelRow) for f in row.forms},
        body=whole_words(f for row in rows("bodies", "head", HeadRow) for f in row.forms if " " in f),
        seat=re.compile(rf"(?<!\w){alternation(seats)}[^\S\n]+$"),
        side=re.compile(rf"[ ]{alternation(word_forms('positions', 'side'))}[ ]"),
        historical=frozenset(settle(f) for row in rows("people", "historical", Row) for f in row.forms),
    )
