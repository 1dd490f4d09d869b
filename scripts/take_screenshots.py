"""Pictures of the pages, wide, on a phone and in the dark, over a copy of a database."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from served import served

from extractor.cli import main as extractor

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


if __name__ == "__main__":
    sys.exit(main())
