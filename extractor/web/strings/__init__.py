"""The words of the pages: one folder a language, one file a group of pages, the same keys in all languages."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
"""The first is the one that a newcomer gets."""
Translate = Callable[..., str]


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All strings of a language by their dotted key: the file `review.toml` holds `review.…`."""
    files = sorted((Path(__file__).parent / language).glob("*.toml"))
    return {
        key: text
        for file in files
        for key, text in _flat(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
    }


def translator(language: str) -> Translate:
    """A function from a key and its values to a string: `t("review.left", number=12)`. Raises KeyError."""
    strings = catalogue(language if language in LANGUAGES else LANGUAGES[0])

    def translate(key: str, **values: object) -> str:
        return strings[key].format(**values) if values else strings[key]

    return translate


def _flat(prefix: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for key, value in table.items():
        name = f"{prefix}.{key}"
        found += _flat(name, value) if isinstance(value, dict) else [(name, str(value))]
    return found
