"""The counted noun phrase after a number: where it ends, what kind of thing it names.

`duy trì 31 mô hình tự quản về ANTT, lập 12 …` counts `mô hình tự quản về ANTT`. The head comes from
`vietnamese/nouns/`, else from the tagger's nouns; the phrase ends before a verb that says what the thing does,
before a preposition, a place, a period, a quoted name or another number.
"""

import re
from dataclasses import dataclass

from extractor.facts.counts.nouns.attributes import (
    Behind,
    attribute_at,
    grade_at,
    is_given,
    is_manner,
    names_work,
    phrase_at,
    rating_at,
    takes_verb,
    use_at,
)
from extractor.facts.counts.nouns.coordination import joined
from extractor.facts.counts.nouns.heads import expansion, head_at, is_person, known_heads
from extractor.facts.layout import Layout, Word
from extractor.facts.verbs import aspects
from extractor.records import Category
from extractor.vietnamese.letters import is_syllable
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import CAPITAL, alternation, settle

MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase `start:end` with its head and category. `known` is False where only the tagger vouches."""

    start: int
    end: int
    head: str
    category: Category
    known: bool


def read_noun_phrase(layout: Layout, start: int, limit: int) -> NounPhrase | None:
    """The noun phrase that begins at the first word at or after `start`, or None."""
    while start < limit and layout.text[start] == " ":
        start += 1
    if start >= limit or not layout.text[start].isalpha():
        return None
    known = head_at(layout.text, start, limit)
    words = layout.words_between(start, limit)
    if known and not _is_verb(layout, words, known):
        end, head, category = known
        own = _is_own(layout, end, head)
        phrase_end = _extend(layout, start, end, limit, head)
        return NounPhrase(start, phrase_end, head, category if own else "other", known=own)
    if not words or words[0].start != start or words[0].tag not in ("N", "Nc", "Nu", "Np", "Ny"):
        return None
    first = words[0]
    if first.lower in word_set("nounphrase", "stop"):
        return None
    noun, _, name = first.text.partition(" ")
    if name and _NAMES.match(layout.text, start + len(noun) + 1):
        return NounPhrase(start, start + len(noun), noun.lower(), "other", known=False)  # ba |môn Toán|, Lý, Hóa
    end = _extend(layout, start, first.end, limit, first.lower)
    spelled = expansion(layout.text, first.text)
    if spelled:
        return NounPhrase(start, end, first.lower, spelled[1], known=True)
    return NounPhrase(start, end, first.lower, "person" if is_person(first.lower) else "other", known=False)


def _is_verb(layout: Layout, words: tuple[Word, ...], known: tuple[int, str, Category]) -> bool:
    """Whether the head is no noun here but a preposition (1.800 `từ` vùng dịch) or the first syllable of a verb.

    Cả ba `đền đáp` niềm tin, not `xe gắn máy`.
    """
    if words and words[0].tag == "E" and known[1] in word_set("nounphrase", "stop"):
        return True
    if not words or words[0].end <= known[0] or known[1] not in word_set("nounphrase", "verb_opening"):
        return False
    does = phrase_at(layout.text, words[0].start, "nounphrase", "doing_verb")
    return words[0].tag == "V" or (does is not None and does >= words[0].end)


def _ends_behind(text: str, end: int) -> bool:
    """Whether a verb that ends the phrase begins right behind the head: 9 nhà |tốc mái|, 3 tàu cá |chìm|."""
    return phrase_at(text, end + 1, "verbs", "ending") is not None


def _is_own(layout: Layout, end: int, head: str) -> bool:
    """Whether the head that ends at `end` is no syllable of another word: not nhà `hảo tâm`, nhà `Chữ thập đỏ`."""
    rest = layout.text[end : layout.word_end(end)].strip()
    return (
        not rest
        or _ends_behind(layout.text, end)
        or rest[0].isupper()
        or head not in word_set("nounphrase", "polysemous")
    )


def _extend(layout: Layout, start: int, end: int, limit: int, head: str) -> int:
    """Where the phrase ends, from the end of its head on."""
    end = _whole_word(layout, end, head)
    if head in word_set("nounphrase", "closed"):
        return end
    words = layout.words_between(end, limit)
    behind = Behind(layout, words, head, limit, is_given(layout, start))
    at, closed = 0, False
    while at < min(len(words), MAX_WORDS) and not closed:
        between = layout.text[end : words[at].start]
        if between.strip() or "\n" in between:
            break
        reached, closed = _member(behind, at)
        if reached is None:
            break
        end = reached
        at = _skip(words, at, end)
    return _trimmed(layout.text, start, end)


def _member(behind: Behind, at: int) -> tuple[int | None, bool]:
    """How far the word at `at` carries the phrase, None where it does not belong; whether the phrase ends there."""
    layout, words, head = behind.layout, behind.words, behind.head
    word = words[at]
    attribute = attribute_at(layout.text, word.start)
    if is_manner(behind, at) or rating_at(layout.text, word.start):
        return None, True
    if attribute and layout.word_end(attribute) == attribute:
        return attribute, _closing(layout.text[word.start : attribute])
    if word.text in (",", "và", "&"):
        return joined(behind, at), False
    if grade := grade_at(layout.text, word.start):
        return grade, False
    if whole := _known_at(behind, at) or use_at(behind, at):
        return whole, False
    if _is_superlative(words, at) or names_work(behind, at) or _is_severe(behind, at):
        return word.end, False
    following = behind.next_to(at)
    if word.lower == "mới" and following is not None and following.tag == "V" and following.lower != "là":
        return None, True  # 3 vụ |mới thấy lãi|
    if word.lower == "mới" and behind.category in ("case", "product"):
        return word.end, False
    if (
        _is_reciprocal(behind, at)
        or _is_of_place(behind, at)
        or _is_compared(words, at)
        or _opens_list(layout.text, word, head)
        or _opens_colours(behind, at)
        or _opens_relative(behind, at)
    ):
        return None, True
    if _is_kin(behind, at):
        return None, True
    if cut := _nation_at(word) or _before_name(word):
        return cut, True
    if _belongs(behind, at, attributive=takes_verb(behind, at)):
        return word.end, _closing(word.lower) and not _is_mutual(words, at)
    topic = word.lower == "về" and _has_topic(head) and _noun_follows(layout, words, at)
    return word.end if topic else None, False


def _known_at(behind: Behind, at: int) -> int | None:
    """End of a noun of the lexicon that the tagger took apart: 16 loại `câu |hỏi`."""
    layout, word = behind.layout, behind.words[at]
    following = behind.next_to(at)
    if word.tag != "N" or following is None or following.tag != "V" or following.start in layout.fences:
        return None
    found = head_at(layout.text, word.start, following.end)
    return found[0] if found and found[0] == following.end else None


def _is_reciprocal(behind: Behind, at: int) -> bool:
    """Whether the word says what they do to one another: ba đội `trùng` nhau, not hai màu khác nhau."""
    following = behind.next_to(at)
    mutual = following is not None and following.lower == "nhau"
    return mutual and not _closing(behind.words[at].lower)


def _is_kin(behind: Behind, at: int) -> bool:
    """Whether the word is whose kin does what the next verb tells: 3 cô giáo `chồng` làm thợ xây."""
    following = behind.next_to(at)
    kin = behind.category == "person" and behind.words[at].lower in word_set("nounphrase", "kin")
    return kin and following is not None and following.tag in ("V", "R")


def _is_of_place(behind: Behind, at: int) -> bool:
    """Whether the word takes up where the things are: 16 bệnh viện `nước` này."""
    following = behind.next_to(at)
    place = behind.words[at].lower in word_set("nounphrase", "whereabouts")
    return place and following is not None and following.lower in word_set("nounphrase", "taken_up")


def _closing(attribute: str) -> bool:
    """Whether nothing behind the attribute belongs to the noun: 3 bệnh nhân `còn lại` đã khỏe."""
    return settle(attribute) in word_set("nounphrase", "closing")


def _is_mutual(words: tuple[Word, ...], at: int) -> bool:
    """Whether the attribute goes on: 2 cơ quan khác `nhau`."""
    return at + 1 < len(words) and words[at + 1].lower == "nhau"


def _opens_list(text: str, word: Word, head: str) -> bool:
    """Whether the word is the first of the names that are counted: ba công ty `Suối Hạ`, Đồi Sen và Mẫu Xanh.

    Each may have the noun anew: hai đường `Sen Vàng` và đường Mai Đỏ.
    """
    if not word.text[0].isupper():
        return False
    names = _NAMES.match(text, word.start)
    return names is not None and settle(names["again"] or head).strip() in ("", head)


def _opens_colours(behind: Behind, at: int) -> bool:
    """Whether the word is the first of the colours that are counted: 4 màu `đen`, trắng, cam."""
    if behind.head not in word_set("nounphrase", "coloured") or behind.words[at].tag not in ("A", "N"):
        return False
    near = behind.words[at + 1 : at + 3]
    return len(near) == 2 and near[0].text in (",", "-", "–", "và") and near[1].tag in ("A", "N")


def _opens_relative(behind: Behind, at: int) -> bool:
    """Whether the word is who does something with the things: 13 điều `bạn` nên tránh."""
    following = behind.next_to(at)
    who = behind.category not in ("person", "household") and behind.words[at].lower in word_set(
        "nounphrase", "reader"
    )
    return who and following is not None and (following.tag in ("V", "R") or following.lower == "nên")


_NAME = rf"(?:{CAPITAL}|[a-z][A-Z])[\w.-]*(?:\s(?:{CAPITAL}|\d)[\w.-]*){{0,4}}"
_ASIDE = r"(?:\s\([^()\n]{1,60}\))?"  # D01 (Toán, Văn, Anh) và A01
_NAMES = re.compile(
    rf"{_NAME}{_ASIDE}(?:,\s{_NAME}{_ASIDE})*(?:,|\s(?:và|&|[-–]))\s(?P<again>(?!{CAPITAL})\w+\s)?{_NAME}"
)


def _is_superlative(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word raises the adjective before: 11 người giàu `nhất`."""
    return words[at].lower == "nhất" and at > 0 and words[at - 1].tag == "A"


