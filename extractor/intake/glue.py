"""What a scraper glued together on the first line: its own date, a section's name, the title, the lead.

` date 2024-04 An ninh trật tự Xã Mẫu ra mắt tổ tự quản Thời gian qua, …` holds all four. A line is cut only
where one of the first two is found, so that an article without a title stays whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.intake.dating import scraped_stamp
from extractor.intake.lines import Line
from extractor.intake.titles import glued_lead, looks_like_title, rubric_length
from extractor.intake.traced import Traced

_BETWEEN = " .:-–|\t"


@dataclass(frozen=True, slots=True)
class Unglued:
    """The page's lines, with the first cut into title and lead; the pieces cut off; the scraper's date."""

    lines: tuple[Line, ...]
    pieces: tuple[tuple[Traced, str], ...] = ()
    date: str | None = None
    title: str | None = None


def unglue(lines: Sequence[Line], given: str | None = None) -> Unglued:
    """The lines with what was glued to the first one, or to the title `given`, cut off."""
    if not lines:
        return Unglued(())
    if given and _repeats(lines[0].text, given):
        whole = lines[0].traced
        at = len(whole) - len(whole.text[len(given) :].lstrip(_BETWEEN))
        return Unglued((Line(whole[: len(given)]), Line(whole[at:]), *lines[1:]), title=given)
    traced, date, pieces = lines[0].traced, None, []
    stamp = scraped_stamp(traced.text)
    if stamp:
        pieces.append((traced[: stamp[0]], "scraper's date"))
        traced, date = traced[stamp[0] :], stamp[1]
    rubric = rubric_length(traced.text)
    if rubric and _is_glued(traced.text[rubric:], stamped=stamp is not None):
        pieces.append((traced[:rubric], "section"))
        traced = traced[rubric:]
    if not pieces:
        return Unglued(tuple(lines))
    cut = glued_lead(traced.text)
    parts = [traced] if cut is None else [traced[:cut].stripped(), traced[cut:]]
    new = [Line(part, lines[0].gap) for part in parts if part.text]
    title = parts[0].text if cut is not None and looks_like_title(Line(parts[0])) else None
    return Unglued((*new, *lines[1:]), tuple(pieces), date, title)


def _repeats(text: str, title: str) -> bool:
    """Whether the line is the title with the text glued to it: `Xã Mẫu họp dân Sáng 5/6, xã Mẫu …`."""
    rest = text[len(title) :].lstrip(_BETWEEN)
    return text[: len(title)].lower() == title.lower() and len(rest) >= 40 and not rest[0].islower()


def _is_glued(rest: str, *, stamped: bool) -> bool:
    """A section's name is cut off where a title follows it, on its own line or before a lead."""
    return (
        stamped
        or glued_lead(rest) is not None
        or (len(rest.split()) >= 5 and len(rest) <= 200 and rest[-1] not in ".,;:")
    )
