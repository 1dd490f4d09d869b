"""Many pages to extractions: in this process or in several, in order, failures as values.

Nothing is submitted far ahead, so memory stays bounded however many pages come. A page that takes longer than
the settings allow, or that kills its worker (out of memory, a crash in native code), becomes a Failure like any
other, and the rest goes on.
"""

import faulthandler
import multiprocessing
import os
import re
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Literal

from extractor.errors import ExtractorError, LexiconError
from extractor.intake.rawpage import RawPage, content_hash
from extractor.records import Extraction, Failure
from extractor.settings import settings

Skip = Callable[[RawPage, str], bool]
UnderWay = Future[Extraction | Failure]
AHEAD = 4
"""Pages under way for each process: enough that none waits, few enough to keep memory small."""
_GRACE = 2.0
"""A worker that native code holds for so many times the limit, deaf to the alarm, is ended from outside."""
_REPEAT = 1.0
"""Seconds until the alarm rings again, where a library has caught the first."""
_OVERTIME = "not done after {seconds} s; EXTRACTOR_PAGE_SECONDS gives a page more time"
_HALVES = re.compile("[\x00\ud800-\udfff]")
_FEW = 4
"""Fewer pages than this are done sooner in this process than others can start."""


class _Overtime(BaseException):
    """The time for a page is over. Like KeyboardInterrupt it passes by `except Exception`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: an extraction, a failure, or None where it was skipped as known."""

    source: str
    content_hash: str
    result: Extraction | Failure | None


def run(pages: Iterable[RawPage | Failure], *, processes: int = 1, skip: Skip | None = None) -> Iterator[Outcome]:
    """The outcome of each page, in the pages' order. `skip(page, hash)` tells the pages that need no work."""
    incoming = map(whole, pages)
    first = list(islice(incoming, _FEW))
    everything = chain(first, incoming)
    if processes <= 1 or len(first) < _FEW:
        for page in everything:
            yield _prepared(page, skip) or _finished(page, process(page))
        return
    yield from _in_processes(everything, processes, skip)


def whole(page: RawPage | Failure) -> RawPage | Failure:
    """The page with U+FFFD for what no database can hold: halves of characters (`\\ud800` in JSON), NUL."""
    if isinstance(page, Failure):
        return page.model_copy(update={"source": _whole(page.source), "reason": _whole(page.reason)})
    return replace(
        page,
        id=_whole(page.id),
        source=_whole(page.source),
        named_after=_whole(page.named_after),
        html=None if page.html is None else _whole(page.html),
        text=None if page.text is None else _whole(page.text),
        given={name: _whole(value) for name, value in page.given.items()},
    )


def _whole(text: str) -> str:
    return _HALVES.sub("\ufffd", text)


def process(page: RawPage | Failure) -> Extraction | Failure:
    """One page from raw to facts. Never raises for what the page holds, but for broken tables (LexiconError)."""
    if isinstance(page, Failure):
        return page
    from extractor.intake.article import to_article
    from extractor.pipeline import extract

    seconds = settings().page_seconds
    stage: Literal["clean", "extract"] = "clean"
    try:
        with _time_limit(seconds):
            article = to_article(page)
            stage = "extract"
            return extract(article)
    except LexiconError:
        raise
    except ExtractorError as error:
        return Failure(source=page.source, stage=stage, reason=str(error).removeprefix(f"{page.source}: "))
    except _Overtime:
        return Failure(source=page.source, stage=stage, reason=_OVERTIME.format(seconds=f"{seconds:g}"))
    except Exception as error:  # noqa: BLE001 - one odd page must not end the batch
        return Failure(source=page.source, stage=stage, reason=_told(error))


def _in_processes(pages: Iterable[RawPage | Failure], processes: int, skip: Skip | None) -> Iterator[Outcome]:
    """A sliding window over the pages: the oldest is awaited, a new one is added."""
    pool = _pool(processes)
    window: deque[tuple[RawPage | Failure, Outcome | UnderWay]] = deque()
    try:
        for page in pages:
            window.append((page, _prepared(page, skip) or _submitted(pool, page)))
            if len(window) >= processes * AHEAD:
                outcome, pool = _oldest(window, pool, processes)
                yield outcome
        while window:
            outcome, pool = _oldest(window, pool, processes)
            yield outcome
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _oldest(
    window: deque[tuple[RawPage | Failure, Outcome | UnderWay]],
    pool: ProcessPoolExecutor,
    processes: int,
) -> tuple[Outcome, ProcessPoolExecutor]:
    """The outcome of the oldest page under way. After a worker's death the window starts again in a new pool."""
    page, state = window.popleft()
    if isinstance(state, Outcome):
        return state, pool
    try:
        return _finished(page, state.result()), pool
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
    alone = _pool(1)
    try:
        outcome = _finished(page, alone.submit(process, page).result())
    except BrokenProcessPool:
        outcome = _finished(
            page, Failure(source=page.source, stage="extract", reason="the process died on this page, or hung")
        )
    finally:
        alone.shutdown(wait=False)
    fresh = _pool(processes)
    again = [(page, _submitted(fresh, page) if _lost(state) else state) for page, state in window]
    window.clear()
    window.extend(again)
    return outcome, fresh


def _submitted(pool: ProcessPoolExecutor, page: RawPage | Failure) -> UnderWay:
    """The page under way; a pool that has just broken gives a future that says so."""
    try:
        return pool.submit(process, page)
    except BrokenProcessPool as error:
        broken: UnderWay = Future()
        broken.set_exception(error)
        return broken


def _lost(state: Outcome | UnderWay) -> bool:
    """Whether the page was under way in a pool that broke, and has no result."""
    if isinstance(state, Outcome):
        return False
    return not state.done() or state.cancelled() or state.exception() is not None


def _prepared(page: RawPage | Failure, skip: Skip | None) -> Outcome | None:
    """The outcome of what needs no work: a failure to read, a page that is known."""
    if isinstance(page, Failure):
        return Outcome(page.source, "", page)
    digest = content_hash(page)
    return Outcome(page.source, digest, None) if skip and skip(page, digest) else None


def _finished(page: RawPage | Failure, result: Extraction | Failure) -> Outcome:
    return Outcome(page.source, "" if isinstance(page, Failure) else content_hash(page), result)


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, _context(), initializer=_start_worker)


def _context() -> BaseContext:
    """Workers are no forks of this process, which runs a thread for the progress bar, but of one that has only
    built what all of them share; where the system cannot fork, they are fresh processes.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extractor.preload"])
    return context


def _start_worker() -> None:
    """End with the parent, even when that is killed, and on Ctrl-C at once and silently."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _Overtime in the block after so many seconds, where the system has such a clock.

    A signal reaches Python code and regular expressions, but not a loop within a native library: for that a
    worker has a second clock, which ends the process (its page is then a Failure as after a crash).
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise _Overtime

    before = signal.signal(signal.SIGALRM, ring)
    with _last_resort(seconds * _GRACE):
        signal.setitimer(signal.ITIMER_REAL, seconds, _REPEAT)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """End this process after so many seconds, whatever it does, if it is a worker that another one watches."""
    if multiprocessing.parent_process() is None:
        yield
        return
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]
