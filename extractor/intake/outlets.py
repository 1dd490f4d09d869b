"""Outlets by name, address or code, and the province where they are at home."""

import re
from functools import cache
from urllib.parse import urlsplit

from extractor.intake.furniture import kind_of, names, one_of
from extractor.vietnamese.gazetteer import bounds, gazetteer, name_key
from extractor.vietnamese.letters import UPPER, fold, tone_key
from extractor.vietnamese.lexicon import Row, rows

TABLE = "outlets"
AGGREGATORS = ("baomoi.com", "msn.com", "facebook.com", "google.com", "youtube.com", "zalo.me", "web.archive.org")
"""Sites that show the articles of others: their address tells nothing about the outlet."""


class OutletRow(Row):
    """A newspaper, station or site. `home` is the province's name, empty for a national outlet."""

    domains: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    home: str | None = None


class MergedRow(Row):
    """A province that was merged into another."""

    into: str
    since: str


_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org)", re.IGNORECASE)
_GOV = re.compile(r"(?:^|\.)([\w-]+)\.gov\.vn$")
_SUFFIX = re.compile(r".{20,}?\s[|–—»-]\s+(.{4,100})$")
_SENTENCE = re.compile(rf"\s+[{UPPER}][^\W\d_{UPPER}]+\s+[^\W\d_{UPPER}]")
_DASHED = re.compile(r"(?P<name>[^-–|\n]{4,90}?)\s+[-–]\s+(?=\S)")
_NAME_MAX = 90
_SENTENCE_MIN = 40


@cache
def portal() -> re.Pattern[str]:
    """The start of an outlet's name; a short word needs a capital or a unit after it: Báo Mẫu, not báo cáo.

    A centre that does other things, too, needs an area: Trung tâm Văn hóa - Thông tin huyện Mẫu.
    """
    forms = names("portal", TABLE)
    short = "|".join(re.escape(form) for form in forms if len(form.split()) < 3)
    long = "|".join(re.escape(form) for form in forms if len(form.split()) >= 3)
    area, electronic = one_of("area", TABLE), one_of("electronic", TABLE)
    capital = rf"(?i:\s+{electronic})?\s+[{UPPER}]"
    unit = rf"\s+(?i:{area})(?:\s+[{UPPER}][^\s,|–-]*){{1,4}}\s*(?:$|[-–|,.])"
    centre = rf"(?i:{one_of('centre', TABLE)})(?=[^.:;|]{{0,50}}{unit})"
    return re.compile(rf"(?i:{long})\b|(?i:{short})(?:(?=-?\w{{0,2}}{capital})|(?=[-\w]{{0,4}}{unit}))|{centre}")


@cache
def _goes_on() -> re.Pattern[str]:
    """How a name goes on after a dash: `tỉnh Mẫu`, `Giao tiếp điện tử tỉnh Mẫu`, `Truyền hình huyện Mẫu`."""
    area = one_of("area", TABLE)
    electronic = rf"(?:.*\b)?{one_of('electronic', TABLE)}\s+{area}"
    return re.compile(rf"(?:{area}|{one_of('branch', TABLE)}|{electronic})\b", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    """A unit that does something: no name, but a headline. Đài truyền thanh xã Mẫu phát huy hiệu quả."""
    name, area = rf"(?:\s+[{UPPER}][^\s{UPPER}]*)+", one_of("area", TABLE)
    shouted = rf"(?:\s+[{UPPER}]+){{7}}"
    return re.compile(rf"\b(?:(?i:{area}){name}(?:\s+[^\W\d_{UPPER}]+){{3}}|{area.upper()}{shouted})")


@cache
def _cut() -> re.Pattern[str]:
    """Where an outlet's name ends."""
    subtitle = one_of("subtitle", TABLE)
    return re.compile(rf"\s*[|•©]\s*|\s{{2,}}|\s[-–]\s|\s*,?\s*{subtitle}", re.IGNORECASE)


@cache
def _electronic() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*{one_of('electronic', TABLE)})?", re.IGNORECASE)


@cache
def _by_name() -> dict[str, OutletRow]:
    return {tone_key(form): row for row in rows(TABLE, "outlet", OutletRow) for form in row.forms}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _by_name())


@cache
def _by_code() -> dict[str, OutletRow]:
    return {code.lower(): row for row in rows(TABLE, "outlet", OutletRow) for code in row.codes}


@cache
def _by_domain() -> dict[str, OutletRow]:
    return {domain: row for row in rows(TABLE, "outlet", OutletRow) for domain in row.domains}


