"""What belongs to the counted noun behind its head: fixed attributes, grades, verbs that tell its kind."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.nouns.heads import known_heads
from extractor.facts.layout import Layout, Word
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

# What does nothing by itself: a verb right behind it says of which kind it is.
THINGS: tuple[Category, ...] = ("facility", "product", "document", "event", "field", "other", "case")
PEOPLE: tuple[Category, ...] = ("person", "household")


@dataclass(frozen=True, slots=True)
class Behind:
    """The words behind a head, up to `limit`. `given`: a verb before the number acts on what is counted."""

    layout: Layout
    words: tuple[Word, ...]
    head: str
    limit: int
    given: bool = False

    @property
    def category(self) -> Category | None:
        """The kind of the head, None where the lexicon does not know it."""
        return known_heads()[self.head][1] if self.head in known_heads() else None

    def next_to(self, at: int) -> Word | None:
        """The word behind the one at `at`, None where a sign or the end stands between."""
        if at + 1 >= len(self.words):
            return None
        between = self.layout.text[self.words[at].end : self.words[at + 1].start]
        return self.words[at + 1] if self.words[at + 1].text[0].isalnum() and not between.strip() else None


def attribute_at(text: str, start: int) -> int | None:
    """End of the fixed attribute that begins at `start`: nguồn tin `có giá trị`."""
    return phrase_at(text, start, "nounphrase", "attribute")


def use_at(behind: Behind, at: int) -> int | None:
    """End of the verb at `at` that tells what the thing before is for, where its phrase ends: ứng dụng `hẹn hò` là.

    `2 điểm hiến máu |cố định|` goes on with an attribute; `doanh nghiệp |kinh doanh gạo|` tells what they do.
    """
    layout, word = behind.layout, behind.words[at]
    use = phrase_at(layout.text, word.start, "nounphrase", "use")
    if use is None or behind.category in PEOPLE or behind.head in word_set("nounphrase", "unused_for"):
        return None
    if layout.word_end(use) != use:
        return None
    rest = [one for one in layout.words_between(use, behind.limit)[:1] if not layout.text[use : one.start].strip()]
    over = not rest or not rest[0].text[0].isalnum() or rest[0].tag in ("E", "C", "P")
    return use if over or rest[0].lower in word_set("nounphrase", "use_over") else None


def is_manner(behind: Behind, at: int) -> bool:
    """Whether what looks like an attribute tells how they act: 4 làn xe `chính thức` thông xe."""
    following = behind.next_to(at)
    manner = behind.words[at].lower in word_set("nounphrase", "manner")
    return manner and following is not None and following.tag == "V"


def phrase_at(text: str, start: int, file: str, table: str) -> int | None:
    """End of the longest phrase of a table that begins at `start`, or None."""
    window = settle(text[start : start + 40])
    for phrase in word_forms(file, table):
        if window.startswith(phrase) and not window[len(phrase) :][:1].isalpha():
            return start + len(phrase)
    return None


def grade_at(text: str, start: int) -> int | None:
    """End of a grade or sum that the noun has: sản phẩm `4 sao`, học sinh `lớp 12`, mô hình `4+1`."""
    grade = _grades().match(settle(text[start : start + 12]))
    return start + grade.end() if grade else None


@cache
def _grades() -> re.Pattern[str]:
    graded = alternation(word_forms("nounphrase", "graded"))
    number = r"\d\d?(?:/\d\d?|[a-z]\d?)?|[ivx]+"  # lớp 9/1, lớp 4A2, hạng II
    stars = alternation(word_forms("nounphrase", "grade"))
    return re.compile(rf"\d\+\d\b|\d {stars}\b|{graded} (?:{number})(?![\w/]|[.,]\d)")


def rating_at(text: str, start: int) -> int | None:
    """End of a rating behind the noun, which is no part of it: 19 mô hình `loại khá`."""
    rating = _ratings().match(settle(text[start : start + 40]))
    return start + rating.end() if rating else None


@cache
def _ratings() -> re.Pattern[str]:
    rated, ratings = (alternation(word_forms("nounphrase", table)) for table in ("rated", "rating"))
    return re.compile(rf"{rated}\s{ratings}(?:,\s{ratings})*(?!\w)")


def takes_verb(behind: Behind, at: int) -> bool:
    """Whether a verb may stand at `at` as an attribute.

    A case or group has its verbs anywhere (`vụ vi phạm trật tự quản lý kinh tế`), a thing or event only right
    behind its noun (`máy bơm nước`, not `cuộc điện thoại gọi cho anh`), a person only those that say of which
    kind (`người nghiện ma túy`, not `hai người chia tay`).
    """
    words, head = behind.words, behind.head
    if _in_force(words, at) or _is_animal(behind, at):
        return True
    if _has_result(behind, at):
        return False
    if head in word_set("nounphrase", "staff"):
        job = words[at].lower in word_set("nounphrase", "job")
        return job and (at + 1 == len(words) or words[at + 1].tag not in ("N", "Np", "M"))
    category = behind.category
    kinds = {head} if category == "event" else {head, head.split()[0]}
    if not kinds & word_set("nounphrase", "attributive"):
        return _names_kind(behind, at)
    if category in ("case", "tip"):
        return True
    if category in ("model", "group"):
        return not (_achieves(behind, at) or _plays(behind, at))
    if category in PEOPLE:
        return _is_trait(behind, at)
    if _does(behind, at):
        return False
    joined = at > 1 and words[at - 2].text in (",", "và") and words[at - 1].tag == "N"  # chốt, trạm |kiểm dịch|
    return at == 0 or joined or words[at - 1].tag == "V" or words[at - 1].lower in ("và", ",", "về")


def _plays(behind: Behind, at: int) -> bool:
    """Whether the verb tells what teams do in their game: hai đội `ghi` thêm bàn."""
    played = phrase_at(behind.layout.text, behind.words[at].start, "nounphrase", "playing")
    return played is not None and played >= behind.words[at].end


def _achieves(behind: Behind, at: int) -> bool:
    """Whether the verb tells what the counted do, by a number or as done: 9 tổ `vận động` được 46 triệu đồng."""
    following = behind.next_to(at)
    return following is not None and (following.tag == "M" or following.lower in word_set("nounphrase", "done"))


def _has_result(behind: Behind, at: int) -> bool:
    """Whether the verb tells what came of a case, or has a number for its object: vụ tai nạn `làm` 5 người chết."""
    if at == 0:
        return _achieves(behind, at) and _does(behind, at)
    results = behind.words[at].lower.split()[0] in word_set("nounphrase", "resulting")
    following = behind.next_to(at)
    counts = following is not None and following.tag == "M"
    return counts or (results and behind.words[at - 1].tag != "V")


def _is_group(head: str) -> bool:
    return bool({head, head.split()[0]} & word_set("nounphrase", "producing"))


def names_work(behind: Behind, at: int) -> bool:
    """Whether the verb names the work of a group or place of work: 3 tổ hợp tác `nuôi` ong."""
    following = behind.next_to(at)
    linked = at == 1 and behind.words[0].lower in word_set("nounphrase", "linked")
    named = (at == 0 or linked) and behind.words[at].lower in word_set("nounphrase", "produce")
    return (
        named
        and _is_group(behind.head)
        and following is not None
        and following.tag in ("N", "Nc")
        and following.start not in behind.layout.fences
    )


def _is_trait(behind: Behind, at: int) -> bool:
    """Whether the verb says of which kind people are: người `nghiện ma túy`, not tài xế `điều khiển` 2 xe."""
    layout = behind.layout
    trait = phrase_at(layout.text, behind.words[at].start, "nounphrase", "trait")
    if trait is None or layout.word_end(trait) != trait:
        return False
    following = layout.words_between(trait, trait + 24)[:1]
    return not (following and following[0].tag == "M" and not layout.text[trait : following[0].start].strip())


def _names_kind(behind: Behind, at: int) -> bool:
    """Whether the verb right behind a thing names its kind: 1 chai dầu `ăn`, hai dây chuyền `sơ chế`, 6 bàn `mổ`.

    So does a verb of two syllables, and one of one syllable without an object, where the thing is not the subject.
    """
    word, following = behind.words[at], behind.next_to(at)
    if at or word.tag != "V" or behind.category not in (*THINGS, None):
        return False
    apart = word_set("nounphrase", "acting") | word_set("nounphrase", "classifier")
    if behind.head in apart or _does(behind, at):
        return False
    if _resumes(behind, at):
        return True
    if not behind.given or following is None:
        return behind.given
    if following.tag in ("M", "L", "P", "R", "T"):
        return False
    return " " in word.lower or following.tag in ("E", "C") or following.lower in word_set("nounphrase", "stop")


def _resumes(behind: Behind, at: int) -> bool:
    """Whether the clause has its verb behind this one, which then is no clause's: 5 mức `ứng phó` được ban bố."""
    following = behind.next_to(at)
    if following is None or " " not in behind.words[at].lower:
        return False
    passive = following.lower in word_set("nounphrase", "passive")
    then = behind.next_to(at + 1) if passive else None
    done = passive and then is not None and then.tag == "V"  # not dữ liệu thu được ở xã
    return done or following.lower in word_set("nounphrase", "resuming")


