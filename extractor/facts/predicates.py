"""The verb that governs a number: before it (`duy trì 96 mô hình`) or after its noun (`21 người chết`)."""

from dataclasses import dataclass
from functools import cache

from extractor.facts.layout import Layout, Word
from extractor.records import Aspect
from extractor.vietnamese.lexicon import Row, rows, word_forms, word_set


class VerbRow(Row):
    """A governing verb and the aspect of what it counts."""

    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Predicate:
    """A governing verb as in the text with its aspect. `link` is the word that ties the number without a verb."""

    text: str | None
    aspect: Aspect | None
    start: int
    side: str
    link: str | None = None
    passive: bool = False


@cache
def aspects() -> dict[str, Aspect]:
    """Each verb form with its aspect."""
    return {form: row.aspect for row in rows("verbs", "verb", VerbRow) for form in row.forms}


def governing_verb(layout: Layout, start: int, end: int, occupied: tuple[tuple[int, int], ...]) -> Predicate:
    """The verb that governs the number at `start` whose noun phrase ends at `end`.

    `occupied` are the spans of other numbers with their nouns in the sentence, which are passed over.
    """
    left = _before(layout, start, occupied)
    if left.text and left.text.lower() not in word_set("verbs", "thin"):
        return left
    right = _after(layout, end)
    if right.text is None:
        return left
    return right if left.text is None or right.passive or _intransitive(right) else left


def _intransitive(predicate: Predicate) -> bool:
    """Whether the verb needs no object, so that the number before it is its subject: `21 người chết`."""
    verb = (predicate.text or "").lower()
    return verb.startswith(word_forms("verbs", "intransitive"))


def _before(layout: Layout, start: int, occupied: tuple[tuple[int, int], ...]) -> Predicate:
    sentence_start, _ = layout.sentence(start)
    words = layout.words_between(sentence_start, start)
    link: str | None = None
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if any(begin <= word.start < stop for begin, stop in occupied):
            continue
        lower = word.lower
        if lower in (";", ":", "(", "|"):
            break
        if link is None and lower in ("với", "cho", "tại", "ở", "trong", "mỗi", "từ", "trên"):
            link = lower
            if lower == "với":
                break
            continue
        if lower in ("gồm", "bao gồm", "gồm có"):
            return Predicate(word.text, "stock", word.start, "left", link)
        if _is_verb(word, words, at):
            return _spelled(layout, words, at, link)
    return Predicate(None, None, start, "none", link)


def _is_verb(word: Word, words: tuple[Word, ...], at: int) -> bool:
    lower = word.lower
    if lower in word_set("verbs", "auxiliary") or lower in word_set("verbs", "particle"):
        return False
    if lower in ("có", "là", "còn"):
        return True
    # Inside a noun phrase after a preposition the verb is an attribute: `mô hình tự quản về an toàn`.
    if at and words[at - 1].lower in ("về", "của", "các", "những", "việc", "sự"):
        return False
    return word.tag == "V" or lower in aspects()


def _spelled(layout: Layout, words: tuple[Word, ...], at: int, link: str | None) -> Predicate:
    """The verb with its coordinated or serial neighbours: `xây dựng, nhân rộng và đưa vào hoạt động`."""
    first = last = at
    while first > 0:
        before = words[first - 1]
        if before.lower in ("và", ",") and first > 1 and _plain_verb(words[first - 2]):
            first -= 2
        elif _plain_verb(before) and before.lower not in word_set("verbs", "thin"):
            first -= 1
        else:
            break
    while last + 1 < len(words) and words[last + 1].lower in ("mới", "thêm", "thành", "vào", "hoạt động", "rõ"):
        last += 1
    while first < last and words[first].lower in word_set("verbs", "light"):
        first += 1
    text = " ".join(layout.text[words[first].start : words[last].end].split())
    return Predicate(text, _aspect(text, words[at].lower), words[first].start, "left", link)


def _plain_verb(word: Word) -> bool:
    return word.tag == "V" and not _is_auxiliary(word) and word.lower not in word_set("verbs", "particle")


def _is_auxiliary(word: Word) -> bool:
    return word.lower in word_set("verbs", "auxiliary")


def _aspect(text: str, verb: str) -> Aspect:
    """By the whole wording, else by its verbs; a coordination with a stock verb is a stock."""
    lowered = text.lower()
    known = aspects()
    if lowered in known:
        return known[lowered]
    parts = [part.strip() for part in lowered.replace(" và ", ",").split(",")]
    if any(known.get(part) == "stock" for part in parts):
        return "stock"
    return known.get(verb, "flow")


def _after(layout: Layout, end: int) -> Predicate:
    """The verb right after the noun phrase: `4 mô hình mới được xây dựng`, `41 hộ thoát nghèo`."""
    _, sentence_end = layout.sentence(end - 1)
    words = layout.words_between(end, min(sentence_end, end + 80))
    passive = False
    agent = False
    start: int | None = None
    for at, word in enumerate(words[:8]):
        lower = word.lower
        if lower == "do" and start is None:
            agent = True
            continue
        if agent and word.tag not in ("V",):
            continue
        if lower in word_set("verbs", "auxiliary") or lower.split()[0] in ("bị", "được"):
            passive = passive or lower.split()[0] in ("bị", "được")
            start = word.start if lower.split()[0] == "bị" and start is None else start
            if " " not in lower:
                continue
        if lower in (",", ";", ".", ":", "(", "với", "ở", "tại", "trong", "và"):
            break
        if word.tag == "V" or lower in aspects() or lower in word_set("verbs", "ending"):
            return _right(layout, words, at, start, passive=passive or agent)
        if not passive:
            break
    return Predicate(None, None, end, "none")


def _right(layout: Layout, words: tuple[Word, ...], at: int, start: int | None, *, passive: bool) -> Predicate:
    last = at
    while last + 1 < len(words) and words[last + 1].tag in ("V", "A") and not _is_auxiliary(words[last + 1]):
        last += 1
    begin = words[at].start if start is None else start
    text = " ".join(layout.text[begin : words[last].end].split())
    return Predicate(text, _aspect(text, words[at].lower), begin, "right", None, passive)
