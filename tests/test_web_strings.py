"""The pages speak every language with the same keys, and templates use keys that exist."""

import re
from string import Formatter

import pytest

from extractor.web.rendering import FOLDER
from extractor.web.strings import LANGUAGES, catalogue, translator

USED = re.compile(r"""\bt\(\s*["']([\w.]+)["']\s*(~)?""")
TEMPLATES = sorted((FOLDER / "templates").rglob("*.html"))


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_languages_have_the_same_keys_and_values(language: str) -> None:
    first, other = catalogue(LANGUAGES[0]), catalogue(language)
    assert set(first) ^ set(other) == set()
    assert [key for key in first if values(first[key]) != values(other[key])] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_uses_keys_that_exist(template: object) -> None:
    keys = catalogue(LANGUAGES[0])
    for key, more in USED.findall(template.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
        assert any(known.startswith(key) for known in keys) if more else key in keys, key


def test_strings_are_filled_in() -> None:
    assert translator("vi")("article.facts", number=3) == "3 dữ kiện"
    assert translator("xx")("base.nav.home") == "Tổng quan"
