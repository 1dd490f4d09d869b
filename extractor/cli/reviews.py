"""`extractor import` and `reviews`: what people decided about facts."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from extractor.cli import NOTHING
from extractor.cli.options import database, database_option, json_option
from extractor.cli.output import console, print_json, table
from extractor.errors import InputError
from extractor.records import KINDS
from extractor.store.exchange.annotations import Annotated
from extractor.store.exchange.label_studio import read_annotations
from extractor.store.exchange.review_table import read_review_table
from extractor.store.review.agreement import agreement, disagreements
from extractor.store.review.decisions import decide_all
from extractor.store.review.log import Review, last_reviews
from extractor.store.review.misplaced import strayed
from extractor.store.review.orphans import Orphan, disputed_facts, orphans
from extractor.store.review.progress import decided_by, progress, reviewers
from extractor.store.review.queue import Queue

Rows = tuple[Sequence[str], list[dict[str, object]]]
"""Headings, and what stands below them."""
DECISION = ("at", "reviewer", "decision", "kind", "article", "quote", "correction", "reason", "note")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose decisions are asked for, about which article, and how many."""

    reviewer: str | None
    article: str | None
    limit: int


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--reviewer", default="anonymous", show_default=True, help="Who decided (csv, spacy).")
@database_option
@json_option
@click.pass_context
def import_(context: click.Context, files: tuple[Path, ...], reviewer: str, db: Path | None, as_json: bool) -> None:
    """Append reviews from files that `extractor export` wrote and people went through.

    .json: an export of annotated Label Studio tasks; a region kept is a fact accepted, one taken away a fact
    rejected, one changed a correction. .csv: the table with a column `decision` (accept, reject or correct) and, if
    you like, `note`; the changed cells of a row with correct are written as in the export: `1250.5` for a number,
    `2024-01-01; 2024-12-31` for a period, `Quảng Nam; Hội An` for a place, `; ` between names, nothing for none.
    .spacy: a DocBin whose spans were corrected; one article's spans left as they were say nothing, unless
    `doc.user_data["reviewed"]` was set to True. Nothing is ever overwritten; a file that does not fit adds nothing.
    """
    with database(db) as store:
        found = _read_all(store, files, reviewer)
    _warn(found)
    with database(db, write=True) as store:
        outcomes = decide_all(store, (decision for one in found for decision in one.decisions))
    known = sum(outcome.repeated for outcome in outcomes)
    figures = {
        "added": len(outcomes) - known,
        "known": known,
        "not extracted": sum(one.additions for one in found),
    }
    if as_json:
        print_json(figures)
    else:
        click.echo(", ".join(f"{number} {name}" for name, number in figures.items()))
    if not outcomes:
        context.exit(NOTHING)


def _read_all(store: sqlite3.Connection, files: Sequence[Path], reviewer: str) -> list[Annotated]:
    """What the files hold. Raises InputError that tells of every file what does not fit."""
    found: list[Annotated] = []
    problems: list[str] = []
    for file in files:
        try:
            found.append(_read(store, file, reviewer))
        except InputError as error:
            problems.append(str(error))
    if problems:
        raise InputError("\n".join(problems))
    return found


def _warn(found: Sequence[Annotated]) -> None:
    """Tell what is read otherwise than one may think."""
    for decision in (decision for one in found for decision in one.decisions):
        for slot, name in strayed(decision):
            click.echo(f"{decision.source}: {slot}: the gazetteer knows no {name} there; kept as it is", err=True)
    untouched = sum(one.untouched for one in found)
    if untouched:
        click.echo(f"articles as they were exported, so that nothing is decided about them: {untouched}", err=True)


def _read(store: sqlite3.Connection, file: Path, reviewer: str) -> Annotated:
    match file.suffix.lower():
        case ".json":
            return read_annotations(store, file)
        case ".csv":
            return Annotated(tuple(read_review_table(store, file, reviewer)))
        case ".spacy":
            from extractor.cli.docbin import read_docbin

            at = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
            return read_docbin(store, file, reviewer, at)
        case _:
            raise InputError(f"{file}: reviews come as .json (Label Studio), .csv or .spacy")


