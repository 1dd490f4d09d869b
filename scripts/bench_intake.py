"""Pages and megabytes a second that intake makes of text and of HTML.

usage: scripts/bench intake [PATH ...]   (default: the text corpus and the page layouts of the tests)
"""

import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path

from extractor.errors import InputError
from extractor.intake.article import to_article
from extractor.intake.duplicates import cluster_reprints
from extractor.intake.sources import RawPage, read_sources
from extractor.records import Article

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = (ROOT / "corpora" / "authored" / "texts", ROOT / "tests" / "pages")
ENOUGH = 300


def measure(kind: str, pages: list[RawPage]) -> list[Article]:
    """Prints the speed over at least `ENOUGH` pages of one kind, repeated as needed."""
    if not pages:
        return []
    with suppress(InputError):
        to_article(pages[0])  # loads the tables, outside the clock
    sample = list(islice(cycle(pages), max(ENOUGH, len(pages))))
    articles: list[Article] = []
    refused = 0
    start = time.perf_counter()
    for page in sample:
        try:
            articles.append(to_article(page))
        except InputError:
            refused += 1
    seconds = time.perf_counter() - start
    size = sum(len((page.html or page.text or "").encode()) for page in sample) / 1e6
    print(f"{kind}: {len(sample) / seconds:,.0f} pages/s, {size / seconds:.2f} MB/s, {refused} refused")
    return articles


def main(paths: Iterable[str]) -> None:
    """Reads the paths and prints a line for text, one for HTML and one for reprints."""
    start = time.perf_counter()
    pages = [page for page in read_sources(paths) if isinstance(page, RawPage)]
    print(f"read: {len(pages)} pages in {time.perf_counter() - start:.2f} s")
    texts = measure("text", [page for page in pages if page.html is None])
    html = measure("HTML", [page for page in pages if page.html is not None])
    start = time.perf_counter()
    clusters = cluster_reprints([*texts, *html])
    seconds = max(time.perf_counter() - start, 1e-9)
    print(f"reprints: {(len(texts) + len(html)) / seconds:,.0f} articles/s, {len(clusters)} clusters")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(path) for path in DEFAULT])
