"""A person in a post, as it was read."""

from dataclasses import dataclass

from extractor.facts.roles.elision import Post
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
