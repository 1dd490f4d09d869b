"""Bare classifiers and short forms with their noun before: 486 mắt camera … 212 mắt; số hội viên là 900 người."""

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.facts.counts.nouns.counted import Counted, as_written
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.counts.nouns.phrases import NounPhrase, read_noun_phrase
from extractor.facts.layout import Layout, Word
from extractor.facts.scene.nation import is_abroad
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words

# How many counts back a short form may find its noun.
NEAR = 60
# How many letters back `cái` may find the thing it stands for, and `con` its animal.
CLOSE = 300
# How many syllables belong to the thing for which a classifier stands.
SHORT = 2
# The most children that a family has: `con` without an animal close before.
CHILDREN = 12
# What a sum counts where its number stands before a classifier for persons, or before one for things.
THINGS: tuple[Category, ...] = ("product", "facility", "other", "document")
# What `tổ chức`, `đơn vị` sum up, and which of these kinds stay what they are.
BODIES: tuple[Category, ...] = ("organization", "admin_unit", "group", "model", "facility", "collective")
GENERAL: tuple[Category, ...] = (*BODIES, "case", "other")


def completed(layout: Layout, counted: Counted, earlier: list[Counted]) -> Counted:
    """The count with the noun that its bare classifier stands for, if it is one and its noun is found."""
    classifier = settle(counted.what)
    if fuller := _fuller_sum(layout, counted, earlier):
        return fuller
    if classifier in word_set("nounphrase", "general"):
        return _specified(layout, counted, classifier, earlier)
    for_person = classifier in word_set("nounphrase", "person_classifier")
    near = classifier in word_set("nounphrase", "near_classifier")
    if not (for_person or near) and classifier not in word_set("nounphrase", "classifier"):
        return counted
    if classifier in word_set("nounphrase", "animal_classifier") and _is_parents(layout, counted):
        return replace(counted, category="person")
    herd = _herd(layout, counted, classifier, earlier)
    if herd:
        return herd
    if named := _named_before(layout, counted, classifier):
        return named
    if classifier in word_set("nounphrase", "told_thing"):
        phrase = _summed(layout, counted, earlier, THINGS) or _nearest(layout, counted, classifier, earlier)
    else:
        phrase = _subject(layout, counted) if for_person else _with_classifier(layout, counted, classifier)
        phrase = phrase or _summed(layout, counted, earlier, ("person",) if for_person else THINGS)
    if phrase:
        what = as_written(layout.text, phrase.start, phrase.end)
        return replace(counted, what=what, head=phrase.head, category=phrase.category, rule="classifier")
    before = _changed(layout, counted, classifier, earlier)
    if before is None and not for_person:
        reach = [one for one in earlier[-NEAR:] if not near or counted.start - one.end < CLOSE]
        before = _meant(counted, classifier, reach)
    if before is None:
        return _animal_or_child(layout, counted, classifier)
    what = _NEW.sub("", before.what)  # thêm 4 ca mắc mới, nâng tổng số lên 20 |ca|
    return replace(counted, what=what, head=before.head, category=before.category, rule="classifier")


_NEW = re.compile(rf"(?<=\w)\s{alternation(word_forms('nounphrase', 'newly'))}(?!\w).*")


def _named_before(layout: Layout, counted: Counted, classifier: str) -> Counted | None:
    """The product whose name stands before the bracket: `|Sao Mai Z3| (2.780 chiếc)`."""
    bracket = layout.text[: counted.start].rstrip()
    if classifier not in word_set("nounphrase", "any_thing") or not bracket.endswith("("):
        return None
    first, _ = layout.sentence(counted.start)
    name = _NAMED.search(layout.text, first, len(bracket) - 1)
    if name is None or is_abroad(f" {name['name']}"):
        return None
    return replace(counted, what=name["name"], head=settle(name["name"]), category="product", rule="classifier")


_NAMED = re.compile(rf"(?:^|(?<=\s))(?P<name>{CAPITAL}[\w.-]*(?:\s(?:{CAPITAL}|\d)[\w.-]*)*)\s\Z")


