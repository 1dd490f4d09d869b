"""The place a stretch of text speaks about: its own, its sentence's, the scene's, the article's."""

from bisect import bisect_right
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from extractor.facts.scene.clause import beside_place, one_of_several, own_place
from extractor.facts.scene.paths import units_named
from extractor.facts.scene.room import above_villages, roomy
from extractor.facts.scene.speech import speeches
from extractor.facts.scene.spots import last_end
from extractor.facts.scene.stage import Sentence, Stage
from extractor.facts.subject.subject import Subject
from extractor.reading.spans import Place, Reading
from extractor.records import Path
from extractor.vietnamese.phrases import settle


@dataclass(frozen=True, slots=True)
class Scene:
    """Answers which place a span inherits. Build it once for an article with `Scene.of`."""

    reading: Reading
    article_place: Path | None = None
    sentences: tuple[Sentence, ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)
    units: Mapping[Path, Place] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, reading: Reading, subject: Subject) -> "Scene":
        """The scene of one article."""
        stage = Stage(reading, subject, units_named(reading), settle(reading.text), speeches(reading))
        sentences = tuple(stage.sentences())
        return cls(reading, subject.place, sentences, tuple(sentence.start for sentence in sentences), stage.units)

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
        told = settle(self.reading.text[last_end(spots, own[0], start) : start])
        path = own[0] and above_villages(self.units, told, own[0])
        counted = settle(self.reading.text[start:end])
        return roomy(self.units, self.reading.published, counted, path), own[1]

    def spread_over(self, start: int, end: int) -> Path | None:
        """The unit over which something is told to have spread in the stretch `start:end`."""
        found = (spot for sentence in self.sentences for spot in sentence.spots if spot.kind == "spread")
        return next((spot.path for spot in found if start <= spot.start < end), None)
