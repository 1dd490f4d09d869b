"""Whether a number tells who came together."""

import re
from dataclasses import dataclass

from extractor.facts.counts.status.cues.surroundings import clause_before
from extractor.facts.layout import Layout
from extractor.facts.time.occasions import came_to
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting, feast or match that a number is told of.

    `attending` marks who came or looked on, `occasion` what an occasion consists of, `met` that a meeting was held
    with them.
    """

    attending: bool
    occasion: bool
    met: bool


def read_gathering(layout: Layout, start: int, end: int) -> Gathering:
    """The gathering that the number with its noun at `start:end` is told of."""
    return Gathering(
        attending=_attends(layout, start) or _faces(layout, start, end) or came_to(layout.text, end) is not None,
        occasion=_at_occasion(layout, start),
        met=_gathers(layout, start),
    )


def _attends(layout: Layout, start: int) -> bool:
    """Whether the sentence tells who came: `Tham gia hội thao có 25 đội với 150 vận động viên`."""
    first, _ = layout.sentence(start)
    opening = settle(layout.text[first:start])
    attending = next((form for form in word_forms("cues", "attending") if opening.startswith(form)), None)
    # `Dự án có 30 lô` is nobody's attendance: the words must be whole.
    return attending is not None and " có " in f"{opening} " and layout.is_word(first, first + len(attending))


def _faces(layout: Layout, start: int, end: int) -> bool:
    """Whether something was done before those people: `Trước |900 khán giả|, đội nhà thắng`."""
    first, _ = layout.sentence(start)
    if not settle(layout.text[first:start]).rstrip().endswith(word_forms("cues", "before_people")):
        return False
    return word_pattern("cues", "onlookers").search(settle(layout.text[start:end])) is not None


def _at_occasion(layout: Layout, start: int) -> bool:
    """Whether an occasion is the subject of the number's clause: `Phần hội gồm 8 trò chơi dân gian`."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    clause = re.split(r"[;:]", before)[-1].strip()
    dated = re.match(rf"{alternation(word_forms('cues', 'daytime'))} [^,]*,\s*", clause)
    clause = clause[dated.end() :] if dated else clause  # Tối 29/4, lễ khai mạc có |20 gian hàng|
    occasions = word_forms("cues", "occasion")
    return clause.startswith(occasions) or before.startswith(occasions)


def _gathers(layout: Layout, start: int) -> bool:
    """Whether the clause tells of a meeting, and of no scheme that lasts: `mở hội nghị với |50 người|`."""
    clause = clause_before(layout, start, ";:")
    lasting = word_pattern("cues", "lasting_whole").search(clause)
    return lasting is None and word_pattern("cues", "contest").search(clause) is not None
