"""What each entry of the log says about each fact: a split speaks of the fact and of its parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from extractor.errors import SlotError
from extractor.interchange import slots_to_json
from extractor.records import Kind, Record
from extractor.store.review.fact_rows import Standing
from extractor.store.review.grounding import NUMBERS, RULE, validated
from extractor.store.review.log import Json, Review

_PLACE = frozenset({"start", "end", "quote"})
_UNCOMPARED = _PLACE | {"rule", "reasons", "confidence", "part_of", "candidates", "kind", "id"}
_NAMES: Mapping[Kind, tuple[str, ...]] = {"models": ("name",), "localities": ("name",), "roles": ("person",)}


@dataclass(frozen=True, slots=True)
class Opinion:
    """One person's view of one fact: the decision, and the slots they take for right (none of a rejected fact)."""

    review: Review
    fact: str
    kind: Kind
    decision: Standing
    slots: Json

    @property
    def seen(self) -> Json:
        """The place and the slots that the fact was judged by."""
        return self.slots if self.decision == "create" else self.review.before or {}

    @property
    def read(self) -> Json | None:
        """What the machine then read; {} where it did not read the fact, None where that was not kept."""
        if self.decision == "create":
            return {}
        return self.review.machine if self.review.machine is not None else self.review.before

    @property
    def moved(self) -> bool:
        """Whether the reviewer gave the fact other words of the text."""
        return self.decision == "correct" and "quote" in (self.review.correction or {})


def opinions(reviews: Iterable[Review]) -> dict[str, list[Opinion]]:
    """The views of each fact that these reviews speak of, in their order; skipping is none."""
    found: dict[str, list[Opinion]] = defaultdict(list)
    for review in reviews:
        for opinion in _opinions(review):
            found[opinion.fact].append(opinion)
    return dict(found)


def facts_of(review: Review) -> list[str]:
    """The ids of the facts that a review speaks of."""
    return [opinion.fact for opinion in _opinions(review)]


def record_of(opinion: Opinion, machine: Record | None, span: tuple[int, str] | None) -> Record | None:
    """The record that the opinion makes of what the machine reads now; None where it makes none.

    `span` is where the fact's words stand in the text, needed where the machine reads nothing or the words are
    the reviewer's own choice.
    """
    read = slots_to_json(machine) if machine else {}
    slots = {name: value for name, value in opinion.slots.items() if name not in ("kind", "id")}
    if machine is not None:
        own = opinion.review.correction if opinion.decision == "correct" else {}
        held = (_UNCOMPARED | {"candidates"}) - set(own or {})
        slots = {name: value for name, value in slots.items() if name not in held}
    place: dict[str, Any] = {}
    if machine is None or opinion.moved:
        if span is None:
            return None
        place = {"start": span[0], "end": span[0] + len(span[1]), "quote": span[1]}
    whole = {"rule": RULE, **read, **slots, **place}
    try:
        return validated(opinion.kind, whole, opinion.review.article).known_as(opinion.fact)
    except SlotError:
        return None


def disputed(opinion: Opinion, machine: Record | None) -> bool:
    """Whether the machine has come to read something else since, and not what the reviewer takes for right."""
    now = slots_to_json(machine) if machine else {}
    if opinion.read is None or _same(opinion.read, now):
        return False
    return opinion.decision == "reject" or not _same(opinion.slots, now)


def alike(opinion: Opinion, machine: Record) -> bool:
    """Whether the machine's fact has the number or the name that the opinion is about, then or now.

    A fact that people found must be the same one: beside it the machine may well read others from the same words.
    """
    if opinion.decision == "create":
        found = record_of(opinion, None, (machine.start, machine.quote))
        return found is not None and found.identity() == machine.identity()
    now = slots_to_json(machine)
    telling = NUMBERS.get(opinion.kind, ()) + _NAMES.get(opinion.kind, ())
    told = [slots for slots in (opinion.read, opinion.seen, opinion.slots) if slots]
    return any(all(slots.get(name, now[name]) == now[name] for name in telling) for slots in told)


def _opinions(review: Review) -> list[Opinion]:
    before, correction = review.before or {}, review.correction
    match review.decision:
        case "accept":
            return [Opinion(review, review.fact, review.kind, "accept", before)]
        case "reject":
            return [Opinion(review, review.fact, review.kind, "reject", {})]
        case "correct":
            return [Opinion(review, review.fact, review.kind, "correct", {**before, **correction})]
        case "create":
            return [Opinion(review, review.fact, review.kind, "create", correction)]
        case "split":
            parts = [Opinion(review, part["id"], cast(Kind, part["kind"]), "create", part) for part in correction]
            return [Opinion(review, review.fact, review.kind, "reject", {}), *parts]
    return []


def _same(told: Json, now: Json) -> bool:
    """Whether the slots that are told are as they are now; nothing told is nothing read."""
    if not told or not now:
        return not told and not now
    return all(now.get(name) == value for name, value in told.items() if name not in _UNCOMPARED)
