"""The counted noun phrase after a number: where it ends, what kind of thing it names.

`duy trì 31 mô hình tự quản về ANTT, lập 12 …` counts `mô hình tự quản về ANTT`. The head comes from
`vietnamese/nouns/`, else from the tagger's nouns; the phrase ends before a verb that says what the thing does,
before a preposition, a place, a period, a quoted name or another number.
"""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.heads import expansion, head_at, is_person, known_heads
from extractor.facts.layout import Layout, Word
from extractor.records import Category
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
    if known and not _is_verb(words, known):
        end, head, category = known
        own = _is_own(layout, end, head)
        phrase_end = _extend(layout, start, end, limit, head)
        return NounPhrase(start, phrase_end, head, category if own else "other", known=own)
    if not words or words[0].start != start or words[0].tag not in ("N", "Nc", "Nu", "Np", "Ny"):
        return None
    first = words[0]
    if first.lower in word_set("nounphrase", "stop"):
        return None
    end = _extend(layout, start, first.end, limit, first.lower)
    spelled = expansion(layout.text, first.text)
    if spelled:
        return NounPhrase(start, end, first.lower, spelled[1], known=True)
    return NounPhrase(start, end, first.lower, "person" if is_person(first.lower) else "other", known=False)


def _is_verb(words: tuple[Word, ...], known: tuple[int, str, Category]) -> bool:
    """Whether the head is only the first syllable of a verb: cả ba `đền đáp` niềm tin, not `xe gắn máy`."""
    whole = bool(words) and words[0].end > known[0] and words[0].tag == "V"
    return whole and known[1] in word_set("nounphrase", "verb_opening")


def _is_own(layout: Layout, end: int, head: str) -> bool:
    """Whether the head that ends at `end` is no syllable of another word: not nhà `hảo tâm`, nhà `Chữ thập đỏ`."""
    rest = layout.text[end : layout.word_end(end)].strip()
    return not rest or rest[0].isupper() or head not in word_set("nounphrase", "polysemous")


def _extend(layout: Layout, start: int, end: int, limit: int, head: str) -> int:
    """Where the phrase ends, from the end of its head on."""
    end = _whole_word(layout, end, head)
    if head in word_set("nounphrase", "closed"):
        return end
    words = layout.words_between(end, limit)
    at, closed = 0, False
    while at < min(len(words), MAX_WORDS) and not closed:
        between = layout.text[end : words[at].start]
        if between.strip() or "\n" in between:
            break
        reached, closed = _member(layout, words, at, limit, head)
        if reached is None:
            break
        end = reached
        at = _skip(words, at, end)
    return _trimmed(layout.text, start, end)


def _member(layout: Layout, words: tuple[Word, ...], at: int, limit: int, head: str) -> tuple[int | None, bool]:
    """How far the word at `at` carries the phrase, None where it does not belong; whether the phrase ends there."""
    word = words[at]
    attribute = _attribute_at(layout.text, word.start)
    if attribute and layout.word_end(attribute) == attribute:
        return attribute, _closing(layout.text[word.start : attribute])
    if word.text in (",", "và", "&"):
        return _joined(layout, words, at, limit, head), False
    if grade := _grade_at(layout.text, word.start):
        return grade, False
    if _is_superlative(words, at):
        return word.end, False
    if _is_compared(words, at) or _opens_list(layout.text, word, head):
        return None, True
    if cut := _nation_at(word) or _before_name(word):
        return cut, True
    if _belongs(layout, word, attributive=_takes_verb(layout, words, at, head)):
        return word.end, _closing(word.lower) and not _is_mutual(words, at)
    topic = word.lower == "về" and _has_topic(head) and _noun_follows(layout, words, at)
    return word.end if topic else None, False


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


_NAME = rf"{CAPITAL}[\w.-]*(?:\s(?:{CAPITAL}|\d)[\w.-]*){{0,4}}"
_NAMES = re.compile(rf"{_NAME}(?:,\s{_NAME})*(?:,|\s(?:và|&|[-–]))\s(?P<again>(?!{CAPITAL})\w+\s)?{_NAME}")


