"""All award clauses of an article, with what a row of awards shares: verb, giver, recipients, reason."""

import re
from dataclasses import replace
from itertools import pairwise

from extractor.facts.awards import words
from extractor.facts.awards.clauses import Clause, Frame
from extractor.facts.awards.recipient import Recipient
from extractor.facts.awards.recipients import read_recipients
from extractor.reading.spans import AwardForm, Reading
from extractor.vietnamese.phrases import settle

_CONTEST_REACH = 600  # characters before a prize in which its contest is told
_LOOSE_WORDS = 2  # words behind the last recipient of a list that still belong to it: `6 cá nhân tiêu biểu`
_QUOTED = re.compile(r"(?<!: )[“\"][^“”\"\n]{1,140}[”\"]")
_ITEM = re.compile(r"\s*\n\s*(?:\d{1,2}[.)]|[-–+•*])\s*(\S[^\n]*)")
_BLANK = re.compile(r"\s*(?:và\s+)?")
_COMMA = re.compile(r"[,;]\s*")
_CUT = re.compile(r";|:\s*[“\"]")


def read_frames(reading: Reading) -> tuple[Frame, ...]:
    """All awards that clauses tell of, in order."""
    settled = settle(reading.text)
    found: list[Frame] = []
    for start, stop in reading.sentences:
        caption = words.caption().match(settled, start, stop)
        start = caption.end() if caption else start
        forms = [form for form in reading.award_forms if start <= form.start < stop]
        if forms:
            told = {form.form.lower() for form in (frame.form for frame in found)} if caption else set()
            frames = _sentence_frames(reading, settled, start, stop, forms)
            found.extend(frame for frame in frames if frame.form.form.lower() not in told)
    return tuple(found)


def _sentence_frames(reading: Reading, settled: str, start: int, stop: int, forms: list[AwardForm]) -> list[Frame]:
    frames: list[Frame] = []
    for begin, end in _segments(settled, start, stop):
        inside = [form for form in forms if begin <= form.start < end]
        before = frames[-1] if frames else None
        if before is not None and not inside:
            frames[-1] = _continued(reading, settled, before, begin, end)
            continue
        frames.extend(_segment_frames(reading, settled, start, (begin, end), inside, before))
    if frames:
        frames[-1] = _listed_below(reading, settled, frames[-1], stop)
    return _shared_reason(frames, _leading_reason(settled, start, frames))


def _continued(reading: Reading, settled: str, frame: Frame, start: int, stop: int) -> Frame:
    """The frame with the recipients that go on behind a semicolon: `cho: 5 tập thể; 6 cá nhân`."""
    blank = _BLANK.match(settled, start, stop)
    more = read_recipients(reading, settled, blank.end() if blank else start, stop)
    rest = settled[more.end : stop].strip(" .;/")
    ends = len(rest.split()) <= _LOOSE_WORDS or words.reasons().match(settled, more.end, stop)
    if not more.certain or not ends or frame.rule != "active":
        return frame
    told, first = frame.recipients[-1], more.recipients[0]
    if told.names and len(told.names) < (told.count or 0) and (told.kind, first.count) == (first.kind, None):
        # 3 tập thể gồm: Phòng A; Đội B: the names of one list
        together = replace(told, names=(*told.names, *first.names), end=first.end)
        return replace(frame, recipients=(*frame.recipients[:-1], together, *more.recipients[1:]), end=more.end)
    return replace(frame, recipients=(*frame.recipients, *more.recipients), end=more.end)


def _listed_below(reading: Reading, settled: str, frame: Frame, stop: int) -> Frame:
    """The frame with the names of a list in the lines below: `… cho các cá nhân sau:`, `1. Ông Lê Văn Mẫu`."""
    told_so_far = reading.text[frame.end : stop].rstrip()
    if not told_so_far.endswith(":"):
        return frame
    found: list[Recipient] = []
    at = frame.end + len(told_so_far)
    while line := _ITEM.match(reading.text, at):
        at = line.end()
        found.extend(read_recipients(reading, settled, line.start(1), line.end()).recipients[:1])
    named = {r.kind: tuple(n for other in found if other.kind == r.kind for n in other.names) for r in found}
    told = {r.kind for r in frame.recipients}
    recipients = [replace(r, names=r.names or named.get(r.kind, ())) for r in frame.recipients]
    more = [Recipient(r.start, r.end, r.kind, names=named[r.kind]) for r in found if r.kind not in told and r.names]
    firsts = {r.kind: r for r in reversed(more)}
    return replace(frame, recipients=(*recipients, *firsts.values()))


