"""Whether a number with its noun is a fact of its article, weighed: no figure of speech, no mere reference."""

from collections.abc import Iterator, Sequence

from extractor.facts.counts.learned.chances import Chooser, Option
from extractor.facts.counts.learned.wording import NOUNS
from extractor.facts.counts.relations import Draft
from extractor.facts.layout import Layout

# Sentences at the beginning of an article that are told apart.
OPENING = 5


def weigh_fact(chooser: Chooser, layout: Layout, draft: Draft, words: Sequence[str]) -> float | None:
    """The chance that the count is a fact, with its cues of `wording`; None where nothing was learned."""
    options: list[Option] = [(True, (*_cues(layout, draft), *words)), (False, ())]
    chances = chooser.chances("fact", draft.counted.quantity.number_start, options)
    return chances[0] if chances else None


def _cues(layout: Layout, draft: Draft) -> Iterator[str]:
    one = draft.counted
    words = one.what.split()
    yield "fact"
    yield f"sure: {one.sure}"
    yield f"rule: {one.quantity.rule} + {one.rule}"
    yield f"words: {min(len(words), NOUNS)}"
    yield f"capital inside: {any(word[0].isupper() for word in words[1:])}"
    yield f"named: {one.name is not None}"
    yield f"part: {draft.total is not None}"
    yield f"sentence {min(layout.sentence_index(one.start), OPENING)}"
    for name in ("aspect", "period", "locality", "measured", "scope"):
        yield f"{name} by {draft.reasons[name].split(':')[0]}"
    yield f"placed: {draft.locality is not None}, timed: {draft.period is not None}"
