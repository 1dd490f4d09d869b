"""Numeric facts: a quantity, what it counts, where, when and in which status."""

from dataclasses import replace

from extractor.facts.awards.build import award_quantities
from extractor.facts.counts.drafts import draft_count
from extractor.facts.counts.lists.respective import respective_places, respective_years
from extractor.facts.counts.merging import merge_restatements
from extractor.facts.counts.nouns.binding import read_counted
from extractor.facts.counts.relations import AS_TOTAL, Draft
from extractor.facts.counts.totals import find_totals
from extractor.facts.grounding import ground
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Quantity, Reading
from extractor.records import CountFact, Path, Span


def build_counts(reading: Reading, scene: Scene, times: Times) -> tuple[CountFact, ...]:
    """One record for each number the text states about the world."""
    layout = times.layout
    recipients = award_quantities(reading)

    def is_recipient(quantity: Quantity) -> bool:
        return quantity.number_start in recipients

    counted = read_counted(reading, layout, is_recipient)
    totals = find_totals(layout, counted, reading.periods)
    places, years = respective_places(reading, layout, counted), respective_years(layout, counted)
    drafts: list[Draft] = []
    for at, total in enumerate(totals):
        draft = draft_count(reading, scene, times, counted, drafts, total)
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
    """How sure the record is: a known noun, a known verb, a place and a period of its own each add to it."""
    score = 0.55
    score += 0.15 if draft.counted.sure else -0.15
    score += 0.1 if draft.verb.text else 0.0
    score += 0.1 if draft.reasons["period"] in ("sentence", "beside", AS_TOTAL) else 0.0
    score += 0.05 if draft.locality else -0.1
    return round(min(max(score, 0.05), 0.95), 2)