def _segments(settled: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The sentence cut at semicolons outside quotation marks, and where speech begins."""
    masked = _QUOTED.sub(lambda match: " " * len(match.group()), settled[start:stop])
    cuts = [start, *(start + match.end() for match in _CUT.finditer(masked)), stop]
    return list(pairwise(cuts))


def _segment_frames(
    reading: Reading,
    settled: str,
    sentence: int,
    segment: tuple[int, int],
    forms: list[AwardForm],
    before: Frame | None,
) -> list[Frame]:
    frames: list[Frame] = []
    held: list[Frame] = []
    at, stop = segment
    for number, form in enumerate(forms):
        limit = forms[number + 1].start if number + 1 < len(forms) else stop
        frame = Clause(reading, settled, sentence, at, form, limit, before).frame()
        at = form.end
        before = frame or before
        if frame is None:
            held = []
            continue
        if not frame.recipients:
            held.append(frame)
            continue
        # Chủ tịch tặng Bằng khen, Giám đốc tặng Giấy khen cho 5 tập thể: the first shares the second's list.
        listed, several = frame.listed or frame.recipients, len(held) > 0
        frames.extend(other.with_recipients(listed, frame.end, several=True) for other in held)
        frames.append(frame.with_recipients(listed, frame.end, several=True) if several else frame)
        held, at = [], frame.end
    return [*frames, *_contest_prizes(settled, held, frames)]


def _contest_prizes(settled: str, held: list[Frame], frames: list[Frame]) -> list[Frame]:
    """`Ban Tổ chức đã trao 1 giải nhất, 3 giải nhì`: the contest, told before, says what kind of thing wins."""
    prizes: list[Frame] = []
    for frame in held:
        if frame.form.rule != "prize" or frame.number is None:
            continue
        nouns = words.prize_noun().findall(settled, max(0, frame.start - _CONTEST_REACH), frame.start)
        entrants = [
            noun for noun in nouns if not words.whole("unit").fullmatch(noun)
        ] or nouns  # the đơn vị may only hold the contest
        kinds = [words.prize_kinds()[" ".join(noun.split())] for noun in entrants[-1:]] or [
            f.recipients[0].kind for f in frames[-1:]
        ]
        if frames and frames[-1].form.rule == "prize":
            kinds = [frames[-1].recipients[0].kind]
        if kinds:
            won = Recipient(frame.form.start, frame.form.end, kinds[0])
            prizes.append(frame.with_recipients((won,), frame.form.end))
    return prizes


def _leading_reason(settled: str, start: int, frames: list[Frame]) -> tuple[int, int] | None:
    """`Với thành tích xuất sắc trong phong trào, …`: the reason that opens the sentence."""
    stop = frames[0].start if frames else start
    for begin in (start, *(match.end() for match in _COMMA.finditer(settled, start, stop))):
        match = words.leading_reasons().match(settled, begin, stop)
        if match and not words.pointing().search(match.group(1)):
            return match.span(1)
    return None


def _shared_reason(frames: list[Frame], leading: tuple[int, int] | None) -> list[Frame]:
    """A reason at the end of a row of counted awards holds for those before it, and ends where the next begins."""
    shared: list[Frame] = []
    reason = leading
    for number in range(len(frames) - 1, -1, -1):
        frame = frames[number]
        own = frame.reason
        later = [other.start for other in frames[number + 1 :] if own and own[0] < other.start < own[1]]
        own = (own[0], min(later)) if own and later else own
        counted = any(recipient.number_start is not None for recipient in frame.recipients)
        reason = own if own and counted else reason
        shared.insert(0, replace(frame, reason=own or (reason if counted else leading)))
    return shared
