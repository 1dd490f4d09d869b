#!/usr/bin/env python3
"""Speed and size of the fact database: `scripts/bench store [--facts N] [--db FILE]`.

Extracts the shipped corpus and multiplies it: other places of the gazetteer, other dates, other numbers. Prints the
load rate, the size, and the median and 95th percentile of ten typical questions, each asked in many ways, and of
what a reviewer does: the next fact of several queues, a decision, taking it back. All in processor time, so that
other work on the machine does not count.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor import batch
from extractor.intake.sources import read_sources
from extractor.records import KINDS, CountFact, Extraction, Record
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.answers.indicators import timeline
from extractor.store.database import open_database
from extractor.store.review.decisions import Decision, decide, undo
from extractor.store.review.progress import progress
from extractor.store.review.queue import Item, Queue, items, take
from extractor.store.search.results import search_articles, search_facts
from extractor.store.upkeep import tidy
from extractor.store.write import save, start_run
from extractor.vietnamese.gazetteer import gazetteer

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "authored" / "texts"
ASKED = 40
# Share of an article's facts that each of its variants has: twenty an article, a million in 50,000.
KEPT = 0.38


def main() -> int:
    """Print the figures."""
    chance = random.Random(1)
    with large_database(__doc__, chance) as file:
        ask(file, chance)
        review(file, chance)
    return 0


@contextmanager
def large_database(purpose: str | None, chance: random.Random) -> Iterator[Path]:
    """The database that the command line names; it is written where there is none."""
    arguments = argparse.ArgumentParser(description=purpose)
    arguments.add_argument("--facts", type=int, default=1_000_000, help="facts to write")
    arguments.add_argument("--db", type=Path, help="database to write, or to ask again if it exists")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = options.db or Path(folder) / "bench.db"
        if not file.exists():
            load(file, options.facts, chance)
        yield file


def load(file: Path, facts: int, chance: random.Random) -> None:
    """Write the facts; the figures are of the writing alone."""
    outcomes = batch.run(read_sources([str(CORPUS)]))
    originals = [outcome.result for outcome in outcomes if isinstance(outcome.result, Extraction)]
    written, articles, seconds = 0, 0, 0.0
    with open_database(file, write=True) as db:
        run = start_run(db, "bench", [])
        for extraction in variants(originals, chance):
            started = time.process_time()
            save(db, extraction, content_hash=extraction.article.id, extractor="bench", run=run)
            seconds += time.process_time() - started
            written += len(extraction.records)
            articles += 1
            if written >= facts:
                break
        tidy(db)
    size = file.stat().st_size
    print(f"{written} facts of {articles} articles: {written / seconds:.0f} facts/s, {size / 1e6:.0f} MB")


def variants(originals: list[Extraction], chance: random.Random) -> Iterator[Extraction]:
    """Parts of the originals again and again, as other articles of other places and days with other numbers."""
    communes = [gazetteer().path(unit) for unit in gazetteer().units if unit.level == "commune"]
    number = 0
    while True:
        original, path = chance.choice(originals), chance.choice(communes)
        number += 1
        name = f"{original.article.id}-{number}"
        day = f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        changed: dict[str, object] = {
            kind: tuple(
                varied(record, name, path[: chance.randint(1, 3)], day, chance)
                for record in getattr(original, kind)
                if chance.random() < KEPT
            )
            for kind in KINDS
        }
        article = original.article.model_copy(update={"id": name, "published": day, "source": name})
        yield Extraction(article=article).model_copy(update=changed)


def varied(record: Record, article: str, path: tuple[str, ...], day: str, chance: random.Random) -> Record:
    """The record in another article, about another place and day, with another number."""
    update: dict[str, object] = {"article_id": article}
    if getattr(record, "locality", None):
        update["locality"] = path
    if isinstance(record, CountFact):
        update["period"] = (day, day)
        if record.value is not None:
            update["value"] = record.value + chance.randint(0, 99)
    return record.model_copy(update=update)


def ask(file: Path, chance: random.Random) -> None:
    """Ask ten kinds of questions, each in many ways."""
    with open_database(file) as db:
        places = [row[0] for row in db.execute("SELECT DISTINCT unit FROM units ORDER BY unit")]
        words = [row[0] for row in db.execute("SELECT label FROM labels WHERE length(label) < 30 ORDER BY label")]
        outlets = [row[0] for row in db.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")]

        def place() -> str:
            return str(chance.choice(places))

        def word() -> str:
            return str(chance.choice(words))

        def year() -> int:
            return chance.randint(2015, 2025)

        questions: dict[str, Callable[[], object]] = {
            "articles by words": lambda: search_articles(db, word()),
            "facts by words": lambda: search_facts(db, word()),
            "facts by words and place": lambda: search_facts(db, word(), [FactQuery(place=place())]),
            "counts by thing": lambda: find_facts(db, FactQuery(what=word())),
            "counts by thing and place": lambda: find_facts(db, FactQuery(what=word(), place=place())),
            "counts by place and year": lambda: find_facts(db, FactQuery(place=place(), year=year())),
            "counts by category and size": lambda: find_facts(db, FactQuery(category="money", minimum=10.0**9)),
            "counts by thing and outlet": lambda: find_facts(
                db, FactQuery(what=word(), outlet=chance.choice(outlets))
            ),
            "awards by place": lambda: find_facts(db, FactQuery(kind="awards", place=place())),
            "timeline of a thing at a place": lambda: timeline(db, FactQuery(what=word(), place=place())),
        }
        for name, question in questions.items():
            print_times(name, question)


def review(file: Path, chance: random.Random) -> None:
    """Look at the next facts of queues, decide about them, and take it back."""
    with open_database(file, write=True) as db:
        places = [row[0] for row in db.execute("SELECT DISTINCT unit FROM units ORDER BY unit")]
        outlets = [row[0] for row in db.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")]
        articles = [row[0] for row in db.execute("SELECT id FROM articles WHERE latest ORDER BY id")]

        def following(queue: Queue) -> Callable[[], object]:
            seen: list[Item] = []

            def ask_on() -> None:
                seen.extend(items(db, queue, "An", after=seen[-1].cursor if seen else None))

            return ask_on

        def decided() -> None:
            for item in take(db, Queue(article=chance.choice(articles)), "An"):
                decision = Decision(
                    article=item.article,
                    fact=item.id,
                    kind=item.kind,
                    action=chance.choice(("accept", "reject", "skip")),
                    reviewer="An",
                    seen=item.last,
                )
                decide(db, decision)

        steps: dict[str, Callable[[], object]] = {
            "next by doubt": following(Queue()),
            "next in the article": following(Queue(order="article")),
            "next contradiction": following(Queue(order="contradiction")),
            "next at a place": lambda: items(db, Queue(place=chance.choice(places)), "An"),
            "next of an outlet": lambda: items(db, Queue(outlet=chance.choice(outlets), kind="counts"), "An"),
            "take and decide": decided,
            "undo": lambda: undo(db, "An"),
            "progress": lambda: progress(db, Queue(), "An"),
        }
        for name, step in steps.items():
            print_times(name, step)


def print_times(name: str, question: Callable[[], object]) -> None:
    """One line with the median and the 95th percentile."""
    times = sorted(timed(question) for _ in range(ASKED))
    slow = times[int(len(times) * 0.95)]
    print(f"{name:32} p50 {1000 * statistics.median(times):6.1f} ms   p95 {1000 * slow:6.1f} ms")


def timed(question: Callable[[], object]) -> float:
    """Seconds of processor time that a question takes."""
    started = time.process_time()
    question()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
