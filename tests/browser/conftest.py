"""A real server and a real browser: Chromium of the system, driven by Playwright. Skipped where one is missing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from served import served
from stored import write_database

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
CHROMIUM = shutil.which("chromium")
# What the browser itself says of a connection that a test has cut, or of a status that a test has asked for.
EXPECTED = ("Failed to load resource",)
Reviewer = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright (pip install playwright)")
    if CHROMIUM is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_database(tmp_path / "facts.db")


@pytest.fixture
def address(db: Path) -> Iterator[str]:
    """A server over the example articles."""
    with served(db) as listening:
        yield listening


@pytest.fixture
def reviewer(browser: Any, address: str) -> Iterator[Reviewer]:
    """Opens a page as someone, in a browser profile of their own; nothing may be complained about in the end."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str = "/review", name: str = "An", **profile: Any) -> Any:
        context = browser.new_context(base_url=address, **{"viewport": {"width": 1280, "height": 800}, **profile})
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
        page.goto("/name")
        page.fill("#name", name)
        page.click("form.small button")
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in complaints if not text.startswith(EXPECTED)] == []
