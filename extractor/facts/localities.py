"""Administrative units the article names."""

from extractor.facts.grounding import ground
from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Place, Reading
from extractor.records import Locality
from extractor.vietnamese.gazetteer import name_key


def build_localities(reading: Reading, scene: Scene, times: Times) -> tuple[Locality, ...]:
    """One record for each distinct unit (level and path), quoted where it is named best."""
    best: dict[tuple[object, ...], Place] = {}
    for place in reading.places:
        if place.role == "name":
            continue
        key = (place.level, *map(name_key, place.path))
        known = best.get(key)
        if known is None or (place.probability, place.end - place.start) > (
            known.probability,
            known.end - known.start,
        ):
            best[key] = place
    return tuple(_record(reading, place) for place in sorted(best.values(), key=lambda place: place.start))


def _record(reading: Reading, place: Place) -> Locality:
    start, end = ground(reading.text, place.start, place.end)
    return Locality(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"place: {place.rule}",
        reasons={"path": place.rule, "role": place.role},
        confidence=place.probability,
        name=place.name,
        level=place.level,
        path=place.path,
        code=place.code,
        valid_from=place.valid_from,
        former=place.former,
        candidates=place.candidates,
    )
