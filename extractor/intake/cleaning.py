"""Lines of a page to title and body: everything that is not the article goes, with its reason.

The page is read as head, body and tail. The head ends at the title, the tail begins at the first furniture, or
after the signature, from which the article does not go on. Within the body only lines go that are furniture by
their own words, headings of other articles with their teasers, and second printings. What is unsure stays.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.intake.bylines import dateline, glued_signature, read_signature, signed_beside
from extractor.intake.dating import Stamp, read_stamp
from extractor.intake.endings import find_end, runs
from extractor.intake.furniture import BLOCKS, kind_of, names
from extractor.intake.lines import Line
from extractor.intake.mastheads import is_body
from extractor.intake.outlets import begins_with_outlet, name_at_start
from extractor.intake.titles import Title, find_title, key, looks_like_title, title_of
from extractor.intake.traced import Traced, masked, untraced
from extractor.records import Removal

_TWICE_MIN = 20
_NUMBER = re.compile(r"\d[\d.,]*")
_HEAD = 3
"""Lines at the head of a page that may name the body which runs it."""
_TEASER_MIN = 25
_SENTENCE_MIN = 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article's title and lines, what was removed, and what the removed pieces tell about the article.

    `stamps` are (place, stamp) with the places of `dating.CONFIDENCE`.
    """

    title: Traced | None
    body: tuple[Line, ...]
    removed: tuple[Removal, ...]
    stamps: tuple[tuple[str, Stamp], ...]
    author: str | None
    code: str | None


def clean(lines: Sequence[Line], given_title: str | None) -> Cleaned:
    """Title and body of the page. The body is empty when the page holds no article."""
    stamps = {at: stamp for at, line in enumerate(lines) if (stamp := read_stamp(line.text))}
    kinds = [_kind(line, stamps.get(at)) for at, line in enumerate(lines)]
    first = _first_paragraph(lines, kinds)
    kinds = [_at_head(lines, kinds, at, first) for at in range(len(lines))]
    title = title_of(given_title, lines, untraced(given_title)) if given_title else find_title(lines, kinds, first)
    start = _start(lines, title, first)
    end, author = find_end(lines, kinds, start)
    fate = _fate(lines, kinds, title, start, end)
    removals = [
        _removal(lines[at].traced, reason)
        for at, reason in sorted(fate.items())
        if title is None or at != title.first
    ]
    removals += _around_title(lines, title)
    kept = [lines[at] for at in range(len(lines)) if at not in fate]
    kept, code, late = _trimmed(kept, removals)
    code = code or (dateline(lines[first].text)[1] if first < start else None)
    return Cleaned(
        title=title.traced if title else None,
        body=tuple(kept),
        removed=tuple(sorted(removals, key=lambda one: one.at)),
        stamps=tuple((_place(at, title, start, end, stamp), stamp) for at, stamp in stamps.items()),
        author=author or late or _under_title(lines, kinds, stamps, start, first),
        code=code,
    )


def _kind(line: Line, stamp: Stamp | None) -> str | None:
    if line.is_row:
        return "text size" if kind_of(line.text) == "text size" else None
    if line.role == "date" and len(line) <= _SENTENCE_MIN and not line.ends_sentence:
        return "stamp"
    if stamp and (stamp.labelled or not stamp.rest or signed_beside(stamp.rest)):
        return "stamp"
    if name_at_start(line.text) and not begins_with_outlet(line.text):
        return "outlet"
    return kind_of(line.text) or ("page clock" if stamp else None)


def _at_head(lines: Sequence[Line], kinds: Sequence[str | None], at: int, first: int) -> str | None:
    """The kind of a line: a number below `Lượt xem`; a body's name above the title."""
    if kinds[at] is None and at and kinds[at - 1] == "counter" and _NUMBER.fullmatch(lines[at].text):
        return "counter"
    if kinds[at] or at >= min(_HEAD, first) or not is_body(lines[at].text):
        return kinds[at]
    titled = any(kinds[later] is None and looks_like_title(lines[later]) for later in range(at + 1, first))
    return "outlet" if titled else None


