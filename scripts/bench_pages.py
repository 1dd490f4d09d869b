#!/usr/bin/env python3
"""Speed of the pages to read by, over a large database: `scripts/bench pages [--facts N] [--db FILE]`.

Makes the database of `scripts/bench store`, or asks that one again. Prints the median and the 95th percentile of
the time from request to whole page, each page asked in many ways. In processor time, so that other work on the
machine does not count.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from bench_store import large_database
from starlette.testclient import TestClient

from extractor.store.database import open_database
from extractor.web.addresses import article_address, indicator_address, person_address, place_address
from extractor.web.app import create_app
from extractor.web.site import Site

ASKED = 30


def main() -> int:
    """Print the figures."""
    chance = random.Random(1)
    with (
        large_database(__doc__, chance) as file,
        TestClient(create_app(Site(file)), base_url="http://127.0.0.1") as client,
    ):
        for name, address in addresses(file, chance).items():
            times = sorted(timed(client, address()) for _ in range(ASKED))
            slow = times[int(len(times) * 0.95)]
            print(f"{name:32} p50 {1000 * statistics.median(times):6.1f} ms   p95 {1000 * slow:6.1f} ms")
    return 0


def addresses(file: Path, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Pages, each with a way to make up an address of it."""
    with open_database(file) as db:

        def column(sql: str) -> list[str]:
            return [row[0] for row in db.execute(sql)]

        words = column("SELECT label FROM labels WHERE length(label) < 30 ORDER BY label")
        paths = [json.loads(path) for path in column("SELECT path FROM present WHERE province IS NOT NULL")]
        provinces = column("SELECT DISTINCT province FROM coverage")
        people = column("SELECT DISTINCT person FROM roles LIMIT 1000")
        articles = column("SELECT id FROM articles WHERE latest LIMIT 1000")

    def search(**filters: str) -> str:
        asked = "".join(f"&{name}={quote(value)}" for name, value in filters.items())
        return f"/search?q={quote(chance.choice(words))}{asked}"

    return {
        "overview": lambda: "/",
        "search": search,
        "search in a province": lambda: search(province=chance.choice(provinces)),
        "search in a year": lambda: search(year=str(chance.randint(2015, 2025))),
        "all of a category": lambda: f"/search?category={chance.choice(('money', 'model', 'person'))}",
        "place": lambda: place_address(chance.choice(paths)),
        "province": lambda: place_address([chance.choice(paths)[0]]),
        "indicator at a place": lambda: indicator_address(chance.choice(words), chance.choice(paths)),
        "indicator": lambda: indicator_address(chance.choice(words)),
        "person": lambda: person_address(chance.choice(people)),
        "article": lambda: article_address(chance.choice(articles)),
    }


def timed(client: TestClient, address: str) -> float:
    """Seconds of processor time from the request to the whole page."""
    started = time.process_time()
    client.get(address)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
