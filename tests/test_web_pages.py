"""The pages: what they show, in which language, and what they say when something is not there."""

import html
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import EXTRACTIONS, HOA, count
from starlette.testclient import TestClient
from stored import write_database
from web_client import client_of, post

from extractor.records import Extraction
from extractor.store.database import open_database
from extractor.store.write import save

TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_database(tmp_path_factory.mktemp("web") / "facts.db")


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    with client_of(db) as made:
        yield made


def shown_text(page: str) -> str:
    """The article's text as the browser has it."""
    inner = page.split('id="text"', 1)[1].split(">", 1)[1].split("</div>", 1)[0]
    return html.unescape(TAG.sub("", inner))


def test_the_text_is_shown_unchanged_with_its_facts(client: TestClient) -> None:
    page = client.get("/articles/hoa").text
    assert shown_text(page) == HOA.text
    assert page.count('id="q-') == page.count('id="fact-') == 9


def test_a_link_leads_to_a_fact(client: TestClient) -> None:
    fact = re.search(r'id="fact-(\w+)"', client.get("/articles/hoa").text)
    assert fact is not None
    assert "current" in client.get(f"/articles/hoa?fact={fact[1]}").text
    assert client.get("/articles/hoa?fact=none").status_code == 404


def test_a_long_article_is_shown_in_parts(tmp_path: Path) -> None:
    text = "\n".join(f"Đoạn {number}: xã có {number} mô hình." for number in range(200_000))
    article = HOA.model_copy(update={"id": "long", "text": text})
    late = count(article, "có 150000 mô hình", 150_000, "mô hình")
    with client_of(write_database(tmp_path / "long.db", (Extraction(article=article, counts=(late,)),))) as client:
        first = client.get("/articles/long").text
        assert len(first) < 60_000
        assert shown_text(first).startswith("Đoạn 0:")
        around = shown_text(client.get(f"/articles/long?fact={late.id}").text)
        assert late.quote in around
        assert around.startswith("Đoạn ")
        assert around.endswith("mô hình.\n")
        read, at = "", "?at=0"
        for _ in range(3):  # the parts follow on each other without a gap
            page = client.get(f"/articles/long{at}").text
            part = shown_text(page)
            assert text.startswith(part, text.index(part[:60]))
            assert not read or part[:60] in read + part
            read, at = part, re.findall(r'href="(\?at=\d+)"', page)[-1]


def test_vietnamese_first_and_the_choice_is_remembered(client: TestClient) -> None:
    assert '<html lang="vi">' in client.get("/").text
    answer = post(client, "/language", language="en", next="/articles/hoa")
    assert answer.headers["location"] == "/articles/hoa"
    assert '<html lang="en">' in client.get("/").text


def test_the_reviewers_name_is_remembered(client: TestClient) -> None:
    assert post(client, "/name", name="  ").status_code == 422
    assert post(client, "/name", name="  An   Nhiên ", next="//evil.example").headers["location"] == "/"
    assert "An Nhiên" in client.get("/").text


@pytest.mark.parametrize("address", ["/none", "/articles/none"])
def test_what_is_not_there_is_told(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Không tìm thấy" in answer.text


def test_a_locked_database_is_told_and_left(tmp_path: Path) -> None:
    file = write_database(tmp_path / "facts.db")
    with client_of(file, wait=0.01) as client:
        blocker = sqlite3.connect(file, isolation_level=None)
        blocker.execute("PRAGMA journal_mode = DELETE")
        blocker.execute("BEGIN EXCLUSIVE")
        answer = client.get("/")
        assert (answer.status_code, "Thử lại" in answer.text) == (503, True)
        blocker.close()
        assert client.get("/").status_code == 200


def test_a_database_that_goes_or_is_replaced(tmp_path: Path) -> None:
    file = write_database(tmp_path / "facts.db")
    with client_of(file) as client:
        assert client.get("/articles/dong").status_code == 200
        for part in tmp_path.iterdir():
            part.unlink()
        assert client.get("/").status_code == 503
        write_database(file, (Extraction(article=HOA),))
        assert client.get("/articles/dong").status_code == 404
        assert client.get("/articles/hoa").status_code == 200


def test_an_older_version_is_shown_and_one_that_is_none_is_not(tmp_path: Path) -> None:
    db = write_database(tmp_path / "facts.db", EXTRACTIONS[:1])
    article = EXTRACTIONS[0].article
    newer = Extraction(article=article.model_copy(update={"text": "Văn bản mới.", "title": None}))
    with open_database(db, write=True) as store:
        save(store, newer, content_hash="other", extractor="2", run=1)
    with client_of(db) as client:
        latest = client.get(f"/articles/{article.id}")
        assert "Văn bản mới." in latest.text and f'/articles/{article.id}?version=1"' in latest.text
        older = client.get(f"/articles/{article.id}?version=1")
        assert older.status_code == 200 and "Văn bản mới." not in older.text
        assert [client.get(f"/articles/{article.id}?version={one}").status_code for one in ("9", "x", "1x")] == [
            404
        ] * 3


def test_a_page_that_is_not_there_speaks_one_language(client: TestClient) -> None:
    assert "no article" not in client.get("/articles/none").text
    client.cookies.set("language", "en")
    assert "no article" in client.get("/articles/none").text
