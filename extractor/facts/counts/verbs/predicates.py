"""The verb that governs a number: before it (`duy trì 96 mô hình`) or after its noun (`21 người chết`)."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.counts.verbs.following import covered, near, verb_after
from extractor.facts.layout import Layout, Word
from extractor.facts.verbs import (
    LONGEST_VERB,
    Predicate,
    aspect_of,
    aspects,
    by_length,
    is_auxiliary,
    is_verb,
    starting_at,
)
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import settle

_JOINED_WITH = re.compile(r"\s*(?:cùng )?với\s")
# A number's verb stands within so many characters before it, also at the end of a long list of numbers.
REACH = 600


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a number as far as they may govern it.

    `occupied` are spans to pass over: the other numbers with their nouns (`numbers`), `places`, periods. `begin` is
    where the clause begins that may hold the verb, `list_end` where the coordinated list of numbers ends to which
    this one belongs; its verb holds for all of them. `paid` says that the number is money, which verbs of paying
    govern first, `acting` that it counts people or bodies.
    """

    layout: Layout
    occupied: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]
    begin: int
    list_end: int
    paid: bool
    acting: bool


def governing_verb(around: Surroundings, start: int, end: int) -> Predicate:
    """The verb that governs the number at `start` whose noun phrase ends at `end`."""
    layout, occupied, list_end = around.layout, around.occupied, around.list_end
    left = verb_before(around, start)
    right = _coming(layout, end) or verb_after(layout, end, occupied, around.places, acting=around.acting)
    if right.text and (
        _is_agent(around, start) or _opens_clause(around, start, left, right, told=_is_told(layout, end, right))
    ):
        return right
    if right.text and settle(left.text or "").endswith(word_forms("verbs", "perceiving")):
        return right  # ảnh chụp cho thấy |hai lá phổi| bị viêm
    if left.text and settle(left.text) not in word_set("verbs", "thin"):
        return left
    if left.text and _JOINED_WITH.match(layout.text, end) and not _is_befallen(layout, list_end):
        list_end = end  # có |2 chi hội| với 64 hội viên góp gạo
    if right.text is None and list_end > end and not left.ongoing:
        right = verb_after(layout, list_end, occupied, around.places)
    if right.text is None or left.link in ("giữa", "của") or _is_with(left, right, acting=around.acting):
        return left
    left = replace(left, behind=right.aspect)
    if left.link == "cho" or (right.aspect == "flow" and _is_coming(right)):
        return right
    if around.acting and _done(layout, left, right):
        return right
    right = replace(right, had=settle(left.text or "") == "có" and not right.passive)
    subject = _intransitive(right) and not settle(right.text or "").startswith(word_forms("verbs", "joining"))
    outweighs = left.text is None or right.passive or subject or list_end > end
    return right if outweighs else left


def _is_with(left: Predicate, right: Predicate, *, acting: bool) -> bool:
    """Whether `với` ties the number to what stands before it, and not to what befell those who are counted.

    `khai giảng với |90 em|` against `đi đầu với |900 bệnh nhân| được điều trị`.
    """
    befell = _intransitive(right) or (acting and right.passive and right.aspect == "flow" and left.text is None)
    return left.link == "với" and not befell


def _is_befallen(layout: Layout, end: int) -> bool:
    """Whether what befell those of a list stands right behind it: `có |9 hộ với 40 khẩu| phải di dời`."""
    behind = layout.words_between(end, end + LONGEST_VERB)
    return bool(behind) and behind[0].lower in word_set("verbs", "befalling")


def _coming(layout: Layout, end: int) -> Predicate | None:
    """The verb of coming right behind those who are counted: `có |120 người dân| đến xem`."""
    behind = settle(layout.text[end : end + LONGEST_VERB])
    found = next((form for form in word_forms("verbs", "coming") if behind.startswith(f" {form}")), None)
    if found is None:
        return None
    return Predicate(layout.text[end + 1 : end + 1 + len(found)], "flow", end + 1, "right")


def _is_agent(around: Surroundings, start: int) -> bool:
    """Whether those who are counted did what the verb behind them says: `do |71 hộ| góp`, `được |9 hộ| góp`."""
    before = around.layout.words_between(around.begin, start)
    if not (around.acting and before):
        return False
    passive = before[-1].lower in ("được", "bị") and (len(before) < 2 or not is_verb(before[-2]))
    return before[-1].lower == "do" or passive


def _is_coming(verb: Predicate) -> bool:
    return settle(verb.text or "") in word_set("verbs", "coming")


