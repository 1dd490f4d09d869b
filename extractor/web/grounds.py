"""Why the machine read a fact so, in the reader's language: the codes of rules and reasons as words."""

import re
from collections.abc import Iterator

from extractor.web.strings import catalogue

_JOINT = re.compile(r" \+ |, |: ")


def rule_words(rule: str, language: str) -> str:
    """`digits + noun` in words; the code itself where a part of it has none."""
    told = [words for part in _JOINT.split(rule) for words in _part(part, language)]
    return rule if None in told else ", ".join(filter(None, told)).replace(":,", ":")


def reason_words(slot: str, reason: str, language: str) -> str:
    """`verb: duy trì` of the aspect in words, and the article's words as they are; else the code itself."""
    code, _, quoted = reason.partition(": ")
    words = catalogue(language).get(f"grounds.{slot}.{code}")
    if words is None:
        return reason
    return f"{words}: {quoted}" if quoted else words


def _part(part: str, language: str) -> Iterator[str | None]:
    """One part of a rule, or the two words of it: `active certificate`."""
    whole = catalogue(language).get(f"grounds.rule.{part}")
    if whole is not None or " " not in part:
        yield whole
        return
    for word in part.split(" "):
        yield catalogue(language).get(f"grounds.rule.{word}")
