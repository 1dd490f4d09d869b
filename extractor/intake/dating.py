"""Candidates for the publication date, each with where it stood and how far it is believed, and the choice.

A date that the page shows above the title is a clock: it tells when the page was fetched. It loses against every
other date, and against the text when that tells of another year.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from htmldate import find_date

from extractor.intake.bylines import signed_beside
from extractor.intake.furniture import names, one_of
from extractor.records import DateCandidate
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import Row, rows

CONFIDENCE = {
    "given": 1.0,
    "json-ld": 0.95,
    "meta": 0.94,
    "label": 0.92,
    "below the title": 0.91,
    "scraper": 0.9,
    "time element": 0.88,
    "beside the title": 0.86,
    "dateline": 0.82,
    "address": 0.8,
    "after the text": 0.7,
    "page": 0.55,
    "happening": 0.5,
    "address, month": 0.45,
    "page clock": 0.4,
    "htmldate": 0.35,
}
"""How far each source is believed; only the order and the distance to `_ENOUGH` matter."""
_ENOUGH = 0.25
_FIRST_YEAR, _LAST_YEAR = 1997, 2040
"""The first Vietnamese newspaper went online in 1997."""

_NUMERIC = re.compile(
    r"(?:(?<![\d/.,-])|(?<=[:h]\d\d-))(?:(?<![:h])\d{1,2}\s?[-–]\s?)?"
    r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[.,]\d)"
)
"""28/6/2024, 15-7-2024, 21.7.2024; of two days, 9 - 10.12.2020, the second; behind a time, 13:05 - 12/6/2023."""
_SPELLED = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)
_NAMED_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})\s+tháng\s+([^\W\d]+(?: hai| một)?)(?:\s*,\s*|\s+năm\s+|\s+)(\d{4})", re.IGNORECASE
)
_MONTH_ALONE = re.compile(
    r"(?:số\s+(?:\d{1,3}\s*[-–,(]?\s*)?)?tháng\s+(0?[1-9]|1[0-2])\s?(?:[/-]|,?\s+năm\s+)\s?(20\d{2})", re.IGNORECASE
)
_LETTER = re.compile(rf"[{UPPER}][^,;:.]{{2,40}},\s*ngày")
"""Where a letter was written, before its day: `Mẫu Sơn, ngày 22 tháng 8 năm 2019`."""
_PLACE = re.compile(rf"\(?[{UPPER}][^\d,;:.()]{{2,30}}(?:,|\s\()\s*(?:ngày\s+)?(?=\d)")
_BEHIND = re.compile(r"\s[(\[]\s*(?:[^\W\d]+\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:\s+\d{1,2}[:h]\d{2})?\s*[)\]]$")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_UTC = re.compile(r"\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|\+00:?00)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_SCRAPED = re.compile(r"\s*date\s+(\d{4}(?:-\d{2}){0,2})(?![\d-])\s*")
_TIME = re.compile(
    r"\d{1,2}\s?[:h]\s?\d{2}(?:\s?[:']\s?\d{2})?(?:\s?(?:AM|PM|am|pm|SA|CH))?|[(\[]?GMT\s?[+-]\s?\d{1,2}[)\]]?"
)
_ADDRESS_DAY = re.compile(r"/(20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\d{0,6}(?:\D|$))")
_ADDRESS_MONTH = re.compile(r"/(20\d{2})[/-]?(0[1-9]|1[0-2])(?=/)")
_YEARLESS = re.compile(r"(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?![\d/.-]|[.,]\d)")
_RECENT = timedelta(45)
_YEAR = re.compile(r"(?:năm|/|-|\.)\s?((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"(?:năm|/|trong)\s?((?:19|20)\d{2})(?![\d-])(?! ?[-–] ?20)", re.IGNORECASE)
_LEAD = 900
_PIECE_MAX = 40
_EDGE = " |-–:•,;.()[]/\t"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date outside the sentences. `labelled`: Ngày đăng, Cập nhật. `rest`: what else the line says."""

    date: str
    labelled: bool
    rest: str = ""


class _MonthRow(Row):
    """The name of a month and its number."""

    value: int


@cache
def _month_names() -> dict[str, int]:
    return {form: row.value for row in rows("dates", "month", _MonthRow) for form in row.forms}


@cache
def _beside() -> re.Pattern[str]:
    """What may stand beside a date and is no word of a sentence: time, weekday, number of views."""
    clock, views, weekday = one_of("clock"), one_of("views"), one_of("weekday")
    return re.compile(
        r"(?:^|[*|–-]\s*)số\s*:?\s*\d[\d.]*|"
        rf"{_TIME.pattern}|\d{{1,2}} {clock}(?: \d{{1,2}}(?: {clock})?)?|\b{weekday}\b(?:\s*,?\s*ngày\b)?"
        rf"|\d[\d.,]*\s*{views}|{views}\s*:?\s*\d[\d.,]*",
        re.IGNORECASE,
    )


