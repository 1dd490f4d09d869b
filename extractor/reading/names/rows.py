"""The rows of two tables that several readers of names share: opening words of bodies, and positions."""

from typing import Literal

from extractor.vietnamese.lexicon import Row

Takes = Literal[
    "body",
    "minister",
    "unit",
    "elder",
    "none",
    "phrase",
    "owner",
    "staff",
    "occupation",
    "artist",
    "player",
    "student",
    "scholar",
    "member",
    "passing",
]


class HeadRow(Row):
    """A body's opening word and how its name goes on; behind an `area` body without a place a person may follow."""

    tail: Literal["area", "proper", "open"]


class PositionRow(Row):
    """A position and what follows it; a name may follow one (`Trưởng bản Lò Văn Mẫu`) and ends where one begins."""

    takes: Takes
