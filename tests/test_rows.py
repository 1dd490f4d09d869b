"""Records as rows: whatever a record holds comes back."""

import sqlite3
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import KINDS, Article, CountFact, Locality
from extractor.store.rows import RECORDS, article_row, record_row, row_article, row_record

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
numbers = st.one_of(
    st.integers(-(10**15), 10**15).map(Decimal), st.decimals(-(10**9), 10**9, places=4, allow_nan=False)
)
dates = (
    st.dates().map(str) | st.dates().map(lambda date: str(date)[:7]) | st.dates().map(lambda date: str(date)[:4])
)
paths = st.lists(words, min_size=1, max_size=4).map(tuple)
evidence = {
    "article_id": words,
    "start": st.integers(0, 10**6),
    "end": st.integers(0, 10**6),
    "quote": words,
    "rule": words,
    "reasons": st.dictionaries(words, words, max_size=3),
    "confidence": st.floats(0, 1),
}
counts = st.builds(
    CountFact,
    value=st.none() | numbers,
    low=st.none() | numbers,
    denominator=st.none() | numbers,
    what=words,
    name=st.none() | words,
    locality=st.none() | paths,
    part_of=st.none() | words,
    **evidence,
    period=st.none() | st.tuples(dates, dates | st.none()),
)
units = st.builds(
    Locality,
    name=words,
    level=st.just("commune"),
    path=paths,
    former=st.booleans(),
    candidates=st.lists(paths).map(tuple),
    **evidence,
)


@given(counts | units)
def test_a_record_survives_its_row(record: CountFact | Locality) -> None:
    row = record_row(record, article=3, number=7)
    back = row_record(record.kind, row, record.article_id)
    assert back == record
    assert back.id == record.id == row["id"]


@given(counts | units)
def test_a_record_survives_the_database(record: CountFact | Locality) -> None:
    db = _database()
    row = {**record_row(record, article=1, number=0), "article": None}
    table = record.kind
    db.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {_type(name)}' for name in row)})")
    db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    assert row_record(table, dict(db.execute(f"SELECT * FROM {table}").fetchone()), record.article_id) == record


def _database() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    return db


def _type(column: str) -> str:
    return "NUMERIC" if column in ("value", "low", "high", "denominator") else "TEXT" if column == "what" else ""


@given(st.lists(st.integers(0, 50), max_size=60).map(tuple))
def test_any_map_of_offsets_survives(offsets: tuple[int, ...]) -> None:
    article = Article(id="a", text="x", raw_offsets=offsets)
    assert row_article(article_row(article)) == article


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_shape(kind: str) -> None:
    assert RECORDS[kind].kind == kind  # type: ignore[index]


def test_a_map_without_holes_is_small() -> None:
    article = Article(id="a", text="x" * 5000, raw_offsets=tuple(range(100, 5100)))
    assert len(str(article_row(article)["raw_map"])) < 30
