"""Clubs: in an article about matches a province's bare name is a team: `|Đoài| thắng Đông hai bàn`."""

from extractor.reading.places.spans import Mention
from extractor.reading.places.text import Syllable
from extractor.reading.places.words import word_list

_FEWEST, _KINDS = 4, 2
"""Words of a match in an article about one, and different ones among them."""
_SYLLABLES_A_WORD = 90
"""More syllables to a word of a match are an article about something else."""


def without_clubs(words: tuple[Syllable, ...], mentions: list[Mention]) -> list[Mention]:
    """The mentions but for the teams, if the article is about matches."""
    return [one for one in mentions if not _is_team(words, one)] if _is_of_matches(words) else mentions


def _is_of_matches(words: tuple[Syllable, ...]) -> bool:
    hits = [hit[0].word for i in range(len(words)) if (hit := word_list("match").at(words, i))]
    enough = len(hits) >= _FEWEST and len(hits) * _SYLLABLES_A_WORD >= len(words)
    return enough and len(set(hits)) >= _KINDS


def _is_team(words: tuple[Syllable, ...], mention: Mention) -> bool:
    """Whether a province or town is named alone, not as where something is or who lives there."""
    large = set(mention.levels) & {"province", "district"}
    if mention.rule not in ("bare name", "short name") or not large or mention.role in ("home", "body"):
        return False
    return not (mention.first and words[mention.first - 1].gap == " " and _is_located(words, mention.first))


def _is_located(words: tuple[Syllable, ...], first: int) -> bool:
    return (
        word_list("located").before(words, first) is not None or word_list("home").before(words, first) is not None
    )
