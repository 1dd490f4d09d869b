"""Whether a mention is a happening that the article reports, and how directly it tells of it."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.events.mentions import Mention
from extractor.facts.events.setting import find_date, is_day, is_open_day, own_day
from extractor.facts.events.vocabulary import vocabulary, words_of
from extractor.facts.layout import Layout
from extractor.facts.time.times import Times
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import CAPITAL, settle, whole_words

_ALREADY = "đã"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PAST = 2000
"""What was before this year is history, whenever the article was written."""
_LONG_AGO = 4
"""Years before the latest that an article without a date names: what was earlier is history."""
_MONTH_REACH = 25
_MATCH_DAY = 50
"""Characters from a match to its day."""
_PROPER = re.compile(rf"\w+\s\w+\s{CAPITAL}")
_BRACKET_BEFORE = re.compile(r" ?\([^()\n]*\)\Z")
_SUBJECT = re.compile(r"\)?(?:,[ ]tại[ ][^,.;\n]{2,60})?,[ ]")


@dataclass(frozen=True, slots=True)
class _Tables:
    """Words around a happening's name: `sẽ` before its verb, `diễn ra` behind it, `sáng` before its day."""

    future: re.Pattern[str]
    soon: re.Pattern[str]
    coming: re.Pattern[str]
    held_after: re.Pattern[str]
    done: re.Pattern[str]
    lately: re.Pattern[str]
    launched: re.Pattern[str]
    broadcast: re.Pattern[str]
    offer: re.Pattern[str]
    told_at: re.Pattern[str]
    everywhere: re.Pattern[str]
    having: re.Pattern[str]
    unheld: re.Pattern[str]
    proposed: re.Pattern[str]
    called_off: re.Pattern[str]
    put_off: re.Pattern[str]
    likened: re.Pattern[str]
    played_at: re.Pattern[str]
    arranged: re.Pattern[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        future=re.compile(rf"(?<!\w){words_of('future')}(?:[ ]{words_of('adverb')})*[ ]$"),
        soon=re.compile(rf"(?<!\w){words_of('soon')}(?!\w)"),
        coming=re.compile(rf"[ ]{words_of('coming')}(?!\w)"),
        held_after=re.compile(
            rf"[^.;\n]{{0,140}}?\b(?:(?:được|do)[ ][^.;\n]{{0,100}}?{words_of('held_by')}"
            rf"|{words_of('taking_place')})(?!\w)"
        ),
        arranged=re.compile(rf"(?<!\w){words_of('arranged')}[ ]\Z"),
        played_at=re.compile(rf"[ ,]+(?:{words_of('placing')}|{words_of('hour')})[ ]"),
        having=re.compile(rf"{words_of('having')}(?!\w)"),
        proposed=whole_words(word_forms("events", "proposed")),
        unheld=re.compile(rf"(?<!\w){words_of('unheld')}(?:[ ]{words_of('adverb')})*[ ]$"),
        called_off=re.compile(rf"[ ,]+{words_of('called_off')}(?!\w)"),
        put_off=re.compile(rf"[^.;\n]{{0,140}}?(?<!\w){words_of('put_off')}(?!\w)"),
        likened=re.compile(rf"[ ]{words_of('likened')}(?!\w)"),
        everywhere=re.compile(rf"(?<!\w){words_of('everywhere')}(?!\w)"),
        done=re.compile(rf"(?<!\w){words_of('done')}[ ]$"),
        lately=re.compile(rf"(?<!\w){words_of('lately')}[ ]\Z"),
        told_at=re.compile(rf"(?<!\w){words_of('told_at')}[ ]\Z"),
        offer=re.compile(rf"[ ]{words_of('offer')}(?!\w)"),
        broadcast=re.compile(rf"[ ,]+{words_of('broadcast')}(?!\w)"),
        launched=re.compile(rf"[^.;\n]{{0,80}}?\b{words_of('launched')}(?!\w)"),
    )


