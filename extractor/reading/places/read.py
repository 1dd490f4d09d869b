"""Administrative units, read and resolved together for one article."""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from extractor.reading.places.abroad import names_abroad
from extractor.reading.places.bare import read_bare
from extractor.reading.places.clubs import without_clubs
from extractor.reading.places.links import link, mark
from extractor.reading.places.mentions import read_explicit
from extractor.reading.places.resolution import MERGED, Resolved, Setting, candidates, resolve, setting
from extractor.reading.places.seats import seat
from extractor.reading.places.spans import Link, Mention
from extractor.reading.places.spelling import near_candidates, one_spelling
from extractor.reading.places.text import Syllable, syllables
from extractor.reading.places.words import level_words, word_list
from extractor.reading.spans import Place
from extractor.records import Level, Path
from extractor.vietnamese.gazetteer import gazetteer

_SURE = 0.5
"""The probability from which an outlet's unit is believed."""


def read_places(
    doc: Doc,
    published: str | None,
    home_province: str | None,
    outlet: str | None = None,
    home: Place | None = None,
) -> tuple[Place, ...]:
    """All administrative units named in the text, in order.

    `published` is the partial ISO date as of which names are resolved. `home_province` and the outlet's own name
    (Trang thông tin điện tử xã A, huyện B) say where the article is at home; `home` is that unit (`read_home`).
    """
    text = str(doc.text)
    words = syllables(text)
    places = gazetteer()
    abroad = names_abroad(words, places)
    explicit = [mention for mention in read_explicit(words, places) if mention.key not in abroad]
    when = setting(published, _homes(home_province, outlet), _spoken_of(words, explicit), _years(words))
    mentions, _, choices = _resolved(text, words, explicit, when)
    bare = read_bare(text, words, list(zip(mentions, choices, strict=True)), places, when)
    at_home = (mention for mention in bare if mention.key not in abroad)
    everything = sorted((*explicit, *at_home), key=lambda mention: mention.start)
    everything = without_clubs(words, everything)
    return as_named(one_spelling(seat(text, *_resolved(text, words, everything, when), when, home)))


def read_home(outlet: str | None, published: str | None, home_province: str | None) -> Place | None:
    """The unit below a province whose portal or station an outlet is: `Trang thông tin điện tử xã A, huyện B`."""
    words = syllables(outlet or "")
    named = read_explicit(words, gazetteer())
    if not outlet or not named:
        return None
    when = setting(published, _homes(home_province, outlet), Counter(), [])
    found = seat(outlet, *_resolved(outlet, words, named, when), when)
    sure = (place for place in found if place.probability > _SURE and len(place.path) > 1)
    return max(sure, key=lambda place: len(place.path), default=None)


def as_named(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """A bare name without its parents is the one standing unit so named: `xã Na Rì … . |Na Rì| có 13 tiêu chí`."""
    known: dict[tuple[Level, str], set[Path]] = {}
    for place in found:
        if len(place.path) > 1 and not place.former:
            known.setdefault((place.level, place.path[-1]), set()).add(place.path)

    def named(place: Place) -> Place:
        paths = known.get((place.level, place.path[-1]), set()) if len(place.path) == 1 else set()
        return replace(place, path=next(iter(paths))) if len(paths) == 1 else place

    return tuple(map(named, found))


def _homes(home_province: str | None, outlet: str | None) -> tuple[str, ...]:
    names = [home_province] if home_province else []
    if outlet:
        names += [mention.name for mention in read_explicit(syllables(outlet), gazetteer())]
    return tuple(names)


def _years(words: tuple[Syllable, ...]) -> list[int]:
    return [int(word.text) for word in words if word.number and len(word.text) == 4 and word.text.startswith("20")]


def _spoken_of(words: tuple[Syllable, ...], explicit: list[Mention]) -> Counter[str]:
    """How often the text speaks of a kind of unit, by name or as `Công an huyện`; MERGED: of mergers and `cũ`."""
    former = {mention.first for mention in explicit if word_list("former").at(words, mention.last)}
    passed = former | {mention.first for mention in explicit if mention.village}
    hits = (level_words().at(words, i) for i in range(len(words)) if i not in passed)
    found = Counter(hit[0].kinds[0] for hit in hits if hit and not hit[0].glued)
    mergers = sum(word_list("merger").at(words, i) is not None for i in range(len(words)))
    found[MERGED] = len(former) + mergers
    return found


def _resolved(
    text: str, words: tuple[Syllable, ...], mentions: list[Mention], when: Setting
) -> tuple[list[Mention], list[Link], list[Resolved]]:
    marked = mark(text, words, mentions)
    options = [candidates(mention, gazetteer(), when) for mention in marked]
    links = link(text, marked)
    choices = resolve(marked, links, options)
    widened = near_candidates(marked, choices, options, gazetteer(), when)
    if widened != options:
        choices = resolve(marked, links, widened)
    return marked, links, choices
