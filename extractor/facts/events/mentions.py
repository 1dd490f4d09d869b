"""Where the text names a happening: the noun, the rest of the name, and how the text speaks of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.facts.layout import Layout
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import BLANK, alternation, settle, whole_words

LONGEST_NAME = 230
_NAME_REST = 40
"""Characters from a comma in a name to the day behind it."""
_QUOTES = '“"‘'
_CLOSING = re.compile(r"[”\"’]")
Standing = Literal["held", "attended", "plain", "reference", "several"]
_PIECE = re.compile(
    r"[“\"][^“”\"\n]{1,160}[”\"]|‘[^‘’\n]{1,160}’|(?<!\w)'[^'\n]{1,160}'(?!\w)|"
    r"\([^()\n]{1,60}\)|[^\s“”\"(),;:.!?…]+(?:[.,]\d+)*|\S"
)
_QUOTED = re.compile(r"[“\"‘]|(?<!\w)'")
_ABBREVIATION = re.compile(r"[ ]*\((?:[A-ZĐ][\w&.-]*[A-ZĐ&\w]|[A-ZĐ]+)\)$")


class EventRow(Row):
    """An event noun and what it needs beside it to be an event; `meeting` marks a plain meeting, `match` a match.

    Behind a noun with a `partner` the name goes on with whom it was held: `buổi làm việc |với tỉnh Mẫu|`. A `stage`
    is a match where no event's noun follows (bán kết hội thi); what is `seasonal` comes every year; a `spoken` noun
    keeps its classifier as its kind (buổi giao lưu).
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


class CeremonyRow(Row):
    """What a lễ celebrates; `kind` where the kind is not the words themselves (ký kết: lễ ký)."""

    kind: str | None = None


