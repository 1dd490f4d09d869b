"""Where and when an award was given: by its recipients, its giver, or the meeting that the article reports."""

import re
from collections.abc import Container

from extractor.facts.awards.clauses import Frame
from extractor.facts.awards.givers import Giver
from extractor.facts.awards.recipient import INDIVIDUAL, Recipient
from extractor.facts.awards.words import of_contest, opening, whole
from extractor.facts.scene.clause import within
from extractor.facts.scene.homes import told_home
from extractor.facts.scene.scene import Scene
from extractor.facts.time.slots import as_date, is_one_day
from extractor.reading.spans import Period, Reading
from extractor.records import Path
from extractor.vietnamese.phrases import settle

_BRACKET = 3  # characters from a name to a place in brackets
_LEAD_SENTENCES = 3
_NEAR_SENTENCES = 1  # in an article without a day of its own
_SHORTEST_SENTENCE = 50  # characters
_NAME_REACH = 24  # characters from a meeting's noun to a word of its name


def award_place(
    reading: Reading,
    scene: Scene,
    frame: Frame,
    giver: Giver | None,
    recipient: Recipient,
    apart: Container[int],
) -> tuple[Path | None, str]:
    """The named body's place, else the giver's, else the one named person's home, else the meeting's.

    A giver around the article's place tells none of those who are only counted. Places `apart` are those of others.
    """
    alone = len(recipient.names) == 1 and recipient.count in (None, 1)
    if alone and recipient.kind != INDIVIDUAL:
        place = _inside(reading, recipient.start, recipient.end) or _home(reading, recipient.names[0])
        if place is not None:
            return place, "recipient"
    place = _inside(reading, giver.start, giver.end) if giver else None
    home = _home(reading, recipient.names[0]) if alone else None
    near = recipient.kind == INDIVIDUAL and home is not None and _in_sentence(reading, frame, home)
    if near and place and home and within(home, place):
        return home, "person"  # |bà Mẫu| (thôn Hạ, xã Đoài) được Hội Phụ nữ huyện Mẫu tặng giấy khen
    if place is not None and (alone or not _above(place, scene.article_place)):
        return place, "giver"
    if alone:
        beside = _inside(reading, recipient.end, recipient.end + _BRACKET) == home
        if home is not None and (beside or scene.article_place in (None, home[: len(scene.article_place or ())])):
            return home, "person"
    if _meeting_sentence(reading, frame) is not None:
        return scene.article_place, "meeting"
    place, reason = scene.locality(frame.start, frame.end, apart)
    if reading.published is None and reason in ("scene", "article"):
        # A life's honours, told in an article of no day: nothing says where.
        return None, "none"
    if reason == "scene" or (not alone and _above(place, scene.article_place)):
        return scene.article_place, "article"
    return place, reason


def _in_sentence(reading: Reading, frame: Frame, path: Path) -> bool:
    """Whether the award's own sentence names the place."""
    start, end = _paragraph_sentences(reading, frame)[0]
    return any(place.path == path and start <= place.start < end for place in reading.places)


def _above(place: Path | None, told: Path | None) -> bool:
    """Whether the article's place lies in this one: the province gives, and the district's people receive."""
    return place is not None and told is not None and within(told, place)


def award_date(reading: Reading, frame: Frame) -> str | None:
    """The date right behind the award, else before it in its sentence, else that of what it continues."""
    for period in reading.periods:
        gaps = [reading.text[end : period.start] for end in (frame.form.end, frame.end) if end < period.start]
        if any(gap in (" ", " (") for gap in gaps) and _points(period, day=False):
            return as_date(period)
    paragraph = reading.text.rfind("\n", 0, frame.start) + 1
    for number, (start, end) in enumerate(_paragraph_sentences(reading, frame)):
        stop = frame.start if number == 0 else end
        own = [p for p in reading.periods if start <= p.start and p.end <= stop and _points(p, day=number > 0)]
        own = [period for period in own if _dates_clause(reading, start, period) and not _in_reason(frame, period)]
        own = [period for period in own if is_one_day(period)] or own  # `Ngày 9/1, tại hội nghị tổng kết năm 2025`
        later = _meeting_day(reading, frame, end) if number == 0 and not own else None
        if own or later:
            return as_date(own[-1]) if own else later
        if frame.rule == "receiving" and not frame.givers and of_contest().search(settle(frame.form.form)):
            return None  # 5 học sinh đoạt giải cuộc thi “Mẫu”: won elsewhere, some other day
        if _opens_meeting(reading, start):
            return _named_day(reading, paragraph, start) or _lead_date(reading) or _named_day(reading, 0, start)
        if opening("earlier").match(settle(reading.text[start : start + 40])):
            break
    return None


