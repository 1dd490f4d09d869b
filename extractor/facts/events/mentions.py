"""Where the text names a happening: the noun, the rest of the name, and how the text speaks of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.facts.events.naming import Marks, name_end
from extractor.facts.events.vocabulary import EventRow, link, vocabulary, words_of
from extractor.facts.layout import Layout
from extractor.reading.spans import Reading
from extractor.vietnamese.phrases import BLANK, settle

_LONGEST_QUOTED = 120
_QUOTES = '“"‘'
_CLOSING = re.compile(r"[”\"’]")
_QUOTED = re.compile(r"[“\"‘]|(?<!\w)'")
Standing = Literal["held", "attended", "plain", "reference", "several"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An event noun with its name.

    `start:end` is the name; `complement` counts the words of the name behind noun and theme; `quoted` tells of a
    quoted proper name. `verb_start` is where the verb that holds it begins (`|tổ chức hội nghị`). `meeting` marks
    a plain hội nghị, sơ kết or tổng kết, which one conference may all be; `themed` tells of a theme or what is
    celebrated (lễ khai giảng); `aimless` marks a lễ without, which may have a word of its `own` (lễ vu
    quy); behind a `proper` noun stands a capital, and one of a `titled` happening has one itself (tham dự |Hội nghị
    Thượng đỉnh …|). The other marks are those of `EventRow`.
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
    vague: bool
    proper: bool
    own: bool
    titled: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    """`generic` words alone are no name; `attending`, `reference` and `several` stand before the noun, `reach`
    between it and its theme, `partner` behind it; a `classifier` is no part of the kind; what has an `attribute` is
    told for somebody's sake; `led_in` begins the theme of what is held (tổ chức hội nghị |thông qua| …); a quoted
    `sentence` is no name.
    """

    generic: re.Pattern[str]
    attending: re.Pattern[str]
    reference: re.Pattern[str]
    several: re.Pattern[str]
    attribute: re.Pattern[str]
    sentence: re.Pattern[str]
    reach: re.Pattern[str]
    classifier: re.Pattern[str]
    partner: re.Pattern[str]
    led_in: re.Pattern[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        generic=re.compile(rf"(?:[ ]*{words_of('generic')}(?!\w))+[ ]*\Z"),
        attending=re.compile(rf"(?<!\w){words_of('attending')}{link()}"),
        reference=re.compile(rf"(?<!\w){words_of('reference')}(?:[ ](?:của|cho|về))?{link()}"),
        several=re.compile(
            rf"(?:(?<!\w){words_of('several')}|(?<![\w/.-])\d{{1,3}})[ ](?:{words_of('several')}[ ])?$"
        ),
        attribute=re.compile(rf"(?<!\w){words_of('attribute')}[ ]$"),
        sentence=re.compile(rf"(?<!\w){words_of('sentence')}(?!\w)"),
        reach=re.compile(rf"(?:[ ]{words_of('reach')})*{BLANK}"),
        classifier=re.compile(rf"{words_of('classifier')}[ ]"),
        led_in=re.compile(rf"[ ]{words_of('led_in')}(?=[ ])"),
        partner=re.compile(rf"(?:[ ]{words_of('generic')})*[ ]{words_of('partner')}(?=[ ])"),
    )


def find_mentions(reading: Reading, settled: str, layout: Layout) -> tuple[Mention, ...]:
    """All event nouns of the (settled) text in order, and `sơ kết`, `tổng kết` without a noun."""
    text = reading.text
    edges = frozenset(edge for word in layout.words for edge in (word.start, word.end))
    marks = Marks.of(reading, edges)
    found: list[Mention] = []
    for match in _candidates(settled):
        if (found and match.start() < found[-1].end) or _is_stage(settled, match) or _lacks_name(text, match):
            continue
        found.append(_mention(text, settled, layout, match, marks))
    return tuple(found)


def _candidates(settled: str) -> Iterator[re.Match[str]]:
    known = vocabulary()
    both = sorted(
        [*known.noun.finditer(settled), *known.lone_theme.finditer(settled)],
        key=lambda match: (match.start(), -match.end()),
    )
    return iter(both)


def _is_stage(settled: str, match: re.Match[str]) -> bool:
    """Whether it is the stage of an event named next, and no match: `bán kết |hội thi|`."""
    row = vocabulary().rows.get(" ".join(match.group().split()))
    return bool(row and row.stage and vocabulary().noun.match(settled, match.end() + 1))


def _lacks_name(text: str, match: re.Match[str]) -> bool:
    """Whether no capital stands behind a noun that is a happening only before one: `trận |lũ|`."""
    row = vocabulary().rows.get(" ".join(match.group().split()))
    return bool(row and row.proper and not text[match.end() + 1 : match.end() + 2].isupper())


def _mention(text: str, settled: str, layout: Layout, match: re.Match[str], marks: Marks) -> Mention:
    known = vocabulary()
    noun = " ".join(match.group().split())
    row = known.rows.get(noun)
    kind, head_end = _kind(settled, noun, row, match)
    first, last = layout.sentence(match.start())
    standing, verb = _standing(settled, first, match.start())
    themed = head_end > match.end()
    start, head_end, end = _extent(text, settled, match, head_end, last, row, standing, marks)
    name = text[match.end() if start < match.start() else head_end : end]
    aimless = bool(row and row.ceremony and not themed and not row.bare)
    own = _own_word(settled, match, end, layout) if aimless and row and row.rite else ""
    return Mention(
        start=start,
        end=end,
        kind=f"{kind} {own}" if own else kind,
        noun=noun if row else "",
        complement=_complement(name, end, marks, themed=themed),
        quoted=start < match.start() or _QUOTED.search(name) is not None,
        standing=standing,
        verb_start=verb,
        bare=bool(row and row.bare),
        named=bool(row and row.named),
        meeting=bool(row and row.meeting) or kind in known.meetings,
        contest=bool(row and row.contest),
        campaign=bool(row and row.campaign),
        visit=bool(row and row.visit),
        verbal=bool(row and row.verbal),
        match=bool(row and row.match),
        seasonal=bool(row and row.seasonal),
        themed=themed,
        numbered=bool(known.numbered.match(settled, head_end)),
        aimless=aimless,
        own=bool(own),
        titled=text[match.start()].isupper() and not text[match.start() : match.end()].isupper(),
        vague=bool(row and row.vague and not themed),
        proper=text[head_end + 1 : head_end + 2].isupper() and end > head_end,
    )


def _extent(
    text: str,
    settled: str,
    match: re.Match[str],
    head_end: int,
    last: int,
    row: EventRow | None,
    standing: Standing,
    marks: Marks,
) -> tuple[int, int, int]:
    """Where the name begins, what makes its kind ends, and the name ends."""
    closing = _closing(text, settled, head_end, min(last, match.start() + _LONGEST_QUOTED))
    start = match.start() - (text[match.start() - 1 : match.start()] in tuple(_QUOTES) and closing is not None)
    if start < match.start() and closing:
        # `tổ chức “Ngày hội văn hóa” năm 2024`: the quotation is part of the name, whatever words it holds.
        head_end = closing.end()
    begun = _begun(settled, head_end, row, standing)
    listed = row is None or (standing == "held" and not (row.contest or row.kind or row.named))
    end = name_end(text, settled, match.start(), begun, last, marks, listing=listed)
    return start, head_end, end if end > begun else head_end


def _begun(settled: str, head_end: int, row: EventRow | None, standing: Standing) -> int:
    """Where the name is read on: behind the word that leads to whom it was held with, or to its theme."""
    led = _tables().partner.match(settled, head_end) if row and row.partner else None
    if led is None and standing in ("held", "attended"):
        led = _tables().led_in.match(settled, head_end)
    return led.end() if led else head_end


def _own_word(settled: str, match: re.Match[str], end: int, layout: Layout) -> str:
    """The word right behind a lễ that tells what it is, though no list does: `lễ |vu quy|`, not `lễ 2/9`."""
    words = layout.words_between(match.start(), end)
    apart = [word for word in words if word.start > match.start()]
    if not apart or apart[0].start != match.end() + 1 or words[0].start != match.start():
        return ""
    own = " ".join(settled[apart[0].start : apart[0].end].split())
    return own if own.replace(" ", "").isalpha() and not _tables().generic.match(f" {own}") else ""


def _closing(text: str, settled: str, at: int, last: int) -> re.Match[str] | None:
    """The mark that closes a quoted name, none behind a sentence: `“kỳ thi là phù hợp”`."""
    closing = _CLOSING.search(text, at, last)
    return closing if closing and not _tables().sentence.search(settled, at, closing.start()) else None


def _complement(name: str, end: int, marks: Marks, *, themed: bool) -> int:
    """How many words of the name tell more than the noun; a time tells of a theme alone (`tổng kết năm 2024`)."""
    if _tables().generic.match(settle(name)):
        return 0
    start = end - len(name)
    words = [start + word.start() for word in re.finditer(r"\w+", name)]
    return sum(themed or at not in marks.times for at in words)


def _kind(settled: str, noun: str, row: EventRow | None, match: re.Match[str]) -> tuple[str, int]:
    """The kind and where the words that make it end: `hội nghị |sơ kết|`, `lễ |ra mắt|`."""
    tables, known = _tables(), vocabulary()
    at = match.end()
    if row is None:
        return noun, at
    if row.kind:
        return row.kind, at
    gap = tables.reach.match(settled, at)
    theme = known.theme.match(settled, gap.end()) if gap else None
    celebrated = gap is not None and row.ceremony and known.ceremony.match(settled, gap.end())
    if theme and (not celebrated or theme.group() in known.meetings):
        return " ".join(theme.group().split()), theme.end()
    plain = noun if row.spoken else tables.classifier.sub("", noun, count=1)
    if gap and row.ceremony and (ceremony := known.ceremony.match(settled, gap.end())):
        what = " ".join(ceremony.group().split())
        return f"{plain} {known.ceremony_kinds.get(what, what)}", ceremony.end()
    return (plain if plain in known.rows else noun), at


def _standing(settled: str, first: int, start: int) -> tuple[Standing, int]:
    """How the words before the noun speak of it, and where its verb begins."""
    tables, known = _tables(), vocabulary()
    before = settled[max(first, start - 60) : start].rstrip("“\"'")
    offset = max(first, start - 60)
    if of := tables.attribute.search(before):
        return "several", offset + of.start()
    held, reference = known.holding.search(before), tables.reference.search(before)
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
