"""Raw page to clean article: letters, lines, title, body, outlet, author, date, each with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.errors import InputError
from extractor.intake import dating, outlets
from extractor.intake.cleaning import Cleaned, clean
from extractor.intake.glue import unglue
from extractor.intake.lines import Line, split_lines
from extractor.intake.rawpage import RawPage
from extractor.intake.traced import Traced, joined, trace, untraced
from extractor.records import Article, DateCandidate, Removal
from extractor.vietnamese.letters import canonical


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page's metadata says, before its text is read."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    removed: tuple[Removal, ...] = field(default=(), repr=False)


def to_article(page: RawPage) -> Article:
    """The article of the page. Raises InputError when the page holds none."""
    if page.html is not None:
        lines, clues = split_lines(trace(page.html)), Clues(url=page.given.get("url"))
    else:
        lines, clues = split_lines(trace(page.text or "")), Clues(url=page.given.get("url"))
    unglued = unglue(lines)
    title = _given(page, "title") or clues.title or unglued.title
    cleaned = clean(unglued.lines, title)
    if not cleaned.body:
        raise InputError(f"{page.source}: the page holds no article")
    text = _assemble(cleaned)
    pieces = [Removal(at=max(0, piece.start()), text=piece.text, reason=why) for piece, why in unglued.pieces]
    outlet = _given(page, "outlet") or _outlet(clues, cleaned, lines)
    dates = _dates(page, clues, cleaned, unglued.date, text.text)
    published = dating.choose(dates)
    return Article(
        id=page.id,
        text=text.text,
        title=cleaned.title.text if cleaned.title else None,
        published=published,
        outlet=outlet,
        author=_given(page, "author") or cleaned.author or clues.author,
        url=clues.url,
        home_province=outlets.home_province(outlet, clues.url, published)
        or outlets.home_province(cleaned.code, None, published),
        source=page.source,
        raw_offsets=text.offsets,
        removed=tuple(sorted((*clues.removed, *pieces, *cleaned.removed), key=lambda one: one.at)),
        dates=dates,
        given=tuple(sorted(page.given)),
    )


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


def _outlet(clues: Clues, cleaned: Cleaned, lines: Sequence[Line]) -> str | None:
    """The outlet as the page names it: in its metadata, on a line of its own, by its code, in a footer."""
    if clues.outlet:
        return clues.outlet
    own = next((name for line in lines if (name := outlets.own_name(line.text))), None)
    return (
        own
        or cleaned.code
        or outlets.self_named(line.text for line in cleaned.body)
        or next((name for one in cleaned.removed if (name := outlets.name_in_copyright(one))), None)
        or outlets.name_of_address(clues.url)
    )


def _dates(
    page: RawPage, clues: Clues, cleaned: Cleaned, scraped: str | None, text: str
) -> tuple[DateCandidate, ...]:
    """All candidates, likeliest first."""
    found: list[DateCandidate] = [*clues.dates, *dating.address_dates(clues.url)]
    given = dating.iso_date(page.given.get("published", ""))
    if given:
        found.append(dating.candidate(given, "given"))
    if scraped:
        found.append(dating.candidate(scraped, "scraper"))
    for place, stamp in cleaned.stamps:
        source = "label" if stamp.labelled and place != "page clock" else place
        if not stamp.alone and source == "below the title" and not stamp.labelled:
            source = "page clock"
        found.append(dating.candidate(stamp.date, source))
    return dating.weigh(_best_of_each(found), text)


def _best_of_each(candidates: Iterable[DateCandidate]) -> list[DateCandidate]:
    """The first candidate of each source and date."""
    return list({(one.source, one.date): one for one in reversed(list(candidates))}.values())[::-1]
