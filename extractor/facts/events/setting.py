"""When a happening was, and at which level it was held."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.events.mentions import Mention
from extractor.facts.events.vocabulary import vocabulary, words_of
from extractor.facts.layout import Layout
from extractor.facts.time.slots import as_date
from extractor.facts.time.times import Times
from extractor.reading.spans import Period, Reading
from extractor.records import Level, Path
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import alternation, settle, whole_words

NEAR = 1200
_REACH = 75
"""Characters from a name to its day."""
# The level of a path by its length, for a unit that the article does not name.
_LEVELS: tuple[Level, ...] = ("province", "district", "commune", "village")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:\s?[-–]\s?\d{1,2}(?=[/.]))?\s?[/.-]\s?(\d{1,2})(?!\s?[/.-]\s?\d)")
"""A day and its month, the first of `18-20/2`."""
_FULL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = r"\d{1,2}[ ]?h\d{0,2}[ ,]*"
_ASIDE = re.compile(r"\((?!(?:[A-ZĐ]\w*[ ]){2,}(?:19|20)\d\d\))[^()\d]+[^()]*\)")
"""A bracket that holds more than a year: `(SN 1980, trú xã Hạ)`, but no name with one (`(Mẫu Summit 2019)`)."""
_LIFE = re.compile(r"\([^()]*\d{4}\s?[-–][^()]*\d{4}\)")
"""A bracket with a beginning and an end: `(19/5/1890 - 19/5/2020)`."""
_EDGES = ("-01-01", "-12-31")
_YEAR = re.compile(r"(?<!\d)(?<!\d[/.-])(?<!\d [-–] )(?<!\d–)((?:19|20)\d\d)(?!\d|\s?[-–]\s?\d)")


class ScaleRow(Row):
    """Words that set a happening at a level: cấp tỉnh; of a holder: UBND tỉnh."""

    level: Level


@dataclass(frozen=True, slots=True)
class _Tables:
    """`until_day` is what stands between a name and its day (`placed` its place, where nothing is `told`), `scale`
    is in a name, `holder` at the end of a holder's name, `provincial` at the beginning of a department's.
    """

    scale: re.Pattern[str]
    holder: re.Pattern[str]
    levels: dict[str, Level]
    provincial: re.Pattern[str]
    part: re.Pattern[str]
    recent: re.Pattern[str]
    still: re.Pattern[str]
    until: re.Pattern[str]
    until_day: re.Pattern[str]
    told: re.Pattern[str]


@cache
def _tables() -> _Tables:
    scales = rows("events", "scale", ScaleRow)
    forms = [form for row in scales for form in row.forms]
    return _Tables(
        until_day=re.compile(
            rf"(?:[ ]\([^()]{{1,40}}\))?(?P<placed>(?:[ ]{words_of('placing')}[ ][^,.;:()]{{1,40}}?"
            rf"(?:,[ ][^,.;:()]{{1,25}}?){{0,2}})?)[ (,]*(?:{words_of('hour')}[ ]*|{_CLOCK})*\(?"
        ),
        told=re.compile(rf"(?<!\w)(?:{words_of('said')}|{words_of('taking_place')})(?!\w)"),
        scale=whole_words(form for form in forms if " " in form),
        holder=re.compile(rf"(?<!\w){alternation(forms)}$"),
        provincial=re.compile(rf"{words_of('provincial')}(?!\w)"),
        until=re.compile(r"(?<!\w)(?:trước|đến)(?: ngày)?[ ]\Z"),
        still=re.compile(rf"(?<!\w){words_of('still')}\Z"),
        recent=re.compile(rf"[ ]{words_of('recently')}(?!\w)"),
        part=re.compile(rf"{words_of('part_of_time')}[ ](?P<unit>năm|tháng)(?!\w)"),
        levels={settle(form): row.level for row in scales for form in row.forms},
    )


def own_day(reading: Reading, mention: Mention) -> Period | None:
    """The day right behind the name, or behind its place: `cuộc họp chiều 5/3`, `lễ ra quân ở đình hôm 5/3`."""
    end = mention.end
    for period in reading.periods:
        lasting = period.form == "span" and lasts_days(reading, period)
        near = end <= period.start <= end + _REACH
        told = period.first or not mention.match or _has_digit(reading, period)
        if not near or not told or not (period.form in ("date", "clock") or lasting):
            continue
        between = _tables().until_day.fullmatch(settle(reading.text[end : period.start]))
        if between and _is_setting(reading, between.group("placed") or "", end + between.start("placed")):
            return period
    return None


def _is_setting(reading: Reading, placed: str, start: int) -> bool:
    """Whether words between a name and its day tell only where: `tại đình, xã Hạ`, not `tại đình đã hết`."""
    if _tables().told.search(placed):
        return False
    parts = [start + comma.end() for comma in re.finditer(",[ ]", placed)]
    places = {place.start for place in reading.places}
    return all(at in places or reading.text[at].isupper() for at in parts)


def at_its_level(
    reading: Reading, mention: Mention, organizer: str | None, path: Path | None, reason: str
) -> Path | None:
    """The province where name or holder says so: `cuộc thi … cấp tỉnh`, `hội nghị … do UBND tỉnh tổ chức`."""
    said = _tables().scale.search(settle(reading.text[mention.start : mention.end]))
    if (
        said is None
        and reason != "behind"
        and (mention.standing != "held" or reason not in ("beside", "sentence", "stage"))
    ):
        said = _tables().holder.search(settle(organizer or ""))
        if said is None and organizer and path and _tables().provincial.match(settle(organizer)):
            return path[:1]
    if path is None or said is None:
        return path
    level = _tables().levels[" ".join(said.group().split())]
    known = {place.path: place.level for place in reading.places}
    depths = [n for n in range(1, len(path) + 1) if known.get(path[:n], _LEVELS[min(n, 4) - 1]) == level]
    return path[: depths[0]] if depths else path


def find_date(reading: Reading, layout: Layout, times: Times, mention: Mention) -> str | None:
    """The day of the event, its first where it lasts some days; else the month or year the text gives it."""
    first, last = layout.sentence(mention.start)
    periods = [p for p in reading.periods if first <= p.start < last]
    lives = [life.span() for life in _LIFE.finditer(reading.text, mention.start, mention.end)]
    periods = [p for p in periods if not any(start <= p.start < end for start, end in lives)]
    days = [p for p in periods if is_day(reading, p)]
    before = [p for p in days if p.start < mention.start]
    behind = own_day(reading, mention)
    if behind and before and _tables().part.match(settle(reading.text[behind.start : behind.end])):
        behind = None  # `Ngày 20/12, huyện khai mạc kỳ họp |cuối năm|`
    own = behind or (before[-1] if before else days[0] if days else None)
    year = _own_year(reading, mention)
    ahead = year if own and own.start >= mention.start else None
    stated = _announced(reading, own, ahead) if own else _dated_by_name(reading, periods, mention)
    if stated is None and any(is_open_day(reading, p) for p in periods):
        # `Chiều 13/1, huyện họp`, `Hôm nay …` in an article without a day of its own; `Siêu cúp 2019` is a season's
        return None if mention.match else _dated_by_name(reading, periods, mention) or year
    if own and (part := _tables().part.match(settle(reading.text[own.start : own.end]))):
        return stated[: 4 if part["unit"] == "năm" else 7] if stated else year  # cuộc họp |cuối năm 2015|
    told = own and (own.start >= mention.end or mention.standing == "held")
    if told and stated and len(stated) > 7:
        return stated
    recent = _tables().recent.match(settle(reading.text[mention.end : mention.end + 12]))
    near = None if recent else _told_near(times, first, mention, lives) or _told_before(reading, first, mention)
    date = stated or near
    if date and year and len(date) == len("2024-09") and date[:4] < year >= (reading.published or "9999"):
        return f"{year}{date[4:]}"  # Diễn đàn Mẫu 2024 diễn ra vào tháng 9 tới
    return date if year is None or (date or "").startswith(year) else year


def _own_year(reading: Reading, mention: Mention) -> str | None:
    """The year in the name, which is the happening's own unless it sums a year up: `Festival Mẫu |2019|`."""
    years = set(_years(reading, mention))
    summed_up = mention.meeting and (mention.themed or not mention.noun)
    return years.pop() if len(years) == 1 and not summed_up else None


