"""`extractor phrases`: how many phrases of the corpus are read as expected, section by section."""

from pathlib import Path

import click

from extractor.cli.options import json_option
from extractor.cli.output import console, print_json, table


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="corpora/phrases")
@click.option("--misses", is_flag=True, help="List the phrases that are read otherwise.")
@json_option
def phrases(folder: Path, misses: bool, as_json: bool) -> None:
    """Score the reading of numbers, quantities and dates on a phrase corpus.

    FOLDER holds tab-separated files; a row is a sentence with its phrase between braces and the expected reading.
    """
    from extractor.evaluation.phrases import load_phrases, score_phrases
    from extractor.reading.numbers.notation import read_phrase

    scores = score_phrases(load_phrases(folder), lambda text, date, kind: read_phrase(text, date, kind=kind))
    if as_json:
        print_json([{"section": s.section, "rows": s.rows, "right": s.right} for s in scores])
        return
    rows, right = sum(s.rows for s in scores), sum(s.right for s in scores)
    lines = [[s.section, str(s.rows), str(s.right), f"{s.right / s.rows:.1%}"] for s in scores]
    lines.append(["all", str(rows), str(right), f"{right / rows:.1%}" if rows else ""])
    screen = console()
    screen.print(table(["section", "rows", "right", "share"], lines))
    for miss in (miss for score in scores if misses for miss in score.misses):
        known = " (known)" if miss.phrase.known else ""
        screen.print(f"{miss.phrase.sentence} → {miss.got}, expected {miss.phrase.expected}{known}", markup=False)