class ThemeRow(Row):
    """What a happening is about, which is its kind; a `meeting` theme stands without a noun too."""

    meeting: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An event noun with its name.

    `start:end` is the name; `complement` counts the words of the name behind noun and theme; `quoted` tells of a
    quoted proper name. `verb_start` is where the verb that holds it begins (`|tổ chức hội nghị`). `meeting` marks
    a plain hội nghị, sơ kết or tổng kết, which one conference may all be; `themed` tells of a theme or what is
    celebrated (lễ khai giảng); `aimless` marks a lễ without. The other marks are those of `EventRow`.
    """

    start: int
    end: int
    kind: str
    noun: str
    complement: int
    quoted: bool
    standing: Standing
    verb_start: int
    bare: bool
    named: bool
    meeting: bool
    contest: bool
    campaign: bool
    visit: bool
    verbal: bool
    match: bool
    seasonal: bool
    numbered: bool
    themed: bool
    aimless: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    noun: re.Pattern[str]
    rows: dict[str, EventRow]
    theme: re.Pattern[str]
    lone_theme: re.Pattern[str]
    meetings: frozenset[str]
    ceremony: re.Pattern[str]
    ceremony_kinds: dict[str, str]
    holding: re.Pattern[str]
    generic: re.Pattern[str]
    lasting: re.Pattern[str]
    opener: re.Pattern[str]
    attending: re.Pattern[str]
    reference: re.Pattern[str]
    several: re.Pattern[str]
    name_end: re.Pattern[str]
    into: re.Pattern[str]
    hour: re.Pattern[str]
    reach: re.Pattern[str]
    classifier: re.Pattern[str]
    numbering: re.Pattern[str]
    partner: re.Pattern[str]
    trailing: re.Pattern[str]


def words_of(table: str) -> str:
    """A pattern source for the words of a table of `events.toml`."""
    return alternation(word_forms("events", table))


@cache
def _tables() -> _Tables:
    nouns = rows("events", "event", EventRow)
    themes, ceremonies = rows("events", "theme", ThemeRow), rows("events", "ceremony", CeremonyRow)
    meetings = [form for row in themes if row.meeting for form in row.forms]
    holding = [*word_forms("events", "holding"), *word_forms("events", "having")]
    # Words between the verb and the noun: `tổ chức thành công |lễ`.
    link = rf"(?:[ ]{words_of('manner')})*[ ]$"
    return _Tables(
        noun=re.compile(rf"(?<!\w){alternation(form for row in nouns for form in row.forms)}(?!\w)"),
        rows={settle(form): row for row in reversed(nouns) for form in row.forms},
        theme=re.compile(rf"{alternation(form for row in themes for form in row.forms)}(?!\w)"),
        lone_theme=whole_words(meetings),
        meetings=frozenset(settle(form) for form in meetings),
        ceremony=re.compile(rf"{alternation(form for row in ceremonies for form in row.forms)}(?!\w)"),
        ceremony_kinds={settle(form): row.kind for row in ceremonies if row.kind for form in row.forms},
        holding=re.compile(rf"(?<!\w){alternation(holding)}{link}"),
        generic=re.compile(rf"(?:[ ]*{words_of('generic')}(?!\w))+[ ]*\Z"),
        lasting=re.compile(rf"\d+[ ]{words_of('lasting')}(?![ ]?\d)(?!\w)"),
        opener=re.compile(rf"{words_of('opener')}(?!\w)"),
        attending=re.compile(rf"(?<!\w){words_of('attending')}{link}"),
        reference=re.compile(rf"(?<!\w){words_of('reference')}(?:[ ](?:của|cho|về))?{link}"),
        several=re.compile(
            rf"(?:(?<!\w){words_of('several')}|(?<![\w/.-])\d{{1,3}})[ ](?:{words_of('several')}[ ])?$"
        ),
        name_end=whole_words(word_forms("events", "name_end")),
        into=re.compile(rf"(?<!\w){words_of('into')}[ ]\Z"),
        hour=re.compile(rf"(?:{words_of('hour')}[ ])*\(?"),
        reach=re.compile(rf"(?:[ ]{words_of('reach')})*{BLANK}"),
        classifier=re.compile(rf"{words_of('classifier')}[ ]"),
        numbering=re.compile(rf"[ ]{words_of('numbering')}(?!\w)"),
        partner=re.compile(rf"[ ]{words_of('partner')}(?=[ ])"),
        trailing=re.compile(rf"(?<!\w){words_of('trailing')}[ ,]*\Z"),
    )


def find_mentions(reading: Reading, settled: str, layout: Layout) -> tuple[Mention, ...]:
    """All event nouns of the (settled) text in order, and `sơ kết`, `tổng kết` without a noun."""
    text = reading.text
    days = {p.start for p in reading.periods if p.form in ("date", "clock") and len(p.first or "x" * 10) > 7}
    edges = frozenset(edge for word in layout.words for edge in (word.start, word.end))
    inner = {at for body in reading.bodies for at in range(body.start, body.end) if text[at] == ","}
    told = frozenset(at for period in reading.periods for at in range(period.start, period.end))
    marks = _Marks(frozenset(days), told, frozenset(inner), edges)
    found: list[Mention] = []
    for match in _candidates(settled):
        if (found and match.start() < found[-1].end) or _is_stage(settled, match):
            continue
        found.append(_mention(text, settled, layout, match, marks))
    return tuple(found)


def _candidates(settled: str) -> Iterator[re.Match[str]]:
    tables = _tables()
    both = sorted(
        [*tables.noun.finditer(settled), *tables.lone_theme.finditer(settled)],
        key=lambda match: (match.start(), -match.end()),
    )
    return iter(both)


def _is_stage(settled: str, match: re.Match[str]) -> bool:
    """Whether it is the stage of an event named next, and no match: `bán kết |hội thi|`."""
    row = _tables().rows.get(" ".join(match.group().split()))
    return bool(row and row.stage and _tables().noun.match(settled, match.end() + 1))


@dataclass(frozen=True, slots=True)
class _Marks:
    """Offsets at which days begin, within all times, of the commas in the names of bodies, of the words' edges."""

    days: frozenset[int]
    times: frozenset[int]
    inner_commas: frozenset[int]
    edges: frozenset[int]


