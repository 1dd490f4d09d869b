"""Whether a number is of another time than today, or of any."""

from dataclasses import dataclass

from extractor.facts.counts.status.cues.surroundings import clause_before
from extractor.facts.layout import Layout
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class When:
    """What the words before a number say of its time.

    `past` tells that it was so before a change, `then` at another time, `habitual` that it happens again and again.
    """

    past: bool
    then: bool
    habitual: bool


def read_when(layout: Layout, start: int) -> When:
    """What is said before the number at `start`."""
    return When(_is_past(layout, start), _is_of_then(layout, start), _is_habitual(layout, start))


def _is_past(layout: Layout, start: int) -> bool:
    """Whether the number's clause tells of a time before a change: `Trước sắp xếp, 4 xã có 438 tổ`,
    `Kho của tôi trước đây chỉ có 4 bình`."""
    clause = clause_before(layout, start, ";:").strip(' “"')
    before = clause.split()
    while before and before[-1] in word_set("cues", "past_verb"):
        before.pop()
    past = word_forms("cues", "past")
    return clause.startswith(past) or " ".join(before).endswith(past)


def _is_of_then(layout: Layout, start: int) -> bool:
    """Whether the sentence says before the number that it tells of another time than today: khi ấy."""
    first, _ = layout.sentence(start)
    return bool(word_pattern("cues", "then").search(settle(layout.text[first:start])))


def _is_habitual(layout: Layout, start: int) -> bool:
    """Whether the clause tells what happens again and again: `Hằng năm, lễ hội đón 9.000 lượt khách`."""
    return bool(word_pattern("cues", "habit").search(clause_before(layout, start, ";:")))
