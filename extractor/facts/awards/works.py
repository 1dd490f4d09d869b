"""Works that win prizes, told by title and maker: `Bộ ảnh Bến cũ của ông Mẫu`, `“Máy tách hạt” của nhóm`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.facts.awards.words import kind_noun, opening, words
from extractor.reading.spans import Body, Person
from extractor.vietnamese.phrases import CAPITAL


@dataclass(frozen=True, slots=True)
class Work:
    """A work's title, empty where it has none, and where it ends, its makers included."""

    title: str
    end: int


def titled_work(
    text: str, settled: str, start: int, stop: int, people: Mapping[int, Person], bodies: Mapping[int, Body]
) -> Work | None:
    """The work whose title begins at `start`, with no noun but its maker behind it: `Bến Cũ của tác giả Mẫu`."""
    quoted = _QUOTED.match(text, start, stop)
    bare = None if quoted or start in people or start in bodies else _BARE.match(text, start, stop)
    title = quoted or bare
    if title is None:
        return None
    known = kind_noun().match(settled, start) or opening("merit").match(settled, start)
    maker = opening("maker").match(settled, title.end(), stop)
    end = _makers_end(text, title.end(), stop, people, bodies)
    if (bare and (known or not maker)) or (end == title.end() and not maker):
        return None
    return Work(title.group(1), max(end, maker.end() if maker else end))


def named_work(text: str, end: int, stop: int, people: Mapping[int, Person], bodies: Mapping[int, Body]) -> Work:
    """The work whose noun ends at `end`: its title and its makers, where they follow."""
    title = _NOUN_TITLE.match(text, end, stop)
    name, at = (title.group(1) or title.group(2), title.end()) if title else ("", end)
    of = _OF.match(text, at, stop)
    return Work(name, _makers_end(text, of.end(), stop, people, bodies) if of else at)


def _makers_end(text: str, at: int, stop: int, people: Mapping[int, Person], bodies: Mapping[int, Body]) -> int:
    """Where the list of makers that begins at `at` ends: `nhóm sinh viên |Lê Văn Mẫu, Trần Thị Lụa|`."""
    end = at
    while True:
        plain = _PLAIN.match(text, at, stop)
        begin = plain.end() if plain else at
        maker = people.get(at) or people.get(begin) or bodies.get(at) or bodies.get(begin)
        if maker is None or maker.end > stop:
            return end
        end = maker.end
        joint = _JOINT.match(text, end, stop)
        if joint is None:
            return end
        at = joint.end()


_STOP = rf"(?=\s+(?:của|{words('recipient_stop')})(?!\w)|[,;:.(\n]|\s*\Z)"
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{2,90})[”\"]\s+của\s+")
_BARE = re.compile(rf"({CAPITAL}[^,;:.()“”\"\n]{{2,80}}?)\s+của\s+")
_NOUN_TITLE = re.compile(rf"\s*[“\"]([^“”\"\n]{{2,90}})[”\"]|\s+({CAPITAL}[^,;:.()“”\"\n]{{1,80}}?){_STOP}")
_OF = re.compile(r"\s+của\s+")
_PLAIN = re.compile(r"(?:[a-zà-ỹđ]+\s+){1,5}")
_JOINT = re.compile(r"\s*(?:,|và|,\s*và)\s+")
