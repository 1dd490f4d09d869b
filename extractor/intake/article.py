"""Raw page to clean article."""

from extractor.errors import InputError
from extractor.intake.rawpage import RawPage
from extractor.records import Article
from extractor.vietnamese.letters import canonical


def to_article(page: RawPage) -> Article:
    """The article of the page. Raises InputError when the page holds none."""
    raw = page.text or page.html or ""
    if not raw.strip():
        raise InputError(f"{page.source}: the page holds no text")
    text = canonical(raw).strip()
    return Article(
        id=page.id,
        text=text,
        source=page.source,
        given=tuple(page.given),
        title=page.given.get("title"),
        published=page.given.get("published"),
        outlet=page.given.get("outlet"),
        author=page.given.get("author"),
        url=page.given.get("url"),
    )
