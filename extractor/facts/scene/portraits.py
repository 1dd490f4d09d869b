"""Portraits: an article about one person or family tells of their home wherever it names no other place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.facts.scene.homes import Dweller, told_of
from extractor.reading.spans import Reading
from extractor.records import Path
from extractor.vietnamese.lexicon import word_pattern

_FEWEST, _SHARE = 4, 0.3
"""Sentences about one person, and their share of all, that make an article a portrait."""
_LEAD = 4
"""The first sentences, whose only village is where the one portrayed lives."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """The home of the one portrayed, and the people named in the article with their homes."""

    home: Path
    dwellers: tuple[Dweller, ...]

    def tells_of_home(self, lowered: str, start: int, end: int, *, before: bool) -> bool:
        """Whether the (lower-case) sentence `start:end`, if it names no place, is of the home.

        It is where it tells of the one portrayed, and not where it goes on to a collective or to somebody else;
        else it goes on as the sentence `before`.
        """
        if word_pattern("scene", "collective").search(lowered, start, end):
            return False
        meant = told_of(self.dwellers, lowered, start, end)
        if meant and meant.path == self.home:
            return True
        others = any(start <= one.start < end and one.path != self.home for one in self.dwellers)
        return before and not (meant or others)


def find_portrait(reading: Reading, lowered: str, dwellers: tuple[Dweller, ...]) -> Portrait | None:
    """The portrait that an article is: of the one who is the subject of a good part of its sentences.

    Where no home is told in so many words, it is the only village of the lead: `Đường vào thôn Hạ nay dễ đi. Ông
    Bảy đón khách ở đầu ngõ.`
    """
    sentences = [(sent.start_char, sent.end_char) for sent in reading.doc.sents]
    told = Counter(one for start, end in sentences if (one := _subject(dwellers, lowered, start, end)))
    (pronoun, home), times = next(iter(told.most_common(1)), (("", None), 0))
    if times < _FEWEST or times < _SHARE * len(sentences):
        return None
    home = home or _lead_village(reading, sentences)
    if home is None:
        return None
    at_home = (replace(one, path=home) if (one.pronoun, one.path) == (pronoun, None) else one for one in dwellers)
    return Portrait(home, tuple(at_home))


def _subject(dwellers: Sequence[Dweller], lowered: str, start: int, end: int) -> tuple[str, Path | None] | None:
    """The pronoun and home of the one that a sentence tells of."""
    meant = told_of(dwellers, lowered, start, end)
    return (meant.pronoun, meant.path) if meant else None


def _lead_village(reading: Reading, sentences: Sequence[tuple[int, int]]) -> Path | None:
    title = len(reading.title or "")
    lead = [end for start, end in sentences if start >= title][:_LEAD]
    found = {p.path for p in reading.places if lead and p.end <= lead[-1] and p.level == "village" and not p.former}
    return next(iter(found)) if len(found) == 1 else None
