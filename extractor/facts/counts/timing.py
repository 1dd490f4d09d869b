"""The period that fits what a count tells: a state is told of another time than what was done."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.status.cues import Cues
from extractor.facts.counts.status.plans import plans_for
from extractor.facts.subject.happening import DATED_KINDS
from extractor.facts.time.continuing import states_figures
from extractor.facts.time.framing import of_beginning, opens, since_beginning
from extractor.facts.time.slots import is_one_day, slot
from extractor.facts.time.times import Times
from extractor.facts.verbs import Predicate
from extractor.reading.spans import Period
from extractor.records import Aspect, Span
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import settle, whole_words

# Reasons for a stock that is what a thing is like.
TRAITS = frozenset({"trait", "feature"})
# Reasons of periods that are the whole article's: the day of its happening, the time that it reviews.
REASONS_OF_ARTICLE = DATED_KINDS | {"lead"}

# Rules of the time of what was done in a month, after which what exists is told anew.
MONTHS = frozenset({"month", "relative month"})
# The time of a report on a year that goes on.
SO_FAR = frozenset({"first months"})

Reasoned = tuple[Period | None, str]
"""A period and its reason."""
NONE: Reasoned = None, "none"

# Where a sentence names what it is about, and what ends that.
OPENING = 40
_TOLD = re.compile(r"[\d,;:]")

# Reasons of periods that are those of what was done alone.
OF_ACTS = frozenset({"closing", "narrated"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A count of an aspect (for the reason `status`) with the period that its place in the text gives it."""

    times: Times
    one: Counted
    aspect: Aspect
    status: str
    verb: Predicate
    cues: Cues
    measured: str | None
    period: Period | None
    reason: str

    @property
    def continued(self) -> Period | None:
        """The period, if it is that of the sentence before."""
        return self.period if self.reason == "continued" else None

    @property
    def is_capital(self) -> bool:
        """Whether it is what a project costs, which is told without a time."""
        return bool(self.measured and _capital().search(settle(self.measured)))


def fitted(timed: Timed) -> tuple[Span | None, str]:
    """The `period` slot that fits the aspect, and the reason.

    A change runs from its base, and what was before a change has no date.
    """
    period, reason = fit_period(timed)
    cues, aspect = timed.cues, timed.aspect
    if cues.change.base and aspect == "rate":
        return (cues.change.base, None), reason
    if (cues.when.past or cues.when.then) and period is None and aspect in ("stock", "rate"):
        return None, reason
    return slot(period, aspect, timed.times.reading.published), reason


def fit_period(timed: Timed) -> Reasoned:
    """The period that fits the aspect, and the reason: what the first rule says that has something to say."""
    timed = _of_occasion(timed)
    told = next((told for rule in RULES if (told := rule(timed))), (timed.period, timed.reason))
    return (told[0], "base") if timed.aspect == "rate" and timed.cues.change.base else told


def _of_occasion(timed: Timed) -> Timed:
    """The count with the days of the occasion that it tells of; without a day of the article that is not its."""
    times = timed.times
    if timed.status == "occasion" and not _has_own_time(timed):
        played = times.happening is not None and times.happening.kind == "match"
        # `Giải có |12 đội| dự tranh` tells of no day of a match.
        return replace(timed, period=None if played else times.occasion, reason="none" if played else "occasion")
    if times.happening and timed.reason == times.happening.kind and not _is_of_day(timed):
        return replace(timed, period=None, reason="none")
    return timed


def _has_own_time(timed: Timed) -> bool:
    """Whether another time than the occasion's is told of it: `Lễ hội |năm 2022| có 18 thuyền dự`."""
    if timed.reason != "clause" or timed.period is None:
        return timed.reason in ("beside", "sentence", "continued", "closing")
    held, last = timed.times.occasion, timed.period.last
    return bool(held and held.first and last and last < held.first)


def _is_of_day(timed: Timed) -> bool:
    """Whether the count is of the day of the article's happening; what there is, is as of publication."""
    times, start = timed.times, timed.one.start
    if times.happening is None or timed.verb.ongoing or timed.is_capital:
        return False
    first, last = times.layout.sentence(start)
    return times.happening.holds(timed.aspect, settle(times.layout.text[first : min(last, timed.one.end + 40)]))