def _first_paragraph(lines: Sequence[Line], kinds: Sequence[str | None]) -> int:
    """The first line of running text; on a page of short sentences the first sentence."""
    open_lines = [at for at, kind in enumerate(kinds) if kind is None]
    long = (at for at in open_lines if lines[at].is_paragraph and not _dated_headline(lines, kinds, at))
    short = (at for at in open_lines if lines[at].ends_sentence and len(lines[at]) >= _TEASER_MIN)
    return next(long, next(short, len(lines)))


def _dated_headline(lines: Sequence[Line], kinds: Sequence[str | None], at: int) -> bool:
    """A long headline that ends like a sentence: the publication date stands right below it."""
    return looks_like_title(lines[at]) and kinds[at + 1 : at + 2] == ["stamp"]


def _start(lines: Sequence[Line], title: Title | None, first: int) -> int:
    """The first line of the body. A title after the first paragraph counts only where that is printed again."""
    if title is None or title.first < 0:
        return first
    if title.first < first:
        return title.first + 1
    again = any(
        key(lines[first].text).endswith(key(line.text)) for line in lines[title.first + 1 :] if line.is_paragraph
    )
    return title.first + 1 if again else first


def _fate(
    lines: Sequence[Line], kinds: Sequence[str | None], title: Title | None, start: int, end: int
) -> dict[int, str]:
    """Why each removed line goes."""
    fate = dict.fromkeys(range(end, len(lines)), "after the article")
    for at in range(start):
        if kinds[at] or title is not None or not (lines[at].ends_sentence or len(lines[at]) >= _SENTENCE_MIN):
            fate[at] = "before the article"
    fate |= {at: kind for at, kind in enumerate(kinds) if kind and (at < start or at >= end)}
    fate |= _furniture_within(lines, kinds, start, end)
    fate |= dict.fromkeys(_signed_above(lines, kinds, start), "signature")
    if title:
        fate |= dict.fromkeys(title.lines, "title printed again")
    return _second_printings(lines, fate, start)


def _signed_above(lines: Sequence[Line], kinds: Sequence[str | None], start: int) -> list[int]:
    """Lines between the title and the first paragraph that are the author's name."""
    found: list[int] = []
    for at in range(start, min(start + 6, len(lines))):
        if lines[at].is_paragraph and kinds[at] is None:
            return found
        if kinds[at] is None and read_signature(lines[at].text):
            found.append(at)
    return []


def _under_title(
    lines: Sequence[Line], kinds: Sequence[str | None], stamps: Mapping[int, Stamp], start: int, first: int
) -> str | None:
    """The author between title and text, on a line of its own or beside the date."""
    for at in range(start, max(start, first + 2)):
        beside = signed_beside(stamps[at].rest) if at in stamps else None
        if beside:
            return beside
    signatures = [read_signature(lines[at].text) for at in _signed_above(lines, kinds, start)]
    return next((one.author for one in signatures if one and one.author), None)


def _furniture_within(lines: Sequence[Line], kinds: Sequence[str | None], start: int, end: int) -> dict[int, str]:
    """Furniture in the body; a heading of other articles takes the headlines after it along."""
    fate: dict[int, str] = {}
    block: str | None = None
    began = False
    for at in range(start, end):
        kind = kinds[at]
        began = began or runs(lines[at], kind)
        if kind in ("stamp", "page clock") and began and not _below_lead(lines, kinds, start, at):
            kind = None
        if kind == "menu" and not _in_run(kinds, at) and at > start:
            kind = None
        if kind:
            fate[at] = kind
            opens = kind in BLOCKS and len(lines[at]) < 40
            block = kind if opens else block if kind not in BLOCKS else None
        elif block and not lines[at].is_paragraph and not lines[at].is_row:
            fate[at] = f"after a heading: {block}"
        else:
            block = None
    return fate


