"""The article page: the text with every fact marked in place."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.answers.articles import reprints_of, versions
from extractor.store.answers.checks import find_checks
from extractor.store.answers.excerpts import WIDTH, Excerpt, Heading, excerpt, fact_offset, heading
from extractor.web.marking import marked
from extractor.web.rendering import render, site_of


def article(request: Request) -> Response:
    """The article, or the part of a long one around the fact `?fact=` or the offset `?at=`; or an older one."""
    fact, version = request.query_params.get("fact"), request.query_params.get("version", "")
    with site_of(request).reading() as db:
        head = heading(db, request.path_params["article"], version)
        around = fact_offset(db, head, fact) if fact else _offset(request)
        found = excerpt(db, head, around, shown=fact)
        values = {
            "article": head,
            "excerpt": found,
            "pieces": marked(found),
            "fact": fact,
            "checks": [one for one in find_checks(db, article=head.id) if one.facts] if not version else [],
            "reprints": reprints_of(db, head.id),
            "versions": versions(db, head.id),
            "asked": f"version={head.version}&" if version else "",
            **neighbours(head, found),
        }
    return render(request, "article.html", values)


def neighbours(head: Heading, found: Excerpt) -> dict[str, int | None]:
    """The offsets to ask for to see what comes before and after the excerpt."""
    return {
        "before": max(0, found.start - WIDTH // 2) if found.start else None,
        "after": found.end + WIDTH // 2 if found.end < head.length else None,
    }


def _offset(request: Request) -> int:
    asked = request.query_params.get("at", "")
    return int(asked[:9]) if asked.isdecimal() else 0


ROUTES = (Route("/articles/{article:path}", article, name="article"),)