def _is_told(layout: Layout, end: int, right: Predicate) -> bool:
    """Whether the counted did what the verb behind them says: `|67 hộ| đã hiến đất`."""
    words = layout.words_between(end, right.start)
    return bool(words) and words[-1].lower in word_set("verbs", "perfect") | word_set("verbs", "ongoing")


def _opens_clause(around: Surroundings, start: int, left: Predicate, right: Predicate, *, told: bool) -> bool:
    """Whether a mark sets the number off from the verb before it: `tăng 5%; |52 doanh nghiệp| giải thể`.

    A comma does so (`Sau cuộc họp, |hai xã| ký cam kết`) unless it stands in a list of numbers or things and
    nothing is `told` of the last one (`đường dài 2 km, |67 hộ| đã hiến đất`).
    """
    before = around.layout.text[around.begin : start].rstrip()
    if before[-1:] != ",":
        return before[-1:] == ";"
    if told and settle(right.text or "").startswith(word_forms("verbs", "recovery")):
        return True  # có 2.310 ca, |1.600 người| đã khỏi
    if left.text is None or left.text.lower().split()[-1] in _having():
        return False
    comma = around.begin + len(before) - 1
    return told or not any(begin < comma <= stop + 1 for begin, stop in around.numbers)


@cache
def _having() -> frozenset[str]:
    return word_set("verbs", "thin") | word_set("verbs", "comprising")


def _done(layout: Layout, left: Predicate, right: Predicate) -> bool:
    """Whether those who are said to be there did something: `đã có |9 xã| phê duyệt`, `có |9 xã| đã phê duyệt`."""
    if settle(left.text or "") not in ("có", "còn có") or right.aspect != "flow":
        return False
    told = f"{settle(layout.text[right.start : right.start + LONGEST_VERB])} "
    deed = told.startswith(tuple(f"{form} " for form in word_forms("verbs", "deed")))
    if deed and not left.ongoing and not right.ongoing:
        return True
    if starting_at(layout.text, right.start) is None and not told.startswith(word_forms("verbs", "willing")):
        return False
    before = [layout.words_between(max(0, at - LONGEST_VERB), at) for at in (left.start, right.start)]
    return any(words and words[-1].lower in word_set("verbs", "perfect") for words in before)


def _intransitive(predicate: Predicate) -> bool:
    """Whether the verb needs no object, so that the number before it is its subject: `21 người chết`."""
    verb = settle(predicate.text or "")
    return verb.startswith(word_forms("verbs", "intransitive"))


def verb_before(around: Surroundings, start: int) -> Predicate:
    """The verb before the number at `start`, for money the verb of paying."""
    layout = around.layout
    begin = max(around.begin, start - REACH)
    words = _out_of_names(layout.words_between(begin, start))
    touching = _touching(layout, begin, start)
    if touching and not any(first <= touching.start < stop for first, stop in around.occupied):
        found = touching
    else:
        found = _nearest(around, words, start)
    if not around.paid or found.text is None or _pays(found):
        return found
    # `hỗ trợ gia đình có người chết |25 triệu đồng|`: money is what someone pays.
    payer = _nearest(around, words, start, paying=True)
    return payer if payer.text else found