def _points(period: Period, *, day: bool) -> bool:
    """Whether the period is a date that an award can be given at; of an earlier sentence only a full `day`."""
    if period.form not in ("date", "span") or not period.resolved or as_date(period) is None:
        return False
    return not day or is_one_day(period)


def _dates_clause(reading: Reading, start: int, period: Period) -> bool:
    """Whether the period stands before the sentence's first award, or opens a clause: `…; ngày 5-3, UBND xã …`."""
    forms = (form.start for form in reading.award_forms if form.start >= start)
    first = next(
        (at for at in forms if not _of_meeting(reading.text[max(start, at - _NAME_REACH) : at])), period.end
    )
    return period.start < first or reading.text[start : period.start].rstrip()[-1:] in ",;"


def _of_meeting(before: str) -> bool:
    """Whether the award's word belongs to a meeting's name: `tại lễ |tuyên dương| người tốt ngày 15/11`."""
    return whole("meeting_noun").search(settle(before.rsplit(",", 1)[-1])) is not None


def _in_reason(frame: Frame, period: Period) -> bool:
    """Whether the period dates the deed, not the award: `Với chiến công ngày 6/10, …`."""
    return frame.reason is not None and frame.reason[0] <= period.start < frame.reason[1]


def _meeting_day(reading: Reading, frame: Frame, end: int) -> str | None:
    """The day of the meeting told behind the award: `… tặng Giấy khen tại hội nghị sơ kết ngày 12/11`."""
    for period in reading.periods:
        between = reading.text[frame.end : period.start] if frame.end <= period.start < end else ";"
        if is_one_day(period) and ";" not in between and whole("meeting_noun").search(settle(between)):
            return period.first
    return None


def _named_day(reading: Reading, begin: int, end: int) -> str | None:
    """The day of the last meeting told between: `Ngày 21/12, UBND huyện tổ chức hội nghị … . |Tại hội nghị|, …`."""
    between = [(first, last) for first, last in reading.sentences if begin <= first and last <= end]
    for first, last in reversed(between):
        days = [p for p in reading.periods if first <= p.start < last and is_one_day(p)]
        if days and whole("meeting_noun").search(settle(reading.text[first:last])):
            return days[0].first
    return None


def _lead_date(reading: Reading) -> str | None:
    """The day that the lead gives to what the article reports; a dateline, being no sentence, tells none."""
    title = len(reading.title or "")
    long = [(start, end) for start, end in reading.sentences if end - start >= _SHORTEST_SENTENCE]
    for start, end in [bounds for bounds in long if bounds[0] >= title][:_LEAD_SENTENCES]:
        for period in reading.periods:
            if start <= period.start < end and is_one_day(period):
                return period.first
    return None


def _inside(reading: Reading, start: int, end: int) -> Path | None:
    paths = [place.path for place in reading.places if start <= place.start < end]
    return max(paths, key=len) if paths else None


def _home(reading: Reading, name: str) -> Path | None:
    """The home told beside a mention of the name, or the place in brackets right behind it."""
    lowered = settle(reading.text)
    for match in re.finditer(re.escape(name), reading.text):
        start, end = match.span()
        if place := told_home(reading, lowered, start, end) or _inside(reading, end, end + _BRACKET):
            return place
    return None


def _meeting_sentence(reading: Reading, frame: Frame) -> int | None:
    return next(
        (start for start, _ in _paragraph_sentences(reading, frame) if _opens_meeting(reading, start)), None
    )


def _opens_meeting(reading: Reading, start: int) -> bool:
    """Whether the sentence is set at the meeting: `Dịp này, …`, `Tại hội nghị, …`."""
    return opening("setting").match(settle(reading.text[start : start + 40])) is not None


def _paragraph_sentences(reading: Reading, frame: Frame) -> list[tuple[int, int]]:
    """The frame's sentence, then those before it in its paragraph, back to front."""
    paragraph = reading.text.rfind("\n", 0, frame.start) + 1
    found = [(start, end) for start, end in reading.sentences if paragraph <= start <= frame.form.start]
    return found[::-1] if reading.published else found[: -_NEAR_SENTENCES - 1 : -1]
