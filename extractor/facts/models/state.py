"""What the text tells of a named scheme's life: planned, launched, ended, since when, with how many members."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.time.times import Times
from extractor.reading.spans import Period, Quantity, Reading, SchemeName
from extractor.records import Status
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, whole_words

_VERB_REACH = 60  # characters from a verb of launching to the name, and from it to its date
_MEMBERS_REACH = 200  # characters from the name to the number of its members


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a scheme in the sentence `start:end`. `many` where a number of such schemes is counted.

    The sentences behind it up to `told` go on about the same scheme: `Mô hình này có 30 thành viên.`
    """

    name: SchemeName
    start: int
    end: int
    told: int
    many: bool
    in_title: bool


@dataclass(frozen=True, slots=True)
class State:
    """A scheme's status, its launch year, and the reason for both."""

    status: Status
    year: int | None
    reason: str


def read_state(reading: Reading, settled: str, times: Times, mentions: list[Mention]) -> State:
    """Active, unless a mention ends it, all of them plan it, or one tells of its launch in a stated period."""
    if any(words("ended").search(settled, m.name.end, min(m.told, _next_name(reading, m))) for m in mentions):
        return State("ended", None, "ended")
    planned = [mention for mention in mentions if _is_planned(reading, settled, times, mention)]
    if len(planned) == len(mentions):
        year = _year(times.period(planned[0].name.start, planned[0].name.end)[0])
        past = year is not None and str(year) < (reading.published or "")[:4]
        return State("planned", None if past else year, "planned")
    if not any(mention.many for mention in mentions):
        for mention in mentions:
            year = None if mention in planned else _launch_year(reading, settled, times, mention)
            if year is not None:
                return State("launched", year, "launch verb in a period")
    terms = [year for mention in mentions if (year := _term(reading, settled, mention)) is not None]
    return State("active", terms[0] if terms else None, "default")


def _next_name(reading: Reading, mention: Mention) -> int:
    """Where the next scheme is named: `“A” phát huy hiệu quả, |“B”| đã ngừng hoạt động`."""
    later = (other.start for other in reading.schemes if other.is_scheme and other.start >= mention.name.end)
    return next(later, mention.told)


def _is_planned(reading: Reading, settled: str, times: Times, mention: Mention) -> bool:
    """Whether a mention tells of a plan, or of a launch at a time after the article: `Tháng 11 tới, xã ra mắt`."""
    name = mention.name
    if words("planned").search(settled, mention.start, name.start) or _planned_behind().match(settled, name.end):
        return True
    launch = words("launched").search(settled, max(mention.start, name.start - _VERB_REACH), name.start)
    first = _first(times.period(name.start, name.end)[0]) if launch else None
    return bool(first and reading.published and first > reading.published[: len(first)])


def _first(period: Period | None) -> str | None:
    return period.first if period and period.form in ("date", "span") else None


