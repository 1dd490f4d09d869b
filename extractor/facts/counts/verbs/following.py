"""The verb behind a number and its noun: `21 người |chết|`."""

from dataclasses import replace
from functools import cache

from extractor.facts.layout import Layout, Word
from extractor.facts.verbs import (
    Predicate,
    aspect_of,
    aspects,
    is_auxiliary,
    is_named,
    is_verb,
    starting_at,
)
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import settle


def verb_after(
    layout: Layout,
    end: int,
    occupied: tuple[tuple[int, int], ...],
    places: tuple[tuple[int, int], ...],
    *,
    acting: bool = False,
) -> Predicate:
    """The verb right after the noun phrase: `4 mô hình mới được xây dựng`, `41 hộ thoát nghèo`.

    A place or a phrase of membership may stand between: `15 trường thuộc xã quản lý đăng ký cam kết`, and
    whom those who are `acting` let do something: `32 trường cho học sinh nghỉ học`. `places` are the spans of
    `occupied` that name places.
    """
    _, sentence_end = layout.sentence(end - 1)
    words = _unbracketed(layout.words_between(end, min(sentence_end, end + 140)))
    occupied = near(occupied, end, end + 140)
    passive = agent = aside = ongoing = False
    start: int | None = None
    words = words[_named(words) if acting else 0 :]
    for at, word in enumerate(words[:18]):
        lower = word.lower
        if lower == "để" and settle(layout.text[word.end : sentence_end]).lstrip().startswith(_uncaused()):
            continue  # có 5 xã để xảy ra cháy
        if (lower in (",", ";", ".", ":") or lower in word_set("verbs", "clause_break")) and not aside:
            break
        if lower in (";", ".", ":") or (lower == "mỗi" and not agent):
            break
        if lower == "đó" and at and words[at - 1].lower == "trong":
            break  # có 65 người nhiễm bệnh trong đó 4 người tử vong
        if lower == "do" and start is None:
            agent = True
        elif lower in word_set("verbs", "aside") or (acting and lower == "cho" and at == 0):
            aside = True
        elif (acting and covered(word, places) and not passive) or _only_points(word, first=at == 0):
            continue  # 67 hộ dân thôn Phú Cường đã hiến đất
        elif is_auxiliary(word) or _is_passive(word):
            voice = lower.split()[0] in ("bị", "được")
            ongoing = ongoing or lower in word_set("verbs", "ongoing")
            passive, aside = passive or voice, False
            start = word.start if lower.split()[0] == "bị" and start is None else start
            if voice and " " in lower:
                return replace(_right(layout, words, at, start, passive=True), ongoing=ongoing)
        elif (passive and word.tag == "A") or (
            _governs(layout, word, agent=agent, aside=aside) and not covered(word, occupied)
        ):
            if (_is_attribute(words, at) or _is_dwelling(words, at)) and not (passive or agent or ongoing):
                aside = aside or lower in word_set("verbs", "dwelling")
                continue
            found = _right(layout, words, at, start, passive=passive or agent)
            return replace(found, ongoing=ongoing)
        elif not (passive or agent or aside):
            break
    return Predicate(None, None, end, "none")


def _only_points(word: Word, *, first: bool) -> bool:
    """Whether the word points at those who are counted or says how they acted: `2 người |này lập tức| bỏ chạy`.

    So does the rest of a name that the tagger takes for a verb: `2 chiếc Hải Vân |Grand i10|`.
    """
    if word.tag == "V" and word.lower not in aspects() and is_named(word):
        return True
    pointing = first and word.lower in word_set("verbs", "pointing")
    return pointing or word.lower in word_set("verbs", "at_once")


def _named(words: tuple[Word, ...]) -> int:
    """How many words give the names or numbers of those who are counted: `3 bệnh nhân |53, 75 và 89| ra viện`."""
    at = 0
    while at < len(words) and (_is_name(words[at]) or (at and words[at].lower in (",", "và", "cùng"))):
        at += 1
    while at and words[at - 1].lower in (",", "và", "cùng"):
        at -= 1
    return at


def _is_name(word: Word) -> bool:
    return word.tag in ("Np", "M") or (word.lower not in aspects() and word.text[0].isalpha() and is_named(word))


@cache
def _uncaused() -> tuple[str, ...]:
    return tuple(f"{form} " for form in word_forms("verbs", "intransitive"))


def _is_attribute(words: tuple[Word, ...], at: int) -> bool:
    """Whether another verb right behind tells what is going on: `6 cống |ngăn mặn| đang vận hành`."""
    behind = [word.lower for word in words[at + 1 : at + 3]]
    apart = {",", ";", "."} | word_set("verbs", "meanwhile")  # 35 người chết khi đang làm việc
    return "đang" in behind and not apart.intersection(behind)


def _is_dwelling(words: tuple[Word, ...], at: int) -> bool:
    """Whether they only live or work where the clause goes on: `8 hộ |sống| cạnh kho phải sơ tán`."""
    if words[at].lower not in word_set("verbs", "dwelling"):
        return False
    clause = [word.lower for word in words[at + 1 : at + 8]]
    stop = next((n for n, lower in enumerate(clause) if lower in (",", ";", ".")), len(clause))
    return any(lower in word_set("verbs", "befalling") for lower in clause[:stop])


def near(occupied: tuple[tuple[int, int], ...], begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans that reach into `begin:end`."""
    return tuple(span for span in occupied if span[1] >= begin and span[0] <= end)


def covered(word: Word, occupied: tuple[tuple[int, int], ...]) -> bool:
    """Whether the word begins in one of the spans."""
    return any(begin <= word.start < stop for begin, stop in occupied)


def _is_passive(word: Word) -> bool:
    return word.lower.split()[0] in ("bị", "được") and word.lower not in word_set("verbs", "no_verb")


def _unbracketed(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without what stands in brackets: `221/230 xã (chiếm 96,1%) được công nhận`."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        depth += word.text == "("
        if depth == 0:
            kept.append(word)
        depth -= word.text == ")" and depth > 0
    return tuple(kept)


def _governs(layout: Layout, word: Word, *, agent: bool, aside: bool) -> bool:
    """Whether the word can be the verb; after an agent or an aside only a verb of the lexicon can."""
    known = word.lower in aspects() or word.lower in word_set("verbs", "ending")
    begun = starting_at(layout.text, word.start) or ""
    known = known or " " in begun
    if agent or aside:
        return known and not {word.lower, begun} & word_set("verbs", "inner")
    named = word.text[0].isupper() and not word.text.isupper()  # chiếc Vision |Grand| dính lỗi
    return known or (is_verb(word) and not named)


def _right(layout: Layout, words: tuple[Word, ...], at: int, start: int | None, *, passive: bool) -> Predicate:
    known = starting_at(layout.text, words[at].start)
    last = at
    while known and last + 1 < len(words) and words[last].end < words[at].start + len(known):
        last += 1
    while last + 1 < len(words) and words[last + 1].tag in ("V", "A") and not is_auxiliary(words[last + 1]):
        last += 1
    # `9 xã |củng cố và duy trì| 45 tổ`
    if [word.lower for word in words[last + 1 : last + 2]] == ["và"] and words[last].tag == "V":
        joined = words[last + 2 : last + 3]
        last += 2 if joined and joined[0].lower in aspects() else 0
    begin = words[at].start if start is None else start
    text = " ".join(layout.text[begin : words[last].end].split())
    return Predicate(text, aspect_of(text, known or words[at].lower), begin, "right", None, passive)