def _below_lead(lines: Sequence[Line], kinds: Sequence[str | None], start: int, at: int) -> bool:
    """A stamp with its author or time right below the lead, as some papers print it; a bare day may head a part."""
    paragraphs = [one for one in range(start, at) if runs(lines[one], kinds[one])]
    rest = any(runs(lines[one], kinds[one]) for one in range(at + 1, len(lines)))
    stamp = read_stamp(lines[at].text) if kinds[at] == "stamp" else None
    more = stamp and (stamp.labelled or stamp.rest or ":" in lines[at].text)
    return bool(more) and paragraphs == [at - 1] and rest


def _in_run(kinds: Sequence[str | None], at: int) -> bool:
    return any(0 <= near < len(kinds) and kinds[near] is not None for near in (at - 1, at + 1))


def _second_printings(lines: Sequence[Line], fate: dict[int, str], start: int) -> dict[int, str]:
    """A lead or caption printed twice stays once; where the first has the outlet's code the second may lack it."""
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.is_row or len(line) < _TWICE_MIN:
            continue
        length, _ = dateline(line.text)
        text = key(line.text[length:])
        first = seen.get(text)
        if first is None:
            if at not in fate or line.is_paragraph:
                seen[text] = at
        elif at not in fate:
            if first in fate and first < start:
                continue
            fate[at] = "printed twice"
    return fate


def _trimmed(lines: Sequence[Line], removals: list[Removal]) -> tuple[list[Line], str | None, str | None]:
    """The lines without the outlet's code, phrases of players, a glued signature; the code and the signature."""
    kept: list[Line] = []
    code: str | None = None
    author: str | None = None
    for place, line in enumerate(lines):
        traced = line.traced
        length, found = dateline(line.text) if place < 2 and not line.is_row else (0, None)
        if length and length < len(traced):
            removals.append(_removal(traced[:length], "dateline"))
            traced, code = traced[length:], code or found
        traced = _without_phrases(traced, removals)
        signature = glued_signature(traced.text) if place == len(lines) - 1 else None
        if signature and signature.start >= _SENTENCE_MIN:
            removals.append(_removal(traced[signature.start :], "signature"))
            traced, author = traced[: signature.start].stripped(), signature.author
        if traced.text:
            kept.append(Line(traced, line.gap, line.role))
    return kept, code, author


def _without_phrases(traced: Traced, removals: list[Removal]) -> Traced:
    """Without what a video player says when it cannot play: `browser not support iframe.`"""
    for phrase in names("phrase"):
        while (at := traced.text.find(phrase)) >= 0:
            traced = masked(
                traced, [(at, at + len(phrase))], lambda piece: removals.append(_removal(piece, "player"))
            ).stripped()
    return traced


def _around_title(lines: Sequence[Line], title: Title | None) -> list[Removal]:
    """What stood on the title's line beside it: a section's name, the outlet's."""
    if title is None or title.first < 0:
        return []
    line = lines[title.first].traced
    at = line.text.find(title.traced.text)
    pieces = [line[:at].stripped(), line[at + len(title.traced) :].stripped()] if at >= 0 else []
    return [_removal(piece, "beside the title") for piece in pieces if piece.text]


def _removal(piece: Traced, reason: str) -> Removal:
    return Removal(at=max(0, piece.start()), text=piece.text, reason=reason)


def _place(at: int, title: Title | None, start: int, end: int, stamp: Stamp) -> str:
    """What a date at this line is: a clock above the title, the publication date below it or after the text.

    Without a title the publication date is what stands alone on the line before the text.
    """
    if at >= end:
        return "after the text"
    if at < start and (title is None or title.first < 0 or at < title.first):
        return "page clock" if stamp.rest or at != start - 1 else "below the title"
    return "below the title" if at <= start + 4 else "after the text"
