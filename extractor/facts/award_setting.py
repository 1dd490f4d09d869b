"""Where and when an award was given: by its recipients, its giver, or the meeting that the article reports."""

from extractor.facts.award_frames import Frame
from extractor.facts.givers import Giver
from extractor.facts.recipients import INDIVIDUAL, Recipient
from extractor.facts.scene import Scene
from extractor.facts.times import Times, as_date
from extractor.reading.spans import Period, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle

_HOME_REACH = 40  # characters from a person's name to the place that tells where they live
_LEAD_SENTENCES = 3


def award_place(
    reading: Reading, scene: Scene, frame: Frame, giver: Giver | None, recipient: Recipient
) -> tuple[Path | None, str]:
    """The named body's place, else the giver's, else the one named person's home, else the meeting's."""
    if recipient.names and recipient.kind != INDIVIDUAL:
        place = _inside(reading, recipient.start, recipient.end)
        if place is not None:
            return place, "recipient"
    place = _inside(reading, giver.start, giver.end) if giver else None
    if place is not None:
        return place, "giver"
    if len(recipient.names) == 1 and recipient.kind == INDIVIDUAL:
        home = _home(reading, recipient.names[0])
        if home is not None:
            return home, "person"
    if _meeting_sentence(reading, frame) is not None:
        return scene.article_place, "meeting"
    return scene.locality(frame.start, frame.end)


def award_date(reading: Reading, times: Times, frame: Frame) -> str | None:
    """The date before the award in its sentence, else that of the sentences it continues, else the meeting's."""
    for number, (start, _) in enumerate(_paragraph_sentences(reading, frame)):
        stop = frame.start if number == 0 else _sentence_end(reading, start)
        own = [p for p in reading.periods if start <= p.start and p.end <= stop and _points(p, day=number > 0)]
        if own:
            return as_date(own[-1])
        if _opens_meeting(reading, start):
            break
    else:
        return _lead_date(reading, times)
    return as_date(times.meeting_date) if times.meeting_date else None


def _points(period: Period, *, day: bool) -> bool:
    """Whether the period is a date that an award can be given at; of an earlier sentence only a full `day`."""
    if period.form not in ("date", "span") or not period.resolved or as_date(period) is None:
        return False
    return not day or (period.first == period.last and len(period.first or "") == 10)


def _lead_date(reading: Reading, times: Times) -> str | None:
    """The meeting's date where the article opens with it."""
    meeting = times.meeting_date
    if meeting is None:
        return None
    title = len(reading.title or "")
    ends = [sent.end_char for sent in reading.doc.sents if sent.end_char > title][:_LEAD_SENTENCES]
    return as_date(meeting) if ends and meeting.start < ends[-1] else None


def _inside(reading: Reading, start: int, end: int) -> Path | None:
    paths = [place.path for place in reading.places if start <= place.start < end]
    return max(paths, key=len) if paths else None


def _home(reading: Reading, name: str) -> Path | None:
    """The place named right behind the person: `Ông Lê Văn Mẫu, Trưởng thôn 3, xã Cát Lâm`."""
    for person in reading.people:
        if person.name != name:
            continue
        for place in reading.places:
            gap = reading.text[person.end : place.start]
            if 0 <= place.start - person.end <= _HOME_REACH and not any(mark in gap for mark in ".;\n"):
                return place.path
    return None


def _meeting_sentence(reading: Reading, frame: Frame) -> int | None:
    return next(
        (start for start, _ in _paragraph_sentences(reading, frame) if _opens_meeting(reading, start)), None
    )


def _opens_meeting(reading: Reading, start: int) -> bool:
    """Whether the sentence is set at the meeting: `Dịp này, …`, `Tại hội nghị, …`."""
    return settle(reading.text[start : start + 40]).startswith(word_forms("cues", "meeting"))


def _paragraph_sentences(reading: Reading, frame: Frame) -> list[tuple[int, int]]:
    """The frame's sentence, then those before it in its paragraph, back to front."""
    paragraph = reading.text.rfind("\n", 0, frame.start) + 1
    found = [(s.start_char, s.end_char) for s in reading.doc.sents if paragraph <= s.start_char <= frame.form.start]
    return found[::-1]


def _sentence_end(reading: Reading, start: int) -> int:
    return next(s.end_char for s in reading.doc.sents if s.start_char == start)
