"""Numbers behind their label: `Số đảng viên: 45`, `giáo sư (1), tiến sĩ (12)`, `nam 45, nữ 32`, `thắng 3`."""

import re

from extractor.facts.counts.lists.parts import is_closed
from extractor.facts.counts.nouns.counted import Counted, as_written
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.counts.nouns.phrases import NounPhrase, read_noun_phrase
from extractor.facts.layout import Layout
from extractor.reading.spans import Quantity
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

# The most characters of a label.
LONGEST_LABEL = 60
# Kinds whose nouns bear no numbers of their own: `nam 45` counts, `phòng 45` is a room.
UNNUMBERED: tuple[Category, ...] = ("person", "household")


def read_labelled(layout: Layout, quantity: Quantity) -> Counted | None:
    """The number counted by the label before it, where nothing else is counted behind it."""
    if not is_closed(layout, quantity, explained=True):
        return None
    phrase = _behind_colon(layout, quantity) or _in_brackets(layout, quantity) or _in_list(layout, quantity)
    if phrase:
        what = as_written(layout.text, phrase.start, phrase.end)
        return Counted(quantity, what, phrase.head, phrase.category, quantity.start, quantity.end, rule="label")
    return _outcome(layout, quantity)


def labelled_noun(layout: Layout, quantity: Quantity, phrase: NounPhrase) -> NounPhrase:
    """The noun of the label where the phrase behind the number only repeats its head: `Số hộ nghèo: 45 |hộ|`."""
    label = _behind_colon(layout, quantity)
    bare = phrase.known and settle(layout.text[phrase.start : phrase.end]) == phrase.head
    same = label and (label.head.split()[0] == phrase.head or label.category == phrase.category == "person")
    return label if label and bare and same else phrase


_NUMBER_OF = rf"(?:{alternation(word_forms('nounphrase', 'label_opening'))}\s)"
_COLON = re.compile(
    rf"(?:^|[.;,(•+–\n-])\s*(?P<sum>{_NUMBER_OF})?(?P<label>[^\W\d_][^.;,:()\n\d]{{1,{LONGEST_LABEL}}}?)\s?:\s?$"
)
_NEXT_COLON = re.compile(r"\s?[,;.\n]\s?[^.;,:()\n\d]{2,40}\s?:\s?\d")
_LAST_COLON = re.compile(r"[^.;,:()\n\d]{2,40}\s?:\s?\d[\d.,]*\s?[,;.\n]\s?[^.;,:()\n\d]{2,60}\s?:\s?$")
_NEXT_BRACKET = re.compile(r"\)\s?(?:,|;|và)\s[^.;,:()\n]{2,40}\(\d[\d.]*\)")
_LAST_BRACKET = re.compile(r"\(\d[\d.]*\)\s?(?:,|;|và)\s[^.;,:()\n]{2,40}\($")
_NEXT_PAIR = re.compile(r"\s?(?:,|;|và)\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s\d+(?=[,;.)\s])")
_LAST_PAIR = re.compile(r"[^\W\d_]\s\d+\s?(?:,|;|và)\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s$")


def _before(layout: Layout, quantity: Quantity) -> tuple[int, str]:
    """Where the line of the number begins, or the window before it, and what stands in it."""
    first = max(layout.paragraph(quantity.start)[0], quantity.start - 3 * LONGEST_LABEL)
    return first, settle(layout.text[first : quantity.start])


def _noun(layout: Layout, start: int, end: int) -> NounPhrase | None:
    """The known noun phrase that fills `start:end`."""
    phrase = read_noun_phrase(layout, start, end)
    filled = phrase is not None and phrase.known and not layout.text[phrase.end : end].strip()
    return phrase if filled else None


def _behind_colon(layout: Layout, quantity: Quantity) -> NounPhrase | None:
    """`Số chi bộ: 6`; without `số` only as one of several: `tổ tự quản: 9; câu lạc bộ: 4`."""
    first, before = _before(layout, quantity)
    match = _COLON.search(before)
    if match is None:
        return None
    several = _NEXT_COLON.match(layout.text, quantity.end) or _LAST_COLON.search(before)
    if not (match["sum"] or several):
        return None
    start, end = first + match.start("label"), first + match.end("label")
    if not match["sum"]:
        return _noun(layout, start, end)
    phrase = read_noun_phrase(layout, start, end)
    return phrase if phrase and phrase.known else None


def _in_brackets(layout: Layout, quantity: Quantity) -> NounPhrase | None:
    """`giáo sư (1), phó giáo sư (2)`: one of several numbers in brackets behind people."""
    first, before = _before(layout, quantity)
    if not before.endswith("(") or layout.text[quantity.end : quantity.end + 1] != ")":
        return None
    if not (_NEXT_BRACKET.match(layout.text, quantity.end) or _LAST_BRACKET.search(before)):
        return None
    return _person_before(layout, first, quantity.start - 1)


def _in_list(layout: Layout, quantity: Quantity) -> NounPhrase | None:
    """`nam 45, nữ 32, dân tộc thiểu số 8`: one of several people with a number right behind."""
    first, before = _before(layout, quantity)
    if not before.endswith(" ") or not layout.text[quantity.start].isdigit():
        return None
    if not (_NEXT_PAIR.match(layout.text, quantity.end) or _LAST_PAIR.search(before)):
        return None
    return _person_before(layout, first, quantity.start)


def _person_before(layout: Layout, first: int, end: int) -> NounPhrase | None:
    """The longest known noun phrase for people that ends at `end`."""
    mark = max(layout.text.rfind(sign, first, end) for sign in ",;:.(\n")
    for word in layout.words_between(max(first, mark + 1), end):
        found = head_at(layout.text, word.start, end)
        if found and found[2] in UNNUMBERED and layout.text[word.start].islower():
            return _noun(layout, word.start, end)
    return None


_GAMES = word_forms("nounphrase", "outcome")
_GAME = alternation(word_forms("nounphrase", "game"))
_OUTCOME = re.compile(rf"(?<!\w){alternation(_GAMES)}\s$")
_OTHER_OUTCOME = re.compile(rf"(?:,|\svà)\s{alternation(_GAMES)}\s(?:cả\s)?(?:\d|[^\W\d_]+(?:[,.)]|\s))")
_OUTCOME_BEFORE = re.compile(
    rf"(?<!\w){alternation(_GAMES)}\s\w+(?:\s{_GAME})?(?:,|\svà)\s{alternation(_GAMES)}\s$"
)


def _outcome(layout: Layout, quantity: Quantity) -> Counted | None:
    """`thắng 3, hòa 2 và thua 5 trận`: games by how they ended."""
    _, before = _before(layout, quantity)
    if not _OUTCOME.search(before):
        return None
    after = settle(layout.text[quantity.end : quantity.end + 30])
    if not (_OTHER_OUTCOME.match(after) or _OUTCOME_BEFORE.search(before)):
        return None
    game = word_forms("nounphrase", "game")[0]
    return Counted(quantity, game, game, "event", quantity.start, quantity.end, rule="label")
