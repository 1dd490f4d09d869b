"""Cues in the words of a count and around it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractor.facts.counts.relations import Draft
from extractor.facts.layout import Layout, Word
from extractor.facts.verbs import Predicate
from extractor.vietnamese.phrases import settle

# Words of a noun phrase and of what is measured that are cues; neighbours to the left and right of a number; words
# of its clause.
NOUNS, MEASURES, LEFT, RIGHT, CLAUSE = 4, 6, 4, 3, 10
# A clause shorter than this goes on behind its comma.
SHORT = 3
MARKS = frozenset(',;.:()"“”-–')
ENDS = frozenset(";.:")
# Up to so many things are few.
FEW = 5


def plain(word: Word) -> str:
    """The word as a cue: in lower case, numbers and names as what they are."""
    if any(char.isdigit() for char in word.lower):
        return "#"
    return "NAME" if word.tag == "Np" else word.lower


def wording(layout: Layout, draft: Draft, verb: Predicate) -> Iterator[str]:
    """Cues of the number, the thing, its verb and the words of its sentence."""
    yield from _of_number(layout, draft)
    yield from _of_thing(draft)
    yield from _of_verb(draft, verb)
    first, last = layout.sentence(draft.counted.start)
    one, number = draft.counted, draft.counted.quantity
    left = [plain(word) for word in layout.words_between(first, min(one.start, number.start))]
    right = [plain(word) for word in layout.words_between(max(one.end, number.end), last)]
    yield from _of_neighbours(draft, left, right)
    yield from (f"clause before: {word}" for word in _clause(left[::-1]))
    yield from (f"clause behind: {word}" for word in _clause(right))
    yield from (f"sentence before: {word}" for word in set(left))
    yield from (f"sentence behind: {word}" for word in set(right))


def _of_number(layout: Layout, draft: Draft) -> Iterator[str]:
    number = draft.counted.quantity
    value = number.value
    if value is not None:
        great = "1" if value == 1 else "2" if value == 2 else "few" if value <= FEW else "more"
        yield f"number: {great if value == int(value) else 'fraction'}"
    digits = any(char.isdigit() for char in layout.text[number.number_start : number.number_end])
    yield f"number in {'digits' if digits else 'words'}"
    yield f"modifier: {number.modifier}"
    yield f"per: {number.per is not None}"


def _of_thing(draft: Draft) -> Iterator[str]:
    one = draft.counted
    yield f"category: {one.category}"
    yield f"noun: {one.head}"
    yield f"noun: {one.category} {one.head}"
    yield from (f"noun word: {word}" for word in settle(one.what).split()[:NOUNS])
    if draft.measured is None:
        yield f"unmeasured: {one.category}"
        return
    measured = settle(draft.measured).split()
    yield f"measured: {measured[0]}"
    yield f"measured: {' '.join(measured[:2])}"
    yield f"measured: {one.category} {measured[0]}"
    yield f"measured ends: {measured[-1]}"
    yield from (f"measured word: {word}" for word in measured[:MEASURES])


def _of_verb(draft: Draft, verb: Predicate) -> Iterator[str]:
    text = settle(verb.text) if verb.text else None
    yield f"verb: {text}"
    yield f"verb {verb.side}: {text}"
    yield f"verb: {text} {draft.counted.category}"
    yield f"verb: {text} {draft.counted.head}"
    yield f"link: {verb.link}"
    if text:
        yield f"verb begins: {text.split()[0]}"
    if verb.ongoing:
        yield "ongoing"
    if verb.passive:
        yield "passive"


def _of_neighbours(draft: Draft, left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    for back in range(1, LEFT + 1):
        yield f"left {back}: {left[-back] if back <= len(left) else '^'}"
    for ahead in range(RIGHT):
        yield f"right {ahead + 1}: {right[ahead] if ahead < len(right) else '$'}"
    category = draft.counted.category
    yield f"left 1: {left[-1] if left else '^'} {category}"
    yield f"right 1: {right[0] if right else '$'} {category}"
    if len(left) > 1:
        yield f"left 2-1: {left[-2]} {left[-1]}"
    if len(right) > 1:
        yield f"right 1-2: {right[0]} {right[1]}"


def _clause(words: Sequence[str]) -> list[str]:
    """The words from the number on until the clause ends."""
    inside = list(takewhile(lambda word: word not in ENDS, words))
    found: list[str] = []
    for word in inside:
        if word not in MARKS:
            found.append(word)
        elif len(found) >= SHORT:
            break
    return found[:CLAUSE]
