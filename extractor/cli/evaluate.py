"""`extractor evaluate`: the figures against gold, and every miss."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from extractor import batch
from extractor.cli.output import console, print_json, table
from extractor.errors import GoldError
from extractor.evaluation.calibration import Reliability, judge_confidence
from extractor.evaluation.figures import (
    Figures,
    JudgedCorpus,
    KindFigures,
    Share,
    fraction,
    measure,
    rounded,
    split,
)
from extractor.evaluation.gold import SHIPPED, Corpus, find_corpora, load_export, load_gold
from extractor.evaluation.misses import Miss, list_misses
from extractor.evaluation.score import ArticleScore, score
from extractor.intake.sources import read_sources
from extractor.interchange import to_json
from extractor.records import KINDS, Extraction, Failure

Json = Mapping[str, Any]


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--articles",
    type=click.Path(exists=True, path_type=Path),
    help="The articles of the gold in FOLDER: a folder or a file, as `extract` reads it.",
)
@click.option(
    "--predicted",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Extract nothing: score this export (JSON Lines) against the gold in FOLDER.",
)
@click.option("--misses", is_flag=True, help="List every miss with its sentence.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="List misses of this kind only.")
@click.option("--held-out", is_flag=True, help="Show held-out articles apart from the others, and the gap.")
@click.option("--seen", is_flag=True, help="Leave held-out articles out, so that no miss of theirs is read.")
@click.option("--calibration", is_flag=True, help="Show how often records of each confidence are right.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def evaluate(
    folder: Path | None,
    articles: Path | None,
    predicted: Path | None,
    misses: bool,
    kinds: tuple[str, ...],
    held_out: bool,
    seen: bool,
    calibration: bool,
    as_json: bool,
) -> None:
    """Score extraction against gold.

    FOLDER is a corpus (`gold/` beside `texts/` or `articles.jsonl`), a folder of corpora, or with --articles or
    --predicted a folder of gold files. Without it the shipped corpora are scored.
    """
    judged = judge(folder, articles, predicted)
    judged = [_without_held_out(corpus) for corpus in judged] if seen else judged
    listed = [miss for miss in _misses(judged) if not kinds or miss.kind in kinds] if misses or kinds else []
    if as_json:
        print_json(_report(judged, listed))
        return
    terminal = console()
    for miss in listed:
        terminal.print(_miss_line(miss), markup=False, soft_wrap=True)
    _print_figures(terminal, split(judged).all)
    if len(judged) > 1:
        _print_corpora(terminal, judged)
    if held_out:
        _print_split(terminal, judged)
    if calibration:
        _print_reliability(terminal, judge_confidence(_scores(judged)))


def judge(
    folder: Path | None = None, articles: Path | None = None, predicted: Path | None = None
) -> list[JudgedCorpus]:
    """Extract (or load) and score. Raises GoldError where gold, articles or export do not fit together."""
    if articles and predicted:
        raise GoldError("--articles and --predicted exclude each other")
    if folder is None and (articles or predicted):
        raise GoldError("name the folder of the gold files")
    if folder is not None and (articles or predicted):
        gold = load_gold(folder)
        found = load_export(predicted) if predicted else extract_articles(articles or folder)
        return [JudgedCorpus(folder.resolve().name, score(found, gold))]
    return judge_corpora(find_corpora(folder or SHIPPED))


def judge_corpora(corpora: Iterable[Corpus]) -> list[JudgedCorpus]:
    """Extract and score every article of the corpora, in their order."""
    return [
        JudgedCorpus(corpus.name, score(extract_articles(corpus.articles), load_gold(corpus.gold)), corpus.held_out)
        for corpus in corpora
    ]


def extract_articles(articles: Path) -> dict[str, Json]:
    """Articles in the exchange format by id; what cannot become one is told on standard error and left out."""
    found: dict[str, Json] = {}
    terminal = console(errors=True)
    with Progress(console=terminal, transient=True, disable=not terminal.is_terminal) as progress:
        task = progress.add_task("extracting", total=None)
        for outcome in batch.run(read_sources([str(articles)])):
            progress.advance(task)
            if isinstance(outcome.result, Extraction):
                found[outcome.result.article.id] = to_json(outcome.result)
            elif isinstance(outcome.result, Failure):
                click.echo(f"{outcome.result.source}: {outcome.result.reason}", err=True)
    return found


def _without_held_out(corpus: JudgedCorpus) -> JudgedCorpus:
    seen = tuple(article for article in corpus.scores if article.article not in corpus.held_out)
    return JudgedCorpus(corpus.name, seen)


def _scores(judged: Sequence[JudgedCorpus]) -> list[ArticleScore]:
    return [article for corpus in judged for article in corpus.scores]


def _misses(judged: Sequence[JudgedCorpus]) -> list[Miss]:
    return [miss for article in _scores(judged) for miss in list_misses(article)]


def _report(judged: Sequence[JudgedCorpus], misses: list[Miss]) -> dict[str, Any]:
    figures = split(judged)
    apart = (
        {"seen": figures.seen.to_json(), "held_out": figures.held_out.to_json()} if _any_held_out(judged) else {}
    )
    corpora = {corpus.name: measure(corpus.scores).to_json() for corpus in judged}
    each = {"corpora": corpora} if len(judged) > 1 else {}
    reliability = judge_confidence(_scores(judged)).to_json()
    listed = {"misses": [miss.to_json() for miss in misses]} if misses else {}
    return {**figures.all.to_json(), **apart, **each, "calibration": reliability, **listed}


def _any_held_out(judged: Sequence[JudgedCorpus]) -> bool:
    return any(corpus.held_out for corpus in judged)


def _miss_line(miss: Miss) -> str:
    wrong = {
        "slot": f"slot {miss.slot}: got {miss.got!r}, gold {miss.gold!r}",
        "missed": f"missed: {miss.gold}",
        "extra": f"extra: {miss.got}",
    }
    where = miss.sentence or "(not in the stored text)"
    return f"{miss.article} {miss.kind} {wrong[miss.verdict]}\n    “{miss.quote}” in: {where}"


def _print_figures(terminal: Console, figures: Figures) -> None:
    rows = [_kind_row(kind, found) for kind, found in figures.kinds.items()]
    headings = ("kind", "gold", "found", "precision", "recall", "F1", "whole-record F1")
    terminal.print(f"{figures.extracted} of {figures.articles} articles")
    terminal.print(table(headings, rows))
    lines = [
        *(f"{kind:<11} {_shares(found.slots)}" for kind, found in figures.kinds.items()),
        f"{'article':<11} {_shares(figures.article)}",
        f"boilerplate leaked {fraction(figures.leaked)}, evidence found in text {fraction(figures.grounded)}, "
        f"gold quotes kept {fraction(figures.kept)}",
    ]
    terminal.print("\n".join(lines), soft_wrap=True)


def _kind_row(kind: str, found: KindFigures) -> tuple[str, ...]:
    return (kind, str(found.gold), str(found.predicted), *found.shown)


def _shares(shares: Mapping[str, Share]) -> str:
    known = {slot: share for slot, counts in shares.items() if (share := rounded(counts)) is not None}
    return "  ".join(f"{slot} {share:.2f}" for slot, share in known.items())


def _print_corpora(terminal: Console, judged: Sequence[JudgedCorpus]) -> None:
    rows = [_corpus_row(corpus.name, measure(corpus.scores)) for corpus in judged]
    terminal.print(table(("corpus", "articles", "counts F1", "whole-record F1"), rows))


def _corpus_row(corpus: str, figures: Figures) -> tuple[str, ...]:
    counts = figures.kinds["counts"]
    return (corpus, str(figures.articles), *counts.shown[2:])


def _print_split(terminal: Console, judged: Sequence[JudgedCorpus]) -> None:
    if not _any_held_out(judged):
        terminal.print("No article is held out here.")
        return
    figures = split(judged)
    headings = ("kind", "F1 seen", "F1 held out", "gap", "whole seen", "whole held out", "gap")
    rows = [_gap_row(kind, figures.seen.kinds[kind], figures.held_out.kinds[kind]) for kind in KINDS]
    terminal.print(f"\n{figures.held_out.articles} held-out articles beside {figures.seen.articles} others")
    terminal.print(table(headings, rows))


def _gap_row(kind: str, seen: KindFigures, held: KindFigures) -> tuple[str, ...]:
    gaps = (seen.f1 - held.f1, seen.record_f1 - held.record_f1)
    both = all(found.gold or found.predicted for found in (seen, held))
    triples = zip(seen.shown[2:], held.shown[2:], gaps, strict=True)
    return (kind, *(cell for *two, gap in triples for cell in (*two, f"{gap:+.3f}" if both else "–")))


def _print_reliability(terminal: Console, reliability: Reliability) -> None:
    terminal.print(f"\nexpected calibration error {reliability.error:.3f}, Brier score {reliability.brier:.3f}")
    rows = [
        (f"{bin_.low:.1f}-{bin_.high:.1f}", str(bin_.records), f"{bin_.confidence:.2f}", f"{bin_.right:.2f}")
        for bin_ in reliability.bins
    ]
    terminal.print(table(("confidence", "records", "mean confidence", "whole records right"), rows))