def _apart(timed: Timed) -> Reasoned | None:
    """What there is stands in the sentence of a time that is only that of something done.

    `Trong năm, hội lập 3 tổ, nâng tổng số lên |12 tổ|`; `Xưởng xây dựng năm 2016, có |28 công nhân|`.
    """
    period, times = timed.period, timed.times
    if timed.aspect != "stock" or period is None or period.form not in ("span", "date", "since"):
        return None
    level = settle(timed.verb.text or "") in word_forms("verbs", "raising") and period.form == "span"
    if level and timed.reason in ("sentence", "clause", "continued", "topic"):
        return None if times.long_past(period) else NONE
    first = times.layout.sentence(timed.one.start)[0]
    parted = timed.reason in ("sentence", "clause")
    return NONE if parted and of_beginning(times.layout.text, period, first, timed.one.start) else None


def _before_change(timed: Timed) -> Reasoned | None:
    """What there was before a change is of a time not told: `giảm từ |74 hộ| xuống còn 31 hộ`."""
    if timed.status != "before a change" or (timed.period and timed.reason == "beside"):
        return None
    return Period(timed.one.start, timed.one.end, None, None, "span"), "before a change"


def _trait(timed: Timed) -> Reasoned | None:
    """What a thing is like is told without a time."""
    return NONE if timed.status in TRAITS and timed.reason != "beside" else None


def _of_acts(timed: Timed) -> Reasoned | None:
    """The time behind a list, or of a story, is of what was done: `Xã có |9 thôn|, làm 3 cầu trong năm 2022`."""
    return NONE if timed.reason in OF_ACTS and timed.aspect != "flow" else None


def _habitual(timed: Timed) -> Reasoned | None:
    """What happens again and again has no time of the article's: `Hằng năm, lễ hội đón 9.000 lượt khách`."""
    if timed.aspect != "flow" or not timed.cues.when.habitual or timed.period is None:
        return None
    return NONE if timed.reason in REASONS_OF_ARTICLE or timed.period.form == "now" or _until(timed) else None


def _at_ceremony(timed: Timed) -> Reasoned | None:
    """What is done at a ceremony is done on the day of the meeting that was told before."""
    if timed.period is not None or timed.aspect not in ("flow", "rate") or timed.status == "occasion":
        return None
    if not (_is_ceremony(timed.verb) or _is_gift(timed)):
        return None
    meeting = timed.times.meeting
    return (meeting if meeting and meeting.start < timed.one.start else None), "ceremony"


def _cost(timed: Timed) -> Reasoned | None:
    """What a project costs is not of the time under review; what is there was paid for at any time until today.

    `Mô hình hiện có 36 camera. Tổng kinh phí |127 triệu đồng|, gồm 90 triệu đồng do 148 hộ góp`
    """
    start, end = timed.one.start, timed.one.end
    if timed.aspect == "flow" and timed.reason in ("none", "lead") and _paid_for_what_is(timed.times, start):
        return Period(start, end, None, None, "now"), "paid by now"
    return NONE if timed.reason == "lead" and timed.aspect == "flow" and timed.is_capital else None


def _reviewed(timed: Timed) -> Reasoned | None:
    """What is done is of the whole time under review, at whose end a state was told.

    `Tại thời điểm 30/6, xã có 900 con bò. Xã tiêm |800 liều| vắc xin`.
    """
    until = _until(timed)
    if timed.aspect != "flow" or until is None:
        return None
    reviewed = timed.times.reviewed(until)
    return reviewed if reviewed[0] or until.rule == "as of" else None


def _misplaced(timed: Timed) -> Reasoned | None:
    """The time under review is of nothing that exists or is planned, that of a disaster of no rate or plan."""
    misplaced = {"lead": ("stock", "target"), "disaster": ("rate", "target")}
    return NONE if timed.aspect in misplaced.get(timed.reason, ()) else None


def _there_now(timed: Timed) -> Reasoned | None:
    """What is told to exist now is of today, whatever time its sentence names.

    `Sơ kết 6 tháng đầu năm, huyện đang duy trì |21 mô hình|`; `Tổ ra mắt năm 2019 đang có |18 người|`.
    """
    period = timed.period
    if timed.aspect != "stock" or period is None or timed.reason not in ("sentence", "clause"):
        return None
    so_far = period.rule in SO_FAR and (timed.verb.ongoing or timed.status == "no verb")
    return NONE if so_far or _goes_on(timed, period) else None


