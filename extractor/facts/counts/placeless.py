"""Numbers that no earlier sentence gives a place: countries, shares, what a device can do, national prices."""

from functools import cache
from re import Pattern

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.scene.scene import Scene
from extractor.records import Path
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import settle, whole_words


def place_of(scene: Scene, layout: Layout, one: Counted) -> tuple[Path | None, str]:
    """The place of a count and the reason; none from an earlier sentence where it is about no place.

    That is so by the thing that it counts (`hai |nước|`, `5.000 |mAh|`), or by what its sentence talks of
    (`giá xăng giảm 540 đồng`).
    """
    path, reason = scene.locality(one.start, one.end)
    if reason not in ("scene", "article"):
        return path, reason
    sentence = scene.reading.text[slice(*layout.sentence(one.start))]
    if _things().match(settle(one.what)) or _talk().search(settle(sentence)):
        return None, "of no place"
    return path, reason


@cache
def _things() -> Pattern[str]:
    return whole_words(word_forms("scene", "placeless_thing"))


@cache
def _talk() -> Pattern[str]:
    return whole_words(word_forms("scene", "placeless_talk"))
