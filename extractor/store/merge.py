"""Several databases as one: every version of every article, all reviews, and where reviewers disagree."""

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import StoreError
from extractor.store.database import WAIT, open_database
from extractor.store.read import failures, load
from extractor.store.review.agreement import Disagreement, disagreements
from extractor.store.review.uniting import unite
from extractor.store.upkeep import tidy
from extractor.store.write import finish_run, save, save_failure, start_run


@dataclass(frozen=True, slots=True)
class Merged:
    """What came together."""

    articles: int
    versions: int
    reviews: int
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of an article in one of the sources; `read` is when its run began."""

    number: int
    content_hash: str
    extractor: str
    read: str
    source: sqlite3.Connection


def merge_databases(sources: Sequence[Path], into: Path, *, wait: float = WAIT) -> Merged:
    """Write all of the sources into a new database. Raises StoreError where it exists, or a source is none."""
    if into.exists():
        raise StoreError(f"{into}: exists already; name a new file")
    with ExitStack() as stack:
        opened = [stack.enter_context(open_database(source, wait=wait)) for source in sources]
        db = stack.enter_context(open_database(into, write=True, wait=wait))
        run = start_run(db, "merge", [str(source) for source in sources])
        ids = sorted({row["id"] for source in opened for row in source.execute("SELECT DISTINCT id FROM articles")})
        versions = 0
        for article in ids:
            for version in _history(opened, article):
                _copy(db, article, version, run)
                versions += 1
        for source in opened:
            _copy_failures(db, source, run)
        unite(db, opened)
        tidy(db)
        finish_run(db, run, written=versions, unchanged=0, failed=0)
        reviews = int(db.execute("SELECT count(*) FROM reviews").fetchone()[0])
        return Merged(len(ids), versions, reviews, tuple(disagreements(db)))


def _history(sources: Sequence[sqlite3.Connection], article: str) -> list[_Version]:
    """The article's versions in all sources as they were read; of the same page, the newest reading."""
    found = [
        _Version(row["version"], row["content_hash"], row["extractor"], row["started"], source)
        for source in sources
        for row in source.execute(
            "SELECT a.version, a.content_hash, a.extractor, r.started FROM articles AS a "
            "JOIN runs AS r ON r.key = a.run WHERE a.id = ? ORDER BY a.version",
            (article,),
        )
    ]
    newest: dict[str, _Version] = {}
    for version in sorted(found, key=lambda version: version.read):
        newest[version.content_hash] = version
    # A page that came again keeps the place of its last reading: what was read last is the latest version.
    return sorted(newest.values(), key=lambda version: version.read)


def _copy(db: sqlite3.Connection, article: str, version: _Version, run: int) -> None:
    extraction = load(version.source, article, version.number, "machine")
    save(db, extraction, content_hash=version.content_hash, extractor=version.extractor, run=run)


def _copy_failures(db: sqlite3.Connection, source: sqlite3.Connection, run: int) -> None:
    """What failed in a source, unless it was read in another one."""
    for failure in failures(source):
        if not db.execute("SELECT 1 FROM articles WHERE source = ?", (failure.source,)).fetchone():
            save_failure(db, failure, run=run)
