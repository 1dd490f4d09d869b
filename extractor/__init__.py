"""Vietnamese provincial news in, source-grounded facts out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import Article, Extraction

__all__ = ["__version__", "extract"]
__version__ = "0.1.0"


def extract(source: "str | Article") -> "Extraction":
    """All records of an article, or of its raw text or HTML. Raises InputError when a page holds no article."""
    # Imported here, so that `import extractor` loads no models.
    from extractor.intake.article import to_article
    from extractor.intake.rawpage import RawPage
    from extractor.pipeline import extract as extract_article

    if not isinstance(source, str):
        return extract_article(source)
    markup = source.lstrip()[:1] == "<"
    page = RawPage(id="text", source="text", html=source if markup else None, text=None if markup else source)
    return extract_article(to_article(page))
