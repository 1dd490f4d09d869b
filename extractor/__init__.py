"""Vietnamese provincial news in, source-grounded facts out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import Article, Extraction

__all__ = ["__version__", "extract"]
__version__ = "0.1.0"


def extract(
    source: "str | Article",
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
) -> "Extraction":
    """All records of an article, or of its raw text or HTML with what is known of it (`published` as ISO date).

    Raises InputError when a page holds no article or `published` is no date, TypeError for another kind of source.
    """
    # Imported here, so that `import extractor` loads no models.
    from extractor.errors import InputError
    from extractor.intake.article import to_article
    from extractor.intake.dating import iso_date
    from extractor.intake.rawpage import RawPage
    from extractor.pipeline import extract as extract_article
    from extractor.records import Article

    told = {"published": published, "outlet": outlet, "title": title, "url": url, "author": author}
    given = {name: value for name, value in told.items() if value}
    if isinstance(source, Article):
        if given:
            raise TypeError(f"an Article has its own {', '.join(given)}")
        return extract_article(source)
    if not isinstance(source, str):
        raise TypeError(f"extract takes text, HTML or an Article, not {type(source).__name__}")
    if published and iso_date(published) is None:
        raise InputError(f"published: {published!r} is no date like 2024, 2024-09 or 2024-09-06")
    markup = source.lstrip()[:1] == "<"
    page = RawPage("text", "text", html=source if markup else None, text=None if markup else source, given=given)
    return extract_article(to_article(page))