def _specified(layout: Layout, counted: Counted, general: str, earlier: list[Counted]) -> Counted:
    """A general noun with what it sums up: `số lượng |phòng| của tỉnh là 96 đơn vị, giảm 9 đơn vị`."""
    phrase = _summed(layout, counted, earlier, GENERAL) or _is_said_to_be(layout, counted)
    change = bool(earlier) and _CHANGE.fullmatch(settle(layout.text[earlier[-1].end : counted.start]))
    phrase = phrase or (None if change else _summed(layout, counted, earlier, GENERAL, known=False))
    if phrase:
        what = as_written(layout.text, phrase.start, phrase.end)
        category = phrase.category if phrase.category in BODIES else counted.category
        return replace(counted, what=what, head=phrase.head, category=category, rule="classifier")
    before = _changed(layout, counted, general, earlier) if change else None
    if before is None:
        return counted
    return replace(counted, what=before.what, head=before.head, category=before.category, rule="classifier")


def _is_said_to_be(layout: Layout, counted: Counted) -> NounPhrase | None:
    """The bodies that the clause of the number is about: `đơn vị sự nghiệp thuộc sở |là| 102 đơn vị`."""
    first, _ = layout.sentence(counted.start)
    said = layout.text[first : counted.start]
    opening = first + max(said.rfind(mark) for mark in ";:\n") + 1
    if not settle(said).endswith(" là "):
        return None
    phrase = read_noun_phrase(layout, opening, counted.start)
    return phrase if phrase and phrase.known and phrase.category in BODIES else None


def _with_classifier(layout: Layout, counted: Counted, classifier: str) -> NounPhrase | None:
    """The noun phrase before that begins with the classifier: số khu nhà trọ lên 80 khu.

    It stands in the sentence, for a classifier of any thing (`chiếc`) also before.
    """
    first, _ = layout.sentence(counted.start)
    if classifier in word_set("nounphrase", "any_thing"):
        first = max(0, counted.start - CLOSE)
    at = settle(layout.text[first : counted.start]).rfind(f" {classifier} ")
    at = at + first if at >= 0 else at
    phrase = read_noun_phrase(layout, at + 1, counted.start) if at >= 0 else None
    return phrase if phrase and phrase.known and phrase.head != classifier else None


_SUM = whole_words(word_forms("cues", "sum"))
_IN_TURN = re.compile(rf"\s{alternation(word_forms('cues', 'respectively'))}(?!\w)")
_GENERAL_BODY = whole_words(word_forms("nounphrase", "general_body"))
_NO_SUM = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'no_sum'))}\s$")


def sum_noun(layout: Layout, start: int, *, known: bool = True) -> NounPhrase | None:
    """What is summed up before the number at `start` in its sentence: `tổng số |hội viên| cả nước lên 900`.

    A `known` noun is in the lexicon.
    """
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    sums = [
        match
        for match in _SUM.finditer(before)
        if not _NO_SUM.search(before, 0, match.start()) and not _GENERAL_BODY.match(before, match.start())
    ]
    while sums and _IN_TURN.match(before, sums[-1].end()):
        sums.pop()  # số sự cố ở hai tỉnh với |số lượng lần lượt| là 40
    if not sums or ";" in before[sums[-1].end() :]:
        return None
    phrase = read_noun_phrase(layout, first + sums[-1].end(), start)
    return phrase if phrase and (phrase.known or not known) else None


def _fuller_sum(layout: Layout, counted: Counted, earlier: list[Counted]) -> Counted | None:
    """A bare noun as the sum before names it: tổng số |lượt tham vấn| qua ứng dụng là 900 `lượt`."""
    if settle(counted.what) != counted.head:
        return None
    phrase = sum_noun(layout, counted.start)
    if phrase is None or phrase.head.split()[0] != counted.head or phrase.end - phrase.start <= len(counted.what):
        return None
    between = settle(layout.text[phrase.end : counted.quantity.start])
    if not _LINKED.search(between) or any(one.start > phrase.start for one in earlier[-NEAR:]):
        return None
    what = as_written(layout.text, phrase.start, phrase.end)
    category = phrase.category if counted.category == "other" else counted.category
    return replace(counted, what=what, category=category, rule="classifier")


_LINKED = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'sum_link'))}\s$")


def _summed(
    layout: Layout,
    counted: Counted,
    earlier: list[Counted],
    categories: tuple[Category, ...],
    *,
    known: bool = True,
) -> NounPhrase | None:
    """The noun of the sum that the number tells: `số lượng nhân viên đến cuối năm là 36.806 |người|`."""
    phrase = sum_noun(layout, counted.start, known=known)
    if phrase is None or phrase.category not in categories or phrase.head == counted.head:
        return None
    told = any(one.start > phrase.start and one.rule != "unit" for one in earlier[-NEAR:])
    return None if told else phrase


