"""Administrative units the article names."""

from extractor.facts.grounding import ground
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Place, Reading
from extractor.records import Locality
from extractor.vietnamese.gazetteer import gazetteer, name_key

Unit = tuple[str, ...]
"""Level and keys of the path."""


def build_localities(reading: Reading, scene: Scene, times: Times) -> tuple[Locality, ...]:
    """One record for each distinct unit, quoted where it is named best.

    Units are the same if level and path are, unless the text tells two apart by kind: TP. Cao Lãnh, huyện Cao Lãnh.
    """
    named = [place for place in reading.places if place.role not in ("name", "site")]
    kinds: dict[Unit, dict[str, None]] = {}
    for place in named:
        if place.code and place.rule != "bare name":
            kinds.setdefault(_unit(place), {})[_kind(place)] = None
    best: dict[tuple[Unit, str], Place] = {}
    for place in named:
        told = kinds.get(_unit(place), {})
        kind = _kind(place)
        key = (_unit(place), kind if kind in told else next(iter(told), ""))
        known = best.get(key)
        if known is None or (place.probability, place.end - place.start) > (
            known.probability,
            known.end - known.start,
        ):
            best[key] = place
    return tuple(_record(reading, place) for place in sorted(best.values(), key=lambda place: place.start))


def _unit(place: Place) -> Unit:
    return (place.level, *map(name_key, place.path))


def _kind(place: Place) -> str:
    unit = gazetteer().coded(place.code, place.valid_from) if place.code else None
    return unit.kind if unit else ""


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
