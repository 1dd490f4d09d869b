"""What kind of furniture a line of a page is: menus, share bars, counters, headings of other articles …"""

import re
from functools import cache
from typing import Literal

from extractor.vietnamese.lexicon import Row, rows

TABLE = "boilerplate"


class FurnitureRow(Row):
    """A line that is no article; see the head of boilerplate.toml."""

    kind: str
    place: Literal["whole", "start", "label", "end", "inside"] = "whole"


BLOCKS = ("others", "comments", "footer")
"""Kinds that open a block: what follows is not the article either."""
_SHORT = 160
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_TEMPLATE = re.compile(r"\{\w{1,20}\}|\{\{|\[\[?\w{1,20}\]\]?$")
_IMAGE = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|bmp|mp4|svg)(?:\s*\(\d[\d.,]*\s*[KM]?B\))?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.-]{1,64}@[\w.-]{3,80}")
_BUTTONS = re.compile(r"(?:\[[^\[\]]{1,40}\]\s*){1,8}")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_SIZES = re.compile(r"[|\s]*(?:[Aa]{1,2}[-+]?(?:[|\s]+|$)){2,}")
_CRUMB = re.compile(r"\s(?:>{1,2}|»|›|→)\s")
_DEGREES = re.compile(r"\d\s?[°º]\s?C\b")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_WIDE = re.compile(r"\s*[|•]\s*|\s{2,}")
_NAME_MAX = 30
_HEADING_WORDS = 6
_SENTENCE_WORDS = 6
_WEATHER_WORDS = 6
"""Long Mẫu: 26°C - 32°C, độ ẩm 84%; more words make a sentence on the weather."""
_MENU = re.compile(r"\s*[|•·/]\s*|\s{2,}|\t| - ")


@cache
def _words(place: str) -> tuple[tuple[str, str], ...]:
    """The lower-case forms of this place with their kinds, longest first."""
    found = [
        (form.lower(), row.kind)
        for row in rows(TABLE, "line", FurnitureRow)
        if row.place == place
        for form in row.forms
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _whole() -> dict[str, str]:
    return {_bare(form): kind for form, kind in _words("whole")}


@cache
def _matcher(place: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form, _ in _words(place))
    if place == "start":
        return re.compile(rf"({forms})(?!\w)" if place == "label" else rf"({forms})")
    if place == "label":
        return re.compile(rf"({forms})\s*(?:$|[:|*\-–(\d])")
    return re.compile(rf"(?<!\w)({forms})$" if place == "end" else rf"({forms})")


@cache
def sections() -> frozenset[str]:
    """Names of a paper's sections, lower case."""
    return frozenset(
        form.lower() for table in ("section", "rubric") for row in rows(TABLE, table, Row) for form in row.forms
    )


def names(table: str, file: str = TABLE) -> tuple[str, ...]:
    """The forms of a plain table, as written, longest first."""
    return tuple(sorted((form for row in rows(file, table, Row) for form in row.forms), key=len, reverse=True))


@cache
def one_of(table: str, file: str = TABLE) -> str:
    """The forms of a plain table as alternatives of a regular expression."""
    return "(?:" + "|".join(map(re.escape, names(table, file))) + ")"


def kind_of(text: str) -> str | None:
    """The kind of furniture that this line is, or None for a line that may be the article's."""
    if not any(letter.isalnum() for letter in text):
        return "punctuation"
    if len(text) > _SHORT:
        return None
    shape = _shape(text)
    if shape:
        return shape
    lower = " ".join(text.lower().split())
    kind = _whole().get(_bare(lower)) or _bracketed(lower) or _side_by_side(text.lower())
    if kind:
        return kind
    inner = lower.lstrip("|•*-–>» \t")
    sentence = lower.endswith((".", "!", "?")) and len(lower.split()) >= _SENTENCE_WORDS
    for place, subject in (("start", inner), ("start", lower), ("label", "" if sentence else inner)):
        match = _matcher(place).match(subject)
        if match:
            return _kind(place, match.group(1))
    for place in ("end", "inside"):
        match = _matcher(place).search(lower)
        if match:
            return _kind(place, match.group(1))
    if _heads_others(lower):
        return "others"
    return "menu" if _is_menu(text.lower()) else None


def _bracketed(lower: str) -> str | None:
    """The kind of a row of buttons: [Trở về] [In trang] [Gửi bạn bè]."""
    if not _BUTTONS.fullmatch(lower):
        return None
    kinds = (_whole().get(_bare(part)) for part in lower.split("]"))
    return next((kind for kind in kinds if kind), None)


def _side_by_side(lower: str) -> str | None:
    """The kind of buttons in one line: `Phóng to  Thu nhỏ`, `In bài | Gửi mail`."""
    parts = [part for part in _WIDE.split(lower.strip()) if part]
    kinds = [_whole().get(_bare(part)) for part in parts]
    return kinds[0] if len(parts) > 1 and all(kinds) else None


def _kind(place: str, form: str) -> str:
    return next(kind for known, kind in _words(place) if known == form)


def _shape(text: str) -> str | None:
    if _TEMPLATE.search(text):
        return "template"
    if _IMAGE.fullmatch(text):
        return "image"
    if _ADDRESS.fullmatch(text):
        return "address"
    if _HASHTAGS.fullmatch(text):
        return "tags"
    if _SIZES.fullmatch(text):
        return "text size"
    if _DEGREES.search(text) and len(_WORDS.findall(text)) <= _WEATHER_WORDS:
        return "weather"
    return None


def _is_menu(lower: str) -> bool:
    """A section's name, a path of them (Pháp luật > An ninh), or a row of at least three short names."""
    if _bare(lower) in sections():
        return True
    if _CRUMB.search(lower) and len(lower) < 120:
        return True
    parts = [part for part in _MENU.split(lower) if part]
    if len(parts) >= 3 and sum(_bare(part) in sections() for part in parts) * 2 >= len(parts):
        return True
    names_only = [part for part in _WIDE.split(lower) if part]
    short = all(len(part) <= _NAME_MAX and not any(map(str.isdigit, part)) for part in names_only)
    return len(names_only) >= 3 and short


def _heads_others(lower: str) -> bool:
    """A heading of other articles in words of its own: `Bài, tin liên quan`, `Các tin đã đưa khác`."""
    bare = _bare(lower)
    return len(bare.split()) <= _HEADING_WORDS and bool(_heading().fullmatch(bare))


@cache
def _heading() -> re.Pattern[str]:
    first, last = one_of("heading_first"), one_of("heading_last")
    return re.compile(rf"{first}(?:[\s,]+\w+){{0,3}}?\s+{last}", re.IGNORECASE)


def _bare(text: str) -> str:
    return _EDGES.sub("", text)
