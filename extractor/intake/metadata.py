"""What the head of an HTML page says about its article: <meta>, JSON-LD, OpenGraph, <time>, canonical link."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.intake import dating, outlets
from extractor.intake.markup import Markup
from extractor.records import DateCandidate
from extractor.vietnamese.encodings import convert

_TITLES = ("og:title", "twitter:title", "title", "dc.title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_AUTHORS = ("author", "article:author", "dc.creator", "dable:author", "byl")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
_DATES = (
    "article:published_time", "og:published_time", "pubdate", "publishdate", "publish-date", "publish_date",
    "datepublished", "dc.date.issued", "dcterms.created", "dc.date", "date", "its_publication", "article.published",
)  # fmt: skip
_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "webpage")
_SUFFIX = re.compile(r"\s+[|–—»-]\s+([^|–—»]{2,80})$")
_LOOSE_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_MAX_JSON_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of a page: the head's titles, likeliest first; `window` is the title of the browser's window,
    `site` what stands there behind the article's title."""

    titles: tuple[str, ...] = ()
    window: str | None = None
    site: str | None = None
    description: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()


def read_metadata(markup: Markup) -> Metadata:
    """The metadata of the page."""
    metas = _metas(markup)
    linked = list(_linked_data(markup))
    outlet = _first(metas, _SITES) or _name(_of(linked, "publisher"))
    titles = [_first(metas, _TITLES), _string(_of(linked, "headline"))]
    window, url = _window_title(markup), _canonical(markup, metas)
    if outlets.is_aggregator(url):
        outlet = None
    return Metadata(
        titles=tuple(dict.fromkeys(_without_site(title, outlet) for title in titles if title)),
        window=_without_site(window, outlet) if window else None,
        site=next(iter(_suffix(window)), None) if window else None,
        description=_first(metas, _DESCRIPTIONS),
        author=as_author(_first(metas, _AUTHORS), outlet) or as_author(_name(_of(linked, "author")), outlet),
        outlet=_outlet(outlet, [*titles, window, *_logos(markup)]),
        url=url,
        dates=tuple(_dates(markup, metas, linked)),
    )


def _metas(markup: Markup) -> dict[str, str]:
    """Contents by lower-case name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for element in markup.elements:
        if element.tag == "meta":
            attributes = element.attributes
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            content = " ".join(convert(attributes.get("content", ""), markup.encoding).split())
            if name and content:
                found.setdefault(name.lower(), content)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _linked_data(markup: Markup) -> Iterator[dict[str, Any]]:
    """The article objects of the page's JSON-LD; broken JSON is passed over."""
    for element, script in markup.scripts:
        if "ld+json" in markup.elements[element].attributes.get("type", ""):
            try:
                yield from _objects(json.loads(script, strict=False), _MAX_JSON_DEPTH)
            except (ValueError, RecursionError):
                loose = _LOOSE_DATE.search(script)
                if loose:
                    yield {"datePublished": loose[1]}


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(str(kind).lower() in _ARTICLE_TYPES for kind in kinds):
            yield value
        yield from _objects(value.get("@graph"), depth - 1)


def _of(objects: list[dict[str, Any]], name: str) -> Any:
    return next((one[name] for one in objects if one.get(name)), None)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for one in value if (name := _name(one))]
        return ", ".join(names) or None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: Any) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _window_title(markup: Markup) -> str | None:
    for element, text in markup.scripts:
        if markup.elements[element].tag == "title":
            return _string(convert(text, markup.encoding))
    return None


def _without_site(title: str, outlet: str | None) -> str:
    """The title without ` - Báo Mẫu` at its end."""
    match = _SUFFIX.search(title)
    if match:
        suffix = match[1].strip()
        if (outlet and suffix.lower() == outlet.lower()) or outlets.own_name(suffix) or "." in suffix:
            return title[: match.start()].strip()
    return title


def _outlet(site: str | None, titles: list[str | None]) -> str | None:
    """The site's name, or the outlet that a title is or ends with; a bare address is the last resort."""
    named = site if site and len(site) <= 100 and "." not in site.strip(".") else None
    known = (outlets.name_at_start(part) for title in titles if title for part in (title, *_suffix(title)))
    return named or next((name for name in known if name), site)


def _logos(markup: Markup) -> Iterator[str]:
    """What the page's pictures and their links are called: <a title="Báo Mẫu"><img alt="Báo Mẫu"></a>."""
    for element in markup.elements:
        if element.tag in ("img", "a"):
            yield from (element.attributes[name] for name in ("alt", "title") if element.attributes.get(name))


def _suffix(title: str) -> tuple[str, ...]:
    match = _SUFFIX.search(title)
    return (match[1],) if match else ()


def as_author(name: str | None, outlet: str | None) -> str | None:
    """The author, but no site's name, address or system account."""
    if not name or "/" in name or "@" in name or len(name) > 80 or name.lower() in ("admin", "administrator"):
        return None
    is_site = (
        outlets.own_name(name) or (outlet and name.lower() == outlet.lower()) or re.search(r"\.\w{2,4}$", name)
    )
    return None if is_site else name


def _canonical(markup: Markup, metas: Mapping[str, str]) -> str | None:
    for element in markup.elements:
        if element.tag == "link" and element.attributes.get("rel", "").lower() == "canonical":
            address = element.attributes.get("href", "").strip()
            if address.startswith("http"):
                return address
    address = metas.get("og:url", "")
    return address if address.startswith("http") else None


def _dates(markup: Markup, metas: Mapping[str, str], linked: list[dict[str, Any]]) -> Iterator[DateCandidate]:
    given = (("json-ld", _string(_of(linked, "datePublished"))), ("meta", _first(metas, _DATES)))
    for source, text in given:
        value = dating.iso_date(text) if text else None
        if value:
            yield dating.candidate(value, source)
    for element in markup.elements:
        if element.attributes.get("itemprop") == "datePublished" or element.tag == "time":
            stamp = element.attributes.get("datetime") or element.attributes.get("content") or ""
            value = dating.iso_date(stamp)
            if value:
                yield dating.candidate(value, "time element")
                return
