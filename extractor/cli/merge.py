"""`extractor merge`: several databases as one."""

from dataclasses import asdict
from pathlib import Path

import click

from extractor.cli.options import json_option
from extractor.cli.output import counted, print_json
from extractor.cli.reprints import find_reprints
from extractor.settings import settings
from extractor.store.database import open_database
from extractor.store.merge import merge_databases

# So many ids are named.
MOST_IDS = 10


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="DB...", type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The new database.")
@json_option
def merge(sources: tuple[Path, ...], into: Path, as_json: bool) -> None:
    """Write several databases into a new one: all versions of all articles, their facts, and all reviews.

    What was read last is the latest version. Facts that reviewers decided differently about are told.
    """
    wait = settings().wait
    merged = merge_databases(sources, into, wait=wait)
    with open_database(into, write=True, wait=wait) as store:
        find_reprints(store)
    if as_json:
        print_json(asdict(merged))
        return
    versions = counted(merged.versions, "version")
    click.echo(f"{counted(merged.articles, 'article')} in {versions}, {counted(merged.reviews, 'review')}")
    if merged.shared_ids:
        ids = ", ".join(merged.shared_ids[:MOST_IDS]) + (", …" if len(merged.shared_ids) > MOST_IDS else "")
        click.echo(f"of different files under one id, what was read last answers: {ids}", err=True)
    for one in merged.disagreements:
        decisions = ", ".join(f"{reviewer}: {decision}" for reviewer, decision in one.decisions)
        click.echo(f"reviewers disagree on {one.fact} of {one.article}: {decisions}", err=True)
