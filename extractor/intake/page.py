"""The article's lines of an HTML page: trafilatura says where the article is, the page's own blocks are taken.

Trafilatura finds the main text well but drops leads, tables, captions and lists (on a page of the CMS most used by
provincial papers it lost the lead in all its modes). So its answer is only a vote: the smallest element that holds
most of what it found is the article's container, and every block in it counts that no furniture holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import trafilatura

from extractor.intake import outlets
from extractor.intake.bylines import labelled_name, read_signature
from extractor.intake.dating import read_stamp
from extractor.intake.furniture import names
from extractor.intake.lines import Line
from extractor.intake.markup import Block, Element, Markup
from extractor.intake.mastheads import is_body
from extractor.intake.titles import key, looks_like_title
from extractor.intake.traced import Traced, joined, untraced
from extractor.records import Removal

_MOST = 0.75
_MUCH = 0.4
_MAX_FOR_TREES = 2_000_000
_MAX_BLOCKS = 5_000
"""Lines of a page: an article has some dozens, its page some hundreds; trees of more take seconds."""
_MAX_ATTRIBUTES = 500
"""Of one element; libxml2 compares each with all others, for minutes where there are a hundred thousand."""
_MAX_DEPTH = 200
"""lxml builds trees to a depth of 256; what is deeper is no honest page and gets our own judgement alone."""
_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "form", "button", "select", "option", "menu", "dialog"})
_TITLE_WORDS = 5
_TITLE_MARKS = re.compile(r"-(?:title|headline|tieude|tieu-de|h1|heading)-")
_NEAR = 12
"""Blocks above the text among which an unnamed title is looked for."""
_DATE_ABOVE = 3
"""Blocks above the title among which a date marked as such may be the article's."""
_SPLIT = re.compile(r"[\s_:./-]+|(?<=[a-z])(?=[A-Z])")
_MIN_PARAGRAPH = 60
_CELL_MAX = 200
_HEADLINE_MIN = 20
_LEADS = 3


@dataclass(frozen=True, slots=True)
class PageLines:
    """The article's lines with title, date and author above them, and the page's other text."""

    lines: tuple[Line, ...]
    removed: tuple[Removal, ...]


def article_lines(html: str, markup: Markup, titles: Sequence[str], description: str | None) -> PageLines:
    """The lines of the article; none when the page has no text."""
    blocks = markup.blocks
    weights = _voted(html, markup) or _weighed(markup)
    container = _container(markup, weights)
    inside = _inside(markup, container)
    furniture = _furniture(markup, _held(markup, weights))
    wanted = {key(title) for title in titles}
    head = _head(markup, inside, furniture, wanted)
    lead = key(description or "")
    held_blocks = [at for at, block in enumerate(blocks) if block.element in inside]
    bounds = (held_blocks[0], held_blocks[-1]) if held_blocks else (0, -1)
    chosen = [
        at
        for at, block in enumerate(blocks)
        if block.element not in furniture
        and (at == head or not _linked_headline(block))
        and (block.element in inside or at == head or _belongs(markup, at, head, bounds, lead))
    ]
    if _is_list([blocks[at] for at in held_blocks if blocks[at].element not in furniture]):
        chosen = []
    return PageLines(tuple(_lines(markup, chosen, head)), tuple(_rest(markup, set(chosen), furniture)))


def _linked_headline(block: Block) -> bool:
    """A line that is a link from end to end: another article's headline."""
    return len(block.traced) >= _HEADLINE_MIN and block.linked >= 0.9 * len(block.traced)


def _is_list(blocks: Sequence[Block]) -> bool:
    """A page of headlines with their leads, no article: most paragraphs follow a line that is a link."""
    led = count = 0
    headline = False
    for block in blocks:
        if _linked_headline(block):
            headline = True
        elif len(block.traced) >= _MIN_PARAGRAPH:
            count += 1
            led += headline
            headline = False
    return led >= _LEADS and led >= 0.6 * count


def _rest(markup: Markup, chosen: set[int], furniture: set[int]) -> Iterator[Removal]:
    """The text of the page that was not chosen; neighbours of one reason are one piece."""
    reasons = [
        "" if at in chosen else "page furniture" if block.element in furniture else "outside the article"
        for at, block in enumerate(markup.blocks)
    ]
    for reason, group in groupby(zip(reasons, markup.blocks, strict=True), key=lambda pair: pair[0]):
        if reason:
            pieces = [block.traced for _, block in group]
            yield Removal(
                at=max(0, pieces[0].start()), text="\n".join(piece.text for piece in pieces), reason=reason
            )


