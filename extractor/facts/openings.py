"""What may stand at the head of a sentence before its subject, as pattern sources for settled text."""

from functools import cache

from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

MARKS = r"[“\"'\s–-]*"
"""Quotation marks, dashes and blanks."""
PHRASE = r"[^,.;:“”()\n]{1,40},\s"
"""A short phrase with its comma: `Năm 1996, `."""


@cache
def now() -> str:
    """A word for now: `hiện`, `đến nay`."""
    return alternation(word_forms("scene", "now"))


@cache
def head() -> str:
    """What may stand before a subject: `Năm 1996, khi về quê, `, `Hiện `."""
    return rf"{MARKS}(?:{PHRASE}){{0,2}}(?:{now()}\s)?"
