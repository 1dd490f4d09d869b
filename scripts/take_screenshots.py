"""Pictures of the pages, wide, on a phone and in the dark, over a copy of a database."""

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from extractor.cli import main as extractor
from extractor.web.app import create_app
from extractor.web.site import Site

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "screenshots"
PAGES = {
    "home": "/",
    "search": "/search?q=m%C3%B4+h%C3%ACnh",
    "place": "/place/Ngh%E1%BB%87%20An/Y%C3%AAn%20Th%C3%A0nh",
    "indicator": "/indicator/m%C3%B4%20h%C3%ACnh",
    "article": "/articles/a02",
    "review": "/review?article=a02",
    "queues": "/queues",
}
PROFILES = {
    "wide": {"viewport": {"width": 1360, "height": 850}},
    "dark": {"viewport": {"width": 1360, "height": 850}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


def main() -> int:
    """Take the pictures; complain where the browser does."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "facts.db"
        if len(sys.argv) > 1:
            shutil.copy(sys.argv[1], database)
        else:
            texts = str(ROOT / "corpora" / "authored" / "texts")
            extractor(["extract", texts, "--db", str(database)], standalone_mode=False)
        with served(database) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for profile, options in PROFILES.items():
                take(browser, address, profile, options)
            browser.close()
    print(f"{len(PAGES) * len(PROFILES)} pictures in {FOLDER}")
    return 0


def take(browser: Browser, address: str, profile: str, options: dict[str, object]) -> None:
    """All pages in one profile."""
    context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda line: print(f"{profile}: {line.text}", file=sys.stderr))
    page.goto("/name")
    page.fill("#name", "An Nhiên")
    page.click("form.small button")
    for name, path in PAGES.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}-{profile}.png")
    context.close()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """A server over the database, and its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(Site(database)), log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    sys.exit(main())