def weigh(reading: Reading, settled: str, layout: Layout, times: Times, mention: Mention) -> float:
    """How sure it is that the mention is a happening that the article reports; 0 where it is none."""
    first, last = layout.sentence(mention.start)
    after = _tables().held_after.match(settled, mention.end, last) is not None
    has_day = own_day(reading, mention) is not None
    if mention.match and mention.standing != "several":
        played = has_day or _played(reading, settled, first, last, mention, after=after)
        return 0.75 if played else 0.0
    if mention.standing == "several" or (mention.standing == "reference" and not after):
        return 0.0
    if _is_none(reading, settled, first, last, mention, after=after) or _is_history(reading, times, mention):
        return 0.0
    specific = mention.complement >= 2 or mention.quoted or (mention.bare and mention.numbered)
    held = mention.standing == "held" or after
    if mention.named:
        return _named(reading, settled, first, last, mention, held=held, has_day=has_day)
    if mention.visit:
        return _visited(reading, first, mention)
    future = _tables().future.search(settled[max(first, mention.verb_start - 30) : mention.verb_start])
    if held and future and not _is_dated(reading, layout, mention):
        return 0.0
    likened = _tables().likened.match(settled, mention.start + len(mention.noun))
    title = 0.5 if specific and not likened and _opens_title(reading, mention) else 0.0
    if not mention.noun:
        coming = future is not None and _is_dated(reading, layout, mention)
        done = held or coming or (mention.start == first and has_day) or _is_done(reading, settled, first, mention)
        lately = _tables().lately.search(settled, first, mention.start)
        dated = held or lately or times.date(mention.start, mention.end) is not None
        return 0.85 if done and dated and specific else title
    if held:
        dated = (mention.bare or mention.themed or mention.contest) and (has_day or _has_day(reading, first, last))
        return 0.9 if specific else 0.65 if dated else 0.0
    if mention.standing == "attended":
        told = settled[first : mention.verb_start]
        opens = _opens(reading, first, mention)
        reported = _attended(times, mention, told, specific, has_day, opens=opens)
        # Sáng 5/3, bà Mẫu chủ trì |cuộc họp| với các sở.
        dated = (mention.bare or mention.themed) and _has_day(reading, first, mention.verb_start)
        return reported or (0.55 if dated else title)
    return _plain(reading, settled, first, mention, specific=specific, has_day=has_day) or title


