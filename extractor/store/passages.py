"""The passage of an article that proves a fact, and where in it the evidence stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\n+|(?<=[.!?…”\"])\s+(?=[A-ZÀ-ỸĐ“\"(])")
_SHORT = re.compile(r"(?:\b\w{1,3}|\d)\.$")
REACH = 400


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
    for match in _BREAK.finditer(text, begin, start):
        if match.group().startswith("\n") or not _SHORT.search(text[max(0, match.start() - 4) : match.start()]):
            begin = match.end()
    following = next(
        (
            match.start()
            for match in _BREAK.finditer(text, end, stop)
            if match.group().startswith("\n") or not _SHORT.search(text[max(0, match.start() - 4) : match.start()])
        ),
        stop,
    )
    return Passage(text[begin:following], ((start - begin, end - begin),))


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
    return Passage(text[begin:stop], inside)


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