def _out_of_names(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each verb that the segmenter joined to the name before it alone: `anh |Lực bán| 90 kg mít`."""
    return tuple(_out_of_name(word) if at else word for at, word in enumerate(words))


def _out_of_name(word: Word) -> Word:
    syllables = word.text.split(" ")
    named = next((n for n, syllable in enumerate(syllables) if not syllable[:1].isupper()), 0)
    verb = " ".join(syllables[named:])
    if not named or (settle(verb) not in aspects() and not (word.tag == "V" and len(syllables) > 2)):
        return word
    return Word(word.end - len(verb), word.end, verb, "V", settle(verb))


def _pays(verb: Predicate) -> bool:
    words = settle(verb.text or "")
    return words in aspects() and not words.startswith(word_forms("verbs", "unpaid"))


def _nearest(around: Surroundings, words: tuple[Word, ...], start: int, *, paying: bool = False) -> Predicate:
    """The nearest verb among the words before the number, or the nearest of paying."""
    occupied = near(around.occupied, words[0].start if words else start, start)
    link: str | None = None
    adjacent = True  # only numbers of the same list stand between
    for at in range(len(words) - 1, -1, -1):
        word, lower = words[at], words[at].lower
        if covered(word, occupied) or (lower in (";", ":") and _goes_on(words, at, start, around.numbers)):
            continue
        if lower in (";", ":", "(", "|") or lower in word_set("verbs", "saying") or _opens_other(words, at):
            break
        if adjacent and (lower in (",", "và", "cùng") or lower in word_set("verbs", "total_word")):
            continue
        was_adjacent, adjacent = adjacent, False
        if was_adjacent and lower in word_set("verbs", "link"):
            link = lower
            if lower in word_set("verbs", "closing_link") and not _is_topmost(words, at):
                break
            continue
        if lower in ("mỗi", "thì") or (lower == "đó" and at and words[at - 1].lower == "trong"):
            break
        first = _verb_start(words, at)
        sized = was_adjacent and first in (None, at) and lower in word_set("verbs", "size")
        if sized or lower in word_set("verbs", "comprising"):
            return Predicate(word.text, "stock", word.start, "left", link)
        if link == "cho" and lower in aspects() and aspects()[lower] == "stock":
            continue
        passed = paying and lower not in word_set("verbs", "paying")
        touching = at == len(words) - 1  # 4 xà lan chở |600 m3 nước|
        if first is not None and not passed and (touching or not _of_other(words, first, at, around.numbers)):
            return _spelled(around.layout, words, first, at, link, occupied)
    return Predicate(None, None, start, "none", link)


def _goes_on(words: tuple[Word, ...], at: int, start: int, numbers: tuple[tuple[int, int], ...]) -> bool:
    """Whether a list goes on behind the mark with a number: `thu giữ 2 xe|;| 3 máy; 4 súng`, `thu giữ|:| 2 xe`.

    A colon has the verb right before it.
    """
    behind = next((word.start for word in words[at + 1 :] if word.lower not in ("và", "cùng")), start)
    listed = behind == start or any(begin == behind for begin, _ in numbers)
    return listed and (words[at].lower == ";" or (at > 0 and words[at - 1].lower in aspects()))


def _is_topmost(words: tuple[Word, ...], at: int) -> bool:
    """Whether the link tells how much the first did: `ông Hòa hiến nhiều nhất |với| 320 m2`."""
    before = " ".join(word.lower for word in words[max(0, at - 2) : at])
    return before.endswith(word_forms("verbs", "topmost"))


def _opens_other(words: tuple[Word, ...], at: int) -> bool:
    """Whether a conjunction opens a clause here: `mưa kéo dài |trong khi| 5 xã mất điện`."""
    conjunctions = word_set("verbs", "conjunction")
    return (
        words[at].lower in conjunctions or " ".join(word.lower for word in words[at - 1 : at + 1]) in conjunctions
    )


def _touching(layout: Layout, first: int, start: int) -> Predicate | None:
    """A verb of the lexicon right before the number, whatever words the segmenter made of it."""
    window = layout.text[max(first, start - LONGEST_VERB) : start]
    before = settle(window).rstrip()
    if before.endswith(word_forms("verbs", "compound")):
        return None
    for verb in by_length():
        if before.endswith(verb) and not before[: -len(verb)][-1:].isalnum():
            begin = start - len(window) + len(before) - len(verb)
            segmented = any(word.start == begin for word in layout.words_between(begin, start))
            if segmented or verb in word_set("verbs", "thin"):
                return None
            return Predicate(layout.text[begin : begin + len(verb)], aspects()[verb], begin, "left")
    return None


def _verb_start(words: tuple[Word, ...], at: int) -> int | None:
    """Where the verb begins that ends with this word, or None: `đưa vào hoạt động` is one verb."""
    for begin in range(max(0, at - 3), at):
        if " ".join(word.lower for word in words[begin : at + 1]) in aspects():
            return begin
    lower = words[at].lower
    told = _told_as_done(words, at)
    if told is not None:
        return told
    if words[at].text in word_set("verbs", "bare"):
        return at if at + 1 == len(words) or words[at + 1].text[0].isdigit() else None  # điều |14 xe|
    if is_auxiliary(words[at]) or lower in word_set("verbs", "particle"):
        falls = at > 0 and words[at - 1].lower in word_set("verbs", "falling")
        return at if lower == "còn" and not falls and not _contrasts(words, at) else None
    # Inside a noun phrase after a preposition the verb is an attribute: `mô hình tự quản về an toàn`.
    if at and words[at - 1].lower in word_set("verbs", "nominal"):
        return (
            at
            if at + 1 == len(words) and words[at - 1].lower in word_set("verbs", "matter") and is_verb(words[at])
            else None
        )
    if lower in word_set("verbs", "link"):
        return None
    return at if is_verb(words[at]) and not _in_name(words, at) else None


def _told_as_done(words: tuple[Word, ...], at: int) -> int | None:
    """Where the words between `đã` and the number begin, which are a verb whatever the tagger says of them."""
    if at + 1 < len(words) or words[at].tag == "V" or words[at].lower in aspects():
        return None
    for begin in range(at, max(0, at - 2), -1):
        if words[begin].tag not in ("N", "A", "X") or words[begin].lower in word_set("verbs", "total_word"):
            return None
        if words[begin - 1].lower in word_set("verbs", "perfect"):
            return begin
    return None


def _contrasts(words: tuple[Word, ...], at: int) -> bool:
    """Whether `còn` only goes on to others: `Hạ thu 2 tỷ, |còn| ba xã đều thu 3 tỷ`; `|Còn| ở chùa, 24 sư dự`."""
    if at == 0 and len(words) > 1 and words[1].tag == "E":
        return True
    behind = {word.lower for word in words[at + 1 :]}
    return at > 0 and words[at - 1].lower == "," and bool(behind & word_set("verbs", "of_others"))


def _in_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether a capital within the sentence makes the word part of a name: `tượng vua |Hùng| cao 3 m`."""
    word = words[at].text
    known = words[at].lower in aspects()  # Công ty |Đầu tư| Hạ Giang
    capital = all(syllable[0].isupper() or known for syllable in word.split()) and word[0].isupper()
    capital = capital and not word.isupper()
    return at > 0 and capital and words[at - 1].text[-1].isalnum()


def _of_other(words: tuple[Word, ...], first: int, last: int, numbers: tuple[tuple[int, int], ...]) -> bool:
    """Whether an unknown verb belongs to the noun of another number: `9.800 thùng nước |uống|, 40 chăn`."""
    verb = " ".join(word.lower for word in words[first : last + 1])
    if first == 0 or verb in aspects() or any(verb in word_set("verbs", table) for table in ("stative", "ending")):
        return False
    return any(begin < words[first - 1].end <= stop for begin, stop in numbers)


def _spelled(
    layout: Layout, words: tuple[Word, ...], first: int, last: int, link: str | None,
    occupied: tuple[tuple[int, int], ...],
) -> Predicate:  # fmt: skip
    """The verb with its coordinated or serial neighbours: `xây dựng, nhân rộng và đưa vào hoạt động`."""
    core = " ".join(word.lower for word in words[first : last + 1])
    core_start = first
    while first > 0 and core not in word_set("verbs", "thin"):
        before = words[first - 1]
        if before.lower in ("và", ",") and first > 1 and _plain_verb(words[first - 2]):
            # `27 chủ phương tiện tham gia, trang bị 300 áo phao`: the verb before has a number of its own.
            if first > 2 and any(begin < words[first - 2].start <= stop + 1 for begin, stop in occupied):
                break
            first -= 2
        elif before.lower in _serial() or _is_serial(words, first - 1):
            first -= 1
        else:
            break
    while last + 1 < len(words) and words[last + 1].lower in word_set("verbs", "completing"):
        last += 1
    while first < core_start and words[first].lower in word_set("verbs", "light"):
        first += 1
    text = " ".join(layout.text[words[first].start : words[last].end].split())
    leading = words[first - 1].lower if first > 0 else ""
    again = leading == "vẫn" and aspects().get(core) == "flow"  # dịch vẫn tái phát
    today = core == "có" and leading in word_set("cues", "today")
    ongoing = (leading in word_set("verbs", "ongoing") and not again) or today
    return Predicate(text, aspect_of(text, core), words[first].start, "left", link, ongoing=ongoing)


def _is_serial(words: tuple[Word, ...], at: int) -> bool:
    """Whether an unknown verb stands between a word of time and another verb: `đang |bày| bán`."""
    told = word_set("verbs", "perfect") | word_set("verbs", "ongoing") | {"sẽ"}
    plain = words[at].tag == "V" and _plain_verb(words[at]) and words[at].lower not in word_set("cues", "modal")
    return at > 0 and plain and words[at - 1].lower in told


@cache
def _serial() -> frozenset[str]:
    """Verbs that may stand right before another: `đấu tranh triệt xóa`, `triển khai xây dựng`."""
    return (frozenset(aspects()) - word_set("verbs", "thin")) | word_set("verbs", "light")


def _plain_verb(word: Word) -> bool:
    return is_verb(word) and not is_auxiliary(word) and word.lower not in word_set("verbs", "particle")
