"""Raw page to clean article: letters, lines, title, body, outlet, author, date, each with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractor.errors import InputError
from extractor.intake import dating, mastheads, outlets
from extractor.intake.bylines import credited
from extractor.intake.cleaning import Cleaned, clean
from extractor.intake.furniture import kind_of
from extractor.intake.glue import unglue
from extractor.intake.header import read_header
from extractor.intake.lines import Line, split_lines
from extractor.intake.markdown import read_markdown
from extractor.intake.markup import parse, retraced
from extractor.intake.metadata import Metadata, as_author, read_metadata
from extractor.intake.page import article_lines, fits_tree, main_title
from extractor.intake.rawpage import METADATA, RawPage
from extractor.intake.traced import Traced, joined, trace, untraced
from extractor.records import Article, DateCandidate, Removal
from extractor.vietnamese.letters import canonical


@dataclass(frozen=True, slots=True)
class _Read:
    """A page's lines, what its metadata says, and what was left out already."""

    lines: tuple[Line, ...]
    clues: Metadata = field(default_factory=Metadata)
    removed: tuple[Removal, ...] = ()


def to_article(page: RawPage) -> Article:
    """The article of the page. Raises InputError when the page holds none."""
    read = _read_html(page.html) if page.html is not None else _read_text(page.text or "")
    clues = read.clues
    url = page.given.get("url") or clues.url or _address(read.lines)
    known = _given(page, "title") or next(iter(clues.titles), None)
    unglued = unglue(read.lines, known)
    title = known or unglued.title
    cleaned = clean(unglued.lines, title)
    if not cleaned.body:
        raise InputError(f"{page.source}: the page holds no article")
    text = _assemble(cleaned)
    pieces = [Removal(at=max(0, piece.start()), text=piece.text, reason=why) for piece, why in unglued.pieces]
    outlet = _given(page, "outlet") or _outlet(read, cleaned, url)
    dates = _dates(page, clues, cleaned, unglued.date, text.text, url)
    published = dating.choose(dates)
    return Article(
        id=page.id,
        text=text.text,
        title=cleaned.title.text if cleaned.title else None,
        published=published,
        outlet=outlet,
        author=_given(page, "author") or cleaned.author or clues.author,
        url=url,
        home_province=outlets.home_province(outlet, url, published)
        or outlets.home_province(cleaned.code, None, published),
        source=page.source,
        raw_offsets=text.offsets,
        removed=tuple(sorted((*read.removed, *pieces, *cleaned.removed), key=lambda one: one.at)),
        dates=dates,
        given=tuple(sorted(page.given)),
    )


def _read_text(text: str) -> _Read:
    """The lines of a page that came as text, and what a scraper's header says."""
    header = read_header(split_lines(trace(text)))
    said = {name: value for name, value in header.fields.items() if name in METADATA}
    date = dating.iso_date(said.get("published", ""))
    addresses = [value for name in ("url", "outlet") if kind_of(value := said.get(name, "")) == "address"]
    outlet = None if said.get("outlet") in addresses else said.get("outlet")
    clues = Metadata(
        titles=(said["title"],) if "title" in said else (),
        author=as_author(said.get("author"), outlet),
        outlet=outlet,
        url=next(iter(addresses), None),
        dates=(dating.candidate(date, "scraper"),) if date else (),
    )
    removed = tuple(Removal(at=max(0, one.start()), text=one.text, reason="header") for one in header.removed)
    lines, marks = read_markdown(header.lines)
    return _Read(lines, clues, removed + marks)


def _read_html(html: str) -> _Read:
    """The article's lines and the metadata of an HTML page."""
    markup = retraced(parse(html))
    metadata = read_metadata(markup)
    title = main_title(markup, metadata.titles, metadata.window)
    found = article_lines(html, markup, (*metadata.titles, *([title] if title else [])), metadata.description)
    dates = metadata.dates or (dating.guessed(html) if fits_tree(html, markup) else ())
    clues = replace(metadata, titles=(canonical(title),) if title else (), dates=dates)
    return _Read(found.lines, clues, found.removed)


def _printed(read: _Read) -> list[str]:
    """The page's lines from top to bottom, also those that were left out already."""
    pieces = [(line.traced.start(), line.text) for line in read.lines]
    pieces += [(piece.at, piece.text) for piece in read.removed]
    return [text for _, piece in sorted(pieces, key=lambda one: one[0]) for text in piece.splitlines()]


def _address(lines: Sequence[Line]) -> str | None:
    """The page's address where a scraper wrote it on the first line."""
    return lines[0].text if lines and kind_of(lines[0].text) == "address" else None


def _given(page: RawPage, name: str) -> str | None:
    value = page.given.get(name)
    return " ".join(canonical(value).split()) if value and value.strip() else None


def _assemble(cleaned: Cleaned) -> Traced:
    """Title, a blank line, and the body's lines; a blank line where the page has one."""
    pieces: list[Traced] = []
    if cleaned.title:
        pieces += [cleaned.title, untraced("\n\n")]
    for number, line in enumerate(cleaned.body):
        if number:
            pieces.append(untraced("\n\n" if line.gap else "\n"))
        pieces.append(line.traced)
    return joined(pieces)


def _outlet(read: _Read, cleaned: Cleaned, url: str | None) -> str | None:
    """The outlet as the page names it, the surest place first: metadata, a line of its own, … a credited source."""
    clues, printed = read.clues, _printed(read)
    title = cleaned.title.text if cleaned.title else None
    found = (
        [clues.outlet],
        (outlets.own_name(text) for text in printed),
        [cleaned.code],
        [mastheads.self_named(line.text for line in cleaned.body)],
        (mastheads.name_in_copyright(text) for text in printed),
        [mastheads.masthead(printed, title)],
        [mastheads.body_above(printed, title)],
        [outlets.name_of_address(url)],
        (mastheads.own_address(text) for text in printed),
        (mastheads.of_source(source) for text in printed if (source := credited(text))),
        [mastheads.site(clues.site, clues.window, title)],
    )
    return next((name for names in found for name in names if name), None)


def _dates(
    page: RawPage, clues: Metadata, cleaned: Cleaned, scraped: str | None, text: str, url: str | None
) -> tuple[DateCandidate, ...]:
    """All candidates, likeliest first."""
    found: list[DateCandidate] = [*clues.dates, *dating.address_dates(url)]
    given = dating.iso_date(page.given.get("published", ""))
    if given:
        found.append(dating.candidate(given, "given"))
    if scraped:
        found.append(dating.candidate(scraped, "scraper"))
    found += dating.title_dates(cleaned.title.text) if cleaned.title else ()
    found += dating.dateline_dates(cleaned.body[0].text)
    for place, stamp in cleaned.stamps:
        source = "label" if stamp.labelled and place != "page clock" else place
        found.append(dating.candidate(stamp.date, source))
    return dating.weigh(_best_of_each(found), text)


def _best_of_each(candidates: Iterable[DateCandidate]) -> list[DateCandidate]:
    """The first candidate of each source and date."""
    return list({(one.source, one.date): one for one in reversed(list(candidates))}.values())[::-1]
