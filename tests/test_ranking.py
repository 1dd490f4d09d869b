"""The order of hits: what is asked beside the words leaves some out and moves none, however they are found."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS, count
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.records import Article, Extraction
from extractor.store.answers.facts import FactQuery, conditions
from extractor.store.database import open_database
from extractor.store.search import ranking
from extractor.store.search.query import parse
from extractor.store.search.ranking import ranked_facts
from extractor.store.search.results import search_facts
from extractor.store.write import save, start_run

THINGS = ("mô hình ANTT", "mo hinh", "an ninh trật tự", "tự quản", "hộ tự quản", "tổ an ninh", "hình mô")
WORDS = ("mô", "hình", "mo", "hinh", "ANTT", "an", "ninh", "trật", "tự", "quản", "tu*", "-tổ", '"tự quản"', "OR")
PLACES = st.sampled_from((None, "Hội An", "Quảng Nam"))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("ranking") / "facts.db"
    with open_database(path, write=True) as opened:
        run = start_run(opened, "1", [])
        for extraction in (*EXTRACTIONS, *map(village, ("Hội An", "Núi Thành", "Thăng Bình"))):
            save(opened, extraction, content_hash="a", extractor="1", run=run)
        yield opened


def village(name: str) -> Extraction:
    text = " ".join(f"{name} có {number} {what}." for number, what in enumerate(THINGS, 10))
    article = Article(id=name, text=text, outlet="Đài Đồng Bằng", source=name)
    counts = tuple(
        count(article, f"có {number} {what}", number, what, locality=("Quảng Nam", name))
        for number, what in enumerate(THINGS, 10)
    )
    return Extraction(article=article, counts=counts)


@pytest.mark.parametrize("many", [1000, 3])
@pytest.mark.parametrize(
    ("tested", "often"), [(3000, 150), (5, 1), (5, 9)], ids=["all at once", "match by match", "listed"]
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), place=PLACES)
def test_a_condition_leaves_out_and_moves_nothing(
    db: sqlite3.Connection, tested: int, often: int, many: int, words: str, place: str | None
) -> None:
    terms, where = parse(words), conditions(db, FactQuery(place=place))
    rows = db.execute(f"SELECT f.key FROM counts AS f WHERE {where.sql}", where.values)
    fitting = {row["key"] for row in rows}
    expected = [key for key in ranked_facts(db, terms) if key in fitting]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("TESTED", tested), ("OFTEN", often), ("MANY", many)):
            patch.setattr(ranking, name, value)
        found = list(ranked_facts(db, terms, {"counts": where}))
    assert found[:many] == expected[:many]


@pytest.mark.parametrize("words", ["", "-tổ", "?!"])
def test_no_words_find_nothing(db: sqlite3.Connection, words: str) -> None:
    assert list(ranked_facts(db, parse(words), {"counts": conditions(db, FactQuery())})) == []


def test_an_abbreviation_is_found_under_a_condition(db: sqlite3.Connection) -> None:
    found = search_facts(db, "an ninh trật tự", [FactQuery(place="Hội An")])
    assert {answer.record.quote for answer in found} == {"có 10 mô hình ANTT", "có 12 an ninh trật tự"}
