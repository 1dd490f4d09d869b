"""A count on its way to a record: each slot filled with the reason for it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.counts.aspects import decide_aspect
from extractor.facts.counts.counted import HAPPENING, Counted
from extractor.facts.counts.cues import Cues, read_cues
from extractor.facts.counts.episodes import is_there, told_as_done
from extractor.facts.counts.measured import measured_by
from extractor.facts.counts.placeless import place_of
from extractor.facts.counts.plans import must, under_condition
from extractor.facts.counts.prices import as_priced
from extractor.facts.counts.scopes import scope_of
from extractor.facts.counts.standing import holds, standing
from extractor.facts.counts.timing import REASONS_OF_ARTICLE, TRAITS, Timed, fit_period
from extractor.facts.counts.under_plan import is_under_plan
from extractor.facts.counts.verbs.governing import shared_verb, took_part, verb_of
from extractor.facts.layout import Layout, within
from extractor.facts.scene.clause import within as lies_within
from extractor.facts.scene.scene import Scene
from extractor.facts.subject.happening import DATED_KINDS
from extractor.facts.time.slots import slot
from extractor.facts.time.times import Times
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Period, Reading
from extractor.records import Aspect, Category, Modifier, Path, Span
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# How many counts back a percent may find its base.
NEAR = 40
# What tells how much there is of several things together.
EXTENTS: frozenset[Category] = frozenset({"length", "area", "mass", "volume"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A count on its way to a record. `total` is the index of the draft that it is a part of."""

    counted: Counted
    verb: Predicate
    aspect: Aspect
    locality: Path | None
    period: Span | None
    measured: str | None
    scope: str | None
    total: int | None
    reasons: dict[str, str]
    modifier: Modifier


def draft_count(
    reading: Reading,
    scene: Scene,
    times: Times,
    counted: tuple[Counted, ...],
    earlier: list[Draft],
    total: int | None,
) -> Draft:
    """The draft of the count that follows the `earlier` ones; `total` is the index of its total."""
    one, layout = counted[len(earlier)], times.layout
    verb = _verb(reading, layout, counted, earlier, total)
    cues = read_cues(layout, one.start, one.end, one.quantity.start, verb, reading.periods)
    period, period_reason = _period(times, one)
    if cues.base and _has_own_time(one, period, period_reason, earlier, layout):
        cues = replace(cues, base=None)
    cues = replace(cues, priced=cues.priced and one.category == "money")
    near = counted[max(0, len(earlier) - NEAR) : len(earlier)]
    measured, measured_reason = measured_by(reading, layout, one, near)
    aspect, aspect_reason = _aspect(times, one, verb, cues, (period, period_reason), measured)
    timed = Timed(times, one, aspect, aspect_reason, verb, cues, measured, period, period_reason)
    period, period_reason = fit_period(timed)
    before = near[-1] if near else None
    scope, scope_reason = scope_of(reading, layout, one, verb, cues.each, before, part=total is not None)
    locality, locality_reason = place_of(scene, layout, one)
    draft = Draft(
        counted=one,
        verb=verb,
        aspect=aspect,
        locality=locality,
        period=_when(reading, period, aspect, cues),
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
    if total is not None:
        return _as_part(draft, earlier[total])
    draft = _as_ranked(_as_extent(_as_listed(draft, earlier, layout), earlier, layout), earlier, layout)
    return _as_share(draft, earlier, layout.sentence(one.start)[0])


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
        (aspect != "target" or holds(times.layout, one))
        and not one.quantity.per
        and not (cues.each and one.category != "money")
    ):
        aspect, status = standing(times.layout, one, verb, period) or (aspect, status)
    if is_under_plan(times.subject.plan, times.layout, one, verb, (aspect, status)):
        return "target", "plan"
    if status == "per unit" and one.quantity.modifier == "at_least" and cues.each and not cues.each_time:
        return ("target", "asked of each") if must(times.layout, verb) else (aspect, status)
    if aspect == "flow" and not one.told and status != "term" and under_condition(times.layout, one.start):
        return "target", "condition"
    # What a village or body has is told beside its feast: `Khu dân cư có 312 hộ, chia thành |8 tổ|`.
    near = reason in ("beside", "clause", "sentence", "topic", "continued") or reason in DATED_KINDS - {"feast"}
    told = period if near else None
    if status.startswith("verb") and told_as_done(times.layout, one, verb, told, times.reading.published):
        return "flow", "episode"
    if status.startswith("verb") and is_there(times.layout, one, verb, period):
        return "stock", "there by now"
    return aspect, status


def _is_reported(times: Times, period: Period | None) -> bool:
    """Whether a state is told as of the time, which is then no deadline: `tính đến ngày 26/3, có 28 trường`."""
    before = settle(times.layout.text[max(0, period.start - 12) : period.start]) if period else ""
    return before.rstrip().endswith(word_forms("cues", "reckoned"))


def _happens(draft: Draft, first: int) -> bool:
    """Whether the count before, in the sentence that begins at `first`, is a flow."""
    return draft.counted.start >= first and draft.aspect == "flow"


