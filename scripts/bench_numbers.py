#!/usr/bin/env python3
"""Speed of reading numbers and dates: `scripts/bench numbers FILE.jsonl[.gz] [--limit N]`.

Each line holds an article's `text`. Prints megabytes and numbers a second for the bare scan of numbers and for
quantities with periods (words are segmented before, outside the clock), then the same on texts two, four and eight
times as long, which shows whether the time grows as the text does.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc

from extractor.reading.dates.periods import read_periods
from extractor.reading.numbers.quantities import read_quantities
from extractor.reading.numbers.scan import scan_numbers
from extractor.reading.tokens import read_tokens

PUBLISHED = "2020-06-15"


def main() -> int:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path, help="articles as JSON Lines, maybe gzipped")
    arguments.add_argument("--limit", type=int, default=300, help="articles to read")
    options = arguments.parse_args()
    texts = list(islice(read_texts(options.file), options.limit))
    docs = [read_tokens(text) for text in texts]
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} articles, {size:.2f} MB")
    report("numbers", size, lambda: sum(len(scan_numbers(text)) for text in texts))
    report("periods", size, lambda: sum(len(read_periods(doc, PUBLISHED)) for doc in docs))
    report("quantities with periods", size, lambda: sum(map(count, docs)))
    growth(texts)
    return 0


def read_texts(file: Path) -> Iterator[str]:
    """The texts of the file, one a line."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def count(doc: Doc) -> int:
    """How many numbers the text holds, the refused ones too."""
    return len(read_quantities(doc, read_periods(doc, PUBLISHED)))


def report(name: str, size: float, work: Callable[[], int]) -> None:
    """Time a piece of work and print its speed."""
    started = time.perf_counter()
    found = work()
    seconds = time.perf_counter() - started
    print(f"{name}: {found} in {seconds:.2f} s, {size / seconds:.2f} MB/s, {found / seconds:.0f} a second")


def growth(texts: Sequence[str]) -> None:
    """Print the time for one text and for texts two, four and eight times as long."""
    page = "\n".join(texts)[:50_000]
    for times in (1, 2, 4, 8):
        doc = read_tokens("\n".join([page] * times))
        started = time.perf_counter()
        count(doc)
        print(f"{len(doc.text) // 1000} kB: {time.perf_counter() - started:.3f} s")


if __name__ == "__main__":
    sys.exit(main())
