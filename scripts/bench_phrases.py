#!/usr/bin/env python3
"""Compares readers on the phrase corpus: `scripts/bench phrases [FOLDER]` prints a Markdown table.

Each library is asked only for rows that it claims to cover, and gets the bare phrase where it cannot find one in a
sentence: vn-numberwords for spelled numbers, quantulum3 for figures with units (the value alone is compared),
dateparser (Vietnamese) for days. Needs the extra `bench`. The corpus is this project's own, so its own figure says
that the corpus holds, the others' what they cover.
"""

import argparse
import re
import sys
import warnings
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extractor.evaluation.phrases import Phrase, load_phrases
from extractor.reading.numbers.notation import read_phrase

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "phrases"
FIGURES = ("digits", "glued text", "percent", "money", "measure", "units, systematic", "range", "hedge over")
Reader = Callable[[Phrase], bool]


def main() -> int:
    """Print the table; the exit code is 1 where the libraries are missing."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    rows = load_phrases(arguments.parse_args().folder)
    warnings.simplefilter("ignore")
    try:
        days, spelled, figures = read_days(), read_spelled(), read_figures()
    except ImportError as error:
        print(f"bench_phrases: {error}: install the extra `bench`", file=sys.stderr)
        return 1
    words = [r for r in rows if r.section.startswith("word numbers") and re.fullmatch(r"[\d.]+", r.expected)]
    dates = [r for r in rows if r.kind == "time" and r.published and r.expected.startswith("date ")]
    spans = [r for r in rows if r.kind == "time" and not r.expected.startswith("date ")]
    values = [r for r in rows if r.section in FIGURES and " + " not in r.expected]
    refused = [r for r in rows if r.kind == "number" and r.expected.startswith("refused")]
    print("| rows | number | extractor | dateparser | vn-numberwords | quantulum3 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    line("spelled numbers", words, ours, None, spelled, None)
    line("figures with hedges, scales and units: the value", values, ours, None, None, figures)
    line("days", dates, ours, days, None, None)
    line("months, quarters, years, periods, and what is no date", spans, ours, None, None, None)
    line("numbers that are no quantity", refused, ours, None, None, None)
    return 0


def line(name: str, rows: list[Phrase], *readers: Reader | None) -> None:
    """One row of the table: the share that each reader gets right, or a dash."""
    shares = [f"{sum(map(reader, rows)) / len(rows):.1%}" if reader else "–" for reader in readers]
    print(f"| {name} | {len(rows)} | " + " | ".join(shares) + " |")


def ours(row: Phrase) -> bool:
    """Whether this project reads the row as expected."""
    return row.accepts(read_phrase(row.sentence, row.published, kind=row.kind))


def phrase_of(row: Phrase) -> str:
    """What stands between the braces."""
    return row.sentence[row.sentence.index("{") + 1 : row.sentence.index("}")]


def value_of(row: Phrase) -> tuple[Decimal, ...]:
    """The numbers of the expected reading: one, or both ends of a range."""
    return tuple(Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", row.expected.split(" ")[0]))


def read_days() -> Reader:
    """dateparser, in Vietnamese, relative to the publication date."""
    import dateparser

    def reader(row: Phrase) -> bool:
        base = datetime.fromisoformat(row.published or "2024-01-01")
        options = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        found = dateparser.parse(phrase_of(row), languages=["vi"], settings=options)
        return found is not None and row.expected == f"date {found.date().isoformat()}"

    return reader


def read_spelled() -> Reader:
    """vn-numberwords on the bare phrase."""
    from vn_numberwords import words_to_number

    def reader(row: Phrase) -> bool:
        try:
            return (Decimal(str(words_to_number(phrase_of(row).lower()))),) == value_of(row)
        except (ValueError, InvalidOperation, TypeError):
            return False

    return reader


def read_figures() -> Reader:
    """quantulum3 on the whole sentence: one quantity in the phrase, with the value of either end."""
    from quantulum3 import parser

    def reader(row: Phrase) -> bool:
        start, end = row.sentence.index("{"), row.sentence.index("}") - 1
        found = [q for q in parser.parse(re.sub(r"[{}]", "", row.sentence)) if start <= q.span[0] < end]
        return tuple(Decimal(str(quantity.value)) for quantity in found) == value_of(row)

    return reader


if __name__ == "__main__":
    sys.exit(main())