def _is_own(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a lễ with a word of its own is attended, or held at some time: `tổ chức |lễ vu quy| ngày 5/3`."""
    if not mention.own or mention.standing not in ("held", "attended"):
        return False
    return mention.standing == "attended" or _is_dated_here(reading, first, last)


def _plain(reading: Reading, settled: str, first: int, mention: Mention, *, specific: bool, has_day: bool) -> float:
    """A happening that no verb holds and nobody attends: `Lễ khai giảng ngày 5/9`, `UBND huyện |họp báo|`."""
    if (specific and (has_day or _opens_day(reading, mention))) or (mention.themed and has_day):
        return 0.75
    done = mention.verbal and _is_done(reading, settled, first, mention)
    if (mention.bare and (has_day or done)) or (specific and done) or (mention.contest and mention.quoted):
        return 0.65
    return 0.5 if specific and _is_caption(reading, first, mention) else 0.0


def _played(reading: Reading, settled: str, first: int, last: int, mention: Mention, *, after: bool) -> bool:
    """Whether a match has its day soon behind its name: `trận ra quân tại giải mùa hè, lúc 16h ngày 14/8`."""
    if after and mention.complement and _has_day(reading, first, last):
        return True
    told = mention.complement > 0 or _tables().played_at.match(settled, mention.end)
    near = min(last, mention.end + _MATCH_DAY)
    # `trận thắng đội B, nhưng sẽ dự |trận gặp đội C| ngày 2/1`
    others = (noun for noun in vocabulary().noun.finditer(settled, mention.end, near))
    near = min(
        [near, *(other.start() for other in others if vocabulary().rows[" ".join(other.group().split())].match)]
    )
    days = (p for p in reading.periods if mention.end <= p.start < near)
    return bool(told) and any(p.form in ("date", "clock") and (p.first or mention.complement) for p in days)


def _is_none(reading: Reading, settled: str, first: int, last: int, mention: Mention, *, after: bool) -> bool:
    """Whether it is no single happening, or not held."""
    if mention.aimless and not _is_own(reading, first, last, mention):
        return True
    told_of = mention.proper or (after and not mention.complement)
    if mention.vague and mention.standing == "plain" and not told_of:
        return True
    return _is_no_one(reading, settled, first, last, mention) or _is_unheld(reading, settled, first, last, mention)


def _is_no_one(reading: Reading, settled: str, first: int, last: int, mention: Mention) -> bool:
    """Whether it is one of many (`đại hội các cấp`, no day) or still to come (`kỳ họp sắp tới`)."""
    everywhere = _tables().everywhere.search(settled, mention.start, mention.end) and not mention.quoted
    if everywhere and not (mention.standing == "held" and _has_day(reading, first, mention.start)):
        return True
    return _tables().coming.match(settled, mention.end, last) is not None


def _is_unheld(reading: Reading, settled: str, first: int, last: int, mention: Mention) -> bool:
    """Whether it is not held, any such (`để tổ chức hội thi`), or comes every year and has no time of its own."""
    tables = _tables()
    if tables.called_off.match(settled, mention.end, last) or tables.put_off.match(settled, mention.end, last):
        return True
    if mention.seasonal and not (
        _YEAR.search(reading.text, mention.start, mention.end)
        or _has_day(reading, first, last)
        or _has_month(reading, mention)
    ):
        return True
    before = settled[max(first, mention.verb_start - 30) : mention.verb_start]
    if mention.standing != "held":
        return False
    if tables.unheld.search(before):
        return True
    if tables.proposed.search(settled, first, mention.verb_start) and not _is_dated_here(reading, first, last):
        return True  # `Xã đề nghị huyện hỗ trợ giống và |tổ chức hội thảo|`
    if mention.verb_start == first and not _is_dated_here(reading, first, last):
        return True  # `Tổ chức hội thi cho giáo viên.`: a task
    had = tables.having.match(settled, mention.verb_start)
    return bool(had and not tables.done.search(before) and not _has_day(reading, first, last))


def _is_dated_here(reading: Reading, first: int, last: int) -> bool:
    """Whether the sentence tells any time."""
    return any(first <= p.start < last for p in reading.periods)


def _named(
    reading: Reading, settled: str, first: int, last: int, mention: Mention, *, held: bool, has_day: bool
) -> float:
    """A chương trình or chiến dịch, which needs a name of its own and to be held, dated or launched on a day."""
    name = reading.text[mention.start : mention.end]
    offered = _tables().offer.match(settled, mention.start + len(mention.noun))
    if offered or _tables().broadcast.match(settled, mention.end, last):
        return 0.0
    launched = mention.campaign and _tables().launched.match(settled, mention.end, last)
    if not mention.quoted:
        # Chiến dịch Hè xanh, without its quotation marks; Chiến dịch Điện Biên Phủ is history.
        if mention.proper and mention.standing == "attended" and _YEAR.search(name):
            return 0.6  # trong khuôn khổ chương trình Mẫu Xanh 2020
        proper = mention.campaign and _PROPER.match(reading.text, mention.start)
        return 0.7 if proper and (held or launched) and _has_day(reading, first, last) else 0.0
    if held or (launched and _has_day(reading, first, last)):
        return 0.85
    attended = mention.standing == "attended" and _has_day(reading, first, last)
    return 0.7 if has_day else 0.6 if attended else 0.0


def _visited(reading: Reading, first: int, mention: Mention) -> float:
    """`Chiều 5/3, đoàn công tác đã làm việc với |Huyện ủy …|`: a day before, and a body or place behind."""
    met = mention.start + len(mention.noun) + 1
    others = met in {body.start for body in reading.bodies} | {place.start for place in reading.places}
    arranged = _tables().arranged.search(settle(reading.text[first : mention.start]))
    return (
        0.75
        if others and not arranged and mention.standing == "plain" and _has_day(reading, first, mention.start)
        else 0.0
    )


def _attended(times: Times, mention: Mention, told: str, specific: bool, has_day: bool, *, opens: bool) -> float:
    """A happening that the text looks back at: `Tại lễ ra mắt mô hình, …`, `Tại cuộc họp chiều 5/3, …`.

    `told` is what stands before it in the sentence: `Ông Mẫu cho biết |tại lễ …|` opens as well.
    """
    if has_day and (specific or mention.bare or mention.themed):
        return 0.7
    date = times.date(mention.start, mention.end)
    own_year = _YEAR.search(times.reading.text, mention.start, mention.end)
    if mention.seasonal and mention.contest and own_year:
        return 0.6  # tại SEA Games 2019
    opens = opens or _tables().told_at.search(told) is not None
    # A year alone is enough where the happening opens the sentence.
    if specific and not mention.numbered and date and (opens or len(date) > 4):
        return 0.7
    if mention.themed and opens and len(date or "") > 7:
        return 0.5  # `Ngay sau lễ thượng cờ, …`
    named = mention.quoted or mention.numbered or (mention.titled and own_year is not None)
    return 0.55 if specific and named else 0.5 if specific and opens else 0.0


def _opens(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether what looks back at it opens the sentence, or is set off: `Về học phí, |tại cuộc họp|, ông …`."""
    if mention.verb_start == first or _opens_behind_day(reading, first, mention):
        return True
    set_off = reading.text[mention.end : mention.end + 1] == ","
    return set_off and reading.text[first : mention.verb_start].endswith(", ")


def _opens_behind_day(reading: Reading, first: int, mention: Mention) -> bool:
    """Whether only a day stands before the happening in its sentence: `Hôm qua, |sau cuộc họp với …|`."""
    days = (p for p in reading.periods if first <= p.start and p.form in ("date", "clock"))
    return any(
        not reading.text[first : p.start].strip("- ") and reading.text[p.end : mention.verb_start] == ", "
        for p in days
    )


def _has_day(reading: Reading, first: int, last: int) -> bool:
    told = [p for p in reading.periods if first <= p.start < last]
    return any(p.form in ("date", "clock") or (p.form == "span" and is_day(reading, p)) for p in told)


def _has_month(reading: Reading, mention: Mention) -> bool:
    """Whether a month is told soon behind it: `Kỳ thi tay nghề quốc gia lần thứ 9 diễn ra vào |tháng 3/2020|`."""
    near = (p for p in reading.periods if mention.end <= p.start < mention.end + _MONTH_REACH)
    return any(p.first and any(map(str.isdigit, reading.text[p.start : p.end])) for p in near)


def _opens_day(reading: Reading, mention: Mention) -> bool:
    """Whether the happening is the subject behind its day: `Ngày 5/6, |Đại hội Chữ thập đỏ xã khóa 9| …`."""
    days = (p for p in reading.periods if p.form in ("date", "clock") and 0 < mention.start - p.end < 80)
    return any(_SUBJECT.fullmatch(reading.text, day.end, mention.start) for day in days)


def _is_done(reading: Reading, settled: str, first: int, mention: Mention) -> bool:
    """`Ban Chỉ đạo đã |sơ kết …|`, `Ngày 5/3, xã Mẫu |tổng kết …|`: a verb with its subject, no report's title."""
    if done := _tables().done.search(settled, first, mention.start):
        # `Ông Mẫu cho biết, |đã| họp với các hộ`: the verb of what somebody says
        return not (done.group().startswith(_ALREADY) and settled[first : done.start()].rstrip().endswith(","))
    ends = {body.end for body in reading.bodies} | {place.end for place in reading.places}
    days = any(first <= p.start < mention.start and p.form in ("date", "clock") for p in reading.periods)
    subject = _BRACKET_BEFORE.sub("", reading.text[: mention.start].rstrip())
    return days and len(subject) in ends


def _is_history(reading: Reading, times: Times, mention: Mention) -> bool:
    """Whether its date lies years back: the article only recalls it, in one without a day of its own decades."""
    date = find_date(reading, times.layout, times, mention) if mention.standing in ("plain", "attended") else None
    if date and not reading.published:
        latest = max((int(year) for year in _YEAR.findall(reading.text)), default=_PAST)
        return int(date[:4]) < max(_PAST, latest - _LONG_AGO)
    return bool(date and reading.published and int(date[:4]) < int(reading.published[:4]) - 1)


def _opens_title(reading: Reading, mention: Mention) -> bool:
    """Whether the mention opens the article, or its title."""
    return reading.text[: mention.start].strip() == ""


def _is_caption(reading: Reading, first: int, mention: Mention) -> bool:
    """A sentence that is all name: `Lễ bàn giao nhà văn hóa giữa hai thôn.`"""
    name = reading.text[mention.start : mention.end]
    in_title = mention.start < len(reading.title or "")
    alone = mention.start == first and reading.text[mention.end : mention.end + 1] in ("", ".", "\n")
    return alone and name[0].isupper() and not name.isupper() and mention.complement >= 4 and not in_title


def _is_dated(reading: Reading, layout: Layout, mention: Mention) -> bool:
    first, last = layout.sentence(mention.start)
    told = [p for p in reading.periods if first <= p.start < last]
    days = any(p.first or p.form == "clock" or is_open_day(reading, p) for p in told)
    return days or bool(_tables().soon.search(settle(reading.text[first:last])))