def _years(reading: Reading, mention: Mention) -> list[str]:
    """The years in a name, but those of births, of dates and of papers: `Nghị định 118/2014`, `(SN 1980)`."""
    others = [(p.start, p.end) for p in reading.periods if p.form in ("birth", "citation")]
    # `phiên tòa xét xử vụ gian lận trong kỳ thi |năm 2018|`: the year of another happening.
    nouns = vocabulary().noun.finditer(settle(reading.text[: mention.end]), mention.start + 1)
    others += [(noun.start(), mention.end) for noun in nouns if mention.bare]
    others += [bracket.span() for bracket in _ASIDE.finditer(reading.text, mention.start, mention.end)]
    named = _YEAR.finditer(reading.text, mention.start, mention.end)
    return [year.group() for year in named if not any(start <= year.start() < end for start, end in others)]


def _told_near(times: Times, first: int, mention: Mention, lives: list[tuple[int, int]]) -> str | None:
    """The date that governs the mention, where it is near enough, and no beginning or end of a life."""
    period, _ = times.period(mention.start, mention.end)
    if period and any(start <= period.start < end for start, end in lives):
        return None
    if period and _tables().still.search(settle(times.reading.text[period.start : period.end])):
        return None  # `từ tháng 7/2018 tới nay`: no time of one happening
    date = as_date(period) if period and period.start >= _floor(times.reading, first) else None
    told = times.reading.text[period.start : period.end] if period else ""
    # `tính đến hết năm 2019`, `đầu năm 2018`: the edge of a year is no day.
    return None if date and date.endswith(_EDGES) and not _DAY_MONTH.search(told) else date