def _is_severe(behind: Behind, at: int) -> bool:
    """Whether the word tells how ill they are, not how much they weigh: 9 bệnh nhân `nặng`."""
    ill = at == 0 and behind.head in word_set("nounphrase", "patient")
    following = behind.next_to(at)
    weighed = following is not None and (following.text[0].isdigit() or following.tag in ("M", "N", "R"))
    return ill and behind.words[at].lower in word_set("nounphrase", "severe") and not weighed


def _has_topic(head: str) -> bool:
    """Whether `về …` may belong to the noun: mô hình tự quản về ANTT, not đối tượng về hành vi trộm."""
    people = known_heads().get(head, (head, "other"))[1] in ("person", "household")
    return not people and bool({head, head.split()[0]} & word_set("nounphrase", "attributive"))


def _whole_word(layout: Layout, end: int, head: str) -> int:
    """Where the word ends that `end` falls into, unless its second half is a preposition or a name of a person.

    quán `ăn ở`, hai nạn nhân `Hoa`, not 6 người `Việt`.
    """
    whole = layout.word_end(end)
    rest = layout.text[end:whole].split()[:1]
    if not rest or settle(rest[0]) in word_set("nounphrase", "stop") or _ends_behind(layout.text, end):
        return end
    named = rest[0].istitle() and settle(rest[0]) not in word_set("nounphrase", "nation")
    return end if named and known_heads().get(head, (head, "other"))[1] in ("person", "admin_unit") else whole


