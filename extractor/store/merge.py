"""Several databases as one: every version of every article, all reviews, and where reviewers disagree."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import StoreError
from extractor.store.database import WAIT, blaming, open_database
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
    shared_ids: tuple[str, ...]
    """Ids that stand for different files in the databases; what was read last answers."""


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of an article in one of the sources; `read` is when its run began, `folder` where, if known."""

    number: int
    content_hash: str
    extractor: str
    read: str
    folder: str | None
    file: str
    source: "_Source"


@dataclass(frozen=True, slots=True)
class _Source:
    """One of the databases, and where it lies."""

    path: Path
    db: sqlite3.Connection


def merge_databases(sources: Sequence[Path], into: Path, *, wait: float = WAIT) -> Merged:
    """Write all of the sources into a new database. Raises StoreError where it exists, or a source is none.

    Where something goes wrong, nothing is left of the new one.
    """
    if into.exists():
        raise StoreError(f"{into}: exists already; name a new file")
    with ExitStack() as stack:
        opened = [_Source(path, stack.enter_context(open_database(path, wait=wait))) for path in sources]
        try:
            with open_database(into, write=True, wait=wait) as db:
                return _merge(db, opened)
        except BaseException:
            for ending in ("", "-wal", "-shm"):
                Path(f"{into}{ending}").unlink(missing_ok=True)
            raise


def _merge(db: sqlite3.Connection, sources: Sequence[_Source]) -> Merged:
    paths = [str(source.path) for source in sources]
    ids = sorted({article for source in sources for article in _ids(source)})
    # An article goes on being of the folder that it was read from: one run for each.
    runs: dict[str | None, int] = {}
    written: Counter[str | None] = Counter()
    shared: list[str] = []
    for article in ids:
        history = _history(sources, article)
        for version in history:
            if version.folder not in runs:
                runs[version.folder] = start_run(db, "merge", paths, version.folder)
            _copy(db, article, version, runs[version.folder])
            written[version.folder] += 1
        if len({version.source.path for version in history}) > 1 and len({(v.folder, v.file) for v in history}) > 1:
            shared.append(article)
    if not runs:
        runs[None] = start_run(db, "merge", paths)
    for source in sources:
        _copy_failures(db, source, max(runs.values()))
    unite(db, {source.path: source.db for source in sources})
    tidy(db)
    for folder, run in runs.items():
        finish_run(db, run, written=written[folder], unchanged=0, failed=0)
    reviews = int(db.execute("SELECT count(*) FROM reviews").fetchone()[0])
    return Merged(len(ids), written.total(), reviews, tuple(disagreements(db)), tuple(shared))


def _ids(source: _Source) -> list[str]:
    with blaming(source.path):
        return [row["id"] for row in source.db.execute("SELECT DISTINCT id FROM articles")]


def _history(sources: Sequence[_Source], article: str) -> list[_Version]:
    """The article's versions in all sources as they were read; of the same page, the newest reading."""
    found = [version for source in sources for version in _versions(source, article)]
    newest: dict[str, _Version] = {}
    for version in sorted(found, key=lambda version: version.read):
        newest[version.content_hash] = version
    # A page that came again keeps the place of its last reading: what was read last is the latest version.
    return sorted(newest.values(), key=lambda version: version.read)


def _versions(source: _Source, article: str) -> list[_Version]:
    with blaming(source.path):
        rows = source.db.execute(
            "SELECT a.version, a.content_hash, a.extractor, r.started, r.folder, a.source FROM articles AS a "
            "JOIN runs AS r ON r.key = a.run WHERE a.id = ? ORDER BY a.version",
            (article,),
        ).fetchall()
    return [
        _Version(
            row["version"],
            row["content_hash"],
            row["extractor"],
            row["started"],
            row["folder"],
            row["source"],
            source,
        )
        for row in rows
    ]


def _copy(db: sqlite3.Connection, article: str, version: _Version, run: int) -> None:
    with blaming(version.source.path):
        extraction = load(version.source.db, article, version.number, "machine")
    save(db, extraction, content_hash=version.content_hash, extractor=version.extractor, run=run)


def _copy_failures(db: sqlite3.Connection, source: _Source, run: int) -> None:
    """What failed in a source, unless it was read in another one."""
    with blaming(source.path):
        failed = failures(source.db)
    for failure in failed:
        if not db.execute("SELECT 1 FROM articles WHERE source = ?", (failure.source,)).fetchone():
            save_failure(db, failure, run=run)
