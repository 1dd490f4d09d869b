"""Numbers before a word that they do not count: Series 3 refurbished, 72 Lê Lợi, Cúp Vàng 2021 khép lại."""

import re

from extractor.facts.counts.nouns.attributes import phrase_at
from extractor.facts.counts.nouns.classifiers import sum_noun
from extractor.facts.counts.nouns.phrases import NounPhrase
from extractor.facts.layout import Layout, within
from extractor.reading.spans import Quantity, Reading
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import CAPITAL, alternation, settle

# What something happens in or before: đậu trước 1 siêu thị.
SITES: frozenset[Category] = frozenset({"facility", "organization"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_LAST_WORD = re.compile(r"[^\W_]+ $")


def is_label(reading: Reading, layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether the number names what stands before it, or is a house number, rather than counting the phrase."""
    if is_day(quantity) and quantity.value is not None and quantity.value > (quantity.denominator or 0):
        return True  # quảng trường 3/2 thành phố: no three of two
    if _is_predicate(layout, quantity, phrase):
        return True
    if phrase.known and phrase.head in word_set("nounphrase", "road"):
        return layout.text[phrase.start].isupper() or _is_address(layout, quantity, phrase)
    if phrase.known:
        return False
    digits = layout.text[quantity.number_start : quantity.number_end]
    if _is_glued(layout, quantity):
        return True
    if not digits[0].isdigit() or quantity.start != quantity.number_start:
        return False
    numbered = _LAST_WORD.search(settle(layout.text[max(0, quantity.start - 12) : quantity.start]))
    if numbered and numbered.group().strip() in word_set("nounphrase", "numbered"):
        return True
    # None where the segmenter joined the noun to its neighbour.
    words = layout.words_between(phrase.start, phrase.end)
    titled = layout.text[phrase.start : phrase.start + 2].istitle()
    if _YEAR.fullmatch(digits) or (words and words[0].tag == "Np") or (titled and quantity.end < phrase.start):
        return True
    return _follows_name(reading, layout, quantity.start)


def _is_address(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether a house number stands before the road that is named: `ở |76| đường Lê Lợi`."""
    first, last = layout.sentence(quantity.start)
    before = settle(layout.text[first : quantity.start])
    named = _ROAD_NAMED.match(layout.text, phrase.start + len(phrase.head), last)
    exact = quantity.modifier == "exact" and layout.text[quantity.number_start].isdigit()
    return exact and named is not None and _AT.search(before) is not None


_ROAD_NAMED = re.compile(rf"\s(?:\d|{CAPITAL})(?![^.;:()\n]{{0,40}}(?:,\s|\s)và\s(?:[^\W\d_]+\s)?{CAPITAL})")
_AT = re.compile(rf"(?:^|[-–(:]|(?<!\w){alternation(word_forms('nounphrase', 'house_at'))})\s?$")


def _is_glued(layout: Layout, quantity: Quantity) -> bool:
    """Whether the number is part of what stands around it: the `195th`, dịch `-19` diễn biến."""
    first = layout.paragraph(quantity.start)[0]
    hyphened = layout.text[quantity.start - 1 : quantity.start] in ("-", "–", "−")
    inside = bool(layout.text[first : max(first, quantity.start - 1)].strip())
    return layout.text[quantity.end : quantity.end + 1].isalpha() or (hyphened and inside)


def _is_predicate(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether what looks like a noun is what both do: cả hai `giảng hòa`, song …"""
    first, last = layout.sentence(quantity.start)
    before = settle(layout.text[first : quantity.start]).rstrip()
    if not before.endswith(("cả", " cả")) or quantity.rule != "words":
        return False
    if before[:-2].rstrip()[-1:] not in ("", ",", ";", ":"):
        does = phrase_at(layout.text, phrase.start, "nounphrase", "doing_verb")
        return bool(does) and not phrase.known  # dù cả hai `chạy` hệ điều hành riêng
    if layout.text[phrase.end : phrase.end + 1] in (",", ".", ";", "") or _is_done_by_both(layout, phrase):
        return not phrase.known
    behind = layout.words_between(phrase.end, last)[:1]
    does = settle(layout.text[phrase.start : phrase.end]) in word_set("nounphrase", "doing")
    return (
        does
        and bool(behind)
        and behind[0].tag == "V"
        and behind[0].lower not in word_set("nounphrase", "after_both")
    )


def _is_done_by_both(layout: Layout, phrase: NounPhrase) -> bool:
    """Whether an object or adverb stands behind what both do: cả hai `tận hưởng` những ngày nghỉ."""
    behind = layout.words_between(phrase.end, phrase.end + 24)[:1]
    return bool(behind) and (behind[0].tag == "L" or behind[0].lower in word_set("nounphrase", "behind_doing"))


def is_uncounted(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether the noun is a time, a digit or a side, which no one counts: hai năm học, hai con số, hai bên.

    `1 số người` are some, `6 hàng tháng` is a day.
    """
    if phrase.head in word_set("nounphrase", "uncounted"):
        return True
    first = layout.words_between(phrase.start, phrase.end)
    longer = first and len(first[0].lower) > len(phrase.head)
    if longer and first[0].lower in word_set("nounphrase", "uncounted"):
        return True
    behind = settle(layout.text[phrase.start : phrase.start + 24])
    if behind.startswith(word_forms("nounphrase", "habit")):
        return True
    if _is_article(layout, quantity, phrase) or _is_pair(layout, quantity, phrase):
        return True
    if _is_any_two(layout, quantity, phrase):
        return True
    one = quantity.value == 1 and quantity.denominator is None
    if _MODEL_YEAR.match(settle(layout.text[phrase.start :][:12])):
        return True  # biển số đuôi 8 đời 2007
    if one and settle(layout.text[phrase.end :][:5]).startswith(" nào"):
        return True  # không ghi được 1 bàn thắng nào
    if one and behind.startswith(word_forms("surroundings", "some")):
        return phrase.head in word_set("surroundings", "some") or not phrase.known
    return quantity.value == 2 and (phrase.head in word_set("nounphrase", "sided") or bool(_SIDED.match(behind)))


_MODEL_YEAR = re.compile(rf"{alternation(word_forms('nounphrase', 'generation'))}\s(?:19|20)\d\d")
_SIDED = re.compile(rf"{alternation(word_forms('nounphrase', 'sided'))}(?!\w)")


def _is_pair(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether two are all that there are: đau ở hai chân. What was hurt or lost is counted: gãy 2 chân."""
    parts = word_forms("nounphrase", "paired")
    noun = f"{settle(layout.text[phrase.start : phrase.end])} "
    whole = phrase.head in parts or (not phrase.known and noun.startswith(tuple(f"{part} " for part in parts)))
    if quantity.value != 2 or quantity.denominator or not whole:
        return False
    first, _ = layout.sentence(quantity.start)
    before = settle(layout.text[first : quantity.start]).split()[-3:]
    return not word_set("nounphrase", "maiming").intersection(before)


def _is_any_two(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether any couple is meant: `khi hai người gần nhau`."""
    if quantity.value != 2 or settle(layout.text[phrase.start : phrase.end]) not in word_set(
        "nounphrase", "any_two"
    ):
        return False
    return _WHENEVER.search(settle(layout.text[max(0, quantity.start - 12) : quantity.start])) is not None


_WHENEVER = re.compile(rf"(?<!\w){alternation(word_forms('nounphrase', 'whenever'))}\s$")


def _is_article(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Whether the digit stands for `một` as an article: đó là 1 cách hay, giám đốc của 1 công ty, 1 lượng lớn."""
    first, last = layout.sentence(quantity.start)
    if layout.text[quantity.start : quantity.number_end] != "1" or quantity.denominator:
        return False
    if phrase.head in word_set("nounphrase", "behind_article"):
        return True
    numbers = sum(word.text[0].isdigit() for word in layout.words_between(first, last))
    before = layout.words_between(max(first, quantity.start - 60), quantity.start)[-2:]
    if before and phrase.category in SITES and before[-1].lower in word_set("nounphrase", "whereabouts_before"):
        return True
    if not before or before[-1].lower not in word_set("nounphrase", "before_article"):
        return False
    pointed = before[-1].lower == "là" and before[0].lower in word_set("nounphrase", "pointing")
    return pointed or (numbers == 1 and sum_noun(layout, quantity.start) is None)


def _follows_name(reading: Reading, layout: Layout, start: int) -> bool:
    """Whether a capitalised word that is no place's stands right before, not opening its sentence: Kodak 400."""
    first, _ = layout.sentence(start)
    before = _LAST_WORD.search(layout.text, max(first, start - 24), start)
    if before is None or before.start() == first or before.group().islower() or not before.group().isascii():
        return False
    return not any(place.end == start - 1 for place in within(reading.places, first, start))


def is_day(quantity: Quantity) -> bool:
    """Whether a ratio may be a day and month without a year: công viên 23/9."""
    value, of = quantity.value, quantity.denominator
    return value is not None and of is not None and value <= 31 and of <= 12 and value == int(value)
