"""Days, months, quarters and years as they stand in the text, before they are joined into periods."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from extractor.reading.calendar import Moment, nearest_year, shift_days, shift_months
from extractor.reading.context import Context
from extractor.reading.numerals import read_words
from extractor.vietnamese.lexicon import Row, rows

NEAR, FAR = 14, 200  # days that a yearless date may lie ahead: alone, and after từ, đến, sẽ


class DateRow(Row):
    """A word, maybe with the number it stands for: a month, a quarter, or steps from the publication."""

    value: int = 0
    lunar: bool = False


class CueRow(Row):
    """A word before a date; `weak` ones also stand before ratios."""

    weak: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A piece of the calendar: its first and last day (None: unknown), and what was written.

    `year`, `month`, `day` are as written; `yearless` where the year came from the publication.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    form: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    yearless: bool = False
    resolved: bool = True


Maker = Callable[[re.Match[str], Context, Moment | None], Point | None]

YEAR = r"(?:19|20)\d\d"
_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_PART = r"(?:(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)\s)?"
_DAY_WORD = r"(?:(?:các\s)?ngày\s|hôm\s|mùng\s|mồng\s)?"
_WEEKDAY = r"(?:(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[,\s]{1,2}\(?)?"
_HEAD = rf"(?<![\w./-])(?:{_PART}{_WEEKDAY}{_PART}{_DAY_WORD}\(?)"
_AFTER_YEAR = r"(?![\d/]|[.,-]\d)"


@cache
def values(table: str) -> dict[str, int]:
    """The words of a table of dates.toml with their numbers."""
    return {form: row.value for row in rows("dates", table, DateRow) for form in row.forms}


@cache
def words(table: str) -> tuple[str, ...]:
    """The words of a table of dates.toml, longest first."""
    return tuple(
        sorted((form for row in rows("dates", table, DateRow) for form in row.forms), key=len, reverse=True)
    )


def any_of(forms: tuple[str, ...]) -> str:
    """A regular expression for any of the words."""
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms) + ")"


def _number(text: str) -> int | None:
    text = " ".join(text.split())
    if text.isdigit():
        return int(text)
    found = read_words(text.split())
    return int(found[0]) if found else None


def make_point(
    match: re.Match[str], rule: str, moment: Moment, *, form: str = "span", yearless: bool = False
) -> Point | None:
    """A point for what a match wrote; None for a day that does not exist (31/2/2024)."""
    if not moment.exists:
        return None
    start, end = match.span()
    form = "date" if moment.day is not None else form
    return Point(start, end, moment.first, moment.last, form, rule, moment.year, moment.month, moment.day, yearless)


def _unresolved(match: re.Match[str], rule: str, month: int | None = None, day: int | None = None) -> Point:
    return Point(
        match.start(), match.end(), None, None, "clock", rule, None, month, day, yearless=True, resolved=False
    )


def full_year(text: str, published: Moment | None) -> int:
    """`2024` as it is; `25` in the century of the publication, or the one before if that is far ahead."""
    year = int(text)
    if year > 99:
        return year
    limit = (published.year if published else 2030) + 5
    return 2000 + year if 2000 + year <= limit else 1900 + year


def _day_month_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    moment = Moment(full_year(match["y"], published), int(match["m"]), int(match["d"]))
    return make_point(match, "day month year", moment)


def yearless_day(
    match: re.Match[str], rule: str, day: int, month: int, context: Context, published: Moment | None
) -> Point | None:
    """A day and month without a year: the latest one not after publication, or one that is just ahead."""
    if published is None:
        return _unresolved(match, rule, month, day)
    year = nearest_year(day, month, published, ahead=_reach(match, context))
    return make_point(match, rule, Moment(year, month, day), yearless=True)


_AHEAD = re.compile(
    r"(?:từ|đến|tới|trước|hết|sẽ|dự kiến|hạn|chậm nhất|kể từ|bắt đầu)(?:\s(?:hết|ngày|sáng|chiều|tối))*$"
)


def _reach(match: re.Match[str], context: Context) -> int:
    before = context.before(match.start())
    ahead = _AHEAD.search(before) or re.search(r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị)\s[^.;]{0,40}$", before)
    return FAR if ahead or re.match(r"\s(?:tới|sắp tới)(?!\w)", context.after(match.end())) else NEAR


def _day_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    return yearless_day(match, "day month", int(match["d"]), int(match["m"]), context, published)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    found = rows("dates", "day_cue", CueRow)
    strong = tuple(form for row in found if not row.weak for form in row.forms)
    weak = tuple(form for row in found if row.weak for form in row.forms)
    return (re.compile(rf"(?<!\w){any_of(strong)}[,\s(]*$"), re.compile(rf"(?<!\w){any_of(weak)}[,\s(]*$"))


def _bare_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`28/6`: a date after a cue (sáng 28/6) or in brackets, else a ratio (10/12 vụ) or a range (3-4 m)."""
    at = match.start("d")
    before = context.before(at)
    strong, weak = _cues()
    slash = match["sep"] == "/"
    follower = context.word_after(match.end())
    counted = follower[:1].islower() and context.tag_after(match.end()).startswith("N")
    if strong.search(before) and not (counted and follower.lower() in ("vụ", "hộ", "người", "xã", "thôn")):
        return _day_month(match, context, published)
    named = re.match(any_of(words("holiday")) + r"(?!\d)", context.lower[at:])
    if counted or follower == "%" or not slash:
        return None
    alone = before.endswith("(") and context.text[match.end() : match.end() + 1] == ")"
    if weak.search(before) or alone or (named and not re.search(r"(?:đạt|có|được|số|đường)$", before)):
        return _day_month(match, context, published)
    return None