def _told_before(reading: Reading, first: int, mention: Mention) -> str | None:
    """The last day before the sentence of what is held, in its paragraph: `Ngày 5/3, … Xã tổ chức lễ …`."""
    begin = max(reading.text.rfind("\n", 0, mention.start) + 1, _floor(reading, first))
    days = [p for p in reading.periods if begin <= p.start < first and is_day(reading, p)]
    return days[-1].first if days and mention.standing in ("held", "attended") else None


def _floor(reading: Reading, first: int) -> int:
    """How far back a happening's date may be told: in an article without a day of its own not far."""
    return 0 if reading.published else max(0, first - NEAR)


def _announced(reading: Reading, day: Period, year: str | None) -> str | None:
    """A day without a year takes the year of the coming days that it is one of: `11 đến 13/3/2024 … tối 12/3`.

    In the name a `year` to come is the day's as well: `Festival Mẫu |2025| khai mạc ngày 7/6`.
    """
    if day.first is None or _FULL.search(reading.text, day.start, day.end):
        return day.first
    if year and reading.published and day.first[:4] < year and reading.published[:4] <= year:
        return f"{year}{day.first[4:]}"
    later = f"{int(day.first[:4]) + 1}{day.first[4:]}"
    spans = [p for p in reading.periods if p.form == "span" and lasts_days(reading, p)]
    return later if any((p.first or "") <= later <= (p.last or "") for p in spans) else day.first


def is_day(reading: Reading, period: Period) -> bool:
    """Whether a happening may have its day from the period: no week (`tuần qua`), and no `trước ngày 15/6`."""
    if not lasts_days(reading, period) or _tables().until.search(
        settle(reading.text[max(0, period.start - 15) : period.start])
    ):
        return False
    return period.form == "date" or (period.form == "span" and _has_digit(reading, period))


def is_open_day(reading: Reading, period: Period) -> bool:
    """Whether it is a day whose date nothing tells: `13/1`, `sáng nay`."""
    told = reading.text[period.start : period.end]
    day = period.form == "date" or _DAY_MONTH.search(told) is not None
    return not reading.published and period.first is None and day


def _has_digit(reading: Reading, period: Period) -> bool:
    return any(map(str.isdigit, reading.text[period.start : period.end]))


def lasts_days(reading: Reading, period: Period) -> bool:
    """Whether the period is a day, or days in a row: `trong 3 ngày 24, 25 và 26/02/2026`; no whole months."""
    first, last = period.first or "", period.last or ""
    told = reading.text[period.start : period.end]
    months = first.endswith("-01") and last[8:] >= "28" and len(_DAY_MONTH.findall(told)) < 2
    return len(first) == len(last) == 10 and not months and first[:4] == last[:4]


def _dated_by_name(reading: Reading, periods: list[Period], mention: Mention) -> str | None:
    """A day without a year (`Ngày 10/1`) takes the latest year that the event's name holds."""
    years = _years(reading, mention)
    for period in periods:
        found = _DAY_MONTH.search(reading.text, period.start, period.end)
        if period.form == "clock" and years and found:
            return f"{max(years)}-{int(found.group(2)):02}-{int(found.group(1)):02}"
    return None
