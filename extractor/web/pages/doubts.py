"""The pages of what cannot all be true: articles that contradict each other, sums that do not add up."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extractor.store.answers.checks import find_checks
from extractor.store.answers.contradictions import kept_conflicts
from extractor.web.rendering import render, site_of

SHOWN = 100


def conflicts(request: Request) -> Response:
    """The most severe contradictions, as of the last extraction and what people decided since."""
    with site_of(request).reading() as db:
        found = kept_conflicts(db, SHOWN)
    return render(request, "conflicts.html", {"conflicts": found, "more": len(found) == SHOWN})


def sums(request: Request) -> Response:
    """The sums that differ most from what their articles say."""
    with site_of(request).reading() as db:
        found = [one for one in find_checks(db, ("differs",), limit=SHOWN) if one.facts]
    return render(request, "sums.html", {"checks": found, "more": len(found) == SHOWN})


ROUTES = (Route("/conflicts", conflicts, name="conflicts"), Route("/sums", sums, name="sums"))
