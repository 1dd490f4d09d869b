"""Days, months, quarters and years as they stand in the text, before they are joined into periods."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from extractor.reading.calendar import Moment, days_in, nearest_year, shift_days, shift_months, weekday_of
from extractor.reading.context import Context
from extractor.reading.date_patterns import CueRow, frame, patterns, piece, values
from extractor.reading.numerals import read_words
from extractor.reading.wording import any_of, either
from extractor.vietnamese.lexicon import rows

NEAR, FAR = 14, 92  # days that a yearless date may lie ahead: alone, and after từ, đến, sẽ


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


def read_count(text: str) -> int:
    """A number in digits or words; 0 where it is none."""
    text = " ".join(text.split())
    if text.isdigit():
        return int(text)
    found = read_words(text.split())
    return int(found[0]) if found else 0


def unresolved(
    match: re.Match[str], rule: str, form: str = "clock", month: int | None = None, day: int | None = None
) -> Point:
    """A point whose place in time is unknown."""
    return Point(
        match.start(), match.end(), None, None, form, rule, None, month, day, yearless=True, resolved=False
    )


def _point(match: re.Match[str], rule: str, moment: Moment, *, yearless: bool = False) -> Point | None:
    """A point for what a match wrote; None for a day that does not exist (31/2/2024)."""
    if not moment.exists:
        return None
    form = "span" if moment.day is None else "date"
    known = (moment.year, moment.month, moment.day)
    return Point(match.start(), match.end(), moment.first, moment.last, form, rule, *known, yearless)


def _full_year(text: str, published: Moment | None) -> int:
    """`2024` as it is; `25` in the century of the publication, or the one before if that is far ahead."""
    year = int(text)
    if year > 99:
        return year
    limit = (published.year if published else 2030) + 5
    return 2000 + year if 2000 + year <= limit else 1900 + year


def _shifted(match: re.Match[str], table: str = "year_shift") -> int:
    return values(table).get(" ".join((match["shift"] or "").split()), 0)


def _month_of(match: re.Match[str]) -> int:
    return int(match["m"]) if match["m"].isdigit() else values("month")[" ".join(match["m"].split())]


def _reach(match: re.Match[str], context: Context) -> int:
    """How many days a yearless date may lie ahead."""
    before = context.before(match.start())
    ahead = frame("ahead").search(before) or frame("plan").search(before)
    return FAR if ahead or frame("next").match(context.after(match.end())) else NEAR


def _yearless_day(
    match: re.Match[str], rule: str, day: int, month: int, context: Context, published: Moment | None
) -> Point | None:
    """A day and month without a year: the latest one not after publication, or one that is just ahead."""
    if day > days_in(2000, month):
        return None
    if published is None:
        return unresolved(match, rule, "clock", month, day)
    year = nearest_year(day, month, published, ahead=_reach(match, context))
    return _point(match, rule, Moment(year, month, day), yearless=True)


def _lunar(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    return unresolved(match, "lunar day", "lunar")


def _day_list(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`ngày 16 đến 22-10`, `9 - 10.12.2020`, `các ngày 9, 10 và 11/12`: from the first to the last day."""
    month, day, first = int(match["m"]), int(match["d"]), int(match["a"])
    cued = any(cue.search(context.before(match.start("a"))) for cue in _cues())
    if first >= day or not (cued or match["y"]):
        return None
    if match["y"]:
        year = _full_year(match["y"], published)
    elif published is None:
        return unresolved(match, "day list", "span", month, day)
    else:
        year = nearest_year(day, month, published, ahead=_reach(match, context))
    begin, end = Moment(year, month, first), Moment(year, month, day)
    if not begin.exists or not end.exists:
        return None
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "day list", year, month)


