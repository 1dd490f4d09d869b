"""The period that fits what a count tells: a state is told of another time than what was done."""

import re
from dataclasses import replace
from functools import cache

from extractor.facts.counts.counted import Counted
from extractor.facts.counts.cues import Cues
from extractor.facts.counts.plans import plans_for
from extractor.facts.time.framing import of_beginning, since_beginning
from extractor.facts.time.times import Times
from extractor.facts.verbs import Predicate
from extractor.reading.spans import Period
from extractor.records import Aspect
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

# Reasons for a stock that is what a thing is like.
TRAITS = frozenset({"trait", "feature"})
# Reasons of periods that are the whole article's: the one day that it tells of, the time that it reviews.
STORIES = frozenset({"incident", "election", "photo day"})
OF_ARTICLE = STORIES | {"lead"}


def fit_period(
    times: Times, one: Counted, timed: tuple[Period | None, str], aspect: tuple[Aspect, str], verb: Predicate,
    cues: Cues, measured: str | None,
) -> tuple[Period | None, str]:  # fmt: skip
    """The period that fits the aspect, and the reason."""
    kind, status = aspect
    if status == "occasion" and timed[1] not in ("beside", "sentence", "continued"):
        timed = times.occasion, "occasion"
    if times.story and timed[1] == times.story.kind and not _fits_day(times, one, kind, verb, measured):
        timed = None, "none"
    period, reason = _fallback(times, *timed, kind, verb, measured, then=cues.then)
    if reason != "beside" and status in TRAITS:
        return None, "none"  # what a thing is like is told without a time
    if kind != "flow" and reason == "closing":
        return None, "none"  # `Xã có 9 thôn, làm 3 cầu trong năm 2022`
    if kind == "flow" and cues.habitual and period and (reason in OF_ARTICLE or period.form == "now"):
        return None, "none"  # `Hằng năm, lễ hội đón 9.000 lượt khách`
    if kind == "stock" and period and stands_apart(times, one, verb, period, reason):
        return None, "none"
    # Without a date nothing tells whether what there is still belongs to the year told before.
    undated = period and period.form == "span" and not times.reading.published
    if kind == "stock" and reason == "continued" and undated:
        return None, "none"
    if apart := _before_or_since(times, one, kind, status, period, reason):
        return apart
    if kind != "rate":
        return period, reason
    present = cues.each_time or cues.priced or bool(period and times.long_past(period) and not cues.then)
    if (reason == "lead" and not cues.compared) or (reason == "continued" and present):
        # A share tells of today, a change of the time under review; `mỗi ngày thu gom 9 tấn rác` is what goes on,
        # and so is what things cost, and what is told after years gone by.
        period, reason = None, "none"
    return period, "base" if cues.base else reason


def _before_or_since(
    times: Times, one: Counted, aspect: Aspect, status: str, period: Period | None, reason: str
) -> tuple[Period, str] | None:
    """A time not told for what there was before a change, until today for what was done since a founding.

    `giảm từ |74 hộ| xuống còn 31 hộ`; `Tổ thành lập năm 2019 đã giúp |320 ngày công|`.
    """
    if status == "before a change" and (period is None or reason != "beside"):
        return Period(one.start, one.end, None, None, "span"), "before a change"
    if aspect in ("flow", "stock") and period and reason in ("sentence", "clause", "continued"):
        first = times.layout.sentence(one.start)[0]
        if first <= period.start < one.start and since_beginning(times.layout.text, period, first, one.start):
            return replace(period, first=None, last=None, form="now"), "since it began"
    return None


def _fallback(
    times: Times,
    period: Period | None,
    reason: str,
    aspect: Aspect,
    verb: Predicate,
    measured: str | None,
    *,
    then: bool,
) -> tuple[Period | None, str]:
    """The meeting's day for what is done at a ceremony; the lead's time never for what exists or is planned."""
    if period is None and aspect in ("flow", "rate") and _is_ceremony(verb):
        return times.meeting, "ceremony"
    if reason == "lead" and aspect == "flow" and measured and _capital().search(settle(measured)):
        return None, "none"  # what a project costs is told without a time
    if reason == "continued" and aspect == "flow" and period and period.form == "until":
        reviewed = times.reviewed(period)
        if reviewed[0] or period.rule == "as of":
            return reviewed  # `Tại thời điểm 30/6, xã có 900 con bò. Xã tiêm 800 liều vắc xin`
    misplaced = {"lead": ("stock", "target"), "disaster": ("rate", "target")}
    if aspect in misplaced.get(reason, ()):
        return None, "none"
    if aspect == "stock" and reason in ("continued", "meeting") and period and period.form == "date":
        return None, "none"  # what exists is told as of publication, not as of the meeting
    ongoing = verb.ongoing and period and period.form != "until"
    if aspect == "stock" and reason == "continued" and period and not then and (ongoing or times.long_past(period)):
        return None, "none"  # `Năm 2014, xã lập tổ tự quản. Tổ có 12 người`
    if reason == "continued" and period and aspect != "target" and plans_for(times.layout, period.end):
        return None, "none"  # `Dự báo năm 2030, xã có 9.000 dân. Dân số cả huyện là 40.000 người`
    ahead = _ends_ahead if aspect == "target" else _not_begun
    if reason in ("continued", "meeting") and ahead(period, times.reading.published) != (aspect == "target"):
        return None, "none"  # a plan is for a time to come, what exists or happened is not
    return period, reason


def _fits_day(times: Times, one: Counted, aspect: Aspect, verb: Predicate, measured: str | None) -> bool:
    """Whether the count is of the one day that the article tells of; what there is, is as of publication."""
    if times.story is None or verb.ongoing or (measured and _capital().search(settle(measured))):
        return False
    first, last = times.layout.sentence(one.start)
    return times.story.holds(aspect, settle(times.layout.text[first : min(last, one.end + 40)]))


@cache
def _capital() -> re.Pattern[str]:
    return whole_words(word_forms("cues", "capital"))


def _ends_ahead(period: Period | None, published: str | None) -> bool:
    return bool(period and period.last and published and period.last > published)


def _not_begun(period: Period | None, published: str | None) -> bool:
    """Whether it begins, or has its deadline, after the publication: the running year does not."""
    begin = period and (period.first or period.last)
    return bool(begin and published and begin > published)


def _is_ceremony(verb: Predicate) -> bool:
    """Whether the verb is of what is done at a meeting: trao, tặng, dự, ký cam kết."""
    words = settle(verb.text or "")
    return any(words == form or words.startswith(form + " ") for form in word_forms("verbs", "ceremony"))


def stands_apart(times: Times, one: Counted, verb: Predicate, period: Period, reason: str) -> bool:
    """Whether what there is stands in the sentence of a time that is only that of something done.

    `Trong năm, hội lập 3 tổ, nâng tổng số lên |12 tổ|`; `Xưởng xây dựng năm 2016, có |28 công nhân|`.
    """
    if period.form not in ("span", "date", "since"):
        return False
    level = settle(verb.text or "") in word_forms("verbs", "raising") and period.form == "span"
    if level and reason in ("sentence", "clause", "continued", "topic"):
        return not times.long_past(period)
    first = times.layout.sentence(one.start)[0]
    return reason in ("sentence", "clause") and of_beginning(times.layout.text, period, first, one.start)
