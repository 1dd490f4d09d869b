"""Administrative units of Vietnam by date: lookup by name, parents, children and successors.

The data is `units.csv` beside this file; its origin, licence and limits are in `units.README.md`. A unit's code is
reused over time, so `(code, valid_from)` identifies it. Dates are partial ISO 8601 (`2024`, `2024-09`,
`2024-09-06`) and stand for the whole period that they name.
"""

import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from extractor.errors import LexiconError
from extractor.vietnamese.letters import canonical, tone_key
from extractor.vietnamese.lexicon import Row, rows

FILE = Path(__file__).with_name("units.csv")
Level = Literal["province", "district", "commune", "village"]
LEVELS: tuple[Level, ...] = ("province", "district", "commune", "village")
REFORM = "2025-07-01"
"""The day on which districts ended and 63 provinces became 34."""
SINCE = "2017-10-15"
"""The day of the first snapshot: of what was before, the data knows nothing."""
KNOWN_HEIRS = "2025-01-01"
"""What ended before this day has no successors in the data."""
SYLLABLE = r"(?:\b[A-Z]['’‘ʼ] ?)?[^\W_]+(?:['’‘ʼ][^\W_]+)*"
"""Letters and digits; `K’Nàng` and `K' Nàng` are one syllable."""
_WORD = re.compile(SYLLABLE, re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-zÀ-ỹĐđ]+(?: [A-Za-zÀ-ỹĐđ]+)*").fullmatch
"""The common case, for which splitting at blanks is enough."""
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_LONE_ROMAN = _ROMAN | {"vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_LONE_Y = re.compile(r"^((?:qu|[bcdđghklmnrstvx])?)y(?=[\u0300-\u036f]*$)")


class Unit(NamedTuple):
    """One row of the gazetteer: a unit as it was from `valid_from` (empty: always) until before `valid_to`.

    A tuple and no dataclass: the seventeen thousand rows have to be there in a few hundredths of a second.
    """

    level: Level
    code: str
    kind: str
    name: str
    parent_code: str
    valid_from: str
    valid_to: str
    successors: str
    lat: str
    lon: str
    key: str
    """`name_key(name)`, kept in the file: working out nine thousand keys would take longer than all the rest."""

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or None."""
        return (float(self.lat), float(self.lon)) if self.lat and self.lon else None

    def valid(self, first: str, last: str) -> bool:
        """Whether the unit existed on some day from `first` to `last` (full ISO dates)."""
        return self.valid_from <= last and (not self.valid_to or self.valid_to > first)


class _Spelling(Row):
    """Spellings of one syllable that count as the same: Đắk, Đắc, Đăk."""


def bounds(date: str | None) -> tuple[str, str]:
    """First and last day of a partial date; of an unknown date, the first and last day of all."""
    if not date:
        return "0001-01-01", "9999-12-31"
    return (date + "-01-01"[len(date) - 4 :])[:10], (date + "-12-31"[len(date) - 4 :])[:10]


@cache
def syllable_key(syllable: str) -> str:
    """One syllable as it is compared: lower case, tone mark last, `Mĩ` as `Mỹ`, `Đắc` as `Đắk`, `01` as `1`."""
    if syllable.isdigit():
        return syllable.lstrip("0") or "0"
    key = tone_key(canonical(syllable)).translate({ord(mark): None for mark in "'’‘ʼ "})
    return _spellings().get(key) or _LONE_Y.sub(r"\1i", key)


@cache
def _spellings() -> dict[str, str]:
    return {
        tone_key(other): tone_key(row.word) for row in rows("places", "spelling", _Spelling) for other in row.also
    }


@cache
def _written_together() -> frozenset[str]:
    """Keys of first syllables that are often written in one with the next: Đa Krông, Đakrông."""
    found = rows("places", "prefix", Row)
    return frozenset(syllable_key(form) for row in found for form in row.forms)


def name_key(name: str) -> str:
    """A name as it is compared: its syllables' keys with a blank between; hyphens and apostrophes do not count."""
    syllables = name.split(" ") if _PLAIN(name) else _WORD.findall(canonical(name)) or [""]
    *first, last = map(syllable_key, syllables)
    return " ".join((*first, number_key(last) if first else last))


def number_key(key: str) -> str:
    """The last syllable of a name: `Hải Châu I` is `Hải Châu 1`."""
    return _ROMAN.get(key, key)


class Gazetteer:
    """All units, indexed by name and by code. Read only."""

    __slots__ = ("_children", "_coded", "_named", "longest", "openings", "units")

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self._named: defaultdict[str, list[Unit]] = defaultdict(list)
        self._coded: defaultdict[str, list[Unit]] = defaultdict(list)
        self._children: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self._named[unit.key].append(unit)
            self._coded[unit.code].append(unit)
            self._children[unit.parent_code].append(unit)
        self._add_variants()
        self.openings = frozenset([key.partition(" ")[0] for key in self._named])
        self.longest = max([key.count(" ") + 1 for key in self._named], default=0)

    def _add_variants(self) -> None:
        """Let units be found by other ways to write their names: phường III as phường 3, Đa Krông as Đakrông."""
        together = _written_together()
        for key in list(self._named):
            if key in _LONE_ROMAN:
                self._named[_LONE_ROMAN[key]] += [unit for unit in self._named[key] if unit.name.isupper()]
            elif key.partition(" ")[0] in together:
                for unit in self._named[key]:
                    self._named[syllable_key(unit.name.replace(" ", ""))].append(unit)

    def named(self, key: str) -> list[Unit]:
        """Every unit of any date whose name has this key (`name_key`)."""
        return self._named.get(key, [])

    def names(self) -> Iterator[str]:
        """The keys of all names."""
        return iter(self._named)

    def coded(self, code: str, date: str | None = None) -> Unit | None:
        """The unit that bore the code at the date; of several, the latest."""
        first, last = bounds(date)
        found = [unit for unit in self._coded.get(code, ()) if unit.valid(first, last)]
        return max(found, key=lambda unit: unit.valid_from, default=None)

    def parent(self, unit: Unit, date: str | None = None) -> Unit | None:
        """The unit above at the date, else when the unit began or ended, else at any time."""
        if not unit.parent_code:
            return None
        last = bounds(date)[1]
        end = min(unit.valid_to or "9999-12-31", max(last, unit.valid_from))
        above = self._coded.get(unit.parent_code, ())
        # Of those that had begun by then, the latest: a unit of the past hangs under the parent of its last days.
        begun = [p for p in above if p.valid_from < end or p.valid_from <= unit.valid_from]
        return max(begun or above, key=lambda p: p.valid_from, default=None)

    def lineage(self, unit: Unit, date: str | None = None) -> tuple[Unit, ...]:
        """The units from the province down to the unit itself."""
        above = self.parent(unit, date)
        return (*self.lineage(above, date), unit) if above else (unit,)

    def path(self, unit: Unit, date: str | None = None) -> tuple[str, ...]:
        """The names of the lineage, from the province down."""
        return tuple(each.name for each in self.lineage(unit, date))

    def paths(self, unit: Unit) -> Iterator[tuple[str, ...]]:
        """Every path that the unit ever had: A Lưới lay in Thừa Thiên Huế, and then in Huế."""
        latest = self.parent(unit)
        if latest is None:
            yield (unit.name,)
            return
        last = unit.valid_to or "9999-12-31"
        others = (each for each in self._coded.get(unit.parent_code, ()) if each.valid(unit.valid_from, last))
        for above in dict.fromkeys((latest, *others)):
            yield from ((*path, unit.name) for path in self.paths(above))

    def children(self, unit: Unit, date: str | None = None) -> list[Unit]:
        """The units directly below at the date."""
        first, last = bounds(date)
        first, last = max(first, unit.valid_from), min(last, unit.valid_to or last)
        return [child for child in self._children.get(unit.code, ()) if child.valid(first, last)]

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """Today's units that hold its area, the main one first; itself while it stands.

        A district of the past gives today's communes of all its own. Empty where the data does not know.
        """
        if not unit.valid_to:
            return (unit,)
        codes = unit.successors.split() or [unit.code]
        later = [new for code in codes if (new := self.coded(code, unit.valid_to)) and new.level == unit.level]
        if not later:
            later = [new for child in self._children.get(unit.code, ()) for new in self._followers(unit, child)]
        flat = [today for new in later for today in ([new] if not new.valid_to else self.successors(new))]
        return tuple(dict.fromkeys(flat))

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units of its level that ended and whose area, or a part of it, went to this one."""
        return tuple(
            old
            for old in self.units
            if old.valid_to
            and old.level == unit.level
            and unit.code in (old.successors or old.code).split()
            and self.coded(unit.code, old.valid_to) == unit
            and old != unit
        )

    def _followers(self, unit: Unit, child: Unit) -> tuple[Unit, ...]:
        ended_together = child.valid_to and child.valid_to == unit.valid_to and child.successors
        return self.successors(child) if ended_together else ()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, loaded once for a process. Raises LexiconError."""
    return load()


def load() -> Gazetteer:
    """The gazetteer, read anew from its file. Raises LexiconError."""
    collects = gc.isenabled()
    gc.disable()  # the collector would walk thousands of fresh rows in vain: a third of the loading time
    try:
        header, *lines = FILE.read_text(encoding="utf-8").splitlines()
        if header.split(",") != list(Unit._fields):
            raise LexiconError(f"{FILE.name}: unexpected columns")
        # No field holds a comma or a quotation mark, so that splitting is enough.
        return Gazetteer([Unit._make(line.split(",")) for line in lines])
    except (OSError, TypeError, ValueError) as error:
        raise LexiconError(f"{FILE.name}: {error}") from error
    finally:
        if collects:
            gc.enable()
