"""The place that an article as a whole is about."""

from collections import Counter

from extractor.facts.scene.spots import Spot, named_spots, same
from extractor.reading.spans import Reading
from extractor.records import Path

_LEAD_SENTENCES = 4


def article_place(reading: Reading) -> Path | None:
    """The unit of the headline, else of the lead, else the one that most of the text is about, else the home."""
    spots = named_spots(reading)
    title_end = _title_end(reading)
    for spot in spots:
        if spot.end <= title_end and spot.path:
            return spot.path
    lead = _lead(reading, spots, title_end)
    return lead or _most_named(reading) or ((reading.home_province,) if reading.home_province else None)


def _title_end(reading: Reading) -> int:
    title = reading.title or ""
    return len(title) if title and reading.text.startswith(title) else 0


def _lead(reading: Reading, spots: tuple[Spot, ...], title_end: int) -> Path | None:
    """The first unit of the first sentences; a village stands for its commune."""
    villages = {same(place.path) for place in reading.places if place.level == "village"}
    ends = [sent.end_char for sent in reading.doc.sents if sent.end_char > title_end and len(sent.text) > 60]
    former = {same(place.path) for place in reading.places if place.former}
    limit = ends[min(len(ends), _LEAD_SENTENCES) - 1] if ends else len(reading.text)
    for spot in spots:
        if title_end <= spot.start < limit and spot.path and same(spot.path) not in former:
            return spot.path[:-1] if same(spot.path) in villages and len(spot.path) > 1 else spot.path
    return None


def _most_named(reading: Reading) -> Path | None:
    """The province or district that most mentions lie in; names of schools and papers if there is no other."""
    for roles in (("place", "body"), ("name", "home", "route")):
        counts = Counter(
            p.path[: min(2, len(p.path))] for p in reading.places if p.role in roles and p.path and not p.former
        )
        if counts:
            return counts.most_common(1)[0][0]
    return None
