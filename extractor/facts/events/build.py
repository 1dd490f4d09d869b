"""Dated or named happenings."""

import re
from dataclasses import dataclass, replace

from extractor.facts.events.mentions import Mention, find_mentions
from extractor.facts.events.organizers import find_organizer
from extractor.facts.events.reported import weigh
from extractor.facts.events.setting import at_its_level, find_date, own_day
from extractor.facts.events.venue import held_at
from extractor.facts.grounding import ground
from extractor.facts.layout import Layout
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Reading
from extractor.records import Event, Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class Happening:
    """A mention that is an event, with what is known of it.

    `weight` says how directly the text tells of it, `words` are those of its name.
    """

    mention: Mention
    name: str
    date: str | None
    locality: Path | None
    place_reason: str
    titled: bool
    organizer: str | None
    weight: float
    words: frozenset[str]


def build_events(reading: Reading, scene: Scene, times: Times) -> tuple[Event, ...]:
    """One record for each happening; what is told twice is one."""
    layout, settled = times.layout, settle(reading.text)
    happenings: list[Happening] = []
    for mention in find_mentions(reading, settled, layout):
        weight = weigh(reading, settled, layout, times, mention)
        if weight:
            happenings.append(_happening(reading, settled, layout, scene, times, mention, weight))
    return tuple(_record(reading, one) for one in _merged(happenings))


def _happening(
    reading: Reading, settled: str, layout: Layout, scene: Scene, times: Times, mention: Mention, weight: float
) -> Happening:
    day = own_day(reading, mention) if mention.complement == 0 else None
    # `cuộc họp |chiều 5/3|`, not `cuộc họp |diễn ra chiều 5/3|`
    gap = settle(reading.text[mention.end : day.start]) if day else ""
    apart = "," in gap or any(verb in gap for verb in word_forms("events", "taking_place"))
    end = day.end if day and not apart else mention.end
    organizer = find_organizer(reading, settled, layout, mention)
    locality, reason = held_at(reading, settled, layout, scene, mention, organizer, end)
    name = " ".join(reading.text[mention.start : end].split())
    titled = mention.start < len(reading.title or "")
    return Happening(
        mention=replace(mention, end=end),
        name=name,
        words=_words(name),
        date=find_date(reading, layout, times, mention),
        locality=at_its_level(reading, mention, organizer, locality, reason),
        place_reason=reason,
        titled=titled,
        organizer=organizer,
        # The body tells more than the title.
        weight=weight - 0.05 if titled else weight,
    )


def _merged(happenings: list[Happening]) -> list[Happening]:
    """Mentions of one happening joined into its fullest telling."""
    kept: list[Happening] = []
    for one in sorted(happenings, key=lambda h: (-h.weight, h.mention.start)):
        same = next((k for k in kept if _same(k, one)), None)
        if same is None:
            kept.append(one)
        else:
            kept[kept.index(same)] = _joined(same, one)
    return sorted(kept, key=lambda h: h.mention.start)


def _joined(same: Happening, one: Happening) -> Happening:
    """The fuller telling with what the other adds: `Tổng kết …` in the title is the kind of its hội nghị."""
    mention = same.mention
    if mention.meeting and one.mention.meeting and mention.noun == mention.kind:
        mention = replace(mention, kind=one.mention.kind)
    return replace(same, mention=mention, date=same.date or one.date, organizer=same.organizer or one.organizer)


def _same(kept: Happening, one: Happening) -> bool:
    """Whether two mentions tell of one happening: names alike, or a weaker mention of the same kind and day."""
    if (
        one.titled
        and not kept.titled
        and len(one.date or "") < len("2024-09-05")
        and one.mention.kind == kept.mention.kind
    ):
        return True
    left, right = kept.words, one.words
    common = len(left & right)
    kinds = set(f"{kept.mention.kind} {one.mention.kind}".split())
    said = {word for word in left & right if not word.isdigit()} - kinds
    if one.titled and not kept.titled and one.date is None and kept.date and len(said) > 1:
        return True  # Lễ hội |Trung thu| cho trẻ em …: chương trình “|Trung thu| yêu thương”
    if one.mention.complement == 0 and not one.mention.bare and kept.mention.kind == one.mention.kind:
        return True  # Bế mạc lễ hội chiều 26/2: the festival that began days before
    dates = {kept.date, one.date} - {None}
    if one.mention.complement == 0 and one.mention.bare and _alone(kept, one):
        return True  # `Tại phiên tòa sáng nay`
    if one.mention.complement == 0 and one.mention.meeting and kept.mention.meeting and len(dates) < 2:
        return True  # `Hội nghị diễn ra sáng 5/5.`
    if len(dates) > 1 and not any(a.startswith(b) for a in dates for b in dates if a and b and a != b):
        return False
    alike = common >= 0.6 * min(len(left), len(right))
    if kept.mention.kind == one.mention.kind:
        if one.mention.match:
            return alike  # two matches of one day
        return alike or (one.weight < 0.8 and bool(dates) and kept.date == one.date)
    return (alike and common >= 3) or (one.weight <= 0.5 and common >= 0.4 * len(right))


def _alone(kept: Happening, one: Happening) -> bool:
    """Whether a noun with its day means the happening of its kind that was told before it, of no other day."""
    dates = {kept.date, one.date}
    known = kept.mention.complement > 0 and kept.mention.start < one.mention.start
    return known and len(dates) == 1 and kept.mention.kind == one.mention.kind


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", settle(name)))


def _record(reading: Reading, one: Happening) -> Event:
    start, end = ground(reading.text, one.mention.start, one.mention.end)
    return Event(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"event-{one.mention.standing}",
        reasons={"event": one.mention.noun or "theme", "locality": one.place_reason},
        confidence=one.weight,
        event=one.mention.kind,
        name=one.name,
        date=one.date,
        organizer=one.organizer,
        locality=one.locality,
    )