def _there(timed: Timed) -> Reasoned | None:
    """What exists is told as of publication, not of the meeting or of a day, year or founding told before.

    `Năm 2014, xã lập tổ tự quản. Tổ có |12 người|`. Without a date nothing tells whether it is still so.
    """
    period = timed.period
    if timed.aspect != "stock" or period is None:
        return None
    if timed.reason not in ("continued", "meeting"):
        return None
    happening = timed.times.happening
    if period.form == "date" or period.rule in MONTHS | SO_FAR or (happening and happening.lies_in(period)):
        return NONE  # `Tháng 10, bệnh viện nhận 6 máy. Bệnh viện có |130 giường|`
    past = not timed.cues.when.then and (
        (timed.verb.ongoing and period.form != "until") or (timed.times.long_past(period) and not _was_small(timed))
    )
    undated = period.form == "span" and not timed.times.reading.published
    return NONE if timed.continued and (past or undated) else None


def _goes_on(timed: Timed, period: Period) -> bool:
    """Whether it is told to go on now behind a time: `đang có 18 tổ với |402 người|`; not `năm 2012 vẫn còn 19 hộ`.

    The time until which a state is told holds for its clause.
    """
    text = timed.times.layout.text
    between = settle(text[period.end : timed.one.start])
    held = period.form in ("span", "date", "since") or (period.form == "until" and ";" in between)
    told = timed.verb.ongoing or timed.status == "no verb"
    # `Chiều 15/11, công an bắt quả tang An đang chở |90 gói ma túy|`: that afternoon.
    then = is_one_day(period) and opens(text, period, timed.times.layout.sentence(timed.one.start)[0])
    return held and told and not then and word_pattern("verbs", "at_present").search(between) is not None


def _was_small(timed: Timed) -> bool:
    """Whether the state goes on with what was told of a time: `Năm 2015, ông nhận việc. Bản chỉ có |2 bể nước|`."""
    first, start = timed.times.layout.sentence(timed.one.start)[0], timed.one.start
    return word_pattern("cues", "merely").search(settle(timed.times.layout.text[first:start])) is not None


def _years_back(timed: Timed) -> Reasoned | None:
    """Since then much was done: `Mười năm trước, bản có 61 hộ nghèo. Ông vận động lập |5 tổ tự quản|`."""
    period = timed.continued
    then = period and period.rule == "years back" and period.form == "date"
    return NONE if then and timed.aspect in ("flow", "rate") else None


def _behind_plan(timed: Timed) -> Reasoned | None:
    """Behind a plan the text comes back: `Dự báo năm 2030, xã có 9.000 dân. Dân số huyện là |40.000 người|`."""
    period = timed.continued
    planned = period and timed.aspect != "target" and plans_for(timed.times.layout, period.end)
    return NONE if planned else None


def _out_of_time(timed: Timed) -> Reasoned | None:
    """A plan is for a time to come, what exists or happened is not.

    Without a date of the article a time is to come if it is a deadline, or something planned is told of it.
    """
    if timed.reason not in ("continued", "meeting"):
        return None
    period, published = timed.period, timed.times.reading.published
    if timed.aspect != "target":
        return NONE if _not_begun(period, published) else None
    if published or period is None:
        return None if _ends_ahead(period, published) else NONE
    ahead = period.form in ("until", "deadline") or plans_for(timed.times.layout, period.end)
    return None if ahead else NONE


def _present(timed: Timed) -> Reasoned | None:
    """A share tells of today; a change, a harvest's yield and what was reached of a plan of the time under review.

    `Mỗi ngày thu gom |9 tấn| rác` is what goes on; so is what things cost, and what is told after years gone by.
    """
    if timed.aspect != "rate":
        return None
    cues, period = timed.cues, timed.continued
    past = bool(period and timed.times.long_past(period) and not cues.when.then)
    of_month = bool(period and period.rule in MONTHS and timed.one.category != "percent")
    priced = cues.price.told and timed.one.category == "money"
    goes_on = cues.unit.of_time or cues.when.habitual or priced or past or of_month
    return (
        NONE
        if (timed.reason == "lead" and not (cues.change.compared or _is_yield(timed) or _is_of_plan(timed)))
        or (timed.reason == "continued" and goes_on)
        else None
    )


