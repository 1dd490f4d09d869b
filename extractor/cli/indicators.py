"""`extractor timeline`, `conflicts` and `checks`: values over time, and where sources contradict."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import click
from rich.text import Text

from extractor.cli import NOTHING
from extractor.cli.options import PartialDate, Words, database, database_option, in_order, json_option
from extractor.cli.output import answer_json, console, marked, plain, print_json, print_proved, source
from extractor.display import amount, number, period, place
from extractor.records import Aspect, CountFact, Verdict
from extractor.store.answers.checks import Checked, find_checks
from extractor.store.answers.contradictions import Conflict
from extractor.store.answers.contradictions import conflicts as find_conflicts
from extractor.store.answers.facts import FactQuery, lacking
from extractor.store.answers.indicators import Point, Series
from extractor.store.answers.indicators import timeline as find_timeline

BAR = 24


@click.command()
@click.argument("what", type=Words())
@click.option("--place", type=Words(), help="The unit that the values are of; a comma joins it to a higher one.")
@click.option("--within", is_flag=True, help="The units that lie in it, too.")
@click.option("--aspect", type=click.Choice(get_args(Aspect)), help="This aspect only.")
@click.option("--from", "since", type=PartialDate(), help="Values from this date on.")
@click.option("--to", "until", type=PartialDate(), help="Values up to this date.")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="At most so many series.")
@database_option
@json_option
@click.pass_context
def timeline(
    context: click.Context, /, what: str, within: bool, limit: int, db: Path | None, as_json: bool, **asked: Any
) -> None:
    """Show how many WHAT there were over time, series by series, with the sources of every value.

    What exists, what happened in a period and what is planned are separate series; reprints count once.
    """
    in_order(asked["since"], asked["until"])
    with database(db) as store:
        found = find_timeline(store, FactQuery(what=what, **asked), within=within)[:limit]
        lacks = None if found else lacking(store, asked["place"])
    if as_json:
        print_json([_series_json(series) for series in found])
    for series in found if not as_json else ():
        console().print(_heading(series))
        print_proved(console(), ("when", "value", "", "sentence", "source"), _points(series))
        console().print()
    if not found:
        click.echo(lacks or "no value fits", err=True)
        context.exit(NOTHING)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@database_option
@json_option
@click.pass_context
def conflicts(context: click.Context, limit: int, db: Path | None, as_json: bool) -> None:
    """List where two articles contradict each other, the most severe first.

    Either they give different values for the same thing, place and time, or they tell of one time in the same
    sentence but for the number, or one gives a stock (what there is) that cannot have become of the one before
    within a year.
    """
    with database(db) as store:
        found = find_conflicts(store, limit=limit)
    if as_json:
        print_json([_conflict_json(conflict) for conflict in found])
    for conflict in found if not as_json else ():
        console().print(Text(f"{conflict.severity:.2f}  {conflict.reason}", style="bold"))
        print_proved(console(), ("value", "what", "where", "when", "sentence", "source"), _conflict_rows(conflict))
        console().print()
    if not found:
        click.echo("no contradictions found", err=True)
        context.exit(NOTHING)


@click.command()
@click.option("--verdict", "verdicts", multiple=True, type=click.Choice(get_args(Verdict)), help="Only these.")
@click.option("--article", help="Checks of this article.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@database_option
@json_option
@click.pass_context
def checks(
    context: click.Context,
    verdicts: tuple[str, ...],
    article: str | None,
    limit: int,
    db: Path | None,
    as_json: bool,
) -> None:
    """List the sums that articles invite, and whether they add up; the largest differences first."""
    with database(db) as store:
        found = find_checks(store, verdicts, article, limit)
        lacks = None if found else lacking(store, article=article)
    if as_json:
        print_json([_check_json(checked) for checked in found])
    elif found:
        columns = ("verdict", "test", "total", "sum", "difference", "parts", "sentence", "source")
        print_proved(console(), columns, [_check_row(checked) for checked in found])
    if not found:
        click.echo(lacks or "no checks", err=True)
        context.exit(NOTHING)


def _heading(series: Series) -> Text:
    where = ", ".join(filter(None, (place(series.locality), series.scope)))
    about = f" ({series.about})" if series.about else ""
    per = f"/{series.per}" if series.per else ""
    verb = f", {series.predicate}" if series.predicate else ""
    return Text.assemble((f"{series.what}{per}{about}", "bold"), f"  {series.aspect}{verb}  {where}")


def _points(series: Series) -> Iterator[tuple[str | Text, ...]]:
    """One line a value, with a bar as long as it is large."""
    sizes = [float(point.fact.value or point.fact.high or 0) for point in series.points]
    largest = max((abs(size) for size in sizes), default=0.0) or 1.0
    for point, size in zip(series.points, sizes, strict=True):
        bar = Text("█" * max(1, round(abs(size) / largest * BAR)) if size else "", style="cyan")
        told = source(point.sources[0]) + (f" (+{point.voices - 1})" if point.voices > 1 else "")
        when = period(point.fact.period) or point.day
        yield when, amount(point.fact), bar, marked(point.sources[0].passage), told


def _conflict_rows(conflict: Conflict) -> Iterator[tuple[str | Text, ...]]:
    for answer in (conflict.first, conflict.second):
        fact = answer.record
        if isinstance(fact, CountFact):
            what = fact.what + (f" ({fact.measured or fact.name})" if fact.measured or fact.name else "")
            where, when = place(fact.locality), period(fact.period)
            yield amount(fact), what, where, when, marked(answer.passage), source(answer)


def _check_row(checked: Checked) -> Sequence[str | Text]:
    check, parts = checked.check, [fact.record for fact in checked.facts[1:]]
    added = " + ".join(amount(part) for part in parts if isinstance(part, CountFact))
    verdict = Text(check.verdict, style="red" if check.verdict == "differs" else "")
    total = checked.facts[0] if checked.facts else None
    return (
        verdict, check.test, number(check.expected), number(check.found), number(check.difference), added,
        marked(total.passage) if total else "", source(total) if total else check.article_id,
    )  # fmt: skip


def _series_json(series: Series) -> dict[str, object]:
    slots = ("what", "about", "locality", "scope", "aspect", "predicate", "per")
    return {
        **{name: getattr(series, name) for name in slots},
        "points": [_point_json(point) for point in series.points],
    }


def _point_json(point: Point) -> dict[str, object]:
    return {"day": point.day, "voices": point.voices, "sources": [answer_json(answer) for answer in point.sources]}


def _conflict_json(conflict: Conflict) -> dict[str, object]:
    return {
        "severity": conflict.severity,
        "reason": conflict.reason,
        "first": answer_json(conflict.first),
        "second": answer_json(conflict.second),
    }


def _check_json(checked: Checked) -> dict[str, object]:
    check = checked.check
    numbers = {"expected": check.expected, "found": check.found, "difference": check.difference}
    return {
        **check.model_dump(),
        **{name: plain(value) for name, value in numbers.items()},
        "facts": [answer_json(answer) for answer in checked.facts],
    }
