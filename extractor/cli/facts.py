"""`extractor facts`: facts of a kind by thing, place and time, each with the sentence that proves it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import click
from rich.text import Text

from extractor.cli import NOTHING
from extractor.cli.options import PartialDate, Words, database, database_option, in_order, json_option
from extractor.cli.output import answer_json, console, marked, print_json, print_proved, source
from extractor.display import amount, period, place, summary
from extractor.records import Aspect, Category, CountFact, Kind, Level, Status, Verdict
from extractor.store.answers import facts as questions
from extractor.store.answers.facts import Answer, FactQuery

REVIEWS = ("accept", "reject", "correct", "create", "none", "all")


@click.command()
@click.option(
    "--kind", type=click.Choice(get_args(Kind)), default="counts", show_default=True, help="Kind of facts."
)
@click.option("--what", type=Words(), help="Words of what is counted or named, with diacritics or without.")
@click.option("--place", type=Words(), help="A unit with all that lies in it; a comma joins it to a higher one.")
@click.option("--today", is_flag=True, help="Take --place as a province or commune of today.")
@click.option("--year", type=click.IntRange(1000, 9998), help="Facts of this year.")
@click.option("--from", "since", type=PartialDate(), help="Facts whose period reaches this date.")
@click.option("--to", "until", type=PartialDate(), help="Facts whose period begins by this date.")
@click.option("--category", type=click.Choice(get_args(Category)), help="Category of counts.")
@click.option("--aspect", type=click.Choice(get_args(Aspect)), help="Aspect of counts.")
@click.option("--level", type=click.Choice(get_args(Level)), help="Level of localities.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Status of models.")
@click.option("--min", "minimum", type=float, help="Smallest number.")
@click.option("--max", "maximum", type=float, help="Largest number.")
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="Counts in a sum with this verdict.")
@click.option(
    "--review", type=click.Choice(REVIEWS), help="Facts that people decided so about; all: rejected ones, too."
)
@click.option("--outlet", help="Words of the outlet's name.")
@click.option("--article", help="Facts of this article.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@database_option
@json_option
@click.pass_context
def facts(context: click.Context, /, db: Path | None, as_json: bool, **asked: Any) -> None:
    """List facts of a kind by thing, place and time, the latest first, with the sentence that proves each."""
    in_order(asked["since"], asked["until"])
    query = FactQuery(**asked)
    with database(db) as store:
        found = questions.find_facts(store, query)
        lacks = None if found else questions.lacking(store, None if query.today else query.place, query.article)
    if as_json:
        print_json([answer_json(answer) for answer in found])
    elif found:
        columns, rows = _counts(found) if query.kind == "counts" else _others(found)
        print_proved(console(), columns, rows)
    if not found:
        click.echo(lacks or "no fact fits", err=True)
        context.exit(NOTHING)


def _counts(found: Sequence[Answer]) -> tuple[tuple[str, ...], list[tuple[str | Text, ...]]]:
    rows: list[tuple[str | Text, ...]] = []
    for answer in found:
        fact = answer.record
        if isinstance(fact, CountFact):
            what = fact.what + (f" ({fact.measured or fact.name})" if fact.measured or fact.name else "")
            where = ", ".join(filter(None, (place(fact.locality), fact.scope)))
            proof = marked(answer.passage)
            rows.append((amount(fact), what, fact.aspect, where, period(fact.period), proof, source(answer)))
    return ("number", "what", "aspect", "where", "when", "sentence", "source"), rows


def _others(found: Sequence[Answer]) -> tuple[tuple[str, ...], list[tuple[str | Text, ...]]]:
    rows: list[tuple[str | Text, ...]] = [
        (
            summary(answer.record),
            place(getattr(answer.record, "locality", None) or getattr(answer.record, "path", None)),
            marked(answer.passage),
            source(answer),
        )
        for answer in found
    ]
    return ("fact", "where", "sentence", "source"), rows
