"""Short cuts of the tests from a piece of news to its counts."""

from extractor.facts.counts.learned.chances import UNTAUGHT
from extractor.facts.layout import Layout
from extractor.facts.scene.scene import Scene
from extractor.facts.subject.subject import find_subject
from extractor.facts.time.times import Times
from extractor.pipeline import extract
from extractor.reading.spans import Reading
from extractor.records import Article, CountFact, Extraction

PUBLISHED = "2024-09-06"


def setting_of(reading: Reading) -> tuple[Scene, Times]:
    """Where and when the reading's sentences are told."""
    layout = Layout.of(reading)
    subject = find_subject(reading, layout)
    return Scene.of(reading, subject), Times.of(reading, subject, layout)


def extracted(text: str, *, published: str | None = PUBLISHED, title: str | None = None) -> Extraction:
    """The extraction by rules alone of a text that was published on 6 September 2024 unless said otherwise."""
    whole = f"{title}\n\n{text}" if title else text
    return extract(Article(id="news", text=whole, title=title, published=published), UNTAUGHT)


def counts_of(text: str, *, published: str | None = PUBLISHED, title: str | None = None) -> tuple[CountFact, ...]:
    """Its counts in order."""
    return extracted(text, published=published, title=title).counts


def count_of(text: str, value: float, *, published: str | None = PUBLISHED) -> CountFact:
    """Its one count of this value."""
    found = [fact for fact in counts_of(text, published=published) if fact.value == value]
    assert len(found) == 1, [(str(fact.value), fact.what) for fact in counts_of(text, published=published)]
    return found[0]
