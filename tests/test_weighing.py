"""What labelled news teaches is weighed with what the rules say of a count."""

import json
from collections.abc import Sequence

import pytest

from extractor.facts.counts.learned import chances
from extractor.facts.counts.learned.chances import LEARNED, UNTAUGHT, Option, Question
from extractor.pipeline import build, read
from extractor.records import Article, CountFact

TEXT = "Năm 2023, xã Đông Sơn lập 12 tổ tự quản, trong đó có 5 tổ mới. Tháng 3/2021, huyện Ba Vì có 40 tổ."
BA_VI = ("Hà Nội", "Ba Vì")


class Sure:
    """Gives one answer to one question a chance, the rest of the chance to the first other one."""

    def __init__(self, question: Question, answer: object, chance: float) -> None:
        self.question, self.answer, self.chance = question, answer, chance

    def chances(self, question: Question, at: int, options: Sequence[Option]) -> Sequence[float]:
        answers = [answer for answer, _ in options]
        if question != self.question or self.answer not in answers:
            return ()
        at = answers.index(self.answer)
        rest = next(nth for nth in range(len(answers)) if nth != at)
        return [
            self.chance if nth == at else 1 - self.chance if nth == rest else 0.0 for nth in range(len(answers))
        ]


def counts(chooser: chances.Chooser, text: str = TEXT) -> tuple[CountFact, ...]:
    article = Article(id="news", text=text, published="2024-09-06")
    return build(article, read(article), chooser).counts


def test_rules_alone_decide_where_nothing_is_known() -> None:
    assert [fact.aspect for fact in counts(UNTAUGHT)] == ["flow", "flow", "stock"]
    assert {fact.confidence for fact in counts(UNTAUGHT)} == {0.5}


def test_the_likelier_aspect_is_taken_with_the_period_that_fits_it() -> None:
    last = counts(Sure("aspect", "target", 0.9))[-1]
    assert last.aspect == "target" and last.reasons["aspect"].startswith("weighed: ")
    assert last.confidence == 0.9


def test_what_is_not_likelier_than_a_half_leaves_the_rules_answer() -> None:
    assert [fact.aspect for fact in counts(Sure("aspect", "rate", 0.5))] == ["flow", "flow", "stock"]


def test_the_likelier_place_is_taken_if_it_is_sure() -> None:
    assert {fact.locality for fact in counts(Sure("place", BA_VI, 0.8))} == {BA_VI}
    assert len({fact.locality for fact in counts(Sure("place", BA_VI, 0.6))}) == 2


def test_the_likelier_period_is_taken_from_the_times_that_are_told() -> None:
    lone, part, town = counts(Sure("period", ("2023-01-01", "2023-12-31"), 0.8))
    assert lone.period == part.period == town.period == ("2023-01-01", "2023-12-31")
    assert town.reasons["period"] == "weighed: 80% against 2021-03-01–2021-03-31 (sentence)"
    assert part.reasons["period"] == "as its total" and town.confidence == 0.8


def test_a_count_may_have_no_time() -> None:
    assert counts(Sure("period", None, 0.7))[0].period is None
    assert counts(Sure("period", None, 0.4))[0].period == ("2023-01-01", "2023-12-31")


def test_a_time_told_far_above_or_in_another_sense_is_no_answer() -> None:
    text = "Tháng 5/2019, xã họp dân." + " Dân vui." * 20 + " Tổ trưởng sinh năm 1950 giúp 12 hộ."
    for told in (("2019-05-01", "2019-05-31"), ("1950-01-01", "1950-12-31")):
        assert counts(Sure("period", told, 0.9), text)[0].period is None


def test_a_headline_may_be_of_the_time_that_the_lead_tells() -> None:
    text = "Đông Sơn trao 90 suất quà\n\nNgày 3/9, xã Đông Sơn trao quà cho hộ nghèo."
    day = ("2024-09-03", "2024-09-03")
    assert counts(Sure("period", day, 0.9), text)[0].period == day


def test_the_likelier_end_of_a_noun_phrase_is_taken() -> None:
    text = "Xã Đông Sơn có 20 cộng tác viên và tình nguyện viên dân số. Xã trao 90 suất quà cho các hộ."
    likely = "cộng tác viên và tình nguyện viên"
    first, second = counts(Sure("what", likely, 0.9), text)
    ruled = counts(UNTAUGHT, text)
    assert first.what == likely and first.quote == f"20 {likely}" and first.confidence == 0.9
    assert first.reasons["what"] == f"weighed: 90% against {ruled[0].what} (noun)"
    assert second == ruled[1]


def test_an_end_that_is_no_surer_than_another_leaves_the_rules_phrase() -> None:
    text = "Huyện trao 90 suất quà tặng cho các hộ nghèo."
    assert counts(Sure("what", "suất", 0.55), text)[0].what == counts(UNTAUGHT, text)[0].what
    assert counts(Sure("what", "suất", 0.7), text)[0].what == "suất"


def test_a_part_is_like_its_total_by_definition() -> None:
    total, part, _ = counts(Sure("aspect", "stock", 0.9))
    assert total.aspect == part.aspect == "stock"
    assert part.reasons["aspect"] == "as its total" and part.part_of == total.id


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Thành phố xây dựng 14 mô hình khác.", "flow"),
        ("Công an xã bắt 5 đối tượng.", "flow"),
        ("Huyện hiện có 40 tổ tự quản.", "stock"),
        ("Xã duy trì 12 mô hình tự quản.", "stock"),
    ],
)
def test_a_verb_that_decides_by_definition_is_not_outweighed(text: str, aspect: str) -> None:
    assert [fact.aspect for fact in counts(Sure("aspect", "rate", 0.95), text)] == [aspect]


def test_an_unlikely_fact_is_left_out_unless_it_has_parts() -> None:
    assert [int(fact.value or 0) for fact in counts(Sure("fact", False, 0.7))] == [12]


def test_chances_are_a_softmax_of_the_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chances, "_weights", lambda: {"fact": {"a": 1.0, "b": -1.0}})
    told = LEARNED.chances("fact", 0, [(True, ["a", "unknown"]), (False, ["b"])])
    assert told == pytest.approx([0.8808, 0.1192], abs=1e-4)
    assert LEARNED.chances("aspect", 0, [(True, ["a"])]) == ()


def test_weights_are_of_this_layout_and_learned_from_named_articles() -> None:
    told = json.loads(chances.WEIGHTS.read_text(encoding="utf-8"))
    assert told["protocol"] == chances.PROTOCOL
    assert {"authored", "newsroom", "provincial"} <= set(told["corpora"])
    assert set(told["weights"]) == {"what", "aspect", "place", "fact", "period"}


def test_learned_answers_are_right_more_often_than_the_rules_on_articles_left_out() -> None:
    told = json.loads(chances.WEIGHTS.read_text(encoding="utf-8"))["left_out"]
    assert all(score["weights"] > score["rules"] for score in told.values())