@cache
def _particle() -> re.Pattern[str]:
    """What binds a date to what stands beside it: `Ngày - | Minh Mẫu`, `lúc` alone."""
    return re.compile(rf"^{one_of('particle')}\s*(?=[-–|•]|$)", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """How a sentence begins that reports on a day: `Sáng ngày 17/9/2024, …`."""
    begin = r"(?:^|[.!?…]\s*|\)\s*[-–]\s*|[-–]\s)"
    return re.compile(rf"{begin}{one_of('daypart')},?\s*(?:ngày\s*)?[(]?(?=\d)", re.MULTILINE)


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"{one_of('target')}\s*$", re.IGNORECASE)


def iso_date(text: str) -> str | None:
    """The date that a source gives, as ISO: 2024-09-06T10:00:00+07:00, 06/09/2024 10:00, 2024-09, 2024."""
    text = text.strip()
    partial = re.match(r"((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?$", text)
    if partial:
        return text
    found = find_dates(text)
    if found and _UTC.fullmatch(text):
        return _in_vietnam(text).date().isoformat()
    return found[0][2] if found else None


def _in_vietnam(stamp: str) -> datetime:
    """A full UTC time as the clock in Vietnam showed it: seven hours later, maybe the next day."""
    return datetime.fromisoformat(stamp[:19]) + timedelta(hours=7)


def find_dates(text: str) -> list[tuple[int, int, str]]:
    """Full dates as (start, end, ISO date), in their order."""
    found: list[tuple[int, int, str]] = []
    for match in _NUMERIC.finditer(text):
        found.extend(_dated(match, match[4], match[3], match[1]))
    for match in _SPELLED.finditer(text):
        found.extend(_dated(match, match[3], match[2], match[1]))
    for match in _NAMED_MONTH.finditer(text):
        month = _month_names().get(match[2].lower())
        found.extend(_dated(match, match[3], str(month), match[1]) if month else ())
    for match in _ISO.finditer(text):
        found.extend(_dated(match, match[1], match[2], match[3]))
    return sorted(found)


def _dated(match: re.Match[str], year: str, month: str, day: str) -> list[tuple[int, int, str]]:
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        value = date(number, int(month), int(day))
    except ValueError:
        return []
    in_range = _FIRST_YEAR <= value.year <= _LAST_YEAR
    return [(match.start(), match.end(), value.isoformat())] if in_range else []


def scraped_stamp(text: str) -> tuple[int, str] | None:
    """Length and date of the header that a scraper left at the start: " date 2024-04 ..."."""
    match = _SCRAPED.match(text)
    return (match.end(), match[1]) if match else None


def read_stamp(text: str) -> Stamp | None:
    """The date of a line like `Thứ 5, 15/08/2019 | 08:32:17`, or None when the line is a sentence with a date."""
    if len(text) > 200:
        return None
    if month := _MONTH_ALONE.fullmatch(text.strip(_EDGE)):
        return Stamp(f"{month[2]}-{int(month[1]):02}", labelled=False)
    dates = find_dates(text)
    if not dates:
        return None
    start, end, value = dates[0]
    rest = f"{text[:start]} {text[end:]}"
    bare = _beside().sub(" ", rest)
    clocked = bare != rest
    lower = bare.lower()
    label = next((form for form in names("stamp") if lower.strip(" |-–:•(").startswith(form.lower())), None)
    if label:
        at = lower.index(label.lower())
        bare = bare[:at] + bare[at + len(label) :]
    bare = _particle().sub("", " ".join(bare.strip(_EDGE).split())).strip(_EDGE)
    alone = _LETTER.fullmatch(bare) or not any(letter.isalnum() for letter in bare)
    parted = "|" in bare or "  " in text
    timed = _CLOCK.search(rest) is not None and len(bare.split()) <= 8
    fits = (
        timed
        or len(bare.split()) <= 4
        or (label and len(bare.split()) <= 8)
        or (clocked and parted and len(text) < 160)
    )
    if alone or signed_beside(bare) or (fits and (label or clocked) and text[-1] not in ".;”"):
        return Stamp(value, labelled=label is not None, rest="" if alone else bare)
    return _piece_stamp(text, start, bare)


def _piece_stamp(text: str, at: int, rest: str) -> Stamp | None:
    """The stamp that is a piece of its own among buttons: `Ngày đăng: 5/7/2022 | Chuyên mục: Xã hội | In`."""
    pieces = re.split(r"\s[|•·]\s", text)
    if len(pieces) < 2 or len(max(pieces, key=len)) > _PIECE_MAX:
        return None
    begun = 0
    for piece in pieces:
        if begun <= at < begun + len(piece):
            stamp = read_stamp(piece)
            return Stamp(stamp.date, stamp.labelled, rest) if stamp and stamp.labelled else None
        begun += len(piece) + len(" | ")
    return None


def address_dates(url: str | None) -> tuple[DateCandidate, ...]:
    """What the page's address says: /2020/10/25/, /20201025, /202010/."""
    if not url:
        return ()
    match = _ADDRESS_DAY.search(url)
    if match:
        value = iso_date("-".join(match.groups()))
        return (candidate(value, "address"),) if value else ()
    match = _ADDRESS_MONTH.search(url)
    return (candidate(f"{match[1]}-{match[2]}", "address, month"),) if match else ()