def _grade_at(text: str, start: int) -> int | None:
    """End of a grade that the noun has: sản phẩm `4 sao`, học sinh `lớp 12`, trường `cấp 3`."""
    grade = _grades().match(settle(text[start : start + 12]))
    return start + grade.end() if grade else None


@cache
def _grades() -> re.Pattern[str]:
    graded = alternation(word_forms("nounphrase", "graded"))
    return re.compile(
        rf"\d {alternation(word_forms('nounphrase', 'grade'))}\b|{graded} (?:\d\d?|[ivx]+)(?![\w/]|[.,]\d)"
    )


def _is_superlative(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word raises the adjective before: 11 người giàu `nhất`."""
    return words[at].lower == "nhất" and at > 0 and words[at - 1].tag == "A"


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
    if not rest or settle(rest[0]) in word_set("nounphrase", "stop"):
        return end
    named = rest[0].istitle() and settle(rest[0]) not in word_set("nounphrase", "nation")
    return end if named and known_heads().get(head, (head, "other"))[1] == "person" else whole


def _skip(words: tuple[Word, ...], at: int, end: int) -> int:
    while at < len(words) and words[at].start < end:
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    """Without a dangling joint: `vụ trộm cắp và` → `vụ trộm cắp`."""
    kept = text[start:end].rstrip(" ,.")
    for joint in word_forms("nounphrase", "dangling"):
        kept = kept.removesuffix(f" {joint}").rstrip(" ,")
    return start + len(kept)


def _attribute_at(text: str, start: int) -> int | None:
    return _phrase_at(text, start, "nounphrase", "attribute")


def _phrase_at(text: str, start: int, file: str, table: str) -> int | None:
    """End of the longest phrase of a table that begins at `start`, or None."""
    window = settle(text[start : start + 40])
    for phrase in word_forms(file, table):
        if window.startswith(phrase) and not window[len(phrase) :][:1].isalpha():
            return start + len(phrase)
    return None


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
    return word.start + len(first) if word.tag == "A" and first.islower() and rest.istitle() else None


def _takes_verb(layout: Layout, words: tuple[Word, ...], at: int, head: str) -> bool:
    """Whether a verb may stand at `at` as an attribute.

    A case or group has its verbs anywhere (`vụ vi phạm trật tự quản lý kinh tế`), a thing or event only right
    behind its noun (`máy bơm nước`, not `cuộc điện thoại gọi cho anh`), a person only those that say of which
    kind (`người nghiện ma túy`, not `hai người chia tay`).
    """
    if _in_force(words, at):
        return True
    if head in word_set("nounphrase", "staff"):
        job = words[at].lower in word_set("nounphrase", "job")
        return job and (at + 1 == len(words) or words[at + 1].tag not in ("N", "Np", "M"))
    category = known_heads()[head][1] if head in known_heads() else None
    kinds = {head} if category == "event" else {head, head.split()[0]}
    if not kinds & word_set("nounphrase", "attributive"):
        return False
    if category in ("model", "case", "group", "tip"):
        return True
    behind = at == 0 or words[at - 1].tag == "V" or words[at - 1].lower in ("và", ",", "về")
    if category in ("person", "household"):
        trait = _phrase_at(layout.text, words[at].start, "nounphrase", "trait")
        if trait is None or layout.word_end(trait) != trait:
            return False
        following = layout.words_between(trait, trait + 24)[:1]
        # tài xế điều khiển |2 xe|: what they do, not of which kind they are
        return not (following and following[0].tag == "M" and not layout.text[trait : following[0].start].strip())
    return behind


def _in_force(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word before is a body whose name holds a verb: lực lượng bảo vệ dân phố."""
    return at > 0 and words[at - 1].lower in word_set("nounphrase", "force")


def _belongs(layout: Layout, word: Word, *, attributive: bool) -> bool:
    """Whether the word goes on the noun phrase."""
    if word.start in layout.fences or not word.text[0].isalpha() or _opens_sentence(layout, word):
        return False
    lower = word.lower
    opening = lower.split()[0]
    if lower in word_set("nounphrase", "stop") or opening in ("được", "bị", "đến", "ra", "vào", "lên", "thì"):
        return False
    if opening in word_set("nounphrase", "level") or _is_agent(lower):
        return True
    if lower in word_set("nounphrase", "adverb") or _phrase_at(layout.text, word.start, "verbs", "ending"):
        return False
    if word.tag in ("V", "R"):
        return attributive
    return word.tag not in ("E", "C", "P", "L", "T", "M", "I") or lower in ("khác",)


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


def _joined(layout: Layout, words: tuple[Word, ...], at: int, limit: int, head: str) -> int | None:
    """End of the coordinated noun after a comma or `và`, if it is one: `xã, thị trấn`, not `xã, 13 thôn`."""
    if at + 1 >= len(words):
        return None
    following = words[at + 1]
    attribute = _attribute_at(layout.text, following.start)
    if attribute and layout.word_end(attribute) == attribute:
        behind = layout.words_between(attribute, limit)[:1]
        return None if behind and behind[0].tag in ("V", "R") else attribute
    if following.start in layout.fences or not following.text[0].isalpha():
        return None
    lower = following.lower
    if lower in word_set("nounphrase", "stop") or _phrase_at(layout.text, following.start, "verbs", "ending"):
        return None
    found = head_at(layout.text, following.start, limit)
    if words[at].text == "," and {lower, found[1] if found else ""} & word_set("nounphrase", "pronoun"):
        return None
    if found:
        if words[at].text == "," and _is_named(layout, found[0], limit):
            return None  # 6 học sinh lớp 1, |trường Hoa Sen|
        alike = head in known_heads() and head != found[1] and _family(found[2]) == _family(known_heads()[head][1])
        clause = words[at].text == "," and _opens_clause(
            layout, known_heads().get(head, (head, "other"))[1], found, limit
        )
        return found[0] if alike and not clause and not _numbered(layout, found[0], limit) else None
    near = layout.words_between(following.start, limit)[:4]
    if any(word.start in layout.fences or word.tag == "M" for word in near[1:]):
        return None
    if words[at].text == ",":
        noun = following.tag == "N" or following.text.isupper()
        # Letters open no clause: `trường tiểu học, THCS thuộc xã`.
        listed = following.text.isupper() or any(word.text == "," for word in words[:at])
        member = _closes(near[1:]) if listed else _ends_list(near[1:])
        return following.end if noun and member else None
    verbs = at > 0 and words[at - 1].tag == following.tag == "V" and _takes_verb(layout, words, at + 1, head)
    return following.end if following.tag == "N" or verbs else None


def _is_named(layout: Layout, end: int, limit: int) -> bool:
    """Whether a name stands right behind the noun that ends at `end`."""
    near = layout.words_between(end, limit)[:2]
    return any(word.text[0].isupper() for word in near) and near[0].text[0].isalpha()


def _ends_list(behind: tuple[Word, ...]) -> bool:
    """Whether a noun after the first comma goes on a list; before a verb it opens a clause."""
    return not behind or behind[0].text in (",", ".", ";", "(", "và")


def _numbered(layout: Layout, end: int, limit: int) -> bool:
    """Whether a number of its own stands behind the noun: `tuyến tỉnh 350 giường và tuyến huyện 280 giường`."""
    near = layout.words_between(end, limit)[:2]
    return any(word.text[0].isdigit() for word in near) and near[0].tag[0] in "NM"


def _opens_clause(layout: Layout, category: Category, found: tuple[int, str, Category], limit: int) -> bool:
    """Whether the noun found after a comma is a subject of its own: `900 thí sinh, trường gọi …`."""
    near = layout.words_between(found[0], limit)[:1]
    if category == "person" and found[2] == "organization":
        return bool(near) and near[0].tag in ("V", "R")
    return category == "other" and not _closes(near)


def _family(category: Category) -> str:
    """Categories that share a coordination: `mô hình, câu lạc bộ`, `hộ gia đình, cá nhân`."""
    if category in ("model", "group"):
        return "model"
    return "party" if category in ("person", "household", "organization", "collective") else category


def _closes(behind: tuple[Word, ...]) -> bool:
    """Whether a noun after a comma ends its phrase before the words `behind`, as the last of a list does."""
    return not behind or behind[0].text in (",", ".", ";", "(", "và") or behind[0].tag in ("V", "E", "C", "R")
