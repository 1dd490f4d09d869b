"""The stages in order: Article -> Reading -> Extraction."""

from extractor.facts.awards import build_awards
from extractor.facts.checks import check_counts
from extractor.facts.counts import build_counts
from extractor.facts.events import build_events
from extractor.facts.localities import build_localities
from extractor.facts.models import build_models
from extractor.facts.roles import build_roles
from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.awards import read_award_forms
from extractor.reading.bodies import read_bodies
from extractor.reading.dates import read_periods
from extractor.reading.people import read_people
from extractor.reading.places import read_places
from extractor.reading.quantities import read_quantities
from extractor.reading.schemes import read_schemes
from extractor.reading.spans import Reading
from extractor.reading.tokens import read_tokens
from extractor.records import Article, Extraction


def read(article: Article) -> Reading:
    """All spans of the article."""
    doc = read_tokens(article.text)
    periods = read_periods(doc, article.published)
    return Reading(
        article_id=article.id,
        title=article.title,
        published=article.published,
        doc=doc,
        quantities=read_quantities(doc, periods),
        periods=periods,
        places=read_places(doc, article.published, article.home_province, article.outlet),
        bodies=read_bodies(doc),
        people=read_people(doc),
        schemes=read_schemes(doc),
        award_forms=read_award_forms(doc),
        home_province=article.home_province,
    )


def extract(article: Article) -> Extraction:
    """All records of the article."""
    reading = read(article)
    scene, times = Scene.of(reading), Times.of(reading)
    counts = build_counts(reading, scene, times)
    return Extraction(
        article=article,
        counts=counts,
        awards=build_awards(reading, scene, times),
        models=build_models(reading, scene, times),
        localities=build_localities(reading, scene, times),
        roles=build_roles(reading, scene, times),
        events=build_events(reading, scene, times),
        checks=check_counts(counts, times.layout, len(article.title or "")),
    )
