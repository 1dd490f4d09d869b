"""`scripts/bench` is the one entry to the benchmarks."""

import subprocess
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SCRIPTS / "bench", *arguments], capture_output=True, text=True, check=False)


def test_every_benchmark_is_listed_with_what_it_measures() -> None:
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in bench().stdout.splitlines()[1:]}
    assert set(listed) == {path.stem.removeprefix("bench_") for path in SCRIPTS.glob("bench_*.py")}
    assert all(listed.values())


def test_an_unknown_benchmark_is_wrong_usage() -> None:
    result = bench("nothing")
    assert result.returncode == 2
    assert "nothing" in result.stderr
