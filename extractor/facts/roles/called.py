"""Later mentions of people: `Thượng tá Mẫu`, `Chị hiện là Hiệu trưởng`, after `chị Lê Thị Mẫu`."""

import re
from collections.abc import Iterator
from functools import cache

from extractor.facts.pronouns import meant_by
from extractor.facts.roles.vocabulary import holding
from extractor.reading.spans import Person, Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import CAPITAL, alternation, settle

# How far back the person stands that a pronoun means.
_MEANT = 600


@cache
def _call() -> re.Pattern[str]:
    ranks, honorifics = (alternation(word_forms("people", table)) for table in ("rank", "honorific"))
    accused = alternation(word_forms("people", "accused"))
    return re.compile(rf"(?<!\w)(?:(?P<rank>{ranks})|{honorifics}|{accused})[ ](?=\w)")


@cache
def _subject() -> re.Pattern[str]:
    """`. Ông là `, `. Từ năm 2019, chị được bầu làm `: a pronoun that opens a sentence and holds a position."""
    when = rf"{alternation(word_forms('positions', 'when'))}[ ][^.,;:!?“”\"()\n]{{1,50}}?[ ]"
    lead = rf"(?:[^.,;:!?“”\"()\n]{{1,70}},[ ]|{alternation(word_forms('positions', 'given'))}[ ]|{when})?"
    pronoun = alternation(word_forms("people", "pronoun"))
    moved = alternation(word_forms("positions", "moved"))
    return re.compile(rf"(?:^|\n|(?<=[.!?…”\";])[ ]){lead}(?P<pronoun>{pronoun})(?=[ ](?:{holding()}|{moved}[ ]))")


def called(reading: Reading) -> tuple[Person, ...]:
    """People under their full name where the text means them by a title and given name, or a pronoun."""
    settled = settle(reading.text)
    titled = list(_titled(reading, settled))
    known = sorted((*reading.people, *titled), key=lambda person: person.start)
    return (*titled, *_meant(reading.text, settled, known))


def _titled(reading: Reading, settled: str) -> Iterator[Person]:
    """By title and given name, or the last initial, if just one bears it: `Thượng tá Mẫu`, `ông M`."""
    taken = {person.name_start for person in reading.people}
    bearers: dict[str, dict[str, int]] = {}
    for person in reading.people:
        if " " in person.name or "." in person.name:
            bearers.setdefault(re.split(r"[ .]", person.name)[-1], {}).setdefault(person.name, person.start)
    for match in _call().finditer(settled):
        word = _GIVEN.match(reading.text, match.end())
        known = bearers.get(word.group(), {}) if word and match.end() not in taken else {}
        if word and len(known) == 1 and min(known.values()) < match.start():
            (name,) = known
            rank = reading.text[match.start("rank") : match.end("rank")] if match["rank"] else None
            yield Person(match.start(), word.end(), name, match.end(), word.end(), rank=rank, rule="called")


def _meant(text: str, settled: str, known: list[Person]) -> Iterator[Person]:
    """The person whom a pronoun as the subject means: the last one before that it can stand for."""
    again: list[Person] = []
    for match in _subject().finditer(settled):
        start, end = match.span("pronoun")
        told = sorted((*known, *again), key=lambda person: person.start)
        near = [person for person in reversed(told) if start - _MEANT < person.start < start]
        meant = meant_by(match["pronoun"], near)
        if meant and not _stranger(text, known, meant.end, match.start()):
            again.append(Person(start, end, meant.name, start, end, rule="meant"))
            yield again[-1]


def _stranger(text: str, known: list[Person], start: int, end: int) -> bool:
    """Whether a sentence in between opens with what may be another's name: `|Mẫu Hồng Hạ| quê Hạ. Cô là …`."""
    starts = {start for person in known for start in (person.start, person.name_start)}
    return any(match.start(1) not in starts for match in _OPENS.finditer(text, start, end))


_OPENS = re.compile(rf"[.!?…”\"\n][ ]?({CAPITAL}\w*[ ]{CAPITAL})")
_GIVEN = re.compile(rf"{CAPITAL}\w*(?![ ]{CAPITAL})(?!\w)")