def guessed(html: str) -> tuple[DateCandidate, ...]:
    """What htmldate finds in the marks of a page whose head gives no date: it knows many CMSs, but not which of
    a page's dates is a clock. So it loses against all others, and against the text."""
    try:
        value = find_date(html, original_date=True, extensive_search=False)
    except (ValueError, TypeError, RecursionError, AttributeError, UnicodeError, OverflowError):
        return ()
    return (candidate(value, "htmldate"),) if value else ()


def dateline_dates(paragraph: str) -> tuple[DateCandidate, ...]:
    """The day that stands with a place before the first sentence: `Mẫu Sơn, 15/6/2023 – Ngày hội …`."""
    place = _PLACE.match(paragraph)
    found = [
        value
        for start, end, value in find_dates(paragraph[:_LEAD])
        if place and _opens(place, paragraph, start, end)
    ]
    return tuple(candidate(value, "dateline") for value in found[:1])


def _opens(place: re.Match[str], paragraph: str, start: int, end: int) -> bool:
    return start == place.end() and re.match(r"\)?\s*[-–—:]\s", paragraph[end:]) is not None


def title_dates(line: str) -> tuple[DateCandidate, ...]:
    """The day in brackets behind the title: `Xã Mẫu ra mắt tổ tự quản (02/08/2023)`."""
    match = _BEHIND.search(line)
    value = iso_date(match[1]) if match else None
    return (candidate(value, "beside the title"),) if value else ()


def happening(text: str) -> DateCandidate | None:
    """The full date with which one of the first sentences begins: Sáng ngày 17/9/2024, Ban Chỉ đạo …"""
    lead = text[:_LEAD]
    dates = {start: value for start, _, value in find_dates(lead)}
    for match in _opening().finditer(lead):
        value = dates.get(match.end())
        if value:
            return candidate(value, "happening")
    return None


def candidate(value: str, source: str) -> DateCandidate:
    """A candidate with the confidence of its source."""
    return DateCandidate(date=value, source=source, confidence=CONFIDENCE[source])


def weigh(candidates: Iterable[DateCandidate], text: str) -> tuple[DateCandidate, ...]:
    """The candidates, likeliest first, of equal ones the earlier, after the text was heard against clocks."""
    found = list(candidates)
    told = happening(text)
    if told:
        found.append(_retold(told, text))
    latest = _latest(text)
    weighed = [_heard(one, told.date if told else None, latest, text) for one in found]
    return tuple(sorted(weighed, key=lambda one: (-one.confidence, one.date)))


def choose(candidates: Sequence[DateCandidate]) -> str | None:
    """The date of the likeliest candidate, None when none is likely enough."""
    best = candidates[0] if candidates else None
    return best.date if best and best.confidence >= _ENOUGH else None


def _retold(told: DateCandidate, text: str) -> DateCandidate:
    """The happening is doubted where the text tells of later years too: then it recalls, and reports of today."""
    named = _NAMED_YEAR.finditer(text)
    years = (
        int(match[1])
        for match in named
        if not _planned().search(text[max(0, match.start(1) - 20) : match.start(1)])
    )
    later = any(int(told.date[:4]) < year <= _LAST_YEAR for year in years)
    return told.model_copy(update={"confidence": _ENOUGH / 2}) if later else told


def _heard(one: DateCandidate, told: str | None, latest: date | None, text: str) -> DateCandidate:
    """A clock is doubted when it is far from what the text tells, believed more when it is near."""
    if one.source not in ("page clock", "page", "htmldate") or len(one.date) < 10:
        return one
    day = date.fromisoformat(one.date)
    recent = _tells_recent_day(text, day)
    factor = 1.0
    if told and len(told) == 10:
        distance = day - date.fromisoformat(told)
        factor = 1.4 if timedelta(0) <= distance <= timedelta(21) else 0.3
    elif latest and not recent:
        factor = 0.3 if day - latest > timedelta(400) else 1.0
    return one.model_copy(update={"confidence": round(one.confidence * factor, 3)})


def _tells_recent_day(text: str, day: date) -> bool:
    """Whether the text has a day without a year some weeks before the day: `sáng 28/1` on a page of 29 January."""
    for match in _YEARLESS.finditer(text):
        try:
            told = date(day.year, int(match[2]), int(match[1]))
        except ValueError:
            continue
        if timedelta(0) <= day - told <= _RECENT:
            return True
    return False


def _latest(text: str) -> date | None:
    """The latest day, or the end of the latest year, that the text names in no plan."""
    days = [date.fromisoformat(value) for _, _, value in find_dates(text)]
    years = [int(year) for year in _YEAR.findall(text) if _FIRST_YEAR <= int(year) <= _LAST_YEAR]
    if days and (not years or max(years) <= max(days).year):
        return max(days)
    return date(max(years), 12, 31) if years else None
