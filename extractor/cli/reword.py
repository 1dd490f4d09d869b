"""`extractor reword`: how many right records survive when the same is told otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.options import json_option
from extractor.cli.output import console, print_json, table

if TYPE_CHECKING:
    from extractor.evaluation.rewording import Sample, Survival


@click.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="corpora/rewordings"
)
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Articles with gold."
)
@click.option("--most", type=click.IntRange(1), default=8, show_default=True, help="Articles for each rewording.")
@json_option
def reword(folder: Path, corpora: Path | None, most: int, as_json: bool) -> None:
    """Tell articles with gold otherwise, and count the records that stay right.

    FOLDER holds tab-separated files; a row is a rewording that leaves what an article says as it was.
    """
    from extractor.evaluation.rewording import load_rewordings, survivals
    from extractor.intake.article import to_article
    from extractor.intake.rawpage import RawPage
    from extractor.interchange import to_json
    from extractor.pipeline import extract

    def extracted(text: str) -> Mapping[str, object]:
        return to_json(extract(to_article(RawPage(id="reworded", source="reworded", text=text))))

    found = list(survivals(load_rewordings(folder), _articles(corpora), extracted, most))
    if as_json:
        print_json([_as_json(survival) for survival in found])
        return
    lines = [_line(survival) for survival in found]
    before, after = sum(s.before for s in found), sum(s.after for s in found)
    lines.append(["all", "", "", str(before), _share(after, before)])
    console().print(table(["group", "rewording", "articles", "right before", "still right"], lines))


def _articles(corpora: Path | None) -> list["Sample"]:
    """The articles of the corpora that are text; a page in HTML has too much beside its words."""
    from extractor.evaluation.gold import SHIPPED, find_corpora, load_gold
    from extractor.evaluation.rewording import Sample
    from extractor.intake.rawpage import RawPage
    from extractor.intake.sources import read_sources

    articles: list[Sample] = []
    for corpus in find_corpora(corpora or SHIPPED):
        gold = load_gold(corpus.gold)
        pages = (page for page in read_sources([str(corpus.articles)]) if isinstance(page, RawPage))
        articles += [Sample(page.id, page.text, gold[page.id]) for page in pages if page.text and page.id in gold]
    return articles


def _as_json(survival: "Survival") -> dict[str, object]:
    told = survival.rewording
    counts = {"articles": survival.articles, "before": survival.before, "after": survival.after}
    return {"group": told.group, "name": told.name, **counts}


def _line(survival: "Survival") -> list[str]:
    told, share = survival.rewording, _share(survival.after, survival.before)
    return [told.group, told.name, str(survival.articles), str(survival.before), share]


def _share(after: int, before: int) -> str:
    return f"{after / before:.1%}" if before else ""
