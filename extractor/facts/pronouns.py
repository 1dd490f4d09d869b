"""Whom a pronoun can mean: `chị` no man, `ông` no woman."""

from extractor.reading.spans import Person
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle


def may_mean(pronoun: str, person: Person) -> bool:
    """Whether the (settled) pronoun can stand for the person, as far as honorific or else middle name tells."""
    called = settle(person.honorific or "").split()[-1:]
    told = _sex(called) or _sex(settle(person.name).split()[1:-1])
    return pronoun in called or not told or told == (_sex([pronoun]) or told)


def _sex(words: list[str]) -> str:
    """`man`, `woman`, or nothing where the words tell neither or both."""
    sexes = [sex for sex in ("man", "woman") if not word_set("people", sex).isdisjoint(words)]
    return sexes[0] if len(sexes) == 1 else ""
