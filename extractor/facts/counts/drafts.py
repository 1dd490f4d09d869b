"""A count on its way to a record: each slot filled with the reason for it."""

from dataclasses import replace

from extractor.facts.counts.measured.amounts import measured_by
from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.placeless import place_of
from extractor.facts.counts.relations import Draft, as_part, related
from extractor.facts.counts.scopes import scope_of
from extractor.facts.counts.status.aspects import decide_aspect
from extractor.facts.counts.status.cues import Cues, read_cues
from extractor.facts.counts.status.episodes import is_there, told_as_done
from extractor.facts.counts.status.plans import must, under_condition
from extractor.facts.counts.status.standing import holds, is_fine_of_law, standing
from extractor.facts.counts.status.stories import has_part_in_deed
from extractor.facts.counts.status.under_plan import is_under_plan
from extractor.facts.counts.timing import REASONS_OF_ARTICLE, Timed, fitted
from extractor.facts.counts.verbs.governing import shared_verb, took_part, verb_of
from extractor.facts.counts.year_before import a_year_before
from extractor.facts.layout import Layout, within
from extractor.facts.scene.scene import Scene
from extractor.facts.subject.happening import DATED_KINDS
from extractor.facts.time.times import Times
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect, Modifier
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle

# How many counts back a percent may find its base.
NEAR = 40


def draft_count(
    reading: Reading,
    scene: Scene,
    times: Times,
    counted: tuple[Counted, ...],
    earlier: list[Draft],
    total: int | None,
) -> tuple[Draft, Timed]:
    """The draft by the rules of the count that follows the `earlier` ones, and what times it.

    `total` is the index of its total.
    """
    one, layout = counted[len(earlier)], times.layout
    verb = _verb(reading, layout, counted, earlier, total)
    cues = read_cues(layout, one.start, one.end, one.quantity.start, verb, reading.periods)
    period, period_reason = _period(times, one)
    if cues.change.base and _has_own_time(one, period, period_reason, earlier, layout):
        cues = replace(cues, change=replace(cues.change, base=None))
    near = counted[max(0, len(earlier) - NEAR) : len(earlier)]
    theirs = [draft.measured for draft in earlier[-NEAR:]]
    measured, measured_reason = measured_by(reading, layout, one, near, theirs)
    aspect, aspect_reason = _aspect(times, one, verb, cues, (period, period_reason), measured)
    timed = Timed(times, one, aspect, aspect_reason, verb, cues, measured, period, period_reason)
    span, period_reason = fitted(timed)
    before = near[-1] if near else None
    scope, scope_reason = scope_of(reading, layout, one, verb, cues.unit.span, before, part=total is not None)
    locality, locality_reason = place_of(scene, layout, one)
    draft = Draft(
        counted=one,
        verb=verb,
        aspect=aspect,
        locality=locality,
        period=span,
        measured=measured,
        scope=scope,
        total=total,
        modifier=_modifier(one, cues),
        reasons={
            "what": one.rule,
            "aspect": aspect_reason,
            "period": period_reason,
            "locality": locality_reason,
            "measured": measured_reason,
            "scope": scope_reason,
        },
    )
    draft = as_part(draft, earlier[total]) if total is not None else related(draft, earlier, layout)
    return a_year_before(draft, earlier, layout), timed


def _verb(
    reading: Reading, layout: Layout, counted: tuple[Counted, ...], earlier: list[Draft], total: int | None
) -> Predicate:
    """The count's own verb, else the one that it shares with the count before."""
    one = counted[len(earlier)]
    if one.told:
        done = one.told.verb
        return Predicate(done, aspects().get(settle(done), "flow") if done else None, one.start, "left")
    verb = verb_of(reading, layout, counted, one)
    if earlier and took_part(layout, verb, one, earlier[-1].counted, earlier[-1].verb):
        return replace(verb, aspect="flow", link=None) if verb.text else earlier[-1].verb
    if verb.text is not None or not earlier:
        return verb
    before = next((d for d in reversed(earlier) if not _is_between(layout, d, one)), earlier[-1])
    parts = total is not None and total == before.total
    return shared_verb(layout, verb, one, before.counted, before.verb, parts=parts)


def _is_between(layout: Layout, before: Draft, one: Counted) -> bool:
    """Whether the count before only tells of one of the list: `lắp 120 bể, mỗi bể |2 triệu đồng|; xã Hạ 85 bể`."""
    price = before.reasons["aspect"] in ("price", "per unit") and before.counted.category == "money"
    return _in_aside(layout, before.counted, one) or (price and one.category != "money")