def _is_animal(behind: Behind, at: int) -> bool:
    """Whether it is an animal's name behind its classifier, whatever the tagger says: 12 con `dê`."""
    classified = at == 0 and behind.head in word_set("nounphrase", "animal_classifier")
    word, animals = behind.words[at].lower, word_set("nounphrase", "animal")
    return classified and (word in animals or word.split()[0] in animals)


def _does(behind: Behind, at: int) -> bool:
    """Whether the verb tells what the thing does or what was done to it: hai máy `tặng` trường, not `bán hàng`."""
    end = phrase_at(behind.layout.text, behind.words[at].start, "nounphrase", "doing_verb")
    return end is not None and end >= behind.words[at].end


def is_given(layout: Layout, start: int) -> bool:
    """Whether a verb or preposition stands before the number whose noun begins at `start`: lắp |hai| máy."""
    first, _ = layout.sentence(start)
    before = [word for word in layout.words_between(first, start) if word.tag not in ("M", "L")]
    while before and before[-1].lower in _hedges():
        before.pop()
    if not before:
        return False
    if before[-1].text in (",", "và", ";", ":"):
        return any(word.tag == "V" for word in before)
    return before[-1].tag in ("V", "E") or before[-1].lower in ("có", "với", "gồm")


@cache
def _hedges() -> frozenset[str]:
    return frozenset(word_forms("nounphrase", "hedge"))


def _in_force(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word before is a body whose name holds a verb: lực lượng bảo vệ dân phố."""
    return at > 0 and words[at - 1].lower in word_set("nounphrase", "force")
