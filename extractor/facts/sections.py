"""Section headings without a colon: `III. Nhiệm vụ 6 tháng cuối năm`, whose time and status hold below it."""

import re

from extractor.facts.layout import BULLETS, Layout
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle

# A heading is no longer than this many characters, its section no longer than so many lines.
LONGEST_HEADING, LONGEST_SECTION = 90, 60
# How much of a paragraph tells that it leaves the section.
OPENING = 40

_NUMBERED = re.compile(r"(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?|[a-zđ])[.)/]\s*(?=\D)")
_DATED = re.compile(r"\([^()]*\d[^()]*\)$")
_CLOSED = (".", ";", ",", ":", "!", "?", "”", '"', ")")


def section_heading(layout: Layout, offset: int) -> tuple[int, int] | None:
    """Bounds of the heading of the section that holds the offset, or None. The title heads no section."""
    start, end = layout.paragraph(offset)
    if settle(layout.text[start : start + OPENING]).startswith(_leaving()):
        return None
    for _ in range(LONGEST_SECTION):
        if start == 0:
            return None
        start, end = layout.paragraph(start - 1)
        if start and _is_heading(layout.text[start:end].strip()):
            return start, end
    return None


def _leaving() -> tuple[str, ...]:
    """What opens a paragraph that no section holds any more: `Phát biểu tại kỳ họp, …`, `Tại hội nghị, …`."""
    return word_forms("cues", "remarks") + word_forms("cues", "meeting")


def _is_heading(line: str) -> bool:
    """Whether the line is a heading; one in brackets at its end tells its time: `1. Thiệt hại (từ 6 đến 9/10)`."""
    if not 3 <= len(line) <= LONGEST_HEADING or line.startswith(BULLETS) or "|" in line:
        return False
    if line.endswith(_CLOSED) and not _DATED.search(line):
        return False
    return _NUMBERED.match(line) is not None or is_plan(line)


def is_plan(heading: str) -> bool:
    """Whether the heading announces a plan: `5. Chỉ tiêu năm 2026`, `Phương hướng quý IV`."""
    words = settle(_NUMBERED.sub("", heading.strip(), count=1))
    return words.startswith(tuple(f"{form} " for form in word_forms("cues", "planning")))
