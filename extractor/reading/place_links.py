"""How mentions hang together: `xã A, huyện B`, lists, brackets, `cũ`, where a person lives."""

import re
from dataclasses import replace

from extractor.reading.place_mentions import Link, Mention
from extractor.reading.place_text import Syllable, phrases
from extractor.vietnamese.gazetteer import LEVELS
from extractor.vietnamese.lexicon import Row

_CHAIN_GAP = re.compile(r"\s?[,–-]\s?|\s|\s?\(\s?|\s(?:của|thuộc)\s", re.IGNORECASE)
_LIST_GAP = re.compile(r"\s?[,;]\s?|\s?,?\s(?:và|với|hoặc)\s", re.IGNORECASE)
_OLD = re.compile(r"\s?\(?\s?cũ\b|\s?\(?trước (?:đây|sáp nhập|khi sáp nhập)\b", re.IGNORECASE)
_MERGER_REACH = 60


def mark(text: str, words: tuple[Syllable, ...], mentions: list[Mention]) -> list[Mention]:
    """The mentions with `former`, `merged` and the role `home` filled in."""
    marked = [_marked(text, words, mention) for mention in mentions]
    for i in range(len(marked) - 2, -1, -1):
        here, after = marked[i], marked[i + 1]
        gap = text[here.end : after.start]
        # (huyện Đông Hải, tỉnh Bạc Liêu cũ): the word at the end of the bracket is said of all in it.
        if after.former and _in_bracket(text, here.start, after.end) and _CHAIN_GAP.fullmatch(gap):
            marked[i] = replace(here, former=True)
    for i in range(1, len(marked)):
        before, here = marked[i - 1], marked[i]
        gap = text[before.end : here.start]
        spreads = before.role == "home" or (before.role == "name" and before.explicit)
        if spreads and here.role == "place" and _CHAIN_GAP.fullmatch(gap):
            marked[i] = replace(here, role=before.role)
        if before.merged and (_LIST_GAP.fullmatch(gap)):
            marked[i] = replace(marked[i], merged=True)
    return marked


def _marked(text: str, words: tuple[Syllable, ...], mention: Mention) -> Mention:
    former = bool(_OLD.match(text, mention.end))
    home = phrases("home", Row).before(words, mention.first)
    sentence = max(
        text.rfind(". ", 0, mention.start), text.rfind("\n", 0, mention.start), mention.start - _MERGER_REACH
    )
    begin = mention.first
    merged = False
    while begin > 0 and words[begin - 1].start > sentence and not merged:
        merged = phrases("merger", Row).before(words, begin) is not None
        begin -= 1
    if phrases("masthead", Row).before(words, mention.first) or _dateline(text, mention):
        return replace(mention, former=former, role="name")
    role = (
        "home" if home and words[mention.first - 1].gap in (" ", ": ") and mention.role == "place" else mention.role
    )
    return replace(mention, former=former, merged=merged, role=role)


def _dateline(text: str, mention: Mention) -> bool:
    """Whether the name is the outlet's own at the head of a paragraph: `(BRVT) - Sáng 16/7`."""
    return bool(re.search(r"(?:^|\n)\s*\($", text[max(0, mention.start - 4) : mention.start])) and bool(
        re.match(r"\)\s?[-–]", text[mention.end :])
    )


def _in_bracket(text: str, start: int, end: int) -> bool:
    opened = text.rfind("(", max(0, start - 80), start)
    return opened >= 0 and ")" not in text[opened:end]


def link(text: str, mentions: list[Mention]) -> list[Link]:
    """Ties between neighbouring mentions, and from all members of a list to the unit that is named after it."""
    links: list[Link] = []
    for j in range(1, len(mentions)):
        i = j - 1
        lower, upper = mentions[i], mentions[j]
        gap = text[lower.end : upper.start]
        gap = _OLD.sub("", gap, count=1) if lower.former else gap
        if not upper.explicit and upper.rule == "list":
            links.append(Link(i, j, "either" if gap.strip() == "," and len(upper.levels) > 1 else "list"))
        elif _above(upper, lower) and _CHAIN_GAP.fullmatch(gap):
            links.extend(_chain(text, mentions, i, j))
        elif _above(lower, upper) and re.fullmatch(r"\s?[,(:-]\s?", gap):
            links.append(Link(j, i, "in"))
        elif set(lower.levels) & set(upper.levels) and _LIST_GAP.fullmatch(gap):
            links.append(Link(i, j, "list"))
    return [*links, *_through(links)]


def _through(links: list[Link]) -> list[Link]:
    """`xã A, huyện B, tỉnh C`: A lies in C too, even if B is misspelt."""
    uppers: dict[int, list[int]] = {}
    for tie in links:
        if tie.bond == "in":
            uppers.setdefault(tie.lower, []).append(tie.upper)
    return [
        Link(low, top, "in")
        for low, middles in uppers.items()
        for middle in middles
        for top in uppers.get(middle, ())
    ]


def _chain(text: str, mentions: list[Mention], i: int, j: int) -> list[Link]:
    """`xã A và xã B (huyện C)`: both lie in C; `xã A (huyện C cũ)`: A, which still stands, once lay in C."""
    found: list[Link] = []
    level = mentions[i].levels
    while i >= 0 and mentions[i].levels[0] == level[0]:
        bond = "was" if mentions[j].former and not (mentions[i].former or mentions[i].merged) else "in"
        found.append(Link(i, j, bond))  # type: ignore[arg-type]
        if i == 0 or not _LIST_GAP.fullmatch(text[mentions[i - 1].end : mentions[i].start]):
            break
        i -= 1
    return found


def _above(upper: Mention, lower: Mention) -> bool:
    return min(map(LEVELS.index, upper.levels)) < min(map(LEVELS.index, lower.levels))
