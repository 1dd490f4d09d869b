"""The place a stretch of text speaks about: its own, its sentence's, the scene's, the article's."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.article_place import article_place
from extractor.facts.clause import own_place, within
from extractor.facts.room import roomy
from extractor.facts.spots import Spot, generic_spots, listing, named_spots, other_spots, path_level, same
from extractor.reading.spans import Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, settle

_LISTED_FROM = 20
"""Characters into a sentence from which `như`, `gồm` introduce parts; before, they open it: `Điển hình như …`."""


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

    @classmethod
    def of(cls, reading: Reading) -> "Scene":
        """The scene of one article."""
        about = article_place(reading)
        return cls(reading, about, _stage(reading, about))

    def locality(self, start: int, end: int) -> tuple[Path | None, str]:
        """The most specific place that the span `start:end` is about, and the reason.

        Reasons: `name` (inside the span), `beside` (in the same clause after it), `sentence` (named before it in
        the sentence), `level word` (toàn huyện, Công an xã), `rest` (các xã còn lại), `nation` (cả nước: no place),
        `scene` (from the sentences before), `article`.
        """
        sentence = self._sentence(start)
        if sentence is None:
            return self.article_place, "article"
        spot = own_place(self.reading.text, sentence.spots, start, end)
        if spot is None:
            return sentence.inherited, sentence.reason
        return spot

    def _sentence(self, offset: int) -> Sentence | None:
        at = bisect_right([sentence.start for sentence in self.sentences], offset) - 1
        return self.sentences[at] if at >= 0 else None


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(r"[“\"'\s]*" + alternation(word_forms("scene", "meeting")) + r"(?!\w)")


def _stage(reading: Reading, about: Path | None) -> tuple[Sentence, ...]:
    """Sentence by sentence: resolve its level words, then see what it hands on."""
    raw = sorted(
        (*named_spots(reading), *generic_spots(reading), *other_spots(reading)), key=lambda spot: spot.start
    )
    staged: list[Sentence] = []
    state, reason, paragraph = about, "article", -1
    lowered = settle(reading.text)
    memory: dict[str, Path] = {}
    for sent in reading.doc.sents:
        start, end = sent.start_char, sent.end_char
        begin = _paragraph(reading.text, start, paragraph)
        if begin != paragraph or _meeting().match(lowered, start):
            state, reason, paragraph = about, "article", begin
        spots: list[Spot] = []
        for spot in (s for s in raw if start <= s.start < end):
            settled = _settled(reading, spot, spots, state, about, memory, start)
            if settled:
                spots.append(settled)
        fitting = roomy(reading, lowered[start:end], state)
        if fitting != state:
            state, reason = fitting, "article"
        staged.append(Sentence(start, end, tuple(spots), state, reason))
        for spot in spots:
            if spot.kind == "named" and not spot.several:
                memory[path_level(spot.path, reading.places)] = spot.path
        handed = _handed(reading.text, lowered, spots, start)
        if handed:
            state, reason = handed, "scene"
    return tuple(staged)


def _paragraph(text: str, start: int, before: int) -> int:
    """Where the paragraph of a sentence begins; a hard-wrapped line that goes on in lower case begins none."""
    begin = text.rfind("\n", 0, start + 1)
    return before if begin != before and before >= 0 and text[start : start + 1].islower() else begin


def _settled(
    reading: Reading,
    spot: Spot,
    before: list[Spot],
    state: Path | None,
    about: Path | None,
    memory: dict[str, Path],
    start: int,
) -> Spot | None:
    """The spot with its path filled in, or None where a level word says nothing."""
    if spot.kind == "named" or spot.kind == "national":
        return spot
    if spot.kind == "rest":
        return _with_path(spot, about or ())
    sources = [s.path for s in reversed(before) if s.kind == "named"] + [p for p in (state, about) if p]
    for source in sources:
        found = _cut(source, spot.level, reading)
        if found is None:
            continue
        if about and len(found) < len(about) and within(about, found) and not _raises(reading.text, spot, start):
            return None
        return _with_path(spot, found)
    remembered = memory.get(spot.level) or (memory.get("district") if spot.level == "city" else None)
    return _with_path(spot, remembered) if remembered else None


def _raises(text: str, spot: Spot, start: int) -> bool:
    """Whether a level word above the article's place means that unit: `toàn tỉnh`, `Tỉnh đoàn sẽ huy động`."""
    return spot.whole or spot.start - start <= 1


def _cut(path: Path, level: str, reading: Reading) -> Path | None:
    """The part of the path that ends at the level."""
    wanted = ("district", "province") if level == "city" else (level,)
    for depth in range(len(path), 0, -1):
        if path_level(path[:depth], reading.places) in wanted:
            return path[:depth]
    return None


def _with_path(spot: Spot, path: Path) -> Spot:
    return replace(spot, path=path)


def _passing(spot: Spot) -> bool:
    """Whether a place is named in passing and is not what the text goes on about."""
    return spot.aside or spot.bracketed or spot.former or spot.recipient


@cache
def _opens_at() -> re.Pattern[str]:
    at = alternation(word_forms("scene", "at"))
    return re.compile(rf"\W*(?:còn\s)?{at}\s?(?:{at}\s?)?")


def _handed(text: str, lowered: str, spots: list[Spot], start: int) -> Path | None:
    """What the sentence hands on: its only place, or the one that it opens with. Listed parts hand on nothing."""
    parts = listing().search(lowered, start + _LISTED_FROM)
    listed = parts.start() if parts else len(text)
    counted = [
        s for s in spots if s.kind in ("named", "generic") and s.path and s.start < listed and not _passing(s)
    ]
    if not counted:
        return None
    if len({same(s.path) for s in counted}) == 1:
        return counted[0].path
    deepest = max((s.path for s in counted if s.kind == "named" and not s.several), key=len, default=())
    if deepest and all(same(s.path) == same(deepest)[: len(s.path)] for s in counted):
        return deepest
    opening = settle(text[start : counted[0].start])
    if _opens_at().fullmatch(opening):
        return counted[0].path
    return None
