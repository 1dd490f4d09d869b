"""How mentions hang together: `xã A, huyện B`, lists, brackets, `cũ`, where a person lives."""

import re
from dataclasses import replace
from functools import cache

from extractor.reading.places.spans import Bond, Link, Mention
from extractor.reading.places.text import Syllable
from extractor.reading.places.words import word_list
from extractor.vietnamese.gazetteer import LEVELS
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_CHAIN_GAP = re.compile(r"\s?[,–-]\s?|\s|\s?\(\s?|\s(?:của|thuộc)\s", re.IGNORECASE)
_AT_GAP = re.compile(r"\s(?:ở|tại)\s")
_LIST_GAP = re.compile(r"\s?[,;]\s?|\s?,?\s(?:và|với|hoặc)\s", re.IGNORECASE)
_AND = re.compile(r"\svà\s", re.IGNORECASE)
_UPPER_FIRST = re.compile(r"\s?[,(:-]\s?")
_SITE_REACH = 6
_PATIENT_REACH = 110
_BRACKET_REACH = 60
_MERGER_REACH = 5
"""Syllables between the word for a merger and the first unit: hợp nhất | toàn bộ diện tích các xã."""


def mark(text: str, words: tuple[Syllable, ...], mentions: list[Mention]) -> list[Mention]:
    """The mentions with `former`, `merged` and the roles `home` and `name` filled in."""
    marked = [_marked(text, words, mention) for mention in mentions]
    for i in range(len(marked) - 2, -1, -1):
        here, after = marked[i], marked[i + 1]
        # (huyện Đông Hải, tỉnh Bạc Liêu cũ): the word at the end of the bracket is said of all in it.
        if (
            after.former
            and _in_bracket(text, here.start, after.end)
            and _CHAIN_GAP.fullmatch(text[here.end : after.start])
        ):
            marked[i] = replace(here, former=True)
    for i in range(1, len(marked)):
        before, here = marked[i - 1], marked[i]
        gap = text[before.end : here.start]
        spreads = before.role == "home" or (before.role == "name" and before.explicit)
        shared = _CHAIN_GAP.fullmatch(gap) or (before.role == "home" and _AND.fullmatch(gap))
        if spreads and here.role == "place" and shared:
            marked[i] = replace(here, role=before.role)
        if before.merged and _LIST_GAP.fullmatch(gap):
            marked[i] = replace(marked[i], merged=True)
    return marked


def _marked(text: str, words: tuple[Syllable, ...], mention: Mention) -> Mention:
    tail = _former_tail(text, words, mention)
    mention = replace(mention, former=tail is not None, tail=tail or mention.end)
    if word_list("masthead").before(words, mention.first) or _dateline(text, mention):
        return replace(mention, role="name")
    lived_in = word_list("home").before(words, mention.first) and words[mention.first - 1].gap in (" ", ": ")
    role = "home" if mention.role == "place" and (lived_in or _told_as_home(text, mention.start)) else mention.role
    if role == "place" and _in_site(words, mention.first):
        role = "site"
    return replace(mention, merged=_after_merger(words, mention.first), role=role)


def _told_as_home(text: str, at: int) -> bool:
    """Whether what stands before the offset says that somebody lives in the unit named there."""
    if _patients_home().search(text, max(0, at - _PATIENT_REACH), at):
        return True
    near = max(0, at - _BRACKET_REACH)
    return bool(_brackets_home().search(text, near, at) or _dwelling_site().search(text, near, at))


@cache
def _brackets_home() -> re.Pattern[str]:
    """A person's age in brackets up to the home: `(SN 1986, ở |xã Hạ|)`, `(19 tuổi), ở |xã Hạ|`."""
    aged, born, lives = (alternation(word_forms("scene", table)) for table in ("aged", "born", "lives"))
    age = rf"\((?:[^.;:()\n\d]{{0,20}},\s?)?(?:\d{{1,3}}\s{aged}|{born}:?\s?(?:ngày\s)?[\d/.-]{{4,10}})"
    return re.compile(rf"{age}(?:\)?\s?,\s?|\s)(?:[^.;:()\n\d]{{0,24}}?[,\s]\s?)?(?:{lives}\s)?\Z", re.IGNORECASE)


@cache
def _dwelling_site() -> re.Pattern[str]:
    """A verb of dwelling up to the unit of the site: `trú tại Chùa Lạc Viên, |xã Hạ|`."""
    dwells = alternation(word_forms("places", "home"))
    return re.compile(rf"(?<!\w){dwells}\s[^\W\d]+(?:\s[^\W\d]+){{1,4}},\s\Z", re.IGNORECASE)


