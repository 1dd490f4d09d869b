"""The aspect of a count, weighed: what the rules say and the words around it."""

from collections.abc import Iterator, Sequence
from typing import get_args

from extractor.facts.counts.learned.chances import Chooser
from extractor.facts.counts.relations import Draft
from extractor.facts.counts.timing import Timed
from extractor.records import Aspect

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
# How many sentences at the beginning of an article are told apart.
OPENING = 5


def weigh_aspect(
    chooser: Chooser, timed: Timed, draft: Draft, earlier: Sequence[Draft], words: Sequence[str]
) -> dict[Aspect, float]:
    """The chance of each aspect, with the count's cues of `wording`; none where nothing was learned."""
    cues = (*_cues(timed, draft, earlier), *words)
    options = [(aspect, [f"{aspect} | {cue}" for cue in cues]) for aspect in ASPECTS]
    chances = chooser.chances("aspect", draft.counted.quantity.number_start, options)
    return dict(zip(ASPECTS, chances, strict=True)) if chances else {}


def _cues(timed: Timed, draft: Draft, earlier: Sequence[Draft]) -> Iterator[str]:
    yield from _of_rules(draft, dated=timed.times.reading.published is not None)
    yield from _of_time(timed, draft)
    yield from _of_context(timed, draft, earlier)


def _of_rules(draft: Draft, *, dated: bool) -> Iterator[str]:
    reason = draft.reasons["aspect"]
    kind, category = reason.split(":")[0], draft.counted.category
    yield f"rules: {draft.aspect}"
    yield f"rules: {draft.aspect} by {kind}"
    yield f"rules: {draft.aspect} by {reason}"
    yield f"rules: {draft.aspect} of {category}"
    yield f"rules: {draft.aspect} of {category} by {kind}"
    # The rules were written for dated reports, and are right more often there.
    yield f"rules: {draft.aspect} by {kind}, dated {dated}"
    yield f"rules: {draft.aspect} by {reason}, dated {dated}"
    yield f"rules: {draft.aspect} of {category}, dated {dated}"


def _of_time(timed: Timed, draft: Draft) -> Iterator[str]:
    form = timed.period.form if timed.period else None
    yield f"time: {form} by {timed.reason}"
    yield f"time: {timed.period.rule if timed.period else None}"
    yield f"time: {form} of {draft.counted.category}"


def _of_context(timed: Timed, draft: Draft, earlier: Sequence[Draft]) -> Iterator[str]:
    layout = timed.times.layout
    yield f"sentence {min(layout.sentence_index(draft.counted.start), OPENING)}"
    if draft.total is not None:
        yield f"part of: {earlier[draft.total].aspect}"
    if not earlier:
        yield "first count"
        return
    before = earlier[-1]
    same = before.counted.start >= layout.sentence(draft.counted.start)[0]
    alike = before.counted.category == draft.counted.category
    yield f"before: {before.aspect} {same}"
    yield f"before: {before.aspect} {same} {alike}"
