"""Verbs of the lexicon, and which words may be verbs."""

from dataclasses import dataclass
from functools import cache

from extractor.facts.layout import Word
from extractor.records import Aspect
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set
from extractor.vietnamese.phrases import settle

# No verb of the lexicon is longer than this many characters.
LONGEST_VERB = 24


class VerbRow(Row):
    """A governing verb and the aspect of what it counts."""

    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Predicate:
    """A governing verb as in the text with its aspect. `link` is the word that ties the number without a verb.

    `ongoing` is a verb behind hiện, đang or chưa: `hiện quy tụ 22 chủ nhà trọ`, `14 xã chưa gửi báo cáo`. `behind`
    is the aspect of the verb behind the noun that a thin verb outweighs (`có 9 em |bỏ học|`); `had` tells that the
    verb behind the noun outweighs `có`.
    """

    text: str | None
    aspect: Aspect | None
    start: int
    side: str
    link: str | None = None
    passive: bool = False
    ongoing: bool = False
    behind: Aspect | None = None
    had: bool = False


@cache
def aspects() -> dict[str, Aspect]:
    """Each verb form with its aspect."""
    return {settle(form): row.aspect for row in rows("verbs", "verb", VerbRow) for form in row.forms}


@cache
def by_length() -> tuple[str, ...]:
    """The verbs of the lexicon, longest first."""
    return tuple(sorted(aspects(), key=len, reverse=True))


def starting_at(text: str, start: int) -> str | None:
    """The longest verb of the lexicon that begins here, whatever words the segmenter made of it."""
    ahead = settle(text[start : start + LONGEST_VERB])
    for verb in by_length():
        if ahead.startswith(verb) and not ahead[len(verb) : len(verb) + 1].isalnum():
            return verb
    return None


def is_verb(word: Word) -> bool:
    """Whether the tagger or the lexicon takes the word for a verb that may govern."""
    if word.lower in aspects():
        return True
    plain = word.text[0].isalpha() and not is_named(word)
    return word.tag == "V" and plain and word.lower not in word_set("verbs", "no_verb")


def is_named(word: Word) -> bool:
    """Whether a digit or a capital behind the first letter makes a name of the word: `dầu |ăn Hải Vân|`, `i10`.

    The segmenter also joins a verb to the name behind it: `hai kẻ |lừa Ngọc|`.
    """
    if any(letter.isdigit() for letter in word.text):
        return True
    if word.text.isupper() or not any(letter.isupper() for letter in word.text[1:]):
        return False
    return settle(word.text.split()[0]) not in aspects() or word.text[0].isupper()


def is_auxiliary(word: Word) -> bool:
    """Whether the word tells the time or voice of a verb."""
    return word.lower in word_set("verbs", "auxiliary")


def aspect_of(text: str, verb: str) -> Aspect:
    """By the whole wording, else by its verbs; a coordination with a stock verb is a stock."""
    lowered = settle(text)
    known = aspects()
    if lowered in known:
        return known[lowered]
    parts = [part.strip() for part in lowered.replace(" và ", ",").split(",")]
    if any(known.get(part) == "stock" for part in parts):
        return "stock"
    stative = word_set("verbs", "stative")
    lowered = lowered.removeprefix("phải ")
    leading = (*word_forms("verbs", "willing"), *word_forms("verbs", "also"))
    before = next((form for form in leading if lowered.startswith(f"{form} ")), None)
    if before and (done := starting_at(lowered, len(before) + 1)):
        return known[done]  # `tự nguyện |nộp lại|`, `46 hộ còn |góp| 520 ngày công`
    return known.get(verb, "stock" if verb in stative or lowered in stative else "flow")
