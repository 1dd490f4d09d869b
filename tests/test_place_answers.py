"""One place: then and now, what is in it, who is in office there; one person; one article."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS
from towns import HOI_AN, WARD, namesake, town

from extractor.store.answers import articles, people, places
from extractor.store.answers.contradictions import conflicts, keep_conflicts, kept_conflicts
from extractor.store.answers.facts import FactQuery
from extractor.store.answers.indicators import main_series
from extractor.store.answers.reprints import save_clusters
from extractor.store.database import open_database
from extractor.store.write import save, start_run


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_database(tmp_path / "facts.db", write=True) as opened:
        run = start_run(opened, "1", [])
        told = [town(number, value) for number, value in enumerate((12, 15, 15, 90), 1)]
        for extraction in (*EXTRACTIONS, *told, namesake(), town(1, 12, "Bản mới. ")):
            text = extraction.article.text
            save(opened, extraction, content_hash=text, extractor="1", run=run)
        save_clusters(opened, [(("town2", "town3"), 0.9)])
        yield opened


def test_a_place_is_what_it_was_and_what_it_became(db: sqlite3.Connection) -> None:
    old = places.find_place(db, HOI_AN)
    city, *wards = old.units
    assert (city.unit.kind, city.unit.until) == ("thành phố", "2025-07-01")
    assert {unit.path[0] for unit in city.after} == {"Đà Nẵng"}
    assert wards == []
    assert {json.loads(path)[-1] for path in old.within} == {"Hội An", "Cẩm Châu"}
    new = places.find_place(db, ("Đà Nẵng",))
    assert [one.unit.until for one in new.units] == [None]
    assert ("Quảng Nam",) in [unit.path for unit in new.units[0].before]
    assert new.within == old.within
    unknown = places.find_place(db, ("Hà Thử", "Sông Mơ"))
    assert (unknown.units, len(unknown.within)) == ((), 1)
    both = places.find_place(db, ("Nghệ An", "Yên Thành")).units
    assert [(one.unit.kind, bool(one.after), bool(one.before)) for one in both] == [
        ("huyện", True, False), ("xã", False, True),
    ]  # fmt: skip
    assert places.find_place(db, ("Không Đâu",)).within == ()


def test_what_a_place_holds(db: sqlite3.Connection) -> None:
    place = places.find_place(db, HOI_AN)
    assert places.tally(db, place) == {"counts": 8, "awards": 0, "models": 4, "localities": 4, "events": 0}
    (scheme,) = places.schemes(db, place)
    assert (scheme.name, scheme.articles, scheme.year) == ("Phố xanh", 4, 2021)
    assert [(inner.path, inner.facts) for inner in places.units_in(db, place)] == [(WARD, 4)]
    assert places.articles_of(db, place)[0].published == "2022-01-01"
    (award,) = places.latest(db, places.find_place(db, ("Hà Thử",)), "awards")
    assert award.article == "hoa"


def test_main_series_are_of_the_place_itself_and_know_their_contradictions(db: sqlite3.Connection) -> None:
    (series,) = main_series(db, FactQuery(), at=HOI_AN)
    assert [(point.day, point.fact.value, point.voices) for point in series.points] == [
        ("2021-01-01", 12, 1), ("2022-01-01", 15, 1), ("2022-01-01", 90, 1),
    ]  # fmt: skip
    assert len(main_series(db, FactQuery(what="to tu quan"))) == 2
    assert main_series(db, FactQuery(), at=HOI_AN, over_time=False) == []
    assert main_series(db, FactQuery(), at=("Đồng Nai",)) == []
    assert len(main_series(db, FactQuery(), at=("Đồng Nai",), over_time=False)) == 2
    told = [source for point in series.points for source in point.sources]
    assert conflicts(db, among=told) == conflicts(db) != []
    assert conflicts(db, among=told[:1]) == []


def test_the_same_name_is_not_the_same_person(db: sqlite3.Connection) -> None:
    first, second = people.offices(db, "Lý Mẫu")
    assert (first.organization, first.first, first.last, len(first.sources)) == (
        "UBND thành phố Hội An", "2021-01-01", "2022-01-01", 4,
    )  # fmt: skip
    assert second.organization == "Hội Hội An"
    place = places.find_place(db, HOI_AN)
    assert [office.organization for office in people.offices_at(db, "Hội An", place.within)] == [first.organization]


def test_an_article_knows_its_versions_and_reprints(db: sqlite3.Connection) -> None:
    assert [(version.version, version.latest) for version in articles.versions(db, "town1")] == [
        (2, True),
        (1, False),
    ]
    assert [other.article for other in articles.reprints_of(db, "town2")] == ["town3"]
    assert articles.reprints_of(db, "town1") == []


def test_kept_contradictions_are_those_whose_counts_still_stand(db: sqlite3.Connection) -> None:
    keep_conflicts(db)
    assert kept_conflicts(db) == conflicts(db) != []
    save(
        db, namesake().model_copy(update={"article": town(4, 15).article}), content_hash="new", extractor="1", run=1
    )
    assert kept_conflicts(db) == []
