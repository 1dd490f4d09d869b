"""The word lists of `places.toml` with their shapes."""

from functools import cache

from extractor.reading.places.text import Phrases
from extractor.vietnamese.gazetteer import Level
from extractor.vietnamese.lexicon import Row, rows


class LevelRow(Row):
    """A word for a level (huyện, TP., Tỉnh ủy). See the comments in `places.toml`."""

    levels: tuple[Level, ...]
    kinds: tuple[str, ...]
    loose: bool = False
    glued: bool = False
    body: bool = False
    numbered: bool = False


class VillageRow(Row):
    """A word for a village or neighbourhood (thôn, khu phố). See the comments in `places.toml`."""

    loose: bool = False
    wary: bool = False
    kindred: bool = False
    dwelt: bool = False
    placed: bool = False
    highland: bool = False
    numbered: bool = False


class SignRow(Row):
    """What shows that the loose word `kind` means villages in an article; a `counted` one only behind a number."""

    kind: str
    counted: bool = False


class AliasRow(Row):
    """A short form of a unit's name (TPHCM). With a `level` it needs no level word."""

    name: str
    level: Level | None = None
    kinds: tuple[str, ...] = ()


@cache
def level_words() -> Phrases[LevelRow]:
    """Words for provinces, districts and communes."""
    return Phrases(rows("places", "level", LevelRow))


@cache
def village_words() -> Phrases[VillageRow]:
    """Words for villages and neighbourhoods."""
    return Phrases(rows("places", "village", VillageRow))


@cache
def aliases() -> Phrases[AliasRow]:
    """Short forms of names."""
    return Phrases(rows("places", "alias", AliasRow))


@cache
def openings() -> frozenset[str]:
    """Keys of the syllables at which a mention with a level word can begin."""
    return level_words().openings | village_words().openings | aliases().openings


@cache
def word_list(table: str) -> Phrases[Row]:
    """A table of plain rows."""
    return Phrases(rows("places", table, Row))


@cache
def village_sign() -> Phrases[SignRow]:
    """What shows that a loose word means villages."""
    return Phrases(rows("places", "village_sign", SignRow))


@cache
def families() -> Phrases[Row]:
    """Family names of people."""
    return Phrases(rows("people", "family", Row))


@cache
def district_kinds() -> frozenset[str]:
    """Kinds of districts: huyện, quận, thị xã, thành phố."""
    return _kinds("district")


@cache
def province_kinds() -> frozenset[str]:
    """Kinds of provinces: tỉnh, thành phố."""
    return _kinds("province")


def _kinds(level: Level) -> frozenset[str]:
    found = rows("places", "level", LevelRow)
    return frozenset(kind for row in found if level in row.levels for kind in row.kinds)
