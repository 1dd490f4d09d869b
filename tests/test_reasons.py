"""Every refusal can be told in words."""

import re
from pathlib import Path

from extractor.evaluation.phrases import load_phrases
from extractor.reading.numbers.notation import read_phrase
from extractor.reading.numbers.reasons import REASONS
from extractor.vietnamese.lexicon import FOLDER

PHRASES = Path(__file__).resolve().parents[1] / "corpora" / "phrases"


def test_reasons_of_the_tables_have_words() -> None:
    named = re.findall(r'reason = "([a-z ]+)"', (FOLDER / "refusals.toml").read_text(encoding="utf-8"))
    assert named
    assert set(named) <= set(REASONS)


def test_reasons_of_the_phrases_have_words() -> None:
    rows = (row for row in load_phrases(PHRASES) if "refused" in row.expected)
    readings = (read_phrase(row.sentence, row.published, kind=row.kind) for row in rows)
    found = {reason.strip() for reading in readings for reason in re.findall(r"refused: ([a-z ]+)", reading)}
    assert len(found) > 10
    assert found <= set(REASONS)
