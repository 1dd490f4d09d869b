"""Status cues around a number: planned, per unit, changed, past, attended, done, priced, described, negated."""

from dataclasses import dataclass

from extractor.facts.counts.status.cues.change import Change, read_change
from extractor.facts.counts.status.cues.deed import Deed, read_deed
from extractor.facts.counts.status.cues.gathering import Gathering, read_gathering
from extractor.facts.counts.status.cues.plan import Plan, read_plan
from extractor.facts.counts.status.cues.price import Price, read_price
from extractor.facts.counts.status.cues.surroundings import clause_before
from extractor.facts.counts.status.cues.thing import Thing, read_thing
from extractor.facts.counts.status.cues.unit import Unit, read_unit
from extractor.facts.counts.status.cues.when import When, read_when
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import word_pattern


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words around a number say of its status, by question."""

    plan: Plan
    unit: Unit
    change: Change
    when: When
    gathering: Gathering
    deed: Deed
    price: Price
    thing: Thing
    negated: bool


def read_cues(
    layout: Layout, start: int, end: int, hedge: int, verb: Predicate, periods: tuple[Period, ...]
) -> Cues:
    """The cues around the number with its noun at `start:end` and its hedge at `hedge`, governed by `verb`."""
    when = read_when(layout, start)
    return Cues(
        plan=read_plan(layout, start, end, hedge, verb),
        unit=read_unit(layout, start, end),
        change=read_change(layout, start, end, verb, periods),
        when=when,
        gathering=read_gathering(layout, start, end),
        deed=read_deed(layout, start, hedge),
        price=read_price(layout, start, end, hedge, when),
        thing=read_thing(layout, start, hedge, verb),
        negated=_is_negated(layout, start),
    )


def _is_negated(layout: Layout, start: int) -> bool:
    """Whether a negation stands before the number in its clause."""
    clause = clause_before(layout, start)
    negation = word_pattern("cues", "negated").search(clause)
    return bool(negation and not word_pattern("surroundings", "after_all").search(clause, negation.end()))
