"""Months, quarters, years and parts of a year in the text."""

import re
from dataclasses import replace

from extractor.reading.dates.calendar import Moment, days_in, nearest_year
from extractor.reading.dates.patterns import frame, piece, values
from extractor.reading.dates.points import NEAR, Point, make_point, month_of, reach, read_count, shifted, unresolved
from extractor.reading.dates.steps import read_relative_month
from extractor.reading.numbers.context import Context
from extractor.vietnamese.lexicon import Row, rows

SCHOOL_BEGINS = 9  # the month in which a school year begins


def read_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tháng 7/2025`, `tháng 7`, `tháng ba năm ngoái`; without a year the latest one not after publication."""
    month = month_of(match)
    if match["y"]:
        return make_point(match, "month", Moment(int(match["y"]), month))
    if published is None:
        return unresolved(match, "month", "clock", month)
    if match["shift"] or match["this"]:
        year = published.year + shifted(match)
    else:
        year = nearest_year(None, month, published, ahead=_ahead(match, context))
    return make_point(match, "month", Moment(year, month), yearless=not match["shift"])


def _ahead(match: re.Match[str], context: Context) -> int:
    """How many days a month may lie ahead; one that is not said to come does not."""
    days = reach(match, context)
    return 0 if days == NEAR else days


def read_months(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`tháng 7, 8 và 9`, `tháng 5-6/2023`: from the first month to the last; none where a counted noun follows."""
    first, last = int(match["a"]), int(match["m"])
    counted = context.tag_after(match.end()).startswith("N") and context.word_after(match.end())[:1].islower()
    if first >= last or (counted and not match["y"]):
        return None
    if not match["y"] and published is None:
        return unresolved(match, "months", "span")
    ahead = _ahead(match, context)
    year = int(match["y"]) if match["y"] or published is None else nearest_year(None, last, published, ahead=ahead)
    return _months(match, "months", year, first, last)


def read_quarter(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`quý III/2025`, `quý I năm nay`, `quý II`."""
    quarter = values("quarter")[match["q"]]
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return unresolved(match, "quarter")
    else:
        year = published.year + shifted(match)
    return _months(match, "quarter", year, 3 * quarter - 2, 3 * quarter)


def _months(match: re.Match[str], rule: str, year: int, first: int, last: int) -> Point | None:
    begin, end = Moment(year, first), Moment(year, last)
    if not begin.exists or not end.exists:
        return None
    yearless = not match["y"]
    return Point(match.start(), match.end(), begin.first, end.last, "span", rule, year, yearless=yearless)


def read_first_months(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`9 tháng đầu năm 2024`, `6 tháng cuối năm`, `nửa đầu năm nay`, `2 quý đầu năm`, `tháng đầu năm`."""
    told = match.groupdict()
    count = 6 if told.get("half") else read_count(told.get("n") or "1")
    months = count * values("months_in").get(match["unit"] or "", 1)
    if not 1 <= months <= 12:
        return None
    if match["y"]:
        year = int(match["y"])
    elif published is None:
        return unresolved(match, "first months", "span")
    else:
        year = published.year + shifted(match)
    first = 13 - months if values("side").get(match["side"]) == 2 else 1
    return _months(match, "first months", year, first, first + months - 1)


def read_edge(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`đầu năm 2022`, `cuối tháng 6`, `giữa năm nay` as a day, or as precise as that goes."""
    point = _unit(match, context, published)
    if point is None:
        return None
    point = replace(point, start=match.start(), rule="edge", form="date" if point.resolved else point.form)
    if point.first is None or point.last is None:
        return point
    side = values("side")[match["side"]]
    known = point.first[:4] if point.month is None else point.first[:7]
    edge = (point.first, known, point.last)[side]
    return replace(point, first=edge, last=edge)


def _unit(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """The quarter, month or year that begins behind the match."""
    for name, maker in (
        ("quarter", read_quarter),
        ("month of year", read_month),
        ("month away", read_relative_month),
        ("bare year", read_year),
    ):
        inner = piece(name).match(context.lower, match.end())
        if inner:
            return maker(inner, context, published)
    return None


def read_early(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`những tháng đầu năm 2024`, `những ngày đầu tháng 9`: somewhere in that year or month."""
    point = _unit(match, context, published)
    if point is None or point.first is None:
        return None
    known = point.first[:4] if point.month is None else point.first[:7]
    return replace(point, start=match.start(), first=known, last=known, rule="early")


def read_first_days(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`10 ngày đầu tháng 9`, `5 ngày cuối tháng trước`."""
    point, count = _unit(match, context, published), read_count(match["n"])
    if point is None or point.year is None or point.month is None or not 1 <= count <= 28:
        return None
    length = days_in(point.year, point.month)
    late = values("side").get(match["side"]) == 2
    begin = Moment(point.year, point.month, length - count + 1 if late else 1)
    end = Moment(point.year, point.month, length if late else count)
    return replace(point, start=match.start(), first=begin.iso, last=end.iso, rule="first days")


class _PartRow(Row):
    """A part of a month, from its `first` to its `last` day."""

    first: int
    last: int


def read_part_of_month(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`nửa đầu tháng 7`, `trung tuần tháng trước`: from its first to its last day."""
    point, words = _unit(match, context, published), " ".join(match["part"].split())
    if point is None or point.year is None or point.month is None:
        return None
    row = next(row for row in rows("dates", "month_part", _PartRow) if words in row.forms)
    begin = Moment(point.year, point.month, row.first)
    end = Moment(point.year, point.month, min(row.last, days_in(point.year, point.month)))
    return replace(point, start=match.start(), first=begin.iso, last=end.iso, rule="first days")


def read_school_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`năm học này`, `năm học vừa qua`, `năm học mới`: it begins in September; year precision."""
    if published is None or published.month is None:
        return unresolved(match, "school year", "span")
    month, words = published.month, " ".join(match["shift"].split())
    ended = words.endswith("qua") and 6 <= month < SCHOOL_BEGINS
    ahead = words == "mới" and month < SCHOOL_BEGINS
    first = published.year - (month < SCHOOL_BEGINS) + shifted(match, "month_shift") + ended + ahead
    return Point(match.start(), match.end(), str(first), str(first + 1), "span", "school year")


def read_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`năm 2023`, `năm nay`, `năm ngoái`; after đầu and cuối a bare `năm` is this year.

    None where the year is one of many: nhiều năm nay, hai năm sau.
    """
    before = context.before(match.start())
    told = match["y"] or match.groupdict().get("plain")
    if told:
        return make_point(match, "year", Moment(int(told)))
    if frame("many years").search(before):
        return None
    if published is None:
        return unresolved(match, "year", "span")
    return make_point(match, "year", Moment(published.year + shifted(match)), yearless=True)


def read_years(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`giai đoạn 2021 - 2025`, `nhiệm kỳ 2020-2025`, `năm học 2023-2024`: year precision."""
    first, last = int(match["y"]), int(match["z"])
    if last < 100:
        last += first - first % 100
    if not first <= last <= first + 60:
        return None
    return Point(match.start(), match.end(), str(first), str(last), "span", "years")


def read_decade(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """`những năm 1970`, `thập niên 90`: year precision."""
    year = int(match["y"]) if len(match["y"]) == 4 else 1900 + int(match["y"])
    return Point(match.start(), match.end(), str(year), str(year + 9), "span", "decade", year)


def read_plain_year(match: re.Match[str], context: Context, published: Moment | None) -> Point | None:
    """A year without `năm`: after từ, đến, trước, sau, in a row of years, or in brackets behind a number.

    `từ 2013 đến 2018`; `năm 2016 có 9 vụ, |2017| giảm 2 vụ`; `9 vụ (|2017|)`; `2017: 9 vụ`.
    """
    before = context.before(match.start())
    if _is_of_figure(match, context, before):
        return make_point(match, "year", Moment(int(match["y"])))
    follower = context.word_after(match.end())
    counted = follower[:1].islower() and context.tag_after(match.end()).startswith("N")
    if counted and frame("year range").search(before):
        counted = frame("counted").match(context.lower, match.end()) is not None
    if counted or not frame("year cue").search(before):
        return None
    return make_point(match, "year", Moment(int(match["y"])))


def _is_of_figure(match: re.Match[str], context: Context, before: str) -> bool:
    """Whether it dates a figure: one beside it in brackets, or its own after a colon or another year's."""
    if before.endswith("(") and context.text.startswith(")", match.end()):
        return frame("figure before").search(context.text[: match.start()][-60:]) is not None
    if frame("year colon").match(context.lower, match.end()):
        return before[-1:] in ("", "(", ",", ";", ":", "-", "–", "+")
    row = frame("year row").search(context.before(match.start(), 200))
    return row is not None and frame("year told").match(context.lower, match.end()) is not None
