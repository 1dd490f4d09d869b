"""What an article is about, told by its headline and lead; where and when it is told of follows from that."""

from dataclasses import dataclass

from extractor.facts.layout import Layout
from extractor.facts.scene.article_place import article_place
from extractor.facts.scene.clause import within
from extractor.facts.scene.homes import Dweller, find_dwellers
from extractor.facts.subject.happening import Happening, find_happenings
from extractor.facts.subject.plan import Plan, find_plan
from extractor.facts.subject.portrait import Portrait, find_portrait
from extractor.reading.spans import Reading
from extractor.records import Path
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of one article; build it once with `find_subject`.

    `place` is the unit that it is about as a whole, `dwellers` are the people named in it with their homes,
    `portrait` is set where it portrays one of them, `happenings` are what its lead tells to have happened, `plan`
    is what it tells to be planned.
    """

    place: Path | None
    dwellers: tuple[Dweller, ...]
    portrait: Portrait | None
    happenings: tuple[Happening, ...]
    plan: Plan

    @property
    def placed(self) -> Happening | None:
        """The happening that gives the article its place; where somebody is portrayed, the home does."""
        return None if self.portrait else next((one for one in self.happenings if one.path), None)

    @property
    def dated(self) -> Happening | None:
        """The happening that gives the article its day."""
        return next((one for one in self.happenings if one.day), None)


def find_subject(reading: Reading, layout: Layout) -> Subject:
    """The subject of one article. A portrait whose home lies outside the article's place is none."""
    lowered, place, dwellers = settle(reading.text), article_place(reading), find_dwellers(reading)
    portrait = find_portrait(reading, lowered, dwellers)
    if portrait and place and not within(portrait.home, place):
        portrait = None
    happenings, plan = find_happenings(reading, lowered, place), find_plan(reading, layout)
    if portrait:
        return Subject(place or portrait.home[:-1] or None, portrait.dwellers, portrait, happenings, plan)
    return Subject(place, dwellers, None, happenings, plan)