def _mention(text: str, settled: str, layout: Layout, match: re.Match[str], marks: _Marks) -> Mention:
    tables = _tables()
    noun = " ".join(match.group().split())
    row = tables.rows.get(noun)
    kind, head_end = _kind(settled, noun, row, match)
    first, last = layout.sentence(match.start())
    standing, verb = _standing(settled, first, match.start())
    themed = head_end > match.end()
    start = match.start() - (text[match.start() - 1 : match.start()] in tuple(_QUOTES))
    if start < match.start():
        # `tổ chức “Ngày hội văn hóa” năm 2024`: the quotation is part of the name, whatever words it holds.
        closing = _CLOSING.search(text, head_end, last)
        head_end = closing.end() if closing else head_end
    partner = tables.partner.match(settled, head_end) if row and row.partner else None
    begun = partner.end() if partner else head_end
    end = _name_end(text, settled, match.start(), begun, last, marks, listing=standing == "held")
    end = end if end > begun else head_end
    name = text[match.end() if start < match.start() else head_end : end]
    return Mention(
        start=start,
        end=end,
        kind=kind,
        noun=noun if row else "",
        complement=_complement(name, end, marks, themed=themed),
        quoted=start < match.start() or _QUOTED.search(name) is not None,
        standing=standing,
        verb_start=verb,
        bare=bool(row and row.bare),
        named=bool(row and row.named),
        meeting=bool(row and row.meeting) or kind in tables.meetings,
        contest=bool(row and row.contest),
        campaign=bool(row and row.campaign),
        visit=bool(row and row.visit),
        verbal=bool(row and row.verbal),
        match=bool(row and row.match),
        seasonal=bool(row and row.seasonal),
        themed=themed,
        numbered=bool(tables.numbering.match(settled, head_end)),
        aimless=bool(row and row.ceremony and not themed),
    )


def _complement(name: str, end: int, marks: _Marks, *, themed: bool) -> int:
    """How many words of the name tell more than the noun; a time tells of a theme alone (`tổng kết năm 2024`)."""
    if _tables().generic.match(settle(name)):
        return 0
    start = end - len(name)
    words = [start + word.start() for word in re.finditer(r"\w+", name)]
    return sum(themed or at not in marks.times for at in words)


def _kind(settled: str, noun: str, row: EventRow | None, match: re.Match[str]) -> tuple[str, int]:
    """The kind and where the words that make it end: `hội nghị |sơ kết|`, `lễ |ra mắt|`."""
    tables = _tables()
    at = match.end()
    if row is None:
        return noun, at
    if row.kind:
        return row.kind, at
    gap = tables.reach.match(settled, at)
    theme = tables.theme.match(settled, gap.end()) if gap else None
    celebrated = gap is not None and row.ceremony and tables.ceremony.match(settled, gap.end())
    if theme and (not celebrated or theme.group() in tables.meetings):
        return " ".join(theme.group().split()), theme.end()
    plain = noun if row.spoken else tables.classifier.sub("", noun, count=1)
    if gap and row.ceremony and (ceremony := tables.ceremony.match(settled, gap.end())):
        what = " ".join(ceremony.group().split())
        return f"{plain} {tables.ceremony_kinds.get(what, what)}", ceremony.end()
    return (plain if plain in tables.rows else noun), at


def _standing(settled: str, first: int, start: int) -> tuple[Standing, int]:
    """How the words before the noun speak of it, and where its verb begins."""
    tables = _tables()
    before = settled[max(first, start - 60) : start].rstrip("“\"'")
    offset = max(first, start - 60)
    held, reference = tables.holding.search(before), tables.reference.search(before)
    attending = tables.attending.search(before)
    if reference and attending and attending.start() < reference.start():
        return "attended", offset + attending.start()  # `ngay |sau| lễ khai giảng`
    # `không tổ chức |lễ|` refers, `tổ chức thành công |đại hội|` does not.
    if reference and not (held and held.start() < reference.start()):
        return "reference", offset + reference.start()
    if held:
        return "held", offset + held.start()
    if several := tables.several.search(before):
        return "several", offset + several.start()
    if attending:
        return "attended", offset + attending.start()
    return "plain", start


