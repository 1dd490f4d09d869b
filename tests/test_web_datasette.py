"""Datasette below /db: it reads, and nothing else; its pages get no more rights than they need."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from examples import EXTRACTIONS
from starlette.testclient import TestClient
from stored import write_database
from web_client import client_of, csrf

COUNT = "/db/facts.json?_shape=array&sql=select+count(*)+as+n+from+articles"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    with client_of(db) as made:
        yield made


def test_tables_and_questions_are_answered(client: TestClient) -> None:
    assert client.get("/db/facts/counts").status_code == 200
    assert client.get(COUNT).json() == [{"n": 3}]
    assert client.get("/db/facts/none").status_code == 404


def test_its_links_lead_somewhere(client: TestClient) -> None:
    for page in ("/db/", "/db/facts", "/db/facts/counts"):
        found = set(re.findall(r'(?:href|src|action)="((?:/|http://127)[^"]*)"', client.get(page).text))
        assert len(found) > 5
        assert [link for link in found if client.get(unescape(link)).status_code != 200] == []
    assert client.get("/db/facts/").headers["location"] == "/db/facts"


@pytest.mark.parametrize("sql", ["delete from articles", "attach 'x.db' as x", "pragma writable_schema = 1"])
def test_sql_writes_nothing(client: TestClient, sql: str) -> None:
    assert client.get("/db/facts.json", params={"sql": sql}).status_code == 400
    assert client.get(COUNT).json() == [{"n": 3}]


def test_nothing_is_posted(client: TestClient) -> None:
    assert client.post("/db/facts", data={"csrf": csrf(client)}).status_code == 405


def test_its_pages_run_no_scripts(client: TestClient) -> None:
    assert "script-src 'none'" in client.get("/db/facts").headers["content-security-policy"]
    assert "unsafe" not in client.get("/dbx").headers["content-security-policy"]


def test_it_is_behind_the_login(db: Path) -> None:
    with client_of(db, token="a-token-of-some-length") as client:
        for address in ("/db/", "/db/facts/counts", "/db/-/static/app.css", COUNT):
            assert client.get(address).status_code == 303


def test_another_file_in_its_place(client: TestClient, db: Path) -> None:
    assert client.get(COUNT).json() == [{"n": 3}]
    for part in db.parent.iterdir():
        part.unlink()
    assert client.get(COUNT).status_code == 503
    write_database(db, EXTRACTIONS[:1])
    assert client.get(COUNT).json() == [{"n": 1}]
