"""Later mentions of people by title and given name: `Thượng tá Mẫu`, after `ông Lê Văn Mẫu`."""

import re
from collections.abc import Iterator
from functools import cache

from extractor.reading.spans import Person, Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import CAPITAL, alternation, settle


@cache
def _call() -> re.Pattern[str]:
    ranks, honorifics = (alternation(word_forms("people", table)) for table in ("rank", "honorific"))
    accused = alternation(word_forms("people", "accused"))
    return re.compile(rf"(?<!\w)(?:(?P<rank>{ranks})|{honorifics}|{accused})[ ](?=\w)")


def called(reading: Reading) -> Iterator[Person]:
    """People under their full name where the text calls them by title and given name, if just one bears it."""
    settled = settle(reading.text)
    taken = {person.name_start for person in reading.people}
    bearers: dict[str, dict[str, int]] = {}
    for person in reading.people:
        if " " in person.name:
            bearers.setdefault(person.name.rpartition(" ")[2], {}).setdefault(person.name, person.start)
    for match in _call().finditer(settled):
        word = _GIVEN.match(reading.text, match.end())
        known = bearers.get(word.group(), {}) if word and match.end() not in taken else {}
        if word and len(known) == 1 and min(known.values()) < match.start():
            (name,) = known
            rank = reading.text[match.start("rank") : match.end("rank")] if match["rank"] else None
            yield Person(match.start(), word.end(), name, match.end(), word.end(), rank=rank, rule="called")


_GIVEN = re.compile(rf"{CAPITAL}\w*(?![ ]{CAPITAL})(?!\w)")
