"""`extractor search`: words to articles and facts."""

from pathlib import Path
from typing import Any, get_args

import click

from extractor.cli import NOTHING
from extractor.cli.options import PartialDate, Words, database, database_option, in_order, json_option
from extractor.cli.output import answer_json, console, counted, marked, print_json, print_proved, source
from extractor.display import summary
from extractor.records import KINDS, Kind
from extractor.store.answers.facts import Answer, FactQuery, lacking
from extractor.store.search.embedding import embedder
from extractor.store.search.results import ArticleHit, search_articles, search_facts
from extractor.store.search.vectors import missing


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Facts of this kind only.")
@click.option("--place", type=Words(), help="Facts of this unit with all that lies in it.")
@click.option("--year", type=click.IntRange(1000, 9998), help="Articles and facts of this year.")
@click.option("--from", "since", type=PartialDate(), help="Articles and facts from this date on.")
@click.option("--to", "until", type=PartialDate(), help="Articles and facts up to this date.")
@click.option("--outlet", help="Words of the outlet's name.")
@click.option("--semantic", is_flag=True, help="Also what means the same in other words; needs `extractor embed`.")
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="Hits of articles and of facts."
)
@database_option
@json_option
@click.pass_context
def search(
    context: click.Context,
    /,
    words: tuple[str, ...],
    kind: Kind | None,
    semantic: bool,
    limit: int,
    db: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Find articles and facts by words, typed with diacritics or without.

    "side by side" is a phrase, tu* a beginning, -word excludes, OR joins. Exact spelling comes first.
    With --semantic hits by words and by meaning are merged.
    """
    query = " ".join(words)
    in_order(asked["since"], asked["until"])
    kinds = [kind] if kind else [k for k in KINDS if k != "roles" or asked["place"] is None]
    narrowed = kind is not None or any(value is not None for value in asked.values())
    queries = [FactQuery(kind=one, **asked) for one in kinds] if narrowed else None
    model = embedder() if semantic else None
    with database(db) as store:
        if model and (left := missing(store)):
            click.echo(
                f"not searched by meaning: {counted(left, 'article')} without vectors (`extractor embed`)", err=True
            )
        only_facts = kind is not None or asked["place"] is not None
        articles = [] if only_facts else search_articles(store, query, FactQuery(**asked), model=model, limit=limit)
        facts = search_facts(store, query, queries, model=model, limit=limit)
        lacks = None if articles or facts else lacking(store, asked["place"])
    if as_json:
        print_json(
            {"articles": [_hit_json(hit) for hit in articles], "facts": [answer_json(fact) for fact in facts]}
        )
    else:
        _print_found(articles, facts)
    if not articles and not facts:
        click.echo(lacks or f"nothing found for {query!r}", err=True)
        context.exit(NOTHING)


def _print_found(articles: list[ArticleHit], facts: list[Answer]) -> None:
    screen = console()
    if articles:
        screen.print("Articles", style="bold")
        hits = [(hit.title or hit.article, marked(hit.passage), source(hit)) for hit in articles]
        print_proved(screen, ("title", "passage", "source"), hits)
    if facts:
        screen.print("\nFacts" if articles else "Facts", style="bold")
        rows = [(summary(f.record), f.record.kind, marked(f.passage), source(f)) for f in facts]
        print_proved(screen, ("fact", "kind", "sentence", "source"), rows)


def _hit_json(hit: ArticleHit) -> dict[str, object]:
    return {
        "article": hit.article,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": hit.published,
        "url": hit.url,
        "passage": hit.passage.text,
        "marks": [list(mark) for mark in hit.passage.marks],
    }