def main_title(markup: Markup, titles: Sequence[str], window: str | None) -> str | None:
    """The title: a line of the page that its head repeats, else what the head says, else a heading.

    The browser window's title alone is often the outlet's name or `Chi tiết tin`, so that it must say more.
    """
    headings = [block.traced.text for block in markup.blocks if _tag(markup, block) == "h1"]
    told = [title for title in (*titles, window) if title and not (outlets.own_name(title) or is_body(title))]
    keys = [key(title) for title in told]
    for lines in (headings, [block.traced.text for block in markup.blocks]):
        for line in lines:
            if len(line.split()) >= _TITLE_WORDS and any(key(line) and key(line) in one for one in keys):
                return line
    longer = (title for title in (*titles, *headings, window) if title in told or title in headings)
    return next((title for title in longer if title and len(title.split()) >= _TITLE_WORDS), None)


def fits_tree(html: str, markup: Markup) -> bool:
    """Whether libraries that build a tree of the page can be asked about it."""
    small = len(html) <= _MAX_FOR_TREES and markup.depth <= _MAX_DEPTH and len(markup.blocks) <= _MAX_BLOCKS
    return small and all(len(element.attributes) <= _MAX_ATTRIBUTES for element in markup.elements)


def _voted(html: str, markup: Markup) -> list[int] | None:
    """Letters of each block that trafilatura takes for the article's; None when it finds too little."""
    if not fits_tree(html, markup):
        return None
    try:
        found = trafilatura.extract(html, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, RecursionError, AttributeError, UnicodeError):
        return None
    kept = {key(line) for line in (found or "").splitlines()}
    weights = [
        len(b.traced) if len(b.traced) >= _MIN_PARAGRAPH and key(b.traced.text) in kept else 0
        for b in markup.blocks
    ]
    return weights if sum(weights) >= 200 else None


def _weighed(markup: Markup) -> list[int]:
    """Letters of each block that reads like running text: long, hardly linked, in no furniture."""
    long = [
        len(block.traced) if len(block.traced) >= _MIN_PARAGRAPH and block.linked * 3 < len(block.traced) else 0
        for block in markup.blocks
    ]
    furniture = _furniture(markup, _held(markup, long))
    return [0 if block.element in furniture else weight for block, weight in zip(markup.blocks, long, strict=True)]


def _held(markup: Markup, weights: Sequence[int]) -> list[int]:
    """The weight within each element."""
    held = [0] * len(markup.elements)
    for block, weight in zip(markup.blocks, weights, strict=True):
        if block.element >= 0:
            held[block.element] += weight
    for at in range(len(held) - 1, -1, -1):
        parent = markup.elements[at].parent
        if parent >= 0:
            held[parent] += held[at]
    return held


def _container(markup: Markup, weights: Sequence[int]) -> int:
    """The smallest element that holds most of the weight, -1 for the whole page."""
    held = _held(markup, weights)
    enough = _MOST * sum(weights)
    return max((at for at, letters in enumerate(held) if letters >= enough), default=-1) if enough else -1


def _inside(markup: Markup, container: int) -> set[int]:
    """The container and the elements within it."""
    if container < 0:
        return {-1, *range(len(markup.elements))}
    found = {container}
    for at in range(container + 1, len(markup.elements)):
        if markup.elements[at].parent in found:
            found.add(at)
    return found


def _furniture(markup: Markup, held: Sequence[int]) -> set[int]:
    """Elements by whose tag or class we know that they hold no article, with all within them.

    What holds much of the text is none, whatever its class says: <body class="has-sidebar">, <form id="Form">.
    """
    much = _MUCH * max(held, default=0)
    found: set[int] = set()
    for at, element in enumerate(markup.elements):
        if element.parent in found or (not (held[at] >= much > 0) and _is_furniture(element)):
            found.add(at)
    return found


def _is_furniture(element: Element) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    style = element.attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or bool(_names("container").search(_marks(element)))


@cache
def _names(table: str) -> re.Pattern[str]:
    return re.compile("-(?:" + "|".join(re.escape(form) for form in names(table)) + ")-")


def _marks(element: Element) -> str:
    """Class, id and type as tokens: -box-tin-lien-quan-, and of <div type="RelatedOneNews"> -related-one-news-."""
    text = " ".join(element.attributes.get(name, "") for name in ("class", "id", "type"))[:300]
    return "-" + "-".join(token.lower() for token in _SPLIT.split(text) if token) + "-"


def _tag(markup: Markup, block: Block) -> str:
    return markup.elements[block.element].tag if block.element >= 0 else ""


