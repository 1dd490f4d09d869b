"""The stages in order: Article -> Reading -> Extraction."""

from extractor.facts.awards.build import build_awards
from extractor.facts.confidence import calibrated
from extractor.facts.counts.build import build_counts
from extractor.facts.counts.checks.build import check_counts
from extractor.facts.counts.learned.chances import LEARNED, Chooser
from extractor.facts.events.build import build_events
from extractor.facts.layout import Layout
from extractor.facts.models.build import build_models
from extractor.facts.roles.build import build_roles
from extractor.facts.scene.localities import build_localities
from extractor.facts.scene.scene import Scene
from extractor.facts.subject.subject import find_subject
from extractor.facts.time.times import Times
from extractor.reading.dates.periods import read_periods
from extractor.reading.names.awards import read_award_forms
from extractor.reading.names.bodies import read_bodies
from extractor.reading.names.people import read_people
from extractor.reading.names.schemes import read_schemes
from extractor.reading.numbers.quantities import read_quantities
from extractor.reading.places.read import read_home, read_places
from extractor.reading.spans import Reading
from extractor.reading.tokens import read_tokens
from extractor.records import KINDS, Article, Extraction


def read(article: Article) -> Reading:
    """All spans of the article."""
    doc = read_tokens(article.text)
    periods = read_periods(doc, article.published)
    home = read_home(article.outlet, article.published, article.home_province)
    return Reading(
        article_id=article.id,
        title=article.title,
        published=article.published,
        doc=doc,
        quantities=read_quantities(doc, periods),
        periods=periods,
        places=read_places(doc, article.published, article.home_province, article.outlet, home),
        bodies=read_bodies(doc),
        people=read_people(doc),
        schemes=read_schemes(doc),
        award_forms=read_award_forms(doc),
        home_province=article.home_province,
        home=home,
    )


def extract(article: Article, chooser: Chooser = LEARNED) -> Extraction:
    """All records of the article, each with the probability that it is right."""
    reading = read(article)
    found = build(article, reading, chooser)
    return found.model_copy(update={kind: calibrated(getattr(found, kind), reading) for kind in KINDS})


def build(article: Article, reading: Reading, chooser: Chooser = LEARNED) -> Extraction:
    """All records of the article, uncalibrated; the `chooser` weighs what rules say of counts."""
    layout = Layout.of(reading)
    subject = find_subject(reading, layout)
    scene, times = Scene.of(reading, subject), Times.of(reading, subject, layout)
    counts = build_counts(reading, scene, times, chooser)
    return Extraction(
        article=article,
        counts=counts,
        awards=build_awards(reading, scene, times),
        models=build_models(reading, scene, times),
        localities=build_localities(reading, scene, times),
        roles=build_roles(reading, scene, times),
        events=build_events(reading, scene, times),
        checks=check_counts(counts, layout, len(article.title or "")),
    )