def _name_end(text: str, settled: str, noun: int, at: int, last: int, marks: _Marks, *, listing: bool) -> int:
    """Where the name ends: at a mark, at a word that says something of it, at a day, at the next event's noun.

    Without `listing` a comma ends it too: `Tại lễ ra mắt mô hình, công an phường …`.
    """
    end = at
    limit = min(last, at + LONGEST_NAME)
    for piece in _PIECE.finditer(text, at, limit):
        start, stop = piece.span()
        shown = piece.group()
        if "\n\n" in text[end:start] or shown in ".!?…;:":
            break
        goes_on = start in marks.inner_commas or (listing and end > at and _list_goes_on(text, settled, stop))
        goes_on = goes_on or (shown == "," and _day_ends_name(settled, stop, marks.days))
        if shown == "," and not goes_on:
            break
        if shown[0].isupper():
            over = _opens_next(text, settled, noun, start)
        else:
            over = _says_of_it(settled, start, marks, head=end == at)
        if over or _day_begins(settled, start, marks.days):
            break
        if shown in ",-–":
            continue
        end = stop
    name = text[at:end]
    trailing = _ABBREVIATION.search(name)
    name = name[: trailing.start()] if trailing else name
    while weak := _tables().trailing.search(settled, at, at + len(name.rstrip(" ,-–“"))):
        name = text[at : weak.start()]
    name = name.rstrip(" ,-–“")
    return at + len(name.rstrip('" ') if name.count('"') % 2 else name)


def _says_of_it(settled: str, start: int, marks: _Marks, *, head: bool) -> bool:
    """Whether words say something of a happening, whose name has only its `head` yet."""
    said = _tables().name_end.match(settled, start)
    # Not the bị of chuẩn bị, nor the dự of dự án.
    if said and start in marks.edges and said.end() in marks.edges:
        # `lễ tổng kết |và trao giải|` is one; `lễ ra quân mùa hè |và trao| quà` does two things.
        return not (head and said.group().startswith("và "))
    return head and _tables().lasting.match(settled, start) is not None


def _opens_next(text: str, settled: str, at: int, start: int) -> bool:
    """Whether another happening begins (`… tại buổi lễ |Lễ ký kết …|`), or a sentence behind a caption.

    A Chương trình may be part of a name, and so may what the name is about: `họp báo giới thiệu |Lễ hội …|`.
    """
    opener = _tables().opener.match(settled, start)
    if opener and text[start + 1 : opener.end()].islower():
        return True
    noun = _tables().noun.match(settled, start)
    if noun and _tables().into.search(settled, at, start):
        return False
    return bool(noun) and not _tables().rows[" ".join(noun.group().split()) if noun else ""].named


def _list_goes_on(text: str, settled: str, at: int) -> bool:
    """After a comma the name goes on with small words: `tổng kết năm 2024, triển khai nhiệm vụ năm 2025`."""
    word = re.compile(r"[ ]*([^\W\d_]+)").match(text, at)
    if word is None or text[word.start(1)].isupper():
        return False
    return not _tables().name_end.match(settled, word.start(1))


def _day_ends_name(settled: str, at: int, days: frozenset[int]) -> bool:
    """Whether a comma only joins words before the name's day: `tuyên dương người tốt|, việc tốt ngày 15/11`."""
    ahead = (day for day in days if at < day <= at + _NAME_REST)
    between = settled[at : min(ahead, default=at)]
    return bool(between.strip()) and not (
        set(between) & set(',.;:()“”"') or _tables().name_end.search(between) or _tables().holding.search(between)
    )


def _day_begins(settled: str, start: int, days: frozenset[int]) -> bool:
    part = _tables().hour.match(settled, start)
    return start in days or bool(part and part.end() > start and part.end() in days)
