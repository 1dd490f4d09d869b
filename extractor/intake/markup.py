"""HTML to blocks of text with offsets into the source: one pass, linear in the page's length, never raises.

A tokenizer of its own instead of a tree builder, because the offset of every character must be known and because
a page may be nested ten thousand deep.
"""

import html
import re
from collections.abc import Set
from dataclasses import dataclass, field, replace

from extractor.intake.traced import Traced, joined, retrace, untraced

MAX_ELEMENTS = 300_000
"""A page has some thousands of elements; what has more is cut off here."""
_SCAN_BACK = 60
"""How many open elements an end tag may close at once; a stray end tag further out is ignored."""

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})((?:[^<>\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}')*+)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_PIECE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});|\s+|[^&\s]+|&")
_RAW = frozenset({"script", "style", "textarea", "noscript", "template", "iframe", "xmp", "svg", "title"})
_LABEL = "label"
_NO_GAP = frozenset({"br", "td", "th", "tr", "li", _LABEL})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr o:p q s samp small span "
    "st1:place strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_APART = re.compile(
    r"author|byline|tacgia|tac-gia|date|time|source|views?|nguon|title|headline|tieude", re.IGNORECASE
)
"""Inline elements that are lines of their own: <span class="author"> beside <span class="date">."""
_CLOSED_BY = {
    "li": {"li"},
    "tr": {"tr", "td", "th", "p"},
    "td": {"td", "th", "p"},
    "th": {"td", "th", "p"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
}
_LISTS = frozenset({"table", "ul", "ol", "dl", "select"})
_BLOCK_TAGS = (
    "address article aside blockquote center div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "nav ol p pre section table ul"
)
_ENDS_PARAGRAPH = frozenset(_BLOCK_TAGS.split())


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its attributes, and the index of the element around it (-1 for none)."""

    tag: str
    attributes: dict[str, str]
    parent: int


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text on the page: its element, the letters in links, and whether a blank line stands before it."""

    traced: Traced
    element: int
    linked: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's elements in their order, its blocks of text, and the contents of scripts and the title.

    `encoding` names the legacy encoding that the blocks were converted from.
    """

    elements: tuple[Element, ...]
    blocks: tuple[Block, ...]
    scripts: tuple[tuple[int, str], ...]
    depth: int
    encoding: str | None = None


@dataclass(slots=True)
class _Builder:
    source: str
    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    scripts: list[tuple[int, str]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    pieces: list[Traced] = field(default_factory=list)
    owner: int = -1
    linked: int = 0
    links: int = 0
    gap: bool = True
    depth: int = 0

    def text(self, start: int, end: int) -> None:
        """Text between two tags: white space is one blank, an entity stands where it began."""
        for match in _PIECE.finditer(self.source, start, end):
            piece, at = match.group(), match.start()
            if piece.startswith("&") and len(piece) > 1:
                piece = html.unescape(piece)
                offsets = (at,) * len(piece)
            elif piece.isspace():
                piece, offsets = " ", (at,)
            else:
                offsets = tuple(range(at, at + len(piece)))
            if piece.isspace() and (not self.pieces or self.pieces[-1].text.endswith(" ")):
                continue
            if not self.pieces:
                self.owner = self.open[-1] if self.open else -1
            self.pieces.append(Traced(" " if piece.isspace() else piece, offsets[: 1 if piece.isspace() else None]))
            self.linked += len(piece) if self.links else 0

    def flush(self, *, gap: bool) -> None:
        """Ends the line."""
        traced = joined(self.pieces).stripped() if self.pieces else Traced("", ())
        if traced.text:
            self.blocks.append(Block(traced, self._block_element(), min(self.linked, len(traced)), self.gap))
            self.gap = False
        self.gap = self.gap or gap
        self.pieces, self.linked = [], 0

    def _block_element(self) -> int:
        """The element that makes the line: the nearest that is not inline."""
        at = self.owner
        while at >= 0 and self.elements[at].tag in _INLINE:
            at = self.elements[at].parent
        return at

    def start(self, tag: str, attributes: str) -> None:
        """A start tag."""
        found = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(attributes)}
        if tag in ("span", "time", "strong", "em", "i", "a") and _APART.search(found.get("class", "")):
            tag = _LABEL
        if tag not in _INLINE:
            self.flush(gap=tag not in _NO_GAP)
            if tag in _CLOSED_BY:
                self._close(_CLOSED_BY[tag], _LISTS)
            if tag in _ENDS_PARAGRAPH:
                self._close({"p"}, _ENDS_PARAGRAPH - {"p"})
        self.elements.append(Element(tag, found, self.open[-1] if self.open else -1))
        if tag not in _VOID and not attributes.endswith("/"):
            self.open.append(len(self.elements) - 1)
            self.depth = max(self.depth, len(self.open))
            self.links += tag == "a"

    def end(self, tag: str) -> None:
        """An end tag: closes the nearest open element of its name."""
        if tag not in _INLINE:
            self.flush(gap=tag not in _NO_GAP)
        for back in range(1, min(_SCAN_BACK, len(self.open)) + 1):
            name = self.elements[self.open[-back]].tag
            if name == tag or (name == _LABEL and tag in _INLINE):
                if name == _LABEL:
                    self.flush(gap=False)
                self._pop(back)
                return

    def _close(self, names: Set[str], stops: Set[str]) -> None:
        """Closes the nearest open element of these names, but none around an element of `stops`."""
        for back in range(1, min(_SCAN_BACK, len(self.open)) + 1):
            name = self.elements[self.open[-back]].tag
            if name in names:
                self._pop(back)
                return
            if name in stops:
                return

    def _pop(self, count: int) -> None:
        self.links -= sum(self.elements[at].tag == "a" for at in self.open[-count:])
        del self.open[-count:]


def parse(source: str) -> Markup:
    """The page's elements and blocks of text. Offsets point into `source`."""
    builder = _Builder(source)
    at = 0
    while at < len(source) and len(builder.elements) < MAX_ELEMENTS:
        less = source.find("<", at)
        if less < 0:
            builder.text(at, len(source))
            break
        builder.text(at, less)
        at = _step(builder, less)
    builder.flush(gap=False)
    return Markup(tuple(builder.elements), tuple(builder.blocks), tuple(builder.scripts), builder.depth)


def _step(builder: _Builder, at: int) -> int:
    """Reads what begins with the `<` at this place; returns where to go on."""
    source = builder.source
    if source.startswith("<!--", at):
        return _after(source, "-->", at + 4)
    if source.startswith(("<!", "<?"), at):
        return _after(source, ">", at)
    match = _TAG.match(source, at)
    if match is None:
        builder.text(at, at + 1)
        return at + 1
    tag = match[2].lower()
    if match[1]:
        builder.end(tag)
        return match.end()
    builder.start(tag, match[3])
    if tag not in _RAW or match[3].endswith("/"):
        return match.end()
    close = re.compile(rf"</{re.escape(tag)}", re.IGNORECASE).search(source, match.end())
    stop = close.start() if close else len(source)
    if tag in ("script", "title"):
        builder.scripts.append((len(builder.elements) - 1, source[match.end() : stop]))
    return stop


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def retraced(markup: Markup) -> Markup:
    """The blocks in canonical letters, legacy encodings converted; judged by all blocks together."""
    whole = joined(piece for block in markup.blocks for piece in (block.traced, untraced("\n")))
    lines, encoding = retrace(whole)
    starts = [0, *(match.end() for match in re.finditer("\n", lines.text))]
    if len(starts) != len(markup.blocks) + 1:
        return markup
    blocks = tuple(
        replace(block, traced=lines[start : end - 1])
        for block, start, end in zip(markup.blocks, starts, starts[1:], strict=False)
    )
    return replace(markup, blocks=blocks, encoding=encoding)
