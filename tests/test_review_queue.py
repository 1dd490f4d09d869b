"""Queues: what comes next for whom, in which order; holds, doubled items, agreement, progress."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import EXTRACTIONS, HOA, count

from extractor.records import Extraction
from extractor.store.answers.reprints import save_clusters
from extractor.store.database import open_database
from extractor.store.review import queue as queues
from extractor.store.review.agreement import agreement, cohen_kappa, disagreements
from extractor.store.review.decisions import Decision, decide, undo
from extractor.store.review.progress import progress
from extractor.store.review.queue import Item, Queue, identical, items, take
from extractor.store.upkeep import tidy
from extractor.store.write import save, start_run

TOTAL, CAMERA, GATE, MONEY = EXTRACTIONS[0].counts
ALL = sum(len(extraction.records) for extraction in EXTRACTIONS)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        for place, extraction in enumerate(EXTRACTIONS):
            surer = {
                kind: tuple(one.model_copy(update={"confidence": 0.9 - place / 10 - at / 50}) for at, one in facts)
                for kind in ("counts", "localities")
                if (facts := list(enumerate(getattr(extraction, kind))))
            }
            save(opened, extraction.model_copy(update=surer), content_hash="a", extractor="1", run=run)
        yield opened


def decided(item: Item, reviewer: str = "An", action: Any = "accept") -> Decision:
    return Decision(
        article=item.article,
        fact=item.id,
        kind=item.kind,
        action=action,
        reviewer=reviewer,
        seen=item.last,
        blind=item.blind,
    )


def ids(found: list[Item]) -> list[str]:
    return [item.id for item in found]


@pytest.mark.parametrize("order", ["doubt", "article"])
def test_a_queue_is_walked_forth_and_back(db: sqlite3.Connection, order: Any) -> None:
    queue = Queue(order=order)
    everything = items(db, queue, "An", limit=100)
    assert len(set(ids(everything))) == len(everything) == ALL
    cursors = [item.cursor for item in everything]
    assert cursors == sorted(cursors)
    walked: list[Item] = []
    while found := items(db, queue, "An", after=walked[-1].cursor if walked else None, limit=4):
        walked += found
    assert walked == everything
    back = items(db, queue, "An", before=everything[-1].cursor, limit=100)
    assert back == everything[-2::-1]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "awards"}, 1),
        ({"article": "dong"}, 3),
        ({"outlet": "dong bang"}, 3),
        ({"since": "2024"}, 9),
        ({"until": "2023-06", "kind": "counts"}, 2),
        ({"place": "Thạch Hòa"}, 8),
        ({"place": "Thạch Hòa", "article": "dong"}, 0),
        ({"place": "Hà Thử", "kind": "roles"}, 0),
        ({"order": "contradiction"}, 0),
        ({"state": "disputed"}, 0),
        ({"state": "all"}, ALL),
    ],
)
@pytest.mark.parametrize("few", [2000, -1])
def test_a_queue_is_narrowed(
    db: sqlite3.Connection, asked: dict[str, Any], expected: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.review.filters.FEW_FACTS", few)
    found = items(db, Queue(**asked), "An", limit=100)
    assert len(found) == expected
    assert progress(db, Queue(**asked), "An").left == expected


def test_what_is_decided_leaves_the_queue_and_comes_back_when_undone(db: sqlite3.Connection) -> None:
    (first, second) = items(db, Queue(), "An", limit=2)
    decide(db, decided(first))
    assert ids(items(db, Queue(), "An")) == [second.id]
    undo(db, "An")
    (back,) = items(db, Queue(), "An")
    assert (back.id, back.last) == (first.id, 2)


def test_what_one_skips_another_may_decide(db: sqlite3.Connection) -> None:
    (first,) = items(db, Queue(), "An")
    decide(db, decided(first, action="skip"))
    assert first.id not in ids(items(db, Queue(), "An", limit=100))
    assert first.id in ids(items(db, Queue(), "Bình", limit=100))
    assert first.id in ids(items(db, Queue(state="all"), "An", limit=100))
    undo(db, "An")
    assert ids(items(db, Queue(), "An")) == [first.id]


def test_two_reviewers_get_different_facts(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = take(db, Queue(), "An", limit=3), take(db, Queue(), "Bình", limit=3)
    assert not set(ids(mine)) & set(ids(theirs))
    assert take(db, Queue(), "An", limit=3) == mine
    monkeypatch.setattr(queues, "HELD", -queues.HELD)
    assert take(db, Queue(), "An", limit=10) != take(db, Queue(), "Bình")


def test_a_second_opinion_is_blind(db: sqlite3.Connection) -> None:
    queue = Queue(kind="counts", doubled=100)
    (first,) = items(db, queue, "An")
    change = Decision(
        article=first.article,
        fact=first.id,
        kind="counts",
        action="correct",
        reviewer="An",
        changes={"scope": "toàn xã"},
    )
    decide(db, change)
    assert first.id not in ids(items(db, queue, "An", limit=100))
    assert first.id not in ids(items(db, Queue(), "Bình", limit=100))
    (second,) = items(db, queue, "Bình")
    assert (second.id, second.record, second.review, second.blind) == (first.id, first.record, None, True)
    decide(db, decided(second, "Bình"))
    assert first.id not in ids(items(db, queue, "Chi", limit=100))
    (disagreement,) = disagreements(db)
    assert disagreement.decisions == (("An", "correct"), ("Bình", "accept"))


@pytest.mark.parametrize("share", [0, 30, 100])
def test_a_share_of_the_facts_is_doubled(db: sqlite3.Connection, share: int) -> None:
    for item in items(db, Queue(), "An", limit=100):
        decide(db, decided(item))
    second = items(db, Queue(doubled=share), "Bình", limit=100)
    assert set(ids(second)) == {
        item.id
        for item in items(db, Queue(doubled=100), "Bình", limit=100)
        if int(item.id[:4], 16) < share * 655.36
    }


def test_what_the_machine_now_reads_otherwise_comes_back(db: sqlite3.Connection) -> None:
    (first,) = items(db, Queue(kind="counts", article="hoa", order="article"), "An")
    decide(db, decided(first))
    other = EXTRACTIONS[0].model_copy(update={"counts": (TOTAL.model_copy(update={"scope": "xã"}),)})
    save(db, other, content_hash="a", extractor="2", run=1)
    (back,) = items(db, Queue(state="disputed"), "An")
    assert (back.id, back.state, back.review) == (TOTAL.id, "disputed", "accept")
    assert ids(items(db, Queue(state="all", article="hoa", kind="counts"), "An", limit=9)) == [TOTAL.id]
    assert items(db, Queue(article="hoa", kind="counts"), "An") == []
    decide(db, decided(back))
    assert items(db, Queue(state="disputed"), "An") == []


def test_what_sources_contradict_comes_first(db: sqlite3.Connection) -> None:
    slots = {"category": "model", "aspect": "stock", "locality": TOTAL.locality, "period": TOTAL.period}
    article = HOA.model_copy(
        update={"id": "khác", "source": "k", "text": "Xã có 30 mô hình tự quản về an ninh trật tự."}
    )
    other = count(article, "30 mô hình", 30, TOTAL.what, **slots)
    save(db, Extraction(article=article, counts=(other,)), content_hash="a", extractor="1", run=1)
    assert items(db, Queue(order="contradiction"), "An") == []
    tidy(db)
    assert set(ids(items(db, Queue(order="contradiction"), "An", limit=9))) == {TOTAL.id, other.id}
    decide(db, decided(items(db, Queue(order="contradiction"), "An")[0], action="reject"))
    assert items(db, Queue(order="contradiction"), "An", limit=9) == []


def test_identical_facts_of_reprints_are_found(db: sqlite3.Connection) -> None:
    for name in ("lại 1", "lại 2"):
        article = HOA.model_copy(update={"id": name, "source": name})
        again = tuple(fact.model_copy(update={"article_id": name}) for fact in (TOTAL, MONEY))
        save(db, Extraction(article=article, counts=again), content_hash="a", extractor="1", run=1)
    (item,) = items(db, Queue(article="hoa", order="article", kind="counts"), "An")
    assert identical(db, item) == []
    save_clusters(db, [(("hoa", "lại 1", "lại 2"), 1.0)])
    assert [one.article for one in identical(db, item)] == ["lại 1", "lại 2"]
    assert [one.article for one in identical(db, item, 1)] == ["lại 1"]
    decide(db, decided(identical(db, item)[0]))
    assert [one.article for one in identical(db, item)] == ["lại 2"]


def test_progress_tells_what_is_done_and_left(db: sqlite3.Connection) -> None:
    assert progress(db, Queue(), "An").left == ALL
    for item in items(db, Queue(), "An", limit=3):
        decide(db, decided(item))
    undo(db, "An")
    told = progress(db, Queue(), "An")
    assert (told.decided, told.left, told.mine) == (2, ALL - 2, 2)
    assert told.per_hour == 120.0
    assert progress(db, Queue(), "Bình").per_hour == 0


def test_agreement_is_of_the_facts_that_two_decided_about(db: sqlite3.Connection) -> None:
    for place, item in enumerate(items(db, Queue(), "An", limit=4)):
        decide(db, decided(item, "An", "reject" if place == 0 else "accept"))
    for place, item in enumerate(items(db, Queue(doubled=100), "Bình", limit=4)):
        decide(db, decided(item, "Bình", "reject" if place < 2 else "accept"))
    (told,) = agreement(db)
    assert (told.first, told.second, told.items, told.agreed, told.kappa) == ("An", "Bình", 4, 3, 0.5)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # the table of Cohen (1968)
        ({("a", "a"): 88, ("a", "b"): 14, ("a", "c"): 18, ("b", "a"): 10, ("b", "b"): 40, ("b", "c"): 10,
          ("c", "a"): 2, ("c", "b"): 6, ("c", "c"): 12}, 0.492),
        ({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15}, 0.4),
        ({("a", "b"): 5, ("b", "a"): 5}, -1.0),
        ({("a", "a"): 5}, None),
    ],
)  # fmt: skip
def test_cohens_kappa(table: dict[tuple[str, str], int], kappa: float | None) -> None:
    told = cohen_kappa([pair for pair, times in table.items() for _ in range(times)])
    assert told == (None if kappa is None else pytest.approx(kappa, abs=0.001))