def _when(reading: Reading, period: Period | None, aspect: Aspect, cues: Cues) -> Span | None:
    """The period slot; a change runs from its base, and what was before a change has no date."""
    if cues.base and aspect == "rate":
        return (cues.base, None)
    if (cues.past or cues.then) and period is None and aspect in ("stock", "rate"):
        return None
    return slot(period, aspect, reading.published)


_TURNED: dict[Modifier, Modifier] = {"over": "at_most", "under": "at_least"}


def _modifier(counted: Counted, cues: Cues) -> Modifier:
    """The hedge, turned round by a negation: `không còn xã dưới 10 tiêu chí` says at least 10."""
    hedge = counted.quantity.modifier
    return _TURNED.get(hedge, hedge) if cues.negated else hedge


def _as_part(draft: Draft, total: Draft) -> Draft:
    """Parts take the aspect and the period of their total."""
    reasons = draft.reasons | {"aspect": "as its total", "period": "as its total"}
    if draft.reasons["aspect"] == "per unit" and total.aspect != "target":
        return replace(draft, period=total.period, reasons=draft.reasons | {"period": "as its total"})
    # What was done to the whole was done to its parts: `phân bổ 52 tỷ đồng, trong đó xã Đông 20 tỷ đồng`.
    verb = total.verb if draft.verb.text is None and total.verb.aspect == "flow" else draft.verb
    part = replace(draft, aspect=total.aspect, period=total.period, verb=verb, reasons=reasons)
    labelled = draft.reasons["scope"] == "part label"
    if draft.counted.category != "money" or not (total.measured or labelled):
        return part
    # `nguồn lực 864 tỷ đồng, gồm: vốn tín dụng 845 tỷ đồng`: the part measures the same, its noun is its scope.
    return replace(part, measured=total.measured, scope=draft.scope or draft.measured)


def _as_share(draft: Draft, earlier: list[Draft], first: int) -> Draft:
    """A share, an equivalent or a price of the count before it speaks of the same time and place.

    `12.934 hộ nghèo, chiếm 31,3%`; `còn 1,46%, tương đương 7.912 hộ`; `104 điểm, mỗi điểm 5 triệu đồng`.
    """
    if not earlier or earlier[-1].counted.start < first or draft.reasons["period"] in ("beside", "base"):
        return draft
    base, category = earlier[-1], draft.counted.category
    share = category == "percent" and draft.aspect == "rate" and base.counted.category != "percent"
    share = share and base.reasons["aspect"] not in TRAITS
    # `Đến ngày 15/8, xã đã xóa 118 nhà tạm; mức hỗ trợ là 60 triệu đồng/nhà`
    share = share or (draft.aspect == "rate" and base.aspect == "flow" and _is_open(draft, base))
    # `đỡ đầu 5 cháu, mỗi cháu 500.000 đồng/tháng` goes on, whenever it began.
    lasting = base.period is None and draft.counted.quantity.per in word_set("cues", "time_unit")
    price = category == "money" and draft.reasons["aspect"] == "per unit" and base.aspect == "flow" and not lasting
    equivalent = settle(draft.verb.text or "").startswith(word_forms("cues", "equivalent"))
    # `hiện có 613 người (tăng 20 người)`: the change is of that day
    changed = settle(draft.verb.text or "").startswith(word_forms("cues", "change"))
    changed = changed and draft.aspect == "flow" and base.aspect in ("stock", "rate") and _is_open(base, draft)
    # `trồng 14 km đường hoa, trị giá 320 triệu đồng` is worth it when it was done
    worth = category == "money" and settle(draft.verb.text or "") in word_forms("cues", "being_worth")
    worth = worth and base.aspect == draft.aspect == "flow" and draft.reasons["period"] == "none"
    if changed or worth:
        return replace(draft, period=base.period, reasons=draft.reasons | {"period": "as its base"})
    if not (share or price or equivalent):
        return draft
    reasons = draft.reasons | {"period": "as its base", "locality": "as its base"}
    if _has_own_place(draft, base):
        return replace(draft, period=base.period, reasons=reasons | {"locality": draft.reasons["locality"]})
    same = replace(draft, period=base.period, locality=base.locality, reasons=reasons)
    changes = settle(base.verb.text or "").startswith(word_forms("cues", "change"))
    if not changes or not (equivalent or draft.verb.text is None):
        return same
    # `giảm 5 vụ (29,4%) so với cùng kỳ`: the percent is of the same change.
    return replace(same, verb=base.verb, scope=draft.scope or base.scope)


def _as_ranked(draft: Draft, earlier: list[Draft], layout: Layout) -> Draft:
    """One of a ranking of what was counted before: `tiêu hủy 900 con lợn. Nhiều nhất là xã Hạ |140 con|`."""
    first = layout.sentence(draft.counted.start)[0]
    before = settle(layout.text[first : draft.counted.start])
    if draft.aspect != "stock" or not word_pattern("cues", "ranking").search(before):
        return draft
    of = next((d for d in reversed(earlier) if settle(d.counted.what) == settle(draft.counted.what)), None)
    of = of or next((d for d in reversed(earlier) if d.counted.category == draft.counted.category), None)
    if of is None or of.aspect != "flow" or (of.counted.quantity.value or 0) < (draft.counted.quantity.value or 0):
        return draft
    reasons = draft.reasons | {"aspect": "ranked", "period": "as its base"}
    return replace(draft, aspect=of.aspect, period=of.period, reasons=reasons)


