"""Periods counted from the publication, or from a year named before: đến nay, 3 năm qua, trong năm."""

import re
from bisect import bisect_left
from dataclasses import replace

from extractor.reading.dates.calendar import Moment, shift_days, shift_months
from extractor.reading.dates.named import Named
from extractor.reading.dates.patterns import patterns, values
from extractor.reading.dates.points import Point, read_count, shifted, unresolved
from extractor.reading.numbers.context import Context
from extractor.reading.numbers.wording import forms
from extractor.vietnamese.lexicon import word_pattern

_FEW = 2
"""So many months alone are a duration rather than the year so far."""


def scan_relatives(context: Context, published: Moment | None, points: list[Point]) -> list[Point]:
    """All such periods in order, none overlapping; `points` are the dates and stretches named in the text."""
    named = Named.of(context, points)
    found: list[Point] = []
    covered = bytearray(len(context.lower))
    for rule, pattern in patterns("relative"):
        for match in pattern.finditer(context.lower):
            token = context.token(match.start())
            inside_word = token is not None and token[0] < match.start()
            if inside_word or any(covered[match.start() : match.end()]):
                continue
            point = _relative(rule, match, published, named)
            if point is not None:
                covered[point.start : point.end] = b"\1" * (point.end - point.start)
                found.append(point)
    return sorted(found, key=lambda point: point.start)


def _relative(rule: str, match: re.Match[str], published: Moment | None, named: Named) -> Point | None:
    now = published.iso if published else None
    if rule in ("until now", "since then", "lately"):
        return _until_now(match, now, rule)
    if rule == "now":
        return Point(*match.span(), now, now, "now", rule, resolved=published is not None)
    if rule == "comparison":
        year = Moment(int(match["y"])) if match["y"] else None
        return Point(*match.span(), year.first if year else None, year.last if year else None, "comparison", rule)
    if rule == "rest of the year" and published is not None:
        return Point(*match.span(), now, Moment(int(match["y"] or published.year)).last, "span", rule)
    if rule in ("years back", "grown"):
        return _back(match, published, named)
    if rule in ("past year", "in the year"):
        return _that_year(rule, match, published, named)
    if rule == "carried out":
        return _carried_out(match, published, named)
    if rule in ("months so far", "half year"):
        return _months(match, published, named, so_far=rule == "months so far")
    if rule in ("term", "term so far"):
        return _term(match, published, named, so_far=rule == "term so far")
    if rule == "season":
        return _season(match, published, named)
    if rule == "phase":
        stated = named.lasting(read_count(match["n"]), match["unit"], match.start(), published)
        return _like(match, stated, "carried out") if stated else unresolved(match, "stretch", "span")
    if rule == "last hours" and published is not None:
        day = shift_days(published, -1)
        return Point(*match.span(), day.iso, now, "span", rule) if day else unresolved(match, rule, "span")
    return unresolved(match, rule, "span")


def _until_now(match: re.Match[str], now: str | None, rule: str) -> Point:
    """`đến nay`, or what has gone on till now: `sau 5 năm thực hiện`, `thời gian qua`."""
    rule = rule if rule == "until now" else "carried out"
    return Point(*match.span(), None, now, "until", rule, resolved=now is not None)


def _carried_out(match: re.Match[str], published: Moment | None, named: Named) -> Point:
    """`qua 3 năm thực hiện`: the stretch of that length named in the text, else so many years back; one year or
    some months have no known start."""
    count = read_count(match["n"]) or 1
    stated = named.lasting(count, match["unit"], match.start(), published)
    if stated:
        return _like(match, stated, "carried out")
    if published is None or count < 2 or match["unit"] not in forms("dates", "year_unit"):
        return _until_now(match, published.iso if published else None, "carried out")
    begin = Moment(published.year - count)
    return Point(*match.span(), begin.iso, str(published.year), "span", "years back")


def _like(match: re.Match[str], stated: Point, rule: str) -> Point:
    """The words of the match with the time of the stretch that they mean."""
    return Point(*match.span(), stated.first, stated.last, "span", rule, stated.year)


