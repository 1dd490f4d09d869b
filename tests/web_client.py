"""A server over the example articles, and a client that finds its way through forms."""

import re
from pathlib import Path
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from extractor.web.app import create_app
from extractor.web.site import Site

ADDRESS = "http://127.0.0.1"
CSRF = re.compile(r'name="csrf" value="(\w+)"')


def client_of(db: Path, **site: Any) -> TestClient:
    """A browser with a fresh session."""
    return TestClient(
        create_app(Site(db, **site)), base_url=ADDRESS, follow_redirects=False, raise_server_exceptions=False
    )


def csrf(client: TestClient, page: str = "/name") -> str:
    """The token that the forms of this session carry."""
    found = CSRF.search(client.get(page).text)
    assert found is not None
    return found[1]


def post(client: TestClient, address: str, **fields: str) -> Response:
    """Send a form as one of our pages would."""
    return client.post(address, data={"csrf": csrf(client), **fields})
