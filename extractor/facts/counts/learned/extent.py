"""Where the noun phrase of a count ends, weighed: each word behind the number up to the end of its clause."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.facts.counts.learned.chances import Chooser, Option
from extractor.facts.counts.learned.wording import plain
from extractor.facts.counts.nouns.counted import Counted, as_written
from extractor.facts.layout import Layout, Word

# How likely another end must be that replaces the rules'.
SURE = 0.6
# The rules by which the noun phrase stands right behind the number.
BEHIND = frozenset({"noun", "back reference"})
# Words behind the rules' end that may belong to the phrase, words that are told apart, and words in all.
FURTHER, TOLD, LONGEST = 8, 4, 16
# Words that part clauses, and those that no phrase ends with.
CLOSED = frozenset('.;:()“”"!?…')
JOINTS = frozenset({",", "và", "&", "-", "–", "/", "hoặc"})


def with_likely_end(chooser: Chooser, layout: Layout, one: Counted) -> Counted:
    """The count with the likeliest end of its noun phrase, if that is likely enough."""
    start = _noun_start(layout, one)
    if start is None:
        return one
    ends = _ends(layout, start, one.end)
    options: list[Option] = [
        (as_written(layout.text, start, end), tuple(_cues(layout, one, start, end))) for end in ends
    ]
    chances = chooser.chances("what", one.quantity.number_start, options)
    if not chances:
        return one
    best = max(range(len(ends)), key=chances.__getitem__)
    if ends[best] == one.end or chances[best] <= SURE:
        return replace(one, likely=chances[ends.index(one.end)])
    what = as_written(layout.text, start, ends[best])
    return replace(one, what=what, end=ends[best], likely=chances[best], ruled=one.what)


def _noun_start(layout: Layout, one: Counted) -> int | None:
    """Where the noun phrase begins, None where it does not stand right behind the number, or is a name."""
    start = one.end - len(one.what)
    if one.rule not in BEHIND or one.name or start < one.quantity.end:
        return None
    return start if as_written(layout.text, start, one.end) == one.what else None


def _ends(layout: Layout, start: int, ruled: int) -> Sequence[int]:
    """Where the phrase may end: behind each of its words, up to the end of the clause."""
    _, limit = layout.sentence(start)
    ends: list[int] = []
    further = 0
    for word in layout.words_between(start, limit)[:LONGEST]:
        if "\n" in layout.text[ends[-1] if ends else start : word.start]:
            break
        if word.start >= ruled:
            if word.text in CLOSED or further >= FURTHER:
                break
            further += 1
        if word.text[-1].isalnum() and word.lower not in JOINTS and word.end != ruled:
            ends.append(word.end)
    return sorted({*ends, ruled})


def _cues(layout: Layout, one: Counted, start: int, end: int) -> Iterator[str]:
    """What speaks for an end: how it lies to the rules', and the words before and behind it."""
    _, limit = layout.sentence(start)
    inside = layout.words_between(start, end)
    behind = list(layout.words_between(end, limit)[:TOLD])
    last = inside[-1] if inside else None
    following = behind[0] if behind else None
    lies = "same" if end == one.end else "longer" if end > one.end else "shorter"
    yield lies
    yield f"{lies} of {one.category}"
    yield f"{lies} of {one.head}"
    yield f"{lies} known {one.sure}"
    yield f"{lies}, ends {_tag(last)}, then {_tag(following)}"
    yield f"{lies}, ends {_word(last)}"
    yield f"{lies}, then {_word(following)}"
    yield f"ends {_tag(last)}, then {_tag(following)}"
    yield f"ends {_word(last)}"
    yield f"ends {_word(last)}, then {_tag(following)}"
    yield f"ends {_tag(last)}, then {_word(following)}"
    yield f"then {_word(following)}"
    yield f"then {_tag(following)} {_tag(behind[1] if len(behind) > 1 else None)}"
    yield f"words {min(len(inside), LONGEST)}"
    yield f"{one.head}, then {_word(following)}"
    yield f"{one.category}, then {_tag(following)}"
    if end > one.end:
        yield from _between("added", layout, one, layout.words_between(one.end, end))
    if end < one.end:
        yield from _between("left", layout, one, layout.words_between(end, one.end))


def _between(told: str, layout: Layout, one: Counted, words: Sequence[Word]) -> Iterator[str]:
    """Cues of the words that an end adds to those of the rules, or leaves."""
    tags = [_tag(word) for word in words]
    yield f"{told} {min(len(words), FURTHER)}"
    yield f"{told} tags {' '.join(tags[:TOLD])}{'…' if len(tags) > TOLD else ''}"
    yield f"{told} first {_word(words[0] if words else None)}"
    yield f"{told} first {_word(words[0] if words else None)} of {one.category}"
    yield f"{told} first {_word(words[0] if words else None)} of {one.head}"
    yield f"{told} first {tags[0] if tags else None} of {one.category}"
    yield f"{told} {' '.join(_word(word) for word in words[:TOLD])}"
    yield from {f"{told} word {_word(word)}" for word in words}
    yield from {f"{told} tag {tag}" for tag in tags}
    if any(word.start in layout.fences for word in words):
        yield f"{told} a fence"
    for at, word in enumerate(words):
        if word.text in JOINTS and at + 1 < len(words):
            yield f"{told} {word.text} {_tag(words[at + 1])}"
            yield f"{told} {word.text} {_word(words[at + 1])}"


def _word(word: Word | None) -> str:
    return plain(word) if word else "$"


def _tag(word: Word | None) -> str:
    if word is None:
        return "$"
    return word.text if word.text in JOINTS or word.lower in ("của", "có", "là") else word.tag
