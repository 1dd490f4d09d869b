"""What makes two counts speak of one thing: words for one thing, verbs of one happening, what narrows neither."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from extractor.vietnamese.letters import tone_key
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.queries import spelled_out

_WORD = re.compile(r"\w+")
_I_OR_Y = re.compile(r"\b([hklmst])([iìíỉĩị])\b")
_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")


@lru_cache(maxsize=32768)
def one_thing(text: str | None) -> str | None:
    """A form that all ways to name a thing share; None for None.

    Abbreviations are spelled out, `kĩ` is `kỹ`, `hoà` is `hòa`, `ngôi nhà` is `nhà`.
    """
    return None if text is None else _renamed(_plain(text), _same("thing"))


@lru_cache(maxsize=4096)
def one_happening(verb: str | None, category: str | None = None) -> str | None:
    """A form that verbs of one happening share; those of founding do so for models and groups only."""
    if verb is None:
        return None
    form = _plain(verb)
    if category in ("model", "group") and form in _same("founding"):
        return _plain("thành lập")
    return _same("happening").get(form, form)


def is_result(verb: str | None) -> bool:
    """Whether the verb may tell what a time brought, not what there is: `lượng khách đạt 1.980 người`."""
    return verb is not None and _plain(verb) in _same("result")


def narrowed_by(behind: str) -> str:
    """The word right behind a counted thing that narrows it, or nothing: `trường [có xe đưa đón]`."""
    found = re.match(r"\s*(\w+)", behind)
    word = found.group(1).lower() if found else ""
    return "" if word in _harmless() else word


def _plain(text: str) -> str:
    words = " ".join(_WORD.findall(spelled_out(text))).lower()
    return tone_key(_I_OR_Y.sub(lambda found: found.group(1) + found.group(2).translate(_TO_Y), words))


def _renamed(form: str, same: Mapping[str, str]) -> str:
    """The form with every name that another stands for replaced, the longest first."""
    return _names().sub(lambda found: same[found.group()], form)


@cache
def _names() -> re.Pattern[str]:
    longest = sorted(_same("thing"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _same(table: str) -> Mapping[str, str]:
    """Every form of a table's rows → the form of the row."""
    return {_plain(form): _plain(row.word) for row in rows("indicators", table, Row) for form in row.forms}


@cache
def _harmless() -> frozenset[str]:
    return frozenset(form for row in rows("indicators", "behind", Row) for form in row.forms)
