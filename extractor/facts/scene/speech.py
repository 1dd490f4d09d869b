"""What somebody says before the text tells who: `“Thôn tôi có 112 hộ”, ông Bảy, Trưởng thôn Hạ, kể`."""

import re
from dataclasses import dataclass

from extractor.reading.spans import Reading
from extractor.records import Path

_QUOTE = re.compile(r"[“\"]([^“”\"\n]{20,})[”\"],?\s(?:[-–]\s)?")
_SPEAKER = 12
"""Characters from the closing mark to the speaker's name, for the verb: `, |theo| ông Bảy`."""
_ADDRESS = re.compile(r"[^.;:“\"\n]{0,120}")


@dataclass(frozen=True, slots=True)
class Said:
    """Direct speech `start:end` of somebody whose place is told behind it."""

    start: int
    end: int
    path: Path


def speeches(reading: Reading) -> tuple[Said, ...]:
    """The quotations whose speaker is told right behind them with a place."""
    found: list[Said] = []
    for match in _QUOTE.finditer(reading.text):
        speaker = next((p for p in reading.people if 0 <= p.start - match.end() <= _SPEAKER), None)
        told = _ADDRESS.match(reading.text, speaker.end) if speaker else None
        if told:
            paths = [p.path for p in reading.places if told.start() <= p.start < told.end() and not p.former]
            found.extend([Said(match.start(1), match.end(1), max(paths, key=len))] if paths else [])
    return tuple(found)