def _head(markup: Markup, inside: set[int], furniture: set[int], wanted: set[str]) -> int:
    """The block of the title: the first that the page's head repeats, else the last h1, else what is marked so."""
    blocks = markup.blocks
    first = next((at for at, block in enumerate(blocks) if block.element in inside), len(blocks))
    above = range(min(len(blocks), first + 30))
    named = (at for at in above if key(blocks[at].traced.text) in wanted)
    ranked = [at for at in above if _tag(markup, blocks[at]) == "h1"]
    if (found := next(named, None)) is not None:
        return found
    if ranked:
        return ranked[-1]
    near = range(max(0, first - _NEAR), min(len(blocks), first + 3))
    marked = [at for at in near if blocks[at].element not in furniture and _marked_title(markup, blocks[at])]
    return marked[0] if marked else -1


def _marked_title(markup: Markup, block: Block) -> bool:
    """A heading, or an element whose class says that it is a title, and long enough for one."""
    tag = _tag(markup, block)
    marks = "".join(_marks(element) for element in _around(markup, block, 2))
    return (tag in ("h2", "h3") or bool(_TITLE_MARKS.search(marks))) and looks_like_title(Line(block.traced))


def _around(markup: Markup, block: Block, steps: int) -> Iterator[Element]:
    """The block's element and those around it, from the inside."""
    at = block.element
    while at >= 0 and steps > 0:
        yield markup.elements[at]
        at, steps = markup.elements[at].parent, steps - 1


def _belongs(markup: Markup, at: int, head: int, bounds: tuple[int, int], lead: str) -> bool:
    """A block outside the container that is still the article's: between title and text, its lead, a signature."""
    block = markup.blocks[at]
    text, (first, last) = key(block.traced.text), bounds
    if len(text) >= _MIN_PARAGRAPH and lead and (text.endswith(lead) or lead.startswith(text[:200])):
        return True
    role = _role(markup, block)
    if last < at <= last + 3:
        return bool(role == "author" or labelled_name(block.traced.text))
    if head - _DATE_ABOVE <= at < head and role == "date" and read_stamp(block.traced.text):
        return True
    if not 0 <= head < at < first:
        return False
    dated = len(text) < _CELL_MAX and read_stamp(block.traced.text) is not None
    return dated or role in ("lead", "author", "date") or len(text) >= _MIN_PARAGRAPH


def _role(markup: Markup, block: Block) -> str:
    """What the markup says about a block, from its element outwards."""
    at, steps = block.element, 0
    while at >= 0 and steps < 4:
        element = markup.elements[at]
        marks = _marks(element)
        if element.tag == "h1":
            return "title"
        if element.tag == "figcaption" or re.search(r"-(?:caption|captions|chuthich|fig-cap|photo-cap\w*)-", marks):
            return "caption"
        if re.search(r"-(?:author|byline|tacgia|createdby|sign|signature|writer)-", marks):
            return "author"
        if element.tag == "time" or re.search(r"-(?:date|time|datetime|publish\w*|ngaydang)-", marks):
            return "date"
        if element.tag in ("h2", "h3", "h4"):
            return "lead" if _names("lead").search(marks) else "heading"
        if element.tag == "li":
            return "item"
        if _names("lead").search(marks):
            return "lead"
        at, steps = element.parent, steps + 1
    return ""


def _lines(markup: Markup, chosen: Iterable[int], head: int) -> Iterable[Line]:
    """The chosen blocks as lines; the cells of a table's row are one line."""
    in_table = False
    for row, group in groupby(chosen, key=lambda at: _row(markup, markup.blocks[at])):
        members = list(group)
        blocks = [markup.blocks[at] for at in members]
        if row >= 0 and _is_data(markup, blocks):
            yield Line(_pipes([block.traced for block in blocks]), blocks[0].gap and not in_table, "row")
            in_table = True
            continue
        in_table = False
        for at, block in zip(members, blocks, strict=True):
            role = "title" if at == head else _role(markup, block)
            signs = role == "author" and read_signature(block.traced.text) is None
            yield Line(block.traced, block.gap, "" if signs else role)


def _is_data(markup: Markup, blocks: Sequence[Block]) -> bool:
    """Whether a row's blocks are cells of figures; in a table that lays out a page a cell holds much text."""
    cells = {_cell(markup, block) for block in blocks}
    return len(cells) == len(blocks) >= 2 and all(len(block.traced) <= _CELL_MAX for block in blocks)


def _cell(markup: Markup, block: Block) -> int:
    at = block.element
    while at >= 0 and markup.elements[at].tag not in ("td", "th"):
        at = markup.elements[at].parent
    return at


def _row(markup: Markup, block: Block) -> int:
    """The table row in which the block is a cell, -1 when it is in none."""
    at = block.element
    while at >= 0:
        if markup.elements[at].tag == "tr":
            return at
        if markup.elements[at].tag in ("table", "div", "article", "section"):
            return -1
        at = markup.elements[at].parent
    return -1


def _pipes(cells: Sequence[Traced]) -> Traced:
    pieces = [untraced("| ")]
    for cell in cells:
        pieces += [cell, untraced(" | ")]
    return joined(pieces).stripped()
