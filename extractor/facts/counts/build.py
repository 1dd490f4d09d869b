"""Numeric facts: a quantity, what it counts, where, when and in which status."""

import math
from dataclasses import replace
from itertools import compress

from extractor.facts.awards.build import award_quantities
from extractor.facts.counts.binding import read_counted
from extractor.facts.counts.drafts import draft_count
from extractor.facts.counts.learned.chances import LEARNED, Chooser
from extractor.facts.counts.learned.place import Atlas
from extractor.facts.counts.learned.weighing import weighed
from extractor.facts.counts.lists.respective import respective_places, respective_years
from extractor.facts.counts.merging import merge_restatements
from extractor.facts.counts.relations import Draft
from extractor.facts.counts.totals import find_totals
from extractor.facts.grounding import ground
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Quantity, Reading
from extractor.records import CountFact, Path, Span

# A number that is less likely a fact than so is left out.
UNLIKELY = 0.5


def build_counts(reading: Reading, scene: Scene, times: Times, chooser: Chooser = LEARNED) -> tuple[CountFact, ...]:
    """One record for each number the text states about the world.

    The `chooser` weighs what the rules say of it.
    """
    layout = times.layout
    recipients = award_quantities(reading)

    def is_recipient(quantity: Quantity) -> bool:
        return quantity.number_start in recipients

    counted = read_counted(reading, layout, is_recipient, chooser)
    totals = find_totals(layout, counted, reading.periods)
    places, years = respective_places(reading, layout, counted), respective_years(layout, counted)
    atlas = Atlas.of(scene)
    drafts: list[Draft] = []
    for at, total in enumerate(totals):
        draft, timed = draft_count(reading, scene, times, counted, drafts, total)
        draft = weighed(chooser, atlas, timed, draft, drafts)
        draft = _placed(draft, places[at]) if at in places else draft
        drafts.append(_timed(draft, years[at]) if at in years else draft)
    return merge_restatements(_records(reading, drafts), layout)


def _placed(draft: Draft, place: Path) -> Draft:
    """The draft at the place that its number is told of respectively."""
    return replace(draft, locality=place, reasons=draft.reasons | {"locality": "respectively"})


def _timed(draft: Draft, year: Span) -> Draft:
    """The draft in the year that its number is told of respectively."""
    return replace(draft, period=year, reasons=draft.reasons | {"period": "respectively"})


def _records(reading: Reading, drafts: list[Draft]) -> tuple[CountFact, ...]:
    """The records of the drafts that are likely facts, or have parts that may be."""
    totals = {draft.total for draft in drafts}
    records: list[CountFact] = []
    for draft in drafts:
        total = records[draft.total].id if draft.total is not None else None
        records.append(_record(reading, draft, total))
    kept = (at in totals or draft.chances.get("fact", 1.0) >= UNLIKELY for at, draft in enumerate(drafts))
    return tuple(compress(records, kept))


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
        modifier=draft.modifier,
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
    """How sure the record is: as likely as its slots together, one half where nothing was learned."""
    return round(math.prod(draft.chances.values()), 2) if draft.chances else 0.5
