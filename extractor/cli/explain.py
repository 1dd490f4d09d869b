"""`extractor explain`: how a sentence is read, from tokens to facts, with the rules that did it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from extractor.cli.options import PartialDate, database, database_option, json_option
from extractor.cli.output import COLOURS, cell, console, print_json, table
from extractor.display import number, period, summary
from extractor.records import Article, Extraction, Frozen, Record

READERS = ("quantities", "periods", "places", "bodies", "people", "schemes", "award_forms")
_QUIET = frozenset({"start", "end", "rule", "number_start", "number_end", "name_start", "name_end", "refused"})


@click.command()
@click.argument("sentence")
@click.option("--published", type=PartialDate(), help="Publication date, by which relative dates are read.")
@click.option("--outlet", help="Name of the outlet.")
@click.option("--article", is_flag=True, help="SENTENCE is the id of an article in the database.")
@database_option
@json_option
def explain(
    sentence: str, published: str | None, outlet: str | None, article: bool, db: Path | None, as_json: bool
) -> None:
    """Tell how a sentence, or an article of the database, is read.

    Prints its tokens with their tags, what each reader found (refused numbers too, with the reason), the facts,
    and the rules that made each of their slots.
    """
    from extractor.pipeline import extract, read

    page = _stored(db, sentence) if article else Article(id="-", text=sentence, published=published, outlet=outlet)
    reading, extraction = read(page), extract(page)
    tokens = [(token.text, token.tag_) for token in reading.doc if not token.is_space]
    spans = {reader: [_span(page.text, span) for span in getattr(reading, reader)] for reader in READERS}
    if as_json:
        print_json({"tokens": tokens, "spans": spans, "facts": [_fact(record) for record in extraction.records]})
    else:
        _print(console(), tokens, spans, extraction)


def _stored(db: Path | None, article: str) -> Article:
    from extractor.store.read import load

    with database(db) as store:
        return load(store, article).article


def _span(text: str, span: Any) -> dict[str, Any]:
    """A span as JSON: its text, offsets, rule, and what else it knows."""
    known = {field.name: getattr(span, field.name) for field in fields(span)}
    slots = {name: _plain(value) for name, value in known.items() if name not in _QUIET and value not in (None, ())}
    return {
        "text": text[span.start : span.end],
        "start": span.start,
        "end": span.end,
        "rule": span.rule,
        "refused": known.get("refused"),
        "slots": slots,
    }


def _fact(record: Record) -> dict[str, object]:
    return {"kind": record.kind, **record.model_dump(mode="json")}


def _plain(value: Any) -> Any:
    """What JSON can hold; numbers stay numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | int | float | bool | tuple) else str(value)


def _print(
    screen: Console,
    tokens: Sequence[tuple[str, str]],
    spans: Mapping[str, Sequence[Mapping[str, Any]]],
    extraction: Extraction,
) -> None:
    words = Text(" ").join(Text.assemble(cell(text), ("/" + tag, "dim")) for text, tag in tokens)
    screen.print(Text("Tokens", style="bold"), words, "", sep="\n")
    rows = [
        (reader, found["text"], _refusal(found["refused"]) if found["refused"] else _slots(found), found["rule"])
        for reader in READERS
        for found in spans[reader]
    ]  # fmt: skip
    screen.print(table(("reader", "span", "read as", "rule"), rows) if rows else "no spans", "", sep="\n")
    if not extraction.records:
        screen.print("no facts")
    for record in extraction.records:
        heading = Text.assemble((record.kind, COLOURS[record.kind]), " ", (summary(record), "bold"))
        heading.append(f"  “{record.quote}”  rule {record.rule}, confidence {record.confidence:.2f}", "dim")
        screen.print(heading)
        screen.print(table(("  slot", "value", "because"), _reasons(record)), "", sep="\n")


def _refusal(reason: str) -> Text:
    """Why a number is no quantity: `refused: time span (a length of time that only says when)`."""
    from extractor.reading.numbers.reasons import REASONS

    told = f" ({REASONS[reason]})" if reason in REASONS else ""
    return Text.assemble((f"refused: {reason}", "red"), (told, "dim"))


def _slots(found: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {_told(value)}" for name, value in found["slots"].items())


def _reasons(record: Record) -> Iterator[tuple[str, str, str]]:
    """Each filled slot with what made it."""
    for slot in type(record).model_fields:
        value = getattr(record, slot)
        if slot not in Record.model_fields and value not in (None, ()):
            told = period(value) if slot == "period" else _told(value)
            yield f"  {slot}", told, record.reasons.get(slot, "")


def _told(value: Any) -> str:
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, tuple):
        return " > ".join("…" if item is None else _told(item) for item in value)
    return value.model_dump_json() if isinstance(value, Frozen) else str(value)
