"""Workers find the gazetteer and the tagger built, and share their memory."""

import multiprocessing
from pathlib import Path

import pytest

from extractor import batch
from extractor.reading.tokens import _blank
from extractor.vietnamese.gazetteer import gazetteer

pytestmark = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork"
)


def built() -> tuple[int, int]:
    """How many gazetteers and vocabularies this process has had from its start."""
    return gazetteer.cache_info().currsize, _blank.cache_info().currsize


def memory() -> dict[str, float]:
    """The memory of this process in megabytes, by kind, as Linux tells it."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)}


def test_a_worker_starts_with_all_built() -> None:
    with batch._pool(1) as pool:
        assert pool.submit(built).result() == (1, 1)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux's account of memory")
def test_a_worker_has_little_memory_of_its_own() -> None:
    with batch._pool(1) as pool:
        own = pool.submit(memory).result()
    assert own["Private_Dirty"] < own["Rss"] / 3
