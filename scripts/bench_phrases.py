#!/usr/bin/env python3
"""Compares readers on the phrase corpus: `scripts/bench phrases` writes the table in the README.

Each library is asked only for rows that it claims to cover, and gets the bare phrase where it cannot find one in a
sentence: vn-numberwords and vietnam-number for spelled numbers, quantulum3 for figures with units (the value alone
is compared), dateparser (Vietnamese) for days, months and years. underthesea only marks tokens as numbers or dates:
its figure says how many it finds whole. Needs the extra `bench`; vietnam-number (GPL, no dependency of this
project) is compared where it happens to be installed. The corpus is this project's own, so its own figure says that
the corpus holds, the others' what they cover.
"""

import argparse
import re
import sys
import warnings
from calendar import monthrange
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extractor.evaluation.phrases import Phrase, load_phrases
from extractor.reading.numbers.notation import read_phrase
from extractor.vietnamese.gazetteer import bounds

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FIGURES = ("digits", "glued text", "percent", "money", "measure", "units, systematic", "range", "hedge over")
NAMES = ("extractor", "dateparser", "vn-numberwords", "vietnam-number", "quantulum3", "underthesea (finds)")
_TABLE = re.compile(r"(?<=\n)\| rows \|.*?\|\n(?!\|)", re.DOTALL)
_MONTH_OR_YEAR = re.compile(r"span (\d{4})-(\d\d)-01\.\.(\d{4})-(\d\d)-\d\d")
Reader = Callable[[Phrase], bool]


def main() -> int:
    """Print the table, and put it in the README; the exit code is 1 where the libraries are missing."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    rows = load_phrases(ROOT / "corpora" / "phrases")
    warnings.simplefilter("ignore")
    try:
        markdown = table(rows)
    except ImportError as error:
        print(f"bench_phrases: {error}: install the extra `bench`", file=sys.stderr)
        return 1
    print(markdown, end="")
    text = README.read_text(encoding="utf-8")
    README.write_text(_TABLE.sub(lambda _: markdown, text), encoding="utf-8", newline="\n")
    return 0


def table(rows: tuple[Phrase, ...]) -> str:
    """The comparison as a Markdown table. Raises ImportError."""
    times, spelled, twin, figures, found = read_times(), read_spelled(), read_twin(), read_figures(), read_found()
    words = [r for r in rows if r.section.startswith("word numbers") and re.fullmatch(r"[\d.]+", r.expected)]
    dates = [r for r in rows if r.kind == "time" and r.published and r.expected.startswith("date ")]
    months = [r for r in rows if r.kind == "time" and month_or_year(r.expected)]
    others = [r for r in rows if r.kind == "time" and not r.expected.startswith("date ") and r not in months]
    values = [r for r in rows if r.section in FIGURES and " + " not in r.expected]
    refused = [r for r in rows if r.kind == "number" and r.expected.startswith("refused")]
    lines = [
        "| rows | number | " + " | ".join(NAMES) + " |",
        "| --- | ---: |" + " ---: |" * len(NAMES),
        line("spelled numbers", words, ours, None, spelled, twin, None, None),
        line("figures with hedges, scales and units: the value", values, ours, None, None, None, figures, found),
        line("days", dates, ours, times, None, None, None, found),
        line("months and years", months, ours, times, None, None, None, None),
        line("quarters, terms, periods, and what is no date", others, ours, None, None, None, None, None),
        line("numbers that are no quantity", refused, ours, None, None, None, None, None),
    ]
    return "\n".join(lines) + "\n"


def line(name: str, rows: list[Phrase], *readers: Reader | None) -> str:
    """One row of the table: the share that each reader gets right, or a dash."""
    shares = [f"{sum(map(reader, rows)) / len(rows):.1%}" if reader else "–" for reader in readers]
    return f"| {name} | {len(rows)} | " + " | ".join(shares) + " |"


def month_or_year(expected: str) -> bool:
    """Whether the reading is one whole month or year."""
    match = _MONTH_OR_YEAR.fullmatch(expected)
    return bool(match) and match[1] == match[3] and (match[2] == match[4] or (match[2], match[4]) == ("01", "12"))


def ours(row: Phrase) -> bool:
    """Whether this project reads the row as expected."""
    return row.accepts(read_phrase(row.sentence, row.published, kind=row.kind))


def phrase_of(row: Phrase) -> str:
    """What stands between the braces."""
    return row.sentence[row.sentence.index("{") + 1 : row.sentence.index("}")]


def value_of(row: Phrase) -> tuple[Decimal, ...]:
    """The numbers of the expected reading: one, or both ends of a range."""
    return tuple(Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", row.expected.split(" ")[0]))


def read_times() -> Reader:
    """dateparser, in Vietnamese, relative to the publication date: the day, or the month or year that it says."""
    from dateparser.date import DateDataParser

    def reader(row: Phrase) -> bool:
        base = datetime.fromisoformat(bounds(row.published or "2024")[0])
        options = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        found = DateDataParser(languages=["vi"], settings=options).get_date_data(phrase_of(row))
        if found.date_obj is None:
            return False
        year, month = found.date_obj.year, found.date_obj.month
        if row.expected.startswith("date "):
            return bool(row.expected == f"date {found.date_obj.date().isoformat()}")
        first, last = (1, 12) if found.period == "year" else (month, month)
        days = monthrange(year, last)[1]
        return row.expected == f"span {year}-{first:02}-01..{year}-{last:02}-{days}" and found.period != "day"

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


def read_twin() -> Reader | None:
    """vietnam-number on the bare phrase, or None where it is not installed."""
    try:
        from vietnam_number import w2n
    except ImportError:
        return None

    def reader(row: Phrase) -> bool:
        try:
            return (Decimal(str(w2n(phrase_of(row).lower()))),) == value_of(row)
        except Exception:  # noqa: BLE001 - it raises many kinds, which all say that it cannot read the phrase
            return False

    return reader


def read_found() -> Reader:
    """underthesea: whether each figure of the phrase is within one token marked as a number or date."""
    from underthesea.pipeline.word_tokenize.regex_tokenize import tokenize

    def reader(row: Phrase) -> bool:
        phrase = phrase_of(row)
        wanted = re.findall(r"\d[\d.,/-]*\d|\d", phrase)
        marked = [token for token, kind in tokenize(phrase, tag=True) if kind in ("number", "datetime")]
        return bool(wanted) and wanted == marked

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
