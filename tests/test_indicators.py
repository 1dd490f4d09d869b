"""Series over time and contradictions: planted ones are found, consistent ones are not."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import EXTRACTIONS, count

from extractor.records import Article, CountFact, Extraction
from extractor.store.answers.checks import find_checks
from extractor.store.answers.contradictions import conflicts
from extractor.store.answers.facts import FactQuery
from extractor.store.answers.indicators import main_series, timeline
from extractor.store.database import open_database
from extractor.store.write import save, start_run

STOCK = {"aspect": "stock", "category": "model", "locality": ("Hà Thử", "Sông Mơ"), "predicate": "có"}
FLOW = {"aspect": "flow", "category": "person", "locality": ("Hà Thử",), "predicate": "bắt"}

LAUNCH = {**FLOW, "category": "group", "period": ("2024", "2024")}
INHERITED = {"reasons": {"locality": "scene"}}
SHARE = {"aspect": "rate", "category": "percent", "locality": ("Hà Thử",), "period": ("2024", "2024")}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        yield opened


def tell(
    db: sqlite3.Connection, name: str, *facts: tuple[float, str, dict[str, Any]], day: str | None = None
) -> None:
    """An article that states the numbers, one a sentence."""
    text = "\n".join(f"Nơi ấy có {value:g} {what}, câu {at}." for at, (value, what, _) in enumerate(facts))
    article = Article(id=name, text=text, published=day, source=name)
    counts = [
        count(article, f"có {value:g} {what}, câu {at}", value, what, **slots)
        for at, (value, what, slots) in enumerate(facts)
    ]
    save(db, Extraction(article=article, counts=tuple(counts)), content_hash=name, extractor="1", run=_run(db))


def _run(db: sqlite3.Connection) -> int:
    return start_run(db, "1", [])


def on(day: str, **slots: Any) -> dict[str, Any]:
    return {"period": (day, day), **slots}


def test_values_of_one_thing_are_a_series_in_time(db: sqlite3.Connection) -> None:
    for day, value in (("2024-06-30", 14), ("2022-12-31", 9), ("2023", 11)):
        tell(db, f"a{day}", (value, "mô hình", {**STOCK, **on(day)}), (value + 1, "mô hình", {**FLOW, **on(day)}))
    tell(db, "reprint", (14, "Mô hình", {**STOCK, **on("2024-06-30")}))
    tell(db, "inside", (3, "mô hình", {**STOCK, **on("2024"), "locality": ("Hà Thử", "Sông Mơ", "Thạch Hòa")}))
    (series,) = timeline(db, FactQuery(what="mo hinh", place="Sông Mơ"))
    assert [(point.day, point.fact.value, point.voices) for point in series.points] == [
        ("2022-12-31", 9, 1), ("2023", 11, 1), ("2024-06-30", 14, 2),
    ]  # fmt: skip
    assert {one.aspect for one in timeline(db, FactQuery(what="mô hình"))} == {"stock", "flow"}
    assert len(timeline(db, FactQuery(what="mô hình", place="Sông Mơ"), within=True)) == 2


def test_a_part_is_no_value_of_the_whole(db: sqlite3.Connection) -> None:
    tell(db, "a", (9, "tổ", {**STOCK, **on("2024")}), (4, "tổ", {**STOCK, **on("2024"), "part_of": "x"}))
    assert [[point.fact.value for point in one.points] for one in timeline(db, FactQuery(what="tổ"))] == [[9], [4]]


def test_flows_of_different_verbs_are_different_things(db: sqlite3.Connection) -> None:
    founded, dissolved = ({**FLOW, **on("2024"), "predicate": verb} for verb in ("thành lập", "giải thể"))
    tell(db, "a", (9, "tổ", founded), (4, "tổ", dissolved))
    assert {series.predicate for series in timeline(db, FactQuery(what="tổ"))} == {"thành lập", "giải thể"}


def test_the_series_with_most_days_come_first(db: sqlite3.Connection) -> None:
    for number, day in enumerate(("2024-01", "2024-02", "2024-03")):
        tell(db, f"stock{number}", (9 + number, "tổ", {**STOCK, **on(day)}))
        tell(db, f"flow{number}", (3 + number, "tổ", {**FLOW, **on("2024")}), (9, "tổ", {**FLOW, **on("2024")}))
    assert [(one.aspect, len(one.points)) for one in timeline(db, FactQuery(what="tổ"))] == [
        ("stock", 3),
        ("flow", 4),
    ]


def test_reprints_are_one_voice(db: sqlite3.Connection) -> None:
    for name in ("a", "b", "c"):
        tell(db, name, (5, "tổ", {**STOCK, **on("2024")}))
    db.executemany("INSERT INTO article_clusters VALUES (?, 'a', 1.0)", [("a",), ("b",)])
    ((point,),) = [series.points for series in timeline(db, FactQuery(what="tổ"))]
    assert (len(point.sources), point.voices) == (3, 2)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ((12, "mô hình", {**STOCK, **on("2024")}), (15, "mô hình", {**STOCK, **on("2024")}), True),
        ((12, "mô hình", {**STOCK, **on("2024")}), (12, "mô hình", {**STOCK, **on("2024")}), False),
        ((12, "mô hình", {**STOCK, **on("2024")}), (15, "mô hình", {**STOCK, **on("2023")}), False),
        ((12, "mô hình", {**STOCK, **on("2024")}), (15, "tổ", {**STOCK, **on("2024")}), False),
        ((12, "mô hình", {**STOCK, **on("2024")}), (15, "mô hình", {**FLOW, **on("2024")}), False),
        ((12, "hoà giải", {**STOCK, **on("2024")}), (15, "hòa giải", {**STOCK, **on("2024")}), True),
        ((12, "tổ", {**STOCK, **on("2024"), "scope": "khu A"}), (15, "tổ", {**STOCK, **on("2024")}), False),
        ((12, "tổ", {**STOCK, **on("2024"), "modifier": "about"}), (15, "tổ", {**STOCK, **on("2024")}), False),
        ((3, "người", {**FLOW, **on("2024")}), (5, "người", {**FLOW, **on("2024")}), True),
        ((3, "người", {**FLOW, **on("2024")}), (5, "người", {**FLOW, **on("2024"), "predicate": "cứu"}), False),
        ((3, "người", {**FLOW, **on("2024"), "predicate": None}), (5, "người", {**FLOW, **on("2024")}), False),
        ((3, "tổ", {**STOCK, **on("2024"), "part_of": "x"}), (5, "tổ", {**STOCK, **on("2024")}), False),
        ((3, "tổ", {**STOCK, **on("2024"), "locality": None}), (5, "tổ", {**STOCK, **on("2024")}), False),
        ((3, "ngôi nhà", {**STOCK, **on("2024")}), (5, "căn nhà", {**STOCK, **on("2024")}), True),
        ((3, "tổ", {**LAUNCH, "predicate": "ra mắt"}), (5, "tổ", {**LAUNCH, "predicate": "thành lập"}), True),
        ((3, "dự án", {**STOCK, **on("2024"), **INHERITED}), (5, "dự án", {**STOCK, **on("2024")}), False),
        (
            (3, "tổ hòa giải", {**STOCK, **on("2024"), **INHERITED}),
            (5, "tổ hoà giải", {**STOCK, **on("2024")}),
            True,
        ),
        ((3, "đồng", {**FLOW, **on("2024"), "category": "money"}), (5, "đồng", {**FLOW, **on("2024")}), False),
        ((3, "%", {**SHARE, "measured": "tỷ lệ"}), (5, "%", {**SHARE, "measured": "tỷ lệ"}), False),
        (
            (3, "%", {**SHARE, "measured": "tỷ lệ trẻ em"}),
            (5, "%", {**SHARE, "measured": "tỷ lệ trẻ em"}),
            True,
        ),
    ],
)
def test_contradictions_are_found_and_nothing_else(
    db: sqlite3.Connection,
    one: tuple[float, str, dict[str, Any]],
    other: tuple[float, str, dict[str, Any]],
    found: bool,
) -> None:
    tell(db, "a", one)
    tell(db, "b", other)
    assert bool(conflicts(db)) is found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("có 17 trường có bếp ăn riêng", "có 46 trường", False),
        ("có 17 trường có bếp ăn riêng", "có 46 trường có bếp ăn riêng", True),
        ("có 17 trường tại 9 phường", "có 46 trường, tăng 2 so với năm trước", True),
    ],
)
def test_a_narrowed_thing_is_another(db: sqlite3.Connection, first: str, second: str, found: bool) -> None:
    for name, told, value in (("a", first, 17), ("b", second, 46)):
        article = Article(id=name, text=f"Năm 2024, thị xã {told}.", source=name)
        stated = count(article, f"có {value} trường", value, "trường", **STOCK, **on("2024"))
        save(db, Extraction(article=article, counts=(stated,)), content_hash=name, extractor="1", run=_run(db))
    assert bool(conflicts(db)) is found


def test_founded_groups_are_one_series(db: sqlite3.Connection) -> None:
    for at, verb in enumerate(("ra mắt", "xây dựng mới", "thành lập")):
        tell(db, f"a{at}", (at + 3, "tổ", {**LAUNCH, **on(f"202{at}"), "predicate": verb}))
    assert [len(series.points) for series in timeline(db, FactQuery(what="tổ"))] == [3]
    assert [len(series.points) for series in main_series(db, FactQuery(what="tổ"))] == [3]


def test_an_article_with_both_values_speaks_of_two_things(db: sqlite3.Connection) -> None:
    tell(db, "a", (3, "tổ", {**STOCK, **on("2024")}), (5, "tổ", {**STOCK, **on("2024")}))
    tell(db, "b", (4, "tổ", {**STOCK, **on("2024")}))
    assert conflicts(db) == []


def test_reprints_and_old_versions_do_not_contradict(db: sqlite3.Connection) -> None:
    tell(db, "a", (3, "tổ", {**STOCK, **on("2024")}))
    tell(db, "b", (5, "tổ", {**STOCK, **on("2024")}))
    assert len(conflicts(db)) == 1
    db.executemany("INSERT INTO article_clusters VALUES (?, 'a', 1.0)", [("a",), ("b",)])
    assert conflicts(db) == []
    db.execute("DELETE FROM article_clusters")
    fresh = Extraction(article=Article(id="b", text="Bản sửa.", source="b"))
    save(db, fresh, content_hash="new", extractor="1", run=_run(db))
    assert conflicts(db) == []


def test_the_worst_come_first_with_their_reason(db: sqlite3.Connection) -> None:
    for name, tens, turned, near in (("a", 40, 570, 98), ("b", 400, 507, 97)):
        tell(
            db, name, (tens, "tổ", {**STOCK, **on("2024")}), (turned, "hộ", {**STOCK, **on("2024")}),
            (near, "xã", {**STOCK, **on("2024")}),
        )  # fmt: skip
    found = conflicts(db)
    assert [conflict.reason.split(":")[0] for conflict in found] == [
        "ten times the other value", "the same digits in another order",
        "different values for the same thing, place and time",
    ]  # fmt: skip
    assert found[0].severity == pytest.approx(0.9)
    assert all(isinstance(conflict.first.record, CountFact) for conflict in found)
    assert len(conflicts(db, limit=1)) == 1


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ((12, "2024-03-01"), (120, "2024-04-01"), "ten times the other value"),
        ((90, "2024-03-01"), (11, "2024-04"), "the stock falls too far"),
        ((11, "2024-03-01"), (94, "2024-09-01"), "the stock rises too far"),
        ((12, "2024-03-01"), (30, "2024-04-01"), None),  # many were founded in a month
        ((2, "2024-03-01"), (9, "2024-04-01"), None),  # few things double quickly
        ((12, "2022-03-01"), (130, "2024-04-01"), None),  # two years are long
        ((12, "2023"), (130, "2024-02"), None),  # and it may have been more than one year
        ((12, "2024"), (130, "2024-05"), None),  # which is the earlier one?
        ((12, "2024-13"), (130, "2024-05-77"), None),  # no days of any calendar
        ((12, "9999-11-01"), (130, "9999-12"), None),
    ],
)
def test_a_stock_must_follow_from_the_one_before(
    db: sqlite3.Connection, before: tuple[float, str], now: tuple[float, str], found: str | None
) -> None:
    for name, (value, day) in (("a", before), ("b", now)):
        tell(db, name, (value, "mô hình", {**STOCK, **on(day)}))
    assert [conflict.reason.startswith(found or "?") for conflict in conflicts(db)] == [True] * bool(found)
    assert all(0 < conflict.severity < 1 for conflict in conflicts(db))


def test_a_stock_of_a_period_may_be_of_any_day_in_it(db: sqlite3.Connection) -> None:
    for name, value, year in (("a", 12, 2023), ("b", 130, 2024)):
        tell(db, name, (value, "mô hình", {**STOCK, "period": (f"{year}-01-01", f"{year}-12-31")}))
    assert conflicts(db) == []


def test_a_leap_that_an_article_tells_is_news(db: sqlite3.Connection) -> None:
    early, late = (12, "mô hình", {**STOCK, **on("2024-03")}), (120, "mô hình", {**STOCK, **on("2024-05")})
    tell(db, "a", early)
    tell(db, "b", late)
    assert len(conflicts(db)) == 1
    tell(db, "c", early, late)
    assert conflicts(db) == []


def test_a_stock_follows_from_one_of_two_before(db: sqlite3.Connection) -> None:
    for name, value, day in (("a", 12, "2024-03"), ("b", 110, "2024-03"), ("c", 120, "2024-05")):
        tell(db, name, (value, "mô hình", {**STOCK, **on(day)}))
    assert [conflict.reason for conflict in conflicts(db)] == [
        "different values for the same thing, place and time"
    ]


def test_a_flow_may_leap(db: sqlite3.Connection) -> None:
    for name, value, day in (("a", 12, "2024-03"), ("b", 120, "2024-04")):
        tell(db, name, (value, "người", {**FLOW, **on(day)}))
    assert conflicts(db) == []


def test_checks_come_with_their_facts(db: sqlite3.Connection) -> None:
    save(db, EXTRACTIONS[0], content_hash="a", extractor="1", run=_run(db))
    (checked,) = find_checks(db)
    assert [int(answer.record.value or 0) for answer in checked.facts if isinstance(answer.record, CountFact)] == [
        12,
        7,
        5,
    ]
    assert find_checks(db, ["differs"]) == []
    assert find_checks(db, ["adds up"], article="hoa") == [checked]
    assert find_checks(db, article="dong") == []
