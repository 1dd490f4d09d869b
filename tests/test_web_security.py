"""What guards the pages: host names, logins, forged forms, headers, and text that looks like markup."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import HOA
from httpx import Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient
from stored import write_database
from web_client import ADDRESS, client_of, csrf, post

from extractor.records import Extraction
from extractor.web.app import PAGES
from extractor.web.attempts import IN_ALL, PER_ADDRESS, WINDOW, Attempts
from extractor.web.security import local_address
from extractor.web.session_key import session_key

TOKEN = "a-token-of-some-length"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"
WRITES = sorted({route.path for page in PAGES for route in page.ROUTES if "POST" in (route.methods or ())})
SHOWS = sorted({route.path for page in PAGES for route in page.ROUTES if "GET" in (route.methods or ())})


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    article = HOA.model_copy(update={"title": HOSTILE, "text": HOSTILE + HOA.text, "outlet": HOSTILE, "id": "evil"})
    return write_database(tmp_path_factory.mktemp("web") / "facts.db", (Extraction(article=article),))


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    with client_of(db) as made:
        yield made


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200), ("10.0.0.7", 200), ("evil.example", 421),
     ("localhost.evil.example", 421), ("", 421), ("evil.example:80@127.0.0.1", 421), ("[", 421)],
)  # fmt: skip
def test_a_foreign_host_name_is_refused(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/", "/articles/evil", "/articles/none", "/name", "/static/site.css", "/none"])
def test_every_response_binds_the_browser(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_an_article_with_markup_is_text(client: TestClient) -> None:
    page = client.get("/articles/evil").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page
    assert "<img" not in page


@pytest.mark.parametrize("address", WRITES)
def test_writing_needs_the_sessions_own_token(client: TestClient, address: str) -> None:
    csrf(client)
    for forged in ({}, {"csrf": ""}, {"csrf": "0" * 32}):
        assert client.post(address, data=forged).status_code == 403
    right = {"csrf": csrf(client)}
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert client.post(address, data=right, headers=headers).status_code == 403


def test_a_form_has_a_limit(client: TestClient) -> None:
    assert client.post("/name", data={"csrf": csrf(client), "name": "x" * 2_000_000}).status_code == 413


def test_every_page_is_behind_the_login(db: Path) -> None:
    with client_of(db, token=TOKEN) as client:
        for path in set(SHOWS) - {"/login"}:
            answer = client.get(path)
            assert (answer.status_code, answer.headers["location"][:12]) == (303, "/login?next=")
        for path in set(WRITES) - {"/login", "/language"}:
            assert client.post(path).status_code == 401


def test_the_login_leads_on(db: Path) -> None:
    with client_of(db, token=TOKEN) as client:
        token = csrf(client, "/login")
        assert client.post("/login", data={"csrf": token, "token": "wrong"}).status_code == 403
        right = {"csrf": token, "token": TOKEN, "next": "/articles/evil?at=1"}
        assert client.post("/login", data=right).headers["location"] == "/articles/evil?at=1"
        assert client.get("/").status_code == 200
        cookie = client.cookies["extractor"]
        assert post(client, "/logout").status_code == 303
        assert client.get("/").status_code == 303
    with client_of(db, token=TOKEN + "2", secret="s") as other:
        other.cookies.set("extractor", cookie)
        assert other.get("/").status_code == 303


def test_wrong_tokens_have_to_wait(db: Path) -> None:
    with client_of(db, token=TOKEN) as reviewer, TestClient(reviewer.app, base_url=ADDRESS) as guesser:
        assert post_token(reviewer, TOKEN).status_code == 303
        tried = [post_token(guesser, f"{TOKEN}{number}") for number in range(PER_ADDRESS + 1)]
        assert [answer.status_code for answer in tried] == [403] * PER_ADDRESS + [429]
        assert 0 < int(tried[-1].headers["retry-after"]) <= WINDOW
        assert post_token(guesser, TOKEN).status_code == 429
        assert reviewer.get("/").status_code == 200


def post_token(client: TestClient, token: str) -> Response:
    return client.post("/login", data={"csrf": csrf(client, "/login"), "token": token})


@pytest.mark.parametrize(("addresses", "most"), [(1, PER_ADDRESS), (3, 3 * PER_ADDRESS), (1000, IN_ALL)])
def test_attempts_are_counted_for_an_address_and_for_all(addresses: int, most: int) -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    asked = [attempts.wait(str(number % addresses)) for number in range(2 * IN_ALL)]
    assert [seconds for seconds in asked if not seconds] == [0] * most
    assert attempts.wait("0") == WINDOW
    now[0] = WINDOW
    assert attempts.wait("0") == 0


def test_a_right_token_clears_the_count() -> None:
    attempts = Attempts()
    for _ in range(2 * PER_ADDRESS):
        assert attempts.wait("here") == 0
        attempts.succeeded("here")


def test_the_session_cookie_is_out_of_reach(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/articles/%2e%2e%2fapp.py"]
)
def test_no_address_leads_to_the_file_system(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@given(st.text())
def test_a_login_never_leads_away(wanted: str) -> None:
    assert local_address(wanted)[:1] == "/"
    assert local_address(wanted)[1:2] not in ("/", "\\")


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "\t//evil"])
def test_a_foreign_address_is_home(wanted: str) -> None:
    assert local_address(wanted) == "/"


def test_the_key_is_kept_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert session_key() == session_key()
    assert (tmp_path / "extractor" / "session-key").stat().st_mode & 0o777 == 0o600
    assert session_key("given") == "given"
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert len(session_key()) > 30


def test_routes_are_plain() -> None:
    assert all(isinstance(route, Route) for page in PAGES for route in page.ROUTES)
