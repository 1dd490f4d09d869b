"""Confidence is a probability that says how far a record may be believed."""

import json

import pytest

from extractor.facts import confidence
from extractor.pipeline import build, extract, read
from extractor.records import Article, CountFact
from tests.reading_facts import extracted


@pytest.mark.parametrize(
    "text",
    [
        "Nếu mua 2 vé thì được 2 ly nước.",
        "Khi có ba lựa chọn thì nên chọn hai món này.",
        "Nếu trời mưa thì hai anh em chạy vào ba quán gần đó.",
    ],
)
def test_what_is_told_plainly_is_believed_more_than_what_is_only_supposed(text: str) -> None:
    def counts(text: str) -> tuple[CountFact, ...]:
        return extract(Article(id="news", text=text, published="2024-09-06")).counts

    plain = counts("Năm 2023, xã Đông Sơn lập 12 tổ tự quản.")[0]
    assert all(fact.confidence < plain.confidence for fact in counts(text))


def test_weights_are_of_this_layout_and_learned_from_named_articles() -> None:
    told = json.loads(confidence.WEIGHTS.read_text(encoding="utf-8"))
    assert told["protocol"] == confidence.PROTOCOL
    assert {"authored", "provincial"} <= set(told["corpora"])
    assert all(confidence.BIAS in weights for weights in told["weights"].values())


def test_a_kind_that_was_not_learned_keeps_its_rules_confidence() -> None:
    text = "Ngày 5/9, UBND huyện Ba Vì tổ chức hội nghị tổng kết năm học."
    article = Article(id="news", text=text, published="2024-09-06")
    assert extracted(text).events == build(article, read(article)).events != ()


def test_cues_name_the_reason_of_a_slot_and_not_its_words() -> None:
    article = Article(id="news", text="Năm 2023, xã lập 12 tổ.", published="2024-09-06")
    reading = read(article)
    cues = confidence.cues_of(build(article, reading).counts[0], reading)
    assert "aspect: verb" in cues and "period: sentence" in cues


def test_a_probability_lies_between_nought_and_one() -> None:
    assert confidence.probability({"bias": 60.0}, ("bias",)) == 0.99
    assert confidence.probability({"bias": -60.0}, ("bias", "unknown")) == 0.01


def test_cues_tell_how_a_count_is_written_and_what_follows_it() -> None:
    def cues(text: str) -> tuple[str, ...]:
        reading = read(Article(id="news", text=text))
        return confidence.cues_of(build(Article(id="news", text=text), reading).counts[0], reading)

    assert {"number: few, words", "what: 1 words"} <= set(cues("Xã có hai tổ."))
    assert {"number: more, digits", "what: 3 words"} <= set(cues("Xã có 40 tổ tự quản."))
    assert "number: one, digits" in cues("Xã có 1 tổ tự quản.")
    assert "behind: goes on" in cues("Xã lập 40 tổ tự quản tại chợ.")
    assert "opens its sentence" in cues("40 hộ hiến đất làm đường.")
    assert "under a condition" in cues("Nếu hỏng, xã thay 40 bóng đèn.")
