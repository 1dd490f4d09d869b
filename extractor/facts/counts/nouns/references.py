"""A few persons or parties that are only taken up: `Hai người chia tay`, `giữa hai nước`, `cầu thủ hai đội`.

A bare noun with its number is definite at the head of a clause: those who are new come with `có` or more is told of
them (`hai thanh niên lạ mặt`); what befell them (`Hai người bị thương`) is news all the same.
"""

import re
from functools import cache

from extractor.facts.counts.nouns.heads import known_heads
from extractor.facts.counts.nouns.phrases import NounPhrase
from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

# More than these are told as a number.
FEW = 4


def is_reference(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether the number only goes with those that were told of before."""
    noun = settle(layout.text[phrase.start : phrase.end])
    if _is_pointed_at(layout, quantity, phrase):
        return True
    party, kin = (noun in word_set("nounphrase", table) for table in ("taken_up_party", "taken_up_kin"))
    if not _is_few(quantity) or not (party or kin or noun in word_set("nounphrase", "taken_up_person")):
        return False
    first, last = layout.sentence(quantity.start)
    before = _first_of_list().sub("", settle(layout.text[first : quantity.start]))
    if before.endswith("giữa "):
        return True
    if quantity.value == 2 and noun in word_set("nounphrase", "any_two") and _is_of_them(layout, before, phrase):
        return True
    if quantity.value == 2 and _is_theirs(layout, quantity, before, party=party or kin):
        return True
    clause = re.split(r"[,;:.(]", settle(layout.text[phrase.end : last]))[0]
    if not layout.text[:first].strip() or _BEFALLEN.search(clause) or _ACHIEVING.match(clause):
        return False
    if _AGAIN.match(clause) or before.endswith("cả "):
        return quantity.value == 2
    opens = _opens_clause().search(before) is not None
    return opens and (kin or (quantity.value == 2 and _does(layout, phrase)))


# Not `được gần hai năm`, `khác nhau`.
_BEFALLEN = re.compile(
    rf"(?<!\w){alternation(word_forms('nounphrase', 'befalling'))}(?!\w)"
    rf"(?!\s(?:nhau|\d|{'|'.join(word_forms('nounphrase', 'hedge'))})(?!\w))"
)
_ACHIEVING = re.compile(rf"(?:\s[^\W\d_]+){{0,3}}?\s{alternation(word_forms('nounphrase', 'achieving'))}(?!\w)")


def _is_pointed_at(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether a few of anything are pointed back at: `nguồn gốc của |hai tài sản| trên`."""
    _, last = layout.sentence(quantity.start)
    behind = settle(layout.text[phrase.end : last])
    return _is_few(quantity) and _ABOVE.match(behind) is not None


_ABOVE = re.compile(rf"\s(?:trên\s?(?:[.,;:)”\"]|$)|{alternation(word_forms('nounphrase', 'told_above'))}(?!\w))")
_AGAIN = re.compile(rf"\s{alternation(word_forms('nounphrase', 'taken_up'))}(?!\w)")


def _is_few(quantity: Quantity) -> bool:
    """Whether the number is exactly two, three or four."""
    exact = quantity.modifier == "exact" and not quantity.denominator
    return exact and quantity.value is not None and 1 < quantity.value <= FEW


@cache
def _first_of_list() -> re.Pattern[str]:
    """Those told of before in one list: giữa |hai Đảng,| hai Nhà nước."""
    party = alternation(word_forms("nounphrase", "taken_up_party"))
    return re.compile(rf"(?:(?:hai|2) {party}(?:, | và ))+$")


def _is_theirs(layout: Layout, quantity: Quantity, before: str, *, party: bool) -> bool:
    """Whether the two only tell whose something is: `nhân dân hai nước`, `lựa chọn của hai vợ chồng`."""
    if before.endswith("của "):
        return True
    if not party:
        return False
    owned = layout.words_between(max(0, quantity.start - 60), quantity.start)[-1:]
    if not owned or owned[0].lower in word_set("nounphrase", "holding"):
        return False
    noun = owned[0].tag == "N" or (" " in owned[0].lower and owned[0].lower in known_heads())
    return noun or owned[0].lower in word_set("nounphrase", "dealing")


def _is_of_them(layout: Layout, before: str, phrase: NounPhrase) -> bool:
    """Whether something is said, felt or done about two who are known: `tin đồn về |hai người|`."""
    behind = settle(layout.text[phrase.end : phrase.end + 16])
    return _ABOUT.search(before) is not None and _OVER.match(behind) is not None


_ABOUT = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'about_them'))}\s$")
_OVER = re.compile(rf"\s?(?:[.,;:)”\"]|$|\s{alternation(word_forms('nounphrase', 'use_over'))}(?!\w))")


@cache
def _opens_clause() -> re.Pattern[str]:
    """Where a clause begins: at a mark, behind `khi`, `rằng`, and adverbs of time that open a clause themselves.

    Behind a comma after another number a list goes on: `6 bộ bài, |2 bộ| lắc bầu cua`.
    """
    joint, opening = (alternation(word_forms("nounphrase", table)) for table in ("clause_joint", "clause_opening"))
    start = r"(?:^|(?:^|[,;:.])[^,;:.\d]*,|[“\"])\s*"
    return re.compile(rf"{start}(?:{opening},?\s)?$|(?<=\s){joint}\s$|^{joint}\s$")


def _does(layout: Layout, phrase: NounPhrase) -> bool:
    """Whether the clause goes on with what they do."""
    _, last = layout.sentence(phrase.start)
    behind = layout.words_between(phrase.end, last)[:1]
    return bool(behind) and behind[0].tag in ("V", "R") and not layout.text[phrase.end : behind[0].start].strip()
