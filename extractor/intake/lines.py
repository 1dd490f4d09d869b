"""A page's text as lines with offsets; lines that a scraper wrapped at a fixed width are joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.intake.traced import Traced, joined, untraced

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_SENTENCE_END = re.compile(r"[.!?…:;]/?[”\"'’»)\]]*$")
_GOES_ON = re.compile(r"[,–-]$")
_FIELD = re.compile(r"-{3,}$|[A-Za-z_]{3,12}:\s")
"""Two in a row are a scraper's header: title: …, date: …"""
_ENDING = 20
"""Letters that are looked at to see how a line ends."""
_LIST_ITEM = re.compile(r"[-+*•|>]|\d{1,2}[.)]\s")
_WRAP_MIN = 40
"""Nobody wraps narrower; shorter lines are captions, items of a menu, verses."""
_WRAP_MAX = 160
_FULL = 0.85
"""Of the width, from which a line counts as full: the next word may have been long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space at its ends. `gap`: a blank line stands before it.

    `role` is what the markup says: `title`, `lead`, `caption`, `row`, `author`, `date`, else empty.
    """

    traced: Traced
    gap: bool = False
    role: str = ""

    @property
    def text(self) -> str:
        """The line's text."""
        return self.traced.text

    @property
    def ends_sentence(self) -> bool:
        """It ends like a sentence, or like a clause that a list follows."""
        return bool(_SENTENCE_END.search(self.text[-_ENDING:]))

    @property
    def is_paragraph(self) -> bool:
        """Long enough and closed like running text; a title, a teaser's headline or a menu is not."""
        return len(self.text) >= 250 or (len(self.text) >= 90 and self.ends_sentence)

    @property
    def is_row(self) -> bool:
        """A row of a table: | Xã | Số hộ |."""
        return self.role == "row" or (self.text.startswith("|") and self.text.endswith("|") and len(self) > 2)

    def __len__(self) -> int:
        return len(self.text)


def split_lines(traced: Traced) -> tuple[Line, ...]:
    """The lines that hold more than white space, wrapped ones joined."""
    lines: list[Line] = []
    gap, at = False, 0
    for match in _LINE.finditer(traced.text):
        gap = gap or len(traced.text[at : match.start()].replace("\r\n", "\n")) > 1
        at = match.end()
        piece = traced[match.start() : at].stripped()
        if piece.text:
            lines.append(Line(piece, gap))
        gap = not piece.text
    return _unwrapped(lines)


def _unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Wrapped lines joined with a blank: "gắn với / xây dựng nông thôn mới"."""
    width = _wrap_width(lines)
    filled = _filled(lines)
    groups: list[list[Line]] = []
    length = 0
    for at, line in enumerate(lines):
        if groups and _continues(groups[-1][-1], length, line, width, at in filled):
            groups[-1].append(line)
            length += 1 + len(line)
        else:
            groups.append([line])
            length = len(line)
    return tuple(_rejoined(group) for group in groups)


def _rejoined(lines: Sequence[Line]) -> Line:
    """Physical lines as the one that they were."""
    if len(lines) == 1:
        return lines[0]
    pieces = [piece for line in lines for piece in (untraced(" "), line.traced)]
    return Line(joined(pieces[1:]), lines[0].gap)


def _filled(lines: Sequence[Line]) -> set[int]:
    """Lines of blocks in which every line was filled until the next word had no room: wrapped by a machine."""
    found: set[int] = set()
    starts = [at for at, line in enumerate(lines) if at == 0 or line.gap]
    for start, end in pairwise([*starts, len(lines)]):
        block = lines[start:end]
        width = max(len(line) for line in block)
        pairs = list(pairwise(block))
        full = [len(one) + 1 + len(two.text.split(None, 1)[0]) > width for one, two in pairs]
        open_ends = sum(not one.ends_sentence for one, _ in pairs)
        if len(block) >= 3 and _WRAP_MIN < width <= _WRAP_MAX and all(full) and 2 * open_ends >= len(pairs):
            found.update(range(start + 1, end))
    return found


def _continues(before: Line, length: int, line: Line, width: int | None, filled: bool) -> bool:
    """Whether the line goes on with the physical line before. `length` is that of all lines joined so far."""
    last = len(before)
    if line.gap or before.is_row or line.is_row or before.ends_sentence:
        return False
    if _FIELD.match(before.text) and _FIELD.match(line.text):
        return False
    if filled:
        return True
    if _LIST_ITEM.match(line.text):
        return False
    if line.text[0].islower():
        return width is not None or last >= _WRAP_MIN or (length >= 20 and " " in line.text)
    if width is None or not _WRAP_MIN <= last <= width / _FULL:
        return False
    no_room = last + 1 + len(line.text.split(None, 1)[0]) > width
    return no_room or last >= _FULL * width or bool(_GOES_ON.search(before.text))


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which a page was wrapped: the longest line among those that are followed by small letters."""
    widths = [
        len(one)
        for one, two in pairwise(lines)
        if not two.gap and two.text[0].islower() and not one.ends_sentence and _WRAP_MIN <= len(one) <= _WRAP_MAX
    ]
    return max(widths) if len(widths) >= 3 else None