def _changed(layout: Layout, counted: Counted, classifier: str, earlier: list[Counted]) -> Counted | None:
    """The count right before, of which this is the change, or that stood for its noun already.

    `1.325 cán bộ pháp chế (giảm 130 |người|)`; `số nhân viên là 900 |người|, tăng 20 |người|`.
    """
    if not earlier or earlier[-1].start < layout.sentence(counted.start)[0]:
        return None
    last, between = earlier[-1], settle(layout.text[earlier[-1].end : counted.start])
    if last.name or last.rule == "unit" or ";" in between:
        return None
    if last.rule == "classifier" and settle(layout.text[last.quantity.end : last.end]).strip() == classifier:
        return last
    same = last.category == counted.category or any(
        last.category in kinds and counted.category in kinds for kinds in (THINGS, BODIES)
    )
    return last if same and last.sure and _CHANGE.fullmatch(between) else None


_CHANGE = re.compile(rf"\s?[(,]\s?{alternation(word_forms('cues', 'change'))}(?:\s\w+)?\s")


def _nearest(layout: Layout, counted: Counted, classifier: str, earlier: list[Counted]) -> NounPhrase | None:
    """The thing told last in the sentence, else the nearest before: dân cần |khẩu trang|. Quán bán 90 chiếc."""
    first, _ = layout.sentence(counted.start)
    houses = classifier not in word_set("nounphrase", "any_thing")
    if _changed(layout, counted, classifier, earlier):
        return None
    taken_up = _with_classifier(layout, counted, classifier)
    meant = _meant(counted, classifier, earlier[-NEAR:])
    reached = max((one.end for one in (taken_up, meant) if one), default=0)
    told = _told_thing(layout, counted, _is_house if houses else _is_piece, first)
    if told is None and not houses:
        before = _told_thing(layout, counted, _is_piece, layout.sentence(max(0, first - 2))[0])
        told = before if before and before.end > reached else None
    if told is None and not (reached or houses):
        return _told_thing(layout, counted, _is_product, first)
    inside = told is None or any(one and one.start <= told.start < one.end for one in (taken_up, meant))
    return (taken_up if taken_up and taken_up.end == reached else None) if inside else told


def _told_thing(
    layout: Layout, counted: Counted, wanted: Callable[[NounPhrase], bool], first: int
) -> NounPhrase | None:
    """The last thing told from `first` on: `với |xe tải|, cả tháng chỉ bán được 90 chiếc`."""
    words = layout.words_between(max(first, counted.start - CLOSE), counted.start)
    for at in reversed(range(len(words))):
        phrase = _told_at(layout, words, at, counted.start, wanted)
        if phrase:
            return _told_at(layout, words, at - 1, counted.start, wanted) or phrase  # |siêu| xe
    return None


def _told_at(
    layout: Layout, words: tuple[Word, ...], at: int, limit: int, wanted: Callable[[NounPhrase], bool]
) -> NounPhrase | None:
    """The thing that the word at `at` begins, with no more than a short attribute."""
    if at < 0:
        return None
    phrase = read_noun_phrase(layout, words[at].start, limit)
    if phrase is None or not phrase.known or not wanted(phrase):
        return None
    head = head_at(layout.text, phrase.start, limit)
    if head is None:
        return phrase
    attribute = _ATTRIBUTE.match(layout.text, head[0], phrase.end)
    return replace(phrase, end=attribute.end() if attribute else head[0])


_ATTRIBUTE = re.compile(rf"(?:\s[^\W\d_A-ZĐ]+){{1,{SHORT}}}(?=\s[A-ZĐ0-9]|\Z)(?<!nhất)")


def _is_piece(phrase: NounPhrase) -> bool:
    """Whether the thing is one that `chiếc` counts."""
    return _BY_PIECE.match(phrase.head) is not None


def _is_house(phrase: NounPhrase) -> bool:
    return _OF_HOUSES.match(phrase.head) is not None


def _is_product(phrase: NounPhrase) -> bool:
    """Whether it is a thing, no classifier: mua `chiếc` màu trắng."""
    return phrase.category == "product" and phrase.head not in word_set("nounphrase", "classifier")


_OF_HOUSES = re.compile(rf"{alternation(word_forms('nounphrase', 'house'))}(?!\w)")
_BY_PIECE = re.compile(rf"{alternation(word_forms('nounphrase', 'by_piece'))}(?!\w)")


