#!/usr/bin/env python3
"""Speed and memory of reading places: `scripts/bench places FILE.jsonl[.gz] [--limit N] [--processes N]`.

Each line holds an article's `text`. Prints articles, mentions and megabytes a second, the time that the gazetteer
takes to load, and the memory it holds. Worker processes share the gazetteer that the parent has loaded.
"""

import argparse
import gzip
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

from extractor.reading.places.read import read_places
from extractor.vietnamese.gazetteer import gazetteer


def main() -> int:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path, help="articles as JSON Lines, maybe gzipped")
    arguments.add_argument("--limit", type=int, default=2000, help="articles to read")
    arguments.add_argument("--processes", type=int, default=1, help="worker processes")
    options = arguments.parse_args()
    before = resident()
    started = time.perf_counter()
    gazetteer()
    print(f"gazetteer: {1000 * (time.perf_counter() - started):.0f} ms, {resident() - before:.1f} MB")
    texts = list(islice(read_texts(options.file), options.limit))
    size = sum(len(text.encode()) for text in texts) / 1e6
    started = time.perf_counter()
    mentions = sum(count_all(texts, options.processes))
    seconds = time.perf_counter() - started
    print(f"{len(texts)} articles, {size:.1f} MB, {mentions} mentions in {seconds:.1f} s")
    print(f"{len(texts) / seconds:.0f} articles/s, {mentions / seconds:.0f} mentions/s, {size / seconds:.2f} MB/s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def read_texts(file: Path) -> Iterator[str]:
    """The texts of the file, one a line."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def count_all(texts: list[str], processes: int) -> list[int]:
    """How many mentions each text holds."""
    if processes == 1:
        return [count(text) for text in texts]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return pool.map(count, texts, chunksize=50)


def count(text: str) -> int:
    """How many mentions a text holds."""
    return len(read_places(SimpleNamespace(text=text), None, None))  # type: ignore[arg-type]


def resident() -> float:
    """Memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    sys.exit(main())