def _month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tháng 7/2025`, `tháng 7`, `tháng ba năm ngoái`; without a year the latest one not after publication."""
    month = int(match["m"]) if match["m"].isdigit() else values("month")[" ".join(match["m"].split())]
    if match["y"]:
        return make_point(match, "month", Moment(int(match["y"]), month))
    if published is None:
        return _unresolved(match, "month", month)
    if match["shift"]:
        year = published.year + values("year_shift")[match["shift"]]
    elif match["this"]:
        year = published.year
    else:
        year = nearest_year(None, month, published, ahead=FAR if _reach(match, context) == FAR else 0)
    return make_point(match, "month", Moment(year, month), yearless=not match["shift"])


def _quarter(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    quarter = values("quarter")[match["q"]]
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return _unresolved(match, "quarter")
    else:
        year = published.year + values("year_shift").get(match["shift"] or "", 0)
    return _months(match, "quarter", year, 3 * quarter - 2, 3 * quarter, yearless=not match["y"])


def _months(
    match: re.Match[str], rule: str, year: int, first: int, last: int, *, yearless: bool = False
) -> Point | None:
    begin, end = Moment(year, first), Moment(year, last)
    if not begin.exists or not end.exists:
        return None
    return Point(match.start(), match.end(), begin.first, end.last, "span", rule, year, yearless=yearless)


def _first_months(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`9 tháng đầu năm 2024`, `6 tháng cuối năm`, `nửa đầu năm nay`, `2 quý đầu năm`."""
    count = 6 if match["half"] else _number(match["n"] or "") or 0
    months = count * 3 if match["unit"] == "quý" else count
    if not 1 <= months <= 12:
        return None
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return replace(_unresolved(match, "first months"), form="span")
    else:
        year = published.year + values("year_shift").get(match["shift"] or "", 0)
    first = 1 if match["side"] == "đầu" or not match["side"] else 13 - months
    return _months(match, "first months", year, first, first + months - 1, yearless=not match["y"])


def _edge(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`đầu năm 2022`, `cuối tháng 6`, `giữa năm nay` as a day, or as precise as that goes."""
    point: Point | None = None
    for pattern, maker in ((_QUARTER, _quarter), (_MONTH, _month), (_BARE_YEAR, _year)):
        inner = pattern.match(context.lower, match.end())
        if inner:
            point = maker(inner, context, published)
            break
    if point is None:
        return None
    point = replace(point, start=match.start(), rule="edge", form="date" if point.resolved else point.form)
    if point.first is None or point.last is None:
        return point
    side = match["side"]
    if side == "giữa":
        known = point.first[:4] if point.month is None else point.first[:7]
        return replace(point, first=known, last=known)
    edge = point.first if side == "đầu" else point.last
    return replace(point, first=edge, last=edge)


def _year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`năm 2023`, `năm nay`, `năm ngoái`; after đầu and cuối a bare `năm` is this year.

    None where the year is one of many: nhiều năm nay, hai năm sau. `những năm 1970` is a decade.
    """
    if _MANY_YEARS.search(context.before(match.start())):
        decade = match["y"] and match["y"].endswith("0") and context.before(match.start()).endswith("những")
        if not decade:
            return make_point(match, "year", Moment(int(match["y"]))) if match["y"] else None
        year = int(match["y"])
        return Point(match.start(), match.end(), str(year), str(year + 9), "span", "decade", year)
    if match["y"]:
        return make_point(match, "year", Moment(int(match["y"])))
    if published is None:
        return replace(_unresolved(match, "year"), form="span")
    shift = values("year_shift").get(match["shift"] or "", 0)
    return make_point(match, "year", Moment(published.year + shift), yearless=True)


_MANY_YEARS = re.compile(
    r"(?<!\w)(?:nhiều|những|các|mấy|vài|bao|hàng|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục)$"
)


def _years(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`giai đoạn 2021 - 2025`, `nhiệm kỳ 2020-2025`, `năm học 2023-2024`: year precision."""
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first - first % 100
    if not first <= last <= first + 60:
        return None
    return Point(match.start(), match.end(), str(first), str(last), "span", "years")


def _relative_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    steps = values("day")[" ".join(match.group().split())]
    moment = shift_days(published, steps) if published else None
    if moment is None:
        return replace(_unresolved(match, "relative day"), form="date")
    return make_point(match, "relative day", moment)


def _relative_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    moment = shift_months(published, values("month_shift")[" ".join(match["shift"].split())]) if published else None
    if moment is None:
        return replace(_unresolved(match, "relative month"), form="span")
    return make_point(match, "relative month", moment)


def _lunar(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    return Point(match.start(), match.end(), None, None, "lunar", "lunar day", resolved=False)


def _day_list(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`ngày 16 đến 22-10`, `9 - 10.12.2020`, `các ngày 9, 10 và 11/12`: from the first to the last day."""
    month, day = int(match["m"]), int(match["d"])
    first = int(match["a"])
    cued = any(cue.search(context.before(match.start("a"))) for cue in _cues())
    if first >= day or not (cued or (match["sep"] == "/" and match["y"]) or match["y"]):
        return None
    if match["y"]:
        year = full_year(match["y"], published)
    elif published is None:
        return replace(_unresolved(match, "day list", month, day), form="span")
    else:
        year = nearest_year(day, month, published, ahead=_reach(match, context))
    begin, end = Moment(year, month, first), Moment(year, month, day)
    if not begin.exists or not end.exists:
        return None
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "day list", year, month)


def _day_words(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`27 tháng 4 năm 2022`, `mùng 5 tháng ba`. Without a year it needs a word for the day: 2 tháng 10 ngày."""
    month = int(match["m"]) if match["m"].isdigit() else values("month")[" ".join(match["m"].split())]
    day = int(match["d"])
    if match["y"]:
        return make_point(match, "day month year", Moment(int(match["y"]), month, day))
    if match["shift"] and published is not None:
        return make_point(
            match, "day month", Moment(published.year + values("year_shift")[match["shift"]], month, day)
        )
    if not _cues()[0].search(context.before(match.start("d"))):
        return None
    return yearless_day(match, "day month", day, month, context, published)


def _week(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tuần qua`, `tuần này`, `tuần tới` as the seven days before or after the publication."""
    step = values("month_shift")[" ".join(match["shift"].split())]
    begin = shift_days(published, min(step, 0) * 7) if published else None
    end = shift_days(published, max(step, 0) * 7) if published else None
    if begin is None or end is None or step == 0:
        return replace(_unresolved(match, "week"), form="span")
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "week")


def _plain_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """A year without `năm` after từ, đến, trước, sau: từ 2013 đến 2018."""
    if not re.search(
        r"(?<!\w)(?:từ|đến|tới|trước|sau|kể từ|hết|mốc|hè|xuân|tết|khóa|seagame|mùa)$",
        context.before(match.start()),
    ):
        return None
    follower = context.word_after(match.end())
    if follower[:1].islower() and context.tag_after(match.end()).startswith("N"):
        return None
    return make_point(match, "year", Moment(int(match["y"])))


_MONTH_WORDS = any_of(words("month"))
_SHIFT = any_of(tuple(values("year_shift")))
_STEP = any_of(words("month_shift"))
_THEN_YEAR = rf"(?:\s?[/.-]\s?|,?\s(?:năm\s)?)(?P<y>{YEAR})(?!\d)"
_QUARTER = re.compile(
    rf"quý\s(?P<q>{any_of(words('quarter'))})(?!\w)(?:{_THEN_YEAR}|\snăm\s(?P<shift>{_SHIFT})(?!\w))?"
)
_MONTH = re.compile(
    rf"tháng\s(?P<m>(?:{_M})(?!\d)|{_MONTH_WORDS}(?!\w))(?:{_THEN_YEAR}|\snăm\s(?P<shift>{_SHIFT})(?!\w)|(?P<this>\snày))?"
)
_BARE_YEAR = re.compile(rf"năm(?!\w)(?!\s(?:học|mới))(?:\s(?:(?P<y>{YEAR})(?!\d)|(?P<shift>{_SHIFT})(?!\w)))?")
_YEAR = re.compile(rf"(?<!\w)năm\s(?:(?P<y>{YEAR})(?![\d%]|[.,]\d|/\w)|(?P<shift>{_SHIFT})(?!\w))")
_BEFORE_YEARS = rf"(?:giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|niên khóa|khóa|khoá|năm học|niên vụ|các năm|(?:\d{{1,2}}\s)?năm|vụ\s{any_of(words('season'))})"

_RULES: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (
        re.compile(
            rf"(?<!\w)(?:(?:ngày\s)?(?:rằm|mùng\s\w+|mồng\s\w+|{_D})\s(?:tháng\s)?(?:giêng|chạp|tết)(?!\w)"
            rf"|(?:ngày\s)?rằm(?:\stháng\s(?:{_M}|{_MONTH_WORDS}))?(?!\w)"
            rf"|(?:ngày\s)?{_D}[/-]{_M}(?:[/-]{YEAR})?\s?\(?âm lịch|(?:ngày\s)?(?:mùng\s|mồng\s)?\w+\stháng\s\w+\s(?:năm\s\w+\s)?\(?âm lịch)"
        ),
        _lunar,
    ),
    (
        re.compile(
            rf"{_HEAD}(?P<a>{_D})(?:\s?[-–]\s?|\s(?:đến|tới|và)\s(?:hết\s)?(?:ngày\s)?|(?:,\s\d{{1,2}}){{0,4}}(?:,\s|\svà\s))"
            rf"(?P<d>{_D})(?P<sep>[/.-]|\stháng\s)(?P<m>{_M})(?!\d)(?:(?:[/.-]|\snăm\s)(?P<y>{YEAR}|\d\d(?!\d)))?(?![\d/%]|[.,]\d)"
        ),
        _day_list,
    ),
    (
        re.compile(
            rf"{_HEAD}(?P<d>{_D})\s?(?P<sep>[/.-])\s?(?P<m>{_M})\s?(?P=sep)\s?(?P<y>{YEAR}|\d\d){_AFTER_YEAR}"
        ),
        _day_month_year,
    ),
    (
        re.compile(
            rf"{_HEAD}(?P<d>{_D})\stháng\s(?P<m>{_M}(?!\d)|{_MONTH_WORDS}(?!\w))"
            rf"(?:{_THEN_YEAR}|/(?!\d)|\snăm\s(?P<shift>{_SHIFT})(?!\w))?(?!\sngày)"
        ),
        _day_words,
    ),
    (
        re.compile(
            rf"(?<!\w)(?:(?P<half>nửa)|(?P<n>\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\smột)?)\s(?P<unit>tháng|quý))\s"
            rf"(?:(?P<side>đầu|cuối)(?:\s(?:của\s)?năm|(?=\s*[,.;:)]))|(?:của\s)?năm(?=\s{YEAR}))(?!\w)"
            rf"(?:[\s/](?P<y>{YEAR})(?!\d)|\s(?P<shift>{_SHIFT})(?!\w))?"
        ),
        _first_months,
    ),
    (
        re.compile(
            rf"(?<![\w./-]){_BEFORE_YEARS}?\s?\(?(?<!\d)(?P<y>{YEAR})\s?[-–/]\s?(?P<z>{YEAR}|\d\d)(?![\d/%]|[.,]\d|-\d)"
        ),
        _years,
    ),
    (re.compile(r"(?<!\w)(?P<side>đầu|giữa|cuối)\s(?=(?:tháng|năm|quý)(?!\w))"), _edge),
    (re.compile(rf"(?<!\w){_QUARTER.pattern}"), _quarter),
    (re.compile(rf"(?<!\w){_MONTH.pattern}"), _month),
    (
        re.compile(rf"(?<![\w/.,-])(?P<m>{_M})/(?P<y>{YEAR})(?P<shift>)(?P<this>)(?![\w/]|[.,-]\d)"),
        _month,
    ),
    (_YEAR, _year),
    (re.compile(rf"(?<!\w){any_of(words('day'))}(?!\w)"), _relative_day),
    (re.compile(rf"(?<!\w)tháng\s(?P<shift>{_STEP})(?!\w)"), _relative_month),
    (re.compile(rf"(?<!\w)tuần\s(?:lễ\s)?(?P<shift>{_STEP})(?!\w)"), _week),
    (
        re.compile(rf"{_HEAD}(?P<d>{_D})(?P<sep>[/.-])(?P<m>{_M})(?![\w/]|[.,-]\d)"),
        _bare_day,
    ),
    (re.compile(rf"(?<![\w.,/-])(?P<y>{YEAR})(?![\w/%]|[.,-]\d|\s(?:đồng|triệu|tỷ|tỉ|nghìn|ngàn))"), _plain_year),
)


def _trimmed(context: Context, point: Point) -> Point:
    """Without an opening bracket, or with its closing one: (21/4), sáng (5/4)."""
    if context.text[point.start] == "(":
        return replace(point, start=point.start + 1)
    opened = "(" in context.text[point.start : point.end] and context.text[point.end : point.end + 1] == ")"
    return replace(point, end=point.end + 1) if opened else point


def scan_points(context: Context, published: Moment | None) -> list[Point]:
    """All points of the text in order, none overlapping; an earlier rule wins."""
    points: list[Point] = []
    covered = bytearray(len(context.lower))
    for pattern, maker in _RULES:
        for match in pattern.finditer(context.lower):
            if any(covered[match.start() : match.end()]):
                continue
            point = maker(match, context, published)
            if point is not None:
                point = _trimmed(context, point)
            if point is not None and not any(covered[point.start : point.end]):
                covered[point.start : point.end] = b"\1" * (point.end - point.start)
                points.append(point)
    return sorted(points, key=lambda point: point.start)
