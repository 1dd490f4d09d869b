"""The words of happenings: the nouns that name them, their themes, and the verbs that hold them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words


class EventRow(Row):
    """An event noun and what it needs beside it to be an event; `meeting` marks a plain meeting, `match` a match.

    Behind a noun with a `partner` the name goes on with whom it was held: `buổi làm việc |với tỉnh Mẫu|`. A `stage`
    is a match where no event's noun follows (bán kết hội thi); what is `seasonal` comes every year; a `spoken` noun
    keeps its classifier as its kind (buổi giao lưu); behind a `proper` one stands a capital (trận |Đội A| - Đội B).
    What is `vague` (sự kiện) may be anything that came about: only a proper name, a day or who was there tells that
    it was held. A `rite` may have a word of its own (lễ vu quy).
    """

    kind: str | None = None
    meeting: bool = False
    bare: bool = False
    named: bool = False
    ceremony: bool = False
    contest: bool = False
    campaign: bool = False
    visit: bool = False
    verbal: bool = False
    partner: bool = False
    match: bool = False
    stage: bool = False
    seasonal: bool = False
    spoken: bool = False
    proper: bool = False
    vague: bool = False
    rite: bool = False


class CeremonyRow(Row):
    """What a lễ celebrates; `kind` where the kind is not the words themselves (ký kết: lễ ký)."""

    kind: str | None = None


class ThemeRow(Row):
    """What a happening is about, which is its kind; a `meeting` theme stands without a noun too."""

    meeting: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The patterns of nouns, themes and ceremonies, with what their rows say of them.

    `lone_theme` is a theme that stands without a noun, `holding` a verb of holding right before the noun; behind a
    `numbered` session the `numbering` may be left out (kỳ họp 9).
    """

    noun: re.Pattern[str]
    rows: dict[str, EventRow]
    theme: re.Pattern[str]
    lone_theme: re.Pattern[str]
    meetings: frozenset[str]
    ceremony: re.Pattern[str]
    ceremony_kinds: dict[str, str]
    holding: re.Pattern[str]
    numbering: re.Pattern[str]
    numbered: re.Pattern[str]


def words_of(table: str) -> str:
    """A pattern source for the words of a table of `events.toml`."""
    return alternation(word_forms("events", table))


def link() -> str:
    """A pattern source for what stands between a verb and the noun: `tổ chức thành công |lễ`."""
    return rf"(?:[ ]{words_of('manner')})*[ ]$"


@cache
def vocabulary() -> Vocabulary:
    """The words of `events.toml` that name and hold happenings."""
    nouns = rows("events", "event", EventRow)
    themes, ceremonies = rows("events", "theme", ThemeRow), rows("events", "ceremony", CeremonyRow)
    meetings = [form for row in themes if row.meeting for form in row.forms]
    holding = [*word_forms("events", "holding"), *word_forms("events", "having")]
    return Vocabulary(
        noun=re.compile(rf"(?<!\w){alternation(form for row in nouns for form in row.forms)}(?!\w)"),
        rows={settle(form): row for row in reversed(nouns) for form in row.forms},
        theme=re.compile(rf"{alternation(form for row in themes for form in row.forms)}(?!\w)"),
        lone_theme=whole_words(meetings),
        meetings=frozenset(settle(form) for form in meetings),
        ceremony=re.compile(rf"{alternation(form for row in ceremonies for form in row.forms)}(?!\w)"),
        ceremony_kinds={settle(form): row.kind for row in ceremonies if row.kind for form in row.forms},
        holding=re.compile(rf"(?<!\w){alternation(holding)}{link()}"),
        numbering=re.compile(rf"[ ]{words_of('numbering')}(?!\w)"),
        numbered=re.compile(rf"[ ](?:{words_of('numbering')}(?!\w)|\d{{1,3}}(?![\w/.]))"),
    )
