"""What the label of a page tells: the file that it was read from, and whether paths lead there.

A label is a file (`tin/a.txt`), a member of an archive (`tin.zip!a.txt`), or a line or record of a file
(`rows.jsonl:12`, `rows.jsonl:3-90`, `crawl.warc:https://…`).
"""

import glob
import os.path
import re
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

_FILE = re.compile(
    r"(?is).*?\.(?:zip|tar|tgz|tar\.gz)(?=!)|.*?\.(?:jsonl|ndjson|csv|warc)(?:\.gz)?(?=:)|.*(?=:\d+(?:-\d+)?$)|.*"
)
_STREAM = re.compile(r"-(?:[:!]|$)")

Tried = Callable[[str, str | None], bool]
"""Whether a run went where this label, of a run that began at this folder, was read."""


def tried(paths: Iterable[str], folder: str) -> Tried:
    """What a run with these paths, which began at `folder`, went through: files, folders and patterns.

    What a pattern or a folder would have found counts, too, when it is there no more.
    """
    ways = [_steps(glob.escape(folder), path if _is_pattern(path) else glob.escape(path)) for path in paths]

    def was_tried(label: str, at: str | None) -> bool:
        place = _steps(at or "", _file_of(label))
        return not _STREAM.match(label) and any(_leads(way, place) for way in ways)

    return was_tried


def _file_of(label: str) -> str:
    """The file that the label begins with."""
    found = _FILE.match(label)
    return found.group() if found else label


def _is_pattern(path: str) -> bool:
    return glob.has_magic(path) and not os.path.exists(path)  # noqa: PTH110 - a glob may not be a legal path


def _steps(folder: str, path: str) -> tuple[str, ...]:
    """Folders and file from the root on, or from wherever the path begins if nobody knows its folder."""
    return PurePath(os.path.normpath(os.path.join(folder, path))).parts  # noqa: PTH118 - a pattern is no path


def _leads(way: Sequence[str], place: Sequence[str]) -> bool:
    """Whether the way of names and patterns ends at the place or in a folder above it."""
    if not way:
        return True
    if way[0] == "**" and (_leads(way[1:], place) or (place and _fits(place[0], "*") and _leads(way, place[1:]))):
        return True
    return bool(place) and _fits(place[0], way[0]) and _leads(way[1:], place[1:])


def _fits(name: str, pattern: str) -> bool:
    """Whether a file or folder of this name is found by the pattern; a hidden one only if it is named as one."""
    return fnmatchcase(name, pattern) and (pattern.startswith(".") or not name.startswith("."))
