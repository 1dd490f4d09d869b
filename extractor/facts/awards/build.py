"""Awards: one record for each form, giver and kind of recipient."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.facts.awards.clauses import Frame
from extractor.facts.awards.frames import read_frames
from extractor.facts.awards.givers import Giver
from extractor.facts.awards.recipient import INDIVIDUAL, Recipient
from extractor.facts.awards.recipients import read_named
from extractor.facts.awards.setting import award_date, award_place
from extractor.facts.grounding import ground
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Reading
from extractor.records import Award
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class _Grant:
    """One frame with one giver and one recipient of it."""

    frame: Frame
    giver: Giver | None
    recipient: Recipient

    @property
    def praise(self) -> bool:
        """Whether the form is a mere word of praise."""
        return self.frame.form.rule == "praise"

    @property
    def vague(self) -> bool:
        """Whether neither a number nor a name tells who received it."""
        return self.recipient.count is None and not self.recipient.names


def build_awards(reading: Reading, scene: Scene, times: Times) -> tuple[Award, ...]:
    """One record for each form, giver and recipient kind, or named recipients, in the order of the text."""
    grants = _with_later_names(reading, _distinct(list(_grants(reading))))
    return tuple(_record(reading, scene, grant, _places_of_others(reading, grant, grants)) for grant in grants)


def award_quantities(reading: Reading) -> frozenset[int]:
    """`number_start` of each quantity that counts the recipients of an award, or the awards themselves."""
    frames = read_frames(reading)
    counted = {recipient.number_start for frame in frames for recipient in frame.recipients}
    awards = {frame.number.number_start for frame in frames if frame.number is not None}
    again = {recipient.number_start for recipient in _named(reading, frames)}
    return frozenset(start for start in counted | awards | again if start is not None)


def _grants(reading: Reading) -> Iterator[_Grant]:
    for frame in read_frames(reading):
        for recipient in frame.recipients:
            for giver in frame.givers or (None,):
                grant = _Grant(frame, giver, recipient)
                # Nhiều học sinh đạt giải nhất: told of nobody by nobody
                if giver or not grant.vague or frame.form.rule not in ("prize", "title"):
                    yield grant


def _distinct(grants: list[_Grant]) -> list[_Grant]:
    """The grants without repetitions: a caption, a title or a lead says again what a sentence says in full."""
    kept: list[_Grant] = []
    for grant in grants:
        named = next((number for number, other in enumerate(kept) if _names_of(grant, other)), None)
        if named is not None:
            kept[named] = replace(
                kept[named], recipient=replace(kept[named].recipient, names=grant.recipient.names)
            )
        elif not any(_repeats(grant, other) for other in kept):
            kept = [other for other in kept if not _repeats(other, grant)]
            kept.append(grant)
    return kept


def _named(reading: Reading, frames: tuple[Frame, ...]) -> list[Recipient]:
    """Recipients counted again with all their names: `Hai cá nhân được khen là ông A và bà B`."""
    counts = {recipient.count for frame in frames for recipient in frame.recipients if recipient.count}
    if not counts:
        return []
    settled = settle(reading.text)
    again = [q for q in reading.quantities if q.start > frames[0].end and q.unit is None and q.value in counts]
    ends = [end for _, end in reading.sentences]
    found = [read_named(reading, settled, q, ends[bisect_right(ends, q.start)]) for q in again]
    return [recipient for recipient in found if recipient is not None]


def _with_later_names(reading: Reading, grants: list[_Grant]) -> list[_Grant]:
    """The grants with the names that a later sentence gives to those whom they count."""
    later = _named(reading, tuple(grant.frame for grant in grants))
    named: list[_Grant] = []
    for grant in grants:
        own = grant.recipient
        names = [r.names for r in later if (r.kind, r.count) == (own.kind, own.count) and r.start > own.end]
        named.append(replace(grant, recipient=replace(own, names=names[0])) if names and not own.names else grant)
    return named


def _names_of(grant: _Grant, other: _Grant) -> bool:
    """Whether `grant` names those whom `other` counts: `2 cá nhân`, later `được khen là ông A và bà B`."""
    if grant.recipient.kind != other.recipient.kind or other.recipient.names or not grant.recipient.names:
        return False
    counted = other.recipient.count is not None and other.recipient.count == len(grant.recipient.names)
    return counted and _same_form(grant, other) and _said(grant) in ("", _said(other))


def _repeats(grant: _Grant, other: _Grant) -> bool:
    """Whether `grant` adds nothing to `other`: same kind, and its form, giver and number are equal or unsaid."""
    if grant.recipient.kind != other.recipient.kind:
        return False
    unsaid = grant.praise or _said(grant) in ("", _said(other))
    if grant.vague:
        return grant.praise or (_same_form(grant, other) and unsaid)
    same = (grant.recipient.count, grant.recipient.names) == (other.recipient.count, other.recipient.names)
    return same and unsaid and _same_form(grant, other)


def _same_form(grant: _Grant, other: _Grant) -> bool:
    """Whether both say the same form; a mere word of praise may mean any."""
    return grant.praise or grant.frame.form.form.lower() == other.frame.form.form.lower()


def _said(grant: _Grant) -> str:
    return grant.giver.name.lower() if grant.giver else ""


def _places_of_others(reading: Reading, grant: _Grant, grants: list[_Grant]) -> frozenset[int]:
    """The starts of places in the names of who received before: `|xã Hạ| được …; tỉnh khen 4 cá nhân`."""
    others = [
        other.recipient
        for other in grants
        if other.recipient.names and other.frame.end <= grant.frame.start and other.recipient.kind != INDIVIDUAL
    ]
    return frozenset(
        place.start for place in reading.places if any(other.start <= place.start < other.end for other in others)
    )


def _record(reading: Reading, scene: Scene, grant: _Grant, apart: frozenset[int]) -> Award:
    frame, giver, recipient = grant.frame, grant.giver, grant.recipient
    spans = [(frame.form.start, frame.form.end), (recipient.start, recipient.end)]
    if giver is not None and abs(giver.start - frame.form.start) < 200:
        spans.append((giver.start, giver.end))
    start, end = ground(reading.text, min(span[0] for span in spans), max(span[1] for span in spans))
    locality, place_reason = award_place(reading, scene, frame, giver, recipient, apart)
    return Award(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"{frame.rule} {frame.form.rule}",
        reasons={"locality": place_reason},
        confidence=_confidence(grant),
        form=frame.form.form,
        giver=giver.name if giver else None,
        recipient=recipient.kind,
        count=recipient.count,
        names=recipient.names,
        reason=reading.text[slice(*frame.reason)].strip(" .,;:/\n") or None if frame.reason else None,
        locality=locality,
        date=award_date(reading, frame),
    )


def _confidence(grant: _Grant) -> float:
    """A probability: certificates with giver and number are the surest, praise of the unnamed the least."""
    sure = 0.95 if grant.frame.form.rule in ("certificate", "honour") else 0.8
    sure -= 0.0 if grant.giver else 0.15
    sure -= 0.2 if grant.vague else 0.0
    return round(sure - (0.15 if grant.praise else 0.0), 2)
