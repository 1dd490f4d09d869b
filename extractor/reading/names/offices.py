"""Where a name may begin behind an office: right behind it, or behind what tells which one it is."""

import re
from functools import cache

from extractor.reading.names.foreign import SEATED
from extractor.reading.names.person_words import person_words
from extractor.reading.names.rows import HeadRow
from extractor.vietnamese.lexicon import rows, word_forms
from extractor.vietnamese.phrases import alternation

GAP = re.compile(r"[.,:]?[ \u00a0]+|\.(?=\w)")
_TRADES = frozenset({"artist", "player", "occupation", "staff", "scholar"})
_HIGH = frozenset({"body", "none", "minister"})


@cache
def _described() -> re.Pattern[str]:
    """` kỳ cựu`, ` người Anh`, ` tên là`, behind a trade."""
    branch, native = (alternation(word_forms("positions", table)) for table in ("branch", "native"))
    country, called = alternation(word_forms("people", "country")), alternation(word_forms("people", "called"))
    return re.compile(rf"(?:[ ]{branch}){{0,2}}(?:[ ]{native}[ ]{country})?(?:[ ]{called})?(?=[ ])")


@cache
def _seat() -> re.Pattern[str]:
    """` Hạ viện`, ` nước này`, behind an office."""
    heads = (form for row in rows("bodies", "head", HeadRow) if row.tail == "area" for form in row.forms)
    return re.compile(rf"[ ](?:{alternation(heads)}|{alternation(word_forms('positions', 'host'))})(?=[ ])")


def office_ends(settled: str) -> dict[int, str]:
    """Where a name may begin right behind a position, and what that position takes: `Trưởng bản |Lò Văn Mẫu`.

    Behind a seat (`Chủ tịch Hạ viện |Nancy Mauson|`) only a foreign name begins.
    """
    ends: dict[int, str] = {}
    for match in person_words().office.finditer(settled):
        takes = person_words().takes[" ".join(match.group().split())]
        if takes == "player" and (side := person_words().side.match(settled, match.end())):
            # `Tiền đạo đội |Mẫu Xanh| John Mauson`: the team's name comes first.
            ends[side.end()] = "body"
            continue
        if gap := GAP.match(settled, match.end()):
            ends[gap.end()] = takes
        if takes in _TRADES and (told := _described().match(settled, match.end())) and told.group():
            ends[told.end() + 1] = takes
        elif takes in _HIGH and (seat := _seat().match(settled, match.end())):
            ends[seat.end() + 1] = SEATED
    return ends