def _animal_or_child(layout: Layout, counted: Counted, classifier: str) -> Counted:
    """`con` alone: the animals named close before (nuôi lợn … 2,1 triệu con), else children (sinh được 2 con)."""
    if classifier not in word_set("nounphrase", "animal_classifier"):
        return counted
    window = max(0, counted.start - CLOSE)
    before = settle(layout.text[window : counted.start])
    named = [(window + match.start(), window + match.end()) for match in _ANIMAL.finditer(before)]
    named = [(start, end) for start, end in named if layout.is_word(start, end)]
    if named:
        what = as_written(layout.text, *named[-1])
        return replace(counted, what=what, head=settle(what), category="other", rule="classifier")
    few = counted.quantity.value is not None and counted.quantity.value <= CHILDREN
    return replace(counted, category="person") if few else counted


def _herd(layout: Layout, counted: Counted, classifier: str, earlier: list[Counted]) -> Counted | None:
    """The animals of the herd before, in its clause: `đàn lợn 40 con, đàn |gà| của xã là 500 con`."""
    if classifier not in word_set("nounphrase", "animal_classifier"):
        return None
    first = max(layout.sentence(counted.start)[0], earlier[-1].end if earlier else 0)
    named = _HERD.match(settle(layout.text), first, counted.start)
    if named is None:
        return None
    what = as_written(layout.text, *named.span(1))
    return replace(counted, what=what, head=settle(what), category="other", rule="classifier")


def _is_parents(layout: Layout, counted: Counted) -> bool:
    """Whether a parent's children are counted: bà mẹ hai con."""
    few = counted.quantity.value is not None and counted.quantity.value <= CHILDREN
    return few and _PARENT.search(settle(layout.text[max(0, counted.start - 24) : counted.start])) is not None


def _has_head_before(layout: Layout, word: Word) -> bool:
    """Whether the persons only name or own a body, or have their number: Ban |giám đốc|, tổ của |anh|, 2 |bé|."""
    before = layout.words_between(max(0, word.start - 16), word.start)[-1:]
    if not before:
        return False
    owned = before[0].lower in word_set("nounphrase", "belonging")
    named = before[0].tag == "N" and before[0].lower not in word_set("nounphrase", "staffing")
    return owned or named or before[0].tag == "M"


_PARENT = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'parent'))}(?:\s(?:đến|tới|có|được))?\s$")
_ANIMAL = whole_words(word_forms("nounphrase", "animal"))
_HERD = re.compile(
    rf"(?s:.*)(?<!\w){alternation(word_forms('nounphrase', 'herd'))}\s"
    rf"({alternation(word_forms('nounphrase', 'animal'))})(?:\s[^\W\d_]+){{0,6}}\s\Z"
)


def _meant(counted: Counted, classifier: str, earlier: list[Counted]) -> Counted | None:
    """The earlier count that a bare classifier takes up: one of its own noun, for `cái` any thing close before."""
    plain = [
        one
        for one in reversed(earlier)
        if one.name is None and not any(letter.isupper() for letter in one.what[1:])
    ]
    own = next((one for one in plain if settle(one.what).startswith(f"{classifier} ")), None)
    if own or classifier not in word_set("nounphrase", "any_thing"):
        return own
    things = (one for one in plain if one.sure and one.category in ("product", "facility"))
    return next((one for one in things if counted.start - one.end < CLOSE and settle(one.what) != classifier), None)


def _subject(layout: Layout, counted: Counted) -> NounPhrase | None:
    """The persons before the verb whom a bare `người` counts: đại biểu nữ là 326 người, giáo viên có 90 người."""
    first, _ = layout.sentence(counted.start)
    link = _NUMBERING.search(settle(layout.text[first : counted.start]))
    end = first + link.start() if link else counted.start
    subject = layout.words_between(first, end)[-12:]
    while subject and subject[-1].tag == "R":
        subject = subject[:-1]
    for word in subject:
        phrase = read_noun_phrase(layout, word.start, end)
        if phrase and phrase.known and phrase.category == "person" and phrase.end == subject[-1].end:
            alone = settle(layout.text[phrase.start : phrase.end]) in word_set("nounphrase", "pronoun")
            staff = link or _STAFF.search(settle(layout.text[first : phrase.start]))
            return None if alone or not staff or _has_head_before(layout, word) else phrase
    return None


_NUMBERING = re.compile(rf"\s{alternation(word_forms('nounphrase', 'numbering'))}\s*\Z")
_STAFF = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'staffing'))}\s\Z")
