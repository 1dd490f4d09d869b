"""Misspelt names: a unit of the district or province in play that is one letter away, a village spelt two ways."""

from collections import Counter
from dataclasses import replace

from extractor.reading.places.resolution import Candidate, Lineage, Resolved, Setting
from extractor.reading.places.spans import Mention
from extractor.reading.spans import Place
from extractor.vietnamese.gazetteer import Gazetteer, name_key
from extractor.vietnamese.letters import fold

_PRIOR = -2.0
_AREAS = 4
_SHORTEST = 5
_USUAL = 3
"""So many mentions in one spelling make another one, used half as often or less, a slip."""


def near_candidates(
    mentions: list[Mention],
    choices: list[Resolved],
    options: list[tuple[Candidate, ...]],
    places: Gazetteer,
    when: Setting,
) -> list[tuple[Candidate, ...]]:
    """The options, with near names added where none of a mention's own lies in the areas that the text is about."""
    areas = _areas(mentions, choices)
    if not areas:
        return options
    widened: list[tuple[Candidate, ...]] = []
    for mention, each in zip(mentions, options, strict=True):
        inside = any(c.lineage[: len(line)] == line for c in each for line in areas)
        levels = set(mention.levels) & {"district", "commune"}
        if inside or not levels or len(mention.key) < _SHORTEST or mention.former:
            widened.append(each)
        else:
            widened.append((*each, *_near(mention, areas, places, when)))
    return widened


def _areas(mentions: list[Mention], choices: list[Resolved]) -> dict[Lineage, Candidate]:
    """The districts and provinces that the text names or several of its units lie in, the most named first."""
    counts: dict[Lineage, set[str]] = {}
    found: dict[Lineage, Candidate] = {}
    for mention, choice in zip(mentions, choices, strict=True):
        best = choice.best
        if best is None or choice.probability < 0.6 or choice.ties:
            continue
        for depth, (level, _) in enumerate(best.lineage, 1):
            if level in ("province", "district"):
                keys = counts.setdefault(best.lineage[:depth], set())
                keys.update({mention.key} if depth < len(best.lineage) else {mention.key, ""})
                found.setdefault(best.lineage[:depth], best)
    several = [line for line in counts if len(counts[line]) > 1]
    ranked = sorted(several, key=lambda line: (-len(line), -len(counts[line])))[:_AREAS]
    return {line: found[line] for line in ranked}


def _near(mention: Mention, areas: dict[Lineage, Candidate], places: Gazetteer, when: Setting) -> list[Candidate]:
    found: list[Candidate] = []
    for line, best in areas.items():
        holder = places.lineage(best.unit, when.date)[len(line) - 1]
        for child in places.children(holder, when.date):
            key = child.key
            if child.level in mention.levels and within_one(mention.key, key):
                units = places.lineage(child, when.date)
                found.append(Candidate(units, (*line, (child.level, key)), _PRIOR, misspelt=True))
    return found


def within_one(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes `a` into `b`; tone marks are letters of the key."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i + 1 :] == b[i:] or a[i:] == b[i + 1 :]


def one_spelling(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places, with a village that is now and then written with other marks put under its usual path.

    Of two syllables at least, one of them alike: `bon Bu Mẫu` beside `bon Bù Mẫu`; thôn Hạ and thôn Hà are two.
    """
    villages = [place for place in places if place.level == "village"]
    counts = Counter(tuple(map(name_key, place.path)) for place in villages)
    usual: dict[tuple[str, ...], tuple[str, ...]] = {}
    for place in villages:
        if counts[tuple(map(name_key, place.path))] >= _USUAL:
            usual.setdefault(tuple(fold(name).lower() for name in place.path), place.path)
    return tuple(_respelt(place, counts, usual) for place in places) if usual else places


def _respelt(
    place: Place, counts: Counter[tuple[str, ...]], usual: dict[tuple[str, ...], tuple[str, ...]]
) -> Place:
    path = usual.get(tuple(fold(name).lower() for name in place.path)) if place.level == "village" else None
    if path is None or counts[tuple(map(name_key, place.path))] * 2 > counts[tuple(map(name_key, path))]:
        return place
    here, there = (name_key(names[-1]).split() for names in (place.path, path))
    alike = sum(a == b for a, b in zip(here, there, strict=False))
    return replace(place, path=path) if here != there and alike else place
