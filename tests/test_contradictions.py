"""Pairs of articles from text to answer: planted contradictions are found, and none where the articles agree."""

from pathlib import Path

import pytest

from extractor import extract
from extractor.records import Article
from extractor.store.answers.contradictions import conflicts
from extractor.store.database import open_database
from extractor.store.write import save, start_run

PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("contradictions.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("verdict", "first", "second"), PAIRS)
def test_planted_contradictions_are_found_and_nothing_else(
    tmp_path: Path, verdict: str, first: str, second: str
) -> None:
    with open_database(tmp_path / "facts.db", write=True) as db:
        run = start_run(db, "1", [])
        for name, text in (("first", first), ("second", second)):
            save(db, extract(Article(id=name, text=text, source=name)), content_hash=name, extractor="1", run=run)
        assert bool(conflicts(db)) is (verdict == "differs")
