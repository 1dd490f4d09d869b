"""The place of a count, weighed: each place that the article names, and none."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.facts.counts.learned.chances import Chooser, Option
from extractor.facts.counts.learned.nearness import Nearness, between
from extractor.facts.counts.learned.wording import NOUNS, plain
from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.counts.relations import Draft
from extractor.facts.layout import Layout, Word
from extractor.facts.scene.scene import Scene
from extractor.reading.spans import Place
from extractor.records import Path
from extractor.vietnamese.phrases import settle

# Of an article's places so many are weighed, the nearest first, of so many mentions on each side of a count.
WEIGHED, AROUND = 14, 30
# Letters of an article's head and of its opening words.
HEAD, OPENING = 250, 200
# How many provinces, and mentions of one place, are told apart.
PROVINCES, MENTIONS = 4, 4
SHARES = 4
# Syllables of a full name; countries have fewer.
FULL_NAME = 3
# Letters between two names of a row.
ROW = 12


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places of an article in order: how often each is named, how often its province is, and which comes first.

    `about` is the place of the article as a whole, `dated` whether its day of publication is known.
    """

    places: tuple[Place, ...]
    mentions: Mapping[Path, Sequence[Place]]
    provinces: Counter[str]
    about: Path | None
    dated: bool

    @classmethod
    def of(cls, scene: Scene) -> "Atlas":
        """The places of one article."""
        mentions: dict[Path, list[Place]] = defaultdict(list)
        places = tuple(sorted(scene.reading.places, key=_start))
        for place in places:
            mentions[place.path].append(place)
        provinces = Counter(place.path[0] for place in places if place.role != "name")
        return cls(places, mentions, provinces, scene.article_place, scene.reading.published is not None)

    def around(self, at: int) -> tuple[Place, ...]:
        """The mentions around an offset, in order."""
        middle = bisect_left(self.places, at, key=_start)
        return self.places[max(0, middle - AROUND) : middle + AROUND]

    @property
    def main(self) -> str | None:
        """The province that is named most."""
        return next((province for province, _ in self.provinces.most_common(1)), None)


def weigh_place(chooser: Chooser, atlas: Atlas, layout: Layout, draft: Draft) -> dict[Path | None, float]:
    """The chance of each place, None among them; none where nothing was learned."""
    at = draft.counted.quantity.number_start
    nearest = sorted(atlas.around(at), key=lambda place: abs(place.start - at))
    paths = list(dict.fromkeys(place.path for place in nearest))[:WEIGHED]
    if draft.locality and draft.locality not in paths:
        paths.append(draft.locality)
    options: list[Option] = [(None, tuple(_of_none(layout, draft, atlas)))]
    options += [(path, tuple(_of_path(layout, draft, atlas, path))) for path in paths]
    chances = chooser.chances("place", at, options)
    return dict(zip([None, *paths], chances, strict=True)) if chances else {}


def _of_none(layout: Layout, draft: Draft, atlas: Atlas) -> Iterator[str]:
    """Cues for a count of no place: what it counts, and what its sentence and its article talk of."""
    reason, one = draft.reasons["locality"], draft.counted
    first, last = layout.sentence(one.start)
    near = any(first <= place.start < last for place in atlas.around(one.start))
    main = atlas.main
    yield "none"
    yield f"none, rules: {draft.locality is None}"
    yield f"none, rules: {draft.locality is None} by {reason}"
    yield f"none, rules: {draft.locality is None} by {reason}, dated {atlas.dated}"
    yield f"none, named near: {near} by {reason}"
    yield f"none, provinces: {min(len(atlas.provinces), PROVINCES)} {draft.locality is None}"
    yield f"none, main province: {min(atlas.provinces[main], MENTIONS) if main else 0}"
    yield f"none, article: {atlas.about is not None}"
    yield f"none, aspect: {draft.aspect}"
    yield f"none, category: {one.category}"
    yield f"none, noun: {one.head}"
    yield f"none, verb: {settle(draft.verb.text) if draft.verb.text else None}"
    yield from (f"none, noun word: {word}" for word in settle(one.what).split()[:NOUNS])
    yield from (f"none, measured word: {word}" for word in settle(draft.measured or "").split()[:NOUNS])
    words = [word for word in layout.words_between(first, last) if not _is_person(word)]
    yield from {f"none, sentence: {word.lower if word.text[0].isupper() else plain(word)}" for word in words}
    yield from {f"none, opening: {plain(word)}" for word in layout.words_between(0, OPENING)}
    heads = (word for word in layout.words_between(0, HEAD) if word.text[0].isupper() and not _is_person(word))
    yield from {f"none, named in the head: {word.lower}" for word in heads}


