"""Days in the text: written in full, without a year, in lists and ranges, lunar."""

import re
from functools import cache

from extractor.reading.dates.calendar import Moment, days_in, nearest_year
from extractor.reading.dates.patterns import CueRow, frame
from extractor.reading.dates.points import Point, make_point, month_of, reach, shifted, unresolved
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import any_of, either
from extractor.vietnamese.lexicon import rows


def _full_year(text: str, published: Moment | None) -> int:
    """`2024` as it is; `25` in the century of the publication, or the one before if that is far ahead."""
    year = int(text)
    if year > 99:
        return year
    limit = (published.year if published else 2030) + 5
    return 2000 + year if 2000 + year <= limit else 1900 + year


def _yearless_day(
    match: re.Match[str], rule: str, day: int, month: int, context: Context, published: Moment | None
) -> Point | None:
    """A day and month without a year: the latest one not after publication, or one that is just ahead."""
    if day > days_in(2000, month):
        return None
    if published is None:
        return unresolved(match, rule, "clock", month, day)
    year = nearest_year(day, month, published, ahead=reach(match, context))
    return make_point(match, rule, Moment(year, month, day), yearless=True)


def read_lunar(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`rằm tháng Giêng`, `mùng 2 Tết`, `10/3 âm lịch`: marked, not resolved."""
    return unresolved(match, "lunar day", "lunar")


def read_day_list(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
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
        year = nearest_year(day, month, published, ahead=reach(match, context))
    begin, end = Moment(year, month, first), Moment(year, month, day)
    if not begin.exists or not end.exists:
        return None
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "day list", year, month)


def read_days(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`28/8 - 3/9`, `30/4-2/5/2023`, `(1.6 - 31.7)`: the first day to the last; none where a noun follows."""
    if context.tag_after(match.end()).startswith("N") and context.word_after(match.end())[:1].islower():
        return None
    cued = any(cue.search(context.before(match.start("a"))) for cue in _cues()) or _bracketed(match, context)
    if match["sep"] == "." and not (match["y"] or cued):
        return None  # `dài 2.1 - 3.4` is no date
    if not match["y"] and published is None:
        return unresolved(match, "days", "span")
    day, month = int(match["d"]), int(match["m"])
    if match["y"] or published is None:
        year = int(match["y"])
    else:
        year = nearest_year(min(day, 28), month, published, ahead=reach(match, context))
    end = Moment(year, month, day)
    if match["x"] and (int(match["a"]), int(match["b"])) == (day, month):
        return None  # an anniversary: 26/3/1931 - 26/3/2024
    begun = int(match["x"]) if match["x"] else year - (int(match["b"]) > month)
    begin = Moment(begun, int(match["b"]), int(match["a"]))
    if not begin.exists or not end.exists or begin.iso >= end.iso:
        return None
    return Point(match.start(), match.end(), begin.iso, end.iso, "span", "days", year)


def read_day_month_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`31/7/2019`, `31-7-19`, `31.7.2019`."""
    moment = Moment(_full_year(match["y"], published), int(match["m"]), int(match["d"]))
    return make_point(match, "day month year", moment)


def read_day_words(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`27 tháng 4 năm 2022`, `mùng 5 tháng ba`. Without a year it needs a word for the day: 2 tháng 10 ngày."""
    month, day = month_of(match), int(match["d"])
    if match["y"]:
        return make_point(match, "day month year", Moment(int(match["y"]), month, day))
    if match["shift"] and published is not None:
        return make_point(match, "day month", Moment(published.year + shifted(match), month, day))
    if not _cues()[0].search(context.before(match.start("d"))):
        return None
    return _yearless_day(match, "day month", day, month, context, published)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    found = rows("dates", "day_cue", CueRow)
    strong = tuple(form for row in found if not row.weak for form in row.forms)
    weak = tuple(form for row in found if row.weak for form in row.forms)
    return (re.compile(rf"(?<!\w){any_of(strong)}[,\s(]*$"), re.compile(rf"(?<!\w){any_of(weak)}[,\s(]*$"))


def read_bare_day(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`28/6`: a date after a cue (sáng 28/6) or in brackets, else a ratio (10/12 vụ) or a range (3-4 m)."""
    at, end = match.start("d"), match.end()
    before = context.before(at)
    strong, weak = _cues()
    follower = context.word_after(end)
    counted = follower[:1].islower() and context.tag_after(end).startswith("N")
    day, month = int(match["d"]), int(match["m"])
    if strong.search(before) and not frame("counted").match(context.lower, end):
        return _yearless_day(match, "day month", day, month, context, published)
    if counted or context.text[end : end + 2].strip().startswith("%"):
        return None
    if match["sep"] != "/":
        # Two of a kind are days: `từ ngày 2.6 đến 29.7`, `từ 2-6 đến 29-7`.
        paired = frame("day before").search(before) or (
            weak.search(before) and match["sep"] == "-" and frame("day behind").match(context.lower, end)
        )
        dotted = match["sep"] == "." and context.text[end : end + 1] in (",", ";", ")")
        dotted = dotted and frame("dotted").search(before) is not None
        return _yearless_day(match, "day month", day, month, context, published) if paired or dotted else None
    alone = _bracketed(match, context) or _set_off(context, before, end)
    holiday = _HOLIDAY.match(context.lower, at) and not frame("no holiday").search(before)
    if weak.search(before) or alone or holiday:
        return _yearless_day(match, "day month", day, month, context, published)
    return None


def _set_off(context: Context, before: str, end: int) -> bool:
    """Whether marks part the date from its clause: `Ở xã Đông, |5/7|, …`; not `các tổ đạt 5/7, |6/8|, 3/4`."""
    return frame("mark before").search(before) is not None and (
        frame("mark behind").match(context.lower, end) is not None
    )


def _bracketed(match: re.Match[str], context: Context) -> bool:
    """Whether the brackets hold the date alone."""
    return context.before(match.start("a" if "a" in match.groupdict() else "d")).endswith("(") and (
        context.text[match.end() : match.end() + 1] == ")"
    )


_HOLIDAY = re.compile(rf"{either('dates', 'holiday')}(?!\d)")
