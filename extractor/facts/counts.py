"""Numeric facts: a quantity, what it counts, where, when and in which status."""

import re
from dataclasses import dataclass, replace

from extractor.facts.aspects import against_year, decide_aspect, each_unit, measured_aspect, target_cue
from extractor.facts.awards import award_quantities
from extractor.facts.counted import Counted, read_counted
from extractor.facts.grounding import ground
from extractor.facts.merging import merge_restatements
from extractor.facts.predicates import Predicate, governing_verb
from extractor.facts.scene import Scene
from extractor.facts.slots import measured_by, measured_noun, scope_of
from extractor.facts.times import Times, slot
from extractor.facts.totals import find_totals
from extractor.reading.spans import Quantity, Reading
from extractor.records import Aspect, CountFact, Path, Span
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle


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


def build_counts(reading: Reading, scene: Scene, times: Times) -> tuple[CountFact, ...]:
    """One record for each number the text states about the world."""
    layout = times.layout
    recipients = award_quantities(reading)

    def is_recipient(quantity: Quantity) -> bool:
        return quantity.number_start in recipients

    counted = read_counted(reading, layout, is_recipient)
    totals = find_totals(layout, counted, reading.periods)
    drafts: list[Draft] = []
    for index in range(len(counted)):
        drafts.append(_draft(reading, scene, times, counted, index, totals[index], drafts))
    return merge_restatements(_records(reading, drafts))


def _draft(
    reading: Reading, scene: Scene, times: Times, counted: tuple[Counted, ...], index: int, total: int | None,
    earlier: list[Draft],
) -> Draft:  # fmt: skip
    one = counted[index]
    layout = times.layout
    first, last = layout.sentence(one.start)
    occupied = tuple(
        _with_clause(layout.text, c, one.start) for c in counted if first <= c.start < last and c is not one
    )
    noun = measured_noun(layout, one.start) if one.rule == "unit" else None
    occupied += (noun,) if noun else ()
    occupied += tuple((p.start, p.end) for p in reading.periods if first <= p.start < last)
    occupied += tuple((p.start, p.end) for p in reading.places if first <= p.start < last)
    verb = governing_verb(layout, one.start, one.end, occupied, list_end=_list_end(reading.text, counted, index))
    each = each_unit(layout, one.start, one.end)
    period, period_reason = times.period(one.start, one.end)
    if one.caption is not None:
        caption_end = layout.sentence(one.caption)[1] - 1
        period, period_reason = times.period(caption_end, caption_end)
    cue = target_cue(layout, one.start)
    measured, measured_reason = measured_by(layout, one, list(counted[:index]), verb)
    behind = reading.text[one.end : last]
    aspect, aspect_reason = decide_aspect(
        one, verb, period, reading.published, behind=behind, target=cue is not None, each=each is not None
    )
    aspect, aspect_reason = measured_aspect(measured, aspect) or (aspect, aspect_reason)
    scope, scope_reason = scope_of(reading, layout, one, each)
    locality, place_reason = scene.locality(one.start, one.end)
    if period is None and aspect in ("flow", "rate") and _is_ceremony(verb):
        period, period_reason = times.meeting, "ceremony"
    if period_reason == "lead" and aspect in ("stock", "target"):
        period, period_reason = None, "none"
    base = against_year(verb.text or "", behind)
    when = (base, None) if base else slot(period, aspect, reading.published, state=_is_state(one, verb))
    draft = Draft(
        counted=one, verb=verb, aspect=aspect, locality=locality, period=when, measured=measured, scope=scope,
        total=total,
        reasons={
            "what": one.rule, "aspect": aspect_reason, "period": period_reason, "locality": place_reason,
            "measured": measured_reason, "scope": scope_reason,
        },
    )  # fmt: skip
    if total is not None:
        return _as_part(draft, earlier[total])
    return _as_share(draft, earlier, first)


_JOINT = re.compile(r"\s*(?:,|và|, và|cùng|/)\s*")
_CLAUSE_END = re.compile(r"[,;)]|\s(?:và)\s")