def _since_founding(timed: Timed) -> Reasoned | None:
    """What was done since a founding is of all the time until today: `Tổ thành lập năm 2019 đã giúp |320 công|`."""
    period = timed.period
    if timed.aspect not in ("flow", "stock") or period is None:
        return None
    if timed.reason not in ("sentence", "clause", "continued"):
        return None
    if timed.aspect == "flow" and (begun := timed.times.since_start(period)):
        return begun, "since it began"  # `Phát động tháng 9/2023, đến nay thu |9 tấn|`
    first, start = timed.times.layout.sentence(timed.one.start)[0], timed.one.start
    if first <= period.start < start and since_beginning(timed.times.layout.text, period, first, start):
        return replace(period, first=None, last=None, form="now"), "since it began"
    return None


RULES: tuple[Callable[[Timed], Reasoned | None], ...] = (
    _apart,
    _before_change,
    _trait,
    _of_acts,
    _habitual,
    _at_ceremony,
    _cost,
    _reviewed,
    _misplaced,
    _there_now,
    _there,
    _years_back,
    _behind_plan,
    _out_of_time,
    _present,
    _since_founding,
)
"""In their order."""


def _paid_for_what_is(times: Times, start: int) -> bool:
    """Whether the sentence tells what it cost that the one before counts as being there today."""
    reading, layout = times.reading, times.layout
    first = layout.sentence(start)[0]
    begun, stop = layout.sentences[max(0, layout.sentence_index(first) - 1)]
    if begun < layout.paragraph(first)[0] or begun == first or not states_figures(reading, begun, stop):
        return False
    opening = _TOLD.split(settle(reading.text[first : first + OPENING]))[0]
    told = any(p.form == "now" for p in times.own.told(begun, stop))
    told = told or word_pattern("verbs", "at_present").search(settle(reading.text[begun:stop])) is not None
    return told and word_pattern("cues", "planned_cost").search(opening) is not None


def _is_of_plan(timed: Timed) -> bool:
    """Whether it is how much of a plan was reached: `thu đạt |58%| dự toán`."""
    end = timed.one.quantity.end
    behind = settle(timed.times.layout.text[end : end + OPENING]).lstrip(" %")
    return timed.one.category == "percent" and behind.startswith(word_forms("cues", "plan"))


def _is_yield(timed: Timed) -> bool:
    """Whether it is what fields or trees bore: `năng suất lúa đạt |66 tạ/ha|`."""
    return word_pattern("cues", "yield").search(settle(timed.measured or "")) is not None


def _until(timed: Timed) -> Period | None:
    """The day until which the sentence before tells."""
    return timed.continued if timed.continued and timed.continued.form == "until" else None


@cache
def _capital() -> re.Pattern[str]:
    return whole_words(word_forms("cues", "capital"))


def _ends_ahead(period: Period | None, published: str | None) -> bool:
    return bool(period and period.last and published and period.last > published)


def _not_begun(period: Period | None, published: str | None) -> bool:
    """Whether it begins, or has its deadline, after the publication: the running year does not."""
    begin = period and (period.first or period.last)
    return bool(begin and published and begin > published)


def _is_gift(timed: Timed) -> bool:
    """Whether it is what something given is worth: `Đoàn tặng xã nhiều thiết bị, trị giá |1 tỷ đồng|`."""
    if settle(timed.verb.text or "") not in word_forms("cues", "being_worth"):
        return False
    first, start = timed.times.layout.sentence(timed.one.start)[0], timed.one.start
    before = settle(timed.times.layout.text[first:start])
    return (
        word_pattern("verbs", "ceremony").search(before) or word_pattern("cues", "gift").search(before)
    ) is not None


def _is_ceremony(verb: Predicate) -> bool:
    """Whether the verb is of what is done at a meeting: trao, tặng, dự, ký cam kết."""
    words = settle(verb.text or "")
    return any(words == form or words.startswith(form + " ") for form in word_forms("verbs", "ceremony"))
