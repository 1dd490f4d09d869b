"""The same told of the same time of another year: `phát hiện 22 vụ (cùng kỳ năm 2022: |19 vụ|, 31 đối tượng)`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.facts.counts.relations import Draft
from extractor.facts.layout import Layout
from extractor.reading.dates.calendar import Moment, days_in, shift_months
from extractor.records import Span
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# Characters of a clause in which the other year's numbers stand.
_REACH = 90


def a_year_before(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """The draft at the same time of the other year that its clause names, else as it is."""
    if draft.counted.told or draft.aspect not in ("flow", "stock") or draft.reasons["period"] == "beside":
        return draft
    first = layout.sentence(draft.counted.start)[0]
    told = settle(layout.text[first : draft.counted.start])
    named = next(reversed(list(_same_time().finditer(told))), None)
    if named is None or not _reaches(told, named) or _is_change(draft):
        return draft
    base = _base(earlier, layout, first, named.start())
    moved = _moved(base.period, named["year"]) if base and base.period else None
    if base is None or moved is None:
        return draft
    reasons = draft.reasons | {"aspect": "the same then", "period": "a year before"}
    return replace(draft, aspect=base.aspect, period=moved, reasons=reasons)


@cache
def _same_time() -> re.Pattern[str]:
    """`cùng kỳ` with its year; without one it says the time just told: `Cùng kỳ, xã còn giúp 9 hộ`."""
    same, last = (alternation(word_forms("cues", table)) for table in ("same_time_as", "last_year"))
    return re.compile(rf"(?<!\w){same}\s(?:{last}|(?:năm\s)?(?P<year>(?:19|20)\d\d))(?!\w)")


@cache
def _comparing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'base_of_comparison'))}\s$")


def _reaches(told: str, named: re.Match[str]) -> bool:
    """Whether what is told behind it is still of that time: no bracket, semicolon or other time ends it."""
    behind = told[named.end() :]
    opened = told.rfind("(", 0, named.start()) > told.rfind(")", 0, named.start())
    ended = ")" in behind if opened else ";" in behind or ")" in behind
    return not ended and len(behind) <= _REACH and _comparing().search(told, 0, named.start()) is None


def _is_change(draft: Draft) -> bool:
    return settle(draft.verb.text or "").startswith(word_forms("cues", "change"))


def _base(earlier: Sequence[Draft], layout: Layout, first: int, named: int) -> Draft | None:
    """The count before the words: in the sentence, or in the one before if they open theirs."""
    begin = layout.sentences[max(0, layout.sentence_index(first) - 1)][0] if named == 0 else first
    begin = max(begin, layout.paragraph(first)[0])
    return next((one for one in reversed(earlier) if begin <= one.counted.start < first + named), None)


def _moved(period: Span, year: str | None) -> Span | None:
    """The period as many years before as the named year is, else one."""
    last = period[1] or period[0]
    if not last:
        return None
    years = int(last[:4]) - int(year) if year else 1
    return (_years_before(period[0], years), _years_before(period[1], years)) if years > 0 else None


def _years_before(day: str | None, years: int) -> str | None:
    moment = Moment.parse(day)
    shifted = shift_months(moment, -12 * years) if moment and moment.month else None
    if moment is None or shifted is None:
        return str(int(day[:4]) - years) if day else None
    return replace(shifted, day=moment.day and min(moment.day, days_in(shifted.year, moment.month or 1))).iso