def _as_listed(draft: Draft, earlier: list[Draft], layout: Layout) -> Draft:
    """One more price behind a price, and what a plan costs: `định xây 3 cầu với |9 tỷ đồng|`.

    `gạo 20.000 đồng/kg, nếp |24.000 đồng|`; `đề xuất mở rộng 3 nút giao với vốn |55 tỷ đồng|`.
    """
    base, one = earlier[-1] if earlier else None, draft.counted
    if base is None or one.told or base.counted.start < layout.sentence(one.start)[0]:
        return draft
    if draft.aspect in ("stock", "flow") and _told_of_then(layout, one, base):
        return replace(draft, aspect=base.aspect, reasons=draft.reasons | {"aspect": "the same then"})
    if one.category != "money" or draft.aspect != "flow":
        return draft
    if draft.verb.text is None and base.aspect == "rate" and as_priced(layout, one, base.counted):
        return replace(draft, aspect="rate", reasons=draft.reasons | {"aspect": "price"})
    between = settle(layout.text[base.counted.end : one.start])
    if base.aspect == "target" and _planned_sum().match(between):
        return replace(draft, aspect="target", reasons=draft.reasons | {"aspect": "cost of what is planned"})
    return draft


def _told_of_then(layout: Layout, one: Counted, base: Draft) -> bool:
    """Whether the same is told of another time: `mỗi hộ có 8 thửa; nay còn |2 thửa|`, `năm 2020 đạt |52 tấn|`."""
    same = settle(one.what) == settle(base.counted.what) and one.category == base.counted.category
    lasting = base.aspect in ("rate", "stock", "flow") and one.category not in ("percent", *HAPPENING)
    between = settle(layout.text[base.counted.end : one.start])
    return same and lasting and not one.quantity.per and _then().fullmatch(between) is not None


@cache
def _then() -> re.Pattern[str]:
    """From a number to the same of another time, which a verb of amount alone follows."""
    then, amount = (alternation(word_forms("cues", table)) for table in ("other_time", "amounting"))
    return re.compile(rf"[^,;:.()\d]{{0,30}}(?:,|;| ?\(|,? thì) ?{then}(?: [\w/.]+){{0,4}}? {amount} ")


@cache
def _planned_sum() -> re.Pattern[str]:
    """From what is planned to what it costs, with no comma but the one before the cost."""
    cost = alternation(word_forms("cues", "planned_cost"))
    return re.compile(rf"^[^.,;:()\d]*(?: với|, với|,) (?:[^\W\d]+ )?{cost}(?: [^\W\d]+){{0,3}} $")


def _as_extent(draft: Draft, earlier: list[Draft], layout: Layout) -> Draft:
    """How long, large or heavy the things are together that something was done to: it was done to all of that.

    `xây dựng 74 công trình |với tổng chiều dài 118 km|`, `tiêu hủy 47 con lợn|, tổng trọng lượng 2.650 kg|`.
    """
    base = earlier[-1] if earlier else None
    if base is None or draft.aspect != "stock" or draft.counted.category not in EXTENTS or draft.counted.told:
        return draft
    between = settle(layout.text[base.counted.end : draft.counted.start])
    done = base.aspect in ("flow", "target") and base.counted.start >= layout.sentence(draft.counted.start)[0]
    told = _extent().search(between)
    several = base.counted.quantity.value != 1 or (told and told["sum"])
    if not (done and told and several):
        return draft
    reasons = draft.reasons | {"aspect": "extent of what was done", "period": "as its base"}
    return replace(draft, aspect=base.aspect, period=base.period, reasons=reasons)


@cache
def _extent() -> re.Pattern[str]:
    """From what was counted to the size of all of it, with no comma but the one before a sum."""
    sizes, total = (alternation(word_forms("cues", table)) for table in ("extent", "sum_of_all"))
    return re.compile(
        rf"^(?:[^.,;:()\d]|\d+[/-]\d+)*(?:\s(?:với|trên)\s|,\s(?={total}))(?P<sum>{total}\s)?{sizes}\s(?:[^\W\d_]+\s){{0,2}}$"
    )


def _is_open(draft: Draft, base: Draft) -> bool:
    """Whether the base is told until the day that the draft is told of."""
    told, until = draft.period, base.period
    return bool(told and until and until[0] is None and told[0] == told[1] == until[1])


def _has_own_place(draft: Draft, base: Draft) -> bool:
    """Whether a share is told of a smaller place than its base: `rác 38 tấn/ngày, thu gom ở xã Hạ đạt 92%`."""
    told = draft.reasons["locality"] in ("sentence", "beside")
    return bool(told and draft.locality and base.locality and lies_within(draft.locality, base.locality))
