"""Plans: a draft, a proposal, an approved project or the aims of a term, told at length with no further word of it.

`Sở vừa trình đề án sắp xếp xã. Số cán bộ dôi dư là |412 người|. … Hiện tỉnh có 199 xã.`
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractor.facts.layout import Layout, within
from extractor.facts.openings import MARKS
from extractor.facts.subject.ahead import stretches_ahead
from extractor.facts.subject.told_as_is import leaves_plan
from extractor.reading.spans import Period, Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

# A plan is the subject where one of the first sentences introduces it; so many after the plan was named last may
# still tell of it; so old is an approval at most.
LEAD, AT_LENGTH = 3, 8
DAYS = 31


@dataclass(frozen=True, slots=True)
class Plan:
    """The `stretches` of the text that tell what a plan holds, in order."""

    stretches: tuple[tuple[int, int], ...]

    def holds(self, offset: int) -> bool:
        """Whether what stands at the offset is told of the plan."""
        return any(first <= offset < last for first, last in self.stretches)


def find_plan(reading: Reading, layout: Layout) -> Plan:
    """What the article tells of plans: from the sentence that names one until the text tells what is or was."""
    stretches = [*_stretches(reading, layout), *stretches_ahead(reading, layout)]
    return Plan(tuple(sorted(stretch for stretch in stretches if stretch[0] < stretch[1])))


def _stretches(reading: Reading, layout: Layout) -> Iterator[tuple[int, int]]:
    """A plan introduced goes on (`goes_on`); what some plan is said to hold stands `alone` with its parts."""
    named, goes_on, alone, pending = -1, False, False, False
    for at, (first, last) in enumerate(layout.sentences):
        told = settle(reading.text[first:last])
        begun = _begun(reading, first, last, told, lead=at < LEAD)
        pending = pending or _pending().search(told) is not None
        after = (named >= 0 or pending) and tells_afterwards(told)
        back = named >= 0 and (after or _opens(told, "plans", "back"))
        goes_on = begun is not None or back or (goes_on and at - named <= AT_LENGTH)
        named = at if begun is not None or back else named
        parts = alone and (_opens(told, "cues", "parting") or _opens(told, "plans", "goes_on"))
        alone = after or parts or _opens(told, "plans", "by_plan")
        if goes_on or alone:
            left = None if after else leaves_plan(reading, first, last, told, begun or 0)
            yield first + (begun or 0), last if left is None else left
            goes_on = goes_on and left is None


def tells_afterwards(told: str) -> bool:
    """Whether the settled sentence opens with what will be once a plan is carried out: `Sau sắp xếp, …`."""
    return _opens(told, "plans", "afterwards")


def _begun(reading: Reading, first: int, last: int, told: str, *, lead: bool) -> int | None:
    """Where in the settled sentence `first:last` begins what a plan holds that it is the first to name, or None."""
    introduced = _introduced(reading, first, last, told) if lead else None
    return _aimed(reading, first, last, told) if introduced is None else introduced


def _introduced(reading: Reading, first: int, last: int, told: str) -> int | None:
    """Where what a plan holds begins in the settled sentence `first:last` that introduces it, or None."""
    if approved := _approved().search(told):
        return approved.end() if _is_fresh(reading, first, last, told) else None
    found = _proposed().search(told) or _to_be_spent().search(told)
    return None if found is None or _is_dated(reading, first, last) else found.end()


def _aimed(reading: Reading, first: int, last: int, told: str) -> int | None:
    """Where the aims begin that the settled sentence `first:last` says somebody sets, or None."""
    aims = _aims().search(told)
    if aims is None or _is_dated(reading, first, last):
        return None
    return None if word_pattern("plans", "reached").search(told, 0, aims.start()) else aims.start()


def _is_dated(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence tells of a time that is no more news."""
    return any(_is_old(period, reading.published) for period in within(reading.periods, first, last))


@cache
def _approved() -> re.Pattern[str]:
    """One plan that is approved: no sum of plans, none of years ago."""
    approve, paper = (alternation(word_forms("plans", table)) for table in ("approving", "paper"))
    passive = rf"(?<!\w){paper} [^.;:\d]{{0,90}}được {approve}(?!\w)"
    return re.compile(rf"(?<!\w){approve} (?:[^\W\d]+ ){{0,3}}{paper}(?!\w)|{passive}")


@cache
def _proposed() -> re.Pattern[str]:
    """Something that is proposed: `trình HĐND tỉnh |đề án|`; not `quá trình`, no draft of a law."""
    propose, draft, law = (alternation(word_forms("plans", table)) for table in ("proposing", "draft", "law"))
    none = "".join(rf"(?<!\b{form} )" for form in word_forms("plans", "no_proposal"))
    return re.compile(rf"(?<!\w){none}{propose} (?:\w+ ){{0,4}}?{draft}(?!\w)(?! {law})")


@cache
def _to_be_spent() -> re.Pattern[str]:
    """What somebody intends to spend: `Tỉnh |dự kiến dành| 90 tỷ đồng cho hộ nghèo`."""
    intending, spending = (alternation(word_forms("plans", table)) for table in ("intending", "spending"))
    return re.compile(rf"(?<!\w){intending} {spending}(?!\w)")


@cache
def _aims() -> re.Pattern[str]:
    """The aims that are set: `đề ra 9 chỉ tiêu`, `có 10 chỉ tiêu mà Hội đề ra`."""
    aiming, aim = (alternation(word_forms("plans", table)) for table in ("aiming", "aim"))
    counted = rf"\d{{1,2}} {aim}(?!\w)"
    return re.compile(rf"(?<!\w)(?:{aiming} {counted}|{counted} (?:[^\W\d]+ ){{0,5}}{aiming}(?!\w))")


@cache
def _pending() -> re.Pattern[str]:
    """A merger that is planned: `đề án |sắp xếp|`, `dự kiến |sáp nhập|`."""
    pending, merging = (alternation(word_forms("plans", table)) for table in ("pending", "merging"))
    return re.compile(rf"(?<!\w){pending} (?:[^\W\d]+ ){{0,4}}?{merging}(?!\w)")


def _opens(told: str, file: str, table: str) -> bool:
    """Whether the settled sentence opens with words of the table: `Theo đề án, …`, `Sau sắp xếp, …`."""
    return _opening(file, table).match(told) is not None


@cache
def _opening(file: str, table: str) -> re.Pattern[str]:
    return re.compile(rf"{MARKS}{alternation(word_forms(file, table))}(?!\w)")


def _is_fresh(reading: Reading, first: int, last: int, told: str) -> bool:
    """Whether the plan was approved just now: by its words, by its day, or because the headline says it."""
    if first < len(reading.title or "") or word_pattern("plans", "just_now").search(told):
        return True
    published = _day(reading.published)
    days = [_day(period.first) for period in within(reading.periods, first, last) if period.form == "date"]
    return published is not None and any(day and 0 <= (published - day).days <= DAYS for day in days)


def _is_old(period: Period, published: str | None) -> bool:
    """Whether the time ended longer ago than what is news."""
    today, last = _day(published), _day(period.last)
    return today is not None and last is not None and (today - last).days > DAYS


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == len("2024-01-01") else None