def _days(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`28/8 - 3/9`, `30/4-2/5/2023`: from the first to the last day; none where counted nouns follow."""
    if context.tag_after(match.end()).startswith("N") and context.word_after(match.end())[:1].islower():
        return None
    if not match["y"] and published is None:
        return unresolved(match, "days", "span")
    day, month = int(match["d"]), int(match["m"])
    if match["y"] or published is None:
        year = int(match["y"])
    else:
        year = nearest_year(min(day, 28), month, published, ahead=_reach(match, context))
    end = Moment(year, month, day)
    begin = Moment(year - (int(match["b"]) > month), int(match["b"]), int(match["a"]))
    if not begin.exists or not end.exists or begin.iso >= end.iso:
        return None
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "days", year)


def _day_month_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    moment = Moment(_full_year(match["y"], published), int(match["m"]), int(match["d"]))
    return _point(match, "day month year", moment)


def _day_words(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`27 tháng 4 năm 2022`, `mùng 5 tháng ba`. Without a year it needs a word for the day: 2 tháng 10 ngày."""
    month, day = _month_of(match), int(match["d"])
    if match["y"]:
        return _point(match, "day month year", Moment(int(match["y"]), month, day))
    if match["shift"] and published is not None:
        return _point(match, "day month", Moment(published.year + _shifted(match), month, day))
    if not _cues()[0].search(context.before(match.start("d"))):
        return None
    return _yearless_day(match, "day month", day, month, context, published)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    found = rows("dates", "day_cue", CueRow)
    strong = tuple(form for row in found if not row.weak for form in row.forms)
    weak = tuple(form for row in found if row.weak for form in row.forms)
    return (re.compile(rf"(?<!\w){any_of(strong)}[,\s(]*$"), re.compile(rf"(?<!\w){any_of(weak)}[,\s(]*$"))


def _bare_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`28/6`: a date after a cue (sáng 28/6) or in brackets, else a ratio (10/12 vụ) or a range (3-4 m)."""
    at, end = match.start("d"), match.end()
    before = context.before(at)
    strong, weak = _cues()
    follower = context.word_after(end)
    counted = follower[:1].islower() and context.tag_after(end).startswith("N")
    day, month = int(match["d"]), int(match["m"])
    if strong.search(before) and not (counted and frame("counted").match(context.lower, end)):
        return _yearless_day(match, "day month", day, month, context, published)
    if counted or context.text[end : end + 2].strip().startswith("%") or match["sep"] != "/":
        return None
    alone = before.endswith("(") and context.text[end : end + 1] == ")"
    holiday = _HOLIDAY.match(context.lower, at) and not frame("no holiday").search(before)
    if weak.search(before) or alone or holiday:
        return _yearless_day(match, "day month", day, month, context, published)
    return None


_HOLIDAY = re.compile(rf"{either('dates', 'holiday')}(?!\d)")


def _month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tháng 7/2025`, `tháng 7`, `tháng ba năm ngoái`; without a year the latest one not after publication."""
    month = _month_of(match)
    if match["y"]:
        return _point(match, "month", Moment(int(match["y"]), month))
    if published is None:
        return unresolved(match, "month", "clock", month)
    if match["shift"] or match["this"]:
        year = published.year + _shifted(match)
    else:
        year = nearest_year(None, month, published, ahead=FAR if _reach(match, context) == FAR else 0)
    return _point(match, "month", Moment(year, month), yearless=not match["shift"])


def _quarter(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    quarter = values("quarter")[match["q"]]
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return unresolved(match, "quarter")
    else:
        year = published.year + _shifted(match)
    return _months(match, "quarter", year, 3 * quarter - 2, 3 * quarter)


def _months(match: re.Match[str], rule: str, year: int, first: int, last: int) -> Point | None:
    begin, end = Moment(year, first), Moment(year, last)
    if not begin.exists or not end.exists:
        return None
    yearless = not match["y"]
    return Point(match.start(), match.end(), begin.first, end.last, "span", rule, year, yearless=yearless)


def _first_months(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`9 tháng đầu năm 2024`, `6 tháng cuối năm`, `nửa đầu năm nay`, `2 quý đầu năm`."""
    count = 6 if match["half"] else read_count(match["n"])
    months = count * values("months_in").get(match["unit"] or "", 1)
    if not 1 <= months <= 12:
        return None
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return unresolved(match, "first months", "span")
    else:
        year = published.year + _shifted(match)
    first = 13 - months if values("side").get(match["side"]) == 2 else 1
    return _months(match, "first months", year, first, first + months - 1)


def _edge(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`đầu năm 2022`, `cuối tháng 6`, `giữa năm nay` as a day, or as precise as that goes."""
    point: Point | None = None
    for name, maker in (("quarter", _quarter), ("month of year", _month), ("bare year", _year)):
        inner = piece(name).match(context.lower, match.end())
        if inner:
            point = maker(inner, context, published)
            break
    if point is None:
        return None
    point = replace(point, start=match.start(), rule="edge", form="date" if point.resolved else point.form)
    if point.first is None or point.last is None:
        return point
    side = values("side")[match["side"]]
    known = point.first[:4] if point.month is None else point.first[:7]
    edge = (point.first, known, point.last)[side]
    return replace(point, first=edge, last=edge)


def _year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`năm 2023`, `năm nay`, `năm ngoái`; after đầu and cuối a bare `năm` is this year.

    None where the year is one of many: nhiều năm nay, hai năm sau.
    """
    before = context.before(match.start())
    if match["y"]:
        return _point(match, "year", Moment(int(match["y"])))
    if frame("many years").search(before):
        return None
    if published is None:
        return unresolved(match, "year", "span")
    return _point(match, "year", Moment(published.year + _shifted(match)), yearless=True)


def _years(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`giai đoạn 2021 - 2025`, `nhiệm kỳ 2020-2025`, `năm học 2023-2024`: year precision."""
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first - first % 100
    if not first <= last <= first + 60:
        return None
    return Point(match.start(), match.end(), str(first), str(last), "span", "years")


def _decade(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`những năm 1970`, `thập niên 90`: year precision."""
    year = int(match["y"]) if len(match["y"]) == 4 else 1900 + int(match["y"])
    return Point(match.start(), match.end(), str(year), str(year + 9), "span", "decade", year)


def _plain_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """A year without `năm` after từ, đến, trước, sau: từ 2013 đến 2018."""
    follower = context.word_after(match.end())
    counted = follower[:1].islower() and context.tag_after(match.end()).startswith("N")
    if counted or not frame("year cue").search(context.before(match.start())):
        return None
    return _point(match, "year", Moment(int(match["y"])))


def _relative_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    words = " ".join(match["words"].split())
    steps = next((step for word, step in _DAY_SHIFTS if words.endswith(word)), 0)
    moment = shift_days(published, steps) if published else None
    return _point(match, "relative day", moment) if moment else unresolved(match, "relative day", "date")


_DAY_SHIFTS = sorted(values("day_shift").items(), key=lambda item: -len(item[0]))


def _weekday(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`thứ năm tuần trước`, counted from the week of the publication."""
    monday = shift_days(published, -weekday_of(published)) if published and published.day else None
    steps = 7 * _shifted(match, "month_shift") + (6 if match["sunday"] else values("weekday").get(match["day"], 0))
    moment = shift_days(monday, steps) if monday else None
    return _point(match, "weekday", moment) if moment else unresolved(match, "weekday", "date")


def _relative_quarter(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    if published is None or published.month is None:
        return unresolved(match, "quarter", "span")
    month = shift_months(published, 3 * _shifted(match, "month_shift")) or published
    last = 3 * -(-(month.month or 1) // 3)
    first, end = Moment(month.year, last - 2), Moment(month.year, last)
    return Point(match.start(), match.end(), first.first, end.last, "span", "quarter", month.year)


def _relative_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    moment = shift_months(published, _shifted(match, "month_shift")) if published else None
    return _point(match, "relative month", moment) if moment else unresolved(match, "relative month", "span")


def _week(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tuần qua`, `tuần tới` as the seven days before or after the publication; `tuần này` stays open."""
    step = _shifted(match, "month_shift") if published else 0
    begin = shift_days(published, min(step, 0) * 7) if published else None
    end = shift_days(published, max(step, 0) * 7) if published else None
    if begin is None or end is None or step == 0:
        return unresolved(match, "week", "span")
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "week")


_MAKERS: dict[str, Maker] = {
    "lunar day": _lunar,
    "day list": _day_list,
    "days": _days,
    "day month year": _day_month_year,
    "day words": _day_words,
    "first months": _first_months,
    "years": _years,
    "edge": _edge,
    "quarter": _quarter,
    "month": _month,
    "year": _year,
    "relative day": _relative_day,
    "relative month": _relative_month,
    "relative quarter": _relative_quarter,
    "weekday": _weekday,
    "decade": _decade,
    "week": _week,
    "bare day": _bare_day,
    "plain year": _plain_year,
}


def scan_points(context: Context, published: Moment | None) -> list[Point]:
    """All points of the text in order, none overlapping; an earlier pattern wins."""
    points: list[Point] = []
    covered = bytearray(len(context.lower))
    for rule, pattern in patterns("pattern"):
        for match in pattern.finditer(context.lower):
            if any(covered[match.start() : match.end()]):
                continue
            point = _MAKERS[rule](match, context, published)
            if point is not None:
                point = _trimmed(context, point)
                covered[point.start : point.end] = b"\1" * (point.end - point.start)
                points.append(point)
    return sorted(points, key=lambda point: point.start)


def _trimmed(context: Context, point: Point) -> Point:
    """Without an opening bracket, or with its closing one: (21/4), sáng (5/4)."""
    if context.text[point.start] == "(":
        return replace(point, start=point.start + 1)
    opened = "(" in context.text[point.start : point.end] and context.text[point.end : point.end + 1] == ")"
    return replace(point, end=point.end + 1) if opened else point
