"""Bodies that a text comes back to by their bare noun: `HTX Hoa Cam (xã Hạ) … . Hiện HTX có 148 thành viên`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.facts.openings import MARKS, PHRASE, now
from extractor.facts.scene.paths import same
from extractor.facts.scene.spots import Spot
from extractor.facts.verbs import aspects
from extractor.reading.spans import Place
from extractor.records import Path
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

_NAME_REACH = 90
"""Characters from a body's noun to the place in its name or behind it."""
_VERB_SYLLABLES = 3
_NAME_ENDS = re.compile(r"[.;:“”\n]")
_QUOTED = re.compile(r"\s?[“\"]")
_JOINED = re.compile(r"(?:,\s|\s\(|\s-\s)\s?$")


class BodyRow(Row):
    """A body's noun. A `wide` body works in more units than the one it is named after.

    `bare` forms mean it when the text comes back to it, and name none: `Tổ hợp tác Hạ … . |Tổ| có 9 hộ`.
    """

    wide: bool = False
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A body that the text names: `HTX Hoa Cam (xã Hạ)`. `path` is None where it does not tell its place."""

    noun: str
    start: int
    path: Path | None


def named_bodies(
    text: str, spots: Sequence[Spot], units: Mapping[Path, Place], about: Mapping[str, Path]
) -> tuple[Named, ...]:
    """The bodies named with a place: beside their name, or as its last words (`Trường Tiểu học |Tân Bắc|`).

    `about` are the units that the article's place lies in by their level, for `Hội Nông dân |huyện|`.
    """
    lowered = settle(text)
    names = _names(units)
    found: list[Named] = []
    for match in _nouns().finditer(lowered):
        row = _rows()[_words(match.group())]
        stop = _NAME_ENDS.search(text, match.end(), match.end() + _NAME_REACH)
        end = stop.start() if stop else match.end() + _NAME_REACH
        beside = next((s for s in spots if match.end() <= s.start < end and (s.path or s.level in about)), None)
        inside = next(_inside(text, names, match.end(), beside.start if beside else end), None)
        limit = inside[0] if inside else beside.start if beside else 0
        if limit and _is_name(lowered, match.end(), limit):
            path = inside[1] if inside else (beside.path or about[beside.level]) if beside else ()
            at_home = about.get("commune") == path  # an article about the commune tells of its part of the border
            path = path[:-1] if inside and row.wide and not at_home else path
            found.extend([Named(row.word, match.start(), path)] if path else [])
        elif _QUOTED.match(text, match.end()):
            found.append(Named(row.word, match.start(), _around(text, spots, *match.span(), about)))
    return tuple(found)


def _around(text: str, spots: Sequence[Spot], start: int, end: int, about: Mapping[str, Path]) -> Path | None:
    """The place right behind a quoted name, else the one before it in its sentence.

    `Mô hình “Sạch ngõ” ở |xã Hạ|`; `Tại |xã Hạ|, Hội Phụ nữ xã ra mắt mô hình “Sạch ngõ”`. The noun is `start:end`.
    None for a name that the text comes back to: what it is all about may have begun in one place.
    """
    closing = text.find("”", end, end + _NAME_REACH) + 1
    if closing and settle(text).count(settle(text[end:closing]).strip(' “”"')) > 1:
        return None
    joined = (s.path for s in spots if closing and _behind_name().fullmatch(settle(text[closing : s.start])))
    opens = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "; ")) + 1
    told = [s for s in spots if opens <= s.start < start and not (s.aside or s.passing or s.bracketed or s.donor)]
    paths = (next(joined, ()), *(s.path or about.get(s.level) for s in reversed(told) if not s.several))
    return next((path for path in paths if path), None)


@cache
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:\(|{alternation(word_forms('scene', 'at'))}\s)")


def last_place(bodies: Sequence[Named], noun: str, start: int, paragraph: int, about: Path | None) -> Path | None:
    """The place of the body that a bare noun at `start` means.

    That is the last one named in the `paragraph` that begins there; else the one that works where the article is
    set, as a branch named in between is not meant; else the last one. Where `about` is None, only a body of the
    paragraph is meant.
    """
    before = [body for body in bodies if body.noun == noun and body.start < start]
    if before and before[-1].start >= paragraph:
        return before[-1].path
    if about is None or any(body.path and same(body.path) == same(about) for body in before):
        return about
    return before[-1].path if before else None


def subject_of(lowered: str, start: int, end: int) -> str | None:
    """The bare body that is the subject of the (lower-case) sentence `start:end`, by its table's word."""
    found = _subject().match(lowered, start, end) or _said_subject().search(lowered, start, end)
    if found is None:
        return None
    if found["belonging"]:
        return _rows()[_words(found["body"])].word
    after = lowered[found.end() : end].split()
    verbs = (" ".join(after[:count]).rstrip(",.;") for count in range(_VERB_SYLLABLES, 0, -1))
    goes_on = any(verb in aspects() or verb in word_forms("scene", "subject_goes_on") for verb in verbs)
    return _rows()[_words(found["body"])].word if goes_on else None