def _skip(words: tuple[Word, ...], at: int, end: int) -> int:
    while at < len(words) and words[at].start < end:
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    """Without a dangling joint: `vụ trộm cắp và` → `vụ trộm cắp`."""
    kept = text[start:end].rstrip(" ,.")
    told = _TELLING.search(settle(kept)) if _NUMBER_NEXT.match(text, end) else None
    told = told or (_UNNAMED.search(settle(kept)) if _NAME_NEXT.match(text, start + len(kept)) else None)
    kept = kept[: told.start()] if told else kept
    for joint in word_forms("nounphrase", "dangling"):
        kept = kept.removesuffix(f" {joint}").rstrip(" ,")
    return start + len(kept)


_TELLING = re.compile(rf"\s{alternation(word_forms('nounphrase', 'telling'))}$")
_UNNAMED = re.compile(rf"(?<=\w)\s{alternation(word_forms('nounphrase', 'unnamed'))}$")
_NAME_NEXT = re.compile(rf"\s(?:\d|{CAPITAL})")
_NUMBER_NEXT = re.compile(r"\s(?:[^\W\d_]+\s)?\d")


def _nation_at(word: Word) -> int | None:
    """End of a people's short name that the segmenter took together with the verb behind: công dân `Việt kẹt`."""
    first, _, rest = word.lower.partition(" ")
    if first not in word_set("nounphrase", "nation") or word.lower in known_heads():
        return None
    return (
        word.start + len(first) if rest and word.text[0].isupper() and word.text[len(first) :].islower() else None
    )


