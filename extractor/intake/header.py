"""The fields that a scraper wrote above a page's text: `Title: …`, `Date: …`, `Nguồn: …`, with or without `---`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extractor.intake.lines import Line
from extractor.intake.titles import without_suffix
from extractor.intake.traced import Traced
from extractor.vietnamese.lexicon import Row, rows

_RULE = re.compile(r"[-=*_]{3,}")
_QUOTES = "\"'“” "
_FEW = 2


class FieldRow(Row):
    """A field's name; `kind` is what it holds: one of METADATA, `body`, or `other`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Header:
    """The fields by kind, the page's lines without them, and the lines that were taken out."""

    lines: tuple[Line, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[Traced, ...] = ()


def read_header(lines: Sequence[Line]) -> Header:
    """The header of the page; a single field is none but where it is the title. The title's line stays, as such."""
    fields: dict[str, str] = {}
    kept: list[Line] = []
    removed: list[Traced] = []
    count = end = 0
    while end < len(lines) and "body" not in fields:
        line = lines[end]
        match = _field().match(line.text)
        if match is None and not _RULE.fullmatch(line.text):
            break
        end += 1
        if match is None:
            removed.append(line.traced)
            continue
        count += 1
        kind, value = _kinds()[match[1].lower()], line.traced[match.end() :].stripped(_QUOTES)
        if kind == "title":
            value, site = _apart(value)
            fields |= {"outlet": site} if site else {}
        fields |= {kind: value.text} if value.text or kind == "body" else {}
        stays = kind in ("title", "body") and value.text
        kept += [replace(line, traced=value, role=kind if kind == "title" else line.role)] if stays else []
        removed.append(line.traced[: match.end()] if stays else line.traced)
    if count < _FEW and "title" not in fields:
        return Header(tuple(lines))
    return Header((*kept, *lines[end:]), fields, tuple(removed))


def _apart(title: Traced) -> tuple[Traced, str | None]:
    """The title and the outlet's name at its end: Xã Mẫu ra mắt tổ tự quản - Báo Mẫu."""
    bare = without_suffix(title)
    return bare, title.text[len(bare) :].strip(" |–—»-") or None


@cache
def _kinds() -> dict[str, str]:
    return {form.lower(): row.kind for row in rows("boilerplate", "field", FieldRow) for form in row.forms}


@cache
def _field() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"({names})\s*[:：]\s*", re.IGNORECASE)
