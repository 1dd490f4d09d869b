"""A count after its rules: what labelled news teaches is weighed with what they say, slot by slot.

An answer that is likely enough is taken; else that of the rules stays. So does always what a fact is by definition:
parts are like their total, a change runs from its base, what is built or caught was done. What was changed has the
reason `weighed: 83% against flow (verb: thu)`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extractor.facts.counts.learned.aspect import weigh_aspect
from extractor.facts.counts.learned.chances import Chooser
from extractor.facts.counts.learned.fact import weigh_fact
from extractor.facts.counts.learned.period import weigh_period
from extractor.facts.counts.learned.place import Atlas, weigh_place
from extractor.facts.counts.learned.wording import wording
from extractor.facts.counts.relations import AS_TOTAL, Draft
from extractor.facts.counts.timing import Timed, fitted
from extractor.records import Aspect, Path, Span
from extractor.vietnamese.lexicon import word_set

# How likely an answer must be that replaces the rules'. Where one of both is right, on labels left out, it is the
# new aspect in four of five counts, the new place and period in three of four. The rules were written for dated
# reports: there their aspect is right more often.
SURE, SURE_DATED, SURE_PLACE, SURE_PERIOD = 0.6, 0.85, 0.7, 0.5
# Reasons by definition.
DEFINED = frozenset({AS_TOTAL, "as its base", "change against a base"})
# Reasons of periods by definition.
TIMED = frozenset({AS_TOTAL, "as its base", "base", "before a change", "a year before"})
WEIGHED = "weighed"

Answer = TypeVar("Answer")


def weighed(chooser: Chooser, atlas: Atlas, timed: Timed, draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """The draft with the likeliest aspect, place and period, and how likely they are and that it is a fact."""
    layout = timed.times.layout
    words = tuple(wording(layout, draft, draft.verb))
    draft = _with_what(draft)
    draft = _with_aspect(timed, draft, weigh_aspect(chooser, timed, draft, earlier, words))
    draft = _with_place(draft, weigh_place(chooser, atlas, layout, draft))
    draft = _likely(draft, "fact", weigh_fact(chooser, layout, draft, words))
    if draft.reasons["period"] in TIMED:
        return draft
    return _with_period(draft, weigh_period(chooser, timed, draft, earlier, words))


def _with_what(draft: Draft) -> Draft:
    """The draft with what was weighed of its noun phrase when that was read."""
    one = draft.counted
    if one.ruled is not None:
        told = _told(one.likely, one.ruled, draft.reasons["what"])
        draft = replace(draft, reasons=draft.reasons | {"what": told})
    return _likely(draft, "what", one.likely)


def _with_aspect(timed: Timed, draft: Draft, chances: Mapping[Aspect, float]) -> Draft:
    """The draft of the likeliest aspect, and with the period that fits it."""
    sure = SURE_DATED if timed.times.reading.published else SURE
    aspect, chance = _best(chances, draft.aspect, draft.reasons["aspect"], sure)
    if aspect == draft.aspect:
        return _likely(draft, "aspect", chance)
    told = draft.reasons | {"aspect": _told(chance, draft.aspect, draft.reasons["aspect"])}
    if (draft.period, draft.reasons["period"]) == fitted(timed):
        span, reason = fitted(replace(timed, aspect=aspect, status=WEIGHED))
        draft = replace(draft, period=span)
        told |= {"period": reason}
    return _likely(replace(draft, aspect=aspect, reasons=told), "aspect", chance)


def _with_place(draft: Draft, chances: Mapping[Path | None, float]) -> Draft:
    """The draft at the likeliest place."""
    reason = draft.reasons["locality"]
    place, chance = _best(chances, draft.locality, reason, SURE_PLACE)
    if place != draft.locality:
        told = _told(chance, ", ".join(draft.locality or ("none",)), reason)
        draft = replace(draft, locality=place, reasons=draft.reasons | {"locality": told})
    return _likely(draft, "locality", chance)


def _with_period(draft: Draft, chances: Mapping[Span | None, float]) -> Draft:
    """The draft in the likeliest period."""
    reason = draft.reasons["period"]
    period, chance = _best(chances, draft.period, reason, SURE_PERIOD)
    if period != draft.period:
        told = _told(chance, "–".join(end or "…" for end in draft.period or ("none",)), reason)
        draft = replace(draft, period=period, reasons=draft.reasons | {"period": told})
    return _likely(draft, "period", chance)


def _best(chances: Mapping[Answer, float], ruled: Answer, reason: str, sure: float) -> tuple[Answer, float | None]:
    """The answer to take, and its chance; that of the rules, if nothing was learned or nothing is sure."""
    if not chances:
        return ruled, None
    likely = max(chances, key=lambda answer: chances[answer])
    answer = likely if chances[likely] > sure and not _is_defined(reason) else ruled
    return answer, chances.get(answer, 0.0)


def _is_defined(reason: str) -> bool:
    """Whether the rules' answer is right by definition: as the total's, or by a verb like `xây dựng`."""
    return reason in DEFINED or reason.removeprefix("verb: ") in word_set("verbs", "deciding")


def _told(chance: float | None, ruled: str, reason: str) -> str:
    return f"{WEIGHED}: {chance:.0%} against {ruled} ({reason})"


def _likely(draft: Draft, slot: str, chance: float | None) -> Draft:
    return draft if chance is None else replace(draft, chances={**draft.chances, slot: chance})