def _with_clause(text: str, counted: Counted, start: int) -> tuple[int, int]:
    """A count before `start` with the verb behind it: `212 mắt do xã đầu tư`, which governs nothing later."""
    mark = _CLAUSE_END.search(text, counted.end, start) if counted.end < start else None
    return counted.start, mark.start() if mark else counted.end


def _list_end(text: str, counted: tuple[Counted, ...], index: int) -> int:
    """Where the coordinated list ends: `13 xã, 49 thôn và 7 khu phố đăng ký`."""
    end = counted[index].end
    for following in counted[index + 1 :]:
        if following.start < end or not _JOINT.fullmatch(text, end, following.start):
            break
        end = following.end
    return end


def _is_ceremony(verb: Predicate) -> bool:
    """Whether the verb is of what is done at a meeting: trao, tặng, dự, ký cam kết."""
    return bool(verb.text) and settle(verb.text or "").startswith(word_forms("verbs", "ceremony"))


def _is_state(counted: Counted, verb: Predicate) -> bool:
    """Whether a target will hold at a time rather than be done by then."""
    return counted.category == "percent" or verb.aspect == "stock" or verb.text is None


def _as_part(draft: Draft, total: Draft) -> Draft:
    """Parts take the aspect and the period of their total."""
    reasons = draft.reasons | {"aspect": "as its total", "period": "as its total"}
    return replace(draft, aspect=total.aspect, period=total.period, reasons=reasons)


def _as_share(draft: Draft, earlier: list[Draft], first: int) -> Draft:
    """A share, an equivalent or a price of the count before it speaks of the same time and place.

    `12.934 hộ nghèo, chiếm 31,3%`; `còn 1,46%, tương đương 7.912 hộ`; `104 điểm, mỗi điểm 5 triệu đồng`.
    """
    if not earlier or earlier[-1].counted.start < first or draft.reasons["period"] == "beside":
        return draft
    base, category = earlier[-1], draft.counted.category
    share = category == "percent" and draft.aspect == "rate" and base.counted.category != "percent"
    price = category == "money" and draft.reasons["aspect"] == "per unit" and base.aspect == "flow"
    equivalent = (draft.verb.text or "").lower().startswith(word_forms("cues", "equivalent"))
    if not (share or price or equivalent):
        return draft
    reasons = draft.reasons | {"period": "as its base", "locality": "as its base"}
    return replace(draft, period=base.period, locality=base.locality, reasons=reasons)


def _records(reading: Reading, drafts: list[Draft]) -> tuple[CountFact, ...]:
    records: list[CountFact] = []
    for draft in drafts:
        total = records[draft.total].id if draft.total is not None else None
        records.append(_record(reading, draft, total))
    return tuple(records)


def _record(reading: Reading, draft: Draft, part_of: str | None) -> CountFact:
    one, number = draft.counted, draft.counted.quantity
    start, end = ground(reading.text, min(one.start, number.start), max(one.end, number.end))
    return CountFact(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"{number.rule} + {one.rule}",
        reasons=draft.reasons,
        confidence=_confidence(draft),
        value=number.value,
        low=number.low,
        high=number.high,
        modifier=number.modifier,
        denominator=number.denominator,
        what=one.what,
        measured=draft.measured,
        name=one.name,
        category=one.category,
        aspect=draft.aspect,
        predicate=draft.verb.text,
        locality=draft.locality,
        scope=draft.scope,
        period=draft.period,
        part_of=part_of,
        per=number.per,
    )


def _confidence(draft: Draft) -> float:
    """How sure the record is: a known noun, a known verb, a place and a period of its own each add to it."""
    score = 0.55
    score += 0.15 if draft.counted.sure else -0.15
    score += 0.1 if draft.verb.text else 0.0
    score += 0.1 if draft.reasons["period"] in ("sentence", "beside", "as its total") else 0.0
    score += 0.05 if draft.locality else -0.1
    return round(min(max(score, 0.05), 0.95), 2)