def _in_aside(layout: Layout, before: Counted, one: Counted) -> bool:
    """Whether the count stands in brackets that close before the other: `31 vụ (tăng 47%) với 45 bị can`."""
    first = layout.sentence(one.start)[0]
    opened = layout.text.rfind("(", first, before.start + 1)
    return opened >= 0 and layout.text.find(")", opened, one.start) >= before.end - 1


def _has_own_time(one: Counted, period: Period | None, timed: str, earlier: list[Draft], layout: Layout) -> bool:
    """Whether a change has a time besides its base.

    `900 lượt khách, tăng 30% so với năm 2023` grew when the guests came; `Năm 2018 đạt 43 triệu đồng, tăng 2 lần so
    với năm 2011` names its year.
    """
    if one.category == "percent" and earlier and _happens(earlier[-1], layout.sentence(one.start)[0]):
        return True
    told = timed in ("beside", "clause", "sentence")
    return bool(told and period and period.form in ("span", "date") and period.first)


def _period(times: Times, one: Counted) -> tuple[Period | None, str]:
    """The count's period; a table's caption times its cells."""
    if one.told is None or one.told.caption is None:
        return times.period(one.start, one.end)
    first, last = times.layout.paragraph(one.told.caption)
    named = within(times.reading.periods, first, last)
    # `Chỉ tiêu gọi công dân nhập ngũ |năm 2018|`: the only time that the line names is the table's.
    return (named[0], "sentence") if len(named) == 1 else times.period(last - 1, last - 1)


def _aspect(
    times: Times, one: Counted, verb: Predicate, cues: Cues, timed: tuple[Period | None, str], measured: str | None
) -> tuple[Aspect, str]:
    """The count's aspect and the reason, with what its period says."""
    period, reason = timed
    # A plan's time makes plans of its own sentence's numbers, not of those that follow or of the whole report.
    apart = reason in ("continued", "meeting") or reason in REASONS_OF_ARTICLE or _is_reported(times, period)
    own = None if apart else period
    aspect, status = decide_aspect(one, verb, cues, own, measured, times.reading.published)
    if reason == "disaster" and aspect == "stock":
        return "flow", "damage"
    if (
        (aspect != "target" or holds(times.layout, one) or is_fine_of_law(times.layout, one, verb))
        and not one.quantity.per
        and not (cues.unit.span and one.category != "money")
    ):
        aspect, status = standing(times.layout, one, verb, period) or (aspect, status)
    if is_under_plan(times.subject.plan, times.layout, one, verb, (aspect, status)):
        return "target", "plan"
    if status == "per unit" and one.quantity.modifier == "at_least" and cues.unit.span and not cues.unit.of_time:
        return ("target", "asked of each") if must(times.layout, verb) else (aspect, status)
    if aspect == "flow" and not one.told and status != "term" and under_condition(times.layout, one.start):
        return "target", "condition"
    # What a village or body has is told beside its feast: `Khu dân cư có 312 hộ, chia thành |8 tổ|`.
    near = reason in ("beside", "clause", "sentence", "topic", "continued") or reason in DATED_KINDS - {"feast"}
    told = period if near else None
    if status.startswith("verb") and told_as_done(times.layout, one, verb, told, times.reading.published):
        return "flow", "episode"
    untold = status.startswith("verb") or status.endswith("…") or status in ("no verb", "collection")
    if aspect == "stock" and untold and has_part_in_deed(times.layout, one, verb):
        return "flow", "part in a deed"
    if status.startswith("verb") and is_there(times.layout, one, verb, period):
        return "stock", "there by now"
    return aspect, status


def _is_reported(times: Times, period: Period | None) -> bool:
    """Whether a state is told as of the time, which is then no deadline: `tính đến ngày 26/3, có 28 trường`."""
    told = settle(times.layout.text[max(0, period.start - 12) : period.end]) if period else ""
    return word_pattern("cues", "reckoned").search(told) is not None


def _happens(draft: Draft, first: int) -> bool:
    """Whether the count before, in the sentence that begins at `first`, is a flow."""
    return draft.counted.start >= first and draft.aspect == "flow"


_TURNED: dict[Modifier, Modifier] = {"over": "at_most", "under": "at_least"}


def _modifier(counted: Counted, cues: Cues) -> Modifier:
    """The hedge, turned round by a negation: `không còn xã dưới 10 tiêu chí` says at least 10."""
    hedge = counted.quantity.modifier
    return _TURNED.get(hedge, hedge) if cues.negated else hedge
