"""Article text to a spaCy Doc: underthesea's words with exact offsets, part-of-speech tags, sentences.

The Doc's text is the article's text, character for character: white space other than one blank between two
words is a token of its own (`token.is_space`).
"""

from functools import cache

import spacy
from spacy.tokens import Doc
from underthesea import word_tokenize

from extractor.reading.sentences import sentence_bounds
from extractor.reading.tagging import read_tags
from extractor.vietnamese.letters import tone_on_last_vowel


@cache
def _blank() -> spacy.language.Language:
    return spacy.blank("xx")


def read_tokens(text: str) -> Doc:
    """A Doc whose tokens carry `tag_` (VLSP tags: N, Np, V, M, E, C, A, R, CH …) and sentence starts."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    starts: list[bool | int | None] = []
    position = 0
    # The segmenter learned from text that writes "uỷ ban", "hoà giải"; it takes "ủy ban" apart.
    familiar = tone_on_last_vowel(text)
    for begin, end in sentence_bounds(text):
        first = True
        for start, stop, tag in _tagged(familiar, begin, end):
            _add_gap(text[position:start], words, spaces, tags, starts)
            words.append(text[start:stop])
            spaces.append(False)
            tags.append(tag)
            starts.append(first)
            first, position = False, stop
    _add_gap(text[position:], words, spaces, tags, starts)
    return Doc(_blank().vocab, words=words, spaces=spaces, tags=tags, sent_starts=starts)


def _add_gap(
    gap: str, words: list[str], spaces: list[bool], tags: list[str], starts: list[bool | int | None]
) -> None:
    """White space between two words: one blank belongs to the word before, the rest is a token."""
    if gap.startswith(" ") and words and not words[-1].isspace():
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
        tags.append("SPACE")
        starts.append(False)


def _tagged(text: str, begin: int, end: int) -> list[tuple[int, int, str]]:
    """Words of `text[begin:end]` as (start, stop, tag). A word that cannot be located falls back to syllables."""
    sentence = text[begin:end]
    tokens = [
        piece
        for word in word_tokenize(sentence, use_token_normalize=False)
        for piece in _without_numbers(str(word))
    ]
    tags = read_tags(tokens)
    located: list[tuple[int, int, str]] = []
    at = 0
    for token, tag in zip(tokens, tags, strict=True):
        span = _locate(sentence, token, at)
        if span is None:
            continue
        located.extend(_blank_free(sentence, at, span[0]))
        located.append((span[0], span[1], tag))
        at = span[1]
    located.extend(_blank_free(sentence, at, len(sentence)))
    return [(begin + start, begin + stop, tag) for start, stop, tag in located]


def _without_numbers(word: str) -> list[str]:
    """The segmenter's word, its numbers parted from its syllables: `Phan 74` → `Phan`, `74`."""
    syllables = word.split()
    if len(syllables) == 1 or not any(syllable[0].isdigit() for syllable in syllables):
        return [word]
    pieces: list[list[str]] = []
    for syllable in syllables:
        if pieces and not syllable[0].isdigit() and not pieces[-1][-1][0].isdigit():
            pieces[-1].append(syllable)
        else:
            pieces.append([syllable])
    return [" ".join(piece) for piece in pieces]


def _locate(sentence: str, token: str, at: int) -> tuple[int, int] | None:
    """Where the token's syllables stand from `at` on, with any white space between them."""
    start: int | None = None
    for syllable in token.split():
        found = sentence.find(syllable, at)
        if found < 0 or sentence[at:found].strip():
            return None
        start = found if start is None else start
        at = found + len(syllable)
    return None if start is None else (start, at)


def _blank_free(sentence: str, at: int, stop: int) -> list[tuple[int, int, str]]:
    """Letters that the segmenter dropped, as tokens of their own, so that nothing is lost."""
    pieces: list[tuple[int, int, str]] = []
    while at < stop:
        if sentence[at].isspace():
            at += 1
            continue
        begin = at
        while at < stop and not sentence[at].isspace():
            at += 1
        pieces.append((begin, at, "X"))
    return pieces
