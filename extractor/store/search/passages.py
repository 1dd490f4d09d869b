"""The passage of an article that proves a fact, and where in it the evidence stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\n+|(?<=[.!?…”\"])\s+(?=[A-ZÀ-ỸĐ“\"(])")
_ABBREVIATION = re.compile(r"\b(?:[A-ZĐ]|TP|TX|TT|Tp|Tx|ThS|TS|PGS|GS|BS|KS|Tr|No)\.$")
REACH = 400
LENGTH = 300
"""Sentences are gathered up to so many characters: enough to tell a meaning, and only one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article; `marks` are half-open offsets into `text` of what it is shown for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The text with each mark between `before` and `after`."""
        pieces, at = [], 0
        for start, end in self.marks:
            pieces += [self.text[at:start], before, self.text[start:end], after]
            at = end
        return "".join([*pieces, self.text[at:]])


def passage(text: str, start: int, end: int) -> Passage:
    """The sentence around `text[start:end]`, cut to some hundred characters on either side."""
    begin, stop = max(0, start - REACH), min(len(text), end + REACH)
    for _, after in _breaks(text, begin, start):
        begin = after
    stop = next((before for before, _ in _breaks(text, end, stop)), stop)
    return Passage(on_one_line(text[begin:stop]), ((start - begin, end - begin),))


def _breaks(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and the next begins: not after `TP.`, `ThS.`."""
    for match in _BREAK.finditer(text, begin, stop + 1):  # with the letter behind: a sentence may begin there
        abbreviated = _ABBREVIATION.search(text, max(0, match.start() - 5), match.start())
        if match.end() <= stop and ("\n" in match.group() or not abbreviated):
            yield match.span()


def stretches(text: str, length: int = LENGTH) -> list[tuple[int, int]]:
    """Offsets of the text's passages: whole sentences, as many together as have room in `length` characters."""
    found: list[tuple[int, int]] = []
    begin = 0
    for stop, after in (*_breaks(text, 0, len(text)), (len(text), len(text))):
        if found and stop - found[-1][0] <= length:
            found[-1] = (found[-1][0], stop)
        elif text[begin:stop].strip():
            found.append((begin, stop))
        begin = after
    return found


def on_one_line(text: str) -> str:
    """Line breaks as blanks; offsets stay."""
    return text.replace("\n", " ")


def around(text: str, marks: Sequence[tuple[int, int]], width: int = 240) -> Passage:
    """The stretch of at most about `width` characters that holds the most marks, cut at word bounds."""
    if not marks:
        return Passage(text[:width].rsplit(" ", 1)[0] if len(text) > width else text)
    best = max(range(len(marks)), key=lambda at: (_within(marks, at, width), -at))
    begin = max(0, marks[best][0] - width // 6)
    stop = min(len(text), max(begin + width, marks[best][1]))
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    inside = tuple((start - begin, end - begin) for start, end in marks if begin <= start and end <= stop)
    return Passage(on_one_line(text[begin:stop]), inside)


def _within(marks: Sequence[tuple[int, int]], at: int, width: int) -> int:
    limit = marks[at][0] + width * 5 // 6
    return sum(1 for start, end in marks[at:] if end <= limit)


def joined(marks: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Marks in order, those with only a blank between them as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(set(marks)):
        if result and start <= result[-1][1] + 1 and not text[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
