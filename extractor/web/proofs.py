"""Sentences that prove facts: shown once, however many facts they hold, each fact's words marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.store.answers.facts import Answer
from extractor.store.search.passages import Passage
from extractor.web.marking import pieces

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of a sentence: the fact that it proves, if any, and whether it is what was searched for."""

    text: str
    answer: Answer | None
    found: bool


def proof_pieces(answers: Sequence[Answer], words: Sequence[tuple[int, int]] = ()) -> list[Proof]:
    """The sentence that proves these facts; `words` are half-open offsets into it of what was searched for."""
    spans = [mark for answer in answers for mark in answer.passage.marks]
    proved = [answer for answer in answers for _ in answer.passage.marks]
    return [
        Proof(
            piece.text,
            next((proved[number] for number in piece.within if number < len(proved)), None),
            any(number >= len(proved) for number in piece.within),
        )
        for piece in pieces(answers[0].passage.text, (*spans, *words))
    ]


def found_pieces(passage: Passage) -> list[tuple[str, bool]]:
    """A passage in pieces, and whether each is what was searched for."""
    return [(piece.text, bool(piece.within)) for piece in pieces(passage.text, passage.marks)]


def by_sentence(told: Iterable[Told], answer: Callable[[Told], Answer]) -> list[list[Told]]:
    """What one sentence proves, together; `answer` says where each is proved."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        proved = answer(one)
        groups.setdefault((proved.article, proved.passage.text), []).append(one)
    return list(groups.values())