@cache
def _patients_home() -> re.Pattern[str]:
    """A patient's age up to the home: `bệnh nhân N.V.H. (35 tuổi, ở |xã Hạ|)`."""
    patient = alternation(word_forms("places", "patient"))
    aged, born = (alternation(word_forms("scene", table)) for table in ("aged", "born"))
    told = r"(?:[^.;:\n]|\.(?!\s\w))*"
    age = rf"(?:\d\s{aged}|{born}\s?\d{{4}})"
    return re.compile(rf"(?<!\w){patient}(?!\w){told}{age}[^.;:\n\d]{{0,30}}\Z", re.IGNORECASE)


def _in_site(words: tuple[Syllable, ...], first: int) -> bool:
    """Whether the mention ends a school's or company's proper name: `Trường Mầm non thị xã Đoài`."""
    at = first
    while at > max(0, first - _SITE_REACH) and words[at - 1].gap == " ":
        hit = word_list("site").before(words, at)
        if hit:
            return words[hit[1]].capital
        if word_list("stop").before(words, at):
            return False
        at -= 1
    return False


def _former_tail(text: str, words: tuple[Syllable, ...], mention: Mention) -> int | None:
    """The offset behind `cũ` or `(cũ)` right after the mention, or None."""
    hit = word_list("former").at(words, mention.last)
    gap = words[mention.last - 1].gap
    if not hit or gap not in (" ", " (", "("):
        return None
    end = words[hit[1] - 1].end
    return end + 1 if "(" in gap and text[end : end + 1] == ")" else end


def _after_merger(words: tuple[Syllable, ...], first: int) -> bool:
    """Whether a merger's word leads to the mention without a stop: `hợp nhất 3 xã A`, not `Sau hợp nhất, xã A`."""
    at = first
    while at > max(0, first - _MERGER_REACH) and words[at - 1].gap == " ":
        if word_list("merger").before(words, at):
            return True
        at -= 1
    return False


def _dateline(text: str, mention: Mention) -> bool:
    """Whether the name is the outlet's own at the head of a paragraph: `(BRVT) - Sáng 16/7`."""
    opens = re.search(r"(?:^|\n)\s*\($", text[max(0, mention.start - 4) : mention.start])
    return bool(opens and re.match(r"\)\s?[-–]", text[mention.end : mention.end + 3]))


def _in_bracket(text: str, start: int, end: int) -> bool:
    opened = text.rfind("(", max(0, start - 80), start)
    return opened >= 0 and ")" not in text[opened:end]


def link(text: str, mentions: list[Mention]) -> list[Link]:
    """Ties between neighbouring mentions, and from all members of a list to the unit that is named after it."""
    links: list[Link] = []
    for j in range(1, len(mentions)):
        before, here = mentions[j - 1], mentions[j]
        gap = text[before.tail : here.start]
        if here.rule == "list":
            either = gap.strip() == "," and len(here.levels) > 1
            links.append(Link(j - 1, j, "either" if either else "list"))
        elif _above(here, before) and (_CHAIN_GAP.fullmatch(gap) or (before.village and _AT_GAP.fullmatch(gap))):
            links.extend(_chain(text, mentions, j - 1, j))
        elif _above(before, here) and _UPPER_FIRST.fullmatch(gap):
            links.append(Link(j, j - 1, "in"))
        elif set(before.levels) & set(here.levels) and _LIST_GAP.fullmatch(gap):
            links.append(Link(j - 1, j, "list"))
    return [*links, *_through(links)]


def _chain(text: str, mentions: list[Mention], i: int, j: int) -> list[Link]:
    """`xã A và xã B (huyện C)`: both lie in C; `xã A (huyện C cũ)`: A, which still stands, once lay in C."""
    found: list[Link] = []
    level = mentions[i].levels[0]
    while i >= 0 and mentions[i].levels[0] == level:
        past = mentions[j].former and not (mentions[i].former or mentions[i].merged)
        bond: Bond = "was" if past else "in"
        found.append(Link(i, j, bond))
        if i == 0 or not _LIST_GAP.fullmatch(text[mentions[i - 1].tail : mentions[i].start]):
            break
        i -= 1
    return found


def _through(links: list[Link]) -> list[Link]:
    """`xã A, huyện B, tỉnh C`: A lies in C too, even if B is misspelt."""
    uppers: dict[int, list[int]] = {}
    for tie in links:
        if tie.bond == "in":
            uppers.setdefault(tie.lower, []).append(tie.upper)
    pairs = ((low, top) for low, middles in uppers.items() for middle in middles for top in uppers.get(middle, ()))
    return [Link(low, top, "in") for low, top in pairs]


def _above(upper: Mention, lower: Mention) -> bool:
    return min(map(LEVELS.index, upper.levels)) < min(map(LEVELS.index, lower.levels))
