"""One page for each CMS layout, written for this project in the structure of real ones, with its article."""

import json
from pathlib import Path

import pytest

from extractor.intake.article import to_article
from extractor.intake.sources import RawPage, read_sources
from extractor.records import Article

FOLDER = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def load(name: str) -> tuple[Article, dict]:
    page = next(iter(read_sources([str(FOLDER / f"{name}.html")])))
    assert isinstance(page, RawPage), page
    return to_article(page), json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("slot", ["title", "published", "outlet", "author", "home_province"])
def test_a_layout_gives_its_metadata(name: str, slot: str) -> None:
    article, expected = load(name)
    assert getattr(article, slot) == expected[slot]


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_gives_its_text(name: str) -> None:
    article, expected = load(name)
    assert [piece for piece in expected["keep"] if piece not in article.text] == []
    assert [piece for piece in expected["drop"] if piece in article.text] == []
    assert article.text.count(expected["title"]) == 1
    assert article.text.count(expected["keep"][0]) == 1


def test_there_are_at_least_twelve_layouts() -> None:
    assert len(NAMES) >= 12
