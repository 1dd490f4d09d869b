"""Part-of-speech tags by underthesea's tagger, whose features are made here in one pass over the sentence.

The library's own function makes the same features, but copies the sentence for each of them: its time grows with
the square of the sentence, and was half of all extraction.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from underthesea.pipeline.pos_tag import CRFPOSTagPredictor
from underthesea.pipeline.pos_tag.tagged_feature import text_isallcap, text_isdigit, text_istitle

_UNTAGGED = "X"
"""What the tagger reads as the tag of each word before it has one."""
_SYNTAX = re.compile(r"T\[(?P<first>-?\d+)(?:,(?P<last>-?\d+))?\](?:\[(?P<column>\d+)\])?(?:\.(?P<made>\w+))?")
_MADE: Mapping[str | None, Callable[[str], object]] = {
    None: str,
    "lower": str.lower,
    "istitle": text_istitle,
    "isallcap": text_isallcap,
    "isdigit": text_isdigit,
}


def read_tags(words: Sequence[str]) -> list[str]:
    """The VLSP tag of each word of a sentence."""
    return [str(tag) for tag in CRFPOSTagPredictor.Instance().model.tag(make_features(words))] if words else []


@dataclass(frozen=True, slots=True)
class _Feature:
    """A feature of the tagger: what is made of the words from `first` to `last`, counted from the one it is of."""

    name: str
    first: int
    last: int
    column: int
    made: str | None


@cache
def _template() -> tuple[_Feature, ...]:
    """The features that the tagger was trained with: `T[-1,0]`, `T[0].istitle`, `T[-2][1]`."""
    found = []
    for syntax in CRFPOSTagPredictor.Instance().transformer.template:
        match = _SYNTAX.fullmatch(syntax)
        if match is None:
            raise ValueError(f"underthesea's tagger has a feature of an unknown form: {syntax}")
        first = int(match["first"])
        found.append(
            _Feature(f"{syntax}=", first, int(match["last"] or first), int(match["column"] or 0), match["made"])
        )
    return tuple(found)


def make_features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word, named and valued as the library does it."""
    count = len(words)
    columns = {
        (feature.column, feature.made): [
            str(_MADE[feature.made](_UNTAGGED if feature.column else word)) for word in words
        ]
        for feature in _template()
    }

    def value(feature: _Feature, at: int) -> str:
        begin, end = at + feature.first, at + feature.last
        if begin < 0:
            return "BOS"
        return "EOS" if end >= count else " ".join(columns[feature.column, feature.made][begin : end + 1])

    return [[feature.name + value(feature, at) for feature in _template()] for at in range(count)]