def _before_name(word: Word) -> int | None:
    """End of an adjective that the segmenter took together with the name behind: hai con gái `nhỏ Hoa`."""
    first, _, rest = word.text.partition(" ")
    grown = word.tag == "A" or first in word_set("nounphrase", "sized")
    return word.start + len(first) if grown and first.islower() and rest.istitle() else None


def _has_amount(layout: Layout, verb: Word) -> bool:
    """Whether a number is the verb's object, so that it tells what was done: cho 11 tổ hội `vay` 2,4 tỷ đồng."""
    behind = layout.text[verb.end : verb.end + 2].strip()
    return verb.end + 1 in layout.fences or behind[:1].isdigit()


def _belongs(behind: Behind, at: int, *, attributive: bool) -> bool:
    """Whether the word goes on the noun phrase."""
    layout, word = behind.layout, behind.words[at]
    if word.start in layout.fences or not word.text[0].isalpha() or _opens_sentence(layout, word):
        return False
    lower = word.lower
    if phrase_at(layout.text, word.start, "nounphrase", "next_told"):
        return False
    opening = lower.split()[0]
    if lower in word_set("nounphrase", "stop") or opening in (
        "được",
        "bị",
        "đến",
        "ra",
        "vào",
        "lên",
        "qua",
        "thì",
    ):
        return False
    if opening in word_set("nounphrase", "level") or _is_agent(lower) or _is_loan(word.text):
        return True
    if ". " in word.text or lower in word_set("nounphrase", "adverb") or _is_ending(behind, word):
        return False
    if word.tag in ("V", "R") and not _is_noun(behind, at):
        return attributive and not _has_amount(layout, word)
    return word.tag not in ("E", "C", "P", "L", "T", "M", "I", "X") or lower in ("khác",)


def _is_ending(behind: Behind, word: Word) -> bool:
    """Whether a verb that ends the phrase begins with the word: 9 người |mua|, not 9 lượt mua sắm."""
    end = phrase_at(behind.layout.text, word.start, "verbs", "ending")
    if end is not None and end < word.end and word.tag == "N" and behind.category not in ("person", "household"):
        return False  # thùng nước |tăng lực|
    if behind.head in word_set("nounphrase", "ring"):
        return False  # đường dây |đánh bạc|
    return end is not None and (behind.category != "event" or behind.layout.word_end(end) == end)


def _is_noun(behind: Behind, at: int) -> bool:
    """Whether the lexicon knows the last word as a noun, whatever the tagger says: hai ly `rượu vang`."""
    word, following = behind.words[at], behind.next_to(at)
    verbs = word_set("nounphrase", "representing") | aspects().keys()
    named = " " in word.lower and word.lower in known_heads() and word.lower not in verbs
    return named and (following is None or following.tag in ("E", "C", "L"))


def _is_compared(words: tuple[Word, ...], at: int) -> bool:
    """Whether the adjective is a comparison, which says more of the thing than its noun: 3 điểm `ít hơn`."""
    if words[at].tag != "A":
        return False
    syllables = [*words[at].lower.split()[1:], *(words[at + 1].lower.split()[:1] if at + 1 < len(words) else ())]
    return bool(word_set("nounphrase", "comparison").intersection(syllables))


def _is_agent(word: str) -> bool:
    """Whether the word is a noun by its first syllable, whatever its tag: nhà thầu, nhà hảo tâm."""
    first, _, rest = word.partition(" ")
    return bool(rest) and first in word_set("nounphrase", "agent")


def _is_loan(word: str) -> bool:
    """Whether the word is written as no Vietnamese one, whatever its tag: công ty `blockchain`."""
    return word.isascii() and word.islower() and word.isalpha() and not is_syllable(word)


def _opens_sentence(layout: Layout, word: Word) -> bool:
    """Whether a capital that is no name's opens a new sentence or name: ở hai xã `Tương tự`, như nhau."""
    before = layout.text[max(0, word.start - 24) : word.start].split()
    goes_on = not before or before[-1][0].isupper() or word.text[-1].isupper()
    return word.text[0].isupper() and word.tag not in ("Np", "Ny") and not goes_on


def _noun_follows(layout: Layout, words: tuple[Word, ...], at: int) -> bool:
    """Whether a word that can belong to `về …` stands next: `về ANTT`, not `về trụ sở công an`."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    return following.start not in layout.fences and following.text[0].isalpha() and following.tag != "M"