def _months(match: re.Match[str], published: Moment | None, named: Named, *, so_far: bool) -> Point | None:
    """`lũy kế 8 tháng`, `nửa năm qua`: the first months named so in the text, else counted from the publication."""
    count = read_count(match["n"]) if so_far else 6
    stated = named.first_months(count, match.start())
    if stated:
        return _like(match, stated, "first months")
    if published is None or published.month is None:
        return None
    if so_far:
        cued = match["cue"] or (count >= published.month - 1 and count > _FEW and _opens_clause(match))
        told = cued and count <= published.month
        end = Moment(published.year, count) if told else None
        return Point(*match.span(), Moment(published.year).first, end.last, "span", "first months") if end else None
    begin, end = shift_months(published, -count), Moment(published.year, published.month)
    return Point(*match.span(), begin.iso, end.iso, "span", "years back") if begin else None


def _is_over(match: re.Match[str]) -> bool:
    """Whether its clause tells what has been done: `|Trong năm|, xã đã lập 9 tổ`, behind a plan for the next."""
    clause = match.string[match.end() :].lstrip(", ")
    return word_pattern("verbs", "perfect").search(re.split(r"[\d,;.:]", clause)[0]) is not None


def _opens_clause(match: re.Match[str]) -> bool:
    """Whether the words stand alone before a clause: `|Trong 10 tháng|, xã thu 9 tỷ đồng`, told in November."""
    before, behind = match.string[: match.start()].rstrip(), match.string[match.end() :]
    return (not before or before[-1] in '.,;:“"') and behind.startswith(",")


def _term(match: re.Match[str], published: Moment | None, named: Named, *, so_far: bool) -> Point:
    """`nhiệm kỳ qua`: the whole of a term that the text names; `từ đầu nhiệm kỳ` until the publication."""
    step = None if so_far else match["shift"]
    term = named.term(published, ahead=step == "tới")
    running = named.term(published, ahead=False) if step == "tới" else None
    if term is None and running and running.first and running.last:
        last = int(running.last[:4])  # `nhiệm kỳ tới`, which only follows a named one
        return Point(*match.span(), str(last), str(2 * last - int(running.first[:4])), "span", "term")
    if so_far and (term is None or published is None):
        return _until_now(match, published.iso if published else None, "since then")
    if term is None:
        return unresolved(match, "term", "span")
    return replace(_like(match, term, "term"), last=published.iso if so_far and published else term.last)


def _season(match: re.Match[str], published: Moment | None, named: Named) -> Point:
    """`niên vụ này`, `niên vụ trước`: counted from the crop year that the text names."""
    season = named.season(published)
    if season is None:
        return unresolved(match, "season", "span")
    words = " ".join(match["shift"].split())
    step = 0 if words.endswith("qua") else shifted(match, "month_shift")
    first, last = (str(int((iso or "")[:4]) + step) for iso in (season.first, season.last))
    return Point(*match.span(), first, last, "span", "years")


def _back(match: re.Match[str], published: Moment | None, named: Named) -> Point:
    """`3 năm qua` → from Y-3 to Y; `6 tháng qua` in months; `10 ngày qua` in days. `3 năm trước` is that year."""
    count = read_count(match["n"]) or 1
    stated = named.first_months(count, match.start()) if match["months"] and not match["ago"] else None
    if stated:
        return _like(match, stated, "first months")
    begin = end = None
    if published is not None and match["years"]:
        begin, end = Moment(published.year - count), Moment(published.year)
    elif published is not None and match["months"]:
        begin, end = shift_months(published, -count), Moment(published.year, published.month)
    elif published is not None:
        begin, end = shift_days(published, -count * values("days_in")[match["days"]]), published
    if begin is None or end is None or not begin.exists:
        return unresolved(match, "years back", "span")
    if match["ago"]:
        return Point(*match.span(), begin.iso, begin.iso, "date", "years back")
    return Point(*match.span(), begin.iso, end.iso, "span", "years back")


def _that_year(rule: str, match: re.Match[str], published: Moment | None, named: Named) -> Point:
    """`năm qua`, `trong năm`: the whole year that was named last before it, else the year of the publication.

    In the first half of a year `năm qua` is the year before. A year of plans is none in which anything was done.
    """
    at = bisect_left(named.years, match.start(), key=lambda year: year.start)
    told = named.years[at - 1].year if at else None
    if told and not (published and told > published.year and _is_over(match)):
        year = told
    elif published is None:
        return unresolved(match, rule, "span")
    else:
        early = rule == "past year" and published.month is not None and published.month <= 6
        year = published.year - early
    moment = Moment(year)
    return Point(*match.span(), moment.first, moment.last, "span", rule, year)