@cache
def _provinces() -> dict[str, str]:
    """Folded names of the provinces, old and new, with and without blanks."""
    found = {row.home for row in rows(TABLE, "outlet", OutletRow) if row.home}
    found |= {name for row in rows(TABLE, "merged", MergedRow) for name in (row.word, row.into)}
    plain = {fold(name).replace(" - ", " "): name for name in found}
    return plain | {name.replace(" ", ""): province for name, province in plain.items()}


def is_code(code: str) -> bool:
    """Whether this is the code or the address of a known outlet: BTO, GLO, Baonghean.vn."""
    return code.strip().lower() in _by_code() or bool(_DOMAIN.fullmatch(code.strip()))


def is_known(name: str) -> bool:
    """Whether this is a known outlet's name: Báo Mẫu, whatever its letters' case."""
    return tone_key(name) in _by_name()


def is_province(name: str) -> bool:
    """Whether this is a province's name, whatever its letters' case."""
    return fold(name) in _provinces()


def name_at_start(text: str) -> str | None:
    """The outlet's name with which a line begins, when nothing but a subtitle follows: `Báo Cà Mau - cơ quan …`."""
    if len(text) > 200:
        return None
    head = _cut().split(text, maxsplit=1)[0]
    known = known_prefix(text)
    if _is_online(text):
        return head
    if known:
        rest = text[len(known) :]
        return known if not rest.strip(" .:") or _cut().match(rest) else None
    if _unit_first().fullmatch(text.strip(" .:")):
        return text.strip(" .:")
    if not portal().match(text) or (head != text and not _cut().search(text)):
        return None
    parts = re.split(r"\s[-–]\s", re.split(r"\s*[|•]\s*|\s{2,}", text)[0])
    name = parts[0]
    for part in parts[1:]:
        if not _goes_on().match(part):
            break
        name = text[: text.index(part) + len(part)]
    match = portal().match(name)
    bare = match is not None and match.end() == len(name.rstrip(" .:"))
    fits = len(name) <= _NAME_MAX and match and not bare and not _told().search(name)
    return name.strip(" .:") if fits else None


@cache
def _unit_first() -> re.Pattern[str]:
    """The unit and then what it runs: XÃ MẪU - TRANG THÔNG TIN ĐIỆN TỬ."""
    forms = "|".join(re.escape(form) for form in names("portal", TABLE) if len(form.split()) >= 3)
    return re.compile(rf"(?i:{one_of('area', TABLE)})\s[^-–|.:]{{2,40}}\s[-–|]\s(?i:{forms})")


def _is_online(text: str) -> bool:
    """A province's name with what papers add to it on the web, alone on a line: THÁI NGUYÊN ONLINE."""
    head = _cut().split(text, maxsplit=1)[0]
    match = re.fullmatch(rf"(.{{3,25}}?)\s+{one_of('electronic', TABLE)}", head, re.IGNORECASE)
    return match is not None and head[:1].isupper() and is_province(match[1])


def known_prefix(text: str) -> str | None:
    """The longest known name at the start, with `điện tử` or `online` after it, as written."""
    words = [match.end() for match in re.finditer(r"\S+", text[:_NAME_MAX])]
    if not words or tone_key(text[: words[0]].rstrip(" .:,|-–")) not in _first_words():
        return None
    for end in reversed(words):
        if tone_key(text[:end].rstrip(" .:,|-–")) in _by_name():
            end = len(text[:end].rstrip(" .:,|-–"))
            more = _electronic().match(text, end)
            return text[: more.end()] if more else text[:end]
    return None


def begins_with_outlet(text: str) -> int:
    """Length of an outlet's name before the first sentence, else 0.

    A known name may be glued to it (`Báo Cà Mau Sau hợp nhất …`), any may have a dash (`Báo Mẫu - Sáng 5/3, …`).
    """
    if dashed := _before_sentence(text):
        return dashed
    known = known_prefix(text)
    if not known or not portal().match(known) or not _SENTENCE.match(text, len(known)):
        return 0
    return len(known)


def _before_sentence(text: str) -> int:
    """Length of an outlet's name and the dash behind it where a whole sentence follows, no subtitle; else 0."""
    head = _DASHED.match(text)
    if head is None or not name_at_start(head["name"]):
        return 0
    rest = text[head.end() :]
    told = len(rest) >= _SENTENCE_MIN and rest[0].isupper() and rest.rstrip('”" ').endswith((".", "!", "?", "…"))
    subtitle = kind_of(rest) or _goes_on().match(rest) or portal().match(rest)
    return 0 if subtitle or not told else head.end()


