"""Pages that a scraper wrote as Markdown: the marks go, what they say about a line stays as its role."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.intake.lines import Line
from extractor.intake.traced import Traced, masked
from extractor.records import Removal

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_LINK = re.compile(r"\]\((?:https?://|/|#)[^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_MARK = re.compile(
    rf"^#{{1,6}}\s+(?=\S)|!?\[(?=[^\[\]]{{0,300}}{_LINK.pattern})|{_LINK.pattern}|\*\*|__|(?<!\S)[*_](?=\S)|(?<=\S)[*_](?!\S)"
)
_HEADLINE = re.compile(rf"(?:[-*+]\s+|\d{{1,2}}\.\s+)?!?\[[^\[\]]{{20,300}}{_LINK.pattern}")
_LINKS = 2


def read_markdown(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Removal, ...]]:
    """The lines without marks, and what was taken out; a page without a heading and two links is no Markdown.

    A line that is one link from end to end is another article's headline.
    """
    first = next((at for at, line in enumerate(lines) if line.text.startswith("# ")), None)
    if first is None and sum(bool(_LINK.search(line.text)) for line in lines) < _LINKS:
        return tuple(lines), ()
    kept: list[Line] = []
    removed: list[Removal] = []
    for at, line in enumerate(lines):
        if _HEADLINE.fullmatch(line.text) and not _HEADING.match(line.text):
            removed.append(_removal(line.traced, "another article's headline"))
            continue
        spans = [match.span() for match in _MARK.finditer(line.text)]
        bare = masked(line.traced, spans, lambda piece: removed.append(_removal(piece, "markup"))).stripped()
        role = "title" if at == first else "heading" if _HEADING.match(line.text) else line.role
        if bare.text:
            kept.append(replace(line, traced=bare, role=role))
    return tuple(kept), tuple(removed)


def _removal(piece: Traced, reason: str) -> Removal:
    return Removal(at=max(0, piece.start()), text=piece.text, reason=reason)
