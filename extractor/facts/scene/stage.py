"""Goes through an article and tells for each sentence the place that it takes over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.openings import MARKS
from extractor.facts.scene.actors import (
    comes,
    gives_to_one,
    is_actor,
    is_partner,
    is_subject,
    is_taken_to,
    strikes_at,
)
from extractor.facts.scene.bodies import Named, last_place, named_bodies, subject_of
from extractor.facts.scene.clause import within
from extractor.facts.scene.court import in_court, trying_court
from extractor.facts.scene.flow import leads_on
from extractor.facts.scene.handing import goes_round, handed, is_located, named_in_passing
from extractor.facts.scene.homes import home_of, searched_home, speaks_generally
from extractor.facts.scene.level_words import (
    HERE,
    generic_spots,
    here_spots,
    is_city,
    rest_spots,
    village_spots,
    was_always_city,
)
from extractor.facts.scene.memory import Memory
from extractor.facts.scene.nation import counts_on, general_spots, gives_national, national_spots
from extractor.facts.scene.paths import are_apart, path_level, raised
from extractor.facts.scene.plurals import Plurals
from extractor.facts.scene.room import above_villages, roomy
from extractor.facts.scene.sources import without_sources
from extractor.facts.scene.speech import Said
from extractor.facts.scene.spots import Spot, last_end, named_spots
from extractor.facts.scene.spread import spread_spots
from extractor.facts.subject.happening import Happening
from extractor.facts.subject.subject import Subject
from extractor.facts.subject.summary import tells_earlier
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms, word_pattern
from extractor.vietnamese.phrases import alternation, whole_words

_ASKED = 8
"""Characters of white space between a question and its answer."""
_FADES = 3
"""Sentences without a place after which a scene ends in an article that is about no place."""
_LEVELS = ("province", "district", "city", "commune", "village")

Inherited = tuple[Path | None, str]
"""A place taken over from the text before, and the reason."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its spots and the place that it takes over from the text before it."""

    start: int
    end: int
    spots: tuple[Spot, ...]
    inherited: Path | None
    reason: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Goes through an article sentence by sentence. `units` are its named units by path, `lowered` its text.

    What a portrait tells without a place is told of the home of the one portrayed.
    """

    reading: Reading
    subject: Subject
    units: Mapping[Path, Place]
    lowered: str
    said: tuple[Said, ...]

    @property
    def about(self) -> Path | None:
        """The place of the article as a whole."""
        return self.subject.place

    def sentences(self) -> Iterator[Sentence]:
        """Each sentence with its level words resolved and the place that the ones before hand on to it."""
        wider: Inherited = (self.about, "article")
        portrait = self.subject.portrait
        happening: Happening | None = None
        home: Inherited = (portrait.home, "home") if portrait else wider
        opening = home
        state, reason, paragraph = *opening, -1
        memory = Memory()
        plurals = Plurals(self.reading, self.units, self.lowered)
        silent = 0
        waiting = list(self._spots())[::-1]
        bodies = self._bodies(waiting[::-1])
        for start, end in self.reading.sentences:
            begin = self._paragraph(start, paragraph)
            opening, (state, reason) = self._goes_on(happening, start, end, opening, (state, reason))
            if self._begins_anew(start, begin, paragraph, state, opening):
                state, reason = opening
            paragraph = memory.turn(begin)
            wide = self.about if (state, reason) in (home, wider) else None
            if back := self._body_meant(bodies, start, end, paragraph, wide):
                state, reason = back, "scene"
            state, reason = self._recalled(start, end, state, reason, memory)
            state = plurals.around(start, end, state) if state and reason == "scene" else state
            spots = self._receiving(self._taken(waiting, start, end, state, memory), reason, end)
            if happening and state == happening.path:
                spots = without_sources(happening, self.lowered, spots, start, end)
            silent = 0 if spots else silent + 1
            state, reason = self._lasting((state, reason), silent, start, end)
            place = self._unless_wide((state, reason), spots, memory, start, end)
            if searched := searched_home(self.reading, self.lowered, start, end):
                place = searched, "home"
            yield Sentence(start, end, tuple(spots), *place)
            self._remember(spots, memory, start, end)
            plurals.count(start, end, tuple(spots), state)
            on = memory.hand_on(self._handed(spots, state, start, end))
            state, reason = self._behind(on, spots, (state, reason), opening)
            happening = happening or self._happened(start)
            opening = self._left(happening, on, start, end, opening) if on and happening else opening

    def _unless_wide(
        self, so_far: Inherited, spots: Sequence[Spot], memory: Memory, start: int, end: int
    ) -> Inherited:
        """The place so far, or none where the sentence goes on with figures of the whole country."""
        on = memory.wide is not None and not spots
        on = on and counts_on(self.reading, self.lowered, memory.wide or (0, 0), start, end)
        memory.wide = (start, end) if on or gives_national(self.reading, spots, start, end) else None
        return (None, "nation") if on else so_far

    def _lasting(self, so_far: Inherited, silent: int, start: int, end: int) -> Inherited:
        """The place so far, unless the scene has faded or has no room for the units that the sentence counts."""
        if silent > _FADES and not self.about:
            so_far = None, "article"
        fitting = roomy(self.units, self.reading.published, self.lowered[start:end], so_far[0])
        return so_far if fitting == so_far[0] else (fitting, "article")

    def _handed(self, spots: Sequence[Spot], state: Path | None, start: int, end: int) -> Path | None:
        """What the sentence hands on: a village's commune where it goes on to several villages."""
        staying = [spot for spot in spots if not comes(self.lowered, spot, state, start, end)]
        if state:
            staying = [spot for spot in staying if not is_taken_to(self.lowered, spot, start)]
        on = handed(self.reading, self.lowered, staying, start, self.about)
        return above_villages(self.units, self.lowered[last_end(spots, on, end) : end], on) if on else on

    def _behind(self, on: Path | None, spots: Sequence[Spot], so_far: Inherited, opening: Inherited) -> Inherited:
        """The place behind a sentence that hands `on` a path; units told beside the scene end it."""
        if on is not None:
            return on or None, "scene"
        shared = goes_round(spots, so_far[0]) if so_far[0] and so_far[1] == "scene" else None
        around = opening if shared == self.about else (shared, "scene")
        return around if shared else so_far

    def _happened(self, start: int) -> Happening | None:
        """The happening that gives the article its place, from the sentence on that tells it."""
        placed = self.subject.placed
        return placed if placed and placed.start <= start else None

    def _goes_on(
        self, happening: Happening | None, start: int, end: int, opening: Inherited, so_far: Inherited
    ) -> tuple[Inherited, Inherited]:
        """What a paragraph would begin with here, and the place so far, by the portrait or the happening.

        A sentence that tells of the happening again is of its place, if so far a unit around it was spoken of.
        """
        wider = (self.about, "article")
        if portrait := self.subject.portrait:
            home = (portrait.home, "home")
            at_home = portrait.tells_of_home(self.lowered, start, end, before=opening == home)
            opening = home if at_home else wider
            return opening, opening if so_far == home else so_far
        if happening is None or happening.path is None:
            return opening, so_far
        place = self._at(happening.path)
        if happening.kind == "crime" and so_far == place and tells_earlier(self.lowered, start, end):
            return wider, wider
        again = happening.goes_on(self.lowered, start, end, before=False)
        on = again or happening.goes_on(self.lowered, start, end, before=opening == place)
        around = so_far[0] is None or within(happening.path, so_far[0])
        return place if on else wider, place if again and around else so_far

    def _left(self, happening: Happening, path: Path, start: int, end: int, opening: Inherited) -> Inherited:
        """What a paragraph begins with behind a sentence that hands on the path."""
        if path == happening.path:
            return self._at(path)
        return (self.about, "article") if happening.leaves(path, self.lowered, start, end) else opening

    def _at(self, path: Path) -> Inherited:
        return path, "article" if path == self.about else "scene"

    def _taken(self, waiting: list[Spot], start: int, end: int, state: Path | None, memory: Memory) -> list[Spot]:
        """The spots of a sentence, taken off those that wait, with their paths; who comes gives it no place."""
        spots: list[Spot] = []
        while waiting and waiting[-1].start < end:
            settled = self._settled(waiting.pop(), spots, state, memory, start)
            if settled and is_partner(self.lowered, settled, spots, state):
                settled = replace(settled, aside=True)
            spots.extend([settled] if settled else [])
        spots = [replace(s, aside=s.aside or strikes_at(self.lowered, s, spots, start)) for s in spots]
        if _attending().match(self.lowered, start):
            return [replace(spot, aside=not is_located(self.lowered, spot)) for spot in spots]
        return spots

    def _receiving(self, spots: list[Spot], reason: str, end: int) -> list[Spot]:
        """The spots, aside those of who gives to the one at whose home the text is."""
        if reason != "home":
            return spots
        return [replace(s, aside=s.aside or gives_to_one(self.lowered, s.end, end)) for s in spots]

    def _recalled(
        self, start: int, end: int, state: Path | None, reason: str, memory: Memory
    ) -> tuple[Path | None, str]:
        """The place that a sentence goes back to: a ceremony's venue, or the home of whom it is about."""
        said = word_pattern("verbs", "saying").search(self.lowered, start, end)
        if memory.venue and not said and _ceremony().search(self.lowered, start, end):
            state, reason = memory.venue, "scene"
        wider = memory.court and self.about and within(self.about, memory.court)
        if memory.court and not wider and in_court(self.lowered, start, end):
            return memory.court, "scene"
        personal = self._personal(start, end)
        if personal and not (state and within(state, personal[0])):
            return personal
        # Whoever leads a village is told of with its people.
        leads = self.subject.portrait is not None and self.subject.portrait.led
        if reason == "home" and not leads and speaks_generally(self.lowered, start, end):
            return self.about, "article"
        return state, reason

    def _personal(self, start: int, end: int) -> tuple[Path, str] | None:
        """The place of the one whose family a sentence is about, if in the article's province, or who says it."""
        home = home_of(self.subject.dwellers, self.lowered, start, end)
        speaker = next((each.path for each in self.said if each.start - 1 <= start and end <= each.end), None)
        if home and (self.about is None or within(home, self.about[:1])):
            return home, "home"
        if speaker and (self.about is None or within(speaker, self.about)):
            return speaker, "scene"
        return None

    def _remember(self, spots: Sequence[Spot], memory: Memory, start: int, end: int) -> None:
        """Keep the last unit of each level, the last place where something is, the last venue and court."""
        memory.court = trying_court(self.lowered, spots, start, end) or memory.court
        told = [s for s in spots if s.kind == "named" and not named_in_passing(s)]
        at = [s.path for s in told if is_located(self.lowered, s)] or [s.path for s in told if self._is_small(s)]
        if at and _ceremony().search(self.lowered, start, end):
            memory.venue = max(at, key=len)
        if len(at) == 1 and any(self._is_small(spot) for spot in told):
            memory.here = at[0]
        for spot in spots:
            if spot.kind == "named" and not (spot.several or spot.former):
                if is_located(self.lowered, spot) and not spot.aside:
                    memory.here = spot.path
                for depth in range(1, len(spot.path) + 1):
                    memory.keep(path_level(spot.path[:depth], self.units), spot.path[:depth])

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

    def _body_meant(
        self, bodies: Sequence[Named], start: int, end: int, paragraph: int, wide: Path | None
    ) -> Path | None:
        """The place of the body that is a sentence's subject by its bare noun."""
        acting = subject_of(self.lowered, start, end)
        return last_place(bodies, acting, start, paragraph, wide) if acting else None

    def _begins_anew(self, start: int, begin: int, before: int, state: Path | None, opening: Inherited) -> bool:
        """Whether a sentence goes back to what a paragraph begins with.

        Its paragraph begins at `begin`, that of the sentence before it, with the place so far, at `before`.
        An answer stays with its question; a word of the meeting goes back to the `opening`, if that has a place.
        """
        answers = self.lowered[max(0, start - _ASKED) : start].rstrip().endswith("?")
        stays = begin == before or answers or self._leads_on(before, start, state)
        return not stays or (opening[0] is not None and _meeting().match(self.lowered, start) is not None)

    def _leads_on(self, paragraph: int, start: int, state: Path | None) -> bool:
        """Whether the paragraph so far only leads to what begins at `start`, in a unit of the article's place.

        That is an introduction without a figure, `Xã Hạ là địa phương đi đầu.`, or speech that is still open.
        """
        if paragraph < 0 or state is None or not (self.about is None or within(state, self.about)):
            return False
        return leads_on(self.reading, self.lowered, paragraph, start)

    def _paragraph(self, start: int, before: int) -> int:
        """Where the paragraph of a sentence begins; a hard-wrapped line that goes on in lower case begins none."""
        text = self.reading.text
        begin = text.rfind("\n", max(before, 0), start + 1)
        begin = start if self._is_headed(start) else max(begin, before)
        return before if begin != before and before >= 0 and text[start : start + 1].islower() else begin

    def _is_headed(self, start: int) -> bool:
        """Whether a sentence opens with the unit of which a section tells: `|Xã Hạ:| Ngày 5/6, Hội bầu 9 người`."""
        return any(p.start == start and self.lowered.startswith(": ", p.end) for p in self.reading.places)

    def _settled(
        self, spot: Spot, before: Sequence[Spot], state: Path | None, memory: Memory, start: int
    ) -> Spot | None:
        """The spot with its path filled in, or None where a level word says nothing."""
        if spot.kind in ("named", "national"):
            return spot
        if spot.kind == "rest":
            around = raised(self.about, spot.level, self.units) if self.about and spot.level else self.about
            return replace(spot, path=around or ())
        if spot.level == HERE:
            return replace(spot, path=memory.here) if memory.here else None
        named = [other.path for other in reversed(before) if other.kind == "named" and not other.former]
        former = [other.path for other in reversed(before) if other.kind == "named" and other.former]
        if spot.kind == "spread":
            return self._raised(spot, next(iter(named), state))
        home = self.reading.home.path if self.reading.home else None
        around = None if self._is_passing(state, spot.level, memory) else state
        for source in (*named, around, self.about, home, *former):
            if source and spot.level == "province" and was_always_city(source[0]):
                return None  # no `tỉnh` in Hà Nội
            found = self._cut(source, spot.level) if source else None
            if found is None:
                continue
            above = self.about is not None and within(self.about, found)
            # Công an tỉnh in an article about a district is no province; toàn tỉnh and Tỉnh đoàn as a subject are.
            raises = spot.whole or spot.start - start <= 1 or is_subject(self.lowered, spot, start)
            return None if above and not raises else replace(spot, path=found)
        acts = spot.whole or is_actor(self.lowered, spot, start)
        remembered = memory.unit(spot.level, acts)
        return replace(spot, path=remembered) if remembered else None

    def _is_passing(self, state: Path | None, level: str, memory: Memory) -> bool:
        """Whether a unit is spoken of in passing, so that a bare level word means the article's own again.

        `Huyện Hạ có 34 vụ. Cùng lúc, huyện Đoài có 41 vụ. Công an |huyện| khám phá 30 vụ.`
        """
        if state is None or self.about is None or not are_apart(state, self.about):
            return False
        return self._cut(self.about, level) == self.about and memory.theme != state

    def _raised(self, spot: Spot, source: Path | None) -> Spot | None:
        """Where a scheme has spread from its first place: the unit that holds the counted ones, or None."""
        path = raised(source, spot.level, self.units) if source else None
        return replace(spot, path=path) if path and path != source else None

    def _cut(self, path: Path, level: str) -> Path | None:
        """The part of the path that ends at the level."""
        wanted = (("province",) if is_city(path[0]) else ("district", "province")) if level == "city" else (level,)
        for depth in range(len(path), 0, -1):
            if path_level(path[:depth], self.units) in wanted:
                return path[:depth]
        return None


@cache
def _ceremony() -> re.Pattern[str]:
    """Words for a ceremony or feast, which is at one place: what is done at it is done there."""
    return whole_words(word_forms("scene", "ceremony"))


@cache
def _meeting() -> re.Pattern[str]:
    opens = (*word_forms("scene", "meeting"), *word_forms("scene", "next_point"))
    return re.compile(rf"{MARKS}{alternation(opens)}(?!\w)")


@cache
def _attending() -> re.Pattern[str]:
    """The head of a sentence about who came: `Đến dự có đồng chí Bảy, Bí thư Huyện ủy`."""
    return re.compile(rf"{MARKS}{alternation(word_forms('scene', 'attending'))}(?!\w)")
