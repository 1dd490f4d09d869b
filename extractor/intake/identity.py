"""Which article a page is: its given id, or its file's name with as much of the path as tells it from others."""

import os.path
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import PurePath

from extractor.intake.rawpage import RawPage, content_hash
from extractor.records import Failure

_KNOWN_NAMES = 12
"""So many names of a page are looked up for what was kept of it; its path has hardly more parts."""
_UP = re.compile(r"^(?:\.\./)+")


@dataclass(frozen=True, slots=True)
class Holder:
    """The page that has an id: where it was read, from the root on where that is known, and its hash."""

    place: str
    content_hash: str


Kept = Callable[[str], Holder | None]
"""Who has this id already."""


def place_of(source: str, folder: str | None) -> str:
    """A page's source from the root on; the bare label where nobody knows the folder that it began at."""
    return os.path.normpath(os.path.join(folder or "", source))  # noqa: PTH118 - a label is no path: a.zip!b/c.txt


class Identities:
    """The ids of one run. A page whose file's name is another one's id gets `folder/name`, in every run."""

    def __init__(self, kept: Kept, folder: str) -> None:
        self.longer: list[str] = []
        self._kept = kept
        self._folder = folder
        self._seen: dict[str, Holder] = {}

    def settle(self, page: RawPage) -> RawPage | Failure | None:
        """The page under its id; None where it came before; a failure where another page was given the same id."""
        mine = Holder(place_of(page.source, self._folder), content_hash(page))
        if not page.named_after:
            return self._came(page, mine)
        names = list(islice(_names(page, place_of(page.named_after, self._folder)), _KNOWN_NAMES))
        for name in names:
            # What was read from this very place keeps its id, whoever else may have come and gone meanwhile.
            kept = self._kept(name)
            if kept and kept.place == mine.place and name not in self._seen:
                return self._came(replace(page, id=name), mine)
        for name in _names(page, place_of(page.named_after, self._folder)):
            holder = self._seen.get(name) or self._kept(name)
            if holder is None or _same(holder, mine):
                if holder is None and name != page.id:
                    self.longer.append(name)
                return self._came(replace(page, id=name), mine)
        raise AssertionError("the names have no end")

    def _came(self, page: RawPage, mine: Holder) -> RawPage | Failure | None:
        first = self._seen.setdefault(page.id, mine)
        if first is mine:
            return page
        if first.content_hash == mine.content_hash:
            return None
        return Failure(source=page.source, stage="read", reason=f"another page has the id {page.id!r}")


def _names(page: RawPage, file: str) -> Iterator[str]:
    """The page's id, with ever more of the path before it, at last with a number: `b`, `a/b`, `x/a/b`, `b-2`."""
    yield page.id
    name = page.id
    for part in reversed(PurePath(file.replace("!", "/")).parts[:-1]):
        if part not in ("/", ".."):
            name = f"{part}/{name}"
            yield name
    for number in count(2):
        yield f"{page.id}-{number}"


def _same(holder: Holder, mine: Holder) -> bool:
    """Whether it is the same page, changed or not: of the same place, or of the same content."""
    if mine.place == holder.place or mine.content_hash == holder.content_hash:
        return True
    known = _UP.sub("", holder.place)
    return not known.startswith("/") and mine.place.endswith(f"/{known}")
