"""The place a stretch of text speaks about: its own, its sentence's, the scene's, the article's."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extractor.facts.scene.actors import comes, is_subject
from extractor.facts.scene.article_place import article_place
from extractor.facts.scene.bodies import Named, last_place, named_bodies, subject_of
from extractor.facts.scene.clause import beside_place, one_of_several, own_place, within
from extractor.facts.scene.homes import (
    Dweller,
    find_dwellers,
    home_of,
    searched_home,
    speaks_generally,
)
from extractor.facts.scene.level_words import HERE, generic_spots, here_spots, rest_spots, village_spots
from extractor.facts.scene.nation import general_spots, national_spots
from extractor.facts.scene.portraits import Portrait, find_portrait
from extractor.facts.scene.room import roomy
from extractor.facts.scene.speech import Said, speeches
from extractor.facts.scene.spots import (
    Spot,
    listing,
    named_spots,
    path_level,
    raised,
    same,
    units_named,
)
from extractor.facts.scene.spread import spread_spots
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, settle, whole_words

_LISTED_FROM = 20
"""Characters into a sentence from which `như`, `gồm` introduce parts; before, they open it: `Điển hình như …`."""
_AT_REACH = 20
_COPULA_REACH = 8
_VENUE = "venue"
"""What the place of the last ceremony is remembered by."""
_FADES = 3
"""Sentences without a place after which a scene ends in an article that is about no place."""
_LEVELS = ("province", "district", "city", "commune", "village")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its spots and the place that it takes over from the text before it."""

    start: int
    end: int
    spots: tuple[Spot, ...]
    inherited: Path | None
    reason: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Answers which place a span inherits. Build it once for an article with `Scene.of`."""

    reading: Reading
    article_place: Path | None = None
    sentences: tuple[Sentence, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)
    units: Mapping[Path, Place] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, reading: Reading) -> "Scene":
        """The scene of one article."""
        about = article_place(reading)
        lowered, said, dwellers = settle(reading.text), speeches(reading), find_dwellers(reading)
        portrait = find_portrait(reading, lowered, dwellers)
        if portrait and about and not within(portrait.home, about):
            portrait = None
        about = about or (portrait.home[:-1] or None if portrait else None)
        dwellers = portrait.dwellers if portrait else dwellers
        stage = _Stage(reading, about, units_named(reading), lowered, said, dwellers, portrait)
        sentences = tuple(stage.sentences())
        return cls(reading, about, sentences, tuple(sentence.start for sentence in sentences), stage.units)

    def locality(self, start: int, end: int, apart: Container[int] = ()) -> tuple[Path | None, str]:
        """The most specific place that the span `start:end` is about, and the reason.

        Places that begin at the offsets `apart` are known to belong to something else in the sentence.

        Reasons: `name` (inside the span), `beside` (in the same clause after it), `sentence` (named before it in
        the sentence), `level word` (toàn huyện, Công an xã), `rest` (các xã còn lại), `nation` (cả nước: no place),
        `one of several` (là một trong 8 tỉnh: the place beside or none), `home` (of the person whom
        the sentence is about), `scene` (from the sentences before), `article`.
        """
        at = bisect_right(self.starts, start) - 1
        if at < 0:
            return self.article_place, "article"
        sentence = self.sentences[at]
        spots = tuple(spot for spot in sentence.spots if spot.start not in apart)
        if one_of_several(self.reading.text, start):
            return beside_place(self.reading.text, spots, end), "one of several"
        own = own_place(self.reading.text, spots, sentence.inherited, start, end)
        if own is None:
            return sentence.inherited, sentence.reason
        # `thôn Hạ ra mắt mô hình, đến nay có 16/21 thôn tham gia`: those are not in the village.
        counted = settle(self.reading.text[start:end])
        return roomy(self.units, self.reading.published, counted, own[0]), own[1]

    def spread_over(self, start: int, end: int) -> Path | None:
        """The unit over which something is told to have spread in the stretch `start:end`."""
        found = (spot for sentence in self.sentences for spot in sentence.spots if spot.kind == "spread")
        return next((spot.path for spot in found if start <= spot.start < end), None)


@dataclass(frozen=True, slots=True)
class _Stage:
    """Goes through an article sentence by sentence. `units` are its named units by path, `lowered` its text.

    What a portrait tells without a place is told of the home of the one portrayed.
    """

    reading: Reading
    about: Path | None
    units: Mapping[Path, Place]
    lowered: str
    said: tuple[Said, ...]
    dwellers: tuple[Dweller, ...]
    portrait: Portrait | None

    def sentences(self) -> Iterator[Sentence]:
        """Each sentence with its level words resolved and the place that the ones before hand on to it."""
        wider = (self.about, "article")
        home = (self.portrait.home, "home") if self.portrait else wider
        opening = home
        state, reason, paragraph = *opening, -1
        memory: dict[str, Path] = {}
        silent = 0
        waiting = list(self._spots())[::-1]
        bodies = self._bodies(waiting[::-1])
        for sent in self.reading.doc.sents:
            start, end = sent.start_char, sent.end_char
            begin = self._paragraph(start, paragraph)
            if self.portrait:
                at_home = self.portrait.tells_of_home(self.lowered, start, end, before=opening == home)
                opening = home if at_home else wider
                state, reason = opening if (state, reason) == home else (state, reason)
            if begin != paragraph or _meeting().match(self.lowered, start):
                state, reason, paragraph = *opening, begin
            subject = subject_of(self.lowered, start, end)
            wide = self.about if (state, reason) in (home, wider) else None
            if subject and (back := last_place(bodies, subject, start, paragraph, wide)):
                state, reason = back, "scene"
            state, reason = self._recalled(start, end, state, reason, memory)
            spots = self._taken(waiting, start, end, state, memory)
            silent = 0 if spots else silent + 1
            if silent > _FADES and not self.about:
                state, reason = None, "article"
            fitting = roomy(self.units, self.reading.published, self.lowered[start:end], state)
            if fitting != state:
                state, reason = fitting, "article"
            searched = searched_home(self.reading, self.lowered, start, end)
            yield Sentence(start, end, tuple(spots), searched or state, "home" if searched else reason)
            self._remember(spots, memory, start, end)
            handed = self._handed(
                [spot for spot in spots if not comes(self.lowered, spot, state, start, end)], start
            )
            if handed is not None:
                state, reason = handed or None, "scene"

    def _taken(
        self, waiting: list[Spot], start: int, end: int, state: Path | None, memory: Mapping[str, Path]
    ) -> list[Spot]:
        """The spots of a sentence, taken off those that wait, with their paths; who comes gives it no place."""
        spots: list[Spot] = []
        while waiting and waiting[-1].start < end:
            settled = self._settled(waiting.pop(), spots, state, memory, start)
            spots.extend([settled] if settled else [])
        if _attending().match(self.lowered, start):
            return [replace(spot, aside=not self._located(spot)) for spot in spots]
        return spots

    def _recalled(
        self, start: int, end: int, state: Path | None, reason: str, memory: Mapping[str, Path]
    ) -> tuple[Path | None, str]:
        """The place that a sentence goes back to: a ceremony's venue, or the home of whom it is about."""
        said = word_pattern("verbs", "saying").search(self.lowered, start, end)
        if _VENUE in memory and not said and _ceremony().search(self.lowered, start, end):
            state, reason = memory[_VENUE], "scene"
        personal = self._personal(start, end)
        if personal and not (state and within(state, personal[0])):
            return personal
        leads = (
            self.portrait is not None and self.portrait.led
        )  # whoever leads a village is told of with its people
        if reason == "home" and not leads and speaks_generally(self.lowered, start, end):
            return self.about, "article"
        return state, reason

    def _personal(self, start: int, end: int) -> tuple[Path, str] | None:
        """The place of the one whose family a sentence is about, if in the article's province, or who says it."""
        home = home_of(self.dwellers, self.lowered, start, end)
        speaker = next((each.path for each in self.said if each.start - 1 <= start and end <= each.end), None)
        if home and (self.about is None or within(home, self.about[:1])):
            return home, "home"
        if speaker and (self.about is None or within(speaker, self.about)):
            return speaker, "scene"
        return None

    def _remember(self, spots: Sequence[Spot], memory: dict[str, Path], start: int, end: int) -> None:
        """Keep the last unit of each level, the last place where something is, and the last ceremony's venue."""
        told = [s for s in spots if s.kind == "named" and not _passing(s)]
        at = [s.path for s in told if self._located(s)] or [s.path for s in told if self._is_small(s)]
        if at and _ceremony().search(self.lowered, start, end):
            memory[_VENUE] = max(at, key=len)
        for spot in spots:
            if spot.kind == "named" and not (spot.several or spot.former):
                if self._located(spot):
                    memory[HERE] = spot.path
                for depth in range(1, len(spot.path) + 1):
                    memory[path_level(spot.path[:depth], self.units)] = spot.path[:depth]

    def _is_small(self, spot: Spot) -> bool:
        """Whether a spot is one commune or village, which holds its feasts at home."""
        return not spot.several and path_level(spot.path, self.units) in ("commune", "village")

    def _spots(self) -> tuple[Spot, ...]:
        """All spots of the article, in order."""
        reading = self.reading
        found = (
            *named_spots(reading),
            *generic_spots(reading),
            *village_spots(reading),
            *rest_spots(reading),
            *here_spots(reading),
            *national_spots(reading),
            *spread_spots(reading),
        )
        general = () if self.about else general_spots(reading)
        return tuple(sorted((*found, *general), key=lambda spot: spot.start))

    def _bodies(self, spots: Sequence[Spot]) -> tuple[Named, ...]:
        """The bodies that the article names with their places."""
        around = {level: path for level in _LEVELS if self.about and (path := self._cut(self.about, level))}
        return named_bodies(self.reading.text, spots, self.units, around)

    def _paragraph(self, start: int, before: int) -> int:
        """Where the paragraph of a sentence begins; a hard-wrapped line that goes on in lower case begins none."""
        text = self.reading.text
        begin = text.rfind("\n", max(before, 0), start + 1)
        begin = max(begin, before)
        return before if begin != before and before >= 0 and text[start : start + 1].islower() else begin

    def _settled(
        self, spot: Spot, before: Sequence[Spot], state: Path | None, memory: Mapping[str, Path], start: int
    ) -> Spot | None:
        """The spot with its path filled in, or None where a level word says nothing."""
        if spot.kind in ("named", "national"):
            return spot
        if spot.kind == "rest":
            return replace(spot, path=self.about or ())
        if spot.level == HERE:
            return replace(spot, path=memory[HERE]) if HERE in memory else None
        named = [other.path for other in reversed(before) if other.kind == "named" and not other.former]
        former = [other.path for other in reversed(before) if other.kind == "named" and other.former]
        if spot.kind == "spread":
            return self._raised(spot, next(iter(named), state))
        for source in (*named, state, self.about, *former):
            found = self._cut(source, spot.level) if source else None
            if found is None:
                continue
            above = self.about is not None and within(self.about, found)
            # Công an tỉnh in an article about a district is no province; toàn tỉnh and Tỉnh đoàn as a subject are.
            raises = spot.whole or spot.start - start <= 1 or is_subject(self.lowered, spot, start)
            return None if above and not raises else replace(spot, path=found)
        remembered = memory.get(spot.level) or (memory.get("district") if spot.level == "city" else None)
        return replace(spot, path=remembered) if remembered else None

    def _raised(self, spot: Spot, source: Path | None) -> Spot | None:
        """Where a scheme has spread from its first place: the unit that holds the counted ones, or None."""
        path = raised(source, spot.level, self.units) if source else None
        return replace(spot, path=path) if path and path != source else None

    def _cut(self, path: Path, level: str) -> Path | None:
        """The part of the path that ends at the level."""
        wanted = (("province",) if _is_city(path[0]) else ("district", "province")) if level == "city" else (level,)
        for depth in range(len(path), 0, -1):
            if path_level(path[:depth], self.units) in wanted:
                return path[:depth]
        return None

    def _handed(self, spots: Sequence[Spot], start: int) -> Path | None:
        """What a sentence hands on: its only place, the smallest of one line, or the one that it opens with.

        Listed parts hand on nothing, nor does what is named in passing. An empty path ends the scene: the sentence
        speaks of the country and names no place.
        """
        end = spots[-1].start if spots else start
        listed = self._listed_from(spots, start + _LISTED_FROM, end)
        telling = [spot for spot in spots if spot.kind in ("named", "generic", "spread") and not _passing(spot)]
        counted = [spot for spot in telling if spot.path and spot.start < listed]
        wide = max((spot.start for spot in spots if spot.kind == "national" and not spot.passing), default=-1)
        if wide >= 0 and not self.about and all(self._venue(spot) and spot.start < wide for spot in counted):
            return ()
        if not counted:
            return None
        if len({same(spot.path) for spot in counted}) == 1:
            return counted[0].path
        if counted[-1].kind == "spread":
            return counted[-1].path
        single = [spot.path for spot in counted if spot.kind == "named" and not spot.several]
        deepest = max(single, key=len, default=())
        if deepest and all(same(spot.path) == same(deepest)[: len(spot.path)] for spot in counted):
            return self._of_the_whole(counted, deepest) or deepest
        return counted[0].path if _opens_at().fullmatch(self.lowered, start, counted[0].start) else None

    def _listed_from(self, spots: Sequence[Spot], start: int, end: int) -> int:
        """Where listed parts begin; `là` introduces them right before a place, and no `là mô hình ở xã Hạ`.

        A colon behind a verb of saying introduces speech.
        """
        for found in listing().finditer(self.lowered, start, end):
            if found.group() == ":" and _told().search(self.lowered, start - _LISTED_FROM, found.start()):
                continue
            near = any(0 <= spot.start - found.end() <= _COPULA_REACH for spot in spots)
            if near or found.group() not in word_forms("scene", "copula"):
                return found.start()
        return end + 1

    def _of_the_whole(self, spots: Sequence[Spot], part: Path) -> Path | None:
        """The whole unit where a sentence has figures of it and of a part, each in a clause of its own.

        `2 người chết ở xã Hạ, 9 người khác trong |huyện| bị thương`; `51 trường trong |huyện| mở; ba trường ở xã Hạ
        còn ngập`.
        """
        at = next(spot for spot in spots if spot.path == part)
        for spot in spots:
            if spot.whole and within(part, spot.path):
                own = [q for q in self.reading.quantities if at.end <= q.start < spot.start]
                behind = own and "," in self.lowered[at.end : own[-1].start]
                if behind and "," not in self.lowered[own[-1].end : spot.start]:
                    return spot.path
                if spot.end <= at.start and ";" in self.lowered[spot.end : at.start]:
                    return spot.path
        return None

    def _venue(self, spot: Spot) -> bool:
        """`Sáng 5/6, |tại tỉnh Đoài|, Phó Thủ tướng dự hội nghị về cả nước`: only where people meet."""
        return self._located(spot) and self.lowered.startswith(",", spot.end)

    def _located(self, spot: Spot) -> bool:
        """Whether something is said to be at a place: `tại tỉnh Đoài`."""
        return bool(_at().search(self.lowered, max(0, spot.start - _AT_REACH), spot.start))


