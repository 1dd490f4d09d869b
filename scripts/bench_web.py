#!/usr/bin/env python3
"""Speed of reviewing over HTTP: `scripts/bench web [--facts N] [--db FILE] [--decisions N]`.

Starts the server on a million facts (as `scripts/bench store` writes them; of `--db` a copy is taken) and accepts
one fact after another as the page does: each is one request, whose answer brings the next fact. The times are the
server's processor time, so that other work on the machine does not count.
"""

import argparse
import html
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from bench_store import load

CSRF = re.compile(r'name="csrf" value="(\w+)"')
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
QUEUES = (
    "",
    "kind=awards",
    "order=article",
    "order=contradiction",
    "place=Ngh%E1%BB%87+An",
    "since=2024&until=2024",
)


def main() -> int:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--facts", type=int, default=1_000_000, help="facts to write")
    arguments.add_argument("--db", type=Path, help="database to review a copy of")
    arguments.add_argument("--decisions", type=int, default=100, help="facts to accept in each queue")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.db"
        if options.db:
            shutil.copy(options.db, file)
        else:
            load(file, options.facts, random.Random(1))
        with served(file) as (server, address):
            browser, csrf = signed_in(address)
            for queue in QUEUES:
                report(queue or "doubt", review(server, browser, csrf, address, queue, options.decisions))
    return 0


def review(
    server: int, browser: OpenerDirector, csrf: str, address: str, queue: str, decisions: int
) -> list[float]:
    """Seconds that each decision takes with the fact that it brings; the first is the page itself."""
    started = spent(server)
    page = browser.open(f"{address}/review?{queue}").read().decode()
    times = [spent(server) - started]
    for number in range(decisions):
        if 'id="slots"' not in page:
            break
        fields = {name: html.unescape(value) for name, value in HIDDEN.findall(page.split('id="slots"')[1])}
        body = urlencode({**fields, "action": "accept", "token": f"{queue}{number}", "csrf": csrf}).encode()
        started = spent(server)
        page = browser.open(f"{address}/review/decide", body).read().decode()
        times.append(spent(server) - started)
    return times


def spent(process: int) -> float:
    """Seconds of processor time of another process so far, as clock_getcpuclockid(3) counts on Linux."""
    return time.clock_gettime((~process << 3) | 2)


def report(name: str, times: list[float]) -> None:
    """One line for a queue."""
    first, *decided = times
    if len(decided) < 2:
        print(f"{name:28} empty, {1000 * first:.0f} ms")
        return
    slow = statistics.quantiles(decided, n=20)[-1]
    print(
        f"{name:28} page {1000 * first:6.1f} ms   {len(decided)} decisions, one request each: "
        f"p50 {1000 * statistics.median(decided):6.1f} ms   p95 {1000 * slow:6.1f} ms"
    )


def signed_in(address: str) -> tuple[OpenerDirector, str]:
    """A browser whose reviewer has a name, and the token that its forms carry."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    found = CSRF.search(browser.open(f"{address}/name").read().decode())
    assert found is not None
    browser.open(f"{address}/name", urlencode({"csrf": found[1], "name": "bench", "next": "/name"}).encode())
    return browser, found[1]


@contextmanager
def served(file: Path) -> Iterator[tuple[int, str]]:
    """`extractor serve` on the database: its process and its address."""
    command = [sys.executable, "-m", "extractor", "serve", str(file), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    yield server.pid, server.stdout.readline().split("/  ")[0]
    server.terminate()
    server.wait()


if __name__ == "__main__":
    sys.exit(main())
