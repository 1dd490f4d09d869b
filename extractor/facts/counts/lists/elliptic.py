"""Numbers with their noun before them, as in a list of parts: `họ Phan 74, họ Trần 69`."""

import re
from dataclasses import replace
from functools import cache

from extractor.facts.counts.lists.parts import LINKS, as_counted
from extractor.facts.counts.nouns.classifiers import sum_noun
from extractor.facts.counts.nouns.counted import Counted, as_written, head_noun
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.counts.nouns.labels import is_day
from extractor.facts.layout import Layout, Word
from extractor.reading.spans import Quantity
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

MEASURED_IN_WHOLES: tuple[Category, ...] = ("mass", "length", "area", "volume", "money")


def read_elliptic(layout: Layout, quantity: Quantity, earlier: list[Counted]) -> Counted | None:
    """A number with its noun before it, as in a list of parts: `họ Phan 74, họ Trần 69`."""
    first, _ = layout.sentence(quantity.start)
    if not earlier or is_day(quantity) or layout.text[quantity.end : quantity.end + 1].strip(" .,;:)/\n"):
        return None
    words = list(layout.words_between(first, quantity.start))
    stated = bool(words) and words[-1].lower.split()[-1] in LINKS
    while words and words[-1].lower in LINKS:
        words.pop()
    if not words or words[-1].tag == "C" or _OF_MORE.match(settle(layout.text[quantity.end :][:12])):
        return None  # anh Hải là 1 |trong 9 người|
    if _this_number().search(settle(layout.text[first : quantity.number_start])):
        same = earlier[-1].rule != "unit" and _LISTED.match(layout.text, quantity.end)
        return as_counted(earlier[-1], quantity, "this number") if same else None
    resumes = words[-1].lower in word_set("cues", "resuming") or _is_change(layout, quantity, earlier[-1])
    if resumes and earlier[-1].start >= first:
        return _resumed(layout, quantity, earlier[-1])
    begin = _noun_before(layout, words)
    if begin is None or layout.text[words[-1].end : quantity.start].strip() not in ("", *LINKS):
        return None
    head = head_at(layout.text, begin, quantity.start)
    like = earlier[-1]
    what = as_written(layout.text, begin, words[-1].end).removesuffix(" có").removeprefix("các ")
    parallel = like.rule == "elliptic" or head_noun(what) in settle(like.what).split()
    if (not parallel and (head is None or not stated)) or (head is None and like.rule == "unit"):
        return None
    if not stated and not (_is_plain(words[-1]) and _is_listed(layout, quantity, like)):
        return None  # a label: chiếc RX 300, iOS 13, game 7 khép lại
    category = head[2] if head else like.category
    if not _may_be_elliptic(layout, quantity, (begin, words[-1]), category, stated=stated):
        return None
    return Counted(
        quantity,
        what,
        head[1] if head else like.head,
        category,
        begin,
        quantity.end,
        sure=False,
        rule="elliptic",
    )


def _resumed(layout: Layout, quantity: Quantity, last: Counted) -> Counted:
    """The number counts what the one before does, or what the sum counts that changed by that one."""
    again = replace(last, quantity=quantity, start=quantity.start, end=quantity.end, rule="resumed")
    return (_summed(layout, quantity, last) if last.rule == "unit" else None) or again


def _summed(layout: Layout, quantity: Quantity, last: Counted) -> Counted | None:
    """What a sum counts that changed by the percent or the multiple before: `số trạm giảm 80%, chỉ còn |900|`."""
    phrase = sum_noun(layout, last.start, known=False) if last.head in ("%", "lần") else None
    if phrase is None:
        return None
    what = as_written(layout.text, phrase.start, phrase.end)
    return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="sum")


@cache
def _this_number() -> re.Pattern[str]:
    """What was counted before at another time: `đến nay |con số này đã là| 87`."""
    number, this = (alternation(word_forms("nounphrase", table)) for table in ("number_told", "this_one"))
    return re.compile(rf"(?<!\w){number}\s{this}(?:\s[^\s.,;:()\d]+){{0,6}}\s*$")


def _is_change(layout: Layout, quantity: Quantity, last: Counted) -> bool:
    """Whether the number is by how much the one right before changed: có 102 đơn vị, |giảm| 8."""
    between = settle(layout.text[last.end : quantity.number_start])
    return last.rule != "unit" and _CHANGED_BY.fullmatch(between) is not None


_HEDGED = rf"(?:\s{alternation(word_forms('nounphrase', 'hedge'))})?"
_CHANGED_BY = re.compile(rf"\s?[(,]\s?{alternation(word_forms('cues', 'change'))}{_HEDGED}\s")
_OF_MORE = re.compile(rf"\s{alternation(word_forms('surroundings', 'ratio_of'))}(?!\w)")


def _noun_before(layout: Layout, words: list[Word]) -> int | None:
    """Where the noun before begins, if the number is its own: not độ tuổi của `bệnh nhân` là 34."""
    begin = None
    for word in reversed(words[-5:]):
        if not word.text[0].isalpha() or word.lower in word_set("nounphrase", "stop"):
            return None if word.lower in word_set("nounphrase", "belonging") else begin
        begin = word.start
    return begin


def _is_listed(layout: Layout, quantity: Quantity, like: Counted) -> bool:
    """Whether the number is one of a list: another follows, or one of its kind came before in the sentence."""
    behind = settle(layout.text[quantity.end : layout.sentence(quantity.start)[1]][:48])
    before = like.rule == "elliptic" and like.start >= layout.sentence(quantity.start)[0]
    return bool(_LISTED.match(behind) if before else _FOLLOWED.match(behind))


def _is_plain(word: Word) -> bool:
    """Whether the word has no capital but its first letter: not RX, iOS."""
    return not any(letter.isupper() for letter in word.text[1:])


def _may_be_elliptic(
    layout: Layout, quantity: Quantity, noun: tuple[int, Word], category: Category, *, stated: bool
) -> bool:
    """Whether the number can count the noun before it.

    `thí sinh nam là 21,9` is a mark, `Bệnh viện Quân đội 108,` a name; in `có 3 lựa chọn` a noun
    follows, in `11 điểm 10` one is counted already.
    """
    value, (begin, last) = quantity.value, noun
    told = layout.text[max(0, begin - 2) : begin].strip().isdigit()
    whole = value is None or value == int(value)
    named = not stated and last.text[0].isupper() and category in NAMED_BY_NUMBER
    named = named or (not stated and last.lower in word_set("nounphrase", "numbered"))
    behind = layout.words_between(quantity.end, layout.sentence(quantity.start)[1])[:1]
    follows = bool(behind) and behind[0].tag in ("V", "N", "A") and behind[0].start <= quantity.end + 1
    return (whole or category in MEASURED_IN_WHOLES) and not (named or follows or told)


NAMED_BY_NUMBER: tuple[Category, ...] = ("organization", "product", "facility")
_LISTED = re.compile(r"\s?(?:[,;.)\n]|và(?!\w)|$)")
_FOLLOWED = re.compile(r"\s?(?:[,;)\n]|và(?!\w))[^.]{0,40}\d")