@cache
def _is_city(province: str) -> bool:
    """Whether `thành phố` means the province itself: `Công an thành phố` of Hà Nội is of no district."""
    kinds = {unit.kind for unit in gazetteer().named(name_key(province)) if unit.level == "province"}
    return bool(kinds & set(word_forms("scene", "city")))


def _passing(spot: Spot) -> bool:
    """Whether a place is named in passing and is not what the text goes on about."""
    return spot.aside or spot.donor or spot.bracketed or spot.former or spot.passing or spot.timing


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('verbs', 'saying'))}(?:\s[^\W\d_]+)?\s?$")


@cache
def _ceremony() -> re.Pattern[str]:
    """Words for a ceremony or feast, which is at one place: what is done at it is done there."""
    return whole_words(word_forms("scene", "ceremony"))


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(r"[“\"'\s]*" + alternation(word_forms("scene", "meeting")) + r"(?!\w)")


@cache
def _attending() -> re.Pattern[str]:
    """The head of a sentence about who came: `Đến dự có đồng chí Bảy, Bí thư Huyện ủy`."""
    return re.compile(r"[“\"'\s]*" + alternation(word_forms("scene", "attending")) + r"(?!\w)")


@cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('scene', 'at'))}\s$")


@cache
def _opens_at() -> re.Pattern[str]:
    at = alternation(word_forms("scene", "at"))
    return re.compile(rf"\W*(?:còn\s)?{at}\s?(?:{at}\s?)?")
