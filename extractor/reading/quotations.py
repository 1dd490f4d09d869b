"""Quotations: what stands between quotation marks, of whatever shape, and marks that lack their partner."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle

_MARK = re.compile(r"[“”„‟«»\"〝〞＂]|‘‘|’’|''|(?<!\w)‘(?=\w)|(?<=\w)’(?!\w)|\n")
# How far before and behind the quotation marks a speaker is looked for.
_NEAR = 130
_OPENING = frozenset("“„‟«〝") | {"‘‘"}
_CLOSING = frozenset("”»〞") | {"’’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start:end` with the marks, `inner_start:inner_end` without; a lone mark has an empty inside.

    `rule` is `quoted`, `unclosed` (`mô hình “Cổng làng bình yên ở thôn 3`) or `unopened` (`mô hình Cổng làng”`).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    rule: str = "quoted"


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in the order of their first mark. Quotations may nest; a paragraph's end closes nothing."""
    found: list[Quotation] = []
    opened: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark == "\n":
            if not _continues(text, match.end()):
                found.extend(_lone(at, "unclosed") for at in opened)
                opened.clear()
        elif mark == "’" and (not opened or text[opened[-1][0]] != "‘"):
            continue  # an apostrophe: Cư M’, K’
        elif mark == "»" and not any(text[at] == "«" for at, _ in opened):
            continue  # broken encoding: lá» hội
        elif mark == "‘" or _opens(text, match, bool(opened)):
            opened.append(match.span())
        elif opened:
            start, inner_start = opened.pop()
            found.append(Quotation(start, match.end(), inner_start, match.start()))
        else:
            found.append(_lone(match.span(), "unopened"))
    found.extend(_lone(at, "unclosed") for at in opened)
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _lone(span: tuple[int, int], rule: str) -> Quotation:
    at = span[1] if rule == "unclosed" else span[0]
    return Quotation(span[0], span[1], at, at, rule)


def _continues(text: str, at: int) -> bool:
    """Whether the line that begins at `at` continues a hard-wrapped sentence."""
    return text[at : at + 1].islower()


def _opens(text: str, match: re.Match[str], pending: bool) -> bool:
    """Whether the mark opens. A straight mark opens before a letter where none is open: `"Gia đình 5 không"`."""
    mark = match.group()
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    if mark in _OPENING:
        # “Tổ an ninh“: an opening mark typed for a closing one.
        return not (pending and before.isalnum() and not after.isalnum())
    if mark in _CLOSING:
        # ”Tổ an ninh”: a closing mark typed for an opening one.
        return not pending and after.isalnum() and not before.isalnum() and bool(before)
    return after.isalnum() and (not pending or before in " (")


def is_speech(text: str, start: int, end: int) -> bool:
    """Whether somebody says what stands in the quotation marks before `start` and behind `end`.

    Told by the speaker behind (`“Bản có 46 hộ”, chị kể`) or before (`Chị kể: “…”`), or by what speakers call
    themselves.
    """
    before, behind = settle(text[max(0, start - _NEAR) : start]), settle(text[end : end + _NEAR])
    announced = _announced().search(before) is not None and " " in text[start:end].strip()
    return announced or bool(
        _told().match(behind) or word_pattern("speech", "speaker").search(settle(text[start:end]))
    )


@cache
def _announced() -> re.Pattern[str]:
    telling = alternation(word_forms("speech", "telling"))
    return re.compile(rf"(?<!\w){telling}(?:[ ][^\W\d_]+){{0,2}}[ ]?:\s?[“”„‟«\"]$")


@cache
def _told() -> re.Pattern[str]:
    people = alternation((*word_forms("people", "honorific"), *word_forms("people", "rank")))
    telling = alternation(word_forms("speech", "telling"))
    name = r"[^.;:?!\n“”\"]{0,90}?"
    return re.compile(rf"[,.!?…]?[”»\"][ ]?[,.]?[ ]?[–-]?[ ]?(?:theo[ ])?{people}[ ]{name}(?<!\w){telling}(?!\w)")
