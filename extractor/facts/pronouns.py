"""Whom a pronoun means: `chị` no man, `ông` no woman, and first of all whoever is called so."""

from collections.abc import Sequence
from functools import cache

from extractor.reading.spans import Person
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle


@cache
def one_person() -> str:
    """A pattern source for a pronoun of one person in settled text: `bà`, not `bà con`, `chị em`, `cụ thể`."""
    pronouns, others = (alternation(word_forms("scene", table)) for table in ("pronoun", "no_pronoun"))
    return rf"{pronouns}(?!\w|\s{others}(?!\w))"


def meant_by(pronoun: str, people: Sequence[Person]) -> Person | None:
    """The first of the people, the nearest first, whom the (settled) pronoun means.

    Whoever has another honorific (`Bà Lê Thị Mẫu … . |Cô|`) is meant only where nobody else can be.
    """
    able = [person for person in people if _may_mean(pronoun, person)]
    open_to_all = word_set("people", "neutral") | {""}
    fitting = (p for p in able if called_so(pronoun, p) or settle(p.honorific or "") in open_to_all)
    return next(fitting, able[0] if able else None)


def called_so(pronoun: str, person: Person) -> bool:
    """Whether the text calls the person by the pronoun: `ông Lê Văn Mẫu … . Năm 2019, |ông| được`."""
    return pronoun in settle(person.honorific or "").split()


def _may_mean(pronoun: str, person: Person) -> bool:
    """Whether honorific, or else middle name, let the pronoun stand for the person."""
    told = _sex(settle(person.honorific or "").split()) or _sex(settle(person.name).split()[1:-1])
    return called_so(pronoun, person) or not told or told == (_sex([pronoun]) or told)


def _sex(words: list[str]) -> str:
    """`man`, `woman`, or nothing where the words tell neither or both."""
    sexes = [sex for sex in ("man", "woman") if not word_set("people", sex).isdisjoint(words)]
    return sexes[0] if len(sexes) == 1 else ""
