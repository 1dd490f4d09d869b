"""Whether a number is only planned, asked for or a norm."""

from dataclasses import dataclass

from extractor.facts.counts.status.plans import planned_by, planned_under
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class Plan:
    """What makes a plan of a number.

    `wording` is the cue in its sentence, `heading` the one above it; `required` tells of a norm (tối thiểu).
    """

    wording: str | None
    heading: str | None
    required: bool


def read_plan(layout: Layout, start: int, end: int, hedge: int, verb: Predicate) -> Plan:
    """The plan that the number with its noun at `start:end`, its hedge at `hedge`, is part of."""
    return Plan(
        wording=planned_by(layout, start, end, verb),
        heading=planned_under(layout, layout.sentence(start)[0], start),
        required=word_pattern("cues", "required").search(settle(layout.text[hedge:end])) is not None,
    )