def name_of_address(url: str | None) -> str | None:
    """The outlet at this address, by the table, or the host of a portal."""
    host = host_of(url)
    row = row_of_host(host)
    if row:
        return row.word
    return host if host.endswith(".gov.vn") else None


def own_name(text: str) -> str | None:
    """The outlet whose name a line is, or ends with after a title; but for a copyright line."""
    if kind_of(text) == "footer":
        return None
    suffix = _SUFFIX.search(text) if len(text) <= 300 else None
    return name_at_start(text) or (name_at_start(suffix[1]) if suffix else None)


def home_province(outlet: str | None, url: str | None, published: str | None) -> str | None:
    """The province where the outlet is at home at that time: by its name, code or address."""
    home = _home(outlet, url) or _province_of_units(outlet or "", published)
    for row in rows(TABLE, "merged", MergedRow):
        if home == row.word and published and published[:7] >= row.since[:7]:
            return str(row.into)
    return home


def _home(outlet: str | None, url: str | None) -> str | None:
    name = (outlet or "").strip()
    row: OutletRow | None = (
        _by_name().get(tone_key(name)) or _by_code().get(name.lower()) or row_of_host(name.lower())
    )
    if row is None and name and (known := known_prefix(name)):
        row = _by_name().get(tone_key(known)) or _by_name().get(tone_key(_electronic().sub("", known)))
    if row is not None:
        return row.home
    if _is_online(name):
        name = _electronic().sub("", name)
    return _provinces().get(fold(name)) or _province_in(name) or _home_of_host(host_of(url))


def _province_in(name: str) -> str | None:
    """The last province named in an outlet's name: Trang thông tin điện tử xã Mẫu, tỉnh Lạng Sơn."""
    folded = fold(name).replace(" - ", " ")
    marked = re.search(r"\b(?:tinh|thanh pho|tp\.?)\s+([\w ]+)$", folded)
    if marked and marked[1].strip() in _provinces():
        return _provinces()[marked[1].strip()]
    if re.search(r"\b(?:xa|phuong|huyen|quan|thi tran|thi xa)\s", folded):
        return None
    ending = [province for key, province in _provinces().items() if " " in key and folded.endswith(f" {key}")]
    return max(ending, key=len) if ending else None


@cache
def _unit() -> re.Pattern[str]:
    """A unit with its kind: xã Mẫu, huyện Mẫu."""
    kinds = "|".join(sorted({unit.kind for unit in gazetteer().units}, key=len, reverse=True))
    return re.compile(rf"\b((?i:{kinds}))\s+([{UPPER}][^\s,]*(?:\s[{UPPER}][^\s,]*){{0,3}})")


def _province_of_units(name: str, published: str | None) -> str | None:
    """The one province that has all the units of a portal's name: Trang thông tin điện tử xã Mẫu, huyện Mẫu."""
    if not portal().match(name):
        return None
    possible: set[str] | None = None
    for match in _unit().finditer(name.title() if name.isupper() else name):
        units = gazetteer().named(name_key(match[2]))
        first, last = bounds(published)
        here = {
            gazetteer().path(unit, published)[0]
            for unit in units
            if unit.kind == match[1].lower() and unit.valid(first, last)
        }
        possible = here if possible is None else possible & here
    return next(iter(possible)) if possible and len(possible) == 1 else None


def host_of(url: str | None) -> str:
    """The host of an address, lower case, without `www.`; empty where there is none."""
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


def is_aggregator(url: str | None) -> bool:
    """Whether the page shows the articles of others, so that its site's name is not the outlet's."""
    return _shows_others(host_of(url))


def _shows_others(host: str) -> bool:
    return any(f".{host}".endswith(f".{site}") for site in AGGREGATORS)


def row_of_host(host: str) -> OutletRow | None:
    """The known outlet at this host or the one above it; sites that show the articles of others are none."""
    if not host or _shows_others(host):
        return None
    parts = host.split(".")
    for at in range(len(parts) - 1):
        row = _by_domain().get(".".join(parts[at:]))
        if row is not None:
            return row
    return None


def _home_of_host(host: str) -> str | None:
    """Of a portal: vinhphuc.bacquang.hagiang.gov.vn, congan.hagiang.gov.vn, conganhagiang.gov.vn."""
    row = row_of_host(host)
    if row is not None:
        return row.home
    match = _GOV.search(host)
    label = match[1].replace("-", "") if match else ""
    return _provinces().get(label) or _provinces().get(label.removeprefix("congan"))
