"""A person in a post, as it was read."""

from dataclasses import dataclass

from extractor.facts.roles.elision import Post
from extractor.facts.roles.vocabulary import TRADES
from extractor.reading.spans import Person


@dataclass(frozen=True, slots=True)
class Found:
    """A person in a post, where it was read and how sure that is."""

    person: Person
    post: Post
    start: int
    end: int
    rule: str
    confidence: float


def as_found(person: Person, post: Post, start: int, end: int, rule: str, confidence: float) -> Found:
    """Less sure where an office stands without its body, or where the trade is all there is."""
    if post.organization is None and post.takes in ("body", "minister", "phrase", "unit"):
        confidence -= 0.22
    if post.takes in TRADES or post.takes == "owner":
        confidence -= 0.12
    return Found(person, post, start, end, rule, round(confidence, 2))
