"""What somebody says before the text tells who: `“Thôn tôi có 112 hộ”, ông Bảy, Trưởng thôn Hạ, kể`."""

import re
from dataclasses import dataclass

from extractor.reading.quotations import find_quotations
from extractor.reading.spans import Reading
from extractor.records import Path

_SHORTEST = 20
"""Characters of a sentence that somebody says; a name is shorter."""
_GAP = re.compile(r",?\s(?:[-–]\s)?")
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
    for quotation in find_quotations(reading.text):
        gap = _GAP.match(reading.text, quotation.end)
        if gap is None or quotation.inner_end - quotation.inner_start < _SHORTEST:
            continue
        speaker = next((p for p in reading.people if 0 <= p.start - gap.end() <= _SPEAKER), None)
        told = _ADDRESS.match(reading.text, speaker.end) if speaker else None
        if told:
            paths = [p.path for p in reading.places if told.start() <= p.start < told.end() and not p.former]
            found.extend([Said(quotation.inner_start, quotation.inner_end, max(paths, key=len))] if paths else [])
    return tuple(found)
