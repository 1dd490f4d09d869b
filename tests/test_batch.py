"""Pages to outcomes: order, failures as values, one process and many, a worker that dies."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress

import pytest

from extractor import batch
from extractor.errors import InputError, LexiconError
from extractor.intake.rawpage import RawPage
from extractor.records import Article, Extraction, Failure


def pages(number: int) -> list[RawPage]:
    text = "Năm 2024, xã Thạch Hòa duy trì {} mô hình tự quản về an ninh trật tự, có hơn 200 hội viên tham gia."
    return [RawPage(id=f"p{at}", source=f"p{at}.txt", text=text.format(at + 2)) for at in range(number)]


def test_one_process_and_many_give_the_same_in_order() -> None:
    failure = Failure(source="x", stage="read", reason="gone")
    given = [*pages(5), failure, *pages(9)[5:]]
    alone, together = (list(batch.run(given, processes=number)) for number in (1, 2))
    assert alone == together
    assert [outcome.source for outcome in alone] == [page.source for page in given]
    assert alone[5].result == failure
    assert all(isinstance(outcome.result, Extraction) for outcome in alone if outcome.source != "x")


def test_known_pages_are_skipped_by_their_hash() -> None:
    known = {batch.content_hash(page) for page in pages(2)}
    outcomes = list(batch.run(pages(3), skip=lambda page, content_hash: content_hash in known))
    assert [outcome.result is None for outcome in outcomes] == [True, True, False]


def test_halves_of_characters_are_replaced() -> None:
    text = pages(1)[0].text
    odd = RawPage(id="a\udfff", source="f\udc80.txt", text=f"\ud800 {text}\x00", given={"title": "\ud800"})
    (outcome,) = batch.run([odd])
    assert outcome.source == "f\ufffd.txt"
    assert isinstance(outcome.result, Extraction)
    assert "\ufffd" in outcome.result.article.text
    outcome.result.model_dump_json().encode()


def test_the_hash_knows_content_and_metadata() -> None:
    page = RawPage(id="a", source="a", text="x")
    same = RawPage(id="b", source="elsewhere", text="x")
    others = [
        RawPage(id="a", source="a", html="x"),
        RawPage(id="a", source="a", text="y"),
        RawPage(id="a", source="a", text="x", given={"title": "t"}),
    ]
    assert batch.content_hash(page) == batch.content_hash(same)
    assert len({batch.content_hash(other) for other in [page, *others]}) == 4


@pytest.mark.parametrize(
    ("module", "error", "stage"),
    [
        ("extractor.intake.article.to_article", InputError("p0.txt: no text"), "clean"),
        ("extractor.intake.article.to_article", ValueError("odd"), "clean"),
        ("extractor.pipeline.extract", RuntimeError("odd\n  page"), "extract"),
    ],
)
def test_an_odd_page_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, module: str, error: Exception, stage: str
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(module, fail)
    result = batch.process(pages(1)[0])
    assert isinstance(result, Failure)
    assert (result.source, result.stage) == ("p0.txt", stage)
    assert "\n" not in result.reason
    assert not result.reason.startswith("p0.txt")


def swallowing(_: object) -> None:
    """Stands for a library that catches what it can and goes on."""
    while True:
        with suppress(Exception):
            time.sleep(30)


@pytest.mark.parametrize(
    ("endless", "stage"),
    [
        ("extractor.intake.article.to_article", "clean"),
        ("extractor.pipeline.extract", "extract"),
    ],
)
def test_an_endless_page_is_a_failure(monkeypatch: pytest.MonkeyPatch, endless: str, stage: str) -> None:
    monkeypatch.setenv("EXTRACTOR_PAGE_SECONDS", "0.1")
    # Nothing else may take its time, on whatever machine.
    monkeypatch.setattr("extractor.intake.article.to_article", lambda page: Article(id=page.id, text="x"))
    monkeypatch.setattr(endless, swallowing)
    result = batch.process(pages(1)[0])
    assert isinstance(result, Failure)
    assert (result.stage, result.reason) == (stage, batch._OVERTIME.format(seconds="0.1"))


def hanging(page: RawPage | Failure) -> Extraction | Failure:
    """The fourth page runs in Python without end, the sixth in native code that hears no signal."""
    with batch._time_limit(0.5):
        if page.source == "p3.txt":
            swallowing(page)
        if page.source == "p5.txt":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(600)
    return Extraction(article=Article(id=page.source, text="x"))


def timed(page: RawPage | Failure) -> Extraction | Failure:
    try:
        return hanging(page)
    except batch._Overtime:
        return Failure(source=page.source, stage="clean", reason="not done")


def test_an_endless_page_holds_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "process", timed)
    began = time.monotonic()
    outcomes = list(batch.run(pages(12), processes=2))
    failed = {one.source: one.result.reason for one in outcomes if isinstance(one.result, Failure)}
    assert failed == {"p3.txt": "not done", "p5.txt": "the process died on this page, or hung"}
    assert [outcome.source for outcome in outcomes] == [page.source for page in pages(12)]
    assert time.monotonic() - began < 500  # the page sleeps for longer


def test_a_broken_table_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Article) -> Extraction:
        raise LexiconError("nouns.toml: no table")

    monkeypatch.setattr("extractor.pipeline.extract", fail)
    with pytest.raises(LexiconError):
        list(batch.run(pages(1)))


def deadly(page: RawPage | Failure) -> Extraction | Failure:
    """Stands for a crash in native code: the third page ends its process."""
    if page.source == "p3.txt":
        os._exit(9)
    return Extraction(article=Article(id=page.source, text="x"))


def test_a_page_that_kills_its_process_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "process", deadly)
    outcomes = list(batch.run(pages(12), processes=2))
    assert [outcome.source for outcome in outcomes if isinstance(outcome.result, Failure)] == ["p3.txt"]
    assert [outcome.source for outcome in outcomes] == [page.source for page in pages(12)]


def test_pages_are_not_read_far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counting() -> Iterator[RawPage]:
        nonlocal read
        for page in pages(100):
            read += 1
            yield page

    class Pool:
        def submit(self, work: object, page: RawPage) -> Future[Extraction]:
            future: Future[Extraction] = Future()
            future.set_result(Extraction(article=Article(id=page.id, text="x")))
            return future

        def shutdown(self, **_: object) -> None:
            pass

    monkeypatch.setattr(batch, "_pool", lambda _: Pool())
    outcomes = batch.run(counting(), processes=2)
    for done in range(50):
        next(outcomes)
        assert read <= done + 2 * batch.AHEAD + 1
    outcomes.close()  # type: ignore[attr-defined]