def _is_person(word: Word) -> bool:
    """Whether it is a person's name, by its length: what a count is about hangs on countries, not on people."""
    return word.text[0].isupper() and len(word.lower.split()) >= FULL_NAME


def _of_path(layout: Layout, draft: Draft, atlas: Atlas, path: Path) -> Iterator[str]:
    """Cues for a place: how it stands to the one that the rules take, how often and where it is named."""
    tie, reason, depth = _tie(path, draft.locality), draft.reasons["locality"], len(path)
    mentions = atlas.mentions.get(path, ())
    in_head = bool(mentions) and mentions[0].start < HEAD
    yield "place"
    yield f"{tie}"
    yield f"{tie} by {reason}"
    yield f"{tie} by {reason}, depth {depth}"
    yield f"{tie} by {reason}, dated {atlas.dated}"
    yield f"{tie} by {reason}, {draft.counted.category}"
    yield f"{tie} by {reason}, {draft.aspect}"
    yield f"depth {depth}"
    yield f"depth {depth} of {draft.counted.head}"
    yield f"article's: {path == atlas.about}"
    yield f"article's: {_tie(path, atlas.about)}"
    yield f"of the main province: {path[0] == atlas.main}, depth {depth}"
    yield f"of the main province: {path[0] == atlas.main} by {reason}"
    yield f"share {_share(atlas, path)}, depth {depth}"
    yield f"only province: {len(atlas.provinces) == 1}, {tie}"
    yield f"first: {bool(atlas.places) and path == atlas.places[0].path}"
    yield f"in the head: {in_head}, {tie}"
    yield f"named {min(len(mentions), MENTIONS)} times"
    yield from _of_mention(layout, draft, atlas, path, tie)


def _of_mention(layout: Layout, draft: Draft, atlas: Atlas, path: Path, tie: str) -> Iterator[str]:
    """Cues for the mention of the place that is nearest to the count, those before it first."""
    one, reason = draft.counted, draft.reasons["locality"]
    mentions = atlas.mentions.get(path, ())
    if not mentions:
        yield "unnamed"
        return
    around = atlas.around(one.start)
    nearest = _nearest(layout, one, [place for place in around if place.path == path] or mentions[-1:])
    lies = Nearness.of(layout, one, nearest.start, nearest.end)
    yield f"{lies.place}"
    yield f"{lies.place}, {tie}"
    yield f"{lies.place}, {tie} by {reason}"
    yield f"{lies.place}, depth {len(path)}"
    yield f"{lies.place}, {one.category}"
    yield f"{lies.place}, article's {path == atlas.about}"
    yield f"{lies.place}, role {nearest.role}"
    yield f"{lies.place}, in a row: {_in_row(around, nearest)}, {tie}"
    yield f"{lies.place}, behind {lies.word}"
    yield f"{lies.place}, between {between(around, one, nearest.start)}"
    yield f"{lies.place}, paragraph {lies.same_paragraph}"
    yield f"{lies.side} by {lies.steps} steps" if lies.is_near else "in another sentence"


def _nearest(layout: Layout, one: Counted, mentions: Sequence[Place]) -> Place:
    """The nearest mention in the sentence of the count, else the last before it, else the last."""
    first, last = layout.sentence(one.start)
    near = [place for place in mentions if first <= place.start < last]
    if near:
        return min(near, key=lambda place: abs(place.start - one.start))
    return ([place for place in mentions if place.start < one.start] or mentions)[-1]


def _in_row(places: Sequence[Place], one: Place) -> bool:
    """Whether a sister unit is named beside it: `hai xã Tân Lập và |Tân Hòa|`."""
    sisters = (place for place in places if place.path[:-1] == one.path[:-1] and place.path != one.path)
    return any(max(place.start - one.end, one.start - place.end) <= ROW for place in sisters)


def _tie(path: Path, other: Path | None) -> str:
    """How a place stands to another: same, wider, narrower, of the same province, elsewhere; or alone."""
    if other is None:
        return "alone"
    if path == other:
        return "same"
    if path == other[: len(path)]:
        return "wider"
    if other == path[: len(other)]:
        return "narrower"
    return "neighbour" if path[0] == other[0] else "elsewhere"


def _share(atlas: Atlas, path: Path) -> int:
    return round(SHARES * atlas.provinces[path[0]] / max(1, sum(atlas.provinces.values())))


def _start(place: Place) -> int:
    return place.start
