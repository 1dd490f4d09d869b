"""Who holds a happening: the subject of `tổ chức`, or the agent behind `do`."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.events.mentions import Mention
from extractor.facts.events.vocabulary import words_of
from extractor.facts.layout import Layout
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words

LONGEST_ORGANIZER = 170
_AGENT_REACH = 120  # characters from a name to its holder's `do`
# As far as adverbs and prepositions are looked for.
WORDS_BEFORE = 60


_OFFICE = re.compile(r"(?<!\w)[A-ZĐ]{3,}[ ]\Z")
_BRACKET = re.compile(r"[ ]?\([^()\n]*\)\Z")
_OPENED = re.compile(r"[ ]?\([^()\n]*\)")
_STOPPED = re.compile(r"[.;\n]")
_NEXT_CLAUSE = re.compile(r"[^.,;\n]{0,30},\s")


@dataclass(frozen=True, slots=True)
class _Tables:
    """`adverbs` end a subject, `aside` opens what is none, `agent` holds the holder behind the name.

    `short` is a holder that its sentence calls by no name; `said` tells that a holder has another verb: `UBND tỉnh
    |đã| ký, nay tổ chức …`.
    """

    adverbs: re.Pattern[str]
    aside: re.Pattern[str]
    agent: re.Pattern[str]
    taking_place: tuple[str, ...]
    said: re.Pattern[str]
    short: re.Pattern[str]
    of: tuple[str, ...]
    chaired: re.Pattern[str]
    paper: re.Pattern[str]
    quarter: re.Pattern[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        adverbs=re.compile(rf"(?:[ ,]*\b{words_of('adverb')})+[ ]*$"),
        aside=re.compile(rf"(?<!\w){words_of('aside')}[ ]$"),
        agent=re.compile(rf"\b(?:do|được)[ ](?=(?P<who>[^.;\n]{{3,150}}?)[ ]{words_of('held_by')}(?!\w))"),
        taking_place=word_forms("events", "taking_place"),
        short=re.compile(rf"(?:\A|[,;:][ ])({words_of('short_holder')})\Z"),
        of=tuple(f"{word} " for word in word_forms("events", "owned")),
        chaired=re.compile(rf"(?<!\w){words_of('chaired')}[ ]"),
        paper=whole_words(word_forms("events", "paper")),
        quarter=re.compile(rf"(?:\A|, )({words_of('quarter')}[ ][^,;:.\n]{{2,40}}, )\Z"),
        said=whole_words(word_forms("events", "said")),
    )


def find_organizer(reading: Reading, settled: str, layout: Layout, mention: Mention) -> str | None:
    """The holder as written, joint holders in one piece: `Huyện đoàn phối hợp với Hội Nông dân`.

    `settled` is the settled text of the reading.
    """
    first, last = layout.sentence(mention.start)
    if mention.standing == "held":
        verb = settled[mention.verb_start : mention.start]
        subject = _subject(reading, settled, first, mention.verb_start)
        if subject or not verb.startswith(_tables().taking_place):
            return subject  # |Sở Tư pháp| khai mạc hội thi; khai mạc lễ hội do … tổ chức
    elif not mention.noun:
        return _subject(reading, settled, first, mention.start) or _next_subject(reading, mention)
    elif mention.verbal and (subject := _subject(reading, settled, first, mention.start)):
        return subject  # |UBND huyện| họp báo
    if own := _own_body(reading, settled, mention):
        return own
    if mention.numbered and (following := _next_subject(reading, mention)):
        return following  # Tại kỳ họp thứ 42 ngày 8/1, |UB Kiểm tra| đã kết luận
    chaired = _tables().chaired.search(settled, first, last)
    if chaired and (body := next((b for b in reading.bodies if b.start == chaired.end()), None)):
        return body.name
    return _agent(reading, settled, mention.end, last)


def _agent(reading: Reading, settled: str, end: int, last: int) -> str | None:
    """The holder behind the name, at whom its words begin: `do dịch bệnh …, do |Sở Y tế| tổ chức`."""
    begun = {body.start for body in reading.bodies}
    for agent in _tables().agent.finditer(settled, end, last):
        start, stop = agent.span("who")
        if len(_STOPPED.split(settled[end : agent.start()])) > 1 or agent.start() > end + _AGENT_REACH:
            return None
        verb = " do " in settled[start:stop] or _tables().said.search(settled, start, stop)
        if (start in begun or reading.text[start].isupper()) and not verb:
            return " ".join(reading.text[start:stop].split())
    return None


def _own_body(reading: Reading, settled: str, mention: Mention) -> str | None:
    """The body whose session it is: `cuộc họp |Ban Chỉ đạo …|`, `cuộc họp của |…|`, `kỳ họp thứ 9, |HĐND xã|`.

    A meeting's name may end in whose it is: `hội nghị tổng kết năm 2024 của |Hội Mẫu|`, not `Chỉ thị 5 của |…|`.
    """
    met = mention.start + len(mention.noun) + 1
    for body in reading.bodies:
        if not met <= body.start < mention.end:
            continue
        name = settled[met : body.start]
        owned = name.endswith(_tables().of) and not _tables().paper.search(name)
        if not owned and settled[body.start : body.end] == reading.text[body.start : body.end]:
            continue  # `phiên xét xử |vụ án|`, `đại hội |ngân hàng đầu tiên|`
        of_meeting = mention.meeting and owned and body.end >= mention.end
        if of_meeting or (mention.bare and (not name or owned or mention.numbered)):
            return " ".join(reading.text[body.start : min(body.end, mention.end)].split())
    return None


def _next_subject(reading: Reading, mention: Mention) -> str | None:
    """The body that opens the clause behind the name: `Sơ kết đợt cao điểm chiều 5/3, |UBND huyện| khen …`."""
    comma = _NEXT_CLAUSE.match(reading.text, mention.end)
    return next((body.name for body in reading.bodies if comma and body.start == comma.end()), None)


def _subject(reading: Reading, settled: str, first: int, verb: int) -> str | None:
    """The bodies, or the place, that end where the verb with its adverbs begins."""
    first = max(first, verb - LONGEST_ORGANIZER - WORDS_BEFORE)
    adverbs = _tables().adverbs.search(settled, max(first, verb - WORDS_BEFORE), verb)
    end = adverbs.start() if adverbs else verb
    while end > first and reading.text[end - 1] in " ,\u00a0":
        end -= 1
    end = _before_its_place(reading, _before_its_day(reading, end))
    if short := _tables().short.search(settled, first, end):
        return reading.text[short.start(1) : end]
    bodies = [(body.start, body.end) for body in reading.bodies]
    places = [(place.start, place.end) for place in reading.places]
    for start, stop in [*sorted(bodies), *sorted(places)]:
        inside = first <= start < end and end - start <= LONGEST_ORGANIZER
        if not inside or _is_aside(settled, first, start, stop):
            continue
        if any(start < day.start and day.end < end for day in reading.periods):
            continue  # a heading runs into the sentence: `Vụ án ở |xã Hạ| Ngày 5/3, TAND tỉnh mở phiên tòa`
        between = reading.text[start:end]
        said = reading.text[stop:end]
        broken = re.search(r"[:;\n]", between) or between.count("(") != between.count(")")
        if stop <= end and not broken and not _tables().said.search(settle(said)):
            office = _OFFICE.search(reading.text, first, start) or _tables().quarter.search(settled, first, start)
            between = reading.text[office.start(office.re.groups) if office else start : end]
            return _BRACKET.sub("", " ".join(between.split()))
    return None


def _is_aside(settled: str, first: int, start: int, stop: int) -> bool:
    """Whether a body is no subject: right behind `tại`, or in a phrase of its own (`tại trụ sở |UBND tỉnh|,`)."""
    aside = _tables().aside
    if aside.search(settled, max(first, start - WORDS_BEFORE), start):
        return True
    phrase = settled.rfind(", ", first, start) + 2
    opened = settled[phrase:start].split(" ", 1)[0] if phrase > 1 else ""
    bracket = _OPENED.match(settled, stop)  # `tại trụ sở TAND huyện Mẫu| (Tỉnh)|, TAND tỉnh …`
    stop = bracket.end() if bracket else stop
    return settled.startswith(",", stop) and bool(opened) and aside.search(f"{opened} ") is not None


def _before_its_day(reading: Reading, end: int) -> int:
    """The end of a holder without the day behind it: `TAND huyện Mẫu |ngày 12/7| mở phiên tòa`."""
    day = next((day for day in reading.periods if day.end == end), None)
    return len(reading.text[: day.start].rstrip(" ,")) if day else end


def _before_its_place(reading: Reading, end: int) -> int:
    """The end of a holder without the place behind it: `UBND xã Hạ|, tỉnh Mẫu|`."""
    place = next((place for place in reading.places if place.end == end), None)
    held = place is not None and any(body.end == place.start - len(", ") for body in reading.bodies)
    return place.start - len(", ") if place and held else end
