"""Words to articles and facts: diacritics, phrases, exclusions, and text that looks like syntax."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.answers.facts import FactQuery
from extractor.store.database import open_database
from extractor.store.search.passages import around, passage
from extractor.store.search.query import expressions, highlights, parse
from extractor.store.search.results import search_articles, search_facts
from extractor.store.search.words import speaks_of
from extractor.store.write import save, start_run


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("search") / "facts.db"
    with open_database(path, write=True) as opened:
        run = start_run(opened, "1", [])
        for extraction in EXTRACTIONS:
            save(opened, extraction, content_hash="a", extractor="1", run=run)
        yield opened


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("mô hình", ["hoa"]),
        ("mo hinh", ["hoa"]),
        ("mo hình", ["hoa"]),
        ("MÔ HÌNH", ["hoa"]),
        ("Thạch Hoà", ["hoa"]),  # the tone mark elsewhere
        ("đồng nai", ["dong", "plain"]),  # exact first
        ("dong nai", ["plain", "dong"]),
        ("Đồng nai", ["dong", "plain"]),
        ("hỗ trợ", ["hoa", "plain", "dong"]),  # `Hồ trong` is not even close, but `Hồ` and `tro` are words
        ("ho tro", ["plain", "hoa"]),
        ('"hội nghị tổng kết"', ["hoa"]),
        ('"tổng kết hội nghị"', []),
        ("hội viên -camera", ["dong"]),
        ("hội NOT viên", ["hoa"]),
        ("camera OR viên", ["hoa", "dong"]),
        ("ANTT", ["hoa"]),  # an ninh trật tự
        ("CLB -camera", ["dong"]),
        ("nghe*", ["plain"]),
        ("Lê Thử", []),
        ("", []),
        ("?!", []),
        ("-camera", []),
    ],
)
def test_words_find_articles(db: sqlite3.Connection, query: str, articles: list[str]) -> None:
    found = [hit.article for hit in search_articles(db, query)]
    if query == "hỗ trợ":
        assert found[0] == "hoa"
    elif " OR " in query:
        assert sorted(found) == sorted(articles)
    else:
        assert found == articles


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("giay khen", {"trao giấy khen cho 3 tập thể"}),
        ("hội viên Đồng Nai", {"hơn 1.200 hội viên"}),
        ("Trần Mẫu", {"Ông Trần Mẫu, Chủ tịch UBND xã Thạch Hòa"}),
        ("kinh phí", {"hỗ trợ 1,5 tỷ đồng"}),
    ],
)
def test_words_find_facts_with_their_quotes(db: sqlite3.Connection, query: str, quotes: set[str]) -> None:
    assert {answer.record.quote for answer in search_facts(db, query)} == quotes


def test_facts_can_be_narrowed_to_a_kind(db: sqlite3.Connection) -> None:
    kinds = {answer.record.kind for answer in search_facts(db, "thạch hòa")}
    assert {"counts", "localities", "roles"} <= kinds
    assert {answer.record.kind for answer in search_facts(db, "thạch hòa", [FactQuery(kind="roles")])} == {"roles"}


@pytest.mark.parametrize(
    "query",
    [
        '"', "'; DROP TABLE articles; --", "head:camera", "NEAR(mô hình, 2)", "^mô", "a AND", "OR", "NOT", "(",
        "mô + hình", "{head} : x", "*", '"*', "-", "AND OR NOT", "camera OR -camera", "\x00", "NOT NOT camera OR",
    ],
)  # fmt: skip
def test_syntax_is_text(db: sqlite3.Connection, query: str) -> None:
    search_articles(db, query)
    search_facts(db, query)


@given(st.text(max_size=30) | st.text('mô hình"*-()OR NOT:^', max_size=20))
def test_no_query_breaks(query: str) -> None:
    with sqlite3.connect(":memory:") as memory:
        memory.execute(
            "CREATE VIRTUAL TABLE t USING fts5 "
            "(head, body, folded, content = '', tokenize = 'unicode61 remove_diacritics 0')"
        )
        for match in expressions(parse(query)):
            memory.execute("SELECT rowid FROM t WHERE t MATCH ?", (match,)).fetchall()


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("mo hinh", "Các mô hình; mô phỏng", "Các [mô hình]; mô phỏng"),
        ("hình mô", "Các mô hình", "Các [mô hình]"),
        ("hồ", "hộ và hồ", "hộ và [hồ]"),
        ("ho", "hộ và hồ", "[hộ] và [hồ]"),
        ("ngườ*", "người dân", "[ngườ]i dân"),
        ("dan -nguoi", "người dân", "người [dân]"),
        ("antt", "an ninh trật tự (ANTT)", "[an ninh trật tự] ([ANTT])"),
        ("an ninh trat tu", "về ANTT", "về [ANTT]"),
    ],
)
def test_hits_are_marked(query: str, text: str, marked: str) -> None:
    assert around(text, highlights(text, parse(query))).marked() == marked


@pytest.mark.parametrize(
    ("query", "text", "fits"),
    [
        ("mô hình", "mô hình tự quản", True),
        ("mo hinh", "Mô hình", True),
        ("mô hinh", "mô hình", True),
        ("mó hình", "mô hình", False),
        ("hình mô", "mô hình", False),
        ("thanh hoa", "Thạnh Hóa", True),
        ("thanh hóa", "Thạnh Hóa", True),
        ("Thanh Hoá", "Thanh Hóa", True),
        ("dai", "đài", True),
        ("đai", "dải", False),
        ("", "x", True),
        ("x", None, False),
    ],
)
def test_words_typed_plain_match_any_marks(query: str, text: str | None, fits: bool) -> None:
    assert speaks_of(query, text) is fits


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("ba", "Câu hai có ba từ, ở TP. Thử Đức."),
        ("Thử", "Câu hai có ba từ, ở TP. Thử Đức."),
        ("Câu một", "Câu một."),
        ("dòng", "Một dòng khác"),
    ],
)
def test_a_passage_is_the_sentence(quote: str, shown: str) -> None:
    text = "Câu một. Câu hai có ba từ, ở TP. Thử Đức. Câu cuối!\nMột dòng khác"
    start = text.index(quote)
    found = passage(text, start, start + len(quote))
    assert found.text == shown
    assert [found.text[slice(*mark)] for mark in found.marks] == [quote]


@given(st.text("ab .\n", max_size=80), st.data())
def test_a_passage_holds_its_evidence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = passage(text, start, end)
    (mark,) = found.marks
    assert found.text[slice(*mark)] == text[start:end].replace("\n", " ")