def _is_name(lowered: str, start: int, end: int) -> bool:
    """Whether what stands between a noun and a place is the body's name."""
    name = lowered[start:end]
    joined = _JOINED.search(name)
    bare = name[: joined.start()] if joined else name
    return "," not in bare and not whole_words(word_forms("scene", "apart")).search(bare)


def _inside(
    text: str, names: Iterable[tuple[re.Pattern[str], Path]], start: int, end: int
) -> Iterator[tuple[int, Path]]:
    """Where in a body's name a unit's name begins, and the unit's path."""
    for pattern, path in names:
        match = pattern.search(text, start, end)
        if match:
            yield match.start(), path


def _names(units: Mapping[Path, Place]) -> list[tuple[re.Pattern[str], Path]]:
    """The bare names of the communes and villages that the article names, as patterns."""
    small = {same(place.path): place for place in units.values() if place.level in ("commune", "village")}
    return [(re.compile(rf"(?<!\w){re.escape(place.path[-1])}(?!\w)"), place.path) for place in small.values()]


def _words(text: str) -> str:
    return " ".join(text.split())


@cache
def _rows() -> dict[str, BodyRow]:
    return {settle(form): row for row in rows("scene", "bodies", BodyRow) for form in (*row.bare, *row.forms)}


def body_at(lowered: str, at: int) -> str | None:
    """The body whose noun stands at an offset of (lower-case) text, by its table's word."""
    found = _any_noun().match(lowered, at)
    return _rows()[_words(found.group())].word if found else None


@cache
def _any_noun() -> re.Pattern[str]:
    return whole_words(_rows())


@cache
def _nouns() -> re.Pattern[str]:
    return whole_words([form for row in rows("scene", "bodies", BodyRow) for form in row.forms])


def _body() -> str:
    """A body's noun as a subject, or the owner of one: `|HTX| tiêu thụ`, `bếp ăn của |trường|`."""
    of = alternation(word_forms("scene", "of_body"))
    lead = rf"(?:{PHRASE}|{now()}\s)?"
    return rf"{lead}(?P<belonging>(?:[^\W\d_]+\s){{1,4}}{of}\s)?(?P<body>{alternation(_rows())})(?=[\s,])"


@cache
def _subject() -> re.Pattern[str]:
    """A body's noun at the head of a sentence, maybe behind a time and a comma: `Năm 2022, |HTX| tiêu thụ`."""
    return re.compile(rf"{MARKS}{_body()}")


@cache
def _said_subject() -> re.Pattern[str]:
    """The same at the head of what somebody says: `Bà Lan, Hiệu trưởng, cho biết: “Năm 2021, |trường| có`."""
    telling = alternation(word_forms("verbs", "saying"))
    return re.compile(rf"(?<!\w){telling}(?::\s?[“\"]?|,\s|\s){_body()}")
