"""Rules and reasons in words: what people read why a fact is so."""

from pathlib import Path

import pytest

from extractor.intake.article import to_article
from extractor.intake.rawpage import RawPage
from extractor.intake.sources import read_sources
from extractor.pipeline import extract
from extractor.web.grounds import reason_words, rule_words

TEXTS = Path(__file__).parents[1] / "corpora" / "authored" / "texts"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("digits + noun", "a number in digits, the counted noun"),
        ("place: level word", "a place, with its level: xã, huyện, tỉnh…"),
        ("active certificate", "the giver is the subject: a certificate"),
        ("digits + something new", "digits + something new"),
        ("something new", "something new"),
    ],
)
def test_a_rule_is_told_in_words_or_as_it_is(rule: str, words: str) -> None:
    assert rule_words(rule, "en") == words


@pytest.mark.parametrize(
    ("slot", "reason", "words"),
    [
        ("aspect", "verb: duy trì", "theo động từ: duy trì"),
        ("locality", "scene", "nơi mà đoạn đang nói đến"),
        ("aspect", "trong …", "trong …"),
        ("none", "of: these", "of: these"),
    ],
)
def test_a_reason_is_told_in_words_or_as_it_is(slot: str, reason: str, words: str) -> None:
    assert reason_words(slot, reason, "vi") == words


def test_nearly_all_of_an_article_is_told_in_words() -> None:
    pages = [page for page in read_sources(sorted(map(str, TEXTS.iterdir()))[:3]) if isinstance(page, RawPage)]
    records = [record for page in pages for record in extract(to_article(page)).records]
    told = [rule_words(record.rule, "vi") != record.rule for record in records]
    reasons = [(slot, reason) for record in records for slot, reason in record.reasons.items() if slot != "event"]
    told += [reason_words(slot, reason, "vi") != reason for slot, reason in reasons]
    assert sum(told) > 0.95 * len(told)
