"""Dates and periods, resolved against the publication date.

Points of the calendar (`date_points`) are joined with the words around them: `từ … đến …`, `tính đến …`, `… đến nay`,
`phấn đấu đến …`, `3 năm qua`, `so với …`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from extractor.reading.calendar import Moment, next_day, shift_days, shift_months
from extractor.reading.context import Context
from extractor.reading.date_points import Point, any_of, scan_points, words
from extractor.reading.numerals import read_words
from extractor.reading.spans import Period


def read_periods(doc: Doc, published: str | None) -> tuple[Period, ...]:
    """All dates and periods of the text in order, none overlapping."""
    context = Context.of(doc)
    moment = Moment.parse(published)
    points = scan_points(context, moment)
    points = _merged(points, list(_relatives(context, moment, points)))
    periods: list[Period] = []
    at = 0
    while at < len(points):
        period, at = _compose(context, points, at, moment)
        if period.start >= (periods[-1].end if periods else 0):
            periods.append(period)
    return tuple(periods)


def as_point(period: Period) -> str | None:
    """The one day, month or year that the period is, as a partial ISO date: 2025-07-01..2025-07-31 → `2025-07`."""
    if period.first is None or period.first == period.last:
        return period.first
    for cut in (7, 4):
        moment = Moment.parse(period.first[:cut])
        if moment and (moment.first, moment.last) == (period.first, period.last):
            return moment.iso
    return None


def _merged(points: list[Point], more: list[Point]) -> list[Point]:
    """Both lists in order; where two overlap, the one of `more`, which is longer, wins."""
    kept = [p for p in points if not any(p.start < m.end and m.start < p.end for m in _near(more, p))]
    return sorted(kept + more, key=lambda point: point.start)


def _near(points: list[Point], point: Point) -> Iterator[Point]:
    at = bisect_left(points, point.start, key=lambda p: p.start)
    yield from points[max(0, at - 1) : at + 2]


@cache
def _relative_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = r"(?P<n>\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm))?|hai mươi|ba mươi|hơn một|một)"
    return (
        ("until now", re.compile(rf"(?<!\w){any_of(words('until_now'))}(?!\w)")),
        ("years back", re.compile(
            rf"(?<!\w)(?<!tháng\s)(?<!quý\s){number}\s(?P<unit>năm|tháng|tuần|ngày)\s(?:vừa\s)?(?:qua|gần đây|gần nhất|trở lại đây|nay|liền kề|trước đây|trước)(?!\w)"
        )),
        ("past year", re.compile(r"(?<!\w)(?:trong\s)?(?:một\s)?năm\s(?:vừa\s)?qua(?!\w)")),
        ("in the year", re.compile(r"(?<!\w)trong\snăm(?!\w)(?!\s(?:\d|học|nay|qua|tới|ngoái|trước|sau|vừa|tháng|ngày))")),
        ("early in the year", re.compile(r"(?<!\w)từ\snay\sđến\s(?:hết|cuối)\snăm(?:\s(?P<y>(?:19|20)\d\d))?(?!\w)")),
        ("comparison", re.compile(
            rf"(?<!\w){any_of(words('comparison'))}(?:\s(?:của\s)?năm\s(?P<y>(?:19|20)\d\d))?(?!\w)"
        )),
        ("now", re.compile(rf"(?<!\w){any_of(words('now'))}(?!\w)(?!\s(?:diện|đại|trường|tượng|thực|vật|hành|hữu|hình|thân))")),
        ("term", re.compile(r"(?<!\w)nhiệm\skỳ\s(?:vừa\s)?(?:qua|này|tới|trước)(?!\w)")),
    )  # fmt: skip


def _relatives(context: Context, published: Moment | None, points: list[Point]) -> Iterator[Point]:
    """Periods that are counted from the publication or from a year named before."""
    found: list[Point] = []
    taken = bytearray(len(context.lower))
    for rule, pattern in _relative_patterns():
        for match in pattern.finditer(context.lower):
            if any(taken[match.start() : match.end()]):
                continue
            point = _relative(rule, match, published, points)
            token = context.token(match.start())
            if point is not None and (token is None or token[0] == match.start()):
                taken[point.start : point.end] = b"\1" * (point.end - point.start)
                found.append(point)
    yield from sorted(found, key=lambda point: point.start)


def _relative(rule: str, match: re.Match[str], published: Moment | None, points: list[Point]) -> Point | None:
    start, end = match.span()
    resolved = published is not None
    now = published.iso if published else None
    if rule == "until now":
        return Point(start, end, None, now, "until", rule, resolved=resolved)
    if rule == "now":
        return Point(start, end, now, now, "now", rule, resolved=resolved)
    if rule == "term":
        return Point(start, end, None, None, "span", rule, resolved=False)
    if rule == "comparison":
        year = Moment(int(match["y"])) if match["y"] else None
        return Point(start, end, year.first if year else None, year.last if year else None, "comparison", rule)
    if rule == "early in the year":
        last = Moment(int(match["y"]) if match["y"] else published.year if published else 2000).last
        return Point(start, end, now, last if resolved or match["y"] else None, "span", rule, resolved=resolved)
    if rule == "years back":
        return _back(match, published)
    return _that_year(rule, match, published, points)


def _back(match: re.Match[str], published: Moment | None) -> Point | None:
    """`3 năm qua` → from Y-3 to Y; `6 tháng qua` in months; `10 ngày qua` in days. `3 năm trước` is that year."""
    text = match["n"].removeprefix("hơn ")
    found = read_words(text.split())
    count = int(text) if text.isdigit() else int(found[0]) if found else 1
    start, end = match.span()
    ago = match.group().rstrip().endswith(("trước", "trước đây"))
    begin: Moment | None = None
    if published is not None and match["unit"] == "năm":
        begin = Moment(published.year - count)
        published = Moment(published.year)
    elif published is not None and match["unit"] == "tháng":
        begin = shift_months(published, -count)
        published = Moment(published.year, published.month)
    elif published is not None:
        begin = shift_days(published, -count * (7 if match["unit"] == "tuần" else 1))
    if begin is None or published is None:
        return Point(start, end, None, None, "span", "years back", resolved=False)
    last = begin.iso if ago else published.iso
    return Point(start, end, begin.iso, last, "date" if ago else "span", "years back")


def _that_year(rule: str, match: re.Match[str], published: Moment | None, points: list[Point]) -> Point:
    """`năm qua`, `trong năm`: the whole year that was named last before it, else the year of the publication.

    In the first half of a year `năm qua` is the year before.
    """
    start, end = match.span()
    named = [p for p in points if p.end <= start and p.rule == "year" and p.form == "span" and p.year]
    if named:
        year: int | None = named[-1].year
    elif published is None:
        year = None
    else:
        early = rule == "past year" and published.month is not None and published.month <= 6
        year = published.year - early
    if year is None:
        return Point(start, end, None, None, "span", rule, resolved=False)
    moment = Moment(year)
    return Point(start, end, moment.first, moment.last, "span", rule, year)


_TO = re.compile(
    r"\s*(?:\(\S{1,12}\)\s*)?(?:đến|tới|cho đến|-|–|—)\s*(?:hết\s|ngày\s|cả\s|\d{1,2}\s?(?:giờ|h)\d{0,2}\s)*"
)
_FROM = re.compile(
    r"(?<!\w)((?:kể |tính |ngay )?từ)\s(?:sau\s|khoảng\s|hồi\s|hết\s|ngày\s|thời điểm\s|\d{1,2}\s?(?:giờ|h)\d{0,2}\s)*$"
)
_UNTIL = re.compile(
    r"(?<!\w)((?:tính |cho |kéo dài |chậm nhất |trễ nhất |từ nay |từ đó )?(?:đến|tới)|trước|chậm nhất là|hạn đến)\s"
    r"((?:hết\s|khoảng\s|\d{1,2}\s?(?:giờ|h|g)\d{0,2}'?\s|\d{2}\sphút\s|ngày\s|thời điểm\s|thời hạn\s|cuối ngày\s)*)$"
)
_COMPARED = re.compile(
    r"(?<!\w)(?:so với|so|hơn|bằng|của cùng kỳ)\s(?:với\s)?(?:cả\s|đầu\s|cuối\s|kế hoạch\s|thời điểm\s)*$"
)
_SINCE_EVENT = re.compile(r"(?<!\w)(?:kể )?từ\s(?:khi|ngày|lúc|sau khi|đó|ấy)(?:\s[^\W\d_]+){0,9}\s$")
_AND = re.compile(r"\s*(?:,|và|,\s*và|đến)\s*(?:trong\s)?")


def _compose(context: Context, points: list[Point], at: int, published: Moment | None) -> tuple[Period, int]:
    """The period that `points[at]` opens with the words before it and the points after it; the index after it."""
    point = points[at]
    following = points[at + 1] if at + 1 < len(points) else None
    before = context.lower[max(0, point.start - 90) : point.start].rsplit("\n\n", 1)[-1]
    since = _FROM.search(before)
    if following is not None:
        joined = _joined(context, point, following, since)
        if joined is not None:
            start = point.start - len(since.group()) if since else point.start
            return _period(replace(joined, start=start)), at + 2
    if point.form == "until" and point.rule == "until now":
        event = _SINCE_EVENT.search(before)
        start = point.start - len(event.group()) if event else point.start
        return _period(replace(point, start=start)), at + 1
    if point.form in ("now", "comparison", "lunar", "clock"):
        return _period(point), at + 1
    named = _named(context, point)
    if named:
        return _period(replace(point, form=named)), at + 1
    if point.rule != "years back" and _COMPARED.search(before) and not since:
        return _period(replace(point, form="comparison")), at + 1
    until = _UNTIL.search(before)
    if until:
        return _period(_until(context, point, until, published)), at + 1
    if since:
        start = point.start - len(since.group())
        if point.rule in ("day list", "years"):
            return _period(replace(point, start=start)), at + 1
        return _period(replace(point, start=start, last=None, form="since")), at + 1
    return _period(point), at + 1


def _joined(context: Context, a: Point, b: Point, since: re.Match[str] | None) -> Point | None:
    """`từ A đến B`, `A - B`, `từ A đến nay`, `A và B` where B begins when A ends."""
    gap = context.lower[a.end : b.start]
    if len(gap) > 24 or a.form in ("comparison", "lunar", "now", "until"):
        return None
    if b.rule == "until now" and not gap.strip():
        return replace(b, first=a.first, form="span", rule="from until now", resolved=a.resolved and b.resolved)
    if b.form not in ("date", "span", "clock") or a.form not in ("date", "span", "clock"):
        return None
    if _TO.fullmatch(gap):
        return _spanned(context, a, b)
    if _AND.fullmatch(gap) and a.last and b.first and next_day(a.last) == b.first and a.form == b.form == "span":
        return replace(b, first=a.first, rule="adjoining")
    return None


def _spanned(context: Context, a: Point, b: Point) -> Point | None:
    """From the first day of A to the last of B; a year that only B states holds for A too."""
    if not (a.resolved and b.resolved):
        a_first = None
    elif a.yearless and b.year and not b.yearless and a.month is not None:
        shared = Moment(b.year, a.month, a.day)
        a_first = shared.first if shared.exists else None
    else:
        a_first = a.first
    if a_first and b.last and a_first > b.last:
        if not a.yearless:
            return None
        a_first = f"{int(a_first[:4]) - 1}{a_first[4:]}"
    if context.lower[a.start : b.end].count("\n") > 1:
        return None
    return replace(b, first=a_first, form="span", rule="from to", resolved=a.resolved and b.resolved)


def _until(context: Context, point: Point, match: re.Match[str], published: Moment | None) -> Point:
    """`tính đến 31/7`, `đến hết tháng 6/2021`, `phấn đấu đến năm 2025`. Without `hết` a year stays a year."""
    start = point.start - len(match.group())
    last = point.last
    if "hết" not in match[2] and point.rule == "year" and point.year:
        last = str(point.year)
    elif "hết" not in match[2] and point.rule == "month" and last:
        last = last[:7]
    ahead = published is not None and last is not None and last[: len(published.iso)] > published.iso
    form = "deadline" if ahead or _goal().search(context.before(start, 160)) else "until"
    return replace(point, start=start, first=None, last=last, form=form, rule=f"until {point.rule}")


@cache
def _goal() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words('goal'))}(?!\w)[^.;]*$")


@cache
def _anniversary() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of(words('anniversary'))}[^.;:\d]{{0,40}}(?:\d{{1,3}}\snăm[^.;:\d]{{0,60}})?[\s(]*$"
    )


_BIRTH = re.compile(r"(?<!\w)(?:sinh|sn|sinh vào|năm sinh|sinh ngày|ngày sinh)[:\s]*$")
_CITED = re.compile(r"(?:\d/[a-zđ][\w./-]*|\ssố\s\S+),?\s(?:ra\s|ban hành\s|ký\s)?$")
_LAW = re.compile(r"(?<!\w)(?:luật|bộ luật|hiến pháp)\s(?:[^\W\d_]+,?\s){0,8}(?:\(sửa đổi\)\s)?$")


def _named(context: Context, point: Point) -> str | None:
    """Dates that tell no time of the story: a birth, a document's date, a holiday."""
    before = context.lower[max(0, point.start - 120) : point.start]
    if _BIRTH.search(before):
        return "birth"
    cited = _LAW if point.rule == "year" else _CITED
    if not point.yearless and cited.search(before):
        return "citation"
    if point.form == "date" and _anniversary().search(before):
        return "anniversary"
    text = re.sub(r"^\D+", "", context.lower[point.start : point.end])
    if (
        point.yearless
        and text in words("holiday")
        and not re.search(r"ngày|sáng|chiều|tối|đêm", context.lower[point.start : point.end])
    ):
        return "anniversary" if not re.search(r"(?:từ|đến|trước|sau)\s(?:ngày\s)?$", before) else None
    return None


def _period(point: Point) -> Period:
    return Period(point.start, point.end, point.first, point.last, point.form, point.rule, point.resolved)
