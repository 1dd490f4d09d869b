"""Questions to the fact tables."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import EXTRACTIONS, count

from extractor.errors import QueryError
from extractor.records import Article, Extraction
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.database import open_database
from extractor.store.review.decisions import Decision, decide
from extractor.store.review.log import Action
from extractor.store.write import save, start_run


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path_factory.mktemp("facts") / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        for extraction in EXTRACTIONS:
            save(opened, extraction, content_hash="a", extractor="1", run=run)
        decisions: tuple[tuple[str, Action], ...] = (("2025-01-01", "reject"), ("2025-01-02", "accept"))
        for at, decision in decisions:
            fact = EXTRACTIONS[1].counts[0].id
            decide(
                opened, Decision(article="dong", fact=fact, kind="counts", action=decision, reviewer="An", at=at)
            )
        yield opened


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, [12, 7, 5, 1_500_000_000, 40, 1200, 20]),
        ({"what": "mô hình"}, [12, 7, 5]),
        ({"what": "mo hinh"}, [12, 7, 5]),
        ({"what": "cổng sáng"}, [5]),
        ({"what": "kinh phi"}, [1_500_000_000]),
        ({"what": "hình mô"}, []),
        ({"place": "Thạch Hoà"}, [12, 7, 5, 1_500_000_000]),
        ({"place": "ha thu"}, [12, 7, 5, 1_500_000_000]),
        ({"place": "Hà Thử, Thạch Hòa", "what": "mô hình", "minimum": 6}, [12, 7]),
        ({"place": "tinh Dong Nai"}, [40, 1200]),
        ({"place": "xã Thạch Hòa, tỉnh Hà Thử", "what": "cổng sáng"}, [5]),
        ({"place": "Đồng Nai, Thạch Hòa"}, []),
        ({"place": "dong nai"}, [40, 1200]),
        ({"place": "Đông Nai"}, []),
        ({"place": "Nai"}, []),
        ({"year": 2024}, [12, 7, 5]),
        ({"year": 2023}, [1_500_000_000, 40, 1200]),
        ({"since": "2024"}, [12, 7, 5]),
        ({"until": "2023-06"}, [1_500_000_000, 40, 1200]),
        ({"since": "2023-05-20", "until": "2023-05-31"}, [1_500_000_000, 40, 1200]),
        ({"category": "money"}, [1_500_000_000]),
        ({"aspect": "flow"}, [1_500_000_000, 20]),
        ({"minimum": 20, "maximum": 40}, [40, 20]),
        ({"outlet": "dai dong bang"}, [40, 1200]),
        ({"article": "dong", "limit": 1}, [40]),
        ({"verdict": "adds up"}, [12, 7, 5]),
        ({"verdict": "differs"}, []),
        ({"review": "accept"}, [40]),
        ({"review": "none", "article": "dong"}, [1200]),
    ],
)
def test_counts_are_found(db: sqlite3.Connection, asked: dict[str, Any], numbers: list[int]) -> None:
    found = [int(answer.record.value) for answer in find_facts(db, FactQuery(**asked))]  # type: ignore[attr-defined]
    assert sorted(found) == sorted(numbers)


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ({"kind": "awards", "what": "giay khen", "year": 2024}, ["trao giấy khen cho 3 tập thể"]),
        ({"kind": "models", "place": "Sông Mơ", "status": "active"}, ["mô hình “Cổng sáng”"]),
        ({"kind": "localities", "level": "province"}, ["Tỉnh Đồng Nai"]),
        ({"kind": "roles", "what": "chu tich", "year": 2024}, ["Ông Trần Mẫu, Chủ tịch UBND xã Thạch Hòa"]),
        ({"kind": "events", "what": "tổng kết", "since": "2024-01"}, ["hội nghị tổng kết"]),
        ({"kind": "events", "until": "2020"}, []),
    ],
)
def test_other_kinds_are_found(db: sqlite3.Connection, asked: dict[str, Any], quotes: list[str]) -> None:
    assert [answer.record.quote for answer in find_facts(db, FactQuery(**asked))] == quotes


def test_the_latest_come_first_and_plans_by_their_beginning(tmp_path: Path) -> None:
    when = {"stock": ("2024", "2024"), "flow": ("2023", "2025"), "target": ("2021", "2050"), "rate": None}
    article = Article(id="a", source="a", text=" ".join(f"{aspect} 1 tổ;" for aspect in when))
    counts = tuple(
        count(article, f"{aspect} 1 tổ;", 1, "tổ", aspect=aspect, period=period) for aspect, period in when.items()
    )
    with open_database(tmp_path / "facts.db", write=True) as store:
        extraction = Extraction(article=article, counts=counts)
        save(store, extraction, content_hash="a", extractor="1", run=start_run(store, "1", []))
        found = [answer.record.quote.split()[0] for answer in find_facts(store, FactQuery(what="tổ"))]
    assert found == ["flow", "stock", "target", "rate"]


def test_an_answer_proves_itself(db: sqlite3.Connection) -> None:
    (answer,) = find_facts(db, FactQuery(what="cổng sáng"))
    assert answer.passage.text.startswith("Trong đó có 7 mô hình camera")
    assert answer.passage.marked().endswith("[5 mô hình “Cổng sáng”].")
    assert (answer.article, answer.outlet, answer.published) == ("hoa", "Báo Ven Sông", "2024-09-06")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"kind": "roles", "place": "Đồng Nai"}, "roles have no place"),
        ({"kind": "events", "minimum": 3}, "events have no number"),
        ({"kind": "models", "aspect": "flow"}, "models have no aspect"),
    ],
)
def test_a_question_a_kind_cannot_answer_is_refused(
    db: sqlite3.Connection, asked: dict[str, Any], reason: str
) -> None:
    with pytest.raises(QueryError, match=reason):
        find_facts(db, FactQuery(**asked))