def _launch_year(reading: Reading, settled: str, times: Times, mention: Mention) -> int | None:
    """The year of a launch told before the name (`Năm 2023, xã ra mắt mô hình “A”`) or behind it."""
    name = mention.name
    for verb in words("launched").finditer(settled, name.end, mention.told):
        if ";" in settled[name.end : verb.start()]:
            break
        stop = min(mention.told, verb.end() + _VERB_REACH)
        dated = [period for period in reading.periods if verb.end() <= period.start < stop and period.first]
        if dated:
            return _year(dated[0])
    floor = mention.start if name.rule.endswith("list") else max(mention.start, name.start - _VERB_REACH)
    passive = _PASSIVE.match(settled, name.end)
    if words("launched").search(settled, floor, name.start) or (
        passive and words("launched").search(settled, passive.end(), passive.end() + _VERB_REACH // 2)
    ):
        period = times.period(name.start, name.end)[0]
        return _by_then(reading, period, name.start) or _year(period or _before(reading, mention))
    return None


def _by_then(reading: Reading, period: Period | None, name: int) -> int | None:
    """The year of `Đến tháng 8/2021, xã ra mắt …`; a report as of a day, or one that counts, tells no launch."""
    if period is None or period.form != "until" or len(period.last or "") != len("2021-08"):
        return None
    counted = any(period.end <= quantity.start < name for quantity in reading.quantities)
    dated = any(letter.isdigit() for letter in reading.text[period.start : period.end])
    return int((period.last or "")[:4]) if dated and not counted else None


def _before(reading: Reading, mention: Mention) -> Period | None:
    """The last day, month or year before the sentence, in its paragraph: `Ngày 5/3, xã họp. Xã ra mắt …`."""
    paragraph = reading.text.rfind("\n", 0, mention.start) + 1
    dated = [p for p in reading.periods if paragraph <= p.start < mention.start and p.form in ("date", "span")]
    return next((p for p in reversed(dated) if p.first), None)


def _year(period: Period | None) -> int | None:
    """The year in which the period lies; none where it is open or spans years."""
    if period is None or period.first is None or (period.last or period.first)[:4] != period.first[:4]:
        return int(period.first[:4]) if period and period.first and period.form == "since" else None
    return int(period.first[:4])


def _term(reading: Reading, settled: str, mention: Mention) -> int | None:
    """The first year of `tổng kết 10 năm thực hiện mô hình “A” (giai đoạn 2012 - 2022)`."""
    if not words("reviewed").search(settled, mention.start, mention.name.start):
        return None
    for period in reading.periods:
        gap = reading.text[mention.name.end : period.start] if period.start >= mention.name.end else "-"
        if len(gap) <= 3 and not gap.strip(" (,") and period.first and period.first[:4] != (period.last or "")[:4]:
            return int(period.first[:4]) if period.form == "span" else None
    return None


def read_members(reading: Reading, settled: str, mentions: list[Mention]) -> int | None:
    """The counted people behind the name: `với 50 hội viên`. A number of schemes hides each one's members."""
    many = any(mention.many for mention in mentions)
    for mention in mentions:
        name = mention.name
        others = [other.start for other in reading.schemes if other.start > name.end]
        near = mention.end if mention.told == mention.end else mention.told
        stop = min([near, max(mention.end, name.end) + _MEMBERS_REACH, *others[:1]])
        behind = [quantity for quantity in reading.quantities if name.end <= quantity.start < stop]
        found: Quantity | None = None
        for quantity in behind:
            if not _people(reading, settled, quantity):
                continue
            opening = _gathering().search(settled, name.end, quantity.start)
            if found is not None:
                found = quantity if _grown().search(settled, found.end, quantity.start) else found
            elif opening and (not many or not settled[name.end : opening.start()].strip()):
                found = quantity
        if found is not None:
            return int(found.value) if found.value is not None else None
    return None


def _people(reading: Reading, settled: str, quantity: Quantity) -> bool:
    """Whether the quantity counts people, one by one (households are no members)."""
    if quantity.unit is not None or quantity.denominator is not None or quantity.refused is not None:
        return False
    blank = _BLANK.match(settled, quantity.end)
    head = head_at(reading.text, blank.end() if blank else quantity.end, len(reading.text))
    return head is not None and head[2] == "person"


@cache
def _planned_behind() -> re.Pattern[str]:
    """A plan right behind a name: `Mô hình “A” |dự kiến| mở ở xã Hạ`."""
    return re.compile(rf"[”\"\s]*(?:đang\s)?(?:được\s)?{alternation(word_forms('schemes', 'planned'))}(?!\w)")


_BLANK = re.compile(r"\s*")
_LISTED = r"\d[\d.]*\s[^\d,.;]{1,30},"
"""A number with its noun before another one in a list."""
_PASSIVE = re.compile(r"[”\"\s]*(?:đã\s+|cũng\s+)*được(?!\w)")


@cache
def _gathering() -> re.Pattern[str]:
    """The verb or preposition before the number of members, or before a list that it ends: `với 4 tổ, |28|`."""
    verbs = alternation(word_forms("schemes", "gathering"))
    return re.compile(rf"(?:(?<!\w){verbs}(?:\s{_LISTED})*|[:/])\s*\Z")


@cache
def _grown() -> re.Pattern[str]:
    """What a later number of members stands behind: `với 12 thành viên, |đến nay đã có| 60 thành viên`.

    Words may part the time from its verb: `|nay mô hình có| 25 hội viên`, `|đến nay có mặt ở 4 thôn, có 6 tổ,| 47`.
    """
    grown, since, verbs = (alternation(word_forms("schemes", t)) for t in ("grown", "grown_since", "gathering"))
    later = rf"{since}\s(?:[^.;“”]{{0,60}}\s)?{verbs}(?:\s{_LISTED})*"
    return re.compile(rf"(?<!\w)(?:{grown}|{later})\s+\Z")


@cache
def words(table: str) -> re.Pattern[str]:
    """Any form of a plain table of `schemes.toml`."""
    return whole_words(word_forms("schemes", table))