def _decisions(store: sqlite3.Connection, asked: Asked) -> Rows:
    return DECISION, [_told(review) for review in last_reviews(store, **asdict(asked))]


def _disputed(store: sqlite3.Connection, asked: Asked) -> Rows:
    return DECISION, _about(disputed_facts(store), asked)


def _orphans(store: sqlite3.Connection, asked: Asked) -> Rows:
    return DECISION, _about(orphans(store), asked)


def _progress(store: sqlite3.Connection, asked: Asked) -> Rows:
    kinds = {kind: progress(store, Queue(kind=kind, article=asked.article), "") for kind in KINDS}
    decided = {kind: one.decided for kind, one in kinds.items()}
    if asked.reviewer is not None:
        decided = decided_by(store, asked.reviewer, asked.article)
    people = [
        {"of": name, "decided": made, "per hour": rate}
        for name, (made, rate) in reviewers(store, asked.article).items()
        if asked.reviewer in (None, name)
    ]
    told: list[dict[str, object]] = [
        {"of": kind, "decided": decided[kind], "left": one.left} for kind, one in kinds.items()
    ]
    return ("of", "decided", "left", "per hour"), [*told, *people]


def _agreement(store: sqlite3.Connection, asked: Asked) -> Rows:
    pairs = [one for one in agreement(store, asked.article) if asked.reviewer in (None, one.first, one.second)]
    if any(one.kappa is None for one in pairs[: asked.limit]):
        click.echo("no kappa where both always decided the same: chance alone would agree as well", err=True)
    return ("first", "second", "items", "agreed", "kappa"), [asdict(one) for one in pairs]


def _disagreements(store: sqlite3.Connection, asked: Asked) -> Rows:
    found = [
        one
        for one in disagreements(store)
        if asked.article in (None, one.article) and asked.reviewer in (None, *dict(one.decisions))
    ]
    return ("article", "fact", "decisions"), [{**asdict(one), "decisions": dict(one.decisions)} for one in found]


def _about(found: Sequence[Orphan], asked: Asked) -> list[dict[str, object]]:
    return [
        _told(one.review)
        for one in found
        if asked.reviewer in (None, one.review.reviewer) and asked.article in (None, one.article)
    ]


def _told(review: Review) -> dict[str, object]:
    """A review in the columns of the table, with its keys."""
    seen: Mapping[str, object] = review.before or (review.correction if review.decision == "create" else {})
    return {**asdict(review), "quote": seen.get("quote")}


LISTS: Mapping[str, Callable[[sqlite3.Connection, Asked], Rows]] = {
    "decisions": _decisions,
    "disputed": _disputed,
    "orphans": _orphans,
    "progress": _progress,
    "agreement": _agreement,
    "disagreements": _disagreements,
}


@click.command()
@click.argument("what", type=click.Choice(list(LISTS)), default="decisions")
@click.option("--reviewer", help="Decisions of this person only.")
@click.option("--article", help="Decisions about this article only.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@database_option
@json_option
@click.pass_context
def reviews(
    context: click.Context,
    what: str,
    reviewer: str | None,
    article: str | None,
    limit: int,
    db: Path | None,
    as_json: bool,
) -> None:
    """List what people decided about facts.

    decisions: the last ones, with those taken back. disputed: those about facts that the machine has come to read
    otherwise. orphans: those whose words are no longer in their article. progress: what is decided (with
    --reviewer: by this person), what nobody decided, and how fast people go, all of it whatever --limit says.
    agreement: how far two reviewers agree (Cohen's kappa). disagreements: the facts that they decided differently
    about.
    """
    with database(db) as store:
        columns, rows = LISTS[what](store, Asked(reviewer, article, limit))
    rows = rows if what == "progress" else rows[:limit]
    if as_json:
        print_json(rows)
    elif rows:
        console().print(table(columns, [[_cell(name, row.get(name)) for name in columns] for row in rows]))
    if not rows:
        click.echo(f"no {what}", err=True)
        context.exit(NOTHING)


def _cell(name: str, value: object) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if value is None:
        return "–" if name == "kappa" else ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)
